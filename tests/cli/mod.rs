//! The command line as its users meet it: the binary in folders of its own.

mod bad_input;
mod build;
mod disk;
mod drafting;
mod golden;
mod lookup;
mod parts;
mod radius;
pub mod run;
