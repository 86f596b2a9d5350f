//! A compiled spec -> [`TableShape`]s: its tables as formats see them.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_schema::{DataType, Field, Schema};

use crate::compile::Compiled;
use crate::diag::{Diagnostic, Diagnostics};
use crate::formats::shape::TYPE_KEY;
use crate::formats::text::pattern::TextFormat;
use crate::formats::{ForeignKey, TableShape};
use crate::plan::{ColumnPlan, Plan, TableId, logical_type};
use crate::spec::{ColumnSpec, TableSpec};

/// The shapes of some tables. Keys and references appear where all their columns are written, and references where the
/// table that they point to is among `tables`.
///
/// # Errors
/// `E0807` for every `format:` that does not fit its column's type.
pub fn shapes(compiled: &Compiled, tables: &[TableId]) -> Result<Vec<TableShape>, Diagnostics> {
    let mut found = Diagnostics::new();
    let shapes = tables.iter().map(|table| shape(compiled, *table, tables, &mut found)).collect();
    found.into_result(shapes).map(|(shapes, _)| shapes)
}

fn shape(compiled: &Compiled, id: TableId, tables: &[TableId], found: &mut Diagnostics) -> TableShape {
    let (plan, table) = (&compiled.plan, compiled.plan.table(id));
    let spec = &compiled.spec.tables[id.0];
    let columns: Vec<&ColumnPlan> = table.visible.iter().map(|column| plan.column(*column)).collect();
    let fields: Vec<Field> = columns.iter().map(|column| field(column, declared(spec, &column.name))).collect();
    let text_formats = columns.iter().map(|column| {
        let parsed = column.format.as_ref().map(|text| text_format(column, text, declared(spec, &column.name)));
        parsed.and_then(|parsed| found.take(parsed))
    });
    TableShape {
        name: table.name.clone(),
        text_formats: text_formats.collect(),
        schema: Arc::new(Schema::new(fields)),
        key: if are_written(plan, id, &table.key) { table.key.clone() } else { Vec::new() },
        unique: table.unique.iter().filter(|list| are_written(plan, id, list)).cloned().collect(),
        foreign_keys: foreign_keys(plan, id, tables),
    }
}

fn declared<'s>(spec: &'s TableSpec, name: &str) -> Option<&'s ColumnSpec> {
    spec.columns.iter().find(|column| column.name.text == name)
}

fn field(column: &ColumnPlan, spec: Option<&ColumnSpec>) -> Field {
    let data_type: DataType = logical_type(&column.data_type);
    let field = Field::new(&column.name, data_type, column.nullable);
    let said = spec.and_then(|spec| spec.data_type.as_ref());
    match said.is_some_and(|name| name.text == "json") {
        true => field.with_metadata([(TYPE_KEY, "json")]),
        false => field,
    }
}

fn text_format(column: &ColumnPlan, text: &str, spec: Option<&ColumnSpec>) -> Result<TextFormat, Diagnostic> {
    let span = spec.and_then(|spec| spec.format.as_ref()).map_or(column.span, |format| format.span);
    TextFormat::parse(text, &logical_type(&column.data_type)).map_err(|why| {
        let error = Diagnostic::error("E0807", format!("the format `{text}` does not fit `{}`", column.name));
        error.at(span, why).help("leave `format` out, or write one such as `%d/%m/%Y` for dates or `%.2f` for numbers")
    })
}

/// Whether all of these columns of a table are written.
fn are_written(plan: &Plan, table: TableId, names: &[String]) -> bool {
    let visible = &plan.table(table).visible;
    names.iter().all(|name| visible.iter().any(|id| plan.column(*id).name == *name))
}

fn foreign_keys(plan: &Plan, table: TableId, tables: &[TableId]) -> Vec<ForeignKey> {
    let names: BTreeMap<&str, TableId> = tables.iter().map(|id| (plan.table(*id).name.as_str(), *id)).collect();
    let kept = plan.table(table).foreign_keys.iter().filter(|key| {
        let target = names.get(key.table.as_str());
        are_written(plan, table, &key.columns) && target.is_some_and(|id| are_written(plan, *id, &key.target_columns))
    });
    let shaped = kept.map(|key| ForeignKey {
        columns: key.columns.clone(),
        table: key.table.clone(),
        target_columns: key.target_columns.clone(),
    });
    shaped.collect()
}
