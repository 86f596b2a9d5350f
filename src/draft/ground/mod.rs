//! A draft and its description -> what it quotes wrongly, and what of the description it leaves out. Holds for every drafter.
//!
//! | file | in -> out |
//! |---|---|
//! | [`mod@facts`] | prose -> its numbers, shares, dates, quoted texts and items of enumerations |
//! | [`quotes`] | prose -> where words that a draft quotes stand in it |
//! | [`values`] | a draft -> the numbers, dates and texts that it has |

mod facts;
mod quotes;
#[cfg(test)]
mod tests;
mod values;

use std::ops::Range;

pub use facts::{Fact, FactKind, facts};

use self::quotes::Quotes;
use self::values::Values;
use super::ir::{Assumption, Column, Ir, Origin, RowsOrigin};
use crate::diag::{Diagnostic, Diagnostics, Span};

/// Words that a draft gives as evidence and that the description does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadEvidence {
    /// What is said to follow from them, as `tables.members.columns.phone`.
    pub path: String,
    /// The words; empty where the draft calls something stated and quotes nothing.
    pub words: String,
    /// Whether nothing else bears it, so that it counts as the drafter's own from now on.
    pub is_downgraded: bool,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// Facts of the description that no evidence covers and no value holds.
    pub unused: Vec<Fact>,
    /// Evidence that is none.
    pub bad_evidence: Vec<BadEvidence>,
}

/// Evidence with more characters than this covers no facts: who quotes everything has shown nothing.
const LONGEST_COVER: usize = 240;

/// Holds a draft against its description: evidence that the description does not have is taken away, what was only borne by it becomes
/// inferred, with an assumption that says so, and facts of the description that the draft does not use are found.
pub fn check(ir: &mut Ir, prose: &str) -> Report {
    let quotes = Quotes::new(prose);
    let bad_evidence = keep_what_is_said(ir, &quotes);
    let covered = covered(ir, &quotes);
    let values = Values::of(ir);
    let is_covered =
        |bytes: &Range<usize>| covered.iter().any(|cover| cover.start <= bytes.start && bytes.end <= cover.end);
    let unused = facts(prose).into_iter().filter(|fact| !is_covered(&fact.bytes) && !values.has(fact)).collect();
    Report { unused, bad_evidence }
}

/// Drops evidence that is none and downgrades what it bore.
fn keep_what_is_said(ir: &mut Ir, quotes: &Quotes) -> Vec<BadEvidence> {
    let mut bad = Vec::new();
    let mut downgraded: Vec<String> = Vec::new();
    retain(&mut ir.evidence, quotes, "", &mut bad);
    for table in &mut ir.tables {
        let path = format!("tables.{}", table.name);
        retain(&mut table.evidence, quotes, &path, &mut bad);
        let is_borne =
            !table.evidence.is_empty() || table.rows_origin != RowsOrigin::Stated || quotes.has_number(table.rows);
        if !is_borne {
            table.rows_origin = RowsOrigin::Inferred;
            downgraded.push(format!("{path}.rows"));
        }
        for column in &mut table.columns {
            downgraded.extend(check_column(column, &path, quotes, &mut bad));
        }
    }
    for tie in &mut ir.relationships {
        let path = format!("relationships.{}.{}", tie.child_table, tie.child_column);
        retain(&mut tie.evidence, quotes, &path, &mut bad);
        if tie.origin == Origin::Stated && tie.evidence.is_empty() {
            tie.origin = Origin::Inferred;
            downgraded.push(path);
        }
    }
    for rule in &mut ir.rules {
        retain(&mut rule.evidence, quotes, &format!("rules.{}", rule.table), &mut bad);
    }
    for left_out in &mut ir.not_expressible {
        let mut words = vec![std::mem::take(&mut left_out.evidence)];
        retain(&mut words, quotes, "not_expressible", &mut bad);
        left_out.evidence = words.pop().unwrap_or_default();
    }
    for path in downgraded {
        downgrade(ir, path, &mut bad);
    }
    bad
}

/// A column that the description names is borne by its name, whatever was quoted for it.
fn check_column(column: &mut Column, table: &str, quotes: &Quotes, bad: &mut Vec<BadEvidence>) -> Option<String> {
    let path = format!("{table}.columns.{}", column.name);
    retain(&mut column.evidence, quotes, &path, bad);
    if column.origin != Origin::Stated || !column.evidence.is_empty() {
        return None;
    }
    match quotes.named(&column.name) {
        Some(words) => column.evidence.push(words),
        None => column.origin = Origin::Inferred,
    }
    (column.origin == Origin::Inferred).then_some(path)
}

/// Notes that something is the drafter's own: as an assumption, and with the words that did not bear it.
fn downgrade(ir: &mut Ir, path: String, bad: &mut Vec<BadEvidence>) {
    let owner = path.trim_end_matches(".rows");
    let mut is_known = false;
    for entry in bad.iter_mut().filter(|entry| entry.path == owner) {
        (entry.is_downgraded, is_known) = (true, true);
    }
    if !is_known {
        bad.push(BadEvidence { path: owner.to_owned(), words: String::new(), is_downgraded: true });
    }
    let id = (1..)
        .map(|n| format!("a{n}"))
        .find(|id| ir.assumptions.iter().all(|known| known.id != *id))
        .unwrap_or_default();
    let text = "The drafter took this to be said; the description does not have the words.".to_owned();
    ir.assumptions.push(Assumption { id, path, text, chosen: "kept as drafted".to_owned() });
}

fn retain(evidence: &mut Vec<String>, quotes: &Quotes, path: &str, bad: &mut Vec<BadEvidence>) {
    evidence.retain(|words| {
        let is_said = quotes.has(words);
        if !is_said && !words.trim().is_empty() {
            bad.push(BadEvidence { path: path.to_owned(), words: words.clone(), is_downgraded: false });
        }
        is_said
    });
}

/// The places of all evidence.
fn covered(ir: &Ir, quotes: &Quotes) -> Vec<Range<usize>> {
    let tables = ir.tables.iter().flat_map(|table| {
        let columns = table.columns.iter().flat_map(|column| &column.evidence);
        table.evidence.iter().chain(columns)
    });
    let ties = ir.relationships.iter().flat_map(|tie| &tie.evidence);
    let rules = ir.rules.iter().flat_map(|rule| &rule.evidence);
    let left_out = ir.not_expressible.iter().map(|left_out| &left_out.evidence);
    let all = ir.evidence.iter().chain(tables).chain(ties).chain(rules).chain(left_out);
    let short = all.filter(|words| words.chars().count() <= LONGEST_COVER);
    short.flat_map(|words| quotes.places(words)).collect()
}

/// Most findings of one kind that are said one by one.
const MOST: usize = 20;

impl Report {
    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.unused.is_empty() && self.bad_evidence.is_empty()
    }

    /// The findings as warnings whose places point into the prose. Facts within words that are reported as not understood anyway
    /// are left out.
    pub fn findings(&self, prose: &str, not_understood: &[String]) -> Diagnostics {
        let mut found = Diagnostics::new();
        let is_reported = |fact: &&Fact| !not_understood.iter().any(|words| holds(prose, words, &fact.bytes));
        self.unused.iter().filter(is_reported).take(MOST).for_each(|fact| found.push(unused(fact)));
        self.bad_evidence.iter().take(MOST).for_each(|bad| found.push(bad_evidence(bad)));
        found
    }

    /// The findings in one line each, for a drafter that can try again.
    pub fn messages(&self) -> Vec<String> {
        let unused = self.unused.iter().take(MOST).map(|fact| {
            format!("the description says {}, which the draft neither uses nor lists in not_expressible", fact.quoted())
        });
        let bad = self.bad_evidence.iter().filter(|bad| !bad.words.is_empty()).take(MOST);
        unused
            .chain(bad.map(|bad| {
                format!(
                    "{}: the evidence \"{}\" is not in the description; copy its words exactly",
                    bad.path, bad.words
                )
            }))
            .collect()
    }
}

/// Whether a place lies within some words of the prose.
fn holds(prose: &str, words: &str, bytes: &Range<usize>) -> bool {
    let reach = bytes.end.saturating_sub(words.len());
    !words.is_empty() && (reach..=bytes.start).any(|at| prose.is_char_boundary(at) && prose[at..].starts_with(words))
}

fn unused(fact: &Fact) -> Diagnostic {
    let span = Span::new(fact.bytes.start, fact.bytes.end);
    Diagnostic::warning("W1201", format!("{} of the description is not used", fact.quoted()))
        .at(span, format!("{} that the draft leaves out", fact.kind.words()))
        .help("say in a sentence of its own what it is about, or edit the spec by hand")
}

fn bad_evidence(bad: &BadEvidence) -> Diagnostic {
    let owner = if bad.path.is_empty() { "the draft" } else { &bad.path };
    let message = match bad.words.as_str() {
        "" => format!("`{owner}` is called stated, and no words of the description bear it"),
        words => format!("`{owner}` quotes \"{words}\", which the description does not say"),
    };
    let consequence = match bad.is_downgraded {
        true => "it counts as an assumption now; look whether it is meant",
        false => "look whether what it says is meant; other words of the description bear it",
    };
    Diagnostic::warning("W1202", message).help(consequence)
}
