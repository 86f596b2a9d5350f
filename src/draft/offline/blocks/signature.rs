//! `devices(id, serial text unique, model)` and `create table devices (...)` -> where a table is declared, and between which brackets.

use super::declarations::Declaration;
use super::fields::{self, Field};
use crate::draft::offline::columns;
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::words::Does;
use crate::draft::text::Kind;

/// Words before a name that say that a table follows.
const INTROS: &[&str] =
    &["table", "tables", "and", "of", "entity", "tabelle", "und", "rows", "class", "record", "struct", "type", "model"];

/// Words that stand before parentheses and are no table.
const TYPES: &[&str] = &[
    "decimal",
    "numeric",
    "enum",
    "varchar",
    "char",
    "key",
    "unique",
    "check",
    "in",
    "references",
    "values",
    "default",
];

/// The signature whose name, or whose `create table`, stands at a token.
pub fn find(scene: &Scene<'_>, at: usize) -> Option<Declaration> {
    let text = scene.text;
    let is_create = is_create(scene, at);
    let mut name = at;
    if is_create {
        name = (at..at + 5).find(|at| text.norm(*at) == "table")? + 1;
        while matches!(text.norm(name), "if" | "not" | "exists" | "only") {
            name += 1;
        }
        if text.norm(name + 1) == "." {
            name += 2;
        }
    } else if text.norm(at.wrapping_sub(1)) == "table"
        && (1..4).any(|back| text.norm(at.wrapping_sub(back)) == "create")
    {
        return None;
    }
    let token = text.get(name).filter(|token| matches!(token.kind, Kind::Word | Kind::Quoted))?;
    let mut open = name + 1;
    if is_create && text.kind(open) == Some(Kind::Break) {
        open += 1;
    }
    let is_line = || is_whole_line(scene, name, open);
    text.get(open)
        .filter(|open| open.norm == "(" && (is_create || open.start == token.end))
        .or_else(|| text.get(open).filter(|open| open.norm == "(" && is_line()))?;
    let close = columns::closing(scene, open, text.tokens.len().min(open + 900))?;
    let inside = open + 1..close;
    let is_by_line = fields::is_by_line(scene, inside.clone());
    let parts = fields::fields(scene, inside.clone(), is_by_line);
    let before = text.norm(name.wrapping_sub(1));
    if !is_create && !is_signature(scene, name, &parts, before) || text.norm(close + 1) == ":" && before == "class" {
        return None;
    }
    let is_code = is_create || matches!(before, "class" | "record" | "struct");
    let end = if is_create { behind(scene, close + 1) } else { close + 1 };
    Some(Declaration { name: name..name + 1, whole: at..end, inside, fields: parts, is_code })
}

/// `artists (id, name, country)` on a line of its own, above or below another one.
fn is_whole_line(scene: &Scene<'_>, name: usize, open: usize) -> bool {
    let is_break = |at: usize| scene.text.get(at).is_none_or(|token| matches!(token.kind, Kind::Break | Kind::Bullet));
    let Some(close) = columns::closing(scene, open, scene.text.tokens.len().min(open + 200)) else { return false };
    let begins = name == 0 || is_break(name - 1);
    let commas = (open..close).filter(|at| scene.text.norm(*at) == ",").count();
    let is_plain = !(open..close).any(|at| scene.does(at, Does::Is) || scene.does(at, Does::Has));
    let is_count = scene.text.kind(open + 1) == Some(Kind::Number);
    begins && is_break(close + 1) && commas >= 1 && is_plain && !is_count && names::is_plural(scene.text.norm(name))
}

/// `create table`, `create temporary table`.
fn is_create(scene: &Scene<'_>, at: usize) -> bool {
    scene.text.norm(at) == "create"
        && (at + 1..at + 4).any(|at| scene.text.norm(at) == "table")
        && !matches!(scene.text.norm(at + 1), "a" | "the" | "one" | "my")
}

/// Behind what a database says after the columns: `engine=InnoDB;`.
fn behind(scene: &Scene<'_>, close: usize) -> usize {
    if scene.text.norm(close) == ";" {
        return close + 1;
    }
    let end = (close..scene.text.tokens.len().min(close + 16))
        .find(|at| scene.text.norm(*at) == ";" || scene.text.kind(*at) == Some(Kind::Break));
    let is_option =
        matches!(scene.text.norm(close), "engine" | "without" | "strict" | "partition" | "default" | "comment");
    match end.filter(|_| is_option) {
        Some(end) => end + usize::from(scene.text.norm(end) == ";"),
        None => close,
    }
}

/// Whether a name with parentheses declares a table, and is no call, type or list of values.
fn is_signature(scene: &Scene<'_>, name: usize, parts: &[Field], before: &str) -> bool {
    let text = scene.text;
    let norm = text.norm(name);
    let is_names = |part: &Field| {
        text.get(part.tokens.start).is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Quoted))
            && !text.quote(part.tokens.clone()).contains(". ")
    };
    let begins = name == 0
        || text
            .get(name - 1)
            .is_none_or(|before| matches!(before.kind, Kind::Break | Kind::Bullet | Kind::Mark | Kind::Number))
        || INTROS.contains(&before);
    let is_told = matches!(before, "table" | "entity" | "class" | "record" | "struct" | "model");
    let names_rows = names::is_plural(norm) || lex::is_table_noun(norm, scene.language) || is_told;
    let is_choice = parts.iter().all(|part| part.tokens.len() == 1)
        && !parts.iter().any(|part| {
            let word = text.norm(part.tokens.start);
            lex::column(word, norm, scene.language).known || word.contains('_')
        });
    let is_rows = before == "of" && (1..5).any(|back| scene.does(name.wrapping_sub(back), Does::Rows));
    let is_list = parts.len() >= 3 && text.kind(name + 1) == Some(Kind::Mark);
    // "Vehicles (call it fleet, please)"; a field may well be a name.
    let is_naming = (matches!(text.norm(name + 2), "call" | "called" | "named")
        || text.norm(name + 2) == "name" && matches!(text.norm(name + 3), "it" | "them" | "this" | "the"))
        && parts.len() < 3;
    parts.len() >= 2
        && parts.iter().all(is_names)
        && begins
        && (names_rows || is_rows || is_list)
        && !is_choice
        && !is_naming
        && !TYPES.contains(&norm)
}
