//! Meridian: an agenda for events whose people are spread across time zones.
//!
//! Read from the bottom up: [`agenda`] is the pure core, `browser` the only
//! door to the platform, `state` what changes, `components` and `pages` what
//! is seen, `app` what joins them. ARCHITECTURE.md tells the rest.

pub mod agenda;
pub mod markup;
pub mod route;

#[cfg(feature = "host")]
pub mod host;

#[cfg(feature = "web")]
pub mod app;
#[cfg(feature = "web")]
pub mod browser;
#[cfg(feature = "web")]
pub mod components;
#[cfg(feature = "web")]
pub mod pages;
#[cfg(feature = "web")]
pub mod state;
