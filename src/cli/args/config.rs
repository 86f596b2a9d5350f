//! What was said about settings, logs and sessions.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};

use crate::draft::llm::provider;

/// Where settings are read from.
#[derive(Debug, Clone, Default, Args)]
pub struct SettingsFile {
    /// Read this settings file instead of the project's synth.toml
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// What is logged.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Log (also settings, see `synth config`)")]
pub struct LogArgs {
    /// Form of the log: off, text or json
    #[arg(long, value_name = "FORM")]
    pub log_format: Option<String>,
    /// Least grave events of the log: error, warn, info, debug or trace. Descriptions stand in it from debug on, keys never
    #[arg(long, value_name = "LEVEL")]
    pub log_level: Option<String>,
    /// Append the log to this file instead of writing it to standard error
    #[arg(long, value_name = "PATH")]
    pub log_file: Option<PathBuf>,
}

impl LogArgs {
    /// What is said, as settings.
    pub fn flags(&self) -> Vec<(&'static str, String)> {
        let file = self.log_file.as_ref().map(|path| path.display().to_string());
        let all = [("log.format", self.log_format.clone()), ("log.level", self.log_level.clone()), ("log.file", file)];
        all.into_iter().filter_map(|(key, said)| Some((key, said?))).collect()
    }
}

const CONFIG_HELP: &str = "\
Settings are read from flags, then from the environment, then from synth.toml (in the working folder
or above it, up to a folder with .git in it or the home folder; or the file of --config), then from your
own file (`synth config path`), then there are defaults. docs/settings.md describes them all.

  synth config                                what holds here, and where it was said
  synth config --explain draft.retries        what a setting does
  synth config set-key openai < key.txt       keep a key in the system's keyring";

/// `synth config`.
#[derive(Debug, Args)]
#[command(after_help = CONFIG_HELP, args_conflicts_with_subcommands = true)]
pub struct Config {
    /// What to do; without it, all settings are shown.
    #[command(subcommand)]
    pub action: Option<ConfigAction>,
    /// Describe this setting, such as draft.model
    #[arg(long, value_name = "KEY")]
    pub explain: Option<String>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub file: SettingsFile,
}

/// What `synth config` does.
#[derive(Debug, Subcommand)]
pub enum ConfigAction {
    /// Show where settings and sessions are kept
    Path(ConfigPath),
    /// Put a provider's key, from standard input, into the system's keyring
    SetKey(ConfigKey),
    /// Take a provider's key out of the system's keyring
    RemoveKey(ConfigKey),
}

/// `synth config path`.
#[derive(Debug, Args)]
pub struct ConfigPath {
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub file: SettingsFile,
}

/// `synth config set-key`, `synth config remove-key`.
#[derive(Debug, Args)]
pub struct ConfigKey {
    /// Whose key: openai, anthropic, gemini or ollama
    #[arg(value_name = "PROVIDER", value_parser = PossibleValuesParser::new(provider::ALL.map(provider::Provider::name)))]
    #[arg(hide_possible_values = true)]
    pub provider: String,
}

const SESSIONS_HELP: &str = "\
A session is named by its id, by the beginning of its id, or by `last`, the one that was last gone on
with. `synth draft --resume` goes on with one. Old sessions are removed after `sessions.keep_days`
days, and all but the `sessions.keep_count` youngest (`synth config`).

  synth sessions show last                    its turns
  synth sessions show last --spec > a.yaml    the spec that it came to
  synth sessions delete bodaki                remove one";

/// `synth sessions`.
#[derive(Debug, Args)]
#[command(after_help = SESSIONS_HELP, args_conflicts_with_subcommands = true)]
pub struct Sessions {
    /// What to do; without it, sessions are listed.
    #[command(subcommand)]
    pub action: Option<SessionsAction>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub file: SettingsFile,
}

/// What `synth sessions` does.
#[derive(Debug, Subcommand)]
pub enum SessionsAction {
    /// Show a session's turns
    Show(SessionsShow),
    /// Remove sessions
    Delete(SessionsDelete),
    /// Remove sessions that are old or too many, as the settings say
    Clean(SessionsClean),
}

/// `synth sessions show`.
#[derive(Debug, Args)]
pub struct SessionsShow {
    /// The session: its id, the beginning of it, or `last`
    #[arg(value_name = "ID", default_value = "last")]
    pub id: String,
    /// Print the last candidate spec, and nothing else
    #[arg(long, conflicts_with = "json")]
    pub spec: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub file: SettingsFile,
}

/// `synth sessions delete`.
#[derive(Debug, Args)]
pub struct SessionsDelete {
    /// The sessions: their ids, beginnings of ids, or `last`
    #[arg(value_name = "ID", required = true)]
    pub ids: Vec<String>,
    #[command(flatten)]
    pub file: SettingsFile,
}

/// `synth sessions clean`.
#[derive(Debug, Args)]
pub struct SessionsClean {
    #[command(flatten)]
    pub file: SettingsFile,
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use crate::cli::args::{Cli, Command};
    use crate::config::defs::DEFS;
    use crate::config::value::Kind;

    #[test]
    fn flags_of_the_table_of_settings_are_flags_of_draft_and_say_their_settings() {
        for def in DEFS {
            let Some(flag) = def.flag else { continue };
            let value = match (def.kind, def.default) {
                (Kind::Flag, _) => None,
                (Kind::OneOf(words), _) => Some(words[0]),
                (_, default) => Some(default.unwrap_or("1")),
            };
            let line = ["synth", "draft", "text", flag].into_iter().chain(value);
            let cli = Cli::try_parse_from(line).unwrap_or_else(|error| panic!("{flag}: {error}"));
            let Command::Draft(args) = cli.command else { panic!("`draft` was said") };
            let keys: Vec<&str> = args.settings().into_iter().map(|(key, _)| key).collect();
            assert_eq!(keys, [def.key], "{flag}");
        }
    }
}
