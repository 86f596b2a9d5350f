//! What a format needs to know of a table: [`TableShape`]. No plan, no spec, only names and Arrow types.

use super::text::pattern::TextFormat;
use arrow_schema::{DataType, Field, FieldRef, Fields, Schema, SchemaRef};
use std::sync::Arc;

/// Key of a field's metadata: `json` marks text that is a JSON document.
pub const TYPE_KEY: &str = "synth.type";

/// Key of a field's metadata: how many fraction digits (0, 3 or 6) every text of a time or timestamp column shows.
/// Without it a value shows none when it is a whole second, else six. A value that needs more shows six in any case.
pub const FRACTION_KEY: &str = "synth.fraction";

/// A reference from one table to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignKey {
    /// Columns of this table.
    pub columns: Vec<String>,
    /// The table referred to.
    pub table: String,
    /// Its columns, as many, in the same order.
    pub target_columns: Vec<String>,
}

/// A table as a format sees it: visible columns only.
#[derive(Debug, Clone)]
pub struct TableShape {
    /// The table's name, any text.
    pub name: String,
    /// Names and logical types; strings are `Utf8` here, whatever their arrays are.
    pub schema: SchemaRef,
    /// Primary key columns; may be empty.
    pub key: Vec<String>,
    /// Column lists that are unique.
    pub unique: Vec<Vec<String>>,
    /// References to other tables.
    pub foreign_keys: Vec<ForeignKey>,
    /// The `format:` of each column, for text formats; as long as the schema, or empty for none at all.
    pub text_formats: Vec<Option<TextFormat>>,
}

impl TableShape {
    /// A table with columns only: no keys, no text formats.
    pub fn new(name: impl Into<String>, schema: SchemaRef) -> Self {
        Self {
            name: name.into(),
            schema,
            key: Vec::new(),
            unique: Vec::new(),
            foreign_keys: Vec::new(),
            text_formats: Vec::new(),
        }
    }

    /// The `format:` of the column at a position.
    pub fn text_format(&self, column: usize) -> Option<&TextFormat> {
        self.text_formats.get(column)?.as_ref()
    }
}

/// The logical type of a field, dictionaries resolved to their values.
pub fn logical(data_type: &DataType) -> &DataType {
    match data_type {
        DataType::Dictionary(_, values) => values,
        other => other,
    }
}

/// The schema with dictionaries resolved to their values, at every depth, and without metadata.
pub fn logical_schema(schema: &Schema) -> Schema {
    Schema::new(logical_fields(schema.fields()))
}

fn logical_fields(fields: &Fields) -> Fields {
    fields.iter().map(|field| logical_field(field)).collect()
}

fn logical_field(field: &Field) -> FieldRef {
    let data_type = match logical(field.data_type()) {
        DataType::List(item) => DataType::List(logical_field(item)),
        DataType::Struct(fields) => DataType::Struct(logical_fields(fields)),
        other => other.clone(),
    };
    Arc::new(Field::new(field.name(), data_type, field.is_nullable()))
}

/// Whether the field's text is a JSON document.
pub fn is_json(field: &Field) -> bool {
    field.metadata().get(TYPE_KEY).is_some_and(|kind| kind == "json")
}

/// The least number of fraction digits that the field's times show: 0, 3 or 6.
pub fn fraction_digits(field: &Field) -> Option<usize> {
    field.metadata().get(FRACTION_KEY)?.parse().ok().filter(|digits| matches!(digits, 0 | 3 | 6))
}
