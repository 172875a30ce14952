//! The description of a page, for search results and link previews.

use agenda::Agenda;
use agenda::clock::{HourCycle, Reading};
use agenda::model::{Session, Status};
use agenda::page::Page;
use agenda::text::Text;
use agenda::time::words::{day_month_year, days, weekday_name};

/// The most characters that are shown anywhere.
pub(super) const MOST: usize = 160;

/// What a page is about. That of a session begins with what a link to it is opened for: when, and of what event.
pub(super) fn description(agenda: &Agenda, page: Option<&Page>) -> String {
    let own = page.and_then(|page| match page {
        Page::Session(id) => agenda.session(id).map(|session| of_session(agenda, session)),
        Page::Theme(id) => agenda.theme(id)?.summary.as_ref().map(|summary| one_line(&Text::plain(summary))),
        Page::Home
        | Page::Programme
        | Page::Day(_)
        | Page::Watch
        | Page::People
        | Page::Person(_)
        | Page::Room(_)
        | Page::Mine
        | Page::About => None,
    });
    cut(&own.unwrap_or_else(|| of_event(agenda)), MOST)
}

/// Text without line breaks.
pub(super) fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
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

/// As in `Monday 28 June 2021, 11:00–12:00 in Copenhagen · Sample. Hello.`
fn of_session(agenda: &Agenda, session: &Session) -> String {
    let (venue, span) = (agenda.venue(), session.span());
    let day = agenda.day_of(session);
    let hours = Reading::new(venue, span, day, HourCycle::H24).range;
    let mark = if session.status == Status::Cancelled { "Cancelled: " } else { "" };
    let (weekday, date) = (weekday_name(day), day_month_year(day));
    let when = format!("{mark}{weekday} {date}, {hours} in {} · {}.", venue.city(), agenda.event().title);
    let summary = session.summary.as_ref().map(Text::plain).unwrap_or_default();
    one_line(&format!("{when} {summary}"))
}

fn of_event(agenda: &Agenda) -> String {
    let event = agenda.event();
    let programme =
        || format!("{}: the programme, {}, in your own time zone.", event.title, days(event.start, event.end));
    one_line(&event.tagline.as_ref().map_or_else(programme, ToString::to_string))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn a_session_says_when_it_is_and_its_summary_and_any_other_page_the_tagline() {
        let source = sample::SOURCE.replace("\"Hello.\"", "\"Hello *all*,\\n\\n- one\\n- [two](/about/)\"");
        let source = source.replacen("\"mode\"", "\"tagline\": \"Come and see.\", \"mode\"", 1);
        let agenda = Agenda::read(&source, &crate::offset_at).expect("an agenda");
        for (page, said) in [
            (
                Some(Page::Session("opening".into())),
                "Monday 28 June 2021, 11:00–12:00 in Copenhagen · Sample. Hello all, - one - two",
            ),
            (Some(Page::Session("late".into())), "Monday 28 June 2021, 23:00–01:00 in Copenhagen · Sample."),
            (Some(Page::Theme("sea".into())), "Come and see."),
            (Some(Page::Home), "Come and see."),
            (None, "Come and see."),
        ] {
            assert_eq!(description(&agenda, page.as_ref()), said, "{page:?}");
        }
        let said = "Sample: the programme, 28 to 29 June 2021, in your own time zone.";
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
    fn a_text_becomes_one_line() {
        assert_eq!(one_line("ab\n\tc\0d"), "ab c d");
        assert_eq!(one_line("שלום"), "שלום");
    }
}
