//! A path and what the command line says over the spec -> [`Compiled`], or the exit after the findings were reported.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::args::Over;
use super::exit::Exit;
use super::report::Reporter;
use crate::compile::{Compiled, Refused, compile, compile_path};
use crate::diag::Diagnostic;
use crate::diag::Diagnostics;
use crate::plan::Overrides;
use crate::source::{MAX_BYTES, SpecSource};

/// The path that means standard input.
pub const STDIN: &str = "-";

impl From<&Over> for Overrides {
    fn from(said: &Over) -> Self {
        Self { seed: said.seed, profile: said.profile.clone(), set: said.set.clone() }
    }
}

/// Compiles the spec of a path, or of standard input for `-`.
///
/// # Errors
/// All findings.
pub fn load(path: &Path, over: &Over) -> Result<Compiled, Refused> {
    let overrides = Overrides::from(over);
    if path.as_os_str() != STDIN {
        return compile_path(path, &overrides);
    }
    let source = read_stdin().map_err(|found| Refused { source: None, found })?;
    compile(source, &overrides)
}

/// As [`load`], with errors and (unless `is_quiet`) warnings reported.
///
/// # Errors
/// The exit that the errors lead to.
pub fn load_or_report(path: &Path, over: &Over, reporter: &Reporter, is_quiet: bool) -> Result<Compiled, Exit> {
    match load(path, over) {
        Ok(compiled) => {
            if !is_quiet {
                reporter.report(&compiled.warnings, Some(&compiled.source));
            }
            Ok(compiled)
        }
        Err(refused) => {
            reporter.report(&refused.found, refused.source.as_ref());
            Err(Exit::of(&refused.found))
        }
    }
}

/// The spec on standard input.
///
/// # Errors
/// As [`SpecSource::from_bytes`]; `E0101` when it cannot be read.
pub fn read_stdin() -> Result<SpecSource, Diagnostics> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(MAX_BYTES as u64 + 4).read_to_end(&mut bytes);
    read.map_err(|error| Diagnostic::error("E0101", "standard input cannot be read").note(error.to_string()))?;
    SpecSource::from_bytes("<stdin>".to_owned(), PathBuf::from("."), bytes)
}
