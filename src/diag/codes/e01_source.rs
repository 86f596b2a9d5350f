//! `E01xx`: reading the file and its YAML.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[];
