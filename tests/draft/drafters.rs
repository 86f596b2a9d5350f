//! Drafters as the score sees them: a case in, an [`Outcome`] out.

use std::io::Write as _;
use std::process::{Command, Stdio};

use super::case::Case;
use super::check::Outcome;

/// The day that "today" is.
const TODAY: &str = "2025-06-30";

/// What drafts a case; `None` where it has nothing to say about it.
type Draft = Box<dyn Fn(&Case) -> Option<Outcome> + Sync>;

/// Something that drafts.
pub struct Drafter {
    /// Its name.
    pub name: String,
    /// What drafts.
    pub draft: Draft,
}

impl Drafter {
    /// The grammar.
    pub fn offline() -> Self {
        Self { name: "offline".to_owned(), draft: Box::new(|case| Some(by_command(case, &["--provider", "offline"]))) }
    }

    /// A model, asked by the command.
    fn model(provider: &'static str) -> Self {
        Self {
            name: provider.to_owned(),
            draft: Box::new(move |case| Some(by_command(case, &["--provider", provider]))),
        }
    }
}

/// Who can be asked here, and who cannot be and why. `PROVIDER` asks for one alone.
pub fn drafters() -> (Vec<Drafter>, Vec<String>) {
    let only = std::env::var("PROVIDER").ok().filter(|name| !name.is_empty());
    let mut known = Vec::new();
    let mut skipped = Vec::new();
    if only.as_deref().is_none_or(|only| only == "offline") {
        known.push(Drafter::offline());
    }
    for (provider, variables) in [
        ("openai", &["OPENAI_API_KEY"][..]),
        ("anthropic", &["ANTHROPIC_API_KEY"]),
        ("gemini", &["GEMINI_API_KEY", "GOOGLE_API_KEY"]),
        ("ollama", &[]),
    ] {
        let has_key = variables.iter().any(|name| std::env::var_os(name).is_some());
        match only.as_deref() {
            Some(only) if only == provider => known.push(Drafter::model(provider)),
            None if has_key => known.push(Drafter::model(provider)),
            None if variables.is_empty() => skipped.push(format!("{provider} (say PROVIDER={provider})")),
            None => skipped.push(format!("{provider} ({} is not set)", variables.join(" or "))),
            Some(_) => {}
        }
    }
    (known, skipped)
}

/// `synth draft` with a description on standard input.
fn by_command(case: &Case, arguments: &[&str]) -> Outcome {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = Command::new(env!("CARGO_BIN_EXE_synth"));
    command.args(["draft", "--from", "-", "--no-session", "--message-format", "short", "--now", TODAY]).args(arguments);
    command.current_dir(folder.path()).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = command.spawn().expect("the binary runs");
    let sent = running.stdin.take().expect("a pipe").write_all(case.prose.as_bytes());
    let done = running.wait_with_output().expect("it ends");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let spec = text(&done.stdout);
    let said = text(&done.stderr) + &sent.err().map(|error| error.to_string()).unwrap_or_default();
    Outcome { spec: (!spec.is_empty()).then_some(spec), exit: done.status.code().unwrap_or(-1), said }
}
