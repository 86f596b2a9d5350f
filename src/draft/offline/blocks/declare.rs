//! A field of a declaration -> a column with its type, flags and reference; a constraint of the table.

use std::ops::Range;

use super::fields::{Field, fields};
use crate::draft::ir::{Relationship, Role, Rule, RuleKind};
use crate::draft::offline::columns::{self, Declared};
use crate::draft::offline::frame::Frame;
use crate::draft::offline::lex;
use crate::draft::offline::relations;
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::offline::tables;
use crate::draft::offline::words;
use crate::draft::text::{Kind, share};

/// How many fields of a declaration have their type before their name: `int id`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Leads {
    /// None for sure.
    #[default]
    None,
    /// Some, so that `date hired` is one too.
    Some,
    /// All, so that the first word is a type whatever it is.
    All,
}

/// How the fields of a declaration are written, and what its types may name.
#[derive(Debug, Clone, Default)]
pub struct Style {
    /// Where types stand before names.
    pub leads: Leads,
    /// Whether it is a program's text, where a type stands beside every name.
    pub is_code: bool,
    /// Enumerations by name, in lower case, with their values.
    pub enums: Vec<(String, Vec<String>)>,
}

/// Words in front of a field that say nothing about it.
const MODIFIERS: &[&str] = &[
    "public",
    "private",
    "protected",
    "internal",
    "readonly",
    "static",
    "final",
    "val",
    "var",
    "let",
    "const",
    "pub",
    "virtual",
    "override",
    "lateinit",
    "declare",
    "abstract",
    "optional",
    "required",
    "repeated",
    "late",
];

/// Words that end a name.
const KEYWORDS: &[&str] = &[
    "primary",
    "unique",
    "references",
    "not",
    "null",
    "nullable",
    "optional",
    "default",
    "check",
    "pk",
    "fk",
    "uk",
    "enum",
    "foreign",
    "required",
    "auto_increment",
    "autoincrement",
    "generated",
    "constraint",
    "collate",
    "comment",
    "identity",
];

fn is_keyword(word: &str) -> bool {
    KEYWORDS.contains(&word) || words::ADJECTIVES.contains(&word)
}

/// Where the types of some fields stand.
pub fn leads(scene: &Scene<'_>, fields: &[Field], is_code: bool) -> Leads {
    let leads = |field: &&Field| {
        let at = behind_modifiers(scene, field.tokens.clone());
        columns::expression(scene, at, field.tokens.end, is_code)
            .filter(|said| said.end < field.tokens.end && is_name(scene, said.end))
            .map(|said| columns::is_type(scene.text.norm(at)) || said.is_many || said.is_optional)
    };
    let all: Vec<bool> = fields.iter().filter_map(|field| leads(&field)).collect();
    match all.iter().any(|is_clear| *is_clear) {
        true if all.len() == fields.len() => Leads::All,
        true => Leads::Some,
        false => Leads::None,
    }
}

/// Whether a token can be the name of a field, and no type or flag.
fn is_name(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.text.norm(at);
    scene.text.kind(at) == Some(Kind::Word) && !is_keyword(word) && !columns::is_type(word)
}

/// The type in front of a field's name.
fn leading(scene: &Scene<'_>, at: usize, end: usize, leads: Leads) -> Option<Declared> {
    let word = scene.text.norm(at);
    let fits = match leads {
        Leads::All => true,
        Leads::Some => columns::names_type(word),
        Leads::None => columns::is_type(word),
    };
    // "Serial text unique": the word of a type in front of another one is a name.
    let behind = at + 2;
    let is_named = !matches!(leads, Leads::All)
        && columns::names_type(scene.text.norm(at + 1))
        && (behind >= end || is_keyword(scene.text.norm(behind)) || scene.text.norm(behind) == ",");
    if is_named {
        return None;
    }
    let is_all = leads == Leads::All;
    columns::expression(scene, at, end, is_all).filter(|said| fits && said.end < end && is_name(scene, said.end))
}

fn behind_modifiers(scene: &Scene<'_>, tokens: Range<usize>) -> usize {
    let is_modifier = |at: usize| {
        MODIFIERS.contains(&scene.text.norm(at)) && at + 1 < tokens.end && scene.text.kind(at + 1) == Some(Kind::Word)
    };
    tokens.clone().find(|at| !is_modifier(*at)).unwrap_or(tokens.start)
}

/// The parts of a field.
struct Parts {
    name: Range<usize>,
    said: Option<Declared>,
    /// Where flags and all else begin.
    rest: usize,
    is_optional: bool,
}

fn parts(scene: &Scene<'_>, tokens: Range<usize>, style: &Style) -> Parts {
    let start = behind_modifiers(scene, tokens.clone());
    if let Some(said) = leading(scene, start, tokens.end, style.leads) {
        let end = name_end(scene, said.end, tokens.end);
        let is_optional = said.is_optional;
        return Parts { name: said.end..end, said: Some(said), rest: end, is_optional };
    }
    let mut end = name_end(scene, start, tokens.end);
    if style.is_code {
        end = start + 1;
    }
    let mut rest = end;
    let is_optional = scene.text.norm(rest) == "?";
    while rest < tokens.end && matches!(scene.text.norm(rest), "?" | "!" | ":" | "=" | "-" | "as") {
        rest += 1;
    }
    let is_marked = rest > end;
    let has_bracket = matches!(scene.text.norm(rest + 1), "[" | "<" | "(");
    let is_flag = is_keyword(scene.text.norm(rest)) && !has_bracket;
    let said = if is_flag {
        None
    } else {
        columns::expression(scene, rest, tokens.end, style.is_code).filter(|said| {
            let at = rest;
            let is_plain = said.named.is_none() && !is_marked && !style.is_code;
            !is_plain || said.end == tokens.end || columns::names_type(scene.text.norm(at)) || !said.values.is_empty()
        })
    };
    let rest = said.as_ref().map_or(rest, |said| said.end);
    let is_optional = is_optional || said.as_ref().is_some_and(|said| said.is_optional);
    Parts { name: start..end, said, rest, is_optional }
}

/// Where a name of one word or several ends: before a keyword or a type.
fn name_end(scene: &Scene<'_>, start: usize, end: usize) -> usize {
    let mut at = start + 1;
    while at < end {
        let word = scene.text.norm(at);
        let ends = columns::names_type(word) && (at > start + 1 || !matches!(word, "date" | "time"));
        let ends_in_date = matches!(word, "date" | "time") && at == start + 1 && scene.text.norm(start).contains('_');
        if !scene.is_nominal(at) || is_keyword(word) || ends || ends_in_date {
            break;
        }
        at += 1;
    }
    at
}

/// Adds the column of a field to its table.
pub fn column(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, field: &Field, style: &Style) {
    let item = field.tokens.clone();
    if constraint(scene, frame, table, item.clone()) {
        return;
    }
    if is_keyword(scene.text.norm(item.start)) && scene.text.norm(item.start) != "comment" {
        return go_on(scene, table, item);
    }
    if style.is_code && !is_field(scene, &item) {
        return;
    }
    let parts = parts(scene, item.clone(), style);
    let name = name_of(scene, parts.name.clone());
    if let Some(said) = parts.said.as_ref().filter(|said| said.named.is_some())
        && named_type(scene, frame, table, &name, said, &parts, &item, style)
    {
        return;
    }
    if parts.said.as_ref().is_some_and(|said| said.is_many) && style.is_code {
        let reason = format!("`{}` holds several values in one cell; a table has one value in each", name);
        return scene.cannot(item, reason);
    }
    let evidence = scene.quote(item.clone());
    let Some(place) = columns::put(scene, frame, table, &name, evidence) else { return };
    scene.claim(item.start..parts.rest);
    if let Some(said) = &parts.said {
        columns::apply_all(scene, &place, said);
        if let Some(values) = said.named.and_then(|at| enumeration(scene, style, at))
            && let Some(column) = scene.column_mut(&place)
        {
            columns::choose(column, &values);
        }
    }
    let is_key = flags(scene, &place, parts.rest..item.end);
    reference(scene, &place, parts.rest..item.end);
    let is_optional = parts.is_optional || says_optional(scene, parts.rest..item.end);
    if is_optional && !is_key {
        optional(scene, &place);
    } else if parts.said.is_some() && scene.text.norm(parts.name.end) == ":" {
        given(scene, &place);
    }
    wait(scene, frame, table, &place, field);
}

/// What a comment has parted from its field: flags and a reference of the column before.
fn go_on(scene: &mut Scene<'_>, table: &str, item: Range<usize>) {
    let last = scene.ir.table(table).and_then(|table| table.columns.last()).map(|column| column.name.clone());
    let Some(column) = last else { return };
    let place = Place { table: table.to_owned(), column };
    flags(scene, &place, item.clone());
    reference(scene, &place, item);
}

/// Puts what is not understood aside for the readers, comments apart.
fn wait(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, place: &Place, field: &Field) {
    scene.focus.table = Some(table.to_owned());
    if field.tokens.clone().any(|at| !scene.is_claimed(at)) {
        frame.wait(scene, field.tokens.clone(), Some(place.column.clone()));
    }
    for note in &field.notes {
        frame.wait(scene, note.clone(), Some(place.column.clone()));
    }
}

/// A value is never missing.
fn given(scene: &mut Scene<'_>, place: &Place) {
    if let Some(column) = scene.column_mut(place) {
        column.null_rate = 0.0;
    }
}

/// A value may be missing, though nobody says how often.
fn optional(scene: &mut Scene<'_>, place: &Place) {
    if let Some(column) = scene.column_mut(place)
        && column.null_rate == 0.0
    {
        column.null_rate = 0.1;
    }
}

fn says_optional(scene: &mut Scene<'_>, tokens: Range<usize>) -> bool {
    let found = tokens.clone().find(|at| {
        matches!(scene.text.norm(*at), "null" | "?")
            && !matches!(scene.text.norm(at - 1), "not" | "default" | "set" | "=" | "is" | "no")
            && share::share(scene.text, at + 1).is_none()
    });
    if let Some(at) = found {
        scene.claim(at..at + 1);
    }
    found.is_some()
}

/// Whether a line of code declares a field: no method, annotation or setting.
fn is_field(scene: &mut Scene<'_>, item: &Range<usize>) -> bool {
    let first = scene.text.norm(item.start);
    let is_name = scene.text.get(item.start).is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Quoted));
    let is_other = matches!(
        first,
        "def" | "class" | "fn" | "func" | "fun" | "function" | "return" | "indexes" | "meta" | "pass" | "static"
    ) || item.len() == 1 && scene.text.kind(item.start) == Some(Kind::Quoted)
        || scene.text.norm(item.start + 1) == "(" && item.start + 1 < item.end;
    if !is_name || is_other {
        scene.claim(item.clone());
        return false;
    }
    true
}

/// The words of a name, as `camelCase` parts them.
pub fn name_of(scene: &Scene<'_>, tokens: Range<usize>) -> String {
    if tokens.len() == 1 && scene.text.kind(tokens.start) == Some(Kind::Word) {
        return scene.quote(tokens);
    }
    scene.words(tokens)
}

/// The values of an enumeration that a token names.
fn enumeration(scene: &Scene<'_>, style: &Style, at: usize) -> Option<Vec<String>> {
    let name = scene.text.norm(at);
    style.enums.iter().find(|(known, _)| known == name).map(|(_, values)| values.clone())
}

/// A field whose type is another table: a reference, or nothing where another field holds the key or the other table has it.
#[expect(clippy::too_many_arguments, reason = "the parts of one field")]
fn named_type(
    scene: &mut Scene<'_>,
    frame: &mut Frame,
    table: &str,
    name: &str,
    said: &Declared,
    parts: &Parts,
    item: &Range<usize>,
    style: &Style,
) -> bool {
    let Some(at) = said.named.filter(|at| enumeration(scene, style, *at).is_none()) else { return false };
    let words = lex::snake(&scene.quote(at..at + 1), scene.language).replace('_', " ");
    let Some(parent) = tables::known_exactly(scene, &words).then(|| tables::known(scene, &words)).flatten() else {
        return false;
    };
    scene.claim(item.clone());
    if said.is_many {
        return true;
    }
    let role = lex::snake(name, scene.language);
    let is_plain = lex::singular(&parent, scene.language) == role;
    frame.listed.insert(table.to_owned());
    relations::pick(scene, table, &parent, if is_plain { None } else { Some(&role) }, item.clone());
    if parts.is_optional
        && let Some(tie) = scene
            .ir
            .relationships
            .iter_mut()
            .rfind(|tie| tie.child_table == table && tie.parent_table == parent && tie.null_rate == 0.0)
    {
        tie.null_rate = 0.1;
    }
    true
}

/// Reads flags; gives whether the column is a key.
fn flags(scene: &mut Scene<'_>, place: &Place, tokens: Range<usize>) -> bool {
    let mut is_key = false;
    let mut at = tokens.start;
    while at < tokens.end {
        let next = scene.text.norm(at + 1);
        let word = scene.text.norm(at);
        let mut end = at;
        match word {
            "primary" | "pk" | "primary_key" => {
                is_key = true;
                end = at + 1 + usize::from(next == "key");
            }
            "@" if next == "id" => {
                is_key = true;
                end = at + 2;
            }
            "@" if next == "unique" => {}
            "@" => end = call_end(scene, at + 1, tokens.end),
            "unique" | "uk" => {
                if let Some(column) = scene.column_mut(place) {
                    column.unique = true;
                }
                end = at + 1 + usize::from(next == "key");
                if scene.text.norm(at.wrapping_sub(1)) == "@" {
                    scene.claim(at - 1..at);
                }
            }
            "not" if next == "null" => {
                given(scene, place);
                end = at + 2;
            }
            "auto_increment" | "autoincrement" | "identity" | "required" | "increment" | "fk" => end = at + 1,
            "generated" => end = call_end(scene, tokens.end - 1, tokens.end),
            "default" => end = default_end(scene, at, tokens.end),
            "=" => end = call_end(scene, at + 1, tokens.end),
            "comment" if scene.text.kind(at + 1) == Some(Kind::Quoted) => end = at + 2,
            "check" => {
                end = at + 1 + usize::from(next == "(");
                let own = (end..tokens.end).find(|at| lex::snake(scene.text.norm(*at), scene.language) == place.column);
                if let Some(own) = own {
                    scene.claim(own..own + 1);
                }
            }
            "{" => end = columns::closing(scene, at, tokens.end).map_or(at, |close| close + 1),
            "enum" | "in" if next == "(" || next == "[" => end = choices(scene, place, at, tokens.end),
            _ => {}
        }
        scene.claim(at..end);
        at = end.max(at + 1);
    }
    if is_key && let Some(column) = scene.column_mut(place) {
        column.role = Role::Pk;
    }
    is_key
}

/// `default now()`, `default 'open'`, `default: 0`.
fn default_end(scene: &Scene<'_>, at: usize, end: usize) -> usize {
    let value = if matches!(scene.text.norm(at + 1), ":" | "=") { at + 2 } else { at + 1 };
    if scene.text.norm(value) == "(" {
        return columns::closing(scene, value, end).map_or(value, |close| close + 1);
    }
    call_end(scene, value, end)
}

/// Behind a word with the brackets that belong to it.
fn call_end(scene: &Scene<'_>, at: usize, end: usize) -> usize {
    if at >= end {
        return end;
    }
    match scene.text.norm(at + 1) {
        "(" if at + 1 < end => columns::closing(scene, at + 1, end).map_or(at + 1, |close| close + 1),
        _ => at + 1,
    }
}

fn choices(scene: &mut Scene<'_>, place: &Place, at: usize, end: usize) -> usize {
    let Some(close) = columns::closing(scene, at + 1, end) else { return at };
    let values = columns::listed(scene, at + 2..close);
    if let Some(column) = scene.column_mut(place).filter(|_| values.len() >= 2) {
        columns::choose(column, &values);
    }
    close + 1
}

/// `references customers(id)`, `-> customers`, `fk customers`, `ref: > users.id`.
fn reference(scene: &mut Scene<'_>, place: &Place, tokens: Range<usize>) {
    let Some(at) =
        tokens.clone().find(|at| matches!(scene.text.norm(*at), "references" | "fk" | "->" | "→" | "ref" | ">"))
    else {
        return;
    };
    let mut start = at + 1;
    while matches!(scene.text.norm(start), "to" | "the" | "key" | ">" | "references" | "->" | ":" | "-" | "(" | "table")
    {
        start += 1;
    }
    let word = name_of(scene, start..start + 1);
    let word = word.split_once('.').map_or(word.as_str(), |(table, _)| table);
    let words = lex::snake(word, scene.language).replace('_', " ");
    let Some(parent) = tables::known(scene, &words).filter(|_| start < tokens.end) else { return };
    let mut end = start + 1;
    if scene.text.norm(end) == "(" {
        end = columns::closing(scene, end, tokens.end).map_or(end, |close| close + 1);
    }
    if scene.text.norm(start - 1) == "(" && scene.text.norm(end) == ")" {
        end += 1;
    }
    while scene.text.norm(end) == "on" && matches!(scene.text.norm(end + 1), "delete" | "update") && end < tokens.end {
        end += 3 + usize::from(matches!(scene.text.norm(end + 2), "set" | "no"));
    }
    let column = scene.column(place).map(|column| (column.null_rate, column.unique));
    if parent == place.table {
        let role = place.column.strip_suffix("_id").unwrap_or(&place.column).to_owned();
        relations::refer_to_self(scene, &place.table, &role, at..end.min(tokens.end));
    } else {
        relations::pick(scene, &place.table, &parent, Some(&place.column), at..end.min(tokens.end));
    }
    if scene.text.norm(at) == "references" {
        keep_name(scene, place);
    }
    let tie = scene
        .ir
        .relationships
        .iter_mut()
        .find(|tie| tie.child_table == place.table && tie.child_column == place.column);
    if let (Some(tie), Some((rate, _))) = (tie, column) {
        tie.null_rate = tie.null_rate.max(rate);
    }
}

/// A column of a schema keeps its name when it refers to another table: `dept_no` is no `dept_no_id`.
fn keep_name(scene: &mut Scene<'_>, place: &Place) {
    let made = format!("{}_id", place.column);
    let is_made = |tie: &&mut Relationship| tie.child_table == place.table && tie.child_column == made;
    let Some(tie) = scene.ir.relationships.iter_mut().find(is_made) else { return };
    tie.child_column.clone_from(&place.column);
    let Some(table) = scene.ir.table_mut(&place.table) else { return };
    match table.columns.iter().position(|column| column.name == place.column) {
        Some(_) => table.columns.retain(|column| column.name != made),
        None => {
            table.columns.iter_mut().filter(|column| column.name == made).for_each(|column| {
                column.name.clone_from(&place.column);
            });
        }
    }
    if let Some(column) = table.column_mut(&place.column) {
        column.role = Role::Fk;
        column.generator = String::new();
        column.params.clear();
        column.choices.clear();
    }
}

/// `primary key (a, b)`, `foreign key (x) references t (y)`, `unique (a, b)`, `check (a < b)` as items of their own.
fn constraint(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, item: Range<usize>) -> bool {
    let mut at = item.start;
    if scene.text.norm(at) == "constraint" {
        at += 2;
    }
    let kind = scene.text.norm(at).to_owned();
    let Some(open) = (at..item.end).find(|at| scene.text.norm(*at) == "(").filter(|open| *open <= at + 3) else {
        return false;
    };
    let is_one = matches!(
        (kind.as_str(), scene.text.norm(at + 1)),
        ("primary" | "foreign" | "unique", "key")
            | ("unique" | "check" | "index" | "key", "(")
            | ("unique", "index")
            | ("index" | "key", _)
    );
    let is_named = matches!(kind.as_str(), "index" | "key") && open > at + 2;
    if !is_one || is_named {
        return false;
    }
    let Some(close) = columns::closing(scene, open, item.end) else { return false };
    if kind == "check" {
        scene.claim(item.start..open + 1);
        scene.focus.table = Some(table.to_owned());
        frame.wait(scene, open + 1..close, None);
        return true;
    }
    let names: Vec<String> = fields(scene, open + 1..close, false)
        .into_iter()
        .map(|part| lex::snake(&name_of(scene, part.tokens), scene.language))
        .collect();
    let place = |name: &String| Place { table: table.to_owned(), column: name.clone() };
    let evidence = scene.quote(item.clone());
    match (kind.as_str(), &names[..]) {
        ("primary", names) => {
            for name in names {
                if let Some(column) = scene.column_mut(&place(name)) {
                    column.role = Role::Pk;
                }
            }
        }
        ("unique", [name]) => {
            if let Some(column) = scene.column_mut(&place(name)) {
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
        ("foreign", [name]) => reference(scene, &place(name), close..item.end),
        _ => {}
    }
    scene.claim(item);
    true
}
