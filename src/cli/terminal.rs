//! The process's streams -> what may be written to them: colour, width, whether a person is there. And the failures of
//! standard output, of which a reader that has gone is none.

use std::io::{self, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use terminal_size::{Width, terminal_size_of};

use crate::diag::render::Color;

/// Columns of text where no terminal says otherwise.
const USUAL_WIDTH: usize = 120;

/// When colour is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum When {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Everywhere.
    Always,
    /// Nowhere.
    Never,
}

/// What is known of the streams.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    /// Colour on standard error.
    pub color: Color,
    /// Width of standard error in columns.
    pub width: usize,
    /// Whether standard error is a terminal, on which bars can be drawn.
    pub is_live: bool,
    /// Colour on standard output.
    pub out_color: Color,
    /// Width of standard output in columns; `None` where it is no terminal.
    pub out_width: Option<usize>,
}

impl Terminal {
    /// Looks at the streams.
    pub fn new(when: When) -> Self {
        let (out, err) = (io::stdout(), io::stderr());
        let out_width = terminal_size_of(&out).map(|(Width(width), _)| usize::from(width));
        Self {
            color: color(when, AutoStream::choice(&err)),
            width: terminal_size_of(&err).map_or(USUAL_WIDTH, |(Width(width), _)| usize::from(width)).max(40),
            is_live: err.is_terminal(),
            out_color: color(when, AutoStream::choice(&out)),
            out_width: out.is_terminal().then(|| out_width.unwrap_or(USUAL_WIDTH).max(40)),
        }
    }
}

fn color(when: When, here: ColorChoice) -> Color {
    match (when, here) {
        (When::Never, _) | (When::Auto, ColorChoice::Never) => Color::Never,
        _ => Color::Always,
    }
}

/// Writes data to standard output.
///
/// # Errors
/// What the operating system says; see [`is_gone`].
pub fn put(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Whether the reader of a pipe has gone, which is no failure.
pub fn is_gone(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe
}
