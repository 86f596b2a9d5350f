//! `synth diff`: two paths -> what differs. Outputs are compared by [`data`], specs by [`spec`].

mod data;
mod show;
mod spec;

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
    match (is_spec(&args.left), is_spec(&args.right)) {
        (true, true) => spec::run(args, terminal),
        (true, false) if is_stdin(&args.right) => spec::run(args, terminal),
        (false, true) if is_stdin(&args.left) => spec::run(args, terminal),
        (false, false) => data::run(args, terminal),
        _ => Ok(refuse(mixed(args), args, terminal)),
    }
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
