//! The one integration test binary; each module holds one promise.

mod cli;
mod expressions;
mod statistics;
