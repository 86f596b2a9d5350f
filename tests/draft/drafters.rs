//! Drafters as the score sees them: a case in, an [`Outcome`] out.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use synth::diag::Diagnostics;
use synth::draft::ir::parse;
use synth::draft::offline::Offline;
use synth::draft::pipeline::{Options, draft};
use synth::draft::{self, Proposal, Provenance, Request, Usage};

use super::case::Case;
use super::check::Outcome;
use crate::support::alone;

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
    /// The grammar: by the library, and by the command where its exit code or its reading of the description matters.
    pub fn offline() -> Self {
        let draft = |case: &Case| {
            let is_odd = case.may_refuse || !case.refuses.is_empty() || case.tests.iter().any(|test| test == "hostile");
            match is_odd {
                true => Some(by_command(case, "offline")),
                false => Some(by_library(case, &mut Offline)),
            }
        };
        Self { name: "offline".to_owned(), draft: Box::new(draft) }
    }

    /// What stands behind a model, by the answers in `recorded/`, which were written by hand as a model could write them.
    pub fn recorded() -> Self {
        let draft = |case: &Case| Some(by_library(case, &mut Recorded::of(&case.id)?));
        Self { name: "answers written by hand".to_owned(), draft: Box::new(draft) }
    }

    /// A model, asked by the command.
    fn model(provider: &'static str) -> Self {
        Self { name: provider.to_owned(), draft: Box::new(move |case| Some(by_command(case, provider))) }
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

/// The pipeline without the command around it.
fn by_library(case: &Case, drafter: &mut dyn draft::Drafter) -> Outcome {
    let answers = BTreeMap::new();
    let request = Request { prose: &case.prose, today: TODAY, answers: &answers, base: None };
    let lines = |found: &Diagnostics| {
        let lines = found.iter().map(|found| format!("{:?}[{}]: {}\n", found.severity, found.code, found.message));
        lines.collect::<String>().to_lowercase()
    };
    match draft(&request, drafter, Options { is_strict: false, max_repairs: 0 }) {
        Ok(outcome) => Outcome { spec: Some(outcome.spec), exit: 0, said: lines(&outcome.findings) },
        Err(failure) => Outcome { spec: None, exit: 1, said: lines(&failure.found) },
    }
}

/// `synth draft` with a description on standard input.
fn by_command(case: &Case, provider: &str) -> Outcome {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = Command::new(env!("CARGO_BIN_EXE_synth"));
    alone(&mut command, &folder.path().join(".home"));
    command.args(["draft", "--from", "-", "--no-session", "--message-format", "short", "--now", TODAY]);
    command.args(["--provider", provider]).current_dir(folder.path());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = command.spawn().expect("the binary runs");
    let sent = running.stdin.take().expect("a pipe").write_all(case.prose.as_bytes());
    let done = running.wait_with_output().expect("it ends");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let spec = text(&done.stdout);
    let said = text(&done.stderr) + &sent.err().map(|error| error.to_string()).unwrap_or_default();
    Outcome { spec: (!spec.is_empty()).then_some(spec), exit: done.status.code().unwrap_or(-1), said }
}

/// A drafter with one answer.
struct Recorded {
    answer: String,
}

impl Recorded {
    /// The answer to a case.
    fn of(id: &str) -> Option<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/draft/recorded");
        let answer = std::fs::read_to_string(folder.join(id).with_extension("json")).ok()?;
        Some(Self { answer })
    }
}

impl draft::Drafter for Recorded {
    fn draft(&mut self, _request: &Request<'_>) -> Result<Proposal, Diagnostics> {
        let ir = parse::parse(&self.answer).unwrap_or_else(|problems| panic!("{problems:?}"));
        Ok(Proposal { ir, not_understood: Vec::new() })
    }

    fn repair(&mut self, _problems: &[String]) -> Result<Option<Proposal>, Diagnostics> {
        Ok(None)
    }

    fn provenance(&self) -> Provenance {
        Provenance { drafter: "recorded".to_owned(), ..Provenance::default() }
    }

    fn usage(&self) -> Usage {
        Usage::default()
    }
}
