//! A drafted spec -> its file, whole or not at all; and beside it the candidate of a draft that failed.

#![expect(clippy::disallowed_methods, reason = "the command line looks whether a file is there")]

use std::path::{Path, PathBuf};

use crate::cli::args::Draft;
use crate::cli::write::replace;
use crate::diag::Diagnostic;

/// Refuses to replace a spec before a model is asked.
///
/// # Errors
/// `E0808` when the file exists and `--force` is not given.
pub fn check(args: &Draft) -> Result<(), Diagnostic> {
    match &args.output {
        Some(path) if path.exists() && !args.force => Err(exists(path)),
        _ => Ok(()),
    }
}

/// Writes a spec.
///
/// # Errors
/// `E0808` as [`check`]; `E1103` when it cannot be written.
pub fn write(path: &Path, spec: &str, force: bool) -> Result<(), Diagnostic> {
    match path.exists() && !force {
        true => Err(exists(path)),
        false => replace(path, spec),
    }
}

/// Writes a candidate beside the place of its spec, and says where: `gym.yaml` -> `gym.rejected.yaml`.
///
/// # Errors
/// `E1103` when it cannot be written.
pub fn reject(path: &Path, candidate: &str) -> Result<PathBuf, Diagnostic> {
    let rejected = path.with_extension("rejected.yaml");
    replace(&rejected, candidate).map(|()| rejected)
}

/// What to do with the spec.
pub fn next_steps(path: &Path) -> String {
    let name = path.display();
    format!("wrote {name}\n\nNext:\n  synth preview {name}\n  synth build {name}\n")
}

fn exists(path: &Path) -> Diagnostic {
    Diagnostic::error("E0808", format!("`{}` exists already", path.display()))
        .help("give another name, or `--force` to replace it; to change it, use `--revise`")
}
