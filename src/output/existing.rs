//! Paths of a build in, those of them that exist already out, and one diagnostic for all of an output.

#![expect(clippy::disallowed_methods, reason = "this stage looks at the disk")]

use super::template::PartPath;
use crate::diag::{Diagnostic, Diagnostics, Span};
use std::fs;
use std::path::{Path, PathBuf};

/// The parts of an earlier build: files with the name of a part, `levels` folders of the form `name=value` deep.
pub fn existing_parts(path: &PartPath, levels: usize) -> Vec<PathBuf> {
    let mut found = Vec::new();
    collect(path, path.folder(), levels, &mut found);
    found.sort();
    found
}

fn collect(path: &PartPath, folder: &Path, levels: usize, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let Ok(name) = entry.file_name().into_string() else { continue };
        match levels {
            0 if path.is_part(&name) => {
                found.push(if folder == Path::new(".") { name.into() } else { folder.join(name) })
            }
            0 => {}
            _ if name.contains('=') => collect(path, &folder.join(name), levels - 1, found),
            _ => {}
        }
    }
}

/// Files that are there already and may not be replaced.
#[derive(Debug, Default)]
pub struct Existing {
    by_output: Vec<(Option<Span>, Vec<PathBuf>)>,
}

impl Existing {
    /// Adds files of the output at a place in the spec.
    pub fn add(&mut self, paths: Vec<PathBuf>, span: Option<Span>) {
        match self.by_output.iter_mut().find(|(other, _)| *other == span) {
            Some((_, all)) => all.extend(paths),
            None => self.by_output.push((span, paths)),
        }
    }

    /// `E0706`, once an output.
    pub fn diagnostics(self) -> Diagnostics {
        let mut found = Diagnostics::new();
        for (span, paths) in self.by_output {
            let message = match paths.as_slice() {
                [] => continue,
                [path] => format!("`{}` exists already", path.display()),
                [first, others @ ..] => {
                    let files = if others.len() == 1 { "file" } else { "files" };
                    format!("`{}` and {} more {files} of this build exist already", first.display(), others.len())
                }
            };
            let error = Diagnostic::error("E0706", message);
            let error = error.help("say `--overwrite` to replace what exists, or choose another path");
            found.push(error.located(span));
        }
        found
    }
}
