//! The generators: a name and parameters in a spec -> a column's plan. One file a generator, registered in [`GROUPS`]; schema,
//! docs and help derive from the registry.

mod constant;
mod sequence;

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
    /// The schema of its parameters: an object schema of a struct that derives `Deserialize` and `JsonSchema`.
    pub params: fn(&mut SchemaGenerator) -> Schema,
    /// Plans one use of it. Findings are reported through the context.
    pub plan: fn(&mut PlanContext<'_, '_>) -> Result<Planned, Reported>,
}

/// All generators by group; the groups' names are for catalogues.
pub const GROUPS: &[(&str, &[&[GeneratorDef]])] =
    &[("Keys", &[&[sequence::DEF]]), ("Choice", &[&[constant::DEF]])];

/// All generators in the order of the catalogue.
pub fn all() -> impl Iterator<Item = &'static GeneratorDef> {
    GROUPS.iter().flat_map(|(_, lists)| lists.iter().flat_map(|list| list.iter()))
}

/// The generator of a name.
pub fn find(name: &str) -> Option<&'static GeneratorDef> {
    all().find(|def| def.name == name)
}

/// The parameter struct of generators that take none.
#[derive(Debug, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoParams {}
