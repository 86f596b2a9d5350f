//! A draft as it came -> one that can be lowered. What can be mended without guessing is, and becomes an assumption; for what is
//! left there are [`Problem`]s, all of them at once.
//!
//! | step | what it sees to |
//! |---|---|
//! | [`names`] | names that are safe and alike, nothing twice |
//! | [`generators`] | generators that exist, with parameters that they have |
//! | [`columns`] | weights, bounds, rates, branches |
//! | [`ties`] | relationships and rules whose tables and columns exist; keys; rows |
//! | [`rules`] | rules that can be built in |
//! | [`document`] | locale, outputs, the clock |

mod columns;
mod document;
mod generators;
mod names;
mod rules;
mod ties;

pub use document::needs_clock;

use std::fmt;

use super::{Assumption, Ir};
use crate::diag::Diagnostic;

/// Something in a draft that code cannot mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The code, such as `E1203`.
    pub code: &'static str,
    /// Where in the draft, as a JSON pointer such as `/tables/0/columns/2/generator`.
    pub path: String,
    /// One sentence, lower case, without a full stop.
    pub message: String,
    /// A concrete fix; may be empty.
    pub help: String,
}

impl Problem {
    /// A problem without a fix.
    pub fn new(code: &'static str, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code, path: path.into(), message: message.into(), help: String::new() }
    }

    /// Adds the fix.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}: {}", self.code, if self.path.is_empty() { "/" } else { &self.path }, self.message)?;
        if !self.help.is_empty() {
            write!(f, "; {}", self.help)?;
        }
        Ok(())
    }
}

impl Problem {
    /// The problem as a diagnostic, which has no place in a spec.
    pub fn into_diagnostic(self) -> Diagnostic {
        let found = Diagnostic::error(self.code, self.message);
        let found = if self.path.is_empty() { found } else { found.note(format!("in the draft at {}", self.path)) };
        if self.help.is_empty() { found } else { found.help(self.help) }
    }
}

/// Mends a draft, and says what cannot be mended. Mending a mended draft changes nothing.
pub fn mend(ir: &mut Ir) -> Vec<Problem> {
    let mut mender = Mender { ir, problems: Vec::new() };
    names::mend(&mut mender);
    document::mend(&mut mender);
    generators::mend(&mut mender);
    columns::mend(&mut mender);
    ties::mend(&mut mender);
    rules::mend(&mut mender);
    document::mend_clock(&mut mender);
    mender.problems
}

struct Mender<'i> {
    ir: &'i mut Ir,
    problems: Vec<Problem>,
}

impl Mender<'_> {
    fn assume(&mut self, path: impl Into<String>, text: impl Into<String>, chosen: impl Into<String>) {
        self.ir.assume(path, text, chosen);
    }

    fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }
}

impl Ir {
    /// Notes an assumption under the next free id, unless it is there already.
    pub fn assume(&mut self, path: impl Into<String>, text: impl Into<String>, chosen: impl Into<String>) {
        let (path, text, chosen) = (path.into(), text.into(), chosen.into());
        if self.assumptions.iter().any(|known| known.path == path && known.text == text) {
            return;
        }
        let is_free = |id: &String| self.assumptions.iter().all(|known| known.id != *id);
        let id = (self.assumptions.len() + 1..).map(|n| format!("a{n}")).find(is_free).expect("there is a free number");
        self.assumptions.push(Assumption { id, path, text, chosen });
    }
}

#[cfg(test)]
mod tests;
