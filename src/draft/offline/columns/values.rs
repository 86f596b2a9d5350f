//! Parts of a list of columns -> the parts that are values of one column, joined: `channel web (60 %), app (30 %), phone (10 %)`,
//! `a code of two letters, a dash and four digits`, `fare 5 to 20 for children, 10 to 40 for adults`.

use std::ops::Range;

use crate::draft::offline::lex;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::words::Does;
use crate::draft::text::{Kind, number, range, share};

/// Joins stretches of one column.
pub fn joined(scene: &Scene<'_>, parts: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::with_capacity(parts.len());
    let mut at = 0;
    while at < parts.len() {
        let length = whole(scene, &parts[at..]).unwrap_or(1);
        let part = parts[at].start..parts[at + length - 1].end;
        let last = found.last().cloned();
        match last.filter(|last| goes_on(scene, last, &part)) {
            Some(last) => {
                found.pop();
                found.push(last.start..part.end);
            }
            None => found.push(part),
        }
        at += length;
    }
    found
}

/// How many parts from the first on are values whose shares come to a whole.
fn whole(scene: &Scene<'_>, parts: &[Range<usize>]) -> Option<usize> {
    let mut sum = 0.0;
    for (at, part) in parts.iter().enumerate().take(20) {
        let is_rest = at > 0 && part.clone().any(|at| matches!(scene.text.norm(at), "rest" | "remainder" | "others"));
        if is_rest && part.len() <= 6 {
            return Some(at + 1);
        }
        sum += weight(scene, part, at == 0)?;
        if at > 0 && (0.985..=1.015).contains(&sum) {
            return Some(at + 1);
        }
    }
    None
}

/// Words around a value's share that say nothing.
const FILLER: &[&str] = &[
    "(", ")", ":", "=", "-", "–", "for", "in", "at", "of", "with", "by", "to", "about", "the", "a", "an", "cases",
    "them", "~", "+", "that", "which", "is", "are",
];

/// The share of a part that is a value with its share and nothing else; the first part may begin with the column's name.
fn weight(scene: &Scene<'_>, part: &Range<usize>, is_first: bool) -> Option<f64> {
    let start = part.clone().find(|at| share::share(scene.text, *at).is_some_and(|found| found.end <= part.end))?;
    let found = share::share(scene.text, start)?;
    let rest: Vec<usize> = (part.start..start).chain(found.end..part.end).collect();
    let is_plain = |at: usize| {
        FILLER.contains(&scene.text.norm(at))
            || scene.is_nominal(at)
            || scene.text.get(at).is_some_and(|token| token.kind == Kind::Number)
    };
    let says_more = |at: &usize| {
        matches!(
            scene.text.norm(*at),
            "true" | "false" | "yes" | "no" | "null" | "empty" | "missing" | "blank" | "unknown" | "without" | "unique"
        )
    };
    let words = rest.iter().filter(|at| !FILLER.contains(&scene.text.norm(**at))).count();
    let most = if is_first { 7 } else { 3 };
    let is_value = (1..=most).contains(&words) && rest.iter().all(|at| is_plain(*at)) && !rest.iter().any(says_more);
    is_value.then_some(found.value.rate)
}

/// Whether a part goes on with what the last one says of its column.
fn goes_on(scene: &Scene<'_>, last: &Range<usize>, part: &Range<usize>) -> bool {
    spells(scene, last) && spells(scene, part) && !names_column(scene, part) || differs(scene, last, part)
}

/// Whether a part tells pieces of a text: `two capital letters`, `a dash`, `the letter C`, `six digits`.
fn spells(scene: &Scene<'_>, part: &Range<usize>) -> bool {
    let counted = |at: usize| {
        number::count(scene.text, at).is_some_and(|found| {
            (found.end..(found.end + 3).min(part.end)).any(|at| {
                matches!(
                    scene.text.norm(at),
                    "letters"
                        | "letter"
                        | "digits"
                        | "digit"
                        | "characters"
                        | "figures"
                        | "capitals"
                        | "numbers"
                        | "numerals"
                )
            })
        })
    };
    let is_mark = |at: usize| {
        let is_single = at > part.start && scene.does(at - 1, Does::Determines);
        is_single
            && matches!(
                scene.text.norm(at),
                "dash" | "hyphen" | "slash" | "dot" | "colon" | "underscore" | "space" | "letter"
            )
    };
    let is_class =
        part.len() == 1 && matches!(scene.text.norm(part.start), "digits" | "letters" | "numbers" | "figures");
    is_class || part.clone().any(|at| counted(at) || is_mark(at))
}

/// Whether a part begins with the name of a column.
fn names_column(scene: &Scene<'_>, part: &Range<usize>) -> bool {
    let is_short =
        matches!(scene.text.norm(part.start), "a" | "an" | "the" | "one" | "two" | "three" | "four" | "five" | "six");
    !is_short && lex::is_known_column(&scene.words(part.start..part.start + 1), scene.language)
}

/// `10 to 40 for adults` behind `a fare of 5 to 20 for children`: values of the same column for other rows.
fn differs(scene: &Scene<'_>, last: &Range<usize>, part: &Range<usize>) -> bool {
    let says = |at: usize| {
        let found = range::range(scene.text, at).map(|found| found.end);
        found.or_else(|| number::number(scene.text, at).map(|found| found.end))
    };
    let is_for = |at: usize| matches!(scene.text.norm(at), "for" | "if" | "when" | "für" | "pour" | "para" | "per");
    let is_case = |start: usize, end: usize| {
        says(start).is_some_and(|behind| (behind..(behind + 3).min(end)).any(|at| is_for(at) && at + 1 < end))
    };
    let starts = is_case(part.start, part.end) && share::share(scene.text, part.start).is_none();
    starts && last.clone().any(|at| is_case(at, last.end)) || tells_kind(scene, last, part)
}

/// `teachers 5 to 8` behind `a price: pupils pay 2.50 to 4`: what others pay, with the verb left out.
fn tells_kind(scene: &Scene<'_>, last: &Range<usize>, part: &Range<usize>) -> bool {
    let behind = |at: usize| {
        let found = range::range(scene.text, at).map(|found| found.end);
        found.or_else(|| number::number(scene.text, at).map(|found| found.end))
    };
    let is_act = |at: usize| {
        matches!(
            scene.text.norm(at),
            "pay" | "pays" | "cost" | "costs" | "get" | "gets" | "earn" | "earns" | "have" | "has" | "take" | "takes"
        )
    };
    let is_told = last.clone().skip(1).any(|at| is_act(at) && scene.is_nominal(at - 1) && behind(at + 1).is_some());
    let lead = part.start + usize::from(scene.does(part.start, Does::Determines));
    let end = behind(lead + 1 + usize::from(is_act(lead + 1)));
    is_told && scene.is_nominal(lead) && end.is_some_and(|end| end + 2 >= part.end && end <= part.end)
}
