//! Cells column by column in, text row by row out.

use super::cells::{Cells, PADDING};

/// Bytes that are copied at once: two registers.
const WIDE: usize = PADDING;

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

    /// Copies the text to `out[at..]`; returns the end.
    #[inline(always)]
    fn put(&self, out: &mut [u8], at: usize) -> usize {
        match self.len {
            0 => {}
            1 => out[at] = self.padded[0],
            len => return put(out, at, &self.padded, 0, len),
        }
        at + self.len
    }
}

/// A column on its way into rows: its cells and what stands behind each.
#[derive(Debug)]
pub struct Lane<'a> {
    /// The cells of the current stretch.
    pub cells: Cells<'a>,
    /// Text behind each of them.
    pub behind: Fixed,
}

/// Copies `text[start..start + len]` to `out[at..]`; returns the end. Short text is copied as a whole register pair, with
/// whatever stands behind it: the next copy overwrites that.
#[inline(always)]
fn put(out: &mut [u8], at: usize, text: &[u8], start: usize, len: usize) -> usize {
    match (text.get(start..start + WIDE), out.get_mut(at..at + WIDE)) {
        (Some(from), Some(to)) => {
            to.copy_from_slice(from);
            if len > WIDE {
                out[at + WIDE..at + len].copy_from_slice(&text[start + WIDE..start + len]);
            }
        }
        _ => out[at..at + len].copy_from_slice(&text[start..start + len]),
    }
    at + len
}

/// Writes `rows` rows to `out` from offset `at` on and returns the new end. `out` grows as needed and is longer than
/// the text afterwards; `row_end` is told the end of each row.
pub fn weave(
    out: &mut Vec<u8>,
    mut at: usize,
    head: &Fixed,
    lanes: &[Lane<'_>],
    rows: usize,
    row_end: &mut impl FnMut(u32),
) -> usize {
    let fixed = head.len + lanes.iter().map(|lane| lane.behind.len).sum::<usize>();
    let cells: usize = lanes.iter().flat_map(|lane| lane.cells.spans()).map(|span| span.len()).sum();
    let needed = at + rows * fixed + cells + WIDE;
    if out.len() < needed {
        out.resize(needed.max(out.capacity()), 0);
    }
    for row in 0..rows {
        at = head.put(out, at);
        for lane in lanes {
            let span = lane.cells.spans()[row];
            let (text, start) = lane.cells.source(span);
            at = put(out, at, text, start, span.len());
            at = lane.behind.put(out, at);
        }
        row_end(at as u32);
    }
    at
}
