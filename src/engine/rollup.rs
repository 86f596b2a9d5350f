//! Values of children -> one value a parent, and running totals among siblings. Folds run left to right by ordinal.

use std::sync::Arc;

use arrow_array::builder::PrimitiveBuilder;
use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Float64Type, Int64Type, UInt64Type};
use arrow_array::{
    Array, ArrayRef, ArrowPrimitiveType, Decimal128Array, Float64Array, Int64Array, PrimitiveArray, UInt64Array,
};
use arrow_cast::cast;
use arrow_ord::ord::make_comparator;
use arrow_schema::{DataType, SortOptions};
use arrow_select::take::take;

use super::rows::Rows;
use crate::plan::Aggregate;

/// How many children each of `parents` rows has in a frame of whole families.
pub(super) fn counts(children: &Rows, parents: usize) -> Vec<u64> {
    let mut counts = vec![0; parents];
    if let Some(family) = &children.family {
        for parent in &family.parent {
            counts[*parent as usize] += 1;
        }
    }
    counts
}

/// Where each family starts.
pub(super) fn offsets(counts: &[u64]) -> Vec<u64> {
    let mut next = 0;
    counts
        .iter()
        .map(|count| {
            next += count;
            next - count
        })
        .collect()
}

/// One value a family; nulls do not take part, and a family without values gives null (`count` gives 0).
pub(super) fn roll_up(aggregate: Aggregate, values: Option<&ArrayRef>, counts: &[u64], to: &DataType) -> ArrayRef {
    let Some(values) = values else {
        return Arc::new(Int64Array::from_iter_values(counts.iter().map(|count| *count as i64)));
    };
    match aggregate {
        Aggregate::Count => {
            let tally = families(counts).map(|family| family.filter(|at| values.is_valid(*at)).count() as i64);
            Arc::new(Int64Array::from_iter_values(tally))
        }
        Aggregate::Sum => sum(values, counts, to),
        Aggregate::Avg => average(values, counts),
        Aggregate::First => choose(values, counts, |family| family.into_iter().next()),
        Aggregate::Last => choose(values, counts, |family| family.into_iter().next_back()),
        Aggregate::Min | Aggregate::Max => {
            let options = SortOptions { descending: aggregate == Aggregate::Max, nulls_first: false };
            let plain = plain(values);
            let compare = make_comparator(&plain, &plain, options).expect("the plan admits types that have an order");
            choose(values, counts, |family| {
                family
                    .filter(|at| values.is_valid(*at))
                    .reduce(|best, at| if compare(at, best).is_lt() { at } else { best })
            })
        }
    }
}

fn families(counts: &[u64]) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
    let mut next = 0;
    counts.iter().map(move |count| {
        let start = next;
        next += *count as usize;
        start..next
    })
}

/// The value of one row of each family.
fn choose(values: &ArrayRef, counts: &[u64], pick: impl Fn(std::ops::Range<usize>) -> Option<usize>) -> ArrayRef {
    let index: UInt64Array = families(counts).map(|family| pick(family).map(|at| at as u64)).collect();
    take(values, &index, None).expect("indices lie within the children's frame")
}

fn sum(values: &ArrayRef, counts: &[u64], to: &DataType) -> ArrayRef {
    match to {
        DataType::Decimal128(precision, scale) => {
            let sums = fold::<Decimal128Type>(values.as_primitive(), counts, i128::checked_add);
            let sums = sums.with_precision_and_scale(*precision, *scale);
            Arc::new(sums.expect("the plan gives a sum a valid decimal type"))
        }
        DataType::Float64 => {
            Arc::new(fold::<Float64Type>(cast_to(values, to).as_primitive(), counts, |a, b| Some(a + b)))
        }
        DataType::UInt64 => Arc::new(fold::<UInt64Type>(cast_to(values, to).as_primitive(), counts, u64::checked_add)),
        _ => Arc::new(fold::<Int64Type>(cast_to(values, &DataType::Int64).as_primitive(), counts, i64::checked_add)),
    }
}

/// A left fold over the valid values of each family; no value and overflow give null.
fn fold<T: ArrowPrimitiveType>(
    values: &PrimitiveArray<T>,
    counts: &[u64],
    add: impl Fn(T::Native, T::Native) -> Option<T::Native>,
) -> PrimitiveArray<T> {
    let mut sums = PrimitiveBuilder::<T>::with_capacity(counts.len());
    for family in families(counts) {
        let mut valid = family.filter(|at| values.is_valid(*at)).map(|at| values.value(at));
        let first = valid.next();
        sums.append_option(first.and_then(|first| valid.try_fold(first, &add)));
    }
    sums.finish()
}

fn average(values: &ArrayRef, counts: &[u64]) -> ArrayRef {
    let values = cast_to(values, &DataType::Float64);
    let values = values.as_primitive::<Float64Type>();
    let means = families(counts).map(|family| {
        let (mut total, mut count) = (0.0, 0.0);
        for at in family.filter(|at| values.is_valid(*at)) {
            total += values.value(at);
            count += 1.0;
        }
        (count > 0.0).then(|| total / count)
    });
    Arc::new(means.collect::<Float64Array>())
}

/// Running totals: the first sibling has `start` + its value. A null adds nothing and the total stays; overflow gives
/// null from there on.
pub(super) fn accumulate(values: &ArrayRef, start: &ArrayRef, rows: &Rows) -> ArrayRef {
    match start.data_type() {
        DataType::Decimal128(precision, scale) => {
            let start = start.as_primitive::<Decimal128Type>().value(0);
            let sums: Decimal128Array =
                running::<Decimal128Type>(values.as_primitive(), start, rows, i128::checked_add);
            let sums = sums.with_precision_and_scale(*precision, *scale);
            Arc::new(sums.expect("the plan gives a total a valid decimal type"))
        }
        DataType::Float64 => {
            let start = start.as_primitive::<Float64Type>().value(0);
            let values = cast_to(values, &DataType::Float64);
            Arc::new(running::<Float64Type>(values.as_primitive(), start, rows, |a, b| Some(a + b)))
        }
        _ => {
            let start = start.as_primitive::<Int64Type>().value(0);
            let values = cast_to(values, &DataType::Int64);
            Arc::new(running::<Int64Type>(values.as_primitive(), start, rows, i64::checked_add))
        }
    }
}

fn running<T: ArrowPrimitiveType>(
    values: &PrimitiveArray<T>,
    start: T::Native,
    rows: &Rows,
    add: impl Fn(T::Native, T::Native) -> Option<T::Native>,
) -> PrimitiveArray<T> {
    let mut totals = PrimitiveBuilder::<T>::with_capacity(values.len());
    let mut total = Some(start);
    for at in 0..values.len() {
        if rows.family.as_ref().is_some_and(|family| family.ordinal[at] == 0) {
            total = Some(start);
        }
        if values.is_valid(at) {
            total = total.and_then(|total| add(total, values.value(at)));
        }
        totals.append_option(total);
    }
    totals.finish()
}

/// The values without their dictionary, if they have one.
pub(super) fn plain(values: &ArrayRef) -> ArrayRef {
    match values.data_type() {
        DataType::Dictionary(_, inner) => cast_to(values, inner),
        _ => Arc::clone(values),
    }
}

/// Both arrays without dictionaries, unless both have the same type.
pub(super) fn same_type(left: ArrayRef, right: &ArrayRef) -> (ArrayRef, ArrayRef) {
    if left.data_type() == right.data_type() { (left, Arc::clone(right)) } else { (plain(&left), plain(right)) }
}

fn cast_to(values: &ArrayRef, to: &DataType) -> ArrayRef {
    cast(values, to).expect("the plan admits only casts that Arrow has")
}
