//! The environment, key files and the system's keyring -> the [`Keys`] of a provider, never shown and with where they came from.

#![expect(clippy::disallowed_methods, reason = "keys come from the environment and from files")]

use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::layer::Source;
use super::settings::Settings;
use crate::diag::Diagnostic;
use crate::draft::llm::provider::ALL;
use crate::draft::llm::{KeyHeader, Provider, Secret};

/// The largest file of keys that is read, in bytes.
const MAX_BYTES: u64 = 64 << 10;

/// The last number behind a variable's name: `OPENAI_API_KEY_2` to `OPENAI_API_KEY_9`.
const MAX_NUMBER: u32 = 9;

/// Keys of a provider; the next one is used where one is limited or used up.
#[derive(Debug, Clone)]
pub struct Keys {
    /// The keys, at least one.
    pub secrets: Vec<Secret>,
    /// Where they came from.
    pub origin: Origin,
    /// How they go into a request, where they themselves decide that.
    pub header: KeyHeader,
}

/// Where keys came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Variables of the environment, this one first.
    Env(&'static str),
    /// A file.
    File(PathBuf),
    /// The system's keyring.
    Keyring,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Env(name) => f.write_str(name),
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Keyring => f.write_str("the keyring"),
        }
    }
}

/// Variables that hold keys of a provider, the stronger first.
pub fn variables(provider: Provider) -> &'static [(&'static str, KeyHeader)] {
    use KeyHeader::{Bearer, Usual};
    match provider {
        Provider::OpenAi => &[("OPENAI_API_KEY", Usual)],
        Provider::Anthropic => &[("ANTHROPIC_API_KEY", Usual), ("ANTHROPIC_AUTH_TOKEN", Bearer)],
        Provider::Gemini => &[("GOOGLE_API_KEY", Usual), ("GEMINI_API_KEY", Usual)],
        Provider::Ollama => &[("OLLAMA_API_KEY", Bearer)],
    }
}

/// The keys of a provider in the environment. A variable may hold several with commas between them, and `NAME_2` to `NAME_9`
/// hold more.
///
/// # Errors
/// `E1274` for a key that no request can carry.
pub fn of_env(provider: Provider, env: &dyn Fn(&str) -> Option<String>) -> Result<Option<Keys>, Diagnostic> {
    for (name, header) in variables(provider) {
        let numbered = (2..=MAX_NUMBER).map(|number| format!("{name}_{number}"));
        let texts = std::iter::once((*name).to_owned()).chain(numbered).filter_map(|name| env(&name));
        let secrets = secrets(texts.collect::<Vec<_>>().iter().flat_map(|text| text.split(',')));
        if !secrets.is_empty() {
            return usable(secrets, Origin::Env(name), header.clone()).map(Some);
        }
    }
    Ok(None)
}

/// The keys in a file, one a line; empty lines and lines that begin with `#` are none. The warning says that others can read it.
///
/// # Errors
/// `E1269` when it cannot be read or has no key in it; `E1274` for a key that no request can carry.
pub fn of_file(path: &Path) -> Result<(Keys, Option<Diagnostic>), Diagnostic> {
    let cannot = |why: String| {
        Diagnostic::error("E1269", format!("no key can be read from `{}`", path.display()))
            .note(why)
            .help("write the key into the file, on a line of its own, and give yourself permission to read it")
    };
    let mut text = String::new();
    let file = File::open(path).map_err(|error| cannot(error.to_string()))?;
    let warning = readable_by_others(&file, path);
    file.take(MAX_BYTES).read_to_string(&mut text).map_err(|error| cannot(error.to_string()))?;
    let secrets =
        secrets(text.trim_start_matches('\u{feff}').lines().filter(|line| !line.trim_start().starts_with('#')));
    match secrets.is_empty() {
        true => Err(cannot("there is no line with a key in it".to_owned())),
        false => usable(secrets, Origin::File(path.to_owned()), KeyHeader::Usual).map(|keys| (keys, warning)),
    }
}

/// All keys that are at hand, of whichever provider: what no log and no session may hold.
pub fn in_sight(settings: &Settings, env: &dyn Fn(&str) -> Option<String>) -> Vec<Secret> {
    let of_env = ALL.into_iter().filter_map(|provider| of_env(provider, env).ok().flatten());
    let of_file = settings.draft.api_key_file.value.as_deref().and_then(|path| of_file(path).ok());
    of_env.chain(of_file.map(|(keys, _)| keys)).flat_map(|keys| keys.secrets).collect()
}

fn secrets<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<Secret> {
    texts.map(Secret::new).filter(|secret| !secret.is_empty()).collect()
}

/// The keys, if all of them fit into a header.
pub(super) fn usable(secrets: Vec<Secret>, origin: Origin, header: KeyHeader) -> Result<Keys, Diagnostic> {
    match secrets.iter().all(Secret::is_header_safe) {
        true => Ok(Keys { secrets, origin, header }),
        false => Err(unsendable(&origin.to_string())),
    }
}

/// `E1274`: what is in `origin` is no key.
pub fn unsendable(origin: &str) -> Diagnostic {
    Diagnostic::error("E1274", format!("what is in {origin} is no key: it has blanks, control characters or other letters than ASCII in it"))
        .help("copy the key again, without quotes or words around it; several stand on lines of their own in a file, or have commas between them in a variable")
}

#[cfg(unix)]
fn readable_by_others(file: &File, path: &Path) -> Option<Diagnostic> {
    use std::os::unix::fs::PermissionsExt;
    let mode = file.metadata().ok().filter(std::fs::Metadata::is_file)?.permissions().mode();
    (mode & 0o077 != 0).then(|| {
        Diagnostic::warning("W1260", format!("others can read the key file `{}`", path.display()))
            .help(format!("run `chmod 600 {}`", path.display()))
    })
}

#[cfg(not(unix))]
fn readable_by_others(_: &File, _: &Path) -> Option<Diagnostic> {
    None
}

/// Where keys are looked for.
pub struct Wallet<'w> {
    /// Gives a variable of the environment.
    pub env: &'w dyn Fn(&str) -> Option<String>,
    /// Asks the system's keyring for a provider's key: `Ok(None)` where it has none, else why it cannot be asked.
    pub keyring: &'w dyn Fn(Provider) -> Result<Option<Secret>, String>,
}

/// What was found of a provider's keys.
#[derive(Debug, Default)]
pub struct Found {
    /// The keys, if there are any.
    pub keys: Option<Keys>,
    /// Warnings, such as of a file that others can read.
    pub warning: Option<Diagnostic>,
    /// Why the keyring could not be asked.
    pub keyring_note: Option<String>,
}

impl Wallet<'_> {
    /// The keys of a provider that was named: of the file that a flag names, of the environment, of the file of the settings,
    /// of the keyring; the first place that has any.
    ///
    /// # Errors
    /// `E1269`, `E1274`: a file was named and has none; a key cannot be sent.
    pub fn find(&self, provider: Provider, settings: &Settings) -> Result<Found, Diagnostic> {
        let file = &settings.draft.api_key_file;
        let from_file =
            |path: &Path| of_file(path).map(|(keys, warning)| Found { keys: Some(keys), warning, keyring_note: None });
        match &file.value {
            Some(path) if matches!(file.source, Source::Flag(_)) => return from_file(path),
            _ => {}
        }
        if let Some(keys) = of_env(provider, self.env)? {
            return Ok(Found { keys: Some(keys), ..Found::default() });
        }
        match &file.value {
            Some(path) => from_file(path),
            None if settings.draft.keyring.value && provider.needs_key() => self.find_in_keyring(provider),
            None => Ok(Found::default()),
        }
    }

    fn find_in_keyring(&self, provider: Provider) -> Result<Found, Diagnostic> {
        match (self.keyring)(provider) {
            Ok(None) => Ok(Found::default()),
            Ok(Some(secret)) => {
                let keys = usable(vec![secret], Origin::Keyring, KeyHeader::Usual)?;
                Ok(Found { keys: Some(keys), ..Found::default() })
            }
            Err(why) => Ok(Found { keyring_note: Some(why), ..Found::default() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn env_of(provider: Provider, env: &[(&str, &str)]) -> Result<Option<Keys>, Diagnostic> {
        of_env(provider, &|name| env.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned()))
    }

    #[test]
    fn several_keys_of_the_environment_are_found_in_order() {
        let env = [("OPENAI_API_KEY", "a, b,"), ("OPENAI_API_KEY_3", "c"), ("OPENAI_API_KEY_10", "d")];
        let keys = env_of(Provider::OpenAi, &env).expect("usable").expect("there");
        assert_eq!(keys.secrets, ["a", "b", "c"].map(Secret::new));
        assert_eq!(env_of(Provider::OpenAi, &[("OPENAI_API_KEY", " ")]).expect("usable").map(|keys| keys.origin), None);
    }

    #[test]
    fn the_variable_that_the_providers_put_first_wins_and_decides_the_header() {
        let origin = |provider, env: &[(&str, &str)]| {
            let keys = env_of(provider, env).expect("usable").expect("there");
            (keys.origin.to_string(), keys.header)
        };
        let both = [("GEMINI_API_KEY", "a"), ("GOOGLE_API_KEY", "b")];
        assert_eq!(origin(Provider::Gemini, &both), ("GOOGLE_API_KEY".to_owned(), KeyHeader::Usual));
        let token = [("ANTHROPIC_AUTH_TOKEN", "a")];
        assert_eq!(origin(Provider::Anthropic, &token), ("ANTHROPIC_AUTH_TOKEN".to_owned(), KeyHeader::Bearer));
    }

    #[test]
    fn what_cannot_be_sent_is_refused_without_being_shown() {
        let refused = env_of(Provider::OpenAi, &[("OPENAI_API_KEY", "sk-my key")]).expect_err("a blank");
        assert_eq!(refused.code, "E1274");
        assert!(refused.message.contains("OPENAI_API_KEY") && !format!("{refused:?}").contains("sk-my"));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_has_a_key_a_line_and_others_should_not_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("keys");
        std::fs::write(&path, "# of the team\nsk-1\n\n  sk-2  \n").expect("a file");
        let read = |mode| {
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).expect("set");
            of_file(&path).expect("keys")
        };
        let (keys, warning) = read(0o644);
        assert_eq!(
            (keys.secrets, warning.map(|warning| warning.code)),
            (["sk-1", "sk-2"].map(Secret::new).to_vec(), Some("W1260"))
        );
        assert_eq!(read(0o600).1, None);
        std::fs::write(&path, "# nothing\n").expect("a file");
        assert_eq!(of_file(&path).expect_err("empty").code, "E1269");
        assert_eq!(of_file(&folder.path().join("nowhere")).expect_err("missing").code, "E1269");
    }
}
