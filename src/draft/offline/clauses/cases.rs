//! "the unit is mg/dL if the test is glucose and mmol/L otherwise" -> a text that differs by a condition.

use std::ops::Range;

use super::branches;
use super::conditions::{self, Condition};
use super::edit::{prove, turn_into, yaml};
use super::view::View;
use crate::draft::ir::{Choice, Column, Role};
use crate::draft::offline::names;
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::text::Kind;

/// What leads to a condition.
const IF: &str = "if|when|whenever|where|for|wenn|falls|si|se|quand|cuando|quando in? case?";

/// What stands between two cases.
const BETWEEN: &str = ",|;? and|but|while|or? it|they? is|are|it's|being?";

/// What leads from a column to its first value.
const LINK: &str = "is|are|=|:|equals|reads|says set? to? either?";

/// The values of a case and when it holds; none where all else is meant.
type Case = (Vec<String>, Option<String>);

/// Reads texts that differ by a condition.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let (place, cases, tokens) = stated(&view)?;
    drop(view);
    let base = scene.column(&place)?.clone();
    let cases = closed(scene, &place.table, cases);
    let mut made: Vec<Column> = cases.into_iter().map(|(values, when)| case(&base, values, when)).collect();
    made.sort_by_key(|column| column.when.is_empty());
    made[0].evidence.push(scene.quote(tokens.clone()));
    branches::replace(scene, &place, made);
    scene.claim(tokens.clone());
    prove(scene, &place, tokens.clone());
    Some(tokens)
}

/// The last case is all the rest where the conditions tell all values of one column.
fn closed(scene: &Scene<'_>, table: &str, mut cases: Vec<Case>) -> Vec<Case> {
    let conditions: Vec<&str> = cases.iter().filter_map(|(_, when)| when.as_deref()).collect();
    let is_last = cases.len() == conditions.len() && conditions::are_all(scene, table, &conditions);
    if let Some((_, when)) = cases.last_mut().filter(|_| is_last) {
        *when = None;
    }
    cases
}

/// A column, and its cases behind a link; at least two, or one and all the rest.
fn stated(view: &View<'_, '_>) -> Option<(Place, Vec<Case>, Range<usize>)> {
    let led = leading(view);
    for (place, name) in view.mentions() {
        let takes = view.column(place).is_some_and(|column| {
            column.role == Role::Attribute
                && column.when.is_empty()
                && !super::windows::is_time(column)
                && !super::values::is_boolean(column)
        });
        let Some(start) = super::phrase::reach(view, LINK, name.end).filter(|_| takes) else { continue };
        let is_free = |end: usize| view.scene.is_free(start..end);
        if let Some((when, open, behind)) = &led
            && name.start >= *behind
            && let Some((cases, end)) = behind_condition(view, start, when).filter(|(_, end)| is_free(*end))
        {
            return Some((place.clone(), cases, *open..end));
        }
        if let Some((cases, end)) = cases(view, place, start).filter(|(_, end)| is_free(*end)) {
            return Some((place.clone(), cases, name.start..end));
        }
    }
    None
}

/// The condition that a clause begins with, where it begins, and the token behind its comma: "if the total is above 100,".
fn leading(view: &View<'_, '_>) -> Option<(String, usize, usize)> {
    let open = view.clause.start;
    let start = super::phrase::reach(view, IF, open)?;
    let table = view.scene.focus.table.clone().or_else(|| view.table())?;
    let (condition, end) = conditions::at(view, &table, start)?;
    let behind = super::phrase::reach(view, ",? then?", end)?;
    match condition {
        Condition::Sql(sql) if behind > end => Some((sql, open, behind)),
        _ => None,
    }
}

/// "express, else standard" behind a condition and its column: what holds then, and what else.
fn behind_condition(view: &View<'_, '_>, start: usize, when: &str) -> Option<(Vec<Case>, usize)> {
    let (first, behind) = values(view, start)?;
    let rest = super::phrase::reach(view, ",|;? and|or|but? otherwise|else ,? it|they? is|are|it's?", behind)?;
    let (second, end) = values(view, rest)?;
    Some((vec![(first, Some(when.to_owned())), (second, None)], end))
}

/// The cases that begin at a token, and the token behind them.
fn cases(view: &View<'_, '_>, place: &Place, start: usize) -> Option<(Vec<Case>, usize)> {
    let mut found: Vec<Case> = Vec::new();
    let (mut at, mut end) = (start, start);
    let mut is_done = false;
    let mut about: Option<Place> = None;
    while !is_done {
        let rest = super::phrase::reach(view, "otherwise|else|sonst|sinon ,? it|they? is|are|it's?", at)
            .filter(|_| !found.is_empty());
        let Some((values, behind)) = values(view, rest.unwrap_or(at)) else { break };
        let (when, behind) = match condition(view, place, behind, &mut about) {
            Some(_) if rest.is_some() => return None,
            Some(read) => read,
            None if found.is_empty() => return None,
            None => (None, behind),
        };
        is_done = when.is_none();
        found.push((values, when));
        end = behind;
        at = super::phrase::reach(view, BETWEEN, behind).unwrap_or(behind);
        is_done |= at == behind;
    }
    (found.len() >= 2).then_some((found, end))
}

/// A condition behind a value, `None` in it for all the rest, and the token behind it. "It" is the column of the condition before.
fn condition(
    view: &View<'_, '_>,
    place: &Place,
    at: usize,
    about: &mut Option<Place>,
) -> Option<(Option<String>, usize)> {
    let at = super::phrase::reach(view, ",", at).unwrap_or(at);
    let start = super::phrase::reach(view, IF, at);
    let open = start.unwrap_or(at);
    if let (Some(known), Some(behind)) = (&*about, super::phrase::reach(view, "it|this|that", open))
        && let Some((comparison, end)) = conditions::compared(view, &place.table, behind)
    {
        return start.map(|_| (Some(format!("{} {comparison}", known.column)), end));
    }
    let (condition, end) = conditions::at(view, &place.table, open)?;
    *about = (open..end).find_map(|at| view.column_at(at)).map(|(place, _)| place).or(about.take());
    match condition {
        Condition::Else => Some((None, end)),
        Condition::Sql(sql) if start.is_some() => Some((Some(sql), end)),
        Condition::Sql(_) | Condition::Words(..) => None,
    }
}

/// One text or several with `or` between, in front of a condition or an end; and the token behind them.
fn values(view: &View<'_, '_>, start: usize) -> Option<(Vec<String>, usize)> {
    let mut found = Vec::new();
    let mut at = start;
    loop {
        let (value, end) = value(view, at)?;
        found.push(value);
        at = match super::phrase::reach(view, "or", end) {
            Some(next) => next,
            None => return Some((found, end)),
        };
    }
}

/// A text of up to three words, or what is written without blanks: `mg/dL`.
fn value(view: &View<'_, '_>, start: usize) -> Option<(String, usize)> {
    if view.kind(start) == Some(Kind::Quoted) {
        return Some((view.norm(start).to_owned(), start + 1));
    }
    let is_word = |at: usize| {
        let word = view.norm(at);
        view.kind(at) == Some(Kind::Word) && names::is_content(word) && !NEVER.contains(&word)
    };
    let mut end = start;
    while is_word(end) && end < start + 3 {
        end += 1;
        while end + 1 < view.clause.end
            && matches!(view.norm(end), "/" | "-" | "&")
            && view.scene.text.is_glued(end)
            && view.scene.text.is_glued(end + 1)
        {
            end += 2;
        }
    }
    (end > start).then(|| (view.scene.quote(start..end), end))
}

/// Words that are no values where a condition follows: what columns are asked for, and what says nothing.
const NEVER: &[&str] = &[
    "otherwise",
    "else",
    "true",
    "false",
    "yes",
    "set",
    "filled",
    "known",
    "given",
    "unknown",
    "absent",
    "present",
    "unset",
    "free",
    "none",
    "nothing",
    "while",
    "but",
    "because",
    "since",
    "such",
    "likely",
    "possible",
    "allowed",
    "left",
    "also",
    "just",
    "unique",
    "distinct",
    "required",
    "mandatory",
    "optional",
    "missing",
    "empty",
    "null",
    "blank",
    "always",
    "never",
    "up",
    "within",
    "without",
    "computed",
    "calculated",
    "twice",
    "half",
    "double",
    "equal",
];

/// One case of a column.
fn case(base: &Column, values: Vec<String>, when: Option<String>) -> Column {
    let mut column = Column { when: when.unwrap_or_default(), ..base.clone() };
    match &values[..] {
        [one] => {
            turn_into(&mut column, "constant");
            column.params.clear();
            column.set("value", yaml(one));
        }
        _ => {
            turn_into(&mut column, "choice");
            column.choices = values.into_iter().map(|value| Choice { value, weight: 0.0 }).collect();
        }
    }
    column.r#type = crate::draft::ir::ColumnType::Auto;
    column
}
