//! A list or a struct in, its XML elements out.

use super::calendar::put_iso_duration;
use super::nested::{place, push_bare_temporal, push_binary, push_number};
use super::style::{BinaryText, Letters};
use super::xml::{name, push_text};
use arrow_array::cast::AsArray;
use arrow_array::types::{DurationMicrosecondType, Float32Type, Float64Type};
use arrow_array::{Array, ArrayRef};
use arrow_schema::{DataType, Field};

/// The element of a list's item.
pub const ITEM: &str = "item";

/// How the elements inside a column's element look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Children {
    /// What stands before their names: empty, or a prefix with its colon.
    pub prefix: String,
    /// Whether a null in a struct is an element that says so; else it is left out. A null in a list always is one, so that
    /// the others keep their places.
    pub nil: bool,
}

const BASE64: BinaryText = BinaryText { open: "", letters: Letters::Base64, close: "" };

/// The texts of not-a-number, infinity and negative infinity in XML Schema.
pub const NON_FINITE: [&str; 3] = ["NaN", "INF", "-INF"];

/// Appends the elements that a list or struct has inside.
pub fn push_children(children: &Children, array: &ArrayRef, row: usize, out: &mut Vec<u8>) {
    push_content(children, None, array, row, out);
}

fn push_content(children: &Children, field: Option<&Field>, array: &ArrayRef, row: usize, out: &mut Vec<u8>) {
    match array.data_type() {
        DataType::List(item) => {
            let values = array.as_list::<i32>().value(row);
            let always = Children { nil: true, ..children.clone() };
            for row in 0..values.len() {
                push_element(if values.is_null(row) { &always } else { children }, ITEM, item, &values, row, out);
            }
        }
        DataType::Struct(fields) => {
            for (field, column) in fields.iter().zip(array.as_struct().columns()) {
                push_element(children, &name(field.name()), field, column, row, out);
            }
        }
        DataType::Boolean => out.extend_from_slice(if array.as_boolean().value(row) { b"true" } else { b"false" }),
        DataType::Utf8 => push_text(array.as_string::<i32>().value(row).as_bytes(), false, out),
        DataType::Binary => push_binary(array.as_binary::<i32>().value(row), BASE64, out),
        DataType::Dictionary(..) => {
            push_content(children, field, array.as_any_dictionary().values(), place(array, row), out);
        }
        DataType::Duration(_) => {
            let mut slot = [0; 64];
            let len = put_iso_duration(&mut slot, array.as_primitive::<DurationMicrosecondType>().value(row));
            out.extend_from_slice(&slot[..len]);
        }
        data_type if data_type.is_temporal() => push_bare_temporal(field, array, row, out),
        _ => match non_finite(array, row) {
            Some(text) => out.extend_from_slice(text.as_bytes()),
            None => push_number(array, row, out),
        },
    }
}

fn non_finite(array: &ArrayRef, row: usize) -> Option<&'static str> {
    let value = match array.data_type() {
        DataType::Float32 => f64::from(array.as_primitive::<Float32Type>().value(row)),
        DataType::Float64 => array.as_primitive::<Float64Type>().value(row),
        _ => return None,
    };
    match value {
        _ if value.is_nan() => Some(NON_FINITE[0]),
        f64::INFINITY => Some(NON_FINITE[1]),
        f64::NEG_INFINITY => Some(NON_FINITE[2]),
        _ => None,
    }
}

fn push_element(children: &Children, tag: &str, field: &Field, array: &ArrayRef, row: usize, out: &mut Vec<u8>) {
    let prefix = children.prefix.as_str();
    let put = |out: &mut Vec<u8>, parts: &[&str]| parts.iter().for_each(|part| out.extend_from_slice(part.as_bytes()));
    if !array.is_null(row) {
        put(out, &["<", prefix, tag, ">"]);
        push_content(children, Some(field), array, row, out);
        put(out, &["</", prefix, tag, ">"]);
    } else if children.nil {
        put(out, &["<", prefix, tag, " xsi:nil=\"true\"/>"]);
    }
}
