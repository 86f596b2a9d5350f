//! The command line: what was said ([`args`]), what it means, and one file a subcommand. The only module that prints:
//! data to standard output, everything else to standard error.

mod args;
mod bug;
mod build;
mod check;
mod clock;
mod config;
mod diff;
mod draft;
mod exit;
mod explain;
mod fmt;
mod golden;
mod load;
mod lookup;
mod new;
mod plan;
mod preview;
mod report;
pub(crate) mod sample;
mod schema;
mod sessions;
mod shell;
mod specs;
mod terminal;
mod write;

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Cli, Command};
use exit::Exit;
use report::say;
use terminal::{Terminal, When};

/// Runs the program with the process's arguments and returns its exit code: see the table in `synth --help`.
pub fn main() -> ExitCode {
    bug::guard(|| match parse(std::env::args_os().collect()) {
        Ok(cli) => finish(run(&cli)),
        Err(exit) => exit,
    })
    .into()
}

/// Reads the arguments, or shows help, version or what is wrong with them.
fn parse(arguments: Vec<OsString>) -> Result<Cli, Exit> {
    Cli::try_parse_from(&arguments).map_err(|error| {
        let terminal = Terminal::new(said_color(&arguments));
        let is_color = |color| color == crate::diag::render::Color::Always;
        let text = |color| if is_color(color) { error.render().ansi().to_string() } else { error.render().to_string() };
        if error.use_stderr() {
            say(&text(terminal.color));
            return Exit::Usage;
        }
        finish(terminal::put(&text(terminal.out_color)).map(|()| Exit::Done))
    })
}

/// What `--color` says where the rest of the line could not be read.
fn said_color(arguments: &[OsString]) -> When {
    let words: Vec<_> = arguments.iter().map(|word| word.to_string_lossy()).collect();
    let joined = words.iter().find_map(|word| word.strip_prefix("--color="));
    let apart = words.iter().position(|word| word == "--color").and_then(|at| words.get(at + 1)).map(AsRef::as_ref);
    match joined.or(apart) {
        Some("never") => When::Never,
        Some("always") => When::Always,
        _ => When::Auto,
    }
}

fn run(cli: &Cli) -> io::Result<Exit> {
    let terminal = Terminal::new(cli.color);
    match &cli.command {
        Command::New(args) => new::run(args, terminal),
        Command::Draft(args) => draft::run(args, terminal),
        Command::Check(args) => check::run(args, terminal),
        Command::Fmt(args) => fmt::run(args, terminal),
        Command::Plan(args) => plan::run(args, terminal),
        Command::Preview(args) => preview::run(args, terminal),
        Command::Build(args) => build::run(args, terminal),
        Command::Diff(args) => diff::run(args, terminal),
        Command::Golden(args) => golden::run(args, terminal),
        Command::Generators(args) => lookup::generators::run(args, terminal),
        Command::Formats(args) => lookup::formats::run(args, terminal),
        Command::Explain(args) => explain::run(args, terminal),
        Command::Schema(args) => schema::run(args, terminal),
        Command::Config(args) => config::run(args, terminal),
        Command::Sessions(args) => sessions::run(args, terminal),
        Command::Completions(args) => shell::completions(args),
        Command::Man(args) => shell::man(args, terminal),
    }
}

/// The exit of a run; a reader that has gone is no failure.
fn finish(outcome: io::Result<Exit>) -> Exit {
    match outcome {
        Ok(exit) => exit,
        Err(error) if terminal::is_gone(&error) => Exit::Done,
        Err(error) => {
            say(&format!("error: cannot write to standard output: {error}\n"));
            Exit::Files
        }
    }
}

/// All settings as Markdown.
pub fn settings_reference() -> String {
    config::reference()
}

/// The command line's reference as Markdown: every subcommand's long help.
pub fn reference() -> String {
    let mut command = Cli::command().term_width(100);
    command.build();
    let page = |name: &str, help: &dyn std::fmt::Display| format!("## {name}\n\n```text\n{help}\n```\n");
    let mut text = format!("# Command line\n\n{}", page("synth", &command.render_long_help()));
    for subcommand in command.get_subcommands_mut() {
        let help = subcommand.render_long_help();
        text += &format!("\n{}", page(&format!("synth {}", subcommand.get_name()), &help));
    }
    text
}
