//! Tokens -> the first and last day of what they name.

use super::super::{Found, Text};
use super::civil::Date;
use super::partial::partial;

/// A day, or a span that has a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The first day.
    pub first: Date,
    /// The last day; the same for a single one.
    pub last: Date,
    /// The instant (`2024-07-01T12:00:00Z`) where a time of day was said.
    pub instant: Option<String>,
    /// Whether day and month could be the other way round: `01/02/2024`.
    pub is_ambiguous: bool,
}

impl Day {
    /// Whether it is one day.
    pub fn is_day(&self) -> bool {
        self.first == self.last
    }
}

/// The date with its year that begins at a token: "2024-07-01", "1 July 2024", "01.07.2024", "July 2024", "Q3 2022", "2024",
/// "the 1990s". A year alone is four figures from 1900 to 2099, which may be anything else; what is before it tells.
pub fn date(text: &Text<'_>, at: usize) -> Option<Found<Day>> {
    let found = partial(text, at)?;
    let year = found.value.year?;
    let (first, last) = found.value.days(year)?;
    let instant = found.value.time.as_ref().map(|time| format!("{first}T{time}"));
    let is_ambiguous = found.value.is_ambiguous;
    Some(found.map(|_| Day { first, last, instant, is_ambiguous }))
}
