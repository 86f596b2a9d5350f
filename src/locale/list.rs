//! Frozen text in, an indexed list with its ASCII-folded twin out.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::fold::{self, Folding};
use crate::random;

/// A frozen list of an edition. The source is one text, so that the binary holds no pointer table; it is cut at first use.
///
/// Order matters: lists of names run from the most to the least common, which [`List::pick_skewed`] relies on.
#[derive(Debug)]
pub struct List {
    name: &'static str,
    source: Source,
    folding: Folding,
    items: OnceLock<Vec<&'static str>>,
    folded: OnceLock<Vec<Box<str>>>,
}

#[derive(Debug)]
enum Source {
    Commas(&'static str),
    Lines(&'static str),
    Slices(&'static [&'static [&'static str]]),
}

impl List {
    /// Items between commas; white space around them, line breaks included, does not count.
    pub const fn commas(name: &'static str, text: &'static str) -> Self {
        Self::new(name, Source::Commas(text), Folding::Plain)
    }

    /// One item a line; empty lines do not count.
    pub const fn lines(name: &'static str, text: &'static str) -> Self {
        Self::new(name, Source::Lines(text), Folding::Plain)
    }

    /// Slices of another crate one after the other, without repetitions.
    pub const fn slices(name: &'static str, slices: &'static [&'static [&'static str]]) -> Self {
        Self::new(name, Source::Slices(slices), Folding::Plain)
    }

    /// Items between commas, folded the German way (`ü` becomes `ue`).
    pub const fn german(name: &'static str, text: &'static str) -> Self {
        Self::new(name, Source::Commas(text), Folding::German)
    }

    const fn new(name: &'static str, source: Source, folding: Folding) -> Self {
        Self { name, source, folding, items: OnceLock::new(), folded: OnceLock::new() }
    }

    /// The list's name in the table of hashes, such as `de_DE.last_names`.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// All items in order.
    pub fn items(&self) -> &[&'static str] {
        self.items.get_or_init(|| self.source.cut())
    }

    /// Number of items.
    #[expect(clippy::len_without_is_empty, reason = "a frozen list is never empty; a test holds it")]
    pub fn len(&self) -> usize {
        self.items().len()
    }

    /// The item at `index`, which a pick of this list gave.
    #[inline]
    pub fn get(&self, index: u32) -> &'static str {
        self.items()[index as usize]
    }

    /// The item at `index` in `[a-z0-9-]`, for e-mail addresses, user names and hosts.
    #[inline]
    pub fn folded(&self, index: u32) -> &str {
        &self.folded.get_or_init(|| self.fold_all())[index as usize]
    }

    /// A uniform index from 64 bits.
    #[inline]
    pub fn pick(&self, bits: u64) -> u32 {
        random::below(bits, self.len() as u64) as u32
    }

    /// An index from 64 bits that favours the head of the list: the rank is `n * u^1.5`, so that of 500 surnames the first
    /// has 1.6% and the last 0.13%.
    #[inline]
    pub fn pick_skewed(&self, bits: u64) -> u32 {
        let unit = random::unit(bits);
        (self.len() as f64 * (unit * unit.sqrt())) as u32
    }

    fn fold_all(&self) -> Vec<Box<str>> {
        self.items().iter().map(|item| fold::folded(item, self.folding).into()).collect()
    }
}

impl Source {
    fn cut(&self) -> Vec<&'static str> {
        match *self {
            Self::Commas(text) => trimmed(text.split(',')),
            Self::Lines(text) => trimmed(text.lines()),
            Self::Slices(slices) => {
                let mut seen = BTreeSet::new();
                slices.iter().flat_map(|slice| slice.iter().copied()).filter(|item| seen.insert(*item)).collect()
            }
        }
    }
}

fn trimmed(parts: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    parts.map(str::trim).filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    static FISH: List = List::german("fish", "Döbel, Äsche,\n  Rotauge,");

    #[test]
    fn items_lose_the_space_around_them_and_fold_alongside() {
        assert_eq!(FISH.items(), ["Döbel", "Äsche", "Rotauge"]);
        assert_eq!([FISH.folded(0), FISH.folded(1)], ["doebel", "aesche"]);
    }

    #[test]
    fn picks_stay_inside_the_list() {
        assert_eq!((FISH.pick(0), FISH.pick(u64::MAX)), (0, 2));
        assert_eq!((FISH.pick_skewed(0), FISH.pick_skewed(u64::MAX)), (0, 2));
    }

    #[test]
    fn slices_are_joined_without_repetitions() {
        static LIST: List = List::slices("x", &[&["a", "b"], &["b", "c"]]);
        assert_eq!(LIST.items(), ["a", "b", "c"]);
    }
}
