//! A path and a text -> the file, whole or not at all, with the permissions that it had.

#![expect(clippy::disallowed_methods, reason = "the command line writes specs and settings of editors")]

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::Builder;

use crate::diag::Diagnostic;

/// Writes a text file, or replaces it; its folder is made where there is none. A link stays one: what it points at is
/// replaced.
///
/// # Errors
/// `E1103` with what the operating system says.
pub fn replace(path: &Path, text: &str) -> Result<(), Diagnostic> {
    try_replace(path, text).map_err(|error| {
        Diagnostic::error("E1103", format!("`{}` cannot be written", path.display()))
            .note(error.to_string())
            .help("give yourself permission to write there, or free some room")
    })
}

fn try_replace(path: &Path, text: &str) -> io::Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = temporary(folder)?;
    file.write_all(text.as_bytes())?;
    if let Ok(known) = fs::metadata(&target) {
        if known.permissions().readonly() {
            return Err(io::Error::from(io::ErrorKind::PermissionDenied));
        }
        fs::set_permissions(file.path(), known.permissions())?;
    }
    file.persist(&target).map(drop).map_err(|error| error.error)
}

/// A new file with the permissions of any other.
#[cfg(unix)]
fn temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    let usual = fs::Permissions::from_mode(0o666);
    Builder::new().prefix(".synth-").suffix(".tmp").permissions(usual).tempfile_in(folder)
}

#[cfg(not(unix))]
fn temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    Builder::new().prefix(".synth-").suffix(".tmp").tempfile_in(folder)
}
