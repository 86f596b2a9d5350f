//! A [`Chat`] -> a [`Completion`]: sent, sent again where that helps, in the manner that the endpoint takes.

pub mod http;
mod keys;
mod pace;
#[cfg(test)]
mod tests;
pub mod world;

use std::time::Duration;

use super::classify::{self, Class, Reply, Setback};
use super::config::Config;
use super::secret::{self, Secret};
use super::wire::{self, Ask, Chat, Completion, Manner, Tokens};
use keys::Keys;
use pace::Pace;
use world::World;

/// Sends a request once.
pub trait Transport {
    /// The answer, whatever its status.
    ///
    /// # Errors
    /// There is none.
    fn send(&self, ask: &Ask, key: Option<&Secret>, timeout: Duration) -> Result<Reply, Setback>;
}

/// Why there will be no answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// The last setback has no way on.
    Setback,
    /// It might pass, but has been tried this often.
    Exhausted(u32),
    /// The server asks for a longer wait than is allowed.
    DelayTooLong(Duration),
    /// The time for a draft is over.
    Budget,
    /// As many requests as are allowed were sent.
    MaxRequests(u64),
    /// The money for a draft is spent, in US dollars.
    MaxCost(f64),
    /// The schema is refused on every rung.
    NoRung,
    /// Longer answers are not allowed.
    TooShort(u32),
}

/// That there is no answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Failure {
    /// Why it is given up.
    pub reason: Reason,
    /// What came last.
    pub setback: Setback,
}

/// What was used up so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spent {
    /// Tokens, of answers that were no use, too.
    pub tokens: Tokens,
    /// Requests.
    pub requests: u64,
}

/// Speaks with one model.
pub struct Client {
    config: Config,
    transport: Box<dyn Transport>,
    world: Box<dyn World>,
    keys: Keys,
    pace: Pace,
    /// How the endpoint wants to be asked, as far as that has been learnt.
    pub manner: Manner,
    /// What was used up.
    pub spent: Spent,
}

/// What happened to one chat so far.
struct Course {
    chat: Chat,
    /// Passing failures that were waited for.
    waits: u32,
    /// The output cap was doubled.
    is_doubled: bool,
    /// The shortest wait that a server asked for since the last one.
    delay: Option<Duration>,
}

impl Client {
    /// A client with the manner that is known of the endpoint.
    pub fn new(config: Config, transport: Box<dyn Transport>, world: Box<dyn World>, manner: Manner) -> Self {
        let pace = Pace::new(config.requests_per_minute, config.budget, world.now());
        let keys = Keys::new(config.keys.clone());
        Self { config, transport, world, keys, pace, manner, spent: Spent::default() }
    }

    /// Seconds since 1970.
    pub fn unix(&self) -> u64 {
        self.world.unix()
    }

    /// Asks until there is an answer or no way on.
    ///
    /// # Errors
    /// Why there is no answer.
    pub fn complete(&mut self, chat: &Chat) -> Result<Completion, Failure> {
        let mut course = Course { chat: chat.clone(), waits: 0, is_doubled: false, delay: None };
        loop {
            let setback = match self.once(&course.chat)? {
                Ok(completion) => return Ok(completion),
                Err(setback) => setback,
            };
            self.go_on(&mut course, setback)?;
        }
    }

    /// One request, when the limits allow it.
    fn once(&mut self, chat: &Chat) -> Result<Result<Completion, Setback>, Failure> {
        self.admit()?;
        let ask = wire::ask(&self.config, chat, &self.manner);
        let (secrets, started) = (self.config.secrets(), self.world.now());
        self.log_request(&ask);
        let timeout = self.config.timeout.min(self.pace.left(started));
        let sent = self.transport.send(&ask, self.keys.current(), timeout);
        self.spent.requests += 1;
        let provider = self.config.provider;
        // A server may repeat what it was sent, in any of the texts that it gives.
        let clean = |text: &str| secret::redact(text, &secrets);
        let found = sent.and_then(|reply| classify::outcome(provider, &reply)).map_err(|setback| Setback {
            message: clean(&setback.message),
            request_id: clean(&setback.request_id),
            ..setback
        });
        let found = found.map(|done| Completion {
            text: clean(&done.text),
            request_id: clean(&done.request_id),
            model_reported: clean(&done.model_reported),
            ..done
        });
        self.add(found.as_ref().map_or_else(|setback| setback.tokens, |completion| completion.tokens));
        self.log_outcome(&found, self.world.now().saturating_sub(started));
        Ok(found)
    }

    fn add(&mut self, tokens: Tokens) {
        let sum = &mut self.spent.tokens;
        sum.input += tokens.input;
        sum.cached += tokens.cached;
        sum.output += tokens.output;
        sum.reasoning += tokens.reasoning;
    }

    /// Waits for the rate limit of the settings, and fails when they allow no further request.
    fn admit(&mut self) -> Result<(), Failure> {
        let refuse = |reason| Err(Failure { reason, setback: Setback::new(Class::Rejected, "no request was sent") });
        if let Some(most) = self.config.max_requests.filter(|most| self.spent.requests >= *most) {
            return refuse(Reason::MaxRequests(most));
        }
        let cost = self.config.prices.cost(self.config.model(), &self.spent.tokens);
        if let (Some(most), Some(cost)) = (self.config.max_cost, cost)
            && cost >= most
        {
            return refuse(Reason::MaxCost(most));
        }
        match self.pace.admit(self.world.as_ref()) {
            true => Ok(()),
            false => refuse(Reason::Budget),
        }
    }

    /// Does what a setback calls for, so that the chat can be sent again.
    fn go_on(&mut self, course: &mut Course, setback: Setback) -> Result<(), Failure> {
        let fail = |reason, setback| Err(Failure { reason, setback });
        match setback.class.clone() {
            Class::Auth | Class::Quota if self.keys.drop_current() => Ok(()),
            Class::Transient { delay, is_limit: true } if self.keys.rotate() => {
                course.delay = shorter(course.delay, delay);
                Ok(())
            }
            Class::Transient { delay, .. } => self.wait(course, delay, self.config.retries, setback),
            Class::Unreachable => self.wait(course, None, self.config.retries.min(2), setback),
            Class::Param(name) if wire::can_drop(self.config.provider, &name, &self.manner) => {
                tracing::info!(target: "synth::draft", parameter = name, "parameter is left out");
                self.manner.dropped.insert(name);
                Ok(())
            }
            Class::Param(_) | Class::Schema => match self.manner.rung.below() {
                Some(rung) => {
                    tracing::info!(target: "synth::draft", rung = rung.name(), "asked less strictly for the form of the answer");
                    self.manner.rung = rung;
                    Ok(())
                }
                None => fail(Reason::NoRung, setback),
            },
            Class::Truncated => self.double(course, setback),
            _ => fail(Reason::Setback, setback),
        }
    }

    fn double(&self, course: &mut Course, setback: Setback) -> Result<(), Failure> {
        let cap = course.chat.max_output_tokens;
        let twice = cap.saturating_mul(2).min(self.config.output_limit);
        if course.is_doubled || twice <= cap {
            return Err(Failure { reason: Reason::TooShort(cap), setback });
        }
        tracing::info!(target: "synth::draft", max_output_tokens = twice, "the answer was cut off; asked again with more room");
        course.is_doubled = true;
        course.chat.max_output_tokens = twice;
        Ok(())
    }

    /// Waits for a passing failure: as long as the server says, else by the backoff.
    fn wait(&self, course: &mut Course, delay: Option<Duration>, most: u32, setback: Setback) -> Result<(), Failure> {
        let fail = |reason, setback| Err(Failure { reason, setback });
        let asked = shorter(course.delay.take(), delay);
        if let Some(delay) = asked.filter(|delay| *delay > self.config.retry_cap) {
            return fail(Reason::DelayTooLong(delay), setback);
        }
        if course.waits >= most {
            return fail(Reason::Exhausted(course.waits + 1), setback);
        }
        let wait = asked.unwrap_or_else(|| backoff(&self.config, course.waits, self.world.chance()));
        if !self.pace.allows(wait, self.world.now()) {
            return fail(Reason::Budget, setback);
        }
        course.waits += 1;
        let (by_server, class) = (asked.is_some(), setback.class.name());
        tracing::info!(target: "synth::draft", wait_ms = wait.as_millis() as u64, by_server, retry = course.waits, class, "waits before the next attempt");
        self.world.sleep(wait);
        Ok(())
    }

    fn log_request(&self, ask: &Ask) {
        let host = host(&ask.url);
        let bytes = ask.body.to_string().len();
        let (provider, model, rung) = (self.config.provider.name(), self.config.model(), self.manner.rung.name());
        tracing::info!(target: "synth::draft", provider, model, host, rung, bytes, number = self.spent.requests + 1, "request");
    }

    fn log_outcome(&self, found: &Result<Completion, Setback>, took: Duration) {
        let milliseconds = took.as_millis() as u64;
        match found {
            Ok(done) => {
                let (input, output) = (done.tokens.input, done.tokens.output);
                let (request_id, bytes) = (done.request_id.as_str(), done.text.len());
                tracing::info!(target: "synth::draft", milliseconds, input, output, bytes, request_id, model = done.model_reported, "answer");
            }
            Err(setback) => {
                let (class, status, request_id) = (setback.class.name(), setback.status, setback.request_id.as_str());
                tracing::info!(target: "synth::draft", milliseconds, class, status, request_id, "setback");
                tracing::debug!(target: "synth::draft", message = setback.message, "the server says");
            }
        }
    }
}

/// The shorter of two waits that are known.
fn shorter(one: Option<Duration>, other: Option<Duration>) -> Option<Duration> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// The wait before retry `number` (from 0): the base, doubled for each, no longer than the cap, and up to a tenth more so
/// that many clients do not come back at once.
fn backoff(config: &Config, number: u32, chance: f64) -> Duration {
    let plain = config.retry_base.saturating_mul(2_u32.saturating_pow(number.min(30)));
    plain.min(config.retry_cap).mul_f64(1.0 + chance / 10.0)
}

/// The host of an address, without port, path, query or user.
pub fn host(url: &str) -> String {
    let parsed = reqwest::Url::parse(url).ok();
    parsed.and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}
