//! What pages are composed of, one noun a file.

pub mod artwork;
pub mod badges;
pub mod card;
pub mod clock_panel;
pub mod comparison;
pub mod connection;
pub mod dated;
pub mod day;
pub mod day_band;
pub mod filter_form;
pub mod forget;
pub mod header;
pub mod icon;
pub mod links;
pub mod notes;
pub mod notices;
pub mod prose;
pub mod recording;
pub mod share;
pub mod shift_notice;
pub mod talk;
pub mod toggle;
pub mod video;
pub mod when;
