//! The text of a spec -> its columns or its findings: what the tests of generators share.

use std::path::Path;
use std::sync::LazyLock;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef};
use arrow_cast::cast;
use arrow_schema::DataType;
use serde_json::Value;

use crate::diag::{Diagnostic, Diagnostics, Severity};
use crate::engine::Engine;
use crate::plan::{self, Overrides, Plan};
use crate::source::{SpecSource, parse};
use crate::spec;
use crate::validate::Validator;

static SCHEMA: LazyLock<Value> = LazyLock::new(spec::schema);
static VALIDATOR: LazyLock<Validator<'static>> = LazyLock::new(|| Validator::new(&SCHEMA));

/// Plans a whole spec, schema first; files are looked for in `folder`.
pub fn plan_in(folder: &Path, text: &str) -> Result<(Plan, Diagnostics), Diagnostics> {
    let source = SpecSource::from_text("test.yaml", text);
    let root = parse(&source)?;
    let found = VALIDATOR.check(&root);
    if found.has_errors() {
        return Err(found);
    }
    plan::plan(&spec::read(&root), folder, &Overrides::default())
}

/// Plans a whole spec.
pub fn plan(text: &str) -> Result<(Plan, Diagnostics), Diagnostics> {
    plan_in(Path::new("."), text)
}

/// A spec of one table `t` with these columns (YAML flow or block entries, one a line).
pub fn spec_of(rows: u64, columns: &[(&str, &str)]) -> String {
    let columns: String = columns.iter().map(|(name, making)| format!("      {name}: {making}\n")).collect();
    format!("synth: 1\ntables:\n  t:\n    rows: {rows}\n    columns:\n{columns}")
}

/// All values of a column of a table.
pub fn values(plan: &Plan, table: &str, column: &str) -> ArrayRef {
    let id = plan.table_named(table).expect("the table is there");
    let engine = Engine::new(plan);
    let found = plan.columns.iter().position(|known| known.table == id && known.name == column);
    let column = plan::ColumnId(found.expect("the column is there"));
    let array = engine.range(id, 0..engine.rows(id), &[column]).remove(0);
    let parts = scattered(&engine, id, column);
    let whole = text(&array);
    parts.into_iter().for_each(|(row, value)| assert_eq!(value, whole[row], "row {row} alone differs"));
    array
}

/// A few rows asked for alone.
fn scattered(engine: &Engine<'_>, table: plan::TableId, column: plan::ColumnId) -> Vec<(usize, Option<String>)> {
    let rows = engine.rows(table);
    let some: Vec<u64> = [7, 3, rows.saturating_sub(1)].into_iter().filter(|row| *row < rows).collect();
    let array = engine.scattered(table, &some, &[column]).remove(0);
    some.into_iter().map(|row| row as usize).zip(text(&array)).collect()
}

/// The last of some columns of a table with `rows` rows.
pub fn last(rows: u64, columns: &[(&str, &str)]) -> ArrayRef {
    let text = spec_of(rows, columns);
    let (plan, _) = plan(&text).unwrap_or_else(|found| panic!("{text}\n{found:#?}"));
    values(&plan, "t", columns[columns.len() - 1].0)
}

/// The values of a column in a table with `rows` rows.
pub fn column(rows: u64, making: &str) -> ArrayRef {
    last(rows, &[("x", making)])
}

/// Values as text, null for null.
pub fn text(array: &ArrayRef) -> Vec<Option<String>> {
    let array = cast(array, &DataType::Utf8).expect("all types of the tests cast to text");
    array.as_string::<i32>().iter().map(|value| value.map(str::to_owned)).collect()
}

/// Values as text, of which none is null.
pub fn texts(array: &ArrayRef) -> Vec<String> {
    assert_eq!(array.null_count(), 0);
    text(array).into_iter().flatten().collect()
}

/// Values as floats, of which none is null.
pub fn floats(array: &ArrayRef) -> Vec<f64> {
    let array = cast(array, &DataType::Float64).expect("numbers cast to floats");
    assert_eq!(array.null_count(), 0);
    array.as_primitive::<arrow_array::types::Float64Type>().values().to_vec()
}

/// The only finding of a column that cannot be planned, with the text that it underlines.
pub fn refused(rows: u64, columns: &[(&str, &str)]) -> (Diagnostic, String) {
    let text = spec_of(rows, columns);
    let found = match plan(&text) {
        Ok(_) => panic!("planned:\n{text}"),
        Err(found) => found,
    };
    let mut errors = found.into_iter().filter(|finding| finding.severity == Severity::Error);
    let error = errors.next().expect("an error");
    assert!(errors.next().is_none(), "more than one finding");
    let span = error.primary.as_ref().expect("a place").span;
    let culprit = text[span.start..span.end].to_owned();
    (error, culprit)
}

/// The code and the culprit of the only finding of a column.
pub fn refusal(making: &str) -> (&'static str, String) {
    let (error, culprit) = refused(1000, &[("x", making)]);
    assert!(!error.help.is_empty(), "{} has no fix", error.message);
    (error.code, culprit)
}

/// Whether no value is there twice.
pub fn distinct(array: &ArrayRef) -> bool {
    let mut all = texts(array);
    all.sort_unstable();
    all.windows(2).all(|pair| pair[0] != pair[1])
}
