//! Markup in the document: shown as it is, and changed as its signals say.

use std::cell::Cell;
use std::rc::Rc;

use any_spawner::Executor;
use meridian::browser::mount::mount_to_body;
use meridian::markup::{Element, Node, el, live};
use reactive_graph::owner::Owner;
use reactive_graph::prelude::*;
use reactive_graph::signal::RwSignal;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, Element as DomElement, Event, HtmlElement, HtmlInputElement};

const SVG: &str = "http://www.w3.org/2000/svg";
const HTML: &str = "http://www.w3.org/1999/xhtml";

/// Puts what is made into the document, and lets it be found under the id. It
/// lives until the page is left, as the app does.
fn shown(id: &'static str, make: impl FnOnce(Element) -> Element) {
    // Another test may have done it.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    owner.with(|| mount_to_body(make(el("div").attr("id", id)).into()));
    std::mem::forget(owner);
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn find(selector: &str) -> Option<DomElement> {
    document()?.query_selector(selector).ok()?
}

fn html(selector: &str) -> Option<String> {
    find(selector).map(|element| element.inner_html())
}

fn attribute(selector: &str, name: &str) -> Option<String> {
    find(selector)?.get_attribute(name)
}

fn namespace(selector: &str) -> Option<String> {
    find(selector)?.namespace_uri()
}

fn input(selector: &str) -> Option<HtmlInputElement> {
    find(selector)?.dyn_into().ok()
}

fn has_focus(selector: &str) -> bool {
    find(selector).is_some() && document().and_then(|document| document.active_element()) == find(selector)
}

/// What depends on signals has changed by then.
async fn settled() {
    Executor::tick().await;
}

#[wasm_bindgen_test]
fn text_is_text() {
    shown("text", |page| page.attr("title", "\"><b>").text("<b>1</b> & ").with("<script>alert(1)</script>"));
    assert_eq!(html("#text").as_deref(), Some("&lt;b&gt;1&lt;/b&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt;"));
    assert_eq!(attribute("#text", "title").as_deref(), Some("\"><b>"));
}

#[wasm_bindgen_test]
async fn a_live_part_changes_and_its_neighbours_stay() {
    let count = RwSignal::new(0);
    shown("live", |page| {
        let items = move || (0..count.get()).map(|index| el("i").text(index.to_string()).into()).collect::<Vec<Node>>();
        page.with(el("p").text("before")).live(items).text("after")
    });
    let neighbour = find("#live p");
    for (number, between) in [(2, "<i>0</i><i>1</i>"), (1, "<i>0</i>"), (0, ""), (1, "<i>0</i>")] {
        count.set(number);
        settled().await;
        assert_eq!(html("#live"), Some(format!("<p>before</p>{between}after")));
    }
    assert!(neighbour.is_some());
    assert_eq!(find("#live p"), neighbour);
}

#[wasm_bindgen_test]
async fn live_parts_go_with_the_part_they_are_in() {
    let (outer, inner) = (RwSignal::new("a"), RwSignal::new(1));
    let made = Rc::new(Cell::new(0));
    let counted = Rc::clone(&made);
    shown("nested", |page| {
        page.live(move || {
            let (name, made) = (outer.get(), Rc::clone(&counted));
            let number = live(move || {
                made.set(made.get() + 1);
                format!("{name}{}", inner.get())
            });
            // Two that stand directly in one another, and one inside an element.
            Node::Many(vec![live(move || format!("{} ", inner.get())), el("b").with(number).into()])
        })
    });
    assert_eq!(html("#nested").as_deref(), Some("1 <b>a1</b>"));
    outer.set("b");
    settled().await;
    assert_eq!(html("#nested").as_deref(), Some("1 <b>b1</b>"));
    made.set(0);
    inner.set(2);
    settled().await;
    assert_eq!(html("#nested").as_deref(), Some("2 <b>b2</b>"));
    assert_eq!(made.get(), 1, "what was taken away is made no more");
    // Both at once.
    outer.set("c");
    inner.set(3);
    settled().await;
    assert_eq!(html("#nested").as_deref(), Some("3 <b>c3</b>"));
}

#[wasm_bindgen_test]
async fn a_live_attribute_comes_and_goes() {
    let current = RwSignal::new(None::<&str>);
    shown("attribute", |page| page.attr("class", "fixed").attr_live("aria-current", move || current.get()));
    for value in [None, Some("page"), Some(""), None, Some("true")] {
        current.set(value);
        settled().await;
        assert_eq!(attribute("#attribute", "aria-current").as_deref(), value);
        assert_eq!(attribute("#attribute", "class").as_deref(), Some("fixed"));
    }
}

#[wasm_bindgen_test]
async fn what_a_visitor_changes_too_follows_the_signal_still() {
    let (words, chosen) = (RwSignal::new("first"), RwSignal::new(true));
    shown("property", |page| {
        let field = el("input").class("words").attr_live("value", move || Some(words.get()));
        let option = el("input").attr("type", "radio").attr_live("checked", move || chosen.get().then_some(""));
        page.with(field).with(option)
    });
    let field = || input("#property .words");
    let option = || input("#property [type=radio]");
    assert_eq!(field().map(|field| field.value()).as_deref(), Some("first"));
    assert_eq!(option().map(|option| option.checked()), Some(true));
    if let (Some(field), Some(option)) = (field(), option()) {
        field.set_value("typed");
        option.set_checked(false);
    }
    words.set("second");
    chosen.set(true);
    settled().await;
    assert_eq!(field().map(|field| field.value()).as_deref(), Some("second"));
    assert_eq!(option().map(|option| option.checked()), Some(true));
    chosen.set(false);
    settled().await;
    assert_eq!(option().map(|option| option.checked()), Some(false));
}

#[wasm_bindgen_test]
async fn drawings_are_svg_and_what_stands_around_them_is_not() {
    let radius = RwSignal::new("1");
    shown("svg", |page| {
        let circle = live(move || el("circle").attr("r", radius.get()));
        let drawing = el("svg").attr("viewBox", "0 0 1 1").with(el("g").with(circle));
        page.with(drawing).with(el("p"))
    });
    radius.set("2");
    settled().await;
    for (selector, expected) in
        [("#svg", HTML), ("#svg svg", SVG), ("#svg g", SVG), ("#svg circle", SVG), ("#svg p", HTML)]
    {
        assert_eq!(namespace(selector).as_deref(), Some(expected), "{selector}");
    }
    assert_eq!(attribute("#svg svg", "viewBox").as_deref(), Some("0 0 1 1"));
    assert_eq!(attribute("#svg circle", "r").as_deref(), Some("2"));
}

#[wasm_bindgen_test]
async fn events_hand_over_the_value() {
    let (typed, pressed) = (RwSignal::new(String::new()), RwSignal::new(0));
    shown("event", |page| {
        let field = el("input").on("input", move |value| typed.set(value));
        let press = el("button").with(el("b").text("+")).on("click", move |_| pressed.update(|times| *times += 1));
        // Made anew with each press, and still listening.
        page.with(field)
            .live(move || el("em").text(typed.get()))
            .live(move || {
                let _ = pressed.get();
                el("p").with(el("button").text("again").on("click", move |_| pressed.update(|times| *times += 10)))
            })
            .with(press)
    });
    if let (Some(field), Ok(event)) = (input("#event input"), Event::new("input")) {
        field.set_value("<kath>");
        assert_eq!(field.dispatch_event(&event), Ok(true));
    }
    settled().await;
    assert_eq!(html("#event em").as_deref(), Some("&lt;kath&gt;"));
    for selector in ["#event b", "#event p button", "#event p button"] {
        if let Some(element) = find(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            element.click();
        }
        settled().await;
    }
    assert_eq!(pressed.get_untracked(), 21);
}

#[wasm_bindgen_test]
async fn what_takes_the_focus_has_it_once_it_is_there() {
    let open = RwSignal::new(false);
    shown("focus", |page| {
        page.with(el("button").text("play")).live(move || open.get().then(|| el("p").with(el("input").focused())))
    });
    if let Some(button) = find("#focus button").and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        assert_eq!(button.focus(), Ok(()));
    }
    assert!(has_focus("#focus button"));
    open.set(true);
    settled().await;
    assert!(has_focus("#focus input"));
    open.set(false);
    settled().await;
    assert!(!has_focus("#focus button"), "nothing steals the focus back");
}

#[wasm_bindgen_test]
async fn what_stylesheets_reckon_with_is_set_as_a_custom_property() {
    let from = RwSignal::new(Some("90"));
    shown("custom", |page| {
        page.with(el("p").attr("--for", "30").attr_live("--from", move || from.get()).class("slot").text("slot"))
    });
    let property = |name: &str| {
        let slot = find("#custom .slot")?.dyn_into::<HtmlElement>().ok()?;
        slot.style().get_property_value(name).ok()
    };
    assert_eq!(property("--for").as_deref(), Some("30"));
    assert_eq!(property("--from").as_deref(), Some("90"));
    assert_eq!(attribute("#custom .slot", "--from"), None);
    from.set(None);
    settled().await;
    assert_eq!(property("--from").as_deref(), Some(""));
    assert_eq!(property("--for").as_deref(), Some("30"));
}
