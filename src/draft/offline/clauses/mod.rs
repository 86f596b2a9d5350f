//! Readers of clauses, in the order in which they are tried.

use super::scene::Reader;

/// All readers in order.
pub const READERS: &[Reader] = &[];
