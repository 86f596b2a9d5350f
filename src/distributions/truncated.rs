//! A law and bounds -> the law between them, by inverse CDF: probabilities are mapped onto those between the bounds, from
//! below and from above.

use super::law::{EDGE, Law};
use super::shapes::{Shape, with_law};
use super::spec::DistError;

/// A law between bounds.
#[derive(Debug, Clone)]
pub(super) struct Truncated {
    pub(super) shape: Shape,
    /// Probability below `low`, above `high` and between them, before truncation.
    below: f64,
    above: f64,
    mass: f64,
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Truncated {
    pub(super) fn new(mut shape: Shape, low: Option<f64>, high: Option<f64>) -> Result<Self, DistError> {
        let (least, greatest) = with_law!(&shape, law => law.bounds());
        let low = low.filter(|&low| low > least);
        let high = high.filter(|&high| high < greatest);
        let (below, above, mass) = window(&shape, low, high);
        if mass.is_nan() || mass <= 1e-280 {
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

    pub(super) fn is_discrete(&self) -> bool {
        is_discrete(&self.shape)
    }

    /// Truncation and the law itself; the bounds hold against rounding.
    #[inline(always)]
    pub(super) fn draw_from(&self, law: &impl Law, p: f64, q: f64) -> f64 {
        law.draw(self.below + p * self.mass, self.above + q * self.mass).max(self.low).min(self.high)
    }

    pub(super) fn mean(&self) -> f64 {
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
        Shape::Mixture(mixture) => mixture.is_discrete(),
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

/// The error of a range without values.
pub(super) fn empty(low: Option<f64>, high: Option<f64>, least: f64, greatest: f64) -> DistError {
    let parameter = if high.is_some() { "max" } else { "min" };
    let range = match (low, high) {
        (Some(low), Some(high)) => format!("between {low} and {high}"),
        (None, Some(high)) => format!("up to {high}"),
        (low, None) => format!("from {} on", low.unwrap_or(least)),
    };
    let message = format!("the distribution has next to no values {range}");
    let help = match least.is_finite() || greatest.is_finite() {
        true => format!("it reaches from {least} to {greatest}; move the bound to where values are likely"),
        false => "move the bound to where values are likely".to_owned(),
    };
    DistError::new(parameter, message, help)
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

impl Truncated {
    /// The law within narrower bounds and the share of it that lies there; none if nothing does.
    pub(super) fn narrowed(self, min: Option<f64>, max: Option<f64>) -> Option<(Self, f64)> {
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
