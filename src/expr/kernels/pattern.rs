//! `to_char` patterns: parsed once, written for many values.
//!
//! Of time: `YYYY YY Q MM Mon MON mon Month MONTH month DD DDD D ID Dy DY dy Day DAY day HH24 HH12 HH MI SS MS US AM PM am pm WW IW IYYY`;
//! names of months and days are English and never padded with blanks, as if `FM` stood before them; `FM` before a number drops its leading zeros. Text in
//! double quotes is literal, and so is every other character that is not a letter.
//!
//! Of numbers: `0` a digit, `9` a digit or a blank, `.` the point, `,` a group separator, `FM` in front for no blanks. One place in front
//! holds the sign. A number with more digits than places before the point is written as `#`.

use super::calendar::{DAY, civil};
use super::time::{Field, field};
use std::fmt::Write;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// A pattern for instants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::expr) struct TimePattern {
    items: Vec<(Item, bool)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Item {
    Literal(String),
    Number(Number, usize),
    Name(Name, Case, usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Number {
    Field(Field),
    ShortYear,
    Hour12,
    Millisecond,
    Microsecond,
    DayOfWeek,
    WeekOfYear,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    Month,
    Day,
    Meridiem,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    Title,
    Upper,
    Lower,
}

/// The parts of a time pattern, longer ones before their own beginnings.
fn items() -> Vec<(&'static str, Item)> {
    use Field as F;
    let number = |what, width| Item::Number(what, width);
    let name = |what, case, length| Item::Name(what, case, length);
    vec![
        ("IYYY", number(Number::Field(F::IsoYear), 4)),
        ("YYYY", number(Number::Field(F::Year), 4)),
        ("YY", number(Number::ShortYear, 2)),
        ("HH24", number(Number::Field(F::Hour), 2)),
        ("HH12", number(Number::Hour12, 2)),
        ("HH", number(Number::Hour12, 2)),
        ("Month", name(Name::Month, Case::Title, 9)),
        ("MONTH", name(Name::Month, Case::Upper, 9)),
        ("month", name(Name::Month, Case::Lower, 9)),
        ("Mon", name(Name::Month, Case::Title, 3)),
        ("MON", name(Name::Month, Case::Upper, 3)),
        ("mon", name(Name::Month, Case::Lower, 3)),
        ("Day", name(Name::Day, Case::Title, 9)),
        ("DAY", name(Name::Day, Case::Upper, 9)),
        ("day", name(Name::Day, Case::Lower, 9)),
        ("Dy", name(Name::Day, Case::Title, 3)),
        ("DY", name(Name::Day, Case::Upper, 3)),
        ("dy", name(Name::Day, Case::Lower, 3)),
        ("AM", name(Name::Meridiem, Case::Upper, 2)),
        ("PM", name(Name::Meridiem, Case::Upper, 2)),
        ("am", name(Name::Meridiem, Case::Lower, 2)),
        ("pm", name(Name::Meridiem, Case::Lower, 2)),
        ("DDD", number(Number::Field(F::DayOfYear), 3)),
        ("DD", number(Number::Field(F::Day), 2)),
        ("ID", number(Number::Field(F::IsoDayOfWeek), 1)),
        ("IW", number(Number::Field(F::Week), 2)),
        ("WW", number(Number::WeekOfYear, 2)),
        ("MM", number(Number::Field(F::Month), 2)),
        ("MI", number(Number::Field(F::Minute), 2)),
        ("MS", number(Number::Millisecond, 3)),
        ("US", number(Number::Microsecond, 6)),
        ("SS", number(Number::Field(F::Second), 2)),
        ("D", number(Number::DayOfWeek, 1)),
        ("Q", number(Number::Field(F::Quarter), 1)),
    ]
}

impl TimePattern {
    /// Reads a pattern.
    ///
    /// # Errors
    ///
    /// The rest of the pattern from a letter on that is none of its parts.
    pub(in crate::expr) fn new(pattern: &str) -> Result<Self, String> {
        let known = items();
        let (mut found, mut rest) = (Vec::new(), pattern);
        loop {
            let bare = rest.starts_with("FM");
            rest = rest.strip_prefix("FM").unwrap_or(rest);
            let Some(c) = rest.chars().next() else { return Ok(Self { items: found }) };
            let part = known.iter().find(|(name, _)| rest.starts_with(name));
            let (item, length) = match part {
                Some((name, item)) => (item.clone(), name.len()),
                None if c == '"' => {
                    let inner = rest[1..].split('"').next().unwrap_or("");
                    (Item::Literal(inner.to_owned()), (inner.len() + 2).min(rest.len()))
                }
                None if c.is_ascii_alphabetic() => return Err(rest.to_owned()),
                None => (Item::Literal(c.into()), c.len_utf8()),
            };
            found.push((item, bare));
            rest = &rest[length..];
        }
    }

    /// Writes a local instant.
    pub(in crate::expr) fn write(&self, instant: i64, out: &mut String) {
        for (item, bare) in &self.items {
            match item {
                Item::Literal(text) => out.push_str(text),
                Item::Name(name, case, length) => name.write(instant, *case, *length, out),
                Item::Number(number, width) => {
                    let width = if *bare { 1 } else { *width };
                    write!(out, "{:0width$}", number.of(instant)).expect("writing to a string cannot fail");
                }
            }
        }
    }
}

impl Number {
    fn of(self, instant: i64) -> i64 {
        match self {
            Self::Field(Field::Second) => field(Field::Second, instant) / 1_000_000,
            Self::Field(Field::Year) => field(Field::Year, instant).abs(),
            Self::Field(other) => field(other, instant),
            Self::ShortYear => field(Field::Year, instant).abs() % 100,
            Self::Hour12 => (field(Field::Hour, instant) + 11) % 12 + 1,
            Self::Millisecond => instant.rem_euclid(1_000_000) / 1000,
            Self::Microsecond => instant.rem_euclid(1_000_000),
            Self::DayOfWeek => field(Field::DayOfWeek, instant) + 1,
            Self::WeekOfYear => (field(Field::DayOfYear, instant) - 1) / 7 + 1,
        }
    }
}

impl Name {
    fn write(self, instant: i64, case: Case, length: usize, out: &mut String) {
        let name = match self {
            Self::Month => MONTHS[civil(instant.div_euclid(DAY)).month as usize - 1],
            Self::Day => DAYS[field(Field::DayOfWeek, instant) as usize],
            Self::Meridiem => {
                if field(Field::Hour, instant) < 12 {
                    "AM"
                } else {
                    "PM"
                }
            }
        };
        let name = &name[..length.min(name.len())];
        match case {
            Case::Title => out.push_str(name),
            Case::Upper => out.push_str(&name.to_ascii_uppercase()),
            Case::Lower => out.push_str(&name.to_ascii_lowercase()),
        }
    }
}

/// A pattern for numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::expr) struct NumberPattern {
    whole: Vec<char>,
    /// Digits behind the point.
    pub(in crate::expr) fraction: usize,
    optional: usize,
    point: bool,
    bare: bool,
}

impl NumberPattern {
    /// Reads a pattern.
    ///
    /// # Errors
    ///
    /// The rest of the pattern from a character on that does not belong.
    pub(in crate::expr) fn new(pattern: &str) -> Result<Self, String> {
        let (bare, body) = pattern.strip_prefix("FM").map_or((false, pattern), |rest| (true, rest));
        let (whole, fraction) = body.split_once('.').unwrap_or((body, ""));
        let wrong = |text: &str, allowed: &[char]| text.find(|c| !allowed.contains(&c)).map(|at| text[at..].to_owned());
        if let Some(rest) = wrong(whole, &['0', '9', ',']).or_else(|| wrong(fraction, &['0', '9'])) {
            return Err(rest);
        }
        if whole.len() + fraction.len() > 38 || !body.contains(['0', '9']) {
            return Err(body.to_owned());
        }
        let optional = fraction.len() - fraction.trim_end_matches('9').len();
        let point = body.contains('.');
        Ok(Self { whole: whole.chars().collect(), fraction: fraction.len(), optional, point, bare })
    }

    /// Writes a number given as all its digits, `fraction` of them behind the point.
    pub(in crate::expr) fn write(&self, value: i128, out: &mut String) {
        let unit = 10u128.pow(self.fraction as u32);
        let (whole, rest) = (value.unsigned_abs() / unit, value.unsigned_abs() % unit);
        let places = self.whole.iter().filter(|c| **c != ',').count();
        let fits = whole.checked_ilog10().map_or(0, |log| log as usize + 1) <= places;
        let mut text = String::new();
        self.write_whole(fits.then_some(whole), &mut text);
        if self.point {
            text.push('.');
        }
        if fits && self.fraction > 0 {
            write!(text, "{rest:0width$}", width = self.fraction).expect("writing to a string cannot fail");
        } else {
            text.extend(std::iter::repeat_n('#', self.fraction));
        }
        self.place_sign(value < 0, text, out);
    }

    /// Digits from the right; `9` is a blank in front of the first digit. `None` writes `#` for each place.
    fn write_whole(&self, whole: Option<u128>, text: &mut String) {
        let digits = whole.map(|whole| if whole == 0 { String::new() } else { whole.to_string() });
        let first_zero = self.whole.iter().position(|c| *c == '0').unwrap_or(self.whole.len());
        let places = self.whole.iter().filter(|c| **c != ',').count();
        let (mut place, mut begun) = (0, false);
        for (at, c) in self.whole.iter().enumerate() {
            if *c == ',' {
                text.push(if begun || digits.is_none() { ',' } else { ' ' });
                continue;
            }
            let digit =
                digits.as_ref().map(|d| (place + d.len()).checked_sub(places).and_then(|i| d.as_bytes().get(i)));
            begun |= matches!(digit, Some(Some(_))) || at >= first_zero;
            text.push(match digit {
                None => '#',
                Some(Some(digit)) => char::from(*digit),
                Some(None) if begun || (place + 1 == places && self.fraction == 0) => '0',
                Some(None) => ' ',
            });
            place += 1;
        }
    }

    fn place_sign(&self, negative: bool, text: String, out: &mut String) {
        let start = text.len() - text.trim_start_matches(' ').len();
        let sign = if negative {
            "-"
        } else if self.bare {
            ""
        } else {
            " "
        };
        if !self.bare {
            out.push_str(&text[..start]);
        }
        out.push_str(sign);
        let body = &text[start..];
        if self.bare && self.optional > 0 && body.trim_end_matches('0') == "." {
            out.push('0');
        }
        let keep = if self.bare && !body.contains('#') {
            let zeros = body.len() - body.trim_end_matches('0').len();
            body.len() - zeros.min(self.optional)
        } else {
            body.len()
        };
        out.push_str(&body[..keep]);
    }
}

#[cfg(test)]
mod tests {
    use super::super::calendar::{HOUR, MINUTE, days};
    use super::*;

    #[test]
    fn instants_are_written_by_pattern() {
        let instant = days(2024, 3, 5) * DAY + 14 * HOUR + 7 * MINUTE;
        let text = |pattern: &str| {
            let mut out = String::new();
            TimePattern::new(pattern).map(|pattern| pattern.write(instant, &mut out)).map(|()| out)
        };
        assert_eq!(text("YYYY-MM-DD HH24:MI:SS").as_deref(), Ok("2024-03-05 14:07:00"));
        assert_eq!(text("Dy, DD Mon YYYY HH12:MI am").as_deref(), Ok("Tue, 05 Mar 2024 02:07 pm"));
        assert_eq!(text("\"Q\"Q/YY").as_deref(), Ok("Q1/24"));
        assert_eq!(text("FMDD.FMMM.YYYY").as_deref(), Ok("5.3.2024"));
        assert_eq!(text("YYYY xx"), Err("xx".to_owned()));
    }

    #[test]
    fn numbers_are_written_by_pattern() {
        let text = |pattern: &str, value| {
            let mut out = String::new();
            NumberPattern::new(pattern).map(|pattern| pattern.write(value, &mut out)).map(|()| out)
        };
        assert_eq!(text("000", 7).as_deref(), Ok(" 007"));
        assert_eq!(text("FM000", -7).as_deref(), Ok("-007"));
        assert_eq!(text("999,999.00", 123_456).as_deref(), Ok("   1,234.56"));
        assert_eq!(text("FM999,990.00", 5).as_deref(), Ok("0.05"));
        assert_eq!(text("000", 1234).as_deref(), Ok(" ###"));
        assert!(text("abc", 1).is_err());
    }
}
