//! Row number -> the number behind a name that makes an address unique: row numbers permuted within their decimal length, so
//! that early rows have short numbers.

use crate::distributions::Permutation;
use crate::random::{Domain, Key};

/// Decimal lengths of row numbers, of which there are fewer than 2^48.
const LENGTHS: u32 = 15;

/// A keyed bijection of row numbers that keeps their decimal length.
pub struct Suffixes(Vec<Permutation>);

impl Suffixes {
    /// The bijection of a key.
    pub fn new(key: &Key) -> Self {
        let of_length = |length: u32| {
            let key = key.derive(Domain::Unique, &length.to_string());
            Permutation::new(&key, u128::from(10u64.pow(length) - least(length)))
        };
        Self((1..=LENGTHS).map(of_length).collect())
    }

    /// The number of a row.
    #[inline]
    pub fn of(&self, row: u64) -> u64 {
        let length = row.checked_ilog10().map_or(1, |log| log + 1);
        let low = least(length);
        match self.0.get(length as usize - 1) {
            Some(permutation) => low + permutation.apply_64(row - low),
            None => row,
        }
    }
}

/// The least number of a decimal length; 0 counts as one digit.
const fn least(length: u32) -> u64 {
    if length == 1 { 0 } else { 10u64.pow(length - 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_length_and_never_repeat() {
        let suffixes = Suffixes::new(&Key::root(1, 3));
        let mut all: Vec<u64> = (0..20_000).map(|row| suffixes.of(row)).collect();
        assert!(all.iter().zip(0u64..).all(|(number, row)| number.to_string().len() == row.to_string().len()));
        assert!(all.iter().zip(0u64..).filter(|(number, row)| *number == row).count() < 20);
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 20_000);
        assert!(suffixes.of((1 << 48) - 1) >= 100_000_000_000_000);
    }
}
