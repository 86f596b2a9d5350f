//! Single references: `orders belong to a customer`, `the home team`, `customer_id`.

use std::ops::Range;

use super::{itself, put_key, reference_name, tied};
use crate::draft::ir::{Column, Origin, Relationship, Role, Tie};
use crate::draft::offline::frame::Frame;
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::phrases::Phrase;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::tables;
use crate::draft::offline::words::Does;
use crate::draft::text::Language;

/// A row of the child picks a row of the parent.
pub fn pick(scene: &mut Scene<'_>, child: &str, parent: &str, role: Option<&str>, evidence: Range<usize>) {
    let column = reference_name(scene, parent, role);
    let quote = scene.quote(evidence.clone());
    scene.claim(evidence);
    let is_known = scene.ir.relationships.iter().any(|tie| tie.child_table == child && tie.child_column == column);
    if is_known || (role.is_none() && tied(scene, child, parent).is_some()) {
        return;
    }
    put_key(scene, child, &column, &quote);
    scene.ir.relationships.push(Relationship {
        tie: Tie::Picks,
        child_table: child.to_owned(),
        child_column: column,
        parent_table: parent.to_owned(),
        origin: Origin::Stated,
        evidence: vec![quote],
        ..Relationship::default()
    });
}

/// As [`pick`], where only the verb says so: more words about the two tables take its place.
pub fn pick_loosely(scene: &mut Scene<'_>, child: &str, parent: &str, evidence: Range<usize>) {
    let known = scene.ir.relationships.len();
    pick(scene, child, parent, None, evidence);
    if let Some(tie) = scene.ir.relationships.get_mut(known) {
        tie.origin = Origin::Inferred;
    }
}

/// Takes back a reference that only a verb spoke of.
pub fn drop_loose(scene: &mut Scene<'_>, child: &str, parent: &str) {
    let is_loose = |tie: &Relationship| {
        tie.child_table == child
            && tie.parent_table == parent
            && tie.tie == Tie::Picks
            && tie.origin == Origin::Inferred
    };
    let Some(at) = scene.ir.relationships.iter().position(is_loose) else { return };
    let column = scene.ir.relationships.remove(at).child_column;
    if let Some(table) = scene.ir.table_mut(child) {
        table.columns.retain(|known| known.name != column);
    }
}

/// An item of a column list that names another table: `customer`, `a home team`, `product_id`.
pub fn reference_item(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, phrase: &Phrase, end: usize) -> bool {
    let words = names::key(&scene.words(phrase.name.clone()).replace('_', " "));
    let words = words.strip_suffix(" id").unwrap_or(&words).to_owned();
    if is_reference(scene, table, &words) {
        scene.claim(phrase.whole.clone());
        return true;
    }
    let found = target(scene, table, &words).or_else(|| elided(scene, table, phrase));
    let Some((parent, role)) = found else { return behind(scene, frame, table, phrase, end) };
    if scene.is_plural(phrase.name.end - 1) && !phrase.is_single {
        return false;
    }
    let role = role.map(|role| lex::snake(&role, scene.language));
    if parent == table && role.is_none() {
        return false;
    }
    frame.listed.insert(table.to_owned());
    if parent == table {
        itself::named(scene, table, &role.unwrap_or_default(), phrase.whole.clone());
    } else {
        pick(scene, table, &parent, role.as_deref(), phrase.whole.clone());
    }
    let focus = scene.focus.table.replace(table.to_owned());
    let column = scene
        .ir
        .table(table)
        .and_then(|table| table.columns.iter().rfind(|column| column.role == Role::Fk))
        .map(|column| column.name.clone());
    frame.wait(scene, phrase.whole.start..end, column);
    scene.focus.table = focus;
    true
}

/// The table that a name refers to, and what the reference is called beside it: `home team` -> `teams`, `home_team`.
fn target(scene: &Scene<'_>, table: &str, words: &str) -> Option<(String, Option<String>)> {
    // In English the key tells; elsewhere plurals have many forms: `professor` of `professores`.
    let is_it = |known: &crate::draft::ir::Table, wanted: &str| {
        names::key(&known.name) == wanted
            || scene.language != Language::En && known.name != table && names::table_score(wanted, &known.name) >= 90
    };
    let named =
        |wanted: &str| scene.ir.tables.iter().find(|known| is_it(known, wanted)).map(|known| known.name.clone());
    if let Some(parent) = named(words) {
        return Some((parent, None));
    }
    // An adviser of clients, where there are pensions advisers: people are rows rather than names.
    let is_person = !words.contains(' ')
        && words != "name"
        && matches!(
            lex::column(words, table, scene.language).column.generator.as_str(),
            "person.full_name" | "person.formal_name"
        );
    if let Some(parent) = headed(scene, table, words).filter(|_| is_person) {
        return Some((parent, Some(words.to_owned())));
    }
    if let Some(parent) = partner(scene, table, words).filter(|_| is_person) {
        return Some((parent, Some(words.to_owned())));
    }
    let (before, head) = words.rsplit_once(' ')?;
    let parent = named(head).or_else(|| headed(scene, table, head).filter(|_| itself::is_role(before)))?;
    Some((parent, Some(words.to_owned())))
}

/// Rows that may play any role that people play.
const PEOPLE: &[&str] = &[
    "user",
    "customer",
    "member",
    "person",
    "people",
    "account",
    "player",
    "client",
    "contact",
    "subscriber",
    "citizen",
    "participant",
    "employee",
];

/// The table of people two of which play roles such as `sender` and `receiver`: the only one of such, or the only other one where the
/// two are said never to be the same.
fn partner(scene: &Scene<'_>, table: &str, role: &str) -> Option<String> {
    // A white and a black player are told by their noun.
    if !["er", "or", "ee", "ent"].iter().any(|end| role.ends_with(end)) {
        return None;
    }
    let said = |word: &str| scene.text.tokens.iter().position(|token| token.norm == word);
    let (here, there) = itself::PAIRS.iter().find_map(|(one, other)| {
        let partner = if *one == role { *other } else { Some(*one).filter(|_| *other == role)? };
        Some((said(role)?, said(partner)?))
    })?;
    let last = here.max(there);
    let is_apart = (last + 1..last + 10).any(|at| {
        matches!(scene.text.norm(at), "never" | "different" | "not" | "other")
            && (at..at + 5).any(|at| matches!(scene.text.norm(at), "same" | "different" | "other" | "identical"))
    });
    let others = || scene.ir.tables.iter().filter(|known| known.name != table);
    let is_people = |name: &str| PEOPLE.contains(&names::key(name).rsplit(' ').next().unwrap_or_default());
    let mut people = others().filter(|known| is_people(&known.name));
    let mut all = others();
    let only = match (people.next(), people.next()) {
        (Some(only), None) => only,
        (None, _) if is_apart => all.next().filter(|_| all.next().is_none())?,
        _ => return None,
    };
    Some(only.name.clone())
}

/// The only other table whose rows are of this kind: `chess_players` for `white player`.
fn headed(scene: &Scene<'_>, table: &str, head: &str) -> Option<String> {
    let is_of = |known: &&crate::draft::ir::Table| {
        known.name != table && names::key(&known.name).rsplit_once(' ').is_some_and(|(_, last)| last == head)
    };
    let mut found = scene.ir.tables.iter().filter(is_of);
    let only = found.next()?;
    found.next().is_none().then(|| only.name.clone())
}

/// Whether a table has a reference that is called so.
fn is_reference(scene: &Scene<'_>, table: &str, words: &str) -> bool {
    let name = format!("{}_id", lex::snake(words, scene.language));
    scene.ir.relationships.iter().any(|tie| tie.child_table == table && tie.child_column == name)
}

/// `a white and a black player`: the noun of the first stands behind the second.
fn elided(scene: &Scene<'_>, table: &str, phrase: &Phrase) -> Option<(String, Option<String>)> {
    let at = phrase.name.end;
    let is_joined = scene.does(at, Does::Joins) || matches!(scene.text.norm(at), "/" | "or");
    let words = scene.words(phrase.name.clone());
    let is_column = lex::column(&words, table, scene.language).known && !itself::is_role(&words);
    if !is_joined || is_column || phrase.name.len() > 2 {
        return None;
    }
    let next = scene.item_phrase(at + 1, (at + 6).min(scene.text.tokens.len()))?;
    let length = (2..=3.min(next.name.len())).find(|length| {
        let words = names::key(&scene.words(next.name.start..next.name.start + length));
        matches!(target(scene, table, &words), Some((_, Some(_))))
    })?;
    let head = next.name.start + length - 1;
    let (parent, _) = target(scene, table, &names::key(&scene.words(next.name.start..head + 1)))?;
    Some((parent, Some(format!("{words} {}", names::singular(scene.text.norm(head))))))
}

/// `sender (account)`, `a manager who is another employee`: the table stands behind the name.
fn behind(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, phrase: &Phrase, end: usize) -> bool {
    let at = phrase.name.end;
    let leads = matches!(
        scene.text.norm(at),
        "(" | "who"
            | "which"
            | "that"
            | "references"
            | "refers"
            | "->"
            | "→"
            | "being"
            | "from"
            | "="
            | "is"
            | "of"
            | "linked"
            | "pointing"
    );
    if !leads {
        return false;
    }
    let stop = end.min(at + 8);
    let is_filler = |at: usize| {
        matches!(
            scene.text.norm(at),
            "(" | "who"
                | "which"
                | "that"
                | "is"
                | "also"
                | "itself"
                | "references"
                | "refers"
                | "to"
                | "a"
                | "an"
                | "another"
                | "other"
                | "the"
                | "->"
                | "→"
                | "-"
                | ">"
                | "fk"
                | "foreign"
                | "key"
                | "reference"
                | "being"
                | "one"
                | "of"
                | "from"
                | "="
                | "linked"
                | "pointing"
        )
    };
    let Some(start) = (at..stop).find(|at| !is_filler(*at)) else { return false };
    let length = (1..=2).rev().find(|length| start + length <= stop && exact(scene, start..start + length).is_some());
    let Some((length, parent)) = length.and_then(|length| Some((length, exact(scene, start..start + length)?))) else {
        return false;
    };
    let is_loose = matches!(scene.text.norm(at), "from" | "of" | "is")
        && (parent == table || scene.text.norm(start + length) == "'s");
    if is_loose {
        return false;
    }
    let role = lex::snake(&scene.words(phrase.name.clone()), scene.language);
    frame.listed.insert(table.to_owned());
    if parent == table {
        itself::named(scene, table, &role, phrase.whole.start..start + length);
    } else {
        pick(scene, table, &parent, Some(&role), phrase.whole.start..start + length);
    }
    true
}

fn exact(scene: &Scene<'_>, tokens: Range<usize>) -> Option<String> {
    let wanted = names::key(&scene.words(tokens));
    scene.ir.tables.iter().find(|known| names::key(&known.name) == wanted).map(|known| known.name.clone())
}

/// Columns that are named like another table, or like its key, refer to it. Runs when all tables are known.
pub fn link(scene: &mut Scene<'_>) {
    drop_lists(scene);
    for (child, column, parent) in candidates(scene) {
        if scene.ir.relationships.iter().any(|tie| tie.child_table == child && tie.child_column == column) {
            continue;
        }
        let name = column.replace('_', " ");
        // `from_station` and `to_station` are two references; `station` of a row that has its station is none.
        let is_plain = names::key(name.trim_end_matches(" id")) == names::key(&parent);
        let is_owner = child != parent && is_plain && tied(scene, &child, &parent).is_some();
        if is_owner {
            drop_column(scene, &child, &column);
            continue;
        }
        refer(scene, &child, &column, &parent);
    }
}

/// A column that is named like the children that a table has anyway is no column: `recipes` with `ingredients`.
fn drop_lists(scene: &mut Scene<'_>) {
    let mut idle = Vec::new();
    for table in &scene.ir.tables {
        for column in
            table.columns.iter().filter(|column| column.role == Role::Attribute && names::is_plural(&column.name))
        {
            let Some(other) = scene.ir.tables.iter().find(|other| other.name == column.name) else { continue };
            if tied(scene, &other.name, &table.name).is_some() || super::has_between(scene, &table.name, &other.name) {
                idle.push((table.name.clone(), column.name.clone()));
            }
        }
    }
    for (table, column) in idle {
        drop_column(scene, &table, &column);
    }
}

fn drop_column(scene: &mut Scene<'_>, child: &str, column: &str) {
    if let Some(table) = scene.ir.table_mut(child) {
        table.columns.retain(|known| known.name != column || known.role != Role::Attribute);
    }
}

fn candidates(scene: &Scene<'_>) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for table in &scene.ir.tables {
        let is_open = |column: &&Column| {
            let is_key = column.name.ends_with("_id");
            column.role != Role::Pk && (is_key || column.origin == Origin::Stated && !names::is_plural(&column.name))
        };
        for column in table.columns.iter().filter(is_open) {
            let words = names::key(&column.name.replace('_', " "));
            let is_key = words.ends_with(" id");
            let words = words.strip_suffix(" id").unwrap_or(&words);
            let parent =
                scene.ir.tables.iter().find(|other| other.name != table.name && names::key(&other.name) == words);
            let headed = || {
                words
                    .rsplit_once(' ')
                    .filter(|(before, _)| is_key || itself::is_role(before))
                    .and_then(|(_, head)| scene.ir.tables.iter().find(|other| names::key(&other.name) == head))
            };
            let own = || itself::refers_to_own(scene, &table.name, words).then_some(table);
            if let Some(parent) = parent.or_else(headed).or_else(own) {
                found.push((table.name.clone(), column.name.clone(), parent.name.clone()));
            }
        }
    }
    found
}

/// The last two columns of a table that nothing explains refer to a table.
pub fn become_references(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, parent: &str, tokens: Range<usize>) {
    let quote = scene.quote(tokens.clone());
    let columns: Vec<String> = scene
        .ir
        .table(table)
        .map(|table| {
            table
                .columns
                .iter()
                .rev()
                .filter(|column| column.role == Role::Attribute)
                .take(2)
                .map(|column| column.name.clone())
                .collect()
        })
        .unwrap_or_default();
    for column in columns.into_iter().rev() {
        refer(scene, table, &column, parent);
        let renamed = format!("{column}_id");
        if let Some(tie) = scene
            .ir
            .relationships
            .iter_mut()
            .find(|tie| tie.child_table == table && (tie.child_column == column || tie.child_column == renamed))
        {
            tie.evidence.push(quote.clone());
        }
        for waiting in frame.waiting.iter_mut().filter(|waiting| waiting.focus.column.as_ref() == Some(&column)) {
            waiting.focus.column = Some(renamed.clone());
        }
    }
    scene.claim(tokens);
}

/// A column becomes a reference.
pub fn refer(scene: &mut Scene<'_>, child: &str, column: &str, parent: &str) {
    let name = if column.ends_with("_id") { column.to_owned() } else { format!("{column}_id") };
    let Some(known) = scene.ir.table_mut(child).and_then(|table| table.column_mut(column)) else { return };
    known.name = name.clone();
    known.role = Role::Fk;
    known.generator = String::new();
    known.params.clear();
    known.choices.clear();
    let (origin, evidence, null_rate) = (known.origin, known.evidence.clone(), known.null_rate);
    if origin == Origin::Inferred {
        let path = format!("relationships.{child}.{name}");
        scene.assume(path, format!("`{child}.{name}` refers to `{parent}`"), parent);
    }
    let tie = Relationship {
        tie: Tie::Picks,
        child_table: child.to_owned(),
        child_column: name,
        parent_table: parent.to_owned(),
        origin,
        evidence,
        null_rate,
        ..Relationship::default()
    };
    scene.ir.relationships.push(tie);
}

/// A table that a reference needs and that nothing else declares.
pub fn parent_for(scene: &mut Scene<'_>, frame: &mut Frame, phrase: &Phrase) -> Option<String> {
    let words = scene.words(phrase.name.clone());
    if let Some(known) = tables::known(scene, &words) {
        return Some(known);
    }
    let may_be = tables::may_be(scene, phrase) && lex::is_table_noun(&words, scene.language);
    may_be.then(|| {
        let name = tables::declare(scene, phrase.name.clone());
        frame.bare.insert(name.clone());
        name
    })
}
