//! `synth fmt`: paths of specs and folders -> the same files in the canonical order and style, or which would change.

#![expect(clippy::disallowed_methods, reason = "this command compares files")]

pub mod diff;

use std::fs;
use std::io;
use std::path::Path;

use super::args::Fmt;
use super::exit::Exit;
use super::load::{STDIN, read_stdin};
use super::report::{Reporter, count, say};
use super::specs::find;
use super::terminal::{Terminal, put};
use super::write::replace;
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::fmt::{Shorthands, format};
use crate::source::SpecSource;

/// Runs `synth fmt`.
///
/// # Errors
/// Standard output cannot be written.
pub fn run(args: &Fmt, terminal: Terminal) -> io::Result<Exit> {
    let mut run =
        Run { args, reporter: Reporter::new(&args.form.name, terminal), exit: Exit::Done, changed: 0, same: 0 };
    for path in &args.paths {
        match path {
            path if path.as_os_str() == STDIN => run.stdin()?,
            path if path.is_dir() => run.folder(path)?,
            path => run.file(path, SpecSource::read(path))?,
        }
    }
    run.summary();
    Ok(run.exit)
}

struct Run<'a> {
    args: &'a Fmt,
    reporter: Reporter,
    exit: Exit,
    changed: u64,
    same: u64,
}

impl Run<'_> {
    fn format(&self, source: &SpecSource) -> Result<String, Diagnostics> {
        format(source, if self.args.explicit { Shorthands::Expand } else { Shorthands::Keep })
    }

    fn stdin(&mut self) -> io::Result<()> {
        let source = match read_stdin() {
            Ok(source) => source,
            Err(found) => return self.report(&found, None),
        };
        match self.format(&source) {
            Err(found) => self.report(&found, Some(&source)),
            Ok(text) if self.args.check && text == source.text => {
                self.same += 1;
                Ok(())
            }
            Ok(text) if self.args.check => self.compare(&source, &text),
            Ok(text) => put(&text),
        }
    }

    /// All specs of a folder and of those in it.
    fn folder(&mut self, folder: &Path) -> io::Result<()> {
        let specs = match find(folder) {
            Ok(specs) => specs,
            Err(error) => {
                let found = Diagnostic::error("E0101", format!("`{}` cannot be listed", folder.display()));
                return self.report(&found.note(error.to_string()).into(), None);
            }
        };
        if specs.is_empty() {
            let found = Diagnostic::error("E1105", format!("there is no spec in `{}`", folder.display()));
            let found = found.note("a spec ends in `.yaml` or `.yml` and has `synth:` as a key");
            return self.report(&found.help("name another folder, or the specs themselves").into(), None);
        }
        specs.into_iter().try_for_each(|path| self.file(&path, SpecSource::read(&path)))
    }

    fn file(&mut self, path: &Path, source: Result<SpecSource, Diagnostics>) -> io::Result<()> {
        let source = match source {
            Ok(source) => source,
            Err(found) => return self.report(&found, None),
        };
        let text = match self.format(&source) {
            Ok(text) => text,
            Err(found) => return self.report(&found, Some(&source)),
        };
        // The source's text has lost its byte-order mark, so the file itself is asked.
        let is_same = fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes());
        if is_same {
            self.same += 1;
            return Ok(());
        }
        if self.args.check {
            return self.compare(&source, &text);
        }
        match replace(path, &text) {
            Err(error) => self.report(&error.into(), None),
            Ok(()) => {
                self.changed += 1;
                say(&format!("formatted {}\n", path.display()));
                Ok(())
            }
        }
    }

    /// Says how a text would change.
    fn compare(&mut self, source: &SpecSource, text: &str) -> io::Result<()> {
        self.changed += 1;
        let found = Diagnostic::error("E1101", format!("`{}` is not formatted", source.name));
        let found = found.at(first_change(&source.text, text), "from here on");
        let found = found.help(format!("run `synth fmt {}`", source.name)).into();
        self.report(&found, Some(source))?;
        if !self.reporter.is_for_programs() {
            say(&diff::lines(&source.text, text));
        }
        Ok(())
    }

    fn report(&mut self, found: &Diagnostics, source: Option<&SpecSource>) -> io::Result<()> {
        self.exit = self.exit.or(Exit::of(found));
        match self.reporter.is_for_programs() {
            true => put(&self.reporter.plain(found, source)),
            false => {
                say(&self.reporter.text(found, source));
                Ok(())
            }
        }
    }

    fn summary(&self) {
        let (changed, same) = (count(self.changed, "file"), count(self.same, "file"));
        let is_silent = self.reporter.is_for_programs() || self.changed + self.same == 0;
        match (is_silent, self.args.check) {
            (true, _) => {}
            (false, true) => say(&format!("{changed} to format, {same} in style\n")),
            (false, false) => say(&format!("{changed} formatted, {same} in style before\n")),
        }
    }
}

/// The first line that differs.
fn first_change(before: &str, after: &str) -> Span {
    let mut start = 0;
    for (line, other) in
        before.split_inclusive('\n').zip(after.split_inclusive('\n').map(Some).chain(std::iter::repeat(None)))
    {
        if Some(line) != other {
            return Span::new(start, start + line.trim_end().len());
        }
        start += line.len();
    }
    Span::new(start.min(before.len()), before.len())
}
