//! A [`Config`] and a description -> a draft by a model.
//!
//! | step | in -> out |
//! |---|---|
//! | [`provider`], [`config`], [`secret`] | what is known before anything is sent |

pub mod config;
pub mod provider;
pub mod secret;

pub use config::{CacheConfig, CacheMode, Config, KeyHeader, PromptSize};
pub use provider::Provider;
pub use secret::Secret;
