//! `cumulative`: a column of the siblings up to the row -> their running total.

use std::sync::Arc;

use arrow_array::{Array, ArrayRef, StringArray};
use arrow_cast::{CastOptions, cast_with_options};
use arrow_schema::DataType;
use schemars::JsonSchema;
use serde::Deserialize;

use super::GeneratorDef;
use crate::diag::Diagnostic;
use crate::plan::{Body, PlanContext, Planned, Reported, a_type, logical_type};
use crate::source::Spanned;
use crate::source::scalars::Number;

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "cumulative",
    summary: "running total of a column within the parent",
    docs: "The first child has `start` plus its value. A null adds nothing. Integers give `int64`, decimals \
           `decimal(38,s)`, floats `float64`, added from the first child to the last.",
    example: "{ gen: cumulative, of: amount, start: 1000 }",
    bundle: None,
    params: |generator| Params::json_schema(generator),
    plan,
};

/// Parameters of `cumulative`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Params {
    /// The column that is added up: one of this table.
    of: Spanned<String>,
    /// What the total starts from; 0 by default.
    start: Option<Spanned<Number>>,
}

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let params: Params = cx.params()?;
    if cx.parent_of(cx.table()).is_none() {
        let error = Diagnostic::error("E0616", "a running total needs a parent to run within");
        return Err(cx.fail(
            error.at(cx.span(), "in a root table").help("make the table `per` another one, such as an account"),
        ));
    }
    let source = cx.read(&params.of.value, params.of.span)?;
    let to = match logical_type(&source.data_type) {
        DataType::Decimal128(_, scale) => DataType::Decimal128(38, scale),
        DataType::Float32 | DataType::Float64 => DataType::Float64,
        from if from.is_integer() => DataType::Int64,
        from => {
            let kind = a_type(&from);
            let error = Diagnostic::error("E0615", format!("{kind} cannot be summed"));
            return Err(cx.fail(error.at(params.of.span, "needs numbers").help("name a column of numbers")));
        }
    };
    let start = start(cx, params.start.as_ref(), &to)?;
    let mut planned = Planned::with_body(to, Body::Cumulative { start, slot: source.slot });
    planned.needs.whole_family = true;
    Ok(planned.bounds(None))
}

fn start(cx: &mut PlanContext<'_, '_>, given: Option<&Spanned<Number>>, to: &DataType) -> Result<ArrayRef, Reported> {
    let text = match given {
        None => "0".to_owned(),
        Some(number) => match number.value.decimal() {
            Some(exact) => exact.to_string(),
            None => cx.number(number)?.to_string(),
        },
    };
    let text: ArrayRef = Arc::new(StringArray::from(vec![text]));
    let options = CastOptions { safe: true, ..CastOptions::default() };
    let value = cast_with_options(&text, to, &options).ok().filter(|value| value.is_valid(0));
    value.ok_or_else(|| {
        let error = Diagnostic::error("E0428", format!("the start is not {}", a_type(to)));
        cx.fail(error.at(given.map_or(cx.span(), |given| given.span), "does not fit"))
    })
}
