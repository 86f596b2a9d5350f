//! The corpus itself: large enough, of every ability, and sound.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::case::Case;
use super::data::quoted;
use super::resolve::first;
use super::score::{HALVES, half};

/// Everything that a description may ask of a drafter.
const ABILITIES: &[&str] = &[
    "blocks",
    "columns",
    "conditions",
    "contradictions",
    "counts",
    "dates",
    "distributions",
    "enums",
    "formats",
    "forms",
    "formulas",
    "french",
    "german",
    "grids",
    "hostile",
    "italian",
    "locales",
    "many-to-many",
    "misspelt",
    "not-expressible",
    "nulls",
    "order",
    "patterns",
    "portuguese",
    "ranges",
    "relations",
    "self-reference",
    "signatures",
    "spanish",
    "two-references",
    "types",
    "unique",
    "vague",
    "weights",
    "whole",
];

fn all() -> Vec<Case> {
    HALVES.iter().flat_map(|(_, folder)| half(folder)).collect()
}

#[test]
fn there_are_enough_of_every_ability() {
    let cases = all();
    let names: BTreeSet<&str> = cases.iter().map(|case| case.id.as_str()).collect();
    assert_eq!(names.len(), cases.len(), "two cases have one name");
    let proses: BTreeSet<&str> = cases.iter().map(|case| case.prose.as_str()).collect();
    assert_eq!(proses.len(), cases.len(), "two cases have one description");
    assert!(cases.len() >= 240, "{}", cases.len());
    let mut counts: BTreeMap<&str, usize> = ABILITIES.iter().map(|ability| (*ability, 0)).collect();
    for ability in cases.iter().flat_map(|case| &case.tests) {
        *counts.get_mut(ability.as_str()).unwrap_or_else(|| panic!("no ability is called {ability}")) += 1;
    }
    let rare: Vec<_> = counts.iter().filter(|(_, count)| **count < 4).collect();
    assert!(rare.is_empty(), "{rare:?}");
}

#[test]
fn every_case_wishes_something() {
    for case in all() {
        let wishes = !case.tables.is_empty() || case.some_table || case.may_refuse || !case.refuses.is_empty();
        assert!(wishes, "{}", case.id);
    }
}

#[test]
fn every_query_of_the_corpus_is_sql() {
    for case in all() {
        let base = Connection::open_in_memory().unwrap();
        for (names, wish) in &case.tables {
            let mut columns: BTreeSet<String> = ["n", "key"].map(str::to_owned).into();
            columns.extend(wish.columns.keys().map(|column| first(column).to_owned()));
            let called = wish.per.keys().chain(wish.refs.keys()).chain(wish.refs.values());
            columns.extend(called.map(|called| format!("{}_key", first(called))));
            let list: Vec<String> = columns.iter().map(|column| quoted(column)).collect();
            base.execute_batch(&format!("create table {} ({})", quoted(first(names)), list.join(", "))).unwrap();
            for parent in
                wish.per.keys().chain(wish.refs.values()).chain(wish.skew.keys()).chain(wish.refs_nulls.keys())
            {
                let is_known = case.tables.keys().any(|names| first(names) == parent);
                assert!(is_known, "{}: {} refers to {parent}", case.id, first(names));
            }
        }
        for query in super::check::queries(&case) {
            base.prepare(&query.1).unwrap_or_else(|error| panic!("{}: {}: {error}", case.id, query.0));
        }
    }
}
