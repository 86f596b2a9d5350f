//! `--depfile`: the files of a build, and what they were made from -> a rule for Make.

#![expect(clippy::disallowed_methods, reason = "the rule is a file")]

use std::fs;
use std::path::Path;

use crate::cli::exit::Exit;
use crate::cli::report::say;
use crate::compile::Compiled;
use crate::output::Written;

/// Writes the rule: every file depends on the spec and the files that it names. Make reads it with `include`.
///
/// # Errors
/// The exit when it cannot be written.
pub fn write(path: &Path, compiled: &Compiled, written: &[Written]) -> Result<(), Exit> {
    fs::write(path, rule(compiled, written)).map_err(|error| {
        say(&format!("error: cannot write `{}`: {error}\n  the data of this build are complete\n", path.display()));
        Exit::Files
    })
}

fn rule(compiled: &Compiled, written: &[Written]) -> String {
    let targets = written.iter().filter(|file| file.path != "-").map(|file| escaped(&file.path)).collect::<Vec<_>>();
    let mut sources = vec![escaped(&compiled.source.name)];
    sources.extend(compiled.plan.files.values().map(|file| escaped(&file.path.display().to_string())));
    // A source that is gone by the next run is no error: the spec that no longer names it is newer.
    let phony: String = sources.iter().map(|source| format!("\n{source}:\n")).collect();
    format!("{}: {}\n{phony}", targets.join(" \\\n  "), sources.join(" \\\n  "))
}

/// A path as Make reads it.
fn escaped(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    for c in path.chars() {
        match c {
            ' ' | '#' | ':' | '%' => text.extend(['\\', c]),
            '$' => text.push_str("$$"),
            _ => text.push(c),
        }
    }
    text
}
