//! The table of settings: from it files and variables are read and checked, and help, `synth config` and docs/settings.md made.

use super::value::Kind;
use crate::draft::llm::Provider;

/// Whether the file of a project, which may be somebody else's, may say it without having been named by `--config`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// It may.
    Any,
    /// It may not: the setting says where keys and descriptions go, or which file of this machine is read or written.
    Own,
    /// Only an address of this machine: the setting says where keys and descriptions go.
    Loopback,
    /// Only a place below the file's own folder: the setting says where files are written.
    Inside,
}

/// One setting.
#[derive(Debug, Clone, Copy)]
pub struct Def {
    /// Its place in a file: section and name.
    pub key: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// Variables of the environment, the one that goes before the others first.
    pub env: &'static [&'static str],
    /// The flag of `synth draft`, if there is one.
    pub flag: Option<&'static str>,
    /// The default as text; `None` where there is none.
    pub default: Option<&'static str>,
    /// What a missing default means, or what else there is to say of it; may be empty.
    pub unset: &'static str,
    /// What it does, in one sentence.
    pub about: &'static str,
    /// Who may say it.
    pub trust: Trust,
}

impl Def {
    const fn new(key: &'static str, kind: Kind, about: &'static str) -> Self {
        Self { key, kind, env: &[], flag: None, default: None, unset: "", about, trust: Trust::Any }
    }

    const fn env(mut self, names: &'static [&'static str]) -> Self {
        self.env = names;
        self
    }

    const fn flag(mut self, flag: &'static str) -> Self {
        self.flag = Some(flag);
        self
    }

    const fn default(mut self, text: &'static str) -> Self {
        self.default = Some(text);
        self
    }

    const fn unset(mut self, meaning: &'static str) -> Self {
        self.unset = meaning;
        self
    }

    const fn trust(mut self, trust: Trust) -> Self {
        self.trust = trust;
        self
    }

    /// The section in a file.
    pub fn section(&self) -> &'static str {
        self.key.split_once('.').map_or("", |(section, _)| section)
    }

    /// The name within its section.
    pub fn name(&self) -> &'static str {
        self.key.split_once('.').map_or(self.key, |(_, name)| name)
    }
}

/// Who drafts.
pub const PROVIDERS: &[&str] = &["offline", "openai", "anthropic", "gemini", "ollama"];

const MILLI: i64 = 1_000;
const SECOND: i64 = 1_000 * MILLI;

/// All settings, in the order in which they are shown.
pub const DEFS: &[Def] = &[
    Def::new("draft.provider", Kind::OneOf(PROVIDERS), "Who drafts.")
        .env(&["SYNTH_PROVIDER"])
        .flag("--provider")
        .unset("the first of openai, anthropic and gemini that has a key, else offline"),
    Def::new("draft.model", Kind::Text, "The model to ask; goes before the model of the provider's own section where both stand in one place.")
        .env(&["SYNTH_MODEL"])
        .flag("--model")
        .unset("the provider's"),
    Def::new("draft.base_url", Kind::Url, "Where the provider is; goes before the provider's own address where both stand in one place.")
        .env(&["SYNTH_BASE_URL"])
        .flag("--base-url")
        .unset("the provider's")
        .trust(Trust::Loopback),
    Def::new("draft.api_key_file", Kind::Path, "A file with keys of the provider, one a line.")
        .env(&["SYNTH_API_KEY_FILE"])
        .flag("--api-key-file")
        .trust(Trust::Own),
    Def::new("draft.keyring", Kind::Flag, "Whether keys are also looked for in the system's keyring.")
        .env(&["SYNTH_KEYRING"])
        .default("true"),
    Def::new("draft.fallback", Kind::OneOf(&["none", "offline"]), "What drafts when the provider cannot.")
        .env(&["SYNTH_FALLBACK"])
        .flag("--fallback")
        .default("none"),
    Def::new("draft.prompt_size", Kind::OneOf(&["auto", "small", "full"]), "How much of the generators' catalogue the prompt holds; auto is small for ollama and full for others.")
        .env(&["SYNTH_PROMPT_SIZE"])
        .flag("--prompt-size")
        .default("auto"),
    Def::new("draft.connect_timeout", Kind::Duration(MILLI), "How long a connection may take to come about.")
        .env(&["SYNTH_CONNECT_TIMEOUT"])
        .default("10s"),
    Def::new("draft.timeout", Kind::Duration(MILLI), "How long an answer may take.")
        .env(&["SYNTH_TIMEOUT"])
        .flag("--timeout")
        .default("300s"),
    Def::new("draft.retries", Kind::Whole(0, 20), "How often a request is sent again after a failure that may pass.")
        .env(&["SYNTH_RETRIES"])
        .flag("--retries")
        .default("4"),
    Def::new("draft.retry_base", Kind::Duration(0), "The first wait between two attempts; each next one is twice as long.")
        .env(&["SYNTH_RETRY_BASE"])
        .flag("--retry-base")
        .default("2s"),
    Def::new("draft.retry_cap", Kind::Duration(0), "The longest single wait; a server that asks for more is given up.")
        .env(&["SYNTH_RETRY_CAP"])
        .default("60s"),
    Def::new("draft.budget", Kind::Duration(SECOND), "How long a draft may take in all, waits and attempts together.")
        .env(&["SYNTH_BUDGET"])
        .flag("--budget")
        .default("15m"),
    Def::new("draft.requests_per_minute", Kind::Whole(1, 100_000), "The most requests that are sent in a minute.")
        .env(&["SYNTH_REQUESTS_PER_MINUTE"])
        .flag("--requests-per-minute")
        .unset("no limit"),
    Def::new("draft.max_output_tokens", Kind::Whole(256, 1_000_000), "The most tokens that an answer may have.")
        .env(&["SYNTH_MAX_OUTPUT_TOKENS"])
        .flag("--max-output-tokens")
        .default("8000"),
    Def::new("draft.output_limit", Kind::Whole(256, 1_000_000), "The number to which that is doubled when an answer is cut off.")
        .env(&["SYNTH_OUTPUT_LIMIT"])
        .default("32000"),
    Def::new("draft.temperature", Kind::Number, "The sampling temperature.")
        .env(&["SYNTH_TEMPERATURE"])
        .unset("left to the model"),
    Def::new("draft.max_repairs", Kind::Whole(0, 10), "How often a model is told what is wrong with its draft.")
        .env(&["SYNTH_MAX_REPAIRS"])
        .flag("--max-repairs")
        .default("2"),
    Def::new("draft.max_requests", Kind::Whole(1, 1_000), "The most requests of a draft, retries and repairs included.")
        .env(&["SYNTH_MAX_REQUESTS"])
        .flag("--max-requests")
        .unset("no limit beside retries and repairs"),
    Def::new("draft.max_cost", Kind::Number, "The most that a draft may cost, in US dollars; needs a known price of the model.")
        .env(&["SYNTH_MAX_COST"])
        .flag("--max-cost")
        .unset("no limit"),
    Def::new("draft.prices", Kind::Path, "A table of prices (TOML) instead of the one that comes with synth.")
        .env(&["SYNTH_PRICES"])
        .flag("--prices")
        .unset("the one that comes with synth"),
    Def::new("draft.allow_insecure", Kind::Flag, "Whether keys and descriptions may go over plain http to other machines.")
        .env(&["SYNTH_ALLOW_INSECURE"])
        .flag("--allow-insecure")
        .default("false")
        .trust(Trust::Own),
    Def::new("draft.interactive", Kind::Flag, "Whether questions are asked on the terminal.")
        .env(&["SYNTH_INTERACTIVE"])
        .flag("--interactive")
        .default("false"),
    Def::new("draft.preview_rows", Kind::Whole(0, 100), "Rows of each table that the summary of a draft shows.")
        .env(&["SYNTH_PREVIEW_ROWS"])
        .default("3"),
    Def::new("draft.strict", Kind::Flag, "Whether a number or a list of the description that the draft does not use is an error.")
        .env(&["SYNTH_STRICT"])
        .flag("--strict")
        .default("false"),
    Def::new("draft.locale", Kind::Locale, "The locale of a draft where the description does not say one.")
        .env(&["SYNTH_LOCALE"])
        .unset("the drafter's choice"),
    Def::new("draft.format", Kind::Format, "The output format of a draft where the description does not say one.")
        .env(&["SYNTH_FORMAT"])
        .unset("none"),
    Def::new("openai.model", Kind::Text, "The model of this provider.").default(Provider::OpenAi.default_model()),
    Def::new("openai.base_url", Kind::Url, "Where the provider, or a server that speaks as it does, is.")
        .env(&["OPENAI_BASE_URL"])
        .default(Provider::OpenAi.default_base_url())
        .trust(Trust::Loopback),
    Def::new("openai.organization", Kind::Text, "The organisation that pays.").env(&["OPENAI_ORG_ID"]),
    Def::new("openai.project", Kind::Text, "The project that pays.").env(&["OPENAI_PROJECT_ID"]),
    Def::new("openai.key_header", Kind::Text, "How the key is sent: usual, bearer, or the name of a header that holds it alone, such as api-key.")
        .default("usual")
        .trust(Trust::Own),
    Def::new("openai.headers", Kind::Map, "Headers that a gateway wants with every request; no keys.").trust(Trust::Own),
    Def::new("openai.query", Kind::Map, "Parameters that a gateway wants behind every address, such as api-version.").trust(Trust::Own),
    Def::new("anthropic.model", Kind::Text, "The model of this provider.").default(Provider::Anthropic.default_model()),
    Def::new("anthropic.base_url", Kind::Url, "Where the provider, or a gateway to it, is.")
        .env(&["ANTHROPIC_BASE_URL"])
        .default(Provider::Anthropic.default_base_url())
        .trust(Trust::Loopback),
    Def::new("anthropic.key_header", Kind::Text, "How the key is sent: usual, bearer, or the name of a header that holds it alone, such as api-key.")
        .default("usual")
        .trust(Trust::Own),
    Def::new("anthropic.headers", Kind::Map, "Headers that a gateway wants with every request; no keys.").trust(Trust::Own),
    Def::new("anthropic.query", Kind::Map, "Parameters that a gateway wants behind every address.").trust(Trust::Own),
    Def::new("gemini.model", Kind::Text, "The model of this provider.").default(Provider::Gemini.default_model()),
    Def::new("gemini.base_url", Kind::Url, "Where the provider, or a gateway to it, is.")
        .env(&["GOOGLE_GEMINI_BASE_URL", "GEMINI_BASE_URL"])
        .default(Provider::Gemini.default_base_url())
        .trust(Trust::Loopback),
    Def::new("gemini.key_header", Kind::Text, "How the key is sent: usual, bearer, or the name of a header that holds it alone, such as api-key.")
        .default("usual")
        .trust(Trust::Own),
    Def::new("gemini.headers", Kind::Map, "Headers that a gateway wants with every request; no keys.").trust(Trust::Own),
    Def::new("gemini.query", Kind::Map, "Parameters that a gateway wants behind every address.").trust(Trust::Own),
    Def::new("ollama.model", Kind::Text, "The model of this provider.").default(Provider::Ollama.default_model()),
    Def::new("ollama.base_url", Kind::Host, "Where the server is.")
        .env(&["OLLAMA_HOST"])
        .default(Provider::Ollama.default_base_url())
        .trust(Trust::Loopback),
    Def::new("ollama.key_header", Kind::Text, "How the key is sent: usual, bearer, or the name of a header that holds it alone, such as api-key.")
        .default("usual")
        .trust(Trust::Own),
    Def::new("ollama.headers", Kind::Map, "Headers that a gateway wants with every request; no keys.").trust(Trust::Own),
    Def::new("ollama.query", Kind::Map, "Parameters that a gateway wants behind every address.").trust(Trust::Own),
    Def::new("cache.mode", Kind::OneOf(&["auto", "refresh", "off", "replay"]), "Whether answers of models are kept and used again: auto does both, refresh only keeps them, replay sends nothing.")
        .env(&["SYNTH_CACHE"])
        .flag("--cache")
        .default("auto"),
    Def::new("cache.dir", Kind::Path, "The folder of answers.")
        .env(&["SYNTH_CACHE_DIR"])
        .flag("--cache-dir")
        .default(".synth/cache")
        .trust(Trust::Inside),
    Def::new("cache.ttl", Kind::Duration(0), "How long an answer is used again.")
        .env(&["SYNTH_CACHE_TTL"])
        .default("7d"),
    Def::new("sessions.keep", Kind::Flag, "Whether drafts are kept as sessions, so that they can be resumed.")
        .env(&["SYNTH_SESSIONS"])
        .flag("--no-session")
        .default("true"),
    Def::new("sessions.file", Kind::Path, "The database of sessions.")
        .env(&["SYNTH_SESSIONS_FILE"])
        .unset("sessions.db in the platform's folder of state")
        .trust(Trust::Own),
    Def::new("sessions.keep_days", Kind::Whole(0, 36_500), "Sessions that nobody has touched for so many days are removed; 0 keeps them.")
        .env(&["SYNTH_SESSIONS_KEEP_DAYS"])
        .default("90"),
    Def::new("sessions.keep_count", Kind::Whole(0, 1_000_000), "So many sessions are kept, the youngest; 0 keeps all.")
        .env(&["SYNTH_SESSIONS_KEEP_COUNT"])
        .default("200"),
    Def::new("log.format", Kind::OneOf(&["off", "text", "json"]), "The form of the log.")
        .env(&["SYNTH_LOG_FORMAT"])
        .flag("--log-format")
        .unset("off; text where a level or a file is said"),
    Def::new("log.level", Kind::OneOf(&["off", "error", "warn", "info", "debug", "trace"]), "The least grave events that are logged.")
        .env(&["SYNTH_LOG"])
        .flag("--log-level")
        .default("info"),
    Def::new("log.file", Kind::Path, "The file to which the log is appended.")
        .env(&["SYNTH_LOG_FILE"])
        .flag("--log-file")
        .unset("standard error")
        .trust(Trust::Own),
];

/// The definition of a key.
pub fn find(key: &str) -> Option<&'static Def> {
    DEFS.iter().find(|def| def.key == key)
}

/// The sections of a file, in order.
pub fn sections() -> Vec<&'static str> {
    let mut sections: Vec<&str> = DEFS.iter().map(Def::section).collect();
    sections.dedup();
    sections
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn keys_variables_and_flags_are_one_settings_own() {
        let names: Vec<&str> =
            DEFS.iter().flat_map(|def| def.env.iter().copied().chain([def.key]).chain(def.flag)).collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
        assert!(DEFS.iter().all(|def| def.key.matches('.').count() == 1 && def.about.ends_with('.')));
        assert_eq!(sections().iter().collect::<BTreeSet<_>>().len(), sections().len(), "a section stands together");
    }

    #[test]
    fn defaults_are_of_their_kinds() {
        for def in DEFS {
            let wrong = def.default.map(|text| def.kind.of_text(text)).and_then(Result::err);
            assert_eq!(wrong, None, "{}", def.key);
        }
    }
}
