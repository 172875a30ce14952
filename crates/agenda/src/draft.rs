//! How the text of an `agenda.json` becomes an agenda, in three steps. A browser
//! on a slow device can answer its visitor between them.

use super::fault::{Fault, Severity};
use super::field::{Field, Reader};
use super::json::Json;
use super::model::Document;
use super::zone::OffsetAt;
use super::{Agenda, check};

/// An agenda, unless the file breaks a rule, and everything found wrong with it.
#[derive(Debug)]
pub struct Reading {
    /// The agenda; there is none when a fault is an error.
    pub agenda: Option<Agenda>,
    /// Faults, as they were found.
    pub faults: Vec<Fault>,
}

/// An agenda of which each value was read, and the whole is not yet checked.
pub struct Draft<'j> {
    json: &'j Json<'j>,
    document: Document,
    faults: Vec<Fault>,
}

impl Agenda {
    /// Reads the text of an `agenda.json`, all steps at once.
    pub fn read(source: &str, offset_at: OffsetAt) -> Reading {
        match Json::parse(source) {
            Ok(json) => Draft::read(&json).finish(offset_at),
            Err(error) => Reading { agenda: None, faults: vec![error.into()] },
        }
    }
}

impl<'j> Draft<'j> {
    /// Reads each value of what was parsed: the second step.
    pub fn read(json: &'j Json<'j>) -> Self {
        let mut reader = Reader::default();
        let document = Document::read(json, &mut reader);
        Self { json, document, faults: reader.faults }
    }

    /// Checks what values say of one another: the last step.
    pub fn finish(self, offset_at: OffsetAt) -> Reading {
        let Self { json, document, mut faults } = self;
        if is_sound(&faults) {
            faults.extend(check::check(json, &document, offset_at));
        }
        let agenda = is_sound(&faults).then(|| Agenda::new(document, offset_at)).flatten();
        Reading { agenda, faults }
    }
}

fn is_sound(faults: &[Fault]) -> bool {
    faults.iter().all(|fault| fault.severity == Severity::Warning)
}
