//! Arrays in, [`Digest`]s of their values out: the same for the same values, whatever array, batch, format or thread
//! carried them.
//!
//! A cell's hash depends on its value alone. A digest is the polynomial of the cells' hashes, so that digests of adjacent
//! rows join to that of all of them: chunks are hashed in parallel, and joined in order.

use std::fmt::{self, Write};

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowDictionaryKeyType, ArrowPrimitiveType, Date32Type, Decimal128Type, DurationMicrosecondType, Float32Type,
    Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, Time64MicrosecondType, TimestampMicrosecondType, UInt8Type,
    UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, RecordBatch};
use arrow_buffer::ArrowNativeType;
use arrow_schema::{DataType, TimeUnit};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use twox_hash::XxHash3_64;

use crate::random::mix;

/// The polynomial's point: odd, so that no row's weight is ever zero. The golden ratio's, as in Fibonacci hashing.
const POINT: u64 = 0x9e37_79b9_7f4a_7c15;

/// The hash of a null.
const NULL: u64 = 0x6e75_6c6c_6e75_6c6c;

/// What a column's values come to, in order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Digest {
    /// How many values.
    pub rows: u64,
    /// The polynomial of their hashes.
    hash: u64,
}

impl Digest {
    /// The digest of an array's values.
    pub fn of(array: &dyn Array) -> Self {
        let hashes = hashes(array);
        let (blocks, rest) = hashes.as_chunks::<4>();
        let powers = [POINT, power(2), power(3), power(4)];
        let mut hash = 0u64;
        for [a, b, c, d] in blocks {
            let block = a.wrapping_mul(powers[2]).wrapping_add(b.wrapping_mul(powers[1]));
            let block = block.wrapping_add(c.wrapping_mul(powers[0])).wrapping_add(*d);
            hash = hash.wrapping_mul(powers[3]).wrapping_add(block);
        }
        for cell in rest {
            hash = hash.wrapping_mul(POINT).wrapping_add(*cell);
        }
        Self { rows: hashes.len() as u64, hash }
    }

    /// The digests of a batch's columns.
    pub fn of_columns(batch: &RecordBatch) -> Vec<Self> {
        batch.columns().iter().map(|column| Self::of(column)).collect()
    }

    /// The digest of these values with others behind them.
    #[must_use]
    pub fn then(self, behind: Self) -> Self {
        let hash = self.hash.wrapping_mul(power(behind.rows)).wrapping_add(behind.hash);
        Self { rows: self.rows + behind.rows, hash }
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{:016x}", self.rows, self.hash)
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_string()
    }
}

impl TryFrom<String> for Digest {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let parts = text.split_once(':').and_then(|(rows, hash)| {
            let is_hash = hash.len() == 16;
            Some((rows.parse().ok()?, u64::from_str_radix(hash, 16).ok().filter(|_| is_hash)?))
        });
        let (rows, hash) = parts.ok_or_else(|| format!("`{text}` is no digest"))?;
        Ok(Self { rows, hash })
    }
}

/// The SHA-256 of some bytes, in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Bytes as lower-case hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to a string cannot fail");
        text
    })
}

/// `POINT` to a power.
fn power(mut exponent: u64) -> u64 {
    let (mut base, mut result) = (POINT, 1u64);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result.wrapping_mul(base);
        }
        base = base.wrapping_mul(base);
        exponent >>= 1;
    }
    result
}

/// The hash of each cell.
///
/// # Panics
/// The type is none of those that columns can have.
pub fn hashes(array: &dyn Array) -> Vec<u64> {
    let mut hashes = of_values(array);
    if let Some(nulls) = array.logical_nulls() {
        for (hash, is_valid) in hashes.iter_mut().zip(&nulls) {
            *hash = if is_valid { *hash } else { NULL };
        }
    }
    hashes
}

fn of_values(array: &dyn Array) -> Vec<u64> {
    match array.data_type() {
        DataType::Null => vec![NULL; array.len()],
        DataType::Boolean => array.as_boolean().values().iter().map(|value| mix(u64::from(value) + 1)).collect(),
        DataType::Int8 => integers::<Int8Type>(array),
        DataType::Int16 => integers::<Int16Type>(array),
        DataType::Int32 => integers::<Int32Type>(array),
        DataType::Int64 => integers::<Int64Type>(array),
        DataType::UInt8 => integers::<UInt8Type>(array),
        DataType::UInt16 => integers::<UInt16Type>(array),
        DataType::UInt32 => integers::<UInt32Type>(array),
        DataType::UInt64 => integers::<UInt64Type>(array),
        DataType::Date32 => integers::<Date32Type>(array),
        DataType::Time64(TimeUnit::Microsecond) => integers::<Time64MicrosecondType>(array),
        DataType::Timestamp(TimeUnit::Microsecond, _) => integers::<TimestampMicrosecondType>(array),
        DataType::Duration(TimeUnit::Microsecond) => integers::<DurationMicrosecondType>(array),
        DataType::Float32 => floats(array.as_primitive::<Float32Type>().values().iter().map(|v| f64::from(*v))),
        DataType::Float64 => floats(array.as_primitive::<Float64Type>().values().iter().copied()),
        DataType::Decimal128(..) => decimals(array),
        DataType::Utf8 => array.as_string::<i32>().iter().map(|v| text(v.unwrap_or("").as_bytes())).collect(),
        DataType::LargeUtf8 => array.as_string::<i64>().iter().map(|v| text(v.unwrap_or("").as_bytes())).collect(),
        DataType::Binary => array.as_binary::<i32>().iter().map(|value| text(value.unwrap_or(b""))).collect(),
        DataType::List(_) => lists(array),
        DataType::Struct(_) => structs(array),
        DataType::Dictionary(key, _) => match **key {
            DataType::Int8 => words::<Int8Type>(array),
            DataType::Int16 => words::<Int16Type>(array),
            DataType::Int32 => words::<Int32Type>(array),
            DataType::Int64 => words::<Int64Type>(array),
            DataType::UInt8 => words::<UInt8Type>(array),
            DataType::UInt16 => words::<UInt16Type>(array),
            DataType::UInt32 => words::<UInt32Type>(array),
            _ => words::<UInt64Type>(array),
        },
        other => unreachable!("no column has the type {other}"),
    }
}

fn integers<T: ArrowPrimitiveType>(array: &dyn Array) -> Vec<u64>
where
    T::Native: TryInto<i128>,
{
    let wide = |value: &T::Native| (*value).try_into().unwrap_or_default() as u64;
    array.as_primitive::<T>().values().iter().map(|value| mix(wide(value).wrapping_add(POINT))).collect()
}

/// Floats by their bits; all that are not a number are one.
fn floats(values: impl Iterator<Item = f64>) -> Vec<u64> {
    let bits = |value: f64| if value.is_nan() { f64::NAN.to_bits() } else { value.to_bits() };
    values.map(|value| mix(bits(value).wrapping_add(POINT))).collect()
}

fn decimals(array: &dyn Array) -> Vec<u64> {
    let values = array.as_primitive::<Decimal128Type>().values();
    let hash =
        |value: &i128| mix((*value as u64).wrapping_add(POINT) ^ mix((value >> 64) as u64 ^ (*value < 0) as u64));
    values.iter().map(hash).collect()
}

fn text(bytes: &[u8]) -> u64 {
    XxHash3_64::oneshot(bytes)
}

fn lists(array: &dyn Array) -> Vec<u64> {
    let list = array.as_list::<i32>();
    let cells = hashes(list.values());
    let row = |bounds: &[i32]| {
        let (start, end) = (bounds[0] as usize, bounds[1] as usize);
        let hash = cells[start..end].iter().fold(0u64, |hash, cell| hash.wrapping_mul(POINT).wrapping_add(*cell));
        mix(hash ^ mix((end - start) as u64))
    };
    list.offsets().windows(2).map(row).collect()
}

fn structs(array: &dyn Array) -> Vec<u64> {
    let mut hashes_of_rows = vec![0u64; array.len()];
    for column in array.as_struct().columns() {
        for (row, cell) in hashes_of_rows.iter_mut().zip(hashes(column)) {
            *row = row.wrapping_mul(POINT).wrapping_add(cell);
        }
    }
    hashes_of_rows.iter().map(|hash| mix(*hash)).collect()
}

/// Every word of a dictionary is hashed once.
fn words<K: ArrowDictionaryKeyType>(array: &dyn Array) -> Vec<u64> {
    let words = array.as_dictionary::<K>();
    let cells = hashes(words.values());
    words.keys().values().iter().map(|key| cells.get(key.as_usize()).copied().unwrap_or(NULL)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::sample::everything;
    use arrow_array::{DictionaryArray, Int32Array, StringArray};
    use arrow_cast::cast;
    use std::collections::BTreeSet;

    #[test]
    fn digests_of_pieces_join_to_that_of_the_whole() {
        let (_, batch) = everything(700);
        for column in batch.columns() {
            let whole = Digest::of(column);
            for at in [0, 1, 3, 127, 700] {
                let (front, back) = (column.slice(0, at), column.slice(at, 700 - at));
                assert_eq!(Digest::of(&front).then(Digest::of(&back)), whole, "{}", column.data_type());
            }
        }
    }

    #[test]
    fn values_count_and_not_their_arrays() {
        let texts: StringArray = [Some("a"), None, Some(""), Some("a")].into_iter().collect();
        let words: DictionaryArray<Int32Type> = [Some("a"), None, Some(""), Some("a")].into_iter().collect();
        assert_eq!(Digest::of(&texts), Digest::of(&words));
        assert_eq!(Digest::of(&texts), Digest::of(&cast(&words, &DataType::LargeUtf8).unwrap()));
    }

    #[test]
    fn any_change_of_a_cell_or_of_the_order_changes_the_digest() {
        let all: BTreeSet<String> = [vec![1, 2, 3], vec![1, 3, 2], vec![1, 2, 4], vec![0, 1, 2, 3], vec![1, 2], vec![]]
            .map(|values| Digest::of(&Int32Array::from(values)).to_string())
            .into();
        assert_eq!(all.len(), 6);
        let nulls = |values: Vec<Option<i32>>| Digest::of(&Int32Array::from(values));
        assert_ne!(nulls(vec![None, Some(0)]), nulls(vec![Some(0), None]));
    }

    #[test]
    fn a_digest_is_read_back() {
        let digest = Digest::of(&Int32Array::from(vec![1, 2]));
        assert_eq!(Digest::try_from(digest.to_string()), Ok(digest));
        for text in ["", "2", "2:12", "x:0000000000000000", "2:000000000000000g"] {
            assert!(Digest::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
