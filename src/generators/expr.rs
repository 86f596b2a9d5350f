//! `expr`: an SQL scalar expression over the row -> its value.

use arrow_array::ArrayRef;
use schemars::JsonSchema;
use serde::Deserialize;

use super::GeneratorDef;
use crate::engine::{Cells, Column};
use crate::expr::Expr;
use crate::plan::{PlanContext, Planned, Reported};
use crate::source::Spanned;
use crate::spec::Name;

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "expr",
    summary: "an SQL scalar expression over the row",
    docs: "It reads the row's columns, the parent's (`customers.signed_up_at`) and referenced rows' (`product.price`), with \
           SQL's null rules. Only deterministic, total functions are admitted; a division by zero, an overflow or a failed \
           cast gives null, with a warning where it can happen.",
    example: "{ gen: expr, expr: \"quantity * unit_price\", type: \"decimal(12,2)\" }",
    bundle: None,
    params: |generator| Params::json_schema(generator),
    plan,
};

/// Parameters of `expr`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Params {
    /// The expression, such as `quantity * unit_price`.
    expr: Spanned<String>,
}

struct Computed(Expr);

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let params: Params = cx.params()?;
    let expr = cx.expression(&Name { text: params.expr.value, span: params.expr.span })?;
    let bounds = cx.bounds_of(&expr);
    Ok(Planned::new(expr.data_type().clone(), Computed(expr.clone())).nullable(expr.nullable()).bounds(bounds))
}

impl Column for Computed {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        self.0.evaluate(cells.inputs(), cells.len())
    }
}
