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
use std::sync::LazyLock;

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
    key: Cow<'static, str>,
    language: Language,
    concept: usize,
}

/// All concepts, and their names sorted by key.
struct Concepts {
    all: Vec<Concept>,
    aliases: Vec<Alias>,
}

static CONCEPTS: LazyLock<Concepts> = LazyLock::new(Concepts::read);

/// Gives the words of all names, and the names in one word; those of several names come again. Only spelling needs them.
pub fn each_word(mut take: impl FnMut(Cow<'static, str>, Language)) {
    let lines = DATA.iter().flat_map(|data| data.lines()).filter_map(|line| line.strip_prefix("  "));
    let parts = lines.flat_map(|names| names.split(';').filter_map(|part| names_of(part.trim())));
    for (language, name) in
        parts.flat_map(|(language, names)| names.split(',').map(move |name| (language, name.trim())))
    {
        if words::is_plain(name) {
            name.split(' ').for_each(|word| take(word.into(), language));
        } else {
            words::folded(&words::split(name), Language::En).into_iter().for_each(|word| take(word.into(), language));
        }
        if name.contains(' ') || !words::is_plain(name) {
            take(words::key_of(name), language);
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
        let mut read = Self { all: Vec::new(), aliases: Vec::new() };
        for line in DATA.iter().flat_map(|data| data.lines()).filter(|line| !line.starts_with('#') && !line.is_empty())
        {
            match line.strip_prefix("  ") {
                Some(names) => {
                    names.split(';').filter_map(|part| names_of(part.trim())).for_each(|part| read.names(part))
                }
                None => read.concept(line),
            }
        }
        read.aliases.sort_unstable_by(|a, b| (&a.key, a.language, a.concept).cmp(&(&b.key, b.language, b.concept)));
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
            self.aliases.push(Alias { key: german.into(), language, concept });
        }
        self.aliases.push(Alias { key, language, concept });
    }

    fn of_key(&self, key: &str) -> &[Alias] {
        let from = self.aliases.partition_point(|alias| *alias.key < *key);
        let length = self.aliases[from..].partition_point(|alias| alias.key == key);
        &self.aliases[from..from + length]
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

/// The concept of a key.
fn exact(key: &str, setting: &Setting, language: Language) -> Option<&'static Concept> {
    let concepts: &'static Concepts = &CONCEPTS;
    let mut best: Option<((bool, u8), &'static Concept)> = None;
    for alias in concepts.of_key(key) {
        let concept = &concepts.all[alias.concept];
        let guarded = !concept.tables.is_empty();
        let Some(tongue) = tongue(alias, language) else { continue };
        if guarded && !setting.is_in(concept.tables) {
            continue;
        }
        if best.is_none_or(|(rank, _)| (guarded, tongue) > rank) {
            best = Some(((guarded, tongue), concept));
        }
    }
    best.map(|(_, concept)| concept)
}

/// How well an alias fits the language of the description; short words of another language mean something else.
fn tongue(alias: &Alias, language: Language) -> Option<u8> {
    match alias.language {
        own if own == language => Some(2),
        Language::En => Some(1),
        _ if alias.key.len() >= 5 => Some(0),
        _ => None,
    }
}

#[cfg(test)]
/// All concepts in order.
pub fn all() -> &'static [Concept] {
    &CONCEPTS.all
}
