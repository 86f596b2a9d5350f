//! The whole description -> refusals of windows that end before they begin, of parts that are more than the whole, and of shares above
//! 100% that nobody has read.

use std::ops::Range;

use crate::diag::Diagnostic;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::words::{self, Does};
use crate::draft::text::{Kind, dates, number};
use crate::words::grouped;

/// Looks through the whole description.
pub fn finish(scene: &mut Scene<'_>) {
    for at in 0..scene.text.tokens.len() {
        if let Some(found) = dates::reversed(scene.text, at) {
            let (from, to) = found.value;
            let finding =
                Diagnostic::error("E1223", format!("the window ends before it begins: {from} is later than {to}"))
                    .help(format!("write `from {to} to {from}`"));
            return scene.refuse(at..found.end, "no time lies between", finding);
        }
        if let Some(end) = too_large_a_share(scene, at) {
            let words = scene.quote(at..end);
            let finding = Diagnostic::error("E1228", format!("`{words}` is more than there are"))
                .help("say a percentage from 0% to 100%");
            return scene.refuse(at..end, "no share of rows", finding);
        }
        if let Some(parts) = parts(scene, at) {
            return refuse(scene, &parts);
        }
    }
}

/// `where 130% passed`, `, 110% are open`: a share of rows by what is said of them.
fn too_large_a_share(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let found = number::number(scene.text, at).filter(|found| found.value.percent && found.value.value > 100.0)?;
    let leads = at == 0
        || matches!(
            scene.text.norm(at - 1),
            "where" | "which" | "whom" | "them" | "," | ";" | "." | ":" | "and" | "while"
        );
    let word = scene.text.norm(found.end);
    let is_said = scene.does(found.end, Does::Is)
        || matches!(word, "have" | "has" | "had")
        || words::is_participle(word) && word.ends_with("ed");
    (leads && is_said && !scene.is_claimed(at)).then_some(found.end + 1)
}

/// Numbers of rows of one whole: `100 employees; 40 of them are drivers and 70 are clerks`.
struct Parts {
    whole: (u64, Range<usize>),
    parts: Vec<(u64, Range<usize>)>,
}

/// The parts that begin at a token with `40 of them are`, if they are more than the rows that were counted before.
fn parts(scene: &Scene<'_>, at: usize) -> Option<Parts> {
    let first = number::count(scene.text, at).filter(|found| scene.text.norm(found.end) == "of")?;
    let is_them = matches!(scene.text.norm(first.end + 1), "them" | "these" | "those" | "which" | "whom");
    let verb = first.end + 2;
    let is_state = scene.does(verb, Does::Is);
    if !is_them || !is_state {
        return None;
    }
    let whole = (0..at).rev().take(14).find_map(|start| {
        let found = number::count(scene.text, start).filter(|found| found.value > 1 && found.end < at)?;
        let is_rows = (found.end..at.min(found.end + 3)).any(|at| scene.table_word(at).is_some());
        is_rows.then(|| (found.value, start..found.end + 1))
    })?;
    let mut parts = vec![(first.value, at..verb + 1)];
    let stop = (verb..scene.text.tokens.len()).find(|at| {
        matches!(scene.text.norm(*at), "." | ";" | "!" | "?" | "\n\n") || scene.text.kind(*at) == Some(Kind::Bullet)
    });
    let stop = stop.unwrap_or(scene.text.tokens.len());
    let mut from = verb + 1;
    while let Some(start) = (from..stop).find(|at| number::count(scene.text, *at).is_some()) {
        let found = number::count(scene.text, start)?;
        let is_joined = matches!(scene.text.norm(start - 1), "," | "and" | "or");
        let says = scene.does(found.end, Does::Is) || scene.does(found.end, Does::Belongs) && is_joined;
        if !is_joined || !says && !is_kind(scene, found.end, stop) {
            break;
        }
        parts.push((found.value, start..found.end + 1));
        from = found.end + 1;
    }
    let sum: u64 = parts.iter().map(|(part, _)| part).sum();
    (parts.len() >= 2 && sum > whole.0).then_some(Parts { whole, parts })
}

/// `70 clerks` behind `40 of them are drivers`: a noun and the end.
fn is_kind(scene: &Scene<'_>, at: usize, stop: usize) -> bool {
    let is_end = at + 1 >= stop || matches!(scene.text.norm(at + 1), "," | "and" | "or");
    scene.is_nominal(at) && is_end && !words::is_unit(scene.text.norm(at), scene.language)
}

fn refuse(scene: &mut Scene<'_>, parts: &Parts) {
    let sum: u64 = parts.parts.iter().map(|(part, _)| part).sum();
    let terms: Vec<String> = parts.parts.iter().map(|(part, _)| grouped(*part)).collect();
    let message =
        format!("{} = {} rows are more than the {} there are", terms.join(" + "), grouped(sum), grouped(parts.whole.0));
    let finding = Diagnostic::error("E1222", message)
        .help("lower the parts, or say more rows")
        .and(scene.span(parts.whole.1.clone()), "the whole");
    let first = parts.parts.first().map_or(0, |(_, tokens)| tokens.start);
    let end = parts.parts.last().map_or(0, |(_, tokens)| tokens.end);
    scene.refuse(first..end, "the parts", finding);
}
