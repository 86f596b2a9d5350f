//! Patterns of words -> where a clause has them, and what stands in their slots.
//!
//! A pattern is words with spaces between: `a|b` is one of some words, `fehl*` every word with that beginning, a trailing
//! `?` makes an element optional, `..` is up to five words of any kind, and `%share`, `%num`, `%span`, `%length`, `%col`, `%table`,
//! `%word` are slots. A match holds only where something of it has not been understood yet.

use std::ops::Range;
use std::rc::Rc;

use super::prepared::{Element, Pattern, What};
use super::view::{Num, Span, View};
use crate::draft::offline::scene::Place;

/// What was read in a slot.
#[derive(Debug, Clone, PartialEq)]
pub enum Slot {
    /// `%share`: 0.1.
    Share(f64),
    /// `%num`: a number that is no share.
    Num(Num),
    /// `%span`: bounds.
    Span(Span),
    /// `%length`: a length of time, as `30d`.
    Length(String),
    /// `%col`: a column.
    Column(Place),
    /// `%table`: a table.
    Table(String),
    /// `%word`: a word, number or quotation.
    Word(String),
}

/// A place that a pattern fits.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// All tokens of it.
    pub tokens: Range<usize>,
    /// The slots that are filled, in order, with their tokens.
    pub slots: Vec<(Slot, Range<usize>)>,
}

/// Words that say nothing of their own, so that a pattern does not hold because of them.
const LINKS: &[&str] = &[
    "a", "an", "the", "of", "and", "or", "is", "are", "be", "has", "have", "with", "for", "in", "to", "at", "by", "on",
    "it", ",", "(", ")", ":", "each", "every", "per",
];

impl Match {
    /// The first share.
    pub fn share(&self) -> Option<f64> {
        self.slots.iter().find_map(|(slot, _)| if let Slot::Share(rate) = slot { Some(*rate) } else { None })
    }

    /// The columns.
    pub fn columns(&self) -> Vec<Place> {
        let column = |slot: &Slot| if let Slot::Column(place) = slot { Some(place.clone()) } else { None };
        self.slots.iter().filter_map(|(slot, _)| column(slot)).collect()
    }

    /// The first column.
    pub fn column(&self) -> Option<Place> {
        self.columns().into_iter().next()
    }

    /// The first table.
    pub fn table(&self) -> Option<String> {
        self.slots.iter().find_map(|(slot, _)| if let Slot::Table(name) = slot { Some(name.clone()) } else { None })
    }

    /// The numbers.
    pub fn nums(&self) -> Vec<Num> {
        let num = |slot: &Slot| if let Slot::Num(num) = slot { Some(num.clone()) } else { None };
        self.slots.iter().filter_map(|(slot, _)| num(slot)).collect()
    }

    /// The first bounds.
    pub fn span(&self) -> Option<Span> {
        self.slots.iter().find_map(|(slot, _)| if let Slot::Span(span) = slot { Some(span.clone()) } else { None })
    }

    /// The words.
    pub fn words(&self) -> Vec<String> {
        let word = |slot: &Slot| if let Slot::Word(word) = slot { Some(word.clone()) } else { None };
        self.slots.iter().filter_map(|(slot, _)| word(slot)).collect()
    }
}

/// Most tokens that `..` skips.
const GAP: usize = 5;

/// The first place in a clause that one of some patterns fits; of patterns at one place the first.
pub fn find(view: &View<'_, '_>, patterns: &[&'static str]) -> Option<Match> {
    let prepared = patterns.iter().map(|pattern| view.scene.patterns.of(pattern, view.scene.text));
    let patterns: Vec<Rc<Pattern>> = prepared.filter(|pattern| pattern.may_fit(&view.clause)).collect();
    if patterns.is_empty() {
        return None;
    }
    view.clause.clone().find_map(|start| patterns.iter().find_map(|pattern| at(view, &pattern.elements, start)))
}

/// A pattern's match that begins at a token.
fn at(view: &View<'_, '_>, pattern: &[Element], start: usize) -> Option<Match> {
    let mut slots = Vec::new();
    let mut fresh = false;
    let end = walk(view, pattern, start, &mut slots, &mut fresh)?;
    fresh.then_some(Match { tokens: start..end, slots })
}

/// Where a pattern ends that begins at a token, whatever has been understood already.
pub fn reach(view: &View<'_, '_>, pattern: &'static str, start: usize) -> Option<usize> {
    let pattern = view.scene.patterns.of(pattern, view.scene.text);
    walk(view, &pattern.elements, start, &mut Vec::new(), &mut false)
}

fn walk(
    view: &View<'_, '_>,
    pattern: &[Element],
    start: usize,
    slots: &mut Vec<(Slot, Range<usize>)>,
    fresh: &mut bool,
) -> Option<usize> {
    let Some((element, rest)) = pattern.split_first() else { return Some(start) };
    if matches!(element.what, What::Gap) {
        let last = (start + GAP).min(view.clause.end);
        return (start..=last)
            .take_while(|at| *at == start || !view.is_stop(at - 1))
            .find_map(|at| walk_on(view, rest, at, slots, fresh));
    }
    if let Some((end, slot)) = step(view, &element.what, start) {
        let (kept, was_fresh) = (slots.len(), *fresh);
        *fresh |= is_fresh(view, slot.as_ref(), start..end);
        slots.extend(slot.map(|slot| (slot, start..end)));
        if let Some(end) = walk(view, rest, end, slots, fresh) {
            return Some(end);
        }
        slots.truncate(kept);
        *fresh = was_fresh;
    }
    if element.is_optional { walk(view, rest, start, slots, fresh) } else { None }
}

/// As [`walk`], undone where it fails.
fn walk_on(
    view: &View<'_, '_>,
    pattern: &[Element],
    start: usize,
    slots: &mut Vec<(Slot, Range<usize>)>,
    fresh: &mut bool,
) -> Option<usize> {
    let (kept, was_fresh) = (slots.len(), *fresh);
    let end = walk(view, pattern, start, slots, fresh);
    if end.is_none() {
        slots.truncate(kept);
        *fresh = was_fresh;
    }
    end
}

/// Whether an element has something that nobody has understood: a word with a meaning, or a value.
fn is_fresh(view: &View<'_, '_>, slot: Option<&Slot>, tokens: Range<usize>) -> bool {
    let counts = match slot {
        None => !LINKS.contains(&view.norm(tokens.start)),
        Some(Slot::Column(_) | Slot::Table(_)) => false,
        Some(_) => true,
    };
    counts && view.scene.is_free(tokens)
}

/// One element at a token: the token behind it, and what it is where it is a slot.
fn step(view: &View<'_, '_>, element: &What, at: usize) -> Option<(usize, Option<Slot>)> {
    if at >= view.clause.end {
        return None;
    }
    let What::Slot(slot) = element else { return element.has(at).then_some((at + 1, None)) };
    let slot = match *slot {
        "%share" => view.share_at(at).map(|(rate, end)| (end, Slot::Share(rate))),
        "%num" => view.num_at(at).map(|(num, end)| (end, Slot::Num(num))),
        "%span" => view.span_at(at).map(|(span, end)| (end, Slot::Span(span))),
        "%length" => view.length_at(at).map(|(length, end)| (end, Slot::Length(length))),
        "%col" => view.column_at(at).map(|(place, end)| (end, Slot::Column(place))),
        "%table" => view.table_at(at).map(|(table, end)| (end, Slot::Table(table))),
        _ => view.word_at(at).map(|word| (at + 1, Slot::Word(word))),
    };
    slot.map(|(end, slot)| (end, Some(slot)))
}
