//! Tokens -> a date as far as it was said, with or without its year.

use super::super::number::ordinal;
use super::super::{Found, Kind, Language, Text};
use super::civil::Date;
use super::words::{FLUFF, MONTHS, OF, PARTS, Part, SEASONS};

/// What of a year was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// All of it.
    Year,
    /// Ten years from it on.
    Decade,
    /// So many months from a month on, which may reach into the next year.
    Months(i64, i64),
    /// A day of a month.
    Day(i64, i64),
}

/// A date as far as it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partial {
    /// The year, where it was said.
    pub year: Option<i64>,
    /// What of it.
    pub span: Span,
    /// A time of day, `12:30:00Z`, where it was said in figures.
    pub time: Option<String>,
    /// Whether day and month could be the other way round: `01/02/2024`.
    pub is_ambiguous: bool,
}

impl Partial {
    fn new(year: Option<i64>, span: Span) -> Self {
        Self { year, span, time: None, is_ambiguous: false }
    }

    /// The first and the last day in a year, unless its own is known.
    pub fn days(&self, year: i64) -> Option<(Date, Date)> {
        let year = self.year.unwrap_or(year);
        let (first, last) = match self.span {
            Span::Year => (Date::new(year, 1, 1)?, Date::new(year, 12, 31)?),
            Span::Decade => (Date::new(year, 1, 1)?, Date::new(year + 9, 12, 31)?),
            Span::Months(month, count) => {
                let first = Date::new(year, month, 1)?;
                (first, first.plus_months(count).plus_days(-1))
            }
            Span::Day(month, day) => (Date::new(year, month, day)?, Date::new(year, month, day)?),
        };
        Some((first, last))
    }
}

/// The date that begins at a token, articles and "the year" included.
pub fn partial(text: &Text<'_>, at: usize) -> Option<Found<Partial>> {
    text.memo.partials.at(at, text.tokens.len(), || read(text, at))
}

fn read(text: &Text<'_>, at: usize) -> Option<Found<Partial>> {
    let from = FLUFF.at(text, at).map_or(at, |(_, end)| end);
    let mut found = match text.kind(from)? {
        Kind::Number => figures(text, from).or_else(|| day_month(text, from)).or_else(|| year_first(text, from)),
        Kind::Word => None,
        _ => None,
    };
    found = found.or_else(|| month_first(text, from)).or_else(|| named_part(text, from)).or_else(|| code(text, from));
    found = found.or_else(|| day_month(text, from)).or_else(|| clock_first(text, from));
    found.map(|found| with_clock(text, found))
}

/// "6 March 2023 at midnight", "2024-03-01 at 08:00", "13 June 2022, 06:00": the time of day behind a day.
fn with_clock(text: &Text<'_>, found: Found<Partial>) -> Found<Partial> {
    let lead = usize::from(text.norm(found.end) == "at" || text.is_mark(found.end, ","));
    let is_day = matches!(found.value.span, Span::Day(..)) && found.value.time.is_none() && found.value.year.is_some();
    match time_of_day(text, found.end + lead).filter(|_| is_day) {
        Some(time) => Found { value: Partial { time: Some(time.value), ..found.value }, end: time.end },
        None => found,
    }
}

/// "06:00 on 13 June 2022", "midnight of 6 March 2023".
fn clock_first(text: &Text<'_>, at: usize) -> Option<Found<Partial>> {
    let time = time_of_day(text, at)?;
    let day_at = time.end + usize::from(matches!(text.norm(time.end), "on" | "of"));
    let day_at = FLUFF.at(text, day_at).map_or(day_at, |(_, end)| end);
    let day = figures(text, day_at).or_else(|| day_month(text, day_at)).or_else(|| month_first(text, day_at))?;
    let is_day = matches!(day.value.span, Span::Day(..)) && day.value.time.is_none() && day.value.year.is_some();
    is_day.then_some(Found { value: Partial { time: Some(time.value), ..day.value }, end: day.end })
}

/// A time of day: "08:00", "midnight", "noon".
fn time_of_day(text: &Text<'_>, at: usize) -> Option<Found<String>> {
    let time = match text.norm(at) {
        "midnight" => "00:00:00Z".to_owned(),
        "noon" => "12:00:00Z".to_owned(),
        word => clock(word)?,
    };
    Some(Found { value: time, end: at + 1 })
}

/// A year in four figures.
pub fn year(text: &Text<'_>, at: usize) -> Option<i64> {
    let token = text.get(at).filter(|token| token.kind == Kind::Number && token.norm.len() == 4)?;
    let value: i64 = token.norm.parse().ok()?;
    // A percent sign or a point with decimals behind it makes it none.
    (1900..2100).contains(&value).then_some(value)
}

/// The year behind a part of it, over "of", a comma or a slash: "of 2022", ", 2024", "/2022", "'22".
fn year_behind(text: &Text<'_>, at: usize) -> (Option<i64>, usize) {
    let of = OF.at(text, at).map(|(_, end)| end);
    let comma = (text.is_mark(at, ",") || text.is_mark(at, "/")).then_some(at + 1);
    let apostrophe = (text.is_mark(at, "'") && text.is_glued(at + 1)).then_some(at + 1);
    let short = apostrophe.and_then(|at| text.norm(at).parse::<i64>().ok()).filter(|year| *year < 100);
    if let Some(short) = short {
        return (Some(2000 + short), at + 2);
    }
    for from in [Some(at), of, comma].into_iter().flatten() {
        let from = FLUFF.at(text, from).map_or(from, |(_, end)| end);
        if let Some(year) = year(text, from) {
            return (Some(year), from + 1);
        }
    }
    (None, at)
}

/// ISO dates and instants, `01.07.2024`, `7/1/2024`, `2024-07`.
fn figures(text: &Text<'_>, at: usize) -> Option<Found<Partial>> {
    let norm = text.norm(at);
    let (date, time) = norm.split_once(['t', ' ']).map_or((norm, None), |(date, time)| (date, Some(time)));
    if let Some(decade) = norm.strip_suffix('s').and_then(|digits| digits.parse::<i64>().ok()) {
        // "the 90s"; without the article they may be seconds.
        let is_short = (20..100).contains(&decade) && from_article(text, at);
        let decade = if is_short { 1900 + decade } else { decade };
        let fits = (1800..2100).contains(&decade) && decade % 10 == 0;
        return fits.then(|| Found { value: Partial::new(Some(decade), Span::Decade), end: at + 1 });
    }
    // "In the nineties".
    const DECADES: [&str; 7] = ["thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
    if let Some(nth) = DECADES.iter().position(|decade| *decade == norm).filter(|_| from_article(text, at)) {
        let decade = 1930 + 10 * nth as i64;
        return Some(Found { value: Partial::new(Some(decade), Span::Decade), end: at + 1 });
    }
    let separator = date.chars().find(|c| "-./".contains(*c))?;
    let parts: Option<Vec<i64>> = date.split(separator).map(|part| part.parse().ok()).collect();
    let (mut value, end) = (of_parts(&parts?, date, separator, text.language)?, at + 1);
    value.time = time.and_then(clock);
    let clock_behind =
        if value.time.is_none() && matches!(value.span, Span::Day(..)) { clock(text.norm(end)) } else { None };
    let end = end + usize::from(clock_behind.is_some());
    value.time = value.time.or(clock_behind);
    Some(Found { value, end })
}

fn from_article(text: &Text<'_>, at: usize) -> bool {
    at > 0 && text.norm(at - 1) == "the"
}

fn of_parts(parts: &[i64], date: &str, separator: char, language: Language) -> Option<Partial> {
    let leads_with_year = date.find(separator) == Some(4);
    match *parts {
        [year, month] if leads_with_year => {
            Some(Partial::new(Some(year), Span::Months(month, 1))).filter(|_| month <= 12)
        }
        [year, month, day] if leads_with_year => Some(Partial::new(Some(year), Span::Day(month, day))),
        [first, second, year] => {
            let year = if year < 100 { 2000 + year } else { year };
            let is_month_first = (separator == '/' && language == Language::En && first <= 12) || second > 12;
            let (month, day) = if is_month_first { (first, second) } else { (second, first) };
            let is_ambiguous = separator == '/' && first <= 12 && second <= 12 && first != second;
            Some(Partial { is_ambiguous, ..Partial::new(Some(year), Span::Day(month, day)) })
        }
        _ => None,
    }
}

/// `12:30` -> `12:30:00Z`.
pub fn clock(time: &str) -> Option<String> {
    let (plain, zone) = match time.find(['z', '+']).or_else(|| time.rfind('-')) {
        Some(at) => time.split_at(at),
        None => (time, ""),
    };
    let (plain, shift) = match (plain.strip_suffix("pm"), plain.strip_suffix("am")) {
        (Some(plain), _) => (plain, 12),
        (_, Some(plain)) => (plain, 0),
        _ => (plain, -1),
    };
    let mut parts = plain.split(':').map(|part| part.split('.').next().unwrap_or(part).parse::<i64>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().flatten().unwrap_or(0);
    let hour = if shift >= 0 { hour % 12 + shift } else { hour };
    let zone = match zone {
        "" | "z" => "Z".to_owned(),
        zone if zone.contains(':') => zone.to_owned(),
        zone => format!("{}:{}", zone.get(..3)?, zone.get(3..5)?),
    };
    ((0..24).contains(&hour) && minute < 60 && second < 60).then(|| format!("{hour:02}:{minute:02}:{second:02}{zone}"))
}

/// The month that a token names. "may" and "march" are verbs too, and must be written large or stand beside a number.
fn month(text: &Text<'_>, at: usize) -> Option<Found<i64>> {
    let (value, end) = MONTHS.at(text, at)?;
    let is_verb = text.language == Language::En && matches!(text.norm(at), "may" | "march");
    let is_large = text.quote(at..at + 1).starts_with(char::is_uppercase);
    let beside = text.kind(end) == Some(Kind::Number) || (at > 0 && text.kind(at - 1) == Some(Kind::Number));
    (!is_verb || is_large || beside).then_some(Found { value, end })
}

/// A day of a month: "7th", "1.", "15".
pub fn day(text: &Text<'_>, at: usize) -> Option<Found<i64>> {
    if let Some(found) = ordinal(text, at) {
        return Some(found.map(i64::from)).filter(|found| (1..=31).contains(&found.value));
    }
    let token = text.get(at).filter(|token| token.kind == Kind::Number && token.norm.len() <= 2)?;
    token.norm.parse().ok().filter(|day| (1..=31).contains(day)).map(|value| Found { value, end: at + 1 })
}

/// "1 July 2024", "the 1st of July", "1. Juli 2024", "1er juillet 2024", "1 de julio de 2024".
fn day_month(text: &Text<'_>, at: usize) -> Option<Found<Partial>> {
    let day = day(text, at)?;
    let of = OF.at(text, day.end).map_or(day.end, |(_, end)| end);
    let month = month(text, of)?;
    let (year, end) = year_behind(text, month.end);
    Some(Found { value: Partial::new(year, Span::Day(month.value, day.value)), end })
}

/// "July 2024", "July 1st, 2024", "July of 2024", "July", "July 1".
fn month_first(text: &Text<'_>, at: usize) -> Option<Found<Partial>> {
    let month = month(text, at)?;
    if let Some(day) = day(text, month.end) {
        let (year, end) = year_behind(text, day.end);
        // "in March 15 orders" speaks of no day.
        let is_closed = year.is_some() || text.kind(day.end) != Some(Kind::Word) || ordinal(text, month.end).is_some();
        if is_closed || super::words::TO.at(text, day.end).is_some() {
            return Some(Found { value: Partial::new(year, Span::Day(month.value, day.value)), end });
        }
    }
    let (year, end) = year_behind(text, month.end);
    Some(Found { value: Partial::new(year, Span::Months(month.value, 1)), end })
}

/// "2024", "2024 July", "2022 Q3".
fn year_first(text: &Text<'_>, at: usize) -> Option<Found<Partial>> {
    let year = year(text, at)?;
    if let Some((span, end)) = code_span(text.norm(at + 1)).map(|span| (span, at + 2)) {
        return Some(Found { value: Partial::new(Some(year), span), end });
    }
    Some(Found { value: Partial::new(Some(year), Span::Year), end: at + 1 })
}

/// "early 2024", "mid-2023", "late 2022": four months.
fn part_of_year(text: &Text<'_>, at: usize) -> Option<Found<Partial>> {
    let norm = text.norm(at);
    if let Some(year) = norm.strip_prefix("mid-").and_then(|year| year.parse().ok()) {
        let fits = (1900..2100).contains(&year);
        return fits.then(|| Found { value: Partial::new(Some(year), Span::Months(5, 4)), end: at + 1 });
    }
    let month = match norm {
        "early" => 1,
        "mid" => 5,
        "late" => 9,
        _ => return None,
    };
    let behind = at + 1 + usize::from(text.is_mark(at + 1, "-"));
    let year = year(text, behind)?;
    Some(Found { value: Partial::new(Some(year), Span::Months(month, 4)), end: behind + 1 })
}

/// "the third quarter of 2022", "first half of 2024", "last quarter", "summer 2023".
fn named_part(text: &Text<'_>, at: usize) -> Option<Found<Partial>> {
    if let Some(found) = part_of_year(text, at) {
        return Some(found);
    }
    if let Some((month, end)) = SEASONS.at(text, at) {
        let (year, end) = year_behind(text, end);
        // A season without its year is mostly a word of its own: "fall", "spring".
        return year.map(|_| Found { value: Partial::new(year, Span::Months(month, 3)), end: behind_slash(text, end) });
    }
    let last = matches!(&*text.plain(at), "last" | "final" | "fourth");
    let nth = ordinal(text, at).map(|found| (i64::from(found.value), found.end));
    let (nth, part_at) = nth.or(last.then_some((0, at + 1)))?;
    let (part, end) = PARTS.at(text, part_at)?;
    let (year, end) = year_behind(text, end);
    let months = if part == Part::Quarter { 3 } else { 6 };
    let nth = if nth == 0 { 12 / months } else { nth };
    // "last quarter" without a year counts from today, which is another grammar's.
    let fits = (1..=12 / months).contains(&nth) && (year.is_some() || !last);
    fits.then(|| Found { value: Partial::new(year, Span::Months((nth - 1) * months + 1, months)), end })
}

/// "winter 2023/24": the second year says nothing more.
fn behind_slash(text: &Text<'_>, end: usize) -> usize {
    let is_second = text.is_mark(end, "/") && text.is_glued(end + 1) && text.kind(end + 1) == Some(Kind::Number);
    if is_second { end + 2 } else { end }
}

/// `Q3 2022`, `H1 2024`, `2022-Q3`, `Q3-2022`, `Q3/2022`.
fn code(text: &Text<'_>, at: usize) -> Option<Found<Partial>> {
    let norm = text.norm(at);
    if let Some((left, right)) = norm.split_once(['-', '/', '_']) {
        let (span, year) = match (code_span(left), code_span(right)) {
            (Some(span), None) => (span, right),
            (None, Some(span)) => (span, left),
            _ => return None,
        };
        let year: i64 = year.parse().ok().filter(|year| (1900..2100).contains(year))?;
        return Some(Found { value: Partial::new(Some(year), span), end: at + 1 });
    }
    let span = code_span(norm)?;
    let (year, end) = year_behind(text, at + 1);
    Some(Found { value: Partial::new(year, span), end })
}

/// `q3`, `h1`, `t2` (French and Spanish quarters), `s1` are parts of a year.
fn code_span(code: &str) -> Option<Span> {
    let mut chars = code.chars();
    let (letter, nth) = (chars.next()?, chars.next()?.to_digit(10)?);
    let nth = i64::from(nth);
    let months = match letter {
        'q' if nth <= 4 => 3,
        'h' if nth <= 2 => 6,
        _ => return None,
    };
    (chars.next().is_none() && nth > 0).then_some(Span::Months((nth - 1) * months + 1, months))
}
