//! A path -> [`SpecSource`] (text) -> [`Node`] (a value tree in which every node and key has its span). Reads the disk.
//!
//! | step | in -> out |
//! |---|---|
//! | [`SpecSource::read`] | path -> text, or why it is none |
//! | [`parse`] | text -> [`Node`], by the YAML 1.2 core schema, with limits on depth, size and aliases |
//! | [`from_node`] | `&Node` -> a `serde` type, in which [`Spanned`] fields keep their spans |
//! | [`scalars`] | the text of a scalar -> numbers, rates, durations, instants, ranges |

mod de;
mod node;
mod position;
mod read;
mod resolve;
pub mod scalars;
mod spanned;
mod syntax;
mod yaml;

pub use de::from_node;
pub use node::{Entry, Node, Scalar, Value};
pub use position::{Position, Positions};
pub use read::MAX_BYTES;
pub use spanned::{Spanned, SpannedMap};
pub use yaml::{MAX_ALIASED_BYTES, MAX_ALIASED_NODES, MAX_DEPTH, parse};

use std::path::PathBuf;

/// A spec's text and where it came from.
#[derive(Debug, Clone)]
pub struct SpecSource {
    /// The path as the user gave it, for messages; `-` or a made-up name for text that was never a file.
    pub name: String,
    /// The folder against which files that the spec names are resolved.
    pub folder: PathBuf,
    /// The text, UTF-8, without a byte-order mark.
    pub text: String,
}
