//! The cells of a batch's column, on their way into lines: [`Prepared`].

use super::calendar::{put_date, put_day, put_duration, put_iso_duration, put_moment, put_time, put_timestamp};
use super::cells::{Cells, Span};
use super::column::{Column, Dictionary, Kind, Tags, TextPlan, point, put_any_decimal, put_long_decimal};
use super::digits::{put_float, put_float32, put_signed, put_unsigned};
use super::lines::{Fixed, Lines, Nulls, ROOM};
use super::markup::push_children;
use super::nested::{push_binary, push_value};
use super::ready::Ready;
use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal128Type, DurationMicrosecondType, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
    Int64Type, Time64MicrosecondType, TimestampMicrosecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, ArrowPrimitiveType, PrimitiveArray};
use arrow_buffer::{ArrowNativeType, NullBuffer};
use arrow_schema::DataType;
use std::ops::Range;
use std::sync::Arc;

/// The column of a batch, ready to be written.
#[derive(Debug)]
pub struct Prepared<'a> {
    pub(super) column: &'a Column,
    pub(super) array: &'a ArrayRef,
    pub(super) text: TextPlan<'a>,
    /// Which values are null, where the column has tags and some are.
    pub(super) nulls: Option<NullBuffer>,
    /// Whether all cells are quickly written, without a look at each.
    pub(super) is_plain: bool,
    /// The texts of most numbers, dates or days of timestamps.
    pub(super) ready: Option<Arc<Ready>>,
}

impl Prepared<'_> {
    /// The text that borrowed cells lie in.
    pub fn borrowed(&self) -> &[u8] {
        match &self.text {
            TextPlan::Checked { text, .. } => text,
            TextPlan::Bare { .. } | TextPlan::Dictionary(_) | TextPlan::None | TextPlan::Copied => b"",
        }
    }

    /// What whoever writes the rows must put around every cell: quotes or tags; empty when the cells have their own, or when
    /// there are nulls, which have none.
    pub fn around(&self) -> (&[u8], &[u8]) {
        match (&self.text, &self.column.tags) {
            (TextPlan::Bare { quoted: true, .. }, _) => self.column.style.escape.quotes(),
            (_, Some(tags)) if self.nulls.is_none() => (&tags.open, &tags.close),
            _ if self.is_plain && self.array.null_count() == 0 => {
                let (open, close) = self.column.style.quotes;
                (open.as_bytes(), close.as_bytes())
            }
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

    /// Makes the cells of some rows ready to be put into lines, and says how long the longest is at most. Most columns need
    /// nothing made ready.
    pub fn stage(&self, rows: Range<usize>, cells: &mut Cells<'_>) -> usize {
        match (&self.text, self.column.kind) {
            (TextPlan::Bare { .. }, _) => {
                let ends = &self.array.as_string::<i32>().value_offsets()[rows.start..=rows.end];
                return ends.windows(2).map(|pair| pair[1] - pair[0]).max().unwrap_or(0) as usize;
            }
            (TextPlan::Dictionary(dictionary), _) => return dictionary.longest,
            _ if self.is_plain => return ROOM,
            (_, Kind::Text) => self.stage_text(rows, cells),
            (_, Kind::Binary | Kind::Nested | Kind::Markup | Kind::Patterned) => self.stage_slowly(rows, cells),
            (_, Kind::Boolean) => self.stage_booleans(rows, cells),
            _ => self.stage_values(rows, cells),
        }
        cells.pad();
        cells.longest()
    }

    /// Puts the cells of some rows into lines, one a line, with `behind` after each. `cells` is what was made ready for a stretch
    /// whose first row is `first`.
    pub fn put(&self, rows: Range<usize>, lines: &mut Lines, behind: &Fixed, cells: &Cells<'_>, first: usize) {
        match &self.text {
            TextPlan::Bare { text, .. } => {
                let ends = &self.array.as_string::<i32>().value_offsets()[rows.start..=rows.end];
                let spans = ends.windows(2).map(|pair| (pair[0] as usize, (pair[1] - pair[0]) as usize));
                lines.put_texts(text, spans, behind);
            }
            TextPlan::Dictionary(dictionary) => self.put_keys(rows, dictionary, lines, behind),
            _ if self.is_plain => {
                let nulls = self.array.nulls().filter(|nulls| nulls.null_count() > 0);
                let start = rows.start;
                let nulls = nulls.map(|buffer| Nulls { buffer, start, text: &self.column.style.null });
                self.values(rows, &mut InLines { lines, nulls, behind });
            }
            _ => lines.put_cells(cells, rows.start - first..rows.end - first, behind),
        }
    }

    /// Numbers and times that need a look: first all values, then quotes, then what is not a number, then nulls.
    fn stage_values(&self, rows: Range<usize>, cells: &mut Cells<'_>) {
        self.values(rows.clone(), cells);
        let style = &self.column.style;
        if !style.quotes.0.is_empty() {
            cells.wrap(style.quotes.0.as_bytes(), style.quotes.1.as_bytes());
        }
        match self.column.kind {
            Kind::Float32 => {
                self.set_non_finite(self.slice::<Float32Type>(rows.clone()).map(f64::from), cells);
                self.set_largest(self.slice::<Float32Type>(rows.clone()), cells);
            }
            Kind::Float64 => self.set_non_finite(self.slice::<Float64Type>(rows.clone()), cells),
            _ => {}
        }
        if let Some(nulls) = self.array.nulls().filter(|nulls| nulls.null_count() > 0) {
            cells.set_nulls(nulls, rows.start, &style.null);
        }
    }

    /// The numbers or times of some rows, each with the way to write it.
    #[inline(always)]
    fn values(&self, rows: Range<usize>, sink: &mut impl Sink) {
        match self.column.kind {
            Kind::Int8 => self.signed::<Int8Type>(rows, sink),
            Kind::Int16 => self.signed::<Int16Type>(rows, sink),
            Kind::Int32 => self.signed::<Int32Type>(rows, sink),
            Kind::Int64 => self.signed::<Int64Type>(rows, sink),
            Kind::UInt8 => self.unsigned::<UInt8Type>(rows, sink),
            Kind::UInt16 => self.unsigned::<UInt16Type>(rows, sink),
            Kind::UInt32 => self.unsigned::<UInt32Type>(rows, sink),
            Kind::UInt64 => self.unsigned::<UInt64Type>(rows, sink),
            Kind::Float32 => {
                sink.put(self.slice::<Float32Type>(rows), |slot, value| put_float32(slot, finite32(value)));
            }
            Kind::Float64 => sink.put(self.slice::<Float64Type>(rows), |slot, value| put_float(slot, finite(value))),
            Kind::Decimal { scale } => {
                let values = self.slice::<Decimal128Type>(rows);
                match (&self.ready, point(scale)) {
                    (Some(ready), Some(point)) => sink.put(values, |slot, value| match i64::try_from(value) {
                        Ok(small) => ready.put(slot, small, |slot| put_any_decimal(slot, value, point, scale)),
                        Err(_) => put_long_decimal(slot, value, scale),
                    }),
                    (_, Some(point)) => sink.put(values, |slot, value| put_any_decimal(slot, value, point, scale)),
                    (_, None) => sink.put(values, |slot, value| put_long_decimal(slot, value, scale)),
                }
            }
            _ => self.times(rows, sink),
        }
    }

    #[inline(always)]
    fn times(&self, rows: Range<usize>, sink: &mut impl Sink) {
        match self.column.kind {
            Kind::Date => match &self.ready {
                Some(ready) => sink.put(self.slice::<Date32Type>(rows), |slot, days| {
                    ready.put(slot, days.into(), |slot| put_date(slot, days.into()))
                }),
                None => sink.put(self.slice::<Date32Type>(rows), |slot, days| put_date(slot, days.into())),
            },
            Kind::Time { least } => {
                sink.put(self.slice::<Time64MicrosecondType>(rows), |slot, micros| put_time(slot, micros, least));
            }
            Kind::Duration => sink.put(self.slice::<DurationMicrosecondType>(rows), put_duration),
            Kind::IsoDuration => sink.put(self.slice::<DurationMicrosecondType>(rows), put_iso_duration),
            Kind::Timestamp { least, utc } => {
                let separator = self.column.style.separator;
                let values = self.slice::<TimestampMicrosecondType>(rows);
                match &self.ready {
                    Some(ready) => sink.put(values, |slot, micros| {
                        let day = |slot: &mut _, days| ready.put(slot, days, |slot| put_day(slot, days, separator));
                        put_moment(slot, micros, least, utc, day)
                    }),
                    None => sink.put(values, |slot, micros| put_timestamp(slot, micros, least, separator, utc)),
                }
            }
            Kind::Micros => self.signed::<DurationMicrosecondType>(rows, sink),
            kind => unreachable!("{kind:?} is not a time"),
        }
    }

    fn slice<T: ArrowPrimitiveType>(&self, rows: Range<usize>) -> std::iter::Copied<std::slice::Iter<'_, T::Native>> {
        self.array.as_primitive::<T>().values()[rows].iter().copied()
    }

    #[inline(always)]
    fn signed<T: ArrowPrimitiveType<Native: Into<i64>>>(&self, rows: Range<usize>, sink: &mut impl Sink) {
        match &self.ready {
            Some(ready) => sink.put(self.slice::<T>(rows), |slot, value| {
                ready.put(slot, value.into(), |slot| put_signed(slot, value.into()))
            }),
            None => sink.put(self.slice::<T>(rows), |slot, value| put_signed(slot, value.into())),
        }
    }

    #[inline(always)]
    fn unsigned<T: ArrowPrimitiveType<Native: Into<u64>>>(&self, rows: Range<usize>, sink: &mut impl Sink) {
        match &self.ready {
            Some(ready) => sink.put(self.slice::<T>(rows), |slot, value| match i64::try_from(value.into()) {
                Ok(small) => ready.put(slot, small, |slot| put_unsigned(slot, value.into())),
                Err(_) => put_unsigned(slot, value.into()),
            }),
            None => sink.put(self.slice::<T>(rows), |slot, value| put_unsigned(slot, value.into())),
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
            TextPlan::Checked { text, clean: true } => self.stage_borrowed(rows, text, |_| true, cells),
            TextPlan::Checked { text, clean: false } => {
                self.stage_borrowed(rows, text, |cell| self.column.style.escape.is_clean(cell), cells);
            }
            _ => self.stage_copied(rows, cells),
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

    fn put_keys(&self, rows: Range<usize>, dictionary: &Dictionary, lines: &mut Lines, behind: &Fixed) {
        macro_rules! put {
            ($($key:ident => $ty:ty),*) => {
                match self.array.data_type() {
                    $(DataType::Dictionary(key, _) if **key == DataType::$key => {
                        put_keys(self.array.as_dictionary::<$ty>().keys(), rows, dictionary, lines, behind);
                    })*
                    other => unreachable!("{other} is not a dictionary"),
                }
            };
        }
        put!(Int8 => Int8Type, Int16 => Int16Type, Int32 => Int32Type, Int64 => Int64Type,
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

/// What takes the values of a column, each with the way to write it to the beginning of a slot.
trait Sink {
    /// Takes the next values; `put` writes one and says how many bytes it took.
    fn put<T>(&mut self, values: impl ExactSizeIterator<Item = T>, put: impl Fn(&mut [u8; ROOM], T) -> usize);
}

impl Sink for Cells<'_> {
    #[inline(always)]
    fn put<T>(&mut self, values: impl ExactSizeIterator<Item = T>, put: impl Fn(&mut [u8; ROOM], T) -> usize) {
        self.put_values(values, put);
    }
}

/// Values go straight into lines.
struct InLines<'a> {
    lines: &'a mut Lines,
    nulls: Option<Nulls<'a>>,
    behind: &'a Fixed,
}

impl Sink for InLines<'_> {
    #[inline(always)]
    fn put<T>(&mut self, values: impl ExactSizeIterator<Item = T>, put: impl Fn(&mut [u8; ROOM], T) -> usize) {
        self.lines.put_values(values, self.nulls, self.behind, put);
    }
}

fn finite(value: f64) -> f64 {
    if value.is_finite() { value } else { 0.0 }
}

fn finite32(value: f32) -> f32 {
    if value.is_finite() { value } else { 0.0 }
}

#[inline(always)]
fn put_keys<K: ArrowPrimitiveType<Native: ArrowNativeType>>(
    keys: &PrimitiveArray<K>,
    rows: Range<usize>,
    dictionary: &Dictionary,
    lines: &mut Lines,
    behind: &Fixed,
) {
    let start = rows.start;
    let values = &keys.values()[rows];
    let cell = |key: &K::Native| dictionary.spans.get(key.as_usize()).copied().unwrap_or(dictionary.null);
    let place = |span: Span| (span.start(), span.len());
    match keys.nulls() {
        None => lines.put_texts(&dictionary.text, values.iter().map(|key| place(cell(key))), behind),
        Some(nulls) => {
            let cells = values.iter().enumerate().map(|(i, key)| match nulls.is_null(start + i) {
                true => dictionary.null,
                false => cell(key),
            });
            lines.put_texts(&dictionary.text, cells.map(place), behind);
        }
    }
}
