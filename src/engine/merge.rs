//! Texts of several parts and a choice among them a row in, one array out.

use std::borrow::Cow;

use arrow_array::cast::AsArray;
use arrow_array::types::Int32Type;
use arrow_array::{Array, ArrayRef, DictionaryArray, StringArray};
use arrow_buffer::{BooleanBuffer, Buffer, OffsetBuffer};

/// Bytes that are copied at once; most chosen texts are shorter.
const WIDE: usize = 16;

/// Where the texts of a part are.
pub struct TextPart<'a> {
    data: Cow<'a, [u8]>,
    place: Place<'a>,
}

enum Place<'a> {
    /// One text for all rows, of so many bytes.
    One(usize),
    /// A text a row, between two offsets.
    Rows(&'a [i32]),
    /// A text by the key of the row.
    Keys(&'a [i32], &'a [i32]),
}

impl<'a> TextPart<'a> {
    /// The same text for every row.
    pub fn one(text: &str) -> Self {
        let mut data = text.as_bytes().to_vec();
        data.resize(text.len() + WIDE, 0);
        Self { data: data.into(), place: Place::One(text.len()) }
    }

    /// A text a row. `None` for arrays with nulls, and for such that are neither texts nor dictionaries of texts.
    pub fn of_rows(array: &'a ArrayRef) -> Option<Self> {
        if array.logical_null_count() > 0 {
            return None;
        }
        if let Some(texts) = array.as_string_opt::<i32>() {
            return Some(Self { data: texts.value_data().into(), place: Place::Rows(texts.value_offsets()) });
        }
        let keyed = array.as_any().downcast_ref::<DictionaryArray<Int32Type>>()?;
        let texts = keyed.values().as_string_opt::<i32>()?;
        let place = Place::Keys(keyed.keys().values(), texts.value_offsets());
        Some(Self { data: texts.value_data().into(), place })
    }

    /// Start and length of a row's text.
    #[inline(always)]
    fn span(&self, row: usize) -> (usize, usize) {
        let between = |offsets: &[i32], at: usize| (offsets[at] as usize, (offsets[at + 1] - offsets[at]) as usize);
        match self.place {
            Place::One(len) => (0, len),
            Place::Rows(offsets) => between(offsets, row),
            Place::Keys(keys, offsets) => between(offsets, keys[row] as usize),
        }
    }
}

/// Writes `number` where a bit is set.
pub fn choose(choice: &mut [u32], holds: &BooleanBuffer, number: u32) {
    for (slots, bits) in choice.chunks_mut(64).zip(holds.bit_chunks().iter_padded()) {
        for (bit, slot) in slots.iter_mut().enumerate() {
            *slot = if bits >> bit & 1 == 1 { number } else { *slot };
        }
    }
}

/// For each row the text of the part that `choice` names.
pub fn merged_texts(parts: &[TextPart<'_>], choice: &[u32]) -> StringArray {
    match Few::of(parts) {
        Some(few) => few.merged(parts, choice),
        None => copied(parts, choice),
    }
}

/// The texts of all parts, few and short: a row's text is then a number, chosen without a branch, and one register.
struct Few {
    texts: Vec<([u8; WIDE], usize)>,
    longest: usize,
}

impl Few {
    /// Most texts of all parts together.
    const MOST: usize = 256;

    /// Nothing where a part has a text a row, or texts are many or long.
    fn of(parts: &[TextPart<'_>]) -> Option<Self> {
        let mut few = Self { texts: Vec::new(), longest: 0 };
        for part in parts {
            match part.place {
                Place::One(len) => few.push(&part.data[..len])?,
                Place::Rows(_) => return None,
                Place::Keys(_, offsets) => {
                    for pair in offsets.windows(2) {
                        few.push(&part.data[pair[0] as usize..pair[1] as usize])?;
                    }
                }
            }
        }
        Some(few)
    }

    fn push(&mut self, text: &[u8]) -> Option<()> {
        let mut wide = [0; WIDE];
        wide.get_mut(..text.len())?.copy_from_slice(text);
        self.texts.push((wide, text.len()));
        self.longest = self.longest.max(text.len());
        (self.texts.len() <= Self::MOST).then_some(())
    }

    fn merged(&self, parts: &[TextPart<'_>], choice: &[u32]) -> StringArray {
        let mut numbers = vec![0; choice.len()];
        let mut first = 0;
        for (part, place) in parts.iter().zip(0..) {
            let rows = numbers.iter_mut().zip(choice);
            first += match part.place {
                Place::Keys(keys, offsets) => {
                    for ((number, chosen), key) in rows.zip(keys) {
                        *number = if *chosen == place { first + *key as u32 } else { *number };
                    }
                    offsets.len() as u32 - 1
                }
                _ => {
                    for (number, chosen) in rows {
                        *number = if *chosen == place { first } else { *number };
                    }
                    1
                }
            };
        }
        i32::try_from(choice.len() * self.longest).expect(FITS);
        let mut text = vec![0; choice.len() * self.longest + WIDE];
        let mut offsets = vec![0; choice.len() + 1];
        let mut end = 0;
        for (number, offset) in numbers.iter().zip(&mut offsets[1..]) {
            let (wide, len) = &self.texts[*number as usize];
            text[end..end + WIDE].copy_from_slice(wide);
            end += len;
            *offset = end as i32;
        }
        text.truncate(end);
        StringArray::new(OffsetBuffer::new(offsets.into()), Buffer::from_vec(text), None)
    }
}

const FITS: &str = "a batch of texts is below 2 GiB";

fn copied(parts: &[TextPart<'_>], choice: &[u32]) -> StringArray {
    let mut text = vec![0; choice.len() * WIDE];
    let mut offsets = Vec::with_capacity(choice.len() + 1);
    offsets.push(0);
    let mut end = 0;
    for (row, chosen) in choice.iter().enumerate() {
        let part = &parts[*chosen as usize];
        let (start, len) = part.span(row);
        if text.len() < end + len + WIDE {
            text.resize((end + len + WIDE).max(2 * text.len()), 0);
        }
        match part.data.get(start..start + WIDE) {
            Some(wide) if len <= WIDE => text[end..end + WIDE].copy_from_slice(wide),
            _ => text[end..end + len].copy_from_slice(&part.data[start..start + len]),
        }
        end += len;
        offsets.push(i32::try_from(end).expect(FITS));
    }
    text.truncate(end);
    StringArray::new(OffsetBuffer::new(offsets.into()), Buffer::from_vec(text), None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn each_row_has_the_text_of_its_part() {
        let long = "a text that is longer than one wide copy";
        let plain: ArrayRef = Arc::new(StringArray::from(vec!["p0", long, "", "p3"]));
        let keyed: ArrayRef = Arc::new(["k", "l", "k", "l"].into_iter().collect::<DictionaryArray<Int32Type>>());
        let parts = [TextPart::one("one"), TextPart::of_rows(&plain).unwrap(), TextPart::of_rows(&keyed).unwrap()];
        let merged = |choice: [u32; 4]| merged_texts(&parts, &choice);
        assert_eq!(merged([0, 1, 2, 1]), StringArray::from(vec!["one", long, "k", "p3"]));
        assert_eq!(merged([1, 2, 1, 0]), StringArray::from(vec!["p0", "l", "", "one"]));
        assert_eq!(merged_texts(&parts, &[]).len(), 0);
    }

    #[test]
    fn few_short_texts_are_chosen_by_number() {
        let wide = "16 bytes with ä";
        let keyed: ArrayRef = Arc::new(["k", "", "k", wide].into_iter().collect::<DictionaryArray<Int32Type>>());
        let other: ArrayRef = Arc::new(["x", "y", "z", "x"].into_iter().collect::<DictionaryArray<Int32Type>>());
        let part = |array| TextPart::of_rows(array).unwrap();
        let parts = [part(&keyed), TextPart::one("one"), part(&other), TextPart::one("")];
        for choice in [[0, 1, 2, 3], [0, 0, 0, 0], [2, 2, 2, 2], [1, 0, 3, 0], [3, 3, 3, 3]] {
            let merged = merged_texts(&parts, &choice);
            assert!(Few::of(&parts).is_some());
            assert_eq!(merged, copied(&parts, &choice), "{choice:?}");
        }
        assert_eq!(merged_texts(&parts, &[0, 1, 2, 0]), StringArray::from(vec!["k", "one", "z", wide]));
        assert_eq!(merged_texts(&parts, &[]).len(), 0);
        let many: Vec<TextPart<'_>> = (0..300).map(|number| TextPart::one(&number.to_string())).collect();
        assert!(Few::of(&many).is_none());
        assert_eq!(merged_texts(&many, &[299, 0, 7]), StringArray::from(vec!["299", "0", "7"]));
    }

    #[test]
    fn set_bits_choose() {
        let mut choice = vec![9; 130];
        let holds = BooleanBuffer::collect_bool(131, |at| at % 3 == 1);
        choose(&mut choice, &holds.slice(1, 130), 4);
        assert_eq!(choice, (0..130).map(|at| if at % 3 == 0 { 4 } else { 9 }).collect::<Vec<_>>());
    }

    #[test]
    fn nulls_and_numbers_are_no_texts() {
        let nulls: ArrayRef = Arc::new(StringArray::from(vec![Some("a"), None]));
        let numbers: ArrayRef = Arc::new(arrow_array::Int64Array::from(vec![1]));
        assert!(TextPart::of_rows(&nulls).is_none() && TextPart::of_rows(&numbers).is_none());
    }
}
