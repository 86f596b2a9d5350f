//! A pattern -> whether it is plain that no two ways through it give the same text. Only then does the number of ways count
//! texts, which `unique` needs. The check errs on the side of caution.

use std::collections::BTreeSet;

use super::shape::{Kind, Part};

/// Whether every text of a pattern plainly has one way.
pub fn is_plain(part: &Part) -> bool {
    match &part.kind {
        Kind::Text(_) | Kind::Class(_) => true,
        Kind::All(parts) => parts.iter().all(is_plain) && splits_plainly(parts),
        Kind::Either(parts) => parts.iter().all(is_plain) && differ(parts),
        Kind::Repeat { part, min, max } => is_plain(part) && repeats_plainly(part, *min, *max),
    }
}

fn is_fixed(part: &Part) -> bool {
    let (low, high) = part.lengths();
    low == high
}

fn may_be_empty(part: &Part) -> bool {
    part.lengths().0 == 0
}

/// The length tells the number of repetitions, and where each begins.
fn repeats_plainly(part: &Part, min: u32, max: u32) -> bool {
    match (min, max) {
        (_, 0) | (1, 1) => true,
        (0, 1) => !may_be_empty(part),
        _ => is_fixed(part) && (min == max || !may_be_empty(part)),
    }
}

/// Whether it is plain where each part ends: all but one have one length, or what follows a part of varying length begins
/// with a character that it does not contain.
fn splits_plainly(parts: &[Part]) -> bool {
    let varying: Vec<usize> = (0..parts.len()).filter(|at| !is_fixed(&parts[*at])).collect();
    let Some((_, all_but_last)) = varying.split_last() else { return true };
    all_but_last.iter().all(|at| {
        let alphabet = alphabet(&parts[*at]);
        first_of(&parts[at + 1..]).is_disjoint(&alphabet)
    })
}

/// Whether no two alternatives share a text.
fn differ(parts: &[Part]) -> bool {
    let texts = parts.iter().map(|part| if let Kind::Text(text) = &part.kind { Some(text) } else { None });
    if let Some(texts) = texts.collect::<Option<Vec<_>>>() {
        return texts.iter().collect::<BTreeSet<_>>().len() == texts.len();
    }
    let pairs = (0..parts.len()).flat_map(|a| (a + 1..parts.len()).map(move |b| (a, b)));
    parts.len() <= 100 && pairs.into_iter().all(|(a, b)| are_apart(&parts[a], &parts[b]))
}

fn are_apart(a: &Part, b: &Part) -> bool {
    let ((a_low, a_high), (b_low, b_high)) = (a.lengths(), b.lengths());
    if a_high < b_low || b_high < a_low {
        return true;
    }
    if may_be_empty(a) && may_be_empty(b) {
        return false;
    }
    first(a).is_disjoint(&first(b)) || alphabet(a).is_disjoint(&alphabet(b))
}

/// The characters that texts of a part may contain.
fn alphabet(part: &Part) -> BTreeSet<char> {
    match &part.kind {
        Kind::Text(text) => text.chars().collect(),
        Kind::Class(chars) => chars.iter().copied().collect(),
        Kind::All(parts) | Kind::Either(parts) => parts.iter().flat_map(alphabet).collect(),
        Kind::Repeat { part, .. } => alphabet(part),
    }
}

/// The characters with which texts of a part may begin.
fn first(part: &Part) -> BTreeSet<char> {
    match &part.kind {
        Kind::Text(text) => text.chars().take(1).collect(),
        Kind::Class(chars) => chars.iter().copied().collect(),
        Kind::All(parts) => first_of(parts),
        Kind::Either(parts) => parts.iter().flat_map(first).collect(),
        Kind::Repeat { max: 0, .. } => BTreeSet::new(),
        Kind::Repeat { part, .. } => first(part),
    }
}

/// The characters with which texts of some parts in a row may begin.
fn first_of(parts: &[Part]) -> BTreeSet<char> {
    let until = parts.iter().position(|part| !may_be_empty(part)).map_or(parts.len(), |at| at + 1);
    parts[..until].iter().flat_map(first).collect()
}
