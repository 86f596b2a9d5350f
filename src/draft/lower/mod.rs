//! [`crate::draft::ir::Ir`] -> the spec's text.
