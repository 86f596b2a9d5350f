//! A table -> its first rows, and their cells as text.

use arrow_array::RecordBatch;
use serde_json::json;

use crate::engine::{Chunk, Engine};
use crate::formats::{self, Block, Opening, Origin, TableShape};
use crate::plan::TableId;

/// The first `rows` rows of a table, or all when there are fewer. Makes no more of its family than it must, and counts
/// no table as a whole.
pub fn first_rows(engine: &Engine<'_>, table: TableId, rows: u64) -> RecordBatch {
    let plan = engine.plan();
    if let Some(all) = plan.constant_rows(table) {
        return engine.batch(table, 0..rows.min(all));
    }
    let root = plan.root_of(table);
    let roots = engine.rows(root);
    let children = (plan.table(table).expected_rows / roots.max(1) as f64).max(1e-6);
    let mut some = ((rows as f64 / children) as u64 + 1).min(roots);
    loop {
        let mut batches = engine.make(&Chunk::Family { root, roots: 0..some }, &[table]);
        let (_, batch) = batches.pop().expect("one table is asked for");
        if batch.num_rows() as u64 >= rows || some == roots {
            return batch.slice(0, (rows as usize).min(batch.num_rows()));
        }
        some = some.saturating_mul(4).min(roots);
    }
}

/// Rows as CSV without a header.
pub fn csv(shape: &TableShape, batch: &RecordBatch) -> Vec<u8> {
    let csv = formats::find("csv").expect("CSV is among the formats");
    let opening = Opening { tables: std::slice::from_ref(shape), origin: &Origin::default() };
    let format = (csv.open)(&json!({ "header": false, "null": "NULL" }), &opening).expect("these options are sound");
    let layout = format.layout(&[shape], false).expect("one table is always possible");
    match layout.encoders[0].encode(batch, Vec::new()) {
        Block::Bytes(bytes) | Block::Lines { bytes, .. } => bytes,
        Block::Rows(_) => Vec::new(),
    }
}

/// The cells of some rows as text; `None` for nulls.
pub fn cells(shape: &TableShape, batch: &RecordBatch) -> Vec<Vec<Option<String>>> {
    let bytes = csv(shape, batch);
    let records = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice()).into_byte_records();
    let rows = records.flatten().enumerate().map(|(row, record)| {
        let cells = record.iter().enumerate().map(|(column, cell)| {
            let is_null = batch.column(column).is_null(row);
            (!is_null).then(|| String::from_utf8_lossy(cell).into_owned())
        });
        cells.collect()
    });
    rows.collect()
}
