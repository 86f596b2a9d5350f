//! What contradicts itself in the prose -> a refusal with the places and the arithmetic.

use std::ops::Range;

use super::edit::plain;
use super::units::{self, Weight};
use super::view::{Span, View};
use crate::diag::Diagnostic;
use crate::draft::offline::names;
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::text::Kind;

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
    let is_within = |shares: &[(String, f64)]| shares.iter().map(|(_, weight)| weight).sum::<f64>() <= 100.5;
    if is_within(shares) {
        return false;
    }
    let (mut shares, mut tokens) = (shares.to_vec(), tokens.clone());
    following(scene, &mut shares, &mut tokens);
    let total: f64 = shares.iter().map(|(_, weight)| weight).sum();
    let parts = shares.iter().map(|(value, weight)| format!("{}% ({value})", plain(*weight)));
    let sum = parts.collect::<Vec<_>>().join(" + ");
    let message = format!("the shares of `{}` exceed 100%: {sum} = {}%", place.column, plain(total));
    let finding = Diagnostic::error("E1229", message)
        .help("lower the shares until they come to 100%, or leave one out and say `the rest`");
    scene.refuse(tokens, &format!("together {}%", plain(total)), finding);
    true
}

/// The shares of further values right behind some tokens, so that the sum is the whole one.
fn following(scene: &Scene<'_>, shares: &mut Vec<(String, f64)>, tokens: &mut Range<usize>) {
    let end = (tokens.end..tokens.end + 40)
        .find(|at| scene.text.get(*at).is_none() || matches!(scene.text.norm(*at), "." | ";" | "\n\n"))
        .unwrap_or(tokens.end);
    let start = (tokens.end..end).find(|at| !matches!(scene.text.norm(*at), "," | "and" | "/" | "|")).unwrap_or(end);
    if start == tokens.end {
        return;
    }
    let view = View::new(scene, start..end);
    let Some((more, stop)) = units::read(&view, start, end) else { return };
    for unit in more {
        if let Weight::Percent(weight) = unit.weight
            && !shares.iter().any(|(known, _)| *known == unit.value)
        {
            shares.push((unit.value, weight));
            tokens.end = stop;
        }
    }
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
    if !is_sure(scene, place, tokens, &at) {
        passed_over(scene, place, "share of missing values", tokens);
        return true;
    }
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
            if !is_sure(scene, place, tokens, &at) {
                passed_over(scene, place, "range", tokens);
                return true;
            }
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
    crossed(scene, place, span, tokens)
}

/// Refuses a least value above a greatest one that was said apart from it: `at least 20, but no more than 5`.
fn crossed(scene: &mut Scene<'_>, place: &Place, span: &Span, tokens: &Range<usize>) -> bool {
    let said = |what: &'static str| {
        let (value, at) = scene.said.get(&(place.clone(), what))?;
        Some((value.parse::<f64>().ok()?, at.clone()))
    };
    let found = match (&span.min, &span.max) {
        (Some(min), None) => said("max").map(|(max, at)| (min.value, max, at)),
        (None, Some(max)) => said("min").map(|(min, at)| (min, max.value, at)),
        _ => None,
    };
    let Some((min, max, at)) = found.filter(|(min, max, _)| min > max) else { return false };
    let (min, max) = (plain(min), plain(max));
    let message = format!("the range of `{}` ends before it begins: {min} is greater than {max}", place.column);
    let finding = Diagnostic::error("E1223", message).help(format!("write `from {max} to {min}`"));
    clash(scene, tokens, &at, finding);
    true
}

/// Refuses bounds whose end lies before their beginning.
pub fn swapped(scene: &mut Scene<'_>, place: &Place, span: &Span, tokens: &Range<usize>) -> bool {
    let (Some(min), Some(max)) = (&span.min, &span.max) else { return false };
    if !span.is_swapped || is_ratio(scene, tokens) {
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
    if !is_sure(scene, place, tokens, at) {
        return passed_over(scene, place, "window", tokens);
    }
    let finding =
        Diagnostic::error("E1225", format!("two different windows are said of `{}`: {before} and {now}", place.column));
    clash(scene, tokens, at, finding.help("keep one of the two"));
}

/// Whether bounds are numbers of a ratio, `6 to 3 to 1`.
fn is_ratio(scene: &Scene<'_>, tokens: &Range<usize>) -> bool {
    let is_link = |at: usize| matches!(scene.text.norm(at), "to" | ":" | "-" | "zu");
    let is_number = |at: usize| scene.text.get(at).is_some_and(|token| token.kind == Kind::Number);
    let goes_on = is_link(tokens.end) && is_number(tokens.end + 1);
    let comes_on = tokens.start >= 2 && is_link(tokens.start - 1) && is_number(tokens.start - 2);
    goes_on
        || comes_on
        || (tokens.start.saturating_sub(4)..tokens.start).any(|at| scene.text.norm(at).starts_with("proportion"))
}

/// Words by which a statement holds for some rows only, so that another one beside it is no contradiction.
const PARTIAL: &[&str] = &[
    "if",
    "when",
    "where",
    "while",
    "whose",
    "others",
    "otherwise",
    "unless",
    "except",
    "until",
    "depends",
    "depending",
    "those",
    "respectively",
    "instead",
    "wenn",
    "si",
    "cuando",
    "se",
];

/// How far from a statement its column's name may stand for it to be surely about it.
const NEAR: usize = 7;

/// Words behind which a column belongs to a condition: `the rate is 20% for incomes from 11,000 to 50,000`.
const CASES: &[&str] = &["for", "if", "when", "where", "für", "wenn", "pour", "si", "para", "per", "se"];

/// Whether two statements are surely about one column and about all rows: each names it in its own sentence, and neither has a
/// condition.
fn is_sure(scene: &Scene<'_>, place: &Place, here: &Range<usize>, before: &Range<usize>) -> bool {
    let names_it = |tokens: &Range<usize>| {
        let sentence = sentence(scene, tokens);
        let is_partial = sentence.clone().any(|at| PARTIAL.contains(&scene.text.norm(at)));
        let near = sentence.start.max(tokens.start.saturating_sub(NEAR))..sentence.end.min(tokens.end + NEAR);
        let is_case = |at: usize| at > 0 && CASES.contains(&scene.text.norm(at - 1));
        let names_all = |at: usize| !is_case(at) && (1..=3).any(|length| names_column(scene, place, at..at + length));
        !is_partial && near.clone().any(names_all)
    };
    names_it(here) && names_it(before)
}

fn names_column(scene: &Scene<'_>, place: &Place, tokens: Range<usize>) -> bool {
    names::column_score(&names::key(&scene.words(tokens)), &place.column) >= 80
}

/// The sentence or the line around some tokens.
fn sentence(scene: &Scene<'_>, tokens: &Range<usize>) -> Range<usize> {
    let is_stop = |at: usize| {
        matches!(scene.text.norm(at), "." | ";" | "!" | "?" | "\n\n")
            || scene.text.get(at).is_none_or(|token| token.kind == Kind::Bullet)
    };
    let start =
        (0..tokens.start).rev().take(80).find(|at| is_stop(*at)).map_or(tokens.start.saturating_sub(80), |at| at + 1);
    let end = (tokens.end..tokens.end + 80).find(|at| is_stop(*at)).unwrap_or(tokens.end + 80);
    start..end
}

/// A statement that another column, or only some rows, may be meant by: what was said first stays, and it is told.
fn passed_over(scene: &mut Scene<'_>, place: &Place, what: &str, tokens: &Range<usize>) {
    let text = format!("`{}` has another {what} already, which stays", place.column);
    scene.cannot(tokens.clone(), text);
}

fn clash(scene: &mut Scene<'_>, tokens: &Range<usize>, before: &Range<usize>, finding: Diagnostic) {
    let span = scene.span(before.clone());
    scene.refuse(tokens.clone(), "said here", finding.and(span, "and otherwise here"));
}
