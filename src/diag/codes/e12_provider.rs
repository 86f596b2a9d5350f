//! `E1240` to `E1259`: models and their providers.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[];
