//! Prose -> a draft, by grammar: no network, no model, the same draft for ever.

pub mod clauses;
pub mod names;
pub mod scene;

use crate::diag::Diagnostics;
use crate::draft::text::Text;
use crate::draft::{Drafter, Proposal, Provenance, Request, Usage};
use scene::Scene;

/// The drafter that works by grammar.
#[derive(Debug, Clone, Copy, Default)]
pub struct Offline;

/// The version of the grammar, for the record.
const VERSION: &str = "grammar-1";

impl Drafter for Offline {
    fn draft(&mut self, request: &Request<'_>) -> Result<Proposal, Diagnostics> {
        let text = Text::new(request.prose);
        let mut scene = Scene::new(&text, request.today);
        scene.ir = request.base.cloned().unwrap_or_default();
        let proposal = Proposal { ir: scene.ir, not_understood: Vec::new() };
        scene.findings.into_result(proposal).map(|(proposal, _)| proposal)
    }

    fn repair(&mut self, _problems: &[String]) -> Result<Option<Proposal>, Diagnostics> {
        Ok(None)
    }

    fn provenance(&self) -> Provenance {
        Provenance { drafter: "offline".to_owned(), prompt_version: VERSION.to_owned(), ..Provenance::default() }
    }

    fn usage(&self) -> Usage {
        Usage::default()
    }
}
