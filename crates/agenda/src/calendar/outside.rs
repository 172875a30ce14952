//! Links that add a session to a calendar on another site, which learns of it.
//! Neither site updates such an entry when the programme changes.

use super::{location, page, stamp};
use crate::Agenda;
use crate::model::Session;
use crate::page::encode;
use crate::time::rfc3339;

/// The link to Google Calendar's form for a new entry.
pub fn google(agenda: &Agenda, site: Option<&str>, session: &Session) -> String {
    let span = session.span();
    let dates = format!("{}/{}", stamp(span.start), stamp(span.end));
    let form = "https://calendar.google.com/calendar/render?action=TEMPLATE";
    link(form, &["text", "details", "location", "dates"], agenda, site, session, &[dates])
}

/// The link to Outlook's form for a new entry.
pub fn outlook(agenda: &Agenda, site: Option<&str>, session: &Session) -> String {
    let form = "https://outlook.live.com/calendar/0/deeplink/compose?path=/calendar/action/compose&rru=addevent";
    let span = session.span();
    let times = [rfc3339(span.start), rfc3339(span.end)];
    link(form, &["subject", "body", "location", "startdt", "enddt"], agenda, site, session, &times)
}

/// A form with these fields filled in: the title, the page, the place, and the times.
fn link(
    form: &str,
    names: &[&str],
    agenda: &Agenda,
    site: Option<&str>,
    session: &Session,
    times: &[String],
) -> String {
    let words = [session.title.to_string(), page(site, session).unwrap_or_default()];
    let place = location(agenda, site, session).unwrap_or_default();
    let values = words.iter().chain([&place]).chain(times);
    let mut href = form.to_owned();
    for (name, value) in names.iter().zip(values).filter(|(_, value)| !value.is_empty()) {
        href.push('&');
        href.push_str(name);
        href.push('=');
        href.push_str(&encode(value));
    }
    href
}
