//! The request that would be sent, with keys masked, for `--dry-run`.

use serde_json::{Value, json};

use super::config::Config;
use super::estimate;
use super::secret::{MASK, redact};
use super::wire::{self, Chat, Manner};

/// A request that is not sent.
#[derive(Debug, Clone, PartialEq)]
pub struct DryRun {
    /// Where to.
    pub url: String,
    /// All headers; keys, and values that may be secret, are masked.
    pub headers: Vec<(String, String)>,
    /// The body, as it would be sent.
    pub body: Value,
    /// Tokens that go in, estimated from above.
    pub estimated_input_tokens: u64,
    /// Tokens that may come out.
    pub max_output_tokens: u32,
    /// What all of them would cost at most, in US dollars; `None` where the price is not known.
    pub cost_at_most: Option<f64>,
}

impl DryRun {
    /// The first request of a chat.
    pub(super) fn new(config: &Config, chat: &Chat, manner: &Manner) -> Self {
        let ask = wire::ask(config, chat, manner);
        let secrets = config.secrets();
        let private = ask.private.iter().map(|(name, _)| (name.clone(), MASK.to_owned()));
        let key = (!config.keys.is_empty()).then(|| (ask.key.name.clone(), format!("{}{MASK}", ask.key.prefix)));
        let input = estimate::chat(chat, true);
        let most = wire::Tokens { input, output: u64::from(chat.max_output_tokens), ..wire::Tokens::default() };
        Self {
            url: redact(&ask.url, &secrets),
            headers: ask.headers.iter().cloned().chain(private).chain(key).collect(),
            body: ask.body,
            estimated_input_tokens: input,
            max_output_tokens: chat.max_output_tokens,
            cost_at_most: config.prices.cost(config.model(), &most),
        }
    }

    /// For programs and people alike: the method, the address, the headers, the body, the estimates.
    pub fn to_json(&self) -> Value {
        let headers = self.headers.iter().map(|(name, value)| (name.clone(), value.clone().into()));
        json!({
            "method": "POST",
            "url": self.url,
            "headers": headers.collect::<serde_json::Map<String, Value>>(),
            "body": self.body,
            "estimated_input_tokens": self.estimated_input_tokens,
            "max_output_tokens": self.max_output_tokens,
            "cost_at_most_usd": self.cost_at_most,
        })
    }
}
