//! `DistSpec`, `min`, `max`, `zero` -> a sampler: 64 uniform bits in, one value out.
//!
//! A value is `Q(u)`, with u the middle of the cell of (0, 1) that the bits name ([`crate::random::open_unit`]). Truncation maps
//! u onto the probabilities between the bounds, `F(min) + u (F(max) - F(min))`, and the same from above with the
//! survival function, so neither tail loses digits and no value gathers at a bound. Zeros take the part of (0, 1) where they
//! belong in the order of the values, the rest is stretched over what remains. So `Q` rises with u; a mixture alone is
//! *sampled* otherwise: the part of (0, 1) that u falls into chooses the component, and the position within the part,
//! stretched, is the component's u (a component of weight w has 52 + log2(w) bits left).

use super::law::{EDGE, Law, inside};
use super::shapes::{Built, Shape, build, with_law};
use super::spec::{DistError, DistSpec, probability};
use super::truncated::Truncated;
use crate::random::open_unit;

/// A distribution, ready to be drawn from. Cheap to build (microseconds, for the tabulated families up to a millisecond),
/// immutable, shared by all threads.
#[derive(Debug, Clone)]
pub struct Sampler {
    law: Truncated,
    zero: f64,
    /// Where the zeros begin in (0, 1).
    zero_from: f64,
    /// 1 / (1 - zero).
    stretch: f64,
}

impl Sampler {
    /// The sampler of `spec`, truncated to `min` and `max` and then zero with probability `zero`. For the bounded families
    /// (uniform, beta, triangular) the bounds are parameters; a discrete family starts at `min`.
    ///
    /// # Errors
    /// A parameter outside its domain, a reversed range, no probability between `min` and `max`: the parameter, the cause,
    /// a fix.
    pub fn new(spec: &DistSpec, min: Option<f64>, max: Option<f64>, zero: f64) -> Result<Self, DistError> {
        probability("zero", zero)?;
        let Built { shape, low, high } = build(spec, min, max)?;
        let law = Truncated::new(shape, low, high)?;
        let below = if law.is_discrete() { law.cdf(-1.0) } else { law.cdf(0.0) };
        let below = if law.low >= 0.0 { 0.0 } else { below };
        Ok(Self { zero, zero_from: below * (1.0 - zero), stretch: 1.0 / (1.0 - zero), law })
    }

    /// The value below which a share `u` of all values lies; `u` in (0, 1), taken to the nearest such number. For a mixture this
    /// is found by bisection.
    pub fn quantile(&self, u: f64) -> f64 {
        let u = u.clamp(EDGE, 1.0 - EDGE);
        match self.without_zeros(u) {
            Some((p, q)) => self.law.inverse(p, q),
            None => 0.0,
        }
    }

    /// Share of values of at most `x`.
    pub fn cdf(&self, x: f64) -> f64 {
        let zeros = if x >= 0.0 { self.zero } else { 0.0 };
        (1.0 - self.zero) * self.law.cdf(x) + zeros
    }

    /// Whether all values are whole numbers by themselves.
    pub fn is_discrete(&self) -> bool {
        self.law.is_discrete()
    }

    /// Least and greatest value that can come out; both are finite.
    pub fn support(&self) -> (f64, f64) {
        let (low, high) = (self.law.low, self.law.high);
        match self.zero {
            0.0 => (low, high),
            1.0 => (0.0, 0.0),
            _ => (low.min(0.0), high.max(0.0)),
        }
    }

    /// Mean of what comes out, after truncation and zeros, to about six digits (exact for tabulated counts). A law without a
    /// mean gives that of its 2^52 values.
    pub fn mean(&self) -> f64 {
        (1.0 - self.zero) * self.law.mean()
    }

    /// Whether some values are more likely than others, which `unique` cannot honour.
    pub const fn weighted(&self) -> bool {
        self.zero > 0.0 || !matches!(self.law.shape, Shape::Uniform(_) | Shape::UniformInteger(_))
    }

    /// The value for each of `bits`, appended to `out`.
    pub fn sample_into(&self, bits: &[u64], out: &mut Vec<f64>) {
        self.extend(bits, out, |x| x);
    }

    /// The value for each of `bits` as a count, appended to `out`: to nearest, half up, nothing below 0.
    pub fn sample_counts(&self, bits: &[u64], out: &mut Vec<u64>) {
        self.extend(bits, out, |x| x.round() as u64);
    }

    /// The value for one draw.
    #[inline]
    pub fn sample(&self, bits: u64) -> f64 {
        with_law!(&self.law.shape, law => self.draw(law, bits))
    }

    fn extend<T>(&self, bits: &[u64], out: &mut Vec<T>, convert: impl Fn(f64) -> T) {
        with_law!(&self.law.shape, law => out.extend(bits.iter().map(|&bits| convert(self.draw(law, bits)))));
    }

    #[inline(always)]
    fn draw(&self, law: &impl Law, bits: u64) -> f64 {
        match self.without_zeros(open_unit(bits)) {
            Some((p, q)) => self.law.draw_from(law, p, q),
            None => 0.0,
        }
    }

    /// The probabilities from below and above among the values that are not forced to zero.
    #[inline(always)]
    fn without_zeros(&self, u: f64) -> Option<(f64, f64)> {
        let v = 1.0 - u;
        if self.zero == 0.0 {
            return Some((u, v));
        }
        if u < self.zero_from {
            Some((inside(u * self.stretch), inside((v - self.zero) * self.stretch)))
        } else if u >= self.zero_from + self.zero {
            Some((inside((u - self.zero) * self.stretch), inside(v * self.stretch)))
        } else {
            None
        }
    }
}
