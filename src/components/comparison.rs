//! My schedule beside another one: what both hold, what one holds, when both are free.

use super::when::{when, when_free};
use crate::agenda::model::Session;
use crate::agenda::picks::Shelf;
use crate::agenda::share::compare::{Part, Whose, compare};
use crate::agenda::time::{Date, duration};
use crate::markup::{Element, Node, el, link};
use crate::route::Route;
use crate::state::App;

/// Both, day by day, in order of time.
pub fn comparison(app: App, theirs: &[&'static Session]) -> Vec<Node> {
    let theirs: Vec<String> = theirs.iter().map(|session| session.id.to_string()).collect();
    let days = compare(app.agenda, &app.kept.on(Shelf::Star), &theirs).into_iter();
    days.map(|(date, parts)| {
        let parts = parts.into_iter().map(|part| one(app, date, part));
        let list = el("ol").class("compare").each(parts);
        el("section").class("day").with(el("h2").text(date.long())).with(list).into()
    })
    .collect()
}

fn one(app: App, date: Date, part: Part<'static>) -> Element {
    let mark = |words: &'static str| el("p").class("compare__whose").text(words);
    match part {
        Part::Free(span) => el("li")
            .class("compare__part compare__part--free")
            .with(mark("Free, both of you"))
            .with(when_free(app, span, date))
            .with(el("p").class("aside").text(duration(span.minutes()))),
        Part::Session(session, whose) => {
            let (class, words) = match whose {
                Whose::Both => ("both", "Both of you"),
                Whose::Mine => ("mine", "Only mine"),
                Whose::Theirs => ("theirs", "Only theirs"),
            };
            let href = app.places.href(Route::Session(session.id.to_string()));
            el("li")
                .class(format!("compare__part compare__part--{class} {}", app.agenda.hue_class(session)))
                .with(mark(words))
                .with(when(app, session))
                .with(el("h3").class("compare__title").with(link(href, &*session.title)))
        }
    }
}
