//! `ref`: a free pick among the rows of a table -> the picked row's key.

use arrow_schema::DataType;
use schemars::JsonSchema;

use super::GeneratorDef;
use crate::diag::Diagnostic;
use crate::plan::{Nothing, PlanContext, Planned, RefParams, Reported, same};

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "ref",
    summary: "the key of a row of another table (or of this one), picked freely",
    docs: "Uniform picks use a consistent hash (the class of JumpBackHash, Ertl 2024), `skew: { dist: zipf, s: 1.1 }` its \
           weighted kin: when the pool grows, a new row attracts only its share and all other picks stay. `distinct_in` \
           gives the children of one parent different rows; `earlier: true` makes trees. Other columns reach the picked \
           row by this column's name or `as`: `{ gen: field, of: product.price }`.",
    example: "{ gen: ref, to: customers, skew: { dist: zipf, s: 1.1 } }",
    bundle: None,
    params: |generator| RefParams::json_schema(generator),
    plan,
};

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let params: RefParams = cx.params()?;
    let target = cx.find_table(&params.to.value, params.to.span)?;
    let row = cx.picked_row(&params, target)?;
    let key = cx.key_of(target);
    match &key[..] {
        [key] => {
            let source = cx.read_picked(row, target, key, params.to.span)?;
            Ok(same(source))
        }
        _ if cx.column_name().starts_with('_') => Ok(Planned::new(DataType::Null, Nothing)),
        [] => {
            let error =
                Diagnostic::error("E0612", format!("`{}` has no `key` that a reference could hold", params.to.value));
            Err(cx.fail(error.at(params.to.span, "has no key").help("declare `key: [id]` in that table")))
        }
        _ => {
            let error =
                Diagnostic::error("E0612", format!("the key of `{}` has {} columns", params.to.value, key.len()));
            Err(cx.fail(error.at(params.to.span, "a reference holds one").help(format!(
                "hide this column (`_{0}`) and read the parts: `{{ gen: field, of: _{0}.{1} }}`",
                cx.column_name(),
                key[0]
            ))))
        }
    }
}
