//! Two rows of one table in a row of another -> two references: `from one account to another`, `between two cities`,
//! `messages to each other`, `one trader is the buyer and another is the seller`.

use std::ops::Range;

use super::{itself, pick};
use crate::draft::ir::Tie;
use crate::draft::offline::frame::Frame;
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::tables;
use crate::draft::offline::words::Does;
use crate::draft::text::{number, range};

/// How far apart the two rows may be said, in tokens.
const REACH: usize = 16;

/// Words for the second row of a table.
const SECOND: &[&[&str]] =
    &[&["another"], &["a", "different"], &["a", "second"], &["the", "other"], &["some", "other"], &["an", "other"]];

/// Words for rows that do something to rows of the same table.
const EACH_OTHER: &[&[&str]] = &[
    &["each", "other"],
    &["one", "another"],
    &["among", "themselves"],
    &["between", "themselves"],
    &["between", "them"],
];

/// Verbs of movement, with the side that they speak of.
const SIDES: &[(&str, &str)] = &[
    ("start", "start"),
    ("begin", "start"),
    ("leav", "departure"),
    ("depart", "departure"),
    ("tak", "departure"),
    ("end", "end"),
    ("finish", "end"),
    ("arriv", "arrival"),
    ("land", "arrival"),
    ("return", "end"),
];

/// A table named in a stretch of tokens.
#[derive(Debug, Clone)]
struct Named {
    table: String,
    /// What stands before its noun: `origin airport`.
    role: Option<String>,
    tokens: Range<usize>,
}

/// Reads all pairs that a sentence speaks of.
pub fn read(scene: &mut Scene<'_>, frame: &mut Frame, sentence: Range<usize>) {
    let mut at = sentence.start;
    while at < sentence.end {
        let found = one_another(scene, frame, sentence.clone(), at)
            .or_else(|| two(scene, sentence.clone(), at))
            .or_else(|| between(scene, frame, sentence.clone(), at))
            .or_else(|| each_other(scene, sentence.clone(), at))
            .or_else(|| by_another(scene, sentence.clone(), at));
        at = found.unwrap_or(at + 1);
    }
}

/// The table that a token begins to name, by up to three words.
fn named(scene: &Scene<'_>, at: usize, end: usize) -> Option<Named> {
    if !scene.is_nominal(at) {
        return None;
    }
    let longest = 3.min(end.saturating_sub(at));
    let is_name = |tokens: Range<usize>| tokens.into_iter().all(|at| scene.is_nominal(at));
    let known = |tokens: Range<usize>| {
        let wanted = names::key(&scene.words(tokens));
        let known = scene.ir.tables.iter().find(|table| names::table_score(&wanted, &table.name) >= 80);
        known.map(|table| table.name.clone()).or_else(|| scene.aliases.get(&wanted).cloned())
    };
    let whole = (1..=longest).rev().filter(|length| is_name(at..at + length)).find_map(|length| {
        let table = known(at..at + length)?;
        Some(Named { table, role: None, tokens: at..at + length })
    });
    whole.or_else(|| {
        (2..=longest).filter(|length| is_name(at..at + length)).find_map(|length| {
            let head = at + length - 1;
            let is_modifier = (at..head).all(|at| !names::is_verb(scene.text.norm(at)) && !scene.is_plural(at));
            let table = known(head..head + 1).filter(|_| is_modifier)?;
            let role = lex::snake(&scene.words(at..head + 1), scene.language);
            Some(Named { table, role: Some(names::singular(&role)), tokens: at..head + 1 })
        })
    })
}

/// The table named last before a token that is not another one, with no new statement between.
fn child_before(scene: &Scene<'_>, from: usize, at: usize, parent: &str) -> Option<Named> {
    let start = (from..at).rev().find(|at| matches!(scene.text.norm(*at), ";" | "." | ":")).map_or(from, |at| at + 1);
    (start..at).rev().find_map(|at| named(scene, at, at + 1).filter(|found| found.table != parent))
}

/// The child: named in the sentence, else the one spoken of where a preposition leads.
fn child_of(scene: &Scene<'_>, from: usize, at: usize, parent: &str) -> Option<String> {
    let leads = at > from && (scene.does(at - 1, Does::Places) || scene.text.norm(at - 1) == "by");
    child_before(scene, from, at, parent)
        .map(|found| found.table)
        .or_else(|| scene.focus.table.clone().filter(|table| leads && table != parent))
}

fn starts(scene: &Scene<'_>, at: usize, phrase: &[&str]) -> bool {
    phrase.iter().enumerate().all(|(k, word)| scene.text.norm(at + k) == *word)
}

/// Behind `another`, `a different` and the like.
fn second(scene: &Scene<'_>, at: usize) -> Option<usize> {
    SECOND.iter().find(|phrase| starts(scene, at, phrase)).map(|phrase| at + phrase.len())
}

/// `from one account to another`, `one trader is the buyer and another trader is the seller`.
fn one_another(scene: &mut Scene<'_>, frame: &mut Frame, sentence: Range<usize>, at: usize) -> Option<usize> {
    let is_one = matches!(scene.text.norm(at), "one" | "a" | "an" | "some" | "the" | "1");
    let (noun, count) = noun_of_one(scene, at);
    if is_one && at > sentence.start && scene.text.norm(at - 1) == "from" {
        declare_ends(scene, sentence.start, noun);
    }
    let first = named(scene, noun, sentence.end).filter(|_| is_one)?;
    // "A user follows another only once" denies repeats of what is tied elsewhere.
    let repeats = |from: usize| {
        let is_end = |at: &usize| matches!(scene.text.norm(*at), "once" | "twice" | "," | ";" | ".");
        let stop = (from..sentence.end.min(from + REACH)).find(is_end);
        stop.is_some_and(|at| matches!(scene.text.norm(at), "once" | "twice"))
    };
    if scene.text.norm(at) != "one" && repeats(noun) {
        return None;
    }
    let child = child_of(scene, sentence.start, at, &first.table)?;
    let stop = sentence.end.min(first.tokens.end + REACH);
    let with_role = |at: usize| {
        let is_led = matches!(scene.text.norm(at), "a" | "an" | "the") && first.role.is_some();
        let found = named(scene, at + 1, sentence.end).filter(|_| is_led)?;
        (found.table == first.table && found.role.is_some() && found.role != first.role).then_some(at + 1)
    };
    let (other, mut end) =
        (first.tokens.end..stop).find_map(|at| Some((at, second(scene, at).or_else(|| with_role(at))?)))?;
    if scene.text.norm(at) != "one" && repeats(end) {
        return None;
    }
    let mut role = None;
    let breaks = |at: usize| {
        matches!(scene.text.norm(at), ";" | "." | ":")
            || scene.does(at, Does::Relates)
            || named(scene, at, at + 1).is_some_and(|found| found.table != first.table && found.table != child)
    };
    if (first.tokens.end..other).any(breaks) {
        return None;
    }
    match named(scene, end, sentence.end) {
        Some(found) if found.table == first.table => (end, role) = (found.tokens.end, found.role),
        Some(_) => return None,
        None if scene.text.norm(end) == "one" => end += 1,
        None if end < sentence.end && scene.is_nominal(end) && !names::is_verb(scene.text.norm(end)) => return None,
        None => {}
    }
    let (one, one_end) = side(scene, sentence.start, at, first.tokens.end, &first.table);
    let (two, two_end) = side(scene, first.tokens.end, other, end, &first.table);
    let end = two_end.max(end).max(one_end).min(sentence.end);
    if let Some(count) = count {
        tables::count(scene, frame, &first.table, count, at..first.tokens.end);
    }
    two_references(scene, &child, &first.table, [first.role.or(one), role.or(two)], at..end);
    Some(end)
}

/// Where the noun behind `one` begins, and how many there are: `one station`, `one of our 60 stations`.
fn noun_of_one(scene: &Scene<'_>, at: usize) -> (usize, Option<u64>) {
    if scene.text.norm(at) != "one" || scene.text.norm(at + 1) != "of" {
        return (at + 1, None);
    }
    let mut noun = at + 2;
    while scene.does(noun, Does::Determines) {
        noun += 1;
    }
    number::count(scene.text, noun).map_or((noun, None), |found| (found.end, Some(found.value)))
}

/// `from one account to another account`: a table that nothing else speaks of.
fn declare_ends(scene: &mut Scene<'_>, from: usize, noun: usize) {
    let of = scene.words(noun..noun + 1);
    let leads = scene.is_nominal(noun) && scene.text.norm(noun + 1) == "to";
    let Some(behind) = second(scene, noun + 2).filter(|_| leads) else {
        return;
    };
    let is_again = scene.text.norm(behind) == scene.text.norm(noun);
    let has_child = scene.focus.table.is_some() || (from..noun).any(|at| named(scene, at, at + 1).is_some());
    let is_table = is_again || lex::is_table_noun(&of, scene.language) && !scene.is_nominal(behind);
    if has_child && is_table && tables::known(scene, &of).is_none() {
        tables::declare_words(scene, &of, noun..noun + 1);
    }
}

/// What a row is for: `is the buyer`, `from`, `written by`, `starts at`. Also the token behind what says it.
fn side(scene: &Scene<'_>, from: usize, at: usize, end: usize, parent: &str) -> (Option<String>, usize) {
    let one = lex::singular(parent, scene.language);
    let is_link =
        |at: usize| scene.does(at, Does::Is) || matches!(scene.text.norm(at), "as" | "acts" | "being" | "plays");
    // `one doctor (referrer)`.
    if scene.text.norm(end) == "(" && scene.is_nominal(end + 1) && scene.text.norm(end + 2) == ")" {
        return (Some(lex::snake(scene.text.norm(end + 1), scene.language)), end + 3);
    }
    let mut role = end;
    while is_link(role) || role > end && scene.does(role, Does::Determines) {
        role += 1;
    }
    if role > end && scene.is_nominal(role) && named(scene, role, role + 1).is_none() {
        return (Some(lex::snake(scene.text.norm(role), scene.language)), role + 1);
    }
    let before = |back: usize| if at >= from + back { scene.text.norm(at - back) } else { "" };
    let verb = (1..=3).find_map(|back| SIDES.iter().find(|(stem, _)| before(back).starts_with(stem)));
    let name = match before(1) {
        _ if verb.is_some() => verb.map(|(_, side)| format!("{side}_{one}")),
        "from" => Some(format!("from_{one}")),
        "to" | "into" | "onto" | "towards" => Some(format!("to_{one}")),
        "by" if before(2).len() > 2 => Some(format!("{}_by", lex::snake(before(2), scene.language))),
        _ => None,
    };
    (name, end)
}

/// `between two cities`, `of two different wines`.
fn two(scene: &mut Scene<'_>, sentence: Range<usize>, at: usize) -> Option<usize> {
    if !matches!(scene.text.norm(at), "two" | "2" | "pair" | "pairs") || at == sentence.start {
        return None;
    }
    let is_adjective = |at: usize| matches!(scene.text.norm(at), "of" | "the" | "different" | "distinct" | "our");
    let noun = (at + 1..sentence.end).find(|at| !is_adjective(*at))?;
    let apart = (at + 1..noun).any(|at| matches!(scene.text.norm(at), "different" | "distinct"));
    let parent = named(scene, noun, sentence.end)?;
    let lead = if scene.text.norm(at - 1) == "a" { at - 2 } else { at - 1 };
    let is_number = matches!(scene.text.norm(lead), "to" | "or" | "and" | "-" | "–" | "than" | "least" | "most")
        || number::number(scene.text, lead).is_some();
    let is_loose = scene.does(lead, Does::Has) || scene.does(lead, Does::Equips) || scene.does(lead, Does::Distributes);
    // "20 customers, two dozen shops" counts rows.
    let is_larger = number::number(scene.text, at).is_some_and(|found| found.end > at + 1);
    let is_listed = matches!(scene.text.norm(lead), "," | ";" | ":") && !apart;
    if is_larger || is_listed || is_number || is_loose && !apart || scene.does(lead, Does::Is) {
        return None;
    }
    let child = child_of(scene, sentence.start, at, &parent.table)?;
    let names = pair_said(scene, sentence.start).unwrap_or([None, None]);
    two_references(scene, &child, &parent.table, names, at..parent.tokens.end);
    Some(parent.tokens.end)
}

/// `5,000 transfers between accounts`, `between 300 accounts`.
fn between(scene: &mut Scene<'_>, frame: &mut Frame, sentence: Range<usize>, at: usize) -> Option<usize> {
    if !matches!(scene.text.norm(at), "between" | "among") || range::range(scene.text, at).is_some() {
        return None;
    }
    let count = scene.quantity(at + 1, sentence.end).filter(|quantity| quantity.is_count && quantity.max > 2);
    let start = count.as_ref().map_or(at + 1, |quantity| quantity.end);
    let noun = if scene.does(start, Does::Determines) { start + 1 } else { start };
    let known = named(scene, noun, sentence.end);
    let phrase = scene.rows_phrase(noun, sentence.end).filter(|phrase| tables::may_be(scene, phrase));
    let end = known.as_ref().map(|found| found.tokens.end).or_else(|| phrase.as_ref().map(|phrase| phrase.name.end))?;
    let goes_on = scene.does(end, Does::Joins) && (end + 1..end + 4).any(|at| named(scene, at, at + 1).is_some());
    if goes_on || !scene.is_plural(end - 1) {
        return None;
    }
    let parent = match (&known, &count) {
        (Some(found), _) => found.table.clone(),
        (None, Some(_)) => tables::declare(scene, phrase?.name),
        (None, None) => return None,
    };
    let child = child_before(scene, sentence.start.max(at.saturating_sub(5)), at, &parent)?.table;
    if let Some(quantity) = count {
        tables::count(scene, frame, &parent, quantity.max, at + 1..end);
    }
    let names = pair_said(scene, sentence.start).unwrap_or([None, None]);
    two_references(scene, &child, &parent, names, at..end);
    Some(end)
}

/// `400 users write 5000 messages to each other`, `and 5,000 transfers between them`.
fn each_other(scene: &mut Scene<'_>, sentence: Range<usize>, at: usize) -> Option<usize> {
    let end = at + EACH_OTHER.iter().find(|phrase| starts(scene, at, phrase))?.len();
    let mut found: Vec<String> = Vec::new();
    for place in sentence.start..sentence.end {
        if let Some(named) = named(scene, place, place + 1)
            && !found.contains(&named.table)
        {
            found.push(named.table);
        }
    }
    // "Students, courses and the enrolments between them" ties two tables by a third.
    let is_new = |at: usize| scene.is_nominal(at) && named(scene, at, at + 1).is_none();
    let is_third = scene.text.norm(at) == "between" && (found.len() > 2 || found.len() > 1 && at > 0 && is_new(at - 1));
    let (parent, child) = match &found[..] {
        _ if is_third => return None,
        [parent, child, ..] => (parent.clone(), child.clone()),
        [child] => (scene.focus.table.clone().filter(|table| table != child)?, child.clone()),
        [] => return None,
    };
    let names = pair_said(scene, sentence.start).unwrap_or([None, None]);
    two_references(scene, &child, &parent, names, at..end);
    Some(end)
}

/// `approved by another staff member` in a table that belongs to one already.
fn by_another(scene: &mut Scene<'_>, sentence: Range<usize>, at: usize) -> Option<usize> {
    if scene.text.norm(at) != "by" || at == sentence.start {
        return None;
    }
    let noun = second(scene, at + 1)?;
    let parent = named(scene, noun, sentence.end)?;
    let child = child_before(scene, sentence.start, at, &parent.table)
        .map(|found| found.table)
        .or_else(|| scene.focus.table.clone().filter(|table| *table != parent.table))?;
    let first =
        scene.ir.relationships.iter().find(|tie| tie.child_table == child && tie.parent_table == parent.table)?;
    let column = first.child_column.clone();
    let role = format!("{}_by", lex::snake(scene.text.norm(at - 1), scene.language));
    let tokens = at - 1..parent.tokens.end;
    pick(scene, &child, &parent.table, Some(&role), tokens.clone());
    apart(scene, &child, &format!("{role}_id"), &column);
    scene.take(tokens);
    Some(parent.tokens.end)
}

/// Two nouns that are often said of two rows of one table, where the text behind a token has both: `lender` and `borrower`.
fn pair_said(scene: &Scene<'_>, from: usize) -> Option<[Option<String>; 2]> {
    let has = |word: &str| (from..from + 60).any(|at| scene.text.norm(at) == word);
    let nouns = itself::PAIRS.iter().filter(|(one, other)| one.len() > 5 && other.len() > 4);
    let (one, other) = nouns.into_iter().find(|(one, other)| has(one) && has(other))?;
    Some([Some((*one).to_owned()), Some((*other).to_owned())])
}

/// The child refers to two rows of the parent, never the same.
fn two_references(scene: &mut Scene<'_>, child: &str, parent: &str, roles: [Option<String>; 2], tokens: Range<usize>) {
    let one = lex::singular(parent, scene.language);
    super::drop_loose(scene, child, parent);
    let is_known = |tie: &&crate::draft::ir::Relationship| tie.child_table == child && tie.parent_table == parent;
    let known: Vec<String> =
        scene.ir.relationships.iter().filter(is_known).map(|tie| tie.child_column.clone()).collect();
    let roles = match roles {
        [Some(one), Some(other)] if one != other => [one, other],
        [Some(first), None] if first != format!("to_{one}") => [first, format!("other_{one}")],
        _ => [format!("from_{one}"), format!("to_{one}")],
    };
    for role in roles.iter().take(2_usize.saturating_sub(known.len())) {
        pick(scene, child, parent, Some(role), tokens.clone());
    }
    let ties = scene.ir.relationships.iter().filter(is_known);
    let columns: Vec<String> = ties.map(|tie| tie.child_column.clone()).collect();
    if let [first, second] = &columns[..] {
        apart(scene, child, second, first);
    }
    scene.take(tokens);
}

/// A reference never picks the row of another one.
pub fn apart(scene: &mut Scene<'_>, child: &str, column: &str, other: &str) {
    let tie = scene
        .ir
        .relationships
        .iter_mut()
        .find(|tie| tie.child_table == child && tie.child_column == column && tie.tie == Tie::Picks);
    if let Some(tie) = tie {
        tie.other_than = other.to_owned();
    }
}
