//! Letters with marks -> plain letters, so that `année`, `annee` and a decomposed `année` are one word.

use std::borrow::Cow;

/// Plain letters and what they bear in the languages that are read.
const MARKED: &[(&str, &str)] = &[
    ("a", "àáâãäåāă"),
    ("c", "çćč"),
    ("e", "èéêëēę"),
    ("i", "ìíîïī"),
    ("n", "ñńň"),
    ("o", "òóôõöøō"),
    ("u", "ùúûüū"),
    ("y", "ýÿ"),
    ("s", "śš"),
    ("z", "źžż"),
    ("ss", "ß"),
    ("oe", "œ"),
    ("ae", "æ"),
];

/// A text in lower case without the marks of its letters.
pub fn fold(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase).filter(|c| !is_combining(*c)) {
        match MARKED.iter().find(|(_, marked)| !c.is_ascii() && marked.contains(c)) {
            Some((letter, _)) => plain.push_str(letter),
            None => plain.push(c),
        }
    }
    Cow::Owned(plain)
}

/// Whether a character is a mark upon the letter before it.
pub fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Marks that may stand upon a letter by themselves, with the letters that they make (lower case).
const COMPOSED: &[(char, &str, &str)] = &[
    ('\u{300}', "aeiou", "àèìòù"),
    ('\u{301}', "aeiouyn", "áéíóúýń"),
    ('\u{302}', "aeiou", "âêîôû"),
    ('\u{303}', "aon", "ãõñ"),
    ('\u{308}', "aeiouy", "äëïöüÿ"),
    ('\u{327}', "c", "ç"),
];

/// The letter that a lower-case letter and a combining mark make together.
pub fn composed(letter: char, mark: char) -> Option<char> {
    let (_, plain, marked) = COMPOSED.iter().find(|(combining, ..)| *combining == mark)?;
    marked.chars().nth(plain.chars().position(|c| c == letter)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_dropped_and_plain_texts_are_not_copied() {
        assert_eq!(fold("Março Œuvre weiß an\u{303}o"), "marco oeuvre weiss ano");
        assert!(matches!(fold("plain_1"), Cow::Borrowed(_)));
    }
}
