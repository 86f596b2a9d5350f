//! The negative binomial distribution with a mean too large for a table.
//!
//! Method: `Gamma(k + r) / k!` is `(k + r/2)^(r - 1)` up to a share of order 1 / k^2, so with `l = ln(1 + r / mean)` the
//! probability of k is the gamma density of shape r and scale 1 / l at `k + r/2`. The first [`HEAD`] values, where that is too
//! rough, come from exact probabilities; beyond them the gamma tail is scaled to the exact probability that is left.

use super::grid::Gamma;
use super::law::Law;

const HEAD: usize = 4096;

/// See the module.
#[derive(Debug, Clone)]
pub(super) struct LargeNegativeBinomial {
    first: f64,
    /// Exact cumulative probabilities of the first values.
    head: Box<[f64]>,
    gamma: Gamma,
    /// r / 2 - 1/2: from a count to the lower edge of its gamma bin.
    shift: f64,
    /// Gamma tail per exact tail beyond the head.
    scale: f64,
}

impl LargeNegativeBinomial {
    /// `mean` counts from 0.
    pub(super) fn new(first: f64, mean: f64, dispersion: f64) -> Self {
        let keep = mean / (dispersion + mean);
        let mut probability = libm::exp(-dispersion * libm::log1p(mean / dispersion));
        let mut sum = 0.0;
        let head: Box<[f64]> = (0..HEAD)
            .map(|k| {
                sum += probability;
                probability *= (k as f64 + dispersion) / (k as f64 + 1.0) * keep;
                sum
            })
            .collect();
        let mut gamma = Gamma::new(dispersion, 1.0 / libm::log1p(dispersion / mean));
        gamma.prepare(1e-17, 1e-17);
        let shift = 0.5 * (dispersion - 1.0);
        let scale = gamma.survival(HEAD as f64 + shift) / (1.0 - sum);
        Self { first, head, gamma, shift, scale }
    }
}

impl Law for LargeNegativeBinomial {
    #[inline]
    fn inverse(&self, p: f64, q: f64) -> f64 {
        if p < self.head[HEAD - 1] {
            return self.first + self.head.partition_point(|&c| c <= p) as f64;
        }
        let above = (q * self.scale).min(1.0 - 1e-16);
        let x = self.gamma.inverse(1.0 - above, above);
        self.first + (x - self.shift).floor().max(HEAD as f64)
    }

    fn cdf(&self, x: f64) -> f64 {
        let k = (x - self.first).floor();
        match k {
            _ if k < 0.0 => 0.0,
            _ if k < HEAD as f64 => self.head[k as usize],
            _ => 1.0 - self.survival(x),
        }
    }

    fn survival(&self, x: f64) -> f64 {
        let k = (x - self.first).floor();
        if k < HEAD as f64 { 1.0 - self.cdf(x) } else { self.gamma.survival(k + 1.0 + self.shift) / self.scale }
    }

    fn bounds(&self) -> (f64, f64) {
        (self.first, f64::INFINITY)
    }
}
