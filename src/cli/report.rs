//! Findings -> standard error (or, where they are what was asked for, standard output) in the chosen form.

use std::io::{self, Write};

use super::terminal::Terminal;
use crate::diag::render::{Context, Render, find};
use crate::diag::{Diagnostics, Severity};
use crate::source::SpecSource;
pub use crate::words::{count, grouped, size};

/// Writes findings to standard error.
pub struct Reporter {
    renderer: &'static dyn Render,
    terminal: Terminal,
}

impl Reporter {
    /// A reporter of a form that the command line has checked.
    pub fn new(form: &str, terminal: Terminal) -> Self {
        Self { renderer: find(form).expect("the command line lists the forms"), terminal }
    }

    /// Whether the form is read by programs.
    pub fn is_for_programs(&self) -> bool {
        !matches!(self.renderer.name(), "full" | "short")
    }

    /// Findings as text for standard error.
    pub fn text(&self, found: &Diagnostics, source: Option<&SpecSource>) -> String {
        let Terminal { color, width, .. } = self.terminal;
        self.renderer.render(found, &Context { source, color, width })
    }

    /// Findings as plain text for standard output.
    pub fn plain(&self, found: &Diagnostics, source: Option<&SpecSource>) -> String {
        self.renderer.render(found, &Context::plain(source))
    }

    /// Writes findings, and a line that counts them where people read it.
    pub fn report(&self, found: &Diagnostics, source: Option<&SpecSource>) {
        if found.is_empty() {
            return;
        }
        say(&self.text(found, source));
        if !self.is_for_programs() {
            say(&format!("{}\n", Counts::of(found)));
        }
    }
}

/// How many errors and warnings there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
}

impl Counts {
    /// Counts findings.
    pub fn of(found: &Diagnostics) -> Self {
        let errors = found.iter().filter(|finding| finding.severity == Severity::Error).count();
        Self { errors, warnings: found.iter().count() - errors }
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.errors += other.errors;
        self.warnings += other.warnings;
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.errors, self.warnings) {
            (0, 0) => f.write_str("no errors"),
            (errors, 0) => f.write_str(&count(errors as u64, "error")),
            (0, warnings) => f.write_str(&count(warnings as u64, "warning")),
            (errors, warnings) => {
                write!(f, "{}, {}", count(errors as u64, "error"), count(warnings as u64, "warning"))
            }
        }
    }
}

/// Writes a message to standard error; when nobody can read it, nobody does.
pub fn say(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_counted_in_words() {
        assert_eq!(Counts { errors: 2, warnings: 1 }.to_string(), "2 errors, 1 warning");
        assert_eq!(Counts { errors: 0, warnings: 0 }.to_string(), "no errors");
    }
}
