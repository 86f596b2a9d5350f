//! How many children a parent has -> `count`.

use super::values;
use crate::draft::ir::{Relationship, Shape};
use crate::fmt::{Entry, Layout, Value};

/// The `count` of an owned table.
pub(super) fn count(tie: &Relationship) -> Value {
    let childless = tie.childless_rate;
    match shape(tie) {
        Shape::Fixed => fixed(tie.min_children.max(1), childless),
        Shape::Poisson => law("poisson", tie, greatest(tie, |mean| mean + 6.0 * mean.sqrt() + 10.0)),
        Shape::Geometric | Shape::Zipf => law("geometric", tie, greatest(tie, |mean| 20.0 * mean + 10.0)),
        Shape::Uniform => between(tie.min_children, tie.max_children.max(tie.min_children), childless),
    }
}

/// `count` where the first parents have one child more than the others.
pub(super) fn first_have_more(key: &str, more: u64, min: u64) -> Value {
    let number = |count: u64| Entry::keyed("count", Value::plain(&count.to_string()));
    let first = Entry::keyed("if", Value::text(&format!("{key} <= {more}")));
    let cases =
        vec![Value::map(Layout::Flow, vec![first, number(min + 1)]), Value::map(Layout::Flow, vec![number(min)])];
    Value::map(Layout::Flow, vec![Entry::keyed("when", Value::list(Layout::Flow, cases))])
}

/// The law that the numbers amount to.
fn shape(tie: &Relationship) -> Shape {
    let is_bounded = tie.max_children > 0;
    match tie.shape {
        Shape::Uniform if !is_bounded && tie.mean_children > 0.0 => Shape::Poisson,
        Shape::Uniform if !is_bounded => Shape::Geometric,
        Shape::Uniform if tie.min_children == tie.max_children => Shape::Fixed,
        other => other,
    }
}

fn fixed(children: u64, childless: f64) -> Value {
    match childless > 0.0 {
        false => Value::plain(&children.to_string()),
        true => between(children, children, childless),
    }
}

fn between(min: u64, max: u64, childless: f64) -> Value {
    if childless <= 0.0 {
        return Value::plain(&format!("{min}..{max}"));
    }
    let ends = [("min", min), ("max", max)].map(|(key, end)| Entry::keyed(key, Value::plain(&end.to_string())));
    with_childless(vec![Entry::keyed("dist", Value::text("uniform"))].into_iter().chain(ends).collect(), childless)
}

fn law(name: &str, tie: &Relationship, max: u64) -> Value {
    let mut entries = vec![Entry::keyed("dist", Value::text(name)), Entry::keyed("mean", values::number(mean(tie)))];
    if tie.min_children > 0 {
        entries.push(Entry::keyed("min", Value::plain(&tie.min_children.to_string())));
    }
    entries.push(Entry::keyed("max", Value::plain(&max.to_string())));
    with_childless(entries, tie.childless_rate)
}

fn with_childless(mut entries: Vec<Entry>, childless: f64) -> Value {
    if childless > 0.0 {
        entries.push(Entry::keyed("zero", values::rate(childless)));
    }
    Value::map(Layout::Flow, entries)
}

/// The mean that was said, or one that suits the bounds.
fn mean(tie: &Relationship) -> f64 {
    let (min, max) = (tie.min_children as f64, tie.max_children as f64);
    match tie.mean_children > 0.0 {
        true => tie.mean_children.max(min),
        false if max > min => min + ((max - min) / 3.0 * 10.0).round() / 10.0,
        false => min + 2.0,
    }
}

/// The upper bound: the one that was said, or one so far out that it changes nothing one could see. Without any, whatever
/// needs a bound (`distinct_in`, the width of identities) would have to reckon with millions of children.
fn greatest(tie: &Relationship, far: impl Fn(f64) -> f64) -> u64 {
    if tie.max_children > 0 {
        return tie.max_children.max(tie.min_children);
    }
    let far = far(mean(tie)) as u64;
    far.div_ceil(10) * 10
}
