//! (key, size) -> a keyed bijection of `0..size`: what stands behind `unique: true`. Position in, position out, at random
//! access and without memory of what was given before.
//!
//! Method: the domain is laid out as a rectangle of `rows * columns >= size` cells, both sides close to the square root,
//! and a Feistel network adds a keyed function of one coordinate to the other, modulo its side, turn by turn (the
//! generalised Feistel cipher of Black and Rogaway, *Ciphers with arbitrary finite domains*, 2002). A result outside
//! `0..size` goes round again (cycle walking); since the rectangle exceeds the domain by less than one row, that is
//! rare. Domains of at most 256 are shuffled by Fisher and Yates and looked up, because a network over sides of a few
//! cells mixes poorly.

use crate::division::Divisor;
use crate::random::{Key, RowId, below, mix};

/// Largest domain that is shuffled outright.
const SHUFFLED: u64 = 256;
/// Largest domain that is taken; greater sizes are cut to it.
const LARGEST: u128 = 1 << 127;
/// Domains below this size take [`ROUNDS`] rounds, larger ones [`ROUNDS_LARGE`].
const LARGE: u128 = 1 << 20;
const ROUNDS: usize = 8;
const ROUNDS_LARGE: usize = 6;
/// Positions that go through the rounds side by side: one alone leaves the processor waiting for its multiplications.
const LANES: usize = 4;

/// A keyed bijection of `0..size`.
#[derive(Debug, Clone)]
pub struct Permutation {
    size: u128,
    method: Method,
}

#[derive(Debug, Clone)]
enum Method {
    Shuffled(Box<[u8]>),
    Feistel(Feistel),
}

impl Permutation {
    /// The bijection of `0..size` under `key`. A size above 2^127 is cut to 2^127.
    pub fn new(key: &Key, size: u128) -> Self {
        let size = size.min(LARGEST);
        let method = match u64::try_from(size) {
            Ok(small) if small <= SHUFFLED => Method::Shuffled(shuffle(key, small)),
            _ => Method::Feistel(Feistel::new(key, size)),
        };
        Self { size, method }
    }

    /// How many positions there are.
    pub const fn size(&self) -> u128 {
        self.size
    }

    /// Where position `i` goes. `i` is below the size; one that is not is taken modulo the size (and 0 if the size is 0),
    /// so that a wrong call cannot loop for ever.
    #[inline]
    pub fn apply(&self, i: u128) -> u128 {
        if i >= self.size {
            return if self.size == 0 { 0 } else { self.apply(i % self.size) };
        }
        match &self.method {
            Method::Shuffled(table) => u128::from(table[i as usize]),
            Method::Feistel(feistel) => match (u64::try_from(i), u64::try_from(self.size - 1)) {
                (Ok(i), Ok(last)) => u128::from(feistel.walk_64(i, last)),
                _ => feistel.walk_128(i, self.size),
            },
        }
    }

    /// [`Self::apply`] for many positions.
    pub fn apply_all(&self, positions: impl Iterator<Item = u64>) -> Vec<u128> {
        match (&self.method, u64::try_from(self.size.wrapping_sub(1))) {
            (Method::Feistel(feistel), Ok(last)) => {
                let positions: Vec<u64> = positions.collect();
                let mut places = Vec::with_capacity(positions.len());
                let (many, rest) = positions.as_chunks::<LANES>();
                for chunk in many {
                    match feistel.step_all(chunk, last) {
                        Some(next) => places.extend(next.map(u128::from)),
                        None => places.extend(chunk.map(|i| u128::from(self.apply_64(i)))),
                    }
                }
                places.extend(rest.iter().map(|i| u128::from(self.apply_64(*i))));
                places
            }
            _ => positions.map(|i| self.apply(u128::from(i))).collect(),
        }
    }

    /// [`Self::apply`] for sizes up to 2^64, without 128-bit arithmetic; `i` is below the size.
    #[inline]
    pub fn apply_64(&self, i: u64) -> u64 {
        match (&self.method, u64::try_from(self.size.wrapping_sub(1))) {
            (Method::Feistel(feistel), Ok(last)) if i <= last => feistel.walk_64(i, last),
            _ => self.apply(u128::from(i)) as u64,
        }
    }
}

/// The numbers `0..size` in the order of a Fisher-Yates shuffle.
fn shuffle(key: &Key, size: u64) -> Box<[u8]> {
    let mut table: Vec<u8> = (0..size).map(|i| i as u8).collect();
    for i in (1..table.len()).rev() {
        let j = below(key.bits(RowId::root(i as u64), 0), i as u64 + 1);
        table.swap(i, j as usize);
    }
    table.into_boxed_slice()
}

#[derive(Debug, Clone)]
struct Feistel {
    rows: u64,
    columns: u64,
    /// For a division by the columns.
    divisor: Divisor,
    rounds: usize,
    keys: [u64; ROUNDS],
}

impl Feistel {
    fn new(key: &Key, size: u128) -> Self {
        let columns = ceil_sqrt(size);
        let rows = size.div_ceil(u128::from(columns)) as u64;
        let rounds = if size < LARGE { ROUNDS } else { ROUNDS_LARGE };
        let keys = std::array::from_fn(|round| key.bits(RowId::root(round as u64), 1));
        Self { rows, columns, divisor: Divisor::new(columns), rounds, keys }
    }

    /// All rounds of some cells, side by side.
    #[inline(always)]
    fn rounds<const N: usize>(&self, mut rows: [u64; N], mut columns: [u64; N]) -> ([u64; N], [u64; N]) {
        for keys in self.keys.as_chunks::<2>().0[..self.rounds / 2].iter() {
            for (row, column) in rows.iter_mut().zip(&columns) {
                *row = add_modulo(*row, below(mix(column.wrapping_add(keys[0])), self.rows), self.rows);
            }
            for (column, row) in columns.iter_mut().zip(&rows) {
                *column = add_modulo(*column, below(mix(row.wrapping_add(keys[1])), self.columns), self.columns);
            }
        }
        (rows, columns)
    }

    /// Where some positions go, if none of them must go round again.
    #[inline(always)]
    fn step_all(&self, positions: &[u64; LANES], last: u64) -> Option<[u64; LANES]> {
        let cells = positions.map(|position| self.divisor.split(position));
        let (rows, columns) = self.rounds(cells.map(|cell| cell.0), cells.map(|cell| cell.1));
        let next = |lane: usize| rows[lane].checked_mul(self.columns)?.checked_add(columns[lane]);
        let mut places = [0; LANES];
        for lane in 0..LANES {
            places[lane] = next(lane).filter(|next| *next <= last && positions[lane] <= last)?;
        }
        Some(places)
    }

    #[inline(always)]
    fn walk_64(&self, mut i: u64, last: u64) -> u64 {
        loop {
            let (row, column) = self.divisor.split(i);
            let ([row], [column]) = self.rounds([row], [column]);
            // The rectangle may reach beyond 2^64 by part of a row.
            match row.checked_mul(self.columns).and_then(|start| start.checked_add(column)) {
                Some(next) if next <= last => return next,
                Some(next) => i = next,
                None => {
                    return self
                        .walk_128(u128::from(row) * u128::from(self.columns) + u128::from(column), u128::from(last) + 1)
                        as u64;
                }
            }
        }
    }

    fn walk_128(&self, mut i: u128, size: u128) -> u128 {
        let columns = u128::from(self.columns);
        loop {
            let ([row], [column]) = self.rounds([(i / columns) as u64], [(i % columns) as u64]);
            i = u128::from(row) * columns + u128::from(column);
            if i < size {
                return i;
            }
        }
    }
}

/// `a + b` modulo `n`, for `a` and `b` below `n`.
#[inline(always)]
const fn add_modulo(a: u64, b: u64, n: u64) -> u64 {
    let room = n - b;
    if a >= room { a - room } else { a + b }
}

/// The smallest number whose square is at least `n`, which is between 1 and 2^127.
fn ceil_sqrt(n: u128) -> u64 {
    let floor = n.isqrt();
    (if floor * floor == n { floor } else { floor + 1 }) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(seed: u64) -> Key {
        Key::root(1, seed)
    }

    #[test]
    fn every_position_is_taken_once_for_all_small_sizes() {
        for size in 1..2000u64 {
            let permutation = Permutation::new(&key(size), u128::from(size));
            let mut seen = vec![false; size as usize];
            for i in 0..size {
                let to = permutation.apply_64(i) as usize;
                assert_eq!(to as u128, permutation.apply(u128::from(i)));
                assert_eq!(permutation.apply_all([i, i + size].into_iter()), [to as u128; 2]);
                let many = [0, i, size - 1, i / 2, i, i + size, 1];
                let alone = many.map(|i| permutation.apply(u128::from(i)));
                assert_eq!(permutation.apply_all(many.into_iter()), alone);
                assert!(!std::mem::replace(&mut seen[to], true), "{size}: {to} twice");
            }
        }
    }

    #[test]
    fn a_large_domain_repeats_nothing() {
        for size in [100_003u64, 1 << 18] {
            let permutation = Permutation::new(&key(5), u128::from(size));
            let mut seen = vec![false; size as usize];
            for i in 0..size {
                assert!(!std::mem::replace(&mut seen[permutation.apply_64(i) as usize], true));
            }
        }
    }

    #[test]
    fn huge_domains_stay_inside_and_apart() {
        for size in [(1u128 << 64) - 1, 1 << 64, (1 << 64) + 1, 10u128.pow(30), (1 << 127) - 1, 1 << 127] {
            let permutation = Permutation::new(&key(9), size);
            let mut got: Vec<u128> = (0..3000).map(|i| permutation.apply(i)).collect();
            got.extend((0..3000).map(|i| permutation.apply(size - 1 - i)));
            assert!(got.iter().all(|&x| x < size));
            got.sort_unstable();
            got.dedup();
            assert_eq!(got.len(), 6000);
        }
        assert_eq!(Permutation::new(&key(1), u128::MAX).size(), 1 << 127);
    }

    #[test]
    fn a_position_out_of_range_ends() {
        assert_eq!(Permutation::new(&key(1), 0).apply(5), 0);
        assert!(Permutation::new(&key(1), 10).apply(25) < 10);
        assert!(Permutation::new(&key(1), 1000).apply_64(u64::MAX) < 1000);
    }

    fn chi_square(cells: &[u32], expected: f64) -> f64 {
        cells.iter().map(|&n| (f64::from(n) - expected).powi(2) / expected).sum()
    }

    #[test]
    fn over_many_keys_each_position_goes_anywhere() {
        for size in [7u64, 12, 300, 1000] {
            let keys = 20_000;
            let mut cells = vec![0u32; 10];
            let mut neighbours = vec![0u32; 10];
            let mut pairs = vec![0u32; 100];
            for seed in 0..keys {
                let permutation = Permutation::new(&key(seed), u128::from(size));
                let [a, b] = [3, 4].map(|i| permutation.apply_64(i));
                cells[(a * 10 / size) as usize] += 1;
                neighbours[((b + size - a) % size * 10 / size) as usize] += 1;
                pairs[(a * 10 / size * 10 + b * 10 / size) as usize] += 1;
            }
            if size % 10 == 0 {
                assert!(chi_square(&cells, keys as f64 / 10.0) < 30.0, "{size}: {cells:?}");
                assert!(chi_square(&neighbours, keys as f64 / 10.0) < 40.0, "{size}: {neighbours:?}");
            }
            if size == 1000 {
                assert!(chi_square(&pairs, keys as f64 / 100.0) < 160.0, "{pairs:?}");
            }
        }
    }

    #[test]
    fn neighbours_keep_no_fixed_distance() {
        for size in [300u64, 5000, 1_000_000, 1 << 40, u64::MAX] {
            let permutation = Permutation::new(&key(11), u128::from(size));
            let n = size.min(20_000) - 1;
            let (mut positions, mut gaps, mut rises) = (vec![0u32; 16], vec![0u32; 16], 0u64);
            for i in 0..n {
                let (a, b) = (permutation.apply_64(i), permutation.apply_64(i + 1));
                rises += u64::from(b > a);
                let gap = (u128::from(b) + u128::from(size) - u128::from(a)) % u128::from(size);
                positions[(u128::from(a) * 16 / u128::from(size)) as usize] += 1;
                gaps[(gap * 16 / u128::from(size)) as usize] += 1;
            }
            let expected = n as f64 / 16.0;
            assert!(chi_square(&positions, expected) < 45.0, "{size}: {positions:?}");
            assert!(chi_square(&gaps, expected) < 45.0, "{size}: {gaps:?}");
            assert!((rises as f64 / n as f64 - 0.5).abs() < 0.05);
        }
    }
}
