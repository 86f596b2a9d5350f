//! Cells column by column in, text row by row out: [`Lines`].

use super::cells::{Cells, PADDING};
use std::ops::Range;

/// Bytes that a value other than text takes at most, its minus sign included.
pub const ROOM: usize = 48;

/// Bytes of fixed text that are written together with the cell before them: a register.
const TAIL: usize = 16;

/// Bytes of text that are copied at once: two registers.
const WIDE: usize = PADDING;

/// Bytes behind the end of a row that may be written: what is written there is the next row's, which follows at its own place, or
/// nobody's.
const SPILL: usize = ROOM + TAIL;

/// Bytes of all rows of a stretch: they stay in the second cache. A single row may be longer.
const BUDGET: usize = 128 << 10;

/// Bytes of a line of the nearest cache.
const CACHE_LINE: usize = 64;

/// Text that stands in every row.
#[derive(Debug)]
pub struct Fixed {
    padded: Vec<u8>,
    len: usize,
}

impl Fixed {
    /// The text of all parts.
    pub fn new(parts: &[&[u8]]) -> Self {
        let mut padded = parts.concat();
        let len = padded.len();
        padded.resize(len + WIDE, 0);
        Self { padded, len }
    }

    /// Bytes of the text.
    #[expect(clippy::len_without_is_empty, reason = "nobody asks whether there is any text")]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// The text as a register and its length; nothing where it is longer than that.
    fn tail(&self) -> ([u8; TAIL], usize) {
        match self.padded.first_chunk() {
            Some(tail) if self.len <= TAIL => (*tail, self.len),
            _ => ([0; TAIL], 0),
        }
    }
}

/// The cells that are nulls, and what they look like.
#[derive(Debug, Clone, Copy)]
pub struct Nulls<'a> {
    /// Which rows of the batch are null.
    pub buffer: &'a arrow_buffer::NullBuffer,
    /// The batch's row that the first cell belongs to.
    pub start: usize,
    /// The text of a null, at most [`ROOM`] bytes.
    pub text: &'a [u8],
}

/// Rows side by side, each with room for the longest, filled from the left one column after the other: all that is known
/// of a column is then known for a whole loop, and numbers are written where they stay. [`Lines::join`] takes the gaps out.
#[derive(Debug, Default)]
pub struct Lines {
    text: Vec<u8>,
    /// Bytes from the beginning of a row to that of the next.
    pitch: usize,
    /// Where each row ends so far.
    ends: Vec<usize>,
}

impl Lines {
    /// Parts of `rows` that are written at a time when no row is longer than `room`.
    pub fn parts(rows: Range<usize>, room: usize) -> impl Iterator<Item = Range<usize>> {
        let most = (BUDGET / pitch(room)).max(1);
        rows.clone().step_by(most).map(move |start| start..(start + most).min(rows.end))
    }

    /// Begins `rows` empty rows, none of which will be longer than `room` bytes.
    pub fn begin(&mut self, rows: usize, room: usize) {
        self.pitch = pitch(room);
        let needed = rows * self.pitch + SPILL;
        if self.text.len() < needed {
            self.text.resize(needed, 0);
        }
        self.ends.clear();
        self.ends.extend((0..rows).map(|row| row * self.pitch));
    }

    /// Adds a cell to each row, written by `put` to the beginning of its room, of which it says how much it took; and `behind`.
    #[inline(always)]
    pub fn put_values<T>(
        &mut self,
        values: impl Iterator<Item = T>,
        nulls: Option<Nulls<'_>>,
        behind: &Fixed,
        put: impl Fn(&mut [u8; ROOM], T) -> usize,
    ) {
        let Some(nulls) = nulls else {
            return self.put_each(values, behind, put);
        };
        let (mut text, len) = ([0; ROOM], nulls.text.len());
        text[..len].copy_from_slice(nulls.text);
        self.put_each(values.enumerate(), behind, |slot, (i, value)| {
            if nulls.buffer.is_null(nulls.start + i) {
                *slot = text;
                return len;
            }
            put(slot, value)
        });
    }

    #[inline(always)]
    fn put_each<T>(
        &mut self,
        values: impl Iterator<Item = T>,
        behind: &Fixed,
        put: impl Fn(&mut [u8; ROOM], T) -> usize,
    ) {
        let (tail, tail_len) = behind.tail();
        for (end, value) in self.ends.iter_mut().zip(values) {
            let slot: &mut [u8; SPILL] = self.text[*end..].first_chunk_mut().expect("rows end before the spill");
            let len = put(slot.first_chunk_mut().expect("the room is a part of it"), value).min(ROOM);
            slot[len..len + TAIL].copy_from_slice(&tail);
            *end += len + tail_len;
        }
        self.put_long(behind);
    }

    /// Adds a cell to each row, a piece of `text` that begins and is as long as `spans` say; and `behind`.
    #[inline(always)]
    pub fn put_texts(&mut self, text: &[u8], spans: impl Iterator<Item = (usize, usize)>, behind: &Fixed) {
        let (tail, tail_len) = behind.tail();
        for (end, (start, len)) in self.ends.iter_mut().zip(spans) {
            copy(&mut self.text[*end..], text, start, len);
            let at = *end + len;
            self.text[at..at + TAIL].copy_from_slice(&tail);
            *end = at + tail_len;
        }
        self.put_long(behind);
    }

    /// Adds a cell to each row from those of `rows`; and `behind`.
    pub fn put_cells(&mut self, cells: &Cells<'_>, rows: Range<usize>, behind: &Fixed) {
        let spans = &cells.spans()[rows];
        if let Some(text) = cells.text() {
            return self.put_texts(text, spans.iter().map(|span| (span.start(), span.len())), behind);
        }
        let (tail, tail_len) = behind.tail();
        for (end, span) in self.ends.iter_mut().zip(spans) {
            let (text, start) = cells.source(*span);
            copy(&mut self.text[*end..], text, start, span.len());
            let at = *end + span.len();
            self.text[at..at + TAIL].copy_from_slice(&tail);
            *end = at + tail_len;
        }
        self.put_long(behind);
    }

    /// Adds a fixed text that is too long to be written together with a cell.
    fn put_long(&mut self, fixed: &Fixed) {
        if fixed.len > TAIL {
            self.put_fixed(fixed);
        }
    }

    /// Adds a fixed text to each row.
    pub fn put_fixed(&mut self, fixed: &Fixed) {
        for end in &mut self.ends {
            copy(&mut self.text[*end..], &fixed.padded, 0, fixed.len);
            *end += fixed.len;
        }
    }

    /// Appends the rows to `out`, one behind the other; `row_end` is told the end of each.
    ///
    /// # Panics
    ///
    /// If a row has become longer than was said.
    pub fn join(&self, out: &mut Vec<u8>, row_end: &mut impl FnMut(u32)) {
        for (row, end) in self.ends.iter().enumerate() {
            let start = row * self.pitch;
            assert!(*end <= start + self.pitch - SPILL, "a row is longer than its columns said");
            out.extend_from_slice(&self.text[start..*end]);
            row_end(out.len() as u32);
        }
    }
}

/// Bytes from row to row when none is longer than `room`: an odd number of cache lines, so that the beginnings of rows do not
/// fight for the same places in the cache.
const fn pitch(room: usize) -> usize {
    ((room + SPILL).div_ceil(CACHE_LINE) * CACHE_LINE) | CACHE_LINE
}

/// Copies `text[start..start + len]` to the beginning of `out`. Short text is copied as a whole register pair, with whatever
/// stands behind it: what comes next in the row overwrites that.
#[inline(always)]
fn copy(out: &mut [u8], text: &[u8], start: usize, len: usize) {
    match (text.get(start..).and_then(<[u8]>::first_chunk::<WIDE>), out.first_chunk_mut::<WIDE>()) {
        (Some(from), Some(to)) => {
            *to = *from;
            if len > WIDE {
                out[WIDE..len].copy_from_slice(&text[start + WIDE..start + len]);
            }
        }
        _ => out[..len].copy_from_slice(&text[start..start + len]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(lines: &Lines) -> (String, Vec<u32>) {
        let (mut out, mut ends) = (Vec::new(), Vec::new());
        lines.join(&mut out, &mut |end| ends.push(end));
        (String::from_utf8(out).unwrap(), ends)
    }

    #[test]
    fn cells_of_any_length_stand_behind_one_another() {
        let words: Vec<String> = (0..100).map(|len| "abcdefghij".repeat(len / 10 + 1)[..len].to_owned()).collect();
        let text = words.concat();
        let starts = words.iter().scan(0, |at, word| {
            *at += word.len();
            Some((*at - word.len(), word.len()))
        });
        for behind in ["", ";", "0123456789abcdef", "0123456789abcdefg", "a text of more bytes than two registers hold"]
        {
            let fixed = Fixed::new(&[behind.as_bytes()]);
            let mut lines = Lines::default();
            lines.begin(100, 100 + ROOM + 2 * behind.len());
            lines.put_texts(text.as_bytes(), starts.clone(), &fixed);
            let put = |slot: &mut [u8; ROOM], value: usize| {
                slot[..value].fill(b'x');
                value
            };
            lines.put_values((0..100).map(|i| i % (ROOM + 1)), None, &fixed, put);
            let expected = words
                .iter()
                .enumerate()
                .map(|(i, word)| format!("{word}{behind}{}{behind}", "x".repeat(i % (ROOM + 1))));
            let expected: Vec<String> = expected.collect();
            let (text, ends) = joined(&lines);
            assert_eq!(text, expected.concat());
            let ends_expected = expected.iter().scan(0, |at, row| {
                *at += row.len() as u32;
                Some(*at)
            });
            assert_eq!(ends, ends_expected.collect::<Vec<_>>());
        }
    }

    #[test]
    fn rows_that_are_long_are_written_a_few_at_a_time() {
        let lengths = |room| Lines::parts(3..131, room).map(|part| part.len()).collect::<Vec<_>>();
        assert_eq!(lengths(100), [128]);
        assert_eq!(lengths(10 << 20), [1; 128]);
        assert_eq!(lengths(4000).iter().sum::<usize>(), 128);
    }

    #[test]
    #[should_panic = "a row is longer than its columns said"]
    fn a_row_longer_than_was_said_is_a_fault() {
        let mut lines = Lines::default();
        lines.begin(1, 3);
        lines.put_fixed(&Fixed::new(&[&[b'x'; 180]]));
        lines.join(&mut Vec::new(), &mut |_| {});
    }
}
