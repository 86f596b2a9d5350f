//! The value tree of a YAML document: scalars, sequences and mappings, each node and each key with its span.

use crate::diag::Span;

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
    /// A plain decimal integer such as `42` or `-7`; `text` keeps all its digits.
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

    /// This tree as JSON, for validation against a JSON Schema. Integers beyond 64 bits become floats.
    pub fn to_json(&self) -> serde_json::Value {
        use serde_json::Value as Json;
        match &self.value {
            Value::Scalar(Scalar::Null) => Json::Null,
            Value::Scalar(Scalar::Bool(value)) => Json::Bool(*value),
            Value::Scalar(Scalar::Int { text } | Scalar::Float { text }) => {
                serde_json::from_str(text.trim_start_matches('+'))
                    .unwrap_or_else(|_| Json::from(text.parse::<f64>().unwrap_or(f64::NAN)))
            }
            Value::Scalar(Scalar::Str { text }) => Json::String(text.clone()),
            Value::Sequence(items) => Json::Array(items.iter().map(Node::to_json).collect()),
            Value::Mapping(entries) => {
                Json::Object(entries.iter().map(|e| (e.key.clone(), e.value.to_json())).collect())
            }
        }
    }
}
