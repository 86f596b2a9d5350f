//! (shape, ln x) -> logarithms of the tail probabilities of the gamma and beta distributions and their slopes. In
//! logarithms, so that shapes far below 1, whose quantiles underflow, stay exact.

/// Natural logarithm of a tail probability, and its derivative by ln x.
#[derive(Debug, Clone, Copy)]
pub(super) struct LogTail {
    pub(super) log: f64,
    pub(super) slope: f64,
}

/// Steps of a series or fraction at most; they grow with the square root of the shape.
const STEPS: u32 = 100_000;
/// Where x itself is left out of the computation.
const TINY: f64 = -600.0;

/// ln(1 - exp(l)), for l below 0.
pub(super) fn log_complement(l: f64) -> f64 {
    if l > -std::f64::consts::LN_2 { libm::log(-libm::expm1(l)) } else { libm::log1p(-libm::exp(l)) }
}

/// Both tails of the gamma distribution of scale 1 at exp(y): (below, above).
///
/// Series below `shape + 1`, Legendre's continued fraction (modified Lentz) above: Press et al., *Numerical Recipes*, 6.2.
pub(super) fn gamma_tails(shape: f64, y: f64) -> (LogTail, LogTail) {
    let x = libm::exp(y);
    if y < TINY {
        return tails(
            shape * y - libm::lgamma(shape + 1.0),
            None,
            libm::log(shape) + shape * y - libm::lgamma(shape + 1.0),
        );
    }
    let term = log_poisson(shape, x);
    // ln of the density of ln x.
    let density = term + libm::log(shape);
    if x < shape + 1.0 {
        tails(term + libm::log(gamma_series(shape, x)), None, density)
    } else {
        let above = density + libm::log(gamma_fraction(shape, x));
        tails(log_complement(above.min(-f64::MIN_POSITIVE)), Some(above), density)
    }
}

fn tails(below: f64, above: Option<f64>, density: f64) -> (LogTail, LogTail) {
    let above = above.unwrap_or_else(|| log_complement(below.min(-f64::MIN_POSITIVE)));
    let lower = LogTail { log: below, slope: libm::exp(density - below) };
    (lower, LogTail { log: above, slope: -libm::exp(density - above) })
}

fn gamma_series(shape: f64, x: f64) -> f64 {
    let (mut sum, mut term, mut k) = (1.0, 1.0, shape);
    for _ in 0..STEPS {
        k += 1.0;
        term *= x / k;
        sum += term;
        if term < sum * 1e-17 {
            break;
        }
    }
    sum
}

fn gamma_fraction(shape: f64, x: f64) -> f64 {
    let mut b = x + 1.0 - shape;
    let mut c = 1e300;
    let mut d = 1.0 / b;
    let mut h = d;
    for i in 1..STEPS {
        let i = f64::from(i);
        let a = -i * (i - shape);
        b += 2.0;
        d = 1.0 / nonzero(a * d + b);
        c = nonzero(b + a / c);
        h *= d * c;
        if (d * c - 1.0).abs() < 1e-15 {
            break;
        }
    }
    h
}

fn nonzero(x: f64) -> f64 {
    if x.abs() < 1e-300 { 1e-300 } else { x }
}

/// ln(x^a exp(-x) / Gamma(a + 1)), by Loader's saddle-point form (*Fast and Accurate Computation of Binomial Probabilities*,
/// 2000) for large `a`, where the plain one cancels.
fn log_poisson(a: f64, x: f64) -> f64 {
    if a < 16.0 {
        return a * libm::log(x) - x - libm::lgamma(a + 1.0);
    }
    let i = 1.0 / (a * a);
    let stirling = (1.0 / 12.0 - (1.0 / 360.0 - (1.0 / 1260.0 - (1.0 / 1680.0 - i / 1188.0) * i) * i) * i) / a;
    -stirling - deviance(a, x) - 0.5 * libm::log(std::f64::consts::TAU * a)
}

/// a ln(a / x) + x - a.
fn deviance(a: f64, x: f64) -> f64 {
    if (a - x).abs() >= 0.1 * (a + x) {
        return a * libm::log(a / x) + x - a;
    }
    let v = (a - x) / (a + x);
    let (mut sum, mut term, mut j) = ((a - x) * v, 2.0 * a * v, 1.0);
    // v is at most a tenth, so that each step adds two digits.
    for _ in 0..12 {
        term *= v * v;
        j += 2.0;
        sum += term / j;
    }
    sum
}

/// Lower tail of the beta distribution at exp(y), y below 0. The upper tail is the lower one of the swapped shapes at 1 - x.
///
/// Continued fraction of the incomplete beta function (modified Lentz): *Numerical Recipes*, 6.4.
pub(super) fn beta_lower(alpha: f64, beta: f64, y: f64) -> LogTail {
    let rest = -libm::expm1(y);
    let log_rest = libm::log(rest);
    let term = alpha * y + beta * log_rest - log_beta(alpha, beta);
    let x = libm::exp(y);
    let log = if x < (alpha + 1.0) / (alpha + beta + 2.0) {
        term + libm::log(beta_fraction(alpha, beta, x) / alpha)
    } else {
        log_complement((term + libm::log(beta_fraction(beta, alpha, rest) / beta)).min(-f64::MIN_POSITIVE))
    };
    LogTail { log, slope: libm::exp(term - log_rest - log) }
}

fn log_beta(alpha: f64, beta: f64) -> f64 {
    libm::lgamma(alpha) + libm::lgamma(beta) - libm::lgamma(alpha + beta)
}

fn beta_fraction(a: f64, b: f64, x: f64) -> f64 {
    let mut c = 1.0;
    let mut d = 1.0 / nonzero(1.0 - (a + b) * x / (a + 1.0));
    let mut h = d;
    for m in 1..STEPS {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / nonzero(1.0 + even * d);
        c = nonzero(1.0 + even / c);
        h *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / nonzero(1.0 + odd * d);
        c = nonzero(1.0 + odd / c);
        h *= d * c;
        if (d * c - 1.0).abs() < 1e-15 {
            break;
        }
    }
    h
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(got: f64, expected: f64) {
        assert!((got / expected - 1.0).abs() < 1e-12, "{got} {expected}");
    }

    #[test]
    fn gamma_tails_agree_with_closed_forms() {
        for x in [1e-9, 0.1, 1.0, 3.0, 40.0] {
            let y = libm::log(x);
            close(libm::exp(gamma_tails(1.0, y).1.log), libm::exp(-x));
            close(libm::exp(gamma_tails(1.0, y).0.log), -libm::expm1(-x));
            close(libm::exp(gamma_tails(3.0, y).1.log), libm::exp(-x) * (1.0 + x + x * x / 2.0));
            close(libm::exp(gamma_tails(0.5, y).1.log), libm::erfc(x.sqrt()));
        }
        // The median of a large shape is close to shape - 1/3.
        let half = libm::exp(gamma_tails(1e6, libm::log(1e6 - 1.0 / 3.0)).0.log);
        assert!((half - 0.5).abs() < 1e-8, "{half}");
    }

    #[test]
    fn beta_tails_agree_with_closed_forms() {
        for x in [1e-9, 0.1, 0.5, 0.9, 0.999_999] {
            let y = libm::log(x);
            close(libm::exp(beta_lower(1.0, 1.0, y).log), x);
            close(libm::exp(beta_lower(3.0, 1.0, y).log), x * x * x);
            close(libm::exp(beta_lower(2.0, 2.0, y).log), x * x * (3.0 - 2.0 * x));
        }
        close(libm::exp(beta_lower(0.5, 0.5, libm::log(0.5)).log), 0.5);
    }

    #[test]
    fn slopes_are_derivatives() {
        for shape in [0.05, 0.7, 3.0, 50.0, 2e4] {
            for at in [0.5, 0.9, 1.0, 1.2] {
                let y = libm::log(shape * at);
                let h = 1e-5;
                let (low, high) = (gamma_tails(shape, y - h), gamma_tails(shape, y + h));
                let (below, above) = gamma_tails(shape, y);
                assert!(((high.0.log - low.0.log) / (2.0 * h) / below.slope - 1.0).abs() < 1e-3 || below.slope < 1e-9);
                assert!(((high.1.log - low.1.log) / (2.0 * h) / above.slope - 1.0).abs() < 1e-3 || above.slope > -1e-9);
            }
        }
    }
}
