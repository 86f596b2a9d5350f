//! `ordinal`: the row's place among its parent's children -> 1, 2, 3, …

use std::sync::Arc;

use arrow_array::{ArrayRef, Int64Array};
use arrow_schema::DataType;
use schemars::JsonSchema;

use super::{GeneratorDef, NoParams};
use crate::engine::{Cells, Column};
use crate::plan::{Bounds, PlanContext, Planned, Reported, Uniqueness};

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "ordinal",
    summary: "1, 2, 3, … within the parent",
    docs: "In a root table it counts all rows.",
    example: "ordinal",
    bundle: None,
    params: |generator| NoParams::json_schema(generator),
    plan,
};

struct Ordinal;

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let _: NoParams = cx.params()?;
    let siblings = cx.max_siblings();
    let most = siblings.unwrap_or_else(|| cx.max_rows());
    let planned = Planned::new(DataType::Int64, Ordinal).bounds(Some(Bounds::integers(1_u64, most.max(1))));
    Ok(match siblings {
        None => planned.uniqueness(Uniqueness::Always),
        Some(_) => planned.uniqueness(Uniqueness::Unknown { why: "it starts again with every parent" }),
    })
}

impl Column for Ordinal {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        Arc::new(Int64Array::from_iter_values((0..cells.len()).map(|at| cells.ordinal(at) as i64 + 1)))
    }
}
