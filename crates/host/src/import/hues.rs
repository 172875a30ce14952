//! Colours for what has none in the file.

use std::collections::{BTreeMap, BTreeSet};

use agenda::Hue;
use agenda::fingerprint;
use agenda::id::Id;

/// How many hues the stylesheet tells apart.
const STEPS: u32 = 360 / Hue::STEP;

/// A hue for each id: one that depends on nothing but the id, or else the next that no other has.
pub(super) struct Hues(BTreeMap<Id, u32>);

impl Hues {
    /// For these ids, beside hues that others have.
    pub(super) fn of<'a>(ids: impl IntoIterator<Item = &'a Id>, others: impl IntoIterator<Item = u32>) -> Self {
        // Rounded as the stylesheet does.
        let mut taken: BTreeSet<u32> =
            others.into_iter().map(|hue| (hue + Hue::STEP / 2) / Hue::STEP % STEPS).collect();
        let hues = ids.into_iter().map(|id| {
            let wanted = fingerprint(id.as_bytes()).parse::<u64>().unwrap_or(0) % u64::from(STEPS);
            let wanted = u32::try_from(wanted).unwrap_or(0);
            let free = (0..STEPS).map(|more| (wanted + more) % STEPS).find(|step| !taken.contains(step));
            let step = free.unwrap_or(wanted);
            taken.insert(step);
            (id.clone(), step * Hue::STEP)
        });
        Self(hues.collect())
    }

    /// The hue of one of them.
    pub(super) fn get(&self, id: &Id) -> u32 {
        self.0.get(id).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hues_differ_while_there_are_enough() {
        let ids: Vec<Id> = (0..24).filter_map(|number| Id::new(&format!("a{number}"))).collect();
        let hues = Hues::of(&ids, []);
        assert_eq!(ids.iter().map(|id| hues.get(id)).collect::<BTreeSet<_>>().len(), 24);
        let few = Hues::of(&ids[..20], [0, 29, 359]);
        assert!(ids[..20].iter().all(|id| ![0, 30].contains(&few.get(id))));
        let more: Vec<Id> = (0..40).filter_map(|number| Id::new(&format!("b{number}"))).collect();
        let hues = Hues::of(&more, []);
        assert!(more.iter().all(|id| hues.get(id) < 360));
        assert_eq!(Hues::of(&ids[..1], []).get(&ids[0]), Hues::of(&ids, []).get(&ids[0]));
    }
}
