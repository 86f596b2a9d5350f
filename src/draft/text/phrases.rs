//! Tables of phrases -> what the tokens at a place begin with.

use std::collections::BTreeMap;

use super::Text;
use super::language::Language;

/// The words of some phrases behind their first one, and what they mean.
type Tails<T> = Vec<(Vec<&'static str>, Option<Language>, T)>;

/// Phrases of plain lower-case words (as [`super::fold::fold`] gives them) with what they mean; the longest that fits is found.
#[derive(Debug)]
pub struct Phrases<T> {
    by_first: BTreeMap<&'static str, Tails<T>>,
    /// A bit for each of the first words, by what is cheap to see of it.
    firsts: [u64; 4],
}

/// The bit of a word: which of four numbers, and which of its bits.
fn bit(word: &str) -> (usize, u64) {
    let (first, last) = (word.bytes().next().unwrap_or(0), word.bytes().next_back().unwrap_or(0));
    let mark = usize::from(first) + 5 * usize::from(last) + 11 * word.len();
    (mark / 64 % 4, 1 << (mark % 64))
}

impl<T: Copy> Phrases<T> {
    /// From groups of phrases, which a `|` parts; those of a language are found in texts of that language, English ones
    /// everywhere, and those without one everywhere too.
    pub fn new(groups: &[(Option<Language>, T, &'static str)]) -> Self {
        let mut by_first: BTreeMap<&'static str, Tails<T>> = BTreeMap::new();
        for (language, meaning, phrases) in groups {
            for phrase in phrases.split('|') {
                let mut words = phrase.split_whitespace();
                let first = words.next().expect("a phrase has a word");
                by_first.entry(first).or_default().push((words.collect(), *language, *meaning));
            }
        }
        for tails in by_first.values_mut() {
            tails.sort_by_key(|(tail, ..)| std::cmp::Reverse(tail.len()));
        }
        let mut firsts = [0; 4];
        for (at, bit) in by_first.keys().map(|word| bit(word)) {
            firsts[at] |= bit;
        }
        Self { by_first, firsts }
    }

    /// The meaning of the longest phrase at a token, and the token behind it.
    pub fn at(&self, text: &Text<'_>, at: usize) -> Option<(T, usize)> {
        let word = text.plain(at);
        let (number, bit) = bit(&word);
        if self.firsts[number] & bit == 0 {
            return None;
        }
        let tails = self.by_first.get(&*word)?;
        let fits = |(tail, language, _): &&(Vec<&str>, Option<Language>, T)| {
            language.is_none_or(|language| language == Language::En || language == text.language)
                && tail.iter().enumerate().all(|(n, word)| text.plain(at + 1 + n) == *word)
        };
        let (tail, _, meaning) = tails.iter().find(fits)?;
        Some((*meaning, at + 1 + tail.len()))
    }
}
