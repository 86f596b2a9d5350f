//! The table of concepts -> what a name stands for. The table is text (`data/*.txt`): a line says how values are made, the
//! indented lines below it say under which names people ask for it.
//!
//! ```text
//! @PERSON unique person.email
//!   en email, email address; de emailadresse; fr courriel
//! number decimal dist=lognormal median=40 p95=200 min=1 max=2000
//!   en amount; de betrag
//! choice open 30, closed 70
//! pattern [A-Z]{3}-[0-9]{5}
//! ```
//!
//! `@` names the tables in which the concept holds: nouns in the singular, or classes of nouns in capitals. A name may stand in
//! several concepts; one whose tables fit goes before one that holds everywhere. `in=kg` is the unit of the numbers.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::sync::LazyLock;

use super::keyed::Keyed;
use super::language::{self, Language};
use super::nouns;
use super::words;

/// The parts of the table.
const DATA: &[&str] = &[
    include_str!("data/people.txt"),
    include_str!("data/places.txt"),
    include_str!("data/trade.txt"),
    include_str!("data/money.txt"),
    include_str!("data/time.txt"),
    include_str!("data/measures.txt"),
    include_str!("data/codes.txt"),
    include_str!("data/choices.txt"),
    include_str!("data/texts.txt"),
    include_str!("data/technology.txt"),
    include_str!("data/fields.txt"),
];

/// A concept.
#[derive(Debug, Clone, Copy)]
pub struct Concept {
    /// The tables in which it holds, split by commas; empty for all.
    pub tables: &'static str,
    /// How its values are made.
    pub making: &'static str,
    /// The name that it is known by first.
    pub name: &'static str,
}

/// A name of a concept.
#[derive(Debug)]
struct Alias {
    language: Language,
    concept: usize,
}

/// All concepts, and their names by key.
struct Concepts {
    all: Vec<Concept>,
    aliases: Keyed<Alias>,
}

/// About so many names there are.
const NAMES: usize = 16_000;

static CONCEPTS: LazyLock<Concepts> = LazyLock::new(Concepts::read);

/// Gives the words of all names in a language, and the names in one word; those of several names come again. Only spelling needs them.
pub fn each_word(language: Language, mut take: impl FnMut(Cow<'static, str>)) {
    let lines = DATA.iter().flat_map(|data| data.lines()).filter_map(|line| line.strip_prefix("  "));
    let parts = lines.flat_map(|names| names.split(';').filter_map(|part| names_of(part.trim())));
    let own = parts.filter(|(known, _)| *known == language);
    for name in own.flat_map(|(_, names)| names.split(',').map(str::trim)) {
        if words::is_plain(name) {
            name.split(' ').for_each(|word| take(word.into()));
        } else {
            words::folded(&words::split(name), Language::En).into_iter().for_each(|word| take(word.into()));
        }
        if name.contains(' ') || !words::is_plain(name) {
            take(words::key_of(name));
        }
    }
}

/// Reads `de telefon, rufnummer`.
fn names_of(part: &'static str) -> Option<(Language, &'static str)> {
    let (code, names) = part.split_once(' ')?;
    Some((language::of_code(code)?, names))
}

impl Concepts {
    fn read() -> Self {
        let mut read = Self { all: Vec::new(), aliases: Keyed::with_capacity(NAMES) };
        for line in DATA.iter().flat_map(|data| data.lines()).filter(|line| !line.starts_with('#') && !line.is_empty())
        {
            match line.strip_prefix("  ") {
                Some(names) => {
                    names.split(';').filter_map(|part| names_of(part.trim())).for_each(|part| read.names(part))
                }
                None => read.concept(line),
            }
        }
        read
    }

    fn concept(&mut self, line: &'static str) {
        let (tables, making) = match line.strip_prefix('@') {
            Some(rest) => rest.split_once(' ').unwrap_or((rest, "")),
            None => ("", line),
        };
        self.all.push(Concept { tables, making, name: "" });
    }

    /// Takes the names of the last concept in a language.
    fn names(&mut self, (language, names): (Language, &'static str)) {
        let Some(concept) = self.all.len().checked_sub(1) else { return };
        for name in names.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            if self.all[concept].name.is_empty() {
                self.all[concept].name = name;
            }
            self.alias(name, language, concept);
        }
    }

    fn alias(&mut self, name: &'static str, language: Language, concept: usize) {
        let key = words::key_of(name);
        if language == Language::De && !name.is_ascii() {
            let german = words::meaningful(&words::folded(&words::split(name), Language::De)).concat();
            self.aliases.put(german.into(), Alias { language, concept });
        }
        self.aliases.put(key, Alias { language, concept });
    }
}

/// A table as concepts see it: its noun in the singular and the classes of that.
#[derive(Debug, Clone, Default)]
pub struct Setting {
    /// The head noun in the singular, in English where it is known: `customer`.
    pub noun: String,
    /// The whole name in the singular: `order_item`.
    pub whole: String,
    /// Classes of nouns that it belongs to: `PERSON`.
    pub classes: Vec<&'static str>,
}

impl Setting {
    /// Whether a concept's tables take this one in.
    fn is_in(&self, tables: &str) -> bool {
        let fits = |table: &str| table == self.noun || table == self.whole || self.classes.contains(&table);
        tables.split(',').any(fits)
    }
}

/// The concept that words name in a table; singular and plural are alike.
pub fn find(parts: &[String], setting: &Setting, language: Language) -> Option<&'static Concept> {
    exact(&words::key(parts), setting, language).or_else(|| {
        let (last, before) = parts.split_last()?;
        let mut one = before.to_vec();
        one.push(nouns::singular(last, language));
        exact(&words::key(&one), setting, language)
    })
}

/// The concept of a key; of those that fit as well, the first one of the first language.
fn exact(key: &str, setting: &Setting, language: Language) -> Option<&'static Concept> {
    let concepts: &'static Concepts = &CONCEPTS;
    let fitting = concepts.aliases.of(key).filter_map(|alias| {
        let concept = &concepts.all[alias.concept];
        let is_guarded = !concept.tables.is_empty();
        let tongue = tongue(alias, key, language)?;
        (!is_guarded || setting.is_in(concept.tables)).then_some((is_guarded, tongue, alias))
    });
    let best = fitting
        .max_by_key(|(is_guarded, tongue, alias)| (*is_guarded, *tongue, Reverse((alias.language, alias.concept))));
    best.map(|(.., alias)| &concepts.all[alias.concept])
}

/// How well an alias fits the language of the description; short words of another language mean something else.
fn tongue(alias: &Alias, key: &str, language: Language) -> Option<u8> {
    match alias.language {
        own if own == language => Some(2),
        Language::En => Some(1),
        _ if key.len() >= 5 => Some(0),
        _ => None,
    }
}

#[cfg(test)]
/// All concepts in order.
pub fn all() -> &'static [Concept] {
    &CONCEPTS.all
}
