//! `E1280` to `E1299`: answers and revisions.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[];
