//! The table that all systems hold: as Arrow arrays, and as SQL literals.

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Int16Type, TimestampMicrosecondType};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, Float64Array, Int32Array, Int64Array, PrimitiveArray, StringArray,
    make_array,
};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType;
use std::sync::Arc;
use synth::expr::{ExprError, NameError, Resolved, Scope, compile};

/// Name, PostgreSQL's type, and the values as PostgreSQL's literals.
pub const COLUMNS: &[(&str, &str, [&str; 5])] = &[
    ("k", "int", ["1", "2", "3", "4", "5"]),
    ("q", "smallint", ["3", "-2", "0", "null", "12"]),
    ("n", "int", ["7", "-7", "100", "0", "null"]),
    ("g", "bigint", ["9007199254740993", "-1", "0", "null", "42"]),
    ("p", "numeric(10,2)", ["19.99", "-0.05", "0", "null", "1234567.89"]),
    ("x", "double precision", ["0.5", "-2.75", "0", "null", "1e10"]),
    ("b", "boolean", ["true", "false", "null", "true", "false"]),
    ("s", "text", ["'Ada Test'", "'größe'", "''", "null", "'a,b,,c'"]),
    ("w", "text", ["'free'", "'plus'", "'free'", "null", "'Business'"]),
    ("d", "date", ["'1970-01-01'", "'2024-02-29'", "'1999-12-31'", "null", "'2025-01-05'"]),
    (
        "t",
        "timestamp",
        [
            "'1970-01-01 00:00:00'",
            "'2024-02-29 12:34:56.5'",
            "'1999-12-31 23:59:59.999999'",
            "null",
            "'2025-03-31 07:00:00'",
        ],
    ),
];

fn arrays() -> Vec<ArrayRef> {
    let money = vec![Some(1999), Some(-5), Some(0), None, Some(123_456_789)];
    let instants =
        vec![Some(0), Some(1_709_210_096_500_000), Some(946_684_799_999_999), None, Some(1_743_404_400_000_000)];
    vec![
        Arc::new(Int32Array::from(vec![1, 2, 3, 4, 5])),
        Arc::new(PrimitiveArray::<Int16Type>::from(vec![Some(3), Some(-2), Some(0), None, Some(12)])),
        Arc::new(Int32Array::from(vec![Some(7), Some(-7), Some(100), Some(0), None])),
        Arc::new(Int64Array::from(vec![Some(9_007_199_254_740_993), Some(-1), Some(0), None, Some(42)])),
        Arc::new(PrimitiveArray::<Decimal128Type>::from(money).with_data_type(DataType::Decimal128(10, 2))),
        Arc::new(Float64Array::from(vec![Some(0.5), Some(-2.75), Some(0.0), None, Some(1e10)])),
        Arc::new(BooleanArray::from(vec![Some(true), Some(false), None, Some(true), Some(false)])),
        Arc::new(StringArray::from(vec![Some("Ada Test"), Some("größe"), Some(""), None, Some("a,b,,c")])),
        dictionary(&[Some("free"), Some("plus"), Some("free"), None, Some("Business")]),
        Arc::new(Date32Array::from(vec![Some(0), Some(19_782), Some(10_956), None, Some(20_093)])),
        Arc::new(PrimitiveArray::<TimestampMicrosecondType>::from(instants)),
    ]
}

fn dictionary(words: &[Option<&str>]) -> ArrayRef {
    let words: ArrayRef = Arc::new(StringArray::from(words.to_vec()));
    let kind = DataType::Dictionary(Box::new(DataType::Int8), Box::new(DataType::Utf8));
    arrow_cast::cast(&words, &kind).expect("strings become a dictionary")
}

struct Columns(Vec<ArrayRef>);

impl Scope for Columns {
    fn resolve(&mut self, path: &[String]) -> Result<Resolved, NameError> {
        let slot = COLUMNS.iter().position(|(name, ..)| path == [*name]);
        let slot = slot.ok_or(NameError { message: format!("unknown name `{}`", path.join(".")), help: None })?;
        let array = &self.0[slot];
        Ok(Resolved::Input { slot, data_type: array.data_type().clone(), nullable: array.logical_null_count() > 0 })
    }
}

/// The ends of every type's range, with nulls over values that are not zero.
fn extremes() -> Vec<ArrayRef> {
    let odd = NullBuffer::from(vec![true, true, true, false, true]);
    let nulled = |array: ArrayRef| -> ArrayRef {
        let data = array.to_data().into_builder().nulls(Some(odd.clone())).build();
        make_array(data.expect("only the nulls are new"))
    };
    let digits = 10i128.pow(10) - 1;
    let money = PrimitiveArray::<Decimal128Type>::from(vec![digits, -digits, 0, i128::MIN, 1]);
    let ends = vec![i64::MAX, i64::MIN, 0, i64::MIN, -1];
    let columns: Vec<ArrayRef> = vec![
        Arc::new(Int32Array::from(vec![i32::MAX, i32::MIN, 0, i32::MIN, -1])),
        Arc::new(PrimitiveArray::<Int16Type>::from(vec![i16::MAX, i16::MIN, 0, i16::MIN, -1])),
        Arc::new(Int32Array::from(vec![i32::MIN, i32::MAX, -1, 0, 0])),
        Arc::new(Int64Array::from(ends.clone())),
        Arc::new(money.with_data_type(DataType::Decimal128(10, 2))),
        Arc::new(Float64Array::from(vec![f64::MAX, f64::NAN, -0.0, f64::INFINITY, f64::MIN_POSITIVE])),
        Arc::new(BooleanArray::from(vec![true, false, true, true, false])),
        Arc::new(StringArray::from(vec!["\u{10ffff}\u{0}", "ﬃ İ", "%_\\", "x", "9223372036854775808"])),
        dictionary(&[Some("free"), Some("ﬃ"), Some(""), Some("plus"), Some("%")]),
        Arc::new(Date32Array::from(vec![i32::MAX, i32::MIN, 0, i32::MIN, -1])),
        Arc::new(PrimitiveArray::<TimestampMicrosecondType>::from(ends)),
    ];
    columns.into_iter().map(|array| if array.data_type() == &DataType::Int32 { array } else { nulled(array) }).collect()
}

/// Evaluates over extremes, whole and cut into single rows: no panic, the promised type and nullability, and the same values.
pub fn evaluate_extremes(text: &str) {
    let mut columns = Columns(extremes());
    let Ok(expr) = compile(text, &mut columns) else { return };
    let whole = expr.evaluate(&columns.0, 5);
    assert_eq!((whole.data_type(), whole.len()), (expr.data_type(), 5), "{text}");
    assert!(expr.nullable() || whole.logical_null_count() == 0, "{text} has nulls and should not: {whole:?}");
    let plain = |array: &ArrayRef| match array.data_type() {
        DataType::Dictionary(_, value) => arrow_cast::cast(array, value).expect("a dictionary has values"),
        _ => array.clone(),
    };
    for row in 0..5 {
        let cut: Vec<ArrayRef> = columns.0.iter().map(|array| array.slice(row, 1)).collect();
        let one = plain(&expr.evaluate(&cut, 1));
        assert_eq!(format!("{one:?}"), format!("{:?}", plain(&whole).slice(row, 1)), "{text}, row {row}");
    }
}

/// The texts of an expression's values, row by row, or why it does not compile.
pub fn values(text: &str) -> Result<Vec<Option<String>>, String> {
    let mut columns = Columns(arrays());
    let said = |errors: Vec<ExprError>| errors.into_iter().map(|error| error.message).collect::<Vec<_>>().join("; ");
    let expr = compile(&format!("cast(({text}) as text)"), &mut columns).map_err(said)?;
    let plain = compile(text, &mut columns).map_err(said)?;
    let array = plain.evaluate(&columns.0, 5);
    assert_eq!(array.data_type(), plain.data_type(), "{text}");
    assert!(plain.nullable() || array.logical_null_count() == 0, "{text} has nulls and should not");
    let texts = arrow_cast::cast(&expr.evaluate(&columns.0, 5), &DataType::Utf8).expect("texts are texts");
    let texts: &StringArray = texts.as_string();
    Ok(texts.iter().map(|value| value.map(str::to_owned)).collect())
}
