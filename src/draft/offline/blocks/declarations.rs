//! Declarations of tables in the notations of people who program -> tables with their columns: signatures, `create table`,
//! interfaces, classes, models, structures, enumerations.

use std::ops::Range;

use super::braces;
use super::declare::{self, Style};
use super::diagrams;
use super::fields::Field;
use super::signature;
use crate::draft::offline::frame::Frame;
use crate::draft::offline::lex;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::tables;
use crate::draft::offline::words::Does;
use crate::draft::text::{Kind, number};

/// A table's declaration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declaration {
    /// Its name.
    pub name: Range<usize>,
    /// Everything, from the words in front of the name to the bracket that closes.
    pub whole: Range<usize>,
    /// What stands between the brackets.
    pub inside: Range<usize>,
    /// Its fields.
    pub fields: Vec<Field>,
    /// Whether it is a program's text: the lines are no prose.
    pub is_code: bool,
}

/// Reads all declarations: first the tables, so that references find them. Gives the stretches that are no prose.
pub fn read(scene: &mut Scene<'_>, frame: &mut Frame) -> Vec<Range<usize>> {
    let mut code = Vec::new();
    let enums = braces::enumerations(scene, &mut code);
    let ties = diagrams::ties(scene, &mut code);
    let mut found = Vec::new();
    let mut at = 0;
    while at < scene.text.tokens.len() {
        let next = if code.iter().any(|range| range.contains(&at)) {
            None
        } else {
            braces::find(scene, at).or_else(|| signature::find(scene, at))
        };
        at = match next {
            Some(declaration) => {
                let end = declaration.inside.end.max(at) + 1;
                found.push(declaration);
                end
            }
            None => at + 1,
        };
    }
    let named: Vec<String> = found.iter().map(|declaration| table(scene, declaration)).collect();
    for (declaration, table) in found.into_iter().zip(named) {
        if declaration.is_code {
            code.push(declaration.whole.clone());
        }
        scene.claim(declaration.whole.start..declaration.inside.start);
        scene.claim(declaration.inside.end..declaration.whole.end);
        frame.listed.insert(table.clone());
        let leads = declare::leads(scene, &declaration.fields, declaration.is_code);
        let style = Style { leads, is_code: declaration.is_code, enums: enums.clone() };
        for field in &declaration.fields {
            declare::column(scene, frame, &table, field, &style);
        }
        count(scene, frame, &table, declaration.whole.end);
        count_before(scene, frame, &table, declaration.name.start);
    }
    diagrams::tie(scene, frame, ties);
    code
}

/// The table that a declaration declares.
fn table(scene: &mut Scene<'_>, declaration: &Declaration) -> String {
    let name = declare::name_of(scene, declaration.name.clone());
    let words = lex::snake(&name, scene.language).replace('_', " ");
    match declaration.is_code {
        true => tables::declare_exactly(scene, &words, declaration.name.clone()),
        false => tables::declare_words(scene, &words, declaration.name.clone()),
    }
}

/// `60 rows of authors(id, name)`, `60 authors(id, name)`: the number of rows before a signature.
fn count_before(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, name: usize) {
    if frame.counts.contains_key(table) {
        return;
    }
    let is_of = |at: usize| scene.does(at, Does::Belongs) && at > 0 && scene.does(at - 1, Does::Rows);
    let end = match name.checked_sub(1) {
        Some(at) if is_of(at) => at - 1,
        _ => name,
    };
    let counts = |at: usize| number::count(scene.text, at).filter(|found| found.end == end && found.value >= 2);
    let found = (end.saturating_sub(4)..end).find_map(|at| Some((at, counts(at)?)));
    if let Some((at, found)) = found {
        tables::count(scene, frame, table, found.value, at..name);
    }
}

/// `authors(id, name) 120`, `authors(id, name): 120 rows`, `authors(id, name), 120;`: the number of rows behind a signature.
fn count(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, at: usize) {
    let start = if matches!(scene.text.norm(at), ":" | "-" | "–" | "x" | "×" | "=" | ",") { at + 1 } else { at };
    let Some(found) = number::count(scene.text, start) else { return };
    let end = if scene.does(found.end, Does::Rows) { found.end + 1 } else { found.end };
    let is_closed = scene
        .text
        .get(end)
        .is_none_or(|token| token.kind == Kind::Break || matches!(token.norm.as_str(), "," | "." | ";"));
    if is_closed && found.value >= 2 {
        tables::count(scene, frame, table, found.value, start..end);
    }
}
