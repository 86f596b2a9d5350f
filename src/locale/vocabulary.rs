//! A language's words in, one text with all of them out: picks are copied without a look at the lists.

use std::sync::OnceLock;

use super::text::{word, word_capacity};
use super::{ALL, Locale};
use crate::random::{RowDraws, below};

/// Bytes that are copied at once; few words are longer.
const WIDE: usize = 16;

/// The words of [`word`] by number, one behind the other, each with a space behind it.
#[derive(Debug)]
pub struct Vocabulary {
    /// All words, and [`WIDE`] bytes more, so that any word can be read as so many.
    text: Vec<u8>,
    /// Where each word begins, and its length with the space.
    words: Vec<(u32, u32)>,
    longest: usize,
}

static VOCABULARIES: [OnceLock<Vocabulary>; ALL.len()] = [const { OnceLock::new() }; ALL.len()];

impl Vocabulary {
    /// The words of locale number `locale` of [`ALL`], put together once.
    pub fn of(locale: usize) -> &'static Self {
        VOCABULARIES[locale].get_or_init(|| Self::new(ALL[locale]))
    }

    fn new(locale: &Locale) -> Self {
        let mut all = Self { text: Vec::new(), words: Vec::new(), longest: 0 };
        for word in (0..word_capacity(locale)).map(|number| word(locale, number)) {
            all.words.push((all.text.len() as u32, word.len() as u32 + 1));
            all.text.extend_from_slice(word.as_bytes());
            all.text.push(b' ');
            all.longest = all.longest.max(word.len() + 1);
        }
        all.text.resize(all.text.len() + WIDE, 0);
        all
    }

    /// Writes `count` words (1 or more) with spaces between to `out[at..]`, word `n` of draw `n`; returns the end. `out` grows as
    /// needed and is longer than the text afterwards.
    #[inline]
    pub fn put(&self, out: &mut Vec<u8>, mut at: usize, count: u32, draws: RowDraws) -> usize {
        let needed = at + count as usize * self.longest + WIDE;
        if out.len() < needed {
            out.resize(needed.max(out.capacity()), 0);
        }
        for draw in 0..count {
            let (start, len) = self.words[below(draws.bits(draw), self.words.len() as u64) as usize];
            let (from, len) = (&self.text[start as usize..], len as usize);
            let to = &mut out[at..];
            match (to.first_chunk_mut::<WIDE>(), from.first_chunk::<WIDE>()) {
                (Some(to), Some(from)) if len <= WIDE => *to = *from,
                _ => to[..len].copy_from_slice(&from[..len]),
            }
            at += len;
        }
        at - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Draws;
    use crate::locale::text::push_words;
    use crate::random::{Key, RowId};

    #[test]
    fn words_are_those_of_the_lists() {
        for (number, locale) in ALL.into_iter().enumerate() {
            let vocabulary = Vocabulary::of(number);
            let mut out = Vec::new();
            for row in 0..300 {
                let draws = Key::root(1, 7).row(RowId::root(row));
                let mut expected = String::new();
                push_words(&mut expected, locale, 1 + row as u32 % 9, &mut Draws::new(draws));
                let end = vocabulary.put(&mut out, 3, 1 + row as u32 % 9, draws);
                assert_eq!(std::str::from_utf8(&out[3..end]), Ok(expected.as_str()));
            }
        }
    }
}
