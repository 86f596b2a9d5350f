//! Encoded bytes in, committed files out: every file of a build appears whole, all at the end, or none does.
//!
//! [`prepare()`] looks at everything that can go wrong before the first row: formats, options, types that a format cannot
//! hold, paths, folders. [`Prepared::run`] then drives the chunks through the [`pipeline`] and commits.

mod error;
mod owner;
pub mod pipeline;
mod prepare;
mod sink;
mod staging;
mod template;

pub use error::{RunError, WriteError};
pub use pipeline::{Chunk, Progress};
pub use prepare::{OutputSpec, Prepared, Settings, Written, prepare};
pub use sink::sha256;
pub use template::PathTemplate;

#[cfg(test)]
mod tests;
