//! Many-to-many: a table between two, owned by the one that is spoken of, that picks from the other without repeats.

use std::ops::Range;

use super::{put_key, reference_name};
use crate::draft::ir::{Origin, Relationship, RowsOrigin, Table, Tie};
use crate::draft::offline::frame::Frame;
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::phrases::Quantity;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::words::Does;
use crate::draft::text::{number, range};

/// Verbs whose object many share, and what the table between is called; empty for a name made of both tables.
const SHARED: &[(&str, &str)] = &[
    ("enrol", "enrolments"),
    ("enroll", "enrolments"),
    ("attend", "attendances"),
    ("take part", "participations"),
    ("takes part", "participations"),
    ("taking part", "participations"),
    ("took part", "participations"),
    ("take", "enrolments"),
    ("tagged", ""),
    ("tag", ""),
    ("act", "roles"),
    ("star", "roles"),
    ("play", "appearances"),
    ("join", "memberships"),
    ("participat", "participations"),
    ("borrow", "loans"),
    ("visit", "visits"),
    ("subscrib", "subscriptions"),
    ("follow", "follows"),
    ("like", "likes"),
    ("speak", ""),
    ("speak", ""),
    ("work on", "assignments"),
    ("assigned", "assignments"),
    ("teach", ""),
    ("member", "memberships"),
    ("rent", "rentals"),
    ("review", "reviews"),
    ("rate", "ratings"),
    ("sponsor", "sponsorships"),
    ("register", "registrations"),
    ("sign up", "registrations"),
    ("written", ""),
    ("categor", ""),
    ("belong to", ""),
    ("exhibit", "exhibits"),
    ("perform", "performances"),
    ("cover", ""),
    ("besuch", "besuche"),
    ("belegen", "belegungen"),
    ("suivent", "inscriptions"),
    ("suit", "inscriptions"),
    ("inscrit", "inscriptions"),
    ("matricul", "matriculas"),
    ("frequenta", "iscrizioni"),
    ("qualified", "qualifications"),
    ("certified", "certifications"),
];

/// Things that many share.
const COMMON: &[&str] = &[
    "genre",
    "tag",
    "category",
    "course",
    "skill",
    "language",
    "ingredient",
    "author",
    "role",
    "topic",
    "amenity",
    "actor",
    "hobby",
    "allergy",
    "label",
    "keyword",
    "subject",
    "interest",
    "permission",
    "certification",
    "style",
    "feature",
    "instrument",
    "allergen",
    "badge",
    "channel",
];

/// Whether things of this name are shared by many.
pub fn is_common(words: &str) -> bool {
    names::key(words).rsplit(' ').next().is_some_and(|head| COMMON.contains(&head))
}

/// Whether words that say that both sides have many of the other begin at a token: `many-to-many`, `many to many`, `n:m`.
pub fn many_to_many(scene: &Scene<'_>, at: usize) -> bool {
    let is_many = |at: usize| matches!(scene.text.norm(at), "many" | "n" | "m");
    match scene.text.norm(at) {
        "many-to-many" | "n:m" | "m:n" | "n-to-m" | "n-m" | "n-n" | "n:n" => true,
        "many" | "n" | "m" => matches!(scene.text.norm(at + 1), "to" | "-" | ":" | "2") && is_many(at + 2),
        _ => false,
    }
}

/// Words that say that nothing is picked twice.
const ONCE: &[&str] = &[
    "twice",
    "repeat",
    "repeats",
    "repeated",
    "distinct",
    "different",
    "duplicates",
    "duplicate",
    "once",
    "repetition",
    "same",
    "repeating",
];

/// Whether rows of the second table stand by themselves and are shared by rows of the first.
pub fn is_between(
    scene: &Scene<'_>,
    frame: &Frame,
    parent: &str,
    child: &str,
    quantity: &Quantity,
    evidence: &Range<usize>,
) -> bool {
    let head = names::key(child).rsplit(' ').next().unwrap_or_default().to_owned();
    let says = (evidence.start.saturating_sub(8)..evidence.end + 8).any(|at| many_to_many(scene, at));
    let rows = |table: &str| {
        let known = scene.ir.table(table).filter(|known| known.rows_origin == RowsOrigin::Stated);
        known.map(|known| known.rows).or_else(|| counted(scene, table).map(|(rows, _)| rows))
    };
    let has_own_count = frame.counts.contains_key(child) || counted(scene, child).is_some();
    let too_few = match (rows(parent), rows(child)) {
        (Some(parents), Some(children)) => parents.saturating_mul(quantity.min.max(1)) > children && quantity.max != 1,
        _ => false,
    };
    let by_verb =
        verb(scene, evidence).is_some() && (has_own_count || !is_stated_child(scene, child)) && quantity.max != 1;
    let is_different = (evidence.start..evidence.end)
        .any(|at| matches!(scene.text.norm(at), "different" | "distinct") && has_own_count && quantity.max != 1);
    let is_owned = scene.ir.relationships.iter().any(|tie| tie.child_table == child && tie.tie == Tie::Owns);
    let is_alone = too_few && belongs_to_one(scene, parent, child);
    !is_owned
        && !is_alone
        && (says
            || frame.shared.contains(child)
            || COMMON.contains(&head.as_str())
            || too_few
            || is_different
            || by_verb && (has_own_count || is_once(scene, evidence)))
}

/// How many rows of a table the description counts anywhere by themselves, and where: `300 products, 40 suppliers`.
pub fn counted(scene: &Scene<'_>, table: &str) -> Option<(u64, Range<usize>)> {
    let parts = |at: usize| matches!(scene.text.norm(at), "" | "," | ";" | "." | ")" | "and" | "\n" | "\n\n");
    // "We have 50 engineers", "there are 140 translators", "by 300 customers".
    let leads = |at: usize| {
        let before = scene.text.norm(at.saturating_sub(1));
        match scene.text.norm(at) {
            "are" | "is" => before == "there",
            "have" => matches!(before, "we" | "i"),
            word => matches!(word, "need" | "want" | "generate" | "create" | "make" | "by" | "across" | "among"),
        }
    };
    // "Between 2 and 5 orders" counts no orders.
    let is_span = |at: usize| {
        let covers = |from: usize| range::range(scene.text, from).is_some_and(|found| found.end > at);
        (at.saturating_sub(4)..at).any(covers)
            || range::range(scene.text, at).is_some_and(|found| found.value.min != found.value.max)
    };
    (0..scene.text.tokens.len()).filter(|at| (*at == 0 || parts(at - 1) || leads(at - 1)) && !is_span(*at)).find_map(
        |at| {
            let goes_on = |at: usize| {
                parts(at)
                    || (scene.does(at, Does::Equips) || scene.does(at, Does::Places))
                        && !scene.does(at + 1, Does::Distributes)
            };
            // "For every plot there are 4 harvests" counts those of one plot.
            let is_told = |at: &usize| matches!(scene.text.norm(*at), "." | ";" | "" | "\n" | "\n\n");
            let from = (0..at).rev().find(is_told).unwrap_or(0);
            if (from..at).any(|at| scene.does(at, Does::Distributes)) && at > 0 && leads(at - 1) {
                return None;
            }
            let found = number::count(scene.text, at).filter(|found| found.value >= 2 && goes_on(found.end + 1))?;
            let is_it = scene.table_word(found.end).is_some_and(|name| name == table);
            is_it.then_some((found.value, at..found.end + 1))
        },
    )
}

/// Whether the description says that each row of the child belongs to one row of the parent: `every player plays for exactly one team`.
fn belongs_to_one(scene: &Scene<'_>, parent: &str, child: &str) -> bool {
    /// How far the one it belongs to may stand from the child.
    const NEAR: usize = 8;
    let names = |at: usize, table: &str| scene.table_word(at).is_some_and(|known| known == table);
    let is_one = |at: usize| matches!(scene.text.norm(at), "one" | "1" | "single" | "a");
    let says = |at: usize| {
        let mut behind = at + 2..at + NEAR;
        let is_end = |at: &usize| matches!(scene.text.norm(*at), "." | ";" | "");
        scene.does(at, Does::Distributes)
            && names(at + 1, child)
            && behind.find(|at| is_end(at) || is_one(*at) && names(at + 1, parent)).is_some_and(|at| !is_end(&at))
    };
    (0..scene.text.tokens.len()).any(says)
}

fn is_stated_child(scene: &Scene<'_>, child: &str) -> bool {
    scene.ir.relationships.iter().any(|tie| tie.child_table == child)
}

/// Whether the sentence says that nothing comes twice.
fn is_once(scene: &Scene<'_>, evidence: &Range<usize>) -> bool {
    let stop = (evidence.end..evidence.end + 14)
        .find(|at| matches!(scene.text.norm(*at), "" | "." | "\n\n"))
        .unwrap_or(evidence.end + 14);
    (evidence.start..stop).any(|at| ONCE.contains(&scene.text.norm(at)))
}

/// The verb between the two tables that says that the second is shared.
fn verb(scene: &Scene<'_>, evidence: &Range<usize>) -> Option<&'static str> {
    // `players` are no verb.
    let is_verb = |at: &usize| scene.table_word(*at).is_none();
    let words: Vec<&str> =
        (evidence.start.saturating_sub(2)..evidence.end).filter(is_verb).map(|at| scene.text.norm(at)).collect();
    let words = words.join(" ");
    SHARED
        .iter()
        .find(|(stem, _)| {
            words.split(' ').any(|word| word.starts_with(stem)) || stem.contains(' ') && words.contains(stem)
        })
        .map(|(_, name)| *name)
}

/// The table that has been declared to stand between two, with its references to the first and to the second.
fn declared(scene: &Scene<'_>, parent: &str, child: &str) -> Option<(String, String, String)> {
    let ties = &scene.ir.relationships;
    let only = |table: &str, of: &str| {
        let mut found = ties.iter().filter(|tie| tie.child_table == table && tie.parent_table == of);
        let first = found.next().filter(|tie| tie.tie == Tie::Picks)?;
        found.next().is_none().then(|| first.child_column.clone())
    };
    let stands_between = |table: &&Table| {
        let name = &table.name;
        ties.iter().filter(|tie| tie.child_table == *name).count() == 2 && table.rows_origin != RowsOrigin::Stated
    };
    scene
        .ir
        .tables
        .iter()
        .filter(stands_between)
        .find_map(|table| Some((table.name.clone(), only(&table.name, parent)?, only(&table.name, child)?)))
}

/// `120 members with a name and loans, each member borrows books`: the loans that were only guessed to be the member's own children
/// are what lies between.
fn let_go(scene: &mut Scene<'_>, parent: &str, table: &str) {
    let is_guess = |tie: &Relationship| {
        tie.child_table == table
            && tie.parent_table == parent
            && tie.tie == Tie::Owns
            && scene
                .ir
                .assumptions
                .iter()
                .any(|known| known.path == format!("relationships.{table}.{}", tie.child_column))
    };
    let Some(at) = scene.ir.relationships.iter().position(is_guess) else { return };
    let column = scene.ir.relationships.remove(at).child_column;
    let path = format!("relationships.{table}.{column}");
    scene.ir.assumptions.retain(|known| known.path != path);
    scene.ir.questions.retain(|known| !known.path.starts_with(&path));
    if let Some(table) = scene.ir.table_mut(table) {
        table.columns.retain(|known| known.name != column);
    }
}

/// Ties two tables by one between.
pub fn tie(
    scene: &mut Scene<'_>,
    frame: &mut Frame,
    parent: &str,
    child: &str,
    quantity: &Quantity,
    evidence: Range<usize>,
) {
    if let Some(name) = verb(scene, &evidence).filter(|name| !name.is_empty()) {
        let_go(scene, parent, name);
    }
    let name = verb(scene, &evidence)
        .filter(|name| !name.is_empty() && scene.ir.table(name).is_none_or(|table| table.columns.is_empty()));
    let name = name.map_or_else(|| format!("{}_{child}", lex::singular(parent, scene.language)), str::to_owned);
    let quote = scene.quote(evidence.clone());
    let known = scene.ir.relationships.iter().find(|tie| {
        tie.parent_table == child
            && tie.distinct
            && scene
                .ir
                .relationships
                .iter()
                .any(|owner| owner.child_table == tie.child_table && owner.parent_table == parent)
    });
    if let Some(between) = known.map(|tie| tie.child_table.clone()) {
        return super::refine(scene, parent, &between, quantity, evidence);
    }
    scene.claim(evidence);
    let declared = declared(scene, parent, child);
    let name = declared.as_ref().map_or(name, |(table, ..)| table.clone());
    if scene.ir.table(&name).is_none() {
        let description = format!("Which {} of {} there are.", child.replace('_', " "), parent.replace('_', " "));
        scene.ir.tables.push(Table {
            name: name.clone(),
            description,
            rows_origin: RowsOrigin::Inferred,
            evidence: vec![quote.clone()],
            ..Table::default()
        });
    }
    frame.listed.insert(name.clone());
    let (owner, picked) = match declared {
        Some((_, owner, picked)) => (owner, picked),
        None => (reference_name(scene, parent, None), reference_name(scene, child, None)),
    };
    put_key(scene, &name, &owner, &quote);
    put_key(scene, &name, &picked, &quote);
    scene.ir.relationships.retain(|tie| tie.child_table != name || ![&owner, &picked].contains(&&tie.child_column));
    let base = Relationship {
        child_table: name.clone(),
        origin: Origin::Stated,
        evidence: vec![quote],
        ..Relationship::default()
    };
    scene.ir.relationships.push(Relationship {
        child_column: owner.clone(),
        parent_table: parent.to_owned(),
        min_children: quantity.min,
        max_children: quantity.max,
        mean_children: quantity.mean,
        shape: quantity.shape,
        ..base.clone()
    });
    scene.ir.relationships.push(Relationship {
        tie: Tie::Picks,
        child_column: picked,
        parent_table: child.to_owned(),
        distinct: true,
        ..base
    });
    if quantity.is_vague {
        super::guess(scene, parent, &name, &owner, quantity);
    }
}
