//! How many siblings and which of them -> their places among as many sorted uniform numbers, any of them alone in O(log n).
//!
//! Method: the numbers are those of a binary trie. At a node that holds n numbers of an interval, the count in its lower half
//! is Binomial(n, 1/2), drawn from the node's own bits; a rank is found by going down to the half that holds it. A node with
//! at most [`LEAF`] numbers draws them all and sorts. So the numbers are exactly the order statistics of n independent uniform
//! ones, and a number depends on nothing but the family's draws, n and its rank.

use std::ops::Range;

use crate::random::{RowDraws, open_unit};

/// Most numbers that a node draws by itself.
const LEAF: u64 = 16;
/// Most numbers that are split by counting bits.
const COUNTED: u64 = 1024;
/// Draws of a node: its halves' streams come first, then what it draws for itself.
const OWN: u32 = 2;

/// Appends the numbers of the ranks `want` among `n` sorted numbers of 64 bits.
pub(super) fn sorted_uniforms(draws: RowDraws, n: u64, want: Range<u64>, out: &mut Vec<u64>) {
    let root = Node { draws, n, first: 0, low: 0, bits: u64::BITS };
    root.collect(&want, out);
}

/// An interval of 2^`bits` numbers from `low` on, which holds `n` of the sorted numbers, the least of which has rank `first`.
#[derive(Clone, Copy)]
struct Node {
    draws: RowDraws,
    n: u64,
    first: u64,
    low: u64,
    bits: u32,
}

impl Node {
    fn collect(self, want: &Range<u64>, out: &mut Vec<u64>) {
        let (start, end) = (want.start.max(self.first), want.end.min(self.first + self.n));
        if start >= end {
            return;
        }
        if self.n <= LEAF || self.bits == 0 {
            return self.leaf(start - self.first..end - self.first, out);
        }
        let (left, right) = self.halves();
        left.collect(want, out);
        right.collect(want, out);
    }

    fn halves(self) -> (Self, Self) {
        let bits = self.bits - 1;
        let below = half(self.draws, self.n);
        let left = Self { draws: self.draws.nested(0), n: below, bits, ..self };
        let right = Self {
            draws: self.draws.nested(1),
            n: self.n - below,
            first: self.first + below,
            low: self.low + (1 << bits),
            bits,
        };
        (left, right)
    }

    fn leaf(self, want: Range<u64>, out: &mut Vec<u64>) {
        if self.bits == 0 {
            return out.extend(want.map(|_| self.low));
        }
        let mut numbers = [0; LEAF as usize];
        let numbers = &mut numbers[..self.n as usize];
        for (number, draw) in numbers.iter_mut().zip(OWN..) {
            *number = self.low + (self.draws.bits(draw) >> (u64::BITS - self.bits));
        }
        numbers.sort_unstable();
        out.extend_from_slice(&numbers[want.start as usize..want.end as usize]);
    }
}

/// A draw of Binomial(n, 1/2).
fn half(draws: RowDraws, n: u64) -> u64 {
    if n > COUNTED {
        return rejected_half(draws, n);
    }
    let words = (n / 64) as u32;
    let full: u32 = (OWN..OWN + words).map(|draw| draws.bits(draw).count_ones()).sum();
    let rest = draws.bits(OWN + words) & ((1 << (n % 64)) - 1);
    u64::from(full + rest.count_ones())
}

/// A draw of Binomial(n, 1/2) for large n: transformed rejection with squeeze, algorithm BTRS of Hörmann, *The generation of
/// binomial random variates*, Journal of Statistical Computation and Simulation 46, 1993. Logarithms of ratios near 1 go
/// through `log1p`, so that it holds for n far beyond 2^32.
fn rejected_half(draws: RowDraws, n: u64) -> u64 {
    let count = n as f64;
    let deviation = 0.5 * count.sqrt();
    let b = 1.15 + 2.53 * deviation;
    let a = -0.0873 + 0.0248 * b + 0.01 * 0.5;
    let alpha = (2.83 + 5.1 / b) * deviation;
    let mut draw = OWN;
    loop {
        let u = open_unit(draws.bits(draw)) - 0.5;
        let v = open_unit(draws.bits(draw + 1));
        draw += 2;
        let edge = 0.5 - u.abs();
        let k = ((2.0 * a / edge + b) * u + 0.5 * count + 0.5).floor();
        if edge >= 0.07 && v <= 0.92 - 4.2 / b {
            return k as u64;
        }
        if (0.0..=count).contains(&k) && libm::log(v * alpha / (a / (edge * edge) + b)) <= log_ratio(count, k) {
            return k as u64;
        }
    }
}

/// ln of the probability of k over that of the mode, in Binomial(n, 1/2).
fn log_ratio(n: f64, k: f64) -> f64 {
    let mode = ((n + 1.0) * 0.5).floor();
    (mode + 0.5) * libm::log1p((2.0 * mode - n) / (n - mode + 1.0))
        + (n + 1.0) * libm::log1p((k - mode) / (n - k + 1.0))
        + (k + 0.5) * libm::log1p((n - 2.0 * k) / (k + 1.0))
        + stirling(mode)
        + stirling(n - mode)
        - stirling(k)
        - stirling(n - k)
}

/// What Stirling's formula leaves of ln k!, in powers of 1 / (k + 1).
fn stirling(k: f64) -> f64 {
    let inverse = 1.0 / (k + 1.0);
    let square = inverse * inverse;
    (1.0 / 12.0 - (1.0 / 360.0 - square / 1260.0) * square) * inverse
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Key, RowId};

    fn draws(row: u64) -> RowDraws {
        Key::root(1, 5).row(RowId::root(row))
    }

    fn all(row: u64, n: u64) -> Vec<u64> {
        let mut numbers = Vec::new();
        sorted_uniforms(draws(row), n, 0..n, &mut numbers);
        numbers
    }

    #[test]
    fn any_rank_alone_is_the_same_as_among_all() {
        for n in [1, 2, 16, 17, 120, 1025, 5000] {
            let whole = all(n, n);
            assert_eq!(whole.len() as u64, n);
            assert!(whole.is_sorted());
            for rank in (0..n).step_by(n.div_ceil(50) as usize) {
                let mut alone = Vec::new();
                sorted_uniforms(draws(n), n, rank..rank + 1, &mut alone);
                assert_eq!(alone, whole[rank as usize..=rank as usize], "{rank} of {n}");
            }
            let mut part = Vec::new();
            sorted_uniforms(draws(n), n, n / 3..n, &mut part);
            assert_eq!(part, whole[(n / 3) as usize..]);
        }
    }

    /// The largest distance between the distribution of `values` and `cdf`, times the root of how many (Kolmogorov).
    fn kolmogorov(mut values: Vec<f64>, cdf: impl Fn(f64) -> f64) -> f64 {
        values.sort_unstable_by(f64::total_cmp);
        let n = values.len() as f64;
        let distance = |(at, value): (usize, &f64)| {
            let expected = cdf(*value);
            (expected - at as f64 / n).abs().max((expected - (at as f64 + 1.0) / n).abs())
        };
        values.iter().enumerate().map(distance).fold(0.0, f64::max) * n.sqrt()
    }

    #[test]
    fn the_numbers_of_a_family_are_uniform() {
        for n in [3, 40, 2000, 300_000] {
            let values: Vec<f64> = all(n, n).into_iter().map(|bits| bits as f64 / 2_f64.powi(64)).collect();
            assert!(kolmogorov(values, |x| x) < 1.9, "{n}");
        }
    }

    #[test]
    fn order_statistics_have_their_beta_distributions() {
        // Of n numbers, the least is Beta(1, n) and the greatest Beta(n, 1).
        for n in [5_u64, 30, 3000] {
            let pick = |rank: u64| {
                let one = |row| {
                    let mut out = Vec::new();
                    sorted_uniforms(draws(row), n, rank..rank + 1, &mut out);
                    out[0] as f64 / 2_f64.powi(64)
                };
                (0..4000).map(one).collect::<Vec<f64>>()
            };
            assert!(kolmogorov(pick(0), |x| 1.0 - (1.0 - x).powf(n as f64)) < 1.9, "least of {n}");
            assert!(kolmogorov(pick(n - 1), |x| x.powf(n as f64)) < 1.9, "greatest of {n}");
        }
    }

    #[test]
    fn halves_have_the_moments_of_the_binomial_for_all_sizes() {
        for n in [17, 64, 65, 1000, 1024, 1025, 100_000, 1 << 40, 1 << 48] {
            let deviation = 0.5 * (n as f64).sqrt();
            let scaled = (0..20_000).map(|row| (half(draws(row), n) as f64 - n as f64 / 2.0) / deviation);
            let (mut mean, mut square, mut fourth) = (0.0, 0.0, 0.0);
            for z in scaled {
                mean += z / 20_000.0;
                square += z * z / 20_000.0;
                fourth += z.powi(4) / 20_000.0;
            }
            let kurtosis = 3.0 - 2.0 / n as f64;
            assert!(mean.abs() < 0.03 && (square - 1.0).abs() < 0.05, "{n}: {mean} {square}");
            assert!((fourth - kurtosis).abs() < 0.3, "{n}: {fourth}");
        }
    }

    #[test]
    fn rejection_gives_the_exact_probabilities() {
        let n = 1026_u64;
        let rows = 60_000;
        let mut counts = vec![0_u64; n as usize + 1];
        (0..rows).for_each(|row| counts[rejected_half(draws(row), n) as usize] += 1);
        let centre = n / 2;
        let mut probability = vec![0.0; n as usize + 1];
        probability[centre as usize] = 1.0;
        for k in centre..n {
            probability[k as usize + 1] = probability[k as usize] * (n - k) as f64 / (k + 1) as f64;
            probability[(n - k) as usize - 1] = probability[k as usize + 1];
        }
        let total: f64 = probability.iter().sum();
        let shown = centre - 45..centre + 46;
        let part = |k: u64| {
            let expected = probability[k as usize] / total * rows as f64;
            (counts[k as usize] as f64 - expected).powi(2) / expected
        };
        let statistic: f64 = shown.map(part).sum();
        assert!(statistic < 140.0, "{statistic} over 91 cells");
    }

    #[test]
    fn values_are_frozen() {
        assert_eq!(all(1, 3), FROZEN_LEAF);
        let far = {
            let mut out = Vec::new();
            sorted_uniforms(draws(2), 1 << 40, 1 << 39..(1 << 39) + 2, &mut out);
            out
        };
        assert_eq!(far, FROZEN_FAR);
    }

    const FROZEN_LEAF: [u64; 3] = [9_999_705_933_509_839_222, 10_231_091_777_536_282_722, 17_221_143_114_990_550_285];
    const FROZEN_FAR: [u64; 2] = [9_223_371_641_094_337_338, 9_223_371_641_107_990_801];
}
