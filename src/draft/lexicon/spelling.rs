//! Misspelt words of a name -> the words of the lexicon that were meant.

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

/// The same of a word without accents, in this number.
fn nearest(folded: &str, language: Language) -> Option<&'static str> {
    if folded.len() < 4 || known(language).any(|known| known == folded) {
        return None;
    }
    let letters = signature(folded);
    let near = known(language).filter(|known| known.len() >= 4 && (signature(known) ^ letters).count_ones() <= 4);
    near.filter_map(|known| Some((slip(folded, known)?, known))).min().map(|(_, known)| known)
}

/// The words of the lexicon in a language and in English.
fn known(language: Language) -> impl Iterator<Item = &'static str> {
    let words = concepts::words().iter().map(|(word, own)| (word.as_str(), *own)).chain(tables::words());
    words.filter(move |(_, own)| *own == language || *own == Language::En).map(|(word, _)| word)
}

/// Which letters a word has, a bit each.
fn signature(word: &str) -> u32 {
    word.bytes().filter(u8::is_ascii_lowercase).fold(0, |bits, letter| bits | 1 << (letter - b'a'))
}

/// How far a word is from a known one, if near enough to be a slip: one change in five letters, two in eight. In short words a letter
/// must be missing, doubled, swapped with its neighbour, or one that sounds alike: `stage` is no `state`.
fn slip(word: &str, known: &str) -> Option<usize> {
    let most = match word.len().min(known.len()) {
        0..=3 => return None,
        4..=7 => 1,
        _ => 2,
    };
    if word.len().abs_diff(known.len()) > most || word.as_bytes().first() != known.as_bytes().first() {
        return None;
    }
    let distance = strsim::osa_distance(word, known);
    let is_short = word.len().min(known.len()) < 7;
    let fits = match word.len() {
        4 => is_swap(word, known),
        _ => !is_short || word.len() != known.len() || is_swap(word, known) || sounds_alike(word, known),
    };
    (distance <= most && fits).then_some(distance)
}

/// Whether two words have the same letters.
fn is_swap(word: &str, known: &str) -> bool {
    let sorted = |text: &str| {
        let mut letters: Vec<u8> = text.bytes().collect();
        letters.sort_unstable();
        letters
    };
    sorted(word) == sorted(known)
}

/// Whether words of one length differ only by letters that sound alike.
fn sounds_alike(word: &str, known: &str) -> bool {
    word.bytes()
        .zip(known.bytes())
        .all(|(a, b)| a == b || SOUNDS.iter().any(|sound| sound.contains(&a) && sound.contains(&b)))
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
