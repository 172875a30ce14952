//! A link to share: as text, by the device's share sheet, and as a QR code.

use super::field::Field;
use super::qr_code::QrCode;
use crate::platform::share::{can_copy, can_send, copy, send};
use crate::prelude::*;

/// A button that opens the ways to share a link, which is made only then.
#[component]
pub fn Share(
    /// What the button says.
    words: &'static str,
    /// What the link leads to.
    #[prop(into)]
    title: String,
    /// Makes the link; it is made again when that which it holds changes.
    #[prop(into)]
    link: Callback<(), String>,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let title = StoredValue::new(title);
    view! {
        <div class="share">
            <button
                type="button"
                class="button"
                aria-expanded=move || if is_open.get() { "true" } else { "false" }
                on:click=move |_| is_open.update(|open| *open = !*open)
            >
                {words}
            </button>
            <Show when=move || is_open.get()>
                <Ways title=title.get_value() link=Memo::new(move |_| link.run(()))/>
            </Show>
        </div>
    }
}

/// The ways to share a link, each where the device has it.
#[component]
fn Ways(
    /// What the link leads to.
    title: String,
    /// The link.
    link: Memo<String>,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    // Another link was not copied yet.
    Effect::new(move |_| {
        link.track();
        said.set(String::new());
    });
    let copy = move |_| {
        copy(&link.get_untracked(), move |done| {
            let words = if done { "Copied." } else { "Your browser did not allow copying: select the link above." };
            said.set(words.to_owned());
        });
    };
    let copy = can_copy().then(|| {
        view! { <button type="button" class="button" on:click=copy>{"Copy the link"}</button> }
    });
    let send = can_send().then(|| {
        let send = move |_| send(&title, &link.get_untracked());
        view! { <button type="button" class="button" on:click=send>{"Send it …"}</button> }
    });
    view! {
        <div class="share__ways">
            <Field label="Link">
                <input type="text" readonly=true prop:value=move || link.get()/>
            </Field>
            <p class="share__actions">{copy} {send}</p>
            <p class="share__said" role="status">{move || said.get()}</p>
            {move || view! { <QrCode link=link.get()/> }}
        </div>
    }
}
