//! Rules of a draft: those that cannot be said are told as such, those that no value fulfils are problems.

use super::{Mender, Problem};
use crate::draft::ir::NotExpressible;
use crate::draft::lower::{Outcome, try_rules};

/// Tries each rule, and takes out those that the language cannot say.
pub(super) fn mend(mender: &mut Mender<'_>) {
    let mut gone: Vec<usize> = Vec::new();
    for (at, outcome) in try_rules(mender.ir) {
        let pointer = format!("/rules/{at}/expression");
        match outcome {
            Outcome::Done => {}
            Outcome::Assumed { column, text, chosen } => {
                let path = format!("tables.{}.columns.{column}", mender.ir.rules[at].table);
                mender.assume(path, text, chosen);
            }
            Outcome::Impossible(text) => {
                let evidence = mender.ir.rules[at].evidence.join(" ");
                mender.ir.not_expressible.push(NotExpressible { text, evidence });
                gone.push(at);
            }
            Outcome::Unreadable(message) => {
                let help = "write a comparison of two columns, an SQL formula, or an aggregate of owned children";
                mender.problem(Problem::new("E1207", pointer, message).help(help));
            }
            Outcome::Contradiction(message, help) => mender.problem(Problem::new("E1208", pointer, message).help(help)),
        }
    }
    let mut at = 0;
    mender.ir.rules.retain(|_| {
        at += 1;
        !gone.contains(&(at - 1))
    });
}
