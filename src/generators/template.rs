//! `template`: a text with names of columns in it -> that text with their values. Plain templates are joined by columns; others
//! run in the template engine row by row.

mod engine;
mod plain;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, StringArray};
use arrow_buffer::{Buffer, NullBuffer, OffsetBuffer};
use arrow_cast::cast;
use arrow_schema::DataType;
use schemars::JsonSchema;
use serde::Deserialize;

use self::engine::Program;
use self::plain::Piece;
use super::{GeneratorDef, part_of};
use crate::diag::{Diagnostic, Span};
use crate::engine::{Cells, Column};
use crate::expr::Expr;
use crate::plan::{PlanContext, Planned, Reported, Source, Uniqueness};
use crate::source::Spanned;
use crate::spec::Name;

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "template",
    summary: "text put together from the row's columns",
    docs: "`{{ name }}` stands for a column's value, also of the parent (`{{ customers.name }}`) or of a referenced row. A null in any of the \
           columns makes the whole text null; use an `expr` with `coalesce` before where it should not. Values are written as SQL's \
           `cast(x as varchar)` writes them.\n\n\
           Filters (`{{ name|upper }}`), conditions (`{% if n > 1 %}…{% endif %}`) and loops are those of Jinja, by the \
           `minijinja` crate; integers, floats and booleans then come as such and everything else as text. They are much slower \
           than plain names. Unknown names, filters and functions are errors; a row at which a template fails otherwise \
           gets null.",
    example: "{ gen: template, template: \"{{ first_name }}.{{ last_name }}@example.org\" }",
    bundle: None,
    params: |generator| Params::json_schema(generator),
    plan,
};

/// Parameters of `template`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Params {
    /// The text, with `{{ column }}` in it.
    template: Spanned<String>,
}

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let Params { template } = cx.params()?;
    match plain::pieces(&template.value) {
        Some(pieces) => joined(cx, &template, pieces),
        None => engine::plan(cx, &template),
    }
}

/// Reads a column of a template, and makes the expression that is its text.
fn read(cx: &mut PlanContext<'_, '_>, path: &str, span: Span) -> Result<(Source, Expr), Reported> {
    let source = cx.read(path, span)?;
    if source.data_type == DataType::Null {
        return Err(cx.fail(super::no_value(path, span)));
    }
    let quoted = path.split('.').map(|part| format!("\"{part}\"")).collect::<Vec<_>>().join(".");
    let text = cx.expression(&Name { text: quoted, span })?;
    text.cast_to(&DataType::Utf8).map(|text| (source, text)).map_err(|error| {
        cx.fail(
            Diagnostic::error("E0422", error.message)
                .at(span, "has no text form")
                .help("name columns of text, numbers or times"),
        )
    })
}

fn joined(cx: &mut PlanContext<'_, '_>, template: &Spanned<String>, pieces: Vec<Piece>) -> Result<Planned, Reported> {
    let mut parts = Vec::new();
    let mut sources = Vec::new();
    let mut failed = false;
    for piece in pieces {
        match piece {
            Piece::Text(text) => parts.push(Part::Text(text)),
            Piece::Column { path, range } => match read(cx, &path, part_of(template.span, &template.value, range)) {
                Ok((source, text)) => {
                    sources.push(source);
                    parts.push(Part::Column(text));
                }
                Err(Reported) => failed = true,
            },
        }
    }
    if failed {
        return Err(Reported);
    }
    let is_nullable = sources.iter().any(|source| source.nullable);
    let uniqueness = match &sources[..] {
        [only] if only.unique && !only.nullable => Uniqueness::Always,
        _ => Uniqueness::Unknown { why: "only a template of one column, itself unique and never null, is unique" },
    };
    Ok(Planned::new(DataType::Utf8, Joined(parts)).nullable(is_nullable).uniqueness(uniqueness))
}

enum Part {
    Text(String),
    Column(Expr),
}

struct Joined(Vec<Part>);

/// The text of an expression's values.
fn texts(text: &Expr, cells: &Cells<'_>) -> StringArray {
    let values = text.evaluate(cells.inputs(), cells.len());
    let values = cast(&values, &DataType::Utf8).expect("text is text, as a dictionary or plain");
    values.as_string::<i32>().clone()
}

/// The rows at which none of some arrays is null.
fn all_valid<'a>(arrays: impl Iterator<Item = &'a StringArray>) -> Option<NullBuffer> {
    arrays.fold(None, |known, array| NullBuffer::union(known.as_ref(), array.nulls()))
}

enum Lane<'a> {
    Text(&'a [u8]),
    Column(StringArray),
}

impl Column for Joined {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let lanes = self.0.iter().map(|part| match part {
            Part::Text(text) => Lane::Text(text.as_bytes()),
            Part::Column(text) => Lane::Column(texts(text, cells)),
        });
        let lanes: Vec<Lane<'_>> = lanes.collect();
        let columns =
            || lanes.iter().filter_map(|lane| if let Lane::Column(array) = lane { Some(array) } else { None });
        let nulls = all_valid(columns());
        let fixed: usize = lanes.iter().map(|lane| if let Lane::Text(text) = lane { text.len() } else { 0 }).sum();
        let varying: usize = columns().map(|array| array.value_data().len()).sum();
        let mut bytes = Vec::with_capacity(fixed * cells.len() + varying);
        let mut offsets = Vec::with_capacity(cells.len() + 1);
        offsets.push(0);
        for at in 0..cells.len() {
            if nulls.as_ref().is_none_or(|nulls| nulls.is_valid(at)) {
                for lane in &lanes {
                    bytes.extend_from_slice(match lane {
                        Lane::Text(text) => text,
                        Lane::Column(values) => values.value(at).as_bytes(),
                    });
                }
            }
            offsets.push(i32::try_from(bytes.len()).expect("a batch of texts of a spec's length is below 2 GiB"));
        }
        Arc::new(StringArray::new(OffsetBuffer::new(offsets.into()), Buffer::from_vec(bytes), nulls))
    }
}

/// A template that needs the engine, planned.
struct Rendered {
    program: Program,
    texts: Vec<Expr>,
}

impl Column for Rendered {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let columns: Vec<StringArray> = self.texts.iter().map(|text| texts(text, cells)).collect();
        let valid = all_valid(columns.iter());
        let natives = (0..columns.len()).map(|at| self.program.natives(at, cells, &columns[at])).collect();
        let rows =
            self.program.render(natives, cells.len(), |at| valid.as_ref().is_none_or(|nulls| nulls.is_valid(at)));
        Arc::new(rows.into_iter().collect::<StringArray>())
    }
}
