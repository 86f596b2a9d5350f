//! A size of up to 2^128 -> an index below it for every cell.

use crate::engine::Cells;
use crate::random;

/// An index in `[0, size)` from 64 uniform bits.
#[inline(always)]
pub fn below(bits: u64, size: u64) -> u128 {
    random::below(bits, size).into()
}

/// An index in `[0, size)` from 128 uniform bits, by multiplication: the bias is below size / 2^128.
#[inline]
pub const fn below_wide(high: u64, low: u64, size: u128) -> u128 {
    let (size_high, size_low) = (size >> 64, size & u64::MAX as u128);
    let (high, low) = (high as u128, low as u128);
    let carry = (low * size_low) >> 64;
    let (one, two) = (high * size_low, low * size_high);
    let middle = (one & u64::MAX as u128) + (two & u64::MAX as u128) + carry;
    high * size_high + (one >> 64) + (two >> 64) + (middle >> 64)
}

/// An index below `size` for every cell: from draw 0 while the size is below 2^64, else from draws 0 and 2.
pub fn drawn(cells: &Cells<'_>, size: u128) -> Vec<u128> {
    match u64::try_from(size) {
        Ok(size) => cells.bits(0).into_iter().map(|bits| below(bits, size)).collect(),
        Err(_) => {
            let pairs = cells.bits(0).into_iter().zip(cells.bits(2));
            pairs.map(|(high, low)| below_wide(high, low, size)).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_indices_agree_with_narrow_ones_and_stay_below_the_size() {
        for (bits, size) in [(u64::MAX, 10), (0, 10), (1 << 63, 10), (u64::MAX, u64::MAX)] {
            assert_eq!(below_wide(bits, 0, size.into()), below(bits, size));
        }
        assert_eq!(below_wide(u64::MAX, u64::MAX, u128::MAX), u128::MAX - 1);
        assert_eq!(below_wide(1 << 63, 0, 1 << 100), 1 << 99);
        assert_eq!(below_wide(u64::MAX, u64::MAX, 1 << 64), (1 << 64) - 1);
    }
}
