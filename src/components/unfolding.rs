//! Details whose content is made when they are first opened: there can be many of them.

use crate::prelude::*;

/// Details that are made when they are first opened.
#[component]
pub fn Unfolding(
    /// The class of the element.
    class: &'static str,
    /// The id of the element.
    #[prop(optional, into)]
    id: Option<String>,
    /// Whether it is open.
    #[prop(optional, into)]
    open: Signal<bool>,
    /// What is always shown.
    #[prop(into)]
    summary: ViewFn,
    /// What is shown when it is open.
    children: ChildrenFn,
) -> impl IntoView {
    let was_opened = RwSignal::new(false);
    view! {
        <details class=class id=id open=move || open.get() on:toggle=move |_| was_opened.set(true)>
            <summary>{summary.run()}</summary>
            <Show when=move || was_opened.get()>
                <div class="unfolded">{children()}</div>
            </Show>
        </details>
    }
}
