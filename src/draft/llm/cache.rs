//! A request -> the answer that was given to it before. One file an answer, named by the SHA-256 of the parts of the request
//! that decide the answer; nothing secret is in it.
//!
//! The form in which an endpoint wants to be asked (the rung) is no part of the name: it changes what is sent, not what is
//! asked, and an answer that was given on a lower rung is as good. Neither are keys, ports and the day.

#![expect(clippy::disallowed_methods, reason = "answers are kept on the disk")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tempfile::NamedTempFile;

use super::config::{CacheConfig, CacheMode};
use super::secret::{Secret, redact};
use super::wire::{Manner, Rung};
use crate::content::sha256;

/// An answer that is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// When it was given, in seconds since 1970.
    pub saved: u64,
    /// The day that the request was told.
    pub today: String,
    /// The provider's name.
    pub provider: String,
    /// The host that was asked.
    pub host: String,
    /// The model that was asked for.
    pub model: String,
    /// The model that has answered.
    pub model_reported: String,
    /// The server's name for the exchange.
    pub request_id: String,
    /// The version of the prompt.
    pub prompt_version: String,
    /// The rung at which was asked.
    pub rung: String,
    /// Tokens in and out.
    pub tokens: (u64, u64),
    /// The body of the request.
    pub request: Value,
    /// The text of the answer.
    pub answer: String,
}

/// Answers in a folder.
#[derive(Debug)]
pub struct Cache {
    config: CacheConfig,
    secrets: Vec<Secret>,
}

impl Cache {
    /// The answers of a folder; `secrets` never get into it.
    pub fn new(config: CacheConfig, secrets: Vec<Secret>) -> Self {
        Self { config, secrets }
    }

    /// The answer of a name, where the mode allows to take it.
    pub fn find(&self, key: &str, now: u64, today: &str) -> Option<Entry> {
        let folder = self.config.folder.as_ref()?;
        match self.config.mode {
            CacheMode::Auto => read(folder, key).filter(|entry| self.is_fresh(entry, now, today)),
            CacheMode::Replay => read(folder, key),
            CacheMode::Refresh | CacheMode::Off => None,
        }
    }

    /// Whether an answer is young enough; one that is relative to a day must be of today.
    fn is_fresh(&self, entry: &Entry, now: u64, today: &str) -> bool {
        let is_young = now.saturating_sub(entry.saved) <= self.config.time_to_live.as_secs();
        is_young && (entry.today == today || !is_relative(&entry.answer))
    }

    /// Keeps an answer, where the mode says so. What goes wrong is logged: the answer is there all the same.
    pub fn keep(&self, key: &str, entry: &Entry) {
        let Some(folder) = self.folder() else { return };
        let entry = Entry {
            request: self.redacted(&entry.request),
            answer: redact(&entry.answer, &self.secrets),
            ..entry.clone()
        };
        let text = serde_json::to_string_pretty(&entry).unwrap_or_default();
        if let Err(error) = write(folder, &format!("{key}.json"), &text) {
            tracing::warn!(target: "synth::draft", folder = %folder.display(), %error, "the answer cannot be cached");
        }
    }

    /// The folder, when something may be written there.
    fn folder(&self) -> Option<&Path> {
        let writes = matches!(self.config.mode, CacheMode::Auto | CacheMode::Refresh);
        self.config.folder.as_deref().filter(|_| writes)
    }

    fn redacted(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => redact(text, &self.secrets).into(),
            Value::Array(items) => items.iter().map(|item| self.redacted(item)).collect(),
            Value::Object(map) => {
                Value::Object(map.iter().map(|(key, value)| (key.clone(), self.redacted(value))).collect())
            }
            other => other.clone(),
        }
    }

    /// What has been learnt about an endpoint; [`CacheMode::Refresh`] learns it anew.
    pub fn manner(&self, endpoint: &str) -> Manner {
        let reads = matches!(self.config.mode, CacheMode::Auto);
        let folder = self.config.folder.as_deref().filter(|_| reads);
        folder.and_then(|folder| manners(folder).remove(endpoint)).map(Learnt::manner).unwrap_or_default()
    }

    /// Notes what has been learnt about an endpoint.
    pub fn learn(&self, endpoint: &str, manner: &Manner) {
        let Some(folder) = self.folder() else { return };
        let mut all = manners(folder);
        let learnt = Learnt { rung: manner.rung.name().to_owned(), dropped: manner.dropped.iter().cloned().collect() };
        if all.get(endpoint).unwrap_or(&Learnt::default()) == &learnt {
            return;
        }
        all.insert(endpoint.to_owned(), learnt);
        let text = serde_json::to_string_pretty(&all).unwrap_or_default();
        if let Err(error) = write(folder, MANNERS, &text) {
            tracing::warn!(target: "synth::draft", folder = %folder.display(), %error, "what was learnt cannot be kept");
        }
    }
}

/// The file with what has been learnt about endpoints.
const MANNERS: &str = "endpoints.json";

/// A [`Manner`] as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Learnt {
    rung: String,
    dropped: Vec<String>,
}

impl Default for Learnt {
    fn default() -> Self {
        Self { rung: Rung::default().name().to_owned(), dropped: Vec::new() }
    }
}

impl Learnt {
    fn manner(self) -> Manner {
        Manner { rung: Rung::find(&self.rung).unwrap_or_default(), dropped: self.dropped.into_iter().collect() }
    }
}

fn manners(folder: &Path) -> BTreeMap<String, Learnt> {
    let text = fs::read_to_string(folder.join(MANNERS)).ok();
    text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

fn read(folder: &Path, key: &str) -> Option<Entry> {
    let path = folder.join(format!("{key}.json"));
    let text = fs::read_to_string(&path).ok()?;
    let entry = serde_json::from_str(&text);
    if let Err(error) = &entry {
        tracing::warn!(target: "synth::draft", path = %path.display(), %error, "a cached answer is damaged");
    }
    entry.ok()
}

/// Writes a file that appears whole or not at all, for the user's eyes only.
fn write(folder: &Path, name: &str, text: &str) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.persist(folder.join(name)).map_err(|error| error.error)?;
    Ok(())
}

/// Whether a draft says that its dates are relative to a day.
fn is_relative(answer: &str) -> bool {
    let draft = super::extract::object(answer).and_then(|text| serde_json::from_str::<Value>(text).ok());
    draft.is_some_and(|draft| draft["anchor_date"].as_str().is_some_and(|date| !date.is_empty()))
}

/// The name of a request: the SHA-256 of its parts as JSON with sorted keys.
pub fn key(parts: &Value) -> String {
    sha256(sorted(parts).to_string().as_bytes())
}

fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(map) => {
            let sorted: BTreeMap<&String, Value> = map.iter().map(|(key, value)| (key, sorted(value))).collect();
            Value::Object(sorted.into_iter().map(|(key, value)| (key.clone(), value)).collect())
        }
        Value::Array(items) => items.iter().map(sorted).collect(),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use serde_json::json;

    use super::*;

    fn cache(mode: CacheMode, folder: &Path) -> Cache {
        let config = CacheConfig { mode, folder: Some(folder.to_owned()), time_to_live: Duration::from_secs(100) };
        Cache::new(config, vec![Secret::new("sk-secret")])
    }

    fn entry(answer: &str) -> Entry {
        Entry {
            saved: 1_000,
            today: "2026-01-31".to_owned(),
            provider: "openai".to_owned(),
            host: "h".to_owned(),
            model: "m".to_owned(),
            model_reported: "m-1".to_owned(),
            request_id: String::new(),
            prompt_version: "1".to_owned(),
            rung: "schema".to_owned(),
            tokens: (1, 2),
            request: json!({ "messages": [{ "content": "my key is sk-secret" }] }),
            answer: answer.to_owned(),
        }
    }

    #[test]
    fn answers_come_back_while_they_are_fresh_and_in_replay_for_ever() {
        let folder = tempfile::tempdir().expect("a folder");
        let auto = cache(CacheMode::Auto, folder.path());
        auto.keep("k", &entry("{} sk-secret"));
        let found = auto.find("k", 1_100, "2026-02-01").expect("it is fresh");
        assert_eq!(found.answer, "{} ***");
        assert_eq!(found.request["messages"][0]["content"], "my key is ***");
        assert_eq!(auto.find("k", 1_101, "2026-01-31"), None);
        assert!(cache(CacheMode::Replay, folder.path()).find("k", 9_999, "2027-01-01").is_some());
        assert_eq!(cache(CacheMode::Off, folder.path()).find("k", 1_000, "2026-01-31"), None);
        assert_eq!(cache(CacheMode::Refresh, folder.path()).find("k", 1_000, "2026-01-31"), None);
    }

    #[test]
    fn answers_relative_to_a_day_are_of_that_day() {
        let folder = tempfile::tempdir().expect("a folder");
        let auto = cache(CacheMode::Auto, folder.path());
        auto.keep("k", &entry(r#"{"anchor_date":"2026-01-31"}"#));
        assert!(auto.find("k", 1_000, "2026-01-31").is_some());
        assert_eq!(auto.find("k", 1_000, "2026-02-01"), None);
        assert!(cache(CacheMode::Replay, folder.path()).find("k", 1_000, "2026-02-01").is_some());
    }

    #[test]
    fn damaged_answers_are_none_and_off_writes_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("k.json"), "{").expect("a file");
        assert_eq!(cache(CacheMode::Replay, folder.path()).find("k", 0, ""), None);
        cache(CacheMode::Off, folder.path()).keep("other", &entry("{}"));
        cache(CacheMode::Replay, folder.path()).learn("e", &Manner { rung: Rung::Plain, ..Manner::default() });
        assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 1);
    }

    #[test]
    fn what_was_learnt_about_an_endpoint_is_remembered() {
        let folder = tempfile::tempdir().expect("a folder");
        let auto = cache(CacheMode::Auto, folder.path());
        let manner = Manner { rung: Rung::Json, dropped: ["temperature".to_owned()].into() };
        auto.learn("http://a m", &manner);
        auto.learn("http://b m", &Manner::default());
        assert_eq!(auto.manner("http://a m"), manner);
        assert_eq!(auto.manner("http://b m"), Manner::default());
        assert_eq!(cache(CacheMode::Refresh, folder.path()).manner("http://a m"), Manner::default());
    }

    #[test]
    fn names_do_not_depend_on_the_order_of_keys() {
        assert_eq!(
            key(&json!({ "a": 1, "b": [{ "c": 1, "d": 2 }] })),
            key(&json!({ "b": [{ "d": 2, "c": 1 }], "a": 1 }))
        );
        assert_ne!(key(&json!({ "a": 1 })), key(&json!({ "a": 2 })));
    }
}
