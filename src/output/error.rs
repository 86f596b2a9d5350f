//! What can go wrong while rows are written.

use std::fmt;
use std::io;

/// A file could not be written or put in its place.
#[derive(Debug)]
pub struct WriteError {
    /// The path, or `-` for standard output.
    pub path: String,
    /// What the operating system said.
    pub source: io::Error,
}

impl WriteError {
    /// Whether the reader of a pipe has gone, as `head` does: nothing is wrong then, and nothing need be said.
    pub fn is_broken_pipe(&self) -> bool {
        self.source.kind() == io::ErrorKind::BrokenPipe
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot write `{}`: {}", self.path, self.source)
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

/// Why a build stopped. Nothing of it is left behind.
#[derive(Debug)]
pub enum RunError<E> {
    /// Rows could not be made; of several errors, the one of the first chunk.
    Produce(E),
    /// Rows could not be written.
    Write(WriteError),
}

impl<E> From<WriteError> for RunError<E> {
    fn from(error: WriteError) -> Self {
        Self::Write(error)
    }
}
