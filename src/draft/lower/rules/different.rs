//! Two columns that are never the same: a reference that steps over the other's row, or a choice that leaves the other's value out.

use super::comparison::Comparison;
use super::{Outcome, reads};
use crate::draft::lower::sheet::{Branch, Sheet};
use crate::fmt::{Entry, Form, Layout, Scalar, Value};

/// Builds `a <> b` in.
pub(super) fn different(sheet: &mut Sheet, found: &Comparison) -> Outcome {
    let (mut own, mut other) = (found.right.as_str(), found.left.as_str());
    if own.contains('.') || reads(sheet, other, own) {
        (own, other) = (other, own);
    }
    let impossible =
        format!("`{own}` cannot be kept apart from `{other}`: they are neither references nor short lists of one kind");
    let branch = |name: &str| sheet.column(name).and_then(|column| column.single());
    let (Some(here), Some(there)) = (branch(own), branch(other)) else { return Outcome::Impossible(impossible) };
    match (here.generator.as_str(), there.generator.as_str()) {
        ("ref", "ref") if here.text("to") == there.text("to") => set(sheet, own, "other_than", Value::text(other)),
        ("ref", "field") if there.text("of").and_then(|of| of.split('.').next()) == here.text("to") => {
            set(sheet, own, "other_than", Value::text(other))
        }
        ("field", "ref") if here.text("of").and_then(|of| of.split('.').next()) == there.text("to") => {
            set(sheet, other, "other_than", Value::text(own))
        }
        ("choice", "choice") => match given(here, there) {
            Some(of) => {
                let own = own.to_owned();
                set(sheet, &own, "given", Value::text(other));
                set(sheet, &own, "of", of)
            }
            None => Outcome::Impossible(impossible),
        },
        _ => Outcome::Impossible(impossible),
    }
}

fn set(sheet: &mut Sheet, column: &str, key: &str, value: Value) -> Outcome {
    if let Some(branch) = sheet.column_mut(column).and_then(|column| column.single_mut()) {
        branch.set(key, value);
    }
    Outcome::Done
}

/// The most values of a choice for which a table of what is left of each is still readable.
const MOST: usize = 12;

/// For each value of the other choice the values of this one without it.
fn given(own: &Branch, other: &Branch) -> Option<Value> {
    let of = |branch: &Branch| {
        branch.params.iter().find(|(key, _)| key == "of").and_then(|(_, of)| of.collection().cloned())
    };
    let (own, other) = (of(own)?, of(other)?);
    let name = |entry: &Entry| match &entry.key {
        Some(key) => Some(key.clone()),
        None => entry.value.scalar().cloned(),
    };
    let others: Vec<Scalar> = other.entries.iter().map(name).collect::<Option<_>>()?;
    if others.len() > MOST || own.entries.len() > MOST {
        return None;
    }
    let mut entries = Vec::new();
    for value in others {
        let mut rest = own.clone();
        rest.entries.retain(|entry| name(entry).is_some_and(|known| known.text != value.text));
        if rest.entries.is_empty() {
            return None;
        }
        rest.layout = Layout::Flow;
        entries.push(Entry::new(Some(value), Form::Collection(rest).into()));
    }
    Some(Value::map(Layout::Flow, entries))
}
