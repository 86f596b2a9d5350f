//! `tick`: the row's place in its table's time grid -> the grid's instant.

use std::sync::Arc;

use arrow_array::{ArrayRef, TimestampMicrosecondArray};
use arrow_schema::{DataType, TimeUnit};
use schemars::JsonSchema;

use super::{GeneratorDef, NoParams};
use crate::diag::Diagnostic;
use crate::engine::{Cells, Column};
use crate::plan::{Bounds, Moment, PlanContext, Planned, Reported, Uniqueness};

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "tick",
    summary: "the instant of the table's time grid",
    docs: "For tables whose `rows` (or, for children, `count`) is `{ every, from, to }`.",
    example: "tick",
    bundle: None,
    params: |generator| NoParams::json_schema(generator),
    plan,
};

struct Tick {
    every: i64,
    from: Moment,
}

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let _: NoParams = cx.params()?;
    let is_root = cx.parent_of(cx.table()).is_none();
    let Some((every, from, end)) = cx.grid()? else {
        let error = Diagnostic::error("E0613", "this table has no time grid to read");
        return Err(cx.fail(error.at(cx.span(), "needs a grid").help(
            "write `rows: { every: 15m, from: 2025-01-01, to: 2025-02-01 }` (or `count:` likewise, per parent)",
        )));
    };
    let bounds = from.bounds.zip(end).map(|((low, _), high)| Bounds::Time { low, high: high.max(low) });
    let planned = Planned::new(DataType::Timestamp(TimeUnit::Microsecond, None), Tick { every, from }).bounds(bounds);
    Ok(match is_root {
        true => planned.uniqueness(Uniqueness::Always),
        false => planned.uniqueness(Uniqueness::Unknown { why: "it starts again with every parent" }),
    })
}

impl Column for Tick {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let from = self.from.values(cells);
        let instants = (0..cells.len()).map(|at| Some(from[at]? + self.every * cells.ordinal(at) as i64));
        Arc::new(instants.collect::<TimestampMicrosecondArray>())
    }
}
