//! The one integration test binary; each module holds one promise.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests may look at the disk and the clock")]

mod cli;
mod expressions;
mod generated;
mod schema;
mod statistics;
