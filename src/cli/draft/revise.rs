//! What a draft is about: a new spec, or one that is there and shall change.

use std::path::{Path, PathBuf};

use super::keep::Resumed;
use crate::blast;
use crate::cli::args::Draft;
use crate::compile::{Compiled, Refused, compile, compile_path};
use crate::diag::{Diagnostic, Diagnostics};
use crate::draft::ir::Ir;
use crate::draft::ir::check::mend;
use crate::draft::revise::{edit::apply, raise::raise};
use crate::draft::session::TurnKind;
use crate::draft::{Provenance, lower};
use crate::plan::Overrides;
use crate::source::SpecSource;

/// What a draft is about.
pub enum Subject {
    /// A new spec.
    New,
    /// A spec that shall change.
    Spec(Box<Spec>),
    /// A session that is gone on with.
    Session(Box<Resumed>),
}

/// A spec that shall change.
pub struct Spec {
    path: PathBuf,
    compiled: Compiled,
    base: Ir,
}

impl Subject {
    /// The spec of `--revise`, or a new one.
    ///
    /// # Errors
    /// What the spec has against it; findings are about that file, and rendered here.
    pub fn read(args: &Draft) -> Result<Self, Diagnostics> {
        let Some(path) = &args.revise else { return Ok(Self::New) };
        match compile_path(path, &Overrides::default()) {
            Ok(compiled) => {
                let base = raise(&compiled).as_base();
                Ok(Self::Spec(Box::new(Spec { path: path.clone(), compiled, base })))
            }
            Err(Refused { found, .. }) => {
                let first =
                    found.iter().next().map_or(String::new(), |first| format!("{}: {}", first.code, first.message));
                Err(Diagnostic::error("E1284", format!("`{}` cannot be revised: it has errors", path.display()))
                    .note(first)
                    .help(format!("mend it first: `synth check {}` shows all of them", path.display()))
                    .into())
            }
        }
    }

    /// The draft that the change starts from.
    pub fn base(&self) -> Option<Ir> {
        match self {
            Self::New => None,
            Self::Spec(spec) => Some(spec.base.clone()),
            Self::Session(resumed) => Some(resumed.ir.as_base()),
        }
    }

    /// The file of the spec that shall change.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::New => None,
            Self::Spec(spec) => Some(&spec.path),
            Self::Session(resumed) => {
                Some(Path::new(&resumed.session.spec_path)).filter(|path| !path.as_os_str().is_empty())
            }
        }
    }

    /// What the first turn is.
    pub fn turn(&self) -> TurnKind {
        match self {
            Self::New => TurnKind::Draft,
            Self::Spec(_) => TurnKind::Revise,
            Self::Session(_) => TurnKind::Change,
        }
    }

    /// The text to write: the draft's own, or the spec's with the change in it.
    ///
    /// # Errors
    /// `E1285` when the changed spec no longer compiles.
    pub fn carry(&self, drafted: &str, prose: &SpecSource) -> Result<String, Diagnostics> {
        let Self::Spec(spec) = self else { return Ok(drafted.to_owned()) };
        let mut base = spec.base.clone();
        mend(&mut base);
        let before = lower::spec(&base, &Provenance::default(), &prose.text);
        let text = apply(&spec.compiled.source, &before, drafted)?;
        let source = SpecSource { text: text.clone(), ..spec.compiled.source.clone() };
        match compile(source, &Overrides::default()) {
            Ok(_) => Ok(text),
            Err(refused) => Err(broken(&spec.path, &refused.found).into()),
        }
    }

    /// The lines that change, and which cells that touches.
    ///
    /// # Errors
    /// As [`Subject::carry`].
    pub fn changes(&self, text: &str) -> Result<String, Diagnostics> {
        let spec = match self {
            Self::New => return Ok(String::new()),
            Self::Session(resumed) => return Ok(super::summary::changes(&resumed.spec, text)),
            Self::Spec(spec) => spec,
        };
        let source = SpecSource { text: text.to_owned(), ..spec.compiled.source.clone() };
        let new = compile(source, &Overrides::default()).map_err(|refused| broken(&spec.path, &refused.found))?;
        let radius = blast::compare(&spec.compiled, &new, &Overrides::default());
        Ok(format!(
            "{}\n{}",
            super::summary::changes(&spec.compiled.source.text, text),
            crate::cli::diff::page(&radius)
        ))
    }
}

fn broken(path: &Path, found: &Diagnostics) -> Diagnostic {
    let first = found.iter().next().map_or(String::new(), |first| format!("{}: {}", first.code, first.message));
    Diagnostic::error("E1285", format!("the change does not fit into `{}`", path.display()))
        .note(first)
        .help("make the change by hand, or say it in smaller steps; the file was not touched")
}
