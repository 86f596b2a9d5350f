//! Rules of a draft -> parameters and expressions by which they hold in every row, without trying.
//!
//! | rule | how |
//! |---|---|
//! | a time before or after another | the later one's `from`, or the earlier one's `to`, is the other column |
//! | a number below or above another | nothing where the bounds part them; else one is a share of the room that the other leaves |
//! | other than | `other_than` of a reference; a choice `given` the other |
//! | a formula | `expr` |
//! | an aggregate | `rollup` |
//! | unique together | `unique`, and `distinct_in` where that makes it so |

mod comparison;
mod different;
mod formulas;
mod numbers;
mod ranges;
mod times;
mod together;

use self::comparison::{Comparison, Relation};
use super::paths;
use super::sheet::Sheet;
use crate::draft::ir::{Ir, Rule, RuleKind};

/// What has become of a rule.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::draft) enum Outcome {
    /// It holds.
    Done,
    /// It holds, and something was chosen for that: about which column, what, and how.
    Assumed { column: String, text: String, chosen: String },
    /// The language cannot say it.
    Impossible(String),
    /// It is no rule of its kind.
    Unreadable(String),
    /// No values can fulfil it; the arithmetic, and what would help.
    Contradiction(String, String),
}

/// Builds the rules into the tables: comparisons first, since formulas read what they make.
pub(super) fn apply(sheets: &mut Vec<Sheet>, ir: &Ir) -> Vec<(usize, Outcome)> {
    let order = |rule: &Rule| match rule.kind {
        RuleKind::Compare => 0,
        RuleKind::Formula => 1,
        RuleKind::Rollup => 2,
        RuleKind::UniqueTogether => 3,
    };
    let mut rules: Vec<(usize, &Rule)> = ir.rules.iter().enumerate().collect();
    // Formulas before comparisons of what they make would be in each other's way; a lower end comes before an upper one.
    rules.sort_by_key(|(_, rule)| order(rule));
    rules.into_iter().map(|(at, rule)| (at, one(sheets, ir, rule))).collect()
}

fn one(sheets: &mut Vec<Sheet>, ir: &Ir, rule: &Rule) -> Outcome {
    let Some(at) = sheets.iter().position(|sheet| sheet.name == rule.table) else {
        return Outcome::Unreadable(format!("there is no table `{}`", rule.table));
    };
    match rule.kind {
        RuleKind::Compare => compare(sheets, ir, at, rule),
        RuleKind::Formula => formulas::formula(sheets, at, rule),
        RuleKind::Rollup => formulas::rollup(sheets, at, rule),
        RuleKind::UniqueTogether => together::unique(&mut sheets[at], &rule.columns),
    }
}

fn compare(sheets: &mut [Sheet], ir: &Ir, at: usize, rule: &Rule) -> Outcome {
    let own = format!("{}.", rule.table);
    let text = paths::renamed(&rule.expression, |name| name.strip_prefix(&own).map(str::to_owned));
    let Some(found) = comparison::read(&text) else {
        return Outcome::Unreadable(format!("`{}` is no comparison of two columns", rule.expression));
    };
    for side in [&found.left, &found.right] {
        if !side.contains('.') && sheets[at].column(side).is_none() {
            return Outcome::Unreadable(format!("`{}` has no column `{side}`", rule.table));
        }
    }
    let first = rule.columns.first().map(|name| name.strip_prefix(&own).unwrap_or(name)).unwrap_or_default();
    if found.relation == Relation::Different {
        return different::different(&mut sheets[at], &found);
    }
    let is_time = |side: &str| ranges::is_time(sheets, at, side);
    match (is_time(&found.left), is_time(&found.right)) {
        (true, true) => times::order(sheets, ir, at, &found, first),
        (false, false) => numbers::order(sheets, at, &found, first),
        _ => Outcome::Impossible(format!("`{}` compares a time with something else", rule.expression)),
    }
}

/// Whether the values of a column follow from those of another.
fn reads(sheet: &Sheet, column: &str, other: &str) -> bool {
    let mut seen: Vec<&str> = Vec::new();
    let mut open = vec![column];
    while let Some(name) = open.pop() {
        if name == other {
            return true;
        }
        let Some(column) = sheet.column(name).filter(|_| !seen.contains(&name)) else { continue };
        seen.push(name);
        for text in super::relations::column_texts(column) {
            let own = paths::names(text).filter_map(|(_, name)| sheet.column(name.split('.').next()?));
            open.extend(own.map(|column| column.name.as_str()));
        }
    }
    false
}

/// The sides so that the first is the one that is made from the other: `None` when neither can be.
fn dependent(sheet: &Sheet, found: &Comparison, first: &str, can: &dyn Fn(&str) -> bool) -> Option<bool> {
    let may = |side: &str, other: &str| !side.contains('.') && can(side) && !reads(sheet, other, side);
    let (left, right) = (may(&found.left, &found.right), may(&found.right, &found.left));
    // The column that is named first is made first.
    let prefers_left = if first == found.left { false } else { first == found.right || found.relation.is_greater() };
    match (left, right) {
        (true, true) => Some(prefers_left),
        (true, false) => Some(true),
        (false, true) => Some(false),
        (false, false) => None,
    }
}
