//! A part of the document that was made beforehand becomes what markup says,
//! and what agrees already stays the same nodes.

use any_spawner::Executor;
use meridian::browser::mount::take_over;
use meridian::markup::{Element, Node, el, live};
use reactive_graph::owner::Owner;
use reactive_graph::prelude::*;
use reactive_graph::signal::RwSignal;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element as DomElement, HtmlElement};

/// A part of the document.
struct Place(Option<DomElement>);

impl Place {
    fn html(&self) -> String {
        self.0.as_ref().map(DomElement::inner_html).unwrap_or_default()
    }

    fn all(&self, selector: &str) -> Vec<DomElement> {
        let found = self.0.as_ref().and_then(|place| place.query_selector_all(selector).ok());
        let found = found.iter().flat_map(|found| (0..found.length()).filter_map(|index| found.get(index)));
        found.filter_map(|node| node.dyn_into().ok()).collect()
    }
}

/// Puts what was made beforehand into the document under the id.
fn beforehand(id: &str, html: &str) -> Place {
    // Another test may have done it.
    let _ = Executor::init_wasm_bindgen();
    let put = || {
        let document = web_sys::window()?.document()?;
        let place = document.create_element("div").ok()?;
        place.set_id(id);
        place.set_inner_html(html);
        document.body()?.append_child(&place).ok()?;
        Some(place)
    };
    Place(put())
}

/// Takes it over; what took it over lives until the page is left.
fn taken(id: &str, make: impl FnOnce() -> Node) {
    let owner = Owner::new();
    owner.with(|| take_over(&format!("#{id}"), make()));
    std::mem::forget(owner);
}

fn list(items: &[&'static str]) -> Element {
    el("ul").each(items.iter().map(|item| el("li").text(*item)))
}

#[wasm_bindgen_test]
fn what_agrees_stays() {
    let html = r#"<h1 class="a">One</h1><p>two <b>three</b></p><svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>"#;
    let place = beforehand("agrees", html);
    let before = place.all("*");
    let part = || {
        let svg = el("svg").attr("viewBox", "0 0 1 1").with(el("path").attr("d", "M0 0"));
        let words = el("p").text("two ").with(el("b").text("three"));
        Node::Many(vec![el("h1").class("a").text("One").into(), words.into(), svg.into()])
    };
    taken("agrees", part);
    assert_eq!(place.html(), html);
    assert_eq!(place.all("*"), before);
}

#[wasm_bindgen_test]
fn what_differs_becomes_as_it_should_be() {
    for (index, (before, after)) in [
        ("<ul><li>a</li><li>b</li><li>c</li></ul>", &["a", "c"][..]),
        ("<ul><li>b</li></ul>", &["a", "b", "c"]),
        ("<ul></ul><p>more</p>", &["a"]),
        ("<p>other</p><p>yet another</p>", &["a"]),
        (r#"<ul class="old" hidden data-from="5"><li title="x">a</li></ul>"#, &["a"]),
        ("words and nothing else", &["a"]),
        ("", &["a", "b"]),
    ]
    .into_iter()
    .enumerate()
    {
        let id = format!("differs-{index}");
        let place = beforehand(&id, before);
        taken(&id, || list(after).into());
        let items: Vec<String> = after.iter().map(|item| format!("<li>{item}</li>")).collect();
        assert_eq!(place.html(), format!("<ul>{}</ul>", items.concat()), "{before}");
    }
}

#[wasm_bindgen_test]
async fn texts_that_a_file_has_joined_are_parted() {
    let count = RwSignal::new(2);
    let place = beforehand("texts", "<p>Hällo 𝛼 2 of 3, as ever</p>");
    taken("texts", || el("p").text("Hällo 𝛼 ").live(move || count.get().to_string()).text(" of 3, as ever").into());
    assert_eq!(place.html(), "<p>Hällo 𝛼 2 of 3, as ever</p>");
    count.set(30);
    Executor::tick().await;
    assert_eq!(place.html(), "<p>Hällo 𝛼 30 of 3, as ever</p>");
}

#[wasm_bindgen_test]
fn texts_that_a_part_stood_between_are_one_again() {
    let place = beforehand("between", "<p>one <i>gone</i>two <b>three</b></p>");
    // As the boot script does with what is not true any more.
    place.all("i").iter().for_each(DomElement::remove);
    let before = place.all("b");
    taken("between", || el("p").text("one two ").with(el("b").on("click", |_| ()).text("three")).into());
    assert_eq!(place.html(), "<p>one two <b>three</b></p>");
    assert_eq!(place.all("b"), before);
}

#[wasm_bindgen_test]
fn what_others_put_into_the_page_goes_and_the_rest_stays() {
    let strangers = "<!-- > --><script type=\"x\">a < b</script>";
    let html = format!("{strangers}<h1>One</h1>{strangers}<p>two</p>{strangers}<b><!--three-->three</b>");
    let place = beforehand("strangers", &html);
    let before = place.all("h1, p, b");
    taken("strangers", || {
        Node::Many(vec![
            el("h1").text("One").into(),
            el("p").on("click", |_| ()).text("two").into(),
            el("b").text("three").into(),
        ])
    });
    assert_eq!(place.html(), "<h1>One</h1><p>two</p><b>three</b>");
    assert_eq!(place.all("h1, p, b"), before);
}

#[wasm_bindgen_test]
async fn live_parts_take_over_what_they_made_before_and_follow_their_signals() {
    let items = RwSignal::new(vec!["a", "b"]);
    let place = beforehand("parts", "<ul><li>a</li><li>b</li></ul><p>after</p>");
    let (first, after) = (place.all("li"), place.all("p"));
    taken("parts", || Node::Many(vec![live(move || list(&items.get())), el("p").text("after").into()]));
    assert_eq!((place.all("li"), place.all("p")), (first, after.clone()));
    items.set(vec!["b"]);
    Executor::tick().await;
    assert_eq!(place.html(), "<ul><li>b</li></ul><p>after</p>");
    assert_eq!(place.all("p"), after);
}

#[wasm_bindgen_test]
fn elements_that_were_taken_over_hear_and_stay_open() {
    let pressed = RwSignal::new(0);
    let html = r#"<details open=""><summary>More</summary></details><button type="button">Go</button>"#;
    let place = beforehand("hears", html);
    taken("hears", || {
        let go =
            el("button").attr("type", "button").on("click", move |_| pressed.update(|times| *times += 1)).text("Go");
        Node::Many(vec![el("details").with(el("summary").text("More")).into(), go.into()])
    });
    assert_eq!(place.html(), html);
    for button in place.all("button") {
        button.unchecked_into::<HtmlElement>().click();
    }
    assert_eq!(pressed.get_untracked(), 1);
}

#[wasm_bindgen_test]
fn custom_properties_are_no_stale_attribute() {
    let place = beforehand("custom-kept", r#"<li class="old" id="stale" lang="en">slot</li>"#);
    taken("custom-kept", || el("li").class("slot").attr("--from", "90").attr("--for", "30").text("slot").into());
    assert_eq!(place.html(), r#"<li class="slot" style="--from: 90; --for: 30;">slot</li>"#);
}
