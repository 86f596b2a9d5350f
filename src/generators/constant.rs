//! `constant`: one value for all rows.

use std::sync::Arc;

use arrow_array::{Array, ArrayRef, BooleanArray, Float64Array, Int64Array, StringArray, new_null_array};
use arrow_cast::{CastOptions, cast_with_options};
use arrow_schema::DataType;
use arrow_select::take::take;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::GeneratorDef;
use crate::diag::Diagnostic;
use crate::engine::{Cells, Column};
use crate::plan::{Bounds, PlanContext, Planned, Reported, a_type};
use crate::source::{Node, Scalar, Value};

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "constant",
    summary: "one value for all rows",
    docs: "`null` is a value, too. With `type:` the text is read as that type: `{ gen: constant, value: 12.50, type: \
           \"decimal(10,2)\" }`.",
    example: "{ gen: constant, value: EUR }",
    bundle: None,
    params: |generator| Params::json_schema(generator),
    plan,
};

/// Parameters of `constant`.
struct Params;

impl JsonSchema for Params {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ConstantParams".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "properties": {
                "value": { "type": ["string", "number", "boolean", "null"], "description": "The value; `null` for none." }
            },
            "required": ["value"],
            "additionalProperties": false
        })
    }
}

struct Constant(ArrayRef);

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let node = cx.param("value").cloned().ok_or(Reported)?;
    let value = match cx.declared_type().cloned() {
        Some(to) => typed(cx, &node, &to)?,
        None => array(&node),
    };
    let bounds = bounds(&value);
    let (data_type, nullable) =
        (value.data_type().clone(), value.null_count() > 0 || *value.data_type() == DataType::Null);
    Ok(Planned::new(data_type, Constant(value)).nullable(nullable).bounds(bounds))
}

/// One value as an array, typed by how the YAML core schema reads it.
fn array(node: &Node) -> ArrayRef {
    match &node.value {
        Value::Scalar(Scalar::Bool(value)) => Arc::new(BooleanArray::from(vec![*value])),
        Value::Scalar(Scalar::Int { text }) => match text.parse::<i64>() {
            Ok(value) if value.to_string() == *text => Arc::new(Int64Array::from(vec![value])),
            _ => Arc::new(StringArray::from(vec![text.as_str()])),
        },
        Value::Scalar(Scalar::Float { text }) => match text.parse::<f64>() {
            Ok(value) if !text.contains(['e', 'E', '+', '_']) => Arc::new(Float64Array::from(vec![value])),
            _ => Arc::new(StringArray::from(vec![text.as_str()])),
        },
        Value::Scalar(Scalar::Str { text }) => Arc::new(StringArray::from(vec![text.as_str()])),
        _ => new_null_array(&DataType::Null, 1),
    }
}

/// The value as the declared type reads its text.
fn typed(cx: &mut PlanContext<'_, '_>, node: &Node, to: &DataType) -> Result<ArrayRef, Reported> {
    let Some(text) = node.text() else { return Ok(new_null_array(to, 1)) };
    let text: ArrayRef = Arc::new(StringArray::from(vec![text]));
    let options = CastOptions { safe: true, ..CastOptions::default() };
    match cast_with_options(&text, to, &options).ok().filter(|array| array.is_valid(0)) {
        Some(array) => Ok(array),
        None => {
            let kind = a_type(to);
            let error = Diagnostic::error("E0428", format!("this value is not {kind}"));
            Err(cx.fail(error.at(node.span, format!("not {kind}")).help("change the value or `type`")))
        }
    }
}

fn bounds(value: &ArrayRef) -> Option<Bounds> {
    use arrow_array::cast::AsArray;
    use arrow_array::types::Float64Type;
    if value.null_count() > 0 || !value.data_type().is_numeric() {
        return None;
    }
    let float = arrow_cast::cast(value, &DataType::Float64).ok()?;
    let float = float.as_primitive::<Float64Type>().value(0);
    Some(Bounds::Float { low: float, high: float })
}

impl Column for Constant {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let index = arrow_array::UInt32Array::from_value(0, cells.len());
        take(&self.0, &index, None).expect("index 0 is there")
    }

    fn constant(&self) -> Option<&ArrayRef> {
        Some(&self.0)
    }
}
