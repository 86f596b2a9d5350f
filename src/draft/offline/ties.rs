//! Clauses about relationships that are known: skew, rows without parents or children, references that never agree.

use std::ops::Range;

use super::frame::Waiting;
use super::relations;
use super::scene::Scene;
use super::words::Does;
use crate::draft::ir::Tie;
use crate::draft::text::share;

/// Words that say that few get most.
const FEW: &[&str] = &[
    "handful",
    "few",
    "minority",
    "popular",
    "skewed",
    "uneven",
    "unevenly",
    "zipf",
    "pareto",
    "bestsellers",
    "concentrated",
    "long-tail",
    "favourites",
    "regulars",
    "small",
    "top",
    "most",
];

/// Reads what is said of the ties of two tables.
pub fn read(scene: &mut Scene<'_>, waiting: &[Waiting]) {
    let mut apart = Vec::new();
    for clause in waiting.iter().filter(|clause| clause.focus.column.is_none()) {
        scene.focus = clause.focus.clone();
        let tokens = clause.tokens.clone();
        let _ = are_all(scene, tokens.clone())
            || many_to_many(scene, tokens.clone())
            || without(scene, tokens.clone())
            || skew(scene, tokens.clone());
        apart.extend(never_same(scene, tokens));
    }
    relations::other_of_same(scene, &apart);
}

/// `requesters and agents are both users`.
fn are_all(scene: &mut Scene<'_>, tokens: Range<usize>) -> bool {
    let Some(both) = tokens.clone().find(|at| {
        matches!(scene.text.norm(*at), "both" | "all" | "beide") && scene.does(at.saturating_sub(1), Does::Is)
    }) else {
        return false;
    };
    let Some(parent) = (both + 1..tokens.end.min(both + 4)).find_map(|at| scene.table_word(at)) else { return false };
    let named: Vec<_> = scene
        .mentions(tokens.start..both)
        .into_iter()
        .map(|(place, _)| place)
        .filter(|place| place.table != parent)
        .collect();
    for place in &named {
        relations::refer(scene, &place.table, &place.column, &parent);
    }
    if !named.is_empty() {
        scene.claim(tokens.start..both + 2);
    }
    !named.is_empty()
}

/// `posts and tags are many-to-many`.
fn many_to_many(scene: &mut Scene<'_>, tokens: Range<usize>) -> bool {
    let says =
        tokens.clone().any(|at| matches!(scene.text.norm(at), "many-to-many" | "n:m" | "m:n" | "n-to-m" | "n-m"));
    let named = if says { tables(scene, tokens.clone()) } else { Vec::new() };
    let [(parent, _), (child, _), ..] = &named[..] else { return false };
    relations::shared(scene, parent, child, tokens);
    true
}

/// The tables that a clause names, in order, with their places.
fn tables(scene: &Scene<'_>, tokens: Range<usize>) -> Vec<(String, usize)> {
    let mut found: Vec<(String, usize)> = Vec::new();
    for at in tokens {
        if let Some(table) = scene.table_word(at)
            && !found.iter().any(|(known, _)| *known == table)
        {
            found.push((table, at));
        }
    }
    found
}

/// `10% of the orders have no salesperson`, `a fifth of the customers have no orders`.
fn without(scene: &mut Scene<'_>, tokens: Range<usize>) -> bool {
    let Some((at, found)) = tokens.clone().find_map(|at| share::share(scene.text, at).map(|found| (at, found))) else {
        return false;
    };
    let lacks = tokens.clone().find(|at| {
        matches!(
            scene.text.norm(*at),
            "no" | "without"
                | "lack"
                | "lacks"
                | "not"
                | "never"
                | "kein"
                | "keine"
                | "keinen"
                | "ohne"
                | "sans"
                | "sin"
                | "senza"
                | "sem"
                | "haven't"
                | "don't"
        )
    });
    let Some(lacks) = lacks else { return false };
    let named = tables(scene, tokens.clone());
    let subject = named
        .iter()
        .find(|(_, place)| *place < lacks)
        .map(|(table, _)| table.clone())
        .or_else(|| scene.focus.table.clone());
    let object = named.iter().find(|(_, place)| *place > lacks).map(|(table, place)| (table.clone(), *place));
    let role = (lacks + 1..tokens.end).find_map(|at| relations::role_of(scene.text.norm(at)).map(|role| (role, at)));
    if let (Some(subject), Some((role, place)), None) = (&subject, role, &object) {
        return relations::to_itself(scene, subject, role, found.value.rate, at..place + 1);
    }
    let (Some(subject), Some((object, place))) = (subject, object) else { return false };
    let range = at..place + 1;
    if relations::childless(scene, &object, &subject, found.value.rate, range.clone()) {
        return true;
    }
    let quote = scene.quote(range.clone());
    let tie = scene
        .ir
        .relationships
        .iter_mut()
        .find(|tie| tie.child_table == subject && tie.parent_table == object && tie.tie == Tie::Picks);
    let Some(tie) = tie else { return false };
    tie.null_rate = found.value.rate;
    tie.evidence.push(quote);
    scene.claim(range);
    true
}

/// `most sales come from a handful of shops`.
fn skew(scene: &mut Scene<'_>, tokens: Range<usize>) -> bool {
    let few = tokens.clone().filter(|at| FEW.contains(&scene.text.norm(*at))).count();
    let is_clear = tokens.clone().any(|at| {
        matches!(
            scene.text.norm(at),
            "handful"
                | "skewed"
                | "zipf"
                | "pareto"
                | "popular"
                | "bestsellers"
                | "uneven"
                | "unevenly"
                | "concentrated"
                | "minority"
        )
    });
    if few < 2 && !is_clear {
        return false;
    }
    let named = tables(scene, tokens.clone());
    let tie = scene.ir.relationships.iter().find(|tie| {
        let has = |table: &str| named.iter().any(|(known, _)| known == table);
        tie.child_table != tie.parent_table && has(&tie.child_table) && has(&tie.parent_table)
            || named.len() == 1 && is_clear && has(&tie.parent_table) && tie.tie == Tie::Picks
    });
    let pair = tie.map(|tie| (tie.child_table.clone(), tie.parent_table.clone())).or_else(|| match &named[..] {
        [(child, _), (parent, place), ..]
            if tokens.clone().any(|at| {
                at < *place && matches!(scene.text.norm(at), "from" | "by" | "to" | "at" | "in" | "for" | "on" | "of")
            }) =>
        {
            Some((child.clone(), parent.clone()))
        }
        _ => None,
    });
    let Some((child, parent)) = pair else { return false };
    relations::skew(scene, &child, &parent, tokens);
    true
}

/// `never the same`, `two different accounts`: the table whose references differ.
fn never_same(scene: &mut Scene<'_>, tokens: Range<usize>) -> Option<String> {
    let at = tokens.clone().find(|at| {
        let is_not = (tokens.start..*at).any(|before| {
            matches!(
                scene.text.norm(before),
                "never" | "not" | "no" | "cannot" | "can't" | "aren't" | "isn't" | "nie" | "jamais" | "nunca" | "mai"
            )
        });
        match scene.text.norm(*at) {
            "same" | "identical" | "itself" | "themselves" | "himself" | "equal" | "gleich" | "dieselben" => is_not,
            "different" | "differ" | "distinct" => {
                scene.does(at.saturating_sub(1), Does::Is)
                    || scene.does(at.saturating_sub(1), Does::May)
                    || scene.text.norm(at.saturating_sub(1)) == "always"
                    || scene.text.norm(at.saturating_sub(1)) == "two"
            }
            _ => false,
        }
    })?;
    let twice = |table: &str| {
        let ties = scene.ir.relationships.iter().filter(|tie| tie.child_table == table && tie.tie == Tie::Picks);
        let parents: Vec<&String> = ties.map(|tie| &tie.parent_table).collect();
        (1..parents.len()).any(|k| parents[..k].contains(&parents[k]))
    };
    let table = scene
        .focus
        .table
        .clone()
        .filter(|table| twice(table))
        .or_else(|| scene.ir.tables.iter().map(|table| table.name.clone()).find(|table| twice(table)))?;
    scene.claim(tokens.start..at + 1);
    Some(table)
}
