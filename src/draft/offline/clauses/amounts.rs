//! `10, 25 or 50 euros`, `red, blue or green - 40%, 30% and 30%`, `m/f/unknown 48/47/5` -> values that are numbers, and weights
//! that stand behind all values.

use std::ops::Range;

use super::units::{self, Unit, Weight};
use super::view::View;
use crate::draft::offline::words;
use crate::draft::text::{Kind, list, number};

/// Numbers with marks between, of which the last or each has a unit: at least two, and nothing else between them.
pub fn read(view: &View<'_, '_>, start: usize, end: usize) -> Option<(Vec<Unit>, usize)> {
    let mut found: Vec<Unit> = Vec::new();
    let mut at = start;
    // "18-29, 30-44 or 45+" are groups and no amounts.
    let is_group = |at: usize| {
        view.kind(at) == Some(Kind::Number)
            && matches!(view.norm(at + 1), "-" | "–" | "+")
            && view.scene.text.is_glued(at + 1)
            && (view.norm(at + 1) == "+" || view.scene.text.is_glued(at + 2) && view.kind(at + 2) == Some(Kind::Number))
    };
    if (start..end).filter(|at| is_group(*at)).count() >= 2 && is_group(start) {
        return None;
    }
    while let Some((value, behind)) = amount(view, at, end) {
        found.push(Unit { value, weight: Weight::None, tokens: at..behind });
        let next = units::skip_between(view, behind, end);
        let is_open = next == behind || next >= end || view.norm(behind) == "\n";
        if is_open {
            break;
        }
        at = next;
    }
    let last = found.last()?.tokens.end;
    // What follows a mark must be a number too, or else the numbers are weights or counts of something.
    let is_whole = units::skip_between(view, last, end) == last || amount_ends(view, last, end);
    let is_bare = found.iter().rev().skip(1).all(|unit| unit.tokens.len() == 1 || has_unit(view, &unit.tokens));
    (found.len() >= 2 && is_whole && is_bare).then_some((found, last))
}

/// Whether a list of numbers may end here: at the end of what is read, or before a mark.
fn amount_ends(view: &View<'_, '_>, at: usize, end: usize) -> bool {
    at >= end || matches!(view.norm(at), "," | "\n" | ";")
}

/// One number and its unit; none where a word follows that is no unit.
fn amount(view: &View<'_, '_>, at: usize, end: usize) -> Option<(String, usize)> {
    let is_figure = view.kind(at) == Some(Kind::Number);
    let found = number::number(view.scene.text, at).filter(|found| is_figure && found.end <= end)?;
    if found.value.factor > 1 {
        return None;
    }
    let next = found.end;
    let is_unit = next < end
        && view.kind(next) == Some(Kind::Word)
        && (words::is_unit(view.norm(next), view.scene.language) || is_currency(view.norm(next)));
    let behind = next + usize::from(is_unit);
    let is_end = behind >= end
        || units::skip_between(view, behind, end) > behind
        || view.is_stop(behind)
        || matches!(view.norm(behind), ")" | "]" | "}" | "(" | "-" | "–" | "—" | ":" | "with" | "in" | "at");
    is_end.then_some((found.value.text, behind))
}

fn has_unit(view: &View<'_, '_>, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|at| {
        view.norm(at) == "%" || words::is_unit(view.norm(at), view.scene.language) || is_currency(view.norm(at))
    })
}

fn is_currency(word: &str) -> bool {
    matches!(
        word,
        "euros" | "euro" | "dollars" | "dollar" | "pounds" | "francs" | "usd" | "eur" | "gbp" | "chf" | "€" | "$"
    )
}

/// Weights that stand behind the values, one for each: `- 40%, 30% and 30%`, `48/47/5`.
pub fn weighed_behind(view: &View<'_, '_>, found: (Vec<Unit>, usize), end: usize) -> (Vec<Unit>, usize) {
    let (mut units, last) = found;
    if let Some(weights) = one_token(view, &units, last) {
        for (unit, weight) in units.iter_mut().zip(weights) {
            unit.weight = Weight::Plain(weight);
        }
        if let Some(unit) = units.last_mut() {
            unit.value = view.scene.quote(unit.tokens.start..last - 1);
        }
        return (units, last);
    }
    shares_behind(view, &units, last, end).or_else(|| figures_behind(&units)).unwrap_or((units, last))
}

/// `48/47/5`, `5:3:2` as one token at the end of the last value.
fn one_token(view: &View<'_, '_>, units: &[Unit], last: usize) -> Option<Vec<f64>> {
    let unit = units.last().filter(|unit| unit.tokens.len() > 1 && units.len() > 1)?;
    let quote = view.scene.quote(last.checked_sub(1).filter(|at| unit.tokens.contains(at))?..last);
    let weights: Vec<f64> = quote.split(['/', ':']).map(str::parse).collect::<Result<_, _>>().ok()?;
    let is_open = units.iter().all(|unit| unit.weight == Weight::None);
    (weights.len() == units.len() && is_open).then_some(weights)
}

/// Shares behind the values, the first of which may have been taken for that of the last value.
fn shares_behind(view: &View<'_, '_>, units: &[Unit], last: usize, end: usize) -> Option<(Vec<Unit>, usize)> {
    let (final_unit, others) = units.split_last()?;
    if others.is_empty() || others.iter().any(|unit| unit.weight != Weight::None) {
        return None;
    }
    let mut shares: Vec<f64> = Vec::new();
    let mut at = match final_unit.weight {
        Weight::Percent(first) => {
            shares.push(first);
            units::skip_between(view, last, end)
        }
        Weight::None => super::phrase::reach(
            view,
            ",? -|–|—|:|(|with|at|in|by? the|a|shares|probabilities|weights|of|ratio? of?",
            last,
        )
        .filter(|at| *at > last)?,
        _ => return None,
    };
    let mut behind = last;
    if let Some((weights, next)) = parted(view, at, units.len()) {
        let percent = super::phrase::reach(view, "percent|%|pct", next).unwrap_or(next);
        let close = if view.norm(percent) == ")" && is_open(view, last, at) { percent + 1 } else { percent };
        let weighted = units.iter().zip(weights);
        return Some((
            weighted.map(|(unit, weight)| Unit { weight: Weight::Plain(weight), ..unit.clone() }).collect(),
            close,
        ));
    }
    while shares.len() < units.len() {
        let (share, close) = view.share_at(at)?;
        shares.push(share * 100.0);
        behind = close;
        at = units::skip_between(view, close, end);
    }
    let close = super::phrase::reach(view, ") ", behind).unwrap_or(behind);
    let close = if view.norm(close) == "respectively" { close + 1 } else { close };
    let sum: f64 = shares.iter().sum();
    let weighted = units.iter().zip(&shares);
    (sum > 98.0 && sum < 102.0).then(|| {
        (weighted.map(|(unit, share)| Unit { weight: Weight::Percent(*share), ..unit.clone() }).collect(), close)
    })
}

/// `50/30/20`, `50, 30 and 20 percent`, `5:3:2`: so many numbers that come to a whole, and the token behind them.
fn parted(view: &View<'_, '_>, at: usize, count: usize) -> Option<(Vec<f64>, usize)> {
    let (weights, end) = figures(view, at)?;
    (weights.len() == count && list::are_whole(&weights)).then_some((weights, end))
}

/// Numbers with nothing but marks and joints between, and the token behind them.
fn figures(view: &View<'_, '_>, start: usize) -> Option<(Vec<f64>, usize)> {
    // "3 to 7 days" are no weights.
    if view.span_at(start).is_some_and(|(span, _)| span.min.is_some() && span.max.is_some()) {
        return None;
    }
    let text = view.scene.text;
    let mut found: Vec<f64> = Vec::new();
    let (mut at, mut end) = (start, start);
    while view.kind(at) == Some(Kind::Number) {
        let parts: Option<Vec<f64>> =
            text.quote(at..at + 1).trim_end_matches('%').split(['/', ':']).map(|part| part.parse().ok()).collect();
        found.extend(parts?);
        end = at + 1;
        let behind = super::phrase::reach(view, "%|percent|pct", end).unwrap_or(end);
        let next = super::phrase::reach(view, ",|/|:|;|-|–|&|and|or and?", behind);
        match next.filter(|next| view.kind(*next) == Some(Kind::Number)) {
            Some(next) => at = next,
            None => break,
        }
    }
    (end > start).then_some((found, end))
}

/// Whether numbers up to a closing bracket are weights of the values before it: `(50/30/20)`, `(50, 30, 20)`.
pub fn are_weights(view: &View<'_, '_>, at: usize, end: usize) -> bool {
    let Some((weights, behind)) = figures(view, at) else { return false };
    let close = super::phrase::reach(view, "%|percent|pct", behind).unwrap_or(behind);
    let is_end = close > behind || close >= end || matches!(view.norm(close), ")" | "," | ";" | ".");
    list::are_whole(&weights) && is_end
}

/// Whether a bracket opens between two tokens.
fn is_open(view: &View<'_, '_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| view.norm(at) == "(")
}

/// `dhl/ups/fedex, 50/30/20`: as many figures as values, which come to a whole.
fn figures_as_many(units: &[Unit]) -> Option<(Vec<Unit>, usize)> {
    let (named, figures) = units.split_at(units.len() / 2);
    let weights: Option<Vec<f64>> = figures.iter().map(|unit| unit.value.parse().ok()).collect();
    let weights = weights.filter(|weights| weights.len() == named.len() && list::are_whole(weights))?;
    let is_open = units.iter().all(|unit| unit.weight == Weight::None);
    let is_named = named.iter().all(|unit| unit.value.parse::<f64>().is_err());
    let end = figures.last()?.tokens.end;
    let weighted =
        named.iter().zip(weights).map(|(unit, weight)| Unit { weight: Weight::Plain(weight), ..unit.clone() });
    (is_open && is_named).then(|| (weighted.collect(), end))
}

/// `m/f/unknown 48/47/5`: the first figure was taken for the weight of the last value, the others for values.
fn figures_behind(units: &[Unit]) -> Option<(Vec<Unit>, usize)> {
    if let Some(found) = figures_as_many(units) {
        return Some(found);
    }
    let values = units.len().div_ceil(2);
    let (named, figures) = units.split_at(values);
    let (last, others) = named.split_last()?;
    let Weight::Plain(first) = last.weight else { return None };
    let is_named = !others.is_empty()
        && others.iter().all(|unit| unit.weight == Weight::None && unit.value.parse::<f64>().is_err());
    let rest: Vec<f64> =
        figures.iter().filter(|unit| unit.weight == Weight::None).filter_map(|unit| unit.value.parse().ok()).collect();
    if !is_named || units.len() != 2 * values - 1 || rest.len() != values - 1 {
        return None;
    }
    let weights = std::iter::once(first).chain(rest);
    let end = figures.last()?.tokens.end;
    Some((
        named
            .iter()
            .zip(weights)
            .map(|(unit, weight)| Unit { weight: Weight::Plain(weight), ..unit.clone() })
            .collect(),
        end,
    ))
}
