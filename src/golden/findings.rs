//! What differs from a golden in, diagnostics out: what, how much, the first place, and the line of the spec that did it.

use std::path::Path;

use super::Subject;
use super::against::{Against, CellsChange, ColumnChange, TableChange, Unknown};
use super::lock::{self, Lock};
use crate::build::manifest::TOOL;
use crate::compile::Compiled;
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::output::WriteError;
use crate::words::{count, grouped};

/// Columns of a table that have a finding of their own; the others are counted.
const MOST_COLUMNS: usize = 12;

/// Lines of the spec that are named.
const MOST_LINES: usize = 5;

/// All that differs.
pub fn of(subject: &Subject, lock: &Lock, compiled: &Compiled, against: &Against) -> Diagnostics {
    let mut found = Diagnostics::new();
    for table in against.tables.iter().filter(|table| !table.is_same()) {
        Finder { lock, compiled, against, table }.all(&mut found);
    }
    let last = found.pop();
    last.map(|last| last.help(advice(subject, against))).into_iter().for_each(|last| found.push(last));
    found
}

/// What to do about all of it.
fn advice(subject: &Subject, against: &Against) -> String {
    match against.unknown {
        Some(Unknown::OtherValues) => {
            "within an edition no release changes a value: this is a bug of synth; please report it".to_owned()
        }
        _ => format!(
            "if this is meant, run `synth golden update {} {}` and commit what it writes",
            subject.spec.display(),
            subject.folder.parent().unwrap_or(Path::new(".")).display()
        ),
    }
}

struct Finder<'a> {
    lock: &'a Lock,
    compiled: &'a Compiled,
    against: &'a Against,
    table: &'a TableChange,
}

impl Finder<'_> {
    fn all(&self, found: &mut Diagnostics) {
        self.rows().into_iter().for_each(|finding| found.push(finding));
        let changed: Vec<&ColumnChange> = self.table.columns.iter().filter(|column| !column.is_same()).collect();
        for column in changed.iter().take(MOST_COLUMNS) {
            found.push(self.column(column));
        }
        if let Some(more) = changed.len().checked_sub(MOST_COLUMNS).filter(|more| *more > 0) {
            let message = format!("`{}`: {more} more columns have changed", self.table.name);
            found.push(self.closed(self.error(message, self.table_span())));
        }
    }

    fn error(&self, message: String, span: Option<Span>) -> Diagnostic {
        let code = match self.against.unknown {
            Some(Unknown::OtherValues) => "E1004",
            _ => "E1001",
        };
        Diagnostic::error(code, message).located(span)
    }

    fn table_span(&self) -> Option<Span> {
        let plan = &self.compiled.plan;
        plan.table_named(&self.table.name).map(|id| plan.table(id).span)
    }

    fn column_span(&self, name: &str) -> Option<Span> {
        let plan = &self.compiled.plan;
        let table = plan.table(plan.table_named(&self.table.name)?);
        let mut columns = table.visible.iter().map(|id| plan.column(*id));
        columns.find(|column| column.name == name).map(|column| column.span)
    }

    /// What has become of the table itself.
    fn rows(&self) -> Option<Diagnostic> {
        let name = &self.table.name;
        let message = match (self.table.rows, self.table.moved, &self.table.old_name) {
            ((Some(old), None), ..) => format!("the table `{name}` with {} is gone", count(old, "row")),
            ((None, Some(new)), ..) => format!("the table `{name}` with {} is new", count(new, "row")),
            (_, _, Some(old)) => format!("the table `{old}` is called `{name}` now"),
            ((Some(old), Some(new)), Some((added, removed)), _) if added + removed > 0 => {
                let what = match (added, removed) {
                    (added, 0) => format!("{} new", count(added, "row")),
                    (0, removed) => format!("{} gone", count(removed, "row")),
                    (added, removed) => format!("{} new, {} gone", count(added, "row"), grouped(removed)),
                };
                format!("`{name}`: {what} ({} -> {})", grouped(old), grouped(new))
            }
            ((Some(old), Some(new)), ..) if old != new => {
                format!("`{name}`: {}, not {}", count(new, "row"), grouped(old))
            }
            _ => return None,
        };
        let reasons = self.against.radius.as_ref().and_then(|radius| {
            let table = radius.tables.iter().find(|table| table.table == *name)?;
            Some(table.rows.reasons.as_slice())
        });
        Some(self.closed(self.because(self.error(message, self.table_span()), reasons.unwrap_or_default(), &[])))
    }

    fn column(&self, column: &ColumnChange) -> Diagnostic {
        let name = format!("{}.{}", self.table.name, column.name);
        let message = match (&column.types, &column.old_name, &column.cells) {
            ((Some(_), None), ..) => format!("the column `{name}` is gone"),
            ((None, Some(_)), ..) => format!("the column `{name}` is new"),
            ((Some(old), Some(new)), _, _) if old != new => format!("`{name}` has the type {new}, not {old}"),
            (_, Some(old), CellsChange::Same) => {
                format!("the column `{}.{old}` is called `{}` now", self.table.name, column.name)
            }
            (_, _, cells) => format!("`{name}`: {}", in_words(cells)),
        };
        let error = self.error(message, self.column_span(&column.name));
        let radius = self.against.radius.as_ref().and_then(|radius| radius.column(&self.table.name, &column.name));
        let (reasons, chain) =
            radius.map_or((&[][..], &[][..]), |column| (column.reasons.as_slice(), column.chain.as_slice()));
        self.closed(self.because(error, reasons, chain))
    }

    /// Adds why: what of the spec has changed, and the way from there.
    fn because(&self, error: Diagnostic, reasons: &[crate::blast::Reason], chain: &[String]) -> Diagnostic {
        let mut error = error;
        let edited = &self.against.lines;
        let is_edited = |reason: &crate::blast::Reason| reason.new_line.is_some_and(|line| edited.contains(&line));
        for reason in reasons.iter().take(3) {
            let line = match (reason.new_line, reason.old_line) {
                (Some(line), _) if is_edited(reason) => format!("spec line {line} changed since the lock: "),
                // The plan has changed there, by an edit elsewhere.
                (Some(line), _) => format!("spec line {line}: "),
                (None, Some(line)) => format!("line {line} of the spec in the lock is gone: "),
                (None, None) => String::new(),
            };
            error = error.note(format!("{line}{}", reason.text));
        }
        if !chain.is_empty() {
            error = error.note(format!(
                "it reads {}",
                chain.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", which reads ")
            ));
        }
        let is_told = reasons.iter().take(3).any(|reason| is_edited(reason) || reason.new_line.is_none());
        if !is_told && !edited.is_empty() {
            error = error.note(format!("spec {} changed since the lock", lines(edited)));
        }
        error
    }

    /// Adds why old values are unknown.
    fn closed(&self, error: Diagnostic) -> Diagnostic {
        match self.against.unknown {
            Some(Unknown::OtherValues) => {
                error.note(format!("the lock was written by {}, and this is {TOOL}", self.lock.tool))
            }
            Some(Unknown::OtherFiles) => {
                error.note("a file that the spec names has changed since the lock, so that old values cannot be shown")
            }
            Some(Unknown::Refused) => {
                error.note("the spec of the lock is refused by this release, so that old values cannot be shown")
            }
            None => error,
        }
    }
}

fn in_words(cells: &CellsChange) -> String {
    match cells {
        CellsChange::Same => "nothing has changed".to_owned(),
        CellsChange::Changed { cells, of } => {
            let first = cells
                .first
                .as_ref()
                .map(|first| format!(", first at row {} ({} -> {})", grouped(first.row), first.old, first.new));
            let cells = format!("{} of {} changed", grouped(cells.changed), count(*of, "cell"));
            format!("{cells}{}", first.unwrap_or_default())
        }
        CellsChange::Unknown { chunks, of } => {
            format!("values differ in {} of {}", grouped(*chunks), count(*of, "chunk"))
        }
    }
}

/// `line 41`, `lines 41, 43 and 2 more`.
fn lines(lines: &[usize]) -> String {
    let named = lines.iter().take(MOST_LINES).map(usize::to_string).collect::<Vec<_>>().join(", ");
    match lines.len() {
        1 => format!("line {named}"),
        all if all > MOST_LINES => format!("lines {named} and {} more", all - MOST_LINES),
        _ => format!("lines {named}"),
    }
}

/// `E1002`: a file of a golden cannot be trusted.
pub fn damaged(path: &Path, why: &str) -> Diagnostic {
    Diagnostic::error("E1002", format!("the golden `{}` cannot be trusted: {why}", path.display()))
        .help("get it back from version control, or write it anew with `synth golden update`")
}

/// `E1003`: there is no golden.
pub fn no_golden(subject: &Subject) -> Diagnostic {
    let path = subject.folder.join(lock::NAME);
    Diagnostic::error("E1003", format!("`{}` has no golden: `{}` is not there", subject.spec.display(), path.display()))
        .help("run `synth golden update` with the same paths, look at what it writes, and commit it")
}

/// `E1003`: there is no spec.
pub fn no_spec(folder: &Path) -> Diagnostic {
    Diagnostic::error("E1003", format!("the golden `{}` has no spec", folder.display()))
        .help("if the spec is gone on purpose, remove the golden's folder; if it has another name, rename the folder")
}

/// `E1005`: two specs would have one golden.
pub fn shared(one: &Path, other: &Path, folder: &Path) -> Diagnostic {
    let message =
        format!("`{}` and `{}` would share the golden `{}`", one.display(), other.display(), folder.display());
    Diagnostic::error("E1005", message).help("name the folder that holds both, rename one, or name a spec only once")
}

/// `E1004`: the values are the same, and their text is not.
pub fn other_bytes(path: &Path, table: &str, span: Span, lock: &Lock) -> Diagnostic {
    Diagnostic::error("E1004", format!("`{table}` has the same values as in `{}`, and another text", path.display()))
        .at(span, "")
        .note(format!("the lock was written by {}, and this is {TOOL}", lock.tool))
        .help("within an edition no release changes a byte of CSV: unless `format:` was edited, this is a bug of synth; please report it")
}

/// `E0708`: the golden cannot be written.
pub fn not_written(error: &WriteError) -> Diagnostic {
    Diagnostic::error("E0708", error.to_string())
        .help("choose a folder that exists or can be made, and in which you may write")
}
