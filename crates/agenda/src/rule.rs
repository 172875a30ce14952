//! The rules by which an agenda is judged, all declared here: each with its name, and what comes of breaking it.

/// What comes of a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The agenda cannot be used.
    Error,
    /// Probably a mistake.
    Warning,
    /// Worth knowing; it may well be meant.
    Note,
}

/// Declares the rules: the first line of each is its document, which the tool prints.
macro_rules! rules {
    ($(#[doc = $doc:literal] $Rule:ident = $name:literal, $Severity:ident;)+) => {
        /// A rule by which an agenda is judged.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Rule {
            $(#[doc = $doc] $Rule,)+
        }

        impl Rule {
            /// Every rule, in the order in which they are listed.
            pub const ALL: &[Self] = &[$(Self::$Rule),+];

            /// Its name, as `--allow` takes it.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$Rule => $name,)+
                }
            }

            /// What comes of breaking it.
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$Rule => Severity::$Severity,)+
                }
            }

            /// What it asks for, as a sentence.
            pub fn document(self) -> &'static str {
                match self {
                    $(Self::$Rule => $doc.trim_ascii(),)+
                }
            }
        }
    };
}

rules! {
    /// The file is strict JSON.
    Syntax = "syntax", Error;
    /// No member appears twice.
    MemberTwice = "member-twice", Error;
    /// Members that are required are there.
    MissingMember = "missing-member", Error;
    /// Each value is what the format wants there.
    WrongValue = "wrong-value", Error;
    /// Each id names one thing.
    IdTwice = "id-twice", Error;
    /// What a session refers to is in the file.
    UnknownReference = "unknown-reference", Error;
    /// A time zone has a name that every browser knows.
    UnknownZone = "unknown-zone", Error;
    /// A language is a registered BCP 47 tag.
    UnknownLanguage = "unknown-language", Error;
    /// What starts ends later.
    EndBeforeStart = "end-before-start", Error;
    /// A session lasts a minute or more.
    NoMinutes = "no-minutes", Error;
    /// An event lasts a year at most.
    LongEvent = "long-event", Error;
    /// A session does not repeat itself.
    RepeatsItself = "repeats-itself", Error;
    /// Members have names that the format knows.
    UnknownMember = "unknown-member", Warning;
    /// The offset of a time is the one of the event's zone at that time, or `Z`.
    OtherOffset = "other-offset", Warning;
    /// A time is not in an hour that the clocks skip.
    SkippedHour = "skipped-hour", Warning;
    /// A session starts on a day of the event.
    OutsideEvent = "outside-event", Warning;
    /// A session lasts 12 hours at most.
    LongSession = "long-session", Warning;
    /// Years lie between 1970 and 2100.
    FarYear = "far-year", Warning;
    /// A programme is published in the past.
    FuturePublication = "future-publication", Warning;
    /// Nobody takes part in two sessions at a time.
    PersonTwice = "person-twice", Warning;
    /// A room holds one session at a time.
    RoomTwice = "room-twice", Warning;
    /// A session or talk is in the file once; what is held again says so with `repeats`.
    SameTwice = "same-twice", Warning;
    /// No two themes, kinds, rooms or people have the same name.
    SameName = "same-name", Warning;
    /// Every theme, kind, room and person is in some session.
    Unused = "unused", Warning;
    /// A change speaks of sessions that are in the programme.
    UnknownChange = "unknown-change", Warning;
    /// The chapters of a recording are in order.
    ChapterOrder = "chapter-order", Warning;
    /// Links lead to `https`.
    NoHttps = "no-https", Warning;
    /// Links lead to where every visitor can follow them.
    UnreachableLink = "unreachable-link", Warning;
    /// `site_url` is the web address of a site's home page.
    SiteUrl = "site-url", Warning;
    /// A title has 120 characters at most.
    LongTitle = "long-title", Warning;
    /// Pictures have a text for those who cannot see them.
    ImageText = "image-text", Warning;
    /// The letters of a word are of one script, and can be seen.
    LookAlike = "look-alike", Warning;
    /// Two themes, or two kinds, differ in colour.
    SameColour = "same-colour", Warning;
    /// Ids are those of the previous programme, or bookmarks and links are lost.
    ChangedId = "changed-id", Warning;
    /// A changed programme has a higher revision number and a later date than the previous one.
    SameRevision = "same-revision", Warning;
    /// A session says what it is about.
    NoSummary = "no-summary", Note;
    /// Captions on another server are sent with leave to be read.
    ForeignCaptions = "foreign-captions", Note;
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_rule_has_a_name_of_its_own_and_a_sentence() {
        let names: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.name()).collect();
        assert_eq!(names.len(), Rule::ALL.len());
        for rule in Rule::ALL {
            let is_plain = rule.name().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
            assert!(is_plain && rule.document().ends_with('.') && !rule.document().starts_with(' '), "{rule:?}");
        }
    }
}
