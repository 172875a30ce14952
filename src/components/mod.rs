//! What pages are composed of, one noun a file.

pub mod badges;
pub mod dated;
pub mod icon;
pub mod links;
pub mod prose;
pub mod star;
pub mod toggle;
pub mod when;
