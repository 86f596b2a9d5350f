//! The name of a column, as a person writes it, and its table -> [`Guess`]: what its values probably are.
//!
//! Steps, the first that answers counts: the key; a concept by its whole name; the same without the table's noun in front
//! (`order date` of orders); forms (`is_*`, `*_at`, `*_id`); the same with misspelt words put right; the concept of its head
//! (`delivery date` -> date); a noun (`author` -> a person's name); the unit alone; nothing.

use super::concepts::{self, Concept, Setting};
use super::forms;
use super::language::Language;
use super::making::{self, Making};
use super::measure::{self, Unit};
use super::spelling;
use super::{nouns, tables, words};
use crate::draft::ir::{Column, ColumnType};

/// What is thought of a column.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Guess {
    /// The column with its name in snake_case.
    pub column: Column,
    /// Whether the lexicon knows such a thing; otherwise the values are words and the drafter should say so.
    pub known: bool,
    /// The noun of the table that it seems to refer to, in the singular as it was written: `customer` of `customer_id`, also of a plain `customer`.
    pub refers_to: Option<String>,
    /// The unit of its numbers where the name does not say it: `min`, `kg`; empty for none.
    pub unit: &'static str,
    /// The words with misspelt ones put right, when there were any.
    pub respelt: Option<String>,
}

/// A name as it is looked at.
#[derive(Debug, Clone)]
pub struct Said {
    /// Its words in lower case, without a unit.
    pub words: Vec<String>,
    /// The unit in it.
    pub unit: Option<Unit>,
    /// The language of the description.
    pub language: Language,
    /// The table.
    pub setting: Setting,
}

/// What a step answers: how values are made, and what they refer to.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// How values are made.
    pub making: Making,
    /// See [`Guess::refers_to`].
    pub refers_to: Option<String>,
}

type Step = fn(&Said) -> Option<Answer>;

/// Steps on the words as they are.
const FIRST: &[Step] = &[forms::key, whole, forms::rest_of, owned, forms::form];
/// Steps that look at a part of the name.
const LATER: &[Step] = &[forms::numbered, forms::loose_form, head, noun];

/// What a column probably is.
pub fn column(name: &str, table: &str, language: Language) -> Guess {
    let (plain, unit) = measure::cut(name);
    let whole = Said::new(name, None, table, language);
    let said = Said::new(&plain, unit, table, language);
    // A unit's word may be the concept itself: `hours`, `calories`, `birth year`.
    if let Some(answer) = tried(FIRST, &whole).filter(|_| unit.is_none() || whole.words != said.words) {
        return finish(name, answer, &whole, None);
    }
    if let Some(answer) = tried(FIRST, &said) {
        return finish(name, answer, &said, None);
    }
    let right = spelling::respelt(&said);
    if let Some((right, answer)) = right.as_ref().and_then(|right| Some((right, tried(FIRST, right)?))) {
        return finish(name, answer, right, Some(right));
    }
    if let Some(answer) = tried(LATER, &said) {
        return finish(name, answer, &said, None);
    }
    if let Some((right, answer)) = right.as_ref().and_then(|right| Some((right, tried(LATER, right)?))) {
        return finish(name, answer, right, Some(right));
    }
    unknown(name, &said)
}

fn tried(steps: &[Step], said: &Said) -> Option<Answer> {
    steps.iter().find_map(|step| step(said))
}

impl Said {
    /// A name of a table's column.
    pub fn new(name: &str, unit: Option<Unit>, table: &str, language: Language) -> Self {
        Self { words: words::split(name), unit, language, setting: tables::setting(table, language) }
    }

    /// The concept of some of the words.
    pub fn concept(&self, words: &[String]) -> Option<Answer> {
        concepts::find(words, &self.setting, self.language).map(Answer::of)
    }

    /// The whole name where it is the noun of another table: `author` of books.
    fn noun(&self) -> Option<String> {
        let phrase = self.words.join(" ");
        tables::noun(&phrase, self.language).filter(|_| !self.is_own(&self.words)).map(|_| phrase)
    }

    /// Whether words are the table's own noun, or its last part: `order` of `orders`, `item` of `order_items`.
    pub fn is_own(&self, words: &[String]) -> bool {
        let name = words.join("_");
        let known = || tables::noun(&words.join(" "), self.language).map(|noun| noun.name.replace(' ', "_"));
        name == self.setting.whole || name == self.setting.noun || known().is_some_and(|noun| noun == self.setting.noun)
    }
}

impl Answer {
    /// The answer of a concept.
    pub fn of(concept: &Concept) -> Self {
        Self::line(concept.making)
    }

    /// The answer of a line of the lexicon.
    pub fn line(line: &'static str) -> Self {
        Self { making: making::read(line), refers_to: None }
    }
}

fn whole(said: &Said) -> Option<Answer> {
    said.concept(&said.words)
}

/// How many cars there are is no number of a car.
fn counts(said: &Said) -> bool {
    matches!(&said.words[..], [number, of, .., last] if number == "number" && of == "of" && last.ends_with('s'))
}

/// `order date` of orders is a `date` there; `customer name` of orders is a `name` of customers; `statut de la commande`.
fn owned(said: &Said) -> Option<Answer> {
    if counts(said) {
        return None;
    }
    (1..said.words.len()).rev().find_map(|cut| {
        let (front, rest) = said.words.split_at(cut);
        let rest_first = |own: &[String], thing: &[String]| of_noun(said, own, thing);
        let is_parted = rest.len() > 1 && rest.first().is_some_and(|word| words::is_empty(word));
        rest_first(front, rest).or_else(|| rest_first(&words::meaningful(rest), front).filter(|_| is_parted))
    })
}

/// A thing's concept as it is in the tables of a noun.
fn of_noun(said: &Said, noun: &[String], thing: &[String]) -> Option<Answer> {
    if said.is_own(noun) {
        return said.concept(thing);
    }
    let known = tables::noun(&noun.join(" "), said.language)?;
    let setting = tables::setting(known.name, Language::En);
    concepts::find(thing, &setting, said.language).map(Answer::of)
}

/// The longest part that is a concept: an end (`secondary phone number` -> `phone number`), in Romance languages first a beginning,
/// elsewhere a beginning before a preposition (`quantity in the warehouse`).
fn head(said: &Said) -> Option<Answer> {
    let count = said.words.len();
    let ends = (1..count).map(|from| &said.words[from..]);
    let starts = (1..count).rev().map(|to| &said.words[..to]);
    let found = match said.language {
        Language::En | Language::De => {
            let parted = |part: &&[String]| PREPOSITIONS.contains(&said.words[part.len()].as_str());
            let is_head = |part: &&[String]| part.len() > 1 || !NO_HEADS.contains(&part[0].as_str());
            starts.filter(parted).chain(ends).filter(is_head).find_map(|part| said.concept(part))
        }
        _ => starts.chain(ends).find_map(|part| said.concept(part)),
    };
    found.or_else(|| compound(said))
}

/// Words that mean something else behind another one: `alcohol content`, `home port`, `crew size`.
const NO_HEADS: &[&str] = &[
    "content", "contents", "port", "size", "points", "level", "body", "text", "page", "screen", "point", "line",
    "form", "current", "light", "host", "head", "to", "from", "in", "out", "stage", "event", "action", "mode",
    "number", "title", "class", "order", "service", "control", "gold", "active", "public", "private", "start", "end",
    "memory", "storage", "path", "file", "key", "label", "tag", "part", "table", "trial",
];

/// Words that part what a thing is from where, when and what for.
const PREPOSITIONS: &[&str] = &[
    "of", "in", "on", "at", "for", "per", "from", "to", "by", "with", "until", "since", "im", "am", "pro", "von",
    "der", "des", "für", "bis",
];

/// The end of a German compound: `lieferdatum` -> `datum`.
fn compound(said: &Said) -> Option<Answer> {
    let word = said.words.last().filter(|_| said.language == Language::De)?;
    let starts = word.char_indices().map(|(at, _)| at).skip(3).filter(|at| word.len() - at >= 3);
    starts.into_iter().find_map(|at| said.concept(&[word[at..].to_owned()]))
}

/// A noun that tables are called by: the name of such a thing.
fn noun(said: &Said) -> Option<Answer> {
    let noun = tables::noun(&said.words.join(" "), said.language)
        .or_else(|| tables::head(&said.words.join(" "), said.language))?;
    if noun.classes.iter().all(|class| NAMELESS.contains(class)) {
        return None;
    }
    let is_many = |word: &String| nouns::singular(word, said.language) != *word && said.language == Language::En;
    if said.words.last().is_some_and(is_many) {
        return Some(Answer::line(forms::COUNTED));
    }
    let setting = tables::setting(noun.name, Language::En);
    let name = concepts::find(&["name".to_owned()], &setting, Language::En)?;
    Some(Answer { refers_to: Some(said.words.join(" ")), ..Answer::of(name) })
}

/// Classes of nouns that have no names of their own.
const NAMELESS: &[&str] = &[
    "EVENT",
    "LINE",
    "DEAL",
    "LENDING",
    "GRADE",
    "READING",
    "STOCK",
    "MOVEMENT",
    "COPY",
    "COMMENT",
    "REVIEW",
    "MESSAGE",
    "EXPERIMENT",
    "SAMPLE",
    "LAB",
    "ENROLMENT",
    "APPLICATION",
    "SHIFT",
    "ACCOUNT_MONEY",
    "CARD",
    "BASKET",
    "PARCEL",
    "TRIP",
    "MATCH",
    "HOUSEHOLD",
    "ELECTION",
    "INSTALLATION",
    "ADMISSION",
    "PRESCRIPTION",
    "DEPLOYMENT",
    "TICKET",
];

/// Puts name, unit and type together.
fn finish(name: &str, mut answer: Answer, said: &Said, respelt: Option<&Said>) -> Guess {
    let fits = said.unit.is_none_or(|unit| measure::convert(&mut answer.making, unit));
    if let Some(default) = said.unit.filter(|_| !fits).and_then(|unit| fitting(&answer.making, unit)) {
        answer.making = default;
    }
    let unit = if said.unit.is_some() { "" } else { answer.making.unit };
    let respelt_name = respelt.map(|said| said.words.join(" "));
    let refers_to = answer.refers_to.or_else(|| said.noun());
    let mut column = answer.making.column;
    column.name = named(respelt_name.as_deref().unwrap_or(name), said);
    Guess { column, known: true, refers_to, unit, respelt: respelt_name }
}

/// What to do with a unit that a concept does not have: money and choices among numbers stay as they are, all else becomes numbers in
/// that unit.
fn fitting(making: &Making, unit: Unit) -> Option<Making> {
    let is_money = making.column.r#type == ColumnType::Decimal || making.column.generator == "product.price";
    let are_numbers =
        !making.column.choices.is_empty() && making.column.choices.iter().all(|one| one.value.parse::<f64>().is_ok());
    let stays = (unit.kind == "money" && is_money) || are_numbers;
    (!stays).then(|| measure::default_of(unit)).flatten()
}

/// The name in snake_case: units of measurement stay as an end, currencies do not, what stands in brackets neither.
fn named(name: &str, said: &Said) -> String {
    let Some(unit) = said.unit else {
        return words::snake(measure::before_brackets(name), said.language);
    };
    let plain = words::snake(&said.words.join(" "), said.language);
    if unit.symbol.is_empty() || plain.ends_with(unit.symbol) { plain } else { format!("{plain}_{}", unit.symbol) }
}

/// Whether a name is one unknown word in the plural, which is rather how many than which: `axles`.
fn is_count(said: &Said) -> bool {
    let [word] = &said.words[..] else { return false };
    said.language == Language::En && word.len() > 4 && nouns::singular(word, said.language) != *word
}

/// A name that says nothing: numbers when it has a unit, else some words.
fn unknown(name: &str, said: &Said) -> Guess {
    let by_unit = said.unit.and_then(measure::default_of);
    let known = by_unit.is_some();
    let making =
        by_unit.unwrap_or_else(|| making::read(if is_count(said) { forms::COUNTED } else { "text.words count=1..3" }));
    Guess { column: Column { name: named(name, said), ..making.column }, known, ..Guess::default() }
}
