//! An [`Ask`] -> a [`Reply`], over HTTP: no redirects, a body of bounded size, proxies as the environment says.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "answers may be late; their dates are no data"
)]

use std::cell::OnceCell;
use std::error::Error;
use std::io::Read;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use reqwest::blocking::{self, Response};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::redirect::Policy;

use super::Transport;
use crate::draft::llm::classify::{Class, Reply, Setback};
use crate::draft::llm::config::Config;
use crate::draft::llm::secret::Secret;
use crate::draft::llm::wire::Ask;

/// The largest body that is read.
pub const BODY_CAP: usize = 8 << 20;

/// A connection to one provider, set up when the first request is sent.
#[derive(Debug)]
pub struct Http {
    connect_timeout: Duration,
    has_tls: bool,
    client: OnceCell<blocking::Client>,
}

impl Http {
    /// A connection with the limits of the settings.
    pub fn new(config: &Config) -> Self {
        let has_tls = !config.base_url().starts_with("http://");
        Self { connect_timeout: config.connect_timeout, has_tls, client: OnceCell::new() }
    }

    /// The connection. There is none where TLS cannot be set up, as on a machine without certificates.
    fn client(&self) -> Result<&blocking::Client, Setback> {
        if let Some(client) = self.client.get() {
            return Ok(client);
        }
        let client = self.connect().map_err(|error| Setback::new(Class::Unreachable, reasons(&error)))?;
        Ok(self.client.get_or_init(|| client))
    }

    fn connect(&self) -> reqwest::Result<blocking::Client> {
        // An error here says that a provider is installed already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let builder = blocking::Client::builder()
            .user_agent(concat!("synth/", env!("CARGO_PKG_VERSION")))
            .redirect(Policy::none())
            .referer(false)
            .connect_timeout(self.connect_timeout);
        // Without TLS no certificates of the system are needed, and there may be none.
        match self.has_tls {
            true => builder.build(),
            false => builder.tls_certs_only([]).build(),
        }
    }
}

impl Transport for Http {
    fn send(&self, ask: &Ask, key: Option<&Secret>, timeout: Duration) -> Result<Reply, Setback> {
        let started = Instant::now();
        let headers = headers(ask, key)?;
        let body = ask.body.to_string();
        let request = self.client()?.post(&ask.url).headers(headers).body(body).timeout(timeout);
        let response = request.send().map_err(|error| unsent(&error.without_url()))?;
        let reply = Reply {
            status: response.status().as_u16(),
            headers: received(response.headers()),
            body: Vec::new(),
            received: SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()),
        };
        let body = body_of(response, started, timeout)?;
        Ok(Reply { body, ..reply })
    }
}

fn headers(ask: &Ask, key: Option<&Secret>) -> Result<HeaderMap, Setback> {
    let mut headers = HeaderMap::new();
    let key = key.map(|key| (ask.key.name.as_str(), Secret::new(format!("{}{}", ask.key.prefix, key.reveal()))));
    let open = ask.headers.iter().map(|(name, value)| (name.as_str(), Secret::new(value)));
    let private = ask.private.iter().map(|(name, value)| (name.as_str(), value.clone()));
    for (name, value) in open.chain(private).chain(key) {
        let wrong = || {
            Setback::new(
                Class::Auth,
                format!("the value for the header `{name}` has characters that no header can carry"),
            )
        };
        let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| wrong())?;
        let mut value = HeaderValue::from_str(value.reveal()).map_err(|_| wrong())?;
        value.set_sensitive(true);
        headers.insert(name, value);
    }
    Ok(headers)
}

fn received(headers: &HeaderMap) -> Vec<(String, String)> {
    let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    headers.iter().map(|(name, value)| (name.as_str().to_owned(), text(value))).collect()
}

/// Reads a body as far as the cap and the time allow.
fn body_of(mut response: Response, started: Instant, timeout: Duration) -> Result<Vec<u8>, Setback> {
    let mut body = Vec::new();
    let mut part = vec![0; 64 << 10];
    loop {
        let count = response.read(&mut part).map_err(|error| broken(&error, timeout))?;
        body.extend_from_slice(&part[..count]);
        match () {
            () if count == 0 => return Ok(body),
            () if body.len() > BODY_CAP => {
                return Err(Setback::new(
                    Class::BodyTooLarge,
                    format!("its body has more than {} MiB", BODY_CAP >> 20),
                ));
            }
            () if started.elapsed() > timeout => return Err(late(timeout)),
            () => {}
        }
    }
}

fn late(timeout: Duration) -> Setback {
    let passing = Class::Transient { delay: None, is_limit: false };
    Setback::new(passing, format!("no whole answer within {} s", timeout.as_secs_f64()))
}

fn unsent(error: &reqwest::Error) -> Setback {
    let class = match error.is_connect() || error.is_builder() {
        true => Class::Unreachable,
        false => Class::Transient { delay: None, is_limit: false },
    };
    match error.is_timeout() {
        true => Setback::new(class, "no answer in time"),
        false => Setback::new(class, reasons(error)),
    }
}

fn broken(error: &std::io::Error, timeout: Duration) -> Setback {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<reqwest::Error>());
    match inner.is_some_and(reqwest::Error::is_timeout) || error.kind() == std::io::ErrorKind::TimedOut {
        true => late(timeout),
        false => Setback::new(Class::Transient { delay: None, is_limit: false }, reasons(error)),
    }
}

/// An error with all that lies behind it, on one line, each thing once.
fn reasons(error: &dyn Error) -> String {
    let mut texts = vec![error.to_string()];
    let mut next = error.source();
    while let Some(error) = next {
        let text = error.to_string();
        if !texts.iter().any(|known| known.contains(&text)) {
            texts.push(text);
        }
        next = error.source();
    }
    texts.join(": ")
}
