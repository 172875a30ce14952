//! The title of a page, in the browser's tab and history.

use agenda::page::title;
use leptos_meta::Title;

use crate::prelude::*;
use crate::routes::Page;
use crate::state::programme::use_agenda;

/// The title of a page; of the page that says that there is none without one. A file has it from `meridian build`.
#[component]
pub fn PageTitle(
    /// The page.
    #[prop(optional, into)]
    page: Option<Page>,
) -> impl IntoView {
    view! { <Title text=title(use_agenda(), page.as_ref())/> }
}
