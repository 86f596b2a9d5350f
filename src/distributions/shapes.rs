//! `DistSpec`, `min`, `max` -> the family's law and what is left to truncate. Here parameters are checked.

use super::DistError;
use super::counts::{CountTable, LargeCount};
use super::grid::{Beta, Gamma};
use super::large::LargeNegativeBinomial;
use super::mixture::Mixture;
use super::normal::{LogNormal, Normal, Z95};
use super::piecewise::Piecewise;
use super::simple::{Geometric, Pareto, Triangular, Uniform, UniformInteger, Weibull};
use super::spec::{DistSpec, finite, positive, probability};
use super::zipf::Zipf;

/// A law of any family.
#[derive(Debug, Clone)]
pub(super) enum Shape {
    Uniform(Uniform),
    UniformInteger(UniformInteger),
    Normal(Normal),
    LogNormal(LogNormal),
    Weibull(Weibull),
    Pareto(Pareto),
    Triangular(Triangular),
    Gamma(Gamma),
    Beta(Beta),
    Piecewise(Piecewise),
    Table(CountTable),
    LargeCount(LargeCount),
    LargeNegativeBinomial(LargeNegativeBinomial),
    Geometric(Geometric),
    Zipf(Zipf),
    Mixture(Mixture),
}

/// Runs an expression on the law inside a [`Shape`].
macro_rules! with_law {
    ($shape:expr, $law:ident => $body:expr) => {
        match $shape {
            Shape::Uniform($law) => $body,
            Shape::UniformInteger($law) => $body,
            Shape::Normal($law) => $body,
            Shape::LogNormal($law) => $body,
            Shape::Weibull($law) => $body,
            Shape::Pareto($law) => $body,
            Shape::Triangular($law) => $body,
            Shape::Gamma($law) => $body,
            Shape::Beta($law) => $body,
            Shape::Piecewise($law) => $body,
            Shape::Table($law) => $body,
            Shape::LargeCount($law) => $body,
            Shape::LargeNegativeBinomial($law) => $body,
            Shape::Geometric($law) => $body,
            Shape::Zipf($law) => $body,
            Shape::Mixture($law) => $body,
        }
    };
}
pub(super) use with_law;

/// A law, and the bounds that it does not keep by itself.
pub(super) struct Built {
    pub(super) shape: Shape,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
}

/// `min` and `max`, finite and in order.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    min: Option<f64>,
    max: Option<f64>,
}

impl Bounds {
    fn new(min: Option<f64>, max: Option<f64>) -> Result<Self, DistError> {
        min.map_or(Ok(0.0), |min| finite("min", min))?;
        max.map_or(Ok(0.0), |max| finite("max", max))?;
        if let (Some(min), Some(max)) = (min, max) {
            ordered(min, max)?;
        }
        Ok(Self { min, max })
    }

    /// Both bounds, of a family that has them for parameters.
    fn both(self, default: Option<(f64, f64)>) -> Result<(f64, f64), DistError> {
        let pick = |name, given: Option<f64>, default: Option<f64>| {
            given
                .or(default)
                .ok_or_else(|| DistError::new(name, format!("`{name}` is missing"), format!("add `{name}`")))
        };
        let min = pick("min", self.min, default.map(|d| d.0))?;
        let max = pick("max", self.max, default.map(|d| d.1))?;
        ordered(min, max)?;
        Ok((min, max))
    }

    /// First value of a discrete family, and how many steps up it may go.
    fn steps(self, default: f64) -> Result<(f64, f64), DistError> {
        let first = self.min.unwrap_or(default).ceil();
        let last = self.max.map_or(f64::INFINITY, f64::floor);
        if first > last {
            let message = format!("no whole number lies between {} and {}", self.min.unwrap_or(default), last);
            return Err(DistError::new("max", message, format!("raise `max` to {first} at least")));
        }
        Ok((first, last - first))
    }
}

fn ordered(min: f64, max: f64) -> Result<(), DistError> {
    if min <= max {
        return Ok(());
    }
    let message = format!("the range from {min} to {max} is reversed");
    Err(DistError::new("max", message, format!("give a `max` of at least {min}")))
}

/// The law of `spec` between `min` and `max`.
pub(super) fn build(spec: &DistSpec, min: Option<f64>, max: Option<f64>) -> Result<Built, DistError> {
    let bounds = Bounds::new(min, max)?;
    match spec {
        DistSpec::Uniform | DistSpec::UniformInteger | DistSpec::Beta { .. } | DistSpec::Triangular { .. } => {
            Ok(whole(bounded(spec, bounds)?))
        }
        DistSpec::Poisson { .. }
        | DistSpec::Binomial { .. }
        | DistSpec::Geometric { .. }
        | DistSpec::GeometricP { .. }
        | DistSpec::NegativeBinomial { .. }
        | DistSpec::Zipf { .. } => discrete(spec, bounds),
        _ => Ok(Built { shape: continuous(spec, bounds)?, low: min, high: max }),
    }
}

const fn whole(shape: Shape) -> Built {
    Built { shape, low: None, high: None }
}

/// The families whose parameters `min` and `max` are.
fn bounded(spec: &DistSpec, bounds: Bounds) -> Result<Shape, DistError> {
    Ok(match *spec {
        DistSpec::UniformInteger => {
            let (min, max) = Bounds { min: Some(bounds.min.unwrap_or(0.0)), ..bounds }.both(None)?;
            let steps = bounds.steps(min)?.1;
            Shape::UniformInteger(UniformInteger { low: min.ceil(), high: max.floor().max(min.ceil() + steps) })
        }
        DistSpec::Beta { alpha, beta } => {
            let (min, max) = bounds.both(Some((0.0, 1.0)))?;
            Shape::Beta(Beta::new(positive("alpha", alpha)?, positive("beta", beta)?, min, max))
        }
        DistSpec::Triangular { mode } => {
            let (low, high) = bounds.both(None)?;
            let mode = finite("mode", mode.unwrap_or(0.5 * low + 0.5 * high))?;
            if !(low..=high).contains(&mode) {
                let message = format!("the mode {mode} lies outside {low} to {high}");
                return Err(DistError::new("mode", message, "give a mode between `min` and `max`"));
            }
            Shape::Triangular(Triangular { low, mode, high })
        }
        _ => {
            let (low, high) = bounds.both(Some((0.0, 1.0)))?;
            Shape::Uniform(Uniform { low, high })
        }
    })
}

/// The families that are truncated by inverse CDF.
fn continuous(spec: &DistSpec, bounds: Bounds) -> Result<Shape, DistError> {
    let weibull = |shape, scale| Shape::Weibull(Weibull { scale, shape });
    let lognormal = |mean, sd| Shape::LogNormal(LogNormal { log: Normal { mean, sd } });
    Ok(match spec {
        &DistSpec::Normal { mean, sd } => {
            Shape::Normal(Normal { mean: finite("mean", mean)?, sd: positive("sd", sd)? })
        }
        &DistSpec::LogNormal { mu, sigma } => lognormal(finite("mu", mu)?, positive("sigma", sigma)?),
        &DistSpec::LogNormalQuantiles { median, p95 } => {
            let median = positive("median", median)?;
            if finite("p95", p95)? <= median {
                let message = format!("`p95` is {p95}, which does not exceed the median {median}");
                return Err(DistError::new(
                    "p95",
                    message,
                    "95% of the values lie below `p95`: give one above the median",
                ));
            }
            lognormal(libm::log(median), libm::log(p95 / median) / Z95)
        }
        &DistSpec::Exponential { mean } => weibull(1.0, positive("mean", mean)?),
        &DistSpec::ExponentialRate { rate } => weibull(1.0, 1.0 / positive("rate", rate)?),
        &DistSpec::Weibull { shape, scale } => weibull(positive("shape", shape)?, positive("scale", scale)?),
        &DistSpec::Gamma { shape, scale } => {
            Shape::Gamma(Gamma::new(positive("shape", shape)?, positive("scale", scale)?))
        }
        &DistSpec::GammaMean { shape, mean } => {
            Shape::Gamma(Gamma::new(positive("shape", shape)?, positive("mean", mean)? / shape))
        }
        &DistSpec::Pareto { shape, scale } => {
            Shape::Pareto(Pareto { scale: positive("scale", scale)?, shape: positive("shape", shape)? })
        }
        DistSpec::Histogram { edges, weights } => Shape::Piecewise(Piecewise::histogram(edges, weights)?),
        DistSpec::Quantiles { at } => Shape::Piecewise(Piecewise::quantiles(at, bounds.min, bounds.max)?),
        DistSpec::Mixture { of } => Shape::Mixture(Mixture::new(of, bounds.min, bounds.max)?),
        other => return bounded(other, bounds),
    })
}

/// The discrete families: shifted to start at `min`, cut at `max`.
fn discrete(spec: &DistSpec, bounds: Bounds) -> Result<Built, DistError> {
    let first_value = if matches!(spec, DistSpec::Zipf { .. }) { 1.0 } else { 0.0 };
    let (first, last) = bounds.steps(first_value)?;
    let above_first = |mean: f64| match finite("mean", mean)? - first {
        rest if rest >= 0.0 => Ok(rest),
        _ => {
            let message = format!("the mean {mean} lies below the least value {first}");
            Err(DistError::new(
                "mean",
                message,
                format!("the support starts at `min`: give a mean of at least {first}"),
            ))
        }
    };
    let shape = match *spec {
        DistSpec::Poisson { mean } => poisson(first, last, above_first(mean)?),
        DistSpec::Binomial { n, p } => binomial(first, last, n as f64, probability("p", p)?),
        DistSpec::Geometric { mean } => geometric(first, last, above_first(mean)?),
        DistSpec::GeometricP { p } => {
            let p = positive("p", probability("p", p)?)?;
            geometric(first, last, (1.0 - p) / p)
        }
        DistSpec::NegativeBinomial { mean, dispersion } => {
            negative_binomial(first, last, above_first(mean)?, positive("dispersion", dispersion)?)
        }
        DistSpec::Zipf { s, n } => {
            if n == 0 {
                return Err(DistError::new("n", "`n` is 0", "give the number of values, at least 1"));
            }
            Shape::Zipf(Zipf::new(s, (n as f64).min(last + 1.0), first)?)
        }
        _ => return Ok(whole(bounded(spec, bounds)?)),
    };
    // A table ends at `max` by itself; the large approximations are truncated.
    Ok(match shape {
        Shape::Table(_) | Shape::Zipf(_) => whole(shape),
        _ => Built { shape, low: None, high: bounds.max.map(f64::floor) },
    })
}

fn poisson(first: f64, last: f64, mean: f64) -> Shape {
    let table = CountTable::by_ratio(first, mean.floor(), last, |k| mean / (k + 1.0));
    table.map_or_else(
        || {
            let sd = mean.sqrt();
            let (low, high) = (first, f64::INFINITY);
            Shape::LargeCount(LargeCount { low, high, mean: first + mean, sd, skewness: 1.0 / sd })
        },
        Shape::Table,
    )
}

fn binomial(first: f64, last: f64, n: f64, p: f64) -> Shape {
    let odds = p / (1.0 - p);
    let mode = ((n + 1.0) * p).floor().min(n);
    let table = CountTable::by_ratio(first, mode, last.min(n), |k| (n - k) / (k + 1.0) * odds);
    table.map_or_else(
        || {
            let sd = (n * p * (1.0 - p)).sqrt();
            let (low, high) = (first, first + n);
            Shape::LargeCount(LargeCount { low, high, mean: first + n * p, sd, skewness: (1.0 - 2.0 * p) / sd })
        },
        Shape::Table,
    )
}

fn geometric(first: f64, last: f64, mean: f64) -> Shape {
    let keep = mean / (1.0 + mean);
    CountTable::by_ratio(first, 0.0, last, |_| keep)
        .map_or_else(|| Shape::Geometric(Geometric::new(first, mean)), Shape::Table)
}

fn negative_binomial(first: f64, last: f64, mean: f64, dispersion: f64) -> Shape {
    let keep = mean / (dispersion + mean);
    let mode = ((dispersion - 1.0) * mean / dispersion).floor().max(0.0);
    CountTable::by_ratio(first, mode, last, |k| (k + dispersion) / (k + 1.0) * keep)
        .map_or_else(|| Shape::LargeNegativeBinomial(LargeNegativeBinomial::new(first, mean, dispersion)), Shape::Table)
}
