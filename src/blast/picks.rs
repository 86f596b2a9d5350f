//! The picks of `distinct_in` under another number of siblings: the k-th child takes the k-th different candidate of its
//! parent's stream, whatever the number, unless the stream runs dry before all have one. How likely that is.

use super::side::Side;
use crate::source::Node;

/// A chance below which something does not happen: the draws of a spec are fixed, and 10^12 specs would have to be tried.
const NEVER: f64 = 1e-12;

/// What is known of a family's picks.
pub(super) struct Family {
    /// Rows to pick from, at least.
    pub pool: u64,
    /// Children of one parent, at most.
    pub most: u64,
    /// Parents, about.
    pub parents: f64,
    /// The exponent of Zipf's law; 0 for even picks.
    pub exponent: f64,
}

/// The exponent of a `ref`'s `skew`; none where it cannot be told.
pub(super) fn exponent(side: &Side<'_>, params: &Node) -> Option<f64> {
    let Some(skew) = params.get("skew") else { return Some(0.0) };
    side.evaluate(skew.get("s")?.text()?)?.as_f64().filter(|s| *s >= 0.0)
}

impl Family {
    /// Whether no parent's stream runs dry: of 8 c + 64 candidates, c are different.
    pub(super) fn never_runs_dry(&self) -> bool {
        // No number of children is always the worst, so all are tried.
        const TRIED: u64 = 512;
        if self.most > TRIED || self.most > self.pool {
            return false;
        }
        let all = mass(self.exponent, self.pool);
        let known: Vec<f64> = (1..self.most.max(1)).map(|rows| mass(self.exponent, rows) / all).collect();
        let is_rare = |children: u64| {
            let draws = (8 * children + 64) as f64;
            chance(&known[..children as usize - 1], draws) * self.parents.max(1.0) < NEVER
        };
        (2..=self.most).all(is_rare)
    }
}

/// A bound on the chance that so many draws do not give one row more than `known` has entries. With j rows known, a draw gives
/// no new one with a chance of at most `known[j - 1]`, the share of the j most popular rows; so the draws needed are at most a
/// sum of geometric variables, and Chernoff's bound holds for it.
fn chance(known: &[f64], draws: f64) -> f64 {
    const TILTS: [f64; 6] = [0.3, 0.5, 0.7, 0.8, 0.9, 0.95];
    let Some(last) = known.last().filter(|last| **last < 1.0) else { return 1.0 };
    let bound = |tilt: f64| {
        let z = libm::pow(*last, -tilt);
        let step = |share: &f64| libm::log((1.0 - share) * z / (1.0 - share * z));
        libm::log(z) * (1.0 - draws) + known.iter().map(step).sum::<f64>()
    };
    libm::exp(TILTS.into_iter().map(bound).fold(0.0, f64::min))
}

/// The sum of r^-s for r up to `rows`; from below where there are many.
fn mass(s: f64, rows: u64) -> f64 {
    const SUMMED: u64 = 8192;
    let summed: f64 = (1..=rows.min(SUMMED)).map(|row| libm::pow(row as f64, -s)).sum();
    if rows <= SUMMED {
        return summed;
    }
    let (from, to) = ((SUMMED + 1) as f64, (rows + 1) as f64);
    let rest = match s {
        1.0 => libm::log(to / from),
        _ => (libm::pow(to, 1.0 - s) - libm::pow(from, 1.0 - s)) / (1.0 - s),
    };
    summed + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_pools_never_run_dry_and_narrow_ones_may() {
        let family = |pool, most, exponent| Family { pool, most, parents: 40_000.0, exponent };
        assert!(family(500, 25, 0.0).never_runs_dry());
        assert!(family(500, 25, 1.1).never_runs_dry());
        assert!(family(20_000_000, 25, 1.1).never_runs_dry());
        assert!(family(40, 7, 1.1).never_runs_dry());
        assert!(!family(40, 30, 1.1).never_runs_dry());
        assert!(!family(1000, 1000, 0.0).never_runs_dry());
        assert!(!family(10, 9, 3.0).never_runs_dry());
    }
}
