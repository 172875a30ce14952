//! What an import could not carry over, counted, so that nothing is lost in silence.

use std::collections::BTreeMap;

use agenda::clip;

/// What there was of one sort.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Loss {
    count: usize,
    example: String,
}

/// What an import could not carry over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Lost(BTreeMap<String, Loss>);

impl Lost {
    /// Counts one more of a sort. The first that says anything is the example.
    pub(super) fn add(&mut self, sort: &str, example: &str) {
        let loss = self.0.entry(sort.to_owned()).or_insert_with(|| Loss { count: 0, example: String::new() });
        loss.count += 1;
        if loss.example.is_empty() {
            let line: Vec<&str> = example.split_whitespace().take(12).collect();
            loss.example = clip(&line.join(" "));
        }
    }

    /// Counts one more of a sort, unless the value is empty.
    pub(super) fn add_some(&mut self, sort: &str, value: &str) {
        if !value.trim().is_empty() {
            self.add(sort, value);
        }
    }

    /// Adds what another import lost.
    pub(super) fn join(&mut self, other: Self) {
        for (sort, loss) in other.0 {
            let own = self.0.entry(sort).or_insert(Loss { count: 0, example: loss.example });
            own.count += loss.count;
        }
    }

    /// A line for each sort.
    pub(super) fn lines(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|(sort, Loss { count, example })| {
            let example = if example.is_empty() { String::new() } else { format!(", such as `{example}`") };
            format!("{sort}: {count}{example}")
        })
    }
}
