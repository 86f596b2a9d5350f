//! Words such as `shipping`, `was paid`, `signed up` -> the columns that say when that was.

use std::ops::Range;

use super::moments::may_be_time;
use super::view::View;
use super::windows::is_time;
use crate::draft::ir::{Column, Role, Table, Tie};
use crate::draft::offline::names;
use crate::draft::offline::scene::{Place, Scene};

/// Forms that no ending explains -> their stem.
const IRREGULAR: &[(&str, &str)] = &[
    ("lent", "lend"),
    ("loan", "lend"),
    ("loaned", "lend"),
    ("paid", "pay"),
    ("payment", "pay"),
    ("sent", "send"),
    ("bought", "buy"),
    ("purchase", "purchas"),
    ("sold", "sell"),
    ("sale", "sell"),
    ("began", "begin"),
    ("begun", "begin"),
    ("left", "leave"),
    ("birth", "born"),
    ("signup", "sign"),
    ("sign-up", "sign"),
    ("signed", "sign"),
    ("hiring", "hire"),
    ("departure", "depart"),
    ("arrival", "arriv"),
    ("delivery", "deliver"),
    ("shipment", "ship"),
    ("creation", "creat"),
    ("registration", "register"),
    ("publication", "publish"),
    ("expiry", "expir"),
    ("expiration", "expir"),
    ("admission", "admit"),
    ("submission", "submit"),
    ("completion", "complet"),
    ("resolution", "resolv"),
    ("approval", "approv"),
    ("cancellation", "cancel"),
    ("joined", "join"),
    ("enrolment", "enrol"),
    ("enrollment", "enrol"),
    ("enrolled", "enrol"),
    ("enrolling", "enrol"),
    ("borrowing", "borrow"),
    ("beginning", "begin"),
    ("finish", "end"),
    ("finished", "end"),
    ("due", "due"),
    ("drew", "draw"),
    ("taken", "take"),
    ("written", "write"),
    ("built", "build"),
    ("check-in", "checkin"),
    ("check-out", "checkout"),
    ("checked-in", "checkin"),
    ("checked-out", "checkout"),
    ("invoice", "invoic"),
    ("made", "make"),
    ("placed", "plac"),
    ("activation", "activat"),
    ("termination", "terminat"),
    ("renewal", "renew"),
    ("closure", "clos"),
    ("opening", "open"),
    ("appointment", "appoint"),
    ("application", "appli"),
    ("apply", "appli"),
    ("release", "releas"),
];

/// The stem of a verb or of its noun: `shipping`, `shipped`, `ships` -> `ship`.
pub fn stem(word: &str) -> String {
    if let Some((_, stem)) = IRREGULAR.iter().find(|(form, _)| *form == word) {
        return (*stem).to_owned();
    }
    let ends = ["ings", "ing", "ment", "ied", "ed", "es", "s", "e", "d"];
    let cut = ends.iter().find_map(|end| word.strip_suffix(end).filter(|rest| rest.len() >= 3)).unwrap_or(word);
    let mut letters: Vec<char> = cut.chars().collect();
    if let [.., a, b] = letters[..]
        && a == b
        && !"aeiousl".contains(a)
    {
        letters.pop();
    }
    letters.into_iter().collect()
}

/// Words of a time's name that do not say of what.
const PLAIN: &[&str] = &["is", "at", "on", "date", "time", "day", "timestamp", "datetime", "dt", "ts", "up"];

/// Columns of times that a clause speaks of, by their names or by their verbs, in order.
pub fn events(view: &View<'_, '_>) -> Vec<(Place, Range<usize>)> {
    let mut found: Vec<(Place, Range<usize>)> = Vec::new();
    let mut at = view.clause.start;
    while at < view.clause.end {
        let named = view
            .mentions()
            .iter()
            .find(|(place, tokens)| tokens.start == at && view.column(place).is_some_and(is_or_may_be_time));
        let event = named.cloned().or_else(|| by_verb(view, at));
        match event {
            Some((place, tokens)) => {
                at = tokens.end.max(at + 1);
                found.push((place, tokens));
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a column holds times, or does so if something is said of it that is said of times.
pub fn is_or_may_be_time(column: &Column) -> bool {
    is_time(column) || may_be_time(column)
}

/// The time whose verb stands at a token: in the table spoken of, in those that the clause names, in those tied to them.
pub fn by_verb(view: &View<'_, '_>, at: usize) -> Option<(Place, Range<usize>)> {
    let word = view.norm(at);
    if word.len() < 3 || !(names::is_content(word) || word == "due") {
        return None;
    }
    let wanted = stem(word);
    let near = near_tables(view);
    let place = near.iter().find_map(|table| {
        let column = view
            .ir_table(table)?
            .columns
            .iter()
            .find(|column| is_or_may_be_time(column) && says(&column.name, &wanted))?;
        Some(Place { table: table.clone(), column: column.name.clone() })
    })?;
    let is_two = view.norm(at + 1) == "up" || view.norm(at + 1) == "date";
    Some((place, at..at + 1 + usize::from(is_two)))
}

fn says(column: &str, stem_of: &str) -> bool {
    let words = column.split('_').filter(|part| !PLAIN.contains(part));
    let mut words = words.map(stem);
    words.any(|word| word == stem_of)
}

/// Tables that a clause is about: those it names, the one spoken of, and their owners.
fn near_tables(view: &View<'_, '_>) -> Vec<String> {
    let mut tables: Vec<String> = view.scene.focus.table.iter().cloned().chain(view.tables().iter().cloned()).collect();
    for tie in &view.scene.ir.relationships {
        if tables.contains(&tie.child_table) && !tables.contains(&tie.parent_table) {
            tables.push(tie.parent_table.clone());
        }
    }
    tables
}

/// How a column is called in expressions of a table: by its name, or behind its table's where that is an owner or is picked.
pub fn qualified(scene: &Scene<'_>, table: &str, place: &Place) -> Option<String> {
    if place.table == table {
        return Some(place.column.clone());
    }
    is_above(scene, table, &place.table, 5).then(|| format!("{}.{}", place.table, place.column))
}

/// Whether a table's rows know a row of the other: their owner's, its owner's, or one that they pick.
pub fn is_above(scene: &Scene<'_>, table: &str, other: &str, depth: u32) -> bool {
    let ties = scene.ir.relationships.iter().filter(|tie| tie.child_table == table);
    depth > 0
        && ties.into_iter().any(|tie| {
            tie.parent_table == other
                || (tie.tie == Tie::Owns
                    && tie.parent_table != table
                    && is_above(scene, &tie.parent_table, other, depth - 1))
        })
}

/// The times at which the rows of a table begin and end, where it has one of each.
pub fn ends(table: &Table) -> Option<(&str, &str)> {
    const FIRST: &[&str] =
        &["start", "started", "starts", "begin", "began", "begins", "departure", "departed", "departs", "pickup"];
    const LAST: &[&str] =
        &["end", "ended", "ends", "finish", "finished", "arrival", "arrived", "arrives", "dropoff", "stopped"];
    let only = |words: &[&str]| {
        let is_it = |column: &&Column| is_time(column) && column.name.split('_').any(|part| words.contains(&part));
        let mut found = table.columns.iter().filter(is_it);
        let first = found.next()?;
        found.next().is_none().then_some(first.name.as_str())
    };
    Some((only(FIRST)?, only(LAST)?)).filter(|(first, last)| first != last)
}

/// A table's column for the instant of a row: what `its date` is.
pub fn own_time(table: &Table) -> Option<&str> {
    let column = table
        .columns
        .iter()
        .find(|column| is_time(column) && column.role == Role::Attribute && !column.name.contains("birth"));
    column.map(|column| column.name.as_str())
}
