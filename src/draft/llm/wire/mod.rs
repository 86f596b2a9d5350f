//! A [`Chat`] -> the request of a provider, and the bytes of its answer -> a [`Completion`]. Pure: nothing is sent here.
//!
//! Unknown fields are ignored everywhere, content is selected by its type, texts are joined.

mod anthropic;
mod gemini;
mod ollama;
mod openai;
pub mod shape;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::config::{Config, KeyHeader};
use super::provider::Provider;
use super::secret::Secret;

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// We.
    User,
    /// The model.
    Assistant,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Whose it is.
    pub role: Role,
    /// What it says.
    pub text: String,
}

impl Turn {
    /// A message of ours.
    pub fn user(text: impl Into<String>) -> Self {
        Self { role: Role::User, text: text.into() }
    }

    /// A message of the model.
    pub fn assistant(text: impl Into<String>) -> Self {
        Self { role: Role::Assistant, text: text.into() }
    }
}

/// What is to be said to a model, without regard to who makes it.
#[derive(Debug, Clone)]
pub struct Chat {
    /// The contract, the catalogue, the rules.
    pub system: String,
    /// The messages, ours first and last.
    pub turns: Vec<Turn>,
    /// The JSON Schema of the answer.
    pub schema: Value,
    /// Tokens that the answer may have.
    pub max_output_tokens: u32,
}

/// How strictly the form of the answer is asked for; later ones ask less.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rung {
    /// The provider holds the answer to the schema.
    #[default]
    Schema,
    /// The second best: JSON of any shape, the schema is in the prompt; at Anthropic a forced tool.
    Json,
    /// Nothing is asked of the provider; the schema is in the prompt.
    Plain,
}

/// The rungs in order.
pub const RUNGS: [Rung; 3] = [Rung::Schema, Rung::Json, Rung::Plain];

impl Rung {
    /// Its name, for logs and the cache.
    pub fn name(self) -> &'static str {
        match self {
            Self::Schema => "schema",
            Self::Json => "json",
            Self::Plain => "plain",
        }
    }

    /// The rung of a name.
    pub fn find(name: &str) -> Option<Self> {
        RUNGS.into_iter().find(|rung| rung.name() == name)
    }

    /// The next one down.
    pub fn below(self) -> Option<Self> {
        RUNGS.into_iter().find(|rung| *rung > self)
    }
}

/// What has been learnt about an endpoint: how it wants to be asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manner {
    /// The rung that is asked at.
    pub rung: Rung,
    /// Parameters that were refused and are left out.
    pub dropped: BTreeSet<String>,
}

/// A header that carries a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyField {
    /// The header's name.
    pub name: String,
    /// What stands before the key.
    pub prefix: &'static str,
}

/// A request without its key. The method is always POST.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    /// The whole address.
    pub url: String,
    /// Headers that everybody may see.
    pub headers: Vec<(String, String)>,
    /// Headers of the settings, which may be secret.
    pub private: Vec<(String, Secret)>,
    /// Where the key goes, when there is one.
    pub key: KeyField,
    /// The body.
    pub body: Value,
}

/// Why a model stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finish {
    /// It was done.
    Stop,
    /// It had said as much as it may.
    Length,
    /// It refuses, or a filter does; with the reason as far as one is given.
    Refused(String),
    /// Something else.
    Other(String),
}

/// Tokens of one answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tokens {
    /// In, cached ones included.
    pub input: u64,
    /// Cached ones of these.
    pub cached: u64,
    /// Out, reasoning included.
    pub output: u64,
    /// Reasoning of these.
    pub reasoning: u64,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The text.
    pub text: String,
    /// Why it ends.
    pub finish: Finish,
    /// What was used.
    pub tokens: Tokens,
    /// The model that the server says has answered.
    pub model_reported: String,
    /// The server's name for the exchange.
    pub request_id: String,
    /// Whether there was text beside the answer, such as reasoning: explains an empty answer.
    pub has_reasoning: bool,
}

/// That a body is no answer; with what is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unusable {
    /// It is not what the provider's servers send.
    Protocol(String),
    /// An error in the middle of a stream.
    Failed(String),
}

/// The request for a chat in the manner that an endpoint likes.
pub fn ask(config: &Config, chat: &Chat, manner: &Manner) -> Ask {
    let (path, body) = match config.provider {
        Provider::OpenAi => openai::request(config, chat, manner),
        Provider::Anthropic => anthropic::request(config, chat, manner),
        Provider::Gemini => gemini::request(config, chat, manner),
        Provider::Ollama => ollama::request(config, chat, manner),
    };
    let version = (config.provider == Provider::Anthropic).then_some(("anthropic-version", "2023-06-01"));
    let usual = [("content-type", "application/json"), ("accept", "application/json")].into_iter().chain(version);
    let body = Value::Object(without(body, &manner.dropped));
    Ask {
        url: address(config, &path),
        headers: usual.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        private: config.headers.clone(),
        key: key_field(config),
        body,
    }
}

/// The answer in a body of status 2xx.
///
/// # Errors
/// Why there is none.
pub fn answer(provider: Provider, body: &[u8]) -> Result<Completion, Unusable> {
    match provider {
        Provider::OpenAi => openai::response(&object(body)?),
        Provider::Anthropic => anthropic::response(&object(body)?),
        Provider::Gemini => gemini::response(&unwrapped(body)?),
        Provider::Ollama => ollama::response(body),
    }
}

fn object(body: &[u8]) -> Result<Value, Unusable> {
    let value: Value = serde_json::from_slice(body).map_err(|error| Unusable::Protocol(error.to_string()))?;
    match value.is_object() {
        true => Ok(value),
        false => Err(Unusable::Protocol("it is no JSON object".to_owned())),
    }
}

/// As [`object`], out of an array of one.
fn unwrapped(body: &[u8]) -> Result<Value, Unusable> {
    match serde_json::from_slice(body) {
        Ok(Value::Array(mut items)) if items.len() == 1 && items[0].is_object() => Ok(items.remove(0)),
        _ => object(body),
    }
}

/// The address of a path, with the query string of the settings.
fn address(config: &Config, path: &str) -> String {
    let base = config.base_url();
    let (base, said) = base.split_once('?').unwrap_or((base.as_str(), ""));
    let base = base.trim_end_matches('/');
    let query = config.query.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value)));
    let query: Vec<String> = Some(said.to_owned()).filter(|said| !said.is_empty()).into_iter().chain(query).collect();
    let path = path_below(base, path);
    match query.is_empty() {
        true => format!("{base}{path}"),
        false => format!("{base}{path}?{}", query.join("&")),
    }
}

/// A path without the version with which the base ends already.
fn path_below<'p>(base: &str, path: &'p str) -> &'p str {
    let version = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    match version.starts_with('v') && base.ends_with(&format!("/{version}")) {
        true => &path[version.len() + 1..],
        false => path,
    }
}

/// Percent-encodes all but the characters that no part of an address gives a meaning.
fn escaped(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let one = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(one).collect()
}

fn key_field(config: &Config) -> KeyField {
    let field = |name: &str, prefix| KeyField { name: name.to_owned(), prefix };
    match (&config.key_header, config.provider) {
        (KeyHeader::Named(name), _) => field(name, ""),
        (KeyHeader::Usual, Provider::Anthropic) => field("x-api-key", ""),
        (KeyHeader::Usual, Provider::Gemini) => field("x-goog-api-key", ""),
        (KeyHeader::Usual | KeyHeader::Bearer, _) => field("authorization", "Bearer "),
    }
}

/// Parameters that may be dropped; all else is needed.
const OPTIONAL: &[&str] = &["temperature", "think", "keep_alive", "max_tokens", "strict", "maxOutputTokens"];

/// Whether leaving a parameter out, or calling it otherwise, is a way on.
pub fn can_drop(provider: Provider, parameter: &str, manner: &Manner) -> bool {
    let is_cap = provider == Provider::OpenAi && parameter == "max_completion_tokens";
    let is_needed = provider == Provider::Anthropic && parameter == "max_tokens";
    (OPTIONAL.contains(&parameter) || is_cap) && !is_needed && !manner.dropped.contains(parameter)
}

/// A body without the parameters of some names, on the levels on which parameters stand.
fn without(body: Map<String, Value>, dropped: &BTreeSet<String>) -> Map<String, Value> {
    let nested = |name: &str| matches!(name, "options" | "generationConfig");
    let keep = |(name, value): (String, Value)| match value {
        _ if dropped.contains(&name) => None,
        Value::Object(inner) if nested(&name) => Some((name, Value::Object(without(inner, dropped)))),
        value => Some((name, value)),
    };
    body.into_iter().filter_map(keep).collect()
}

/// A JSON object as a map; the shape of a literal of this module.
fn map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

/// The text at a pointer; empty where there is none.
fn text_at<'v>(value: &'v Value, pointer: &str) -> &'v str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

/// The count at a pointer; 0 where there is none.
fn count_at(value: &Value, pointer: &str) -> u64 {
    value.pointer(pointer).and_then(Value::as_u64).unwrap_or_default()
}

/// A schema for the prompt of a rung at which the provider does not hold the answer to it.
pub fn schema_prompt(schema: &Value) -> String {
    format!(
        "Answer with one JSON object of exactly this shape, with all its fields, and nothing else:\n{}",
        shape::shape(schema)
    )
}

/// The contract, with the schema below it where the rung needs that.
fn system(chat: &Chat, with_schema: bool) -> String {
    match with_schema {
        true => format!("{}\n\n{}", chat.system, schema_prompt(&chat.schema)),
        false => chat.system.clone(),
    }
}
