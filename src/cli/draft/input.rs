//! What the command line says the description is -> its text.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::cli::args::Draft;
use crate::cli::load::STDIN;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{MAX_BYTES, SpecSource};

/// The name of a description that was never a file, for messages.
pub const NAME: &str = "<description>";

/// The description: the text itself, a file, or standard input.
///
/// # Errors
/// `E0101` to `E0105` as for specs; `E1282` where there is none.
pub fn read(args: &Draft) -> Result<Option<SpecSource>, Diagnostics> {
    match (&args.text, &args.from) {
        (Some(text), _) if text == STDIN => stdin().map(Some),
        (Some(text), _) => SpecSource::from_bytes(NAME.to_owned(), PathBuf::from("."), text.clone().into_bytes())
            .map(Some)
            .map_err(|_| empty().into()),
        (None, Some(path)) if path.as_os_str() == STDIN => stdin().map(Some),
        (None, Some(path)) => file(path).map(Some),
        (None, None) => Ok(None),
    }
}

fn stdin() -> Result<SpecSource, Diagnostics> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(MAX_BYTES as u64 + 4).read_to_end(&mut bytes);
    read.map_err(|error| Diagnostic::error("E0101", "standard input cannot be read").note(error.to_string()))?;
    SpecSource::from_bytes("<stdin>".to_owned(), PathBuf::from("."), bytes)
}

fn file(path: &Path) -> Result<SpecSource, Diagnostics> {
    SpecSource::read(path)
}

/// That nothing says what is wanted.
pub fn empty() -> Diagnostic {
    Diagnostic::error("E1282", "there is no description")
        .help("say what you need: `synth draft \"200 members of a gym, each with 1 to 3 contracts\"`, or `--from FILE`")
}
