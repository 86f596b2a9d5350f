//! The generators of time: windows, shapes and laws in a spec -> dates, instants, times of day and lengths of time.
//!
//! | file | in -> out |
//! |---|---|
//! | [`window`] | `from`, `to` -> a window per row, proven never to be reversed |
//! | [`shape`] | `growth`, `hourly`, `weekly`, ... -> a [`density::Density`] over the days of a window |
//! | [`stretch`] | a window, a precision -> the instants in it, from which 64 bits pick one |
//! | [`ranks`] | how many siblings, which of them -> their places among as many sorted uniform numbers |

mod arrivals;
mod calendar;
mod clock;
mod date;
mod datetime;
mod density;
pub(crate) mod duration;
mod ranks;
mod shape;
mod stretch;
mod window;

#[cfg(test)]
mod tests;

use super::GeneratorDef;

/// The registry's entries.
pub const DEFS: &[GeneratorDef] = &[date::DEF, clock::DEF, datetime::DEF, arrivals::DEF, duration::DEF];
