//! What was read at a token -> the same, remembered: readers ask for the same numbers, shares and ranges again and again, and what
//! begins at a token is a pure function of the text.

use std::cell::OnceCell;

use super::Found;
use super::dates::{Duration, Partial, Window};
use super::number::Number;
use super::range::Range;
use super::share::Share;

/// What a token begins with, once somebody has asked.
type Asked<T> = OnceCell<Option<Box<Found<T>>>>;

/// What the tokens of a text begin with.
#[derive(Debug, Clone)]
pub struct Read<T>(OnceCell<Vec<Asked<T>>>);

/// All that is remembered of a text.
#[derive(Debug, Clone, Default)]
pub struct Memo {
    /// Numbers.
    pub numbers: Read<Number>,
    /// Numbers, with articles that count.
    pub numbers_or_one: Read<Number>,
    /// Shares.
    pub shares: Read<Share>,
    /// Ranges.
    pub ranges: Read<Range>,
    /// Dates as far as they were said.
    pub partials: Read<Partial>,
    /// Lengths of time.
    pub durations: Read<Duration>,
    /// Windows, with the day that "today" means in them.
    pub windows: OnceCell<(String, Read<Window>)>,
}

impl<T> Default for Read<T> {
    fn default() -> Self {
        Self(OnceCell::new())
    }
}

impl<T: Clone> Read<T> {
    /// What begins at a token of so many, read once.
    pub fn at(&self, at: usize, count: usize, read: impl FnOnce() -> Option<Found<T>>) -> Option<Found<T>> {
        let all = self.0.get_or_init(|| std::iter::repeat_with(OnceCell::new).take(count).collect());
        let known = all.get(at)?;
        if let Some(known) = known.get() {
            return known.as_deref().cloned();
        }
        let found = read();
        // A reader may have asked for the same on its way; then this is known already.
        let _ = known.set(found.clone().map(Box::new));
        found
    }
}
