//! Words -> what they do in a sentence, in six languages. Words of all languages share one list where none of them means
//! something else in another; the rest are asked for by language.

mod english;
mod french;
mod german;
mod italian;
mod portuguese;
mod shared;
mod spanish;
mod units;
mod verbs;

use crate::draft::text::language::Language;

pub use units::{counts_parts, is_unit, may_be_rows};
pub use verbs::{is_participle, is_verb_behind, is_verb_only};

/// What a word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Does {
    /// `the`, `a`, `some`, `their`.
    Determines,
    /// `each`, `every`, `per`.
    Distributes,
    /// `with`, `containing`, `including`: a list of columns or children follows.
    Equips,
    /// `has`, `have`: as [`Does::Equips`], behind a subject.
    Has,
    /// `and`, `plus`.
    Joins,
    /// `or`.
    Parts,
    /// `of`.
    Belongs,
    /// `in`, `from`, `by`, `for`, ...
    Places,
    /// `is`, `are`, ...
    Is,
    /// `can`, `should`, ...
    May,
    /// `who`, `which`, `that`.
    Relates,
    /// `it`, `they`.
    Refers,
    /// `table`, `dataset`.
    Tables,
    /// `row`, `record`.
    Rows,
    /// `column`, `field`.
    Columns,
    /// `we`, `please`, `generate`: words of a request that say nothing.
    Asks,
    /// `if`, `when`, `not`, `than`, `always`: words that belong to no name.
    Bends,
    /// `store`, `record`, `track`: a list of columns follows.
    Keeps,
}

type Words = &'static [&'static str];

fn own(language: Language) -> &'static [(Does, Words)] {
    match language {
        Language::En => english::WORDS,
        Language::De => german::WORDS,
        Language::Fr => french::WORDS,
        Language::Es => spanish::WORDS,
        Language::It => italian::WORDS,
        Language::Pt => portuguese::WORDS,
    }
}

/// Whether a word does something in a language.
pub fn does(language: Language, word: &str, what: Does) -> bool {
    let has = |lists: &[(Does, Words)]| lists.iter().any(|(does, words)| *does == what && words.contains(&word));
    has(own(language)) || has(shared::WORDS)
}

/// Whether a word serves the sentence and names nothing.
pub fn is_function(language: Language, word: &str) -> bool {
    own(language).iter().any(|(_, words)| words.contains(&word))
        || shared::WORDS.iter().any(|(does, words)| *does == Does::Equips && words.contains(&word))
}

/// Whether a word does anything in a sentence.
pub fn is_known(language: Language, word: &str) -> bool {
    is_function(language, word)
        || shared::WORDS.iter().any(|(_, words)| words.contains(&word))
        || ADJECTIVES.contains(&word)
        || is_request_noun(word)
}

/// Adjectives that say something about a column without belonging to its name.
pub const ADJECTIVES: &[&str] = &[
    "unique",
    "distinct",
    "optional",
    "nullable",
    "mandatory",
    "required",
    "random",
    "realistic",
    "plausible",
    "valid",
    "fake",
    "sensible",
    "typical",
    "usual",
    "invented",
    "dummy",
    "proper",
    "real",
    "made-up",
    "randomized",
    "obligatory",
    "non-null",
    "possibly",
    "correct",
    "believable",
    "formatted",
    "eindeutige",
    "eindeutiger",
    "eindeutigen",
    "eindeutiges",
    "optionale",
    "optionaler",
    "única",
    "único",
    "unico",
    "unica",
    "univoca",
    "univoco",
    "opcional",
    "optionnel",
    "optionnelle",
    "opzionale",
    "zufällige",
    "gültige",
    "valide",
    "válido",
    "corresponding",
    "respective",
    "associated",
    "assigned",
];

/// Whether an adjective asks for something that a reader sees to.
pub fn is_constraint(word: &str) -> bool {
    const IDLE: &[&str] = &[
        "random",
        "realistic",
        "plausible",
        "valid",
        "fake",
        "sensible",
        "typical",
        "usual",
        "invented",
        "dummy",
        "proper",
        "real",
        "made-up",
        "randomized",
        "correct",
        "believable",
        "formatted",
        "zufällige",
        "gültige",
        "valide",
        "válido",
        "corresponding",
        "respective",
        "associated",
        "assigned",
    ];
    !IDLE.contains(&word)
}

/// Words of requests that are nouns as well.
pub fn is_request_noun(word: &str) -> bool {
    matches!(
        word,
        "store"
            | "collection"
            | "record"
            | "tracking"
            | "log"
            | "test"
            | "sample"
            | "file"
            | "data"
            | "set"
            | "make"
            | "build"
            | "kind"
            | "model"
            | "models"
            | "schema"
            | "demo"
            | "database"
            | "use"
            | "run"
            | "show"
            | "track"
            | "need"
            | "total"
            | "half"
            | "quarter"
            | "third"
            | "like"
            | "likes"
    )
}
