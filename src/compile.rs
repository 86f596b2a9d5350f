//! A spec's text -> [`Compiled`] (its plan with the warnings), or [`Refused`] (all findings, with the text they point into).
//! The stages from [`crate::source`] to [`crate::plan`] in one call; prints nothing.

use std::fmt;
use std::path::Path;

use crate::diag::{Diagnostics, Severity, Span};
use crate::plan::{self, Overrides, Plan};
use crate::source::{self, Entry, Node, SpecSource};
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

impl fmt::Debug for Compiled {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Compiled").field("source", &self.source.name).finish_non_exhaustive()
    }
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
    let shape = validate(&document, &spec::schema_for(&document));
    let spec = spec::read(&document);
    if shape.has_errors() {
        return Err(with_meaning(shape, &document, plan::plan(&spec, &source.folder, overrides).err()));
    }
    let mut warnings = shape;
    let (plan, more) = plan::plan(&spec, &source.folder, overrides)?;
    warnings.extend(more);
    Ok((spec, plan, warnings))
}

/// Findings about the document's shape, and of those about its meaning the errors in parts whose shape is sound: one slip
/// does not hide the mistakes elsewhere, and does not make any.
fn with_meaning(mut shape: Diagnostics, document: &Node, meaning: Option<Diagnostics>) -> Diagnostics {
    let places = shape.iter().filter_map(|found| found.primary.as_ref());
    let unsound: Vec<Span> = places.map(|label| part_around(document, label.span)).collect();
    let is_sound = |span: Span| !unsound.iter().any(|part| span.start < part.end && part.start < span.end);
    for found in meaning.into_iter().flatten() {
        let places = found.primary.iter().chain(&found.secondary);
        let sound = found.primary.is_some() && places.map(|label| label.span).all(is_sound);
        if sound && found.severity == Severity::Error && !found.code.starts_with("E02") {
            shape.push(found);
        }
    }
    shape
}

/// The column, else the table, else the document's part in which a place lies.
fn part_around(document: &Node, place: Span) -> Span {
    let holds = |entry: &&Entry| {
        entry.key_span.start <= place.start && place.start < entry.value.span.end.max(entry.key_span.end)
    };
    let whole = |entry: &Entry| Span::new(entry.key_span.start, entry.value.span.end.max(entry.key_span.end));
    let Some(part) = document.entries().iter().find(holds) else { return document.span };
    if part.key != "tables" {
        return whole(part);
    }
    let Some(table) = part.value.entries().iter().find(holds) else { return whole(part) };
    let column = table.value.get("columns").and_then(|columns| columns.entries().iter().find(holds));
    whole(column.unwrap_or(table))
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
    fn a_slip_in_one_column_hides_no_mistake_in_another() {
        let text = "synth: 1
tables:
  a:
    rows: 30
    columns:
      id: { gen: sequence, strt: 3 }
      code: { gen: pattern, pattern: \"[0-9]\", unique: true }
      next: { gen: expr, expr: \"id + nothing\" }
";
        let found = compiled(text).expect_err("refused").found;
        let codes: Vec<&str> = found.iter().map(|found| found.code).collect();
        assert_eq!(codes, ["E0201", "E0501", "E0303"], "{found:?}");
    }

    #[test]
    fn no_slip_of_a_line_or_a_word_is_a_panic() {
        let whole = include_str!("../specs/shop.yaml");
        let lines: Vec<&str> = whole.lines().collect();
        for at in 0..lines.len() {
            let mut cut = lines.clone();
            cut.remove(at);
            let _ = compiled(&cut.join("\n"));
            let words: Vec<&str> = lines[at].split(' ').collect();
            for word in (0..words.len()).filter(|word| !words[*word].is_empty()).step_by(3) {
                let mut slip = words.clone();
                slip[word] = "[7]";
                let mut changed = lines.clone();
                let line = slip.join(" ");
                changed[at] = &line;
                let _ = compiled(&changed.join("\n"));
            }
        }
    }

    #[test]
    fn every_stage_gives_its_findings_with_the_text() {
        for (text, code) in [
            ("synth: [", "E0106"),
            ("synth: 1\n", "E0202"),
            ("synth: 1\ntables:\n  t: { per: nobody, count: 3, columns: { id: sequence } }\n", "E04"),
        ] {
            let refused = compiled(text).expect_err("refused");
            assert!(refused.found.iter().any(|found| found.code.starts_with(code)), "{:?}", refused.found);
            assert_eq!(refused.source.expect("the text").text, text);
        }
    }
}
