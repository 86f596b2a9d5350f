//! What the lexicon answers, and that the answers can be built.

mod building;
mod naming;
