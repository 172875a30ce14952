//! Meridian: an agenda for events whose people are spread across time zones.
//!
//! Read from the bottom up: [`agenda`] is the pure core, `browser` the only
//! door to the platform, `state` what changes, `components` and `pages` what
//! is seen, `app` what joins them. ARCHITECTURE.md tells the rest.

// A slice of a text that may panic links how such a panic is told: 2.9 KB of the visitor's download.
#![cfg_attr(not(test), warn(clippy::string_slice))]

pub mod agenda;
pub mod markup;
pub mod route;

#[cfg(feature = "host")]
pub mod host;

#[cfg(all(feature = "host", feature = "web"))]
compile_error!("a page is made either in a browser or natively: add --no-default-features to --features host");

#[cfg(feature = "web")]
pub mod app;
#[cfg(feature = "web")]
pub mod browser;
#[cfg(all(feature = "host", not(feature = "web")))]
#[path = "host/nowhere.rs"]
pub mod browser;
#[cfg(any(feature = "web", feature = "host"))]
pub mod components;
#[cfg(any(feature = "web", feature = "host"))]
pub mod pages;
#[cfg(any(feature = "web", feature = "host"))]
pub mod state;
