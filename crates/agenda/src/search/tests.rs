//! What people type, what it finds in which order, and what is marked.

use super::*;
use crate::sample::decompose;
use crate::zone::tests::offset;
use crate::{Agenda, sample};
use proptest::prelude::*;

/// Sessions by id, title and summary.
const SESSIONS: [(&str, &str, &str); 15] = [
    ("nodes", "The role of nodes", "What a participant may expect. Copenhagen is mentioned."),
    ("panel", "Panel", "Nodes, roles & responsibilities — a discussion."),
    ("receive", "How to receive and publish data", "Sensors."),
    ("cpp", "Modern C++", "Templates without tears."),
    ("csharp", "Modern C#", "Async without tears."),
    ("c", "C for everyone", "Pointers."),
    ("arrow", "From A → B", "A way."),
    ("athens", "Αθήνα", "ΟΔΟΣ Αθηνάς."),
    ("lodz", "Łódź og Tromsø", "Cities."),
    ("ivory", "Côte d’Ivoire", "The country’s data."),
    ("kyoto", "京都で働く技術者の会", "データベース入門、2026年版。"),
    ("seoul", "서울에서 만나는 지도", "지도를 그리다."),
    ("thai", "การประชุมแผนที่ครั้งที่สอง", "ภาษาไทย"),
    ("cairo", "لقاء في المدينة", "والخرائط للجميع"),
    ("year", "Report 2021", "Theme1 and café 42."),
];

fn agenda() -> Agenda {
    let sessions = SESSIONS.iter().enumerate().map(|(hour, (id, title, summary))| {
        let person = if *id == "thai" { ", \"people\": [{ \"person\": \"zoe\", \"role\": \"chair\" }]" } else { "" };
        format!(
            r#"{{ "id": "{id}", "title": "{title}", "kind": "talk", "summary": "{summary}"{person},
            "start": "2021-06-28T{hour:02}:00:00+02:00", "end": "2021-06-28T{hour:02}:30:00+02:00" }}"#
        )
    });
    let sessions = sessions.collect::<Vec<_>>().join(",");
    let (head, _) = sample::SOURCE.split_once("\"sessions\": [\n").expect("sessions");
    let head = head.replace("\"late\"", "\"nodes\"").replace("Zoë Ångström", "Nguyễn Copenhagener");
    Agenda::read(&format!("{head}\"sessions\": [{sessions}] }}"), &offset).expect("an agenda")
}

fn found(typed: &str) -> String {
    let agenda = agenda();
    let query = Index::new(&agenda, decompose).query(typed);
    let mut found: Vec<_> = query.costs().iter().zip(agenda.sessions()).filter(|(cost, _)| cost.is_some()).collect();
    found.sort_by_key(|(cost, _)| **cost);
    found.into_iter().map(|(_, session)| session.id.to_string()).collect::<Vec<_>>().join(" ")
}

#[test]
fn words_are_found_best_first() {
    for (typed, ids) in [
        // A title before a text; a word that starts so as well.
        ("nodes", "nodes panel"),
        ("NODE role", "nodes panel"),
        // A person before a text.
        ("copenhagen", "thai nodes"),
        ("nguyen", "thai"),
        ("Nguyễn", "thai"),
        ("nguye\u{302}\u{303}n", "thai"),
        // Typos, where nothing is written so.
        ("noeds", "nodes panel"),
        ("recieve", "receive"),
        ("kopenhagn", "thai nodes"),
        ("particpent", "nodes"),
        ("odes", "nodes panel"),
        ("thx", ""),
        ("reporto 2012", ""),
        ("2012", ""),
        ("theme2", ""),
        // Case and marks.
        ("ΑΘΗΝΑ", "athens"),
        ("αθηνα", "athens"),
        ("οδος", "athens"),
        ("lodz tromso", "lodz"),
        ("ŁÓDŹ", "lodz"),
        ("CAFÉ", "year"),
        // Apostrophes.
        ("ivoire", "ivory"),
        ("divoire", "ivory"),
        ("d'ivoire", "ivory"),
        ("d’Ivoire", "ivory"),
        ("countrys", "ivory"),
        // Signs.
        ("C++", "cpp"),
        ("c#", "csharp"),
        ("modern c", "cpp csharp"),
        ("c", "c cpp csharp ivory thai nodes lodz year"),
        ("++", "cpp"),
        ("#", "csharp"),
        ("→", "arrow"),
        ("&", "panel"),
        ("—", "panel"),
        ("☃", ""),
        ("panel:", "panel"),
        // Within words.
        ("技術", "kyoto"),
        ("京都", "kyoto"),
        ("働く", "kyoto"),
        ("入門 京都", "kyoto"),
        ("ベース", "kyoto"),
        ("2026年", "kyoto"),
        ("만나", "seoul"),
        ("지도", "seoul"),
        ("แผนที่", "thai"),
        ("ประชุม", "thai"),
        ("مدينة", "cairo"),
        ("خرائط", "cairo"),
        ("الْمَدِينَة", "cairo"),
        ("ｎｏｄｅｓ", "nodes panel"),
        // What is missing is not found.
        ("nodes copenhagener", ""),
        ("zzzz", ""),
    ] {
        assert_eq!(found(typed), ids, "{typed}");
    }
    assert_eq!(found("  ").split(' ').count(), SESSIONS.len());
}

/// Runs with their matches in brackets.
fn brackets(runs: Marked) -> String {
    runs.into_iter().map(|Run { text, is_match }| if is_match { format!("[{text}]") } else { text }).collect()
}

#[test]
fn what_was_typed_is_marked() {
    let agenda = agenda();
    let index = Index::new(&agenda, decompose);
    for (typed, text, marked) in [
        ("node ro", "The role of nodes", "The [ro]le of [node]s"),
        ("noeds", "The role of nodes", "The role of [nodes]"),
        ("tromso lodz", "Łódź og Tromsø", "[Łódź] og [Tromsø]"),
        ("NGUYEN", "Nguyễn", "[Nguyễn]"),
        ("nguyen", "Nguye\u{302}\u{303}n V", "[Nguye\u{302}\u{303}n] V"),
        ("cote", "Co\u{302}te\u{301}", "[Co\u{302}te\u{301}]"),
        ("ivoire", "Côte d’Ivoire", "Côte d’[Ivoire]"),
        ("divoi", "Côte d’Ivoire", "Côte [d’Ivoi]re"),
        ("技術", "京都で働く技術者の会", "京都で働く[技術]者の会"),
        ("c++", "Modern C++, C#", "Modern [C++], C#"),
        ("→", "From A → B", "From A [→] B"),
        ("만나", "서울에서 만나는 지도", "서울에서 [만나]는 지도"),
        ("strass", "Straße", "[Straß]e"),
        ("r rol", "role", "[rol]e"),
        ("", "role", "role"),
    ] {
        assert_eq!(brackets(index.query(typed).marked(text, decompose)), marked, "{typed}");
    }
}

#[test]
fn what_the_title_lacks_is_shown_from_elsewhere() {
    let agenda = agenda();
    let index = Index::new(&agenda, decompose);
    let shown = |id: &str, typed: &str| {
        let session = agenda.session(id).expect(id);
        let excerpts = index.query(typed).excerpts(&agenda, session, decompose);
        excerpts.into_iter().map(brackets).collect::<Vec<_>>().join(" | ")
    };
    for (id, typed, excerpts) in [
        ("nodes", "role nodes", ""),
        ("nodes", "role expect", "What a participant may [expect]. Copenhagen is mentioned."),
        ("thai", "nguyen ภาษา", "[Nguyễn] Copenhagener | [ภาษา]ไทย"),
        ("thai", "nguyen chair copenhagener", "[Nguyễn] [Copenhagener]"),
        ("panel", "tolks nodes", "[Nodes], roles & responsibilities — a discussion."),
        ("panel", "talk nodes", "[Talk] | [Nodes], roles & responsibilities — a discussion."),
    ] {
        assert_eq!(shown(id, typed), excerpts, "{typed}");
    }
}

#[test]
fn an_excerpt_of_a_long_text_is_cut_between_words() {
    let words = |number: usize| "lorem ipsum ".repeat(number);
    let source = sample::SOURCE.replace("Hello.", &format!("{}tides {}", words(40), words(40).trim_end()));
    let agenda = Agenda::read(&source, &offset).expect("an agenda");
    let query = Index::new(&agenda, decompose).query("tides");
    let opening = agenda.session("opening").expect("opening");
    let excerpts: Vec<String> = query.excerpts(&agenda, opening, decompose).into_iter().map(brackets).collect();
    let [excerpt] = excerpts.as_slice() else { panic!("{excerpts:?}") };
    let ends = ["…lorem", "…ipsum"].iter().any(|word| excerpt.starts_with(word))
        && ["lorem…", "ipsum…"].iter().any(|word| excerpt.ends_with(word));
    assert!(ends, "{excerpt}");
    assert!(excerpt.contains("ipsum [tides] lorem") && excerpt.chars().count() < 180, "{excerpt}");
}

proptest! {
    /// What is found is marked somewhere, and marks change no text.
    #[test]
    fn marks_change_no_text(typed in "\\PC{0,12}", text in "\\PC{0,60}") {
        let agenda = sample::agenda();
        let index = Index::new(&agenda, decompose);
        let marked = index.query(&typed).marked(&text, decompose);
        let written: String = marked.into_iter().map(|run| run.text).collect();
        prop_assert_eq!(written, text);
    }

    /// Each word of a title finds its session, and is marked in it.
    #[test]
    fn every_word_of_a_title_finds_it(number in 0..SESSIONS.len(), word in 0..6_usize) {
        let agenda = agenda();
        let index = Index::new(&agenda, decompose);
        let session = &agenda.sessions()[number];
        let words: Vec<&str> = session.title.split(' ').collect();
        let typed = words[word % words.len()];
        let query = index.query(typed);
        prop_assert!(query.costs()[number].is_some(), "{}", typed);
        prop_assert!(query.marked(&session.title, decompose).iter().any(|run| run.is_match), "{}", typed);
    }
}
