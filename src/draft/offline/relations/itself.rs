//! References of a table to itself, and two references to one table.

use std::ops::Range;

use super::put_key;
use crate::draft::ir::{Origin, Relationship, Tie};
use crate::draft::offline::names;
use crate::draft::offline::scene::Scene;

/// Words that say what the other row is for: the column's name.
const ROLES: &[(&str, &str)] = &[
    ("report", "manager"),
    ("reports", "manager"),
    ("managed", "manager"),
    ("manager", "manager"),
    ("boss", "manager"),
    ("supervisor", "supervisor"),
    ("supervised", "supervisor"),
    ("reply", "reply_to"),
    ("replies", "reply_to"),
    ("answers", "reply_to"),
    ("referred", "referrer"),
    ("recommended", "referrer"),
    ("refer", "referrer"),
    ("mentor", "mentor"),
    ("mentored", "mentor"),
    ("invited", "inviter"),
    ("mother", "mother"),
    ("father", "father"),
    ("replaces", "replaces"),
    ("follows", "follows"),
    ("depends", "depends_on"),
    ("requires", "requires"),
    ("successor", "successor"),
    ("predecessor", "predecessor"),
    ("spouse", "spouse"),
    ("vorgesetzten", "manager"),
    ("vorgesetzte", "manager"),
];

/// A reference of a table to another row of its own; optional, since the first rows have no earlier one.
pub fn tie(scene: &mut Scene<'_>, table: &str, evidence: Range<usize>) {
    let role = evidence
        .clone()
        .find_map(|at| ROLES.iter().find(|(word, _)| *word == scene.text.norm(at)))
        .map_or("parent", |(_, role)| *role);
    named(scene, table, role, evidence);
}

/// What a noun such as `manager` names: another row of the same table.
pub fn role_of(word: &str) -> Option<&'static str> {
    let is_noun = matches!(
        word,
        "manager"
            | "boss"
            | "supervisor"
            | "mentor"
            | "parent"
            | "referrer"
            | "successor"
            | "predecessor"
            | "mother"
            | "father"
            | "spouse"
    );
    if !is_noun {
        return None;
    }
    Some(ROLES.iter().find(|(known, _)| *known == word).map_or("parent", |(_, role)| role))
}

/// A share of the rows of a table has no row of it in this role.
pub fn to_itself(scene: &mut Scene<'_>, table: &str, role: &str, rate: f64, evidence: Range<usize>) -> bool {
    let name = format!("{role}_id");
    let has_column = scene
        .ir
        .table(table)
        .is_some_and(|table| table.column(role).is_some_and(|column| column.role == crate::draft::ir::Role::Attribute));
    if has_column {
        return false;
    }
    named(scene, table, role, evidence);
    let tie = scene.ir.relationships.iter_mut().find(|tie| tie.child_table == table && tie.child_column == name);
    if let Some(tie) = tie {
        tie.null_rate = rate;
        let path = format!("relationships.{table}.{name}");
        scene.ir.assumptions.retain(|known| known.path != path);
        scene.ir.questions.retain(|known| !known.path.starts_with(&path));
    }
    true
}

/// The same under a name.
pub fn named(scene: &mut Scene<'_>, table: &str, role: &str, evidence: Range<usize>) {
    let column = if role.ends_with("_id") { role.to_owned() } else { format!("{role}_id") };
    let quote = scene.quote(evidence.clone());
    scene.claim(evidence.clone());
    if scene
        .ir
        .relationships
        .iter()
        .any(|tie| tie.child_table == table && tie.parent_table == table && tie.child_column == column)
    {
        return;
    }
    let must = evidence.clone().any(|at| matches!(scene.text.norm(at), "must" | "always" | "every" | "each"));
    let null_rate = if must { 0.0 } else { 0.3 };
    put_key(scene, table, &column, &quote);
    scene.ir.relationships.push(Relationship {
        tie: Tie::Picks,
        child_table: table.to_owned(),
        child_column: column.clone(),
        parent_table: table.to_owned(),
        null_rate,
        origin: Origin::Stated,
        evidence: vec![quote],
        ..Relationship::default()
    });
    if !must {
        let path = format!("relationships.{table}.{column}");
        scene.assume(path.clone(), format!("some rows of `{table}` have no `{column}`"), "30%");
        scene.ask(format!("{path}.null_rate"), format!("What share of `{table}` has no `{column}`?"), &[], "0.3");
    }
}

/// `a category can be under another category`, `employees report to a manager who is an employee`.
pub fn reference_to_self(scene: &mut Scene<'_>, table: &str, at: usize, start: usize, end: usize) -> Option<usize> {
    let leads = matches!(
        scene.text.norm(at),
        "another"
            | "other"
            | "fellow"
            | "parent"
            | "otra"
            | "otro"
            | "autre"
            | "andere"
            | "anderen"
            | "altra"
            | "outra"
            | "same"
            | "earlier"
            | "previous"
    );
    let skip = usize::from(matches!(
        scene.text.norm(at),
        "a" | "an" | "also" | "ein" | "einem" | "einer" | "un" | "una" | "une" | "um" | "uma" | "other" | "another"
    ));
    let plain = at > start + 1
        && matches!(
            scene.text.norm(at - 1),
            "to" | "under"
                | "inside"
                | "is"
                | "also"
                | "below"
                | "by"
                | "of"
                | "itself"
                | "are"
                | "auf"
                | "unter"
                | "ist"
                | "est"
                | "es"
                | "è"
                | "é"
        )
        && scene.table_word(at + skip).as_deref() == Some(table);
    let word = if leads { at + 1 } else { at + skip };
    if !(leads || plain) || word >= end || names::key(scene.text.norm(word)) != last_word(table) {
        return None;
    }
    let is_between = (start..at).any(|at| matches!(scene.text.norm(at), "between" | "both"));
    if is_between {
        return None;
    }
    tie(scene, table, start..word + 1);
    Some(word + 1)
}

fn last_word(table: &str) -> String {
    names::key(table).rsplit(' ').next().unwrap_or_default().to_owned()
}

/// Pairs of names for two rows of one table that are never the same.
const PAIRS: &[(&str, &str)] = &[
    ("sender", "receiver"),
    ("sender", "recipient"),
    ("home", "away"),
    ("from", "to"),
    ("origin", "destination"),
    ("departure", "arrival"),
    ("buyer", "seller"),
    ("source", "target"),
    ("source", "destination"),
    ("start", "end"),
    ("payer", "payee"),
    ("giver", "receiver"),
    ("white", "black"),
    ("winner", "loser"),
    ("lender", "borrower"),
    ("husband", "wife"),
    ("caller", "callee"),
    ("follower", "followed"),
    ("host", "guest"),
    ("first", "second"),
    ("mentor", "mentee"),
    ("blue", "red"),
    ("debtor", "creditor"),
];

/// The references of a table to one other table are told apart: said so, or by names such as `home` and `away`.
pub fn other_of_same(scene: &mut Scene<'_>, said: &[String]) {
    let ties = scene.ir.relationships.clone();
    for (at, tie) in ties.iter().enumerate() {
        let partner = ties[..at].iter().find(|other| {
            other.child_table == tie.child_table
                && other.parent_table == tie.parent_table
                && other.tie == Tie::Picks
                && tie.tie == Tie::Picks
                && tie.child_table != tie.parent_table
        });
        let Some(partner) = partner else { continue };
        let named = |one: &str, other: &str| PAIRS.iter().any(|(a, b)| one.contains(a) && other.contains(b));
        let is_pair =
            named(&partner.child_column, &tie.child_column) || named(&tie.child_column, &partner.child_column);
        let is_said = said.contains(&tie.child_table);
        if !(is_pair || is_said) || !scene.ir.relationships[at].other_than.is_empty() {
            continue;
        }
        scene.ir.relationships[at].other_than = partner.child_column.clone();
        if !is_said {
            let path = format!("relationships.{}.{}", tie.child_table, tie.child_column);
            scene.assume(
                path,
                format!("`{}` is never the same row as `{}`", tie.child_column, partner.child_column),
                "never the same",
            );
        }
    }
}
