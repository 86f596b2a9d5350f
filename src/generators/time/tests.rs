//! Specs in, columns out.

