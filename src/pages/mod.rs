//! One page per route: each composes components and computes nothing itself.

pub mod about;
pub mod frame;
pub mod home;
pub mod mine;
pub mod not_found;
pub mod page_of;
pub mod people;
pub mod person;
pub mod problem;
pub mod programme;
pub mod room;
pub mod session;
pub mod theme;
pub mod watch;
