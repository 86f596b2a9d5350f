//! The status, headers and body of an answer -> a [`Completion`], or what is to be done about it: a [`Setback`]. Pure.

mod delay;
mod parameter;
#[cfg(test)]
mod tests;

use std::time::Duration;

use serde_json::Value;

use super::provider::Provider;
use super::wire::{self, Completion, Finish, Unusable};

/// What a server sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// Headers, their names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
    /// When it came, in seconds since 1970.
    pub received: u64,
}

impl Reply {
    /// The first value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// What kind of setback it is; each kind has its own way on.
#[derive(Debug, Clone, PartialEq)]
pub enum Class {
    /// Nobody answers: no connection, no name, no TLS. Tried twice again.
    Unreachable,
    /// The key is missing, wrong, or may not do this. The next key, else the end.
    Auth,
    /// Nothing is left of what was paid for. The next key, else the end.
    Quota,
    /// There is no such model. The end.
    ModelNotFound,
    /// It passes; with the wait that the server asks for.
    Transient {
        /// The wait.
        delay: Option<Duration>,
        /// Whether it is a limit of rates, for which another key is a way on.
        is_limit: bool,
    },
    /// This parameter is refused. Left out once.
    Param(String),
    /// The schema is refused. The next rung.
    Schema,
    /// The request is too large. The end.
    TooLarge,
    /// The answer is cut off. Once more with twice the room.
    Truncated,
    /// The model or a filter refuses. The end; never a repair turn.
    Refused,
    /// This is no answer of such a provider. The end.
    Protocol,
    /// There is an answer and nothing is in it. The end.
    Empty,
    /// A redirect, which is not followed. The end.
    Redirect,
    /// The body is larger than is read. The end.
    BodyTooLarge,
    /// The request is refused for another reason. The end.
    Rejected,
}

impl Class {
    /// A name for logs.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::Auth => "auth",
            Self::Quota => "quota",
            Self::ModelNotFound => "model_not_found",
            Self::Transient { .. } => "transient",
            Self::Param(_) => "param",
            Self::Schema => "schema",
            Self::TooLarge => "too_large",
            Self::Truncated => "truncated",
            Self::Refused => "refused",
            Self::Protocol => "protocol",
            Self::Empty => "empty",
            Self::Redirect => "redirect",
            Self::BodyTooLarge => "body_too_large",
            Self::Rejected => "rejected",
        }
    }
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Setback {
    /// The kind.
    pub class: Class,
    /// The status; 0 where there was none.
    pub status: u16,
    /// What the server says, or what is wrong, in one line.
    pub message: String,
    /// The server's name for the exchange; may be empty.
    pub request_id: String,
    /// What a cut-off answer has used up, for the sums.
    pub tokens: wire::Tokens,
}

impl Setback {
    /// One of a kind, without an answer behind it.
    pub fn new(class: Class, message: impl Into<String>) -> Self {
        Self { class, status: 0, message: message.into(), request_id: String::new(), tokens: wire::Tokens::default() }
    }
}

/// What a server's answer comes to.
///
/// # Errors
/// What is to be done instead.
pub fn outcome(provider: Provider, reply: &Reply) -> Result<Completion, Setback> {
    let found = match reply.status {
        200..=299 => of_success(provider, reply),
        _ => Err(of_failure(provider, reply)),
    };
    found.map_err(|setback| Setback { status: reply.status, request_id: request_id(reply), ..setback })
}

fn request_id(reply: &Reply) -> String {
    let header = ["x-request-id", "request-id"].iter().find_map(|name| reply.header(name));
    let body = || error_body(&reply.body)?["request_id"].as_str().map(str::to_owned);
    header.map(str::to_owned).or_else(body).unwrap_or_default()
}

fn of_success(provider: Provider, reply: &Reply) -> Result<Completion, Setback> {
    let completion = wire::answer(provider, &reply.body).map_err(|unusable| of_unusable(unusable, reply))?;
    let setback = |class, message: &str| Err(Setback { tokens: completion.tokens, ..Setback::new(class, message) });
    match &completion.finish {
        Finish::Refused(reason) => setback(Class::Refused, &one_line(reason)),
        Finish::Length => setback(Class::Truncated, "the answer is cut off"),
        finish if completion.text.trim().is_empty() => {
            let reason = match (finish, completion.has_reasoning) {
                (Finish::Other(reason), _) => format!("the answer is empty, with the reason `{}`", one_line(reason)),
                (_, true) => "the answer is empty; there is reasoning beside it".to_owned(),
                (_, false) => "the answer is empty".to_owned(),
            };
            setback(Class::Empty, &reason)
        }
        Finish::Stop | Finish::Other(_) => {
            let header = reply.header("x-request-id").or_else(|| reply.header("request-id")).map(str::to_owned);
            Ok(Completion { request_id: header.unwrap_or(completion.request_id), ..completion })
        }
    }
}

fn of_unusable(unusable: Unusable, reply: &Reply) -> Setback {
    match unusable {
        Unusable::Protocol(what) => Setback::new(Class::Protocol, format!("{what}; {}", excerpt(reply))),
        // In the middle of a stream no status can tell what it is.
        Unusable::Failed(message) => {
            Setback::new(Class::Transient { delay: None, is_limit: false }, one_line(&message))
        }
    }
}

/// The content type and the first 200 bytes of a body, on one line.
fn excerpt(reply: &Reply) -> String {
    let kind = reply.header("content-type").unwrap_or("no content type");
    let head = String::from_utf8_lossy(&reply.body[..reply.body.len().min(200)]).into_owned();
    format!("{} bytes of {kind} that begin with: {}", reply.body.len(), one_line(&head))
}

/// White space and control characters as single spaces; no more than 400 characters.
fn one_line(text: &str) -> String {
    let parts = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|part| !part.is_empty());
    let line = parts.collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(400) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

/// A body that is JSON; out of an array of one, as Gemini sends it.
fn error_body(body: &[u8]) -> Option<Value> {
    match serde_json::from_slice(body).ok()? {
        Value::Array(mut items) if items.len() == 1 => Some(items.remove(0)),
        value => Some(value),
    }
}

/// An error as the providers send it.
struct Said {
    message: String,
    lower: String,
    code: String,
    kind: String,
    param: String,
    body: Value,
}

impl Said {
    fn of(reply: &Reply) -> Self {
        let body = error_body(&reply.body).unwrap_or_default();
        let error = &body["error"];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let first = [&error["message"], error, &body["message"], &body["detail"]].into_iter().find_map(Value::as_str);
        let message = first.map_or_else(|| excerpt(reply), one_line);
        Self {
            lower: message.to_lowercase(),
            message,
            code: text(&error["code"]),
            kind: text(if error["type"].is_string() { &error["type"] } else { &error["status"] }),
            param: text(&error["param"]),
            body,
        }
    }

    fn is_json(&self) -> bool {
        !self.body.is_null()
    }

    fn says(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.lower.contains(phrase))
    }

    /// Whether one of Google's details has a field with this word in it.
    fn details_say(&self, word: &str) -> bool {
        self.body["error"]["details"]
            .as_array()
            .is_some_and(|details| details.iter().any(|d| d.to_string().contains(word)))
    }
}

fn of_failure(provider: Provider, reply: &Reply) -> Setback {
    let said = Said::of(reply);
    let class = match reply.header("x-should-retry") {
        Some("true") if reply.status >= 400 => transient(reply, &said),
        Some("false") if matches!(kind(provider, reply, &said), Class::Transient { .. }) => Class::Rejected,
        _ => kind(provider, reply, &said),
    };
    Setback::new(class, said.message)
}

fn transient(reply: &Reply, said: &Said) -> Class {
    let is_limit = reply.status == 429;
    Class::Transient { delay: delay::of(reply, &said.body, &said.message), is_limit }
}

/// Words about prompts for which there is no room.
const TOO_LARGE: &[&str] = &[
    "context length",
    "context_length",
    "maximum context",
    "context window",
    "context size",
    "prompt is too long",
    "request too large",
    "input token count",
    "too many tokens",
    "input is too long",
    "request_too_large",
];

/// Words about models that are not there.
const NO_MODEL: &[&str] =
    &["does not exist", "not found", "no such model", "unknown model", "not a valid model", "invalid model"];

fn kind(provider: Provider, reply: &Reply, said: &Said) -> Class {
    match reply.status {
        300..=399 => Class::Redirect,
        401 | 403 => Class::Auth,
        402 => Class::Quota,
        404 => not_found(said),
        413 => Class::TooLarge,
        429 if is_quota(said) => Class::Quota,
        429 if said.says(&["request too large"]) => Class::TooLarge,
        408 | 409 | 425 | 429 | 500..=599 => transient(reply, said),
        400 | 422 => bad_request(provider, said),
        400..=499 => Class::Rejected,
        _ => Class::Protocol,
    }
}

fn is_quota(said: &Said) -> bool {
    let codes = ["insufficient_quota", "billing_hard_limit_reached"];
    codes.contains(&said.code.as_str()) || codes.contains(&said.kind.as_str()) || said.details_say("PerDay")
}

fn not_found(said: &Said) -> Class {
    match said.is_json() {
        true => Class::ModelNotFound,
        // A web page: the address is wrong, not the model.
        false => Class::Protocol,
    }
}

fn bad_request(provider: Provider, said: &Said) -> Class {
    if said.details_say("API_KEY_INVALID") || said.says(&["api key not valid"]) || said.kind == "authentication_error" {
        return Class::Auth;
    }
    if said.says(TOO_LARGE) || said.code == "context_length_exceeded" {
        return Class::TooLarge;
    }
    if said.code == "model_not_found" || (said.says(&["model"]) && said.says(NO_MODEL)) {
        return Class::ModelNotFound;
    }
    if said.says(&["credit balance"]) {
        return Class::Quota;
    }
    if said.code == "content_filter" || said.code == "content_policy_violation" {
        return Class::Refused;
    }
    parameter::refused(provider, said).unwrap_or(Class::Rejected)
}
