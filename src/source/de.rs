//! `&Node` -> any `serde` type: a deserializer that keeps spans for [`Spanned`](super::Spanned) fields, hands whole trees
//! to [`Node`] fields, and fails with diagnostics that point into the spec.
//!
//! A parameter struct derives `Deserialize` and `JsonSchema` with `deny_unknown_fields`; the schema has been checked
//! before, so that the errors here are a second line. `flatten`, `untagged` and internally tagged enums lose spans and are
//! not for parameter structs.

use super::{Entry, Node, Scalar, Value, resolve, scalars, spanned};
use crate::diag::{Diagnostic, Diagnostics, Span, did_you_mean};
use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Expected, IntoDeserializer, MapAccess,
    SeqAccess, Unexpected, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use std::fmt;

/// Reads a tree into a type.
///
/// # Errors
/// The first finding, with the span of the node: `E0201` unknown key, `E0202` missing key, `E0204` wrong type, `E0205`
/// value not allowed.
pub fn from_node<T: DeserializeOwned>(node: &Node) -> Result<T, Diagnostics> {
    T::deserialize(NodeDe(node)).map_err(|error| (*error.0).into())
}

/// A diagnostic on its way up; the innermost node gives it its span.
#[derive(Debug)]
pub(super) struct DeError(Box<Diagnostic>);

impl DeError {
    fn new(code: &'static str, message: String) -> Self {
        Self(Box::new(Diagnostic::error(code, message)))
    }

    fn at(mut self, span: Span) -> Self {
        if self.0.primary.is_none() {
            *self.0 = self.0.at(span, "");
        }
        self
    }
}

impl fmt::Display for DeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for DeError {}

impl de::Error for DeError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new("E0205", message.to_string())
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new("E0204", format!("expected {expected}, found {}", found_kind(found)))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new("E0205", format!("expected {expected}, found {}", found_kind(found)))
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        let mut error = Self::new("E0205", format!("`{variant}` is not allowed here"));
        *error.0 = suggest_or_list(*error.0, variant, expected, "allowed");
        error
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        let mut error = Self::new("E0201", format!("unknown key `{field}`"));
        *error.0 = suggest_or_list(*error.0, field, expected, "known here");
        error
    }

    fn missing_field(field: &'static str) -> Self {
        let mut error = Self::new("E0202", format!("the key `{field}` is missing"));
        *error.0 = error.0.help(format!("add `{field}:`"));
        error
    }
}

fn suggest_or_list(diagnostic: Diagnostic, word: &str, known: &[&str], what: &str) -> Diagnostic {
    match did_you_mean(word, known.iter().copied()) {
        Some(help) => diagnostic.help(help),
        None if known.is_empty() => diagnostic,
        None => diagnostic.help(format!("{what}: {}", known.join(", "))),
    }
}

fn found_kind(found: Unexpected<'_>) -> String {
    match found {
        Unexpected::Bool(value) => format!("`{value}`"),
        Unexpected::Unsigned(value) => format!("the number {value}"),
        Unexpected::Signed(value) => format!("the number {value}"),
        Unexpected::Float(value) => format!("the number {value}"),
        Unexpected::Str(text) => format!("the text `{text}`"),
        Unexpected::Unit | Unexpected::Option => "nothing".to_owned(),
        Unexpected::Seq => "a list".to_owned(),
        Unexpected::Map => "a mapping".to_owned(),
        Unexpected::Other(text) => format!("the number {text}"),
        other => other.to_string(),
    }
}

type Answer<T> = Result<T, DeError>;

/// The deserializer over one node.
struct NodeDe<'n>(&'n Node);

impl<'n> NodeDe<'n> {
    fn unexpected(&self) -> Unexpected<'n> {
        match &self.0.value {
            Value::Scalar(Scalar::Null) => Unexpected::Unit,
            Value::Scalar(Scalar::Bool(value)) => Unexpected::Bool(*value),
            Value::Scalar(Scalar::Int { text } | Scalar::Float { text }) => Unexpected::Other(text),
            Value::Scalar(Scalar::Str { text }) => Unexpected::Str(text),
            Value::Sequence(_) => Unexpected::Seq,
            Value::Mapping(_) => Unexpected::Map,
        }
    }

    fn wrong<'de, V: Visitor<'de>>(&self, visitor: &V) -> DeError {
        <DeError as de::Error>::invalid_type(self.unexpected(), visitor).at(self.0.head_span())
    }

    /// Integers by their value, whatever their width; the visitor refuses what it cannot hold.
    fn int<'de, V: Visitor<'de>>(self, text: &str, visitor: V) -> Answer<V::Value> {
        let span = self.0.span;
        let answer = match resolve::int_value(text) {
            Some(value) if u64::try_from(value).is_ok() => visitor.visit_u64(value as u64),
            Some(value) if i64::try_from(value).is_ok() => visitor.visit_i64(value as i64),
            Some(value) => visitor.visit_i128(value),
            None => visitor.visit_f64(text.parse().unwrap_or(f64::INFINITY)),
        };
        answer.map_err(|error: DeError| error.at(span))
    }
}

impl<'de, 'n> Deserializer<'de> for NodeDe<'n> {
    type Error = DeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Answer<V::Value> {
        let span = self.0.head_span();
        let answer = match &self.0.value {
            Value::Scalar(Scalar::Null) => visitor.visit_unit(),
            Value::Scalar(Scalar::Bool(value)) => visitor.visit_bool(*value),
            Value::Scalar(Scalar::Int { text }) => self.int(text, visitor),
            Value::Scalar(Scalar::Float { text }) => visitor.visit_f64(resolve::float_value(text)),
            Value::Scalar(Scalar::Str { text }) => visitor.visit_str(text),
            Value::Sequence(items) => visitor.visit_seq(Items(items.iter())),
            Value::Mapping(entries) => visitor.visit_map(Entries { rest: entries.iter(), value: None }),
        };
        answer.map_err(|error| error.at(span))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Answer<V::Value> {
        match self.0.is_null() {
            true => visitor.visit_none(),
            false => visitor.visit_some(self),
        }
    }

    /// The text of any scalar as written for the types of `scalars`; anything else is passed through.
    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Answer<V::Value> {
        if name != scalars::NAME {
            return visitor.visit_newtype_struct(self);
        }
        match (&self.0.value, self.0.text()) {
            (Value::Scalar(Scalar::Bool(_)), _) | (_, None) => Err(self.wrong(&visitor)),
            (_, Some(text)) => visitor.visit_str(text).map_err(|error: DeError| error.at(self.0.span)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Answer<V::Value> {
        match name {
            spanned::NAME => visitor.visit_map(Place::new(self.0.span, Some(self))),
            _ => self.deserialize_map(visitor),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Answer<V::Value> {
        match &self.0.value {
            Value::Mapping(_) => self.deserialize_any(visitor),
            _ => Err(self.wrong(&visitor)),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Answer<V::Value> {
        let span = self.0.head_span();
        let answer = match &self.0.value {
            Value::Mapping(entries) => match entries.as_slice() {
                [entry] => visitor.visit_enum(Variant { entry }),
                _ => Err(self.wrong(&visitor)),
            },
            _ => match self.0.text() {
                Some(text) => visitor.visit_enum(IntoDeserializer::<DeError>::into_deserializer(text)),
                None => Err(self.wrong(&visitor)),
            },
        };
        answer.map_err(|error| error.at(span))
    }

    /// A tuple of four for [`Node`] itself (see its `Deserialize`); sequences for other tuples.
    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _len: usize,
        visitor: V,
    ) -> Answer<V::Value> {
        match name {
            NODE => visitor.visit_seq(NodeParts { node: self.0, part: 0 }),
            _ => self.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        identifier ignored_any
    }
}

/// The items of a sequence.
struct Items<'n>(std::slice::Iter<'n, Node>);

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = DeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Answer<Option<T::Value>> {
        self.0.next().map(|node| seed.deserialize(NodeDe(node))).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

/// The entries of a mapping.
struct Entries<'n> {
    rest: std::slice::Iter<'n, Entry>,
    value: Option<&'n Node>,
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = DeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Answer<Option<K::Value>> {
        let Some(entry) = self.rest.next() else { return Ok(None) };
        self.value = Some(&entry.value);
        seed.deserialize(KeyDe(entry)).map(Some).map_err(|error| error.at(entry.key_span))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Answer<V::Value> {
        let node = self.value.take().expect("serde asks for a value after its key");
        seed.deserialize(NodeDe(node))
    }
}

/// The deserializer over a key.
struct KeyDe<'n>(&'n Entry);

impl<'de, 'n> Deserializer<'de> for KeyDe<'n> {
    type Error = DeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Answer<V::Value> {
        visitor.visit_str(&self.0.key)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Answer<V::Value> {
        match name {
            scalars::NAME => visitor.visit_str(&self.0.key),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Answer<V::Value> {
        match name {
            spanned::NAME => visitor.visit_map(Place::new(self.0.key_span, Some(self))),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Answer<V::Value> {
        visitor.visit_enum(IntoDeserializer::<DeError>::into_deserializer(self.0.key.as_str()))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct seq
        tuple tuple_struct map identifier ignored_any
    }
}

/// What a [`Spanned`](super::Spanned) reads: start, end, value.
struct Place<D> {
    span: Span,
    part: usize,
    value: Option<D>,
}

impl<D> Place<D> {
    fn new(span: Span, value: Option<D>) -> Self {
        Self { span, part: 0, value }
    }
}

impl<'de, D: Deserializer<'de, Error = DeError>> MapAccess<'de> for Place<D> {
    type Error = DeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Answer<Option<K::Value>> {
        let Some(name) = spanned::FIELDS.get(self.part) else { return Ok(None) };
        seed.deserialize(StrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Answer<V::Value> {
        self.part += 1;
        match self.part {
            1 => seed.deserialize(self.span.start.into_deserializer()),
            2 => seed.deserialize(self.span.end.into_deserializer()),
            _ => seed.deserialize(self.value.take().expect("the value is read once")),
        }
    }
}

/// A mapping with one key as an enum variant with content.
struct Variant<'n> {
    entry: &'n Entry,
}

impl<'de, 'n> EnumAccess<'de> for Variant<'n> {
    type Error = DeError;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Answer<(V::Value, Self)> {
        let value = seed.deserialize(KeyDe(self.entry)).map_err(|error| error.at(self.entry.key_span))?;
        Ok((value, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_> {
    type Error = DeError;

    fn unit_variant(self) -> Answer<()> {
        match self.entry.value.is_null() {
            true => Ok(()),
            false => {
                Err(DeError::new("E0204", format!("`{}` takes no value", self.entry.key))
                    .at(self.entry.value.head_span()))
            }
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Answer<T::Value> {
        seed.deserialize(NodeDe(&self.entry.value))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, visitor: V) -> Answer<V::Value> {
        NodeDe(&self.entry.value).deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _fields: &'static [&'static str], visitor: V) -> Answer<V::Value> {
        NodeDe(&self.entry.value).deserialize_map(visitor)
    }
}

/// The reserved name under which [`Node`] asks for its own parts: start, end, kind, content.
pub(super) const NODE: &str = "$__synth_Node";

/// What a [`Node`] reads of itself.
struct NodeParts<'n> {
    node: &'n Node,
    part: usize,
}

impl<'de> SeqAccess<'de> for NodeParts<'_> {
    type Error = DeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Answer<Option<T::Value>> {
        self.part += 1;
        let node = self.node;
        match (self.part, &node.value) {
            (1, _) => seed.deserialize(node.span.start.into_deserializer()),
            (2, _) => seed.deserialize(node.span.end.into_deserializer()),
            (3, value) => seed.deserialize(StrDeserializer::new(kind_of(value))),
            (4, Value::Scalar(_)) => seed.deserialize(StrDeserializer::new(node.text().unwrap_or(""))),
            (4, Value::Sequence(_)) => seed.deserialize(NodeDe(node)),
            (4, Value::Mapping(entries)) => seed.deserialize(EntryList(entries)),
            _ => return Ok(None),
        }
        .map(Some)
    }
}

const fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Scalar(Scalar::Null) => "null",
        Value::Scalar(Scalar::Bool(_)) => "bool",
        Value::Scalar(Scalar::Int { .. }) => "int",
        Value::Scalar(Scalar::Float { .. }) => "float",
        Value::Scalar(Scalar::Str { .. }) => "str",
        Value::Sequence(_) => "sequence",
        Value::Mapping(_) => "mapping",
    }
}

/// The entries of a mapping as a sequence of (key with span, value).
struct EntryList<'n>(&'n [Entry]);

impl<'de> Deserializer<'de> for EntryList<'_> {
    type Error = DeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Answer<V::Value> {
        visitor.visit_map(Entries { rest: self.0.iter(), value: None })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> de::Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_tuple_struct(NODE, 4, NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of a spec's own tree")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
        let span = Span::new(part(&mut seq)?, part(&mut seq)?);
        let kind: String = part(&mut seq)?;
        let value = match kind.as_str() {
            "sequence" => Value::Sequence(part(&mut seq)?),
            "mapping" => Value::Mapping(entries(part(&mut seq)?)),
            kind => Value::Scalar(scalar(kind, part(&mut seq)?)),
        };
        Ok(Node { span, value })
    }
}

fn part<'de, A: SeqAccess<'de>, T: de::Deserialize<'de>>(seq: &mut A) -> Result<T, A::Error> {
    seq.next_element()?.ok_or_else(|| de::Error::custom("a tree can only be read from a spec's own tree"))
}

fn entries(map: super::SpannedMap<Node>) -> Vec<Entry> {
    let entry = |(key, value): (super::Spanned<String>, Node)| Entry { key: key.value, key_span: key.span, value };
    map.into_iter().map(entry).collect()
}

fn scalar(kind: &str, text: String) -> Scalar {
    match kind {
        "null" => Scalar::Null,
        "bool" => Scalar::Bool(text == "true"),
        "int" => Scalar::Int { text },
        "float" => Scalar::Float { text },
        _ => Scalar::Str { text },
    }
}

#[cfg(test)]
mod tests;
