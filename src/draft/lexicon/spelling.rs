//! Misspelt words of a name -> the words of the lexicon that were meant.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::guess::Said;
use super::language::Language;
use super::{concepts, nouns, tables, words};

/// The name with the words put right that the lexicon does not know; `None` when there is nothing to put right.
pub fn respelt(said: &Said) -> Option<Said> {
    let closest = |word: &String| closest(word, said.language).unwrap_or(word).to_owned();
    let right: Vec<String> = said.words.iter().map(closest).collect();
    (right != said.words).then(|| Said { words: right, ..said.clone() })
}

/// The word of the lexicon that a word is a slip of the pen for, in the description's language or in English; `None` for words that
/// the lexicon has, and for short ones.
pub fn closest(word: &str, language: Language) -> Option<&'static str> {
    let folded = words::fold(word, Language::En);
    nearest(&folded, language).or_else(|| nearest(&nouns::singular(&folded, language), language))
}

/// A word of the lexicon.
struct Known {
    word: Cow<'static, str>,
    letters: u32,
}

/// Words of the lexicon that are long enough to be meant, by their first byte and their length: slips begin with the right letter and
/// add or leave out few.
type Drawers = Vec<Vec<Known>>;

/// The words of a language.
fn known(language: Language) -> &'static Drawers {
    static KNOWN: [OnceLock<Drawers>; 6] = [const { OnceLock::new() }; 6];
    KNOWN[language as usize].get_or_init(|| {
        let mut known: Drawers = std::iter::repeat_with(Vec::new).take(256 * LENGTHS).collect();
        let mut take = |word: Cow<'static, str>| {
            if word.len() >= SHORTEST {
                let letters = signature(&word);
                known[drawer(word.as_bytes()[0], word.len())].push(Known { word, letters });
            }
        };
        concepts::each_word(language, &mut take);
        tables::words(language).for_each(|word| take(word.into()));
        known
    })
}

/// The fewest letters of a word in which a slip is told from another word.
const SHORTEST: usize = 4;

/// Words of this length and longer ones are kept together.
const LENGTHS: usize = 24;

/// Where words with a first byte and a length are kept.
fn drawer(first: u8, length: usize) -> usize {
    usize::from(first) * LENGTHS + length.min(LENGTHS - 1)
}

/// The same of a word without accents, in this number.
fn nearest(folded: &str, language: Language) -> Option<&'static str> {
    if folded.len() < SHORTEST {
        return None;
    }
    let first = folded.as_bytes()[0];
    let spoken: &[Language] = if language == Language::En { &[Language::En] } else { &[Language::En, language] };
    let of_length = |length| spoken.iter().flat_map(move |language| &known(*language)[drawer(first, length)]);
    let letters = signature(folded);
    if of_length(folded.len()).any(|known| known.letters == letters && known.word == folded) {
        return None;
    }
    let lengths: BTreeSet<usize> =
        (folded.len() - 2..=folded.len() + 2).map(|length| length.min(LENGTHS - 1)).collect();
    let near = lengths.into_iter().flat_map(of_length).filter(|known| {
        let most = most(folded.len().min(known.word.len()));
        // What costs one changes at most two of the letters that a word has.
        (known.letters ^ letters).count_ones() as usize <= 2 * most
    });
    near.filter_map(|known| Some((slip(folded, &known.word)?, &*known.word))).min().map(|(_, known)| known)
}

/// What a slip may cost, by the letters of the shorter word.
const fn most(shorter: usize) -> usize {
    if shorter < 8 { 1 } else { 2 }
}

/// Which letters a word has, a bit each.
fn signature(word: &str) -> u32 {
    word.bytes().filter(u8::is_ascii_lowercase).fold(0, |bits, letter| bits | 1 << (letter - b'a'))
}

/// How far a word is from a known one, if near enough to be a slip: one in seven letters, two in longer words, and in four letters only two
/// that have changed places.
fn slip(word: &str, known: &str) -> Option<usize> {
    let shorter = word.len().min(known.len());
    let most = most(shorter);
    let is_near = word.len().abs_diff(known.len()) <= most && word.as_bytes().first() == known.as_bytes().first();
    let is_long = shorter > 4 || (shorter == 4 && word.len() == known.len());
    if !is_near || !is_long {
        return None;
    }
    let alike = if shorter == 4 { 9 } else { 1 };
    cost(word.as_bytes(), known.as_bytes(), alike, most)
}

/// What it takes to turn a word into another one, by optimal string alignment, if it is not too much. Slips of the pen are cheap: letters
/// that changed places, one that is missing, doubled, or written as it sounds. Other changes make other words: `stage` is no `state`,
/// `guild` no `guid`.
fn cost(word: &[u8], known: &[u8], alike: usize, most: usize) -> Option<usize> {
    let count = known.len();
    // The row before the last one, the last one, and the one that is made.
    let (mut second, mut last, mut row) = (vec![0; count + 1], (0..=count).collect::<Vec<usize>>(), vec![0; count + 1]);
    let mut was_dear = false;
    for i in 1..=word.len() {
        let extra = if i > 1 && word[i - 1] == word[i - 2] { 1 } else { 3 };
        row[0] = last[0] + extra;
        for j in 1..=count {
            let (a, b) = (word[i - 1], known[j - 1]);
            let change = if a == b {
                0
            } else if SOUNDS.iter().any(|sound| sound.contains(&a) && sound.contains(&b)) {
                alike
            } else {
                3
            };
            let best = (last[j - 1] + change).min(last[j] + extra).min(row[j - 1] + 1);
            let swapped = i > 1 && j > 1 && a == known[j - 2] && word[i - 2] == b;
            row[j] = if swapped { best.min(second[j - 2] + 1) } else { best };
        }
        // What follows builds on one of two rows and only adds to it.
        let is_dear = row.iter().all(|cost| *cost > most);
        if is_dear && was_dear {
            return None;
        }
        was_dear = is_dear;
        std::mem::swap(&mut second, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    Some(last[count]).filter(|cost| *cost <= most)
}

/// Letters that people mistake for each other.
const SOUNDS: &[&[u8]] = &[b"aeiouy", b"scz", b"kcq", b"mn", b"dt", b"vf", b"gj"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_put_right_and_other_words_stay() {
        for (word, right) in [
            ("emial", Some("email")),
            ("adress", Some("address")),
            ("frist", Some("first")),
            ("phnoe", Some("phone")),
            ("salery", Some("salary")),
            ("quantaty", Some("quantity")),
            ("departmnt", Some("department")),
            ("nmae", Some("name")),
            ("prodcuts", Some("products")),
            ("stage", None),
            ("guild", None),
            ("defendant", None),
            ("officer", None),
            ("violation", None),
            ("plane", None),
            ("email", None),
            ("zebra", None),
        ] {
            let found = closest(word, Language::En).map(str::to_owned);
            let plain = found.clone().map(|word| word.trim_end_matches('s').to_owned());
            let wanted = right.map(|word| word.trim_end_matches('s').to_owned());
            assert!(plain == wanted, "{word}: {found:?}");
        }
    }
}
