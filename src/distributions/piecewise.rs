//! Points of an inverse CDF -> the law that is linear between them: histograms and quantile lists.

use super::DistError;
use super::counts::guide;
use super::law::Law;
use super::spec::{finite, probability};
use super::weighted::check_weights;

/// A piecewise linear inverse CDF.
#[derive(Debug, Clone)]
pub(super) struct Piecewise {
    /// Cumulative probabilities, from 0 to 1, not decreasing.
    cumulative: Box<[f64]>,
    /// The values at them, not decreasing.
    values: Box<[f64]>,
    /// Where to begin the search for a segment's upper end.
    guide: Box<[u32]>,
}

impl Piecewise {
    /// Bins between `edges` with probability in proportion to `weights`, uniform within.
    pub(super) fn histogram(edges: &[f64], weights: &[f64]) -> Result<Self, DistError> {
        check_weights(weights)?;
        if edges.len() != weights.len() + 1 {
            let message = format!("there are {} edges and {} weights", edges.len(), weights.len());
            return Err(DistError::new("edges", message, "give one edge more than there are weights"));
        }
        increasing("edges", edges)?;
        let max = weights.iter().copied().fold(0.0, f64::max);
        let total: f64 = weights.iter().map(|w| w / max).sum();
        let mut sum = 0.0;
        let inner = weights.iter().map(|w| {
            sum += w / max;
            (sum / total).min(1.0)
        });
        Ok(Self::new(std::iter::once(0.0).chain(inner).collect(), edges.into()))
    }

    /// Values at probabilities; `min` and `max` stand in for probabilities 0 and 1.
    pub(super) fn quantiles(at: &[(f64, f64)], min: Option<f64>, max: Option<f64>) -> Result<Self, DistError> {
        let mut points = at.to_vec();
        for &(p, value) in &points {
            probability("at", p)?;
            finite("at", value)?;
        }
        if let (Some(min), true) = (min, points.first().is_none_or(|point| point.0 > 0.0)) {
            points.insert(0, (0.0, min));
        }
        if let (Some(max), true) = (max, points.last().is_none_or(|point| point.0 < 1.0)) {
            points.push((1.0, max));
        }
        if points.first().is_none_or(|p| p.0 > 0.0) || points.last().is_none_or(|p| p.0 < 1.0) {
            return Err(DistError::new(
                "at",
                "the quantiles do not reach from probability 0 to probability 1",
                "add points at 0 and 1, or `min` and `max`",
            ));
        }
        let (probabilities, values): (Vec<f64>, Vec<f64>) = points.into_iter().unzip();
        increasing("at", &probabilities)?;
        if let Some(pair) = values.windows(2).find(|pair| pair[0] > pair[1]) {
            let message = format!("the value {} follows the greater value {}", pair[1], pair[0]);
            return Err(DistError::new("at", message, "values rise with their probabilities"));
        }
        Ok(Self::new(probabilities, values))
    }

    fn new(mut cumulative: Vec<f64>, values: Vec<f64>) -> Self {
        let end = cumulative.len() - 1;
        cumulative[end] = 1.0;
        let cells = cumulative.len().next_power_of_two().clamp(16, 4096);
        let guide = guide(&cumulative, cells);
        Self { cumulative: cumulative.into(), values: values.into(), guide }
    }
}

/// Refuses numbers that are not finite or do not rise.
fn increasing(parameter: &'static str, numbers: &[f64]) -> Result<(), DistError> {
    for &number in numbers {
        finite(parameter, number)?;
    }
    match numbers.windows(2).find(|pair| pair[0] >= pair[1]) {
        None => Ok(()),
        Some(pair) => {
            let message = format!("`{parameter}` has {} before {}", pair[0], pair[1]);
            Err(DistError::new(parameter, message, "sort them and drop repetitions"))
        }
    }
}

impl Law for Piecewise {
    #[inline]
    fn inverse(&self, p: f64, _q: f64) -> f64 {
        let cells = self.guide.len();
        let mut k = (self.guide[((p * cells as f64) as usize).min(cells - 1)] as usize).max(1);
        while self.cumulative[k] <= p && k + 1 < self.cumulative.len() {
            k += 1;
        }
        let (p0, p1) = (self.cumulative[k - 1], self.cumulative[k]);
        let t = ((p - p0) / (p1 - p0)).clamp(0.0, 1.0);
        self.values[k - 1] + t * (self.values[k] - self.values[k - 1])
    }

    fn cdf(&self, x: f64) -> f64 {
        let k = self.values.partition_point(|&value| value <= x);
        match k {
            0 => 0.0,
            _ if k == self.values.len() => 1.0,
            _ => {
                let t = (x - self.values[k - 1]) / (self.values[k] - self.values[k - 1]);
                self.cumulative[k - 1] + t * (self.cumulative[k] - self.cumulative[k - 1])
            }
        }
    }

    fn survival(&self, x: f64) -> f64 {
        1.0 - self.cdf(x)
    }

    fn bounds(&self) -> (f64, f64) {
        (self.values[0], self.values[self.values.len() - 1])
    }
}
