//! What contradicts itself in the prose -> a refusal with the places and the arithmetic.

use std::ops::Range;

use super::edit::plain;
use super::view::Span;
use crate::diag::Diagnostic;
use crate::draft::ir::{Column, ColumnType, Table, Tie};
use crate::draft::offline::scene::{Place, Scene};

/// Notes what is said of a column; gives what was said otherwise before.
pub fn say(
    scene: &mut Scene<'_>,
    place: &Place,
    what: &'static str,
    value: &str,
    tokens: &Range<usize>,
) -> Option<(String, Range<usize>)> {
    let said = scene.said.entry((place.clone(), what)).or_insert_with(|| (value.to_owned(), tokens.clone()));
    (said.0 != value).then(|| said.clone())
}

/// Refuses a share above 1.
pub fn share(scene: &mut Scene<'_>, tokens: &Range<usize>, rate: f64) -> bool {
    let is_wrong = !(0.0..=1.0).contains(&rate);
    if is_wrong {
        let finding =
            Diagnostic::error("E1228", format!("a share of {}% is not between 0% and 100%", plain(rate * 100.0)));
        scene.refuse(tokens.clone(), "no share of rows", finding.help("say a percentage from 0% to 100%"));
    }
    is_wrong
}

/// Refuses shares of one column that exceed 100% together.
pub fn sum(scene: &mut Scene<'_>, place: &Place, shares: &[(String, f64)], tokens: &Range<usize>) -> bool {
    let total: f64 = shares.iter().map(|(_, weight)| weight).sum();
    if total <= 100.5 {
        return false;
    }
    let parts = shares.iter().map(|(value, weight)| format!("{}% ({value})", plain(*weight)));
    let sum = parts.collect::<Vec<_>>().join(" + ");
    let message = format!("the shares of `{}` exceed 100%: {sum} = {}%", place.column, plain(total));
    let finding = Diagnostic::error("E1229", message)
        .help("lower the shares until they come to 100%, or leave one out and say `the rest`");
    scene.refuse(tokens.clone(), &format!("together {}%", plain(total)), finding);
    true
}

/// Refuses two shares that are said of one value.
pub fn twice(scene: &mut Scene<'_>, place: &Place, shares: &[(String, f64)], tokens: &Range<usize>) {
    let words =
        shares.iter().map(|(words, share)| format!("{}% {words}", plain(*share))).collect::<Vec<_>>().join(", ");
    let finding = Diagnostic::error("E1225", format!("two shares are said of `{}`", place.column)).note(words);
    scene.refuse(tokens.clone(), "said otherwise before", finding.help("keep one of the two"));
}

/// The weights in percent that have been said of a column's values one by one.
pub fn weights(scene: &Scene<'_>, place: &Place) -> Vec<(String, f64)> {
    let said = scene.said.get(&(place.clone(), "weights")).map(|(said, _)| said.as_str()).unwrap_or_default();
    let pairs = said.split('\n').filter_map(|line| line.rsplit_once('='));
    pairs.filter_map(|(value, weight)| Some((value.to_owned(), weight.parse().ok()?))).collect()
}

/// Notes the weights of a column's values.
pub fn say_weights(scene: &mut Scene<'_>, place: &Place, said: &[(String, f64)], tokens: &Range<usize>) {
    let lines: Vec<String> = said.iter().map(|(value, weight)| format!("{value}={weight}")).collect();
    scene.said.insert((place.clone(), "weights"), (lines.join("\n"), tokens.clone()));
}

/// Refuses two shares of nulls of one column, and nulls in a required one.
pub fn nulls(scene: &mut Scene<'_>, place: &Place, rate: f64, tokens: &Range<usize>) -> bool {
    let Some((before, at)) = say(scene, place, "null", &plain(rate), tokens) else { return false };
    let (code, message) = match rate == 0.0 || before == "0" {
        true => ("E1226", format!("`{}` is said to be always there and to be missing", place.column)),
        false => ("E1225", format!("two shares of missing values are said of `{}`", place.column)),
    };
    clash(scene, tokens, &at, Diagnostic::error(code, message).help("keep one of the two"));
    true
}

/// Refuses other bounds than those that were said of a column before.
pub fn bounds(scene: &mut Scene<'_>, place: &Place, span: &Span, tokens: &Range<usize>) -> bool {
    let text = |num: &Option<super::view::Num>| num.as_ref().map(|num| plain(num.value));
    for (what, value) in [("min", text(&span.min)), ("max", text(&span.max))] {
        let Some(value) = value else { continue };
        if let Some((before, at)) = say(scene, place, what, &value, tokens) {
            let bound = if what == "min" { "least" } else { "greatest" };
            let message = format!(
                "two different ranges are said of `{}`: the {bound} value is {before} and {value}",
                place.column
            );
            let finding = Diagnostic::error("E1225", message);
            clash(scene, tokens, &at, finding.help("keep one of the two, or say for which rows each holds"));
            return true;
        }
    }
    false
}

/// Refuses bounds whose end lies before their beginning.
pub fn swapped(scene: &mut Scene<'_>, place: &Place, span: &Span, tokens: &Range<usize>) -> bool {
    let (Some(min), Some(max)) = (&span.min, &span.max) else { return false };
    if !span.is_swapped {
        return false;
    }
    let (min, max) = if min.value > max.value { (min, max) } else { (max, min) };
    let message =
        format!("the range of `{}` ends before it begins: {} is greater than {}", place.column, min.text, max.text);
    let finding = Diagnostic::error("E1223", message).help(format!("write `from {} to {}`", max.text, min.text));
    scene.refuse(tokens.clone(), "no number lies between", finding);
    true
}

/// Refuses two windows of one column.
pub fn windows(
    scene: &mut Scene<'_>,
    place: &Place,
    (before, now): (&str, &str),
    (tokens, at): (&Range<usize>, &Range<usize>),
) {
    let finding =
        Diagnostic::error("E1225", format!("two different windows are said of `{}`: {before} and {now}", place.column));
    clash(scene, tokens, at, finding.help("keep one of the two"));
}

fn clash(scene: &mut Scene<'_>, tokens: &Range<usize>, before: &Range<usize>, finding: Diagnostic) {
    let span = scene.span(before.clone());
    scene.refuse(tokens.clone(), "said here", finding.and(span, "and otherwise here"));
}

/// Looks through a finished draft for unique columns with too few values, and refuses them with the arithmetic.
pub fn finish(scene: &mut Scene<'_>) {
    let mut found: Vec<(Place, u64, u64, String)> = Vec::new();
    for table in &scene.ir.tables {
        let rows = least_rows(scene, table, 4);
        for column in table.columns.iter().filter(|column| column.unique && column.when.is_empty()) {
            let Some((values, words)) = domain(column) else { continue };
            let needed = (rows as f64 * (1.0 - column.null_rate)).ceil() as u64;
            if values < needed {
                let place = Place { table: table.name.clone(), column: column.name.clone() };
                found.push((place, needed, values, words));
            }
        }
    }
    for (place, needed, values, words) in found {
        let is_said =
            ["min", "max", "values", "pattern"].into_iter().any(|what| scene.said.contains_key(&(place.clone(), what)));
        if is_said {
            refuse_domain(scene, &place, needed, values, &words);
        } else if let Some(column) = scene.column_mut(&place) {
            widen(column, needed);
        }
    }
}

/// Makes room for distinct values in a column of which no values were said.
fn widen(column: &mut Column, needed: u64) {
    let min = column.param("min").and_then(|min| min.parse::<f64>().ok()).unwrap_or(1.0);
    let digits = (needed * 10).to_string().len();
    match column.generator.as_str() {
        "number" => column.set("max", plain(min + (needed * 10) as f64)),
        _ => {
            super::edit::turn_into(column, "pattern");
            column.set("pattern", format!("\"[A-Z]{{2}}-[0-9]{{{digits}}}\""));
        }
    }
}

/// How many texts a simple pattern has: literals and classes with fixed repetitions; `None` for others.
fn texts(pattern: &str) -> Option<u64> {
    let classes = [("[0-9]", 10_u64), ("[A-Z]", 26), ("[a-z]", 26), ("[A-Z0-9]", 36), ("[0-9a-f]", 16)];
    let mut rest = pattern;
    let mut total = 1_u64;
    while !rest.is_empty() {
        if let Some((class, size)) = classes.iter().find(|(class, _)| rest.starts_with(class)) {
            rest = &rest[class.len()..];
            let count = match rest.strip_prefix('{') {
                Some(inner) => {
                    let (count, behind) = inner.split_once('}')?;
                    rest = behind;
                    count.parse::<u32>().ok()?
                }
                None => 1,
            };
            total = total.saturating_mul(size.saturating_pow(count));
            continue;
        }
        let first = rest.chars().next()?;
        if "[]{}()|*+?.".contains(first) {
            return None;
        }
        rest = if first == '\\' { rest.get(2..)? } else { &rest[first.len_utf8()..] };
    }
    Some(total)
}

fn refuse_domain(scene: &mut Scene<'_>, place: &Place, needed: u64, values: u64, words: &str) {
    let Place { table, column } = place;
    let message = format!(
        "`{column}` cannot be distinct in `{table}`: {needed} rows need {needed} distinct values; {words} has {values}"
    );
    let finding = Diagnostic::error("E1224", message).help(format!(
        "widen the range to at least {needed} values, ask for at most {values} rows, or let values repeat"
    ));
    let said = |what: &'static str| scene.said.get(&(place.clone(), what)).map(|(_, tokens)| tokens.clone());
    let places: Vec<Range<usize>> =
        ["unique", "min", "max", "values", "pattern"].into_iter().filter_map(said).collect();
    let Some((first, others)) = places.split_first() else {
        scene.findings.push(finding);
        return;
    };
    let mut finding = finding;
    for other in others.iter().filter(|other| *other != first).take(1) {
        finding = finding.and(scene.span(other.clone()), format!("{values} values"));
    }
    scene.refuse(first.clone(), &format!("{needed} distinct values"), finding);
}

/// How many values a column can take at most, with words for it.
fn domain(column: &Column) -> Option<(u64, String)> {
    match column.generator.as_str() {
        "choice" if !column.choices.is_empty() => {
            let count = column.choices.len() as u64;
            Some((count, format!("the list of {count} values")))
        }
        "pattern" => {
            let pattern = column.param("pattern")?.trim_matches('"').replace("\\\\", "\\");
            let count = texts(&pattern)?;
            Some((count, format!("the form `{pattern}`")))
        }
        "bool" => Some((2, "true and false".to_owned())),
        "number" => {
            let bound = |key: &str| column.param(key)?.parse::<f64>().ok();
            let (min, max) = (bound("min")?, bound("max")?);
            let step = bound("round.step").unwrap_or(1.0);
            let is_whole = column.r#type == ColumnType::Integer && min.fract() == 0.0 && max.fract() == 0.0;
            let is_even = column.param("dist").is_none_or(|dist| dist == "uniform");
            let count = ((max - min) / step).floor() as u64 + 1;
            (is_whole && is_even && max >= min).then(|| (count, format!("{} to {}", plain(min), plain(max))))
        }
        _ => None,
    }
}

/// How many rows a table has at least.
fn least_rows(scene: &Scene<'_>, table: &Table, depth: u32) -> u64 {
    if table.rows > 0 || depth == 0 {
        return table.rows;
    }
    let owner = scene.ir.relationships.iter().find(|tie| tie.tie == Tie::Owns && tie.child_table == table.name);
    let Some(owner) = owner.filter(|owner| owner.childless_rate == 0.0) else { return 0 };
    let parent = scene.ir.table(&owner.parent_table).map_or(0, |parent| least_rows(scene, parent, depth - 1));
    parent.saturating_mul(owner.min_children)
}
