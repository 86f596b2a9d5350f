//! A distribution without a closed inverse -> a table of its quantile function: gamma and beta.
//!
//! Method: each half of (0, 1) is cut into octaves of the tail probability and each octave into [`FINE`] cells ([`COARSE`]
//! beyond 2^-13, where few values fall), so a cell is found from the bits of the number alone. At the nodes the logarithm of the
//! quantile (of its distance from 1, for beta's upper half) is solved by Newton's method and its exact derivative is kept;
//! between them a cubic Hermite polynomial runs, its slopes held within Fritsch and Carlson's monotone region (1980). In
//! logarithms a tail is nearly linear in ln p, so the relative error is about 3e-7 x max(1, 1/shape) in the body.

use super::law::Law;
use super::special::{LogTail, beta_lower, gamma_tails};

/// Cells per octave for the first [`FINE_OCTAVES`], as a power of two, and beyond.
const FINE: u32 = 4;
const FINE_OCTAVES: u64 = 12;
const COARSE: u32 = 2;
/// Biased exponent of the octave [1/4, 1/2).
const FIRST_EXPONENT: u64 = 1021;

/// Quantiles of one half, by the tail probability.
#[derive(Debug, Clone, Default)]
struct Half {
    /// Polynomials in the position within the cell.
    cells: Box<[[f64; 4]]>,
}

impl Half {
    /// The half down to the probability `least`, of the tail whose logarithm at y is `tail(y)`; `start` is a guess at the
    /// median, and no quantile exceeds `ceiling`.
    fn new(tail: impl Fn(f64) -> LogTail, start: f64, ceiling: f64, least: f64) -> Self {
        if least >= 0.5 {
            return Self::default();
        }
        let mut upper = Node::solve(&tail, 0.5, start, ceiling);
        let mut cells = Vec::new();
        for octave in 0.. {
            let width = if octave < FINE_OCTAVES { 1 << FINE } else { 1 << COARSE };
            let start = 0.25 / (1u64 << octave.min(60)) as f64 / (1u64 << octave.saturating_sub(60)) as f64;
            let first = cells.len();
            for cell in (0..width).rev() {
                let p = start * (1.0 + f64::from(cell) / f64::from(width));
                let lower = Node::solve(&tail, p, upper.y + upper.slope * libm::log(p / upper.p), ceiling);
                cells.push(lower.hermite(&upper));
                upper = lower;
            }
            cells[first..].reverse();
            if start <= least || octave == 110 {
                break;
            }
        }
        Self { cells: cells.into_boxed_slice() }
    }

    /// The logarithm at the tail probability `p`, at most a half.
    #[inline]
    fn at(&self, p: f64) -> f64 {
        let bits = p.min(0.5 - f64::EPSILON / 4.0).to_bits();
        let octave = FIRST_EXPONENT.saturating_sub(bits >> 52);
        let (first, width) = if octave < FINE_OCTAVES {
            (octave << FINE, FINE)
        } else {
            ((FINE_OCTAVES << FINE) + ((octave - FINE_OCTAVES) << COARSE), COARSE)
        };
        let mantissa = bits << 12;
        let cell = (first + (mantissa >> (64 - width))) as usize;
        let t = ((mantissa << width) >> 12) as f64 * (1.0 / 4_503_599_627_370_496.0);
        let [c0, c1, c2, c3] = self.cells[cell.min(self.cells.len() - 1)];
        c0 + t * (c1 + t * (c2 + t * c3))
    }
}

/// A point of the quantile function: y = ln x at tail probability p, and dy / d ln p.
struct Node {
    p: f64,
    y: f64,
    slope: f64,
}

impl Node {
    /// Newton's method on ln p, with bisection where a step leaves what is known to enclose the root.
    fn solve(tail: &impl Fn(f64) -> LogTail, p: f64, start: f64, ceiling: f64) -> Self {
        let goal = libm::log(p);
        let (mut low, mut high, mut y) = (f64::NEG_INFINITY, ceiling, start);
        let mut slope = 1.0;
        for _ in 0..100 {
            let here = tail(y);
            slope = here.slope;
            let step = (here.log - goal) / slope;
            if step.abs() <= 1e-14 * y.abs().max(1e-3) {
                break;
            }
            if (here.log > goal) == (slope > 0.0) {
                high = y;
            } else {
                low = y;
            }
            let next = y - step;
            let next = match next > low && next < high {
                true => next,
                false if low.is_finite() && high.is_finite() => 0.5 * (low + high),
                false if low.is_finite() => low + 1.0,
                false => 2.0 * high.min(0.0) - 1.0,
            };
            y = next;
        }
        Self { p, y, slope: 1.0 / slope }
    }

    /// The polynomial from this node to the next one, in t from 0 to 1.
    fn hermite(&self, next: &Self) -> [f64; 4] {
        let (width, rise) = (next.p - self.p, next.y - self.y);
        let monotone =
            |slope: f64| if rise >= 0.0 { slope.clamp(0.0, 3.0 * rise) } else { slope.clamp(3.0 * rise, 0.0) };
        let d0 = monotone(self.slope * width / self.p);
        let d1 = monotone(next.slope * width / next.p);
        [self.y, d0, 3.0 * rise - 2.0 * d0 - d1, d0 + d1 - 2.0 * rise]
    }
}

/// The gamma distribution; its table must be built by [`Self::prepare`] before quantiles are asked for.
#[derive(Debug, Clone)]
pub(super) struct Gamma {
    shape: f64,
    scale: f64,
    lower: Half,
    upper: Half,
}

impl Gamma {
    pub(super) fn new(shape: f64, scale: f64) -> Self {
        Self { shape, scale, lower: Half::default(), upper: Half::default() }
    }

    /// Builds the table down to the given tail probabilities.
    pub(super) fn prepare(&mut self, least_p: f64, least_q: f64) {
        let shape = self.shape;
        // For small shapes the lower tail is x^shape / Gamma(shape + 1) nearly up to the median.
        let small = (-std::f64::consts::LN_2 + libm::lgamma(shape + 1.0)) / shape;
        let median = if shape < 0.5 { small } else { libm::log(shape - 0.32) };
        self.lower = Half::new(|y| gamma_tails(shape, y).0, median, f64::INFINITY, least_p);
        self.upper = Half::new(|y| gamma_tails(shape, y).1, median, f64::INFINITY, least_q);
    }
}

impl Law for Gamma {
    #[inline]
    fn inverse(&self, p: f64, q: f64) -> f64 {
        self.scale * libm::exp(if p < q { self.lower.at(p) } else { self.upper.at(q) })
    }

    fn cdf(&self, x: f64) -> f64 {
        if x > 0.0 { libm::exp(gamma_tails(self.shape, libm::log(x / self.scale)).0.log) } else { 0.0 }
    }

    fn survival(&self, x: f64) -> f64 {
        if x > 0.0 { libm::exp(gamma_tails(self.shape, libm::log(x / self.scale)).1.log) } else { 1.0 }
    }

    fn bounds(&self) -> (f64, f64) {
        (0.0, f64::INFINITY)
    }
}

/// The beta distribution, scaled onto an interval; see [`Gamma`] about the table.
#[derive(Debug, Clone)]
pub(super) struct Beta {
    alpha: f64,
    beta: f64,
    low: f64,
    high: f64,
    lower: Half,
    upper: Half,
}

impl Beta {
    pub(super) fn new(alpha: f64, beta: f64, low: f64, high: f64) -> Self {
        Self { alpha, beta, low, high, lower: Half::default(), upper: Half::default() }
    }

    /// Builds the table down to the given tail probabilities.
    pub(super) fn prepare(&mut self, least_p: f64, least_q: f64) {
        let half = |a: f64, b: f64, least| {
            let start = libm::log(a / (a + b)).min(-1e-9);
            Half::new(|y| beta_lower(a, b, y), start, 0.0, least)
        };
        self.lower = half(self.alpha, self.beta, least_p);
        self.upper = half(self.beta, self.alpha, least_q);
    }

    fn lower_tail(&self, a: f64, b: f64, part: f64) -> f64 {
        let x = part / (self.high - self.low);
        match x {
            _ if x <= 0.0 => 0.0,
            _ if x >= 1.0 => 1.0,
            _ => libm::exp(beta_lower(a, b, libm::log(x)).log),
        }
    }
}

impl Law for Beta {
    #[inline]
    fn inverse(&self, p: f64, q: f64) -> f64 {
        let width = self.high - self.low;
        if p < q {
            self.low + width * libm::exp(self.lower.at(p))
        } else {
            self.high - width * libm::exp(self.upper.at(q))
        }
    }

    fn cdf(&self, x: f64) -> f64 {
        if x >= self.high { 1.0 } else { self.lower_tail(self.alpha, self.beta, x - self.low) }
    }

    fn survival(&self, x: f64) -> f64 {
        if x <= self.low { 1.0 } else { self.lower_tail(self.beta, self.alpha, self.high - x) }
    }

    fn bounds(&self) -> (f64, f64) {
        (self.low, self.high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Largest relative error in a body of probabilities, against the tail functions themselves.
    fn worst(law: &impl Law, distance: impl Fn(f64) -> (f64, f64)) -> f64 {
        let mut worst: f64 = 0.0;
        for i in 1..4000 {
            let p = f64::from(i) / 4000.0 + 1e-4;
            let x = law.inverse(p, 1.0 - p);
            let (p_error, density) = (law.cdf(x) - p, distance(x).0);
            worst = worst.max((p_error / density / distance(x).1).abs());
        }
        worst
    }

    #[test]
    fn gamma_quantiles_undo_the_cdf() {
        for shape in [0.1, 0.3, 1.0, 2.5, 40.0, 5e3, 1e6] {
            let mut law = Gamma::new(shape, 2.0);
            law.prepare(1e-16, 1e-16);
            let error = worst(&law, |x| {
                let lower = gamma_tails(shape, libm::log(x / 2.0)).0;
                (lower.slope * libm::exp(lower.log), 1.0)
            });
            assert!(error < 3e-7 * (1.0 / shape).max(1.0), "{shape}: {error}");
            for q in [1e-3, 1e-6, 1e-9, 1e-12, 1e-15] {
                assert!((law.survival(law.inverse(1.0 - q, q)) / q - 1.0).abs() < 1e-3, "{shape} {q}");
                let low = law.inverse(q, 1.0 - q);
                assert!(low == 0.0 || low < 1e-300 || (law.cdf(low) / q - 1.0).abs() < 1e-3, "{shape} {q}");
            }
        }
    }

    #[test]
    fn beta_quantiles_undo_the_cdf() {
        for (alpha, beta) in [(0.2, 0.3), (0.5, 0.5), (1.0, 1.0), (2.0, 5.0), (5.0, 0.4), (300.0, 20.0), (1e4, 2e5)] {
            let mut law = Beta::new(alpha, beta, 0.0, 1.0);
            law.prepare(1e-16, 1e-16);
            for i in 1..2000 {
                let p = f64::from(i) / 2000.0;
                let x = law.inverse(p, 1.0 - p);
                assert!(
                    (law.cdf(x) / p - 1.0).abs() < 2e-6 || x >= 1.0 - 1e-15,
                    "{alpha} {beta} {p} {x} {}",
                    law.cdf(x)
                );
            }
        }
    }

    #[test]
    fn quantiles_rise() {
        let mut law = Gamma::new(0.4, 1.0);
        law.prepare(1e-16, 1e-16);
        let mut last = 0.0;
        for i in 1..100_000 {
            let p = f64::from(i) / 100_000.0;
            let x = law.inverse(p, 1.0 - p);
            assert!(x >= last, "{p}");
            last = x;
        }
    }
}
