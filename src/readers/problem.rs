//! What can be wrong with a file -> diagnostics that name the place.

use super::{READERS, ReadError};
use crate::diag::Diagnostic;
use std::fmt::Display;
use std::io;
use std::path::Path;

/// The file is of no known format.
pub fn unknown(path: &Path) -> ReadError {
    let extensions = READERS.iter().flat_map(|def| def.extensions).map(|extension| format!(".{extension}"));
    Diagnostic::error("E0903", format!("`{}` is of no known format", path.display()))
        .help(format!("give it one of the extensions {}", extensions.collect::<Vec<_>>().join(" ")))
}

/// The system cannot read the file.
pub fn unreadable(path: &Path, error: &io::Error) -> ReadError {
    Diagnostic::error("E0902", format!("`{}` cannot be read", path.display()))
        .note(error.to_string())
        .help("check the path and the permissions")
}

/// The file's content is not what it should be.
pub fn damaged(path: &Path, place: impl Display, what: impl Display) -> ReadError {
    Diagnostic::error("E0904", format!("`{}` is damaged: {what}", path.display()))
        .note(format!("at {place}"))
        .help("build or copy it anew")
}

/// Reading failed: of a compressed file, perhaps because it is cut short.
pub fn failed(path: &Path, offset: u64, error: &io::Error) -> ReadError {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => damaged(path, format!("byte {offset} of the text"), "it ends too early"),
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::Other => {
            damaged(path, format!("byte {offset} of the text"), error)
        }
        _ => unreadable(path, error),
    }
}

/// Bytes that are no UTF-8.
pub fn not_text(path: &Path, place: impl Display) -> ReadError {
    damaged(path, place, "these bytes are not UTF-8")
}

/// What the library that reads a binary format says.
pub fn unfit(path: &Path, place: impl Display, error: impl Display) -> ReadError {
    let text = error.to_string();
    let text = text.trim_end_matches('.');
    if text.contains("feature") || text.contains("not yet implemented") || text.contains("NYI") {
        return Diagnostic::error("E0903", format!("`{}` is written in a way that is not known here", path.display()))
            .note(text.to_owned())
            .help("write it with another compression, such as Zstandard");
    }
    damaged(path, place, text)
}
