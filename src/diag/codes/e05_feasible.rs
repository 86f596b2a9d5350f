//! `E05xx`: domains, ranges and counts that cannot hold.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[];
