//! Expressions mean what they mean in SQL: a corpus and random expressions over a small table, here, in SQLite and in PostgreSQL.
//! PostgreSQL is started privately where `initdb`, `pg_ctl` and `psql` are found; where not, the test says so.

mod corpus;
mod postgres;
mod random;
mod sqlite;
mod table;

use postgres::Postgres;
use std::fmt::Write;

/// Whether two texts are the same value: equal, or numbers that agree exactly up to 12 digits behind the point and to 1e-12 beyond, or
/// where the other side has floats only.
fn same(ours: Option<&str>, theirs: Option<&str>, floats: bool) -> bool {
    let (Some(ours), Some(theirs)) = (ours, theirs) else { return ours.is_none() && theirs.is_none() };
    if ours == theirs {
        return true;
    }
    let (Ok(a), Ok(b)) = (ours.parse::<f64>(), theirs.parse::<f64>()) else { return false };
    let digits = |text: &str| text.split_once('.').map_or(0, |(_, fraction)| fraction.trim_end_matches('0').len());
    let scientific = ours.contains('e') || theirs.contains('e');
    let inexact = floats || scientific || digits(ours).max(digits(theirs)) > 12;
    let tolerance = if inexact { 1e-12 * a.abs().max(b.abs()).max(1e-3) } else { 0.0 };
    (a - b).abs() <= tolerance
}

/// A line for each row in which two systems differ.
fn differences(text: &str, ours: &[Option<String>], theirs: &[Option<String>], floats: bool) -> String {
    let mut found = String::new();
    for (row, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
        if !same(ours.as_deref(), theirs.as_deref(), floats) {
            writeln!(found, "{text}\n    row {row}: here {ours:?}, there {theirs:?}").expect("a string can be written");
        }
    }
    if ours.len() != theirs.len() {
        writeln!(found, "{text}\n    {} rows here, {} there", ours.len(), theirs.len())
            .expect("a string can be written");
    }
    found
}

/// What differs between here and there, if anything.
fn compared(text: &str, theirs: &[Option<String>], floats: bool) -> String {
    match table::values(text) {
        Ok(ours) => differences(text, &ours, theirs, floats),
        Err(why) => format!("{text}\n    here: {why}\n"),
    }
}

#[test]
fn hold_on_extreme_values_and_in_any_cut() {
    let fixed = corpus::EVERYWHERE.iter().chain(corpus::POSTGRES).map(|text| (*text).to_owned());
    for text in fixed.chain(random::expressions(400)) {
        table::evaluate_extremes(&text);
    }
}

#[test]
fn agree_with_sqlite() {
    let sqlite = sqlite::Database::new();
    let corpus = corpus::EVERYWHERE.iter().chain(corpus::SQLITE);
    let truth = |text: &str| {
        let ours = table::values(text).unwrap_or_default();
        ours.iter().flatten().all(|value| value == "true" || value == "false")
    };
    let found: String = corpus.map(|text| compared(text, &sqlite.values(text, truth(text)), true)).collect();
    assert!(found.is_empty(), "\n{found}");
}

#[test]
fn agree_with_postgresql() {
    let Some(server) = Postgres::start() else { return };
    let fixed: Vec<String> = corpus::EVERYWHERE.iter().chain(corpus::POSTGRES).map(|text| (*text).to_owned()).collect();
    let drawn = random::expressions(600);
    let answers = server.values(fixed.iter().chain(&drawn));
    let (fixed_answers, drawn_answers) = answers.split_at(fixed.len());
    let mut found = String::new();
    for (text, answer) in fixed.iter().zip(fixed_answers) {
        match answer {
            Ok(theirs) => found += &compared(text, theirs, false),
            Err(error) => found += &format!("{text}\n    there: {error}\n"),
        }
    }
    let answered: Vec<_> =
        drawn.iter().zip(drawn_answers).filter_map(|(text, answer)| Some((text, answer.as_ref().ok()?))).collect();
    found.extend(answered.iter().map(|(text, theirs)| compared(text, theirs, false)));
    assert!(found.is_empty(), "\n{found}");
    let count = answered.len();
    assert!(count > drawn.len() / 2, "only {count} of {} random expressions had no error there", drawn.len());
    println!("{} expressions and {count} random ones agree with PostgreSQL", fixed.len());
}
