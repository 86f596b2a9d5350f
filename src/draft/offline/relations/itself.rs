//! References of a table to itself, and two references to one table.

use std::ops::Range;

use super::put_key;
use crate::draft::ir::{Origin, Relationship, Role, Tie};
use crate::draft::offline::names;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::words::Does;
use crate::draft::text::share;

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
    ("reporting", "manager"),
    ("supervises", "supervisor"),
    ("superior", "superior"),
    ("replying", "reply_to"),
    ("responds", "reply_to"),
    ("response", "reply_to"),
    ("recruited", "recruiter"),
    ("sponsored", "sponsor"),
    ("trained", "trainer"),
    ("coached", "coach"),
    ("depend", "depends_on"),
    ("require", "requires"),
    ("cites", "cites"),
    ("supersedes", "replaces"),
    ("superseded", "replaced_by"),
    ("sire", "sire"),
    ("dam", "dam"),
    ("vorgesetzten", "manager"),
    ("vorgesetzte", "manager"),
];

/// A reference of a table to another row of its own; optional, since the first rows have no earlier one.
pub fn tie(scene: &mut Scene<'_>, table: &str, evidence: Range<usize>) {
    let known = evidence
        .clone()
        .find_map(|at| ROLES.iter().find(|(word, _)| *word == scene.text.norm(at)))
        .map(|(_, role)| (*role).to_owned());
    let by = evidence
        .clone()
        .find(|at| scene.text.norm(*at) == "by" && scene.text.norm(at.saturating_sub(1)).ends_with("ed"));
    let by = by.map(|at| format!("{}_by", scene.text.norm(at - 1).replace('-', "_")));
    let role = known.or(by).unwrap_or_else(|| "parent".to_owned());
    named(scene, table, &role, evidence);
}

/// Whether a word names a role that a row of the same or of another table plays.
pub fn is_role(word: &str) -> bool {
    ROLES.iter().any(|(known, _)| *known == word) || PAIRS.iter().any(|(one, other)| *one == word || *other == word)
}

/// Whether a column is called like a row above in its own table: `parent folder` of folders, `parent`, `parent_id`.
pub fn refers_to_own(scene: &Scene<'_>, table: &str, words: &str) -> bool {
    let is_taken = |word: &str| scene.ir.tables.iter().any(|other| names::key(&other.name) == word);
    match words.rsplit_once(' ') {
        None => words == "parent" && !is_taken("parent"),
        Some((adjective, noun)) => SUPERIOR.contains(&adjective) && noun == last_word(table) && !is_taken(words),
    }
}

/// What rows above, before and beside others of their table are called.
const SUPERIOR: &[&str] = &[
    "parent",
    "superior",
    "upper",
    "higher",
    "bigger",
    "larger",
    "previous",
    "preceding",
    "original",
    "base",
    "parental",
];

/// Whether words name a row above one of a table: `a larger department`.
pub fn is_above(words: &str, table: &str) -> bool {
    words
        .rsplit_once(' ')
        .is_some_and(|(adjective, noun)| SUPERIOR.contains(&adjective) && names::key(noun) == last_word(table))
}

/// The share of the rows that have no other one, where the words about them say it.
fn orphans(scene: &Scene<'_>, evidence: &Range<usize>) -> Option<f64> {
    let words = |list: &[&str], tokens: Range<usize>| tokens.into_iter().any(|at| list.contains(&scene.text.norm(at)));
    let behind = evidence.end..evidence.end + 8;
    let stop = behind.clone().find(|at| matches!(scene.text.norm(*at), "." | ";" | "")).unwrap_or(behind.end);
    if words(&["except", "apart", "save", "but", "besides"], evidence.start..stop) {
        return Some(0.0);
    }
    if let Some(found) = evidence.clone().find_map(|at| share::share(scene.text, at)) {
        // "20% have no parent".
        let comma = evidence.clone().find(|at| matches!(scene.text.norm(*at), "," | ";")).unwrap_or(evidence.end);
        let denials = ["no", "without", "none", "lack", "lacks", "missing", "not"];
        let is_denied = words(&denials, evidence.start..comma);
        return Some(if is_denied { found.value.rate } else { 1.0 - found.value.rate });
    }
    if words(&["can", "may", "might", "could", "some", "most", "optionally", "sometimes", "optional"], evidence.clone())
    {
        return None;
    }
    let is_must = words(
        &["must", "always", "every", "each", "everyone", "everybody", "all"],
        evidence.start.saturating_sub(1)..evidence.end,
    );
    is_must.then_some(0.0)
}

/// `form a tree`, `a hierarchy with a single root`, `nested at most three levels deep`.
pub fn tree(scene: &mut Scene<'_>, table: &str, at: usize, end: usize) -> Option<usize> {
    let is_tree = matches!(
        scene.text.norm(at),
        "tree" | "hierarchy" | "nested" | "tree-like" | "hierarchical" | "hierarchically"
    );
    if !is_tree || scene.table_word(at).is_some() {
        return None;
    }
    let is_root = (at..end).any(|at| matches!(scene.text.norm(at), "root" | "single" | "one"));
    let start =
        (at.saturating_sub(2)..at).find(|at| matches!(scene.text.norm(*at), "a" | "form" | "forms")).unwrap_or(at);
    named(scene, table, "parent", start..at + 1);
    if is_root {
        orphaned(scene, table, "parent_id", 0.0);
        let root = (at..end).rev().find(|at| scene.text.norm(*at) == "root").unwrap_or(at);
        scene.take(start..root + 1);
    }
    if let Some(deep) =
        (at..end).rev().find(|at| matches!(scene.text.norm(*at), "levels" | "level" | "deep" | "layers"))
    {
        scene.cannot(at..deep + 1, "how deep rows may lie below each other cannot be bounded");
        scene.take(at..deep + 1);
        return Some(deep + 1);
    }
    scene.take(start..at + 1);
    Some(at + 1)
}

/// Sets the share of the rows that have no other one.
pub fn orphaned(scene: &mut Scene<'_>, table: &str, column: &str, rate: f64) {
    let tie = scene.ir.relationships.iter_mut().find(|tie| tie.child_table == table && tie.child_column == column);
    if let Some(tie) = tie {
        tie.null_rate = rate;
        let path = format!("relationships.{table}.{column}");
        scene.ir.assumptions.retain(|known| known.path != path);
        scene.ir.questions.retain(|known| !known.path.starts_with(&path));
    }
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
        .is_some_and(|table| table.column(role).is_some_and(|column| column.role == Role::Attribute));
    if has_column {
        return false;
    }
    named(scene, table, role, evidence);
    orphaned(scene, table, &name, rate);
    true
}

/// The same under a name.
pub fn named(scene: &mut Scene<'_>, table: &str, role: &str, evidence: Range<usize>) {
    let column = if role.ends_with("_id") { role.to_owned() } else { format!("{role}_id") };
    let quote = scene.quote(evidence.clone());
    scene.claim(evidence.clone());
    let orphans = orphans(scene, &evidence);
    claim_exception(scene, evidence.end);
    let is_own = |tie: &&Relationship| tie.child_table == table && tie.parent_table == table;
    let known = scene.ir.relationships.iter().find(is_own).map(|tie| tie.child_column.clone());
    if let Some(known) = known.filter(|known| *known == column || *known == "parent_id" || column == "parent_id") {
        if let Some(rate) = orphans {
            orphaned(scene, table, &known, rate);
        }
        return;
    }
    let null_rate = orphans.unwrap_or(0.3);
    become_key(scene, table, &column, &quote);
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
    if orphans.is_none() {
        let path = format!("relationships.{table}.{column}");
        scene.assume(path.clone(), format!("some rows of `{table}` have no `{column}`"), "30%");
        scene.ask(format!("{path}.null_rate"), format!("What share of `{table}` has no `{column}`?"), &[], "0.3");
    }
}

/// `except the root`, `apart from the boss`.
fn claim_exception(scene: &mut Scene<'_>, at: usize) {
    let is_end = |at: usize| matches!(scene.text.norm(at), "." | ";" | "" | "\n\n");
    let stop = (at..at + 8).find(|at| is_end(*at)).unwrap_or(at + 8);
    let except = (at..stop).find(|at| matches!(scene.text.norm(*at), "except" | "apart" | "save" | "besides"));
    if let Some(except) = except {
        scene.take(except..stop);
    }
}

/// A column of the role's name becomes the reference.
fn become_key(scene: &mut Scene<'_>, table: &str, column: &str, quote: &str) {
    let role = column.strip_suffix("_id").unwrap_or(column);
    let known = scene.ir.table_mut(table).and_then(|table| table.column_mut(role));
    if let Some(known) = known.filter(|known| known.role == Role::Attribute) {
        known.name = column.to_owned();
        known.choices.clear();
    }
    put_key(scene, table, column, quote);
}

/// Whether a word leads to another row of the same table.
pub fn leads_to_own(word: &str) -> bool {
    matches!(
        word,
        "another"
            | "other"
            | "fellow"
            | "parent"
            | "bigger"
            | "larger"
            | "superior"
            | "higher"
            | "upper"
            | "existing"
            | "older"
            | "senior"
            | "different"
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
    )
}

/// `a category can be under another category`, `employees report to a manager who is an employee`.
pub fn reference_to_self(scene: &mut Scene<'_>, table: &str, at: usize, start: usize, end: usize) -> Option<usize> {
    // "Used by no other kayak" says that nothing repeats.
    let leads = leads_to_own(scene.text.norm(at)) && !(at > start && scene.text.norm(at - 1) == "no");
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
    let noun = names::key(scene.text.norm(word));
    let is_peer = matches!(scene.text.norm(at), "colleague" | "coworker" | "co-worker") && at > start + 1;
    let is_row = leads && matches!(noun.as_str(), "row" | "record" | "entry" | "colleague" | "coworker");
    if is_peer && word <= end {
        tie(scene, table, start..at + 1);
        return Some(at + 1);
    }
    if !(leads || plain) || word >= end || !(noun == last_word(table) || is_row) {
        return None;
    }
    let is_between = (start..at).any(|at| matches!(scene.text.norm(at), "between" | "both"));
    if is_between {
        return None;
    }
    match antecedent(scene, table, start) {
        Some(role) => named(scene, table, &role, start..word + 1),
        None => tie(scene, table, start..word + 1),
    }
    Some(word + 1)
}

/// The column before a relative clause: `the parent taxon, which is another row`.
fn antecedent(scene: &Scene<'_>, table: &str, at: usize) -> Option<String> {
    if !scene.does(at, Does::Relates) || at == 0 {
        return None;
    }
    let end = if scene.text.norm(at - 1) == "," { at - 1 } else { at };
    let known = scene.ir.table(table)?;
    let column = (1..=2.min(end)).rev().find_map(|length| {
        let words = scene.words(end - length..end);
        scene.find_column_in(known, &words).filter(|(score, _)| *score >= 80).map(|(_, column)| column.to_owned())
    })?;
    known.column(&column).is_some_and(|column| column.role == Role::Attribute).then_some(column)
}

fn last_word(table: &str) -> String {
    names::key(table).rsplit(' ').next().unwrap_or_default().to_owned()
}

/// Pairs of names for two rows of one table that are never the same.
pub(super) const PAIRS: &[(&str, &str)] = &[
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
    ("home", "visiting"),
    ("loaner", "borrower"),
    ("giver", "taker"),
    ("challenger", "defender"),
    ("attacker", "defender"),
    ("pickup", "dropoff"),
    ("primary", "backup"),
    ("main", "backup"),
    ("author", "reviewer"),
    ("writer", "reviewer"),
    ("writer", "reader"),
    ("teacher", "pupil"),
    ("old", "new"),
    ("landlord", "tenant"),
    ("predator", "prey"),
    ("seller", "purchaser"),
    ("sire", "dam"),
    ("mother", "father"),
    ("requester", "approver"),
    ("referrer", "referred"),
    ("outgoing", "incoming"),
    ("consignor", "consignee"),
    ("shipper", "consignee"),
    ("sponsor", "protege"),
];

/// The references of a table to one other table are told apart: said so, or by names such as `home` and `away`.
pub fn other_of_same(scene: &mut Scene<'_>, said: &[String]) {
    let ties = scene.ir.relationships.clone();
    for (at, tie) in ties.iter().enumerate() {
        let partner = ties[..at].iter().find(|other| {
            other.child_table == tie.child_table
                && other.parent_table == tie.parent_table
                && tie.tie == Tie::Picks
                && tie.other_than.is_empty()
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
