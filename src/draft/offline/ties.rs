//! Clauses about relationships that are known: skew, rows without parents or children, references that never agree.

use std::ops::Range;

use super::frame::Waiting;
use super::relations;
use super::scene::Scene;
use super::tables::known_exactly;
use super::words::Does;
use crate::draft::ir::Tie;
use crate::draft::text::share::{self, Share};
use crate::draft::text::{Found, Kind};

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
    "hits",
    "regulars",
    "small",
    "top",
    "most",
];

/// Reads what is said of the ties of two tables.
pub fn read(scene: &mut Scene<'_>, waiting: &[Waiting]) {
    let mut apart = Vec::new();
    for clause in waiting {
        scene.focus = clause.focus.clone();
        if let Some((table, is_apart)) = relations::roles(scene, clause.tokens.clone()) {
            apart.extend(Some(table).filter(|_| is_apart));
        }
    }
    for clause in waiting {
        scene.focus = clause.focus.clone();
        let tokens = clause.tokens.clone();
        roots_of_column(scene, tokens.clone());
        if clause.focus.column.is_none() {
            let _ = many_to_many(scene, tokens.clone())
                || relations::once_per_pair(scene, tokens.clone())
                || relations::pair_of_one(scene, tokens.clone())
                || roots(scene, tokens.clone())
                || stand_alone(scene, tokens.clone())
                || some_have(scene, tokens.clone())
                || without(scene, tokens.clone())
                || how_often(scene, tokens.clone())
                || others_lack(scene, tokens.clone())
                || skew(scene, tokens.clone());
        }
        apart.extend(never_same(scene, tokens));
    }
    relations::other_of_same(scene, &apart);
}

/// `posts and tags are many-to-many`; without names, of the only two tables that there are: `100 students, 12 courses, many-to-many`.
fn many_to_many(scene: &mut Scene<'_>, tokens: Range<usize>) -> bool {
    if !tokens.clone().any(|at| relations::many_to_many(scene, at)) {
        return false;
    }
    let mut named: Vec<String> = tables(scene, tokens.clone()).into_iter().map(|(table, _)| table).collect();
    if named.len() < 2 && scene.ir.tables.len() == 2 {
        named = scene.ir.tables.iter().map(|table| table.name.clone()).collect();
    }
    let [parent, child, ..] = &named[..] else { return false };
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

/// The first share of a clause, and where it stands.
fn first_share(scene: &Scene<'_>, mut tokens: Range<usize>) -> Option<(usize, Found<Share>)> {
    tokens.find_map(|at| share::share(scene.text, at).map(|found| (at, found)))
}

/// Words that say that something is lacking.
const NEGATIONS: &[&str] = &[
    "no", "without", "lack", "lacks", "not", "never", "none", "kein", "keine", "keinen", "ohne", "sans", "sin",
    "senza", "sem", "haven't", "don't", "aren't", "isn't",
];

/// `10% of the orders have no salesperson`, `a fifth of the customers have no orders`.
fn without(scene: &mut Scene<'_>, tokens: Range<usize>) -> bool {
    let Some((at, found)) = first_share(scene, tokens.clone()) else { return false };
    let Some(lacks) = tokens.clone().find(|at| NEGATIONS.contains(&scene.text.norm(*at))) else { return false };
    let named = tables(scene, tokens.clone());
    let subject = named
        .iter()
        .find(|(_, place)| *place < lacks)
        .map(|(table, _)| table.clone())
        .or_else(|| scene.focus.table.clone());
    let is_object = |place: usize| place > lacks && known_exactly(scene, scene.text.norm(place));
    let object = named.iter().find(|(_, place)| is_object(*place)).map(|(table, place)| (table.clone(), *place));
    let role = (lacks + 1..tokens.end).find_map(|at| relations::role_of(scene.text.norm(at)).map(|role| (role, at)));
    if let (Some(subject), Some((role, place)), None) = (&subject, role, &object) {
        return relations::to_itself(scene, subject, role, found.value.rate, at..place + 1);
    }
    let (Some(subject), Some((object, place))) = (subject, object) else { return false };
    let range = at..place + 1;
    if relations::childless(scene, &object, &subject, found.value.rate, range.clone()) {
        return true;
    }
    let is_tied = scene.ir.relationships.iter().any(|tie| tie.child_table == subject && tie.parent_table == object);
    if !(is_tied || is_single(scene, place)) || subject == object {
        return false;
    }
    relations::optional(scene, &subject, &object, found.value.rate, range)
}

/// `10% are at the top`, `a fifth of the pages are top level`: rows that have none above them.
fn roots(scene: &mut Scene<'_>, tokens: Range<usize>) -> bool {
    let Some((at, found)) = first_share(scene, tokens.clone()) else { return false };
    let is_top =
        |at: usize| matches!(scene.text.norm(at), "top" | "top-level" | "toplevel" | "root" | "roots" | "uppermost");
    // "20% have none above them".
    let has_none = |at: usize| {
        scene.text.norm(at) == "above"
            && (found.end..at).any(|at| matches!(scene.text.norm(at), "none" | "nothing" | "nobody" | "no"))
    };
    let Some(top) = (found.end..tokens.end).find(|at| is_top(*at) || has_none(*at)) else { return false };
    let named = tables(scene, found.end..top).into_iter().map(|(table, _)| table).next();
    let Some(table) = named.or_else(|| scene.focus.table.clone()) else { return false };
    let own = scene.ir.relationships.iter().find(|tie| tie.child_table == table && tie.parent_table == table);
    let Some(column) = own.map(|tie| tie.child_column.clone()) else { return false };
    relations::orphaned(scene, &table, &column, found.value.rate);
    scene.claim(at..top + 1);
    true
}

/// `parent folder (null for the roots, about 5% of all folders)`: the share of the rows whose reference to their own table is empty.
fn roots_of_column(scene: &mut Scene<'_>, tokens: Range<usize>) {
    let Some((table, column)) = scene.focus.table.clone().zip(scene.focus.column.clone()) else { return };
    let is_own = scene.ir.relationships.iter().any(|tie| {
        tie.child_table == table
            && tie.parent_table == table
            && tie.child_column.trim_end_matches("_id") == column.trim_end_matches("_id")
    });
    let is_empty = |at: usize| {
        matches!(scene.text.norm(at), "null" | "empty" | "none" | "roots" | "root" | "missing" | "blank" | "top")
    };
    let found = first_share(scene, tokens.clone());
    if let Some((at, found)) = found.filter(|_| is_own && tokens.clone().any(is_empty)) {
        let column = format!("{}_id", column.trim_end_matches("_id"));
        relations::orphaned(scene, &table, &column, found.value.rate);
        scene.claim(at..found.end);
    }
}

/// `40% of the comments answer none`, `a tenth are not built into anything`, `60% of them have no parent`: rows of a table that
/// refers to itself, which have none above them.
fn stand_alone(scene: &mut Scene<'_>, tokens: Range<usize>) -> bool {
    let Some((at, found)) = first_share(scene, tokens.clone()) else { return false };
    let named = tables(scene, found.end..tokens.end).into_iter().map(|(table, _)| table).next();
    let Some(table) = named.or_else(|| scene.focus.table.clone()) else { return false };
    let is_own = |tie: &&crate::draft::ir::Relationship| tie.child_table == table && tie.parent_table == table;
    let mut own = scene.ir.relationships.iter().filter(is_own);
    let (Some(tie), None) = (own.next(), own.next()) else { return false };
    let column = tie.child_column.clone();
    let is_denied = (found.end..tokens.end).any(|at| NEGATIONS.contains(&scene.text.norm(at)));
    let lack = (found.end..tokens.end).rev().find(|at| match scene.text.norm(*at) {
        "none" | "nothing" | "nobody" | "no-one" | "nowhere" | "alone" | "themselves" | "itself" => true,
        "any" | "anything" | "anyone" | "anybody" | "another" | "other" | "others" | "one" => is_denied,
        word => is_denied && (column.trim_end_matches("_id") == word || known_exactly(scene, word)),
    });
    let Some(lack) = lack.filter(|_| mentions_nothing(scene, found.end..tokens.end, &table)) else { return false };
    relations::orphaned(scene, &table, &column, found.value.rate);
    scene.claim(at..lack + 1);
    true
}

/// Whether a noun names one row: `no courier`, `a tutor`.
fn is_single(scene: &Scene<'_>, at: usize) -> bool {
    !scene.is_plural(at)
}

/// `only 20% of the students have a tutor`, `a third of the parcels are insured by an agent`: the others have none.
fn some_have(scene: &mut Scene<'_>, tokens: Range<usize>) -> bool {
    let Some((at, found)) = first_share(scene, tokens.clone()) else { return false };
    let lacks = tokens.clone().any(|at| NEGATIONS.contains(&scene.text.norm(at)));
    let verb = (found.end..tokens.end).find(|at| scene.does(*at, Does::Has) || scene.does(*at, Does::Equips));
    let Some(verb) = verb.filter(|_| !lacks) else { return false };
    let named = tables(scene, found.end..verb);
    let subject = named.first().map(|(table, _)| table.clone()).or_else(|| scene.focus.table.clone());
    let is_one =
        (verb + 1..tokens.end.min(verb + 3)).any(|at| matches!(scene.text.norm(at), "a" | "an" | "one" | "their"));
    let is_object = |at: usize| is_single(scene, at) && known_exactly(scene, scene.text.norm(at));
    let object = tables(scene, verb + 1..tokens.end.min(verb + 5)).into_iter().find(|(_, at)| is_object(*at));
    match (subject, object) {
        (Some(subject), Some((object, place))) if is_one && subject != object => {
            let owns = scene
                .ir
                .relationships
                .iter()
                .any(|tie| tie.child_table == object && tie.parent_table == subject && tie.tie == Tie::Owns);
            let rate = share::rest(found.value.rate);
            let range = at..place + 1;
            if owns {
                return relations::childless(scene, &object, &subject, rate, range);
            }
            relations::optional(scene, &subject, &object, rate, range)
        }
        _ => false,
    }
}

/// `a plane has a hangar in 85% of cases`, `the author of an essay is missing for 15%`: how often a row has its parent.
fn how_often(scene: &mut Scene<'_>, tokens: Range<usize>) -> bool {
    let Some((at, found)) = first_share(scene, tokens.clone()) else { return false };
    let is_led = at > tokens.start && matches!(scene.text.norm(at - 1), "in" | "for" | "with");
    let named = tables(scene, tokens.start..at);
    let ([(one, place), (other, behind)], true) = (&named[..], is_led) else { return false };
    let verb = (tokens.start..at).find(|at| scene.does(*at, Does::Has) || scene.does(*at, Does::Is));
    let Some(verb) = verb.filter(|_| is_single(scene, *place) && is_single(scene, *behind)) else { return false };
    let is_missing = (verb..at).any(|at| matches!(scene.text.norm(at), "missing" | "empty" | "unknown" | "null"));
    let has = scene.does(verb, Does::Has) && verb > *place && verb < *behind;
    let lacks = is_missing && *behind < verb && (*place..*behind).any(|at| scene.does(at, Does::Belongs));
    let (child, parent, rate) = match () {
        () if has && !is_missing => (one.clone(), other.clone(), share::rest(found.value.rate)),
        () if lacks => (other.clone(), one.clone(), found.value.rate),
        () => return false,
    };
    let is_tied = scene.ir.relationships.iter().any(|tie| tie.child_table == child && tie.parent_table == parent);
    if !is_tied {
        relations::drop_loose(scene, &parent, &child);
        relations::pick(scene, &child, &parent, None, tokens.start..found.end);
    }
    relations::optional(scene, &child, &parent, rate, tokens.start..found.end)
}

/// `10% are not`, `in 15% of cases by nobody`, `a fifth have none`: of the reference that was spoken of last.
fn others_lack(scene: &mut Scene<'_>, tokens: Range<usize>) -> bool {
    let Some((at, found)) = first_share(scene, tokens.clone()) else { return false };
    let Some(child) = scene.focus.table.clone() else { return false };
    let lack = (found.end..tokens.end).find(|at| match scene.text.norm(*at) {
        // "With a tenant (15% without)".
        "without" => at + 1 >= tokens.end || scene.text.norm(at + 1) == ")",
        "none" | "nobody" | "no-one" | "unassigned" | "nothing" | "nowhere" => true,
        "not" | "aren't" | "don't" | "haven't" | "isn't" => {
            at + 1 >= tokens.end
                || (at + 1..tokens.end)
                    .any(|at| matches!(scene.text.norm(at), "yet" | "any" | "anyone" | "anybody" | "anywhere"))
        }
        _ => false,
    });
    let is_aside = at > 0 && scene.text.norm(at - 1) == "(";
    let is_without = lack.is_some_and(|lack| scene.text.norm(lack) == "without");
    let Some(lack) = lack.filter(|_| (!is_aside || is_without) && mentions_nothing(scene, tokens.clone(), &child))
    else {
        return false;
    };
    let is_spoken_of = |tie: &&crate::draft::ir::Relationship| {
        tie.child_table == child && tie.tie == Tie::Picks && tie.null_rate == 0.0 && !tie.distinct
    };
    let mut ties = scene.ir.relationships.iter().filter(is_spoken_of);
    let parent = match (ties.next(), ties.next()) {
        (Some(only), None) => only.parent_table.clone(),
        _ => return false,
    };
    // "Three in ten replace another, the others replace none".
    let is_others =
        (found.end..lack).any(|at| matches!(scene.text.norm(at), "others" | "rest" | "remaining" | "other"));
    let rate = if is_others { share::rest(found.value.rate) } else { found.value.rate };
    relations::optional(scene, &child, &parent, rate, at..lack + 1)
}

/// Whether a clause names no column of a table but its references.
fn mentions_nothing(scene: &Scene<'_>, tokens: Range<usize>, table: &str) -> bool {
    let is_column = |place: &super::scene::Place| {
        place.table == table
            && scene.column(place).is_some_and(|column| column.role == crate::draft::ir::Role::Attribute)
    };
    let names_rows = |tokens: &Range<usize>| tokens.len() == 1 && known_exactly(scene, scene.text.norm(tokens.start));
    scene.mentions(tokens).iter().all(|(place, tokens)| !is_column(place) || names_rows(tokens))
}

/// `most sales come from a handful of shops`, `popular dishes are ordered more often`, `20% of the customers place 80% of the orders`.
fn skew(scene: &mut Scene<'_>, tokens: Range<usize>) -> bool {
    let Some(said) = skewed_part(scene, tokens.clone()) else { return false };
    let named = tables(scene, tokens.clone());
    let has = |table: &str| named.iter().any(|(known, _)| known == table);
    let ties = || scene.ir.relationships.iter().filter(|tie| tie.child_table != tie.parent_table);
    let tie = ties().find(|tie| has(&tie.child_table) && has(&tie.parent_table));
    let alone = || match &named[..] {
        [] => None,
        [(only, _), ..] => ties()
            .find(|tie| tie.parent_table == *only && tie.tie == Tie::Picks)
            .or_else(|| ties().find(|tie| tie.child_table == *only && tie.tie == Tie::Picks)),
    };
    let pair = tie.or_else(alone).map(|tie| (tie.child_table.clone(), tie.parent_table.clone()));
    let Some((child, parent)) = pair.or_else(|| untied(scene, &named, tokens.clone())) else { return false };
    relations::skew(scene, &child, &parent, said);
    true
}

/// The part of a clause that says that few have most. What stands in brackets is a part of its own, and none of these behind a number: `a salary
/// from 20 to 90 (right-skewed, as most are paid little)` speaks of the salary.
fn skewed_part(scene: &Scene<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
    let mut start = tokens.start;
    while let Some(open) = (start..tokens.end).find(|at| scene.text.norm(*at) == "(") {
        let close = (open..tokens.end).find(|at| scene.text.norm(*at) == ")").unwrap_or(tokens.end);
        let is_of_number = open > start && (scene.text.kind(open - 1) == Some(Kind::Number) || scene.is_unit(open - 1));
        if is_skew(scene, start..open) {
            return Some(start..open);
        }
        if !is_of_number && is_skew(scene, open + 1..close) {
            return Some(open + 1..close);
        }
        start = (close + 1).min(tokens.end);
    }
    let has_bracket = start > tokens.start;
    is_skew(scene, start..tokens.end).then_some(if has_bracket { start..tokens.end } else { tokens })
}

/// Whether a clause says nothing but how unevenly the rows of tables are spread.
pub fn only_skew(scene: &Scene<'_>, tokens: Range<usize>) -> bool {
    let lists = tokens.clone().any(|at| matches!(scene.text.norm(at), ":" | "(" | "with"));
    !lists && tokens.len() <= 24 && !tables(scene, tokens.clone()).is_empty() && is_skew(scene, tokens)
}

/// Whether a clause says that few have most.
fn is_skew(scene: &Scene<'_>, tokens: Range<usize>) -> bool {
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
                | "concentrate"
                | "minority"
                | "favourites"
                | "busiest"
        )
    });
    let more = tokens.clone().any(|at| {
        matches!(scene.text.norm(at), "more" | "oftener")
            && (at + 1..at + 4).any(|at| matches!(scene.text.norm(at), "often" | "frequently" | "than"))
            && (at.saturating_sub(2)..at)
                .any(|at| matches!(scene.text.norm(at), "far" | "much" | "lot" | "many" | "way"))
    });
    let is_same_few = tokens.clone().any(|at| scene.text.norm(at) == "same" && scene.text.norm(at + 1) == "few");
    let part = |at: usize| {
        let found = share::share(scene.text, at)?;
        let is_of_rows = (found.end..found.end + 3).any(|at| known_exactly(scene, scene.text.norm(at)));
        is_of_rows.then_some(found.value.rate)
    };
    let parts: Vec<f64> = tokens.clone().filter_map(part).collect();
    let is_of_two = matches!(parts[..], [one, other] if one.min(other) <= 0.5 && one.max(other) >= 0.5);
    let shares = tokens.clone().filter(|at| share::share(scene.text, *at).is_some()).count();
    let half =
        tokens.clone().filter(|at| matches!(scene.text.norm(*at), "half" | "most" | "majority" | "bulk")).count();
    is_same_few
        || few >= 2
        || is_clear
        || more
        || is_of_two && tables(scene, tokens.clone()).len() == 2
        || few > 0 && half > 0 && shares > 0
}

/// The child and the parent of a clause about two tables that nothing ties yet, or about one where there is only one other.
fn untied(scene: &Scene<'_>, named: &[(String, usize)], tokens: Range<usize>) -> Option<(String, String)> {
    let rows = |table: &str| scene.ir.table(table).map_or(0, |table| table.rows);
    let pair = |one: &str, other: &str| match rows(one) >= rows(other) {
        true => (one.to_owned(), other.to_owned()),
        false => (other.to_owned(), one.to_owned()),
    };
    match named {
        [(one, _), (other, place), ..] => {
            let is_led = tokens.clone().any(|at| at < *place && scene.does(at, Does::Places));
            if rows(one) > 0 && rows(other) > 0 {
                return Some(pair(one, other));
            }
            is_led.then(|| (one.clone(), other.clone()))
        }
        [(only, _)] => {
            let mut others = scene.ir.tables.iter().filter(|table| table.name != *only);
            let other = others.next().filter(|_| others.next().is_none())?;
            (rows(only) > 0 && other.rows > 0).then(|| pair(only, &other.name))
        }
        [] => None,
    }
}

/// `never the same`, `nobody writes to themselves`, `(not the same person)`: the table whose references differ.
fn never_same(scene: &mut Scene<'_>, tokens: Range<usize>) -> Option<String> {
    let is_not = |end: usize| {
        (tokens.start..end).any(|before| {
            matches!(
                scene.text.norm(before),
                "never"
                    | "not"
                    | "no"
                    | "nobody"
                    | "none"
                    | "neither"
                    | "cannot"
                    | "can't"
                    | "mustn't"
                    | "don't"
                    | "doesn't"
                    | "won't"
                    | "aren't"
                    | "isn't"
                    | "nie"
                    | "niemand"
                    | "jamais"
                    | "nunca"
                    | "mai"
            )
        })
    };
    let before = |at: usize| scene.text.norm(at.saturating_sub(1));
    let at = tokens.clone().find(|at| match scene.text.norm(*at) {
        "same" | "identical" | "itself" | "themselves" | "themself" | "himself" | "herself" | "oneself" | "equal"
        | "gleich" | "dieselben" | "derselbe" | "dasselbe" => is_not(*at),
        "different" | "differ" | "differs" | "distinct" => {
            scene.does(at.saturating_sub(1), Does::Is)
                || scene.does(at.saturating_sub(1), Does::May)
                || matches!(before(*at), "always" | "two" | "(" | "," | "necessarily" | "both")
        }
        "else" => matches!(before(*at), "someone" | "somebody" | "something" | "anyone"),
        "another" => matches!(before(*at), "(" | ",") && matches!(scene.text.norm(at + 1), "one" | ")"),
        "one" => is_not(*at) && scene.does(at + 1, Does::Relates) && before(*at) == "the",
        _ => false,
    });
    let at = at.or_else(|| never_the_other(scene, tokens.clone()))?;
    let twice = |table: &str| {
        let ties = scene.ir.relationships.iter().filter(|tie| tie.child_table == table);
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

/// `the caller is never the callee`: both references of a table with a denial between.
fn never_the_other(scene: &Scene<'_>, tokens: Range<usize>) -> Option<usize> {
    let denial = tokens.clone().find(|at| matches!(scene.text.norm(*at), "never" | "not" | "cannot" | "isn't"))?;
    let table = scene.focus.table.as_deref()?;
    let is_reference = |at: &usize| {
        let table = scene.ir.table(table)?;
        let (score, column) = scene.find_column_in(table, scene.text.norm(*at))?;
        let is_key = table.column(column).is_some_and(|column| column.role == crate::draft::ir::Role::Fk);
        (score >= 80 && is_key).then_some(column)
    };
    let first = (tokens.start..denial).find_map(|at| is_reference(&at))?;
    (denial + 1..tokens.end).find(|at| is_reference(at).is_some_and(|column| column != first))
}
