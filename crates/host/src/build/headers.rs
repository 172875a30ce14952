//! The files `_headers` and `_redirects`, in the format that
//! Netlify and Cloudflare Pages share.

use super::policy::{Policy, VIDEO_HOSTS};

/// What no page needs, and so no page may ask for.
const DENIED: [&str; 13] = [
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
];

/// What a player needs.
const FOR_PLAYERS: [&str; 4] = ["autoplay", "encrypted-media", "fullscreen", "picture-in-picture"];

/// Places with files whose names stay while their bytes change.
const REVALIDATED: [&str; 23] = [
    "/",
    "/404.html",
    "/about/*",
    "/agenda.json",
    "/agenda.schema.json",
    "/artwork.svg",
    "/cards/*",
    "/icon.svg",
    "/icons/*",
    "/index.html",
    "/manifest.webmanifest",
    "/mine/*",
    "/people/*",
    "/programme/*",
    "/robots.txt",
    "/schedule.json",
    "/schedule.xml",
    "/sessions/*",
    "/sitemap.xml",
    "/sw-off.js",
    "/sw.js",
    "/themes/*",
    "/watch/*",
];

/// The redirects: none.
pub(super) const REDIRECTS: &str = "\
# Nothing is redirected: every page is a file, and 404.html is shown for any other address.
# Rules of your own can stand here, as in: /old/* /programme/ 301
";

/// The headers of every file.
pub(super) fn headers(policy: &Policy) -> String {
    let mut text = format!(
        "# For a site at the top of its domain. No two rules set the same header: hosts join or drop doubles.\n\
         /*\n  \
         Content-Security-Policy: {}\n  \
         Cross-Origin-Opener-Policy: same-origin\n  \
         Permissions-Policy: {}\n  \
         Referrer-Policy: strict-origin-when-cross-origin\n  \
         X-Content-Type-Options: nosniff\n\
         \n# Named by their bytes.\n\
         /app/*\n  Cache-Control: public, max-age=31536000, immutable\n\
         \n# Asked for anew each time. Both hosts do so too with files that are not named here.\n",
        policy.header(),
        permissions(),
    );
    for place in REVALIDATED {
        text.push_str(place);
        text.push_str("\n  Cache-Control: no-cache\n");
    }
    text.push_str("/calendar/*\n  Cache-Control: no-cache\n  Content-Type: text/calendar; charset=utf-8\n");
    text
}

fn permissions() -> String {
    let hosts: Vec<String> = VIDEO_HOSTS.iter().map(|host| format!("\"{host}\"")).collect();
    let allowed = FOR_PLAYERS.iter().map(|feature| format!("{feature}=(self {})", hosts.join(" ")));
    let mut features: Vec<String> = DENIED.iter().map(|feature| format!("{feature}=()")).chain(allowed).collect();
    features.sort();
    features.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    /// The rules as hosts read them: each place with its headers.
    fn rules(text: &str) -> Vec<(&str, Vec<(&str, &str)>)> {
        let mut rules: Vec<(&str, Vec<(&str, &str)>)> = Vec::new();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.strip_prefix("  ") {
                None => rules.push((line, Vec::new())),
                Some(header) => {
                    let header = header.split_once(": ").expect("a name and a value");
                    rules.last_mut().expect("a place comes first").1.push(header);
                }
            }
        }
        rules
    }

    #[test]
    fn every_file_has_the_headers_and_app_files_are_kept() {
        let policy = Policy::new(&sample::agenda(), "", "");
        let text = headers(&policy);
        let rules = rules(&text);
        let of = |place: &str| rules.iter().find(|(other, _)| *other == place).map(|(_, headers)| headers.clone());
        let all = of("/*").expect("a rule for all");
        let value = |name: &str| all.iter().find(|(other, _)| *other == name).map(|(_, value)| *value);
        assert_eq!(value("Content-Security-Policy"), Some(policy.header().as_str()));
        assert_eq!(value("X-Content-Type-Options"), Some("nosniff"));
        assert_eq!(value("Referrer-Policy"), Some("strict-origin-when-cross-origin"));
        assert_eq!(value("Cross-Origin-Opener-Policy"), Some("same-origin"));
        let permissions = value("Permissions-Policy").expect("permissions");
        for part in ["camera=()", "microphone=()", "geolocation=()"] {
            assert!(permissions.contains(part), "{permissions}");
        }
        for feature in ["autoplay", "fullscreen", "picture-in-picture"] {
            let rule = format!("{feature}=(self \"https://player.vimeo.com\" \"https://www.youtube-nocookie.com\")");
            assert!(permissions.contains(&rule), "{permissions}");
        }
        assert_eq!(of("/app/*"), Some(vec![("Cache-Control", "public, max-age=31536000, immutable")]));
        assert_eq!(of("/agenda.json"), Some(vec![("Cache-Control", "no-cache")]));
        let calendar = vec![("Cache-Control", "no-cache"), ("Content-Type", "text/calendar; charset=utf-8")];
        assert_eq!(of("/calendar/*"), Some(calendar));
    }

    #[test]
    fn no_file_is_given_two_rules_on_caching() {
        let text = headers(&Policy::new(&sample::agenda(), "", ""));
        let places: Vec<&str> = rules(&text).iter().map(|(place, _)| *place).skip(1).collect();
        for path in [
            "/",
            "/index.html",
            "/app/a.js",
            "/sessions/a/",
            "/sw.js",
            "/calendar/all.ics",
            "/programme/2021-06-28/index.html",
        ] {
            let matching = places.iter().filter(|place| match place.strip_suffix('*') {
                Some(folder) => path.starts_with(folder),
                None => path == **place,
            });
            assert_eq!(matching.count(), 1, "{path}");
        }
        // Cloudflare Pages reads no more.
        assert!(places.len() < 100 && text.lines().all(|line| line.len() < 2_000));
    }
}
