//! `rollup`: the children of a row -> one value.

use arrow_schema::DataType;
use schemars::JsonSchema;
use serde::Deserialize;

use super::GeneratorDef;
use crate::diag::Diagnostic;
use crate::plan::{Aggregate, Body, Bounds, PlanContext, Planned, Reported, Source, a_type};
use crate::source::Spanned;

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "rollup",
    summary: "sum, count, min, max, avg, first or last of a column of the row's children",
    docs: "Reads a table that is `per` this one. Nulls do not take part; a row without children (or with nulls only) gets \
           null, and 0 from `count`. Sums of integers are `int64`, of decimals `decimal(38,s)`; `avg` is a `float64`. `type:` \
           brings the result into another type. Folds run from the first child to the last.",
    example: "{ gen: rollup, of: order_items.line_total, agg: sum, type: \"decimal(12,2)\" }",
    bundle: None,
    params: |generator| Params::json_schema(generator),
    plan,
};

/// Parameters of `rollup`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Params {
    /// The children's column, as `table.column`; `count` also takes a table's name.
    of: Spanned<String>,
    /// How many values become one.
    agg: Spanned<Agg>,
}

/// The aggregates.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Agg {
    Sum,
    Count,
    Min,
    Max,
    Avg,
    First,
    Last,
}

impl From<Agg> for Aggregate {
    fn from(agg: Agg) -> Self {
        match agg {
            Agg::Sum => Self::Sum,
            Agg::Count => Self::Count,
            Agg::Min => Self::Min,
            Agg::Max => Self::Max,
            Agg::Avg => Self::Avg,
            Agg::First => Self::First,
            Agg::Last => Self::Last,
        }
    }
}

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let params: Params = cx.params()?;
    let (table, column) = match params.of.value.split_once('.') {
        Some((table, column)) => (table, Some(column)),
        None => (params.of.value.as_str(), None),
    };
    let child = cx.find_table(table, params.of.span)?;
    if cx.parent_of(child) != Some(cx.table()) {
        let here = cx.table_name(cx.table()).to_owned();
        let error = Diagnostic::error("E0614", format!("`{table}` is not `per: {here}`"));
        return Err(cx.fail(
            error
                .at(params.of.span, "not a child table")
                .help(format!("a roll-up reads direct children; declare `per: {here}` in `{table}`")),
        ));
    }
    let aggregate = Aggregate::from(params.agg.value);
    let children = cx.max_children(child)?;
    let source = match column {
        Some(column) => Some(cx.read_child(child, column, params.of.span)?),
        None if aggregate == Aggregate::Count => None,
        None => {
            let error = Diagnostic::error("E0614", "a roll-up needs a column of the children");
            return Err(
                cx.fail(error.at(params.of.span, "a table").help(format!("write `{table}.column`, or `agg: count`")))
            );
        }
    };
    let Some(source) = source else {
        let body = Body::Rollup { child, of: None, aggregate };
        return Ok(Planned::with_body(DataType::Int64, body).bounds(Some(Bounds::integers(0_u64, children))));
    };
    let (data_type, bounds) = result(cx, aggregate, &source, children, params.of.span)?;
    let body = Body::Rollup { child, of: Some(source.column), aggregate };
    Ok(Planned::with_body(data_type, body).nullable(aggregate != Aggregate::Count).bounds(bounds))
}

/// Type and bounds of the result.
fn result(
    cx: &mut PlanContext<'_, '_>,
    aggregate: Aggregate,
    source: &Source,
    children: u64,
    span: crate::diag::Span,
) -> Result<(DataType, Option<Bounds>), Reported> {
    let from = crate::plan::logical_type(&source.data_type);
    let numeric = from.is_numeric();
    match aggregate {
        Aggregate::Count => Ok((DataType::Int64, Some(Bounds::integers(0_u64, children)))),
        Aggregate::First | Aggregate::Last | Aggregate::Min | Aggregate::Max => {
            Ok((source.data_type.clone(), source.bounds))
        }
        Aggregate::Sum | Aggregate::Avg if !numeric => {
            let kind = a_type(&from);
            let error = Diagnostic::error("E0615", format!("{kind} cannot be summed"));
            Err(cx.fail(error.at(span, "needs numbers").help("use `count`, `min`, `max`, `first` or `last`")))
        }
        Aggregate::Avg => Ok((DataType::Float64, source.bounds.map(floats))),
        Aggregate::Sum => {
            let to = match from {
                DataType::Decimal128(_, scale) => DataType::Decimal128(38, scale),
                DataType::Float32 | DataType::Float64 => DataType::Float64,
                DataType::UInt64 => DataType::UInt64,
                _ => DataType::Int64,
            };
            Ok((to, source.bounds.map(|bounds| times(bounds, children))))
        }
    }
}

fn floats(bounds: Bounds) -> Bounds {
    let (low, high) = bounds.as_floats();
    Bounds::Float { low, high }
}

/// Bounds of a sum of one to `children` values.
fn times(bounds: Bounds, children: u64) -> Bounds {
    let (low, high) = bounds.as_floats();
    let many = children as f64;
    Bounds::Float { low: low.min(low * many), high: high.max(high * many) }
}
