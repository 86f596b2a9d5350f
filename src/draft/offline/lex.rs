//! The lexicon as the frame asks it: in the language of the description.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::recall::Memo;
use crate::draft::ir::Column;
use crate::draft::lexicon::{self, Guess};
use crate::draft::text::language::Language;

fn language(language: Language) -> lexicon::Language {
    match language {
        Language::En => lexicon::Language::En,
        Language::De => lexicon::Language::De,
        Language::Fr => lexicon::Language::Fr,
        Language::Es => lexicon::Language::Es,
        Language::It => lexicon::Language::It,
        Language::Pt => lexicon::Language::Pt,
    }
}

/// Guesses are forgotten beyond so many; a page of prose has a few thousand.
const MOST_GUESSES: usize = 20_000;

/// Looks at what a column of these words probably is, which is a pure function of them and is remembered.
fn guessed<T>(words: &str, table: &str, spoken: Language, look: impl FnOnce(&Guess) -> T) -> T {
    thread_local!(static KNOWN: RefCell<BTreeMap<String, Guess>> = const { RefCell::new(BTreeMap::new()) });
    let key = format!("{words}\n{table}\n{}", spoken as usize);
    KNOWN.with_borrow_mut(|known| {
        if known.len() >= MOST_GUESSES {
            known.clear();
        }
        look(
            known
                .entry(key)
                .or_insert_with(|| verbatim(words, lexicon::column(words, table, language(spoken)), spoken)),
        )
    })
}

/// A name that is written as one already is kept as it is written: `status_code`, `cpu_percent`, `locode_a`.
fn verbatim(words: &str, mut guess: Guess, spoken: Language) -> Guess {
    let is_identifier = words.contains('_') && !words.contains(' ') && words.is_ascii() && guess.respelt.is_none();
    if is_identifier {
        guess.column.name = lexicon::snake(words, language(spoken));
    }
    guess
}

/// What a column of these words probably is.
pub fn column(words: &str, table: &str, spoken: Language) -> Guess {
    guessed(words, table, spoken, Guess::clone)
}

/// Whether the lexicon knows what a column of these words is, be it misspelt or not.
pub fn is_known_column(words: &str, spoken: Language) -> bool {
    guessed(words, "", spoken, |guess| guess.known)
}

/// Whether the lexicon knows a column of these very words.
pub fn is_right_column(words: &str, spoken: Language) -> bool {
    guessed(words, "", spoken, |guess| guess.known && guess.respelt.is_none())
}

/// Whether the lexicon knows a column of these words, and no table.
pub fn is_column(words: &str, spoken: Language) -> bool {
    is_known_column(words, spoken) && !is_table_noun(words, spoken)
}

/// The name of a table of these words.
pub fn table_name(words: &str, spoken: Language) -> String {
    lexicon::table_name(words, language(spoken))
}

/// A name in snake_case.
pub fn snake(words: &str, spoken: Language) -> String {
    lexicon::snake(words, language(spoken))
}

/// Whether words name rows of a table: the whole, or its last word.
pub fn is_table_noun(words: &str, spoken: Language) -> bool {
    let last = words.rsplit(' ').next().unwrap_or(words);
    knows_table(words, spoken) || last.len() < words.len() && knows_table(last, spoken)
}

/// Whether the lexicon knows these very words as a table.
pub fn knows_table(words: &str, spoken: Language) -> bool {
    thread_local!(static KNOWN: RefCell<[Memo<bool>; 6]> = RefCell::default());
    KNOWN.with_borrow_mut(|known| {
        *known[spoken as usize].of(words, |words| lexicon::is_table_noun(words, language(spoken)))
    })
}

/// The name of a table's key.
pub fn key_of(table: &str, spoken: Language) -> String {
    lexicon::key_of(table, language(spoken))
}

/// What one row of a table is called.
pub fn singular(table: &str, spoken: Language) -> String {
    let key = key_of(table, spoken);
    key.strip_suffix("_id").unwrap_or(&key).to_owned()
}

/// The word that a misspelt one is meant to be.
pub fn closest(word: &str, spoken: Language) -> Option<&'static str> {
    lexicon::closest_word(word, language(spoken))
}

/// Words with their last one in the singular.
pub fn one(words: &str, spoken: Language) -> String {
    let (before, last) = words.rsplit_once(' ').map_or(("", words), |(before, last)| (before, last));
    format!("{before} {}", lexicon::singular(last, language(spoken))).trim().to_owned()
}

/// Whether a word is a verb, or serves the sentence.
pub fn is_idle(word: &str, spoken: Language) -> bool {
    let spoken = language(spoken);
    lexicon::verb(word, spoken).is_some()
        || lexicon::is_function_word(word, spoken)
        || lexicon::is_asking_word(word, spoken)
}

/// Tables of a field of life.
pub fn domain(phrase: &str) -> Option<Vec<&'static str>> {
    lexicon::domain(phrase)
}

/// Whether words name a house, a firm or an event that others belong to, of which a description speaks as of one.
pub fn is_place_of_rows(words: &str) -> bool {
    const PLACES: &[&str] = &[
        "restaurant",
        "school",
        "company",
        "club",
        "cafe",
        "café",
        "farm",
        "hotel",
        "gym",
        "shop",
        "store",
        "library",
        "museum",
        "zoo",
        "hospital",
        "clinic",
        "university",
        "college",
        "airline",
        "bank",
        "plant",
        "factory",
        "firm",
        "bakery",
        "brewery",
        "winery",
        "vineyard",
        "theatre",
        "theater",
        "cinema",
        "festival",
        "conference",
        "tournament",
        "league",
        "association",
        "charity",
        "foundation",
        "agency",
        "warehouse",
        "garage",
        "workshop",
        "lab",
        "laboratory",
        "office",
        "practice",
        "pharmacy",
        "nursery",
        "kindergarten",
        "supermarket",
        "market",
        "marketplace",
        "platform",
        "website",
        "webshop",
        "app",
        "system",
        "network",
        "park",
        "port",
        "harbour",
        "airport",
        "station",
        "town",
        "city",
        "village",
        "municipality",
        "region",
        "country",
        "mine",
        "quarry",
        "court",
        "prison",
        "church",
        "marina",
        "shelter",
        "studio",
        "publisher",
        "startup",
        "business",
        "organisation",
        "organization",
        "inventory",
        "register",
        "registry",
        "catalogue",
        "catalog",
        "archive",
        "collection",
        "survey",
        "exhibition",
        "fair",
        "fleet",
        "forest",
        "garden",
        "campsite",
        "resort",
        "marathon",
        "race",
        "competition",
        "cooperative",
        "co-op",
        "verein",
        "schule",
        "firma",
        "bibliothek",
        "klinik",
        "praxis",
        "bistro",
        "pub",
        "bar",
        "casino",
        "dataset",
    ];
    let last = words.rsplit(' ').next().unwrap_or(words);
    PLACES.contains(&last) || lexicon::domain(last).is_some()
}

/// Tables whose rows those of a table usually belong to.
pub fn parent_hints(table: &str, spoken: Language) -> Vec<String> {
    lexicon::parent_hints(table, language(spoken))
}

/// Whether a noun is a plural.
pub fn is_plural(word: &str, spoken: Language) -> bool {
    spoken != Language::En && lexicon::singular(word, language(spoken)) != word
}

/// The columns that a table of this name usually has.
pub fn archetype(table: &str, spoken: Language) -> Option<Vec<Column>> {
    lexicon::archetype(table, language(spoken))
}

/// Whether tables of this name usually have a column of a name.
pub fn has_usual(table: &str, column: &str, spoken: Language) -> bool {
    thread_local!(static KNOWN: RefCell<BTreeMap<String, Vec<String>>> = const { RefCell::new(BTreeMap::new()) });
    let usual = || archetype(table, spoken).unwrap_or_default().into_iter().map(|column| column.name).collect();
    KNOWN.with_borrow_mut(|known| {
        if known.len() >= MOST_GUESSES {
            known.clear();
        }
        let key = format!("{table}\n{}", spoken as usize);
        known.entry(key).or_insert_with(usual).iter().any(|name| name == column)
    })
}

/// The output that a word asks for: a format, or one with the dialect of a database behind a colon, as in `sql:mysql`.
pub fn output(word: &str) -> Option<String> {
    let output = lexicon::format(word)?;
    Some(match output.option {
        Some((_, dialect)) => format!("{}:{dialect}", output.format),
        None => output.format.to_owned(),
    })
}

/// The format that a word asks for.
pub fn format(word: &str) -> Option<&'static str> {
    lexicon::format(word).map(|output| output.format)
}

/// The country or the people that a word speaks of. Small letters begin it in other languages than English, and carelessly in
/// English in front of what is from there (`is_in_front`).
pub fn place(word: &str, spoken: Language, is_in_front: bool) -> Option<lexicon::Place> {
    /// What small letters make another word of.
    const OTHERS: [&str; 6] = ["polish", "china", "turkey", "danish", "swiss", "latin"];
    let is_careless = || spoken != Language::En || is_in_front && !OTHERS.contains(&word);
    // "UK households": capitals that are no value of a list.
    if is_in_front && matches!(word, "UK" | "US" | "USA") {
        return lexicon::locale(word);
    }
    if word.chars().count() > 3 && (word.starts_with(char::is_uppercase) || is_careless()) {
        lexicon::locale(word)
    } else {
        None
    }
}
