//! The value tree of a YAML document: scalars, sequences and mappings, each node and each key with its span.

use super::resolve;
use crate::diag::Span;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Where, in bytes of the source text.
    pub span: Span,
    /// What.
    pub value: Value,
}

/// The shape of a node.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A scalar, resolved by the YAML 1.2 core schema, with its text as written.
    Scalar(Scalar),
    /// A sequence.
    Sequence(Vec<Node>),
    /// A mapping, in the order of the file; keys are unique.
    Mapping(Vec<Entry>),
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The key's text; YAML keys that are not scalars are refused by the reader.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// The value behind it.
    pub value: Node,
}

/// A scalar by the YAML 1.2 core schema. `text` is what was written (unquoted, unescaped), so that `0123`, `1e3`, `no` and
/// large integers never change behind the user's back.
#[derive(Debug, Clone, PartialEq)]
pub enum Scalar {
    /// `null`, `~` or nothing.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A plain integer such as `42`, `-7`, `0o17` or `0x1F`; `text` keeps all its digits.
    Int {
        /// As written.
        text: String,
    },
    /// A plain decimal number such as `1.5` or `1e3`.
    Float {
        /// As written.
        text: String,
    },
    /// Anything else, and everything quoted.
    Str {
        /// The text itself.
        text: String,
    },
}

impl Node {
    /// The value of `key` when this is a mapping that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// The entry of `key` when this is a mapping that has it.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().iter().find(|entry| entry.key == key)
    }

    /// The entries of a mapping; empty for anything else.
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Mapping(entries) => entries,
            _ => &[],
        }
    }

    /// The items of a sequence; empty for anything else.
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::Sequence(items) => items,
            _ => &[],
        }
    }

    /// The text of a scalar as written; `None` for null, sequences and mappings.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(Scalar::Int { text } | Scalar::Float { text } | Scalar::Str { text }) => Some(text),
            Value::Scalar(Scalar::Bool(true)) => Some("true"),
            Value::Scalar(Scalar::Bool(false)) => Some("false"),
            _ => None,
        }
    }

    /// Whether this is the null scalar.
    pub fn is_null(&self) -> bool {
        matches!(self.value, Value::Scalar(Scalar::Null))
    }

    /// Whether this is the scalar `true`.
    pub fn is_true(&self) -> bool {
        matches!(self.value, Value::Scalar(Scalar::Bool(true)))
    }

    /// The exact value of an integer scalar, hexadecimal and octal ones too; `None` for anything else and beyond 128 bits.
    pub fn as_int(&self) -> Option<i128> {
        match &self.value {
            Value::Scalar(Scalar::Int { text }) => resolve::int_value(text),
            _ => None,
        }
    }

    /// What a person calls this: `text`, `a number`, `a list`, ...
    pub const fn kind(&self) -> &'static str {
        match &self.value {
            Value::Scalar(Scalar::Null) => "nothing",
            Value::Scalar(Scalar::Bool(_)) => "true or false",
            Value::Scalar(Scalar::Int { .. } | Scalar::Float { .. }) => "a number",
            Value::Scalar(Scalar::Str { .. }) => "text",
            Value::Sequence(_) => "a list",
            Value::Mapping(_) => "a mapping",
        }
    }

    /// A short span for messages about the whole: a scalar's own; of a collection the first key, or the first item's.
    pub fn head_span(&self) -> Span {
        match &self.value {
            Value::Scalar(_) => self.span,
            Value::Sequence(items) => items.first().map_or(self.span, Node::head_span),
            Value::Mapping(entries) => entries.first().map_or(self.span, |entry| entry.key_span),
        }
    }

    /// A copy of a mapping without some of its keys: what is left for a parameter struct when the keys that every column
    /// takes are read elsewhere. Anything else is copied as it is.
    #[must_use]
    pub fn without(&self, keys: &[&str]) -> Node {
        match &self.value {
            Value::Mapping(entries) => {
                let rest = entries.iter().filter(|entry| !keys.contains(&entry.key.as_str())).cloned().collect();
                Node { span: self.span, value: Value::Mapping(rest) }
            }
            _ => self.clone(),
        }
    }

    /// This tree as JSON, for validation against a JSON Schema. Integers beyond 64 bits become floats; infinities and
    /// NaN, which JSON does not know, become their text.
    pub fn to_json(&self) -> serde_json::Value {
        use serde_json::Value as Json;
        match &self.value {
            Value::Scalar(Scalar::Null) => Json::Null,
            Value::Scalar(Scalar::Bool(value)) => Json::Bool(*value),
            Value::Scalar(Scalar::Int { text } | Scalar::Float { text }) => number_to_json(text),
            Value::Scalar(Scalar::Str { text }) => Json::String(text.clone()),
            Value::Sequence(items) => Json::Array(items.iter().map(Node::to_json).collect()),
            Value::Mapping(entries) => {
                Json::Object(entries.iter().map(|e| (e.key.clone(), e.value.to_json())).collect())
            }
        }
    }
}

fn number_to_json(text: &str) -> serde_json::Value {
    let int = resolve::int_value(text);
    if let Some(value) = int.and_then(|value| i64::try_from(value).ok()) {
        return value.into();
    }
    if let Some(value) = int.and_then(|value| u64::try_from(value).ok()) {
        return value.into();
    }
    match serde_json::Number::from_f64(resolve::float_value(text)) {
        Some(number) => serde_json::Value::Number(number),
        None => serde_json::Value::String(text.to_owned()),
    }
}

/// Any value: a field of this type is read by hand.
impl JsonSchema for Node {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "AnyValue".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!(true)
    }
}
