//! What stands where there is nothing yet, and what to do next.

use crate::prelude::*;
use crate::routes::{Page, use_links};

/// Says that there is nothing, and leads on.
#[component]
pub fn Nothing(
    /// What there is not, and when there will be.
    words: &'static str,
    /// Where to go on.
    page: Page,
    /// What the link there says.
    way: &'static str,
) -> impl IntoView {
    view! {
        <div class="empty">
            <p>{words}</p>
            <p>
                <a class="button" href=use_links().to(&page)>{way}</a>
            </p>
        </div>
    }
}
