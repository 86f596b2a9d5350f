//! One item of a list: its words and its weight.

use std::ops::Range;

use super::super::number::number;
use super::super::share::share;
use super::super::{Found, Kind, Text};
use super::words::{ADVERBS, ARE, ARTICLES, CLAUSES, CONJUNCTIONS, REST, STOPS};

/// How much of the whole an item is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Weight {
    /// Nothing was said.
    None,
    /// In percent, or plainly.
    Said(f64),
    /// Plainly, behind a colon: `a: 60`.
    Labelled(f64),
    /// By a word such as "mostly".
    Vague(f64),
    /// What the others leave.
    Rest,
}

impl Weight {
    /// What was said in numbers.
    pub fn said(self) -> Option<f64> {
        match self {
            Self::Said(weight) | Self::Labelled(weight) => Some(weight),
            _ => None,
        }
    }

    /// What a word was taken to mean.
    pub fn vague(self) -> Option<f64> {
        match self {
            Self::Vague(weight) => Some(weight),
            _ => None,
        }
    }
}

/// An item as it was read.
#[derive(Debug, Clone)]
pub struct Read {
    /// Its words.
    pub tokens: Range<usize>,
    pub weight: Weight,
    /// The token that it was read from, weight included.
    pub read_from: usize,
    /// The token behind it, weight included.
    pub end: usize,
}

/// Words that an item may have.
const LONGEST: usize = 5;

/// The item that begins at a token.
pub fn item(text: &Text<'_>, at: usize) -> Option<Read> {
    let before = weight_before(text, at);
    let from = before.as_ref().map_or(at, |found| found.end);
    let tokens = words(text, from)?;
    let behind = if before.is_none() { weight_behind(text, tokens.end) } else { None };
    let end = behind.as_ref().map_or(tokens.end, |found| found.end);
    let weight = before.or(behind).map_or(Weight::None, |found| found.value);
    Some(Read { tokens, weight, read_from: at, end })
}

/// "60%", "half are", "mostly", "the rest".
fn weight_before(text: &Text<'_>, at: usize) -> Option<Found<Weight>> {
    if let Some((_, end)) = REST.at(text, at) {
        return Some(Found { value: Weight::Rest, end: ARE.at(text, end).map_or(end, |(_, end)| end) });
    }
    if let Some((weight, end)) = ADVERBS.at(text, at) {
        return Some(Found { value: Weight::Vague(weight), end });
    }
    let found = share(text, at)?;
    let end = ARE.at(text, found.end).map_or(found.end, |(_, end)| end);
    // A share alone is an item: "10%, 20% or 50%".
    starts_item(text, end).then(|| Found { value: Weight::Said(percent(found.value.rate)), end })
}

fn starts_item(text: &Text<'_>, at: usize) -> bool {
    words(text, at).is_some() && text.kind(at) != Some(Kind::Number)
}

fn percent(rate: f64) -> f64 {
    libm::round(rate * 1e8) / 1e6
}

/// `(60%)`, `60%`, `: 60`, `= 60%`, `- 60%`, "at 60%", "in 60% of cases".
fn weight_behind(text: &Text<'_>, at: usize) -> Option<Found<Weight>> {
    let mark = text.norm(at);
    let is_open = text.is_mark(at, "(") || text.is_mark(at, "[");
    let from = match mark {
        "(" | "[" | ":" | "=" | "-" => at + 1,
        "at" | "in" | "with" | "for" | "zu" | "mit" | "bei" => at + 1,
        _ => at,
    };
    if let Some((weight, end)) = ADVERBS.at(text, from).filter(|(_, end)| is_open && closes(text, *end)) {
        return Some(Found { value: Weight::Vague(weight), end: end + 1 });
    }
    if let Some(found) = share(text, from) {
        let end = ["of the time", "of cases", "of them", "of all"]
            .iter()
            .find_map(|words| follows(text, found.end, words))
            .unwrap_or(found.end);
        let end = if is_open { closes(text, end).then_some(end + 1)? } else { end };
        return Some(Found { value: Weight::Said(percent(found.value.rate)), end });
    }
    let found = number(text, from).filter(|found| found.value.value >= 0.0 && found.value.unit.is_empty())?;
    let is_last = super::words::joint(text, found.end).is_some() || ends(text, found.end);
    match mark {
        "(" | "[" if closes(text, found.end) => {
            Some(Found { value: Weight::Said(found.value.value), end: found.end + 1 })
        }
        ":" | "=" if is_last => Some(Found { value: Weight::Labelled(found.value.value), end: found.end }),
        _ => None,
    }
}

fn closes(text: &Text<'_>, at: usize) -> bool {
    text.is_mark(at, ")") || text.is_mark(at, "]")
}

/// Whether a sentence, a bracket or the text ends here.
fn ends(text: &Text<'_>, at: usize) -> bool {
    text.get(at).is_none_or(|token| match token.kind {
        Kind::Mark => matches!(token.norm.as_str(), "." | ")" | "]" | "}" | "!" | "?"),
        Kind::Break => true,
        _ => false,
    })
}

/// The index behind some words.
fn follows(text: &Text<'_>, at: usize, words: &str) -> Option<usize> {
    let count = words.split(' ').count();
    words.split(' ').enumerate().all(|(n, word)| text.norm(at + n) == word).then_some(at + count)
}

/// The words of an item, without its article; an article alone is an item (`a, b, c`).
fn words(text: &Text<'_>, at: usize) -> Option<Range<usize>> {
    let behind = ARTICLES.at(text, at).map_or(at, |(_, end)| end);
    let from = if is_word(text, behind) && !(behind > at && (is_end(text, behind) || share(text, behind).is_some())) {
        behind
    } else {
        at
    };
    match text.kind(from)? {
        Kind::Quoted => return Some(from..from + 1),
        Kind::Number if !is_plain_word(text, from + 1) => return Some(from..from + 1),
        _ if !is_word(text, from) || CONJUNCTIONS.at(text, from).is_some() || CLAUSES.at(text, from).is_some() => {
            return None;
        }
        _ => {}
    }
    let mut end = from + 1;
    while end < from + LONGEST && is_word(text, end) && !is_end(text, end) && share(text, end).is_none() {
        end += 1;
    }
    Some(from..end)
}

fn is_word(text: &Text<'_>, at: usize) -> bool {
    matches!(text.kind(at), Some(Kind::Word | Kind::Number))
}

/// A word that belongs to the number before it: "3 years".
fn is_plain_word(text: &Text<'_>, at: usize) -> bool {
    text.kind(at) == Some(Kind::Word) && !is_end(text, at)
}

fn is_end(text: &Text<'_>, at: usize) -> bool {
    CONJUNCTIONS.at(text, at).is_some() || STOPS.at(text, at).is_some()
}
