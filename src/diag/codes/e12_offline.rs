//! `E1220` to `E1239`: what the offline drafter refuses.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[];
