//! `E06xx`: references, keys, roll-ups and pins.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[];
