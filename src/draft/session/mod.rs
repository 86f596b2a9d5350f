//! What was said and drafted in a conversation -> a database of sessions that can be listed, shown and gone on with. Reads and
//! writes the disk. Every turn is one transaction, so that neither a crash nor another process leaves half of one.

mod id;
mod schema;
mod store;

pub use store::{NewSession, Store};

use std::collections::BTreeMap;
use std::path::Path;

use super::Usage;
use crate::diag::Diagnostic;

/// What became of a session.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Status {
    /// Nothing has been decided.
    #[default]
    Open,
    /// The draft has been written or accepted.
    Accepted,
    /// There is no draft.
    Failed,
}

/// What a turn was.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TurnKind {
    /// The first draft of a description.
    #[default]
    Draft,
    /// Answers to questions.
    Answers,
    /// "Change this".
    Change,
    /// A change of a spec that was there.
    Revise,
}

/// Words for a database.
macro_rules! words {
    ($type:ty: $($variant:ident $word:literal),+) => {
        impl $type {
            /// The word for it.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// What a word stands for.
            pub fn find(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

words!(Status: Open "open", Accepted "accepted", Failed "failed");
words!(TurnKind: Draft "draft", Answers "answers", Change "change", Revise "revise");

/// One turn of a session.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Turn {
    /// Its number, from 1; given by the store.
    pub number: u64,
    /// When, as `2026-01-31T12:00:00Z`.
    pub at: String,
    /// What it was.
    pub kind: TurnKind,
    /// What the person wrote.
    pub said: String,
    /// Answers to questions by their ids.
    pub answers: BTreeMap<String, String>,
    /// The candidate spec; empty where there is none.
    pub spec: String,
    /// The draft's intermediate form as JSON; empty where there is none.
    pub ir: String,
    /// Findings as text; empty where there are none.
    pub diagnostics: String,
    /// What it cost.
    pub usage: Usage,
}

/// A session without its turns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: String,
    /// When it began, as `2026-01-31T12:00:00Z`.
    pub created_at: String,
    /// When it was last gone on with.
    pub updated_at: String,
    /// The draft's title; empty where there is none.
    pub title: String,
    /// The description.
    pub prose: String,
    /// `offline` or a provider.
    pub drafter: String,
    /// The model; empty offline.
    pub model: String,
    /// Where the spec was written; empty for standard output.
    pub spec_path: String,
    /// What became of it.
    pub status: Status,
    /// How many turns it has.
    pub turns: u64,
}

/// Why the store cannot do something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// The file is no database, or a broken one.
    Damaged(String),
    /// It was written by a later release.
    Newer {
        /// Its version.
        theirs: i64,
        /// The last version that is known here.
        ours: i64,
    },
    /// It is another program's database.
    Foreign,
    /// Another process holds it.
    Busy,
    /// The system says no.
    Failed(String),
    /// There is no such session.
    Unknown(String),
    /// Several sessions begin so.
    Ambiguous(String, Vec<String>),
}

impl StoreError {
    /// The finding about the database at `path`: `E1271` it cannot be opened or written; `E1272` it is damaged, newer or
    /// another program's; `E1273` no or no single session of that name.
    pub fn diagnostic(&self, path: &Path) -> Diagnostic {
        let file = path.display();
        let unusable = |why: String| {
            Diagnostic::error("E1272", format!("`{file}` is no database of sessions that can be used"))
                .note(why)
                .help("move it away, and a new one is made; or name another in `sessions.file`")
        };
        let failed = |why: &str| {
            Diagnostic::error("E1271", format!("the database of sessions `{file}` cannot be used")).note(why.to_owned())
        };
        match self {
            Self::Damaged(why) => unusable(why.clone()),
            Self::Newer { theirs, ours } => {
                unusable(format!("its version is {theirs}, and this release of synth knows versions up to {ours}"))
                    .help("or use the release that wrote it")
            }
            Self::Foreign => unusable("it is a database of another program".to_owned()),
            Self::Busy => failed("another process has been writing to it for too long").help("try again"),
            Self::Failed(why) => failed(why).help("see to its folder, its permissions and the room on the disk"),
            Self::Unknown(id) => Diagnostic::error("E1273", format!("there is no session `{id}`"))
                .help("`synth sessions` lists them; the beginning of an id is enough, and `last` is the youngest"),
            Self::Ambiguous(id, several) => {
                Diagnostic::error("E1273", format!("several sessions begin with `{id}`: {}", several.join(", ")))
                    .help("write more of the id")
            }
        }
    }
}

#[cfg(test)]
mod tests;
