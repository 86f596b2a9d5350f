//! How well some words name a column or a table, and which columns a clause names -> the same, remembered: readers ask for the same
//! again and again. A score is a pure function of its two texts, and what a clause names one of the names that there are.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;
use std::thread::LocalKey;

use super::scene::Place;

/// A score of two texts.
type Score = fn(&str, &str) -> u32;

/// Scores are forgotten beyond so many; a page of prose has some ten thousand.
const MOST: usize = 200_000;

/// Into so many drawers scores are put.
const DRAWERS: usize = 1 << 12;

/// Scores with what was wanted and the name that was held against it, by a hash of the two.
#[derive(Debug, Default)]
pub struct Memo {
    drawers: Vec<Vec<(String, String, u32)>>,
    size: usize,
}

impl Memo {
    fn get(&self, drawer: usize, wanted: &str, name: &str) -> Option<u32> {
        let known = self.drawers.get(drawer)?.iter().find(|(this, that, _)| this == wanted && that == name)?;
        Some(known.2)
    }

    fn put(&mut self, drawer: usize, wanted: &str, name: &str, score: u32) {
        if self.size >= MOST || self.drawers.is_empty() {
            *self = Self { drawers: vec![Vec::new(); DRAWERS], size: 0 };
        }
        self.size += 1;
        self.drawers[drawer].push((wanted.to_owned(), name.to_owned(), score));
    }
}

/// The drawer of two texts.
fn drawer(wanted: &str, name: &str) -> usize {
    let bytes = wanted.bytes().chain([0]).chain(name.bytes());
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (hash >> 20) as usize % DRAWERS
}

/// The score of two texts, reckoned once.
pub fn recalled(memo: &'static LocalKey<RefCell<Memo>>, score: Score, wanted: &str, name: &str) -> u32 {
    let drawer = drawer(wanted, name);
    memo.with_borrow_mut(|memo| {
        memo.get(drawer, wanted, name).unwrap_or_else(|| {
            let found = score(wanted, name);
            memo.put(drawer, wanted, name, found);
            found
        })
    })
}

/// Columns that a clause names, with their tokens.
pub type Names = Rc<[(Place, Range<usize>)]>;

/// Among so many states of a draft each clause is remembered: some readers try a column and take it back.
const STATES: usize = 4;

/// What a clause names, by all the names that there are in a state of the draft.
type States = Vec<(String, Names)>;

/// What clauses name, by their tokens and by all that decides it. Copies of a scene share it.
#[derive(Debug, Clone, Default)]
pub struct Mentioned(Rc<RefCell<BTreeMap<(usize, usize), States>>>);

impl Mentioned {
    /// What a clause names among some names, all that there are written in one.
    pub fn of(&self, clause: &Range<usize>, among: String, look: impl FnOnce() -> Names) -> Names {
        let key = (clause.start, clause.end);
        let known = |states: &States| states.iter().find(|(this, _)| *this == among).map(|(_, names)| names.clone());
        if let Some(names) = self.0.borrow().get(&key).and_then(known) {
            return names;
        }
        let names = look();
        let mut all = self.0.borrow_mut();
        let states = all.entry(key).or_default();
        if states.len() >= STATES {
            states.remove(0);
        }
        states.push((among, names.clone()));
        names
    }
}
