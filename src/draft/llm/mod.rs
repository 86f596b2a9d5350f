//! A [`Config`] and a description -> a draft by a model.
//!
//! | step | in -> out |
//! |---|---|
//! | [`provider`], [`config`], [`secret`] | what is known before anything is sent |
//! | [`wire`] | a chat -> the request of a provider; the bytes of its answer -> a completion |
//! | [`classify`] | status, headers, body -> a completion, or what is to be done about it |
//! | [`client`] | a chat -> a completion: sent, and sent again where that helps |
//! | [`prices`] | tokens -> money, where the price is known |
//! | [`prompt`] | a request -> the words that the model gets |
//! | [`extract`] | the text of an answer -> the JSON in it |
//! | [`cache`] | a request -> the answer that it got before |
//! | [`report`] | why there is no answer -> a finding |
//! | [`Model`] | all of it, as a [`super::Drafter`] |
//! | [`estimate`] | texts -> tokens |

pub mod cache;
pub mod classify;
pub mod client;
pub mod config;
pub mod dry_run;
pub mod estimate;
pub mod extract;
mod model;
pub mod prices;
pub mod prompt;
pub mod provider;
mod report;
pub mod secret;
pub mod wire;

pub use config::{CacheConfig, CacheMode, Config, KeyHeader, PromptSize};
pub use dry_run::DryRun;
pub use model::Model;
pub use provider::Provider;
pub use secret::Secret;
