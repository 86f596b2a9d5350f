//! `field`: a name such as `customers.id` -> the value of that column in the parent's, the referenced or the own row.

use arrow_schema::DataType;
use schemars::JsonSchema;
use serde::Deserialize;

use super::GeneratorDef;
use crate::plan::{PlanContext, Planned, Reported, same};
use crate::source::Spanned;

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "field",
    summary: "an attribute of the parent, of a referenced row, or of a bundle",
    docs: "`of` names a column as expressions do: `customers.id` for the parent (every `per` ancestor is in sight), \
           `product.price` for the row that the `ref` column `product` (or `as: product`) picks, `_spouse.first_name` for an \
           explicit bundle.",
    example: "{ gen: field, of: customers.id }",
    bundle: None,
    params: |generator| Params::json_schema(generator),
    plan,
};

/// Parameters of `field`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Params {
    /// The column: a parent's (`customers.id`), a referenced row's (`product.price`) or a bundle's (`_spouse.first_name`).
    of: Spanned<String>,
}

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let params: Params = cx.params()?;
    let source = cx.read(&params.of.value, params.of.span)?;
    if source.data_type == DataType::Null {
        return Err(cx.fail(super::no_value(&params.of.value, params.of.span)));
    }
    Ok(same(source))
}
