//! "only shipped orders have a shipping date", "empty unless returned", "cancelled orders have no delivery date" -> nulls under
//! a condition.

use std::ops::Range;

use super::conditions::{self, Condition, negated};
use super::edit::prove;
use super::view::View;
use crate::draft::offline::scene::{Place, Scene};

/// Words behind which the rows stand that have a value.
const PRESENT: &[&str] = &[
    "only|just|solely given|set|filled|present|known|available|recorded|populated|required|used|there|exists|applies|for|if|when|where|in|with|on in? if|for|when|where|once|on|case?",
    "given|set|filled|present|known|available|recorded|populated|required|used|applies only|just if|for|when|where|once|on|in case?",
    "missing|empty|null|blank|unset|absent|nothing|none|unknown unless|except if|for|when|where?",
    "unless",
    "nur|ausschließlich bei|für|wenn|falls",
    "seulement|uniquement pour|si|quand",
    "solo|sólo|soltanto|apenas|somente para|per|si|se|cuando|quando",
];

/// Words behind which the rows stand that have none.
const ABSENT: &[&str] = &[
    "missing|empty|null|blank|unset|absent|unknown if|for|when|where|until|as|while|in case? long? as?",
    "left empty|blank|out if|for|when|where|until|while",
    "not set|given|filled|present|available|recorded|required if|for|when|where|until|while",
    "except|but not? for|if|when|where",
    "leer|fehlt wenn|für|bei|falls",
    "vide si|pour|quand",
    "vacío|nulo|vuoto|vazio si|se|para|per|cuando|quando",
];

/// Reads missing values under a condition.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let (place, condition, is_null, tokens) = rows_have(&view)
        .or_else(|| led(&view))
        .or_else(|| under(&view, PRESENT, false))
        .or_else(|| under(&view, ABSENT, true))?;
    drop(view);
    let quote_of = tokens.clone();
    let condition = condition.sql(scene, &place.table)?;
    if own(&condition, &place) {
        return None;
    }
    let condition = if is_null { condition } else { negated(&condition) };
    scene.claim(tokens.clone());
    if let Some(column) = scene.column_mut(&place) {
        column.null_when = match column.null_when.as_str() {
            "" => condition,
            known if known == condition => condition,
            known => format!("{known} or {condition}"),
        };
        column.null_rate = 0.0;
    }
    prove(scene, &place, quote_of);
    Some(tokens)
}

/// Whether a condition reads the column itself.
fn own(condition: &str, place: &Place) -> bool {
    condition.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == place.column)
}

type Reading = (Place, Condition, bool, Range<usize>);

/// "only shipped orders have a shipping date", "pending invoices have no payment date".
fn rows_have(view: &View<'_, '_>) -> Option<Reading> {
    let table_of = |at: usize| {
        view.clause
            .clone()
            .filter(|token| *token >= at && *token < at + 4)
            .find_map(|token| view.table_at(token))
            .map(|(table, _)| table)
    };
    for start in view.clause.clone().filter(|at| !view.scene.is_claimed(*at)) {
        let only = super::phrase::reach(view, "only|just|solely|nur|seulement|solo|sólo|apenas the|those|if?", start);
        let first = only.unwrap_or(start);
        let Some(table) = table_of(first).or_else(|| view.scene.focus.table.clone()) else { continue };
        let Some((condition, end)) = conditions::at(view, &table, first) else { continue };
        if condition == Condition::Else || (only.is_none() && matches!(condition, Condition::Words(..))) {
            continue;
        }
        let have = "that? have|has|carry|get|gets|are|is|with|given|haben|hat|ont|tienen|hanno|têm|tem a|an|their|its|the|any|assigned|eine|einen|ein|une|un|una|uno|um|uma?";
        let none = "have|has|get|gets|with|carry|haben|hat|ont|tienen|hanno|têm no|kein|keine|keinen|pas|neither %col";
        let lack = "lack|lacks|do|don't|without not? have? a|an|the|any|their? %col";
        let is_null = super::phrase::reach(view, none, end).or_else(|| super::phrase::reach(view, lack, end)).is_some();
        let reached = if only.is_some() {
            super::phrase::reach(view, have, end)
        } else {
            super::phrase::reach(view, none, end).or_else(|| super::phrase::reach(view, lack, end))
        };
        let Some(reached) = reached else { continue };
        if only.is_none() && !is_null {
            continue;
        }
        let from = if only.is_some() { reached } else { end };
        let Some((place, tokens)) = view
            .mentions()
            .iter()
            .find(|(place, tokens)| tokens.start >= from && tokens.start <= from + 4 && place.table == table)
        else {
            continue;
        };
        return Some((place.clone(), condition, is_null && only.is_none(), start..tokens.end.max(reached)));
    }
    None
}

/// "When the method is cash the card number is empty", "for pending orders the shipping date is blank".
fn led(view: &View<'_, '_>) -> Option<Reading> {
    for start in view.clause.clone().filter(|at| !view.scene.is_claimed(*at)) {
        let lead = "if|when|whenever|where|for|in|wenn|falls|si|quand|cuando|quando|se case? of?";
        let Some(first) = super::phrase::reach(view, lead, start) else { continue };
        let Some(table) = view.scene.focus.table.clone().or_else(|| view.table()) else { continue };
        let Some((condition, end)) = conditions::at(view, &table, first) else { continue };
        let Some(name) = super::phrase::reach(view, ",? then? the|its|their|there? is|are?", end) else { continue };
        let Some((place, behind)) = view.column_at(name).filter(|(place, _)| place.table == table) else { continue };
        let is = "is|are|stays|stay|remains|remain|must|should|has|will|bleibt|ist|est|es|è|é to? be? left? empty|null|missing|blank|unset|absent|unknown|leer|vide|vacío|vuoto|vazio";
        let given =
            "is|are|must|should|has|will to? be? always? given|set|filled|present|known|recorded|required|there";
        let none = super::phrase::reach(view, is, behind);
        let some = super::phrase::reach(view, given, behind);
        let Some(reached) = none.or(some) else { continue };
        if condition != Condition::Else {
            return Some((place, condition, none.is_some(), start..reached));
        }
    }
    None
}

/// "empty unless returned", "set only when the status is shipped".
fn under(view: &View<'_, '_>, words: &[&'static str], is_null: bool) -> Option<Reading> {
    let found = words.iter().find_map(|pattern| view.find(&[pattern]))?;
    if view.share_at(found.tokens.end).is_some() {
        return None;
    }
    let place = view.subject(&found.tokens)?;
    let (condition, end) = conditions::at(view, &place.table, found.tokens.end)?;
    let is_fixed = matches!(condition, Condition::Sql(_)) || words_are_safe(view, &found.tokens);
    (condition != Condition::Else && is_fixed).then_some((place, condition, is_null, found.tokens.start..end))
}

/// Whether words that need a column of their own may stand behind a phrase.
fn words_are_safe(view: &View<'_, '_>, tokens: &Range<usize>) -> bool {
    tokens
        .clone()
        .any(|at| matches!(view.norm(at), "unless" | "if" | "when" | "empty" | "missing" | "null" | "only" | "where"))
}
