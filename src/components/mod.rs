//! What pages are composed of, one noun a file.

pub mod artwork;
pub mod badges;
pub mod card;
pub mod clash;
pub mod dated;
pub mod day;
pub mod day_band;
pub mod field;
pub mod filter_form;
pub mod icon;
pub mod links;
pub mod page_title;
pub mod prose;
pub mod repeat;
pub mod shift_notice;
pub mod star;
pub mod toggle;
pub mod unfolding;
pub mod when;
