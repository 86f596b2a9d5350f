//! A table's schema in, Parquet's schema and the encoding of each column out.

use super::options::{Dictionary, Options, Statistics};
use crate::formats::shape::{is_json, logical_schema};
use ::parquet::arrow::ArrowSchemaConverter;
use ::parquet::basic::{Encoding, LogicalType, Repetition, Type as PhysicalType};
use ::parquet::errors::ParquetError;
use ::parquet::file::properties::{EnabledStatistics, WriterPropertiesBuilder};
use ::parquet::schema::types::{ColumnPath, SchemaDescriptor, Type, TypePtr};
use arrow_schema::{Field, Schema};
use std::sync::Arc;

/// Parquet's schema: the converter's, with columns of JSON text marked as such.
pub fn parquet_schema(schema: &Schema) -> Result<SchemaDescriptor, ParquetError> {
    let converter = ArrowSchemaConverter::new().with_coerce_types(true).schema_root("schema");
    let plain = converter.convert(&logical_schema(schema))?;
    let fields = plain.root_schema().get_fields().iter().zip(schema.fields());
    let fields = fields.map(|(plain, field)| if is_json(field) { json_type(field) } else { Ok(plain.clone()) });
    let root = Type::group_type_builder("schema").with_fields(fields.collect::<Result<_, _>>()?).build()?;
    Ok(SchemaDescriptor::new(Arc::new(root)))
}

fn json_type(field: &Field) -> Result<TypePtr, ParquetError> {
    let repetition = if field.is_nullable() { Repetition::OPTIONAL } else { Repetition::REQUIRED };
    let builder = Type::primitive_type_builder(field.name(), PhysicalType::BYTE_ARRAY);
    Ok(Arc::new(builder.with_logical_type(Some(LogicalType::Json)).with_repetition(repetition).build()?))
}

/// Chooses encodings and statistics for the leaf at `path`: what is small and quick for generated data, unless the options say
/// otherwise.
pub fn tune(
    properties: WriterPropertiesBuilder,
    path: &ColumnPath,
    physical: PhysicalType,
    is_dictionary: bool,
    options: &Options,
) -> WriterPropertiesBuilder {
    let encoding = match physical {
        PhysicalType::INT32 | PhysicalType::INT64 => Encoding::DELTA_BINARY_PACKED,
        PhysicalType::BYTE_ARRAY => Encoding::DELTA_LENGTH_BYTE_ARRAY,
        _ => Encoding::PLAIN,
    };
    let dictionary = match options.dictionary {
        Dictionary::Auto => is_dictionary,
        Dictionary::Always => true,
        Dictionary::Never => false,
    };
    properties
        .set_column_dictionary_enabled(path.clone(), dictionary)
        .set_column_encoding(path.clone(), encoding)
        .set_column_statistics_enabled(path.clone(), statistics(options.statistics, physical))
}

fn statistics(asked: Statistics, physical: PhysicalType) -> EnabledStatistics {
    match (asked, physical) {
        // Bounds of texts help nobody to skip a row group and cost more than the texts themselves.
        (Statistics::None, _) | (Statistics::Auto, PhysicalType::BYTE_ARRAY) => EnabledStatistics::None,
        (Statistics::Auto | Statistics::Chunk, _) => EnabledStatistics::Chunk,
        (Statistics::Page, _) => EnabledStatistics::Page,
    }
}
