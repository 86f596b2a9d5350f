//! The one integration test binary; each module holds one promise.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests may look at the disk and the clock")]

mod blast;
mod builds;
mod cli;
mod diagnostics;
mod diff;
mod drafting;
mod expressions;
mod fmt;
mod formats;
mod generated;
mod golden;
mod goldens;
mod kill;
mod providers;
mod schema;
mod settings;
mod stability;
mod statistics;
mod support;
