//! Cells column by column in, text row by row out.

use super::cells::{Cells, PADDING, Span};

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

    /// Copies the text into every row.
    fn put_all(&self, out: &mut [u8], cursors: &mut [usize], ends: &[usize]) {
        for (cursor, end) in cursors.iter_mut().zip(ends) {
            *cursor = put(out, *cursor, &self.padded, 0, self.len, *end);
        }
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

/// Where the rows of a stretch begin and end in the output; kept from stretch to stretch for its memory.
#[derive(Debug, Default)]
pub struct Places {
    /// How far each row is written.
    cursors: Vec<usize>,
    /// Where each row ends.
    ends: Vec<usize>,
}

impl Places {
    /// Lays out `rows` rows from offset `at` on; returns the end of the last.
    fn lay_out(&mut self, mut at: usize, head: &Fixed, lanes: &[Lane<'_>], rows: usize) -> usize {
        let fixed = head.len + lanes.iter().map(|lane| lane.behind.len).sum::<usize>();
        self.ends.clear();
        self.ends.resize(rows, fixed);
        for lane in lanes {
            self.ends.iter_mut().zip(lane.cells.spans()).for_each(|(len, span)| *len += span.len());
        }
        self.cursors.clear();
        self.cursors.extend(self.ends.iter_mut().map(|end| {
            let start = at;
            at += *end;
            *end = at;
            start
        }));
        at
    }
}

/// For each length, the bytes of a wide copy that belong to it.
static KEPT: [[u8; WIDE]; WIDE + 1] = {
    let mut masks = [[0; WIDE]; WIDE + 1];
    let mut len = 0;
    while len <= WIDE {
        let mut at = 0;
        while at < len {
            masks[len][at] = 0xff;
            at += 1;
        }
        len += 1;
    }
    masks
};

/// Copies `text[start..start + len]` to `out[at..]`; returns the end. Short text is copied as a whole register pair, with
/// whatever stands behind it: the row's next copy overwrites that. Where the pair would reach beyond `limit`, the end of the row,
/// what stands there is put back in the same step.
#[inline(always)]
fn put(out: &mut [u8], at: usize, text: &[u8], start: usize, len: usize, limit: usize) -> usize {
    let wide = (text.get(start..).and_then(<[u8]>::first_chunk), out.get_mut(at..).and_then(<[u8]>::first_chunk_mut));
    match wide {
        (Some(from), Some(to)) if at + WIDE <= limit => {
            *to = *from;
            if len > WIDE {
                out[at + WIDE..at + len].copy_from_slice(&text[start + WIDE..start + len]);
            }
        }
        (Some(from), Some(to)) if len <= WIDE => blend(from, to, &KEPT[len]),
        _ => out[at..at + len].copy_from_slice(&text[start..start + len]),
    }
    at + len
}

/// Copies the bytes that `kept` has.
#[inline(always)]
fn blend(from: &[u8; WIDE], to: &mut [u8; WIDE], kept: &[u8; WIDE]) {
    for at in 0..WIDE {
        to[at] = (from[at] & kept[at]) | (to[at] & !kept[at]);
    }
}

/// Puts the cells of a column, all of which lie in `text`, and a byte behind each if there is one, into their rows.
#[inline(never)]
fn put_cells(out: &mut [u8], text: &[u8], spans: &[Span], cursors: &mut [usize], ends: &[usize], single: Option<u8>) {
    for ((cursor, end), span) in cursors.iter_mut().zip(ends).zip(spans) {
        let at = put(out, *cursor, text, span.start(), span.len(), *end);
        *cursor = match single {
            Some(byte) => {
                out[at] = byte;
                at + 1
            }
            None => at,
        };
    }
}

/// Writes `rows` rows to `out` from offset `at` on and returns the new end. `out` grows as needed and is longer than
/// the text afterwards; `row_end` is told the end of each row.
///
/// First the rows' places are worked out, then one column after the other is put into them: all that is known of a column is
/// then known for a whole loop.
pub fn weave(
    out: &mut Vec<u8>,
    at: usize,
    head: &Fixed,
    lanes: &[Lane<'_>],
    rows: usize,
    places: &mut Places,
    row_end: &mut impl FnMut(u32),
) -> usize {
    let end = places.lay_out(at, head, lanes, rows);
    if out.len() < end + WIDE {
        out.resize((end + WIDE).max(out.capacity()), 0);
    }
    let Places { cursors, ends } = places;
    if head.len > 0 {
        head.put_all(out, cursors, ends);
    }
    for lane in lanes {
        let single = (lane.behind.len == 1).then_some(lane.behind.padded[0]);
        match lane.cells.text() {
            Some(text) => put_cells(out, text, lane.cells.spans(), cursors, ends, single),
            None => {
                for ((cursor, end), span) in cursors.iter_mut().zip(&*ends).zip(lane.cells.spans()) {
                    let (text, start) = lane.cells.source(*span);
                    *cursor = put(out, *cursor, text, start, span.len(), *end);
                    if let Some(byte) = single {
                        out[*cursor] = byte;
                        *cursor += 1;
                    }
                }
            }
        }
        if lane.behind.len > 1 {
            lane.behind.put_all(out, cursors, ends);
        }
    }
    ends.iter().for_each(|end| row_end(*end as u32));
    end
}
