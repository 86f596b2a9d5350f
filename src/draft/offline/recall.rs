//! How well some words name a column or a table -> the same, remembered: readers ask for the same names again and again, and
//! a score is a pure function of its two texts.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::thread::LocalKey;

/// A score of two texts.
type Score = fn(&str, &str) -> u32;

/// Scores are forgotten beyond so many; a page of prose has some ten thousand.
const MOST: usize = 200_000;

/// Scores by what was wanted and by the name that was held against it.
#[derive(Debug, Default)]
pub struct Memo {
    scores: BTreeMap<String, BTreeMap<String, u32>>,
    size: usize,
}

impl Memo {
    fn get(&self, wanted: &str, name: &str) -> Option<u32> {
        self.scores.get(wanted)?.get(name).copied()
    }

    fn put(&mut self, wanted: &str, name: &str, score: u32) {
        if self.size >= MOST {
            *self = Self::default();
        }
        self.size += 1;
        self.scores.entry(wanted.to_owned()).or_default().insert(name.to_owned(), score);
    }
}

/// The score of two texts, reckoned once.
pub fn recalled(memo: &'static LocalKey<RefCell<Memo>>, score: Score, wanted: &str, name: &str) -> u32 {
    memo.with_borrow_mut(|memo| {
        memo.get(wanted, name).unwrap_or_else(|| {
            let found = score(wanted, name);
            memo.put(wanted, name, found);
            found
        })
    })
}
