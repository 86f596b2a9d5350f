//! `ulid`: a time and random bits -> identifiers that sort by time, 26 characters long.

use std::sync::Arc;

use arrow_array::{ArrayRef, StringArray};
use arrow_buffer::{Buffer, NullBuffer, OffsetBuffer};
use arrow_schema::DataType;
use schemars::JsonSchema;
use serde::Deserialize;

use super::GeneratorDef;
use super::uuid::{WideBits, millis, time, time_missing};
use crate::engine::{Cells, Column};
use crate::plan::{Moment, PlanContext, Planned, Reported, Uniqueness};
use crate::source::Spanned;

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "ulid",
    summary: "identifiers that sort by time",
    docs: "48 bits of milliseconds and 80 random bits, in Crockford's base 32. A row whose `at` is null gets null.",
    example: "{ gen: ulid, at: created_at }",
    bundle: None,
    params: |generator| Params::json_schema(generator),
    plan,
};

/// Parameters of `ulid`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Params {
    /// The time, needed: a column (`created_at`), an instant or `now`, with offsets (`created_at + 2d`).
    at: Option<Spanned<String>>,
}

struct Ulid {
    at: Moment,
    bits: WideBits,
}

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let params: Params = cx.params()?;
    let Some(at) = &params.at else { return Err(time_missing(cx, "a ULID begins with a time")) };
    let at = time(cx, at)?;
    let nullable = at.nullable();
    let planned = Planned::new(DataType::Utf8, Ulid { at, bits: WideBits::new(cx.key()) });
    Ok(planned.nullable(nullable).uniqueness(Uniqueness::Always))
}

const LENGTH: usize = 26;
const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl Column for Ulid {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let (high, low) = self.bits.draw(cells);
        let times = self.at.values(cells);
        let mut bytes = Vec::with_capacity(cells.len() * LENGTH);
        for ((time, high), low) in times.iter().zip(high).zip(low) {
            let random = (u128::from(high >> 48) << 64) | u128::from(low);
            bytes.extend_from_slice(&written((u128::from(millis(time.unwrap_or(0))) << 80) | random));
        }
        let nulls = times.contains(&None).then(|| times.iter().map(Option::is_some).collect::<NullBuffer>());
        let offsets = OffsetBuffer::from_repeated_length(LENGTH, cells.len());
        Arc::new(StringArray::new(offsets, Buffer::from_vec(bytes), nulls))
    }
}

/// 128 bits as 26 digits of five bits, the first of which has three.
fn written(bits: u128) -> [u8; LENGTH] {
    std::array::from_fn(|at| CROCKFORD[(bits >> (5 * (LENGTH - 1 - at))) as usize & 31])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generators::testing::{column, distinct, last, refusal, texts};

    #[test]
    fn digits_are_crockfords() {
        assert_eq!(&written(u128::MAX), b"7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
        assert_eq!(&written(32), b"00000000000000000000000010");
    }

    #[test]
    fn identifiers_begin_with_their_time_and_never_repeat() {
        let array = column(500, "{ gen: ulid, at: 2024-01-01T00:00:00Z }");
        assert!(distinct(&array));
        assert!(texts(&array).iter().all(|id| id.len() == 26 && id.starts_with("01HK153X00")), "{}", texts(&array)[0]);
    }

    #[test]
    fn they_sort_by_time() {
        let at = ("at", "{ gen: constant, value: 2024-01-01, type: date }");
        let early = texts(&last(1, &[at, ("x", "{ gen: ulid, at: at }")]));
        let late = texts(&last(1, &[at, ("x", "{ gen: ulid, at: at + 1ms }")]));
        assert!(early < late);
        assert_eq!(refusal("ulid").0, "E0516");
    }
}
