//! The rows of both sides -> pairs. Rows that come in the order of their keys are merged and none has to wait; other rows
//! wait for their partners, in memory as long as they fit, then on disk.

use super::cursor::{Cursor, Row};
use super::key::Key;
use super::packed::{Packed, pack};
use super::seen::Seen;
use super::spill::Spill;
use super::tally::Tally;
use crate::readers::ReadError;
use std::collections::BTreeMap;
use std::io;

/// Why rows could not be paired.
#[derive(Debug)]
pub enum Stop {
    /// A file cannot be read, or is damaged.
    Read(ReadError),
    /// The rows of a side do not come in the order of their keys.
    Unordered,
    /// Two rows of a side have the same key.
    Duplicate(Duplicate),
    /// Temporary files cannot be written or read.
    Disk(io::Error),
}

/// Two rows of a side that have the same key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duplicate {
    /// The side: 0 or 1.
    pub side: usize,
    /// The rows' numbers, the smaller one first.
    pub rows: [u64; 2],
}

impl From<ReadError> for Stop {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Disk(error)
    }
}

fn duplicate(side: usize, first: u64, second: u64) -> Stop {
    Stop::Duplicate(Duplicate { side, rows: [first.min(second), first.max(second)] })
}

/// Pairs the first row with the first, the second with the second.
pub fn by_position(mut left: Cursor<'_>, mut right: Cursor<'_>, tally: &mut Tally<'_>) -> Result<(), Stop> {
    while left.is_row() && right.is_row() {
        compare(&left, &right, tally);
        left.advance()?;
        right.advance()?;
    }
    while left.is_row() {
        tally.removed(&left);
        left.advance()?;
    }
    while right.is_row() {
        tally.added(&right);
        right.advance()?;
    }
    Ok(())
}

fn compare(left: &Cursor<'_>, right: &Cursor<'_>, tally: &mut Tally<'_>) {
    if left.is_same(right) { tally.same() } else { tally.pair(left, right) }
}

/// A cursor with the key of its row.
struct Keyed<'t, 'k> {
    cursor: Cursor<'t>,
    key: &'k Key,
    side: usize,
    now: Vec<u8>,
    before: Vec<u8>,
}

impl<'t, 'k> Keyed<'t, 'k> {
    fn new(cursor: Cursor<'t>, key: &'k Key, side: usize) -> Self {
        let mut keyed = Self { cursor, key, side, now: Vec::new(), before: Vec::new() };
        keyed.look();
        keyed
    }

    fn look(&mut self) {
        if self.cursor.is_row() {
            self.key.write(&self.cursor, &mut self.now);
        }
    }

    fn advance(&mut self) -> Result<(), Stop> {
        std::mem::swap(&mut self.now, &mut self.before);
        self.cursor.advance()?;
        self.look();
        Ok(())
    }

    /// As [`Keyed::advance`], where the next key must be greater.
    fn climb(&mut self) -> Result<(), Stop> {
        self.advance()?;
        let number = self.cursor.number();
        match self.cursor.is_row() {
            true if self.now == self.before => Err(duplicate(self.side, number - 1, number)),
            true if self.now < self.before => Err(Stop::Unordered),
            _ => Ok(()),
        }
    }
}

/// Pairs rows that come in the order of their keys on both sides.
pub fn merge(left: Cursor<'_>, right: Cursor<'_>, key: &Key, tally: &mut Tally<'_>) -> Result<(), Stop> {
    let (mut left, mut right) = (Keyed::new(left, key, 0), Keyed::new(right, key, 1));
    loop {
        match (left.cursor.is_row(), right.cursor.is_row()) {
            (false, false) => return Ok(()),
            (true, true) if left.now == right.now => {
                compare(&left.cursor, &right.cursor, tally);
                left.climb()?;
                right.climb()?;
            }
            (true, is_other) if !is_other || left.now < right.now => {
                tally.removed(&left.cursor);
                left.climb()?;
            }
            _ => {
                tally.added(&right.cursor);
                right.climb()?;
            }
        }
    }
}

/// Rows of one side that wait for their partners.
#[derive(Default)]
struct Waiting {
    rows: BTreeMap<Box<[u8]>, Box<[u8]>>,
    bytes: usize,
}

/// What a waiting row takes beside its bytes.
const OVERHEAD: usize = 64;

impl Waiting {
    fn add(&mut self, side: usize, key: &[u8], row: Vec<u8>) -> Result<(), Stop> {
        self.bytes += key.len() + row.len() + OVERHEAD;
        let number = Packed::unpack(&row).number();
        match self.rows.insert(key.into(), row.into()) {
            Some(other) => Err(duplicate(side, Packed::unpack(&other).number(), number)),
            None => Ok(()),
        }
    }

    fn take(&mut self, key: &[u8]) -> Option<Box<[u8]>> {
        let row = self.rows.remove(key)?;
        self.bytes -= key.len() + row.len() + OVERHEAD;
        Some(row)
    }
}

/// Pairs rows in any order, with about `memory` bytes.
pub fn any_order(
    left: Cursor<'_>,
    right: Cursor<'_>,
    key: &Key,
    memory: usize,
    tally: &mut Tally<'_>,
) -> Result<(), Stop> {
    let mut join = Join {
        left: Keyed::new(left, key, 0),
        right: Keyed::new(right, key, 1),
        waiting: [Waiting::default(), Waiting::default()],
        seen: [Seen::new(memory / 4), Seen::new(memory / 4)],
        width: tally.diffs.len(),
        tally,
    };
    while join.is_open() && join.waiting[0].bytes + join.waiting[1].bytes <= memory {
        join.step()?;
    }
    let is_open = join.is_open();
    if is_open {
        join.on_disk(memory)?
    } else {
        join.rest()
    }
    let [left, right] = join.seen;
    for (side, seen) in [left, right].into_iter().enumerate() {
        if let Some([first, second]) = seen.duplicate()? {
            return Err(duplicate(side, first, second));
        }
    }
    Ok(())
}

struct Join<'t, 'k, 'a, 'c> {
    left: Keyed<'t, 'k>,
    right: Keyed<'t, 'k>,
    waiting: [Waiting; 2],
    seen: [Seen; 2],
    width: usize,
    tally: &'a mut Tally<'c>,
}

impl Join<'_, '_, '_, '_> {
    fn is_open(&self) -> bool {
        self.left.cursor.is_row() || self.right.cursor.is_row()
    }

    /// Pairs the rows where the cursors stand, with each other or with rows that wait; or lets them wait. A side whose row
    /// finds its partner goes on alone, so that the cursors come together again behind rows that only one side has.
    fn step(&mut self) -> Result<(), Stop> {
        let (has_left, has_right) = (self.left.cursor.is_row(), self.right.cursor.is_row());
        if has_left && has_right && self.left.now == self.right.now {
            compare(&self.left.cursor, &self.right.cursor, self.tally);
            self.advance(0)?;
            return self.advance(1);
        }
        if has_left && let Some(partner) = self.waiting[1].take(&self.left.now) {
            self.tally.pair(&self.left.cursor, &Packed::unpack(&partner));
            return self.advance(0);
        }
        if has_right && let Some(partner) = self.waiting[0].take(&self.right.now) {
            self.tally.pair(&Packed::unpack(&partner), &self.right.cursor);
            return self.advance(1);
        }
        for (side, _) in [has_left, has_right].into_iter().enumerate().filter(|(_, has)| *has) {
            let keyed = if side == 0 { &self.left } else { &self.right };
            self.waiting[side].add(side, &keyed.now, pack(&keyed.cursor, self.width))?;
            self.advance(side)?;
        }
        Ok(())
    }

    fn advance(&mut self, side: usize) -> Result<(), Stop> {
        let keyed = if side == 0 { &mut self.left } else { &mut self.right };
        self.seen[side].add(&keyed.now, keyed.cursor.number())?;
        keyed.advance()
    }

    /// Rows that still wait have no partner.
    fn rest(&mut self) {
        self.waiting[0].rows.values().for_each(|row| self.tally.removed(&Packed::unpack(row)));
        self.waiting[1].rows.values().for_each(|row| self.tally.added(&Packed::unpack(row)));
    }

    /// Deals all rows that are left to files by their keys, and pairs file by file.
    fn on_disk(&mut self, memory: usize) -> Result<(), Stop> {
        let mut spills = [Spill::new(0)?, Spill::new(0)?];
        for (side, spill) in spills.iter_mut().enumerate() {
            let waiting = std::mem::take(&mut self.waiting[side]);
            for (key, row) in &waiting.rows {
                spill.add(key, row)?;
            }
            drop(waiting);
            loop {
                let keyed = if side == 0 { &self.left } else { &self.right };
                if !keyed.cursor.is_row() {
                    break;
                }
                spill.add(&keyed.now, &pack(&keyed.cursor, self.width))?;
                self.advance(side)?;
            }
        }
        let [left, right] = spills;
        join_spills(left, right, memory, 0, self.tally)
    }
}

/// Levels of dealing rows to files: enough for any number of rows, and an end for keys that are all the same.
const DEEPEST: u64 = 8;

fn join_spills(left: Spill, right: Spill, memory: usize, level: u64, tally: &mut Tally<'_>) -> Result<(), Stop> {
    for (mut left, mut right) in left.finish()?.into_iter().zip(right.finish()?) {
        if left.bytes() > memory as u64 && level < DEEPEST {
            let mut deals = [Spill::new(level + 1)?, Spill::new(level + 1)?];
            for (file, deal) in [&mut left, &mut right].into_iter().zip(&mut deals) {
                while let Some((key, row)) = file.next()? {
                    deal.add(&key, &row)?;
                }
            }
            let [left, right] = deals;
            join_spills(left, right, memory, level + 1, tally)?;
            continue;
        }
        let mut waiting = Waiting::default();
        while let Some((key, row)) = left.next()? {
            waiting.add(0, &key, row)?;
        }
        while let Some((key, row)) = right.next()? {
            match waiting.take(&key) {
                Some(partner) => tally.pair(&Packed::unpack(&partner), &Packed::unpack(&row)),
                None => tally.added(&Packed::unpack(&row)),
            }
        }
        waiting.rows.values().for_each(|row| tally.removed(&Packed::unpack(row)));
    }
    Ok(())
}
