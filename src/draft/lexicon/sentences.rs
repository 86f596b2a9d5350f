//! Words of sentences: what a verb ties together, and which words name nothing.

use std::sync::LazyLock;

use super::language::{self, Language};
use super::words;

/// What the subject of a sentence has to do with its object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verb {
    /// The object's rows are the subject's: "a customer has orders", "an order contains items", "a shop employs people".
    Has,
    /// A row of the subject has one row of the object: "belongs to", "is written by", "works for".
    BelongsTo,
    /// The subject brings forth the object's rows, at a time: "places", "writes", "books", "hat ... bestellt".
    Makes,
    /// Many have to do with many: "enrols in", "attends", "plays in", "works on".
    Joins,
}

static VERBS: LazyLock<Vec<(String, Language, Verb)>> = LazyLock::new(|| {
    let lines = include_str!("data/verbs.txt").lines().filter(|line| !line.starts_with('#'));
    let mut verbs: Vec<_> = lines.flat_map(verbs_of).collect();
    verbs.sort();
    verbs
});

static FUNCTION: LazyLock<Vec<(&'static str, Language)>> = LazyLock::new(|| listed(include_str!("data/function.txt")));
static ASKING: LazyLock<Vec<(&'static str, Language)>> = LazyLock::new(|| listed(include_str!("data/asking.txt")));

/// Reads `has de hat, besteht aus`.
fn verbs_of(line: &'static str) -> Vec<(String, Language, Verb)> {
    let mut words = line.splitn(3, ' ');
    let verb = match words.next() {
        Some("has") => Verb::Has,
        Some("belongs_to") => Verb::BelongsTo,
        Some("makes") => Verb::Makes,
        Some("joins") => Verb::Joins,
        _ => return Vec::new(),
    };
    let Some(language) = words.next().and_then(language::of_code) else { return Vec::new() };
    let phrases = words.next().unwrap_or("").split(',');
    phrases.map(|phrase| (letters(phrase.trim()), language, verb)).collect()
}

/// Reads lines of a language's code and its words.
fn listed(data: &'static str) -> Vec<(&'static str, Language)> {
    let lines = data.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' '));
    let of_language = |(code, words): (&str, &'static str)| Some((language::of_code(code)?, words));
    let mut listed: Vec<_> = lines
        .filter_map(of_language)
        .flat_map(|(language, words)| words.split_whitespace().map(move |word| (word, language)))
        .collect();
    listed.sort_unstable();
    listed
}

/// A phrase in lower case without accents, single blanks between its words.
fn letters(phrase: &str) -> String {
    phrase.split_whitespace().map(|word| words::fold(word, Language::En)).collect::<Vec<_>>().join(" ")
}

/// What a verb of a language says, also one of several words ("belongs to", "besteht aus"). Words may be verbs that are nouns
/// elsewhere ("orders", "books"): whether one stands where a verb can is the caller's to know.
pub fn verb(phrase: &str, language: Language) -> Option<Verb> {
    let wanted = letters(phrase);
    let at = VERBS.binary_search_by(|known| (known.0.as_str(), known.1).cmp(&(wanted.as_str(), language))).ok()?;
    Some(VERBS[at].2)
}

/// How many words the longest verb has.
pub const LONGEST_VERB: usize = 5;

/// Whether a word of a language is an article, a preposition, a pronoun, an auxiliary or a conjunction. In lower case.
pub fn is_function_word(word: &str, language: Language) -> bool {
    FUNCTION.binary_search(&(word, language)).is_ok()
}

/// Whether a word of a language is one with which people ask for data without saying anything about it ("please", "generate",
/// "rows"). In lower case.
pub fn is_asking_word(word: &str, language: Language) -> bool {
    ASKING.binary_search(&(word, language)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_tie_tables_in_six_languages() {
        for (phrase, language, wanted) in [
            ("has", Language::En, Some(Verb::Has)),
            ("belongs to", Language::En, Some(Verb::BelongsTo)),
            ("is assigned to", Language::En, Some(Verb::BelongsTo)),
            ("places", Language::En, Some(Verb::Makes)),
            ("enrols in", Language::En, Some(Verb::Joins)),
            ("besteht aus", Language::De, Some(Verb::Has)),
            ("gehört zu", Language::De, Some(Verb::BelongsTo)),
            ("a", Language::Fr, Some(Verb::Has)),
            ("a", Language::En, None),
            ("tiene", Language::Es, Some(Verb::Has)),
            ("ha", Language::It, Some(Verb::Has)),
            ("tem", Language::Pt, Some(Verb::Has)),
            ("walks", Language::En, None),
        ] {
            assert_eq!(verb(phrase, language), wanted, "{phrase}");
        }
        assert!(VERBS.iter().all(|known| known.0.split(' ').count() <= LONGEST_VERB));
        let twice = VERBS.windows(2).find(|two| (&two[0].0, two[0].1) == (&two[1].0, two[1].1) && two[0].2 != two[1].2);
        assert_eq!(twice, None);
    }

    #[test]
    fn words_that_name_nothing_are_known_by_language() {
        assert!(is_function_word("the", Language::En));
        assert!(is_function_word("jeder", Language::De));
        assert!(!is_function_word("customer", Language::En));
        assert!(is_asking_word("testdaten", Language::De));
        assert!(!is_asking_word("customer", Language::En));
    }
}
