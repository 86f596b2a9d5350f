//! Standard input -> a key in the system's keyring, without showing it; and out of it again.

use std::io::{self, BufRead, IsTerminal, Read};

use crate::cli::args::ConfigKey;
use crate::cli::exit::Exit;
use crate::cli::report::{Reporter, say};
use crate::cli::terminal::Terminal;
use crate::config::{keyring, keys};
use crate::diag::Diagnostic;
use crate::draft::llm::{Provider, Secret};

/// The longest key that is read.
const MAX_BYTES: u64 = 16 << 10;

/// Runs `synth config set-key`.
///
/// # Errors
/// Standard input cannot be read.
pub fn set(args: &ConfigKey, terminal: Terminal) -> io::Result<Exit> {
    let provider = provider(args);
    let key = read(provider)?;
    let secret = Secret::new(&key);
    if secret.is_empty() || !secret.is_header_safe() {
        return Ok(refuse(keys::unsendable("standard input"), terminal));
    }
    match keyring::set(provider, key.trim().to_owned()) {
        Ok(()) => {
            say(&format!("the keyring has the key of {} now\n", provider.title()));
            say(&format!(
                "it is used where {0} is named: `--provider {0}`, SYNTH_PROVIDER={0}, or in a settings file:\n",
                provider.name()
            ));
            say(&format!("  [draft]\n  provider = \"{}\"\n", provider.name()));
            Ok(Exit::Done)
        }
        Err(why) => Ok(refuse(unusable(provider, &why), terminal)),
    }
}

/// Runs `synth config remove-key`.
///
/// # Errors
/// None; the signature is that of all subcommands.
pub fn remove(args: &ConfigKey, terminal: Terminal) -> io::Result<Exit> {
    let provider = provider(args);
    match keyring::remove(provider) {
        Ok(true) => say(&format!("the keyring has no key of {} any more\n", provider.title())),
        Ok(false) => say(&format!("the keyring has had no key of {}\n", provider.title())),
        Err(why) => return Ok(refuse(unusable(provider, &why), terminal)),
    }
    Ok(Exit::Done)
}

fn provider(args: &ConfigKey) -> Provider {
    Provider::find(&args.provider).expect("the command line lists the providers")
}

fn unusable(provider: Provider, why: &str) -> Diagnostic {
    let names: Vec<&str> = keys::variables(provider).iter().map(|(name, _)| *name).collect();
    Diagnostic::error("E1270", "the system's keyring cannot be used")
        .note(why)
        .help(format!("keep the key in a variable ({}), or in a file that `--api-key-file` names", names.join(" or ")))
}

fn refuse(finding: Diagnostic, terminal: Terminal) -> Exit {
    let found = finding.into();
    Reporter::new("full", terminal).report(&found, None);
    Exit::of(&found)
}

/// The key: all of a pipe, or a line that a person writes and nobody sees.
fn read(provider: Provider) -> io::Result<String> {
    let mut key = String::new();
    let input = io::stdin();
    match input.is_terminal() {
        false => input.lock().take(MAX_BYTES).read_to_string(&mut key).map(drop)?,
        true => {
            say(&format!("key of {} (it is not shown): ", provider.title()));
            let unseen = Unseen::begin();
            let read = input.lock().take(MAX_BYTES).read_line(&mut key);
            drop(unseen);
            say("\n");
            read?;
        }
    }
    Ok(key)
}

/// While this lives the terminal does not show what is typed.
#[cfg(unix)]
struct Unseen(Option<rustix::termios::Termios>);

#[cfg(unix)]
impl Unseen {
    fn begin() -> Self {
        use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
        let before = tcgetattr(io::stdin()).ok();
        if let Some(mut now) = before.clone() {
            now.local_modes.remove(LocalModes::ECHO);
            if tcsetattr(io::stdin(), OptionalActions::Now, &now).is_err() {
                say("(the terminal shows it all the same) ");
            }
        }
        Self(before)
    }
}

#[cfg(unix)]
impl Drop for Unseen {
    fn drop(&mut self) {
        if let Some(before) = &self.0 {
            let _ = rustix::termios::tcsetattr(io::stdin(), rustix::termios::OptionalActions::Now, before);
        }
    }
}

/// Other systems show it: a pipe is the way there.
#[cfg(not(unix))]
struct Unseen;

#[cfg(not(unix))]
impl Unseen {
    fn begin() -> Self {
        say("(this terminal shows it; a pipe does not) ");
        Self
    }
}
