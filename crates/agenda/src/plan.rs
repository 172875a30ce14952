//! Planning: clashes, repeats, free time, and sessions that fit into it. Lists of
//! sessions are in order of time; cancelled sessions take no time.

use super::id::Id;
use super::model::{Session, Status};
use super::time::{Span, minutes_since};

/// The shortest gap that is shown, in minutes.
pub const SHORTEST_GAP: i64 = 30;

/// A session held at the same time as another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Clash<'a> {
    /// The other session.
    pub with: &'a Session,
    /// How long both are on, in minutes: 1 or more.
    pub minutes: i64,
}

/// The sessions among those starred that are on at the same time as this one,
/// the longest overlap first. What only touches does not clash.
pub fn clashes<'a>(session: &Session, starred: &[&'a Session]) -> Vec<Clash<'a>> {
    let mut found: Vec<Clash<'a>> = Vec::new();
    for with in near(session.span(), starred) {
        if with.id == session.id || !takes_place(session) {
            continue;
        }
        let (one, other) = (with.span(), session.span());
        let minutes = minutes_since(one.end.min(other.end), one.start.max(other.start));
        let place = found.iter().position(|other| other.minutes < minutes).unwrap_or(found.len());
        found.insert(place, Clash { with, minutes });
    }
    found
}

/// The sessions that take place and share time with the span.
pub fn near<'s, 'a>(span: Span, sessions: &'s [&'a Session]) -> impl Iterator<Item = &'a Session> + use<'s, 'a> {
    let before = sessions.partition_point(|session| session.start < span.end);
    sessions.iter().take(before).copied().filter(move |session| session.end > span.start && takes_place(session))
}

/// The other sessions that hold the same, in order of time: `repeats` counts in
/// both directions and over several steps.
pub fn repeats<'a>(session: &'a Session, programme: &'a [Session]) -> Vec<&'a Session> {
    let mut group = vec![session];
    let mut next = 0;
    while let Some(one) = group.get(next).copied() {
        next += 1;
        for other in programme {
            let is_same = one.repeats.contains(&other.id) || other.repeats.contains(&one.id);
            if is_same && group.iter().all(|known| known.id != other.id) {
                group.push(other);
            }
        }
    }
    if next == 1 {
        return Vec::new();
    }
    let is_repeat = |other: &&Session| other.id != session.id && takes_place(other) && has(&group, other);
    programme.iter().filter(is_repeat).collect()
}

/// From the first start to the last end of what takes place among the sessions of a day. What goes on for days tells
/// nothing of one of them.
pub fn frame<'a>(day: impl Iterator<Item = &'a Session>) -> Option<Span> {
    day.filter(|session| takes_place(session) && !session.span().is_long()).map(Session::span).reduce(Span::joined)
}

/// The free stretches of a frame around the starred sessions, each of
/// [`SHORTEST_GAP`] minutes or more, in order.
pub fn gaps(frame: Span, starred: &[&Session]) -> Vec<Span> {
    let mut gaps = Vec::new();
    let mut free = frame.start;
    for session in near(frame, starred) {
        let taken = session.span();
        add(&mut gaps, Span { start: free, end: taken.start });
        free = free.max(taken.end);
    }
    add(&mut gaps, Span { start: free, end: frame.end });
    gaps
}

/// The sessions that are not starred and lie wholly inside the gap: first those
/// that share the most themes with what is starred, then by time.
pub fn fits<'a>(gap: Span, programme: &'a [Session], starred: &[&Session]) -> Vec<&'a Session> {
    let from = programme.partition_point(|session| session.start < gap.start);
    let inside = programme.iter().skip(from).take_while(|session| session.start < gap.end);
    let is_liked = |theme: &&Id| starred.iter().any(|other| other.themes.contains(theme));
    let mut found: Vec<(usize, &Session)> = Vec::new();
    for session in inside.filter(|session| session.end <= gap.end && takes_place(session) && !has(starred, session)) {
        let shared = session.themes.iter().filter(is_liked).count();
        found.insert(found.partition_point(|(other, _)| *other >= shared), (shared, session));
    }
    found.into_iter().map(|(_, session)| session).collect()
}

/// Whether it was not cancelled.
pub fn takes_place(session: &Session) -> bool {
    session.status != Status::Cancelled
}

fn has(sessions: &[&Session], session: &Session) -> bool {
    sessions.iter().any(|other| other.id == session.id)
}

/// Adds a gap that is long enough.
fn add(gaps: &mut Vec<Span>, gap: Span) {
    if gap.minutes() >= SHORTEST_GAP {
        gaps.push(gap);
    }
}

#[cfg(test)]
mod tests;
