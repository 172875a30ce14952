//! Leptos' prelude, with `view!`, [`Show`] and [`For`] of few types.
//!
//! Every distinct type of a view, closure or list costs some kilobytes of WebAssembly. So `view!` always gives an
//! [`AnyView`], and `Show` and `For` box what they are given before Leptos' own see it. They are used as Leptos' are.
//! For the same reason closures stand in a `view!` as `{move || words()}` and not by name: Leptos gives those one type
//! too (`erase_components`).

use std::hash::{DefaultHasher, Hash, Hasher};

pub(crate) use leptos::prelude::*;
use leptos::prelude::{For as LeptosFor, Show as LeptosShow};

pub(crate) use erased_view as view;

/// Leptos' `view!`, as an [`AnyView`].
macro_rules! erased_view {
    ({ $($code:tt)* }) => { ::leptos::prelude::IntoAny::into_any(::leptos::view! { { $($code)* } }) };
    ($($markup:tt)*) => { ::leptos::prelude::IntoAny::into_any(::leptos::view! { $($markup)* }.into_inner()) };
}
pub(crate) use erased_view;

/// Leptos' `Show`, of one type.
#[component]
pub fn Show(
    /// Whether the children are shown.
    when: impl Fn() -> bool + Send + Sync + 'static,
    /// What is shown else.
    #[prop(optional, into)]
    fallback: ViewFn,
    /// What is shown.
    children: ChildrenFn,
) -> impl IntoView {
    let when: Box<dyn Fn() -> bool + Send + Sync> = Box::new(when);
    show(when, fallback, children)
}

fn show(when: Box<dyn Fn() -> bool + Send + Sync>, fallback: ViewFn, children: ChildrenFn) -> AnyView {
    view! { <LeptosShow when fallback>{children()}</LeptosShow> }
}

/// Leptos' `For`, of one type: items with equal keys keep their elements.
#[component]
pub fn For<I, T, K, V>(
    /// The items.
    each: impl Fn() -> I + Send + 'static,
    /// What tells an item from the others.
    key: impl Fn(&T) -> K + Send + 'static,
    /// The view of an item.
    children: impl Fn(T) -> V + Clone + Send + 'static,
) -> impl IntoView
where
    I: IntoIterator<Item = T> + 'static,
    T: Send + 'static,
    K: Hash + 'static,
    V: IntoView + 'static,
{
    list(Box::new(move || {
        let item = |item| {
            let children = children.clone();
            Item { key: hash(&key(&item)), view: Box::new(move || children(item).into_any()) }
        };
        each().into_iter().map(item).collect()
    }))
}

/// An item of a list, whose view is made only when it is new.
struct Item {
    key: u64,
    view: Box<dyn FnOnce() -> AnyView + Send>,
}

fn list(each: Box<dyn Fn() -> Vec<Item> + Send>) -> AnyView {
    view! { <LeptosFor each key=|item| item.key children=|item| (item.view)()/> }
}

fn hash(key: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}
