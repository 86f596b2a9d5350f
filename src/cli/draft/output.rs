//! A drafted spec -> its file, whole or not at all; and beside it the candidate of a draft that failed.

#![expect(clippy::disallowed_methods, reason = "the command line looks whether a file is there")]

use std::fs;
use std::path::{Path, PathBuf};

use super::revise::Subject;
use crate::cli::args::Draft;
use crate::cli::write::replace;
use crate::diag::Diagnostic;

/// Refuses to replace a file before a drafter is asked: one that exists, and the spec of a session that was changed since.
///
/// # Errors
/// `E0808` unless `--force` is given.
pub fn check(args: &Draft, subject: &Subject) -> Result<(), Diagnostic> {
    match (&args.output, subject) {
        _ if args.force => Ok(()),
        (Some(path), _) if path.exists() => Err(exists(path)),
        (None, Subject::Session(resumed)) => match subject.path() {
            Some(path) if path.exists() && fs::read_to_string(path).ok().as_ref() != Some(&resumed.spec) => {
                Err(edited(path))
            }
            _ => Ok(()),
        },
        _ => Ok(()),
    }
}

/// Writes a spec whose place [`check`] has looked at.
///
/// # Errors
/// `E1103` when it cannot be written.
pub fn write(path: &Path, spec: &str) -> Result<(), Diagnostic> {
    replace(path, spec)
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
pub fn next_steps(path: &Path, session: Option<&str>) -> String {
    let name = path.display();
    let session = session.map(|id| format!("  synth draft --resume {id} \"...\"   to change it\n")).unwrap_or_default();
    format!("wrote {name}\n\nNext:\n  synth preview {name}\n  synth build {name}\n{session}")
}

fn exists(path: &Path) -> Diagnostic {
    Diagnostic::error("E0808", format!("`{}` exists already", path.display()))
        .help("give another name, or `--force` to replace it; to change it, use `--revise`")
}

fn edited(path: &Path) -> Diagnostic {
    Diagnostic::error("E0808", format!("`{}` was changed since its session wrote it", path.display()))
        .help("use `--revise` to keep those changes, `-o` for another file, or `--force` to replace it")
}
