//! `synth draft`: the command line.

use std::path::PathBuf;

use clap::Args;

use super::{LogArgs, MessageFormat, SettingsFile, pair};

const HELP: &str = "\
The description:
  synth draft \"200 members of a gym, each with 1 to 3 contracts\" -o gym.yaml
  synth draft --from brief.txt -o gym.yaml       read it from a file; `-` is standard input
  synth draft \"...\" | synth build - --format csv -o out/

Who drafts: --provider, else the settings, else the first provider with a key (openai, anthropic,
gemini), else `offline`, which needs no network and no key. `synth config` shows the settings.

Questions and changes:
  synth draft \"...\" --answer q1=eur                answer a question of the draft
  synth draft \"...\" --interactive                  be asked, see rows, and change what is not right
  synth draft --revise gym.yaml \"refunds for 3% of the payments\"
  synth draft --resume                             go on with the last session";

/// `synth draft`.
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub struct Draft {
    /// The description; with --revise or --resume, what is to change
    #[arg(value_name = "TEXT")]
    pub text: Option<String>,
    /// Read the description from a file, or from standard input for `-`
    #[arg(long, value_name = "PATH", conflicts_with = "text")]
    pub from: Option<PathBuf>,
    /// Write the spec to this file; `-` and without it to standard output
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Replace a file that exists
    #[arg(long)]
    pub force: bool,
    /// Change this spec: what the text does not speak of stays, comments included
    #[arg(long, value_name = "SPEC", conflicts_with = "resume")]
    pub revise: Option<PathBuf>,
    /// With --revise: show the changes and write nothing
    #[arg(long, requires = "revise")]
    pub diff_only: bool,
    /// Go on with a session: its id, the beginning of its id, or the last one
    #[arg(long, value_name = "SESSION", num_args = 0..=1, default_missing_value = "last")]
    pub resume: Option<String>,
    /// Ask questions, show rows, take changes until the draft is accepted
    #[arg(short, long)]
    pub interactive: bool,
    /// Answer a question of the draft; may be repeated
    #[arg(long, value_name = "ID=ANSWER", value_parser = pair)]
    pub answer: Vec<(String, String)>,
    /// Fail when the draft has questions that no --answer answers
    #[arg(long)]
    pub fail_on_questions: bool,
    /// Fail when a number, share or list of the description is not used, or words were not understood
    #[arg(long)]
    pub strict: bool,
    /// What `now` means, such as 2025-01-31; today by default
    #[arg(long, value_name = "DATE")]
    pub now: Option<String>,
    #[command(flatten)]
    pub file: SettingsFile,
    /// Keep no session of this
    #[arg(long)]
    pub no_session: bool,
    /// Print the draft with all that belongs to it as JSON on standard output
    #[arg(long, conflicts_with = "interactive")]
    pub json: bool,
    /// Say nothing but errors
    #[arg(short, long)]
    pub quiet: bool,
    #[command(flatten)]
    pub form: MessageFormat,
    #[command(flatten)]
    pub model: ModelArgs,
    #[command(flatten)]
    pub log: LogArgs,
}

/// Who drafts, and how the model is reached. Everything here can be a setting, too.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Models (also settings, see `synth config`)")]
pub struct ModelArgs {
    /// Who drafts: offline, openai, anthropic, gemini or ollama
    #[arg(long, value_name = "NAME")]
    pub provider: Option<String>,
    /// The provider's model
    #[arg(long, value_name = "NAME")]
    pub model: Option<String>,
    /// Where the provider's interface is; for `openai` also any server that speaks its protocol
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// A file with the provider's key, or with several, one a line
    #[arg(long, value_name = "PATH")]
    pub api_key_file: Option<String>,
    /// What drafts when the model cannot be had: none or offline
    #[arg(long, value_name = "NAME")]
    pub fallback: Option<String>,
    /// Allow plain http to other machines
    #[arg(long)]
    pub allow_insecure: bool,
    /// Size of the prompt: auto, small or full
    #[arg(long, value_name = "SIZE")]
    pub prompt_size: Option<String>,
    /// Most tokens of one answer
    #[arg(long, value_name = "N")]
    pub max_output_tokens: Option<String>,
    /// Most repair turns
    #[arg(long, value_name = "N")]
    pub max_repairs: Option<String>,
    /// Most requests, retries included
    #[arg(long, value_name = "N")]
    pub max_requests: Option<String>,
    /// Most US dollars; needs a known price
    #[arg(long, value_name = "USD")]
    pub max_cost: Option<String>,
    /// Take prices of models from this file (TOML) instead of the table that comes with synth
    #[arg(long, value_name = "PATH")]
    pub prices: Option<String>,
    /// How long one answer may take, such as 90s
    #[arg(long, value_name = "DURATION")]
    pub timeout: Option<String>,
    /// Most retries of one request
    #[arg(long, value_name = "N")]
    pub retries: Option<String>,
    /// The first wait between two attempts, doubled for each further one
    #[arg(long, value_name = "DURATION")]
    pub retry_base: Option<String>,
    /// How long all requests and waits may take together
    #[arg(long, value_name = "DURATION")]
    pub budget: Option<String>,
    /// Most requests a minute
    #[arg(long, value_name = "N")]
    pub requests_per_minute: Option<String>,
    /// Cache of answers: auto, refresh or off
    #[arg(long, value_name = "MODE", conflicts_with = "replay")]
    pub cache: Option<String>,
    /// Folder of the cache
    #[arg(long, value_name = "PATH")]
    pub cache_dir: Option<String>,
    /// Answer from the cache alone; no request is sent
    #[arg(long)]
    pub replay: bool,
    /// Print the request and its estimated tokens, and send nothing
    #[arg(long)]
    pub dry_run: bool,
}

impl Draft {
    /// What is said of settings, by their keys.
    pub fn settings(&self) -> Vec<(&'static str, String)> {
        let ModelArgs { provider, model, base_url, api_key_file, fallback, prompt_size, .. } = &self.model;
        let ModelArgs { max_output_tokens, max_repairs, max_requests, max_cost, timeout, retries, .. } = &self.model;
        let ModelArgs { prices, retry_base, budget, requests_per_minute, cache, cache_dir, .. } = &self.model;
        let said = [
            ("draft.provider", provider),
            ("draft.model", model),
            ("draft.base_url", base_url),
            ("draft.api_key_file", api_key_file),
            ("draft.fallback", fallback),
            ("draft.prompt_size", prompt_size),
            ("draft.max_output_tokens", max_output_tokens),
            ("draft.max_repairs", max_repairs),
            ("draft.max_requests", max_requests),
            ("draft.max_cost", max_cost),
            ("draft.prices", prices),
            ("draft.timeout", timeout),
            ("draft.retries", retries),
            ("draft.retry_base", retry_base),
            ("draft.budget", budget),
            ("draft.requests_per_minute", requests_per_minute),
            ("cache.mode", cache),
            ("cache.dir", cache_dir),
        ];
        let flags = [
            (self.model.allow_insecure, "draft.allow_insecure", "true"),
            (self.strict, "draft.strict", "true"),
            (self.interactive, "draft.interactive", "true"),
            (self.no_session, "sessions.keep", "false"),
            (self.model.replay, "cache.mode", "replay"),
        ];
        let said = said.into_iter().filter_map(|(key, value)| Some((key, value.clone()?)));
        let flags = flags.into_iter().filter(|(is_set, ..)| *is_set).map(|(_, key, value)| (key, value.to_owned()));
        said.chain(flags).chain(self.log.flags()).collect()
    }
}
