//! A column of a batch in, its cells out: [`Column`] is made once a table, [`Prepared`] once a batch.

use super::calendar::{put_date, put_duration, put_iso_duration, put_time, put_timestamp};
use super::cells::{Cells, Span};
use super::digits::{Point, push_decimal, put_decimal, put_float, put_float32, put_signed, put_unsigned};
use super::markup::{Children, push_children};
use super::nested::{push_binary, push_value};
use super::pattern::TextFormat;
use super::style::CellStyle;
use crate::formats::shape::{fraction_digits, logical};
use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal128Type, DurationMicrosecondType, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
    Int64Type, Time64MicrosecondType, TimestampMicrosecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, ArrowPrimitiveType, PrimitiveArray, StringArray};
use arrow_buffer::{ArrowNativeType, NullBuffer};
use arrow_schema::{DataType, Field, TimeUnit};
use std::ops::Range;
use std::sync::{Arc, Mutex};

/// Room for numbers, dates, times and timestamps, with quotes.
const SLOT: usize = 32;

/// Room for long decimals, and for whatever stands around an SQL literal.
const WIDE_SLOT: usize = 64;

/// The largest absolute value, of 16 digits, that the quick decimals can write.
const QUICK_DECIMAL: u128 = 9_999_999_999_999_999;

/// The shape of a column's cells, chosen once a table.
#[derive(Debug, Clone, Copy)]
enum Kind {
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
    kind: Kind,
    style: CellStyle,
    format: Option<TextFormat>,
    tags: Option<Tags>,
    /// The escaped form of the dictionary that came last: batches of a column usually share one.
    dictionary: Mutex<Option<Arc<Dictionary>>>,
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
struct Dictionary {
    values: ArrayRef,
    text: Vec<u8>,
    spans: Vec<Span>,
    null: Span,
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
        Self { kind, style, format, tags: None, dictionary: Mutex::new(None) }
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
        Prepared { column: self, array, text, nulls }
    }

    fn prepare_strings<'a>(&self, strings: &'a StringArray) -> TextPlan<'a> {
        let offsets = strings.value_offsets();
        let (first, last) = (offsets[0] as usize, offsets[strings.len()] as usize);
        let text = strings.value_data();
        let clean = self.style.escape.is_clean(&text[first..last]);
        let quoted = !self.style.escape.quotes().0.is_empty();
        match (quoted, clean && strings.null_count() == 0) {
            (true, true) => TextPlan::Bare { text, quoted },
            (true, false) => TextPlan::Copied,
            (false, _) if clean => TextPlan::Bare { text, quoted },
            (false, _) => TextPlan::Checked { text },
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
        let spans = spans.collect();
        text.resize(text.len() + super::cells::PADDING, 0);
        Dictionary { values: values.clone(), text, spans, null }
    }
}

/// What is known of the text of a batch's column.
#[derive(Debug)]
enum TextPlan<'a> {
    /// Not text.
    None,
    /// No text needs escaping: cells are borrowed. If `quoted`, the quotes are left to the fixed bytes around them.
    Bare { text: &'a [u8], quoted: bool },
    /// Some text needs escaping; the rest is borrowed.
    Checked { text: &'a [u8] },
    /// All cells are copied.
    Copied,
    /// Cells are looked up.
    Dictionary(Arc<Dictionary>),
}

/// The column of a batch, ready to be written.
#[derive(Debug)]
pub struct Prepared<'a> {
    column: &'a Column,
    array: &'a ArrayRef,
    text: TextPlan<'a>,
    /// Which values are null, where the column has tags and some are.
    nulls: Option<NullBuffer>,
}

impl Prepared<'_> {
    /// The text that borrowed cells lie in.
    pub fn borrowed(&self) -> &[u8] {
        match &self.text {
            TextPlan::Bare { text, .. } | TextPlan::Checked { text } => text,
            TextPlan::Dictionary(dictionary) => &dictionary.text,
            TextPlan::None | TextPlan::Copied => b"",
        }
    }

    /// What whoever writes the rows must put around every cell: quotes or tags; empty when the cells have their own, or when
    /// there are nulls, which have none.
    pub fn around(&self) -> (&[u8], &[u8]) {
        match (&self.text, &self.column.tags) {
            (TextPlan::Bare { quoted: true, .. }, _) => self.column.style.escape.quotes(),
            (_, Some(tags)) if self.nulls.is_none() => (&tags.open, &tags.close),
            _ => (b"", b""),
        }
    }

    /// The tags that stand around some values, but not around nulls.
    pub fn tags(&self) -> Option<&Tags> {
        self.nulls.as_ref().and(self.column.tags.as_ref())
    }

    /// Makes cells of one text for values and of another for nulls.
    pub fn stage_marks(&self, rows: Range<usize>, value: &[u8], null: &[u8], cells: &mut Cells<'_>) {
        cells.clear();
        let spans = [cells.shared(value), cells.shared(null)];
        let is_null = |row| self.nulls.as_ref().is_some_and(|nulls| nulls.is_null(row));
        cells.extend(rows.map(|row| spans[usize::from(is_null(row))]));
        cells.pad();
    }

    /// Writes the cells of some rows.
    pub fn stage(&self, rows: Range<usize>, cells: &mut Cells<'_>) {
        match self.column.kind {
            Kind::Text => self.stage_text(rows, cells),
            Kind::Binary | Kind::Nested | Kind::Markup | Kind::Patterned => self.stage_slowly(rows, cells),
            Kind::Boolean => self.stage_booleans(rows, cells),
            _ => self.stage_slots(rows, cells),
        }
        cells.pad();
    }

    /// Numbers and times: first all values, then quotes, then what is not a number, then nulls.
    fn stage_slots(&self, rows: Range<usize>, cells: &mut Cells<'_>) {
        self.stage_values(rows.clone(), cells);
        let style = &self.column.style;
        if !style.quotes.0.is_empty() {
            cells.wrap(style.quotes.0.as_bytes(), style.quotes.1.as_bytes());
        }
        match self.column.kind {
            Kind::Float32 => {
                self.set_non_finite(self.values::<Float32Type>(rows.clone()).map(f64::from), cells);
                self.set_largest(self.values::<Float32Type>(rows.clone()), cells);
            }
            Kind::Float64 => self.set_non_finite(self.values::<Float64Type>(rows.clone()), cells),
            _ => {}
        }
        if let Some(nulls) = self.array.nulls().filter(|nulls| nulls.null_count() > 0) {
            cells.set_nulls(nulls, rows.start, &style.null);
        }
    }

    fn stage_values(&self, rows: Range<usize>, cells: &mut Cells<'_>) {
        match self.column.kind {
            Kind::Int8 => self.signed::<Int8Type>(rows, cells),
            Kind::Int16 => self.signed::<Int16Type>(rows, cells),
            Kind::Int32 => self.signed::<Int32Type>(rows, cells),
            Kind::Int64 => self.signed::<Int64Type>(rows, cells),
            Kind::UInt8 => self.unsigned::<UInt8Type>(rows, cells),
            Kind::UInt16 => self.unsigned::<UInt16Type>(rows, cells),
            Kind::UInt32 => self.unsigned::<UInt32Type>(rows, cells),
            Kind::UInt64 => self.unsigned::<UInt64Type>(rows, cells),
            Kind::Float32 => {
                let values = self.values::<Float32Type>(rows);
                cells.slots::<SLOT, _>(values, |slot, value| put_float32(slot, END, finite32(value)));
            }
            Kind::Float64 => {
                let values = self.values::<Float64Type>(rows);
                cells.slots::<SLOT, _>(values, |slot, value| put_float(slot, END, finite(value)));
            }
            Kind::Decimal { scale } => self.decimals(rows, cells, scale),
            _ => self.stage_times(rows, cells),
        }
    }

    fn stage_times(&self, rows: Range<usize>, cells: &mut Cells<'_>) {
        match self.column.kind {
            Kind::Date => {
                let values = self.values::<Date32Type>(rows);
                cells.slots::<SLOT, _>(values, |slot, days| (put_date(slot, END, i64::from(days)), END));
            }
            Kind::Time { least } => {
                let values = self.values::<Time64MicrosecondType>(rows);
                cells.slots::<SLOT, _>(values, |slot, micros| (put_time(slot, END, micros, least), END));
            }
            Kind::Duration => {
                let values = self.values::<DurationMicrosecondType>(rows);
                cells.slots::<SLOT, _>(values, |slot, micros| (put_duration(slot, END, micros), END));
            }
            Kind::IsoDuration => {
                let values = self.values::<DurationMicrosecondType>(rows);
                cells.slots::<SLOT, _>(values, |slot, micros| (put_iso_duration(slot, END, micros), END));
            }
            Kind::Timestamp { least, utc } if self.column.style.quotes.0.len() <= 1 => {
                self.timestamps::<SLOT, END>(rows, cells, least, utc);
            }
            Kind::Timestamp { least, utc } => self.timestamps::<WIDE_SLOT, WIDE_END>(rows, cells, least, utc),
            Kind::Micros => self.signed::<DurationMicrosecondType>(rows, cells),
            kind => unreachable!("{kind:?} is not a time"),
        }
    }

    fn timestamps<const S: usize, const E: usize>(
        &self,
        rows: Range<usize>,
        cells: &mut Cells<'_>,
        least: usize,
        utc: bool,
    ) {
        let separator = self.column.style.separator;
        let values = self.values::<TimestampMicrosecondType>(rows);
        cells.slots::<S, _>(values, |slot, micros| (put_timestamp(slot, E, micros, least, separator, utc), E));
    }

    fn values<T: ArrowPrimitiveType>(&self, rows: Range<usize>) -> std::iter::Copied<std::slice::Iter<'_, T::Native>> {
        self.array.as_primitive::<T>().values()[rows].iter().copied()
    }

    fn signed<T: ArrowPrimitiveType<Native: Into<i64>>>(&self, rows: Range<usize>, cells: &mut Cells<'_>) {
        cells.slots::<SLOT, _>(self.values::<T>(rows), |slot, value| (put_signed(slot, END, value.into()), END));
    }

    fn unsigned<T: ArrowPrimitiveType<Native: Into<u64>>>(&self, rows: Range<usize>, cells: &mut Cells<'_>) {
        cells.slots::<SLOT, _>(self.values::<T>(rows), |slot, value| (put_unsigned(slot, END, value.into()), END));
    }

    fn decimals(&self, rows: Range<usize>, cells: &mut Cells<'_>, scale: i8) {
        let values = self.values::<Decimal128Type>(rows);
        match u32::try_from(scale) {
            Ok(places @ 1..=Point::MAX) => {
                let point = Point::new(places);
                cells.slots::<WIDE_SLOT, _>(values, |slot, value| match value.unsigned_abs() <= QUICK_DECIMAL {
                    true => (put_decimal(slot, WIDE_END, value as i64, point), WIDE_END),
                    false => (put_long_decimal(slot, value, scale), WIDE_END),
                });
            }
            _ => cells.slots::<WIDE_SLOT, _>(values, |slot, value| (put_long_decimal(slot, value, scale), WIDE_END)),
        }
    }

    fn set_non_finite(&self, values: impl Iterator<Item = f64>, cells: &mut Cells<'_>) {
        for (i, value) in values.enumerate().filter(|(_, value)| !value.is_finite()) {
            let which = if value.is_nan() { 0 } else { 1 + usize::from(value < 0.0) };
            let span = cells.shared(self.column.style.non_finite[which].as_bytes());
            cells.set(i, span);
        }
    }

    fn set_largest(&self, values: impl Iterator<Item = f32>, cells: &mut Cells<'_>) {
        let Some(texts) = self.column.style.largest_float32 else { return };
        for (i, value) in values.enumerate().filter(|(_, value)| value.abs() == f32::MAX) {
            let span = cells.shared(texts[usize::from(value < 0.0)].as_bytes());
            cells.set(i, span);
        }
    }

    fn stage_booleans(&self, rows: Range<usize>, cells: &mut Cells<'_>) {
        cells.clear();
        let style = &self.column.style;
        let texts = style.booleans.map(|text| cells.shared(text.as_bytes()));
        let null = cells.shared(&style.null);
        let array = self.array.as_boolean();
        let values = array.values();
        cells.extend(rows.map(|row| match array.is_null(row) {
            true => null,
            false => texts[usize::from(values.value(row))],
        }));
    }

    fn stage_text(&self, rows: Range<usize>, cells: &mut Cells<'_>) {
        cells.clear();
        match &self.text {
            TextPlan::Bare { quoted: true, .. } => {
                let ends = &self.array.as_string::<i32>().value_offsets()[rows.start..=rows.end];
                cells
                    .extend(ends.windows(2).map(|pair| Span::borrowed(pair[0] as usize, (pair[1] - pair[0]) as usize)));
            }
            TextPlan::Bare { text, .. } => self.stage_borrowed(rows, text, |_| true, cells),
            TextPlan::Checked { text } => {
                self.stage_borrowed(rows, text, |cell| self.column.style.escape.is_clean(cell), cells);
            }
            TextPlan::Dictionary(dictionary) => self.stage_keys(rows, dictionary, cells),
            TextPlan::Copied | TextPlan::None => self.stage_copied(rows, cells),
        }
    }

    /// Borrows the cells that are clean and copies the others.
    #[inline(always)]
    fn stage_borrowed(&self, rows: Range<usize>, text: &[u8], is_clean: impl Fn(&[u8]) -> bool, cells: &mut Cells<'_>) {
        let style = &self.column.style;
        let strings = self.array.as_string::<i32>();
        let null = cells.shared(&style.null);
        for row in rows {
            let (start, end) = (strings.value_offsets()[row] as usize, strings.value_offsets()[row + 1] as usize);
            let value = &text[start..end];
            if strings.is_null(row) {
                cells.extend(std::iter::once(null));
            } else if is_clean(value) && !style.escape.is_ambiguous(value) {
                cells.extend(std::iter::once(Span::borrowed(start, end - start)));
            } else {
                cells.push(|out| style.escape.push(value, out));
            }
        }
    }

    fn stage_copied(&self, rows: Range<usize>, cells: &mut Cells<'_>) {
        let style = &self.column.style;
        let strings = self.array.as_string::<i32>();
        let null = cells.shared(&style.null);
        for row in rows {
            match strings.is_null(row) {
                true => cells.extend(std::iter::once(null)),
                false => cells.push(|out| style.escape.push(strings.value(row).as_bytes(), out)),
            }
        }
    }

    fn stage_keys(&self, rows: Range<usize>, dictionary: &Dictionary, cells: &mut Cells<'_>) {
        macro_rules! stage {
            ($($key:ident => $ty:ty),*) => {
                match self.array.data_type() {
                    $(DataType::Dictionary(key, _) if **key == DataType::$key => {
                        let keys = self.array.as_dictionary::<$ty>().keys();
                        stage_keys(keys, rows, dictionary, cells);
                    })*
                    other => unreachable!("{other} is not a dictionary"),
                }
            };
        }
        stage!(Int8 => Int8Type, Int16 => Int16Type, Int32 => Int32Type, Int64 => Int64Type,
            UInt8 => UInt8Type, UInt16 => UInt16Type, UInt32 => UInt32Type, UInt64 => UInt64Type);
    }

    /// One cell at a time, for shapes that are rare.
    fn stage_slowly(&self, rows: Range<usize>, cells: &mut Cells<'_>) {
        cells.clear();
        let style = &self.column.style;
        let null = cells.shared(&style.null);
        let children = self.column.tags.as_ref().and_then(|tags| tags.children.as_ref());
        let mut text = Vec::new();
        for row in rows {
            if self.array.is_null(row) {
                cells.extend(std::iter::once(null));
                continue;
            }
            if let (Kind::Markup, Some(children)) = (self.column.kind, children) {
                cells.push(|out| push_children(children, self.array, row, out));
                continue;
            }
            text.clear();
            match (&self.column.format, self.column.kind) {
                (Some(format), _) => format.push(self.array, row, &mut text),
                (None, Kind::Binary) => {
                    cells.push(|out| push_binary(self.array.as_binary::<i32>().value(row), style.binary, out));
                    continue;
                }
                _ => push_value(self.array, row, &mut text),
            }
            cells.push(|out| style.escape.push(&text, out));
        }
    }
}

/// Where the text of a slot ends: room is left for what closes a literal.
const END: usize = SLOT - 1;
const WIDE_END: usize = WIDE_SLOT - 7;

fn finite(value: f64) -> f64 {
    if value.is_finite() { value } else { 0.0 }
}

fn finite32(value: f32) -> f32 {
    if value.is_finite() { value } else { 0.0 }
}

fn put_long_decimal(slot: &mut [u8; WIDE_SLOT], value: i128, scale: i8) -> usize {
    if scale == 0
        && let Ok(value) = i64::try_from(value)
    {
        return put_signed(slot, WIDE_END, value);
    }
    let mut text = Vec::with_capacity(WIDE_SLOT);
    push_decimal(&mut text, value, scale);
    slot[WIDE_END - text.len()..WIDE_END].copy_from_slice(&text);
    WIDE_END - text.len()
}

#[inline(always)]
fn stage_keys<K: ArrowPrimitiveType<Native: ArrowNativeType>>(
    keys: &PrimitiveArray<K>,
    rows: Range<usize>,
    dictionary: &Dictionary,
    cells: &mut Cells<'_>,
) {
    let start = rows.start;
    let values = &keys.values()[rows];
    let cell = |key: &K::Native| dictionary.spans.get(key.as_usize()).copied().unwrap_or(dictionary.null);
    match keys.nulls() {
        None => cells.extend(values.iter().map(cell)),
        Some(nulls) => cells.extend(values.iter().enumerate().map(|(i, key)| match nulls.is_null(start + i) {
            true => dictionary.null,
            false => cell(key),
        })),
    }
}
