//! `DistSpec`, `min`, `max`, `zero` -> a sampler: 64 uniform bits in, one value out.
//!
//! A value is `Q(u)`, with u the middle of the cell of (0, 1) that the bits name ([`crate::random::open_unit`]). Truncation maps
//! u onto the probabilities between the bounds, `F(min) + u (F(max) - F(min))`, and the same from above with the
//! survival function, so neither tail loses digits and no value gathers at a bound. Zeros take the part of (0, 1) where they
//! belong in the order of the values, the rest is stretched over what remains. So `Q` rises with u; a mixture alone is
//! *sampled* otherwise: the part of (0, 1) that u falls into chooses the component, and the position within the part,
//! stretched, is the component's u (a component of weight w has 52 + log2(w) bits left).

use super::law::Law;
use super::shapes::{Built, Shape, build, with_law};
use super::spec::{DistError, DistSpec, MixturePart, probability};
use super::weighted::check_weights;
use crate::random::open_unit;

/// Smallest distance of u from 0 and 1.
const EDGE: f64 = 1.0 / 9_007_199_254_740_992.0;

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

/// A stretched probability, kept inside (0, 1).
#[inline(always)]
fn inside(p: f64) -> f64 {
    p.clamp(EDGE, 1.0 - EDGE)
}

/// A law between bounds.
#[derive(Debug, Clone)]
pub(super) struct Truncated {
    shape: Shape,
    /// Probability below `low`, above `high` and between them, before truncation.
    below: f64,
    above: f64,
    mass: f64,
    low: f64,
    high: f64,
}

impl Truncated {
    fn new(mut shape: Shape, low: Option<f64>, high: Option<f64>) -> Result<Self, DistError> {
        let (least, greatest) = with_law!(&shape, law => law.bounds());
        let low = low.filter(|&low| low > least);
        let high = high.filter(|&high| high < greatest);
        let (below, above, mass) = window(&shape, low, high);
        if !(mass > 1e-280) {
            return Err(empty(low, high, least, greatest));
        }
        let (p, q) = (below + EDGE * mass, above + EDGE * mass);
        match &mut shape {
            Shape::Gamma(law) => law.prepare(p, q),
            Shape::Beta(law) => law.prepare(p, q),
            _ => (),
        }
        let end = |bound: Option<f64>, natural: f64, p, q| match bound {
            Some(bound) => bound,
            None if natural.is_finite() => natural,
            None => with_law!(&shape, law => law.inverse(p, q)),
        };
        let low = end(low, least, p, 1.0 - p);
        let high = end(high, greatest, 1.0 - q, q);
        Ok(Self { shape, below, above, mass, low, high })
    }

    fn is_discrete(&self) -> bool {
        is_discrete(&self.shape)
    }

    /// Truncation and the law itself; the bounds hold against rounding.
    #[inline(always)]
    fn draw_from(&self, law: &impl Law, p: f64, q: f64) -> f64 {
        law.draw(self.below + p * self.mass, self.above + q * self.mass).max(self.low).min(self.high)
    }

    fn mean(&self) -> f64 {
        match &self.shape {
            Shape::Table(table) if self.mass == 1.0 => table.mean(),
            Shape::Mixture(mixture) => mixture.mean(),
            _ => mean_of_quantiles(self, if self.is_discrete() { 512 } else { 32 }),
        }
    }
}

impl Law for Truncated {
    fn inverse(&self, p: f64, q: f64) -> f64 {
        let (p, q) = (self.below + p * self.mass, self.above + q * self.mass);
        with_law!(&self.shape, law => law.inverse(p, q)).max(self.low).min(self.high)
    }

    fn draw(&self, p: f64, q: f64) -> f64 {
        with_law!(&self.shape, law => self.draw_from(law, p, q))
    }

    fn cdf(&self, x: f64) -> f64 {
        match x {
            _ if x < self.low => 0.0,
            _ if x >= self.high => 1.0,
            _ if self.below > 0.5 => 1.0 - self.survival(x),
            _ => ((with_law!(&self.shape, law => law.cdf(x)) - self.below) / self.mass).clamp(0.0, 1.0),
        }
    }

    fn survival(&self, x: f64) -> f64 {
        match x {
            _ if x < self.low => 1.0,
            _ if x >= self.high => 0.0,
            _ => ((with_law!(&self.shape, law => law.survival(x)) - self.above) / self.mass).clamp(0.0, 1.0),
        }
    }

    fn bounds(&self) -> (f64, f64) {
        (self.low, self.high)
    }
}

fn is_discrete(shape: &Shape) -> bool {
    match shape {
        Shape::UniformInteger(_)
        | Shape::Table(_)
        | Shape::LargeCount(_)
        | Shape::LargeNegativeBinomial(_)
        | Shape::Geometric(_)
        | Shape::Zipf(_) => true,
        Shape::Mixture(mixture) => mixture.parts.iter().all(|part| part.law.is_discrete()),
        _ => false,
    }
}

/// Probability below `low`, above `high` and between them, each from the tail where it has most digits. A mixture has
/// truncated its components itself.
fn window(shape: &Shape, low: Option<f64>, high: Option<f64>) -> (f64, f64, f64) {
    if matches!(shape, Shape::Mixture(_)) {
        return (0.0, 0.0, 1.0);
    }
    // The bound itself belongs to the range, which matters where it has a probability.
    let low = low.map(|low| if is_discrete(shape) { low.ceil() - 1.0 } else { low });
    let cdf = |x: Option<f64>, none| x.map_or(none, |x| with_law!(shape, law => law.cdf(x)));
    let survival = |x: Option<f64>, none| x.map_or(none, |x| with_law!(shape, law => law.survival(x)));
    let (below, above) = (cdf(low, 0.0), survival(high, 0.0));
    let mass = match () {
        () if below > 0.5 => survival(low, 1.0) - above,
        () if above > 0.5 => cdf(high, 1.0) - below,
        () => 1.0 - below - above,
    };
    (below, above, mass)
}

fn empty(low: Option<f64>, high: Option<f64>, least: f64, greatest: f64) -> DistError {
    let parameter = if high.is_some() { "max" } else { "min" };
    let range = match (low, high) {
        (Some(low), Some(high)) => format!("between {low} and {high}"),
        (None, Some(high)) => format!("up to {high}"),
        (low, None) => format!("from {} on", low.unwrap_or(least)),
    };
    let message = format!("the distribution has no values {range}");
    DistError::new(
        parameter,
        message,
        format!("it reaches from {least} to {greatest}; move the bound to where values are likely"),
    )
}

/// The integral of the quantile function by midpoints, `cells` to each octave of both tails.
fn mean_of_quantiles(law: &impl Law, cells: u32) -> f64 {
    let mut sum = 0.0;
    let mut end = 0.5;
    while end > EDGE {
        let width = 0.5 * end / f64::from(cells);
        let octave: f64 = (0..cells)
            .map(|cell| 0.5 * end + width * (f64::from(cell) + 0.5))
            .map(|p| law.inverse(p, 1.0 - p) + law.inverse(1.0 - p, p))
            .sum();
        sum += octave * width;
        end *= 0.5;
    }
    sum
}

/// One of several laws, by weight.
#[derive(Debug, Clone)]
pub(super) struct Mixture {
    parts: Box<[Part]>,
}

#[derive(Debug, Clone)]
struct Part {
    /// Share of the values, and the shares of all parts before and after.
    weight: f64,
    before: f64,
    after: f64,
    law: Truncated,
}

impl Mixture {
    /// The mixture of `of` between `min` and `max`. A component is truncated to its own bounds first; what of it lies outside the
    /// mixture's is taken off its weight.
    pub(super) fn new(of: &[MixturePart], min: Option<f64>, max: Option<f64>) -> Result<Self, DistError> {
        check_weights(&of.iter().map(|part| part.weight).collect::<Vec<_>>())?;
        let mut parts = Vec::with_capacity(of.len());
        for part in of {
            let own = build(&part.dist, part.min, part.max)?;
            let law = Truncated::new(own.shape, own.low, own.high)?;
            if let (true, Some((law, mass))) = (part.weight > 0.0, law.narrowed(min, max)) {
                parts.push(Part { weight: part.weight * mass, before: 0.0, after: 0.0, law });
            }
        }
        if !parts.iter().any(|part| part.weight > 0.0) {
            return Err(empty(min, max, f64::NEG_INFINITY, f64::INFINITY));
        }
        Ok(Self { parts: parts.into_boxed_slice() }.normalised())
    }

    /// Weights that sum to 1, with their running sums from both ends.
    fn normalised(mut self) -> Self {
        let total: f64 = self.parts.iter().map(|part| part.weight).sum();
        let mut before = 0.0;
        for part in &mut self.parts {
            part.weight /= total;
            part.before = before;
            before += part.weight;
        }
        let mut after = 0.0;
        for part in self.parts.iter_mut().rev() {
            part.after = after;
            after += part.weight;
        }
        self
    }

    fn mean(&self) -> f64 {
        self.parts.iter().map(|part| part.weight * part.law.mean()).sum()
    }
}

impl Truncated {
    /// The law within narrower bounds and the share of it that lies there; none if nothing does.
    fn narrowed(self, min: Option<f64>, max: Option<f64>) -> Option<(Self, f64)> {
        if let Shape::Mixture(inner) = self.shape {
            return inner.narrowed(min, max);
        }
        let (min, max) = (min.filter(|&min| min > self.low), max.filter(|&max| max < self.high));
        if min.is_none() && max.is_none() {
            return Some((self, 1.0));
        }
        let low = Some(min.unwrap_or(self.low));
        let high = Some(max.unwrap_or(self.high));
        let whole = self.mass;
        if low > high {
            return None;
        }
        let law = Self::new(self.shape, low, high).ok()?;
        let share = law.mass / whole;
        Some((law, share))
    }
}

impl Mixture {
    fn narrowed(self, min: Option<f64>, max: Option<f64>) -> Option<(Truncated, f64)> {
        let mut share = 0.0;
        let mut parts = Vec::with_capacity(self.parts.len());
        for part in self.parts {
            if let Some((law, mass)) = part.law.narrowed(min, max) {
                share += part.weight * mass;
                parts.push(Part { weight: part.weight * mass, law, ..part });
            }
        }
        (share > 0.0).then_some(())?;
        let inner = Self { parts: parts.into_boxed_slice() }.normalised();
        Some((Truncated::new(Shape::Mixture(inner), None, None).ok()?, share))
    }
}

impl Law for Mixture {
    fn inverse(&self, p: f64, q: f64) -> f64 {
        let quantiles = || self.parts.iter().map(|part| part.law.inverse(p, q));
        let mut low = quantiles().fold(f64::INFINITY, f64::min);
        let mut high = quantiles().fold(f64::NEG_INFINITY, f64::max);
        // The quantile lies between the components' own.
        for _ in 0..200 {
            let middle = 0.5 * low + 0.5 * high;
            if middle <= low || middle >= high {
                break;
            }
            let reached = if p < q { self.cdf(middle) >= p } else { self.survival(middle) <= q };
            if reached { high = middle } else { low = middle }
        }
        high
    }

    #[inline]
    fn draw(&self, p: f64, q: f64) -> f64 {
        let last = self.parts.len() - 1;
        let part = self.parts[..last].iter().find(|part| p < part.before + part.weight).unwrap_or(&self.parts[last]);
        Law::draw(&part.law, inside((p - part.before) / part.weight), inside((q - part.after) / part.weight))
    }

    fn cdf(&self, x: f64) -> f64 {
        self.parts.iter().map(|part| part.weight * part.law.cdf(x)).sum()
    }

    fn survival(&self, x: f64) -> f64 {
        self.parts.iter().map(|part| part.weight * part.law.survival(x)).sum()
    }

    fn bounds(&self) -> (f64, f64) {
        let bounds = || self.parts.iter().map(|part| part.law.bounds());
        (bounds().fold(f64::INFINITY, |low, b| low.min(b.0)), bounds().fold(f64::NEG_INFINITY, |high, b| high.max(b.1)))
    }
}
