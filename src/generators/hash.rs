//! `hash`: some columns of the row -> the first digits of a SHA-256, a surrogate key.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Float32Type, Float64Type, Int64Type, TimestampMicrosecondType, UInt64Type};
use arrow_array::{Array, ArrayRef, Int64Array, StringArray};
use arrow_buffer::{Buffer, OffsetBuffer};
use arrow_cast::cast;
use arrow_schema::{DataType, TimeUnit};
use schemars::JsonSchema;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::GeneratorDef;
use super::uuid::eight_digits;
use crate::diag::Diagnostic;
use crate::engine::{Cells, Column};
use crate::plan::{Bounds, PlanContext, Planned, Reported, Source, Uniqueness, a_type, logical_type};
use crate::source::Spanned;

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "hash",
    summary: "surrogate key from other columns",
    docs: "The same values always give the same key, in every table and every build: it depends on the values alone, not on \
           the seed. It is the beginning of a SHA-256, 32 hexadecimal digits by default, or with `type: int64` a number of \
           63 bits. It is unique when one of the columns is, or when they are the table's `key`, and it has at least 24 digits. A null \
           counts as a value of its own.",
    example: "{ gen: hash, of: [country, vat_id] }",
    bundle: None,
    params: |generator| Params::json_schema(generator),
    plan,
};

/// Parameters of `hash`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Params {
    /// The columns, in the order in which they count.
    #[schemars(length(min = 1))]
    of: Vec<Spanned<String>>,
    /// Hexadecimal digits, 1 to 64; 32 by default.
    #[schemars(range(min = 1, max = 64))]
    length: Option<Spanned<u8>>,
}

/// Digits from which on keys of unique values are taken as unique: 96 bits, so that two of a thousand million rows are alike
/// with a chance below 10^-10.
const UNIQUE_DIGITS: usize = 24;

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let params: Params = cx.params()?;
    let mut sources = Vec::new();
    for name in &params.of {
        let source = cx.read(&name.value, name.span)?;
        if !is_hashable(&source.data_type) {
            let kind = a_type(&source.data_type);
            let error = Diagnostic::error("E0422", format!("`{}` is {kind}, which has no plain value", name.value));
            return Err(cx.fail(error.at(name.span, "cannot be hashed").help("name columns of text, numbers or times")));
        }
        sources.push(source);
    }
    let is_number = cx.declared_type() == Some(&DataType::Int64);
    if let (true, Some(length)) = (is_number, &params.length) {
        let error = Diagnostic::error("E0515", "`length` has no effect with `type: int64`");
        return Err(cx.fail(error.at(length.span, "is not read").help("drop `length`, or `type`")));
    }
    let length = params.length.as_ref().map_or(32, |length| length.value.clamp(1, 64).into());
    let uniqueness = uniqueness(cx, &params.of, &sources, if is_number { 0 } else { length });
    let slots = sources.iter().map(|source| source.slot).collect();
    let planned = match is_number {
        true => Planned::new(DataType::Int64, Numbers(slots)).bounds(Some(Bounds::integers(0, i64::MAX))),
        false => Planned::new(DataType::Utf8, Digits { slots, length }),
    };
    Ok(planned.uniqueness(uniqueness))
}

fn uniqueness(cx: &PlanContext<'_, '_>, of: &[Spanned<String>], sources: &[Source], digits: usize) -> Uniqueness {
    let key = cx.key_of(cx.table());
    let has_key = !key.is_empty() && key.iter().all(|name| of.iter().any(|column| column.value == *name));
    if !has_key && !sources.iter().any(|source| source.unique && !source.nullable) {
        return Uniqueness::Unknown {
            why: "no column in `of` is unique and never null, and they are not the table's `key`",
        };
    }
    if digits < UNIQUE_DIGITS {
        return Uniqueness::Unknown { why: "so short a hash may repeat; 24 hexadecimal digits suffice" };
    }
    Uniqueness::Always
}

fn is_hashable(data_type: &DataType) -> bool {
    let plain = logical_type(data_type);
    plain.is_primitive() || matches!(plain, DataType::Boolean | DataType::Utf8 | DataType::Binary)
}

/// The bytes of one column's values, row by row. Equal values have equal bytes whatever the width of their type.
enum Feed {
    Text(StringArray),
    Bytes(arrow_array::BinaryArray),
    Whole(arrow_array::PrimitiveArray<Int64Type>),
    Unsigned(arrow_array::PrimitiveArray<UInt64Type>),
    Decimal(arrow_array::PrimitiveArray<Decimal128Type>, i8),
    Float(arrow_array::PrimitiveArray<Float64Type>),
    Time(arrow_array::PrimitiveArray<TimestampMicrosecondType>),
}

impl Feed {
    fn new(values: &ArrayRef) -> Self {
        let to = |data_type: &DataType| cast(values, data_type).expect("the plan admits only plain types");
        match logical_type(values.data_type()) {
            DataType::Utf8 => Self::Text(to(&DataType::Utf8).as_string().clone()),
            DataType::Binary => Self::Bytes(values.as_binary().clone()),
            DataType::UInt64 => Self::Unsigned(values.as_primitive().clone()),
            DataType::Decimal128(_, scale) => Self::Decimal(values.as_primitive().clone(), scale),
            DataType::Float32 => {
                let wide = values.as_primitive::<Float32Type>();
                Self::Float(wide.unary(f64::from))
            }
            DataType::Float64 => Self::Float(values.as_primitive().clone()),
            DataType::Date32 | DataType::Timestamp(..) => {
                Self::Time(to(&DataType::Timestamp(TimeUnit::Microsecond, None)).as_primitive().clone())
            }
            _ => Self::Whole(to(&DataType::Int64).as_primitive().clone()),
        }
    }

    fn is_null(&self, at: usize) -> bool {
        match self {
            Self::Text(values) => values.is_null(at),
            Self::Bytes(values) => values.is_null(at),
            Self::Whole(values) => values.is_null(at),
            Self::Unsigned(values) => values.is_null(at),
            Self::Decimal(values, _) => values.is_null(at),
            Self::Float(values) => values.is_null(at),
            Self::Time(values) => values.is_null(at),
        }
    }

    /// A tag for the kind of value, its length, and its bytes: no two lists of values give the same sequence.
    fn add(&self, at: usize, hash: &mut Sha256) {
        if self.is_null(at) {
            return hash.update([0]);
        }
        let number = |hash: &mut Sha256, tag: u8, value: i128| {
            hash.update([tag]);
            hash.update(value.to_le_bytes());
        };
        match self {
            Self::Text(values) => bytes(hash, 1, values.value(at).as_bytes()),
            Self::Bytes(values) => bytes(hash, 2, values.value(at)),
            Self::Whole(values) => number(hash, 3, values.value(at).into()),
            Self::Unsigned(values) => number(hash, 3, values.value(at).into()),
            Self::Decimal(values, scale) => {
                hash.update([4, *scale as u8]);
                hash.update(values.value(at).to_le_bytes());
            }
            Self::Float(values) => {
                hash.update([5]);
                hash.update(values.value(at).to_bits().to_le_bytes());
            }
            Self::Time(values) => number(hash, 6, values.value(at).into()),
        }
    }
}

fn bytes(hash: &mut Sha256, tag: u8, bytes: &[u8]) {
    hash.update([tag]);
    hash.update((bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}

/// The hash of every row, handed to `write`.
fn each(cells: &Cells<'_>, slots: &[usize], mut write: impl FnMut([u8; 32])) {
    let feeds: Vec<Feed> = slots.iter().map(|slot| Feed::new(cells.input(*slot))).collect();
    for at in 0..cells.len() {
        let mut hash = Sha256::new();
        feeds.iter().for_each(|feed| feed.add(at, &mut hash));
        write(hash.finalize().into());
    }
}

struct Digits {
    slots: Vec<usize>,
    length: usize,
}

impl Column for Digits {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let mut text = Vec::with_capacity(cells.len() * self.length);
        each(cells, &self.slots, |hash| {
            let (quads, _) = hash.as_chunks::<4>();
            let digits: Vec<[u8; 8]> = quads.iter().map(|quad| eight_digits(u32::from_be_bytes(*quad))).collect();
            text.extend_from_slice(&digits.as_flattened()[..self.length]);
        });
        let offsets = OffsetBuffer::from_repeated_length(self.length, cells.len());
        Arc::new(StringArray::new(offsets, Buffer::from_vec(text), None))
    }
}

struct Numbers(Vec<usize>);

impl Column for Numbers {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let mut numbers = Vec::with_capacity(cells.len());
        each(cells, &self.0, |hash| {
            let first = hash[..8].try_into().expect("a hash has 32 bytes");
            numbers.push((u64::from_be_bytes(first) >> 1) as i64);
        });
        Arc::new(Int64Array::from(numbers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generators::testing::{distinct, last, refused, texts};

    const ID: (&str, &str) = ("id", "sequence");

    #[test]
    fn equal_values_have_equal_keys_and_others_different_ones() {
        let of = |making: &str, hash: &str| texts(&last(20, &[("a", making), ("x", hash)]));
        let keys = of("{ gen: choice, of: [p, q] }", "{ gen: hash, of: [a] }");
        let mut known = keys.clone();
        known.sort();
        known.dedup();
        assert_eq!(known.len(), 2);
        assert!(keys.iter().all(|key| key.len() == 32 && key.bytes().all(|byte| byte.is_ascii_hexdigit())));
        assert_eq!(of("sequence", "{ gen: hash, of: [a] }")[0], of("ordinal", "{ gen: hash, of: [a] }")[0]);
    }

    #[test]
    fn the_digits_are_those_of_the_documented_sha_256() {
        let key = texts(&last(1, &[("a", "{ gen: constant, value: p }"), ("x", "{ gen: hash, of: [a], length: 64 }")]));
        let mut message = vec![1];
        message.extend_from_slice(&1_u64.to_le_bytes());
        message.push(b'p');
        let expected: String = Sha256::digest(&message).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(key[0], expected);
    }

    #[test]
    fn it_is_unique_where_a_column_is() {
        assert!(distinct(&last(500, &[ID, ("x", "{ gen: hash, of: [id], unique: true }")])));
        assert!(distinct(&last(500, &[ID, ("x", "{ gen: hash, of: [id], type: int64 }")])));
        let free = ("a", "{ gen: choice, of: [p, q] }");
        assert_eq!(refused(9, &[free, ("x", "{ gen: hash, of: [a], unique: true }")]).0.code, "E0512");
        assert_eq!(refused(9, &[ID, ("x", "{ gen: hash, of: [id], length: 8, unique: true }")]).0.code, "E0512");
    }

    #[test]
    fn a_null_is_a_value_of_its_own() {
        let array = last(50, &[("a", "{ gen: choice, of: [p], null: 50% }"), ("x", "{ gen: hash, of: [a] }")]);
        let mut known = texts(&array);
        known.sort();
        known.dedup();
        assert_eq!((array.null_count(), known.len()), (0, 2));
    }

    #[test]
    fn unknown_columns_are_refused() {
        let (error, culprit) = refused(9, &[ID, ("x", "{ gen: hash, of: [di] }")]);
        assert_eq!((error.code, culprit.as_str()), ("E0409", "di"));
    }
}
