//! The web entry: puts the app into the page.

use leptos::mount::mount_to_body;
use meridian::app::Meridian;

fn main() {
    mount_to_body(Meridian);
}
