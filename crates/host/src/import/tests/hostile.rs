//! No file makes an import panic, hang or fill the memory: a clear error within a second.

use std::time::{Duration, Instant};

use super::super::draft::Draft;
use super::super::format::Content;
use super::super::{Read, assemble, konopas, merge};
use super::*;

/// What a text is read into, if it can be.
fn drafted(text: &str) -> Option<Draft> {
    let content = Content::of(text, None).ok()?;
    match content.draft() {
        Ok(None) => {
            let Content::Lists(programme, people) = &content else { return None };
            konopas::read(&konopas::Lists { programme, people }).ok()
        }
        Ok(draft) => draft,
        Err(said) => {
            assert_ne!(said, "");
            None
        }
    }
}

/// Everything that an import does with the text of a file; what it writes is read as the app does, or judged by every
/// rule, which takes its time.
fn target(text: &str, is_judged: bool) {
    let Some(draft) = drafted(text) else { return };
    let mut draft = merge::merge(vec![Read { name: "a".to_owned(), draft }], "UTC").expect("UTC is a zone");
    draft.event.title = Some("A".to_owned());
    draft.event.timezone = Some("Europe/Brussels".to_owned());
    let Ok(made) = assemble::assemble(draft, "2024-01-01T00:00:00Z".parse().expect("an instant")) else { return };
    let written = made.document.text().expect("JSON");
    if !is_judged && agenda::Agenda::read(&written, &crate::offset_at).is_ok() {
        return;
    }
    let outcome = crate::check_bytes("a", written.as_bytes(), &crate::CheckOrder::default());
    let is_too_long = outcome.answer.contains("longer than a year") || outcome.answer.contains("before it starts on");
    assert!(outcome.code == 0 || is_too_long, "{}\n{text}", outcome.answer);
}

/// Each byte of each file: cut off there, removed, what follows doubled, and replaced by what has a meaning somewhere.
#[test]
fn every_byte_may_be_another() {
    let marks = b"<>\"\\{}[],:;-T0\n\xff";
    for (name, text) in FILES {
        let bytes = text.as_bytes();
        let mut tried = 0;
        // Without optimisation each seventh byte, to be done in seconds.
        for at in (0..bytes.len()).step_by(if cfg!(debug_assertions) { 7 } else { 1 }) {
            let (before, rest) = bytes.split_at(at);
            let after = rest.get(1..).unwrap_or_default();
            let mark = marks[at % marks.len()];
            let nested = rest.repeat(2);
            for part in [&b""[..], after, &nested, &[&[mark], after].concat()] {
                drafted(&String::from_utf8_lossy(&[before, part].concat()));
                tried += 1;
            }
        }
        assert!(tried > 100, "{name}: {tried}");
    }
}

#[test]
fn mutated_files_are_read_without_harm() {
    let number = |name: &str| std::env::var(name).ok().and_then(|number| number.parse::<u64>().ok());
    let seconds = number("FUZZ_SECONDS").unwrap_or(1);
    let mut seed = number("FUZZ_SEED").filter(|seed| *seed > 0).unwrap_or(0x9e37_79b9_7f4a_7c15);
    eprintln!("FUZZ_SEED={seed} gives the same texts again");
    let mut below = |limit: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % u64::try_from(limit.max(1)).expect("a limit")).expect("small")
    };
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut tried = 0_u32;
    while tried < 100 || Instant::now() < end {
        let (_, text) = FILES[below(FILES.len())];
        let mut bytes = text.as_bytes().to_vec();
        for _ in 0..=below(3) {
            let at = below(bytes.len());
            match below(5) {
                0 => bytes.insert(at, u8::try_from(below(256)).expect("a byte")),
                1 => drop(bytes.splice(at..(at + below(30)).min(bytes.len()), [])),
                2 => bytes[at] ^= 1 << below(8),
                3 => bytes[at] = b"0<>\"\\{}[],:;-T"[below(14)],
                _ => {
                    let (_, other) = FILES[below(FILES.len())];
                    let from = below(other.len());
                    let part = other.bytes().skip(from).take(below(60)).collect::<Vec<_>>();
                    bytes.splice(at..at, part);
                }
            }
        }
        target(&String::from_utf8_lossy(&bytes), tried.is_multiple_of(16));
        tried += 1;
    }
    eprintln!("{tried} texts were tried");
}

#[test]
fn hostile_files_are_refused_within_a_second() {
    let count = 200_000;
    let entity = |level: u32| format!("<!ENTITY a{level} \"{}\">", format!("&a{};", level - 1).repeat(10));
    let entities: Vec<String> = (1..60).map(entity).collect();
    let root = "<schedule><conference><title>&a59;</title></conference></schedule>";
    let laughs = format!("<!DOCTYPE schedule [<!ENTITY a0 \"ha\">{}]>{root}", entities.concat());
    let many = |piece: &str| piece.repeat(count);
    let with_text = |text: &str| text_with("small.frab.xml", "Open all day.", text);
    let event = "BEGIN:VEVENT\nDTSTART:20240101T100000Z\nEND:VEVENT\n";
    let files = [
        ("billion laughs", laughs),
        ("deep XML", many("<schedule>")),
        ("deep JSON", many("[")),
        ("deep objects", "{\"schedule\":".repeat(count)),
        ("deep calendar", "BEGIN:VCALENDAR\n".repeat(count)),
        ("many properties", format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", many("X:y\n"))),
        ("endless line", format!("BEGIN:VCALENDAR\nSUMMARY:{}", many("\\;"))),
        ("unclosed script", format!("var people = {}", many("["))),
        ("many equals", format!("var people {}", many("="))),
        ("quotes", format!("title,start\n\"{}", many("\"\""))),
        ("nonsense", many("\u{1}x\u{fffd}")),
        ("deep HTML", with_text(&many("&lt;div&gt;"))),
        ("open emphasis", with_text(&"*a _b ".repeat(20_000))),
        ("open brackets", with_text(&"[".repeat(50_000))),
        ("open links", with_text(&"&lt;a href='https://a.example'&gt;".repeat(20_000))),
        ("deep quotes", with_text(&"> ".repeat(20_000))),
        ("addresses", with_text(&"https://".repeat(50_000))),
        ("many addresses", with_text(&"https://a.example ".repeat(20_000))),
        ("closed parentheses", with_text(&format!("https://a.example/{}", ")".repeat(200_000)))),
        ("many attributes", format!("<schedule {}/>", many("a='' "))),
        ("many elements", format!("<schedule>{}</schedule>", "<a/>".repeat(1_000_001))),
        ("many values", format!("[{}0]", "0,".repeat(4_000_001))),
        ("many sessions", format!("title,start,end\n{}", many("A,2024-01-01 10:00,2024-01-01 11:00\n"))),
        ("long text", with_text(&"[*a](https://a.example/ ".repeat(count))),
        ("many events", format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", event.repeat(20_001))),
        ("many people", format!("title,start,end,speakers\nA,2024-01-01 10:00,2024-01-01 11:00,{}", many("a;"))),
    ];
    for (name, file) in files {
        let folder = Folder::new();
        folder.put("file", &file);
        let start = Instant::now();
        let outcome = import_paths(&folder, &[folder.0.join("file")], "--timezone UTC --title A");
        let took = start.elapsed();
        // A tenth of it as the tool is built: the tests run without optimisation, beside others.
        assert!(took < Duration::from_secs(15), "{name}: {took:?}");
        let is_text = file.contains("Exhibition");
        assert_eq!(outcome.is_ok(), is_text, "{name}: {outcome:?}");
        if let Err(said) = outcome {
            assert!(said.len() < 1_000 && said.contains("file: "), "{name}: {said}");
        }
    }
}

#[test]
fn a_huge_file_is_refused_before_it_is_read() {
    let folder = Folder::new();
    let path = folder.0.join("huge.xml");
    let file = std::fs::File::create(&path).expect("a file");
    file.set_len(100 * 1_024 * 1_024).expect("a length");
    let start = Instant::now();
    let said = import_paths(&folder, &[path], "").expect_err("too large");
    assert!(said.contains("the file has 100 MB, more than the 64 MB that are read"), "{said}");
    assert!(start.elapsed() < Duration::from_secs(1));
    let said = import_in(&folder, &[], "").expect_err("no file at all");
    assert!(said.contains("no session") || said.contains("say it yourself"), "{said}");
}

/// A file of these tests with one text replaced.
fn text_with(name: &str, from: &str, to: &str) -> String {
    assert!(text(name).contains(from), "{name}");
    text(name).replacen(from, to, 1)
}
