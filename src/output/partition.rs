//! A batch in, its rows by the values of some columns out, each with its Hive folder: `country=DE/year=2024`.

use crate::diag::Diagnostic;
use crate::formats::{Block, TableShape};
use crate::plan::type_name;
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, RecordBatch, UInt32Array};
use arrow_cast::cast;
use arrow_schema::{DataType, Schema};
use arrow_select::take::take_record_batch;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

/// The folder of nulls, as Hive names it.
const NULL: &str = "__HIVE_DEFAULT_PARTITION__";

/// Rows of one partition on their way into its file.
pub struct Piece {
    /// The folders, such as `country=DE/year=2024`; empty without partitions.
    pub partition: String,
    /// The encoded rows.
    pub block: Block,
    /// How many they are.
    pub rows: u64,
}

/// The columns by which a table's rows are spread over folders.
#[derive(Debug, Clone)]
pub struct Partition {
    /// Their places and names, outermost folder first.
    columns: Vec<(usize, String)>,
    /// The places of the others.
    others: Vec<usize>,
}

impl Partition {
    /// The partition by columns of a table, and the table without them: their values stand in the folders.
    ///
    /// # Errors
    /// `E0709`: a column that does not exist, stands twice, or has values that do not name folders; or none is left.
    pub fn new(table: &TableShape, names: &[String]) -> Result<(Self, TableShape), Diagnostic> {
        let mut columns: Vec<(usize, String)> = Vec::new();
        for name in names {
            let error =
                |why: &str| Diagnostic::error("E0709", format!("cannot partition `{}` by `{name}`: {why}", table.name));
            let Some((place, field)) = table.schema.column_with_name(name) else {
                let known = table.schema.fields().iter().map(|field| field.name().as_str());
                let error = error("the table has no such column").suggest(name, known);
                return Err(error
                    .help("name visible columns of the table; `tables:` limits the output to tables that have them"));
            };
            if columns.iter().any(|(other, _)| *other == place) {
                return Err(error("it is named twice").help("name every column once"));
            }
            if !names_folders(field.data_type()) {
                let why = format!("values of the type {} do not name folders", type_name(field.data_type()));
                return Err(error(&why).help(
                    "partition by a text, an integer, a boolean or a date; derive one with `expr` where needed",
                ));
            }
            columns.push((place, name.clone()));
        }
        let others: Vec<usize> =
            (0..table.schema.fields().len()).filter(|at| columns.iter().all(|(place, _)| place != at)).collect();
        if others.is_empty() {
            let error = Diagnostic::error("E0709", format!("`{}` would have no column left in its files", table.name));
            return Err(error.help("partition by fewer columns"));
        }
        let shape = without(table, &others);
        Ok((Self { columns, others }, shape))
    }

    /// The rows of each partition that occurs in a batch, in the order of the folders' names.
    pub fn split(&self, batch: &RecordBatch) -> Vec<(String, RecordBatch)> {
        let texts: Vec<ArrayRef> = self.columns.iter().map(|(place, _)| as_text(batch.column(*place))).collect();
        let mut rows: BTreeMap<Vec<Option<&str>>, Vec<u32>> = BTreeMap::new();
        for row in 0..batch.num_rows() {
            let values = texts.iter().map(|text| text.is_valid(row).then(|| text.as_string::<i32>().value(row)));
            rows.entry(values.collect()).or_default().push(row as u32);
        }
        let others = batch.project(&self.others).expect("the columns are there");
        let pieces = rows.into_iter().map(|(values, rows)| {
            let part = take_record_batch(&others, &UInt32Array::from(rows)).expect("the rows are there");
            (self.folders(&values), part)
        });
        pieces.collect()
    }

    fn folders(&self, values: &[Option<&str>]) -> String {
        let folder = |((_, name), value): (&(usize, String), &Option<&str>)| {
            format!("{}={}", escaped(name), value.map_or_else(|| NULL.to_owned(), escaped))
        };
        self.columns.iter().zip(values).map(folder).collect::<Vec<_>>().join("/")
    }

    /// How many levels of folders there are.
    pub fn levels(&self) -> usize {
        self.columns.len()
    }
}

fn names_folders(data_type: &DataType) -> bool {
    match data_type {
        DataType::Dictionary(_, values) => names_folders(values),
        DataType::Utf8 | DataType::Boolean | DataType::Date32 => true,
        other => other.is_integer(),
    }
}

fn as_text(array: &ArrayRef) -> ArrayRef {
    cast(array, &DataType::Utf8).expect("texts, integers, booleans and dates have a text")
}

/// A table with some of its columns, and the keys that they still hold.
fn without(table: &TableShape, kept: &[usize]) -> TableShape {
    let fields: Vec<_> = kept.iter().map(|at| table.schema.fields()[*at].clone()).collect();
    let schema = Schema::new_with_metadata(fields, table.schema.metadata().clone());
    let holds = |names: &[String]| names.iter().all(|name| schema.column_with_name(name).is_some());
    TableShape {
        name: table.name.clone(),
        key: if holds(&table.key) { table.key.clone() } else { Vec::new() },
        unique: table.unique.iter().filter(|list| holds(list)).cloned().collect(),
        foreign_keys: table.foreign_keys.iter().filter(|key| holds(&key.columns)).cloned().collect(),
        text_formats: kept.iter().filter_map(|at| table.text_formats.get(*at).cloned()).collect(),
        schema: Arc::new(schema),
    }
}

/// A name or value as part of a folder's name, as Hive's `FileUtils.escapePathName` writes it: control characters and those
/// that have a meaning in paths are percent-encoded.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_control() || "\"#%'*/:=?\\{[]^".contains(c) {
            write!(out, "%{:02X}", c as u32).expect("writing to a string cannot fail");
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow_array::{Int64Array, StringArray};
    use arrow_schema::Field;

    fn batch() -> (TableShape, RecordBatch) {
        let fields = vec![Field::new("id", DataType::Int64, false), Field::new("c d", DataType::Utf8, true)];
        let schema = Arc::new(Schema::new(fields));
        let texts = StringArray::from(vec![Some("DE"), None, Some("a/b"), Some("DE"), Some("")]);
        let columns: Vec<ArrayRef> = vec![Arc::new(Int64Array::from(vec![1, 2, 3, 4, 5])), Arc::new(texts)];
        (TableShape::new("t", schema.clone()), RecordBatch::try_new(schema, columns).unwrap())
    }

    #[test]
    fn rows_go_to_the_folders_of_their_values() {
        let (table, batch) = batch();
        let (partition, shape) = Partition::new(&table, &["c d".to_owned()]).unwrap();
        assert_eq!(shape.schema.fields().len(), 1);
        let pieces: Vec<(String, usize)> =
            partition.split(&batch).into_iter().map(|(folder, rows)| (folder, rows.num_rows())).collect();
        let expected = [(NULL, 1), ("", 1), ("DE", 2), ("a%2Fb", 1)];
        assert_eq!(pieces, expected.map(|(value, rows)| (format!("c d={value}"), rows)));
    }

    #[test]
    fn columns_that_name_no_folders_are_refused() {
        let (table, _) = batch();
        for names in [&["nothing"][..], &["id", "id"], &["id", "c d"]] {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            assert_eq!(Partition::new(&table, &names).unwrap_err().code, "E0709", "{names:?}");
        }
    }
}
