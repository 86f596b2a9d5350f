//! A prose -> where some words stand in it, without regard to case, white space, and the forms of quotes and dashes.

use std::ops::Range;

use crate::draft::text::{Text, number, plain_char};

/// A prose in its normal form, with the places of its characters.
pub struct Quotes {
    normal: String,
    /// For each byte of the normal form, the byte of the prose from which it comes; and the prose's end.
    places: Vec<usize>,
    /// The whole numbers of the prose.
    numbers: Vec<u64>,
}

/// Places of the same words that are looked at.
const MOST_PLACES: usize = 64;

impl Quotes {
    pub fn new(prose: &str) -> Self {
        let (normal, places) = normal(prose);
        let text = Text::new(prose);
        let numbers =
            (0..text.tokens.len()).filter_map(|at| number::count(&text, at)).map(|found| found.value).collect();
        Self { normal, places, numbers }
    }

    /// Whether the prose has some words.
    pub fn has(&self, words: &str) -> bool {
        let (words, _) = normal(words);
        let words = words.trim();
        !words.is_empty() && self.normal.contains(words)
    }

    /// Whether the prose says a whole number.
    pub fn has_number(&self, number: u64) -> bool {
        self.numbers.contains(&number)
    }

    /// The places of some words in the prose.
    pub fn places(&self, words: &str) -> Vec<Range<usize>> {
        let (words, _) = normal(words);
        let words = words.trim();
        if words.is_empty() {
            return Vec::new();
        }
        let found = self.normal.match_indices(words).take(MOST_PLACES);
        found.map(|(at, words)| self.places[at]..self.places[at + words.len()]).collect()
    }

    /// The words of a column's name as the prose has them: `phone_number` as "phone number", between other words.
    pub fn named(&self, name: &str) -> Option<String> {
        let spaced = name.replace('_', " ");
        let is_whole = |at: usize, words: &str| {
            let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            !is_letter(self.normal[..at].chars().next_back())
                && !is_letter(self.normal[at + words.len()..].chars().next())
        };
        let found = |words: &str| self.normal.match_indices(words).any(|(at, words)| is_whole(at, words));
        [name.to_owned(), spaced].into_iter().find(|words| !words.is_empty() && found(words))
    }
}

/// The normal form of a text, and the byte of the text from which each of its bytes comes.
fn normal(text: &str) -> (String, Vec<usize>) {
    let mut normal = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len() + 1);
    let mut put = |c: char, at: usize| {
        normal.push(c);
        places.extend(std::iter::repeat_n(at, c.len_utf8()));
    };
    let mut is_blank = true;
    for (at, c) in text.char_indices() {
        // Emphasis is no part of what is said.
        if matches!(c, '*' | '`' | '\u{ad}' | '\u{200b}' | '\u{feff}') {
            continue;
        }
        let now_blank = c.is_whitespace() || c.is_control();
        match (now_blank, is_blank) {
            (true, true) => {}
            (true, false) => put(' ', at),
            (false, _) => quote(plain_char(c)).to_lowercase().for_each(|c| put(c, at)),
        }
        is_blank = now_blank;
    }
    places.push(text.len());
    (normal, places)
}

/// All double quotes are one.
fn quote(c: char) -> char {
    if matches!(c, '“' | '”' | '„' | '«' | '»' | '″') { '"' } else { c }
}
