//! A JSON Schema of an object -> the columns that it describes.

use std::ops::Range;

use super::{Pair, member, pairs, text_of};
use crate::draft::ir::{Column, ColumnType};
use crate::draft::offline::columns;
use crate::draft::offline::frame::Frame;
use crate::draft::offline::scene::{Place, Scene};

/// Reads the properties of a schema into a table.
pub fn read(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, schema: &[Pair], properties: Range<usize>) {
    frame.listed.insert(table.to_owned());
    let required = member(scene, schema, "required").map(|list| columns::listed(scene, list.start + 1..list.end - 1));
    for (key, value) in pairs(scene, properties.start + 1..properties.end - 1) {
        let name = text_of(scene, key.clone());
        if scene.text.norm(value.start) != "{" {
            continue;
        }
        let says = pairs(scene, value.start + 1..value.end - 1);
        let said = |key: &str| member(scene, &says, key).map(|value| text_of(scene, value));
        let (data_type, format) = (said("type").unwrap_or_default(), said("format").unwrap_or_default());
        let bounds = (said("minimum"), said("maximum"));
        let pattern = said("pattern");
        let values = member(scene, &says, "enum").map(|list| columns::listed(scene, list.start + 1..list.end - 1));
        if matches!(data_type.as_str(), "array" | "object") {
            scene.cannot(
                key.start..value.end,
                format!("`{name}` holds more than one value; a table has one in each cell"),
            );
            continue;
        }
        let evidence = scene.quote(key.start..value.end);
        let Some(place) = columns::put(scene, frame, table, &name, evidence) else { continue };
        let is_optional = required.as_ref().is_some_and(|required| !required.contains(&name));
        if let Some(column) = scene.column_mut(&place) {
            shape(column, &data_type, &format);
            bound(column, bounds);
            if let Some(values) = values.filter(|values| values.len() >= 2) {
                columns::choose(column, &values);
            }
            column.null_rate = if is_optional { column.null_rate.max(0.1) } else { column.null_rate };
        }
        if let Some(pattern) = pattern {
            match_pattern(scene, &place, &pattern);
        }
    }
}

fn shape(column: &mut Column, data_type: &str, format: &str) {
    match (data_type, format) {
        (_, "date") => columns::shape(column, ColumnType::Date, None),
        (_, "date-time") => columns::shape(column, ColumnType::Timestamp, None),
        (_, "uuid") => become_one(column, "uuid"),
        (_, "email") if column.generator != "person.email" => become_one(column, "person.email"),
        ("integer", _) => columns::shape(column, ColumnType::Integer, None),
        ("number", _) => columns::shape(column, ColumnType::Decimal, None),
        ("boolean", _) => columns::shape(column, ColumnType::Boolean, None),
        ("string", _) => columns::shape(column, ColumnType::String, None),
        _ => {}
    }
}

fn become_one(column: &mut Column, generator: &str) {
    column.generator = generator.to_owned();
    column.params.clear();
    column.r#type = ColumnType::Auto;
}

/// Bounds of a number; a law that the lexicon has makes way.
fn bound(column: &mut Column, (min, max): (Option<String>, Option<String>)) {
    let fits = |bound: &Option<String>| bound.as_ref().is_none_or(|bound| bound.parse::<f64>().is_ok());
    if (min.is_none() && max.is_none()) || !fits(&min) || !fits(&max) {
        return;
    }
    let known = |key: &str, column: &Column| column.param(key).map(str::to_owned);
    let min = min.or_else(|| known("min", column)).unwrap_or_else(|| "0".to_owned());
    let max = max.or_else(|| known("max", column)).unwrap_or_else(|| format!("{}000", min.trim_start_matches('0')));
    column.generator = "number".to_owned();
    column.params.retain(|param| param.key == "scale");
    column.set("min", min);
    column.set("max", max);
}

fn match_pattern(scene: &mut Scene<'_>, place: &Place, pattern: &str) {
    let pattern = pattern.replace("\\\\", "\\");
    let inner = pattern.trim_start_matches('^').trim_end_matches('$');
    let escaped = inner.replace('\\', "\\\\").replace('"', "\\\"");
    if let Some(column) = scene.column_mut(place) {
        become_one(column, "pattern");
        column.set("pattern", format!("\"{escaped}\""));
    }
}
