//! `E1260` to `E1279`: settings, keys and sessions.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[];
