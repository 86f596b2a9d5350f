//! Weights -> an index with probability in proportion to its weight, for one multiplication, one load and one compare.
//!
//! Method: Walker's alias table, built as Vose does (1991), in integers throughout: weights are scaled once to whole
//! numbers below 2^62 and split exactly, so the table is the same on every machine. The high half of
//! `bits * len` chooses the slot, the low half decides between the slot and its alias.

use super::DistError;

/// A table of weights from which indices are drawn.
#[derive(Debug, Clone)]
pub struct Weighted {
    slots: Box<[Slot]>,
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    /// Below it the slot itself is picked, from it on the alias; in units of 2^-64.
    threshold: u64,
    alias: u32,
}

impl Weighted {
    /// The table for `weights`, which need not sum to anything in particular.
    ///
    /// # Errors
    /// No weights, a negative or infinite or NaN weight, weights that sum to nothing, more than 2^32 - 1 weights; the
    /// parameter is `weights`.
    pub fn new(weights: &[f64]) -> Result<Self, DistError> {
        let scaled = scale(weights)?;
        let total: u64 = scaled.iter().sum();
        let n = scaled.len() as u128;
        let capacity = u128::from(total);
        let mut mass: Vec<u128> = scaled.iter().map(|&w| u128::from(w) * n).collect();
        let mut slots: Vec<Slot> = (0..scaled.len()).map(|i| Slot { threshold: u64::MAX, alias: i as u32 }).collect();
        let (mut small, mut large): (Vec<usize>, Vec<usize>) = (0..mass.len()).partition(|&i| mass[i] < capacity);
        while let (Some(s), Some(&l)) = (small.pop(), large.last()) {
            // Less than the capacity, which is below 2^63: the shifted value fits and the quotient is below 2^64.
            slots[s] = Slot { threshold: ((mass[s] << 64) / capacity) as u64, alias: l as u32 };
            mass[l] -= capacity - mass[s];
            if mass[l] < capacity {
                large.pop();
                small.push(l);
            }
        }
        Ok(Self { slots: slots.into_boxed_slice() })
    }

    /// The index that 64 uniform bits choose.
    #[inline(always)]
    pub fn pick(&self, bits: u64) -> usize {
        let product = u128::from(bits) * self.slots.len() as u128;
        let index = (product >> 64) as usize;
        let slot = self.slots[index];
        if (product as u64) < slot.threshold { index } else { slot.alias as usize }
    }

    /// How many weights there are.
    pub const fn len(&self) -> usize {
        self.slots.len()
    }

    /// Never: a table has at least one weight.
    pub const fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }
}

/// Refuses weights that make no distribution.
pub(super) fn check_weights(weights: &[f64]) -> Result<(), DistError> {
    let refuse = |message: String, help: &str| Err(DistError::new("weights", message, help));
    if weights.is_empty() || weights.len() > u32::MAX as usize {
        return refuse(format!("{} weights make no distribution", weights.len()), "give at least one weight");
    }
    if let Some(bad) = weights.iter().find(|w| !(w.is_finite() && **w >= 0.0)) {
        return refuse(format!("a weight is {bad}"), "weights are finite numbers of at least 0");
    }
    if !weights.iter().any(|&w| w > 0.0) {
        return refuse("the weights sum to nothing".into(), "make at least one weight positive");
    }
    Ok(())
}

/// The weights as whole numbers whose sum is at most 2^62; a share below 2^-61 may become nothing.
fn scale(weights: &[f64]) -> Result<Vec<u64>, DistError> {
    check_weights(weights)?;
    let max = weights.iter().copied().fold(0.0, f64::max);
    // By the largest first, so that neither the sum nor the factor overflows.
    let sum: f64 = weights.iter().map(|w| w / max).sum();
    let factor = 4_611_686_018_427_387_904.0 / sum;
    Ok(weights.iter().map(|w| (w / max * factor) as u64).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Key, RowId};

    fn draws(n: u64) -> impl Iterator<Item = u64> {
        let key = Key::root(1, 77);
        (0..n).map(move |i| key.bits(RowId::root(i), 0))
    }

    #[test]
    fn shares_follow_the_weights() {
        let weights = [60.0, 0.0, 25.0, 10.0, 5.0, 0.125];
        let table = Weighted::new(&weights).unwrap();
        let n = 400_000;
        let mut seen = [0u32; 6];
        draws(n).for_each(|bits| seen[table.pick(bits)] += 1);
        assert_eq!(seen[1], 0);
        let sum: f64 = weights.iter().sum();
        let chi: f64 = weights
            .iter()
            .zip(seen)
            .filter(|(w, _)| **w > 0.0)
            .map(|(w, n_seen)| (f64::from(n_seen) - w / sum * n as f64).powi(2) / (w / sum * n as f64))
            .sum();
        assert!(chi < 18.0, "{chi} {seen:?}");
    }

    #[test]
    fn a_weight_of_zero_is_never_picked_even_at_the_edges() {
        let table = Weighted::new(&[0.0, 1.0, 0.0]).unwrap();
        for bits in [0, 1, u64::MAX, u64::MAX / 3, u64::MAX / 3 + 1, u64::MAX / 3 * 2 + 1] {
            assert_eq!(table.pick(bits), 1);
        }
        assert_eq!(Weighted::new(&[3.0]).unwrap().pick(u64::MAX), 0);
    }

    #[test]
    fn extreme_weights_neither_overflow_nor_vanish() {
        for weights in [vec![f64::MAX, f64::MAX, f64::MAX], vec![1e-300, 1e-300, 1e-300]] {
            let table = Weighted::new(&weights).unwrap();
            let mut seen = [0u32; 3];
            draws(30_000).for_each(|bits| seen[table.pick(bits)] += 1);
            assert!(seen.iter().all(|&n| (9_500..10_500).contains(&n)), "{seen:?}");
        }
    }

    #[test]
    fn weights_that_make_no_distribution_are_refused() {
        for weights in [vec![], vec![0.0, 0.0], vec![1.0, -1.0], vec![f64::NAN], vec![f64::INFINITY]] {
            assert_eq!(Weighted::new(&weights).unwrap_err().parameter, "weights");
        }
    }
}
