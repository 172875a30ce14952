//! The link of a page on paper, as text and as a QR code.

use super::qr_code::QrCode;
use crate::prelude::*;
use crate::state::preferences::use_preferences;

/// A link, without controls, while the page is being printed.
#[component]
pub fn PaperLink(
    /// Makes the link.
    link: impl Fn() -> String + Send + Sync + 'static,
) -> impl IntoView {
    let preferences = use_preferences();
    view! {
        {move || {
            preferences.is_printing().then(|| {
                let link = link();
                view! {
                    <figure class="share__paper">
                        <QrCode link=link.clone()/>
                        <figcaption>
                            <code>{link}</code>
                        </figcaption>
                    </figure>
                }
            })
        }}
    }
}
