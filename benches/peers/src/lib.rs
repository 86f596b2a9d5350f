//! What the loops by hand share: a writer of raw bytes, word lists, and threads that write in order.

pub mod cursor;
pub mod ordered;
pub mod words;
