//! `&Plan` -> record batches. [`Engine`] answers for any chunk of the grid, any range of rows and any scattered rows.
//!
//! **Invariant**: a value is a pure function of its cell's address; what is cached here only saves time.

mod chunks;
mod column;
mod frame;
mod merge;
mod positions;
mod rollup;
mod rows;

#[cfg(test)]
mod tests;

pub use chunks::{CHUNK_ROWS, Chunk, ChunkGrid, Run, widest};
pub use column::{Cells, Column, Domain, Needs};
pub use frame::Engine;
pub use merge::{TextPart, choose, merged_texts};
pub use rows::{Family, Numbers, Rows};
