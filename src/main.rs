//! The web entry: starts the app.

fn main() {
    meridian::app::start();
}
