//! What is searched for.

use agenda::search::Query;
use leptos::prelude::*;

use super::address::use_address;
use super::programme::use_programme;

/// The words in the address as a query, and what they have found; none without words.
pub type Searched = Memo<Option<Query>>;

/// What is searched for on this page.
pub fn use_searched() -> Searched {
    let (address, programme) = (use_address(), use_programme());
    Memo::new(move |_| {
        let filter = address.filter();
        filter.has_words().then(|| programme.index().query(&filter.words))
    })
}
