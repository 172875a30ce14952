//! The text of a calendar, made ready for a parser that has to be spared much.

/// How deep components may lie in one another. Calendars need three.
const DEEPEST: usize = 16;

/// How many properties a component may have. Events need twenty, and some have a guest list.
const MOST_PROPERTIES: usize = 1_000;

/// The calendars without what is inside of them, and each of that with its place: the time that the parser takes grows
/// with the square of what is in a calendar.
pub(super) fn apart(text: &str) -> (String, Vec<(usize, &str)>) {
    let (mut heads, mut parts) = (String::new(), Vec::new());
    let (mut at, mut depth, mut start) = (0_usize, 0_usize, 0_usize);
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        if begins(line, "BEGIN:") {
            depth += 1;
            if depth == 2 {
                start = at;
            }
        }
        if depth < 2 {
            heads.push_str(line);
        }
        if begins(line, "END:") {
            depth = depth.saturating_sub(1);
            if depth == 1 {
                parts.extend(text.get(start..end).map(|part| (start, part)));
            }
        }
        at = end;
    }
    (heads, parts)
}

fn begins(line: &str, word: &str) -> bool {
    line.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// Refuses what would keep the parser busy for long: it calls itself for each component inside of another, and
/// goes over a component again for each of its properties.
///
/// # Errors
/// What there is too much of, or that the end is missing.
pub(super) fn refuse_hostile(text: &str) -> Result<(), String> {
    // How many properties each open component has.
    let mut open: Vec<usize> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let said = |what: String| Err(format!("line {}: {what}", index + 1));
        if begins(line, "BEGIN:") {
            open.push(0);
        } else if begins(line, "END:") {
            open.pop();
        } else if !line.starts_with([' ', '\t'])
            && let Some(properties) = open.last_mut()
        {
            *properties += 1;
            if *properties > MOST_PROPERTIES {
                return said(format!("a component has more than {MOST_PROPERTIES} properties"));
            }
        }
        if open.len() > DEEPEST {
            return said(format!("components lie more than {DEEPEST} deep in one another"));
        }
    }
    if open.is_empty() { Ok(()) } else { Err("the file ends inside of a component. Is it whole?".to_owned()) }
}

/// How many lines end before a byte.
pub(super) fn lines_before(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count()
}
