//! The code of a language, as the lexicon's data say it -> the language.

pub use crate::draft::text::Language;

/// The language of an ISO 639-1 code.
pub fn of_code(code: &str) -> Option<Language> {
    Some(match code {
        "en" => Language::En,
        "de" => Language::De,
        "fr" => Language::Fr,
        "es" => Language::Es,
        "it" => Language::It,
        "pt" => Language::Pt,
        _ => return None,
    })
}
