//! Patterns of words -> the same, prepared for one text: each element knows the tokens that it fits, so that a pattern with a word that
//! a clause does not have costs next to nothing there.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::{Bound, Range};
use std::rc::Rc;

use crate::draft::text::Text;

/// An element of a pattern.
#[derive(Debug)]
pub(super) struct Element {
    /// What stands there.
    pub what: What,
    /// Whether it may be left out.
    pub is_optional: bool,
}

/// What an element of a pattern is.
#[derive(Debug)]
pub(super) enum What {
    /// `..`: up to five words of any kind.
    Gap,
    /// A slot such as `%num`.
    Slot(&'static str),
    /// One of some words: all tokens of the text that are one of them, in order.
    Words(Vec<usize>),
}

impl What {
    /// Whether a token is one of the words.
    pub fn has(&self, at: usize) -> bool {
        matches!(self, Self::Words(tokens) if tokens.binary_search(&at).is_ok())
    }
}

/// A pattern for one text.
#[derive(Debug)]
pub(super) struct Pattern {
    /// Its elements in order.
    pub elements: Vec<Element>,
}

impl Pattern {
    fn of(pattern: &'static str, words: &BTreeMap<String, Vec<usize>>) -> Self {
        let elements = pattern.split(' ').map(|element| {
            if element == ".." {
                return Element { what: What::Gap, is_optional: false };
            }
            let (element, is_optional) = element.strip_suffix('?').map_or((element, false), |element| (element, true));
            let is_slot = matches!(element, "%share" | "%num" | "%span" | "%length" | "%col" | "%table" | "%word");
            let what = if is_slot { What::Slot(element) } else { What::Words(tokens_of(element, words)) };
            Element { what, is_optional }
        });
        Self { elements: elements.collect() }
    }

    /// Whether some tokens have a word for each element that needs one.
    pub fn may_fit(&self, tokens: &Range<usize>) -> bool {
        self.elements.iter().all(|element| match &element.what {
            What::Words(known) if !element.is_optional => {
                known.get(known.partition_point(|at| *at < tokens.start)).is_some_and(|at| *at < tokens.end)
            }
            _ => true,
        })
    }
}

/// The tokens that are one of some words: `a|b`, and `fehl*` for all with that beginning.
fn tokens_of(element: &str, words: &BTreeMap<String, Vec<usize>>) -> Vec<usize> {
    let mut tokens = Vec::new();
    for word in element.split('|') {
        match word.strip_suffix('*').filter(|stem| !stem.is_empty()) {
            Some(stem) => {
                let from = words.range::<str, _>((Bound::Included(stem), Bound::Unbounded));
                from.take_while(|(word, _)| word.starts_with(stem)).for_each(|(_, known)| tokens.extend(known));
            }
            None => tokens.extend(words.get(word).into_iter().flatten()),
        }
    }
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

/// Into so many drawers patterns are put.
const DRAWERS: usize = 1 << 10;

/// A pattern by the place of its text in memory, which stays.
type Known = ((usize, usize), Rc<Pattern>);

/// All patterns that have been asked for. Copies of a scene share them.
#[derive(Debug, Clone, Default)]
pub struct Patterns(Rc<RefCell<Prepared>>);

#[derive(Debug, Default)]
struct Prepared {
    words: BTreeMap<String, Vec<usize>>,
    drawers: Vec<Vec<Known>>,
}

impl Patterns {
    /// A pattern, prepared for the text of the scene.
    pub(super) fn of(&self, pattern: &'static str, text: &Text<'_>) -> Rc<Pattern> {
        let prepared = &mut *self.0.borrow_mut();
        if prepared.drawers.is_empty() {
            prepared.drawers.resize_with(DRAWERS, Vec::new);
            for (at, token) in text.tokens.iter().enumerate() {
                match prepared.words.get_mut(&token.norm) {
                    Some(known) => known.push(at),
                    None => drop(prepared.words.insert(token.norm.clone(), vec![at])),
                }
            }
        }
        let key = (pattern.as_ptr() as usize, pattern.len());
        let drawer = &mut prepared.drawers[(key.0 ^ key.0 >> 10 ^ key.1) % DRAWERS];
        if let Some((_, known)) = drawer.iter().find(|(known, _)| *known == key) {
            return Rc::clone(known);
        }
        let made = Rc::new(Pattern::of(pattern, &prepared.words));
        drawer.push((key, Rc::clone(&made)));
        made
    }
}
