//! The languages that the offline drafter reads.

/// A language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// German.
    De,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Italian.
    It,
    /// Portuguese.
    Pt,
}

impl Language {
    /// The language of an ISO 639-1 code.
    pub fn of_code(code: &str) -> Option<Self> {
        Some(match code {
            "en" => Self::En,
            "de" => Self::De,
            "fr" => Self::Fr,
            "es" => Self::Es,
            "it" => Self::It,
            "pt" => Self::Pt,
            _ => return None,
        })
    }
}
