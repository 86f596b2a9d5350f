//! `duration`: a distribution whose parameters are lengths of time -> lengths of time. The same lengths serve other generators
//! through [`Lengths`].

use std::sync::Arc;

use arrow_array::{ArrayRef, DurationMicrosecondArray};
use arrow_schema::{DataType, TimeUnit};
use schemars::JsonSchema;

use super::calendar::SECOND;
use crate::diag::{Diagnostic, Span};
use crate::distributions::Sampler;
use crate::engine::{Cells, Column};
use crate::generators::GeneratorDef;
use crate::generators::dist::{self, Component, Dist, DistParams, Grain};
use crate::plan::{Bounds, PlanContext, Planned, Reported};
use crate::source::Spanned;
use crate::source::scalars::Number;

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "duration",
    summary: "a length of time by a distribution",
    docs: "Takes the continuous distributions of `number`; whatever is a length (`min`, `max`, `mean`, `sd`, `median`, `p95`, \
           `scale`, `mode`, `edges`, the values under `at`) has a unit, as in `4m` or `1h30m`; shapes, probabilities and weights \
           are plain numbers. Values are whole seconds when all lengths given are, else whole milliseconds or microseconds. \
           Lengths are never negative. Add one to an instant with `expr`.",
    example: "{ gen: duration, dist: lognormal, median: 4m, p95: 2h, min: 30s, max: 1d }",
    bundle: None,
    params: |generator| DistParams::json_schema(generator),
    plan,
};

/// A distribution of lengths of time.
#[derive(Debug, Clone)]
pub(crate) struct Lengths {
    /// Draws in units of `unit` microseconds.
    sampler: Sampler,
    unit: i64,
}

impl Lengths {
    /// Reads a distribution whose parameters are lengths of time; `span` is where it stands.
    ///
    /// # Errors
    /// `E0544` for a length without a unit, `E0514` when lengths may be negative, and what [`dist::sampler`] finds.
    pub fn plan(cx: &mut PlanContext<'_, '_>, params: DistParams, span: Span) -> Result<Self, Reported> {
        check_law(cx, &params)?;
        let mut params = params;
        let unit = unit(lengths(&mut params));
        let mut failed = false;
        for number in lengths(&mut params) {
            failed |= to_units(cx, number, unit).is_err();
        }
        if failed {
            return Err(Reported);
        }
        let sampler = dist::sampler(cx, &params, Grain::Whole, span)?;
        if sampler.support().0 < 0.0 {
            let error = Diagnostic::error("E0514", "a length of time cannot be negative");
            return Err(cx.fail(error.at(span, "reaches below 0").help("add `min: 0s`")));
        }
        Ok(Self { sampler, unit })
    }

    /// The least and the greatest length, in microseconds.
    pub fn bounds(&self) -> (i64, i64) {
        let (low, high) = self.sampler.support();
        (self.micros(low), self.micros(high))
    }

    /// The length for each of `bits`, in microseconds.
    pub fn samples(&self, bits: &[u64]) -> Vec<i64> {
        let mut units = Vec::with_capacity(bits.len());
        self.sampler.sample_into(bits, &mut units);
        units.into_iter().map(|units| self.micros(units)).collect()
    }

    #[inline]
    fn micros(&self, units: f64) -> i64 {
        (units.round() as i64).saturating_mul(self.unit)
    }
}

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let params: DistParams = cx.params()?;
    let lengths = Lengths::plan(cx, params, cx.span())?;
    let (low, high) = lengths.bounds();
    let planned = Planned::new(DataType::Duration(TimeUnit::Microsecond), Durations(lengths));
    Ok(planned.bounds(Some(Bounds::Time { low, high })))
}

struct Durations(Lengths);

impl Column for Durations {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        Arc::new(DurationMicrosecondArray::from(self.0.samples(&cells.bits(0))))
    }
}

/// Refuses laws of counts, parameters that are no lengths of time, and a reversed range.
fn check_law(cx: &mut PlanContext<'_, '_>, params: &DistParams) -> Result<(), Reported> {
    let mut used = vec![(params.dist, params.mu.as_ref(), params.rate.as_ref())];
    let parts = params.of.iter().flat_map(|of| &of.value);
    used.extend(parts.map(|part| (part.value.dist, part.value.mu.as_ref(), part.value.rate.as_ref())));
    for (dist, mu, rate) in used {
        if let Some(dist) = dist.filter(|dist| is_count(dist.value)) {
            let error = Diagnostic::error("E0544", format!("`{}` counts; it has no unit of time", dist.value.name()));
            return Err(cx.fail(error.at(dist.span, "not a law of lengths").help(CONTINUOUS)));
        }
        for (number, name, instead) in [(mu, "mu", "`median` and `p95`"), (rate, "rate", "`mean`")] {
            if let Some(number) = number {
                let error = Diagnostic::error("E0544", format!("`{name}` is not a length of time"));
                return Err(cx.fail(error.at(number.span, "has no unit").help(format!("give {instead} instead"))));
            }
        }
    }
    check_range(cx, params)
}

const CONTINUOUS: &str = "use a continuous one, such as `lognormal`, `exponential`, `gamma` or `uniform`";

const fn is_count(dist: Dist) -> bool {
    matches!(dist, Dist::Poisson | Dist::Binomial | Dist::Geometric | Dist::NegativeBinomial | Dist::Zipf)
}

fn check_range(cx: &mut PlanContext<'_, '_>, params: &DistParams) -> Result<(), Reported> {
    let (Some(min), Some(max)) = (&params.min, &params.max) else { return Ok(()) };
    let (Some(low), Some(high)) = (length(&min.value), length(&max.value)) else { return Ok(()) };
    if low <= high {
        return Ok(());
    }
    let (low, high) = (&min.value.text, &max.value.text);
    let error = Diagnostic::error("E0502", format!("the range {low} to {high} is reversed"));
    let error = error.at(max.span, "less than `min`").and(min.span, "`min`");
    Err(cx.fail(error.help(format!("write `min: {high}` and `max: {low}`"))))
}

/// The parameters that are lengths of time.
fn lengths(params: &mut DistParams) -> Vec<&mut Spanned<Number>> {
    let DistParams { min, max, mean, sd, median, p95, scale, mode, edges, at, of, .. } = params;
    let mut found: Vec<&mut Spanned<Number>> =
        [min, max, mean, sd, median, p95, scale, mode].into_iter().flatten().collect();
    found.extend(edges.iter_mut().flatten());
    found.extend(at.iter_mut().flat_map(|at| &mut at.value.0).map(|(_, value)| value));
    for part in of.iter_mut().flat_map(|of| &mut of.value) {
        let Component { min, max, mean, sd, median, p95, scale, mode, .. } = &mut part.value;
        found.extend([min, max, mean, sd, median, p95, scale, mode].into_iter().flatten());
    }
    found
}

/// A length in microseconds; a plain 0 is one too.
fn length(number: &Number) -> Option<i64> {
    match number.as_i128() {
        Some(0) => Some(0),
        _ => number.as_duration().map(|length| length.micros),
    }
}

/// The coarsest of second, millisecond and microsecond that all lengths are whole numbers of.
fn unit(lengths: Vec<&mut Spanned<Number>>) -> i64 {
    let whole = |unit: &i64| lengths.iter().filter_map(|number| length(&number.value)).all(|micros| micros % unit == 0);
    [SECOND, 1000].into_iter().find(whole).unwrap_or(1)
}

/// Replaces a length by its number of units.
fn to_units(cx: &mut PlanContext<'_, '_>, number: &mut Spanned<Number>, unit: i64) -> Result<(), Reported> {
    let Some(micros) = length(&number.value) else {
        let text = &number.value.text;
        let error = Diagnostic::error("E0544", format!("`{text}` is not a length of time"));
        let help = match number.value.as_f64() {
            Some(value) if value > 0.0 => format!("add a unit, as in `{text}s` or `{text}m`"),
            _ => "write a number and a unit (us, ms, s, m, h, d, w), as in `15m` or `1h30m`".to_owned(),
        };
        return Err(cx.fail(error.at(number.span, "needs a unit").help(help)));
    };
    number.value = Number::from_int((micros / unit).into());
    Ok(())
}
