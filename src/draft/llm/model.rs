//! A model as a drafter: description -> prompt -> answer -> draft, and what is wrong -> another answer.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::cache::{self, Cache, Entry};
use super::client::http::Http;
use super::client::world::{Real, World};
use super::client::{Client, Transport, host};
use super::config::{CacheMode, Config};
use super::dry_run::DryRun;
use super::provider::Provider;
use super::wire::{self, Chat, Completion, Turn};
use super::{estimate, extract, prompt, report};
use crate::content::sha256;
use crate::diag::Diagnostics;
use crate::draft::ir::schema::{GeneratorNames, schema};
use crate::draft::ir::{Ir, parse};
use crate::draft::{Drafter, Proposal, Provenance, Request, Usage};

/// Tokens that a description may have: more than any page, fewer than any model of today reads.
const MOST_TOKENS: u64 = 60_000;

/// A model that drafts.
pub struct Model {
    config: Config,
    client: Client,
    cache: Cache,
    talk: Option<Talk>,
    repairs: u32,
    warnings: Vec<String>,
    model_reported: String,
    response_sha256: String,
    last_answer: String,
}

/// A conversation.
struct Talk {
    chat: Chat,
    /// What names it in the cache.
    parts: Value,
    today: String,
}

impl Model {
    /// A model on the net.
    ///
    /// # Errors
    /// The address is none or not safe; the cost is to be limited and the price is not known.
    pub fn new(config: Config) -> Result<Self, Diagnostics> {
        let transport = Box::new(Http::new(&config));
        Self::with(config, transport, Box::new(Real::new()))
    }

    /// A model behind a transport.
    ///
    /// # Errors
    /// As [`Model::new`].
    pub fn with(config: Config, transport: Box<dyn Transport>, world: Box<dyn World>) -> Result<Self, Diagnostics> {
        let mut found = Diagnostics::new();
        report::address(&config).into_iter().for_each(|wrong| found.push(wrong));
        if config.max_cost.is_some() && !config.prices.models.contains_key(config.model()) {
            found.push(report::no_price(&config));
        }
        if found.has_errors() {
            return Err(found);
        }
        let cache = Cache::new(config.cache.clone(), config.secrets());
        let manner = cache.manner(&endpoint(&config));
        let client = Client::new(config.clone(), transport, world, manner);
        Ok(Self {
            config,
            client,
            cache,
            talk: None,
            repairs: 0,
            warnings: Vec::new(),
            model_reported: String::new(),
            response_sha256: String::new(),
            last_answer: String::new(),
        })
    }

    /// The request that a description leads to, with its keys masked. Nothing is sent.
    ///
    /// # Errors
    /// The description is too long.
    pub fn dry_run(&self, request: &Request<'_>) -> Result<DryRun, Diagnostics> {
        let talk = self.talk_of(request)?;
        Ok(DryRun::new(&self.config, &talk.chat, &self.client.manner))
    }

    /// What the person should know about the answers, such as a prompt that was cut.
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// The text of the last answer, for those who want to see what was refused.
    pub fn last_answer(&self) -> &str {
        &self.last_answer
    }

    /// US dollars so far; `None` where the price is not known.
    pub fn cost(&self) -> Option<f64> {
        self.config.prices.cost_of(self.config.model(), &self.usage())
    }

    /// The folder with the raw exchanges, where they are kept.
    pub fn cache_folder(&self) -> Option<&PathBuf> {
        self.config.cache.folder.as_ref().filter(|_| self.config.cache.mode != CacheMode::Off)
    }

    fn talk_of(&self, request: &Request<'_>) -> Result<Talk, Diagnostics> {
        let tokens = estimate::text(request.prose);
        if tokens > MOST_TOKENS {
            return Err(report::too_long(tokens, MOST_TOKENS).into());
        }
        let chat = chat(&self.config, request);
        let parts = json!({
            "provider": self.config.provider.name(),
            "host": host(&self.config.base_url()),
            "model": self.config.model(),
            "prompt_version": prompt::VERSION,
            "system_sha256": sha256(chat.system.as_bytes()),
            "schema_sha256": sha256(chat.schema.to_string().as_bytes()),
            "temperature": self.config.temperature,
            "prose": request.prose,
            "answers": request.answers,
            "base": request.base,
        });
        Ok(Talk { chat, parts, today: request.today.to_owned() })
    }

    /// The answer to the conversation: from the cache, else from the model.
    fn answer(&mut self, talk: &Talk) -> Result<String, Diagnostics> {
        let later: Vec<&str> = talk.chat.turns.iter().skip(1).map(|turn| turn.text.as_str()).collect();
        let key = cache::key(&json!({ "request": talk.parts, "later": later }));
        if let Some(entry) = self.cache.find(&key, self.client.unix(), &talk.today) {
            tracing::info!(target: "synth::draft", key, rung = entry.rung, saved = entry.saved, "answer from the cache");
            self.model_reported = entry.model_reported;
            return Ok(entry.answer);
        }
        if self.config.cache.mode == CacheMode::Replay {
            return Err(report::replay_miss(&self.config, &key).into());
        }
        if self.lacks_key() {
            return Err(report::no_key(&self.config).into());
        }
        let completion = self.client.complete(&talk.chat);
        let completion = completion.map_err(|failure| report::diagnostic(&self.config, &failure))?;
        self.look_for_cut(talk, &completion);
        self.keep(&key, talk, &completion);
        self.model_reported = completion.model_reported;
        Ok(completion.text)
    }

    /// Whether the provider's own servers are to be asked without a key.
    fn lacks_key(&self) -> bool {
        let has_key = self.config.keys.iter().any(|key| !key.is_empty()) || !self.config.headers.is_empty();
        let provider = self.config.provider;
        provider.needs_key() && !has_key && host(&self.config.base_url()) == host(provider.default_base_url())
    }

    /// Servers that run models locally cut long prompts without a word; the count of tokens shows it.
    fn look_for_cut(&mut self, talk: &Talk, completion: &Completion) {
        let (read, sent) = (completion.tokens.input, estimate::chat(&talk.chat, true));
        if self.config.provider == Provider::Ollama && read > 0 && read * 3 < sent {
            let text = format!(
                "the server has read {read} tokens of a prompt of about {sent}: it was probably cut; take `--prompt-size small`"
            );
            tracing::warn!(target: "synth::draft", "{text}");
            self.warnings.push(text);
        }
    }

    fn keep(&self, key: &str, talk: &Talk, completion: &Completion) {
        self.cache.learn(&endpoint(&self.config), &self.client.manner);
        let entry = Entry {
            saved: self.client.unix(),
            today: talk.today.clone(),
            provider: self.config.provider.name().to_owned(),
            host: host(&self.config.base_url()),
            model: self.config.model().to_owned(),
            model_reported: completion.model_reported.clone(),
            request_id: completion.request_id.clone(),
            prompt_version: prompt::VERSION.to_owned(),
            rung: self.client.manner.rung.name().to_owned(),
            tokens: (completion.tokens.input, completion.tokens.output),
            request: wire::ask(&self.config, &talk.chat, &self.client.manner).body,
            answer: completion.text.clone(),
        };
        self.cache.keep(key, &entry);
    }

    /// Asks until the answer has the form of a draft, or no repair turn is left.
    fn converse(&mut self, mut talk: Talk) -> Result<Proposal, Diagnostics> {
        loop {
            let answer = self.answer(&talk)?;
            self.response_sha256 = sha256(answer.as_bytes());
            let read = read(&answer);
            self.last_answer.clone_from(&answer);
            talk.chat.turns.push(Turn::assistant(answer));
            let problems = match read {
                Ok(ir) => {
                    self.talk = Some(talk);
                    return Ok(Proposal { ir, not_understood: Vec::new() });
                }
                Err(problems) => problems,
            };
            if self.repairs >= self.config.max_repairs {
                self.talk = Some(talk);
                return Err(report::no_draft(&self.config, &problems).into());
            }
            self.take_turn(&mut talk, &problems);
        }
    }

    fn take_turn(&mut self, talk: &mut Talk, problems: &[String]) {
        self.repairs += 1;
        tracing::info!(target: "synth::draft", repair = self.repairs, problems = problems.len(), "repair turn");
        talk.chat.turns.push(Turn::user(prompt::repair(problems)));
    }
}

impl Drafter for Model {
    fn draft(&mut self, request: &Request<'_>) -> Result<Proposal, Diagnostics> {
        let talk = self.talk_of(request)?;
        let (prose_bytes, prose_sha256) = (request.prose.len(), sha256(request.prose.as_bytes()));
        tracing::info!(target: "synth::draft", prose_bytes, prose_sha256, estimated_tokens = estimate::chat(&talk.chat, false), "draft");
        self.repairs = 0;
        self.converse(talk)
    }

    fn repair(&mut self, problems: &[String]) -> Result<Option<Proposal>, Diagnostics> {
        if self.repairs >= self.config.max_repairs || problems.is_empty() {
            return Ok(None);
        }
        let Some(mut talk) = self.talk.take() else { return Ok(None) };
        self.take_turn(&mut talk, problems);
        self.converse(talk).map(Some)
    }

    fn provenance(&self) -> Provenance {
        Provenance {
            drafter: self.config.provider.name().to_owned(),
            model: self.config.model().to_owned(),
            model_reported: self.model_reported.clone(),
            prompt_version: prompt::VERSION.to_owned(),
            response_sha256: self.response_sha256.clone(),
        }
    }

    fn usage(&self) -> Usage {
        let spent = self.client.spent;
        Usage {
            input_tokens: spent.tokens.input,
            cached_tokens: spent.tokens.cached,
            output_tokens: spent.tokens.output,
            reasoning_tokens: spent.tokens.reasoning,
            requests: spent.requests,
            repairs: u64::from(self.repairs),
        }
    }
}

/// The draft in an answer.
fn read(answer: &str) -> Result<Ir, Vec<String>> {
    let none = || vec!["the answer has no JSON object in it, or one that is cut off".to_owned()];
    let text = extract::object(answer).ok_or_else(none)?;
    parse::parse(text).map_err(|problems| problems.iter().map(ToString::to_string).collect())
}

/// What an endpoint is remembered by.
fn endpoint(config: &Config) -> String {
    let base = config.base_url();
    let base = base.split('?').next().unwrap_or_default();
    let base = base.split_once('@').map_or(base, |(_, host)| host);
    format!("{base} {}", config.model())
}

/// The conversation's beginning.
pub(super) fn chat(config: &Config, request: &Request<'_>) -> Chat {
    // A long enum of names makes too many states for Gemini; the catalogue has them.
    let names = match config.provider {
        Provider::Gemini => GeneratorNames::Any,
        Provider::OpenAi | Provider::Anthropic | Provider::Ollama => GeneratorNames::Listed,
    };
    Chat {
        system: prompt::system(config.prompt_size),
        turns: vec![Turn::user(prompt::user(request))],
        schema: schema(names),
        max_output_tokens: config.max_output_tokens,
    }
}
