//! Columns in, a column out: loops over whole batches, chosen by type when an expression is compiled. A constant stays one row.
//!
//! A strict kernel gives null where an argument is null; it is never called with a constant null, and may compute on the
//! garbage below a null as long as it does not panic.

pub(super) mod arithmetic;
pub(super) mod calendar;
pub(super) mod cast;
pub(super) mod choose;
pub(super) mod compare;
pub(super) mod interval;
pub(super) mod like;
pub(super) mod logic;
pub(super) mod number;
pub(super) mod parse;
pub(super) mod pattern;
pub(super) mod text;
pub(super) mod time;

use arrow_array::builder::{BooleanBuilder, PrimitiveBuilder, StringBuilder};
use arrow_array::types::Int64Type;
use arrow_array::{Array, ArrayRef, ArrowPrimitiveType, BooleanArray, PrimitiveArray, StringArray, cast::AsArray};
use arrow_buffer::{BooleanBuffer, NullBuffer};
use arrow_schema::DataType;
use arrow_select::take::take;
use std::sync::Arc;

/// A function over whole columns: the arguments and the number of rows to give.
pub(super) type Kernel = Arc<dyn Fn(&[Column], usize) -> ArrayRef + Send + Sync>;

/// A column of a batch, or one value for all its rows.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// The values; one row when `constant`.
    pub(super) array: ArrayRef,
    /// Whether the one row stands for all.
    pub(super) constant: bool,
}

impl Column {
    /// The values of a primitive column.
    pub(super) fn values<T: ArrowPrimitiveType>(&self) -> &[T::Native] {
        self.array.as_primitive::<T>().values()
    }

    /// The nulls of a column; a constant is taken for valid.
    pub(super) fn nulls(&self) -> Option<NullBuffer> {
        if self.constant { None } else { self.array.logical_nulls() }
    }

    /// Whether this is the constant null.
    pub(super) fn is_constant_null(&self) -> bool {
        self.constant && self.array.logical_null_count() == 1
    }

    /// All rows, one by one.
    pub(super) fn expand(&self, rows: usize) -> ArrayRef {
        if !self.constant || rows == 1 {
            return self.array.clone();
        }
        let zeros = PrimitiveArray::<Int64Type>::from_value(0, rows);
        take(&self.array, &zeros, None).expect("row 0 of a constant is there")
    }

    /// A reader of strings.
    pub(super) fn texts(&self) -> Texts<'_> {
        Texts { array: self.array.as_string(), constant: self.constant }
    }

    /// A reader of a primitive type.
    pub(super) fn numbers<T: ArrowPrimitiveType>(&self) -> Numbers<'_, T> {
        Numbers { array: self.array.as_primitive(), constant: self.constant }
    }
}

/// Reads strings by row.
#[derive(Clone, Copy)]
pub(super) struct Texts<'a> {
    array: &'a StringArray,
    constant: bool,
}

impl<'a> Texts<'a> {
    /// The string of a row, `None` for null.
    pub(super) fn get(&self, row: usize) -> Option<&'a str> {
        let row = if self.constant { 0 } else { row };
        self.array.is_valid(row).then(|| self.array.value(row))
    }
}

/// Reads a primitive type by row.
#[derive(Clone, Copy)]
pub(super) struct Numbers<'a, T: ArrowPrimitiveType> {
    array: &'a PrimitiveArray<T>,
    constant: bool,
}

impl<T: ArrowPrimitiveType> Numbers<'_, T> {
    /// The value of a row, `None` for null.
    pub(super) fn get(&self, row: usize) -> Option<T::Native> {
        let row = if self.constant { 0 } else { row };
        self.array.is_valid(row).then(|| self.array.value(row))
    }
}

/// One pass over two columns, `f` of each pair of values.
pub(super) fn zip<A, B, O>(l: &Column, r: &Column, mut f: impl FnMut(A::Native, B::Native) -> O) -> Vec<O>
where
    A: ArrowPrimitiveType,
    B: ArrowPrimitiveType,
{
    let (a, b) = (l.values::<A>(), r.values::<B>());
    match (l.constant, r.constant) {
        (false, false) => a.iter().zip(b).map(|(a, b)| f(*a, *b)).collect(),
        (true, false) => {
            let a = a[0];
            b.iter().map(|b| f(a, *b)).collect()
        }
        (_, true) => {
            let b = b[0];
            a.iter().map(|a| f(*a, b)).collect()
        }
    }
}

/// Where either column is null.
pub(super) fn nulls2(l: &Column, r: &Column) -> Option<NullBuffer> {
    NullBuffer::union(l.nulls().as_ref(), r.nulls().as_ref())
}

/// A function of two primitive columns that has a value for every pair.
pub(super) fn map2<A, B, O>(
    l: &Column,
    r: &Column,
    f: impl FnMut(A::Native, B::Native) -> O::Native,
) -> PrimitiveArray<O>
where
    A: ArrowPrimitiveType,
    B: ArrowPrimitiveType,
    O: ArrowPrimitiveType,
{
    PrimitiveArray::new(zip::<A, B, O::Native>(l, r, f).into(), nulls2(l, r))
}

/// A function of two primitive columns that gives a value and whether it is void; a void result becomes null. The rare void costs a
/// second pass, the common case is one tight loop.
pub(super) fn checked2<A, B, O>(
    l: &Column,
    r: &Column,
    f: impl Fn(A::Native, B::Native) -> (O::Native, bool),
) -> PrimitiveArray<O>
where
    A: ArrowPrimitiveType,
    B: ArrowPrimitiveType,
    O: ArrowPrimitiveType,
{
    let mut any = false;
    let values = zip::<A, B, O::Native>(l, r, |a, b| {
        let (value, void) = f(a, b);
        any |= void;
        value
    });
    let mut nulls = nulls2(l, r);
    if any {
        let valid = zip::<A, B, bool>(l, r, |a, b| !f(a, b).1);
        nulls = NullBuffer::union(nulls.as_ref(), Some(&NullBuffer::from(valid)));
    }
    PrimitiveArray::new(values.into(), nulls)
}

/// A function of one primitive column that may have no value.
pub(super) fn checked1<A, O>(a: &Column, f: impl Fn(A::Native) -> Option<O::Native>) -> PrimitiveArray<O>
where
    A: ArrowPrimitiveType,
    O: ArrowPrimitiveType,
{
    a.array.as_primitive::<A>().unary_opt(f)
}

/// A function of one primitive column that has a value for every value.
pub(super) fn map1<A, O>(a: &Column, f: impl Fn(A::Native) -> O::Native) -> PrimitiveArray<O>
where
    A: ArrowPrimitiveType,
    O: ArrowPrimitiveType,
{
    a.array.as_primitive::<A>().unary(f)
}

/// A primitive column by row.
pub(super) fn build<O: ArrowPrimitiveType>(
    rows: usize,
    mut f: impl FnMut(usize) -> Option<O::Native>,
) -> PrimitiveArray<O> {
    let mut builder = PrimitiveBuilder::<O>::with_capacity(rows);
    (0..rows).for_each(|row| builder.append_option(f(row)));
    builder.finish()
}

/// A boolean column by row.
pub(super) fn build_bool(rows: usize, mut f: impl FnMut(usize) -> Option<bool>) -> ArrayRef {
    let mut builder = BooleanBuilder::with_capacity(rows);
    (0..rows).for_each(|row| builder.append_option(f(row)));
    Arc::new(builder.finish())
}

/// Longest string that `repeat`, `lpad`, `rpad` and `replace` make, in bytes; a longer one becomes null.
pub(super) const MAX_TEXT: usize = 1 << 20;

/// A string column by row: `f` writes into the buffer, `None` makes the row null. Once the column would outgrow its 32-bit offsets, all
/// strings become null.
pub(super) fn build_text(rows: usize, mut f: impl FnMut(usize, &mut String) -> Option<()>) -> ArrayRef {
    let mut builder = StringBuilder::with_capacity(rows, rows * 12);
    let mut scratch = String::new();
    let mut total = 0usize;
    for row in 0..rows {
        scratch.clear();
        let found = f(row, &mut scratch).is_some();
        if found && total + scratch.len() <= i32::MAX as usize {
            total += scratch.len();
            builder.append_value(&scratch);
        } else {
            builder.append_null();
        }
    }
    Arc::new(builder.finish())
}

/// A boolean array as a column's values.
pub(super) fn bools(values: BooleanBuffer, nulls: Option<NullBuffer>) -> ArrayRef {
    Arc::new(BooleanArray::new(values, nulls))
}

/// A finished primitive array with the full type, such as a decimal's precision or a timestamp's time zone.
pub(super) fn typed<T: ArrowPrimitiveType>(array: PrimitiveArray<T>, data_type: &DataType) -> ArrayRef {
    Arc::new(array.with_data_type(data_type.clone()))
}
