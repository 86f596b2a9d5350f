//! Countries, nationalities and languages in six languages -> the locales that there are data for, or a plain "not that one".

use std::sync::LazyLock;

use super::words;

/// What a word for a country, its people or its language comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A locale, such as `de_DE`.
    Supported(&'static str),
    /// There are no data of that country: its name, and the locale that comes nearest.
    Unsupported {
        /// The country or language, in English.
        name: &'static str,
        /// The code of a locale that there are data for.
        nearest: &'static str,
    },
}

/// Locale, or the nearest locale with `~`; name in English; other words for country, people and language (nouns and adjectives, also
/// inflected).
const DATA: &str = include_str!("data/locales.txt");

static PLACES: LazyLock<Vec<(String, Place)>> = LazyLock::new(|| {
    let lines = DATA.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let mut places: Vec<(String, Place)> = lines.flat_map(line).collect();
    places.sort_by(|a, b| a.0.cmp(&b.0));
    places.dedup();
    places
});

fn line(line: &'static str) -> impl Iterator<Item = (String, Place)> {
    let (code, words) = line.split_once(' ').unwrap_or((line, ""));
    let name = words.split(',').next().unwrap_or("");
    let place = match code.strip_prefix('~') {
        Some(nearest) => Place::Unsupported { name, nearest },
        None => Place::Supported(code),
    };
    words.split(',').map(move |word| (letters(word), place))
}

/// A phrase as its letters without accents.
fn letters(phrase: &str) -> String {
    words::folded(&words::split(phrase), super::language::Language::En).concat()
}

/// The place of a word or of a few ("United States"): a country, a nationality, a language, also as a locale's code (`de_DE`, `de-AT`).
/// Articles and prepositions are the caller's to leave out; `None` for anything else.
pub fn locale(phrase: &str) -> Option<Place> {
    let letters = letters(phrase);
    let at = PLACES.binary_search_by(|(word, _)| word.as_str().cmp(&letters)).ok()?;
    Some(PLACES[at].1)
}

/// How many words the longest name of a place has.
pub const LONGEST: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_countries_and_languages_lead_to_locales() {
        for (phrase, code) in [
            ("German", "de_DE"),
            ("Germans", "de_DE"),
            ("deutsche", "de_DE"),
            ("Allemagne", "de_DE"),
            ("UK", "en_GB"),
            ("British", "en_GB"),
            ("American", "en_US"),
            ("United States", "en_US"),
            ("Français", "fr_FR"),
            ("Frankreich", "fr_FR"),
            ("de_DE", "de_DE"),
            ("Dutch", "nl_NL"),
            ("the Netherlands", "nl_NL"),
            ("niederländische", "nl_NL"),
            ("Países Bajos", "nl_NL"),
            ("españoles", "es_ES"),
            ("italienne", "it_IT"),
            ("portugiesischen", "pt_PT"),
            ("Brazilian", "pt_BR"),
            ("brasileiras", "pt_BR"),
        ] {
            assert_eq!(locale(phrase), Some(Place::Supported(code)), "{phrase}");
        }
        assert_eq!(locale("Belgian"), Some(Place::Unsupported { name: "Belgian", nearest: "fr_FR" }));
        assert_eq!(locale("Mexican"), Some(Place::Unsupported { name: "Mexican", nearest: "es_ES" }));
        assert!(matches!(locale("Klingon"), Some(Place::Unsupported { name: "Klingon", .. })));
        assert_eq!(locale("red"), None);
    }

    #[test]
    fn every_locale_of_the_lexicon_is_there() {
        for (word, place) in PLACES.iter() {
            let (Place::Supported(code) | Place::Unsupported { nearest: code, .. }) = place;
            assert!(crate::locale::Locale::find(code).is_some(), "{word}: {code}");
        }
        let twice: Vec<&str> =
            PLACES.windows(2).filter(|two| two[0].0 == two[1].0).map(|two| two[0].0.as_str()).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }
}
