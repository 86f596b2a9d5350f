//! `nobody follows the same person twice`, `each pair of teams meets at most once` -> no pair of rows of one table comes twice in another.

use std::ops::Range;

use super::once;
use crate::diag::Diagnostic;
use crate::draft::ir::{Role, Shape, Tie};
use crate::draft::offline::scene::Scene;
use crate::words::grouped;

/// Words that make of `twice` something that does not happen.
const DENIALS: &[&str] = &[
    "no", "never", "not", "nobody", "none", "neither", "cannot", "can't", "don't", "doesn't", "mustn't", "without",
    "nor", "no-one",
];

/// Words for two rows together.
const PAIRS: &[&str] = &["pair", "pairs", "pairing", "pairings", "combination", "combinations", "couple", "couples"];

/// The two references of a table to one other.
struct Both {
    child: String,
    parent: String,
    first: usize,
    second: usize,
}

/// Reads that no two rows of a table refer to the same two rows of another.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> bool {
    if !denies_repeats(scene, &clause) {
        return false;
    }
    let Some(both) = both(scene, &clause) else { return false };
    if !speaks_of_pairs(scene, &clause, &both) {
        return false;
    }
    scene.claim(clause.clone());
    keep_apart(scene, &both, clause);
    true
}

/// Whether a clause says that something does not happen again.
fn denies_repeats(scene: &Scene<'_>, clause: &Range<usize>) -> bool {
    let has = |words: &[&str]| clause.clone().any(|at| words.contains(&scene.text.norm(at)));
    let is_once = |at: usize| {
        scene.text.norm(at) == "once"
            && matches!(scene.text.norm(at.saturating_sub(1)), "only" | "most" | "than" | "just" | "exactly")
    };
    let repeats =
        has(&["twice", "again", "repeat", "repeats", "repeated", "repeatedly", "duplicate", "duplicates", "recurs"]);
    let is_unique = has(&["unique", "distinct", "different"]) && has(PAIRS);
    repeats && has(DENIALS) || clause.clone().any(is_once) || is_unique
}

/// The table with two references to one other that a clause speaks of: the one spoken of, one that it names, or the only one.
fn both(scene: &Scene<'_>, clause: &Range<usize>) -> Option<Both> {
    let ties = &scene.ir.relationships;
    let of = |child: &str| {
        let mine = |at: &usize| {
            ties[*at].child_table == child && ties[*at].parent_table != child && ties[*at].null_rate == 0.0
        };
        let found: Vec<usize> = (0..ties.len()).filter(mine).collect();
        let first = *found.iter().find(|one| {
            found.iter().any(|other| other != *one && ties[**one].parent_table == ties[*other].parent_table)
        })?;
        let parent = ties[first].parent_table.clone();
        let mut same = found.into_iter().filter(|at| ties[*at].parent_table == parent);
        let (first, second) = (same.next()?, same.next()?);
        let is_two = same.next().is_none() && ties[second].tie == Tie::Picks;
        is_two.then(|| Both { child: child.to_owned(), parent, first, second })
    };
    let named = clause.clone().filter_map(|at| scene.table_word(at)).find_map(|table| of(&table));
    let focused = || of(scene.focus.table.as_deref()?);
    let only = || {
        let mut all = scene.ir.tables.iter().filter_map(|table| of(&table.name));
        all.next().filter(|_| all.next().is_none())
    };
    named.or_else(focused).or_else(only)
}

/// Whether what does not repeat is the pair, and no value of a column.
fn speaks_of_pairs(scene: &Scene<'_>, clause: &Range<usize>, both: &Both) -> bool {
    let is_value = |place: &crate::draft::offline::scene::Place| {
        scene.column(place).is_some_and(|column| column.role == Role::Attribute)
    };
    let of_value = scene.mentions(clause.clone()).iter().any(|(place, _)| is_value(place));
    let is_role = |at: usize| {
        let word = scene.text.norm(at);
        [both.first, both.second].iter().any(|tie| {
            let column = &scene.ir.relationships[*tie].child_column;
            column.trim_end_matches("_id").split('_').any(|part| part == word)
        })
    };
    let names_rows = clause.clone().any(|at| {
        matches!(
            scene.text.norm(at),
            "person" | "other" | "another" | "somebody" | "someone" | "anybody" | "anyone" | "two" | "one" | "each"
        ) || PAIRS.contains(&scene.text.norm(at))
            || scene.table_word(at).is_some_and(|table| [&both.parent, &both.child].contains(&&table))
            || is_role(at)
    });
    names_rows && !of_value
}

/// Makes the first of the two the owner of the child, so that the other is picked once for each of its rows.
fn keep_apart(scene: &mut Scene<'_>, both: &Both, clause: Range<usize>) {
    let rows = |table: &str| scene.ir.table(table).map_or(0, |table| table.rows);
    let (total, parents) = (rows(&both.child), rows(&both.parent));
    let is_owned = scene.ir.relationships.iter().any(|tie| tie.child_table == both.child && tie.tie == Tie::Owns);
    let owner = scene.ir.relationships[both.first].clone();
    scene.ir.relationships[both.second].distinct = true;
    if owner.tie == Tie::Owns {
        return;
    }
    if is_owned || parents == 0 || total == 0 {
        scene.ir.relationships[both.second].distinct = false;
        return scene.cannot(clause, "that no pair comes twice cannot be kept without the numbers of both tables");
    }
    let most = total.div_ceil(parents);
    if most >= parents {
        let pairs = parents.saturating_mul(parents - 1);
        let message = format!(
            "{} `{}` cannot each have another pair: {} `{}` make {}",
            grouped(total),
            both.child,
            grouped(parents),
            both.parent,
            grouped(pairs)
        );
        let help = format!("ask for at most {}, or let pairs repeat", grouped(pairs));
        return scene.refuse(clause, "no pair twice", Diagnostic::error("E1224", message).help(help));
    }
    let tie = &mut scene.ir.relationships[both.first];
    (tie.tie, tie.min_children, tie.max_children, tie.shape) = (Tie::Owns, total / parents, most, Shape::Uniform);
    tie.other_than = String::new();
    once::spread_evenly(scene, &both.child, &both.parent, total % parents == 0);
}
