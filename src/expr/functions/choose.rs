//! Functions that choose among their arguments.

use super::super::kernels::compare::{Comparison, kernel};
use super::super::kernels::{self};
use super::super::literal::Literal;
use super::super::node::Node;
use super::super::types::plain;
use super::{Function, Kind, Lowering, Site};

pub(super) const FUNCTIONS: &[Function] = &[
    Function::new("coalesce", &[("value", Kind::Any)], "The first value that is not null.", coalesce).repeated(1),
    Function::new("nullif", &[("a", Kind::Any), ("b", Kind::Any)], "a, or null where a = b.", nullif),
    Function::new("greatest", &[("value", Kind::Any)], "The greatest value; nulls are left out.", |l, s, a| {
        best(l, s, a, Comparison::Gt)
    })
    .repeated(1),
    Function::new("least", &[("value", Kind::Any)], "The least value; nulls are left out.", |l, s, a| {
        best(l, s, a, Comparison::Lt)
    })
    .repeated(1),
];

fn coalesce(lowering: &mut Lowering<'_>, site: Site, args: Vec<Node>) -> Option<Node> {
    let (args, data_type) = lowering.unify(args, "the values of `coalesce`")?;
    let nullable = args.iter().all(|arg| arg.nullable);
    let bounds = spanned(&args);
    Some(Node::lenient(kernels::choose::coalesce(), args, data_type, nullable, site.range).bounded(bounds))
}

/// Bounds that hold for all values.
fn spanned(args: &[Node]) -> Option<(i128, i128)> {
    let all: Option<Vec<(i128, i128)>> = args.iter().filter(|arg| !arg.is_null()).map(Node::bounds).collect();
    all?.into_iter().reduce(|(a, b), (c, d)| (a.min(c), b.max(d)))
}

fn nullif(lowering: &mut Lowering<'_>, site: Site, args: Vec<Node>) -> Option<Node> {
    let [a, b] = <[Node; 2]>::try_from(args).ok()?;
    let a = if a.untyped_text().is_some() { lowering.as_text(a)? } else { a };
    let zero = b.literal().and_then(|literal| literal.as_f64()) == Some(0.0);
    let equal = lowering.comparison(Comparison::Eq, a.clone(), b, site.range.clone())?;
    let (data_type, bounds) = (plain(&a.data_type), a.bounds());
    let node = Node::lenient(kernels::choose::null_if(), vec![equal, a], data_type, true, site.range).bounded(bounds);
    Some(Node { nonzero: node.nonzero || zero, ..node })
}

fn best(lowering: &mut Lowering<'_>, site: Site, args: Vec<Node>, wins: Comparison) -> Option<Node> {
    let (args, data_type) = lowering.unify(args, &format!("the values of `{}`", site.name))?;
    if args.iter().all(Node::is_null) {
        return Some(Node::constant(&Literal::Null, site.range));
    }
    let nullable = args.iter().all(|arg| arg.nullable);
    let bounds = spanned(&args);
    let better = kernel(wins, &data_type, &data_type);
    Some(Node::lenient(kernels::choose::best(better), args, data_type, nullable, site.range).bounded(bounds))
}
