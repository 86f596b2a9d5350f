//! "hourly for ten days", "every 15 minutes during March 2024" -> even distances over a window.

use std::sync::LazyLock;

use super::super::language::Language::{De, Es, Fr, It, Pt};
use super::super::number::number;
use super::super::{Found, Kind, Phrases, Text};
use super::civil::Date;
use super::duration::{Duration, duration, time_unit};
use super::window::{Window, window};
use std::ops::Range;

/// Instants at even distances: `from`, `from + every`, ... before `to`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The distance as specs write it: `15m`.
    pub every: String,
    /// The first instant: a day or an RFC 3339 instant.
    pub from: String,
    /// The end, which is no instant of it.
    pub to: String,
    /// Whether it counts from today.
    pub is_relative: bool,
    /// Whether only its start was said, so that a number of rows may say how long it is.
    pub is_open: bool,
    /// The distance in seconds.
    pub seconds: i64,
    /// The distance in months, which are not even; 0 otherwise.
    pub months: i64,
    /// The tokens that say how often.
    pub how_often: Range<usize>,
    /// The tokens that say how long.
    pub how_long: Range<usize>,
}

/// How often something is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frequency {
    /// The distance between two; what is said in months has no even one.
    pub every: Duration,
}

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;
const MONTH: i64 = -1;

/// Words for how often, in seconds; below 0 in months.
static OFTEN: LazyLock<Phrases<i64>> = LazyLock::new(|| {
    Phrases::new(&[
        (
            None,
            1,
            "secondly|every second|once a second|once per second|once every second|second by second|second-by-second",
        ),
        (
            None,
            60,
            "minutely|by the minute|once a minute|once per minute|every single minute|minute by minute|minute-by-minute|per-minute",
        ),
        (
            None,
            HOUR,
            "hourly|once an hour|once per hour|on the hour|every full hour|once a hour|hour by hour|hour-by-hour|by the hour",
        ),
        (None, HOUR / 2, "half-hourly|half hourly|every half hour|every half an hour|twice an hour"),
        (None, HOUR / 4, "quarter-hourly|quarter hourly|every quarter of an hour|every quarter hour"),
        (None, DAY, "daily|once a day|once per day|nightly|every single day|day by day|day-by-day|each and every day"),
        (None, DAY / 2, "twice daily|twice a day|twice per day"),
        (None, 2 * DAY, "every other day|every second day"),
        (None, 7 * DAY, "weekly|once a week|once per week|week by week"),
        (None, 14 * DAY, "fortnightly|biweekly|bi-weekly|every other week|every second week"),
        (None, MONTH, "monthly|once a month|once per month|month by month"),
        (None, 3 * MONTH, "quarterly|once a quarter|once per quarter"),
        (None, 12 * MONTH, "yearly|annually|once a year|annual|once per year"),
        (Some(De), HOUR, "stundlich|stuendlich|stundliche|stundlichen|jede stunde"),
        (Some(De), 60, "minutlich|minutliche|jede minute"),
        (Some(De), DAY, "taglich|taeglich|tagliche|taglichen|jeden tag"),
        (Some(De), 7 * DAY, "wochentlich|wochentliche|jede woche"),
        (Some(De), MONTH, "monatlich|monatliche|jeden monat"),
        (Some(Fr), HOUR, "toutes les heures|chaque heure|horaire|horaires"),
        (Some(Fr), 60, "toutes les minutes|chaque minute"),
        (Some(Fr), DAY, "tous les jours|chaque jour|quotidien|quotidiennes|quotidienne|quotidiens|par jour"),
        (Some(Fr), 7 * DAY, "toutes les semaines|chaque semaine|hebdomadaire|hebdomadaires"),
        (Some(Es), HOUR, "cada hora|por hora"),
        (Some(Es), 60, "cada minuto|por minuto"),
        (Some(Es), DAY, "cada dia|diario|diaria|diarias|diarios|diariamente"),
        (Some(Es), 7 * DAY, "cada semana|semanal|semanales"),
        (Some(It), HOUR, "ogni ora|orario|orarie|all'ora"),
        (Some(It), 60, "ogni minuto|al minuto"),
        (Some(It), DAY, "ogni giorno|giornaliero|giornaliere|quotidiano|al giorno"),
        (Some(It), 7 * DAY, "ogni settimana|settimanale|settimanali"),
        (Some(Pt), HOUR, "a cada hora|por hora"),
        (Some(Pt), 60, "a cada minuto|por minuto"),
        (Some(Pt), DAY, "diariamente|todos os dias|cada dia|diario|diaria|diarias"),
        (Some(Pt), 7 * DAY, "semanalmente|semanal|cada semana"),
    ])
});

/// Words before a length of time that say how often: "every 15 minutes".
static EVERY: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (
            None,
            (),
            "every|each|once every|one every|at intervals of|in steps of|spaced|in intervals of|at an interval of|with an interval of",
        ),
        (Some(De), (), "alle|jede|jeden|jedes|im abstand von"),
        (Some(Fr), (), "toutes les|tous les|chaque"),
        (Some(Es), (), "cada"),
        (Some(It), (), "ogni"),
        (Some(Pt), (), "a cada|cada"),
    ])
});

/// Words between a number of things and a unit of time: "one reading per minute".
static PER: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, (), "per|a|an|every|each|times a|times per|times an"),
        (Some(De), (), "pro|je|jede|jeden|mal pro"),
        (Some(Fr), (), "par|fois par"),
        (Some(Es), (), "por|al|a la|cada|veces por|veces al"),
        (Some(It), (), "per|al|all'|ogni|volte al"),
        (Some(Pt), (), "por|vezes por|vezes ao|ao"),
    ])
});

fn of(seconds: i64) -> Frequency {
    let every = match seconds {
        months if months < 0 => Duration { months: -months, ..Duration::of_seconds(-months * 30 * DAY) },
        seconds => Duration::of_seconds(seconds),
    };
    Frequency { every }
}

/// How often, as it begins at a token: "hourly", "every 15 minutes", "per second", "one reading a minute", "4 times per hour",
/// "at 10-minute intervals".
pub fn frequency(text: &Text<'_>, at: usize) -> Option<Found<Frequency>> {
    if let Some((seconds, end)) = OFTEN.at(text, at) {
        return Some(Found { value: of(seconds), end });
    }
    every(text, at).or_else(|| per(text, at, 1)).or_else(|| so_many(text, at)).or_else(|| intervals(text, at))
}

fn every(text: &Text<'_>, at: usize) -> Option<Found<Frequency>> {
    let (_, from) = EVERY.at(text, at)?;
    let length = duration(text, from).or_else(|| unit_length(text, from))?;
    Some(length.map(|every| Frequency { every }))
}

fn unit_length(text: &Text<'_>, at: usize) -> Option<Found<Duration>> {
    let unit = time_unit(text, at)?;
    let (seconds, months) = unit.value;
    Some(Found { value: Duration { months, ..Duration::of_seconds(seconds) }, end: unit.end })
}

/// "per minute", so many times.
fn per(text: &Text<'_>, at: usize, times: i64) -> Option<Found<Frequency>> {
    let (_, from) = PER.at(text, at)?;
    let is_article = matches!(text.norm(at), "a" | "an");
    let unit = unit_length(text, from).or_else(|| duration(text, from).filter(|_| !is_article))?;
    // "a day" alone says nothing of how often, nor does "on a day in 2023".
    let is_one =
        is_article && at > 0 && matches!(text.norm(at - 1), "on" | "in" | "of" | "at" | "within" | "to" | "than");
    let fits = (times > 1 || !is_article || at > 0 && !is_one)
        && unit.value.seconds % times == 0
        && (times == 1 || unit.value.months == 0);
    fits.then(|| Found { value: Frequency { every: scaled(&unit.value, times) }, end: unit.end })
}

fn scaled(length: &Duration, times: i64) -> Duration {
    if times == 1 { length.clone() } else { Duration::of_seconds(length.seconds / times) }
}

/// "one reading a minute", "4 readings per hour", "a reading every 5 minutes", "twice per hour".
fn so_many(text: &Text<'_>, at: usize) -> Option<Found<Frequency>> {
    let (times, from) = match text.norm(at) {
        "a" | "an" | "one" | "once" | "ein" | "eine" | "une" | "un" | "una" | "um" | "uma" => (1, at + 1),
        "twice" => (2, at + 1),
        _ => {
            let found = number(text, at)?;
            (found.value.as_i64().filter(|times| (1..=86_400).contains(times))?, found.end)
        }
    };
    // Two words may name the things: "one temperature reading".
    (from..from + 6).find_map(|at| {
        let is_named = |at: usize| text.kind(at) == Some(Kind::Word) || text.is_mark(at, "/");
        let between =
            (from..at).all(|at| is_named(at) && (at < from + 3 || text.is_mark(at, "/") || text.is_mark(at - 1, "/")));
        let found = per(text, at, times).or_else(|| if times == 1 { every(text, at) } else { None });
        found.filter(|_| between && (at > from || times > 1 || matches!(text.norm(from - 1), "once" | "one")))
    })
}

/// "at 10-minute intervals", "10-minute resolution", "in 5 minute steps".
fn intervals(text: &Text<'_>, at: usize) -> Option<Found<Frequency>> {
    let from = at + usize::from(matches!(text.norm(at), "at" | "in" | "with"));
    let from = from + usize::from(matches!(text.norm(from), "a" | "an") && from > at);
    let length = duration(text, from)?;
    let is_interval = matches!(
        text.norm(length.end),
        "intervals" | "interval" | "steps" | "resolution" | "granularity" | "sampling" | "step"
    );
    // "15-minute readings for a week": what is made at these steps stands right behind.
    let is_made = matches!(
        text.norm(length.end),
        "readings" | "samples" | "values" | "measurements" | "observations" | "averages" | "candles" | "bars" | "data"
    ) && from == at;
    (is_interval || is_made)
        .then(|| Found { value: Frequency { every: length.value }, end: length.end + usize::from(is_interval) })
}

/// Tokens that may stand between how often and how long: "hourly temperature readings of each sensor for ten days".
const GAP: usize = 9;

/// The same where it is told between whose rows they are.
const LONG_GAP: usize = 20;

/// The grid that begins at a token with how often, or with how long. Without a start its end is today.
pub fn grid(text: &Text<'_>, at: usize, today: &str) -> Option<Found<Grid>> {
    often_first(text, at, today).or_else(|| long_first(text, at, today))
}

fn often_first(text: &Text<'_>, at: usize, today: &str) -> Option<Found<Grid>> {
    let often = frequency(text, at).filter(|found| found.value.every.seconds > 0)?;
    over(text, &often.value, at..often.end, often.end, today)
}

/// The grid of a frequency that some tokens say, over the window of time that begins at a token or not far behind it.
pub fn over(text: &Text<'_>, often: &Frequency, tokens: Range<usize>, at: usize, today: &str) -> Option<Found<Grid>> {
    let mut gap = GAP;
    let mut from = at;
    while from <= at + gap {
        if let Some(long) = how_long(text, from, today) {
            let end = long.end;
            return Some(Found { value: grid_of(often, &long.value, tokens, from..end), end });
        }
        // "For each of the four ovens A, B, C and D": whose they are is told at length.
        let is_led = matches!(text.norm(from), "for" | "of" | "from" | "at" | "in");
        let is_whose = matches!(text.norm(from + 1), "each" | "every" | "all" | "both" | "the");
        gap = if is_led && is_whose { LONG_GAP } else { gap };
        if ends_sentence(text, from) {
            return None;
        }
        from += 1;
    }
    None
}

/// The unit of time at a token as a distance: the day of "per pupil and day".
pub fn step(text: &Text<'_>, at: usize) -> Option<Found<Frequency>> {
    let length = unit_length(text, at)?;
    Some(length.map(|every| Frequency { every }))
}

fn long_first(text: &Text<'_>, at: usize, today: &str) -> Option<Found<Grid>> {
    let long = how_long(text, at, today)?;
    let from = long.end + usize::from(text.is_mark(long.end, ","));
    let often = frequency(text, from).filter(|found| found.value.every.seconds > 0)?;
    Some(Found { value: grid_of(&often.value, &long.value, from..often.end, at..long.end), end: often.end })
}

fn grid_of(often: &Frequency, long: &Window, how_often: Range<usize>, how_long: Range<usize>) -> Grid {
    let every = often.every.text.clone();
    let (seconds, months) = (often.every.seconds, often.every.months);
    let (is_relative, is_open) = (long.is_relative, long.is_open);
    let from = long.from.clone();
    let to = if ends_at_last(seconds, long) { long.last.clone() } else { long.to.clone() };
    let to = if months == 0 { with_last(&from, &to, seconds) } else { to };
    Grid { every, from, to, is_relative, is_open, seconds, months, how_often, how_long }
}

/// Whether steps within days end as the last day begins: "every 15 minutes from 2023-05-01 to 2023-05-08" are seven days, as it
/// is the same day of the week or of the month.
fn ends_at_last(seconds: i64, long: &Window) -> bool {
    let Some((from, last)) = Date::parse(&long.from).zip(Date::parse(&long.last)) else { return false };
    let is_whole = long.from.len() == 10 && long.to.len() == 10 && seconds < DAY && !long.is_relative;
    let is_month_end = last.plus_days(1).ymd().2 == 1;
    is_whole && last > from && !is_month_end && (last.since(from) % 7 == 0 || from.ymd().2 == last.ymd().2)
}

/// The end of steps between two instants of which the last one belongs to them: "every 30 minutes from 00:00 to 23:30" are those of a
/// whole day, and "hourly from 06:00 to 05:00 of the next" too.
fn with_last(from: &str, to: &str, seconds: i64) -> String {
    let length = seconds_of(to).zip(seconds_of(from)).map(|(to, from)| to - from);
    let Some(length) = length.filter(|length| to.len() > 10 && seconds > 0 && length % seconds == 0) else {
        return to.to_owned();
    };
    let is_rounder = |unit: i64| length % unit != 0 && (length + seconds) % unit == 0;
    let is_whole = [DAY, HOUR].into_iter().any(|unit| seconds < unit && is_rounder(unit));
    if is_whole { later(to, seconds).unwrap_or_else(|| to.to_owned()) } else { to.to_owned() }
}

/// A day or an instant in seconds, the zone aside.
fn seconds_of(instant: &str) -> Option<i64> {
    let day = Date::parse(instant)?.since(Date::parse("1970-01-01")?);
    Some(day * DAY + clock_seconds(instant)?)
}

/// The seconds of the day of an instant; 0 for a day.
fn clock_seconds(instant: &str) -> Option<i64> {
    let Some(clock) = instant.get(11..19) else { return Some(0) };
    let mut parts = clock.split(':').map(|part| part.parse::<i64>().ok());
    Some(parts.next()?? * HOUR + parts.next()?? * 60 + parts.next()??)
}

/// The grid of so many rows at even distances, of which only the distance was said: it ends with today.
pub fn counted(text: &Text<'_>, at: usize, rows: u64, today: &str) -> Option<Found<Grid>> {
    let often = frequency(text, at).filter(|found| found.value.every.seconds > 0 && found.value.every.months == 0)?;
    let length = often.value.every.seconds.checked_mul(i64::try_from(rows).ok()?).filter(|length| *length < 1 << 40)?;
    let long = span(Date::parse(today)?, &Duration::of_seconds(length), -1);
    let window = Window { is_relative: true, ..long };
    Some(Found { value: grid_of(&often.value, &window, at..often.end, at..often.end), end: often.end })
}

impl Grid {
    /// How many steps it has.
    pub fn rows(&self) -> Option<u64> {
        if self.months > 0 {
            let (from, to) = (Date::parse(&self.from)?, Date::parse(&self.to)?);
            let months = |date: Date| date.ymd().0 * 12 + date.ymd().1 - 1;
            let is_part = to.ymd().2 > from.ymd().2;
            let steps = (months(to) - months(from) + i64::from(is_part) + self.months - 1) / self.months;
            return Some(u64::try_from(steps).unwrap_or(1).max(1));
        }
        let length = seconds_of(&self.to)? - seconds_of(&self.from)?;
        u64::try_from((length + self.seconds - 1) / self.seconds.max(1)).ok().filter(|rows| *rows > 0)
    }

    /// The same from its start on with so many rows.
    pub fn with_rows(&self, rows: u64) -> Option<Self> {
        let length = self.seconds.checked_mul(i64::try_from(rows).ok()?).filter(|length| *length < 1 << 40)?;
        Some(Self { to: later(&self.from, length)?, is_relative: false, is_open: false, ..self.clone() })
    }
}

/// So many seconds behind a day or an instant in UTC.
fn later(from: &str, seconds: i64) -> Option<String> {
    let day = Date::parse(from)?;
    let clock = clock_seconds(from)?;
    let (total, zone) = (clock + seconds, from.get(19..).unwrap_or("Z"));
    let (day, rest) = (day.plus_days(total.div_euclid(DAY)), total.rem_euclid(DAY));
    Some(match rest == 0 && matches!(zone, "Z" | "") {
        true => day.to_string(),
        false => format!("{day}T{:02}:{:02}:{:02}{zone}", rest / 3600, rest / 60 % 60, rest % 60),
    })
}

fn ends_sentence(text: &Text<'_>, at: usize) -> bool {
    text.get(at).is_none_or(|token| match token.kind {
        Kind::Mark => matches!(token.norm.as_str(), "." | ";" | "!" | "?" | ":"),
        Kind::Break => token.norm == "\n\n",
        Kind::Bullet => true,
        _ => false,
    })
}

/// A window with both ends, or a length of time up to today, or from a day on: "for ten days from 2024-03-01".
fn how_long(text: &Text<'_>, at: usize, today: &str) -> Option<Found<Window>> {
    if let Some(found) = window(text, at, today).filter(|found| !found.value.from.is_empty()) {
        return Some(found);
    }
    let is_for = matches!(
        &*text.plain(at),
        "for"
            | "over"
            | "during"
            | "across"
            | "fur"
            | "fuer"
            | "uber"
            | "pendant"
            | "durant"
            | "sur"
            | "durante"
            | "por"
            | "per"
    );
    let from = at
        + 1
        + usize::from(matches!(text.norm(at + 1), "the" | "a" | "full" | "whole") && duration(text, at + 1).is_none());
    let length = duration(text, from).filter(|_| is_for)?;
    let start = length.end + usize::from(text.is_mark(length.end, ","));
    let begins =
        matches!(text.norm(start), "from" | "starting" | "beginning" | "since" | "ab" | "commencing" | "starts");
    let on = start + 1 + usize::from(matches!(text.norm(start + 1), "on" | "at" | "in" | "with" | "from" | "dem"));
    if let Some(day) = super::date::date(text, on).filter(|_| begins) {
        let first = day.value.first;
        let end = day.end + usize::from(matches!(text.norm(day.end), "on" | "onward" | "onwards"));
        let whole = span(first, &length.value, 1);
        let value = match day.value.instant.clone().filter(|_| length.value.months == 0) {
            Some(from) => Window { to: later(&from, length.value.seconds)?, from, ..whole },
            None => whole,
        };
        return Some(Found { value, end });
    }
    let value = span(Date::parse(today)?, &length.value, -1);
    Some(Found { value: Window { is_relative: true, ..value }, end: length.end })
}

/// A length of time from a day on, or before it; to the second.
fn span(day: Date, length: &Duration, sign: i64) -> Window {
    let other = length.from(day, sign);
    let (from, to) = if sign > 0 { (day, other) } else { (other, day) };
    let (mut start, mut end) = (from.to_string(), to.to_string());
    let rest = length.seconds % DAY;
    if length.months == 0 && rest > 0 {
        let clock = |seconds: i64| format!("{:02}:{:02}:{:02}Z", seconds / 3600, seconds / 60 % 60, seconds % 60);
        match sign {
            // The last day counts as a part only.
            1 => end = format!("{}T{}", to.plus_days(-1), clock(rest)),
            _ => start = format!("{from}T{}", clock(DAY - rest)),
        }
    }
    let last = to.plus_days(-1).to_string();
    Window { from: start, last, to: end, is_relative: false, is_ambiguous: false, is_open: false }
}
