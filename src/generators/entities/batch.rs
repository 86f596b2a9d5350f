//! The cells of a field with what it reads: the row's locale, other fields of the bundle, its place in a permutation.

use std::borrow::Cow;

use arrow_array::cast::AsArray;
use arrow_array::types::{Int32Type, UInt8Type, UInt64Type};
use arrow_array::{Array, ArrayRef, Int32Array, StringArray};
use arrow_cast::cast;
use arrow_schema::DataType;

use super::field::Field;
use super::texts::Texts;
use super::words::Words;
use crate::engine::Cells;
use crate::locale::fold::{self, Folding};
use crate::locale::{self, Draws, Locale, Realism, Sex};
use crate::plan::RowLocale;
use crate::random;

/// See the module.
pub struct Batch<'a> {
    cells: Cells<'a>,
    field: &'a Field,
    locales: Option<&'a [u8]>,
}

impl<'a> Batch<'a> {
    /// The cells of a field.
    pub fn new(cells: Cells<'a>, field: &'a Field) -> Self {
        let locales = match field.locale {
            Some(RowLocale::Column(slot)) => Some(&cells.input(slot).as_primitive::<UInt8Type>().values()[..]),
            _ => None,
        };
        Self { cells, field, locales }
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Where identifiers lie.
    pub fn realism(&self) -> Realism {
        self.field.realism
    }

    /// The spec's clock in microseconds; only for fields that have asked for it.
    pub fn now(&self) -> i64 {
        self.field.now
    }

    /// The number of the row's locale in [`locale::ALL`].
    #[inline]
    pub fn locale_number(&self, row: usize) -> usize {
        match (self.locales, self.field.locale) {
            (Some(locales), _) => locales[row].into(),
            (None, Some(RowLocale::One(number))) => number.into(),
            _ => 0,
        }
    }

    /// The row's locale.
    #[inline]
    pub fn locale(&self, row: usize) -> &'static Locale {
        locale::ALL[self.locale_number(row)]
    }

    /// The row's draws.
    #[inline]
    pub fn draws(&self, row: usize) -> Draws {
        Draws::new(self.cells.draws(row))
    }

    /// The row's first draw.
    #[inline]
    pub fn bits(&self, row: usize) -> u64 {
        self.cells.draws(row).bits(0)
    }

    /// Whether values are numbered by row so that they never repeat.
    pub fn is_numbered(&self) -> bool {
        self.field.is_numbered
    }

    /// The row's place in a domain: where values are to be unique the row's number, permuted; else any number.
    #[inline]
    pub fn place_of(&self, row: usize) -> u64 {
        match &self.field.order {
            Some(order) => order.apply_64(self.cells.row_numbers().get(row)),
            None => self.bits(row),
        }
    }

    /// The row's place in a domain of `size` values, evenly drawn or permuted.
    #[inline]
    pub fn index_of(&self, row: usize, size: u64) -> u64 {
        match &self.field.order {
            Some(_) => self.place_of(row),
            None => random::below(self.bits(row), size),
        }
    }

    /// What follows a name in an address.
    #[inline]
    pub fn tail(&self, row: usize) -> locale::person::Tail {
        match &self.field.suffixes {
            Some(suffixes) => locale::person::Tail::Number(suffixes.of(self.cells.row_numbers().get(row))),
            None => locale::person::Tail::Natural,
        }
    }

    /// The values of what the field reads, by position.
    pub fn input(&self, position: usize) -> &'a ArrayRef {
        self.cells.input(self.field.slots[position])
    }

    /// A field of words that this one reads.
    pub fn words(&self, position: usize, words: &'static Words) -> Read<'a> {
        let array = self.input(position);
        match words.keys(array).filter(|keys| keys.null_count() == 0) {
            Some(keys) => Read::Keys(keys.values(), words),
            None => Read::texts(array),
        }
    }

    /// A field of built strings that this one reads.
    pub fn texts(&self, position: usize) -> Read<'a> {
        Read::texts(self.input(position))
    }

    /// The sex of each row, of a bundle whose `sex` stands at a position.
    pub fn sexes(&self, position: usize) -> impl Fn(usize) -> Sex {
        let read = self.words(position, &super::words::SEXES);
        move |row| if read.text(row) == Sex::Male.name() { Sex::Male } else { Sex::Female }
    }

    /// A hidden field of small numbers.
    pub fn small(&self, position: usize) -> &'a [i32] {
        self.input(position).as_primitive::<Int32Type>().values()
    }

    /// A hidden field of numbers.
    pub fn large(&self, position: usize) -> &'a [u64] {
        self.input(position).as_primitive::<UInt64Type>().values()
    }

    /// A word a row.
    pub fn pick(&self, words: &Words, key: impl FnMut(usize) -> i32) -> ArrayRef {
        words.take(Int32Array::from_iter_values((0..self.len()).map(key)))
    }

    /// A text a row, of about `length` bytes.
    pub fn write(&self, length: usize, mut push: impl FnMut(usize, &mut String)) -> ArrayRef {
        let mut texts = Texts::with_capacity(self.len(), length);
        for row in 0..self.len() {
            push(row, texts.text());
            texts.end();
        }
        texts.finish()
    }
}

/// The values of a field that is read. Pinned ones need not be in any list.
pub enum Read<'a> {
    /// Keys of the words.
    Keys(&'a [i32], &'static Words),
    /// Any texts; null counts as empty.
    Texts(Cow<'a, StringArray>),
}

impl<'a> Read<'a> {
    fn texts(array: &'a ArrayRef) -> Self {
        match array.as_string_opt::<i32>() {
            Some(texts) => Self::Texts(Cow::Borrowed(texts)),
            None => {
                let plain = cast(array, &DataType::Utf8).expect("a field of texts casts to text");
                Self::Texts(Cow::Owned(plain.as_string::<i32>().clone()))
            }
        }
    }

    /// The text of a row.
    #[inline]
    pub fn text(&self, row: usize) -> &str {
        match self {
            Self::Keys(keys, words) => words.text(keys[row]),
            Self::Texts(texts) if texts.is_valid(row) => texts.value(row),
            Self::Texts(_) => "",
        }
    }

    /// A name in `[a-z0-9-]`, as the locale folds it; never empty.
    #[inline]
    pub fn folded(&self, row: usize, locale: &Locale) -> Cow<'static, str> {
        match self {
            Self::Keys(keys, words) => Cow::Borrowed(words.folded(keys[row])),
            Self::Texts(_) => fold_name(self.text(row), locale),
        }
    }

    /// The place of each text in the only list of `words`, whose texts are all different; 0 for a text that is not there.
    pub fn place(&self, row: usize, words: &Words) -> usize {
        match self {
            Self::Keys(keys, _) => keys[row] as usize,
            Self::Texts(_) => words.list(0).iter().position(|word| *word == self.text(row)).unwrap_or(0),
        }
    }
}

/// A name that is in no list, folded; digits fall away, so that no number behind it can be taken for a part of it.
fn fold_name(name: &str, locale: &Locale) -> Cow<'static, str> {
    let folding = if locale.language == "de" { Folding::German } else { Folding::Plain };
    let mut folded = fold::folded(name, folding);
    folded.retain(|c| !c.is_ascii_digit());
    match folded.trim_matches('-') {
        "" => Cow::Borrowed("name"),
        trimmed if trimmed.len() < folded.len() => Cow::Owned(trimmed.to_owned()),
        _ => Cow::Owned(folded),
    }
}
