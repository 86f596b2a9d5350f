//! Numbers and days of a narrow range in, their text out, which was made once for each: [`Ready`].

use super::lines::ROOM;
use std::ops::RangeInclusive;
use std::sync::{Arc, Mutex, PoisonError};

/// Most values of a range: their texts stay in the second cache.
const MOST: u64 = 4096;

/// Bytes of a ready text; the last says how many of them it takes.
const WIDTH: usize = 16;

/// Fewest cells that are worth looking for a range.
const WORTH: usize = 512;

/// How often a column's range may turn out to be too wide, or to have moved, before nobody looks any more.
const CHANCES: u8 = 4;

/// The texts of all values of a range.
#[derive(Debug)]
pub struct Ready {
    first: i64,
    texts: Vec<[u8; WIDTH]>,
}

impl Ready {
    /// The texts of a range, as `put` writes them; none if one is too long.
    fn new(range: RangeInclusive<i64>, put: impl Fn(&mut [u8; ROOM], i64) -> usize) -> Option<Self> {
        let first = *range.start();
        let text = |value| {
            let (mut slot, mut text) = ([0; ROOM], [0; WIDTH]);
            let len = put(&mut slot, value);
            text[..WIDTH - 1].copy_from_slice(&slot[..WIDTH - 1]);
            text[WIDTH - 1] = len as u8;
            (len < WIDTH).then_some(text)
        };
        Some(Self { first, texts: range.map(text).collect::<Option<_>>()? })
    }

    /// The text of a value, if it is within the range.
    #[inline(always)]
    fn get(&self, value: i64) -> Option<&[u8; WIDTH]> {
        self.texts.get(usize::try_from(value.wrapping_sub(self.first)).ok()?)
    }

    /// Writes a value to the beginning of `slot`, by `put` where it is not ready; returns how many bytes it takes.
    #[inline(always)]
    pub fn put(&self, slot: &mut [u8; ROOM], value: i64, put: impl FnOnce(&mut [u8; ROOM]) -> usize) -> usize {
        let Some(text) = self.get(value) else { return put(slot) };
        slot[..WIDTH].copy_from_slice(text);
        usize::from(text[WIDTH - 1])
    }
}

/// A column's ready texts, which come with its first batches.
#[derive(Debug, Default)]
pub struct Readying(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    ready: Option<Arc<Ready>>,
    used: u8,
}

impl Readying {
    /// The texts for a batch of values, most of which are ready: those that there are, if the first or the last value of the batch is
    /// among them, or else new ones, if the batch has few values. `number` makes a number of a value, `put` writes one.
    pub fn texts<T: Copy>(
        &self,
        values: &[T],
        number: impl Fn(T) -> Option<i64>,
        put: impl Fn(&mut [u8; ROOM], i64) -> usize,
    ) -> Option<Arc<Ready>> {
        let ends = [number(*values.first()?), number(*values.last()?)];
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_ready = |ready: &&Arc<Ready>| ends.iter().flatten().any(|end| ready.get(*end).is_some());
        if let Some(ready) = state.ready.as_ref().filter(is_ready) {
            return Some(Arc::clone(ready));
        }
        if values.len() < WORTH || state.used > CHANCES {
            return None;
        }
        state.used += 1;
        let (mut least, mut greatest) = (i64::MAX, i64::MIN);
        for value in values {
            let number = number(*value)?;
            (least, greatest) = (least.min(number), greatest.max(number));
        }
        let width = greatest.abs_diff(least);
        // A little more on both sides: another batch may have values that this one has not.
        let margin = width / 8;
        if width.saturating_add(2 * margin) >= MOST {
            return None;
        }
        let (first, last) = (least.checked_sub_unsigned(margin)?, greatest.checked_add_unsigned(margin)?);
        state.ready = Ready::new(first..=last, put).map(Arc::new);
        state.ready.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::text::digits::put_signed;

    fn readied(readying: &Readying, values: &[i64]) -> Option<Arc<Ready>> {
        readying.texts(values, Some, put_signed)
    }

    fn text(ready: &Ready, value: i64) -> String {
        let mut slot = [b'?'; ROOM];
        let len = ready.put(&mut slot, value, |slot| {
            slot[..3].copy_from_slice(b"not");
            3
        });
        String::from_utf8(slot[..len].to_vec()).unwrap()
    }

    #[test]
    fn texts_are_those_that_would_be_written() {
        let readying = Readying::default();
        let ready = readied(&readying, &(-80..=800).collect::<Vec<_>>()).unwrap();
        for value in -80..=800 {
            assert_eq!(text(&ready, value), value.to_string());
        }
        assert_eq!(text(&ready, 10_000), "not");
        assert!(Arc::ptr_eq(&ready, &readied(&readying, &[10_000, 5]).unwrap()));
        let moved = readied(&readying, &[1_000_000; WORTH]).unwrap();
        assert_eq!(text(&moved, 1_000_000), "1000000");
    }

    #[test]
    fn wide_ranges_long_texts_and_small_batches_have_none() {
        let none = |values: &[i64]| assert!(readied(&Readying::default(), values).is_none());
        let mut values = [0; WORTH];
        none(&values[1..]);
        none(&[]);
        values[3] = 5_000;
        none(&values);
        values[4] = i64::MIN;
        values[5] = i64::MAX;
        none(&values);
        none(&[i64::MAX; WORTH]);
        assert!(Readying::default().texts(&values, |_| None, put_signed).is_none());
    }

    #[test]
    fn a_range_that_keeps_moving_is_given_up() {
        let readying = Readying::default();
        let found = (0..10).filter(|at| readied(&readying, &[at * 10_000; WORTH]).is_some());
        assert_eq!(found.count(), usize::from(CHANCES) + 1);
    }
}
