//! Two outputs -> what differs between them.
#![expect(clippy::disallowed_methods, reason = "the command line reads the files that it is told to compare")]

use std::fs;
use std::io;
use std::path::Path;

use super::{Diff, refuse};
use crate::cli::exit::Exit;
use crate::cli::report::say;
use crate::cli::terminal::Terminal;
use crate::diag::Diagnostic;

/// Compares two files byte for byte.
///
/// # Errors
/// Standard output cannot be written.
pub fn run(args: &Diff, terminal: Terminal) -> io::Result<Exit> {
    match (read(&args.left), read(&args.right)) {
        (Ok(left), Ok(right)) => Ok(verdict(left == right, args)),
        (Err(error), _) | (_, Err(error)) => Ok(refuse(error, args, terminal)),
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Diagnostic> {
    let failed = |error: io::Error| {
        Diagnostic::error("E0902", format!("`{}` cannot be read", path.display())).note(error.to_string())
    };
    fs::read(path).map_err(failed)
}

fn verdict(is_same: bool, args: &Diff) -> Exit {
    if !args.quiet {
        say(if is_same { "equal, byte for byte\n" } else { "the bytes differ\n" });
    }
    if is_same { Exit::Done } else { Exit::Findings }
}
