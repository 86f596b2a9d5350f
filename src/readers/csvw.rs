//! The description that may stand beside a CSV file (CSV on the Web) -> what a reader needs of it: [`Sidecar`].

use super::input;
use super::table::{Column, Family};
use serde_json::Value;
use std::path::Path;

/// What `FILE-metadata.json` says.
#[derive(Debug, Default)]
pub struct Sidecar {
    /// What stands between cells.
    pub delimiter: Option<u8>,
    /// Whether there is a header.
    pub header: Option<bool>,
    /// The text of a null.
    pub null: Option<String>,
    /// The primary key.
    pub key: Vec<String>,
    types: Vec<(String, Family)>,
}

impl Sidecar {
    /// The description beside a file; an empty one where there is none that can be read.
    pub fn beside(path: &Path) -> Self {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push("-metadata.json");
        let text = input::sidecar(&path.with_file_name(name));
        let document = text.and_then(|text| serde_json::from_str::<Value>(&text).ok());
        document.as_ref().map(Self::read).unwrap_or_default()
    }

    fn read(document: &Value) -> Self {
        let schema = &document["tableSchema"];
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let null = [&document["null"], &schema["null"]].into_iter().find(|value| !value.is_null());
        Self {
            delimiter: text(&document["dialect"]["delimiter"]).filter(|text| text.len() == 1).map(|t| t.as_bytes()[0]),
            header: document["dialect"]["header"].as_bool(),
            null: null.and_then(|null| text(null).or_else(|| text(&null[0]))),
            key: match &schema["primaryKey"] {
                Value::String(name) => vec![name.clone()],
                Value::Array(names) => names.iter().filter_map(text).collect(),
                _ => Vec::new(),
            },
            types: schema["columns"].as_array().into_iter().flatten().filter_map(typed).collect(),
        }
    }

    /// A column, with what is known of its type.
    pub fn column(&self, name: String) -> Column {
        let known = self.types.iter().find(|(known, _)| *known == name);
        Column { family: known.map_or(Family::Unknown, |(_, family)| *family), ..Column::untyped(name) }
    }
}

fn typed(column: &Value) -> Option<(String, Family)> {
    let title = [&column["titles"], &column["titles"][0], &column["name"]].into_iter().find_map(Value::as_str)?;
    let data_type = [&column["datatype"], &column["datatype"]["base"]].into_iter().find_map(Value::as_str)?;
    let family = match data_type {
        "string" => Family::Text,
        "json" => Family::Json,
        "boolean" => Family::Bool,
        "binary" | "base64Binary" | "hexBinary" => Family::Binary,
        _ => Family::Unknown,
    };
    Some((title.to_owned(), family))
}
