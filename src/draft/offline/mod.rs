//! Prose -> a draft, by grammar: no network, no model, the same draft for ever.
