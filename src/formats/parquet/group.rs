//! The rows of a row group in, its encoded column chunks out.

use super::CREATED_BY;
use super::columns::{parquet_schema, tune};
use super::options::{Options, Statistics};
use crate::formats::TableShape;
use crate::formats::gather::Rows;
use crate::formats::shape::logical_schema;
use ::parquet::arrow::arrow_writer::{ArrowColumnChunk, ArrowRowGroupWriterFactory, compute_leaves};
use ::parquet::errors::ParquetError;
use ::parquet::file::properties::{WriterProperties, WriterPropertiesPtr};
use ::parquet::file::writer::SerializedFileWriter;
use ::parquet::schema::types::{SchemaDescriptor, TypePtr};
use arrow_array::{Array, ArrayRef};
use arrow_schema::{DataType, SchemaRef};
use std::io;
use std::sync::Arc;

/// Encoded column chunks, one a leaf.
pub type Columns = Vec<ArrowColumnChunk>;

/// Rows that are given to the column writers at once. They decide after every array whether a page is full, so arrays
/// are cut here, always alike, and not where batches happen to end.
const STEP: usize = 4096;

/// How the row groups of a table are encoded.
#[derive(Debug)]
pub struct Group {
    schema: SchemaRef,
    parquet: SchemaDescriptor,
    options: Options,
}

impl Group {
    /// The way for a table that has passed the format's check.
    pub fn new(table: &TableShape, options: Options) -> Self {
        let parquet = parquet_schema(&table.schema).expect("the format's check has converted the schema");
        Self { schema: Arc::new(logical_schema(&table.schema)), parquet, options }
    }

    /// The root of Parquet's schema.
    pub fn root(&self) -> TypePtr {
        self.parquet.root_schema_ptr()
    }

    /// Encodes the rows of one group.
    pub fn encode(&self, rows: Rows) -> Result<Columns, ParquetError> {
        let fields = self.schema.fields();
        let columns = fields.iter().enumerate().map(|(i, field)| rows.steps(i, field.data_type(), STEP));
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
            .set_compression(self.options.compression())
            .set_offset_index_disabled(self.options.statistics != Statistics::Page)
            .set_coerce_types(true);
        for (leaf, column) in self.parquet.columns().iter().enumerate() {
            let root = self.parquet.get_column_root_idx(leaf);
            let is_dictionary = columns[root].first().is_some_and(|array| has_dictionary(array.data_type()));
            properties = tune(properties, column.path(), column.physical_type(), is_dictionary, &self.options);
        }
        Arc::new(properties.build())
    }
}

fn has_dictionary(data_type: &DataType) -> bool {
    matches!(data_type, DataType::Dictionary(..))
}
