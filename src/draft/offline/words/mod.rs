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

use std::collections::BTreeMap;
use std::sync::OnceLock;

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

/// What a word does in a language, a bit each: by that language's list, and by the one that all share.
#[derive(Debug, Clone, Copy, Default)]
pub struct Doing {
    own: u32,
    shared: u32,
}

impl Doing {
    /// Whether it does this.
    pub const fn does(self, what: Does) -> bool {
        (self.own | self.shared) & bit(what) != 0
    }
}

/// What a word does in a language.
pub fn doing(language: Language, word: &str) -> Doing {
    static WORDS: [OnceLock<BTreeMap<&str, Doing>>; 6] = [const { OnceLock::new() }; 6];
    let words = WORDS[language as usize].get_or_init(|| {
        let mut all: BTreeMap<&str, Doing> = BTreeMap::new();
        let each = |lists: &'static [(Does, Words)]| {
            lists.iter().flat_map(|(does, words)| words.iter().map(|word| (*word, bit(*does))))
        };
        each(own(language)).for_each(|(word, bit)| all.entry(word).or_default().own |= bit);
        each(shared::WORDS).for_each(|(word, bit)| all.entry(word).or_default().shared |= bit);
        all
    });
    words.get(word).copied().unwrap_or_default()
}

const fn bit(does: Does) -> u32 {
    1 << does as u32
}

/// Whether a word does something in a language.
pub fn does(language: Language, word: &str, what: Does) -> bool {
    doing(language, word).does(what)
}

/// Whether a word serves the sentence and names nothing.
pub fn is_function(language: Language, word: &str) -> bool {
    let Doing { own, shared } = doing(language, word);
    own != 0 || shared & bit(Does::Equips) != 0
}

/// Whether a word does anything in a sentence.
pub fn is_known(language: Language, word: &str) -> bool {
    let Doing { own, shared } = doing(language, word);
    own != 0 || shared != 0 || ADJECTIVES.contains(&word) || is_request_noun(word)
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
