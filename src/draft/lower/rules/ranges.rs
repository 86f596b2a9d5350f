//! What is known of a column: whether it is a time, and between what its values lie.

use crate::draft::lower::paths;
use crate::draft::lower::sheet::{Branch, Col, Sheet};
use crate::source::scalars::{DurationText, InstantText};

/// The column of a path, with its table: an own one, one of an owner's row, or one of a picked row.
pub(super) fn find<'s>(sheets: &'s [Sheet], at: usize, path: &str) -> Option<(usize, &'s Col)> {
    let sheet = sheets.get(at)?;
    let Some((root, rest)) = path.split_once('.') else { return Some((at, sheet.column(path)?)) };
    let picked = sheet.columns.iter().find_map(|column| {
        let branch = column.single().filter(|branch| branch.generator == "ref")?;
        let alias = branch.text("as").unwrap_or(&column.name);
        (alias == root).then(|| branch.text("to")).flatten()
    });
    let table = picked.unwrap_or(root);
    let other = sheets.iter().position(|sheet| sheet.name == table)?;
    find(sheets, other, rest)
}

/// The branch that makes a column's values, behind `field`s.
fn source<'s>(sheets: &'s [Sheet], at: usize, path: &str, depth: usize) -> Option<(usize, &'s Col)> {
    let (at, column) = find(sheets, at, path)?;
    match column.single() {
        Some(branch) if branch.generator == "field" && depth > 0 => source(sheets, at, branch.text("of")?, depth - 1),
        _ => Some((at, column)),
    }
}

/// How many `field`s may stand behind each other.
const HOPS: usize = 8;

/// Whether a column holds dates or instants.
pub(super) fn is_time(sheets: &[Sheet], at: usize, path: &str) -> bool {
    let Some((_, column)) = source(sheets, at, path, HOPS) else { return false };
    let is_typed = matches!(column.data_type.as_deref(), Some("date" | "timestamp"));
    is_typed
        || column.branches.iter().any(|branch| {
            matches!(branch.generator.as_str(), "date" | "datetime" | "arrivals" | "tick" | "person.birth_date")
        })
}

/// The earliest and the latest instant of a column, in microseconds; the latter may be out of reach itself.
pub(super) fn instants(sheets: &[Sheet], at: usize, path: &str, now: &str) -> Option<(i64, i64)> {
    window(sheets, at, path, now, HOPS)
}

fn window(sheets: &[Sheet], at: usize, path: &str, now: &str, depth: usize) -> Option<(i64, i64)> {
    let (at, column) = source(sheets, at, path, HOPS)?;
    if depth == 0 {
        return None;
    }
    let ends = |branch: &Branch| {
        let (low, _) = moment_in(sheets, at, branch.text("from")?, now, depth - 1)?;
        let (_, high) = moment_in(sheets, at, branch.text("to")?, now, depth - 1)?;
        Some((low, high))
    };
    let all: Option<Vec<(i64, i64)>> = column.branches.iter().map(ends).collect();
    all?.into_iter().reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
}

/// The earliest and latest instant that `now - 10d`, `2024-01-01` or `ordered_at + 2d` can mean.
pub(super) fn moment(sheets: &[Sheet], at: usize, text: &str, now: &str) -> Option<(i64, i64)> {
    moment_in(sheets, at, text, now, HOPS)
}

fn moment_in(sheets: &[Sheet], at: usize, text: &str, now: &str, depth: usize) -> Option<(i64, i64)> {
    let text = text.trim();
    if let Ok(instant) = InstantText::parse(text) {
        return Some((instant.micros, instant.micros));
    }
    let (_, head) = paths::names(text).next()?;
    let (low, high) = match head {
        "now" => InstantText::parse(now).ok().map(|now| (now.micros, now.micros))?,
        path => window(sheets, at, path, now, depth)?,
    };
    let shift = shift(text.strip_prefix(head)?)?;
    Some((low + shift, high + shift))
}

/// `- 10d + 2h` in microseconds.
pub(super) fn shift(text: &str) -> Option<i64> {
    let mut sum = 0;
    let mut rest = text.trim();
    while !rest.is_empty() {
        let sign = match rest.chars().next() {
            Some('+') => 1,
            Some('-') => -1,
            _ => return None,
        };
        let tail = rest[1..].trim_start();
        let end = tail.find(['+', '-', ' ']).unwrap_or(tail.len());
        sum += sign * DurationText::parse(&tail[..end]).ok()?.micros;
        rest = tail[end..].trim();
    }
    Some(sum)
}

/// The least and greatest number of a column.
pub(super) fn numbers(sheets: &[Sheet], at: usize, path: &str) -> Option<(f64, f64)> {
    let (_, column) = source(sheets, at, path, HOPS)?;
    if column.range.is_some() {
        return column.range;
    }
    let all: Option<Vec<(f64, f64)>> = column.branches.iter().map(of_branch).collect();
    all?.into_iter().reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
}

fn of_branch(branch: &Branch) -> Option<(f64, f64)> {
    match branch.generator.as_str() {
        "number" | "permuted" => {
            let end = |key: &str| branch.text(key)?.parse::<f64>().ok();
            Some((end("min")?, end("max")?))
        }
        "constant" => branch.text("value")?.parse().ok().map(|value| (value, value)),
        "choice" => {
            let (_, of) = branch.params.iter().find(|(key, _)| key == "of")?;
            let values = of.collection()?.entries.iter().map(|entry| match &entry.key {
                Some(key) => key.text.parse::<f64>().ok(),
                None => entry.value.scalar()?.text.parse().ok(),
            });
            let values: Option<Vec<f64>> = values.collect();
            values?
                .into_iter()
                .map(|value| (value, value))
                .reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
        }
        _ => None,
    }
}

/// Digits behind the point of a column's values; `None` for floats.
pub(super) fn scale(column: &Col) -> Option<u32> {
    match column.data_type.as_deref() {
        Some(name) if name.starts_with("int") || name.starts_with("uint") => Some(0),
        Some(name) => name.strip_prefix("decimal(")?.split_once(',')?.1.trim_end_matches(')').trim().parse().ok(),
        None => {
            let branch = column.single()?;
            let law = branch.text("dist").unwrap_or_default();
            let is_count = matches!(law, "poisson" | "binomial" | "geometric" | "negative_binomial" | "zipf");
            let is_whole = branch.generator == "number" && is_count
                || matches!(branch.generator.as_str(), "sequence" | "ordinal" | "permuted" | "person.age");
            is_whole.then_some(0)
        }
    }
}
