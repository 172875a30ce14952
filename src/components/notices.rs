//! What went wrong with what the visitor keeps, in words they can act on.

use crate::browser::{navigation, worker};
use crate::markup::{Element, Node, Words, button, el, link};
use crate::route::Route;
use crate::state::App;
use crate::state::notices::Notice;

/// The anchor of the list of changes: of the programme on the page about the
/// app and its data, of the visitor's own sessions on that of their schedule.
pub const CHANGES: &str = "changes";

/// Shows every notice; they are announced politely.
pub fn notices(app: App) -> Element {
    let all = move || app.notices.all().into_iter().map(|notice| one(app, notice).into()).collect::<Vec<Node>>();
    el("div").class("notices").attr("role", "status").live(all)
}

fn one(app: App, notice: Notice) -> Element {
    let first: Node = match notice {
        Notice::Removed => button("Keep them", move || app.kept.save_again()).into(),
        Notice::Newer => button("Reload", navigation::reload).into(),
        Notice::Version => button("Use it now", worker::use_version).into(),
        Notice::Undo => button("Undo", move || app.kept.undo()).into(),
        Notice::Mine => link(app.places.href_at(Route::Mine, CHANGES), "See the changes").class("button").into(),
        Notice::Updated => link(app.places.href_at(Route::About, CHANGES), "What changed").class("button").into(),
        Notice::Blocked | Notice::Full | Notice::SetAside | Notice::Unreadable => Node::Many(Vec::new()),
    };
    let dismiss = move |words| button(words, move || app.notices.dismiss(notice));
    let last = match notice {
        Notice::Removed => button("Let them go", move || app.kept.let_go()),
        Notice::Mine | Notice::Version => dismiss("Later"),
        Notice::Newer
        | Notice::Blocked
        | Notice::Full
        | Notice::SetAside
        | Notice::Undo
        | Notice::Updated
        | Notice::Unreadable => dismiss("Dismiss"),
    };
    let actions = el("p").class("notice__actions").with(first).with(last);
    let class = if notice == Notice::Undo { "notice notice--undo" } else { "notice" };
    el("div").class(class).with(el("p").text(words(app, notice))).with(actions)
}

fn words(app: App, notice: Notice) -> Words {
    let words = match notice {
        Notice::Undo => return app.kept.undo_words().into(),
        Notice::Mine => "Sessions that you starred have changed.",
        Notice::Blocked => {
            "Your browser keeps nothing for this site, so your stars last only until you close this page. \
             Allow site data in the browser’s settings, then star again."
        }
        Notice::Full => {
            "Your browser has no room left, so your last change lasts only until you close this page. \
             Free some space (for example, clear another site’s data); it is saved as soon as there is room."
        }
        Notice::SetAside => {
            "Something kept here could not be read. It counts as starred or watched, a copy is set aside, \
             and everything else is safe."
        }
        Notice::Newer => {
            "This was saved by a newer version of the app and was left as it is. Reload to get that version."
        }
        Notice::Updated => "The programme was updated, and this is the new one.",
        Notice::Unreadable => {
            "The programme was changed and cannot be read, so you see the one from before. Nothing of yours is lost."
        }
        Notice::Version => "A new version of this app is ready. What you starred and set stays.",
        Notice::Removed => {
            "Stars or watched marks were removed from this browser, in another tab or by the browser itself. \
             They are still here on this page."
        }
    };
    words.into()
}
