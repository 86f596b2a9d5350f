//! "ok boolean", "paid is a flag", "the code is text" -> the type of a column of which nothing else is known.

use std::ops::Range;

use super::edit::{prove, turn_into};
use super::view::View;
use crate::draft::ir::{ColumnType, Role};
use crate::draft::offline::scene::Scene;

/// Words for types -> their generators.
const TYPES: &[(&str, &str, ColumnType)] = &[
    ("%col is|are|as|being|:|= a|an? boolean|bool|flag|booleans", "bool", ColumnType::Auto),
    ("%col boolean|bool|flag", "bool", ColumnType::Auto),
    ("%col is|are|as|being|:|= a|an? integer|int|integers", "number", ColumnType::Integer),
    ("%col integer|int", "number", ColumnType::Integer),
    ("%col is|are|as|being|:|= a? timestamp|datetime", "datetime", ColumnType::Auto),
    ("%col is|are|as|being|:|= a? date", "date", ColumnType::Auto),
];

/// Reads the type of a column whose values nobody has told.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let (found, generator, r#type) =
        TYPES.iter().find_map(|(pattern, generator, r#type)| Some((view.find(&[pattern])?, *generator, *r#type)))?;
    let place = found.column()?;
    let is_open = view.column(&place).is_some_and(|column| {
        column.role == Role::Attribute
            && column.when.is_empty()
            && matches!(column.generator.as_str(), "text.words" | "text.title" | "text.sentence" | "text.word")
    });
    if !is_open {
        return None;
    }
    drop(view);
    if let Some(column) = scene.column_mut(&place) {
        turn_into(column, generator);
        column.r#type = r#type;
        if generator == "number" {
            column.set("min", "0");
            column.set("max", "1000");
        }
    }
    prove(scene, &place, found.tokens.clone());
    Some(found.tokens)
}
