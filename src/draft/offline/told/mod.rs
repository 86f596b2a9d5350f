//! Clauses that name a column by what they say of rows -> that column: `filled between 2015 and 2020`, `weighing 12 to 60 kg`,
//! `dangerous or not`, `paid by card, cash or transfer`, `the annual tax is 90 to 600`, `a sixth have no headstone text`.
//!
//! Runs when all tables are known and before tables get the columns that they usually have, so that what a person names is
//! there when the readers look for it. What is said of such a column is put aside as a clause of its own.

mod absent;
mod flags;
mod identifiers;
mod measures;
mod statements;
mod times;
mod ways;

use std::collections::BTreeMap;
use std::ops::Range;

use super::form;
use super::frame::{Frame, Waiting};
use super::names;
use super::scene::{Focus, Place, Scene};
use super::words::Does;
use crate::draft::ir::{Column, Origin};
use crate::draft::offline::lex;
use crate::draft::text::Kind;

pub use flags::{whether, yes_or_no};
pub use measures::{is_label, measured};
pub use times::{is_participle, is_phrasal, says_when, since, time_name};
pub use ways::{called, of_item as way};

/// A column that a clause tells of.
#[derive(Debug, Clone)]
pub struct Told {
    /// Its name in words.
    pub words: String,
    /// Its generator, where the words alone do not give it.
    pub generator: Option<&'static str>,
    /// The words that name it, which are understood.
    pub name: Range<usize>,
    /// What is said of it, for the readers; may be empty.
    pub said: Range<usize>,
}

/// Finds a column at a token of a clause about a table.
type Teller = fn(&Scene<'_>, &Range<usize>, usize, &str) -> Option<Told>;

/// All tellers: what has more words first.
const TELLERS: &[Teller] = &[
    flags::of_whether,
    times::of_verb,
    measures::of_verb,
    measures::of_adjective,
    measures::of_money,
    measures::of_label,
    measures::of_part,
    ways::of_verb,
    flags::or_not,
    ways::of_noun,
    absent::without,
    absent::is_empty,
    identifiers::of_name,
];

/// Reads the clauses that wait.
pub fn read(scene: &mut Scene<'_>, frame: &mut Frame) {
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    for clause in std::mem::take(&mut frame.waiting) {
        if clause.focus.column.is_none() {
            for (table, found) in tell(scene, &clause) {
                let Some(place) = declare(scene, &table, &found) else { continue };
                *told.entry(table).or_default() += 1;
                if !found.said.is_empty() {
                    let focus = Focus { table: Some(place.table), column: Some(place.column) };
                    frame.waiting.push(Waiting { tokens: found.said, focus });
                }
            }
        }
        frame.waiting.push(clause);
    }
    frame.listed.extend(told.into_iter().filter(|(_, columns)| *columns >= 2).map(|(table, _)| table));
    // A window that no column is for is the window of the rows themselves.
    for clause in frame.waiting.clone().into_iter().filter(|clause| clause.focus.column.is_none()) {
        let focus = clause.focus.table.as_deref();
        // "Year between 1970 and 2023" is said of a column that there is.
        let is_of_column = scene.item_phrase(clause.tokens.start, clause.tokens.end).is_some_and(|phrase| {
            let words = scene.words(phrase.name);
            let is_it = |known: &crate::draft::ir::Table| {
                scene.find_column_in(known, &words).is_some_and(|(score, _)| score == 100)
            };
            scene.ir.tables.iter().any(is_it)
        });
        if is_of_column {
            continue;
        }
        let found = clause.tokens.clone().filter(|at| !scene.is_claimed(*at)).find_map(|at| {
            let table = owner(scene, &clause.tokens, at, focus)?;
            let is_listed = frame.listed.contains(&table);
            Some((table.clone(), times::of_window(scene, &clause.tokens, at, (&table, is_listed))?))
        });
        if let Some((table, found)) = found {
            declare(scene, &table, &found);
        }
    }
}

/// What a clause tells, with the tables that it tells it of.
fn tell(scene: &Scene<'_>, clause: &Waiting) -> Vec<(String, Told)> {
    let tokens = clause.tokens.clone();
    let focus = clause.focus.table.as_deref();
    let mut found: Vec<(String, Told)> = Vec::new();
    if let Some((table, told)) = statements::of_clause(scene, &tokens, focus) {
        found.push((table, told));
    }
    for at in tokens.clone().filter(|at| !scene.is_claimed(*at)) {
        let is_done = found.iter().any(|(_, told)| told.name.contains(&at) || told.said.contains(&at));
        if is_done || scene.text.get(at).is_none_or(|token| token.kind != Kind::Word) {
            continue;
        }
        let Some(table) = owner(scene, &tokens, at, focus) else { continue };
        let told = TELLERS.iter().find_map(|teller| teller(scene, &tokens, at, &table));
        found.extend(told.map(|told| (table, told)));
    }
    found
}

/// The table whose rows a clause speaks of at a token: the one right before it, the first that it names, the one spoken of.
fn owner(scene: &Scene<'_>, clause: &Range<usize>, at: usize, focus: Option<&str>) -> Option<String> {
    let is_between = |at: usize| {
        scene.does(at, Does::Is)
            || scene.does(at, Does::Has)
            || matches!(scene.text.norm(at), "who" | "which" | "that" | "all" | "only" | "each" | "also" | "either")
    };
    let before = (clause.start..at).rev().find(|at| !is_between(*at));
    let near = before.and_then(|before| table_at(scene, before));
    let first = || (clause.start..at).find_map(|at| table_at(scene, at));
    let each = (clause.start..at).rev().take(4).find(|at| matches!(scene.text.norm(*at), "each" | "every"));
    let each = each.filter(|each| *each > clause.start && scene.text.norm(each - 1) == ",");
    let behind_each = each.and_then(|each| (clause.start..each).rev().find_map(|at| table_at(scene, at)));
    near.or(behind_each).or_else(first).or_else(|| focus.map(str::to_owned))
}

/// The table that a token names, without slips of the pen.
pub fn table_at(scene: &Scene<'_>, at: usize) -> Option<String> {
    let word = scene.text.norm(at);
    let word = word.strip_suffix("'s").unwrap_or(word).trim_end_matches('\'');
    if !names::is_content(word) {
        return None;
    }
    let wanted = form::of_key(&names::key(word));
    if let Some(table) = scene.aliases.get(&wanted.key) {
        return Some(table.clone());
    }
    let index = scene.index();
    let mut tables = index.tables.iter().map(|table| &table.form);
    tables.find(|table| form::of_table(&wanted, table) >= 80).map(|table| table.name.clone())
}

/// Adds a column that was told of, unless it is there.
pub fn declare(scene: &mut Scene<'_>, table: &str, told: &Told) -> Option<Place> {
    let mut column = lex::column(&told.words, table, scene.language).column;
    if let Some(generator) = told.generator.filter(|generator| *generator != column.generator) {
        column = Column { name: column.name, generator: generator.to_owned(), ..Column::default() };
    }
    let place = Place { table: table.to_owned(), column: column.name.clone() };
    column.origin = Origin::Stated;
    column.null_rate = 0.0;
    column.evidence = vec![scene.quote(told.name.clone())];
    let known = scene.ir.table_mut(table)?;
    if known.column(&column.name).is_none() {
        known.columns.push(column);
    }
    scene.claim(told.name.clone());
    Some(place)
}

/// The part of a clause that goes on with what begins at a token: up to the next item.
fn rest(scene: &Scene<'_>, at: usize, end: usize) -> Range<usize> {
    super::columns::cut(scene, at, end).into_iter().next().unwrap_or(at..end)
}

/// Whether a table has a column of some words already: its name has the same words with meaning, or is made alike.
fn has(scene: &Scene<'_>, table: &str, words: &str) -> bool {
    let Some(known) = scene.ir.table(table) else { return true };
    let guess = lex::column(words, table, scene.language);
    let is_own = guess.column.generator.contains('.') && !guess.column.generator.starts_with("text.");
    let is_alike =
        |column: &Column| column.name == guess.column.name || is_own && column.generator == guess.column.generator;
    scene.find_column_in(known, words).is_some_and(|(score, _)| score >= 80) || known.columns.iter().any(is_alike)
}

/// The table that usually has a column where the one spoken of does not: `home goals` of matches, not of clubs.
pub fn fitting(scene: &Scene<'_>, table: &str, words: &str) -> String {
    let name = lex::column(words, table, scene.language).column.name;
    let has = |table: &str| lex::has_usual(table, &name, scene.language);
    let mut others = scene.ir.tables.iter().filter(|other| other.name != table && has(&other.name));
    match (has(table), others.next(), others.next()) {
        (false, Some(other), None) if name != "name" => other.name.clone(),
        _ => table.to_owned(),
    }
}

/// Whether a clause gives its column a name: `(column vehicle)`, `call it mode`.
fn is_called(scene: &Scene<'_>, clause: &Range<usize>) -> bool {
    clause.clone().any(|at| {
        matches!(scene.text.norm(at), "call" | "column" | "field" | "named")
            && matches!(scene.text.norm(at.saturating_sub(1)), "(" | "," | "and")
    })
}

/// Whether a word says in which state rows are, as the first of `shipped orders`: a participle or an adjective.
pub fn is_state(word: &str) -> bool {
    const ENDS: &[&str] = &["ed", "ive", "able", "ous", "ic", "al", "ent", "ant", "ful", "less", "id", "open"];
    word.len() > 3 && ENDS.iter().any(|end| word.ends_with(end))
}
