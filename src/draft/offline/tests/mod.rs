//! Prose -> Ir, by area.
