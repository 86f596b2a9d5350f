//! Parameters -> samplers: 64 uniform bits in, a number, a count, an index or a row out. Everything here is frozen by
//! edition and uses `libm` alone, so the same bits give the same value on every machine and in every release.
//!
//! - [`Sampler`]: the named distributions, as inverse CDFs, with truncation and zero-inflation.
//! - [`Weighted`]: a choice among weighted alternatives.
//! - [`ConsistentUniform`], [`ConsistentZipf`]: picks from a pool that may grow.
//! - [`Permutation`]: a keyed bijection, for `unique`.

mod as241;
mod consistent;
mod counts;
mod grid;
mod large;
mod law;
mod mixture;
mod normal;
mod permutation;
mod piecewise;
mod sampler;
mod shapes;
mod simple;
mod spec;
mod special;
mod truncated;
mod weighted;
mod zipf;

pub use consistent::{ConsistentUniform, ConsistentZipf};
pub use permutation::Permutation;
pub use sampler::Sampler;
pub use spec::{DistError, DistSpec, MixturePart};
pub use weighted::Weighted;

#[cfg(test)]
mod tests;
