//! `&Node` + a JSON Schema -> whether the one fits the other for sure, by the schema as it stands: nothing is compiled.
//!
//! To compile a schema takes far longer than to hold a spec of a few tables against it, and most specs are sound. Only keywords whose
//! meaning leaves no room for doubt are read here; everything else makes the answer [`Verdict::Open`], which the `jsonschema` crate decides.

use std::cell::Cell;

use serde_json::{Map, Value};

use super::explain::matches;
use super::{schema, values};
use crate::source::{Node, Scalar, Value as Shape};

/// What is known of a tree by a look at its schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It fits.
    Sound,
    /// It does not fit.
    Faulty,
    /// The look does not tell.
    Open,
}

/// How many pairs of schema and value are looked at; beyond it the answer stays open.
const MAX_STEPS: usize = 5_000_000;

/// Whole numbers up to here are the same as floating-point numbers.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Whether a tree fits a schema.
pub(super) fn verdict(root: &Value, node: &Node) -> Verdict {
    let look = Look { root, steps: Cell::new(0) };
    match look.fits(root, node) {
        Some(true) => Verdict::Sound,
        Some(false) => Verdict::Faulty,
        None => Verdict::Open,
    }
}

struct Look<'s> {
    root: &'s Value,
    steps: Cell<usize>,
}

impl<'s> Look<'s> {
    /// Whether a part fits; `None` where that is not known.
    fn fits(&self, schema: &'s Value, node: &Node) -> Option<bool> {
        self.steps.set(self.steps.get() + 1);
        if self.steps.get() > MAX_STEPS {
            return None;
        }
        let keywords = match schema {
            Value::Bool(holds) => return Some(*holds),
            Value::Object(keywords) => keywords,
            _ => return None,
        };
        for (keyword, value) in keywords {
            if !self.holds(keywords, keyword, value, node)? {
                return Some(false);
            }
        }
        Some(true)
    }

    /// Whether one keyword of a schema holds.
    fn holds(&self, keywords: &'s Map<String, Value>, keyword: &str, value: &'s Value, node: &Node) -> Option<bool> {
        let count = (node.items().len() + node.entries().len()) as u64;
        match keyword {
            "title" | "description" | "default" | "examples" | "enumDescriptions" | "errorMessage" | "$schema"
            | "$id" | "$defs" => Some(true),
            "then" | "else" => Some(true),
            _ if keyword.starts_with("x-synth-") => Some(true),
            "type" => match value {
                Value::String(name) => is_of_type(node, name),
                Value::Array(names) => any(&mut names.iter().filter_map(Value::as_str), |name| is_of_type(node, name)),
                _ => None,
            },
            "$ref" => self.fits(self.root.pointer(value.as_str()?.strip_prefix('#')?)?, node),
            "const" => equals(node, value),
            "enum" => {
                let mut options = value.as_array()?.iter();
                any(&mut options, |option| equals(node, option))
            }
            "allOf" => {
                for part in value.as_array()? {
                    if !self.fits(part, node)? {
                        return Some(false);
                    }
                }
                Some(true)
            }
            "anyOf" => any(&mut value.as_array()?.iter(), |part| self.fits(part, node)),
            "oneOf" => {
                let mut fitting = 0;
                for part in value.as_array()? {
                    fitting += usize::from(self.fits(part, node)?);
                }
                Some(fitting == 1)
            }
            "not" => self.fits(value, node).map(|fits| !fits),
            "if" => {
                let taken = if self.fits(value, node)? { "then" } else { "else" };
                keywords.get(taken).map_or(Some(true), |branch| self.fits(branch, node))
            }
            "minItems" => limited(&node.value, count, value, |shape| matches!(shape, Shape::Sequence(_)), u64::ge),
            "maxItems" => limited(&node.value, count, value, |shape| matches!(shape, Shape::Sequence(_)), u64::le),
            "minProperties" => limited(&node.value, count, value, |shape| matches!(shape, Shape::Mapping(_)), u64::ge),
            "maxProperties" => limited(&node.value, count, value, |shape| matches!(shape, Shape::Mapping(_)), u64::le),
            "minLength" | "maxLength" | "pattern" => match &node.value {
                Shape::Scalar(Scalar::Str { text }) => self.has_form(keyword, value, text),
                _ => Some(true),
            },
            "minimum" => bounded(node, value, |number, limit| number >= limit),
            "maximum" => bounded(node, value, |number, limit| number <= limit),
            "required" => {
                let is_mapping = matches!(node.value, Shape::Mapping(_));
                let mut keys = value.as_array()?.iter().filter_map(Value::as_str);
                Some(!is_mapping || keys.all(|key| node.get(key).is_some()))
            }
            "items" if !keywords.contains_key("prefixItems") => self.all(node.items().iter(), |_| Some(value)),
            "properties" => {
                let known = value.as_object()?;
                for entry in node.entries() {
                    if let Some(part) = known.get(&entry.key)
                        && !self.fits(part, &entry.value)?
                    {
                        return Some(false);
                    }
                }
                Some(true)
            }
            "additionalProperties" if !keywords.contains_key("patternProperties") => {
                let known = keywords.get("properties").and_then(Value::as_object);
                let rest =
                    node.entries().iter().filter(|entry| known.is_none_or(|known| !known.contains_key(&entry.key)));
                self.all(rest.map(|entry| &entry.value), |_| Some(value))
            }
            "propertyNames" => {
                let name =
                    |text: &String| Node { span: node.span, value: Shape::Scalar(Scalar::Str { text: text.clone() }) };
                for entry in node.entries() {
                    if !self.fits(value, &name(&entry.key))? {
                        return Some(false);
                    }
                }
                Some(true)
            }
            _ => None,
        }
    }

    /// Whether each of some values fits the schema that is meant for it.
    fn all<'n>(
        &self,
        nodes: impl Iterator<Item = &'n Node>,
        schema: impl Fn(&'n Node) -> Option<&'s Value>,
    ) -> Option<bool> {
        for node in nodes {
            if !self.fits(schema(node)?, node)? {
                return Some(false);
            }
        }
        Some(true)
    }

    /// Whether a text has the length or the form that a keyword asks for.
    fn has_form(&self, keyword: &str, value: &'s Value, text: &str) -> Option<bool> {
        match keyword {
            "pattern" => value.as_str().map(|pattern| matches(pattern, text)),
            "minLength" => value.as_u64().map(|least| text.chars().count() as u64 >= least),
            _ => value.as_u64().map(|most| text.chars().count() as u64 <= most),
        }
    }
}

/// Whether one of some answers is yes; not known as long as the first that is not no is not known.
fn any<T>(items: &mut impl Iterator<Item = T>, mut holds: impl FnMut(T) -> Option<bool>) -> Option<bool> {
    for item in items {
        if holds(item)? {
            return Some(true);
        }
    }
    Some(false)
}

/// Whether a value is of a type; numbers that JSON does not have are nobody's.
fn is_of_type(node: &Node, name: &str) -> Option<bool> {
    is_finite(node).then(|| schema::is_of_type(node, name))
}

/// Whether a number is one that JSON has; all else is.
fn is_finite(node: &Node) -> bool {
    !matches!(node.value, Shape::Scalar(Scalar::Float { .. })) || schema::number(node).is_some()
}

/// Whether a value is one that a schema names; whole numbers too large to be exact are left open.
fn equals(node: &Node, option: &Value) -> Option<bool> {
    match &node.value {
        Shape::Scalar(Scalar::Int { .. } | Scalar::Float { .. }) if option.is_number() => {
            exact(node).map(|number| Some(number) == option.as_f64())
        }
        Shape::Scalar(Scalar::Str { .. } | Scalar::Bool(_) | Scalar::Null) => Some(values::is_equal(node, option)),
        Shape::Scalar(_) => is_finite(node).then_some(false),
        Shape::Sequence(_) | Shape::Mapping(_) if !option.is_array() && !option.is_object() => Some(false),
        Shape::Sequence(_) | Shape::Mapping(_) => None,
    }
}

/// The value of a number that is the same in every way of writing it down.
fn exact(node: &Node) -> Option<f64> {
    schema::number(node).filter(|number| number.abs() < EXACT)
}

/// Whether a value that is counted has as many items or entries as there may be.
fn limited(
    shape: &Shape,
    count: u64,
    limit: &Value,
    is_counted: fn(&Shape) -> bool,
    holds: fn(&u64, &u64) -> bool,
) -> Option<bool> {
    let limit = limit.as_u64()?;
    Some(!is_counted(shape) || holds(&count, &limit))
}

/// Whether a number keeps a bound.
fn bounded(node: &Node, limit: &Value, holds: fn(f64, f64) -> bool) -> Option<bool> {
    match &node.value {
        Shape::Scalar(Scalar::Int { .. } | Scalar::Float { .. }) => Some(holds(exact(node)?, limit.as_f64()?)),
        _ => Some(true),
    }
}
