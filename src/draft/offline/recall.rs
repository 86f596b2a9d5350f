//! A text -> what a pure function makes of it, remembered: readers ask for the same again and again.

use std::rc::Rc;

/// Texts are forgotten beyond so many; a page of prose has a few thousand.
const MOST: usize = 50_000;

/// Into so many drawers texts are put.
const DRAWERS: usize = 1 << 11;

/// What has been made of texts, by a hash of each.
#[derive(Debug)]
pub struct Memo<T> {
    drawers: Vec<Vec<(String, Rc<T>)>>,
    size: usize,
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self { drawers: Vec::new(), size: 0 }
    }
}

impl<T> Memo<T> {
    /// What is made of a text, made once.
    pub fn of(&mut self, text: &str, make: impl FnOnce(&str) -> T) -> Rc<T> {
        if self.size >= MOST || self.drawers.is_empty() {
            self.drawers.clear();
            self.drawers.resize_with(DRAWERS, Vec::new);
            self.size = 0;
        }
        let drawer = &mut self.drawers[drawer(text)];
        if let Some((_, known)) = drawer.iter().find(|(known, _)| known == text) {
            return Rc::clone(known);
        }
        let made = Rc::new(make(text));
        drawer.push((text.to_owned(), Rc::clone(&made)));
        self.size += 1;
        made
    }
}

/// The drawer of a text.
fn drawer(text: &str) -> usize {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (hash >> 20) as usize % DRAWERS
}
