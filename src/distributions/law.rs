//! What every family gives: probability -> value, and back from both ends. A law knows nothing of truncation or zeros;
//! [`super::Sampler`] adds those.

/// One member of a family, ready to be evaluated.
///
/// Probabilities come in pairs: `p` from below and `q` from above, with `p + q = 1`, each exact to its own last bit. A law
/// uses the smaller one, so both tails are as precise as the middle.
pub(super) trait Law {
    /// The value below which the probability is `p` and above which it is `q`; both lie in (0, 1).
    fn inverse(&self, p: f64, q: f64) -> f64;
    /// A value for the uniform position `p` (`q` from above): the quantile, or something cheaper of the same distribution.
    #[inline(always)]
    fn draw(&self, p: f64, q: f64) -> f64 {
        self.inverse(p, q)
    }
    /// Probability of a value of at most `x`.
    fn cdf(&self, x: f64) -> f64;
    /// Probability of a value above `x`.
    fn survival(&self, x: f64) -> f64;
    /// Least and greatest value in theory, infinite where there is none.
    fn bounds(&self) -> (f64, f64);
}

/// Smallest distance of a uniform position from 0 and 1.
pub(super) const EDGE: f64 = 1.0 / 9_007_199_254_740_992.0;

/// A stretched probability, kept inside (0, 1).
#[inline(always)]
pub(super) fn inside(p: f64) -> f64 {
    p.clamp(EDGE, 1.0 - EDGE)
}
