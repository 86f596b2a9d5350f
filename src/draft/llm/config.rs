//! Everything that is to be known before a model can be asked: [`Config`], with the defaults of [`Config::new`].

use std::path::PathBuf;
use std::time::Duration;

use super::prices;
use super::provider::Provider;
use super::secret::Secret;

/// How large the prompt may be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PromptSize {
    /// All generators with their parameters.
    #[default]
    Full,
    /// At most 5,000 tokens: the commoner generators.
    Small,
}

impl PromptSize {
    /// The size of a name, `full` or `small`.
    pub fn find(name: &str) -> Option<Self> {
        match name {
            "full" => Some(Self::Full),
            "small" => Some(Self::Small),
            _ => None,
        }
    }
}

/// How answers are kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CacheMode {
    /// An answer that is there and not too old is taken, others are asked for and kept.
    #[default]
    Auto,
    /// Answers are asked for and kept.
    Refresh,
    /// Answers are neither looked for nor kept.
    Off,
    /// Answers come from the cache alone, whatever their age; nothing is sent.
    Replay,
}

impl CacheMode {
    /// The mode of a name.
    pub fn find(name: &str) -> Option<Self> {
        match name {
            "auto" => Some(Self::Auto),
            "refresh" => Some(Self::Refresh),
            "off" => Some(Self::Off),
            "replay" => Some(Self::Replay),
            _ => None,
        }
    }
}

/// Where answers are kept, and for how long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CacheConfig {
    /// How.
    pub mode: CacheMode,
    /// The folder; without one nothing is kept.
    pub folder: Option<PathBuf>,
    /// How old an answer may be in [`CacheMode::Auto`].
    pub time_to_live: Duration,
}

/// How a key goes into a request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum KeyHeader {
    /// As the provider's own servers want it.
    #[default]
    Usual,
    /// `Authorization: Bearer KEY`, as Anthropic's auth tokens and many gateways want it.
    Bearer,
    /// A header of this name with the key alone, such as `api-key` for Azure-style gateways.
    Named(String),
}

/// All settings of a model.
#[derive(Debug, Clone)]
pub struct Config {
    /// Which format is spoken.
    pub provider: Provider,
    /// Where; empty for the provider's own servers.
    pub base_url: String,
    /// Which model; empty for [`Provider::default_model`].
    pub model: String,
    /// Keys; the next one is taken where one is limited, used up or refused.
    pub keys: Vec<Secret>,
    /// How the key goes into a request.
    pub key_header: KeyHeader,
    /// More headers for every request; their values are treated as keys are.
    pub headers: Vec<(String, Secret)>,
    /// More of the query string, such as `api-version`.
    pub query: Vec<(String, String)>,
    /// Whether unencrypted HTTP to other machines is allowed.
    pub allow_insecure: bool,
    /// How long a connection may take.
    pub connect_timeout: Duration,
    /// How long an answer may take.
    pub timeout: Duration,
    /// How often a request is sent again after passing failures.
    pub retries: u32,
    /// The first wait of the backoff; it doubles from one to the next.
    pub retry_base: Duration,
    /// The longest single wait; where the server wants a longer one it is an error.
    pub retry_cap: Duration,
    /// The longest time for a draft, with all waits and repairs.
    pub budget: Duration,
    /// Requests in any minute that are not exceeded.
    pub requests_per_minute: Option<u32>,
    /// Requests of a draft that are not exceeded.
    pub max_requests: Option<u64>,
    /// US dollars that a draft may cost; only where the model's price is known.
    pub max_cost: Option<f64>,
    /// What models cost.
    pub prices: prices::Table,
    /// Tokens that an answer may have; doubled once when an answer is cut off.
    pub max_output_tokens: u32,
    /// The largest number to which that is doubled.
    pub output_limit: u32,
    /// The sampling temperature; `None`, the default, leaves it to the model, as many take no other.
    pub temperature: Option<f64>,
    /// The size of the prompt.
    pub prompt_size: PromptSize,
    /// Repair turns at most.
    pub max_repairs: u32,
    /// Where answers are kept.
    pub cache: CacheConfig,
}

impl Config {
    /// The defaults of a provider, without a key and without a cache folder.
    pub fn new(provider: Provider) -> Self {
        Self {
            provider,
            base_url: String::new(),
            model: String::new(),
            keys: Vec::new(),
            key_header: KeyHeader::Usual,
            headers: Vec::new(),
            query: Vec::new(),
            allow_insecure: false,
            connect_timeout: Duration::from_secs(10),
            timeout: Duration::from_secs(300),
            retries: 4,
            retry_base: Duration::from_secs(2),
            retry_cap: Duration::from_secs(60),
            budget: Duration::from_secs(900),
            requests_per_minute: None,
            max_requests: None,
            max_cost: None,
            prices: prices::Table::built_in(),
            max_output_tokens: 8_000,
            output_limit: 32_000,
            temperature: None,
            prompt_size: PromptSize::Full,
            max_repairs: 2,
            cache: CacheConfig { mode: CacheMode::Auto, folder: None, time_to_live: Duration::from_secs(7 * 86_400) },
        }
    }

    /// The model that is asked.
    pub fn model(&self) -> &str {
        match self.model.is_empty() {
            true => self.provider.default_model(),
            false => &self.model,
        }
    }

    /// The address to which paths are joined.
    pub fn base_url(&self) -> String {
        self.provider.base_url(&self.base_url)
    }

    /// Everything that must not be shown: keys and the values of headers.
    pub fn secrets(&self) -> Vec<Secret> {
        let values = self.headers.iter().map(|(_, value)| value);
        self.keys.iter().chain(values).filter(|secret| !secret.is_empty()).cloned().collect()
    }
}
