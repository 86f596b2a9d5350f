//! `synth diff`: two paths -> what differs. Outputs are compared by [`data`], specs by [`spec`].

mod data;
mod show;
mod spec;

pub use spec::page;

use std::io;
use std::path::Path;

use super::args::Diff;
use super::exit::Exit;
use super::report::Reporter;
use super::terminal::Terminal;
use crate::diag::{Diagnostic, Diagnostics};

/// Runs `synth diff`.
///
/// # Errors
/// Standard output cannot be written.
pub fn run(args: &Diff, terminal: Terminal) -> io::Result<Exit> {
    let are_specs = match (is_spec(&args.left), is_spec(&args.right)) {
        (true, true) => true,
        (true, false) if is_stdin(&args.right) => true,
        (false, true) if is_stdin(&args.left) => true,
        (false, false) => false,
        _ => return Ok(refuse(mixed(args), args, terminal)),
    };
    match idle(args, are_specs) {
        Some(option) => Ok(refuse(without_effect(option, are_specs), args, terminal)),
        None if are_specs => spec::run(args, terminal),
        None => data::run(args, terminal),
    }
}

/// An option that was said and has no effect on what is compared.
fn idle(args: &Diff, are_specs: bool) -> Option<&'static str> {
    let Diff { data, specs, .. } = args;
    let said = match are_specs {
        true => [
            (!data.key.is_empty(), "--key"),
            (data.by_position, "--by-position"),
            (data.spec.is_some(), "--spec"),
            (!data.tolerance.is_empty(), "--tolerance"),
            (!data.option.is_empty(), "--option"),
        ],
        false => [
            (specs.markdown, "--markdown"),
            (specs.over.profile.is_some(), "--profile"),
            (specs.over.seed.is_some(), "--seed"),
            (!specs.over.set.is_empty(), "--set"),
            (false, ""),
        ],
    };
    said.into_iter().find(|(is_said, _)| *is_said).map(|(_, option)| option)
}

fn without_effect(option: &str, are_specs: bool) -> Diagnostic {
    let (what, other) = if are_specs { ("specs", "data") } else { ("data", "specs") };
    let error = Diagnostic::error("E0940", format!("`{option}` has no effect where {what} are compared"));
    error.help(format!("drop it: it is about {other}"))
}

/// Whether a path is that of a spec.
fn is_spec(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("yaml") || end.eq_ignore_ascii_case("yml"))
}

/// Whether a path is standard input, which may hold a spec.
fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn mixed(args: &Diff) -> Diagnostic {
    let message = format!("`{}` cannot be compared with `{}`", args.left.display(), args.right.display());
    Diagnostic::error("E0901", message).help("compare two outputs (files or folders of data), or two specs (`.yaml`)")
}

/// Reports an error and gives its exit.
fn refuse(error: Diagnostic, args: &Diff, terminal: Terminal) -> Exit {
    let found = Diagnostics::from(error);
    Reporter::new(&args.form.name, terminal).report(&found, None);
    Exit::of(&found)
}
