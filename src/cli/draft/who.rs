//! Settings and keys -> who drafts.

use crate::config::{Settings, Wallet, choose};
use crate::diag::Diagnostics;
use crate::draft::llm::{Model, Secret};
use crate::draft::offline::Offline;
use crate::draft::{Drafter, Proposal, Provenance, Request, Usage};

/// Who drafts.
pub enum Author {
    /// The grammar.
    Offline(Offline),
    /// A model.
    Model(Box<Model>),
}

/// Who drafts, and why.
pub struct Chosen {
    /// Who.
    pub author: Author,
    /// Why, as half a sentence.
    pub why: String,
    /// What must never be written anywhere.
    pub secrets: Vec<Secret>,
    /// Warnings about keys.
    pub warnings: Diagnostics,
}

/// Chooses; a run that sends nothing needs no key.
///
/// # Errors
/// As [`choose`] and [`Model::new`].
pub fn find(settings: &Settings, sends: bool) -> Result<Chosen, Diagnostics> {
    let choice = choose(settings, &Wallet::OF_PROCESS, sends)?;
    let Some(provider) = choice.provider else {
        let author = Author::Offline(Offline);
        return Ok(Chosen { author, why: choice.why, secrets: Vec::new(), warnings: choice.warnings });
    };
    let config = settings.model(provider, choice.keys.as_ref())?;
    let secrets = config.secrets();
    let author = Author::Model(Box::new(Model::new(config)?));
    Ok(Chosen { author, why: choice.why, secrets, warnings: choice.warnings })
}

impl Author {
    /// The model, if it is one.
    pub fn model(&self) -> Option<&Model> {
        match self {
            Self::Offline(_) => None,
            Self::Model(model) => Some(model),
        }
    }

    fn drafter(&self) -> &dyn Drafter {
        match self {
            Self::Offline(offline) => offline,
            Self::Model(model) => model.as_ref(),
        }
    }

    fn drafter_mut(&mut self) -> &mut dyn Drafter {
        match self {
            Self::Offline(offline) => offline,
            Self::Model(model) => model.as_mut(),
        }
    }
}

impl Drafter for Author {
    fn draft(&mut self, request: &Request<'_>) -> Result<Proposal, Diagnostics> {
        self.drafter_mut().draft(request)
    }

    fn repair(&mut self, problems: &[String]) -> Result<Option<Proposal>, Diagnostics> {
        self.drafter_mut().repair(problems)
    }

    fn lets_go(&self) -> bool {
        self.drafter().lets_go()
    }

    fn provenance(&self) -> Provenance {
        self.drafter().provenance()
    }

    fn usage(&self) -> Usage {
        self.drafter().usage()
    }
}
