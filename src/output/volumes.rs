//! The number of a part and its partition in, an open file out; a finished one closed.

use super::error::WriteError;
use super::part::Finished;
use super::sink::Sink;
use super::staging::Staging;
use super::template::PartPath;
use crate::formats::Sidecar;
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// When a part is full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// When it has so many rows.
    Rows(u64),
    /// When another row would take it beyond so many bytes, before any compression.
    Bytes {
        /// The bytes.
        most: u64,
        /// Bytes of a part that are no rows, such as a header.
        around: u64,
    },
}

/// The files into which the rows of one table are spread.
pub struct Volumes {
    /// Where they lie.
    pub path: PartPath,
    /// When a part is full; `None` where it never is.
    pub limit: Option<Limit>,
    /// Whether rows are spread by the values of columns.
    pub is_partitioned: bool,
    /// Bytes before and behind the rows of every part.
    pub head: Vec<u8>,
    /// Bytes behind the rows of every part.
    pub tail: Vec<u8>,
    /// Files that stand beside every part.
    pub sidecars: Arc<Vec<Sidecar>>,
    /// Where files wait for their names.
    pub staging: Arc<Mutex<Staging>>,
    /// Whether files that exist are replaced.
    pub overwrite: bool,
    /// Whether the SHA-256 of every part is taken.
    pub hash: bool,
}

impl Volumes {
    /// Opens part `number`, counted from 1, of a partition, and writes what stands before its rows.
    pub fn open(&mut self, partition: &str, number: u32) -> Result<Sink, WriteError> {
        let path = self.path.file(partition, number);
        let shown = path.display().to_string();
        self.open_at(&path).map_err(|source| WriteError { path: shown, source })
    }

    fn open_at(&mut self, path: &Path) -> io::Result<Sink> {
        let mut staging = self.staging.lock().unwrap_or_else(PoisonError::into_inner);
        let home = self.path.folder();
        let (temporary, file) = staging.create(home, path, self.overwrite)?;
        write_sidecars(&mut staging, home, path, &self.sidecars, self.overwrite)?;
        let mut sink = Sink::one_of_many(path.display().to_string(), temporary, file, self.hash);
        sink.write_all(&self.head)?;
        Ok(sink)
    }

    /// Writes what stands behind the rows of a part, and closes it.
    pub fn close(&self, mut sink: Sink, rows: u64) -> Result<Finished, WriteError> {
        sink.write_all(&self.tail).map_err(|error| sink.error(error))?;
        let path = sink.path().to_owned();
        let (bytes, sha256) = sink.close()?;
        Ok(Finished { path, rows, bytes, sha256 })
    }
}

/// Writes the files that describe the one at `target`.
pub fn write_sidecars(
    staging: &mut Staging,
    home: &Path,
    target: &Path,
    sidecars: &[Sidecar],
    overwrite: bool,
) -> io::Result<()> {
    let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    for sidecar in sidecars {
        let beside = target.with_file_name((sidecar.name)(&name));
        let (_, mut file) = staging.create(home, &beside, overwrite)?;
        file.write_all(&(sidecar.content)(&name))?;
    }
    Ok(())
}
