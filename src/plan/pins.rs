//! Rows fixed by hand: the spec's `pins` -> values by column and row number, put in place before readers run.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::{Array, ArrayRef, StringArray};
use arrow_cast::{CastOptions, cast_with_options};
use arrow_schema::DataType;

use super::build::Planner;
use super::context::Reported;
use super::{Bounds, ColumnPlan, Pins, TableId, a_type, logical_type};
use crate::diag::{Diagnostic, Span};
use crate::source::scalars::Number;
use crate::source::{Entry, Node};
use crate::spec::{ColumnSpec, GeneratorSpec, Making, TableSpec};

/// One fixed value: the row and the value as it stands in the spec.
pub(super) type Fixed = (u64, Node);

/// All pins, by what they fix.
#[derive(Debug, Default)]
pub(super) struct PinTable {
    columns: BTreeMap<(TableId, String), Vec<Fixed>>,
    fields: BTreeMap<(TableId, String, String), Vec<Fixed>>,
}

impl PinTable {
    /// The fixed values of a bundle's field.
    pub(super) fn field(&self, table: TableId, bundle: &str, field: &str) -> Option<&[Fixed]> {
        self.fields.get(&(table, bundle.to_owned(), field.to_owned())).map(Vec::as_slice)
    }
}

/// Finds the rows that pins select, and sorts their values by column.
pub(super) fn collect(planner: &mut Planner<'_>) -> PinTable {
    let mut pins = PinTable::default();
    for at in 0..planner.tables.len() {
        let spec = planner.tables[at].spec;
        for pin in &spec.pins {
            if let Ok(row) = row_of(planner, TableId(at), spec, pin) {
                for entry in pin.entries() {
                    add(planner, &mut pins, TableId(at), spec, entry, row);
                }
            }
        }
    }
    pins.columns.values_mut().chain(pins.fields.values_mut()).for_each(|fixed| fixed.sort_by_key(|(row, _)| *row));
    pins
}

/// The row that a pin's key entries select.
fn row_of(planner: &mut Planner<'_>, table: TableId, spec: &TableSpec, pin: &Node) -> Result<u64, Reported> {
    let mut refuse = |error: Diagnostic, span: Span, label: &str| {
        planner.diagnostics.push(error.at(span, label));
        Reported
    };
    let [key] = &spec.key[..] else {
        let error = Diagnostic::error("E0606", format!("pins in `{}` need a key of one column", spec.name.text));
        return Err(refuse(error.help("declare `key: [id]` with `id: sequence`"), pin.span, "which row is this?"));
    };
    let Some(entry) = pin.entry(&key.text) else {
        let error = Diagnostic::error("E0606", format!("this pin does not say its `{}`", key.text));
        return Err(refuse(error.help(format!("add `{}: 1`", key.text)), pin.span, "which row is this?"));
    };
    let sequence = spec.columns.iter().find(|column| column.name.text == key.text).and_then(sequence_of);
    let Some((start, step)) = sequence else {
        let error = Diagnostic::error("E0606", format!("pins in `{}` need a key made by `sequence`", spec.name.text));
        let error = error.help(format!("write `{}: sequence`", key.text));
        return Err(refuse(error, key.span, "its values do not tell the row"));
    };
    let value = entry.value.text().and_then(|text| Number::parse(text).ok()).and_then(|number| number.as_i128());
    let row = value.map(|value| value - start).filter(|steps| steps % step == 0).map(|steps| steps / step);
    let rows = planner.size(table).map_or(0, |size| size.max);
    match row.and_then(|row| u64::try_from(row).ok()).filter(|row| *row < rows) {
        Some(row) => Ok(row),
        None if row.is_some_and(|row| row >= 0) && planner.knobs.rows.contains_key(&spec.name.text) => {
            let text =
                format!("this pin is beyond the {rows} rows that `{}` has here, and is left out", spec.name.text);
            planner.diagnostics.push(Diagnostic::warning("W0601", text).at(entry.value.span, "not in this build"));
            Err(Reported)
        }
        None => {
            let last = start + step * i128::from(rows.saturating_sub(1));
            let error = Diagnostic::error("E0607", format!("no row of `{}` has this `{}`", spec.name.text, key.text));
            let error = error.at(entry.value.span, "selects no row");
            planner.diagnostics.push(error.help(format!("the keys run from {start} to {last}")));
            Err(Reported)
        }
    }
}

/// Start and step of a `sequence` column.
fn sequence_of(column: &ColumnSpec) -> Option<(i128, i128)> {
    let Making::Generator(generator) = &column.making else { return None };
    if generator.name.text != "sequence" {
        return None;
    }
    let parameter = |key: &str| match generator.params.get(key) {
        Some(node) => node.text().and_then(|text| Number::parse(text).ok()).and_then(|number| number.as_i128()),
        None => Some(1),
    };
    Some((parameter("start")?, parameter("step").filter(|step| *step != 0)?))
}

fn add(planner: &mut Planner<'_>, pins: &mut PinTable, table: TableId, spec: &TableSpec, entry: &Entry, row: u64) {
    let Some(column) = spec.columns.iter().find(|column| column.name.text == entry.key) else {
        let error = Diagnostic::error("E0409", format!("`{}` has no column `{}`", spec.name.text, entry.key));
        let names = spec.columns.iter().map(|column| column.name.text.as_str());
        planner.diagnostics.push(error.at(entry.key_span, "unknown").suggest(&entry.key, names));
        return;
    };
    if spec.key.iter().any(|key| key.text == entry.key) {
        return;
    }
    let fixed = pins.columns.entry((table, entry.key.clone())).or_default();
    if fixed.iter().any(|(known, _)| *known == row) {
        let error = Diagnostic::error("E0608", format!("`{}` is pinned twice for this row", entry.key));
        planner.diagnostics.push(error.at(entry.key_span, "a second time").help("drop one of the two"));
        return;
    }
    fixed.push((row, entry.value.clone()));
    if let Making::Generator(generator) = &column.making {
        for (bundle, field, value) in field_values(generator, &entry.value) {
            pins.fields.entry((table, bundle, field)).or_default().push((row, value));
        }
    }
}

/// What a pinned value says of the bundle behind its column: the field itself, and what follows from it.
fn field_values(generator: &GeneratorSpec, value: &Node) -> Vec<(String, String, Node)> {
    let name = &generator.name.text;
    let Some((bundle, field)) =
        crate::generators::find(name).and_then(|def| Some((def.bundle?, name.split_once('.')?.1)))
    else {
        return Vec::new();
    };
    let mut values = vec![(bundle.to_owned(), field.to_owned(), value.clone())];
    if let ("full_name", Some((first, last))) = (field, value.text().and_then(|text| text.rsplit_once(' '))) {
        values.push((bundle.to_owned(), "first_name".to_owned(), text_node(first, value.span)));
        values.push((bundle.to_owned(), "last_name".to_owned(), text_node(last, value.span)));
    }
    values
}

fn text_node(text: &str, span: Span) -> Node {
    Node { span, value: crate::source::Value::Scalar(crate::source::Scalar::Str { text: text.to_owned() }) }
}

/// The pins of a declared column, in its type.
pub(super) fn of_column(
    planner: &mut Planner<'_>,
    table: TableId,
    column: &ColumnSpec,
    plan: &ColumnPlan,
) -> Result<Option<Pins>, Reported> {
    let Some(fixed) = planner.pins.columns.get(&(table, column.name.text.clone())).cloned() else {
        return Ok(None);
    };
    let is_reference = matches!(&column.making, Making::Generator(generator) if generator.name.text == "ref");
    if plan.unique || is_reference {
        let span = fixed[0].1.span;
        let (error, help) = match is_reference {
            true => ("references cannot be pinned", "pin columns of the rows on both ends instead"),
            false => (
                "a unique column cannot be pinned",
                "its values are a permutation, and the pinned one may come again; drop the pin or `unique`",
            ),
        };
        planner.diagnostics.push(
            Diagnostic::error("E0609", format!("{error}: `{}`", column.name.text)).at(span, "pinned here").help(help),
        );
        return Err(Reported);
    }
    for (_, value) in &fixed {
        check_value(planner, plan, value)?;
    }
    planner.size(table)?;
    Ok(Some(pins(&fixed, &plan.data_type)))
}

/// The pins of a bundle's field, in its type.
pub(super) fn of_field(
    planner: &mut Planner<'_>,
    table: TableId,
    bundle: &str,
    field: &str,
    plan: &ColumnPlan,
) -> Option<Pins> {
    let fixed = planner.pins.field(table, bundle, field)?;
    Some(pins(fixed, &plan.data_type))
}

fn pins(fixed: &[Fixed], data_type: &DataType) -> Pins {
    let texts: StringArray = fixed.iter().map(|(_, value)| value.text().map(str::to_owned)).collect();
    let options = CastOptions { safe: true, ..CastOptions::default() };
    let texts: ArrayRef = Arc::new(texts);
    let values =
        cast_with_options(&texts, &logical_type(data_type), &options).expect("texts cast to every type of a column");
    Pins { rows: fixed.iter().map(|(row, _)| *row).collect(), values }
}

/// A pinned value must be of the column's type and within its proven bounds.
fn check_value(planner: &mut Planner<'_>, plan: &ColumnPlan, value: &Node) -> Result<(), Reported> {
    if value.is_null() {
        return Ok(());
    }
    let one = pins(&[(0, value.clone())], &plan.data_type);
    if one.values.is_null(0) {
        let kind = a_type(&plan.data_type);
        let error = Diagnostic::error("E0610", format!("the value of `{}` must be {kind}", plan.name));
        planner.diagnostics.push(error.at(value.span, format!("not {kind}")).help("pin a value of the column's type"));
        return Err(Reported);
    }
    let here = value.text().and_then(|text| text.parse::<f64>().ok());
    if let (Some(here), Some(bounds @ (Bounds::Integer { .. } | Bounds::Float { .. }))) = (here, plan.bounds) {
        let (low, high) = bounds.as_floats();
        if here < low || here > high {
            let error = Diagnostic::error("E0611", format!("`{}` lies between {low} and {high}", plan.name));
            planner
                .diagnostics
                .push(error.at(value.span, "outside").help("widen `min` and `max`, or pin a value within them"));
            return Err(Reported);
        }
    }
    Ok(())
}
