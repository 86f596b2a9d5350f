//! `winner and loser are different players`, `both subscribers`, `a manager who is an employee too` -> roles refer to rows of a table.

use std::ops::Range;

use super::{itself, pick, put_key, refer};
use crate::draft::ir::{Column, Origin, Relationship, Role, Tie};
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::words::Does;
use crate::draft::text::Kind;

/// Words between `are` and what the roles are.
const BETWEEN: &[&str] = &[
    "two",
    "2",
    "both",
    "all",
    "also",
    "different",
    "distinct",
    "always",
    "registered",
    "existing",
    "themselves",
    "again",
    "itself",
    "another",
    "other",
    "a",
    "an",
    "one",
    "of",
    "our",
    "the",
    "each",
    "from",
    "among",
    "either",
    "separate",
    "too",
    "necessarily",
    "beide",
    "zwei",
    "verschiedene",
    "them",
    "these",
    "those",
    "being",
];

/// Words that stand for roles that were just named.
const PRONOUNS: &[&str] =
    &["both", "they", "who", "which", "these", "that", "all", "each", "beide", "ambos", "entrambi"];

/// Reads which roles are rows of which table; gives the table whose roles are said to differ.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<(String, bool)> {
    for at in clause.clone() {
        if let Some(found) = statement(scene, &clause, at) {
            return Some(found);
        }
    }
    None
}

/// What one verb or `both` says.
fn statement(scene: &mut Scene<'_>, clause: &Range<usize>, at: usize) -> Option<(String, bool)> {
    let is_verb = matches!(scene.text.norm(at), "are" | "is" | "be" | "being" | "sind" | "ist");
    let is_open = at > clause.start && matches!(scene.text.norm(at - 1), "(" | ",");
    let is_bare = matches!(scene.text.norm(at), "both" | "all" | "beide") && (is_open || at == clause.start);
    if !(is_verb || is_bare) {
        return None;
    }
    let mut noun = at + 1;
    let is_number = |at: usize| scene.text.get(at).is_some_and(|token| token.kind == Kind::Number);
    while noun < clause.end && (BETWEEN.contains(&scene.text.norm(noun)) || is_number(noun)) {
        noun += 1;
    }
    let parent = scene.table_word(noun).filter(|_| noun < clause.end && noun <= at + 6)?;
    let is_apart = (at..noun).any(|at| matches!(scene.text.norm(at), "different" | "distinct" | "verschiedene"))
        || scene.text.norm(noun.saturating_sub(1)) == "another";
    let subject = clause.start..at;
    let is_pronoun = is_bare
        || subject.is_empty()
        || PRONOUNS.contains(&scene.text.norm(at - 1))
        || PRONOUNS.contains(&scene.text.norm(subject.start)) && subject.len() <= 2;
    let (child, roles) = match is_pronoun {
        true => antecedents(scene, clause, at, &parent)?,
        false => subjects(scene, subject, &parent)?,
    };
    let is_two = (at..noun).any(|at| matches!(scene.text.norm(at), "two" | "2" | "both" | "different"));
    let roles = if is_two { with_partner(scene, &child, roles) } else { roles };
    let tokens = at..noun + 1;
    if roles.len() >= 2 {
        super::drop_loose(scene, &child, &parent);
    }
    let mut last: Option<String> = None;
    for role in &roles {
        let Some(column) = refer_as(scene, &child, role, &parent, tokens.clone()) else { continue };
        if let Some(first) = last.as_ref().filter(|_| is_apart && child != parent) {
            super::apart(scene, &child, &column, first);
        }
        last = Some(column);
    }
    last.as_ref()?;
    scene.claim(clause.start..noun + 1);
    Some((child, is_apart))
}

/// The roles of a subject: `sender and receiver of a transfer`, `home club and away club`.
fn subjects(scene: &Scene<'_>, subject: Range<usize>, parent: &str) -> Option<(String, Vec<String>)> {
    let mut child = None;
    let mut end = subject.end;
    if let Some(of) = subject.clone().find(|at| matches!(scene.text.norm(*at), "of" | "in" | "von" | "de")) {
        child = (of + 1..subject.end).rev().find_map(|at| scene.table_word(at)).filter(|table| table != parent);
        end = of;
    }
    let mut roles: Vec<Vec<usize>> = vec![Vec::new()];
    for at in subject.start..end {
        let is_break = scene.does(at, Does::Joins) || matches!(scene.text.norm(at), "," | "/");
        match is_break {
            true => roles.push(Vec::new()),
            false if scene.does(at, Does::Determines) || scene.does(at, Does::Distributes) => {}
            false if scene.is_nominal(at) => roles.last_mut()?.push(at),
            false => return None,
        }
    }
    roles.retain(|role| !role.is_empty());
    if roles.is_empty() || roles.len() > 3 || roles.iter().any(|role| role.len() > 3) {
        return None;
    }
    let words: Vec<String> = roles
        .iter()
        .map(|role| role.iter().map(|at| scene.text.norm(*at)).collect::<Vec<_>>().join(" ").replace("'s", ""))
        .collect();
    if words.iter().any(|words| tables_named(scene, words)) {
        return None;
    }
    let has = |table: &str, words: &str| {
        let table = scene.ir.table(table);
        table.is_some_and(|table| scene.find_column_in(table, words).is_some_and(|(score, _)| score >= 80))
    };
    let holder = || scene.ir.tables.iter().find(|table| words.iter().all(|words| has(&table.name, words)));
    let focus = scene.focus.table.clone().filter(|focus| words.iter().any(|words| has(focus, words)));
    let child = child
        .or(focus)
        .or_else(|| holder().map(|table| table.name.clone()))
        .or_else(|| scene.focus.table.clone().filter(|focus| words.len() >= 2 && focus != parent))
        .or_else(|| before(scene, subject.start, parent).filter(|_| words.len() >= 2))?;
    (child != parent || words.len() == 1 || words.iter().all(|words| has(&child, words))).then_some((child, words))
}

/// `white and black are two players`: the column right before a single role is the other one.
fn with_partner(scene: &Scene<'_>, child: &str, roles: Vec<String>) -> Vec<String> {
    let [role] = &roles[..] else { return roles };
    let Some(table) = scene.ir.table(child) else { return roles };
    let known = scene.find_column_in(table, role).filter(|(score, _)| *score >= 80).map(|(_, column)| column);
    let at = known.and_then(|name| table.columns.iter().position(|column| column.name == name));
    let partner = at.and_then(|at| table.columns.get(at.checked_sub(1)?));
    match partner.filter(|column| column.role == Role::Attribute && column.origin == Origin::Stated) {
        Some(partner) => vec![partner.name.replace('_', " "), role.clone()],
        None => roles,
    }
}

/// The table named last before a token.
fn before(scene: &Scene<'_>, at: usize, parent: &str) -> Option<String> {
    (at.saturating_sub(40)..at).rev().find_map(|at| scene.table_word(at).filter(|table| table != parent))
}

fn tables_named(scene: &Scene<'_>, words: &str) -> bool {
    let wanted = names::key(words);
    scene.ir.tables.iter().any(|table| names::table_score(&wanted, &table.name) >= 90)
}

/// The columns that a pronoun stands for: those named right before it.
fn antecedents(scene: &Scene<'_>, clause: &Range<usize>, at: usize, parent: &str) -> Option<(String, Vec<String>)> {
    let ends = |at: &usize| matches!(scene.text.norm(*at), "." | ";");
    let stop_before = |at: usize| {
        let from = at.saturating_sub(14);
        (from..at).rev().find(ends).map_or(from, |at| at + 1)
    };
    let stop = stop_before(at);
    // "Both are astronomers", all by itself, speaks of the sentence before.
    let is_first = stop == clause.start && at <= stop + 1 && stop > 0;
    let stop = if is_first { stop_before(stop - 1) } else { stop };
    let focus = scene.focus.table.clone()?;
    let before = || (stop..at).find_map(|at| scene.table_word(at).filter(|table| table != parent));
    let child = if is_first && focus == parent { before()? } else { focus };
    let table = scene.ir.table(&child)?;
    let mut found: Vec<(usize, &Column)> = Vec::new();
    for place in stop..at {
        let named = (1..=2).rev().find_map(|length| {
            let tokens = place..place + length;
            let is_name = tokens.clone().all(|at| scene.is_nominal(at)) && tokens.end <= at;
            let (score, column) = scene.find_column_in(table, &scene.words(tokens)).filter(|_| is_name)?;
            table.column(column).filter(|_| score >= 80)
        });
        if let Some(column) = named
            && !found.iter().any(|(_, known)| known.name == column.name)
        {
            found.push((place, column));
        }
    }
    let is_one = matches!(scene.text.norm(at), "is" | "ist")
        || matches!(scene.text.norm(at.saturating_sub(1)), "who" | "which")
            && clause.start + 1 >= at
            && parent == child;
    let most = if is_one && scene.text.norm(at) != "are" { 1 } else { 2 };
    let roles: Vec<String> = found
        .iter()
        .rev()
        .filter(|(_, column)| column.role != Role::Pk)
        .take(most)
        .map(|(_, column)| column.name.replace('_', " "))
        .collect();
    (!roles.is_empty()).then(|| (child, roles.into_iter().rev().collect()))
}

/// A role of a table refers to a row of another; gives the column's name.
fn refer_as(scene: &mut Scene<'_>, child: &str, role: &str, parent: &str, tokens: Range<usize>) -> Option<String> {
    let table = scene.ir.table(child)?;
    let known =
        scene.find_column_in(table, role).filter(|(score, _)| *score >= 80).map(|(_, column)| column.to_owned());
    let known = known.and_then(|name| table.column(&name)).map(|column| (column.name.clone(), column.role));
    let name = lex::snake(role, scene.language);
    match known {
        Some((column, Role::Fk)) => {
            let tie = scene.ir.relationships.iter().any(|tie| tie.child_table == child && tie.child_column == column);
            tie.then_some(column)
        }
        Some((_, Role::Pk)) => None,
        Some((column, _)) => {
            refer(scene, child, &column, parent);
            Some(if column.ends_with("_id") { column } else { format!("{column}_id") })
        }
        None if child == parent => {
            itself::named(scene, child, &name, tokens);
            Some(format!("{name}_id"))
        }
        None => {
            pick(scene, child, parent, Some(&name), tokens);
            Some(format!("{name}_id"))
        }
    }
}

/// A reference that only a share of the rows have; made where the two tables are not tied yet.
pub fn optional(scene: &mut Scene<'_>, child: &str, parent: &str, rate: f64, tokens: Range<usize>) -> bool {
    let quote = scene.quote(tokens.clone());
    if !scene.ir.relationships.iter().any(|tie| tie.child_table == child && tie.parent_table == parent) {
        let column = super::reference_name(scene, parent, None);
        put_key(scene, child, &column, &quote);
        scene.ir.relationships.push(Relationship {
            tie: Tie::Picks,
            child_table: child.to_owned(),
            child_column: column,
            parent_table: parent.to_owned(),
            origin: Origin::Stated,
            ..Relationship::default()
        });
    }
    let mut ties = scene.ir.relationships.iter_mut();
    let tie = ties.find(|tie| tie.child_table == child && tie.parent_table == parent && tie.tie == Tie::Picks);
    let Some(tie) = tie else { return false };
    tie.null_rate = rate;
    tie.evidence.push(quote);
    let path = format!("relationships.{child}.{}", tie.child_column);
    scene.ir.assumptions.retain(|known| known.path != path);
    scene.ir.questions.retain(|known| !known.path.starts_with(&path));
    scene.claim(tokens);
    true
}
