//! (keyed draws, pool size n) -> a row below n, such that a growing pool attracts only its share: when n grows, a pick
//! either stays or moves to one of the new rows.
//!
//! Both pickers climb down levels `[0, B_0) < [0, B_1) < …`. For n between `B_k` and `B_(k+1)`, numbered attempts draw
//! from the law over `[0, B_(k+1))` until one is below n; if it is at least `B_k` it is the pick, else the pick is the one
//! of the full level `[0, B_k)`. Attempts never depend on n, so a larger n merely accepts an earlier one, and that one is a
//! new row. Each level carries at least as much weight as all below it together, so few levels and attempts are needed.

use super::zipf::ZipfWeights;
use crate::random::open_unit;

/// A picker with equal weights.
///
/// The class of JumpBackHash (Ertl, *JumpBackHash: Say Goodbye to the Modulo Operation to Distribute Keys Uniformly to
/// Buckets*, 2024): levels are powers of two. Whether the first attempt of a level lies in the level's upper half is one bit of
/// a mask that all levels share, so the first level below n that keeps the pick is found by counting leading zeros.
/// Between two and four draws a pick, whatever n.
#[derive(Debug, Clone, Copy, Default)]
pub struct ConsistentUniform;

impl ConsistentUniform {
    /// A row in `0..n`; `n` of 0 gives 0. `draws` gives 64 uniform bits by number; numbers from 0 upwards are used, rarely
    /// more than 200.
    #[inline]
    pub fn pick(&self, draws: impl Fn(u32) -> u64, n: u64) -> u64 {
        if n <= 1 {
            return 0;
        }
        let mask = draws(0);
        let level = (n - 1).ilog2();
        let half = 1u64 << level;
        if mask & half != 0
            && let Some(pick) = upper_half(&draws, level, n)
        {
            return pick;
        }
        match mask & (half - 1) {
            0 => 0,
            rest => {
                let level = rest.ilog2();
                1 << level | draws(low_bits(level, 0)) & ((1 << level) - 1)
            }
        }
    }
}

/// Number of the draw that holds the low bits of an attempt at a level (draw 0 is the mask).
#[inline(always)]
const fn low_bits(level: u32, attempt: u32) -> u32 {
    attempt * 64 + level + 1
}

/// The accepted attempt at the top level, if it lies in the upper half; the mask has put the first attempt there.
#[inline]
fn upper_half(draws: &impl Fn(u32) -> u64, level: u32, n: u64) -> Option<u64> {
    let half = 1u64 << level;
    let first = half | draws(low_bits(level, 0)) & (half - 1);
    if first < n {
        return Some(first);
    }
    for attempt in 1..ATTEMPTS {
        let bits = draws(low_bits(level, attempt));
        if bits >> 63 == 0 {
            return None;
        }
        let row = half | bits & (half - 1);
        if row < n {
            return Some(row);
        }
    }
    None
}

/// Enough that the bound is never met (at most one attempt in two fails).
const ATTEMPTS: u32 = 1000;

/// A picker under Zipf's law: row j has weight `(j + 1)^-s`, so the popularity rank is the row number plus one.
///
/// The boundaries follow from `s` alone: `B_0 = 1`, and each next one has at least twice the cumulative weight, or is
/// infinite when all the rest weighs less. About three draws a pick, whatever n.
#[derive(Debug, Clone)]
pub struct ConsistentZipf {
    weights: ZipfWeights,
    levels: Box<[Level]>,
}

#[derive(Debug, Clone, Copy)]
struct Level {
    /// Rows of this level and all below it; infinite for the last.
    bound: f64,
    /// Their weight.
    weight: f64,
}

impl ConsistentZipf {
    /// The picker for exponent `s`, a finite number of at least 0.
    ///
    /// # Errors
    /// A negative, infinite or NaN exponent; the parameter is `s`.
    pub fn new(s: f64) -> Result<Self, super::DistError> {
        let weights = ZipfWeights::new(s, f64::INFINITY)?;
        let mut levels = vec![Level { bound: 1.0, weight: weights.total(1.0) }];
        let everything = weights.total(f64::INFINITY);
        let mut last = levels[0];
        while last.bound < TOP {
            last = next_level(&weights, last, everything);
            levels.push(last);
        }
        Ok(Self { weights, levels: levels.into_boxed_slice() })
    }

    /// A row in `0..n`; `n` of 0 gives 0. `draws` gives 64 uniform bits by number; numbers from 0 upwards are used.
    #[inline]
    pub fn pick(&self, draws: impl Fn(u32) -> u64, n: u64) -> u64 {
        let rows = n as f64;
        let mut level = self.levels.partition_point(|level| level.bound < rows).min(self.levels.len() - 1);
        let mut limit = rows;
        while level > 0 {
            if let Some(row) = self.upper_part(&draws, level, limit) {
                return (row as u64).min(n - 1);
            }
            level -= 1;
            limit = self.levels[level].bound;
        }
        0
    }

    /// The first attempt at a level that is below `limit`, if it is above all lower levels.
    #[inline]
    fn upper_part(&self, draws: &impl Fn(u32) -> u64, level: usize, limit: f64) -> Option<f64> {
        let (weight, below) = (self.levels[level].weight, self.levels[level - 1].weight);
        for attempt in 0..ATTEMPTS {
            let at = open_unit(draws(attempt << 7 | level as u32)) * weight;
            if at < below {
                return None;
            }
            let row = self.weights.row(at);
            if row < limit {
                return Some(row);
            }
        }
        None
    }
}

/// Beyond every pool.
const TOP: f64 = 18_446_744_073_709_551_616.0;

fn next_level(weights: &ZipfWeights, last: Level, everything: f64) -> Level {
    let goal = 2.0 * last.weight;
    if goal >= everything {
        return Level { bound: f64::INFINITY, weight: everything };
    }
    // The row at which the goal is met belongs to the level.
    let mut bound = (weights.row(goal) + 1.0).max(last.bound + 1.0);
    while weights.total(bound) < goal {
        bound += 1.0 + bound * f64::EPSILON;
    }
    Level { bound, weight: weights.total(bound) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Key, RowId};
    use std::cell::Cell;

    fn uniform(id: u64, n: u64) -> u64 {
        let row = Key::root(1, 3).row(RowId::root(id));
        ConsistentUniform.pick(|draw| row.bits(draw), n)
    }

    fn zipf(picker: &ConsistentZipf, id: u64, n: u64) -> u64 {
        let row = Key::root(1, 3).row(RowId::root(id));
        picker.pick(|draw| row.bits(draw), n)
    }

    /// Chi-square over the rows, the sparse ones put together; gives the statistic less its mean, in standard deviations.
    fn misfit(n: u64, share: impl Fn(u64) -> f64, pick: impl Fn(u64) -> u64) -> f64 {
        let draws = 100_000u64;
        let mut seen = vec![0u32; n as usize];
        (0..draws).for_each(|id| seen[pick(id) as usize] += 1);
        let (mut chi, mut cells, mut expected, mut got) = (0.0, 0.0, 0.0, 0.0);
        for row in 0..n {
            expected += share(row) * draws as f64;
            got += f64::from(seen[row as usize]);
            if expected > 20.0 || row + 1 == n {
                chi += (got - expected) * (got - expected) / expected;
                (cells, expected, got) = (cells + 1.0, 0.0, 0.0);
            }
        }
        let freedom: f64 = cells - 1.0;
        (chi - freedom) / (2.0 * freedom).max(1.0).sqrt()
    }

    #[test]
    fn uniform_picks_are_uniform() {
        for n in [1, 2, 3, 4, 5, 7, 8, 9, 31, 33, 100, 511, 513, 1000] {
            let z = misfit(n, |_| 1.0 / n as f64, |id| uniform(id, n));
            assert!(z < 4.0, "{n}: {z}");
        }
    }

    #[test]
    fn a_uniform_pick_stays_or_moves_to_the_new_row() {
        for id in 0..2000 {
            let mut before = 0;
            for n in 1..300 {
                let now = uniform(id, n);
                assert!(now == before || now == n - 1, "{id} {n}: {before} -> {now}");
                before = now;
            }
        }
    }

    #[test]
    fn a_new_row_attracts_its_share() {
        for n in [10u64, 64, 65, 200] {
            let moved = (0..200_000).filter(|&id| uniform(id, n) != uniform(id, n - 1)).count() as f64;
            let expected = 200_000.0 / n as f64;
            assert!((moved - expected).abs() < 4.5 * expected.sqrt(), "{n}: {moved} {expected}");
        }
    }

    #[test]
    fn picks_from_huge_pools_stay_inside() {
        let picker = ConsistentZipf::new(0.8).unwrap();
        for n in [u64::MAX, u64::MAX - 1, 1 << 63, (1 << 63) + 1, 1 << 40] {
            for id in 0..1000 {
                assert!(uniform(id, n) < n);
                assert!(zipf(&picker, id, n) < n);
            }
        }
    }

    #[test]
    fn zipf_picks_follow_zipf() {
        for s in [0.0, 0.5, 0.99, 1.0, 1.1, 1.5, 2.0, 4.0] {
            let picker = ConsistentZipf::new(s).unwrap();
            for n in [1, 2, 3, 10, 77, 1000, 5000] {
                let total: f64 = (1..=n).map(|rank| libm::pow(rank as f64, -s)).sum();
                let z = misfit(n, |row| libm::pow(row as f64 + 1.0, -s) / total, |id| zipf(&picker, id, n));
                assert!(z < 4.0, "s {s}, n {n}: {z}");
            }
        }
    }

    #[test]
    fn a_zipf_pick_stays_or_moves_to_the_new_row() {
        for s in [0.0, 0.7, 1.0, 1.2, 3.0] {
            let picker = ConsistentZipf::new(s).unwrap();
            for id in 0..500 {
                let mut before = 0;
                for n in 1..200 {
                    let now = zipf(&picker, id, n);
                    assert!(now == before || now == n - 1, "{id} {n}: {before} -> {now}");
                    before = now;
                }
                for n in [1000, 5000, 50_000, 1 << 30] {
                    let now = zipf(&picker, id, n);
                    assert!(now == before || now >= 199, "{id} {n}: {before} -> {now}");
                    before = now;
                }
            }
        }
    }

    #[test]
    fn a_pick_takes_few_draws() {
        let taken = Cell::new(0u64);
        let count = |pick: &dyn Fn(&dyn Fn(u32) -> u64) -> u64| {
            taken.set(0);
            for id in 0..2000 {
                let row = Key::root(1, 4).row(RowId::root(id));
                pick(&|draw| {
                    taken.set(taken.get() + 1);
                    row.bits(draw)
                });
            }
            taken.get() as f64 / 2000.0
        };
        for n in [2, 3, 5, 17, 1000, 1025, 1 << 20, (1 << 40) + 1] {
            let mean = count(&|draws| ConsistentUniform.pick(draws, n));
            assert!(mean < 4.0, "{n}: {mean}");
            for s in [0.5, 1.0, 1.1, 2.0] {
                let picker = ConsistentZipf::new(s).unwrap();
                let mean = count(&|draws| picker.pick(draws, n));
                assert!(mean < 4.5, "s {s}, n {n}: {mean}");
            }
        }
    }

    #[test]
    fn a_bad_exponent_is_refused() {
        for s in [-1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(ConsistentZipf::new(s).unwrap_err().parameter, "s");
        }
    }
}
