//! `synth` compiles a YAML spec into synthetic data: the same spec gives the same bytes for ever.
//!
//! The way of the data, one input and one output type a stage:
//!
//! | stage | in -> out |
//! |---|---|
//! | [`source`] | path -> [`source::SpecSource`] -> [`source::Node`] (a value tree; every node and key has its span) |
//! | [`validate`] | `&Node` + JSON Schema -> diagnostics with spans |
//! | [`spec`] | `Node` -> [`spec::Spec`] (typed, still spanned, still shaped as the user wrote it) |
//! | [`plan`] | `Spec` -> [`plan::Plan`]: names resolved, types fixed, columns ordered, domains proven, chunk grid cut |
//! | [`engine`] | `&Plan` -> record batches by chunk; any cell can be asked for alone |
//! | [`formats`] | `RecordBatch` -> bytes, encoded in parallel, joined in order |
//! | [`output`] | bytes -> files that appear whole or not at all |
//!
//! [`compile`] is the way from path to plan in one call, [`build`] that from plan to files. Beside it:
//!
//! | module | in -> out |
//! |---|---|
//! | [`readers`] | files -> rows: the way back |
//! | [`compare`] | two outputs -> what differs between them |
//! | [`blast`] | two compiled specs -> what the edit between them can change |
//! | [`golden`] | a spec and what its data once were -> what has changed since, and why |
//! | [`fmt`] | a spec's text -> the same spec in the canonical order and style |
//! | [`content`] | arrays -> digests of their values, whatever carried them |
//! | [`lines`] | two texts -> the lines in which they differ |
//! | [`draft`] | a description in prose -> a spec that a person reviews |
//! | [`config`] | flags, environment and settings files -> settings that know where they were said, and keys |
//! | [`log`](mod@log) | what happens while drafting -> lines of a log |
//! | [`words`] | numbers -> text for people |
//!
//! [`generators`], [`distributions`], [`locale`] and [`expr`] are what columns are made of. [`diag`] holds what a user's mistake turns into; [`cli`] is the only module that prints; [`random`] is the only
//! place that makes randomness.

#![cfg_attr(
    test,
    allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests may look at the disk and the clock")
)]

pub mod blast;
pub mod build;
pub mod cli;
pub mod compare;
pub mod compile;
pub mod config;
pub mod content;
pub mod diag;
pub mod distributions;
pub mod division;
pub mod draft;
pub mod engine;
pub mod expr;
pub mod fmt;
pub mod formats;
pub mod generators;
pub mod golden;
pub mod lines;
pub mod locale;
pub mod log;
pub mod output;
pub mod plan;
pub mod random;
pub mod readers;
pub mod source;
pub mod spec;
pub mod validate;
pub mod words;
