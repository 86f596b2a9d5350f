//! Parts of a column in, one array out whose buffers depend on its values alone.
//!
//! Two equal arrays may differ in memory: in the values below nulls, in the bits behind the last one, in whether a
//! validity map says that all is valid. What is written as memory has to be made alike first.

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, ListArray, StructArray, make_array};
use arrow_data::ArrayData;
use arrow_data::transform::MutableArrayData;
use arrow_schema::{ArrowError, DataType};
use std::sync::Arc;

/// Joins the parts, of one type without dictionaries, in that form.
pub fn join(parts: &[ArrayRef]) -> Result<ArrayRef, ArrowError> {
    match parts {
        [part] if part.null_count() == 0 && has_plain_buffers(part.data_type()) => Ok(part.clone()),
        _ => with_children(copy(parts)?),
    }
}

/// Whether the writer takes exactly the bytes of the rows of a slice.
fn has_plain_buffers(data_type: &DataType) -> bool {
    data_type.is_primitive() || matches!(data_type, DataType::Utf8 | DataType::Binary)
}

/// Copies values and leaves out those below nulls.
fn copy(parts: &[ArrayRef]) -> Result<ArrayRef, ArrowError> {
    let data: Vec<ArrayData> = parts.iter().map(|part| part.to_data()).collect();
    let rows = parts.iter().map(|part| part.len()).sum();
    let mut joined = MutableArrayData::try_new(data.iter().collect(), false, rows)?;
    for (index, part) in data.iter().enumerate() {
        let mut at = 0;
        let runs = part.nulls().map_or_else(|| vec![(0, part.len())], |nulls| nulls.valid_slices().collect());
        for (start, end) in runs {
            extend_nulls(&mut joined, start - at)?;
            joined.try_extend(index, start, end)?;
            at = end;
        }
        extend_nulls(&mut joined, part.len() - at)?;
    }
    Ok(make_array(joined.freeze()))
}

/// Without nulls there is no map to extend.
fn extend_nulls(joined: &mut MutableArrayData<'_>, rows: usize) -> Result<(), ArrowError> {
    if rows == 0 { Ok(()) } else { joined.try_extend_nulls(rows) }
}

fn with_children(array: ArrayRef) -> Result<ArrayRef, ArrowError> {
    Ok(match array.data_type() {
        DataType::List(_) => {
            let (item, offsets, values, nulls) = array.as_list::<i32>().clone().into_parts();
            Arc::new(ListArray::try_new(item, offsets, join(&[values])?, nulls)?)
        }
        DataType::Struct(_) => {
            let (fields, columns, nulls) = array.as_struct().clone().into_parts();
            let columns = columns.into_iter().map(|column| join(&[column])).collect::<Result<_, _>>()?;
            Arc::new(StructArray::try_new_with_length(fields, columns, nulls, array.len())?)
        }
        _ => array,
    })
}
