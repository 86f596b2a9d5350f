//! Dates, instants and times of day in figures: one token each.

/// Bytes of the date, instant or time of day that a text begins with.
pub fn date(rest: &str) -> Option<usize> {
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let len = iso(rest).or_else(|| parts(rest)).or_else(|| iso_month(rest)).or_else(|| clock(rest))?;
    let behind = rest[len..].chars().next();
    let goes_on = behind.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let is_longer = rest[len..].starts_with(['-', '/', '.', ':']) && starts_with_digit(&rest[len + 1..]);
    (!goes_on && !is_longer).then_some(len)
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// Digits at the beginning, at most `most`, and what is behind them.
fn digits(text: &str, most: usize) -> Option<(&str, &str)> {
    let len = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    (len > 0).then(|| text.split_at(len))
}

fn value(digits: &str) -> u32 {
    digits.parse().unwrap_or(u32::MAX)
}

fn is_month(digits: &str) -> bool {
    (1..=12).contains(&value(digits))
}

fn is_day(digits: &str) -> bool {
    (1..=31).contains(&value(digits))
}

/// Three groups of digits with the same separator between them.
fn groups(rest: &str) -> Option<([&str; 3], char, usize)> {
    let (first, behind) = digits(rest, 5)?;
    let separator = behind.chars().next().filter(|c| "-./".contains(*c))?;
    let (second, behind) = digits(&behind[1..], 5)?;
    let (third, behind) = digits(behind.strip_prefix(separator)?, 5)?;
    Some(([first, second, third], separator, rest.len() - behind.len()))
}

/// `2024-07-01`, with a time of day behind a `T` or a space.
fn iso(rest: &str) -> Option<usize> {
    let ([year, month, day], separator, len) = groups(rest)?;
    let fits = year.len() == 4
        && "-/.".contains(separator)
        && month.len() <= 2
        && day.len() <= 2
        && is_month(month)
        && is_day(day);
    if !fits {
        return None;
    }
    let behind = &rest[len..];
    let time = behind.strip_prefix(['T', 't', ' ']).and_then(clock).map_or(0, |time| 1 + time);
    Some(len + time)
}

/// `01.07.2024`, `7/1/2024`, `1-7-24`: day and month in either order.
fn parts(rest: &str) -> Option<usize> {
    let ([first, second, year], separator, len) = groups(rest)?;
    let is_date = (is_day(first) && is_month(second)) || (is_month(first) && is_day(second));
    let is_year = year.len() == 4 || (year.len() == 2 && separator != '-');
    (first.len() <= 2 && second.len() <= 2 && is_year && is_date).then_some(len)
}

/// `2024-07`.
fn iso_month(rest: &str) -> Option<usize> {
    let (year, behind) = digits(rest, 5)?;
    let (month, behind) = digits(behind.strip_prefix('-')?, 3)?;
    (year.len() == 4 && (1900..2100).contains(&value(year)) && month.len() == 2 && is_month(month))
        .then(|| rest.len() - behind.len())
}

/// `12:30`, `12:30:15.5`, with `Z` or an offset, or `am` and `pm`.
fn clock(rest: &str) -> Option<usize> {
    let (hour, behind) = digits(rest, 3)?;
    let (minute, mut behind) = digits(behind.strip_prefix(':')?, 3)?;
    if hour.len() > 2 || minute.len() != 2 || value(hour) > 24 || value(minute) > 59 {
        return None;
    }
    if let Some((_, more)) = behind.strip_prefix(':').and_then(|rest| digits(rest, 2)).filter(|(s, _)| value(s) < 61) {
        behind = more.strip_prefix('.').and_then(|rest| digits(rest, 9)).map_or(more, |(_, more)| more);
    }
    behind = zone(behind).unwrap_or(behind);
    Some(rest.len() - behind.len())
}

/// What is behind `Z`, `+02:00`, `am` or `pm`.
fn zone(text: &str) -> Option<&str> {
    if let Some(behind) = text.strip_prefix(['Z', 'z']) {
        return Some(behind);
    }
    if let Some(behind) = ["am", "pm", "AM", "PM"].iter().find_map(|half| text.strip_prefix(half)) {
        return Some(behind);
    }
    let (hour, behind) = digits(text.strip_prefix(['+', '-'])?, 2)?;
    let (minute, behind) = digits(behind.strip_prefix(':').unwrap_or(behind), 2)?;
    (hour.len() == 2 && minute.len() == 2).then_some(behind)
}
