//! Words such as `premium`, `cancelled orders`, `students` -> the column and the value that they mean.

use std::ops::Range;

use super::edit::{add_column, inferred, path, sql};
use super::view::View;
use crate::draft::ir::{Column, ColumnType};
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::text::Kind;

/// A value of a column, or what a boolean column is true of.
#[derive(Debug, Clone, PartialEq)]
pub struct Meaning {
    /// The column.
    pub place: Place,
    /// Its value; `None` for a boolean column.
    pub value: Option<String>,
    /// Whether it is the contrary that was said.
    pub negated: bool,
}

impl Meaning {
    /// The condition in SQL.
    pub fn sql(&self) -> String {
        let column = &self.place.column;
        match (&self.value, self.negated) {
            (Some(value), false) => format!("{column} = {}", sql(value)),
            (Some(value), true) => format!("{column} <> {}", sql(value)),
            (None, false) => column.clone(),
            (None, true) => format!("not {column}"),
        }
    }
}

/// Words for sexes -> their values in `person.sex`.
const SEXES: &[(&str, &str)] = &[
    ("female", "female"),
    ("women", "female"),
    ("woman", "female"),
    ("girl", "female"),
    ("lady", "female"),
    ("ladie", "female"),
    ("male", "male"),
    ("men", "male"),
    ("man", "male"),
    ("boy", "male"),
    ("weiblich", "female"),
    ("männlich", "male"),
    ("femme", "female"),
    ("homme", "male"),
    ("mujere", "female"),
    ("hombre", "male"),
    ("donne", "female"),
    ("uomini", "male"),
    ("mulhere", "female"),
    ("homen", "male"),
];

/// Whether a word is one for a sex.
pub fn is_sex(word: &str) -> bool {
    let key = names::key(word);
    SEXES.iter().any(|(sex, _)| *sex == key)
}

/// What some words mean within a table: a value of one of its choices, or a boolean column.
pub fn meaning(scene: &Scene<'_>, table: &str, words: &str) -> Option<Meaning> {
    let wanted = names::key(words);
    let (wanted, negated) = strip_negation(&wanted);
    let columns = &scene.ir.table(table)?.columns;
    let of = |column: &Column, value: Option<String>| Meaning {
        place: Place { table: table.to_owned(), column: column.name.clone() },
        value,
        negated,
    };
    for column in columns {
        let value = column.choices.iter().find(|choice| is_value(&names::key(&choice.value), wanted));
        if let Some(choice) = value {
            return Some(of(column, Some(choice.value.clone())));
        }
    }
    let sex = SEXES.iter().find(|(word, _)| *word == wanted).map(|(_, sex)| (*sex).to_owned());
    if let (Some(sex), Some(column)) = (sex, columns.iter().find(|column| column.generator == "person.sex")) {
        return Some(of(column, Some(sex)));
    }
    let flag = columns.iter().find(|column| is_boolean(column) && flag_key(&column.name) == flag_key(wanted));
    flag.map(|column| of(column, None)).or_else(|| contrary(scene, table, wanted))
}

/// `inactive` where there is a boolean `is_active`.
fn contrary(scene: &Scene<'_>, table: &str, wanted: &str) -> Option<Meaning> {
    let base = ["in", "un", "non", "dis"].into_iter().find_map(|prefix| wanted.strip_prefix(prefix))?.trim();
    let column =
        scene.ir.table(table)?.columns.iter().find(|column| is_boolean(column) && flag_key(&column.name) == base)?;
    Some(Meaning { place: Place { table: table.to_owned(), column: column.name.clone() }, value: None, negated: true })
}

fn strip_negation(wanted: &str) -> (&str, bool) {
    let bare = ["not ", "non ", "no ", "never "].into_iter().find_map(|word| wanted.strip_prefix(word));
    bare.map_or((wanted, false), |bare| (bare, true))
}

/// Whether a value is meant by some words: itself, or one word of it, or it with more words.
fn is_value(value: &str, wanted: &str) -> bool {
    value == wanted
        || value == "child" && wanted == "children"
        || (wanted.len() > 3 && (value.split(' ').any(|word| word == wanted) || spelled(value, wanted)))
}

/// `cancelled` and `canceled`.
fn spelled(value: &str, wanted: &str) -> bool {
    let begins = |text: &str| text.bytes().next();
    begins(value) == begins(wanted) && value.replace("ll", "l") == wanted.replace("ll", "l")
}

/// Whether a column is true or false.
pub fn is_boolean(column: &Column) -> bool {
    column.generator == "bool" || column.r#type == ColumnType::Boolean
}

/// `is_active` -> `active`.
fn flag_key(name: &str) -> String {
    let key = names::key(&name.replace('_', " "));
    ["is ", "has ", "was "].into_iter().find_map(|word| key.strip_prefix(word).map(str::to_owned)).unwrap_or(key)
}

/// The meaning of some words, with a boolean column for them where there is none.
pub fn meaning_or_flag(scene: &mut Scene<'_>, table: &str, words: &str, tokens: &Range<usize>) -> Option<Meaning> {
    if let Some(meaning) = meaning(scene, table, words) {
        return Some(meaning);
    }
    let key = names::key(words);
    let (key, negated) = strip_negation(&key);
    if key.is_empty() || !key.chars().all(|c| c.is_alphanumeric() || c == ' ') || key.split(' ').count() > 3 {
        return None;
    }
    if names_column(scene, table, key) {
        return None;
    }
    let sex = SEXES.iter().find(|(word, _)| *word == key).map(|(_, sex)| (*sex).to_owned());
    let (name, generator) = match sex {
        Some(_) => ("sex".to_owned(), "person.sex"),
        None => (format!("is_{}", key.replace(' ', "_")), "bool"),
    };
    let column = Column { evidence: vec![scene.quote(tokens.clone())], ..inferred(&name, generator) };
    let place = add_column(scene, table, column)?;
    scene.assume(path(&place), format!("`{words}` needs a column that says so"), name);
    Some(Meaning { place, value: sex, negated })
}

/// Whether some words are part of a column's name, or name one that is no yes or no: nothing that rows can be.
fn names_column(scene: &Scene<'_>, table: &str, key: &str) -> bool {
    let is_part = |column: &Column| {
        let name = names::key(&column.name);
        !is_boolean(column) && name.split(' ').any(|part| part == key)
    };
    let guess = lex::column(key, "", scene.language);
    let is_row = lex::is_table_noun(key, scene.language);
    guess.known
        && !is_row
        && guess.column.generator != "bool"
        && !matches!(guess.column.generator.as_str(), "date" | "datetime")
        || scene.ir.table(table).is_some_and(|table| table.columns.iter().any(is_part))
}

/// Words of a value at a token: the longest that a table knows, and the token behind them.
pub fn known_at(view: &View<'_, '_>, table: &str, at: usize) -> Option<(Meaning, usize)> {
    let longest = (1..=3).rev().filter(|length| at + length <= view.clause.end);
    longest
        .filter(|length| *length == 1 || view.kind(at + length - 1) != Some(Kind::Mark))
        .filter(|length| {
            let is_placed = matches!(view.norm(at), "in" | "on" | "at" | "out" | "under" | "not");
            names::is_content(view.norm(at)) || is_placed || *length == 1
        })
        .find_map(|length| Some((meaning(view.scene, table, &view.scene.words(at..at + length))?, at + length)))
}
