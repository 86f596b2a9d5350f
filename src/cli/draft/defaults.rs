//! A drafter and the settings -> a drafter whose new drafts have the locale and the format of the settings, where the description
//! says none.

use crate::config::Settings;
use crate::diag::Diagnostics;
use crate::draft::ir::{Assumption, Ir};
use crate::draft::{Drafter, Proposal, Provenance, Request, Usage};

/// A drafter with defaults.
pub struct WithDefaults<'d> {
    drafter: &'d mut dyn Drafter,
    locale: Option<&'d str>,
    format: Option<&'d str>,
    /// Whether a spec is changed, which has what it has.
    is_change: bool,
}

impl<'d> WithDefaults<'d> {
    /// A drafter with the defaults of the settings.
    pub fn new(drafter: &'d mut dyn Drafter, settings: &'d Settings) -> Self {
        let (locale, format) = (settings.draft.locale.value.as_deref(), settings.draft.format.value.as_deref());
        Self { drafter, locale, format, is_change: false }
    }

    fn filled(&self, mut proposal: Proposal) -> Proposal {
        if !self.is_change {
            fill(&mut proposal.ir, self.locale, self.format);
        }
        proposal
    }
}

impl Drafter for WithDefaults<'_> {
    fn draft(&mut self, request: &Request<'_>) -> Result<Proposal, Diagnostics> {
        self.is_change = request.base.is_some();
        self.drafter.draft(request).map(|proposal| self.filled(proposal))
    }

    fn repair(&mut self, problems: &[String]) -> Result<Option<Proposal>, Diagnostics> {
        Ok(self.drafter.repair(problems)?.map(|proposal| self.filled(proposal)))
    }

    fn lets_go(&self) -> bool {
        self.drafter.lets_go()
    }

    fn provenance(&self) -> Provenance {
        self.drafter.provenance()
    }

    fn usage(&self) -> Usage {
        self.drafter.usage()
    }
}

/// Sets what is not said, says so, and asks no question about it.
fn fill(ir: &mut Ir, locale: Option<&str>, format: Option<&str>) {
    if let Some(locale) = locale.filter(|_| ir.locale.is_empty()) {
        locale.clone_into(&mut ir.locale);
        assume(ir, "locale", "the locale is that of the settings", locale);
    }
    if let Some(format) = format.filter(|_| ir.outputs.is_empty()) {
        ir.outputs = vec![format.to_owned()];
        assume(ir, "outputs", "the output format is that of the settings", format);
    }
}

fn assume(ir: &mut Ir, path: &str, text: &str, chosen: &str) {
    ir.questions.retain(|question| question.path != path);
    let taken = |id: &String| ir.assumptions.iter().any(|known| known.id == *id);
    let id = (1..).map(|number| format!("a{number}")).find(|id| !taken(id)).expect("numbers do not end");
    ir.assumptions.push(Assumption { id, path: path.to_owned(), text: text.to_owned(), chosen: chosen.to_owned() });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::ir::Question;

    #[test]
    fn only_what_the_description_leaves_open_is_taken_from_the_settings() {
        let asked = Question { id: "q1".to_owned(), path: "locale".to_owned(), ..Question::default() };
        let mut open = Ir { questions: vec![asked], ..Ir::default() };
        fill(&mut open, Some("de_DE"), Some("csv"));
        assert_eq!((&*open.locale, &*open.outputs, open.questions.len()), ("de_DE", &["csv".to_owned()][..], 0));
        assert_eq!(open.assumptions.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["a1", "a2"]);
        let said = Ir { locale: "fr_FR".to_owned(), outputs: vec!["json".to_owned()], ..Ir::default() };
        let mut kept = said.clone();
        fill(&mut kept, Some("de_DE"), Some("csv"));
        assert_eq!(kept, said);
    }
}
