//! Drafts -> sessions on disk, so that they can be shown and gone on with. Where the disk says no, the draft goes on without, and says so.

use std::path::{Path, PathBuf};

use crate::cli::report::say;
use crate::config::Settings;
use crate::diag::{Diagnostic, Diagnostics};
use crate::draft::Provenance;
use crate::draft::ir::Ir;
use crate::draft::llm::Secret;
use crate::draft::pipeline::{Failure, Outcome};
use crate::draft::session::{NewSession, Session, Status, Store, Turn, TurnKind};

/// The session of a draft.
pub struct Keeper {
    open: Option<(Store, PathBuf)>,
    id: Option<String>,
}

/// A session that is gone on with.
pub struct Resumed {
    /// The session.
    pub session: Session,
    /// The draft that it had come to.
    pub ir: Ir,
    /// The spec of that draft.
    pub spec: String,
}

impl Keeper {
    /// The store of the settings; sessions that are too old go. A store that cannot be had is a warning.
    pub fn open(settings: &Settings, secrets: Vec<Secret>, now: &str) -> Self {
        let sessions = &settings.sessions;
        let path = sessions.file.value.clone().filter(|_| sessions.keep.value);
        let open = path.and_then(|path| match Store::open(&path) {
            Ok(store) => Some((store.without_keys(secrets), path)),
            Err(error) => {
                warn(&error.diagnostic(&path));
                None
            }
        });
        let mut keeper = Self { open, id: None };
        let (days, count) = (sessions.keep_days.value, sessions.keep_count.value);
        keeper.with(|store, _| store.clean(now, days, count).map(drop));
        keeper
    }

    /// One that keeps nothing.
    pub fn none() -> Self {
        Self { open: None, id: None }
    }

    /// The session of a name, which the turns to come belong to.
    ///
    /// # Errors
    /// `E1271` to `E1273`; `E1286` when the session has no draft.
    pub fn resume(&mut self, name: &str) -> Result<Resumed, Diagnostics> {
        let Some((store, path)) = &self.open else { return Err(closed().into()) };
        let (session, turns) = store.get(name).map_err(|error| error.diagnostic(path))?;
        let last = turns.into_iter().rev().find(|turn| !turn.ir.is_empty());
        let Some(last) = last else { return Err(without_draft(&session.id).into()) };
        let ir = serde_json::from_str(&last.ir).map_err(|_| without_draft(&session.id))?;
        self.id = Some(session.id.clone());
        Ok(Resumed { session, ir, spec: last.spec })
    }

    /// Begins a session, unless one is gone on with.
    pub fn start(&mut self, at: &str, prose: &str, provenance: &Provenance, spec_path: Option<&Path>) {
        let spec_path = spec_path.map_or_else(String::new, |path| path.display().to_string());
        let Provenance { drafter, model, .. } = provenance;
        match self.id.clone() {
            Some(id) => self.with(|store, _| store.set_drafter(&id, drafter, model, &spec_path)),
            None => {
                let new = NewSession { at, prose, drafter, model, spec_path: &spec_path };
                let mut begun = None;
                self.with(|store, _| store.start(&new).map(|id| begun = Some(id)));
                self.id = begun;
            }
        }
    }

    /// Keeps a turn that led to a draft.
    pub fn drafted(&mut self, at: &str, kind: TurnKind, said: &str, outcome: &Outcome, status: Status) {
        let turn = Turn {
            at: at.to_owned(),
            kind,
            said: said.to_owned(),
            answers: outcome.answers.iter().map(|given| (given.id.clone(), given.answer.clone())).collect(),
            spec: outcome.spec.clone(),
            ir: serde_json::to_string(&outcome.ir).expect("a draft is JSON"),
            diagnostics: text(&outcome.findings),
            usage: outcome.usage,
            ..Turn::default()
        };
        self.add(&turn, &outcome.ir.title, status);
    }

    /// Keeps a turn that led to none.
    pub fn failed(&mut self, at: &str, kind: TurnKind, said: &str, failure: &Failure, status: Status) {
        let turn = Turn {
            at: at.to_owned(),
            kind,
            said: said.to_owned(),
            spec: failure.candidate.clone().unwrap_or_default(),
            diagnostics: text(&failure.found),
            usage: failure.usage,
            ..Turn::default()
        };
        self.add(&turn, "", status);
    }

    /// The id of the session.
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    fn add(&mut self, turn: &Turn, title: &str, status: Status) {
        if let Some(id) = self.id.clone() {
            self.with(|store, _| store.add_turn(&id, turn, title, status).map(drop));
        }
    }

    /// Does something with the store; after a failure there is none any more.
    fn with(&mut self, change: impl FnOnce(&mut Store, &Path) -> Result<(), crate::draft::session::StoreError>) {
        let Some((store, path)) = &mut self.open else { return };
        if let Err(error) = change(store, path) {
            warn(&error.diagnostic(path));
            self.open = None;
        }
    }
}

fn warn(found: &Diagnostic) {
    let notes: String = found.notes.iter().map(|note| format!(" ({note})")).collect();
    say(&format!("warning: this draft is not kept as a session: {}{notes}\n", found.message));
}

/// Findings on lines of their own.
fn text(found: &Diagnostics) -> String {
    found.iter().map(|finding| format!("{}: {}\n", finding.code, finding.message)).collect()
}

fn closed() -> Diagnostic {
    Diagnostic::error(
        "E1286",
        "there are no sessions to go on with: keeping them is off, or their database cannot be used",
    )
    .help("`synth config` shows `sessions.keep` and `sessions.file` with their sources")
}

fn without_draft(id: &str) -> Diagnostic {
    Diagnostic::error("E1286", format!("session `{id}` has no draft to go on with"))
        .note("its description was refused, or its model could not be had")
        .help(format!("draft anew; `synth sessions show {id}` has the description"))
}
