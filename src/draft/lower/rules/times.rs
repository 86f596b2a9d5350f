//! A time before or after another: the window of one begins or ends at the other.

use super::comparison::{Comparison, Distance};
use super::{Outcome, dependent, ranges};
use crate::draft::ir::Ir;
use crate::draft::lower::sheet::{Branch, Sheet};
use crate::draft::lower::values;

/// How long a window is that counts from another column, where nothing was said.
const SPAN: &str = "30d";

/// The generators that have a window.
fn has_window(branch: &Branch) -> bool {
    matches!(branch.generator.as_str(), "date" | "datetime" | "arrivals")
}

/// Builds a comparison of two times in.
pub(super) fn order(sheets: &mut [Sheet], ir: &Ir, at: usize, found: &Comparison, first: &str) -> Outcome {
    let sheet = &sheets[at];
    let can = |side: &str| sheet.column(side).is_some_and(|column| column.branches.iter().any(has_window));
    let (own, other, relation, distance) = match (dependent(sheet, found, first, &can), &found.distance) {
        (Some(true), Distance::None) => (&found.left, &found.right, found.relation, String::new()),
        (Some(true), Distance::Time(distance)) => (&found.left, &found.right, found.relation, distance.clone()),
        (Some(false), Distance::None) => (&found.right, &found.left, found.relation.flipped(), String::new()),
        (Some(false), Distance::Time(distance)) => {
            (&found.right, &found.left, found.relation.flipped(), opposite(distance))
        }
        _ => {
            return Outcome::Impossible(format!(
                "neither `{}` nor `{}` has a window that can count from the other",
                found.left, found.right
            ));
        }
    };
    let is_date = |branch: &Branch| branch.generator == "date";
    let column = sheet.column(own);
    let dates = column.is_some_and(|column| column.branches.iter().any(is_date));
    let strictness = match (relation.is_strict(), relation.is_greater(), dates) {
        (false, ..) => "",
        (true, true, true) => " + 1d",
        (true, true, false) => " + 1s",
        (true, false, true) => " - 1d",
        (true, false, false) => " - 1s",
    };
    let is_arrival = |branch: &Branch| branch.generator == "arrivals";
    let follows = !other.contains('.') && column.is_some_and(|column| column.branches.iter().any(is_arrival));
    let distance = if distance.is_empty() { String::new() } else { format!(" {distance}") };
    let end = tidy(&format!("{other}{distance}{strictness}"));
    let site = Site { at, own, now: &ir.anchor_date };
    let plan = site.plan(sheets, &end, relation.is_greater(), dates);
    let Some(column) = sheets[at].column_mut(own) else { return Outcome::Done };
    for branch in column.branches.iter_mut().filter(|branch| has_window(branch)) {
        if follows {
            // Arrivals lie between moments of their owner, not of their own row.
            "datetime".clone_into(&mut branch.generator);
            branch.unset("min_gap");
        }
        plan.iter().flatten().for_each(|(key, text)| branch.set(key, values::scalar(text)));
    }
    match plan {
        Some(changes) if changes.len() > 1 => Outcome::Assumed {
            column: own.clone(),
            text: format!("how far `{own}` lies from `{other}` was not said"),
            chosen: format!("up to {SPAN}"),
        },
        _ => Outcome::Done,
    }
}

/// `+ 30d` -> `- 30d`.
fn opposite(distance: &str) -> String {
    match distance.strip_prefix('+') {
        Some(rest) => format!("-{rest}"),
        None => distance.replacen('-', "+", 1),
    }
}

/// Distances that cancel each other out are left away.
fn tidy(text: &str) -> String {
    let head = text.split(' ').next().unwrap_or(text);
    match ranges::shift(&text[head.len()..]) {
        Some(0) => head.to_owned(),
        _ => text.to_owned(),
    }
}

/// The column whose window is to be changed.
struct Site<'s> {
    at: usize,
    own: &'s str,
    now: &'s str,
}

impl Site<'_> {
    /// The parameters to be set: none where the windows part the two already, one end where the other can stay, or both.
    fn plan(&self, sheets: &[Sheet], end: &str, is_later: bool, dates: bool) -> Option<Vec<(&'static str, String)>> {
        let said = |key: &str| {
            let branch = sheets[self.at].column(self.own)?.branches.iter().find(|branch| has_window(branch))?;
            branch.text(key).map(str::to_owned)
        };
        let moment = |text: &str| ranges::moment(sheets, self.at, text, self.now);
        let limit = moment(end);
        let own = ranges::instants(sheets, self.at, self.own, self.now);
        let is_relative = |text: &str| text.starts_with(end.split(' ').next().unwrap_or(end));
        let far = |sign: char| tidy(&format!("{end} {sign} {SPAN}"));
        // What counts from the day of the draft is a guess: it moves to where the other one is, rather than lie years away.
        let is_guess = said("from").is_some_and(|from| from.starts_with("now")) && !end.contains('.');
        // An end that a rule has set already counts from a column.
        if is_later {
            if own.zip(limit).is_some_and(|((low, _), (_, high))| low >= high) {
                return is_guess.then(|| vec![("from", end.to_owned()), ("to", far('+'))]);
            }
            let to = said("to");
            let stays = to.as_ref().is_some_and(|to| match (moment(to), limit) {
                _ if is_relative(to) => true,
                (Some((low, _)), Some((_, high))) => {
                    if dates {
                        high <= low
                    } else {
                        high < low || high == low && !end.contains('+')
                    }
                }
                _ => false,
            });
            return Some(match stays {
                true => vec![("from", end.to_owned())],
                false => vec![("from", end.to_owned()), ("to", far('+'))],
            });
        }
        if own.zip(limit).is_some_and(|((_, high), (low, _))| high <= low) {
            return is_guess.then(|| vec![("to", end.to_owned()), ("from", far('-'))]);
        }
        let from = said("from");
        let stays = from.as_ref().is_some_and(|from| match (moment(from), limit) {
            _ if is_relative(from) => true,
            (Some((_, high)), Some((low, _))) => {
                if dates {
                    high <= low
                } else {
                    high < low
                }
            }
            _ => false,
        });
        Some(match stays {
            true => vec![("to", end.to_owned())],
            false => vec![("to", end.to_owned()), ("from", far('-'))],
        })
    }
}
