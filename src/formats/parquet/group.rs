//! The rows of a row group in, its encoded column chunks out.

use super::CREATED_BY;
use super::columns::{logical_schema, parquet_schema, tune};
use crate::formats::TableShape;
use ::parquet::arrow::arrow_writer::{ArrowColumnChunk, ArrowRowGroupWriterFactory, compute_leaves};
use ::parquet::basic::Compression;
use ::parquet::errors::ParquetError;
use ::parquet::file::properties::{WriterProperties, WriterPropertiesPtr};
use ::parquet::file::writer::SerializedFileWriter;
use ::parquet::schema::types::{SchemaDescriptor, TypePtr};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_cast::cast;
use arrow_schema::{ArrowError, DataType, SchemaRef};
use arrow_select::concat::concat;
use std::io;
use std::sync::Arc;

/// Encoded column chunks, one a leaf.
pub type Columns = Vec<ArrowColumnChunk>;

/// Rows that are given to the column writers at once. They decide after every array whether a page is full, so arrays
/// are cut here, always alike, and not where batches happen to end.
const STEP: usize = 4096;

/// Rows in the order in which they came.
#[derive(Debug, Default)]
pub struct Rows {
    batches: Vec<RecordBatch>,
    len: usize,
}

impl Rows {
    /// Number of rows.
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Adds rows.
    pub fn push(&mut self, batch: RecordBatch) {
        self.len += batch.num_rows();
        self.batches.push(batch);
    }

    /// One column in steps; copied only where a step goes beyond the end of a batch.
    fn column(&self, index: usize, data_type: &DataType) -> Result<Vec<ArrayRef>, ArrowError> {
        let mut arrays: Vec<ArrayRef> = self.batches.iter().map(|batch| batch.column(index).clone()).collect();
        if arrays.iter().any(|array| array.data_type() != arrays[0].data_type()) {
            arrays = arrays.iter().map(|array| cast(array, data_type)).collect::<Result<_, _>>()?;
        }
        let mut steps = Vec::with_capacity(self.len.div_ceil(STEP));
        let mut parts = Parts::default();
        for array in arrays {
            let mut start = 0;
            while start < array.len() {
                let rows = (STEP - parts.len).min(array.len() - start);
                parts.push(array.slice(start, rows));
                start += rows;
                if parts.len == STEP {
                    steps.push(std::mem::take(&mut parts).join()?);
                }
            }
        }
        if parts.len > 0 {
            steps.push(parts.join()?);
        }
        Ok(steps)
    }
}

/// Parts of a step.
#[derive(Default)]
struct Parts {
    arrays: Vec<ArrayRef>,
    len: usize,
}

impl Parts {
    fn push(&mut self, array: ArrayRef) {
        self.len += array.len();
        self.arrays.push(array);
    }

    fn join(mut self) -> Result<ArrayRef, ArrowError> {
        if self.arrays.len() == 1 {
            return Ok(self.arrays.remove(0));
        }
        concat(&self.arrays.iter().map(AsRef::as_ref).collect::<Vec<_>>())
    }
}

/// How the row groups of a table are encoded.
#[derive(Debug)]
pub struct Group {
    schema: SchemaRef,
    parquet: SchemaDescriptor,
    compression: Compression,
}

impl Group {
    /// The way for a table that has passed the format's check.
    pub fn new(table: &TableShape, compression: Compression) -> Self {
        let parquet = parquet_schema(&table.schema).expect("the format's check has converted the schema");
        Self { schema: Arc::new(logical_schema(&table.schema)), parquet, compression }
    }

    /// The root of Parquet's schema.
    pub fn root(&self) -> TypePtr {
        self.parquet.root_schema_ptr()
    }

    /// Encodes the rows of one group.
    pub fn encode(&self, rows: Rows) -> Result<Columns, ParquetError> {
        let fields = self.schema.fields();
        let columns = fields.iter().enumerate().map(|(i, field)| rows.column(i, field.data_type()));
        let columns: Vec<Vec<ArrayRef>> = columns.collect::<Result<_, _>>()?;
        drop(rows);
        let mut writers = self.writer_factory(&columns)?.create_column_writers(0)?.into_iter();
        let mut chunks = Vec::new();
        for (field, arrays) in fields.iter().zip(columns) {
            let leaves = arrays.iter().map(|array| compute_leaves(field, array)).collect::<Result<Vec<_>, _>>()?;
            let width = leaves.first().map_or(0, Vec::len);
            let mut own: Vec<_> = writers.by_ref().take(width).collect();
            for leaves in leaves {
                for (writer, leaf) in own.iter_mut().zip(&leaves) {
                    writer.write(leaf)?;
                }
            }
            for writer in own {
                chunks.push(writer.close()?);
            }
        }
        Ok(chunks)
    }

    /// Column writers for these columns. They belong to a file of their own that is never written: only the encodings
    /// matter, and those differ by group.
    fn writer_factory(&self, columns: &[Vec<ArrayRef>]) -> Result<ArrowRowGroupWriterFactory, ParquetError> {
        let file = SerializedFileWriter::new(io::sink(), self.root(), self.properties(columns))?;
        Ok(ArrowRowGroupWriterFactory::new(&file, self.schema.clone()))
    }

    fn properties(&self, columns: &[Vec<ArrayRef>]) -> WriterPropertiesPtr {
        let mut properties = WriterProperties::builder()
            .set_created_by(CREATED_BY.to_owned())
            .set_compression(self.compression)
            .set_offset_index_disabled(true)
            .set_coerce_types(true);
        for (leaf, column) in self.parquet.columns().iter().enumerate() {
            let root = self.parquet.get_column_root_idx(leaf);
            let is_dictionary = columns[root].first().is_some_and(|array| has_dictionary(array.data_type()));
            properties = tune(properties, column.path(), column.physical_type(), is_dictionary);
        }
        Arc::new(properties.build())
    }
}

fn has_dictionary(data_type: &DataType) -> bool {
    matches!(data_type, DataType::Dictionary(..))
}
