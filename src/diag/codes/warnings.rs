//! `W..xx`: warnings.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[];
