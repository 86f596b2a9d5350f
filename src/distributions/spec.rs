//! The parameters of a distribution as plain numbers, and what is said when they make none.

/// A family with its parameters, in the terms of the spec language. `min`, `max` and `zero` are given to
/// [`super::Sampler::new`], for every family alike.
#[derive(Debug, Clone, PartialEq)]
pub enum DistSpec {
    /// Every real number between `min` (default 0) and `max` (default 1) alike.
    Uniform,
    /// Every whole number from `min` (default 0) to `max` alike, both included; `max` is required.
    UniformInteger,
    /// The normal distribution.
    Normal {
        /// Mean before truncation.
        mean: f64,
        /// Standard deviation before truncation, above 0.
        sd: f64,
    },
    /// exp of a normal distribution, by the parameters of that one.
    LogNormal {
        /// Mean of the logarithm.
        mu: f64,
        /// Standard deviation of the logarithm, above 0.
        sigma: f64,
    },
    /// The lognormal distribution by two quantiles.
    LogNormalQuantiles {
        /// Half of the values lie below, above 0.
        median: f64,
        /// 95% of the values lie below, above the median.
        p95: f64,
    },
    /// Waiting times of a Poisson process.
    Exponential {
        /// Mean, above 0.
        mean: f64,
    },
    /// [`Self::Exponential`] by its rate.
    ExponentialRate {
        /// Events per unit, above 0; 1 / mean.
        rate: f64,
    },
    /// The gamma distribution.
    Gamma {
        /// Shape (alpha, k), above 0.
        shape: f64,
        /// Scale (theta), above 0; the mean is shape x scale.
        scale: f64,
    },
    /// The gamma distribution by its mean.
    GammaMean {
        /// Shape (alpha, k), above 0.
        shape: f64,
        /// Mean, above 0.
        mean: f64,
    },
    /// The beta distribution: on [0, 1] when neither `min` nor `max` is given, else *scaled* onto [min, max] (the missing one of
    /// the two being 0 or 1), since truncating a law that ends there anyway would have no use.
    Beta {
        /// First shape, above 0; mean alpha / (alpha + beta).
        alpha: f64,
        /// Second shape, above 0.
        beta: f64,
    },
    /// The Weibull distribution.
    Weibull {
        /// Shape (k), above 0.
        shape: f64,
        /// Scale (lambda), above 0.
        scale: f64,
    },
    /// The Pareto distribution (type I).
    Pareto {
        /// Shape (alpha), above 0; up to 1 the mean is infinite.
        shape: f64,
        /// Scale (x_m), the least value, above 0.
        scale: f64,
    },
    /// The triangular distribution over [min, max], both of which are required.
    Triangular {
        /// The most likely value; the middle by default.
        mode: Option<f64>,
    },
    /// The Poisson distribution, shifted to start at `min`.
    Poisson {
        /// Mean, `min` included, before `max`; at least `min`.
        mean: f64,
    },
    /// The binomial distribution, shifted to start at `min`.
    Binomial {
        /// Number of trials.
        n: u64,
        /// Probability of success.
        p: f64,
    },
    /// The geometric distribution, shifted to start at `min`.
    Geometric {
        /// Mean, `min` included, before `max`; at least `min`.
        mean: f64,
    },
    /// [`Self::Geometric`] by its probability of success: failures before the first success, plus `min`.
    GeometricP {
        /// Probability of success, above 0.
        p: f64,
    },
    /// The negative binomial distribution, shifted to start at `min`: a Poisson distribution whose mean varies by a gamma
    /// distribution of shape `dispersion`. With m = mean - min the variance is m + m^2 / dispersion.
    NegativeBinomial {
        /// Mean, `min` included, before `max`; at least `min`.
        mean: f64,
        /// Size (r), above 0: the smaller, the more the counts vary; 1 is geometric, infinity Poisson.
        dispersion: f64,
    },
    /// Zipf's law: the k-th value from `min` (default 1) on has weight k^-s.
    Zipf {
        /// Exponent, at least 0.
        s: f64,
        /// Number of values, at least 1.
        n: u64,
    },
    /// Bins, uniform within.
    Histogram {
        /// Increasing edges, one more than there are weights.
        edges: Vec<f64>,
        /// Weight of each bin, at least 0.
        weights: Vec<f64>,
    },
    /// A piecewise linear inverse CDF.
    Quantiles {
        /// (probability, value), both increasing. Probabilities 0 and 1 must be there, or `min` or `max` in their stead.
        at: Vec<(f64, f64)>,
    },
    /// One of several distributions, by weight. `min` and `max` of the mixture truncate it, whole numbers or not.
    Mixture {
        /// The components.
        of: Vec<MixturePart>,
    },
}

/// A component of [`DistSpec::Mixture`].
#[derive(Debug, Clone, PartialEq)]
pub struct MixturePart {
    /// Weight before the mixture is truncated, at least 0.
    pub weight: f64,
    /// The component's family.
    pub dist: DistSpec,
    /// The component's own `min`.
    pub min: Option<f64>,
    /// The component's own `max`.
    pub max: Option<f64>,
}

/// Why parameters make no distribution: which one, the cause in a sentence, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DistError {
    /// The parameter's name in the spec language.
    pub parameter: &'static str,
    /// The cause.
    pub message: String,
    /// A concrete fix.
    pub help: String,
}

impl DistError {
    pub(super) fn new(parameter: &'static str, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { parameter, message: message.into(), help: help.into() }
    }
}

impl std::fmt::Display for DistError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "`{}`: {}; {}", self.parameter, self.message, self.help)
    }
}

impl std::error::Error for DistError {}

/// Refuses NaN and the infinities.
pub(super) fn finite(parameter: &'static str, value: f64) -> Result<f64, DistError> {
    if value.is_finite() {
        return Ok(value);
    }
    Err(DistError::new(parameter, format!("`{parameter}` is {value}"), "give a finite number"))
}

/// Refuses what is not above 0.
pub(super) fn positive(parameter: &'static str, value: f64) -> Result<f64, DistError> {
    if finite(parameter, value)? > 0.0 {
        return Ok(value);
    }
    Err(DistError::new(parameter, format!("`{parameter}` is {value}"), format!("give a `{parameter}` above 0")))
}

/// Refuses what is not between 0 and 1.
pub(super) fn probability(parameter: &'static str, value: f64) -> Result<f64, DistError> {
    if (0.0..=1.0).contains(&value) {
        return Ok(value);
    }
    Err(DistError::new(parameter, format!("`{parameter}` is {value}"), "give a probability between 0 and 1"))
}
