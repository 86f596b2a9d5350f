//! Three-valued logic over boolean columns, and the tests that never give null.

use super::{Column, Kernel, bools};
use arrow_arith::boolean::{and_kleene, not, or_kleene};
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, BooleanArray};
use arrow_buffer::{BooleanBuffer, NullBuffer};
use std::sync::Arc;

/// `a and b and ...`: false where one is false, else null where one is null.
pub(in crate::expr) fn and() -> Kernel {
    fold(|a, b| and_kleene(a, b).expect("both sides have the same length"))
}

/// `a or b or ...`: true where one is true, else null where one is null.
pub(in crate::expr) fn or() -> Kernel {
    fold(|a, b| or_kleene(a, b).expect("both sides have the same length"))
}

fn fold(f: impl Fn(&BooleanArray, &BooleanArray) -> BooleanArray + Send + Sync + 'static) -> Kernel {
    Arc::new(move |args, rows| {
        let mut sides = args.iter().map(|arg| arg.expand(rows).as_boolean().clone());
        let first = sides.next().unwrap_or_else(|| BooleanArray::new_null(rows));
        Arc::new(sides.fold(first, |sum, side| f(&sum, &side)))
    })
}

/// `not a`.
pub(in crate::expr) fn negation() -> Kernel {
    Arc::new(|args, _| Arc::new(not(args[0].array.as_boolean()).expect("a boolean column can be negated")))
}

/// Bit by bit: whether a row has a value.
fn valid(column: &Column) -> BooleanBuffer {
    let nulls = column.array.logical_nulls();
    nulls.map_or_else(|| BooleanBuffer::new_set(column.array.len()), NullBuffer::into_inner)
}

/// `a is null`, or with `negated` `a is not null`.
pub(in crate::expr) fn is_null(negated: bool) -> Kernel {
    Arc::new(move |args, _| {
        let valid = valid(&args[0]);
        bools(if negated { valid } else { !&valid }, None)
    })
}

/// Whether a boolean is `wanted`, or with `negated` whether it is not; null counts as neither.
pub(in crate::expr) fn is_truth(wanted: bool, negated: bool) -> Kernel {
    Arc::new(move |args, _| {
        let array = args[0].array.as_boolean();
        let values = if wanted { array.values().clone() } else { !array.values() };
        let found = &values & &valid(&args[0]);
        bools(if negated { !&found } else { found }, None)
    })
}

/// Bits of a boolean column that are true, null counting as false.
pub(in crate::expr) fn truths(array: &ArrayRef) -> BooleanBuffer {
    let array = array.as_boolean();
    match array.nulls() {
        Some(nulls) => array.values() & nulls.inner(),
        None => array.values().clone(),
    }
}

/// From `a = b`, `a`, `b`: whether a and b differ, null being a value like any other; or with `negated` whether they do not.
pub(in crate::expr) fn is_distinct(negated: bool) -> Kernel {
    Arc::new(move |args, rows| {
        let equal = truths(&args[0].expand(rows));
        let (a, b) = (spread(valid(&args[1]), rows), spread(valid(&args[2]), rows));
        let same = &(&equal & &(&a & &b)) | &(!&(&a | &b));
        bools(if negated { same } else { !&same }, None)
    })
}

fn spread(bits: BooleanBuffer, rows: usize) -> BooleanBuffer {
    match (bits.len(), rows) {
        (1, rows) if rows != 1 && bits.value(0) => BooleanBuffer::new_set(rows),
        (1, rows) if rows != 1 => BooleanBuffer::new_unset(rows),
        _ => bits,
    }
}
