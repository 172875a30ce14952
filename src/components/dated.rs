//! Parts of a page that are true for a time only.
//!
//! Live, the one that is true now stands there. A page that is made beforehand
//! has them all, each with its dates, and the boot script (`boot/head.js`) takes
//! away, while the page is still being read, what is not true when it is opened.
//! Without script the first one is shown.

use crate::agenda::model::Session;
use crate::agenda::phase::Phase;
use crate::agenda::time::Instant;
use crate::browser::IS_LIVE;
use crate::markup::{Element, Node, live};
use crate::state::App;

/// Marks a part with when it is true: from an instant on, and until before another.
pub fn dated(part: Element, from: Option<Instant>, until: Option<Instant>) -> Element {
    let seconds = |at: Instant| at.0.to_string();
    part.attr_if("data-from", from.map(seconds)).attr_if("data-until", until.map(seconds))
}

/// What stands there in each phase of a session; the one of a session that is
/// ahead is what a reader without script sees.
pub fn by_phase(
    app: App,
    session: &'static Session,
    make: impl Fn(Phase, Option<Instant>) -> Option<Element> + 'static,
) -> Node {
    if IS_LIVE {
        return live(move || app.clock.now().and_then(|now| make(Phase::of(session, now), Some(now))));
    }
    let (start, end) = (Some(session.start), Some(session.end));
    let phases = [(Phase::Ahead, None, start), (Phase::Live, start, end), (Phase::Over, end, None)];
    let parts = phases.into_iter().filter_map(|(phase, from, until)| {
        let part = make(phase, None)?;
        Some(dated(part, from, until).into())
    });
    parts.collect::<Vec<Node>>().into()
}
