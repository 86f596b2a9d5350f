//! `Node` -> [`Spec`]: typed, still spanned, still shaped as the user wrote it. The JSON Schema has passed, so shapes are
//! as expected; what a name or a value means is the plan's business.

mod read;
mod schema;

pub use read::read;
pub use schema::{OUTPUT_KEYS, SCHEMA_ID, generator_alias, schema, schema_for, schema_of, schema_text};

use crate::diag::Span;
use crate::source::Node;

/// A text and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// A whole document.
#[derive(Debug, Clone)]
pub struct Spec {
    /// Where the document stands.
    pub span: Span,
    /// The edition.
    pub edition: Node,
    /// For people.
    pub name: Option<Name>,
    /// Seed of all values.
    pub seed: Option<Node>,
    /// The only clock.
    pub now: Option<Name>,
    /// A locale or a weighted map of them.
    pub locale: Option<Node>,
    /// The spec's own knobs.
    pub vars: Vec<(Name, Node)>,
    /// Tables in order.
    pub tables: Vec<TableSpec>,
    /// Row counts by profile and table.
    pub profiles: Vec<(Name, Vec<(Name, Node)>)>,
    /// Named outputs: format, path and format options.
    pub outputs: Vec<(Name, Node)>,
}

/// One table.
#[derive(Debug, Clone)]
pub struct TableSpec {
    /// Its name.
    pub name: Name,
    /// Stable identity for renames.
    pub id: Option<Name>,
    /// For people.
    pub description: Option<Name>,
    /// A count or a time grid.
    pub rows: Option<Node>,
    /// The parent's table.
    pub per: Option<Name>,
    /// How many children a parent has.
    pub count: Option<Node>,
    /// Alias of the parent's row in expressions.
    pub alias: Option<Name>,
    /// Overrides the document's locale.
    pub locale: Option<Node>,
    /// Primary key columns.
    pub key: Vec<Name>,
    /// Lists of columns that are unique together, each with the list's span.
    pub unique: Vec<(Span, Vec<Name>)>,
    /// Columns in order.
    pub columns: Vec<ColumnSpec>,
    /// Rows fixed by hand.
    pub pins: Vec<Node>,
}

impl TableSpec {
    /// What it is called by for ever: its `id`, or else its name.
    pub fn identity(&self) -> &str {
        &self.id.as_ref().unwrap_or(&self.name).text
    }
}

/// One column.
#[derive(Debug, Clone)]
pub struct ColumnSpec {
    /// Its name.
    pub name: Name,
    /// Stable identity for renames.
    pub id: Option<Name>,
    /// For people.
    pub description: Option<Name>,
    /// What makes its values.
    pub making: Making,
    /// Output type.
    pub data_type: Option<Name>,
    /// A rate or an expression.
    pub null: Option<Node>,
    /// `unique: true`, at its key.
    pub unique: Option<Span>,
    /// Text form for text formats.
    pub format: Option<Name>,
    /// Overrides the table's locale.
    pub locale: Option<Node>,
}

impl ColumnSpec {
    /// What it is called by for ever: its `id`, or else its name.
    pub fn identity(&self) -> &str {
        &self.id.as_ref().unwrap_or(&self.name).text
    }
}

/// What makes a column's values.
#[derive(Debug, Clone)]
pub enum Making {
    /// One generator for all rows.
    Generator(GeneratorSpec),
    /// An ordered list of branches, the last without a condition.
    When(Vec<Branch>),
}

/// A generator's name and parameters.
#[derive(Debug, Clone)]
pub struct GeneratorSpec {
    /// The generator's name.
    pub name: Name,
    /// Its parameters: the column's mapping without the modifiers. An empty mapping for the shorthand.
    pub params: Node,
}

/// One entry of `when`.
#[derive(Debug, Clone)]
pub struct Branch {
    /// The condition; none in the last entry.
    pub condition: Option<Name>,
    /// What makes the values.
    pub generator: GeneratorSpec,
    /// `unique: true` for this branch, at its key.
    pub unique: Option<Span>,
    /// Where the entry stands.
    pub span: Span,
}

/// Keys of a column that every generator takes, with their one-line docs, in order of the catalogue.
pub const COLUMN_KEYS: &[&str] = &["gen", "type", "null", "unique", "when", "format", "description", "id", "locale"];
