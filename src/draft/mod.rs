//! A description in prose -> a spec that a person reviews. No row and no line of YAML comes from a model: a drafter fills the
//! [`ir::Ir`], everything behind it is code.
//!
//! | step | in -> out |
//! |---|---|
//! | [`text`] | prose -> tokens, and the numbers, dates, ranges and lists among them |
//! | [`Drafter`] | a [`Request`] -> a [`Proposal`]: [`offline`] by grammar, or [`llm`] by a model |
//! | [`ground`] | what the draft claims to have read is held against the prose; what the prose says and the draft leaves out is found |
//! | [`lower`] | [`ir::Ir`] -> the spec's text with its comments |

pub mod answers;
pub mod ground;
pub mod ir;
pub mod lexicon;
pub mod llm;
pub mod lower;
pub mod offline;
pub mod pipeline;
pub mod revise;
pub mod session;
pub mod text;
mod weaken;

use std::collections::BTreeMap;

use crate::diag::Diagnostics;
use ir::Ir;

/// What is to be drafted.
#[derive(Debug, Clone)]
pub struct Request<'r> {
    /// The description, as the person wrote it.
    pub prose: &'r str,
    /// The day (`2026-01-31`) that "today" means where the description does not say.
    pub today: &'r str,
    /// Answers to questions, by their ids.
    pub answers: &'r BTreeMap<String, String>,
    /// A draft that the description changes; what it does not speak of stays.
    pub base: Option<&'r Ir>,
}

/// What a drafter makes of a request.
#[derive(Debug, Clone, Default)]
pub struct Proposal {
    /// The draft.
    pub ir: Ir,
    /// Words of the description that the drafter did not understand.
    pub not_understood: Vec<String>,
}

/// What was used up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usage {
    /// Tokens that went in, cached ones included.
    pub input_tokens: u64,
    /// Tokens of these that the provider had cached.
    pub cached_tokens: u64,
    /// Tokens that came out, reasoning included.
    pub output_tokens: u64,
    /// Tokens of these that were reasoning.
    pub reasoning_tokens: u64,
    /// Requests that were sent.
    pub requests: u64,
    /// Repair turns among them.
    pub repairs: u64,
}

/// Who drafted, for the record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Provenance {
    /// `offline`, `openai`, `anthropic`, `gemini` or `ollama`.
    pub drafter: String,
    /// The model that was asked for; empty offline.
    pub model: String,
    /// The model that the provider says has answered.
    pub model_reported: String,
    /// The version of the prompt's templates, or of the grammar.
    pub prompt_version: String,
    /// SHA-256 of the last answer, in hexadecimal.
    pub response_sha256: String,
}

/// Something that turns descriptions into drafts.
pub trait Drafter {
    /// Drafts.
    ///
    /// # Errors
    /// Why there is no draft: the description contradicts itself (places point into the prose), or the model cannot be had.
    fn draft(&mut self, request: &Request<'_>) -> Result<Proposal, Diagnostics>;

    /// Another attempt after findings about the last one; `None` from drafters that would only say the same.
    ///
    /// # Errors
    /// As [`Drafter::draft`].
    fn repair(&mut self, problems: &[String]) -> Result<Option<Proposal>, Diagnostics>;

    /// Whether what cannot be built is left out of its drafts with a note, as it would only say the same again.
    fn lets_go(&self) -> bool {
        false
    }

    /// Who this is.
    fn provenance(&self) -> Provenance;

    /// What has been used up so far.
    fn usage(&self) -> Usage;
}
