//! A [`Config`] and a description -> a draft by a model.
//!
//! | step | in -> out |
//! |---|---|
//! | [`provider`], [`config`], [`secret`] | what is known before anything is sent |
//! | [`wire`] | a chat -> the request of a provider; the bytes of its answer -> a completion |
//! | [`classify`] | status, headers, body -> a completion, or what is to be done about it |
//! | [`client`] | a chat -> a completion: sent, and sent again where that helps |
//! | [`prices`] | tokens -> money, where the price is known |
//! | [`estimate`] | texts -> tokens |

pub mod classify;
pub mod client;
pub mod config;
pub mod estimate;
pub mod prices;
pub mod provider;
pub mod secret;
pub mod wire;

pub use config::{CacheConfig, CacheMode, Config, KeyHeader, PromptSize};
pub use provider::Provider;
pub use secret::Secret;
