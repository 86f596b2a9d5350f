//! `uuid`: random bits, for version 7 behind a time -> identifiers of RFC 9562.

use std::sync::Arc;

use arrow_array::{ArrayRef, BinaryArray, StringArray};
use arrow_buffer::{Buffer, NullBuffer, OffsetBuffer};
use arrow_schema::DataType;
use schemars::JsonSchema;
use serde::Deserialize;

use super::GeneratorDef;
use crate::diag::{Diagnostic, Span};
use crate::engine::{Cells, Column};
use crate::plan::{Moment, PlanContext, Planned, Reported, Uniqueness};
use crate::random::{Domain, Key};
use crate::source::Spanned;

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "uuid",
    summary: "universally unique identifiers",
    docs: "Version 4 is random (122 bits). Version 7 begins with the milliseconds of `at`, so that it sorts by time (74 random \
           bits); a row whose `at` is null gets null. Text by default; `type: binary` gives the 16 bytes. They are taken as \
           unique: the chance that two of a thousand million are alike is below 10^-18 (version 4).",
    example: "{ gen: uuid, version: 7, at: created_at }",
    bundle: None,
    params: |generator| Params::json_schema(generator),
    plan,
};

/// Parameters of `uuid`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Params {
    /// The version: 4 (random, the default) or 7 (begins with a time).
    #[schemars(extend("enum" = [4, 7]))]
    version: Option<Spanned<u8>>,
    /// Version 7: the time, a column (`created_at`), an instant or `now`, with offsets (`created_at + 2d`).
    at: Option<Spanned<String>>,
}

/// Latest millisecond of 48 bits.
pub(super) const LAST_MILLI: i64 = (1 << 48) - 1;

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let params: Params = cx.params()?;
    let at = match (params.version.as_ref().map_or(4, |version| version.value), &params.at) {
        (7, Some(at)) => Some(time(cx, at)?),
        (7, None) => return Err(time_missing(cx, "version 7 begins with a time")),
        (_, Some(at)) => {
            let error = Diagnostic::error("E0515", "`at` has no effect in version 4, which has no time");
            return Err(cx.fail(error.at(at.span, "is not read").help("add `version: 7`, or drop `at`")));
        }
        (_, None) => None,
    };
    let is_binary = cx.declared_type() == Some(&DataType::Binary);
    let data_type = if is_binary { DataType::Binary } else { DataType::Utf8 };
    let nullable = at.as_ref().is_some_and(Moment::nullable);
    let column = Uuid { at, bits: WideBits::new(cx.key()), is_binary };
    Ok(Planned::new(data_type, column).nullable(nullable).uniqueness(Uniqueness::Always))
}

/// The time at which an identifier begins; refused where it is known to lie before 1970.
pub(super) fn time(cx: &mut PlanContext<'_, '_>, at: &Spanned<String>) -> Result<Moment, Reported> {
    let moment = cx.moment(at)?;
    match moment.bounds {
        Some((low, high)) if low < 0 || high / 1000 > LAST_MILLI => {
            let error =
                Diagnostic::error("E0535", "the time may lie before 1970 or after 10889, which 48 bits cannot hold");
            Err(cx.fail(error.at(at.span, "out of range").help("narrow the column's `from` and `to`")))
        }
        _ => Ok(moment),
    }
}

/// That `at` is needed.
pub(super) fn time_missing(cx: &mut PlanContext<'_, '_>, why: &str) -> Reported {
    let span: Span = cx.span();
    let error = Diagnostic::error("E0516", format!("{why}, which `at` must give")).at(span, "`at` is missing");
    cx.fail(error.help("name a date or timestamp column, as in `at: created_at`, or write `at: now`"))
}

/// 128 random bits a row. Each half is drawn under a key of its own: rows whose draws meet under one key, which among
/// 2^32 children of many parents becomes likely, do not meet under the other.
pub(super) struct WideBits {
    low: Key,
}

impl WideBits {
    /// The bits of a column's key.
    pub fn new(key: &Key) -> Self {
        Self { low: key.derive(Domain::Part, "low") }
    }

    /// High and low half for every cell.
    pub fn draw(&self, cells: &Cells<'_>) -> (Vec<u64>, Vec<u64>) {
        (cells.bits(0), cells.with_key(&self.low).bits(0))
    }
}

/// The milliseconds of a time, kept within 48 bits.
pub(super) fn millis(micros: i64) -> u64 {
    micros.div_euclid(1000).clamp(0, LAST_MILLI) as u64
}

struct Uuid {
    at: Option<Moment>,
    bits: WideBits,
    is_binary: bool,
}

impl Column for Uuid {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let (high, low) = self.bits.draw(cells);
        let times = self.at.as_ref().map(|at| at.values(cells));
        let nulls = times.as_ref().filter(|times| times.contains(&None));
        let nulls = nulls.map(|times| times.iter().map(Option::is_some).collect::<NullBuffer>());
        let ids = high.into_iter().zip(low).enumerate().map(|(at, (high, low))| match &times {
            None => version_4(high, low),
            Some(times) => version_7(millis(times[at].unwrap_or(0)), high, low),
        });
        match self.is_binary {
            true => binary(ids, cells.len(), nulls),
            false => text(ids, cells.len(), nulls),
        }
    }
}

const VARIANT: u64 = 0b10 << 62;

fn version_4(high: u64, low: u64) -> (u64, u64) {
    ((high & !0xf000) | 0x4000, (low >> 2) | VARIANT)
}

fn version_7(millis: u64, high: u64, low: u64) -> (u64, u64) {
    ((millis << 16) | 0x7000 | (high >> 52), (low >> 2) | VARIANT)
}

fn binary(ids: impl Iterator<Item = (u64, u64)>, len: usize, nulls: Option<NullBuffer>) -> ArrayRef {
    let mut bytes = Vec::with_capacity(len * 16);
    for (high, low) in ids {
        bytes.extend_from_slice(&high.to_be_bytes());
        bytes.extend_from_slice(&low.to_be_bytes());
    }
    let offsets = OffsetBuffer::from_repeated_length(16, len);
    Arc::new(BinaryArray::new(offsets, Buffer::from_vec(bytes), nulls))
}

fn text(ids: impl Iterator<Item = (u64, u64)>, len: usize, nulls: Option<NullBuffer>) -> ArrayRef {
    let bytes: Vec<[u8; 36]> = ids.map(|(high, low)| written(high, low)).collect();
    let offsets = OffsetBuffer::from_repeated_length(36, len);
    Arc::new(StringArray::new(offsets, Buffer::from_vec(bytes.into_flattened()), nulls))
}

/// The 36 characters of an identifier: 8-4-4-4-12 hexadecimal digits.
#[inline]
fn written(high: u64, low: u64) -> [u8; 36] {
    let ([first, second], [third, last]) = (digits(high), digits(low));
    let mut text = [b'-'; 36];
    text[..8].copy_from_slice(&first);
    text[9..13].copy_from_slice(&second[..4]);
    text[14..18].copy_from_slice(&second[4..]);
    text[19..23].copy_from_slice(&third[..4]);
    text[24..28].copy_from_slice(&third[4..]);
    text[28..].copy_from_slice(&last);
    text
}

/// The sixteen hexadecimal digits of a number.
#[inline(always)]
const fn digits(value: u64) -> [[u8; 8]; 2] {
    [eight_digits((value >> 32) as u32), eight_digits(value as u32)]
}

/// The eight hexadecimal digits of a number, all at once in one register: its nibbles are moved into bytes of their own,
/// and those above 9 go on to the letters.
#[inline(always)]
pub(super) const fn eight_digits(value: u32) -> [u8; 8] {
    let spread = value as u64;
    let spread = (spread | spread << 16) & 0x0000_ffff_0000_ffff;
    let spread = (spread | spread << 8) & 0x00ff_00ff_00ff_00ff;
    let nibbles = (spread | spread << 4) & 0x0f0f_0f0f_0f0f_0f0f;
    let letters = ((nibbles + 0x0606_0606_0606_0606) >> 4) & 0x0101_0101_0101_0101;
    (nibbles + 0x3030_3030_3030_3030 + letters * (b'a' - b'0' - 10) as u64).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use arrow_array::Array;
    use arrow_array::cast::AsArray;

    use crate::generators::testing::{column, distinct, last, refusal, text, texts};

    #[test]
    fn version_4_has_its_version_and_variant_and_never_repeats() {
        let array = column(5_000, "uuid");
        for id in texts(&array) {
            assert_eq!((id.len(), &id[14..15]), (36, "4"));
            assert!("89ab".contains(&id[19..20]), "{id}");
            assert_eq!(id.match_indices('-').map(|(at, _)| at).collect::<Vec<_>>(), [8, 13, 18, 23]);
        }
        assert!(distinct(&array));
    }

    #[test]
    fn version_7_begins_with_the_milliseconds_of_its_time() {
        let array = column(10, "{ gen: uuid, version: 7, at: 2024-01-01T00:00:00Z }");
        for id in texts(&array) {
            assert_eq!(&id[..15], "018cc251-f400-7", "{id}");
            assert!("89ab".contains(&id[19..20]));
        }
        assert!(distinct(&array));
    }

    #[test]
    fn no_time_gives_no_identifier() {
        let at = ("at", "{ gen: constant, value: 2024-01-01, type: date, null: 50% }");
        let array = last(100, &[at, ("x", "{ gen: uuid, version: 7, at: at }")]);
        assert!((20..80).contains(&array.null_count()));
        assert_eq!(text(&array).iter().flatten().count(), 100 - array.null_count());
    }

    #[test]
    fn binary_is_the_same_number() {
        let text = texts(&column(3, "uuid"));
        let bytes = column(3, "{ gen: uuid, type: binary }");
        let hex: String = bytes.as_binary::<i32>().value(2).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, text[2].replace('-', ""));
    }

    #[test]
    fn a_time_is_needed_for_version_7_and_only_there() {
        assert_eq!(refusal("{ gen: uuid, version: 7 }").0, "E0516");
        assert_eq!(refusal("{ gen: uuid, at: 2024-01-01 }").0, "E0515");
        assert_eq!(refusal("{ gen: uuid, version: 7, at: 1969-12-31 }").0, "E0535");
    }
}
