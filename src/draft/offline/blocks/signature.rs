//! `devices(id, serial text unique, model)` and `create table devices (...)` -> a table with its columns.

use std::ops::Range;

use crate::draft::ir::{Choice, Role, Rule, RuleKind};
use crate::draft::offline::columns;
use crate::draft::offline::frame::Frame;
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::relations;
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::offline::tables;
use crate::draft::offline::words::{self, Does};
use crate::draft::text::{Kind, number};

/// Reads all signatures of a text: first the tables, so that references find them.
pub fn read(scene: &mut Scene<'_>, frame: &mut Frame) {
    let found: Vec<(usize, Range<usize>, Range<usize>)> =
        (0..scene.text.tokens.len()).filter_map(|at| signature(scene, at)).collect();
    let names: Vec<String> = found.iter().map(|(at, ..)| tables::declare(scene, *at..at + 1)).collect();
    for ((at, whole, inside), table) in found.into_iter().zip(names) {
        scene.claim(whole.start..inside.start);
        scene.claim(inside.end..whole.end);
        scene.claim(at..at + 1);
        frame.listed.insert(table.clone());
        for item in items(scene, inside) {
            column(scene, frame, &table, item);
        }
        count(scene, frame, &table, whole.end);
    }
}

/// `authors(id, name) 120`, `authors(id, name): 120 rows`: the number of rows behind a signature.
fn count(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, at: usize) {
    let start = if matches!(scene.text.norm(at), ":" | "-" | "–" | "x" | "×" | "=") { at + 1 } else { at };
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

/// A signature at a token: the name, everything, and what is between the parentheses.
fn signature(scene: &Scene<'_>, at: usize) -> Option<(usize, Range<usize>, Range<usize>)> {
    let text = scene.text;
    let is_create = text.norm(at) == "create" && text.norm(at + 1) == "table";
    let mut name = at;
    if is_create {
        name = at + 2;
        while matches!(text.norm(name), "if" | "not" | "exists") {
            name += 1;
        }
        if text.norm(name + 1) == "." {
            name += 2;
        }
    } else if text.norm(at.wrapping_sub(1)) == "table" && text.norm(at.wrapping_sub(2)) == "create" {
        return None;
    }
    let token = text.get(name).filter(|token| matches!(token.kind, Kind::Word | Kind::Quoted))?;
    let open = text.get(name + 1).filter(|open| open.norm == "(" && (is_create || open.start == token.end))?;
    let close = closing(scene, name + 1)?;
    let inside = name + 2..close;
    let parts = items(scene, inside.clone());
    let is_names = |part: &Range<usize>| {
        text.get(part.start).is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Quoted))
            && !text.quote(part.clone()).contains(". ")
    };
    let is_list = parts.len() >= 2 && parts.iter().all(is_names);
    let begins = name == 0
        || text
            .get(name - 1)
            .is_none_or(|before| matches!(before.kind, Kind::Break | Kind::Bullet | Kind::Mark | Kind::Number))
        || matches!(text.norm(name - 1), "table" | "tables" | "and" | "of" | "entity" | "tabelle" | "und" | "rows");
    let names_rows = names::is_plural(&token.norm)
        || lex::is_table_noun(&token.norm, scene.language)
        || text.norm(name.wrapping_sub(1)) == "table";
    let is_choice = parts.iter().all(|part| part.len() == 1)
        && !parts.iter().any(|part| {
            lex::column(text.norm(part.start), &token.norm, scene.language).known || text.norm(part.start).contains('_')
        });
    let is_naming = matches!(text.norm(name + 2), "call" | "called" | "name" | "named") && parts.len() < 3;
    let is_type = is_naming && !is_create
        || matches!(
            token.norm.as_str(),
            "decimal" | "numeric" | "enum" | "varchar" | "char" | "key" | "unique" | "check" | "in" | "references"
        );
    if is_type || !(is_create || (is_list && begins && names_rows && !is_choice)) || open.start == 0 {
        return None;
    }
    Some((name, at..close + 1, inside))
}

/// The parenthesis that closes the one at a token.
fn closing(scene: &Scene<'_>, open: usize) -> Option<usize> {
    let mut depth = 0_i32;
    for at in open..scene.text.tokens.len().min(open + 600) {
        match scene.text.norm(at) {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// Stretches between commas outside of inner parentheses.
fn items(scene: &Scene<'_>, inside: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut depth) = (inside.start, 0_i32);
    for at in inside.clone() {
        match scene.text.norm(at) {
            "(" | "[" => depth += 1,
            ")" | "]" => depth -= 1,
            "," | ";" if depth == 0 => {
                found.push(start..at);
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(start..inside.end);
    let trim = |mut part: Range<usize>| {
        while part.start < part.end
            && scene.text.get(part.start).is_some_and(|token| matches!(token.kind, Kind::Break | Kind::Bullet))
        {
            part.start += 1;
        }
        while part.end > part.start && scene.text.get(part.end - 1).is_some_and(|token| token.kind == Kind::Break) {
            part.end -= 1;
        }
        part
    };
    found.into_iter().map(trim).filter(|part| !part.is_empty()).collect()
}

/// One column with its type and constraints, or a constraint of the table.
fn column(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, item: Range<usize>) {
    if constraint(scene, table, item.clone()) {
        return;
    }
    let mut end = item.start + 1;
    while end < item.end
        && scene.is_nominal(end)
        && !is_keyword(scene.text.norm(end))
        && !(end > item.start
            && columns::names_type(scene.text.norm(end))
            && (end > item.start + 1 || !matches!(scene.text.norm(end), "date" | "time")))
    {
        end += 1;
    }
    let name = scene.words(item.start..end);
    let evidence = scene.quote(item.clone());
    let Some(place) = columns::put(scene, frame, table, &name, evidence) else { return };
    scene.claim(item.start..end);
    columns::apply_declared(scene, &place, end..item.end);
    if columns::names_type(scene.text.norm(end)) && end < item.end {
        let close = if scene.text.norm(end + 1) == "(" { closing(scene, end + 1).unwrap_or(end) } else { end };
        scene.claim(end..close.min(item.end - 1) + 1);
    }
    flags(scene, &place, end..item.end);
    reference(scene, &place, end..item.end);
    let rest = (end..item.end).find(|at| !scene.is_claimed(*at));
    if rest.is_some() {
        scene.focus.table = Some(table.to_owned());
        frame.wait(scene, item, Some(place.column));
    }
}

fn is_keyword(word: &str) -> bool {
    matches!(
        word,
        "primary"
            | "unique"
            | "references"
            | "not"
            | "null"
            | "nullable"
            | "optional"
            | "default"
            | "check"
            | "pk"
            | "fk"
            | "enum"
            | "foreign"
            | "required"
            | "auto_increment"
            | "autoincrement"
    ) || words::ADJECTIVES.contains(&word)
}

fn flags(scene: &mut Scene<'_>, place: &Place, tokens: Range<usize>) {
    for at in tokens.clone() {
        match scene.text.norm(at) {
            "primary" | "pk" => {
                if let Some(column) = scene.column_mut(place) {
                    column.role = Role::Pk;
                }
                scene.claim(at..at + 1 + usize::from(scene.text.norm(at + 1) == "key"));
            }
            "unique" => {
                if let Some(column) = scene.column_mut(place) {
                    column.unique = true;
                }
                scene.claim(at..at + 1);
            }
            "not" if scene.text.norm(at + 1) == "null" => scene.claim(at..at + 2),
            "auto_increment" | "autoincrement" | "identity" | "required" => scene.claim(at..at + 1),
            "enum" | "in" if scene.text.norm(at + 1) == "(" => choices(scene, place, at, tokens.end),
            _ => {}
        }
    }
}

fn choices(scene: &mut Scene<'_>, place: &Place, at: usize, end: usize) {
    let Some(close) = closing(scene, at + 1).filter(|close| *close <= end) else { return };
    let values: Vec<Choice> = items(scene, at + 2..close)
        .into_iter()
        .map(|part| Choice { value: scene.text.quote(part).trim_matches(['\'', '"']).to_owned(), weight: 0.0 })
        .collect();
    if let Some(column) = scene.column_mut(place) {
        column.generator = "choice".to_owned();
        column.params.clear();
        column.choices = values;
    }
    scene.claim(at..close + 1);
}

/// `references customers(id)`, `-> customers`, `fk customers`.
fn reference(scene: &mut Scene<'_>, place: &Place, tokens: Range<usize>) {
    let Some(at) =
        tokens.clone().find(|at| matches!(scene.text.norm(*at), "references" | "fk" | "->" | "→" | "ref" | ">"))
    else {
        return;
    };
    let mut start = at + 1;
    while matches!(scene.text.norm(start), "to" | "the" | "key" | ">" | "references") {
        start += 1;
    }
    let Some(parent) = tables::known(scene, scene.text.norm(start)).filter(|_| start < tokens.end) else { return };
    let end = if scene.text.norm(start + 1) == "(" {
        closing(scene, start + 1).map_or(start + 1, |close| close + 1)
    } else {
        start + 1
    };
    relations::pick(scene, &place.table, &parent, Some(&place.column), at..end.min(tokens.end));
}

/// `primary key (a, b)`, `foreign key (x) references t (y)`, `unique (a, b)` as items of their own.
fn constraint(scene: &mut Scene<'_>, table: &str, item: Range<usize>) -> bool {
    let mut at = item.start;
    if scene.text.norm(at) == "constraint" {
        at += 2;
    }
    let kind = scene.text.norm(at).to_owned();
    let Some(open) = (at..item.end).find(|at| scene.text.norm(*at) == "(").filter(|open| *open <= at + 2) else {
        return false;
    };
    if !matches!((kind.as_str(), scene.text.norm(at + 1)), ("primary" | "foreign", "key") | ("unique", "(")) {
        return false;
    }
    let Some(close) = closing(scene, open) else { return false };
    let names: Vec<String> =
        items(scene, open + 1..close).into_iter().map(|part| lex::snake(&scene.words(part), scene.language)).collect();
    let evidence = scene.quote(item.clone());
    match (kind.as_str(), &names[..]) {
        ("primary", names) => {
            for name in names {
                if let Some(column) = scene.column_mut(&Place { table: table.to_owned(), column: name.clone() }) {
                    column.role = Role::Pk;
                }
            }
        }
        ("unique", [name]) => {
            if let Some(column) = scene.column_mut(&Place { table: table.to_owned(), column: name.clone() }) {
                column.unique = true;
            }
        }
        ("unique", _) => scene.ir.rules.push(Rule {
            kind: RuleKind::UniqueTogether,
            table: table.to_owned(),
            columns: names,
            expression: String::new(),
            evidence: vec![evidence],
        }),
        (_, [name]) => reference(scene, &Place { table: table.to_owned(), column: name.clone() }, close..item.end),
        _ => {}
    }
    scene.claim(item);
    true
}
