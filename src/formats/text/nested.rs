//! Any single value in, its JSON text out: for lists, structs and whatever else is too rare for a loop of its own.

use super::calendar::{put_date, put_duration, put_time, put_timestamp};
use super::digits::{push_decimal, put_float, put_float32};
use super::escape::push_json;
use super::style::{BinaryText, Letters};
use crate::formats::shape::{fraction_digits, is_json};
use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal128Type, DurationMicrosecondType, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
    Int64Type, Time64MicrosecondType, TimestampMicrosecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, StructArray, downcast_integer_array};
use arrow_buffer::ArrowNativeType;
use arrow_schema::{DataType, Field};

/// Binary values in JSON.
const JSON_BINARY: BinaryText = BinaryText { open: "\"", letters: Letters::Base64, close: "\"" };

/// Appends the JSON text of the value at `row`: numbers for numbers (`null` for those that are not finite), ISO 8601
/// strings for times, Base64 for binary.
pub fn push_value(array: &ArrayRef, row: usize, out: &mut Vec<u8>) {
    push_field(None, array, row, out);
}

fn push_field(field: Option<&Field>, array: &ArrayRef, row: usize, out: &mut Vec<u8>) {
    if array.is_null(row) {
        return out.extend_from_slice(b"null");
    }
    match array.data_type() {
        DataType::Boolean => out.extend_from_slice(if array.as_boolean().value(row) { b"true" } else { b"false" }),
        DataType::Utf8 => push_text(field, array.as_string::<i32>().value(row), out),
        DataType::Binary => push_binary(array.as_binary::<i32>().value(row), JSON_BINARY, out),
        DataType::Dictionary(..) => {
            push_field(field, array.as_any_dictionary().values(), place(array, row), out);
        }
        DataType::List(item) => push_list(item, &array.as_list::<i32>().value(row), out),
        DataType::Struct(_) => push_struct(array.as_struct(), row, out),
        data_type if data_type.is_temporal() => push_temporal(field, array, row, out),
        _ => push_number(array, row, out),
    }
}

/// Where the value of a row that is not null stands in its dictionary. The keys of all rows are more than one cell is worth.
pub fn place(dictionary: &ArrayRef, row: usize) -> usize {
    let keys = dictionary.as_any_dictionary().keys();
    downcast_integer_array!(
        keys => keys.value(row).as_usize(),
        other => unreachable!("{other} is no type of a key")
    )
}

fn push_text(field: Option<&Field>, text: &str, out: &mut Vec<u8>) {
    match field.is_some_and(is_json) {
        true => out.extend(text.bytes().map(|b| if b < 0x20 { b' ' } else { b })),
        false => push_json(text.as_bytes(), out),
    }
}

fn push_list(item: &Field, values: &ArrayRef, out: &mut Vec<u8>) {
    out.push(b'[');
    for row in 0..values.len() {
        if row > 0 {
            out.push(b',');
        }
        push_field(Some(item), values, row, out);
    }
    out.push(b']');
}

fn push_struct(value: &StructArray, row: usize, out: &mut Vec<u8>) {
    out.push(b'{');
    for (i, (field, column)) in value.fields().iter().zip(value.columns()).enumerate() {
        if i > 0 {
            out.push(b',');
        }
        push_json(field.name().as_bytes(), out);
        out.push(b':');
        push_field(Some(field), column, row, out);
    }
    out.push(b'}');
}

/// Appends a number; `null` for one that is not finite.
pub fn push_number(array: &ArrayRef, row: usize, out: &mut Vec<u8>) {
    macro_rules! integer {
        ($ty:ty) => {
            push_decimal(out, i128::from(array.as_primitive::<$ty>().value(row)), 0)
        };
    }
    match array.data_type() {
        DataType::Int8 => integer!(Int8Type),
        DataType::Int16 => integer!(Int16Type),
        DataType::Int32 => integer!(Int32Type),
        DataType::Int64 => integer!(Int64Type),
        DataType::UInt8 => integer!(UInt8Type),
        DataType::UInt16 => integer!(UInt16Type),
        DataType::UInt32 => integer!(UInt32Type),
        DataType::UInt64 => integer!(UInt64Type),
        DataType::Decimal128(_, scale) => push_decimal(out, array.as_primitive::<Decimal128Type>().value(row), *scale),
        DataType::Float32 => push_float32(array.as_primitive::<Float32Type>().value(row), out),
        DataType::Float64 => push_float(array.as_primitive::<Float64Type>().value(row), out),
        other => unreachable!("the format's check has refused {other}"),
    }
}

fn push_float(value: f64, out: &mut Vec<u8>) {
    if !value.is_finite() {
        return out.extend_from_slice(b"null");
    }
    let mut slot = [0; 32];
    let len = put_float(&mut slot, value);
    out.extend_from_slice(&slot[..len]);
}

fn push_float32(value: f32, out: &mut Vec<u8>) {
    if !value.is_finite() {
        return out.extend_from_slice(b"null");
    }
    let mut slot = [0; 32];
    let len = put_float32(&mut slot, value);
    out.extend_from_slice(&slot[..len]);
}

fn push_temporal(field: Option<&Field>, array: &ArrayRef, row: usize, out: &mut Vec<u8>) {
    out.push(b'"');
    push_bare_temporal(field, array, row, out);
    out.push(b'"');
}

/// Appends a date, a time, a timestamp or a duration; `field` says how many fraction digits are shown at least.
pub fn push_bare_temporal(field: Option<&Field>, array: &ArrayRef, row: usize, out: &mut Vec<u8>) {
    let least = field.and_then(fraction_digits).unwrap_or(0);
    let mut slot = [0; 64];
    let len = match array.data_type() {
        DataType::Date32 => put_date(&mut slot, i64::from(array.as_primitive::<Date32Type>().value(row))),
        DataType::Time64(_) => put_time(&mut slot, array.as_primitive::<Time64MicrosecondType>().value(row), least),
        DataType::Timestamp(_, zone) => {
            let micros = array.as_primitive::<TimestampMicrosecondType>().value(row);
            put_timestamp(&mut slot, micros, least, b'T', zone.is_some())
        }
        DataType::Duration(_) => put_duration(&mut slot, array.as_primitive::<DurationMicrosecondType>().value(row)),
        other => unreachable!("the format's check has refused {other}"),
    };
    out.extend_from_slice(&slot[..len]);
}

/// Appends binary values as letters.
pub fn push_binary(bytes: &[u8], style: BinaryText, out: &mut Vec<u8>) {
    out.extend_from_slice(style.open.as_bytes());
    match style.letters {
        Letters::Hex => push_hex(bytes, out),
        Letters::Base64 => push_base64(bytes, out),
    }
    out.extend_from_slice(style.close.as_bytes());
}

fn push_hex(bytes: &[u8], out: &mut Vec<u8>) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    out.extend(bytes.iter().flat_map(|b| [DIGITS[usize::from(b >> 4)], DIGITS[usize::from(b & 15)]]));
}

fn push_base64(bytes: &[u8], out: &mut Vec<u8>) {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for chunk in bytes.chunks(3) {
        let byte = |i: usize| u32::from(chunk.get(i).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for i in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * i) & 63) as usize];
            out.push(if i <= chunk.len() { letter } else { b'=' });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow_array::DictionaryArray;
    use arrow_array::types::Int32Type;
    use std::sync::Arc;

    #[test]
    fn the_cells_of_a_long_dictionary_are_found_one_by_one() {
        let words: DictionaryArray<Int32Type> = (0..200_000).map(|row| Some(["a", "b", "c"][row % 3])).collect();
        let array: ArrayRef = Arc::new(words.slice(1, 199_999));
        let mut text = Vec::new();
        (0..array.len()).for_each(|row| push_value(&array, row, &mut text));
        assert_eq!(text, &r#""b""c""a""#.repeat(66_667).as_bytes()[..199_999 * 3]);
    }
}
