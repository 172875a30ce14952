//! Every rule fires, can be switched off unless it is an error, and is found in no sound file.

use super::*;

/// A rule, and the changes of the sample that break it.
type Broken = (Rule, &'static [(&'static str, &'static str)]);

const FILM: &str = "{ \"provider\": \"vimeo\", \"id\": \"2\" }";
const PEOPLE: &str = "\"people\": [{ \"id\": \"zoe\"";

const BROKEN: &[Broken] = &[
    (Rule::Syntax, &[("\"format\": 1,", "\"format\": 1")]),
    (Rule::MemberTwice, &[("\"mode\"", "\"id\": \"again\", \"mode\"")]),
    (Rule::MissingMember, &[("\"title\": \"Opening\", ", "")]),
    (Rule::WrongValue, &[("\"hue\": 225", "\"hue\": 400")]),
    (Rule::IdTwice, &[("\"id\": \"late\"", "\"id\": \"opening\"")]),
    (Rule::UnknownReference, &[("\"room\": \"hall\"", "\"room\": \"hell\"")]),
    (Rule::UnknownZone, &[("Europe/Copenhagen", "Factory")]),
    (Rule::UnknownLanguage, &[("\"language\": \"en\"", "\"language\": \"jp\"")]),
    (Rule::EndBeforeStart, &[("29T17:00:00", "29T15:00:00")]),
    (Rule::NoMinutes, &[("29T17:00:00", "29T16:00:00")]),
    (Rule::LongEvent, &[("\"end\": \"2021-06-29\"", "\"end\": \"2023-06-29\"")]),
    (Rule::RepeatsItself, &[("\"repeats\": [\"opening\"]", "\"repeats\": [\"closing\"]")]),
    (Rule::UnknownMember, &[("\"level\"", "\"colour\"")]),
    (Rule::OtherOffset, &[("28T11:00:00+02:00", "28T11:00:00+03:00")]),
    (
        Rule::SkippedHour,
        &[("2021-06-28T11:00:00+02:00", "2021-03-28T02:30:00+01:00"), ("2021-06-28T12:00", "2021-03-28T12:00")],
    ),
    (Rule::OutsideEvent, &[("2021-06-28T11:00:00+02:00", "2021-06-27T11:00:00+02:00")]),
    (Rule::LongSession, &[("2021-06-29T01:00:00+02:00", "2021-06-29T12:00:00+02:00")]),
    (Rule::FarYear, &[("\"published\": \"2021", "\"published\": \"2121")]),
    (Rule::FuturePublication, &[("\"published\": \"2021-06-27", "\"published\": \"2021-08-27")]),
    (
        Rule::PersonTwice,
        &[
            ("2021-06-28T23:00:00+02:00", "2021-06-28T11:30:00+02:00"),
            ("2021-06-29T01:00:00+02:00", "2021-06-28T13:00:00+02:00"),
            ("\"talks\": [", "\"people\": [{ \"person\": \"zoe\", \"role\": \"chair\" }], \"talks\": ["),
        ],
    ),
    (
        Rule::RoomTwice,
        &[
            ("2021-06-28T23:00:00+02:00", "2021-06-28T11:30:00+02:00"),
            ("2021-06-29T01:00:00+02:00", "2021-06-28T13:00:00+02:00"),
            ("\"talks\": [", "\"room\": \"hall\", \"talks\": ["),
        ],
    ),
    (
        Rule::SameTwice,
        &[
            ("2021-06-28T23:00:00+02:00", "2021-06-28T11:30:00+02:00"),
            ("2021-06-29T01:00:00+02:00", "2021-06-28T13:00:00+02:00"),
            ("\"title\": \"Late\"", "\"title\": \"OPENING\""),
        ],
    ),
    (Rule::SameName, &[("\"title\": \"Other\"", "\"title\": \"talk\"")]),
    (Rule::Unused, &[(PEOPLE, "\"people\": [{ \"id\": \"ghost\", \"name\": \"Nobody\" }, { \"id\": \"zoe\"")]),
    (Rule::UnknownChange, &[("\"sessions\": [\"late\"]", "\"sessions\": [\"gone\"]")]),
    (Rule::ChapterOrder, &[("\"at\": \"0:30\"", "\"at\": \"9:30\"")]),
    (Rule::NoHttps, &[("https://sea.example/", "http://sea.example/")]),
    (Rule::NoHttps, &[("Hello.", "[Sea](http://sea.example/)")]),
    (Rule::UnreachableLink, &[("https://sea.example/", "https://localhost:8080/")]),
    (Rule::UnreachableLink, &[("https://sea.example/", "https://192.168.0.7/")]),
    (Rule::SiteUrl, &[("\"mode\"", "\"site_url\": \"mailto:a@b.example\", \"mode\"")]),
    (Rule::SiteUrl, &[("\"mode\"", "\"site_url\": \"https://a.example/index.html\", \"mode\"")]),
    (Rule::SiteUrl, &[("\"mode\"", "\"site_url\": \"https://a.example/?a=b\", \"mode\"")]),
    (
        Rule::LongTitle,
        &[(
            "\"Opening\"",
            "\"A title that goes on and on, as titles do that are written to be read by the committee that chooses \
             among them, and not by visitors\"",
        )],
    ),
    (Rule::ImageText, &[("\"mode\"", "\"hero\": { \"src\": \"/a.jpg\", \"alt\": \"\" }, \"mode\"")]),
    (Rule::ImageText, &[("\"mode\"", "\"hero\": { \"src\": \"/a.jpg\", \"alt\": \"IMG_1.JPG\" }, \"mode\"")]),
    // The first letter is Cyrillic.
    (Rule::LookAlike, &[("\"Opening\"", "\"\u{41e}pening\"")]),
    (Rule::LookAlike, &[("\"Opening\"", "\"Open\u{200b}ing\"")]),
    (Rule::SameColour, &[("\"hue\": 90", "\"hue\": 3")]),
    (Rule::NoSummary, &[(", \"goal\": \"To part.\"", "")]),
    (
        Rule::ForeignCaptions,
        &[(FILM, "{ \"provider\": \"file\", \"src\": \"/a.mp4\", \"captions\": \"https://films.example/a.vtt\" }")],
    ),
];

/// Rules that compare with the previous programme, which is the sample.
const CHANGED: &[Broken] = &[
    (Rule::ChangedId, &[("\"id\": \"sample\"", "\"id\": \"other\"")]),
    (Rule::ChangedId, &[("\"id\": \"late\"", "\"id\": \"night\"")]),
    (Rule::ChangedId, &[("\"id\": \"closing\", \"title\": \"Closing\"", "\"id\": \"end\", \"title\": \"End\"")]),
    (Rule::ChangedId, &[("\"id\": \"hall\"", "\"id\": \"aula\""), ("\"room\": \"hall\"", "\"room\": \"aula\"")]),
    (Rule::SameRevision, &[("\"title\": \"Opening\"", "\"title\": \"Welcome\"")]),
];

fn rules_of(text: &str, against: &Against) -> Vec<Rule> {
    all_faults(text, against).expect("a schema").iter().map(|placed| placed.fault.rule).collect()
}

#[test]
fn every_rule_fires() {
    let now = Some("2021-08-01T00:00:00Z".parse().expect("a time"));
    let mut fired = Vec::new();
    for (rule, changes) in BROKEN {
        let rules = rules_of(&sample::with(changes), &Against { now, previous: None });
        assert!(rules.contains(rule), "{rule:?}: {rules:?}");
        fired.push(*rule);
    }
    let against = || Against { now, previous: Some(Document::read(sample::SOURCE).expect("the sample")) };
    for (rule, changes) in CHANGED {
        let rules = rules_of(&sample::with(changes), &against());
        assert!(rules.contains(rule), "{rule:?}, {changes:?}: {rules:?}");
        fired.push(*rule);
    }
    assert_eq!(rules_of(sample::SOURCE, &against()), [], "nothing has changed");
    let silent: Vec<&Rule> = Rule::ALL.iter().filter(|rule| !fired.contains(rule)).collect();
    assert_eq!(silent, [&Rule::Syntax; 0], "rules that no case breaks");
}

#[test]
fn an_edition_of_another_year_has_an_id_of_its_own() {
    let previous = || Against { now: None, previous: Some(Document::read(sample::SOURCE).expect("the sample")) };
    let next = sample::SOURCE.replace("2021-06-", "2022-06-");
    assert_eq!(rules_of(&next, &previous()), [Rule::ChangedId]);
    assert_eq!(rules_of(&next.replacen("\"sample\"", "\"sample-2022\"", 1), &previous()), []);
}

#[test]
fn a_rule_is_switched_off_by_its_name_unless_it_is_an_error() {
    let source = sample::with(&[("https://sea.example/", "http://sea.example/")]);
    let order = |allow| Order { allow, deny_warnings: true, ..Order::default() };
    assert_eq!(check_bytes("a.json", source.as_bytes(), &order(vec![])).code, 1, "warnings are denied");
    assert_eq!(check_bytes("a.json", source.as_bytes(), &order(vec![Rule::NoHttps])).code, 0);
    for rule in Rule::ALL {
        let is_error = rule.severity() == Severity::Error;
        assert_eq!(switched_off(rule.name()).is_err(), is_error, "{rule:?}");
        assert!(rules().contains(rule.name()) && rules().contains(rule.document()));
    }
}

#[test]
fn words_of_one_script_and_quiet_marks_are_fine() {
    for title in ["Открытие", "Άνοιγμα", "5 µm", "Δt", "β-Carotene", "C++ と Rust", "می\u{200c}روم", "naïve Ω"]
    {
        let rules = rules_of(&sample::with(&[("\"Opening\"", &format!("\"{title}\""))]), &Against::default());
        assert_eq!(rules, [], "{title}");
    }
}

#[test]
fn workflows_of_github_have_a_command_for_each_finding() {
    let source = sample::with(&[("\"kind\": \"talk\"", "\"kind\": \"tlak\""), ("\"hue\": 90", "\"hue\": 3")]);
    let order = Order { format: Format::Github, ..Order::default() };
    let outcome = check_bytes("a,b.json", source.as_bytes(), &order);
    let expected = "::warning file=a%2Cb.json,line=13,col=100,title=same-colour::kind `other`: it has the colour of \
                    `talk`; choose hues that are more than 15 degrees apart\n\
                    ::error file=a%2Cb.json,line=19,col=15,title=unknown-reference::session `opening`: refers to kind \
                    `tlak`, and there is none; did you mean `talk`?\n";
    assert_eq!((outcome.code, outcome.answer.as_str()), (1, expected));
}
