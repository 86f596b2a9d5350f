//! A complete [`Layer`] -> [`Settings`]: typed values, each with where it was said.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use super::defs::{DEFS, Def};
use super::layer::{Layer, Source};
use super::value::Value;
use crate::draft::llm::Provider;

/// A value and where it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Where it was said.
    pub source: Source,
}

/// All settings.
#[derive(Debug, Clone)]
pub struct Settings {
    /// How is drafted.
    pub draft: Draft,
    /// Where and how each provider is asked.
    pub providers: BTreeMap<&'static str, ProviderSettings>,
    /// Where answers are kept.
    pub cache: Cache,
    /// Where drafts are kept.
    pub sessions: Sessions,
    /// What is logged.
    pub log: Log,
    /// The settings files that were read, the stronger first.
    pub files: Vec<String>,
    layer: Layer,
}

/// The section `draft`.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Who drafts; `None` leaves it to the keys that there are.
    pub provider: Sourced<Option<String>>,
    /// A file with keys.
    pub api_key_file: Sourced<Option<PathBuf>>,
    /// Whether the keyring is asked.
    pub keyring: Sourced<bool>,
    /// `none` or `offline`.
    pub fallback: Sourced<String>,
    /// `auto`, `small` or `full`.
    pub prompt_size: Sourced<String>,
    /// For a connection.
    pub connect_timeout: Sourced<Duration>,
    /// For an answer.
    pub timeout: Sourced<Duration>,
    /// After failures that may pass.
    pub retries: Sourced<u64>,
    /// The first wait.
    pub retry_base: Sourced<Duration>,
    /// The longest wait.
    pub retry_cap: Sourced<Duration>,
    /// For a draft in all.
    pub budget: Sourced<Duration>,
    /// In any minute.
    pub requests_per_minute: Sourced<Option<u64>>,
    /// Of an answer.
    pub max_output_tokens: Sourced<u64>,
    /// To which that is doubled.
    pub output_limit: Sourced<u64>,
    /// Of sampling.
    pub temperature: Sourced<Option<f64>>,
    /// Repair turns.
    pub max_repairs: Sourced<u64>,
    /// Of a draft.
    pub max_requests: Sourced<Option<u64>>,
    /// In US dollars.
    pub max_cost: Sourced<Option<f64>>,
    /// A table of prices.
    pub prices: Sourced<Option<PathBuf>>,
    /// Plain http to other machines.
    pub allow_insecure: Sourced<bool>,
    /// Whether questions are asked.
    pub interactive: Sourced<bool>,
    /// Rows of a table in the summary.
    pub preview_rows: Sourced<u64>,
    /// Whether what a draft leaves unused is an error.
    pub strict: Sourced<bool>,
    /// Where the description says none.
    pub locale: Sourced<Option<String>>,
    /// The output format where the description says none.
    pub format: Sourced<Option<String>>,
}

/// A provider's section.
#[derive(Debug, Clone)]
pub struct ProviderSettings {
    /// The model: what `draft` says or the provider's section, whichever was said in the stronger place.
    pub model: Sourced<String>,
    /// The address, likewise.
    pub base_url: Sourced<String>,
    /// `usual`, `bearer` or the name of a header.
    pub key_header: Sourced<String>,
    /// More headers, those of organisation and project included.
    pub headers: BTreeMap<String, String>,
    /// More parameters behind addresses.
    pub query: BTreeMap<String, String>,
}

/// The section `cache`.
#[derive(Debug, Clone)]
pub struct Cache {
    /// `auto`, `refresh`, `off` or `replay`.
    pub mode: Sourced<String>,
    /// The folder.
    pub dir: Sourced<PathBuf>,
    /// How long an answer is used again.
    pub ttl: Sourced<Duration>,
}

/// The section `sessions`.
#[derive(Debug, Clone)]
pub struct Sessions {
    /// Whether drafts are kept.
    pub keep: Sourced<bool>,
    /// The database; `None` where the platform has no place for it.
    pub file: Sourced<Option<PathBuf>>,
    /// Days without a touch after which a session goes; 0 for never.
    pub keep_days: Sourced<u64>,
    /// How many are kept; 0 for all.
    pub keep_count: Sourced<u64>,
}

/// The section `log`.
#[derive(Debug, Clone)]
pub struct Log {
    /// `off`, `text` or `json`; `None` where nothing is said.
    pub format: Sourced<Option<String>>,
    /// `error` to `trace`.
    pub level: Sourced<String>,
    /// A file; standard error without one.
    pub file: Sourced<Option<PathBuf>>,
}

/// What a setting's value becomes in [`Settings`].
trait FromValue: Sized {
    /// The value, or `None` when the kind is another: a mistake of the table.
    fn from_value(value: Option<&Value>) -> Option<Self>;
}

macro_rules! from_value {
    ($type:ty, $variant:ident, $bound:ident => $make:expr) => {
        impl FromValue for $type {
            fn from_value(value: Option<&Value>) -> Option<Self> {
                match value {
                    Some(Value::$variant($bound)) => Some($make),
                    _ => None,
                }
            }
        }
    };
}

from_value!(String, Text, text => text.clone());
from_value!(u64, Whole, number => *number);
from_value!(f64, Number, number => *number);
from_value!(bool, Flag, flag => *flag);
from_value!(PathBuf, Path, path => path.clone());
from_value!(Duration, Duration, duration => Duration::from_micros(duration.micros.unsigned_abs()));
from_value!(BTreeMap<String, String>, Map, map => map.clone());

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: Option<&Value>) -> Option<Self> {
        match value {
            None => Some(None),
            some => T::from_value(some).map(Some),
        }
    }
}

impl Settings {
    /// The settings of all that is said; what is not has its default. `state` is the platform's folder for what programs keep.
    pub(super) fn new(said: Layer, state: Option<PathBuf>, files: Vec<String>) -> Self {
        let mut layer = said.over(defaults());
        if let (None, Some(folder), Some(def)) = (layer.get("sessions.file"), state, super::defs::find("sessions.file"))
        {
            layer.set(def, Value::Path(folder.join("sessions.db")), Source::Default);
        }
        let get = Getter(&layer);
        Self {
            draft: get.draft(),
            providers: crate::draft::llm::provider::ALL
                .into_iter()
                .map(|each| (each.name(), get.provider(each)))
                .collect(),
            cache: Cache { mode: get.of("cache.mode"), dir: get.of("cache.dir"), ttl: get.of("cache.ttl") },
            sessions: Sessions {
                keep: get.of("sessions.keep"),
                file: get.of("sessions.file"),
                keep_days: get.of("sessions.keep_days"),
                keep_count: get.of("sessions.keep_count"),
            },
            log: Log { format: get.of("log.format"), level: get.of("log.level"), file: get.of("log.file") },
            files,
            layer,
        }
    }

    /// Every definition with its value, if it has one, and where that was said.
    pub fn all(&self) -> impl Iterator<Item = (&'static Def, Option<&Value>, &Source)> {
        DEFS.iter().map(|def| match self.layer.get(def.key) {
            Some((value, source)) => (def, Some(value), source),
            None => (def, None, &Source::Default),
        })
    }

    /// The section of a provider.
    pub fn provider(&self, provider: Provider) -> &ProviderSettings {
        &self.providers[provider.name()]
    }
}

/// What holds where nothing is said.
fn defaults() -> Layer {
    let mut layer = Layer::default();
    for def in DEFS {
        if let Some(Ok(value)) = def.default.map(|text| def.kind.of_text(text)) {
            layer.set(def, value, Source::Default);
        }
    }
    layer
}

/// Typed access to a complete layer.
struct Getter<'l>(&'l Layer);

impl Getter<'_> {
    fn of<T: FromValue>(&self, key: &str) -> Sourced<T> {
        let said = self.0.get(key);
        let value = T::from_value(said.map(|(value, _)| value))
            .expect("the table's kind is that of the field; a test reads all");
        Sourced { value, source: said.map_or(Source::Default, |(_, source)| source.clone()) }
    }

    /// What `general` says, unless `own` was said in a stronger place.
    fn stronger(&self, general: &str, own: &str) -> Sourced<String> {
        let (general, own): (Sourced<Option<String>>, Sourced<String>) = (self.of(general), self.of(own));
        match general.value {
            Some(value) if general.source.strength() >= own.source.strength() => {
                Sourced { value, source: general.source }
            }
            _ => own,
        }
    }

    fn provider(&self, provider: Provider) -> ProviderSettings {
        let key = |name: &str| format!("{}.{name}", provider.name());
        let map = |name: &str| self.of::<Option<BTreeMap<String, String>>>(&key(name)).value.unwrap_or_default();
        let mut headers = map("headers");
        for (name, header) in [("organization", "OpenAI-Organization"), ("project", "OpenAI-Project")] {
            if provider == Provider::OpenAi
                && let Some(value) = self.of::<Option<String>>(&key(name)).value
            {
                headers.entry(header.to_owned()).or_insert(value);
            }
        }
        ProviderSettings {
            model: self.stronger("draft.model", &key("model")),
            base_url: self.stronger("draft.base_url", &key("base_url")),
            key_header: self.of(&key("key_header")),
            headers,
            query: map("query"),
        }
    }

    fn draft(&self) -> Draft {
        Draft {
            provider: self.of("draft.provider"),
            api_key_file: self.of("draft.api_key_file"),
            keyring: self.of("draft.keyring"),
            fallback: self.of("draft.fallback"),
            prompt_size: self.of("draft.prompt_size"),
            connect_timeout: self.of("draft.connect_timeout"),
            timeout: self.of("draft.timeout"),
            retries: self.of("draft.retries"),
            retry_base: self.of("draft.retry_base"),
            retry_cap: self.of("draft.retry_cap"),
            budget: self.of("draft.budget"),
            requests_per_minute: self.of("draft.requests_per_minute"),
            max_output_tokens: self.of("draft.max_output_tokens"),
            output_limit: self.of("draft.output_limit"),
            temperature: self.of("draft.temperature"),
            max_repairs: self.of("draft.max_repairs"),
            max_requests: self.of("draft.max_requests"),
            max_cost: self.of("draft.max_cost"),
            prices: self.of("draft.prices"),
            allow_insecure: self.of("draft.allow_insecure"),
            interactive: self.of("draft.interactive"),
            preview_rows: self.of("draft.preview_rows"),
            strict: self.of("draft.strict"),
            locale: self.of("draft.locale"),
            format: self.of("draft.format"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(env: &[(&str, &str)], flags: &[(&'static str, &str)]) -> Settings {
        let get = |name: &str| env.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned());
        let flags: Vec<_> = flags.iter().map(|(key, text)| (*key, (*text).to_owned())).collect();
        let said = Layer::of_flags(&flags).expect("right").over(Layer::of_env(&get).expect("right"));
        Settings::new(said, Some("/state".into()), Vec::new())
    }

    #[test]
    fn every_definition_is_of_the_type_of_its_field() {
        let settings = of(&[], &[]);
        assert_eq!(settings.draft.retry_base.value, Duration::from_secs(2));
        assert_eq!(settings.sessions.file.value, Some("/state/sessions.db".into()));
        assert_eq!(settings.all().count(), DEFS.len());
        assert!(settings.all().all(|(_, _, source)| *source == Source::Default));
    }

    #[test]
    fn the_stronger_place_decides_between_a_model_for_all_and_a_providers_own() {
        let url = |env: &[(&str, &str)], flags: &[(&'static str, &str)]| {
            of(env, flags).provider(Provider::OpenAi).base_url.value.clone()
        };
        let (own, general) = (("OPENAI_BASE_URL", "http://own"), ("SYNTH_BASE_URL", "http://all"));
        assert_eq!(url(&[], &[]), "https://api.openai.com/v1");
        assert_eq!(url(&[own], &[]), "http://own");
        assert_eq!(url(&[own, general], &[]), "http://all");
        assert_eq!(url(&[own], &[("draft.base_url", "http://flag")]), "http://flag");
    }

    #[test]
    fn organisation_and_project_are_headers() {
        let settings = of(&[("OPENAI_ORG_ID", "org-1")], &[]);
        assert_eq!(settings.provider(Provider::OpenAi).headers["OpenAI-Organization"], "org-1");
        assert!(settings.provider(Provider::Gemini).headers.is_empty());
    }
}
