//! The providers: what each is called, where it lives, which key it takes, and which forms of structured output it has.

/// A provider, by the format that its servers speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Provider {
    /// OpenAI chat completions; also vLLM, llama.cpp, LM Studio and gateways.
    OpenAi,
    /// Anthropic messages.
    Anthropic,
    /// Gemini `generateContent`.
    Gemini,
    /// Ollama's own `/api/chat`.
    Ollama,
}

/// All providers, in the order in which they are looked for.
pub const ALL: [Provider; 4] = [Provider::OpenAi, Provider::Anthropic, Provider::Gemini, Provider::Ollama];

/// What is fixed about a provider.
struct Facts {
    name: &'static str,
    title: &'static str,
    base_url: &'static str,
    model: &'static str,
    keys: &'static [&'static str],
    base_urls: &'static [&'static str],
}

impl Provider {
    /// The provider of a name, as `--provider` takes it.
    pub fn find(name: &str) -> Option<Self> {
        ALL.into_iter().find(|provider| provider.name() == name)
    }

    /// Its name, as `--provider` takes it.
    pub fn name(self) -> &'static str {
        self.facts().name
    }

    /// Its name for people.
    pub fn title(self) -> &'static str {
        self.facts().title
    }

    /// Where it lives unless said otherwise.
    pub const fn default_base_url(self) -> &'static str {
        self.facts().base_url
    }

    /// The model that is asked unless said otherwise: of the middle class of 2026, good at structured output, cheap enough
    /// for a draft.
    pub const fn default_model(self) -> &'static str {
        self.facts().model
    }

    /// Environment variables that hold its key, the first that is set wins. Empty: it takes none.
    pub fn key_variables(self) -> &'static [&'static str] {
        self.facts().keys
    }

    /// Environment variables that hold its address, the first that is set wins.
    pub fn base_url_variables(self) -> &'static [&'static str] {
        self.facts().base_urls
    }

    /// Whether its own servers answer nobody without a key.
    pub fn needs_key(self) -> bool {
        !self.key_variables().is_empty()
    }

    /// An address as people write it (`localhost:11434`, a slash at the end, none at all) -> one to which paths are joined.
    pub fn base_url(self, said: &str) -> String {
        let said = said.trim().trim_end_matches('/');
        match said {
            "" => self.default_base_url().to_owned(),
            url if url.contains("://") => url.to_owned(),
            host => format!("http://{}", with_port(&host.replace("0.0.0.0", "127.0.0.1"), self)),
        }
    }

    const fn facts(self) -> Facts {
        match self {
            Self::OpenAi => Facts {
                name: "openai",
                title: "OpenAI",
                base_url: "https://api.openai.com/v1",
                model: "gpt-6.1-sol",
                keys: &["OPENAI_API_KEY"],
                base_urls: &["OPENAI_BASE_URL"],
            },
            Self::Anthropic => Facts {
                name: "anthropic",
                title: "Anthropic",
                base_url: "https://api.anthropic.com",
                model: "claude-sonnet-5-5",
                keys: &["ANTHROPIC_API_KEY"],
                base_urls: &["ANTHROPIC_BASE_URL"],
            },
            Self::Gemini => Facts {
                name: "gemini",
                title: "Gemini",
                base_url: "https://generativelanguage.googleapis.com",
                model: "gemini-3.8-flash",
                keys: &["GOOGLE_API_KEY", "GEMINI_API_KEY"],
                base_urls: &[],
            },
            Self::Ollama => Facts {
                name: "ollama",
                title: "Ollama",
                base_url: "http://127.0.0.1:11434",
                model: "qwen3:8b",
                keys: &[],
                base_urls: &["OLLAMA_HOST"],
            },
        }
    }
}

/// `localhost` -> `localhost:11434` for Ollama, whose variable may name a host alone.
fn with_port(host: &str, provider: Provider) -> String {
    match provider {
        Provider::Ollama if host.starts_with(':') => format!("127.0.0.1{host}"),
        Provider::Ollama if !host.contains(':') => format!("{host}:11434"),
        _ => host.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_taken_as_people_write_them() {
        assert_eq!(Provider::Ollama.base_url("0.0.0.0"), "http://127.0.0.1:11434");
        assert_eq!(Provider::Ollama.base_url("gpu:9"), "http://gpu:9");
        assert_eq!(Provider::OpenAi.base_url(""), "https://api.openai.com/v1");
        assert_eq!(Provider::OpenAi.base_url("http://127.0.0.1:8000/v1/"), "http://127.0.0.1:8000/v1");
    }

    #[test]
    fn every_provider_is_found_by_its_name() {
        assert!(ALL.into_iter().all(|provider| Provider::find(provider.name()) == Some(provider)));
        assert_eq!(Provider::find("offline"), None);
    }
}
