//! Blocks of one table in order in, one file out: a file in the making, with the heavy work that is still under way for it.

use super::error::WriteError;
use super::sink::Sink;
use crate::formats::{Block, Encoded, Job, Joiner};
use std::collections::BTreeMap;

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// The path, or `-` for standard output.
    pub path: String,
    /// Rows in it.
    pub rows: u64,
    /// Its length.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal digits, if asked for.
    pub sha256: Option<String>,
}

/// A file in the making, or one table's share of it.
pub struct Part {
    joiner: Box<dyn Joiner>,
    sink: Sink,
    /// Number of the next job to be handed out, and of the next to be committed.
    next_job: u64,
    next_commit: u64,
    /// Results that wait for those before them.
    parked: BTreeMap<u64, Encoded>,
    /// Whether no block follows.
    ended: bool,
    /// Rows, and bytes of text, that have been appended.
    rows: u64,
    text: u64,
}

impl Part {
    /// A file that is open, with its head already written.
    pub fn new(joiner: Box<dyn Joiner>, sink: Sink) -> Self {
        Self { joiner, sink, next_job: 0, next_commit: 0, parked: BTreeMap::new(), ended: false, rows: 0, text: 0 }
    }

    /// Rows that have been appended.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// Bytes of rows that have been appended, before any compression.
    pub fn text(&self) -> u64 {
        self.text
    }

    /// Bytes written to the file.
    pub fn bytes(&self) -> u64 {
        self.sink.bytes()
    }

    /// Appends a block of some rows; gives the jobs that came of it, with their numbers, and a buffer to use again.
    pub fn append(&mut self, block: Block, rows: u64) -> Result<(Vec<(u64, Job)>, Option<Vec<u8>>), WriteError> {
        self.rows += rows;
        if let Block::Bytes(bytes) | Block::Lines { bytes, .. } = &block {
            self.text += bytes.len() as u64;
        }
        let appended = self.joiner.append(block, &mut self.sink).map_err(|error| self.sink.error(error))?;
        Ok((self.number(appended.jobs), appended.buffer))
    }

    /// Says that no block follows; gives the last jobs.
    pub fn end(&mut self) -> Vec<(u64, Job)> {
        self.ended = true;
        let jobs = self.joiner.end();
        self.number(jobs)
    }

    fn number(&mut self, jobs: Vec<Job>) -> Vec<(u64, Job)> {
        let first = self.next_job;
        self.next_job += jobs.len() as u64;
        (first..).zip(jobs).collect()
    }

    /// Takes the result of a job and commits all whose turn it is; gives how many they were.
    pub fn commit(&mut self, number: u64, encoded: Encoded) -> Result<usize, WriteError> {
        self.parked.insert(number, encoded);
        let first = self.next_commit;
        while let Some(encoded) = self.parked.remove(&self.next_commit) {
            self.joiner.commit(encoded, &mut self.sink).map_err(|error| self.sink.error(error))?;
            self.next_commit += 1;
        }
        Ok((self.next_commit - first) as usize)
    }

    /// Whether all that was appended has been written.
    pub fn is_complete(&self) -> bool {
        self.ended && self.next_commit == self.next_job
    }

    /// Gives the file back to the system until the next write.
    pub fn rest(&mut self) -> Result<(), WriteError> {
        self.sink.rest()
    }

    /// An error of its file.
    pub fn error(&self, source: std::io::Error) -> WriteError {
        self.sink.error(source)
    }

    /// Writes what closes the table; gives the file for what else goes into it, and the rows.
    pub fn finish(mut self) -> Result<(Sink, u64), WriteError> {
        match self.joiner.finish(&mut self.sink) {
            Ok(()) => Ok((self.sink, self.rows)),
            Err(error) => Err(self.sink.error(error)),
        }
    }
}
