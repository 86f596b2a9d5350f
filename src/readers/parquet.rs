//! Parquet in, Arrow's arrays out.

use super::arrow::Batches;
use super::table::{Column, Family, Source};
use super::{ReadError, ReadOptions, ReaderDef, input, problem, stem};
use ::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use ::parquet::basic::LogicalType;
use std::fs::File;
use std::path::Path;

/// The Parquet format.
pub static DEF: ReaderDef =
    ReaderDef { name: "parquet", extensions: &["parquet"], is_text: false, is_single: true, list };

/// Rows of a batch.
const ROWS: usize = 8192;

fn list(path: &Path, _: &ReadOptions) -> Result<Vec<Source>, ReadError> {
    let path = path.to_owned();
    let columns = columns(&open(&path)?);
    Ok(vec![Source {
        table: stem(&path),
        columns,
        open: Box::new(move || {
            let reader = open(&path)?.with_batch_size(ROWS).build();
            let reader = reader.map_err(|error| problem::unfit(&path, "its first row group", error))?;
            Ok(Box::new(Batches::new(&path, reader)))
        }),
        ..Source::default()
    }])
}

fn open(path: &Path) -> Result<ParquetRecordBatchReaderBuilder<File>, ReadError> {
    let builder = ParquetRecordBatchReaderBuilder::try_new(input::open(path)?);
    builder.map_err(|error| problem::unfit(path, "its end, where the schema stands", error))
}

/// The columns, those of JSON text as such.
fn columns(builder: &ParquetRecordBatchReaderBuilder<File>) -> Vec<Column> {
    let fields = builder.parquet_schema().root_schema().get_fields();
    let is_json = |at: usize| {
        let about = fields.get(at).map(|field| field.get_basic_info());
        about.and_then(|about| about.logical_type_ref()).is_some_and(|kind| *kind == LogicalType::Json)
    };
    let columns = builder.schema().fields().iter().enumerate().map(|(at, field)| match is_json(at) {
        true => Column { family: Family::Json, ..Column::of_field(field) },
        false => Column::of_field(field),
    });
    columns.collect()
}
