//! Meridian: an agenda for events whose people are spread across time zones.
//!
//! Read from the bottom up: the package `agenda` is the domain, [`platform`] the browser, [`state`]
//! what changes, [`components`] and [`pages`] what is seen, [`app`] what joins them. ARCHITECTURE.md
//! says the rest.
#![expect(clippy::needless_pass_by_value, reason = "the properties of a component are its own")]

pub mod app;
pub mod components;
pub mod pages;
pub mod platform;
pub mod prelude;
pub mod routes;
pub mod state;

#[cfg(all(feature = "hydrate", feature = "ssr"))]
compile_error!("a page is rendered either in a browser (`hydrate`) or natively (`ssr`)");
