//! The web app manifest, by which a site can be installed.

use serde_json::{Map, Value, json};

use super::colour::PAPER;
use super::description::{MOST, cut, one_line};
use agenda::Agenda;

/// Its place in the site.
pub(super) const MANIFEST: &str = "manifest.webmanifest";

/// Icons of the site, with their sides in pixels and what they are for.
pub(super) const ICONS: [(&str, u16, &str); 3] =
    [("icons/192.png", 192, "any"), ("icons/512.png", 512, "any"), ("icons/maskable.png", 512, "maskable")];

/// A picture of the app, as stores show it before it is installed.
pub(super) struct Screenshot {
    /// Its place in the site.
    pub(super) path: String,
    /// Width and height in pixels.
    pub(super) size: (u32, u32),
}

/// The manifest of an event.
pub(super) fn manifest(agenda: &Agenda, screenshots: &[Screenshot]) -> String {
    let event = agenda.event();
    let name = cut(&one_line(&event.title), MOST);
    let mut icons: Vec<Value> = ICONS
        .iter()
        .map(|(path, side, purpose)| {
            json!({ "src": path, "sizes": format!("{side}x{side}"), "type": "image/png", "purpose": purpose })
        })
        .collect();
    icons.push(json!({ "src": "icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any" }));
    let short = event.short_title.as_ref().map_or(name.clone(), |short| cut(&one_line(short), MOST));
    let known = [
        ("name", Some(name.into())),
        ("short_name", Some(short.into())),
        ("description", event.tagline.as_ref().map(|tagline| one_line(tagline).into())),
        ("lang", Some((&*event.language).into())),
        ("dir", Some("auto".into())),
        ("start_url", Some("./".into())),
        ("scope", Some("./".into())),
        ("display", Some("standalone".into())),
        ("background_color", Some(PAPER.to_string().into())),
        ("theme_color", Some(PAPER.to_string().into())),
        ("icons", Some(icons.into())),
        (
            "shortcuts",
            Some(json!([{ "name": "Programme", "url": "programme/" }, { "name": "My schedule", "url": "mine/" }])),
        ),
        ("screenshots", (!screenshots.is_empty()).then(|| screenshots.iter().map(shown).collect())),
    ];
    let members: Map<String, Value> =
        known.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect();
    format!("{:#}\n", Value::Object(members))
}

fn shown(Screenshot { path, size: (width, height) }: &Screenshot) -> Value {
    let form = if width > height { "wide" } else { "narrow" };
    json!({ "src": path, "sizes": format!("{width}x{height}"), "type": "image/png", "form_factor": form })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn has_what_makes_a_site_installable() {
        let screenshots = [
            Screenshot { path: "screenshots/a.png".into(), size: (390, 844) },
            Screenshot { path: "screenshots/b.png".into(), size: (1280, 800) },
        ];
        let text = manifest(&sample::agenda(), &screenshots);
        let manifest: Value = serde_json::from_str(&text).expect("JSON");
        let expected = json!({
            "name": "Sample", "short_name": "Sample", "lang": "en", "dir": "auto",
            "start_url": "./", "scope": "./", "display": "standalone",
            "background_color": "#fbfaf6", "theme_color": "#fbfaf6",
            "icons": [
                { "src": "icons/192.png", "sizes": "192x192", "type": "image/png", "purpose": "any" },
                { "src": "icons/512.png", "sizes": "512x512", "type": "image/png", "purpose": "any" },
                { "src": "icons/maskable.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable" },
                { "src": "icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any" },
            ],
            "shortcuts": [{ "name": "Programme", "url": "programme/" }, { "name": "My schedule", "url": "mine/" }],
            "screenshots": [
                { "src": "screenshots/a.png", "sizes": "390x844", "type": "image/png", "form_factor": "narrow" },
                { "src": "screenshots/b.png", "sizes": "1280x800", "type": "image/png", "form_factor": "wide" },
            ],
        });
        assert_eq!(manifest, expected);
    }

    #[test]
    fn says_nothing_of_what_there_is_not() {
        let source = sample::SOURCE.replacen("\"mode\"", "\"short_title\": \"S\", \"tagline\": \"T\", \"mode\"", 1);
        let agenda = Agenda::read(&source, &crate::offset_at).expect("an agenda");
        let manifest: Value = serde_json::from_str(&manifest(&agenda, &[])).expect("JSON");
        assert_eq!((&manifest["short_name"], &manifest["description"]), (&"S".into(), &"T".into()));
        assert!(manifest.get("screenshots").is_none());
    }
}
