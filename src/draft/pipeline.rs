//! [`Request`] + a [`Drafter`] -> [`Outcome`]: a spec that builds, with all that was assumed, asked and left out; or why not.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::answers::{self, Answer};
use super::ground::{self, Report};
use super::ir::Ir;
use super::ir::check::{Problem, mend, needs_clock};
use super::revise::lock;
use super::{Drafter, Proposal, Provenance, Request, Usage, lower, weaken};
use crate::compile::Compiled;
use crate::diag::{Diagnostic, Diagnostics, Span};

/// How strict a draft is held.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Whether what the draft leaves out of the description is an error.
    pub is_strict: bool,
    /// Most repair turns.
    pub max_repairs: u32,
}

/// A draft that builds.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The spec's text.
    pub spec: String,
    /// What it was made from.
    pub ir: Ir,
    /// The answers it goes by.
    pub answers: Vec<Answer>,
    /// Warnings about the description: what was not used or not understood. Places point into the prose.
    pub findings: Diagnostics,
    /// Words that were not understood.
    pub not_understood: Vec<String>,
    /// Who drafted.
    pub provenance: Provenance,
    /// What it took.
    pub usage: Usage,
    /// The spec as it was compiled when it was tried; `None` where this outcome was kept as a text.
    pub compiled: Option<Arc<Compiled>>,
}

/// Why there is no draft.
#[derive(Debug, Clone)]
pub struct Failure {
    /// Findings; places point into the prose.
    pub found: Diagnostics,
    /// The best candidate's text, for people who want to mend it by hand.
    pub candidate: Option<String>,
    /// What it took.
    pub usage: Usage,
}

/// A candidate: what came of one attempt.
#[derive(Clone)]
struct Candidate {
    ir: Ir,
    /// The draft before it was mended, by which problems count.
    unmended: Ir,
    spec: String,
    answers: Vec<Answer>,
    report: Report,
    problems: Vec<Problem>,
    compiled: Option<Arc<Compiled>>,
    not_understood: Vec<String>,
}

/// Drafts a spec.
///
/// # Errors
/// What the drafter says; `E1280` and `E1281` for answers; problems that no repair has mended; with
/// [`Options::is_strict`] what was left out.
pub fn draft(request: &Request<'_>, drafter: &mut dyn Drafter, options: Options) -> Result<Outcome, Failure> {
    let failed = |drafter: &dyn Drafter, found: Diagnostics, candidate: Option<String>| Failure {
        found,
        candidate,
        usage: drafter.usage(),
    };
    let proposal = drafter.draft(request).map_err(|found| failed(drafter, found, None))?;
    let mut best = candidate(request, drafter, proposal).map_err(|found| failed(drafter, found.into(), None))?;
    for _ in 0..options.max_repairs {
        let messages = best.messages(options);
        if messages.is_empty() {
            break;
        }
        let repaired = drafter.repair(&messages).map_err(|found| failed(drafter, found, Some(best.spec.clone())))?;
        let Some(proposal) = repaired else { break };
        let next = candidate(request, drafter, proposal);
        let next = next.map_err(|found| failed(drafter, found.into(), Some(best.spec.clone())))?;
        let is_better = next.messages(options).len() < messages.len();
        if !is_better {
            break;
        }
        best = next;
    }
    if drafter.lets_go() {
        best = without_what_fails(best, &drafter.provenance(), request.prose);
    }
    let found = best.findings(request.prose, options);
    if found.has_errors() {
        return Err(failed(drafter, found, Some(best.spec)));
    }
    Ok(Outcome {
        spec: best.spec,
        ir: best.ir,
        answers: best.answers,
        findings: found,
        not_understood: best.not_understood,
        provenance: drafter.provenance(),
        usage: drafter.usage(),
        compiled: best.compiled,
    })
}

/// The draft of an outcome by other answers, without a drafter.
///
/// # Errors
/// As [`draft`].
pub fn answered(outcome: &Outcome, prose: &str, given: &BTreeMap<String, String>) -> Result<Outcome, Failure> {
    let failed = |found: Diagnostics, candidate: Option<String>| Failure { found, candidate, usage: outcome.usage };
    let mut next = outcome.clone();
    let more = answers::apply(&mut next.ir, given).map_err(|found| failed(found.into(), None))?;
    next.answers.extend(more);
    let problems;
    (next.spec, problems, next.compiled) = written(&mut next.ir, &next.provenance, prose, &next.answers);
    match problems.is_empty() {
        true => Ok(next),
        false => {
            let mut found = Diagnostics::new();
            problems.iter().for_each(|problem| found.push(problem.clone().into_diagnostic()));
            Err(failed(found, Some(next.spec)))
        }
    }
}

/// A spec, what keeps it from being built, and the spec compiled where nothing does.
type Written = (String, Vec<Problem>, Option<Arc<Compiled>>);

/// Mends a draft, writes its spec and tries that.
fn written(ir: &mut Ir, provenance: &Provenance, prose: &str, answers: &[Answer]) -> Written {
    let problems = mend(ir);
    let spec = lower::spec_with_answers(ir, provenance, prose, &given_by_id(answers));
    if !problems.is_empty() {
        return (spec, problems, None);
    }
    match lower::verify(&spec) {
        Ok(compiled) => (spec, problems, Some(Arc::new(compiled))),
        Err(problems) => (spec, problems, None),
    }
}

/// Grounds, answers, mends, lowers and tries a proposal.
fn candidate(request: &Request<'_>, drafter: &dyn Drafter, proposal: Proposal) -> Result<Candidate, Diagnostic> {
    let mut ir = proposal.ir;
    let restored = request.base.map(|base| lock::lock(base, &mut ir, request.prose)).unwrap_or_default();
    for name in restored {
        tracing::debug!(target: "synth::draft", name, "put back: the change does not speak of it");
    }
    let answers = answers::apply(&mut ir, request.answers)?;
    let report = ground::check(&mut ir, request.prose);
    anchor(&mut ir, request.today);
    let unmended = ir.clone();
    let (spec, problems, compiled) = written(&mut ir, &drafter.provenance(), request.prose, &answers);
    Ok(Candidate { ir, unmended, spec, answers, report, problems, compiled, not_understood: proposal.not_understood })
}

/// Most turns of letting go of what cannot be built.
const TURNS: usize = 32;

/// Lets go of what cannot be built, one statement a turn, until the rest can be; the candidate as it was where that leads nowhere.
fn without_what_fails(first: Candidate, provenance: &Provenance, prose: &str) -> Candidate {
    if first.problems.is_empty() {
        return first;
    }
    let mut next = first.clone();
    for _ in 0..TURNS {
        if next.problems.is_empty() {
            return next;
        }
        let mut is_changed = false;
        let mut seen: Vec<&str> = Vec::new();
        for problem in &next.problems {
            if !seen.contains(&problem.path.as_str()) {
                tracing::debug!(target: "synth::draft", %problem, "let go");
                is_changed |= weaken::weaken(&next.unmended, &mut next.ir, problem);
                seen.push(&problem.path);
            }
        }
        if !is_changed {
            break;
        }
        next.unmended = next.ir.clone();
        (next.spec, next.problems, next.compiled) = written(&mut next.ir, provenance, prose, &next.answers);
    }
    if next.problems.is_empty() { next } else { first }
}

impl Candidate {
    /// What a drafter is told to mend. Facts that it left out are worth a turn of their own only where they are errors.
    fn messages(&self, options: Options) -> Vec<String> {
        let problems = self.problems.iter().map(Problem::to_string);
        let says_more = options.is_strict || !self.problems.is_empty();
        problems.chain(self.report.messages().into_iter().filter(|_| says_more)).collect()
    }

    /// What is said in the end.
    fn findings(&self, prose: &str, options: Options) -> Diagnostics {
        let mut found = Diagnostics::new();
        self.problems.iter().for_each(|problem| found.push(problem.clone().into_diagnostic()));
        found.extend(self.report.findings(prose, &self.not_understood));
        for words in &self.not_understood {
            found.push(not_understood(words, prose));
        }
        if options.is_strict { found.into_errors() } else { found }
    }
}

fn given_by_id(answers: &[Answer]) -> BTreeMap<String, String> {
    answers.iter().map(|given| (given.id.clone(), given.answer.clone())).collect()
}

/// Lets `now` mean today where the draft leans on it and the description does not say when it is.
fn anchor(ir: &mut Ir, today: &str) {
    if ir.anchor_date.trim().is_empty() && needs_clock(ir) {
        today.clone_into(&mut ir.anchor_date);
        ir.assume("anchor_date", "`now` is the day of the draft; no other was said", today);
    }
}

/// Words that no rule of the grammar has read.
fn not_understood(words: &str, prose: &str) -> Diagnostic {
    let finding = Diagnostic::warning("W1203", format!("`{words}` was not understood"))
        .help("say it in other words, or edit the spec by hand; the draft is as if it were not there");
    match prose.find(words) {
        Some(at) => finding.at(Span::new(at, at + words.len()), "nothing in the draft comes from this"),
        None => finding,
    }
}
