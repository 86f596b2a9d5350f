//! The parameters of a distribution as they stand in a spec (`number`, `duration`, `count`) -> a [`Sampler`]. Refuses
//! parameters that are missing, and those that would have no effect.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diag::{Diagnostic, Span};
use crate::distributions::{DistError, DistSpec, MixturePart, Sampler};
use crate::plan::{PlanContext, Reported};
use crate::source::scalars::{Number, Rate};
use crate::source::{Spanned, SpannedMap};

/// The parameters of all distributions.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct DistParams {
    /// The law of the values; uniform by default.
    pub dist: Option<Spanned<Dist>>,
    /// Least value. Continuous laws are truncated there, without a spike; counts start there.
    pub min: Option<Spanned<Number>>,
    /// Greatest value; the law is truncated there, without a spike.
    pub max: Option<Spanned<Number>>,
    /// Share of values that are 0, mixed in after truncation.
    pub zero: Option<Spanned<Rate>>,
    /// Mean (of counts: `min` included, before `max`).
    pub mean: Option<Spanned<Number>>,
    /// Standard deviation.
    pub sd: Option<Spanned<Number>>,
    /// Lognormal: half of the values lie below.
    pub median: Option<Spanned<Number>>,
    /// Lognormal: 95% of the values lie below.
    pub p95: Option<Spanned<Number>>,
    /// Lognormal: mean of the logarithm.
    pub mu: Option<Spanned<Number>>,
    /// Lognormal: standard deviation of the logarithm.
    pub sigma: Option<Spanned<Number>>,
    /// Exponential: events per unit, 1 / mean.
    pub rate: Option<Spanned<Number>>,
    /// Gamma, Weibull, Pareto: shape.
    pub shape: Option<Spanned<Number>>,
    /// Gamma, Weibull, Pareto: scale.
    pub scale: Option<Spanned<Number>>,
    /// Beta: first shape.
    pub alpha: Option<Spanned<Number>>,
    /// Beta: second shape.
    pub beta: Option<Spanned<Number>>,
    /// Triangular: the most likely value; the middle by default.
    pub mode: Option<Spanned<Number>>,
    /// Binomial: trials. Zipf: number of values.
    pub n: Option<Spanned<Number>>,
    /// Binomial, geometric: probability of success.
    pub p: Option<Spanned<Number>>,
    /// Negative binomial: size r; with m = mean - min the variance is m + m²/r.
    pub dispersion: Option<Spanned<Number>>,
    /// Zipf: exponent; the k-th value has weight k^-s.
    pub s: Option<Spanned<Number>>,
    /// Histogram: increasing edges, one more than weights.
    pub edges: Option<Vec<Spanned<Number>>>,
    /// Histogram: weight of each bin.
    pub weights: Option<Vec<Spanned<Number>>>,
    /// Quantiles: probability -> value, piecewise linear between.
    pub at: Option<Spanned<SpannedMap<Spanned<Number>>>>,
    /// Mixture: its components.
    pub of: Option<Spanned<Vec<Spanned<Component>>>>,
}

/// A component of a mixture.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Component {
    /// Weight of the component; 1 by default.
    pub weight: Option<Spanned<Number>>,
    /// The law of the component.
    pub dist: Option<Spanned<Dist>>,
    /// Least value of the component.
    pub min: Option<Spanned<Number>>,
    /// Greatest value of the component.
    pub max: Option<Spanned<Number>>,
    /// As in the law.
    pub mean: Option<Spanned<Number>>,
    /// As in the law.
    pub sd: Option<Spanned<Number>>,
    /// As in the law.
    pub median: Option<Spanned<Number>>,
    /// As in the law.
    pub p95: Option<Spanned<Number>>,
    /// As in the law.
    pub mu: Option<Spanned<Number>>,
    /// As in the law.
    pub sigma: Option<Spanned<Number>>,
    /// As in the law.
    pub rate: Option<Spanned<Number>>,
    /// As in the law.
    pub shape: Option<Spanned<Number>>,
    /// As in the law.
    pub scale: Option<Spanned<Number>>,
    /// As in the law.
    pub alpha: Option<Spanned<Number>>,
    /// As in the law.
    pub beta: Option<Spanned<Number>>,
    /// As in the law.
    pub mode: Option<Spanned<Number>>,
    /// As in the law.
    pub n: Option<Spanned<Number>>,
    /// As in the law.
    pub p: Option<Spanned<Number>>,
    /// As in the law.
    pub dispersion: Option<Spanned<Number>>,
    /// As in the law.
    pub s: Option<Spanned<Number>>,
}

/// The named laws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names of statistics")]
pub enum Dist {
    #[default]
    Uniform,
    Normal,
    Lognormal,
    Exponential,
    Gamma,
    Beta,
    Weibull,
    Pareto,
    Triangular,
    Poisson,
    Binomial,
    Geometric,
    NegativeBinomial,
    Zipf,
    Histogram,
    Quantiles,
    Mixture,
}

impl Dist {
    /// The name in a spec.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Uniform => "uniform",
            Self::Normal => "normal",
            Self::Lognormal => "lognormal",
            Self::Exponential => "exponential",
            Self::Gamma => "gamma",
            Self::Beta => "beta",
            Self::Weibull => "weibull",
            Self::Pareto => "pareto",
            Self::Triangular => "triangular",
            Self::Poisson => "poisson",
            Self::Binomial => "binomial",
            Self::Geometric => "geometric",
            Self::NegativeBinomial => "negative_binomial",
            Self::Zipf => "zipf",
            Self::Histogram => "histogram",
            Self::Quantiles => "quantiles",
            Self::Mixture => "mixture",
        }
    }

    /// The parameters that the law reads, besides `min`, `max` and `zero`.
    const fn parameters(self) -> &'static [&'static str] {
        match self {
            Self::Uniform => &[],
            Self::Normal => &["mean", "sd"],
            Self::Lognormal => &["median", "p95", "mu", "sigma"],
            Self::Exponential => &["mean", "rate"],
            Self::Gamma => &["shape", "scale", "mean"],
            Self::Beta => &["alpha", "beta"],
            Self::Weibull | Self::Pareto => &["shape", "scale"],
            Self::Triangular => &["mode"],
            Self::Poisson => &["mean"],
            Self::Binomial => &["n", "p"],
            Self::Geometric => &["mean", "p"],
            Self::NegativeBinomial => &["mean", "dispersion"],
            Self::Zipf => &["s", "n"],
            Self::Histogram => &["edges", "weights"],
            Self::Quantiles => &["at"],
            Self::Mixture => &["of"],
        }
    }
}

/// Whether values are whole numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grain {
    /// Any number.
    Continuous,
    /// Whole numbers: `uniform` includes both ends alike.
    Whole,
}

/// A sampler of numbers.
pub fn sampler(
    cx: &mut PlanContext<'_, '_>,
    params: &DistParams,
    grain: Grain,
    span: Span,
) -> Result<Sampler, Reported> {
    let law = Law::of(params);
    let spec = law.spec(cx, grain, span)?;
    let min = optional(cx, params.min.as_ref())?;
    let max = optional(cx, params.max.as_ref())?;
    check_range(cx, params, min, max)?;
    let zero = params.zero.as_ref().map_or(0.0, |zero| cx.rate(zero));
    Sampler::new(&spec, min, max, zero).map_err(|error| law.refuse(cx, error, span))
}

/// Refuses parameters that the law does not read, for callers that need no sampler.
pub fn check_used(cx: &mut PlanContext<'_, '_>, params: &DistParams) -> Result<(), Reported> {
    Law::of(params).check_used(cx)
}

/// A sampler of counts: whole numbers, never negative.
pub fn count_sampler(cx: &mut PlanContext<'_, '_>, params: &DistParams, span: Span) -> Result<Sampler, Reported> {
    let sampler = sampler(cx, params, Grain::Whole, span)?;
    if sampler.support().0 < 0.0 {
        let error = Diagnostic::error("E0514", "a count cannot be negative");
        return Err(cx.fail(error.at(span, format!("reaches down to {}", sampler.support().0)).help("add `min: 0`")));
    }
    Ok(sampler)
}

fn optional(cx: &mut PlanContext<'_, '_>, number: Option<&Spanned<Number>>) -> Result<Option<f64>, Reported> {
    number.map(|number| cx.number(number)).transpose()
}

fn check_range(
    cx: &mut PlanContext<'_, '_>,
    params: &DistParams,
    min: Option<f64>,
    max: Option<f64>,
) -> Result<(), Reported> {
    if let (Some(low), Some(high), Some(at_low), Some(at_high)) = (min, max, &params.min, &params.max)
        && low > high
    {
        let error = Diagnostic::error("E0502", format!("the range {low} to {high} is reversed"));
        let error = error.at(at_high.span, "less than `min`").and(at_low.span, "`min`");
        return Err(cx.fail(error.help(format!("write `min: {high}` and `max: {low}`"))));
    }
    Ok(())
}

/// A law with the parameters that are given, whether in a column or in a component of a mixture.
struct Law<'a> {
    dist: Dist,
    numbers: Vec<(&'static str, &'a Spanned<Number>)>,
    edges: Option<&'a [Spanned<Number>]>,
    weights: Option<&'a [Spanned<Number>]>,
    at: Option<&'a Spanned<SpannedMap<Spanned<Number>>>>,
    of: Option<&'a Spanned<Vec<Spanned<Component>>>>,
    ends: [Option<&'a Spanned<Number>>; 2],
}

/// The plain numeric parameters of a struct that has them all.
macro_rules! given {
    ($params:expr, $($field:ident),*) => {
        [$((stringify!($field), $params.$field.as_ref())),*]
            .into_iter()
            .filter_map(|(name, value)| value.map(|value| (name, value)))
            .collect()
    };
}

macro_rules! numbers {
    ($params:expr) => {
        given!($params, mean, sd, median, p95, mu, sigma, rate, shape, scale, alpha, beta, mode, n, p, dispersion, s)
    };
}

impl<'a> Law<'a> {
    fn of(params: &'a DistParams) -> Self {
        Self {
            dist: params.dist.as_ref().map_or(Dist::Uniform, |dist| dist.value),
            numbers: numbers!(params),
            edges: params.edges.as_deref(),
            weights: params.weights.as_deref(),
            at: params.at.as_ref(),
            of: params.of.as_ref(),
            ends: [params.min.as_ref(), params.max.as_ref()],
        }
    }

    fn component(part: &'a Component) -> Self {
        let dist = part.dist.as_ref().map_or(Dist::Uniform, |dist| dist.value);
        Self {
            dist,
            numbers: numbers!(part),
            edges: None,
            weights: None,
            at: None,
            of: None,
            ends: [part.min.as_ref(), part.max.as_ref()],
        }
    }

    fn spec(&self, cx: &mut PlanContext<'_, '_>, grain: Grain, span: Span) -> Result<DistSpec, Reported> {
        self.check_used(cx)?;
        let has = |name: &str| self.numbers.iter().any(|(known, _)| *known == name);
        Ok(match self.dist {
            Dist::Uniform if grain == Grain::Whole => DistSpec::UniformInteger,
            Dist::Uniform => DistSpec::Uniform,
            Dist::Normal => DistSpec::Normal { mean: self.number(cx, "mean", span)?, sd: self.number(cx, "sd", span)? },
            Dist::Lognormal if has("mu") || has("sigma") => {
                self.refuse_both(cx, "mu", "median")?;
                DistSpec::LogNormal { mu: self.number(cx, "mu", span)?, sigma: self.number(cx, "sigma", span)? }
            }
            Dist::Lognormal => DistSpec::LogNormalQuantiles {
                median: self.number(cx, "median", span)?,
                p95: self.number(cx, "p95", span)?,
            },
            Dist::Exponential if has("rate") => {
                self.refuse_both(cx, "rate", "mean")?;
                DistSpec::ExponentialRate { rate: self.number(cx, "rate", span)? }
            }
            Dist::Exponential => DistSpec::Exponential { mean: self.number(cx, "mean", span)? },
            Dist::Gamma if has("mean") => {
                self.refuse_both(cx, "mean", "scale")?;
                DistSpec::GammaMean { shape: self.number(cx, "shape", span)?, mean: self.number(cx, "mean", span)? }
            }
            Dist::Gamma => {
                DistSpec::Gamma { shape: self.number(cx, "shape", span)?, scale: self.number(cx, "scale", span)? }
            }
            Dist::Beta => {
                DistSpec::Beta { alpha: self.number(cx, "alpha", span)?, beta: self.number(cx, "beta", span)? }
            }
            Dist::Weibull => {
                DistSpec::Weibull { shape: self.number(cx, "shape", span)?, scale: self.number(cx, "scale", span)? }
            }
            Dist::Pareto => {
                DistSpec::Pareto { shape: self.number(cx, "shape", span)?, scale: self.number(cx, "scale", span)? }
            }
            Dist::Triangular => DistSpec::Triangular { mode: self.maybe(cx, "mode")? },
            Dist::Poisson => DistSpec::Poisson { mean: self.number(cx, "mean", span)? },
            Dist::Binomial => DistSpec::Binomial { n: self.whole(cx, "n", span)?, p: self.number(cx, "p", span)? },
            Dist::Geometric if has("p") => {
                self.refuse_both(cx, "p", "mean")?;
                DistSpec::GeometricP { p: self.number(cx, "p", span)? }
            }
            Dist::Geometric => DistSpec::Geometric { mean: self.number(cx, "mean", span)? },
            Dist::NegativeBinomial => DistSpec::NegativeBinomial {
                mean: self.number(cx, "mean", span)?,
                dispersion: self.number(cx, "dispersion", span)?,
            },
            Dist::Zipf => DistSpec::Zipf { s: self.number(cx, "s", span)?, n: self.whole(cx, "n", span)? },
            Dist::Histogram => DistSpec::Histogram {
                edges: self.list(cx, "edges", self.edges, span)?,
                weights: self.list(cx, "weights", self.weights, span)?,
            },
            Dist::Quantiles => DistSpec::Quantiles { at: self.quantiles(cx, span)? },
            Dist::Mixture => DistSpec::Mixture { of: self.parts(cx, grain, span)? },
        })
    }

    /// A parameter that the law does not read would have no effect.
    fn check_used(&self, cx: &mut PlanContext<'_, '_>) -> Result<(), Reported> {
        let known = self.dist.parameters();
        let lists = [
            ("edges", self.edges.and_then(|list| list.first()).map(|first| first.span)),
            ("weights", self.weights.and_then(|list| list.first()).map(|first| first.span)),
            ("at", self.at.map(|at| at.span)),
            ("of", self.of.map(|of| of.span)),
        ];
        let given = self.numbers.iter().map(|(name, number)| (*name, Some(number.span))).chain(lists);
        let unused: Vec<(&str, Span)> =
            given.filter(|(name, _)| !known.contains(name)).filter_map(|(name, span)| Some((name, span?))).collect();
        for (name, span) in &unused {
            let dist = self.dist.name();
            let error = Diagnostic::error("E0515", format!("`{name}` has no effect with `dist: {dist}`"));
            let help = match known {
                [] => format!("`{dist}` reads `min` and `max`; say with `dist` which law you mean"),
                _ => format!(
                    "`{dist}` reads {}",
                    known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
                ),
            };
            cx.fail(error.at(*span, "is not read").help(help));
        }
        if unused.is_empty() { Ok(()) } else { Err(Reported) }
    }

    fn find(&self, name: &str) -> Option<&'a Spanned<Number>> {
        self.numbers.iter().find(|(known, _)| *known == name).map(|(_, number)| *number)
    }

    /// `min` or `max`, by its name.
    fn end(&self, name: &str) -> Option<&'a Spanned<Number>> {
        let place = ["min", "max"].iter().position(|end| *end == name)?;
        self.ends[place]
    }

    fn maybe(&self, cx: &mut PlanContext<'_, '_>, name: &str) -> Result<Option<f64>, Reported> {
        optional(cx, self.find(name))
    }

    fn number(&self, cx: &mut PlanContext<'_, '_>, name: &'static str, span: Span) -> Result<f64, Reported> {
        match self.find(name) {
            Some(number) => cx.number(number),
            None => Err(self.missing(cx, name, span)),
        }
    }

    fn whole(&self, cx: &mut PlanContext<'_, '_>, name: &'static str, span: Span) -> Result<u64, Reported> {
        let Some(number) = self.find(name) else { return Err(self.missing(cx, name, span)) };
        let value = cx.integer(number)?;
        u64::try_from(value).map_err(|_| {
            cx.fail(
                Diagnostic::error("E0504", format!("`{name}` is negative")).at(number.span, "needs a positive number"),
            )
        })
    }

    fn missing(&self, cx: &mut PlanContext<'_, '_>, name: &str, span: Span) -> Reported {
        let dist = self.dist.name();
        let error = Diagnostic::error("E0516", format!("`dist: {dist}` needs `{name}`"));
        let known = self.dist.parameters().iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        cx.fail(error.at(span, format!("`{name}` is missing")).help(format!("add `{name}: …`; `{dist}` reads {known}")))
    }

    fn refuse_both(&self, cx: &mut PlanContext<'_, '_>, one: &str, other: &str) -> Result<(), Reported> {
        let (Some(first), Some(second)) = (self.find(one), self.find(other)) else { return Ok(()) };
        let error = Diagnostic::error("E0515", format!("`{one}` and `{other}` say the same thing twice"));
        Err(cx.fail(
            error.at(second.span, "has no effect").and(first.span, "since this is given").help("drop one of the two"),
        ))
    }

    fn list(
        &self,
        cx: &mut PlanContext<'_, '_>,
        name: &str,
        list: Option<&[Spanned<Number>]>,
        span: Span,
    ) -> Result<Vec<f64>, Reported> {
        let Some(list) = list else { return Err(self.missing(cx, name, span)) };
        list.iter().map(|number| cx.number(number)).collect()
    }

    fn quantiles(&self, cx: &mut PlanContext<'_, '_>, span: Span) -> Result<Vec<(f64, f64)>, Reported> {
        let Some(at) = self.at else { return Err(self.missing(cx, "at", span)) };
        let mut points = Vec::new();
        for (probability, value) in at.value.iter() {
            let Ok(rate) = Rate::parse(&probability.value) else {
                let error = Diagnostic::error("E0504", format!("`{}` is not a probability", probability.value));
                return Err(cx.fail(error.at(probability.span, "needs 0 to 1").help("write `0.5` or `50%`")));
            };
            points.push((rate.value, cx.number(value)?));
        }
        Ok(points)
    }

    fn parts(&self, cx: &mut PlanContext<'_, '_>, grain: Grain, span: Span) -> Result<Vec<MixturePart>, Reported> {
        let Some(of) = self.of else { return Err(self.missing(cx, "of", span)) };
        let mut parts = Vec::new();
        for part in &of.value {
            let law = Law::component(&part.value);
            if matches!(law.dist, Dist::Histogram | Dist::Quantiles | Dist::Mixture) {
                let error = Diagnostic::error("E0517", format!("a mixture cannot hold a {}", law.dist.name()));
                return Err(cx.fail(error.at(part.span, "here").help("name its parts directly")));
            }
            parts.push(MixturePart {
                weight: optional(cx, part.value.weight.as_ref())?.unwrap_or(1.0),
                dist: law.spec(cx, grain, part.span)?,
                min: optional(cx, part.value.min.as_ref())?,
                max: optional(cx, part.value.max.as_ref())?,
            });
        }
        Ok(parts)
    }

    /// A refusal of the sampler, at the parameter it is about.
    fn refuse(&self, cx: &mut PlanContext<'_, '_>, error: DistError, span: Span) -> Reported {
        let list = match error.parameter {
            "edges" => self.edges,
            "weights" => self.weights,
            _ => None,
        };
        let first = list.and_then(|list| list.first());
        let at = self.find(error.parameter).or(self.end(error.parameter)).or(first).map_or(span, |number| number.span);
        cx.fail(Diagnostic::error("E0504", error.message).at(at, "cannot be used").help(error.help))
    }
}
