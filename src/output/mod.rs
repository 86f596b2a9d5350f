//! Encoded bytes in, committed files out: every file of a build appears whole, all at the end, or none does.
//!
//! [`prepare()`] looks at everything that can go wrong before the first row: formats, options, types that a format cannot
//! hold, paths, folders. [`Prepared::run`] then drives the chunks through the [`pipeline`] and commits.

mod error;
mod existing;
mod files;
mod owner;
mod part;
mod partition;
pub mod pipeline;
mod planning;
mod prepare;
mod sink;
mod spread;
mod staging;
mod targets;
mod template;
mod volumes;

pub use error::{RunError, WriteError};
pub use files::Files;
pub use pipeline::{Chunk, Progress};
pub use planning::{OutputSpec, Split};
pub use prepare::{Note, NotePlace, Outcome, Prepared, Settings, Written, check, prepare};
pub use template::{PathTemplate, check_file_name};

#[cfg(test)]
mod tests;
