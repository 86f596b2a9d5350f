//! `synth draft`: a description -> a spec, with what was assumed, asked and left out on standard error.
//!
//! | file | what it sees to |
//! |---|---|
//! | [`who`], [`defaults`] | the drafter, and what it takes from the settings |
//! | [`input`] | the description |
//! | [`revise`] | a spec that is changed instead of a new one |
//! | [`talk`] | questions and changes, with `--interactive` |
//! | [`summary`] | what is said of a draft |
//! | [`output`] | the spec's file |
//! | [`keep`] | the session that remembers it all |

mod defaults;
mod input;
mod keep;
mod output;
mod revise;
mod summary;
mod talk;
mod who;

use std::collections::BTreeMap;
use std::io::{self, BufRead};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::args::Draft;
use super::clock;
use super::exit::Exit;
use super::load::STDIN;
use super::preview;
use super::report::{Reporter, say};
use super::terminal::{Terminal, put};
use crate::compile::{Compiled, compile};
use crate::config::{Settings, keys, variable};
use crate::diag::{Diagnostic, Diagnostics};
use crate::draft::ir::Ir;
use crate::draft::llm::Model;
use crate::draft::offline::Offline;
use crate::draft::pipeline::{self, Failure, Options, Outcome};
use crate::draft::session::{Status, TurnKind};
use crate::draft::{Drafter, Request, Usage};
use crate::log;
use crate::plan::Overrides;
use crate::source::SpecSource;
use crate::source::scalars::InstantText;
use defaults::WithDefaults;
use keep::{Keeper, Resumed};
use revise::Subject;
use talk::{Reply, Talk};
use who::{Author, Chosen};

/// Runs `synth draft`.
///
/// # Errors
/// Standard output cannot be written, or standard input not read.
pub fn run(args: &Draft, terminal: Terminal) -> io::Result<Exit> {
    let reporter = Reporter::new(&args.form.name, terminal);
    let settings = match super::config::settings(&args.file, args.settings(), &reporter) {
        Ok(settings) => settings,
        Err(exit) => return Ok(exit),
    };
    let run = Run { args, settings, reporter, terminal };
    match run.prepare(&clock::now()) {
        Err(found) => Ok(run.refuse(&found, None)),
        Ok((prose, drafting)) => match args.model.dry_run {
            true => drafting.dry_run(&prose),
            false => drafting.start(&prose),
        },
    }
}

/// What the command line wants, and how its findings are said.
struct Run<'a> {
    args: &'a Draft,
    settings: Settings,
    reporter: Reporter,
    terminal: Terminal,
}

impl Run<'_> {
    /// All that is to be known before a drafter is asked.
    fn prepare(&self, now: &str) -> Result<(SpecSource, Drafting<'_>), Diagnostics> {
        let args = self.args;
        let prose = input::read(args)?;
        let Chosen { author, why, secrets, warnings } = who::find(&self.settings, !args.model.dry_run)?;
        self.reporter.report(&warnings, None);
        let secrets = [secrets, keys::in_sight(&self.settings, &variable)].concat();
        log::begin(&self.settings.log, secrets.clone())?;
        let mut keeper = match args.model.dry_run && args.resume.is_none() {
            true => Keeper::none(),
            false => Keeper::open(&self.settings, secrets, now),
        };
        let subject = match &args.resume {
            Some(name) => Subject::Session(Box::new(keeper.resume(name)?)),
            None => Subject::read(args)?,
        };
        if !args.model.dry_run {
            output::check(args, &subject)?;
        }
        let prose = match (prose, &subject) {
            (Some(prose), _) => prose,
            (None, Subject::Session(_)) => SpecSource::from_text(input::NAME, ""),
            (None, _) => return Err(input::empty().into()),
        };
        let today = self.today(now)?;
        self.say(&summary::drafter(&author.provenance(), &why));
        Ok((prose, Drafting { run: self, author, today, subject, keeper }))
    }

    fn options(&self) -> Options {
        let draft = &self.settings.draft;
        Options { is_strict: draft.strict.value, max_repairs: draft.max_repairs.value as u32 }
    }

    /// The day of `--now`, or today's.
    fn today(&self, now: &str) -> Result<String, Diagnostic> {
        let Some(said) = &self.args.now else { return Ok(clock::day(now).to_owned()) };
        match InstantText::parse(said) {
            Ok(_) => Ok(said.clone()),
            Err(why) => Err(Diagnostic::error("E1283", format!("`--now {said}` is no date"))
                .note(why)
                .help("write a date such as 2025-01-31")),
        }
    }

    fn say(&self, text: &str) {
        if !self.args.quiet {
            say(text);
        }
    }

    fn refuse(&self, found: &Diagnostics, source: Option<&SpecSource>) -> Exit {
        self.reporter.report(found, source);
        Exit::of(found)
    }
}

/// Logs what came of a drafter, in numbers: no word of the description.
fn note(drafter: &str, outcome: &Result<Outcome, Failure>, time: Duration) {
    let milliseconds = time.as_millis() as u64;
    match outcome {
        Ok(Outcome { ir, findings, .. }) => {
            let (tables, questions, findings) = (ir.tables.len(), ir.questions.len(), findings.iter().count());
            tracing::info!(target: "synth::draft", drafter, milliseconds, tables, questions, findings, "drafted");
        }
        Err(Failure { found, .. }) => {
            let codes = found.iter().map(|finding| finding.code).collect::<Vec<_>>().join(" ");
            tracing::info!(target: "synth::draft", drafter, milliseconds, codes, "no draft");
        }
    }
}

/// A draft on its way.
struct Drafting<'a> {
    run: &'a Run<'a>,
    author: Author,
    today: String,
    subject: Subject,
    keeper: Keeper,
}

impl Drafting<'_> {
    /// Prints what would be sent.
    fn dry_run(self, prose: &SpecSource) -> io::Result<Exit> {
        let Some(model) = self.author.model() else {
            self.run.say("the offline drafter sends nothing\n");
            return Ok(Exit::Done);
        };
        let (answers, base) = (self.answers(), self.subject.base());
        let request = Request { prose: &prose.text, today: &self.today, answers: &answers, base: base.as_ref() };
        match model.dry_run(&request) {
            Ok(dry) => put(&format!("{:#}\n", dry.to_json())).map(|()| Exit::Done),
            Err(found) => Ok(self.run.refuse(&found, Some(prose))),
        }
    }

    fn answers(&self) -> BTreeMap<String, String> {
        self.run.args.answer.iter().cloned().collect()
    }

    fn start(mut self, prose: &SpecSource) -> io::Result<Exit> {
        let path = self.place().map(Path::to_owned);
        self.keeper.start(&clock::now(), &prose.text, &self.author.provenance(), path.as_deref());
        match self.first(prose) {
            Err(failure) => {
                self.keeper.failed(&clock::now(), self.subject.turn(), &prose.text, &failure, Status::Failed);
                self.fail(prose, &failure)
            }
            Ok(outcome) => {
                self.keeper.drafted(&clock::now(), self.subject.turn(), &prose.text, &outcome, Status::Open);
                self.run.reporter.report(&outcome.findings, Some(prose));
                match self.run.settings.draft.interactive.value {
                    true => self.converse(prose, outcome, &mut Talk::new(io::stdin().lock())),
                    false => self.finish(prose, &outcome),
                }
            }
        }
    }

    /// The first draft; offline where the model cannot be had and the settings allow it.
    fn first(&mut self, prose: &SpecSource) -> Result<Outcome, Failure> {
        let (answers, base) = (self.answers(), self.subject.base());
        if let (Subject::Session(resumed), "") = (&self.subject, prose.text.as_str()) {
            return pipeline::answered(&self.as_it_was(resumed), &resumed.session.prose, &answers);
        }
        let made = self.draft(&prose.text, &answers, base.as_ref());
        let may_fall_back = self.run.settings.draft.fallback.value == "offline" && self.author.model().is_some();
        match made {
            Err(failure) if may_fall_back && Exit::of(&failure.found) == Exit::Provider => {
                self.run.reporter.report(&failure.found, Some(prose));
                self.author = Author::Offline(Offline);
                self.run.say(&summary::drafter(
                    &self.author.provenance(),
                    "the model cannot be had, and --fallback allows it",
                ));
                self.draft(&prose.text, &answers, base.as_ref())
            }
            made => made,
        }
    }

    /// The outcome to which a session had come.
    fn as_it_was(&self, resumed: &Resumed) -> Outcome {
        Outcome {
            spec: resumed.spec.clone(),
            ir: resumed.ir.clone(),
            answers: Vec::new(),
            findings: Diagnostics::new(),
            not_understood: Vec::new(),
            provenance: self.author.provenance(),
            usage: Usage::default(),
            compiled: None,
        }
    }

    fn draft(
        &mut self,
        prose: &str,
        answers: &BTreeMap<String, String>,
        base: Option<&Ir>,
    ) -> Result<Outcome, Failure> {
        let request = Request { prose, today: &self.today, answers, base };
        let watch = clock::stopwatch();
        let mut drafter = WithDefaults::new(&mut self.author, &self.run.settings);
        let outcome = pipeline::draft(&request, &mut drafter, self.run.options());
        note(&self.author.provenance().drafter, &outcome, watch.elapsed());
        outcome
    }

    /// Questions, rows, and changes until the draft is accepted.
    fn converse(mut self, prose: &SpecSource, first: Outcome, talk: &mut Talk<impl BufRead>) -> io::Result<Exit> {
        let answers = talk.ask(&first.ir.questions)?;
        let mut current = first;
        if !answers.is_empty() {
            match pipeline::answered(&current, &prose.text, &answers) {
                Ok(answered) => {
                    self.keeper.drafted(&clock::now(), TurnKind::Answers, "", &answered, Status::Open);
                    current = answered;
                }
                Err(failure) => self.stay(prose, &failure),
            }
        }
        loop {
            self.show(&current);
            match talk.reply()? {
                Reply::Accept => return self.finish(prose, &current),
                Reply::Leave => return Ok(Exit::Done),
                Reply::Show => say(&format!("\n{}", current.spec)),
                Reply::Change(change) => current = self.change(current, change),
            }
        }
    }

    /// Says why a draft is not changed.
    fn stay(&self, source: &SpecSource, failure: &Failure) {
        self.run.reporter.report(&failure.found, Some(source));
        say("the draft stays as it was\n");
    }

    /// The draft after a change; the one before where the change cannot be had.
    fn change(&mut self, current: Outcome, change: String) -> Outcome {
        let source = SpecSource::from_text("<change>", change);
        let base = current.ir.as_base();
        match self.draft(&source.text, &BTreeMap::new(), Some(&base)) {
            Ok(next) => {
                self.keeper.drafted(&clock::now(), TurnKind::Change, &source.text, &next, Status::Open);
                self.run.reporter.report(&next.findings, Some(&source));
                say(&summary::changes(&current.spec, &next.spec));
                next
            }
            Err(failure) => {
                self.keeper.failed(&clock::now(), TurnKind::Change, &source.text, &failure, Status::Open);
                self.stay(&source, &failure);
                current
            }
        }
    }

    /// The draft in short, with a few rows of each table.
    fn show(&self, outcome: &Outcome) {
        let compiled = compiled(outcome);
        let rows = self.run.settings.draft.preview_rows.value as u32;
        say(&format!("\n{}", summary::text(outcome, &compiled)));
        if rows > 0 {
            say(&format!("\n{}", preview::text(&compiled, rows, Some(self.run.terminal.width))));
        }
    }

    fn finish(mut self, prose: &SpecSource, outcome: &Outcome) -> io::Result<Exit> {
        let args = self.run.args;
        if !self.run.settings.draft.interactive.value {
            self.run.say(&summary::text(outcome, &compiled(outcome)));
        }
        self.account(&outcome.usage);
        if args.fail_on_questions && !outcome.ir.questions.is_empty() {
            say("nothing was written: questions are open, and --fail-on-questions was given\n");
            return Ok(Exit::Questions);
        }
        let carried = self.subject.carry(&outcome.spec, prose);
        let text = match carried.and_then(|text| Ok((self.subject.changes(&text)?, text))) {
            Ok((changes, text)) => {
                self.run.say(&changes);
                text
            }
            Err(found) => return Ok(self.run.refuse(&found, Some(prose))),
        };
        let exit = self.write(&text, outcome)?;
        if exit == Exit::Done && !args.diff_only {
            self.keeper.drafted(&clock::now(), TurnKind::Answers, "", outcome, Status::Accepted);
        }
        Ok(exit)
    }

    fn write(&self, text: &str, outcome: &Outcome) -> io::Result<Exit> {
        let args = self.run.args;
        if args.json {
            put(&summary::json(outcome, text))?;
        }
        match self.place() {
            _ if args.diff_only => Ok(Exit::Done),
            None if args.json => Ok(Exit::Done),
            None => put(text).map(|()| Exit::Done),
            Some(path) => match output::write(path, text) {
                Ok(()) => {
                    self.run.say(&output::next_steps(path, self.keeper.id()));
                    Ok(Exit::Done)
                }
                Err(found) => Ok(self.run.refuse(&found.into(), None)),
            },
        }
    }

    /// Says what a model has used up, and what the person should know of its answers.
    fn account(&self, usage: &Usage) {
        let cost = self.author.model().and_then(Model::cost);
        self.run.say(&summary::usage(usage, cost));
        for warning in self.author.model().map(Model::warnings).unwrap_or_default() {
            say(&format!("warning: {warning}\n"));
        }
    }

    /// Where the spec is written; `None` for standard output.
    fn place(&self) -> Option<&Path> {
        match self.run.args.output.as_deref() {
            Some(path) if path.as_os_str() == STDIN => None,
            Some(path) => Some(path),
            None => self.subject.path(),
        }
    }

    fn fail(&self, prose: &SpecSource, failure: &Failure) -> io::Result<Exit> {
        let exit = self.run.refuse(&failure.found, Some(prose));
        self.account(&failure.usage);
        if let (Some(path), Some(candidate)) = (self.place(), &failure.candidate) {
            match output::reject(path, candidate) {
                Ok(rejected) => say(&format!("the best candidate is in {}\n", rejected.display())),
                Err(found) => return Ok(self.run.refuse(&found.into(), None)),
            }
        }
        Ok(exit)
    }
}

/// The spec of an outcome, whose text has been tried.
fn compiled(outcome: &Outcome) -> Arc<Compiled> {
    let anew = || {
        let source = SpecSource::from_text("<draft>", outcome.spec.clone());
        let compiled = compile(source, &Overrides::default());
        Arc::new(compiled.unwrap_or_else(|_| unreachable!("the pipeline has compiled this text")))
    };
    outcome.compiled.clone().unwrap_or_else(anew)
}
