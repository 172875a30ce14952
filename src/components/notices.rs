//! What went wrong with what the visitor keeps, in words they can act on.

use crate::browser::navigation;
use crate::markup::{Element, Node, button, el};
use crate::state::App;
use crate::state::notices::Notice;

/// Shows every notice; they are announced politely.
pub fn notices(app: App) -> Element {
    let all = move || app.notices.all().into_iter().map(|notice| one(app, notice).into()).collect::<Vec<Node>>();
    el("div").class("notices").attr("role", "status").live(all)
}

fn one(app: App, notice: Notice) -> Element {
    let first = match notice {
        Notice::Removed => Some(button("Keep them", move || app.kept.save_again())),
        Notice::Newer => Some(button("Reload", navigation::reload)),
        Notice::Blocked | Notice::Full | Notice::SetAside => None,
    };
    let last = match notice {
        Notice::Removed => button("Let them go", move || app.kept.let_go()),
        Notice::Newer | Notice::Blocked | Notice::Full | Notice::SetAside => {
            button("Dismiss", move || app.notices.dismiss(notice))
        }
    };
    let actions = el("p").class("notice__actions").with(first).with(last);
    el("div").class("notice").with(el("p").text(words(notice))).with(actions)
}

fn words(notice: Notice) -> &'static str {
    match notice {
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
        Notice::Removed => {
            "Stars or watched marks were removed from this browser, in another tab or by the browser itself. \
             They are still here on this page."
        }
    }
}
