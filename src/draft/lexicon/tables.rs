//! Nouns that tables are called by -> what is known of them: their English noun, their classes, the name of the table and of
//! its key. The nouns are text: `PERSON,ACCOUNT en customer, client; de kunde` (the first English one stands for all).

use std::sync::LazyLock;

use super::concepts::Setting;
use super::keyed::Keyed;
use super::language::{self, Language};
use super::nouns;
use super::words;

const DATA: &str = include_str!("data/nouns.txt");

/// A noun with its classes.
#[derive(Debug, Clone)]
pub struct Noun {
    /// In English, in the singular: `order item`.
    pub name: &'static str,
    /// `PERSON`, `COMPANY`, ...: what the concepts' tables speak of.
    pub classes: Vec<&'static str>,
}

/// The nouns, and by the keys of their names the language and the noun.
struct Nouns {
    all: Vec<Noun>,
    names: Keyed<(Language, usize)>,
}

/// About so many names there are.
const NAMES: usize = 4_000;

static NOUNS: LazyLock<Nouns> = LazyLock::new(Nouns::read);

impl Nouns {
    fn read() -> Self {
        let mut read = Self { all: Vec::new(), names: Keyed::with_capacity(NAMES) };
        DATA.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).for_each(|line| read.line(line));
        read
    }

    fn line(&mut self, line: &'static str) {
        let (classes, names) = line.split_once(' ').unwrap_or((line, ""));
        let classes = classes.split(',').filter(|class| *class != "-").collect();
        let first = names.trim_start_matches("en ").split([',', ';']).next().unwrap_or("");
        self.all.push(Noun { name: first, classes });
        for part in names.split(';') {
            let (language, names) = part.trim().split_once(' ').unwrap_or((part, ""));
            let Some(language) = language::of_code(language) else { continue };
            for name in names.split(',') {
                self.name(name.trim(), language);
            }
        }
    }

    fn name(&mut self, name: &'static str, language: Language) {
        let noun = self.all.len() - 1;
        self.names.put(words::key_of(name), (language, noun));
        if language == Language::De && !name.is_ascii() {
            self.names.put(words::folded(&words::split(name), language).concat().into(), (language, noun));
        }
    }

    fn find(&self, key: &str, language: Language) -> Option<&Noun> {
        let rank = |own: Language| match own {
            own if own == language => 2,
            Language::En => 1,
            _ => 0,
        };
        let fitting = self.names.of(key).filter(|(own, _)| rank(*own) > 0 || key.len() >= 5);
        let (_, noun) = fitting.max_by_key(|(own, noun)| (rank(*own), *own, *noun))?;
        self.all.get(*noun)
    }
}

/// The noun that words name, in either number.
pub fn noun(phrase: &str, language: Language) -> Option<&'static Noun> {
    let parts = words::split(phrase);
    of_parts(&parts, language)
}

fn of_parts(parts: &[String], language: Language) -> Option<&'static Noun> {
    let nouns: &'static Nouns = &NOUNS;
    let find = |parts: &[String]| nouns.find(&words::key(parts), language);
    let numbers = [language, Language::En];
    find(parts).or_else(|| numbers.into_iter().find_map(|number| find(&singular(parts, number)?))).or_else(|| {
        let first = parts.first().filter(|_| is_romance(language) && parts.len() > 1)?;
        let mut one = parts.to_vec();
        one[0] = nouns::singular(first, language);
        find(&one)
    })
}

fn singular(parts: &[String], language: Language) -> Option<Vec<String>> {
    let (last, before) = parts.split_last()?;
    let mut one = before.to_vec();
    one.push(nouns::singular(last, language));
    Some(one)
}

/// Whether a language puts the noun before what describes it.
fn is_romance(language: Language) -> bool {
    matches!(language, Language::Fr | Language::Es | Language::It | Language::Pt)
}

/// The noun of a phrase's head: that of the whole, else of its last words (in Romance languages of its first ones).
pub fn head(phrase: &str, language: Language) -> Option<&'static Noun> {
    let parts = words::split(phrase);
    let tails = (0..parts.len()).map(|from| &parts[from..]);
    let heads = (1..parts.len()).rev().map(|to| &parts[..to]).filter(|_| is_romance(language));
    tails.chain(heads).find_map(|part| of_parts(part, language)).or_else(|| compound(parts.last()?, language))
}

/// The noun in which a German compound ends: `mietverträge` -> contract.
fn compound(word: &str, language: Language) -> Option<&'static Noun> {
    let starts = word.char_indices().map(|(at, _)| at).skip(3).filter(|at| word.len() - at >= 4);
    let starts: Vec<usize> = if language == Language::De { starts.collect() } else { Vec::new() };
    starts.into_iter().find_map(|at| of_parts(&[word[at..].to_owned()], language))
}

/// Whether a word is the noun of a table that the lexicon knows, in either number.
pub fn is_table_noun(word: &str, language: Language) -> bool {
    noun(word, language).is_some()
}

/// A table as concepts see it.
pub fn setting(table: &str, language: Language) -> Setting {
    let parts = words::split(table);
    let whole = singular(&parts, language).unwrap_or_default().join("_");
    match head(table, language) {
        Some(noun) => Setting { noun: noun.name.replace(' ', "_"), whole, classes: noun.classes.clone() },
        None => {
            let last = parts.last().map(|last| nouns::singular(last, language)).unwrap_or_default();
            Setting { noun: last, whole, classes: Vec::new() }
        }
    }
}

/// What parts a noun from what it is of: `members of a gym`, `Mitglieder eines Vereins`, `clients d'une banque`.
const PARTERS: &[&str] = &[
    "of", "from", "at", "in", "for", "with", "who", "that", "eines", "einer", "des", "von", "vom", "aus", "für", "im",
    "mit", "d", "de", "du", "del", "della", "di", "do", "da", "dans", "para", "con", "com", "avec",
];

/// The name of a table as a noun phrase calls it, in snake_case with its noun in the plural: `gym member` -> `gym_members`,
/// `members of a gym` -> `members`. Describing nouns stay, for they part `blog posts` from `job posts`; what stands behind an "of"
/// goes, unless the lexicon knows the whole (`lines of code` does not, `líneas de pedido` does).
pub fn table_name(phrase: &str, language: Language) -> String {
    let parts = words::split(phrase);
    let end = parts.iter().skip(1).position(|word| PARTERS.contains(&word.as_str())).map_or(parts.len(), |at| at + 1);
    let kept = if of_parts(&parts, language).is_some() { &parts[..] } else { &parts[..end] };
    let mut many = kept.to_vec();
    let noun_at = if is_romance(language) { 0 } else { many.len().saturating_sub(1) };
    if let Some(word) = many.get_mut(noun_at) {
        *word = nouns::plural(word, language);
    }
    words::snake(&many.join(" "), language)
}

/// The name of a table's key, and of columns that refer to it: `members` -> `member_id`, `gym_members` -> `member_id` (the head, where
/// the lexicon knows it and not the whole), `order_items` -> `order_item_id`, `solar_panels` -> `solar_panel_id`.
pub fn key_of(table: &str, language: Language) -> String {
    let parts = words::split(table);
    let one = singular(&parts, language).unwrap_or_default();
    let (last, first) = (one.last(), one.first());
    let is_known = |word: &&String| of_parts(std::slice::from_ref(*word), language).is_some();
    let head = if is_romance(language) { first } else { last };
    let name = match head.filter(is_known) {
        Some(head) if of_parts(&parts, language).is_none() && one.len() > 1 => nouns::singular(head, language),
        _ => one.join(" "),
    };
    format!("{}_id", words::snake(&name, language))
}

/// All nouns in order.
#[cfg(test)]
pub fn all() -> &'static [Noun] {
    &NOUNS.all
}

/// The names of nouns in a language, each in one word.
pub fn words(language: Language) -> impl Iterator<Item = &'static str> {
    let names: &'static Keyed<_> = &NOUNS.names;
    names.iter().filter(move |(_, (own, _))| *own == language).map(|(key, _)| key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_called_as_the_prose_calls_them() {
        for (phrase, name, key) in [
            ("gym members", "gym_members", "member_id"),
            ("member", "members", "member_id"),
            ("members of a gym", "members", "member_id"),
            ("order items", "order_items", "order_item_id"),
            ("solar panels", "solar_panels", "solar_panel_id"),
            ("people", "people", "person_id"),
            ("blog posts", "blog_posts", "blog_post_id"),
            ("categories", "categories", "category_id"),
        ] {
            assert_eq!(table_name(phrase, Language::En), name);
            assert_eq!(key_of(name, Language::En), key);
        }
        assert_eq!(table_name("Kunden", Language::De), "kunden");
        assert_eq!(table_name("clientes de un gimnasio", Language::Es), "clientes");
    }

    #[test]
    fn nouns_of_six_languages_are_one() {
        for (word, language) in [
            ("clients", Language::En),
            ("Kunden", Language::De),
            ("clientes", Language::Es),
            ("clientes", Language::Pt),
            ("clienti", Language::It),
            ("clients", Language::Fr),
            ("Stammkunden", Language::De),
        ] {
            assert_eq!(head(word, language).map(|noun| noun.name), Some("customer"), "{word}");
        }
        assert!(is_table_noun("orders", Language::En));
        assert!(!is_table_noun("quickly", Language::En));
    }
}
