//! `bool`: a probability -> true or false.

use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray};
use arrow_schema::DataType;
use schemars::JsonSchema;
use serde::Deserialize;

use super::GeneratorDef;
use crate::engine::{Cells, Column};
use crate::plan::{PlanContext, Planned, Reported, Uniqueness};
use crate::random::unit;
use crate::source::Spanned;
use crate::source::scalars::Rate;

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "bool",
    summary: "true with a probability, else false",
    docs: "With `type: int8` or another integer type it gives 1 and 0.",
    example: "{ gen: bool, p: 85% }",
    bundle: None,
    params: |generator| Params::json_schema(generator),
    plan,
};

/// Parameters of `bool`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Params {
    /// Share of rows that are true; 0.5 by default.
    p: Option<Spanned<Rate>>,
}

struct Coin(f64);

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let params: Params = cx.params()?;
    let p = params.p.as_ref().map_or(0.5, |p| cx.rate(p));
    let both: ArrayRef = Arc::new(BooleanArray::from(vec![true, false]));
    let planned = Planned::new(DataType::Boolean, Coin(p)).choices(both);
    Ok(planned.uniqueness(Uniqueness::Unknown { why: "there are only true and false" }))
}

impl Column for Coin {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let bits = cells.bits(0);
        let values = arrow_buffer::BooleanBuffer::collect_bool(bits.len(), |at| unit(bits[at]) < self.0);
        Arc::new(BooleanArray::new(values, None))
    }
}

#[cfg(test)]
mod tests {
    use crate::generators::testing::{column, refusal, texts};

    #[test]
    fn the_share_of_true_is_p() {
        let share = |text: &str| texts(&column(20_000, text)).iter().filter(|text| *text == "true").count();
        assert!((9_700..10_300).contains(&share("bool")));
        assert!((16_800..17_200).contains(&share("{ gen: bool, p: 85% }")));
        assert_eq!((share("{ gen: bool, p: 0 }"), share("{ gen: bool, p: 1 }")), (0, 20_000));
    }

    #[test]
    fn true_and_false_cannot_be_unique() {
        assert_eq!(refusal("{ gen: bool, unique: true }").0, "E0512");
    }
}
