//! The normal and the lognormal distribution: quantiles by Wichura's algorithm AS 241 (PPND16, relative accuracy about
//! 1e-16), probabilities by the complementary error function.

use super::as241::{A, B, C, D, E, F};
use super::law::Law;

/// 95% quantile of the standard normal distribution.
pub(super) const Z95: f64 = 1.644_853_626_951_472_2;

/// Standard normal quantile of the probability `p` from below, `q` from above.
///
/// Wichura, *Algorithm AS 241: The Percentage Points of the Normal Distribution*, Applied Statistics 37 (1988).
#[inline]
pub(super) fn normal_quantile(p: f64, q: f64) -> f64 {
    let centred = if p < q { p - 0.5 } else { 0.5 - q };
    if centred.abs() <= 0.425 {
        return central(centred);
    }
    let z = tail(p.min(q));
    if centred < 0.0 { -z } else { z }
}

#[inline(always)]
fn polynomial(coefficients: [f64; 8], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

#[inline(always)]
fn central(centred: f64) -> f64 {
    let r = 0.180625 - centred * centred;
    centred * polynomial(A, r) / polynomial(B, r)
}

#[inline]
fn tail(smaller: f64) -> f64 {
    let r = libm::log(smaller.max(f64::MIN_POSITIVE));
    let r = (-r).sqrt();
    if r <= 5.0 {
        let r = r - 1.6;
        polynomial(C, r) / polynomial(D, r)
    } else {
        let r = r - 5.0;
        polynomial(E, r) / polynomial(F, r)
    }
}

/// Probability that a standard normal value exceeds `z`.
pub(super) fn normal_survival(z: f64) -> f64 {
    0.5 * libm::erfc(z * std::f64::consts::FRAC_1_SQRT_2)
}

/// The normal distribution.
#[derive(Debug, Clone)]
pub(super) struct Normal {
    pub(super) mean: f64,
    pub(super) sd: f64,
}

impl Law for Normal {
    #[inline]
    fn inverse(&self, p: f64, q: f64) -> f64 {
        self.mean + self.sd * normal_quantile(p, q)
    }

    fn cdf(&self, x: f64) -> f64 {
        normal_survival((self.mean - x) / self.sd)
    }

    fn survival(&self, x: f64) -> f64 {
        normal_survival((x - self.mean) / self.sd)
    }

    fn bounds(&self) -> (f64, f64) {
        (f64::NEG_INFINITY, f64::INFINITY)
    }
}

/// exp of a normal distribution.
#[derive(Debug, Clone)]
pub(super) struct LogNormal {
    pub(super) log: Normal,
}

impl Law for LogNormal {
    #[inline]
    fn inverse(&self, p: f64, q: f64) -> f64 {
        libm::exp(self.log.inverse(p, q))
    }

    fn cdf(&self, x: f64) -> f64 {
        self.log.cdf(libm::log(x.max(0.0)))
    }

    fn survival(&self, x: f64) -> f64 {
        self.log.survival(libm::log(x.max(0.0)))
    }

    fn bounds(&self) -> (f64, f64) {
        (0.0, f64::INFINITY)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_agree_with_the_published_values() {
        // Wichura's own check values.
        assert!((normal_quantile(0.25, 0.75) + 0.674_489_750_196_081_7).abs() < 1e-15);
        assert!((normal_quantile(0.001, 0.999) + 3.090_232_306_167_813_5).abs() < 1e-14);
        assert!((normal_quantile(1e-20, 1.0) + 9.262_340_089_798_408).abs() < 1e-14);
        assert_eq!(normal_quantile(0.5, 0.5), 0.0);
        assert!((normal_quantile(0.95, 0.05) - Z95).abs() < 1e-15);
    }

    #[test]
    fn quantiles_are_symmetric_and_undo_the_survival_function() {
        for exponent in 1..300 {
            let q = libm::exp(-f64::from(exponent));
            let z = normal_quantile(1.0 - q, q);
            assert_eq!(z, -normal_quantile(q, 1.0 - q));
            // A last bit of z is z^2 last bits of the probability.
            assert!((normal_survival(z) / q - 1.0).abs() < 1e-15 * (10.0 + z * z), "{q}");
        }
    }
}
