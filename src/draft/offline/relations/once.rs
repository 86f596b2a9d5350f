//! `an ingredient is listed once per recipe`, `one review per customer and product` -> pairs of rows that come together once.

use std::ops::Range;

use super::{put_key, reference_name};
use crate::diag::Diagnostic;
use crate::draft::ir::{Origin, Relationship, RowsOrigin, Shape, Tie};
use crate::draft::offline::scene::Scene;
use crate::draft::offline::words::Does;
use crate::words::grouped;

/// Words that say that something happens once.
const ONCE: &[&str] = &["once", "twice", "repeat", "repeats", "repeated", "repeatedly", "again", "duplicates"];

/// A clause that says only that rows of a many-to-many table do not repeat; gives that table, of which the text goes on to speak.
pub fn listed(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<String> {
    let once = clause.clone().find(|at| ONCE.contains(&scene.text.norm(*at)))?;
    let is_told = clause.clone().any(|at| {
        at != once
            && scene.quantity(at, clause.end).is_some_and(|found| found.max > 1 || found.max == 0 && !found.is_vague)
    });
    let named = tables(scene, clause.clone());
    let [one, other, ..] = &named[..] else { return None };
    let owns = |parent: &str, child: &str| {
        let mut ties = scene.ir.relationships.iter();
        ties.any(|tie| tie.child_table == child && tie.parent_table == parent && tie.tie == Tie::Owns)
    };
    let between = scene.ir.relationships.iter().find(|tie| {
        tie.distinct
            && (tie.parent_table == *one && owns(other, &tie.child_table)
                || tie.parent_table == *other && owns(one, &tie.child_table))
    });
    let between = between.filter(|_| !is_told)?.child_table.clone();
    scene.take(clause);
    scene.focus.table = Some(between.clone());
    scene.focus.column = None;
    Some(between)
}

/// The tables that a clause names, in order.
fn tables(scene: &Scene<'_>, tokens: Range<usize>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for at in tokens {
        if let Some(table) = scene.table_word(at)
            && !found.contains(&table)
        {
            found.push(table);
        }
    }
    found
}

/// `one review per customer and product`, `a member votes at most once per motion`: no pair of parents has two children.
pub fn pair(scene: &mut Scene<'_>, clause: Range<usize>) -> bool {
    let says = clause.clone().any(|at| match scene.text.norm(at) {
        "once" => true,
        "one" | "single" => {
            !scene.does(at + 1, Does::Belongs) && (at + 1..at + 4).any(|at| scene.text.norm(at) == "per")
        }
        "twice" => (clause.start..at).any(|at| {
            matches!(
                scene.text.norm(at),
                "no" | "never" | "not" | "cannot" | "nobody" | "none" | "can't" | "doesn't" | "don't"
            )
        }),
        _ => false,
    });
    let named = tables(scene, clause.clone());
    let crossed = cross(scene, &clause);
    let crossing = clause.clone().find_map(|at| Some(at..crossing(scene, at, clause.end)?));
    // What else the clause says is for others.
    let clause = crossing.filter(|_| crossed.is_some()).unwrap_or(clause);
    let of_focus = crossed.or_else(|| of_pairs(scene, &clause).filter(|_| named.len() < 2));
    if of_focus.is_none() && (!says || named.len() < 2) {
        return false;
    }
    let Some((child, first, second)) = of_focus.or_else(|| triple(scene, &named)) else { return false };
    scene.claim(clause.clone());
    let quote = scene.quote(clause.clone());
    for parent in [&first, &second] {
        if tie_of(scene, &child, parent).is_none() {
            let column = reference_name(scene, parent, None);
            put_key(scene, &child, &column, &quote);
            scene.ir.relationships.push(Relationship {
                tie: Tie::Picks,
                child_table: child.clone(),
                child_column: column,
                parent_table: parent.clone(),
                origin: Origin::Stated,
                evidence: vec![quote.clone()],
                ..Relationship::default()
            });
        }
    }
    keep_apart(scene, &child, [&first, &second], clause);
    true
}

/// Behind `one row for each warehouse and item`, which stands at a token: each pair of rows of two tables has a row.
pub fn crossing(scene: &Scene<'_>, at: usize, end: usize) -> Option<usize> {
    let is_one = matches!(scene.text.norm(at), "one" | "1" | "a" | "exactly");
    let rows = (at + 1..at + 3).find(|at| scene.does(*at, Does::Rows)).filter(|_| is_one)?;
    let each = (rows + 1..rows + 4).find(|at| scene.does(*at, Does::Distributes))?;
    let is_of = |at: usize| scene.text.norm(at) == "combination" || scene.text.norm(at) == "pair";
    let first = if is_of(each + 1) { each + 3 } else { each + 1 };
    let joint = first + 1;
    let second =
        joint + 1 + usize::from(scene.does(joint + 1, Does::Determines) || scene.does(joint + 1, Does::Distributes));
    let is_pair = scene.table_word(first).is_some()
        && (scene.does(joint, Does::Joins) || scene.text.norm(joint) == "/")
        && scene.table_word(second).is_some();
    (is_pair && second < end).then_some(second + 1)
}

/// The table of which one row stands for each pair of two others, which gets as many rows as there are pairs.
fn cross(scene: &mut Scene<'_>, clause: &Range<usize>) -> Option<(String, String, String)> {
    let (at, end) = clause.clone().find_map(|at| Some((at, crossing(scene, at, clause.end)?)))?;
    let named = tables(scene, at..end);
    let [first, second] = &named[..] else { return None };
    let before = (clause.start..at).rev().find_map(|at| scene.table_word(at));
    let child = before.or_else(|| scene.focus.table.clone()).filter(|child| !named.contains(child))?;
    let rows = |table: &str| scene.ir.table(table).map_or(0, |table| table.rows);
    let pairs = rows(first).saturating_mul(rows(second));
    let table = scene.ir.table_mut(&child).filter(|table| pairs > 0 && table.rows_origin != RowsOrigin::Stated);
    if let Some(table) = table {
        (table.rows, table.rows_origin) = (pairs, RowsOrigin::Stated);
    }
    Some((child, first.clone(), second.clone()))
}

/// `with no pair occurring twice`, `all pairs are different`: the table spoken of with the two that its rows pair.
fn of_pairs(scene: &Scene<'_>, clause: &Range<usize>) -> Option<(String, String, String)> {
    let says = |words: &[&str]| clause.clone().any(|at| words.contains(&scene.text.norm(at)));
    let speaks = says(&["pair", "pairs", "pairing", "pairings", "combination", "combinations"])
        && (says(ONCE) || says(&["unique", "distinct", "different", "duplicate", "duplicated"]));
    let child = scene.focus.table.clone().filter(|_| speaks)?;
    let mut parents: Vec<&str> = Vec::new();
    for tie in scene.ir.relationships.iter().filter(|tie| tie.child_table == child && tie.parent_table != child) {
        if !parents.contains(&tie.parent_table.as_str()) {
            parents.push(&tie.parent_table);
        }
    }
    let [one, other] = parents[..] else { return None };
    Some((child, one.to_owned(), other.to_owned()))
}

fn tie_of(scene: &Scene<'_>, child: &str, parent: &str) -> Option<usize> {
    scene.ir.relationships.iter().position(|tie| tie.child_table == child && tie.parent_table == parent)
}

/// The child and its two parents among the tables that a clause names, or the child that has both for parents.
fn triple(scene: &Scene<'_>, named: &[String]) -> Option<(String, String, String)> {
    let has = |child: &str, parent: &str| tie_of(scene, child, parent).is_some();
    let rows = |table: &str| scene.ir.table(table).map_or(0, |table| table.rows);
    if let [one, other, third, ..] = named {
        let sets = [(one, other, third), (other, one, third), (third, one, other)];
        let known = sets.iter().find(|(child, first, second)| has(child, first) && has(child, second));
        let most = || sets.iter().find(|(child, first, second)| rows(child) > rows(first).max(rows(second)));
        return known
            .or_else(most)
            .map(|(child, first, second)| ((*child).clone(), (*first).clone(), (*second).clone()));
    }
    let [one, other] = named else { return None };
    // "Nobody votes twice on the same motion": the child itself is named by its verb.
    let of = |child: &str, parent: &str| {
        let mut others =
            scene.ir.relationships.iter().filter(|tie| tie.child_table == child && tie.parent_table != parent);
        let second = others.next().filter(|_| others.next().is_none() && has(child, parent))?;
        Some((child.to_owned(), second.parent_table.clone(), parent.to_owned()))
    };
    if let Some(found) = of(one, other).or_else(|| of(other, one)) {
        return Some(found);
    }
    let child = scene.ir.tables.iter().find(|table| has(&table.name, one) && has(&table.name, other))?;
    Some((child.name.clone(), one.clone(), other.clone()))
}

/// Makes one of two parents the owner of the child, so that it picks each of the others once.
fn keep_apart(scene: &mut Scene<'_>, child: &str, parents: [&String; 2], clause: Range<usize>) {
    let owned = parents
        .iter()
        .position(|parent| tie_of(scene, child, parent).is_some_and(|at| scene.ir.relationships[at].tie == Tie::Owns));
    let rows = |table: &str| scene.ir.table(table).map_or(0, |table| table.rows);
    let total = rows(child);
    let fits = |owner: &str, other: &str| rows(owner) > 0 && total.div_ceil(rows(owner)) <= rows(other);
    let is_even = |owner: &str| rows(owner) > 0 && total % rows(owner) == 0;
    let owner = owned.or_else(|| {
        let fitting = || (0..2).filter(|at| fits(parents[*at], parents[1 - at]));
        fitting().find(|at| is_even(parents[*at])).or_else(|| fitting().next())
    });
    let pairs = rows(parents[0]).saturating_mul(rows(parents[1]));
    let Some(owner) = owner else {
        if total > pairs && pairs > 0 {
            refuse_pairs(scene, child, parents, (total, pairs), clause);
        }
        return;
    };
    let (above, picked) = (parents[owner], parents[1 - owner]);
    let (least, most) = (total / rows(above).max(1), total.div_ceil(rows(above).max(1)));
    if let Some(at) = tie_of(scene, child, picked) {
        scene.ir.relationships[at].distinct = scene.ir.relationships[at].null_rate == 0.0;
    }
    if owned.is_some() {
        return;
    }
    if let Some(at) = tie_of(scene, child, above) {
        let tie = &mut scene.ir.relationships[at];
        (tie.tie, tie.min_children, tie.max_children, tie.shape) = (Tie::Owns, least, most, Shape::Uniform);
    }
    spread_evenly(scene, child, above, least == most);
}

/// Notes that the rows of a child are spread evenly over its owners. Their number follows, or the one that was said is kept.
pub(super) fn spread_evenly(scene: &mut Scene<'_>, child: &str, above: &str, is_even: bool) {
    let parents = scene.ir.table(above).map_or(0, |table| table.rows).max(1);
    let Some(table) = scene.ir.table_mut(child) else { return };
    let (least, most) = (table.rows / parents, table.rows.div_ceil(parents));
    if is_even || table.rows_origin != RowsOrigin::Stated {
        (table.rows, table.rows_origin) = (0, RowsOrigin::Inferred);
    }
    let text = format!("`{child}` whose pairs never repeat are spread evenly over `{above}`");
    scene.assume(format!("tables.{child}.rows"), text, format!("{least} to {most} each"));
}

/// More rows than there are pairs: `30 students, 10 courses, 500 enrolments, nobody twice in the same course`.
fn refuse_pairs(
    scene: &mut Scene<'_>,
    child: &str,
    [one, other]: [&String; 2],
    (total, pairs): (u64, u64),
    clause: Range<usize>,
) {
    let rows = |table: &str| grouped(scene.ir.table(table).map_or(0, |table| table.rows));
    let message = format!(
        "{} `{child}` cannot each have another pair: {} `{one}` and {} `{other}` make {}",
        grouped(total),
        rows(one),
        rows(other),
        grouped(pairs)
    );
    let help = format!("ask for at most {}, or let pairs repeat", grouped(pairs));
    scene.refuse(clause, "no pair twice", Diagnostic::error("E1224", message).help(help));
}
