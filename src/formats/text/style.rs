//! How the cells of a column look in a format: [`CellStyle`].

use super::escape::Escape;

/// Letters for bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// Two lower-case hexadecimal digits a byte.
    Hex,
    /// RFC 4648, section 4, with padding.
    Base64,
}

/// How binary values look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BinaryText {
    /// Stands before the letters.
    pub open: &'static str,
    /// The letters.
    pub letters: Letters,
    /// Stands behind the letters.
    pub close: &'static str,
}

/// How the cells of a column look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellStyle {
    /// The cell of a null.
    pub null: Vec<u8>,
    /// What stands before and behind numbers, dates, times and durations; at most 12 bytes and 7 bytes.
    pub quotes: (&'static str, &'static str),
    /// How text becomes a cell; also nested values, as JSON text, and values with a `format:`.
    pub escape: Escape,
    /// The cells of false and true.
    pub booleans: [&'static str; 2],
    /// The cells of not-a-number, infinity and negative infinity.
    pub non_finite: [&'static str; 3],
    /// The cells of the largest 32-bit float and its negative, for readers to whom their shortest form is more than that.
    pub largest_float32: Option<[&'static str; 2]>,
    /// How binary values look.
    pub binary: BinaryText,
    /// What stands between the date and the time of a timestamp.
    pub separator: u8,
    /// Whether `Z` marks a timestamp that has a time zone.
    pub zulu: bool,
    /// Whether a duration is an integer, its microseconds, and not a clock.
    pub duration_as_integer: bool,
}
