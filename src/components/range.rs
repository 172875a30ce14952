//! A range of times: seen as `09:00–10:30`, and read out, copied and searched as `09:00 to 10:30`.

use crate::prelude::*;

/// A range of times. The stylesheet shows the word between them as a dash.
#[component]
pub fn Range(
    /// The times, with a dash between.
    words: String,
) -> impl IntoView {
    let (start, end) = words.split_once('–').unwrap_or((&words, ""));
    // Between dates the dash has spaces of its own.
    let to = if start.ends_with(char::is_whitespace) { "to" } else { " to " };
    view! { {start.to_owned()} <span class="to">{to}</span> {end.to_owned()} }
}

/// The same inside a sentence.
pub fn range_words(words: &str) -> String {
    let (start, end) = words.split_once('–').unwrap_or((words, ""));
    format!("{} to {}", start.trim_end(), end.trim_start())
}
