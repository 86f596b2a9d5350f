//! Findings -> text, one file a renderer.
