//! "30 days", "two weeks", "36h", "half an hour" -> lengths of time.

use super::super::number::{Number, number_or_one};
use super::super::{Found, Kind, Text, unit};
use super::civil::Date;

/// A length of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duration {
    /// As specs write it: `30d`, `2w`, `36h`, `15m`; a month has 30 days there and a year 365.
    pub text: String,
    /// Whole months where it was said in months, quarters or years; such spans follow the calendar.
    pub months: i64,
    /// Seconds, by the same reckoning as `text`.
    pub seconds: i64,
}

const DAY: i64 = 86_400;

/// Units of time with their seconds and months.
const UNITS: [(&str, i64, i64); 9] = [
    ("s", 1, 0),
    ("min", 60, 0),
    ("h", 3_600, 0),
    ("day", DAY, 0),
    ("week", 7 * DAY, 0),
    ("month", 30 * DAY, 1),
    ("quarter", 91 * DAY, 3),
    ("year", 365 * DAY, 12),
    ("decade", 3_652 * DAY, 120),
];

impl Duration {
    /// A length by its seconds.
    pub fn of_seconds(seconds: i64) -> Self {
        Self { text: spelled(seconds), months: 0, seconds }
    }

    fn of_months(months: i64) -> Self {
        let seconds = if months % 12 == 0 { months / 12 * 365 * DAY } else { months * 30 * DAY };
        Self { text: spelled(seconds), months, seconds }
    }

    /// Whether it is a whole number of days, or counted in months.
    pub fn is_days(&self) -> bool {
        self.months > 0 || self.seconds % DAY == 0
    }

    /// The day so much later; earlier with a sign of -1. Parts of a day count as a whole one.
    pub fn from(&self, day: Date, sign: i64) -> Date {
        match self.months {
            0 => day.plus_days(sign * ((self.seconds + DAY - 1) / DAY)),
            months => day.plus_months(sign * months),
        }
    }
}

/// Seconds in the largest unit of which they are a multiple.
fn spelled(seconds: i64) -> String {
    let units = [(7 * DAY, "w"), (DAY, "d"), (3_600, "h"), (60, "m"), (1, "s")];
    // Weeks only where they read better: `2w`, but `28d`, `70d`.
    let fits = |(length, name): &&(i64, &str)| {
        seconds % length == 0 && seconds != 0 && (*name != "w" || seconds / length <= 3)
    };
    units.iter().find(fits).map_or("0s".to_owned(), |(length, name)| format!("{}{name}", seconds / length))
}

/// The unit of time that begins at a token, with its seconds and months.
pub fn time_unit(text: &Text<'_>, at: usize) -> Option<Found<(i64, i64)>> {
    let quarter = matches!(&*text.plain(at), "quarter" | "quartal" | "trimestre" | "decade");
    let (name, end) = match quarter {
        true => (if text.plain(at) == "decade" { "decade" } else { "quarter" }, at + 1),
        false => {
            let found = unit::unit(text, at)?;
            // "years old" is an age, and a length all the same.
            (found.value.measure(), found.end)
        }
    };
    let (_, seconds, months) = UNITS.iter().find(|(known, ..)| *known == name)?;
    Some(Found { value: (*seconds, *months), end })
}

/// The length of time that begins at a token.
pub fn duration(text: &Text<'_>, at: usize) -> Option<Found<Duration>> {
    text.memo.durations.at(at, text.tokens.len(), || read(text, at))
}

fn read(text: &Text<'_>, at: usize) -> Option<Found<Duration>> {
    let first = one(text, at)?;
    let joint = usize::from(matches!(text.norm(first.end), "and" | "und" | "et" | "y" | "e"));
    // "1 hour 30 minutes", "an hour and a half".
    if joint == 1 && text.norm(first.end + 1) == "a" && text.norm(first.end + 2) == "half" && first.value.months == 0 {
        let half = time_unit(text, first.end - 1).map_or(0, |unit| unit.value.0 / 2);
        return Some(Found { value: Duration::of_seconds(first.value.seconds + half), end: first.end + 3 });
    }
    if let Some(second) = one(text, first.end + joint)
        && second.value.seconds < first.value.seconds
        && second.value.months == 0
        && first.value.months == 0
        && (joint == 0 || second.value.seconds < 3_600)
    {
        return Some(Found {
            value: Duration::of_seconds(first.value.seconds + second.value.seconds),
            end: second.end,
        });
    }
    Some(first)
}

fn one(text: &Text<'_>, at: usize) -> Option<Found<Duration>> {
    if let Some(found) = half(text, at).or_else(|| named(text, at)) {
        return Some(found);
    }
    let number = number_or_one(text, at)?;
    if number.value.percent || number.value.value < 0.0 {
        return None;
    }
    if !number.value.unit.is_empty() {
        let unit = glued(&number.value.unit)?;
        return Some(Found { value: times(&number.value, unit)?, end: number.end });
    }
    let hyphen = usize::from(text.is_mark(number.end, "-") && text.is_glued(number.end));
    let unit = time_unit(text, number.end + hyphen)?;
    // "5 m" is metres, and "1 s" hardly anything else than seconds.
    Some(Found { value: times(&number.value, unit.value)?, end: unit.end })
}

/// Units glued to figures: `15m` are minutes here.
fn glued(letters: &str) -> Option<(i64, i64)> {
    let name = match letters {
        "m" | "min" | "mins" => "min",
        "d" | "j" => "day",
        "w" => "week",
        "y" | "yr" | "yrs" => "year",
        letters => unit::glued(letters)?.measure(),
    };
    UNITS.iter().find(|(known, ..)| *known == name).map(|(_, seconds, months)| (*seconds, *months))
}

fn times(number: &Number, (seconds, months): (i64, i64)) -> Option<Duration> {
    let product = number.value * if months > 0 { months as f64 } else { seconds as f64 };
    let whole = product as i64;
    let fits = product < 1e12 && whole as f64 == product;
    match (fits, months > 0) {
        (true, true) => Some(Duration::of_months(whole)),
        (true, false) => Some(Duration::of_seconds(whole)),
        (false, _) => None,
    }
}

/// "half an hour", "a quarter of an hour", "half a year", "eine halbe Stunde", "une demi-heure", "media hora".
fn half(text: &Text<'_>, at: usize) -> Option<Found<Duration>> {
    let words: Vec<_> = (at..at + 4).map(|at| text.plain(at)).collect();
    let word = |at: usize| words[at].as_ref();
    let (parts, unit_at) = match (word(0), word(1), word(2), word(3)) {
        ("a", "quarter", "of", "an" | "a") => (4, 4),
        ("a", "quarter", ..) if text.plain(at + 2) == "hour" => (4, 2),
        ("half", "an" | "a", ..) => (2, 2),
        ("half", ..) | ("halbe" | "halben" | "media" | "mezza" | "meia" | "mezzo" | "medio" | "meio", ..) => (2, 1),
        ("a" | "an" | "eine" | "einer", "half" | "halbe" | "halben", ..) => (2, 2),
        ("ein" | "einem", "halbes" | "halben", ..) => (2, 2),
        _ => return None,
    };
    let unit = time_unit(text, at + unit_at)?;
    let (seconds, months) = unit.value;
    let value = match (months, parts) {
        (0, parts) => Duration::of_seconds(seconds / parts),
        (1, _) => Duration::of_seconds(15 * DAY),
        (months, parts) => Duration::of_months(months / parts),
    };
    Some(Found { value, end: unit.end })
}

/// "a fortnight", "two decades".
fn named(text: &Text<'_>, at: usize) -> Option<Found<Duration>> {
    let is_article = matches!(text.norm(at), "a" | "one");
    match text.norm(at + usize::from(is_article)) {
        "fortnight" if text.kind(at) == Some(Kind::Word) => {
            Some(Found { value: Duration::of_seconds(14 * DAY), end: at + 1 + usize::from(is_article) })
        }
        _ => None,
    }
}
