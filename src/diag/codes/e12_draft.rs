//! `E1201` to `E1219`: drafts and how they become specs.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[];
