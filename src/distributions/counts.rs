//! Discrete families -> a table of cumulative probabilities with a guide, so that the inverse CDF is one load and rarely more
//! than one step; and the continuous approximations that take over where a table would be too long.
//!
//! Probabilities come from the ratio of neighbours, begun at the mode (or at `max`, if that is lower) and summed, so no
//! gamma function and no cancellation is involved, and truncation at `max` is exact however rare the kept part is.

use super::law::Law;
use super::normal::{normal_quantile, normal_survival};

/// Longest table.
const LONGEST: usize = 65_536;
/// Weights below this share of the largest end the table: out of reach of 52 bits.
const NEGLIGIBLE: f64 = 1e-21;

/// Cumulative probabilities of consecutive whole numbers.
#[derive(Debug, Clone)]
pub(super) struct CountTable {
    first: f64,
    cumulative: Box<[f64]>,
    guide: Box<[u32]>,
    mean: f64,
}

impl CountTable {
    /// The law of `first + k` for k up to `last`, whose neighbouring probabilities have the ratio
    /// `ratio(k) = P(k + 1) / P(k)`, above 1 below `mode` and at most 1 from there. None if the table would be too long.
    pub(super) fn by_ratio(first: f64, mode: f64, last: f64, ratio: impl Fn(f64) -> f64) -> Option<Self> {
        let start = mode.min(last);
        let mut below = Vec::new();
        let (mut k, mut weight) = (start, 1.0);
        while k > 0.0 {
            k -= 1.0;
            weight /= ratio(k);
            if weight < NEGLIGIBLE {
                break;
            }
            below.push(weight);
            if below.len() > LONGEST {
                return None;
            }
        }
        let lowest = first + start - below.len() as f64;
        let mut weights: Vec<f64> = below.into_iter().rev().collect();
        let (mut k, mut weight) = (start, 1.0);
        while k <= last && weight >= NEGLIGIBLE {
            weights.push(weight);
            if weights.len() > LONGEST {
                return None;
            }
            weight *= ratio(k);
            k += 1.0;
        }
        Some(Self::from_weights(lowest, &weights))
    }

    /// The law of `first + k` with probability in proportion to `weights[k]`; there is a positive weight.
    fn from_weights(first: f64, weights: &[f64]) -> Self {
        let total: f64 = weights.iter().sum();
        let mean = first + weights.iter().enumerate().map(|(k, w)| k as f64 * w).sum::<f64>() / total;
        let mut sum = 0.0;
        let mut cumulative: Box<[f64]> = weights
            .iter()
            .map(|w| {
                sum += w;
                (sum / total).min(1.0)
            })
            .collect();
        let end = cumulative.len() - 1;
        cumulative[end] = f64::INFINITY;
        let cells = weights.len().next_power_of_two().clamp(64, 4096);
        let guide = guide(&cumulative, cells);
        Self { first, cumulative, guide, mean }
    }

    /// Exact mean.
    pub(super) const fn mean(&self) -> f64 {
        self.mean
    }

    fn index_cdf(&self, index: f64) -> f64 {
        if index < 0.0 { 0.0 } else { self.cumulative.get(index as usize).map_or(1.0, |c| c.min(1.0)) }
    }
}

/// For each of `cells` equal parts of [0, 1), the first entry that exceeds the part's start.
pub(super) fn guide(cumulative: &[f64], cells: usize) -> Box<[u32]> {
    let mut k = 0;
    (0..cells)
        .map(|cell| {
            while k + 1 < cumulative.len() && cumulative[k] <= cell as f64 / cells as f64 {
                k += 1;
            }
            k as u32
        })
        .collect()
}

impl Law for CountTable {
    #[inline(always)]
    fn inverse(&self, p: f64, _q: f64) -> f64 {
        let cells = self.guide.len();
        let mut k = self.guide[((p * cells as f64) as usize).min(cells - 1)] as usize;
        while self.cumulative[k] <= p {
            k += 1;
        }
        self.first + k as f64
    }

    fn cdf(&self, x: f64) -> f64 {
        self.index_cdf((x - self.first).floor())
    }

    fn survival(&self, x: f64) -> f64 {
        1.0 - self.cdf(x)
    }

    fn bounds(&self) -> (f64, f64) {
        (self.first, self.first + self.cumulative.len() as f64 - 1.0)
    }
}

/// A count with so large a standard deviation (thousands) that its law is a normal one with Cornish and Fisher's correction for
/// skewness, rounded.
#[derive(Debug, Clone)]
pub(super) struct LargeCount {
    /// Least and greatest value.
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) mean: f64,
    pub(super) sd: f64,
    /// Third standardised moment.
    pub(super) skewness: f64,
}

impl LargeCount {
    /// The normal score of the upper edge of `x`: the inverse of the correction.
    fn score(&self, x: f64) -> f64 {
        let w = (x.floor() + 0.5 - self.mean) / self.sd;
        w - self.skewness / 6.0 * (w * w - 1.0)
    }
}

impl Law for LargeCount {
    #[inline]
    fn inverse(&self, p: f64, q: f64) -> f64 {
        let z = normal_quantile(p, q);
        let value = self.mean + self.sd * (z + self.skewness / 6.0 * (z * z - 1.0));
        (value + 0.5).floor().clamp(self.low, self.high)
    }

    fn cdf(&self, x: f64) -> f64 {
        if x >= self.high { 1.0 } else { normal_survival(-self.score(x)) }
    }

    fn survival(&self, x: f64) -> f64 {
        if x < self.low { 1.0 } else { normal_survival(self.score(x)) }
    }

    fn bounds(&self) -> (f64, f64) {
        (self.low, self.high)
    }
}
