//! One row's keyed draws in, a short sequence of numbers out: for values made of several draws.

use crate::random::{self, RowDraws};

/// Takes draws number 0, 1, 2, … of one row under one key. The sequence ends with the cell; no position is carried from row
/// to row.
#[derive(Debug, Clone)]
pub struct Draws {
    row: RowDraws,
    next: u32,
}

impl Draws {
    /// Begins with draw 0.
    #[inline]
    pub const fn new(row: RowDraws) -> Self {
        Self { row, next: 0 }
    }

    /// 64 uniform bits.
    #[inline]
    pub const fn bits(&mut self) -> u64 {
        let draw = self.next;
        self.next += 1;
        self.row.bits(draw)
    }

    /// A number in `[0, n)`.
    #[inline]
    pub const fn below(&mut self, n: u64) -> u64 {
        random::below(self.bits(), n)
    }

    /// A number in `[0, 1)`.
    #[inline]
    pub const fn unit(&mut self) -> f64 {
        random::unit(self.bits())
    }
}
