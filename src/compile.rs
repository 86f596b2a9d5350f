//! A spec's text -> [`Compiled`] (its plan with the warnings), or [`Refused`] (all findings, with the text they point into).
//! The stages from [`crate::source`] to [`crate::plan`] in one call; prints nothing.

use std::path::Path;

use crate::diag::Diagnostics;
use crate::plan::{self, Overrides, Plan};
use crate::source::{self, SpecSource};
use crate::spec::{self, Spec};
use crate::validate::validate;

/// A spec that can be built.
pub struct Compiled {
    /// The text, for messages.
    pub source: SpecSource,
    /// The document as it was written.
    pub spec: Spec,
    /// What the engine needs.
    pub plan: Plan,
    /// Findings that stop nothing.
    pub warnings: Diagnostics,
}

/// A spec that cannot be built.
pub struct Refused {
    /// The text that the findings point into; `None` when it could not be read.
    pub source: Option<SpecSource>,
    /// All findings in order, at least one of them an error.
    pub found: Diagnostics,
}

/// Reads and compiles the file of a path.
///
/// # Errors
/// All findings of the first stage that has an error.
pub fn compile_path(path: &Path, overrides: &Overrides) -> Result<Compiled, Refused> {
    match SpecSource::read(path) {
        Ok(source) => compile(source, overrides),
        Err(found) => Err(Refused { source: None, found }),
    }
}

/// Compiles a text.
///
/// # Errors
/// All findings of the first stage that has an error.
pub fn compile(source: SpecSource, overrides: &Overrides) -> Result<Compiled, Refused> {
    match stages(&source, overrides) {
        Ok((spec, plan, mut warnings)) => {
            warnings.sort();
            Ok(Compiled { source, spec, plan, warnings })
        }
        Err(mut found) => {
            found.sort();
            Err(Refused { source: Some(source), found })
        }
    }
}

fn stages(source: &SpecSource, overrides: &Overrides) -> Result<(Spec, Plan, Diagnostics), Diagnostics> {
    let document = source::parse(source)?;
    let ((), mut warnings) = validate(&document, &spec::schema_for(&document)).into_result(())?;
    let spec = spec::read(&document);
    let (plan, more) = plan::plan(&spec, &source.folder, overrides)?;
    warnings.extend(more);
    Ok((spec, plan, warnings))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compiled(text: &str) -> Result<Compiled, Refused> {
        compile(SpecSource::from_text("x.yaml", text), &Overrides::default())
    }

    #[test]
    fn a_sound_spec_has_a_plan() {
        let compiled = compiled("synth: 1\ntables:\n  t: { rows: 3, columns: { id: sequence } }\n");
        let compiled = compiled.unwrap_or_else(|refused| panic!("{:?}", refused.found));
        assert_eq!(compiled.plan.tables[0].name, "t");
        assert!(compiled.warnings.is_empty());
    }

    #[test]
    fn every_stage_gives_its_findings_with_the_text() {
        for (text, code) in [
            ("synth: [", "E0106"),
            ("synth: 1\n", "E0202"),
            ("synth: 1\ntables:\n  t: { per: nobody, count: 3, columns: { id: sequence } }\n", "E04"),
        ] {
            let refused = compiled(text).err().expect("refused");
            assert!(refused.found.iter().any(|found| found.code.starts_with(code)), "{:?}", refused.found);
            assert_eq!(refused.source.expect("the text").text, text);
        }
    }
}
