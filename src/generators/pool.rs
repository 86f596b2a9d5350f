//! Values that are known in the plan -> arrays of picks among them: strings as a dictionary whose values are shared by all
//! batches, other types copied by index.

use std::sync::Arc;

use arrow_array::types::Int32Type;
use arrow_array::{Array, ArrayRef, BooleanArray, DictionaryArray, Float64Array, Int32Array, Int64Array, StringArray};
use arrow_cast::{CastOptions, cast_with_options};
use arrow_schema::DataType;
use arrow_select::take::take;

use crate::diag::{Diagnostic, Span};
use crate::distributions::Weighted;
use crate::engine::{Cells, Domain};
use crate::plan::{Bounds, PlanContext, Reported, a_type};
use crate::random;

/// Most values of a pool: the keys of a dictionary are 32-bit.
pub const MOST: usize = i32::MAX as usize;

/// Values by index.
#[derive(Debug, Clone)]
pub struct Pool(ArrayRef);

impl Pool {
    /// A pool of the values of an array without nulls.
    pub fn new(values: ArrayRef) -> Self {
        Self(values)
    }

    /// The values.
    pub fn values(&self) -> &ArrayRef {
        &self.0
    }

    /// Type of the arrays of picks.
    pub fn data_type(&self) -> DataType {
        match self.0.data_type() {
            DataType::Utf8 => DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8)),
            other => other.clone(),
        }
    }

    /// What the values lie between, for numbers.
    pub fn bounds(&self) -> Option<Bounds> {
        if !self.0.data_type().is_numeric() {
            return None;
        }
        let floats = arrow_cast::cast(&self.0, &DataType::Float64).ok()?;
        let floats = arrow_array::cast::AsArray::as_primitive::<arrow_array::types::Float64Type>(&floats);
        let (low, high) =
            (floats.values().iter()).fold((f64::MAX, f64::MIN), |(low, high), x| (low.min(*x), high.max(*x)));
        Some(Bounds::Float { low, high })
    }

    /// The values at `indices`, null for null. Indices are below the size.
    pub fn pick(&self, indices: Int32Array) -> ArrayRef {
        if *self.0.data_type() == DataType::Utf8 {
            let array = DictionaryArray::<Int32Type>::try_new(indices, Arc::clone(&self.0));
            return Arc::new(array.expect("indices are below the size"));
        }
        take(&self.0, &indices, None).expect("indices are below the size")
    }
}

impl Domain for Pool {
    fn size(&self) -> u128 {
        self.0.len() as u128
    }

    fn values(&self, indices: &[u128]) -> ArrayRef {
        self.pick(Int32Array::from_iter_values(indices.iter().map(|index| *index as i32)))
    }
}

/// How likely the values of a pool are.
#[derive(Debug, Clone)]
pub enum Odds {
    /// So many, all alike.
    Even(u64),
    /// By weight.
    Weighted(Weighted),
}

impl Odds {
    /// The index that 64 uniform bits choose.
    #[inline]
    pub fn pick(&self, bits: u64) -> usize {
        match self {
            Self::Even(size) => random::below(bits, *size) as usize,
            Self::Weighted(table) => table.pick(bits),
        }
    }

    /// An index for every cell.
    pub fn draw(&self, cells: &Cells<'_>) -> Int32Array {
        let bits = cells.bits(0).into_iter();
        match self {
            Self::Even(size) => Int32Array::from_iter_values(bits.map(|bits| random::below(bits, *size) as i32)),
            Self::Weighted(table) => Int32Array::from_iter_values(bits.map(|bits| table.pick(bits) as i32)),
        }
    }
}

/// A value as it is written, and where.
#[derive(Debug, Clone)]
pub struct Written {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// Whether it is in quotes, which makes it text.
    pub is_quoted: bool,
}

/// The values as the declared type reads them; without one, as what all of them look like: `bool`, `int64`, `float64`, or
/// text. A number counts as one only in its plain form, so that `0123` and `1e3` stay text.
pub fn array(cx: &mut PlanContext<'_, '_>, written: &[Written]) -> Result<ArrayRef, Reported> {
    match cx.declared_type().cloned() {
        Some(to) => declared(cx, written, &to),
        None => Ok(inferred(written)),
    }
}

fn declared(cx: &mut PlanContext<'_, '_>, written: &[Written], to: &DataType) -> Result<ArrayRef, Reported> {
    let text: ArrayRef = Arc::new(StringArray::from_iter_values(written.iter().map(|value| value.text.as_str())));
    let options = CastOptions { safe: true, ..CastOptions::default() };
    let typed = cast_with_options(&text, to, &options).ok();
    let wrong = |typed: &ArrayRef| (0..written.len()).find(|at| !typed.is_valid(*at));
    match typed.as_ref().map_or(Some(0), wrong) {
        Some(at) => {
            let kind = a_type(to);
            let error = Diagnostic::error("E0428", format!("`{}` is not {kind}", written[at].text));
            Err(cx.fail(error.at(written[at].span, format!("not {kind}")).help("change the value or `type`")))
        }
        None => Ok(typed.unwrap_or(text)),
    }
}

fn inferred(written: &[Written]) -> ArrayRef {
    let texts = || written.iter().map(|value| value.text.as_str());
    let all = |test: fn(&str) -> bool| written.iter().all(|value| !value.is_quoted && test(&value.text));
    if all(|text| text == "true" || text == "false") {
        return Arc::new(BooleanArray::from_iter(texts().map(|text| Some(text == "true"))));
    }
    if all(|text| text.parse::<i64>().is_ok_and(|value| value.to_string() == text)) {
        return Arc::new(Int64Array::from_iter(texts().map(|text| text.parse::<i64>().ok())));
    }
    if all(is_plain_number) {
        return Arc::new(Float64Array::from_iter(texts().map(|text| text.parse::<f64>().ok())));
    }
    Arc::new(StringArray::from_iter_values(texts()))
}

/// `12`, `-0.50`: digits with at most one point between them, and no zero in front of others.
fn is_plain_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = text.strip_prefix('-').unwrap_or(text).split_once('.').unwrap_or((text, "0"));
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    digits(whole) && digits(fraction) && (whole == "0" || !whole.starts_with('0')) && whole.len() <= 15
}
