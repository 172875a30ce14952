//! The hour at which a day of the event begins, which need not be midnight.

use super::fault::is_not;

/// When a day of the event begins on the venue's clocks: from `00:00` to `12:00`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String", extend("pattern" = "^(0[0-9]|1[01]):[0-5][0-9]$|^12:00$"), example = &"05:00"))]
pub struct DayStart(u32);

impl DayStart {
    /// The latest minute of the day: what begins later is an evening.
    const LATEST: u32 = 12 * 60;

    /// Reads `05:00`.
    pub fn parse(text: &str) -> Option<Self> {
        let (hours, minutes) = text.split_once(':')?;
        let plain = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        let number = |part: &str| part.parse::<u32>().ok().filter(|_| plain(part));
        let (hours, minutes) = (number(hours)?, number(minutes).filter(|minutes| *minutes < 60)?);
        Some(hours * 60 + minutes).filter(|minute| Self::is_in_range(*minute)).map(Self)
    }

    /// Whether a day can begin so many minutes after midnight.
    pub fn is_in_range(minutes: u32) -> bool {
        minutes <= Self::LATEST
    }

    /// Minutes from midnight.
    pub fn minutes(self) -> u32 {
        self.0
    }
}

impl TryFrom<&str> for DayStart {
    type Error = String;

    fn try_from(text: &str) -> Result<Self, String> {
        Self::parse(text).ok_or_else(|| is_not(text, "a time of day from `00:00` to `12:00`, such as `05:00`"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_start_between_midnight_and_noon() {
        for (text, minutes) in [("00:00", 0), ("05:00", 300), ("09:30", 570), ("12:00", 720)] {
            assert_eq!(DayStart::parse(text).map(DayStart::minutes), Some(minutes), "{text}");
        }
        for bad in ["", "5:00", "05", "05:60", "12:01", "24:00", "05:00:00", "+5:00", "five"] {
            assert_eq!(DayStart::parse(bad), None, "{bad}");
        }
        let said = DayStart::try_from("17:00").expect_err("an evening");
        assert!(said.contains("a time of day from `00:00` to `12:00`"), "{said}");
    }
}
