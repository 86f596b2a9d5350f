//! Days, windows, grids and lengths of time, in words and figures.
//!
//! | file | what |
//! |---|---|
//! | [`civil`] | the calendar: [`Date`] |
//! | [`mod@date`] | "2024-07-01", "July 1st, 2024", "Q3 2022", "summer 2023" -> the first and last day |
//! | [`mod@duration`] | "30 days", "an hour and a half" -> a length of time |
//! | [`mod@window`] | "since 2020", "the three months before 2024-07-01" -> `from`, `last`, `to` |
//! | [`mod@grid`] | "hourly for ten days" -> `every`, `from`, `to` |

mod civil;
mod date;
mod duration;
mod grid;
mod partial;
#[cfg(test)]
mod tests;
mod window;
mod words;

pub use civil::Date;
pub use date::{Day, date};
pub use duration::{Duration, duration};
pub use grid::{Frequency, Grid, counted, frequency, grid, over, step};
pub(super) use partial::Partial;
pub use window::{Window, reversed, window};
