//! A path -> [`SpecSource`] (text) -> [`Node`] (a value tree in which every node and key has its span). Reads the disk.

mod node;

pub use node::{Entry, Node, Scalar, Value};

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
