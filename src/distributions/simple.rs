//! Families whose inverse CDF has a closed form: uniform, exponential (and Weibull, by a power of it), Pareto, triangular,
//! geometric.

use super::law::Law;

/// -ln q, from whichever of the two is the more exact.
#[inline(always)]
fn minus_log(p: f64, q: f64) -> f64 {
    if q < 0.5 { -libm::log(q) } else { -libm::log1p(-p) }
}

/// Real numbers between two bounds.
#[derive(Debug, Clone)]
pub(super) struct Uniform {
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Uniform {
    fn share(&self, part: f64) -> f64 {
        (part / (self.high - self.low)).clamp(0.0, 1.0)
    }
}

impl Law for Uniform {
    #[inline(always)]
    fn inverse(&self, p: f64, q: f64) -> f64 {
        self.low * q + self.high * p
    }

    fn cdf(&self, x: f64) -> f64 {
        if x >= self.high { 1.0 } else { self.share(x - self.low) }
    }

    fn survival(&self, x: f64) -> f64 {
        if x < self.low { 1.0 } else { self.share(self.high - x) }
    }

    fn bounds(&self) -> (f64, f64) {
        (self.low, self.high)
    }
}

/// Whole numbers between two bounds, both included.
#[derive(Debug, Clone)]
pub(super) struct UniformInteger {
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Law for UniformInteger {
    #[inline(always)]
    fn inverse(&self, p: f64, _q: f64) -> f64 {
        (self.low + (p * (self.high - self.low + 1.0)).floor()).min(self.high)
    }

    fn cdf(&self, x: f64) -> f64 {
        ((x.floor() - self.low + 1.0) / (self.high - self.low + 1.0)).clamp(0.0, 1.0)
    }

    fn survival(&self, x: f64) -> f64 {
        ((self.high - x.floor()) / (self.high - self.low + 1.0)).clamp(0.0, 1.0)
    }

    fn bounds(&self) -> (f64, f64) {
        (self.low, self.high)
    }
}

/// The Weibull distribution; the exponential one is its shape 1.
#[derive(Debug, Clone)]
pub(super) struct Weibull {
    pub(super) scale: f64,
    pub(super) shape: f64,
}

impl Weibull {
    fn hazard(&self, x: f64) -> f64 {
        let ratio = x.max(0.0) / self.scale;
        if self.shape == 1.0 { ratio } else { libm::pow(ratio, self.shape) }
    }
}

impl Law for Weibull {
    #[inline]
    fn inverse(&self, p: f64, q: f64) -> f64 {
        let hazard = minus_log(p, q);
        self.scale * if self.shape == 1.0 { hazard } else { libm::exp(libm::log(hazard) / self.shape) }
    }

    fn cdf(&self, x: f64) -> f64 {
        -libm::expm1(-self.hazard(x))
    }

    fn survival(&self, x: f64) -> f64 {
        libm::exp(-self.hazard(x))
    }

    fn bounds(&self) -> (f64, f64) {
        (0.0, f64::INFINITY)
    }
}

/// The Pareto distribution (type I).
#[derive(Debug, Clone)]
pub(super) struct Pareto {
    pub(super) scale: f64,
    pub(super) shape: f64,
}

impl Law for Pareto {
    #[inline]
    fn inverse(&self, p: f64, q: f64) -> f64 {
        self.scale * libm::exp(minus_log(p, q) / self.shape)
    }

    fn cdf(&self, x: f64) -> f64 {
        -libm::expm1(-self.shape * libm::log((x / self.scale).max(1.0)))
    }

    fn survival(&self, x: f64) -> f64 {
        libm::exp(-self.shape * libm::log((x / self.scale).max(1.0)))
    }

    fn bounds(&self) -> (f64, f64) {
        (self.scale, f64::INFINITY)
    }
}

/// The triangular distribution.
#[derive(Debug, Clone)]
pub(super) struct Triangular {
    pub(super) low: f64,
    pub(super) mode: f64,
    pub(super) high: f64,
}

impl Law for Triangular {
    #[inline]
    fn inverse(&self, p: f64, q: f64) -> f64 {
        let (low, mode, high) = (self.low, self.mode, self.high);
        if p * (high - low) < mode - low {
            low + (p * (high - low) * (mode - low)).sqrt()
        } else {
            high - (q * (high - low) * (high - mode)).sqrt()
        }
    }

    fn cdf(&self, x: f64) -> f64 {
        let (low, mode, high) = (self.low, self.mode, self.high);
        match x {
            _ if x <= low => 0.0,
            _ if x <= mode => (x - low) / (high - low) * ((x - low) / (mode - low)),
            _ => 1.0 - self.survival(x),
        }
    }

    fn survival(&self, x: f64) -> f64 {
        let (low, mode, high) = (self.low, self.mode, self.high);
        match x {
            _ if x >= high => 0.0,
            _ if x >= mode => (high - x) / (high - low) * ((high - x) / (high - mode)),
            _ => 1.0 - self.cdf(x),
        }
    }

    fn bounds(&self) -> (f64, f64) {
        (self.low, self.high)
    }
}

/// The geometric distribution from `first` on, for means that are too large for a table.
#[derive(Debug, Clone)]
pub(super) struct Geometric {
    first: f64,
    /// -ln(1 - p).
    rate: f64,
}

impl Geometric {
    /// `mean` counts from 0.
    pub(super) fn new(first: f64, mean: f64) -> Self {
        Self { first, rate: libm::log1p(1.0 / mean) }
    }
}

impl Law for Geometric {
    #[inline]
    fn inverse(&self, p: f64, q: f64) -> f64 {
        self.first + (minus_log(p, q) / self.rate).floor()
    }

    fn cdf(&self, x: f64) -> f64 {
        -libm::expm1(-self.rate * ((x - self.first).floor() + 1.0).max(0.0))
    }

    fn survival(&self, x: f64) -> f64 {
        libm::exp(-self.rate * ((x - self.first).floor() + 1.0).max(0.0))
    }

    fn bounds(&self) -> (f64, f64) {
        (self.first, f64::INFINITY)
    }
}
