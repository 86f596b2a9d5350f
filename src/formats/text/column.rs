//! A column of a batch in, its cells out: [`Column`] is made once a table, [`Prepared`] once a batch.

use super::calendar::{day_of, put_date, put_day};
use super::cells::Span;
use super::digits::{Point, push_decimal, put_decimal, put_signed};
use super::lines::ROOM;
use super::markup::Children;
use super::pattern::TextFormat;
use super::prepared::Prepared;
use super::ready::{Ready, Readying};
use super::style::CellStyle;
use crate::formats::shape::{fraction_digits, logical};
use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal128Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type,
    TimestampMicrosecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, StringArray};
use arrow_schema::{DataType, Field, TimeUnit};
use std::sync::{Arc, Mutex};

/// The largest absolute value, of 16 digits, that the quick decimals can write.
const QUICK_DECIMAL: u64 = 9_999_999_999_999_999;

/// The shape of a column's cells, chosen once a table.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Boolean,
    Int8,
    Int16,
    Int32,
    Int64,
    UInt8,
    UInt16,
    UInt32,
    UInt64,
    Float32,
    Float64,
    Decimal {
        scale: i8,
    },
    Date,
    Time {
        least: usize,
    },
    Timestamp {
        least: usize,
        utc: bool,
    },
    Duration,
    /// Durations as microseconds.
    Micros,
    /// Durations as ISO 8601 has them.
    IsoDuration,
    Text,
    Binary,
    /// Lists and structs, as JSON text.
    Nested,
    /// Lists and structs, as XML elements.
    Markup,
    /// Anything with a `format:`.
    Patterned,
}

/// The kind of a field; `None` for a type that no text format writes.
fn kind(field: &Field) -> Option<Kind> {
    let least = fraction_digits(field).unwrap_or(0);
    Some(match logical(field.data_type()) {
        DataType::Boolean => Kind::Boolean,
        DataType::Int8 => Kind::Int8,
        DataType::Int16 => Kind::Int16,
        DataType::Int32 => Kind::Int32,
        DataType::Int64 => Kind::Int64,
        DataType::UInt8 => Kind::UInt8,
        DataType::UInt16 => Kind::UInt16,
        DataType::UInt32 => Kind::UInt32,
        DataType::UInt64 => Kind::UInt64,
        DataType::Float32 => Kind::Float32,
        DataType::Float64 => Kind::Float64,
        DataType::Decimal128(_, scale) => Kind::Decimal { scale: *scale },
        DataType::Date32 => Kind::Date,
        DataType::Time64(TimeUnit::Microsecond) => Kind::Time { least },
        DataType::Timestamp(TimeUnit::Microsecond, zone) => Kind::Timestamp { least, utc: zone.is_some() },
        DataType::Duration(TimeUnit::Microsecond) => Kind::Duration,
        DataType::Utf8 => Kind::Text,
        DataType::Binary => Kind::Binary,
        DataType::List(item) if kind(item).is_some() => Kind::Nested,
        DataType::Struct(fields) if fields.iter().all(|field| kind(field).is_some()) => Kind::Nested,
        _ => return None,
    })
}

/// Whether text formats can write the field.
pub fn is_supported(field: &Field) -> bool {
    kind(field).is_some()
}

/// A column's way of writing cells.
#[derive(Debug)]
pub struct Column {
    pub(super) kind: Kind,
    pub(super) style: CellStyle,
    pub(super) format: Option<TextFormat>,
    pub(super) tags: Option<Tags>,
    /// The escaped form of the dictionary that came last: batches of a column usually share one.
    dictionary: Mutex<Option<Arc<Dictionary>>>,
    /// The texts of the numbers, dates or days of timestamps, where they are few.
    readying: Readying,
}

/// The markup around the cells of a column. It belongs to the cell: a null has none of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tags {
    /// Stands before a value.
    pub open: Vec<u8>,
    /// Stands behind a value.
    pub close: Vec<u8>,
    /// Stands in the place of it all for a null.
    pub null: Vec<u8>,
    /// How lists and structs become elements; without, they are JSON text.
    pub children: Option<Children>,
}

/// The cells of a dictionary's values.
#[derive(Debug)]
pub(super) struct Dictionary {
    values: ArrayRef,
    pub text: Vec<u8>,
    pub spans: Vec<Span>,
    pub null: Span,
    /// Bytes of the longest cell.
    pub longest: usize,
}

impl Column {
    /// The way to write a field's cells.
    ///
    /// # Panics
    ///
    /// If the type is not supported; [`is_supported`] has been asked before.
    pub fn new(field: &Field, style: CellStyle, format: Option<TextFormat>) -> Self {
        let plain = kind(field).expect("the format's check has refused other types");
        let kind = match plain {
            _ if format.is_some() => Kind::Patterned,
            Kind::Duration if style.duration_as_integer => Kind::Micros,
            Kind::Timestamp { least, utc } => Kind::Timestamp { least, utc: utc && style.zulu },
            plain => plain,
        };
        Self { kind, style, format, tags: None, dictionary: Mutex::new(None), readying: Readying::default() }
    }

    /// With markup around values; durations are ISO 8601 then.
    pub fn tagged(mut self, tags: Tags) -> Self {
        self.kind = match self.kind {
            Kind::Duration => Kind::IsoDuration,
            Kind::Nested if tags.children.is_some() => Kind::Markup,
            kind => kind,
        };
        self.tags = Some(tags);
        self
    }

    /// Looks at the column of a batch as a whole.
    pub fn prepare<'a>(&'a self, array: &'a ArrayRef) -> Prepared<'a> {
        let text = match self.kind {
            Kind::Text if array.data_type() == &DataType::Utf8 => self.prepare_strings(array.as_string()),
            Kind::Text => TextPlan::Dictionary(self.dictionary_cells(array)),
            _ => TextPlan::None,
        };
        let nulls = self.tags.as_ref().and_then(|_| array.logical_nulls()).filter(|nulls| nulls.null_count() > 0);
        Prepared { column: self, array, text, nulls, is_plain: self.is_plain(array), ready: self.ready(array) }
    }

    /// The ready texts of a batch of numbers, dates or days of timestamps, where there are some.
    fn ready(&self, array: &ArrayRef) -> Option<Arc<Ready>> {
        macro_rules! ready {
            ($ty:ty, $put:expr) => {
                self.readying.texts(array.as_primitive::<$ty>().values(), |value| i64::try_from(value).ok(), $put)
            };
        }
        match self.kind {
            Kind::Int8 => ready!(Int8Type, put_signed),
            Kind::Int16 => ready!(Int16Type, put_signed),
            Kind::Int32 => ready!(Int32Type, put_signed),
            Kind::Int64 => ready!(Int64Type, put_signed),
            Kind::UInt8 => ready!(UInt8Type, put_signed),
            Kind::UInt16 => ready!(UInt16Type, put_signed),
            Kind::UInt32 => ready!(UInt32Type, put_signed),
            Kind::UInt64 => ready!(UInt64Type, put_signed),
            Kind::Date => ready!(Date32Type, put_date),
            Kind::Timestamp { .. } => {
                let values = array.as_primitive::<TimestampMicrosecondType>().values();
                let separator = self.style.separator;
                self.readying.texts(values, |micros| Some(day_of(micros)), |slot, days| put_day(slot, days, separator))
            }
            Kind::Decimal { scale } => {
                let point = point(scale)?;
                ready!(Decimal128Type, |slot, value| put_any_decimal(slot, value.into(), point, scale))
            }
            _ => None,
        }
    }

    /// Whether all cells are values of a type that is quickly written, and nulls if need be, without a look at each.
    fn is_plain(&self, array: &ArrayRef) -> bool {
        let style = &self.style;
        if array.null_count() > 0 && (!style.quotes.0.is_empty() || style.null.len() > ROOM) {
            return false;
        }
        match self.kind {
            Kind::Text | Kind::Boolean | Kind::Binary | Kind::Nested | Kind::Markup | Kind::Patterned => false,
            Kind::Float32 => {
                let least = if style.largest_float32.is_some() { f32::MAX } else { f32::INFINITY };
                array.as_primitive::<Float32Type>().values().iter().all(|value| value.abs() < least)
            }
            Kind::Float64 => array.as_primitive::<Float64Type>().values().iter().all(|value| value.is_finite()),
            _ => true,
        }
    }

    fn prepare_strings<'a>(&self, strings: &'a StringArray) -> TextPlan<'a> {
        let offsets = strings.value_offsets();
        let (first, last) = (offsets[0] as usize, offsets[strings.len()] as usize);
        let text = strings.value_data();
        let clean = self.style.escape.is_clean(&text[first..last]);
        let quoted = !self.style.escape.quotes().0.is_empty();
        let clear = |least| offsets.windows(2).all(|pair| pair[1] - pair[0] >= least);
        match clean && strings.null_count() == 0 {
            true if quoted || self.style.escape.clear_from().is_some_and(clear) => TextPlan::Bare { text, quoted },
            false if quoted => TextPlan::Copied,
            _ => TextPlan::Checked { text, clean },
        }
    }

    /// The cells of the array's dictionary, made anew when it is not the one of the last batch.
    fn dictionary_cells(&self, array: &ArrayRef) -> Arc<Dictionary> {
        let values = array.as_any_dictionary().values();
        let mut last = self.dictionary.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        match &*last {
            Some(dictionary) if Arc::ptr_eq(&dictionary.values, values) => dictionary.clone(),
            _ => last.insert(Arc::new(self.new_dictionary(values))).clone(),
        }
    }

    fn new_dictionary(&self, values: &ArrayRef) -> Dictionary {
        let strings = values.as_string::<i32>();
        let mut text = Vec::with_capacity(strings.value_data().len() + 2 * strings.len());
        let mut cell = |write: &mut dyn FnMut(&mut Vec<u8>)| {
            let start = text.len();
            write(&mut text);
            Span::borrowed(start, text.len() - start)
        };
        let null = cell(&mut |out| out.extend_from_slice(&self.style.null));
        let spans = strings.iter().map(|value| match value {
            Some(value) => cell(&mut |out| self.style.escape.push(value.as_bytes(), out)),
            None => null,
        });
        let spans: Vec<Span> = spans.collect();
        let longest = spans.iter().chain([&null]).map(|span| span.len()).max().unwrap_or(0);
        text.resize(text.len() + super::cells::PADDING, 0);
        Dictionary { values: values.clone(), text, spans, null, longest }
    }
}

/// What is known of the text of a batch's column.
#[derive(Debug)]
pub(super) enum TextPlan<'a> {
    /// Not text.
    None,
    /// No text is missing or needs escaping. If `quoted`, the quotes are left to the fixed bytes around them.
    Bare { text: &'a [u8], quoted: bool },
    /// Some text is missing, needs escaping (not if all are `clean`), or might be read as a null; the rest is borrowed.
    Checked { text: &'a [u8], clean: bool },
    /// All cells are copied.
    Copied,
    /// Cells are looked up.
    Dictionary(Arc<Dictionary>),
}

/// The point of a decimal that is quickly written.
pub(super) fn point(scale: i8) -> Option<Point> {
    u32::try_from(scale).ok().filter(|places| (1..=Point::MAX).contains(places)).map(Point::new)
}

/// Writes a decimal that has mostly few digits.
#[inline(always)]
pub(super) fn put_any_decimal(slot: &mut [u8; ROOM], value: i128, point: Point, scale: i8) -> usize {
    match i64::try_from(value) {
        Ok(small) if small.unsigned_abs() <= QUICK_DECIMAL => put_decimal(slot, small, point),
        _ => put_long_decimal(slot, value, scale),
    }
}

#[cold]
pub(super) fn put_long_decimal(slot: &mut [u8; ROOM], value: i128, scale: i8) -> usize {
    if scale == 0
        && let Ok(value) = i64::try_from(value)
    {
        return put_signed(slot, value);
    }
    let mut text = Vec::with_capacity(ROOM);
    push_decimal(&mut text, value, scale);
    slot[..text.len()].copy_from_slice(&text);
    text.len()
}
