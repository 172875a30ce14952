//! The description of a page, for search results and link previews.

use agenda::Agenda;
use agenda::page::Page;
use agenda::text::Text;
use agenda::time::words::day_month_year;

/// The most characters that are shown anywhere.
pub(super) const MOST: usize = 160;

/// What a page is about.
pub(super) fn description(agenda: &Agenda, page: Option<&Page>) -> String {
    let own = page.and_then(|page| match page {
        Page::Session(id) => agenda.session(id).and_then(|session| session.summary.as_ref()),
        Page::Theme(id) => agenda.theme(id).and_then(|theme| theme.summary.as_ref()),
        Page::Home
        | Page::Programme
        | Page::Day(_)
        | Page::Watch
        | Page::People
        | Page::Person(_)
        | Page::Mine
        | Page::About => None,
    });
    let said = own.map(|summary| one_line(&Text::plain(summary))).filter(|summary| !summary.is_empty());
    cut(&said.unwrap_or_else(|| of_event(agenda)), MOST)
}

/// Text without line breaks, and without marks that would reverse the text after it.
pub(super) fn one_line(text: &str) -> String {
    let turns = |c: &char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let plain: String = text.chars().filter(|c| !turns(c)).map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// At most that many characters, cut between two words where there are any.
pub(super) fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    // The mark at the end is a character too.
    let head: String = text.chars().take(most.saturating_sub(1)).collect();
    let goes_on = text.chars().nth(most.saturating_sub(1)).is_some_and(|next| !next.is_whitespace());
    let whole = head.rsplit_once(' ').filter(|(whole, _)| goes_on && whole.len() * 2 > head.len());
    format!(
        "{}…",
        whole.map_or(head.as_str(), |(whole, _)| whole).trim_end_matches([' ', ',', ';', ':', '.', '–', '-'])
    )
}

fn of_event(agenda: &Agenda) -> String {
    let event = agenda.event();
    let (start, end) = (day_month_year(event.start), day_month_year(event.end));
    let programme = || format!("{}: the programme, {start} to {end}, in your own time zone.", event.title);
    one_line(&event.tagline.as_ref().map_or_else(programme, ToString::to_string))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn a_session_says_its_summary_and_any_other_page_the_tagline() {
        let source = sample::SOURCE.replace("\"Hello.\"", "\"Hello *all*,\\n\\n- one\\n- [two](/about/)\"");
        let source = source.replacen("\"mode\"", "\"tagline\": \"Come and see.\", \"mode\"", 1);
        let agenda = Agenda::read(&source, &crate::offset_at).expect("an agenda");
        for (page, said) in [
            (Some(Page::Session("opening".into())), "Hello all, - one - two"),
            (Some(Page::Session("late".into())), "Come and see."),
            (Some(Page::Theme("sea".into())), "Come and see."),
            (Some(Page::Home), "Come and see."),
            (None, "Come and see."),
        ] {
            assert_eq!(description(&agenda, page.as_ref()), said, "{page:?}");
        }
        let said = "Sample: the programme, 28 June 2021 to 29 June 2021, in your own time zone.";
        assert_eq!(description(&sample::agenda(), Some(&Page::Home)), said);
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        for (text, most, cut_text) in [
            ("one two", 7, "one two"),
            ("one two, three", 10, "one two…"),
            ("one two three", 8, "one two…"),
            ("unbreakable", 5, "unbr…"),
            ("東京東京東京", 4, "東京東…"),
        ] {
            assert_eq!(cut(text, most), cut_text);
        }
        assert_eq!(cut(&"word ".repeat(20_000), MOST).chars().count(), MOST);
    }

    #[test]
    fn nothing_turns_the_text_around() {
        assert_eq!(one_line("a\u{202e}b\u{2066}\n\tc\0d"), "ab c d");
        assert_eq!(one_line("\u{202e}"), "");
        assert_eq!(one_line("שלום"), "שלום");
    }
}
