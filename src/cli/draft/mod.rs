//! `synth draft`: a description -> a spec, with what was assumed, asked and left out on standard error.
//!
//! | file | what it sees to |
//! |---|---|
//! | [`input`] | the description |
//! | [`revise`] | a spec that is changed instead of a new one |
//! | [`talk`] | questions and changes, with `--interactive` |
//! | [`summary`] | what is said of a draft |
//! | [`output`] | the spec's file |

mod input;
mod output;
mod revise;
mod summary;
mod talk;

use std::collections::BTreeMap;
use std::io::{self, BufRead};

use super::args::Draft;
use super::exit::Exit;
use super::preview;
use super::report::{Reporter, say};
use super::terminal::{Terminal, put};
use crate::compile::{Compiled, compile};
use crate::diag::{Diagnostic, Diagnostics};
use crate::draft::ir::Ir;
use crate::draft::offline::Offline;
use crate::draft::pipeline::{self, Failure, Options, Outcome};
use crate::draft::{Drafter, Request};
use crate::formats::text::calendar::civil;
use crate::plan::Overrides;
use crate::source::SpecSource;
use crate::source::scalars::InstantText;
use revise::Subject;
use talk::{Reply, Talk};

/// Runs `synth draft`.
///
/// # Errors
/// Standard output cannot be written, or standard input not read.
pub fn run(args: &Draft, terminal: Terminal) -> io::Result<Exit> {
    let run = Run { args, reporter: Reporter::new(&args.form.name, terminal), terminal };
    let prepared = input::read(args).and_then(|prose| {
        output::check(args)?;
        let prose = prose.ok_or_else(input::empty)?;
        Ok((prose, run.today()?, Subject::read(args)?))
    });
    match prepared {
        Err(found) => Ok(run.refuse(&found, None)),
        Ok((prose, today, subject)) => {
            let mut drafter: Box<dyn Drafter> = Box::new(Offline);
            run.say(&summary::drafter(&drafter.provenance(), "no key of a provider is set"));
            let mut draft = Drafting { run: &run, drafter: drafter.as_mut(), today, subject };
            draft.start(&prose)
        }
    }
}

/// What the command line wants, and how its findings are said.
struct Run<'a> {
    args: &'a Draft,
    reporter: Reporter,
    terminal: Terminal,
}

impl Run<'_> {
    fn options(&self) -> Options {
        Options { is_strict: self.args.strict, max_repairs: 2 }
    }

    /// The day of `--now`, or today's.
    fn today(&self) -> Result<String, Diagnostic> {
        let Some(said) = &self.args.now else { return Ok(today()) };
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

/// A draft on its way.
struct Drafting<'a> {
    run: &'a Run<'a>,
    drafter: &'a mut dyn Drafter,
    today: String,
    subject: Subject,
}

impl Drafting<'_> {
    fn start(&mut self, prose: &SpecSource) -> io::Result<Exit> {
        let answers: BTreeMap<String, String> = self.run.args.answer.iter().cloned().collect();
        let base = self.subject.base();
        match self.draft(&prose.text, &answers, base.as_ref()) {
            Err(failure) => self.fail(prose, &failure),
            Ok(outcome) => {
                self.run.reporter.report(&outcome.findings, Some(prose));
                match self.run.args.interactive {
                    true => self.converse(prose, outcome, &mut Talk::new(io::stdin().lock())),
                    false => self.finish(prose, &outcome),
                }
            }
        }
    }

    fn draft(
        &mut self,
        prose: &str,
        answers: &BTreeMap<String, String>,
        base: Option<&Ir>,
    ) -> Result<Outcome, Failure> {
        let request = Request { prose, today: &self.today, answers, base };
        pipeline::draft(&request, self.drafter, self.run.options())
    }

    /// Questions, rows, and changes until the draft is accepted.
    fn converse(&mut self, prose: &SpecSource, first: Outcome, talk: &mut Talk<impl BufRead>) -> io::Result<Exit> {
        let answers = talk.ask(&first.ir.questions)?;
        let mut current = match pipeline::answered(&first, &prose.text, &answers) {
            Ok(answered) => answered,
            Err(failure) => {
                self.run.reporter.report(&failure.found, Some(prose));
                say("the draft stays as it was\n");
                first
            }
        };
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

    /// The draft after a change; the one before where the change cannot be had.
    fn change(&mut self, current: Outcome, change: String) -> Outcome {
        let source = SpecSource::from_text("<change>", change);
        let base = current.ir.as_base();
        match self.draft(&source.text, &BTreeMap::new(), Some(&base)) {
            Ok(next) => {
                self.run.reporter.report(&next.findings, Some(&source));
                say(&summary::changes(&current.spec, &next.spec));
                next
            }
            Err(failure) => {
                self.run.reporter.report(&failure.found, Some(&source));
                say("the draft stays as it was\n");
                current
            }
        }
    }

    /// The draft in short, with a few rows of each table.
    fn show(&self, outcome: &Outcome) {
        let compiled = compiled(outcome);
        say(&format!("\n{}", summary::text(outcome, &compiled)));
        say(&format!("\n{}", preview::text(&compiled, PREVIEW, Some(self.run.terminal.width))));
    }

    fn finish(&self, prose: &SpecSource, outcome: &Outcome) -> io::Result<Exit> {
        let args = self.run.args;
        if !args.interactive {
            self.run.say(&summary::text(outcome, &compiled(outcome)));
        }
        self.run.say(&summary::usage(&outcome.usage, None));
        if args.fail_on_questions && !outcome.ir.questions.is_empty() {
            say("nothing was written: questions are open, and --fail-on-questions was given\n");
            return Ok(Exit::Questions);
        }
        let text = match self.subject.carry(&outcome.spec, prose) {
            Ok(text) => text,
            Err(found) => return Ok(self.run.refuse(&found, Some(prose))),
        };
        match self.subject.show_changes(&text) {
            Ok(changes) => self.run.say(&changes),
            Err(found) => return Ok(self.run.refuse(&found, None)),
        }
        self.write(&text, outcome)
    }

    fn write(&self, text: &str, outcome: &Outcome) -> io::Result<Exit> {
        let args = self.run.args;
        let path = args.output.as_deref().or(self.subject.path());
        if args.json {
            put(&summary::json(outcome, text))?;
        }
        match path {
            _ if args.diff_only => Ok(Exit::Done),
            None if args.json => Ok(Exit::Done),
            None => put(text).map(|()| Exit::Done),
            Some(path) => match output::write(path, text, args.force || args.output.is_none()) {
                Ok(()) => {
                    self.run.say(&output::next_steps(path));
                    Ok(Exit::Done)
                }
                Err(found) => Ok(self.run.refuse(&found.into(), None)),
            },
        }
    }

    fn fail(&self, prose: &SpecSource, failure: &Failure) -> io::Result<Exit> {
        let exit = self.run.refuse(&failure.found, Some(prose));
        self.run.say(&summary::usage(&failure.usage, None));
        let place = self.run.args.output.as_deref().or(self.subject.path());
        if let (Some(path), Some(candidate)) = (place, &failure.candidate) {
            match output::reject(path, candidate) {
                Ok(rejected) => say(&format!("the best candidate is in {}\n", rejected.display())),
                Err(found) => return Ok(self.run.refuse(&found.into(), None)),
            }
        }
        Ok(exit)
    }
}

/// Rows of each table that a conversation shows.
const PREVIEW: u32 = 3;

/// The spec of an outcome, whose text has been tried.
fn compiled(outcome: &Outcome) -> Compiled {
    let source = SpecSource::from_text("<draft>", outcome.spec.clone());
    compile(source, &Overrides::default()).unwrap_or_else(|_| unreachable!("the pipeline has compiled this text"))
}

/// Today's date in UTC.
#[expect(clippy::disallowed_types, clippy::disallowed_methods, reason = "a draft writes today's date into its spec")]
fn today() -> String {
    let since = std::time::SystemTime::now().duration_since(std::time::SystemTime::UNIX_EPOCH).unwrap_or_default();
    let (year, month, day) = civil((since.as_secs() / 86_400) as i64);
    format!("{year:04}-{month:02}-{day:02}")
}
