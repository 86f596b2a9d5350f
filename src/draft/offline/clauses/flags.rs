//! "passed is true when points are at least 50", "a flag that is set if and only if the stock is below the reorder level" -> a
//! boolean column that is a formula.

use std::ops::Range;

use super::conditions::{self, Condition};
use super::edit::{add_column, add_rule, inferred, prove, turn_into, yaml};
use super::units::DEMANDS;
use super::values::{self, is_boolean};
use super::view::View;
use crate::draft::ir::{ColumnType, Role, RuleKind};
use crate::draft::offline::names;
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::text::Kind;

/// What leads from a truth to its condition.
const WHEN: &str =
    "exactly|precisely|only|just? iff|if|when|whenever|where|while|wenn|si|cuando|quando|se and? only? if|when?";

/// Reads what makes a yes or no.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let (place, condition, tokens) =
        said(&view).or_else(|| equal(&view)).or_else(|| counts_as(&view)).or_else(|| bare(&view))?;
    drop(view);
    set(scene, &place, &condition, tokens.clone());
    Some(tokens)
}

/// Whether a value that some words give belongs to a condition: `true when`, `yes if`, `set only if`.
pub fn begins(scene: &Scene<'_>, clause: Range<usize>) -> bool {
    let start = clause.start;
    let view = View::new(scene, clause);
    truth(&view, start).is_some()
}

/// "true when", "yes if", "false unless": whether the condition holds or its contrary, and the token behind the words.
fn truth(view: &View<'_, '_>, at: usize) -> Option<(bool, usize)> {
    let holds = match view.norm(at) {
        "true" | "yes" | "set" | "ticked" | "checked" | "raised" | "1" => true,
        "false" | "no" | "unset" | "0" => false,
        _ => return None,
    };
    let unless = super::phrase::reach(view, "unless", at + 1).map(|end| (!holds, end));
    unless.or_else(|| super::phrase::reach(view, WHEN, at + 1).map(|end| (holds, end)))
}

/// "passed is true when points are at least 50".
fn said(view: &View<'_, '_>) -> Option<(Place, String, Range<usize>)> {
    view.clause.clone().filter(|at| !view.scene.is_claimed(*at)).find_map(|at| {
        let (holds, start) = truth(view, at)?;
        let (place, from) = target(view, at)?;
        let is_strict = matches!(view.norm(at), "set" | "ticked" | "checked" | "raised" | "1" | "0" | "unset");
        if is_strict && !is_flag(view, &place) {
            return None;
        }
        let (condition, end) = all(view, &place.table, start)?;
        let condition = if holds { condition } else { format!("not ({condition})") };
        Some((place.clone(), condition.clone(), from..end)).filter(|_| !reads(&condition, &place.column))
    })
}

/// "heavy = weight > 30", "is_adult (age >= 18)".
fn equal(view: &View<'_, '_>) -> Option<(Place, String, Range<usize>)> {
    view.clause.clone().filter(|at| !view.scene.is_claimed(*at)).find_map(|at| {
        let mark = view.norm(at);
        let is_link = matches!(mark, "=" | ":" | "(" | ":=") || mark == "means" || mark == "is";
        let (place, from) = is_link.then(|| target(view, at)).flatten()?;
        let start = at + 1 + usize::from(matches!(view.norm(at + 1), "if" | "when" | "whether"));
        let (condition, end) = all(view, &place.table, start)?;
        let is_whole = if mark == "(" { view.norm(end) == ")" } else { ends(view, end) };
        let is_told = matches!(mark, "=" | ":=") || is_flag(view, &place);
        let fits = is_whole && is_told && condition.contains(['<', '>', '=']) && !reads(&condition, &place.column);
        fits.then_some((place, condition, from..end))
    })
}

/// "A booking is long_stay if nights is more than 7", "an order counts as large when its total exceeds 500".
fn counts_as(view: &View<'_, '_>) -> Option<(Place, String, Range<usize>)> {
    view.clause.clone().filter(|at| !view.scene.is_claimed(*at)).find_map(|at| {
        let start =
            super::phrase::reach(view, "is|are|counts|count|is|are considered|called|marked|flagged? as? a|an?", at)?;
        let (table, _) = at.checked_sub(1).and_then(|before| view.table_at(before))?;
        let word = view.norm(start);
        let is_name = view.kind(start) == Some(Kind::Word) && names::is_content(word) && !DEMANDS.contains(&word);
        let behind = super::phrase::reach(view, WHEN, start + 1).filter(|_| is_name)?;
        let (condition, end) = all(view, &table, behind)?;
        let known = values::meaning(view.scene, &table, word);
        if known.as_ref().is_some_and(|known| known.value.is_some() || known.negated) {
            return None;
        }
        let name = if word.contains('_') { word.to_owned() } else { format!("is_{word}") };
        let place = known.map_or_else(|| Place { table, column: name }, |known| known.place);
        let is_told = condition.contains(['<', '>', '=']) && !reads(&condition, &place.column);
        is_told.then_some((place, condition, at..end))
    })
}

/// "passed if the score is at least 50": the condition right behind the column.
fn bare(view: &View<'_, '_>) -> Option<(Place, String, Range<usize>)> {
    let flags = view.mentions().iter().filter(|(place, _)| view.column(place).is_some_and(is_boolean));
    flags.cloned().find_map(|(place, tokens)| {
        let start = super::phrase::reach(view, WHEN, tokens.end)?;
        let (condition, end) = all(view, &place.table, start)?;
        let is_told = condition.contains(['<', '>', '=']) && !reads(&condition, &place.column) && ends(view, end);
        is_told.then_some((place, condition, tokens.start..end))
    })
}

/// The column whose truth is told: named right before, or the one spoken of.
fn target(view: &View<'_, '_>, at: usize) -> Option<(Place, usize)> {
    let is_link = |at: usize| {
        matches!(
            view.norm(at),
            "is" | "are"
                | "which"
                | "that"
                | "be"
                | "being"
                | "("
                | ","
                | ":"
                | "="
                | "equals"
                | "becomes"
                | "should"
                | "must"
                | "it"
                | "set"
                | "to"
                | "only"
                | "will"
                | "-"
        )
    };
    let behind = (view.clause.start..at).rev().find(|at| !is_link(*at)).map_or(view.clause.start, |before| before + 1);
    let named = view.mentions().iter().find(|(_, tokens)| tokens.end == behind);
    let attribute = |place: &Place| view.column(place).is_some_and(|column| column.role == Role::Attribute);
    if let Some((place, tokens)) = named.filter(|(place, _)| attribute(place)) {
        return Some((place.clone(), tokens.start));
    }
    let spoken_of = view.place().filter(attribute).map(|place| (place, behind));
    spoken_of.or_else(|| {
        // "passed is yes if ...": a name that nothing has told of yet.
        let first = behind.checked_sub(1).filter(|first| *first >= view.clause.start)?;
        let word = view.norm(first);
        let is_name = view.kind(first) == Some(Kind::Word) && names::is_content(word) && !DEMANDS.contains(&word);
        let opens =
            first == view.clause.start || matches!(view.norm(first - 1), "the" | "a" | "and" | "," | "flag" | "column");
        let table = view.scene.focus.table.clone().or_else(|| view.table())?;
        (is_name && opens && behind < at && view.scene.find_table(word).is_none())
            .then(|| (Place { table, column: word.replace('-', "_") }, first))
    })
}

/// Whether a column is one of yes and no, by its kind or by its name.
fn is_flag(view: &View<'_, '_>, place: &Place) -> bool {
    let leads = ["is_", "has_", "needs_", "was_", "over_", "under_", "should_", "can_"];
    let told = |at: usize| matches!(view.norm(at), "flag" | "indicator" | "boolean" | "bool" | "marker");
    view.column(place).is_none_or(is_boolean)
        || leads.iter().any(|lead| place.column.starts_with(lead))
        || view.clause.clone().any(told)
}

/// Conditions with `and` and `or` between them, and the token behind the last.
fn all(view: &View<'_, '_>, table: &str, start: usize) -> Option<(String, usize)> {
    let one = |at: usize| match conditions::at(view, table, at)? {
        (Condition::Sql(text), end) => Some((text, end)),
        _ => None,
    };
    let (mut text, mut end) = one(start)?;
    while let word @ ("and" | "or") = view.norm(end) {
        let Some((more, behind)) = one(end + 1) else { break };
        text = format!("{text} {word} {more}");
        end = behind;
    }
    // "..., otherwise no": the contrary, which needs no words.
    let other = super::phrase::reach(view, ",|;? and|or? otherwise|else|false|no it? is? false|no|0|unset?", end);
    Some((text, other.unwrap_or(end)))
}

fn ends(view: &View<'_, '_>, at: usize) -> bool {
    at >= view.clause.end || matches!(view.norm(at), "" | "." | "," | ";" | ")" | "\n" | "\n\n")
}

/// Whether a condition reads a column.
fn reads(condition: &str, column: &str) -> bool {
    condition.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == column)
}

fn set(scene: &mut Scene<'_>, place: &Place, condition: &str, tokens: Range<usize>) {
    if scene.column(place).is_none() {
        add_column(scene, &place.table, inferred(&place.column, "expr"));
    }
    if let Some(column) = scene.column_mut(place) {
        turn_into(column, "expr");
        column.params.clear();
        column.choices.clear();
        column.null_rate = 0.0;
        column.r#type = ColumnType::Boolean;
        column.set("expr", yaml(condition));
    }
    let quote = scene.quote(tokens.clone());
    scene.claim(tokens.clone());
    add_rule(scene, RuleKind::Formula, &place.table, vec![place.column.clone()], condition.to_owned(), quote);
    prove(scene, place, tokens);
}
