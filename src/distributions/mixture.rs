//! Weighted components -> the law of their mixture.

use super::DistError;
use super::law::{Law, inside};
use super::shapes::{Shape, build};
use super::spec::MixturePart;
use super::truncated::{Truncated, empty};
use super::weighted::check_weights;

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

    /// Whether all components are discrete.
    pub(super) fn is_discrete(&self) -> bool {
        self.parts.iter().all(|part| part.law.is_discrete())
    }

    /// Weighted mean of the components'.
    pub(super) fn mean(&self) -> f64 {
        self.parts.iter().map(|part| part.weight * part.law.mean()).sum()
    }
}

impl Mixture {
    /// The mixture within narrower bounds and the share of it that lies there; none if nothing does.
    pub(super) fn narrowed(self, min: Option<f64>, max: Option<f64>) -> Option<(Truncated, f64)> {
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
