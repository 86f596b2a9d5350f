//! Tokens -> a stretch of time in whole days, or between instants.

use super::super::memo::Read;
use super::super::number::number;
use super::super::{Found, Kind, Text, unit};
use super::civil::Date;
use super::duration::{Duration, duration, time_unit};
use super::partial::{Partial, Span, clock, day as day_alone, partial, year};
use super::words::{
    BEFORE, FIRST_LAST, FLUFF, FROM, IN, OF, SEASONS, SINCE, SPANNING, TO, TODAY, UNIT_WAYS, UNTIL, WAYS, Way,
};

/// A stretch of time. A `date` column takes `from` and `last`, both of which belong to it; a `datetime` column and a grid take
/// `from` and `to`, which is the first instant behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// The first day, or the instant where a time of day was said; empty where only an end was ("until 2023").
    pub from: String,
    /// The last day.
    pub last: String,
    /// The day behind the last, at whose midnight it ends; or the instant where a time of day was said.
    pub to: String,
    /// Whether it counts from today, or a year was chosen that was not said.
    pub is_relative: bool,
    /// Whether a day and a month in it could be the other way round: `01/02/2024`.
    pub is_ambiguous: bool,
    /// Whether only its start was said ("since 2019"), so that it ends before today for want of anything else.
    pub is_open: bool,
}

impl Window {
    /// The days from one to another, both of which belong to it.
    pub fn between(from: Date, last: Date) -> Self {
        Self::days(from, last)
    }

    fn days(from: Date, last: Date) -> Self {
        let to = last.plus_days(1).to_string();
        Self {
            from: from.to_string(),
            last: last.to_string(),
            to,
            is_relative: false,
            is_ambiguous: false,
            is_open: false,
        }
    }

    fn relative(self) -> Self {
        Self { is_relative: true, ..self }
    }
}

/// One end of a window.
#[derive(Debug, Clone)]
struct End {
    first: Date,
    last: Date,
    instant: Option<String>,
    is_relative: bool,
    is_ambiguous: bool,
}

/// The window that begins at a token, its preposition included.
///
/// What lies before today ends with yesterday, so that nothing is later than `now`; "this year" too. "The two weeks after" a day
/// begin behind it, "the two weeks from" a day on it. A year alone needs a word such as "in" before it.
pub fn window(text: &Text<'_>, at: usize, today: &str) -> Option<Found<Window>> {
    let (day, windows) = text.memo.windows.get_or_init(|| (today.to_owned(), Read::default()));
    if day == today { windows.at(at, text.tokens.len(), || read(text, at, today)) } else { read(text, at, today) }
}

fn read(text: &Text<'_>, at: usize, today: &str) -> Option<Found<Window>> {
    let today = Date::parse(today)?;
    edge(text, at, today)
        .or_else(|| relative(text, at, today))
        .or_else(|| beside(text, at, today))
        .or_else(|| hours(text, at))
        .or_else(|| from_to(text, at, today))
        .or_else(|| several(text, at))
        .or_else(|| since(text, at, today))
        .or_else(|| until(text, at, today))
        .or_else(|| within(text, at, today))
        .or_else(|| origin(text, at, today))
}

/// "reviews from 2023", "orders from the last two years", "photos from the summer of 2022": a part of the calendar that something
/// comes from. A day is where something starts.
fn origin(text: &Text<'_>, at: usize, today: Date) -> Option<Found<Window>> {
    let goes_on = |at: usize| {
        TO.at(text, at).is_some() || matches!(text.norm(at), "on" | "onward" | "onwards" | "forward" | "up" | "and")
    };
    if text.norm(at) != "from" {
        return None;
    }
    if let Some(found) = edge(text, at + 1, today).or_else(|| relative(text, at + 1, today)) {
        return Some(found);
    }
    let from = FLUFF.at(text, at + 1).map_or(at + 1, |(_, end)| end);
    let is_day = partial(text, from).is_none_or(|found| matches!(found.value.span, Span::Day(..)));
    within_part(text, at, (from, true), today).filter(|found| !is_day && !goes_on(found.end))
}

/// The index behind a preposition and articles.
fn behind_in(text: &Text<'_>, at: usize) -> usize {
    let at = IN.at(text, at).map_or(at, |(_, end)| end);
    FLUFF.at(text, at).map_or(at, |(_, end)| end)
}

/// "on 2024-06-03 from 09:30 to 16:00": some hours of a day.
fn hours(text: &Text<'_>, at: usize) -> Option<Found<Window>> {
    let day_at = IN.at(text, at).map_or(at, |(_, end)| end);
    let day = partial(text, day_at).filter(|found| matches!(found.value.span, Span::Day(..)))?;
    let (date, _) = day.value.days(day.value.year?)?;
    let comma = usize::from(text.is_mark(day.end, ","));
    let (_, low_at) = FROM.at(text, day.end + comma)?;
    let low = clock(text.norm(low_at))?;
    let (_, high_at) = TO.at(text, low_at + 1)?;
    let high = clock(text.norm(high_at)).filter(|high| low < *high)?;
    let window = Window { from: format!("{date}T{low}"), to: format!("{date}T{high}"), ..Window::days(date, date) };
    Some(Found { value: window, end: high_at + 1 })
}

/// "in March and April 2024", "in June, July or August 2024", "in 2022 or 2023": parts that follow each other.
fn several(text: &Text<'_>, at: usize) -> Option<Found<Window>> {
    let (_, from) = IN.at(text, at)?;
    let first = partial(text, from).filter(|found| matches!(found.value.span, Span::Year | Span::Months(..)))?;
    let mut parts = vec![first.value];
    let mut end = first.end;
    loop {
        let comma = usize::from(text.is_mark(end, ","));
        let is_joint =
            |at: usize| matches!(text.norm(at), "and" | "or" | "und" | "oder" | "et" | "ou" | "y" | "o" | "e");
        let joint = usize::from(is_joint(end + comma));
        let of_kind = |part: &Partial| (part.span == Span::Year) == (parts[0].span == Span::Year);
        let next = partial(text, end + comma + joint).filter(|found| {
            matches!(found.value.span, Span::Year | Span::Months(..)) && of_kind(&found.value) && comma + joint > 0
        });
        let Some(next) = next else { break };
        parts.push(next.value);
        end = next.end;
    }
    let year = parts.last().filter(|_| parts.len() > 1)?.year?;
    let spans: Option<Vec<(Date, Date)>> = parts.iter().map(|part| part.days(year)).collect();
    let spans = spans?;
    let follows = spans.windows(2).all(|pair| pair[0].1.plus_days(1) == pair[1].0);
    let is_count = parts[0].span == Span::Year && counts(text, end);
    let (from, last) = (spans[0].0, spans[spans.len() - 1].1);
    (follows && !is_count).then(|| Found { value: Window::days(from, last), end })
}

/// "over the past 30 days", "last year", "this month", "the next two weeks", "spanning two years".
fn relative(text: &Text<'_>, at: usize, today: Date) -> Option<Found<Window>> {
    if let Some((_, from)) = SPANNING.at(text, at) {
        let length = duration(text, from)?;
        let window = Window::days(length.value.from(today, -1), today.plus_days(-1)).relative();
        return Some(Found { value: window, end: length.end });
    }
    if let Some(found) = no_older(text, at, today) {
        return Some(found);
    }
    let prepositions = [at, IN.at(text, at).map_or(at, |(_, end)| end), behind_in(text, at)];
    if let Some(((way, months), end)) = prepositions.iter().find_map(|at| UNIT_WAYS.at(text, *at)) {
        return Some(Found { value: of_calendar(way, (0, months), today)?, end });
    }
    let (way, behind) =
        prepositions.iter().find_map(|at| WAYS.at(text, *at)).or_else(|| number_first(text, behind_in(text, at)))?;
    if let Some(length) = duration(text, behind).filter(|_| way != Way::This) {
        return Some(length.map(|length| so_long(&length, way, today)));
    }
    let unit = time_unit(text, behind)?;
    // "the last three months of 2023" is another grammar's.
    let is_edge = OF
        .at(text, unit.end)
        .is_some_and(|(_, end)| partial(text, end).is_some_and(|found| found.value.year.is_some()));
    (!is_edge).then(|| of_calendar(way, unit.value, today)).flatten().map(|value| Found { value, end: unit.end })
}

/// "not older than 5 years", "no more than 90 days ago", "at most two weeks ago".
fn no_older(text: &Text<'_>, at: usize, today: Date) -> Option<Found<Window>> {
    let norms = [text.norm(at), text.norm(at + 1), text.norm(at + 2)];
    let (from, is_age) = match norms {
        ["not" | "no" | "never", "older", "than"] => (at + 3, true),
        ["not" | "no" | "never", "more" | "longer", "than"] => (at + 3, false),
        ["at", "most", _] | ["less" | "fewer", "than", _] | ["up", "to", _] => (at + 2, false),
        _ => return None,
    };
    let length = duration(text, from)?;
    let is_ago = matches!(text.norm(length.end), "ago" | "back");
    (is_age || is_ago)
        .then(|| Found { value: so_long(&length.value, Way::Past, today), end: length.end + usize::from(is_ago) })
}

/// "les 3 derniers mois": the number before the word. Gives the way and where the number is.
fn number_first(text: &Text<'_>, at: usize) -> Option<(Way, usize)> {
    let number = number(text, at)?;
    let (way, end) = WAYS.at(text, number.end)?;
    time_unit(text, end)?;
    // The duration is read as number and unit with the word between them left out, which only one-token numbers allow.
    (number.end == at + 1).then_some((way, at))
}

/// So many units before or behind today.
fn so_long(length: &Duration, way: Way, today: Date) -> Window {
    match way {
        Way::Next => Window::days(today, length.from(today, 1).plus_days(-1)),
        _ => Window::days(length.from(today, -1), today.plus_days(-1)),
    }
    .relative()
}

/// A unit of the calendar beside today's, or today's up to today.
fn of_calendar(way: Way, (seconds, months): (i64, i64), today: Date) -> Option<Window> {
    const DAY: i64 = 86_400;
    let (start, step): (Date, &dyn Fn(Date, i64) -> Date) = match (months, seconds / DAY) {
        (0, 1) => (today, &|day, n| day.plus_days(n)),
        (0, 7) => (today.week_start(), &|day, n| day.plus_days(7 * n)),
        (1, _) => (today.month_start(), &|day, n| day.plus_months(n)),
        (3, _) => (today.month_start().plus_months(-((today.ymd().1 - 1) % 3)), &|day, n| day.plus_months(3 * n)),
        (12, _) => (today.year_start(), &|day, n| day.plus_months(12 * n)),
        _ => return None,
    };
    let window = match way {
        Way::Last => Window::days(step(start, -1), start.plus_days(-1)),
        Way::Past => Window::days(step(today, -1), today.plus_days(-1)),
        Way::This => Window::days(start, today.plus_days(-1).max(start)),
        Way::Next => Window::days(step(start, 1), step(start, 2).plus_days(-1)),
    };
    Some(window.relative())
}

/// "the three months before 2024-07-01", "two weeks starting 2024-03-04", "90 days up to today".
fn beside(text: &Text<'_>, at: usize, today: Date) -> Option<Found<Window>> {
    let length = [at, behind_in(text, at)]
        .into_iter()
        .find_map(|at| duration(text, at))
        .filter(|length| length.value.is_days())?;
    let ((is_before, is_within), from) = BEFORE.at(text, length.end)?;
    let end = end_at(text, from, today, None)?;
    let (first, last, length) = (end.value.first, end.value.last, length.value);
    let window = match (is_before, is_within) {
        (true, false) => Window::days(length.from(first, -1), first.plus_days(-1)),
        (true, true) => Window::days(length.from(last.plus_days(1), -1), last),
        (false, false) => Window::days(last.plus_days(1), length.from(last.plus_days(1), 1).plus_days(-1)),
        (false, true) => Window::days(first, length.from(first, 1).plus_days(-1)),
    };
    Some(Found { value: Window { is_relative: end.value.is_relative, ..window }, end: end.end })
}

/// "the first two weeks of March 2024", "the last three months of 2023".
fn edge(text: &Text<'_>, at: usize, today: Date) -> Option<Found<Window>> {
    let (is_first, from) = FIRST_LAST.at(text, behind_in(text, at))?;
    let length = duration(text, from).or_else(|| {
        let unit = time_unit(text, from)?;
        let (seconds, months) = unit.value;
        let length = if months > 0 {
            Duration { months, ..Duration::of_seconds(seconds) }
        } else {
            Duration::of_seconds(seconds)
        };
        Some(Found { value: length, end: unit.end })
    })?;
    let (_, span_at) = OF.at(text, length.end)?;
    let span = end_at(text, span_at, today, None)?;
    let (first, last) = (span.value.first, span.value.last);
    let window = match is_first {
        true => Window::days(first, length.value.from(first, 1).plus_days(-1).min(last)),
        false => Window::days(length.value.from(last.plus_days(1), -1).max(first), last),
    };
    Some(Found { value: Window { is_relative: span.value.is_relative, ..window }, end: span.end })
}

/// "from 2020 to 2023", "between March and May 2024", "2024-01-01 - 2024-03-31", "Jan-Mar 2024".
fn from_to(text: &Text<'_>, at: usize, today: Date) -> Option<Found<Window>> {
    let preposition = FROM.at(text, at).or_else(|| IN.at(text, at));
    let from = preposition.map_or(at, |(_, end)| end);
    if let Some(found) = hyphened(text, from, today) {
        return Some(found);
    }
    let from = behind_months(text, from);
    if let Some(found) = of_one_month(text, from, today).filter(|_| preposition.is_some()) {
        return Some(found);
    }
    let low = part_at(text, from)?;
    let (_, high_at) = TO.at(text, low.end)?;
    let is_and = matches!(text.norm(low.end), "and" | "und" | "et" | "y" | "e");
    let high_at = FLUFF.at(text, high_at).map_or(high_at, |(_, end)| end);
    let high = end_at(text, high_at, today, None)?;
    let high_year = partial(text, high_at).and_then(|found| found.value.year);
    // "in 2020 and 2023" names two years, no stretch.
    let joins = !is_and || FROM.at(text, at).is_some();
    let of_years =
        matches!(low.value.as_ref().map(|part| part.span), Some(Span::Year)) && year(text, high.end - 1).is_some();
    if !joins || (of_years && counts(text, high.end)) {
        return None;
    }
    let low = resolve(low, today, high_year)?;
    let (from, last) = (low.value, high.value);
    (from.first <= last.last).then(|| Found { value: between(from, last), end: high.end })
}

/// "from 2024-05-01 to 2024-03-01", "between June and January 2023": two ends of which the second lies before the first; as they were
/// written.
pub fn reversed(text: &Text<'_>, at: usize) -> Option<Found<(String, String)>> {
    let (_, low_at) = FROM.at(text, at)?;
    let low = partial(text, edge_word(text, low_at))?;
    let (_, high_at) = TO.at(text, low.end)?;
    let high_at = FLUFF.at(text, high_at).map_or(high_at, |(_, end)| end);
    let high = partial(text, edge_word(text, high_at))?;
    let year = high.value.year?;
    let is_plain = |part: &Partial| !part.is_ambiguous && part.time.is_none();
    if (low.value.span == Span::Year) != (high.value.span == Span::Year) || low.value.year.is_none() {
        return None;
    }
    let (first, _) = low.value.days(year)?;
    let (_, last) = high.value.days(year)?;
    let is_count = low.value.span == Span::Year && counts(text, high.end);
    let words = |from: usize, end: usize| text.quote(from..end).to_owned();
    let is_reversed = first > last && is_plain(&low.value) && is_plain(&high.value) && !is_count;
    is_reversed.then(|| Found { value: (words(low_at, low.end), words(high_at, high.end)), end: high.end })
}

/// "between 1 and 15 May 2023": the month stands behind the second day only.
fn of_one_month(text: &Text<'_>, at: usize, today: Date) -> Option<Found<Window>> {
    let low = day_alone(text, FLUFF.at(text, at).map_or(at, |(_, end)| end))?;
    let (_, high_at) = TO.at(text, low.end)?;
    let high = partial(text, high_at)?;
    let Span::Day(month, last) = high.value.span else { return None };
    let first = Partial { span: Span::Day(month, low.value), ..high.value.clone() };
    let high = resolve(high.map(Some), today, None)?;
    let (first, _) = first.days(high.value.first.year()).filter(|_| low.value < last)?;
    let window = Window { is_relative: high.value.is_relative, ..Window::days(first, high.value.last) };
    Some(Found { value: window, end: high.end })
}

/// The index behind "the winter months" and the like, which months follow.
fn behind_months(text: &Text<'_>, at: usize) -> usize {
    let season = FLUFF.at(text, at).map_or(at, |(_, end)| end);
    let months = SEASONS.at(text, season).map_or(season, |(_, end)| end);
    let is_months = matches!(text.norm(months), "months" | "monaten" | "monate") && partial(text, months + 1).is_some();
    if is_months { months + 1 } else { at }
}

/// Whether what follows two numbers makes them amounts, no years.
fn counts(text: &Text<'_>, at: usize) -> bool {
    unit::unit(text, at).is_some()
        || matches!(text.norm(at), "rows" | "records" | "entries" | "zeilen" | "lignes" | "filas" | "righe" | "linhas")
}

/// "Jan-Mar 2024" and "May-June" as one word.
fn hyphened(text: &Text<'_>, at: usize, today: Date) -> Option<Found<Window>> {
    let token = text.get(at).filter(|token| token.kind == Kind::Word && token.norm.contains('-'))?;
    let apart = text.prose[token.start..token.end].replacen(['-', '\u{2010}', '\u{2011}'], " to ", 1);
    let year = text.get(at + 1).filter(|next| year(text, at + 1).is_some() && next.kind == Kind::Number);
    let apart = format!("{apart} {}", year.map_or("", |year| &year.norm));
    let inner = Text::new(&apart).in_language(text.language);
    let low = partial(&inner, 0).filter(|found| inner.norm(found.end) == "to")?;
    let high = partial(&inner, low.end + 1)?;
    let found = from_to(&inner, 0, today)?;
    (high.end == inner.tokens.len()).then(|| Found { value: found.value, end: at + 1 + usize::from(year.is_some()) })
}

fn between(from: End, last: End) -> Window {
    let mut window = Window::days(from.first, last.last);
    window.is_relative = from.is_relative || last.is_relative;
    window.is_ambiguous = from.is_ambiguous || last.is_ambiguous;
    if let Some(instant) = from.instant {
        window.from = instant;
    }
    if let Some(instant) = last.instant {
        window.to = instant;
    }
    window
}

/// "since 2020", "after 2023-05-01", "from 2024 on".
fn since(text: &Text<'_>, at: usize, today: Date) -> Option<Found<Window>> {
    let (is_out, from) = SINCE.at(text, at)?;
    let start = end_at(text, from, today, None)?;
    let is_from = matches!(&*text.plain(at), "from" | "da" | "de");
    let on = matches!(text.norm(start.end), "on" | "onward" | "onwards" | "forward");
    if is_from && !on && text.norm(at) == "from" {
        return None;
    }
    if let Some(found) = closed(text, &start, is_out, today) {
        return Some(found);
    }
    let first = if is_out { start.value.last.plus_days(1) } else { start.value.first };
    if let Some(length) = lasting(text, start.end).filter(|length| length.value.is_days()) {
        let last = length.value.from(first, 1).plus_days(-1);
        return Some(Found { value: Window::days(first, last), end: length.end });
    }
    // Of what lies ahead nothing says an end.
    let last = today.plus_days(-1);
    let mut window = Window::days(first, last).relative();
    if let Some(instant) = start.value.instant.filter(|_| !is_out) {
        window.from = instant;
    }
    window.is_ambiguous = start.value.is_ambiguous;
    window.is_open = true;
    (first <= last).then_some(Found { value: window, end: start.end + usize::from(on) })
}

/// "..., for ten days": how long what has begun goes on.
fn lasting(text: &Text<'_>, at: usize) -> Option<Found<Duration>> {
    let from = at + usize::from(text.is_mark(at, ","));
    matches!(text.norm(from), "for" | "over" | "lasting" | "spanning").then(|| duration(text, from + 1)).flatten()
}

/// "after 2022-12-31 and before 2024-01-01": a start with its end behind it.
fn closed(text: &Text<'_>, start: &Found<End>, is_out: bool, today: Date) -> Option<Found<Window>> {
    let joint = usize::from(matches!(text.norm(start.end), "and" | "but" | "," | "und" | "et" | "y" | "e"));
    let end = until(text, start.end + joint, today).filter(|_| joint > 0 || UNTIL.at(text, start.end).is_some())?;
    let first = if is_out { start.value.last.plus_days(1) } else { start.value.first };
    let last = Date::parse(&end.value.last).filter(|last| first <= *last)?;
    let mut window = Window { to: end.value.to, ..Window::days(first, last) };
    window.is_relative = start.value.is_relative || end.value.is_relative;
    window.is_ambiguous = start.value.is_ambiguous || end.value.is_ambiguous;
    if let Some(instant) = start.value.instant.clone().filter(|_| !is_out) {
        window.from = instant;
    }
    Some(Found { value: window, end: end.end })
}

/// "until 2023", "before 2024-07-01".
fn until(text: &Text<'_>, at: usize, today: Date) -> Option<Found<Window>> {
    let (is_out, from) = UNTIL.at(text, at)?;
    let end = end_at(text, from, today, None)?;
    let last = if is_out { end.value.first.plus_days(-1) } else { end.value.last };
    let mut window = Window { from: String::new(), is_relative: end.value.is_relative, ..Window::days(last, last) };
    if let Some(instant) = end.value.instant {
        window.to = instant;
    }
    Some(Found { value: window, end: end.end })
}

/// "in 2023", "during the third quarter of 2022", "in March", "2024-07-01"; a year needs its preposition.
fn within(text: &Text<'_>, at: usize, today: Date) -> Option<Found<Window>> {
    let preposition = IN.at(text, at);
    within_part(text, at, (preposition.map_or(at, |(_, end)| end), preposition.is_some()), today)
}

/// The part of the calendar at `from`, with or without a preposition at `at`.
fn within_part(
    text: &Text<'_>,
    at: usize,
    (from, has_preposition): (usize, bool),
    today: Date,
) -> Option<Found<Window>> {
    let part = partial(text, from)?;
    let (is_year, has_year) = (part.value.span == Span::Year, part.value.year.is_some());
    let is_weak = !has_preposition
        || matches!(text.norm(at), "for" | "of" | "over" | "de" | "para" | "per" | "pour" | "fur" | "für");
    let is_noun = text.kind(part.end) == Some(Kind::Word) && !is_small(&text.plain(part.end));
    let named = from + 1 < part.end && text.kind(from) == Some(Kind::Word);
    if (!has_preposition && ((is_year && !named) || !has_year)) || (is_year && is_weak && is_noun) {
        return None;
    }
    if is_year && counts(text, part.end) && !named {
        return None;
    }
    let found = resolve(part.map(Some), today, None)?;
    let mut window = Window::days(found.value.first, found.value.last);
    window.is_relative = found.value.is_relative;
    window.is_ambiguous = found.value.is_ambiguous;
    Some(Found { value: window, end: found.end })
}

/// Small words that may follow a year without counting it.
fn is_small(word: &str) -> bool {
    const SMALL: &[&str] = &[
        "and", "with", "or", "from", "to", "in", "for", "as", "by", "at", "on", "of", "but", "where", "which", "that",
        "without", "per", "only", "each", "every", "und", "mit", "et", "avec", "y", "con", "e", "com", "is", "are",
        "the", "a", "about", "there", "plus",
    ];
    SMALL.contains(&word)
}

/// A part of the calendar, or today as `None`.
fn part_at(text: &Text<'_>, at: usize) -> Option<Found<Option<Partial>>> {
    let at = edge_word(text, at);
    if let Some((_, end)) = TODAY.at(text, at) {
        return Some(Found { value: None, end });
    }
    // "from 2020 to date"; a date alone may be any.
    if text.norm(at) == "date" && at > 0 && text.norm(at - 1) == "to" {
        return Some(Found { value: None, end: at + 1 });
    }
    partial(text, at).map(|found| found.map(Some))
}

/// The index behind "the beginning of", "end of", which whole days make plain anyway.
fn edge_word(text: &Text<'_>, at: usize) -> usize {
    let from = FLUFF.at(text, at).map_or(at, |(_, end)| end);
    let is_edge = matches!(
        &*text.plain(from),
        "beginning"
            | "start"
            | "end"
            | "anfang"
            | "ende"
            | "debut"
            | "fin"
            | "inicio"
            | "inizio"
            | "fine"
            | "early"
            | "late"
            | "mid"
    );
    match (is_edge, OF.at(text, from + 1)) {
        (true, Some((_, end))) => end,
        (true, None) => from + 1,
        _ => at,
    }
}

fn end_at(text: &Text<'_>, at: usize, today: Date, year: Option<i64>) -> Option<Found<End>> {
    let part = part_at(text, at)?;
    resolve(part, today, year)
}

/// The days of a part: in a year that was said near by, or the last that lies before today.
fn resolve(part: Found<Option<Partial>>, today: Date, year: Option<i64>) -> Option<Found<End>> {
    let end = part.end;
    let Some(value) = part.value else {
        let yesterday = today.plus_days(-1);
        let end_of = End { first: today, last: yesterday, instant: None, is_relative: true, is_ambiguous: false };
        return Some(Found { value: end_of, end });
    };
    let guessed = match value.days(today.year())? {
        (_, last) if last < today => today.year(),
        _ => today.year() - 1,
    };
    let (first, last) = value.days(year.unwrap_or(guessed))?;
    let is_relative = value.year.is_none() && year.is_none();
    let instant = value.time.as_ref().map(|time| format!("{first}T{time}"));
    Some(Found { value: End { first, last, instant, is_relative, is_ambiguous: value.is_ambiguous }, end })
}
