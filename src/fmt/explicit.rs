//! [`Document`] -> the same with every shorthand in its long form.

use super::tree::Document;

/// Writes shorthands out.
pub fn explicit(_document: &mut Document) {}
