//! `synth config`: what settings hold and where they were said, what they mean, where they are, and keys in the keyring.

mod key;
mod show;

pub use show::reference;

use std::io;
use std::path::Path;

use serde_json::{Value, json};

use super::args::{Config, ConfigAction, SettingsFile};
use super::exit::Exit;
use super::lookup;
use super::report::Reporter;
use super::terminal::{self, Terminal};
use crate::config::{self, Choice, Inputs, Places, Settings, Wallet, defs};
use crate::diag::Diagnostics;

/// Runs `synth config`.
///
/// # Errors
/// Standard output cannot be written.
pub fn run(args: &Config, terminal: Terminal) -> io::Result<Exit> {
    match (&args.action, &args.explain) {
        (Some(ConfigAction::SetKey(key)), _) => key::set(key, terminal),
        (Some(ConfigAction::RemoveKey(key)), _) => key::remove(key, terminal),
        (Some(ConfigAction::Path(args)), _) => {
            with_settings(&args.file, terminal, |settings| paths(settings, &args.file, args.json))
        }
        (None, Some(key)) => explain(key, args, terminal),
        (None, None) => with_settings(&args.file, terminal, |settings| {
            let choice = config::choose(settings, &Wallet::OF_PROCESS, true);
            lookup::put(args.json, || show::json(settings, &choice), || show::text(settings, &choice))
        }),
    }
}

/// Reads the settings, or reports what is wrong with them.
///
/// # Errors
/// The exit that they lead to.
pub fn settings(
    file: &SettingsFile,
    flags: Vec<(&'static str, String)>,
    reporter: &Reporter,
) -> Result<Settings, Exit> {
    config::read(&Inputs::of_process(flags, file.config.clone())).map_err(|refused| {
        let exits = refused.iter().map(|each| {
            reporter.report(&each.found, each.source.as_ref());
            Exit::of(&each.found)
        });
        exits.fold(Exit::Done, Exit::or)
    })
}

/// As [`settings`], for commands without flags of their own, and then does something with them.
pub fn with_settings(
    file: &SettingsFile,
    terminal: Terminal,
    then: impl FnOnce(&Settings) -> io::Result<Exit>,
) -> io::Result<Exit> {
    match settings(file, Vec::new(), &Reporter::new("full", terminal)) {
        Ok(settings) => then(&settings),
        Err(exit) => Ok(exit),
    }
}

fn explain(key: &str, args: &Config, terminal: Terminal) -> io::Result<Exit> {
    let Some(def) = defs::find(key) else {
        return Ok(lookup::unknown("setting", key, defs::DEFS.iter().map(|def| def.key), "synth config", terminal));
    };
    with_settings(&args.file, terminal, |settings| {
        lookup::put(args.json, || show::def_json(def, settings), || show::def_text(def, settings))
    })
}

/// Where settings, sessions and answers are.
#[expect(clippy::disallowed_methods, reason = "the command line says which files there are")]
fn paths(settings: &Settings, file: &SettingsFile, as_json: bool) -> io::Result<Exit> {
    let places = Places::of_process();
    let named = file.config.clone().or_else(|| config::variable("SYNTH_CONFIG").map(Into::into));
    let all = [
        ("user", places.user_file()),
        (if named.is_some() { "named" } else { "project" }, named.or_else(|| places.project_file())),
        ("sessions", settings.sessions.file.value.clone()),
        ("cache", Some(settings.cache.dir.value.clone())),
        ("log", settings.log.file.value.clone()),
    ];
    let json = || {
        all.iter().map(|(name, path)| json!({ "what": name, "path": path, "exists": path.as_deref().is_some_and(Path::exists) })).collect::<Value>()
    };
    let line = |(name, path): &(&str, Option<std::path::PathBuf>)| match path {
        Some(path) if path.exists() => format!("{name:<10}{}\n", path.display()),
        Some(path) => format!("{name:<10}{} (not there)\n", path.display()),
        None => format!("{name:<10}none\n"),
    };
    let page = if as_json { format!("{:#}\n", json()) } else { all.iter().map(line).collect() };
    terminal::put(&page).map(|()| Exit::Done)
}

/// What became of the choice of a drafter.
type Chosen = Result<Choice, Diagnostics>;
