//! Settings and keys -> who drafts, and why: the provider that was named, else the first with a key, else nobody but the program
//! itself.

use std::path::Path;

use super::keys::{self, Keys, Wallet};
use super::layer::Source;
use super::places;
use super::settings::Settings;
use crate::diag::{Diagnostic, Diagnostics};
use crate::draft::llm::prices::Table;
use crate::draft::llm::{self, CacheConfig, CacheMode, KeyHeader, PromptSize, Provider, Secret};

/// Providers that are taken without having been named, if they have a key, the first that has.
pub const ORDER: [Provider; 3] = [Provider::OpenAi, Provider::Anthropic, Provider::Gemini];

/// Who drafts.
#[derive(Debug)]
pub struct Choice {
    /// The provider; `None` for the offline drafter.
    pub provider: Option<Provider>,
    /// Why, as half a sentence: `flag --provider`, `OPENAI_API_KEY is set`, `no provider is named and no key is set`.
    pub why: String,
    /// The provider's keys; `None` where it needs none.
    pub keys: Option<Keys>,
    /// Warnings.
    pub warnings: Diagnostics,
}

/// Chooses who drafts; a run that sends nothing needs no key. The keyring is asked only for a provider that was named, so that nobody waits for it who drafts offline.
///
/// # Errors
/// `E1268` a provider was named and has no key, or a key file and no provider; as [`Wallet::find`].
pub fn choose(settings: &Settings, wallet: &Wallet<'_>, sends: bool) -> Result<Choice, Diagnostics> {
    let named = &settings.draft.provider;
    match named.value.as_deref() {
        None => first_with_key(settings, wallet).map_err(Diagnostics::from),
        Some(name) => {
            let why = match &named.source {
                Source::File { .. } => format!("`draft.provider` in {}", named.source),
                source => source.to_string(),
            };
            match Provider::find(name) {
                None => Ok(Choice { provider: None, why, keys: None, warnings: Diagnostics::new() }),
                Some(provider) => of_named(provider, why, settings, wallet, sends).map_err(Diagnostics::from),
            }
        }
    }
}

fn first_with_key(settings: &Settings, wallet: &Wallet<'_>) -> Result<Choice, Diagnostic> {
    let file = &settings.draft.api_key_file;
    if file.value.is_some() && matches!(file.source, Source::Flag(_)) {
        return Err(file_of_nobody(settings));
    }
    for provider in ORDER {
        if let Some(keys) = keys::of_env(provider, wallet.env)? {
            let why = format!("{} is set", keys.origin);
            return Ok(Choice { provider: Some(provider), why, keys: Some(keys), warnings: Diagnostics::new() });
        }
    }
    match file.value {
        Some(_) => Err(file_of_nobody(settings)),
        None => {
            let why = "no provider is named and no key is set".to_owned();
            Ok(Choice { provider: None, why, keys: None, warnings: Diagnostics::new() })
        }
    }
}

fn file_of_nobody(settings: &Settings) -> Diagnostic {
    let source = &settings.draft.api_key_file.source;
    Diagnostic::error("E1268", format!("a key file is named ({source}), but not the provider whose keys are in it"))
        .help("name it: `--provider openai`, SYNTH_PROVIDER, or `provider` below `[draft]`")
}

fn of_named(
    provider: Provider,
    why: String,
    settings: &Settings,
    wallet: &Wallet<'_>,
    sends: bool,
) -> Result<Choice, Diagnostic> {
    let found = wallet.find(provider, settings)?;
    let sends = sends && settings.cache.mode.value != "replay";
    if sends && found.keys.is_none() && provider.needs_key() && is_own_server(provider, settings) {
        return Err(without_key(provider, &why, found.keyring_note));
    }
    let mut warnings = Diagnostics::new();
    found.warning.into_iter().for_each(|warning| warnings.push(warning));
    Ok(Choice { provider: Some(provider), why, keys: found.keys, warnings })
}

/// Whether requests go to the provider itself, which answers nobody without a key; other servers may.
fn is_own_server(provider: Provider, settings: &Settings) -> bool {
    settings.provider(provider).base_url.value == provider.default_base_url()
}

fn without_key(provider: Provider, why: &str, keyring_note: Option<String>) -> Diagnostic {
    let names: Vec<&str> = keys::variables(provider).iter().map(|(name, _)| *name).collect();
    let finding =
        Diagnostic::error("E1268", format!("{} was chosen ({why}), but there is no key of it", provider.title()));
    let finding = match keyring_note {
        Some(note) => finding.note(format!("the keyring could not be asked: {note}")),
        None => finding,
    };
    finding
        .help(format!(
            "set {}, name a file by `--api-key-file`, or run `synth config set-key {}`",
            names.join(" or "),
            provider.name()
        ))
        .help("or draft without a model: `--provider offline`")
}

impl Settings {
    /// All that is to be known before a model of `provider` can be asked.
    ///
    /// # Errors
    /// `E1276` when the settings name a table of prices that is none.
    pub fn model(&self, provider: Provider, keys: Option<&Keys>) -> Result<llm::Config, Diagnostic> {
        let (own, draft) = (self.provider(provider), &self.draft);
        let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        Ok(llm::Config {
            base_url: own.base_url.value.clone(),
            model: own.model.value.clone(),
            keys: keys.map(|keys| keys.secrets.clone()).unwrap_or_default(),
            key_header: key_header(&own.key_header.value, keys),
            headers: own.headers.iter().map(|(name, value)| (name.clone(), Secret::new(value))).collect(),
            query: own.query.iter().map(|(name, value)| (name.clone(), value.clone())).collect(),
            allow_insecure: draft.allow_insecure.value,
            connect_timeout: draft.connect_timeout.value,
            timeout: draft.timeout.value,
            retries: small(draft.retries.value),
            retry_base: draft.retry_base.value,
            retry_cap: draft.retry_cap.value,
            budget: draft.budget.value,
            requests_per_minute: draft.requests_per_minute.value.map(small),
            max_requests: draft.max_requests.value,
            max_cost: draft.max_cost.value,
            prices: draft.prices.value.as_deref().map_or_else(|| Ok(Table::built_in()), prices)?,
            max_output_tokens: small(draft.max_output_tokens.value),
            output_limit: small(draft.output_limit.value.max(draft.max_output_tokens.value)),
            temperature: draft.temperature.value,
            prompt_size: prompt_size(&draft.prompt_size.value, provider),
            max_repairs: small(draft.max_repairs.value),
            cache: CacheConfig {
                mode: CacheMode::find(&self.cache.mode.value).expect("the table of settings has these words only"),
                folder: Some(self.cache.dir.value.clone()),
                time_to_live: self.cache.ttl.value,
            },
            ..llm::Config::new(provider)
        })
    }
}

/// The table of prices in a file.
fn prices(path: &Path) -> Result<Table, Diagnostic> {
    places::text(path).and_then(|text| Table::parse(&text)).map_err(|why| {
        Diagnostic::error("E1276", format!("`{}` is no table of prices", path.display()))
            .note(why.trim_end().to_owned())
            .help("it has a line `as_of = \"2026-01-31\"`, and below `[models.\"NAME\"]` US dollars for a million tokens: input, cached, output")
    })
}

fn key_header(said: &str, keys: Option<&Keys>) -> KeyHeader {
    match said {
        "usual" => keys.map(|keys| keys.header.clone()).unwrap_or_default(),
        "bearer" => KeyHeader::Bearer,
        name => KeyHeader::Named(name.to_owned()),
    }
}

/// Local models have small contexts, and are slow to read.
fn prompt_size(said: &str, provider: Provider) -> PromptSize {
    let auto = if provider == Provider::Ollama { PromptSize::Small } else { PromptSize::Full };
    PromptSize::find(said).unwrap_or(auto)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::layer::Layer;

    /// Who is chosen and why, by flags, the environment and the keyring.
    fn chosen(
        flags: &[(&'static str, &str)],
        env: &[(&str, &str)],
        keyring: &[Provider],
    ) -> Result<(String, String), &'static str> {
        let get = |name: &str| env.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned());
        let flags: Vec<_> = flags.iter().map(|(key, text)| (*key, (*text).to_owned())).collect();
        let said = Layer::of_flags(&flags).expect("right").over(Layer::of_env(&get).expect("right"));
        let settings = Settings::new(said, None, Vec::new());
        let ask = |provider: Provider| Ok(keyring.contains(&provider).then(|| Secret::new("kept")));
        let choice = choose(&settings, &Wallet { env: &get, keyring: &ask }, true);
        let name = |choice: &Choice| choice.provider.map_or("offline", Provider::name).to_owned();
        choice
            .map(|choice| {
                let origin = choice.keys.as_ref().map(|keys| format!(", {}", keys.origin)).unwrap_or_default();
                (name(&choice), choice.why + &origin)
            })
            .map_err(|found| found.iter().next().expect("a finding").code)
    }

    #[test]
    fn the_named_provider_goes_before_the_first_with_a_key_and_that_before_offline() {
        let (openai, anthropic, gemini) =
            (("OPENAI_API_KEY", "a"), ("ANTHROPIC_API_KEY", "b"), ("GEMINI_API_KEY", "c"));
        let flag = |name: &'static str| [("draft.provider", name)];
        for (flags, env, expected) in [
            (&[][..], &[][..], "offline: no provider is named and no key is set"),
            (&[], &[gemini], "gemini: GEMINI_API_KEY is set, GEMINI_API_KEY"),
            (&[], &[gemini, anthropic], "anthropic: ANTHROPIC_API_KEY is set, ANTHROPIC_API_KEY"),
            (&[], &[gemini, anthropic, openai], "openai: OPENAI_API_KEY is set, OPENAI_API_KEY"),
            (&[], &[("OLLAMA_HOST", "box")], "offline: no provider is named and no key is set"),
            (&flag("offline"), &[openai], "offline: flag --provider"),
            (&flag("gemini"), &[openai, gemini], "gemini: flag --provider, GEMINI_API_KEY"),
            (&flag("ollama"), &[], "ollama: flag --provider"),
            (
                &[],
                &[("SYNTH_PROVIDER", "anthropic"), anthropic, openai],
                "anthropic: SYNTH_PROVIDER, ANTHROPIC_API_KEY",
            ),
            (
                &[("draft.provider", "openai"), ("draft.base_url", "http://localhost:8000/v1")],
                &[],
                "openai: flag --provider",
            ),
        ] {
            let found = chosen(flags, env, &[]).map(|(name, why)| format!("{name}: {why}"));
            assert_eq!(found.as_deref(), Ok(expected));
        }
    }

    #[test]
    fn the_keyring_is_asked_for_a_named_provider_only() {
        let named = chosen(&[("draft.provider", "openai")], &[], &[Provider::OpenAi]);
        assert_eq!(named, Ok(("openai".to_owned(), "flag --provider, the keyring".to_owned())));
        assert_eq!(chosen(&[], &[], &[Provider::OpenAi]).map(|(name, _)| name), Ok("offline".to_owned()));
        let without = [("draft.provider", "openai")];
        assert_eq!(chosen(&without, &[("SYNTH_KEYRING", "off")], &[Provider::OpenAi]), Err("E1268"));
    }

    #[test]
    fn a_named_provider_without_a_key_is_never_replaced() {
        for provider in ["openai", "anthropic", "gemini"] {
            assert_eq!(chosen(&[("draft.provider", provider)], &[], &[]), Err("E1268"), "{provider}");
        }
        assert_eq!(chosen(&[("draft.api_key_file", "keys")], &[("OPENAI_API_KEY", "a")], &[]), Err("E1268"));
        assert_eq!(chosen(&[], &[("SYNTH_API_KEY_FILE", "keys")], &[]), Err("E1268"));
    }

    #[test]
    fn what_is_set_reaches_the_model() {
        let flags = [("openai.key_header", "api-key".to_owned()), ("draft.max_output_tokens", "50000".to_owned())];
        let settings = Settings::new(Layer::of_flags(&flags).expect("right"), None, Vec::new());
        let config = settings.model(Provider::OpenAi, None).expect("right");
        assert_eq!(config.key_header, KeyHeader::Named("api-key".to_owned()));
        assert_eq!((config.max_output_tokens, config.output_limit), (50_000, 50_000));
        assert_eq!(config.prompt_size, PromptSize::Full);
        assert_eq!(settings.model(Provider::Ollama, None).expect("right").prompt_size, PromptSize::Small);
    }

    #[test]
    fn a_table_of_prices_is_read_from_a_file_and_checked() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("prices.toml");
        let config = |text: &str| {
            std::fs::write(&path, text).expect("a file");
            let flags = [("draft.prices", path.display().to_string())];
            Settings::new(Layer::of_flags(&flags).expect("right"), None, Vec::new()).model(Provider::OpenAi, None)
        };
        let right = config("as_of = \"2026-01-31\"\n[models.m]\ninput = 1\ncached = 1\noutput = 1\n").expect("right");
        assert!(right.prices.models.contains_key("m"));
        assert_eq!(config("as_of = 1").expect_err("no table").code, "E1276");
    }
}
