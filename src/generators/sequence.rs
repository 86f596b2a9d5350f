//! `sequence`: row number -> `start + step * row`, an integer key.

use std::sync::Arc;

use arrow_array::{ArrayRef, Int64Array};
use arrow_schema::DataType;
use schemars::JsonSchema;
use serde::Deserialize;

use super::GeneratorDef;
use crate::diag::Diagnostic;
use crate::engine::{Cells, Column, Numbers};
use crate::plan::{Bounds, PlanContext, Planned, Reported, Uniqueness};
use crate::source::Spanned;
use crate::source::scalars::Number;

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "sequence",
    summary: "consecutive integers: start, start + step, …",
    docs: "The usual surrogate key. It reads the row's number within the table, so in a child table it changes when a \
           count before it does.",
    example: "{ gen: sequence, start: 1000 }",
    bundle: None,
    params: |generator| Params::json_schema(generator),
    plan,
};

/// Parameters of `sequence`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Params {
    /// The first row's value; 1 by default.
    start: Option<Spanned<Number>>,
    /// What each row adds; 1 by default, not 0.
    step: Option<Spanned<Number>>,
}

struct Sequence {
    start: i64,
    step: i64,
}

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let params: Params = cx.params()?;
    let start = params.start.as_ref().map_or(Ok(1), |start| cx.integer(start))?;
    let step = params.step.as_ref().map_or(Ok(1), |step| cx.integer(step))?;
    if let (0, Some(text)) = (step, &params.step) {
        let error = Diagnostic::error("E0505", "a sequence with step 0 would repeat one value");
        return Err(cx.fail(error.at(text.span, "must not be 0").help("leave `step` out, or use `gen: constant`")));
    }
    let last = i128::from(start) + i128::from(step) * i128::from(cx.max_rows().saturating_sub(1));
    if i64::try_from(last).is_err() {
        let error = Diagnostic::error("E0506", format!("the sequence would end at {last}, beyond 64-bit integers"));
        return Err(cx.fail(error.at(cx.span(), "overflows").help("lower `start`, `step` or `rows`")));
    }
    let bounds = Bounds::integers(start.min(last as i64), start.max(last as i64));
    let planned = Planned::new(DataType::Int64, Sequence { start, step });
    Ok(planned.row_number().bounds(Some(bounds)).uniqueness(Uniqueness::Always))
}

impl Column for Sequence {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let value = |row: u64| self.start + self.step * row as i64;
        Arc::new(match cells.row_numbers() {
            Numbers::Range(range) => Int64Array::from_iter_values(range.clone().map(value)),
            Numbers::List(list) => Int64Array::from_iter_values(list.iter().map(|row| value(*row))),
        })
    }
}
