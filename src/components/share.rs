//! A link to hand on: as text, by the device's share sheet, and as a QR code.

use std::rc::Rc;

use reactive_graph::prelude::*;
use reactive_graph::signal::RwSignal;

use crate::browser::IS_LIVE;
use crate::browser::share::{can_copy, can_send, code, copy, fetch_codes, send};
use crate::components::filter_form::field;
use crate::markup::{Element, Node, button, el, live};
use crate::state::App;

/// Pixels that a side of a code takes on the screen, where its modules are not
/// too many: a camera then has it at arm's length.
const SIDE: usize = 264;

/// Pixels of a module: fewer are hard to read from a screen.
const LEAST: usize = 3;

/// A button that opens the ways to hand on `link`, which is made only then;
/// `title` is what it leads to.
pub fn share(words: &'static str, title: String, link: impl Fn() -> String + 'static) -> Element {
    let open = RwSignal::new(false);
    let (title, link) = (Rc::from(title), Rc::new(link));
    let press = button(words, move || open.update(|open| *open = !*open))
        .attr_live("aria-expanded", move || Some(if open.get() { "true" } else { "false" }));
    let place = el("div").class("share").with(press);
    if !IS_LIVE {
        return place;
    }
    place.live(move || open.get().then(|| ways(&title, &link())))
}

/// A link as text and as a QR code, without controls, while the page is being printed.
pub fn on_paper(app: App, link: impl Fn() -> String + 'static) -> Node {
    let printed = move || {
        let link = link();
        el("figure").class("share__paper").with(qr(&link)).with(el("figcaption").with(el("code").text(link)))
    };
    live(move || app.look.on_paper.get().then(&printed))
}

/// The ways to hand on a link, each where the device has it.
fn ways(title: &Rc<str>, link: &str) -> Element {
    let said = RwSignal::new(String::new());
    let text = el("input").attr("type", "text").attr("readonly", "").attr("value", link.to_owned());
    let own = link.to_owned();
    let copy = can_copy().then(|| {
        button("Copy the link", move || {
            copy(&own, move |done| {
                let words =
                    if done { "Copied." } else { "Your browser did not let it be copied: select the link above." };
                said.set(words.to_owned());
            });
        })
    });
    let (title, own) = (Rc::clone(title), link.to_owned());
    let send = can_send().then(|| button("Send it …", move || send(&title, &own)));
    let actions = el("p").class("share__actions").with(copy).with(send);
    el("div")
        .class("share__ways")
        .with(field("Link", text))
        .with(actions)
        .with(el("p").class("share__said").attr("role", "status").live(move || said.get()))
        .with(qr(link))
}

/// The QR code of a link; the first takes a moment to come.
fn qr(link: &str) -> Node {
    // A list of one or none: such signals are there already.
    let drawn: RwSignal<Vec<String>> = RwSignal::new(code(link).into_iter().collect());
    if drawn.get_untracked().is_empty() {
        let link = link.to_owned();
        fetch_codes(move || drawn.set(vec![code(&link).unwrap_or_default()]));
    }
    live(move || drawn.get().pop().map(|code| square(&code)))
}

/// A drawn code, dark on white in every scheme of colours, in pixels that no
/// module shares with another.
fn square(code: &str) -> Element {
    let drawn = code.split_once(' ').and_then(|(side, path)| Some((side.parse::<usize>().ok()?, path.to_owned())));
    let Some((side, path)) = drawn else {
        return el("p").class("aside").text("No QR code could be made of it: hand on the link.");
    };
    let pixels = (side * (SIDE / side).max(LEAST)).to_string();
    el("svg")
        .class("qr")
        .attr("viewBox", format!("0 0 {side} {side}"))
        .attr("width", pixels.clone())
        .attr("height", pixels)
        .attr("role", "img")
        .attr("aria-label", "QR code of the link")
        .with(el("path").class("qr__paper").attr("d", format!("M0 0h{side}v{side}H0z")))
        .with(el("path").class("qr__ink").attr("d", path))
}
