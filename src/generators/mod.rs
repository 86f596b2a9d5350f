//! The generators: a name and parameters in a spec -> a column's plan. One file a generator, registered in [`GROUPS`]; schema,
//! docs and help derive from the registry.

mod boolean;
mod choice;
mod constant;
mod cumulative;
pub(crate) mod dist;
mod entities;
mod expr;
mod field;
mod hash;
mod indices;
mod list;
mod number;
mod ordinal;
pub(crate) mod pattern;
mod permuted;
mod pool;
mod reference;
mod rollup;
mod sequence;
mod template;
#[cfg(test)]
pub(crate) mod testing;
mod text;
mod tick;
mod time;
mod ulid;
mod uuid;

use schemars::{Schema, SchemaGenerator};

use crate::plan::{PlanContext, Planned, Reported};

/// A generator: its name, its docs, the schema of its parameters, and how it is planned.
pub struct GeneratorDef {
    /// The name behind `gen:`.
    pub name: &'static str,
    /// One line for catalogues and completion.
    pub summary: &'static str,
    /// More, in Markdown; may be empty where the summary says all.
    pub docs: &'static str,
    /// A column that uses it, in YAML, as it would stand behind the column's name.
    pub example: &'static str,
    /// The bundle to which it belongs when it is an entity's field: the entity's name.
    pub bundle: Option<&'static str>,
    /// The schema of its parameters: an object schema of a struct that derives `Deserialize` and `JsonSchema`.
    pub params: fn(&mut SchemaGenerator) -> Schema,
    /// Plans one use of it. Findings are reported through the context.
    pub plan: fn(&mut PlanContext<'_, '_>) -> Result<Planned, Reported>,
}

/// All generators by group; the groups' names are for catalogues.
pub const GROUPS: &[(&str, &[&[GeneratorDef]])] = &[
    ("Keys", &[&[sequence::DEF, ordinal::DEF, tick::DEF], &[uuid::DEF, ulid::DEF, permuted::DEF, hash::DEF]]),
    ("Numbers", &[&[number::DEF]]),
    ("Choice", &[&[choice::DEF, boolean::DEF, constant::DEF, list::DEF]]),
    ("Text", &[&[pattern::DEF, template::DEF], text::DEFS]),
    ("Time", &[time::DEFS]),
    ("Relations", &[&[field::DEF, reference::DEF, rollup::DEF]]),
    ("Entities", entities::LISTS),
    ("Derived", &[&[expr::DEF, cumulative::DEF]]),
];

/// All generators in the order of the catalogue, without the helpers of entities.
pub fn all() -> impl Iterator<Item = &'static GeneratorDef> {
    registered().filter(|def| def.is_listed())
}

/// The generator of a name, helpers included.
pub fn find(name: &str) -> Option<&'static GeneratorDef> {
    registered().find(|def| def.name == name)
}

fn registered() -> impl Iterator<Item = &'static GeneratorDef> + Clone {
    GROUPS.iter().flat_map(|(_, lists)| lists.iter().flat_map(|list| list.iter()))
}

impl GeneratorDef {
    /// Whether specs may name it. A field that begins with an underscore (`address._place`) is a helper that other fields
    /// of its bundle read.
    pub fn is_listed(&self) -> bool {
        !self.name.contains("._")
    }
}

/// The parameter struct of generators that take none.
#[derive(Debug, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoParams {}

/// Whether a name is that of an entity as a whole, such as `person`.
pub fn is_entity(name: &str) -> bool {
    all().any(|def| def.bundle == Some(name))
}

/// The names of entities as a whole.
pub fn entities() -> Vec<&'static str> {
    let mut names: Vec<&str> = all().filter_map(|def| def.bundle).collect();
    names.dedup();
    names
}

/// The fields of an entity, without its name in front.
pub fn fields_of(entity: &str) -> impl Iterator<Item = &'static str> + Clone + use<'_> {
    registered()
        .filter(move |def| def.bundle == Some(entity) && def.is_listed())
        .filter_map(|def| Some(def.name.split_once('.')?.1))
}

/// A field of an entity, for examples.
pub fn first_field(entity: &str) -> &'static str {
    fields_of(entity).next().unwrap_or("name")
}

/// That a name leads to something without a value.
pub(crate) fn no_value(name: &str, span: crate::diag::Span) -> crate::diag::Diagnostic {
    crate::diag::Diagnostic::error("E0422", format!("`{name}` has no value of its own"))
        .at(span, "a row, not a value")
        .help(format!("name one of its columns or fields, as in `{name}.id`"))
}

/// A part of a scalar's text, by bytes, as a span of the spec; the whole scalar where escapes move the bytes.
pub(crate) fn part_of(span: crate::diag::Span, text: &str, range: std::ops::Range<usize>) -> crate::diag::Span {
    match (span.end - span.start).checked_sub(text.len()) {
        Some(0) => span.slice(range.start, range.end),
        Some(2) => span.slice(range.start + 1, range.end + 1),
        _ => span,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;
    use crate::engine::Engine;
    use crate::plan::TableId;

    #[test]
    fn names_are_used_once_and_every_generator_says_what_it_is() {
        let names: BTreeSet<&str> = all().map(|def| def.name).collect();
        assert_eq!(names.len(), all().count());
        assert!(all().all(|def| !def.summary.is_empty() && !def.example.is_empty()));
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test reads the project's own specs")]
    fn every_example_spec_can_be_built() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("specs/generators");
        for entry in std::fs::read_dir(&folder).expect("the folder is there") {
            let path = entry.expect("an entry").path();
            if path.extension().is_none_or(|end| end != "yaml") {
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("a spec");
            let (plan, found) =
                testing::plan_in(&folder, &text).unwrap_or_else(|found| panic!("{}: {found:#?}", path.display()));
            assert!(found.is_empty(), "{}: {found:#?}", path.display());
            let engine = Engine::new(&plan);
            for table in (0..plan.tables.len()).map(TableId) {
                let rows = engine.rows(table);
                assert_eq!(engine.batch(table, 0..rows).num_rows() as u64, rows, "{}", path.display());
            }
        }
    }
}
