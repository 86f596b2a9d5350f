//! A spec's text -> [`Data`]: its built tables in an SQLite database in memory, with what the plan says of them.

use arrow_array::cast::AsArray;
use arrow_array::types::Float64Type;
use arrow_array::{Array, ArrayRef};
use arrow_cast::cast;
use arrow_schema::DataType;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use synth::compile::{Compiled, compile};
use synth::engine::Engine;
use synth::plan::{Overrides, RowSource, TableId, logical_type};
use synth::source::{Node, SpecSource, parse};

use crate::support::texts;

/// Tables that stand alone have at most so many rows built: enough for shares and ranges, and quick without optimisation.
const MOST_ROWS: u64 = 2500;

/// No description of the corpus makes tables that are larger; a hostile one may.
const MOST_LOADED: u64 = 200_000;

/// Built data.
pub struct Data {
    /// The spec as a tree.
    pub document: Node,
    /// Its tables; table `i` is `t{i}` in the database.
    pub tables: Vec<Table>,
    /// The rows.
    pub base: Connection,
}

/// What the plan says of a table.
pub struct Table {
    /// Its name.
    pub name: String,
    /// Rows that the spec asks for, whatever has been built.
    pub rows: u64,
    /// Its columns with their types.
    pub columns: Vec<(String, DataType)>,
    /// Its key, where it is one column.
    pub key: Option<String>,
    /// Columns that refer to another table's key: column, table.
    pub references: Vec<(String, String)>,
}

/// Builds a spec; the error is what is wrong with it.
pub fn build(text: &str) -> Result<Data, String> {
    let whole = compiled(text, &Overrides::default())?;
    let engine = Engine::new(&whole.plan);
    let tables: Vec<Table> = (0..whole.plan.tables.len()).map(|at| table(&engine, TableId(at))).collect();
    let few = compiled(text, &Overrides { set: fewer(&whole), ..Overrides::default() })?;
    let engine = Engine::new(&few.plan);
    let base = Connection::open_in_memory().map_err(|error| error.to_string())?;
    for (at, table) in tables.iter().enumerate() {
        load(&engine, TableId(at), table, &base).map_err(|error| format!("table {}: {error}", table.name))?;
    }
    let document = parse(&SpecSource::from_text("spec.yaml", text)).map_err(|found| format!("{found:?}"))?;
    Ok(Data { document, tables, base })
}

fn compiled(text: &str, overrides: &Overrides) -> Result<Compiled, String> {
    compile(SpecSource::from_text("spec.yaml", text), overrides).map_err(|refused| {
        let said: Vec<String> =
            refused.found.iter().map(|found| format!("{}: {}", found.code, found.message)).collect();
        said.join("; ")
    })
}

/// Overrides under which no root table is large.
fn fewer(compiled: &Compiled) -> Vec<(String, String)> {
    let large = compiled.plan.tables.iter().zip(&compiled.spec.tables).filter(|(table, spec)| {
        let is_count = spec.rows.as_ref().is_some_and(|rows| rows.text().is_some());
        is_count && matches!(table.rows, RowSource::Root { rows } if rows > MOST_ROWS)
    });
    large.map(|(table, _)| (format!("{}.rows", table.name), MOST_ROWS.to_string())).collect()
}

fn table(engine: &Engine<'_>, id: TableId) -> Table {
    let plan = engine.plan();
    let of = plan.table(id);
    let columns = of.visible.iter().map(|column| plan.column(*column));
    let single = of.foreign_keys.iter().filter(|key| key.columns.len() == 1);
    Table {
        name: of.name.clone(),
        rows: if of.expected_rows > 1e5 {
            plan.constant_rows(id).unwrap_or(of.expected_rows as u64)
        } else {
            engine.rows(id)
        },
        columns: columns.map(|column| (column.name.clone(), logical_type(&column.data_type))).collect(),
        key: if let [key] = of.key.as_slice() { Some(key.clone()) } else { None },
        references: single.map(|key| (key.columns[0].clone(), key.table.clone())).collect(),
    }
}

fn load(engine: &Engine<'_>, id: TableId, table: &Table, base: &Connection) -> rusqlite::Result<()> {
    let arrays = engine.range(id, 0..engine.rows(id).min(MOST_LOADED), &engine.plan().table(id).visible);
    let names: Vec<String> = table.columns.iter().map(|(name, _)| quoted(name)).collect();
    let columns: Vec<Vec<Value>> = arrays.iter().map(values).collect();
    base.execute_batch(&format!("create table t{} ({}); begin", id.0, names.join(", ")))?;
    let places = vec!["?"; names.len()].join(", ");
    let mut insert = base.prepare(&format!("insert into t{} values ({places})", id.0))?;
    for row in 0..columns.first().map_or(0, Vec::len) {
        insert.execute(params_from_iter(columns.iter().map(|column| &column[row])))?;
    }
    base.execute_batch("commit")
}

/// A name as SQL writes it.
pub fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Values as SQLite takes them: numbers and truth as numbers, all else as texts.
fn values(array: &ArrayRef) -> Vec<Value> {
    let numbers = |array: &ArrayRef| -> Vec<Option<f64>> {
        let floats = cast(array, &DataType::Float64).expect("a number");
        floats.as_primitive::<Float64Type>().iter().collect()
    };
    match logical_type(array.data_type()) {
        kind if kind.is_integer() => texts(array)
            .into_iter()
            .map(|text| text.and_then(|text| text.parse().ok()).map_or(Value::Null, Value::Integer))
            .collect(),
        DataType::Float16 | DataType::Float32 | DataType::Float64 => {
            numbers(array).into_iter().map(|number| number.map_or(Value::Null, Value::Real)).collect()
        }
        DataType::Decimal128(..) | DataType::Decimal256(..) => texts(array)
            .into_iter()
            .map(|text| text.and_then(|text| text.parse().ok()).map_or(Value::Null, Value::Real))
            .collect(),
        DataType::Boolean => {
            let flags = array.as_boolean();
            flags.iter().map(|flag| flag.map_or(Value::Null, |flag| Value::Integer(i64::from(flag)))).collect()
        }
        _ => texts(array).into_iter().map(|text| text.map_or(Value::Null, Value::Text)).collect(),
    }
}
