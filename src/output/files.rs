//! Contents in, small files out that appear together.

use super::error::WriteError;
use super::staging::{Staging, folder};
use std::io::Write;
use std::path::PathBuf;

/// Small files on their way to their names: they appear all at [`Files::commit`], replacing those that are there.
#[derive(Debug, Default)]
pub struct Files {
    staging: Staging,
}

impl Files {
    /// Adds a file.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn add(&mut self, path: PathBuf, content: &[u8]) -> Result<(), WriteError> {
        let created = self.staging.create(folder(&path), &path, true);
        let written = created.and_then(|(_, mut file)| file.write_all(content));
        written.map_err(|source| WriteError { path: path.display().to_string(), source })
    }

    /// Removes a file that is there.
    pub fn remove(&mut self, path: PathBuf) {
        self.staging.remove(path);
    }

    /// Gives all files their names.
    ///
    /// # Errors
    /// One of them cannot be put in its place; then all is as it was.
    pub fn commit(self) -> Result<(), WriteError> {
        self.staging.commit()
    }
}
