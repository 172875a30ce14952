//! What pages are composed of, one component a file.

pub mod artwork;
pub mod badges;
pub mod card;
pub mod clock_panel;
pub mod day_band;
pub mod filter_form;
pub mod header;
pub mod icon;
pub mod links;
pub mod notices;
pub mod notes;
pub mod prose;
pub mod recording;
pub mod shift_notice;
pub mod star;
pub mod talk;
pub mod video;
pub mod watched;
pub mod when;
