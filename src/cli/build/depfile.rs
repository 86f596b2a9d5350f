//! `--depfile`: the files of a build, and what they were made from -> a rule for Make.

#![expect(clippy::disallowed_methods, reason = "the rule is a file")]

use std::fs;
use std::path::Path;

use crate::cli::exit::Exit;
use crate::cli::report::say;
use crate::compile::Compiled;
use crate::diag::Diagnostic;
use crate::output::{Files, OutputSpec, Written};

/// Looks before the first row for what would be in the way of the rule.
///
/// # Errors
/// `E0708`: a folder has its name, or a file that of one of its folders; `E0812`: the build writes no file.
pub fn check(path: &Path, outputs: &[OutputSpec]) -> Result<(), Diagnostic> {
    if outputs.iter().all(OutputSpec::is_stream) {
        let error = Diagnostic::error("E0812", "`--depfile` is a rule for files, and this build writes none");
        return Err(error.help("write to a folder or a file, or leave out `--depfile`"));
    }
    let is_there = |folder: &&Path| fs::symlink_metadata(folder).is_ok();
    let folders = path.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
    let why = match folders.into_iter().find(is_there) {
        _ if path.is_dir() => "it is a folder".to_owned(),
        _ if path.file_name().is_none() => "it has no name".to_owned(),
        Some(place) if !place.is_dir() => format!("`{}` is not a folder", place.display()),
        _ => return Ok(()),
    };
    let error = Diagnostic::error("E0708", format!("cannot write `{}`: {why}", path.display()));
    Err(error.help("give `--depfile` the path of a file, in a folder that exists or can be made"))
}

/// Writes the rule: every file depends on the spec and the files that it names. Make reads it with `include`.
///
/// # Errors
/// The exit when it cannot be written.
pub fn write(path: &Path, compiled: &Compiled, written: &[Written]) -> Result<(), Exit> {
    try_write(path, compiled, written).map_err(|why| {
        say(&format!("error: cannot write `{}`: {why}\n  the data of this build are complete\n", path.display()));
        Exit::Files
    })
}

fn try_write(path: &Path, compiled: &Compiled, written: &[Written]) -> Result<(), String> {
    let place = fs::canonicalize(path).ok();
    if place.is_some() && written.iter().any(|file| fs::canonicalize(&file.path).ok() == place) {
        return Err("it is a file of this build".to_owned());
    }
    let mut files = Files::default();
    let written = files.add(path.to_owned(), rule(compiled, written).as_bytes()).and_then(|()| files.commit());
    written.map_err(|error| error.source.to_string())
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
