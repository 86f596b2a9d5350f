//! `E04xx`: names, types and constants.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[];
