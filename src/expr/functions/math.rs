//! Functions of numbers. Powers, roots, logarithms and trigonometry are `float64` by `libm`, the same on every machine.

use super::super::error::WarningKind;
use super::super::kernels::arithmetic::{self as arith, Operator};
use super::super::kernels::number::place_float;
use super::super::kernels::{Kernel, checked1, checked2, map1, typed};
use super::super::literal::Literal;
use super::super::node::Node;
use super::super::types::{Class, MAX_DIGITS, class, digits, pow10};
use super::{Function, Kind, Lowering, Site};
use arrow_array::types::{Decimal128Type, Float64Type, Int64Type};
use arrow_schema::DataType;
use std::f64::consts::PI;
use std::sync::Arc;

const X: &[(&str, Kind)] = &[("x", Kind::Float)];
const NUMBER: &[(&str, Kind)] = &[("x", Kind::Number)];

pub(super) const FUNCTIONS: &[Function] = &[
    Function::new("abs", NUMBER, "The magnitude.", abs),
    Function::new("sign", NUMBER, "-1, 0 or 1, an integer.", sign),
    Function::new("ceil", NUMBER, "The next whole number up.", |l, s, a| whole(l, s, a, Rounding::Up))
        .alias(&["ceiling"]),
    Function::new("floor", NUMBER, "The next whole number down.", |l, s, a| whole(l, s, a, Rounding::Down)),
    Function::new("round", &[("x", Kind::Number), ("digits", Kind::Integer)], ROUND, |l, s, a| {
        whole(l, s, a, Rounding::Nearest)
    })
    .optional(1),
    Function::new(
        "trunc",
        &[("x", Kind::Number), ("digits", Kind::Integer)],
        "Cut off behind `digits` places.",
        |l, s, a| whole(l, s, a, Rounding::Zero),
    )
    .optional(1),
    Function::new(
        "mod",
        &[("a", Kind::Number), ("b", Kind::Number)],
        "The remainder of a / b, with the sign of a.",
        modulo,
    ),
    Function::new("power", &[("a", Kind::Float), ("b", Kind::Float)], "a to the power of b.", |l, s, a| {
        float2(l, s, a, libm::pow)
    })
    .alias(&["pow"]),
    Function::new("sqrt", X, "The square root.", |l, s, a| float1(l, s, a, f64::sqrt, true)),
    Function::new("cbrt", X, "The cube root.", |l, s, a| float1(l, s, a, libm::cbrt, false)),
    Function::new("exp", X, "e to the power of x.", |l, s, a| float1(l, s, a, libm::exp, false)),
    Function::new("ln", X, "The natural logarithm.", |l, s, a| float1(l, s, a, libm::log, true)),
    Function::new("log10", X, "The decimal logarithm.", |l, s, a| float1(l, s, a, libm::log10, true)),
    Function::new("sin", X, "The sine of an angle in radians.", |l, s, a| float1(l, s, a, libm::sin, false)),
    Function::new("cos", X, "The cosine of an angle in radians.", |l, s, a| float1(l, s, a, libm::cos, false)),
    Function::new("tan", X, "The tangent of an angle in radians.", |l, s, a| float1(l, s, a, libm::tan, false)),
    Function::new("asin", X, "The angle of a sine.", |l, s, a| float1(l, s, a, libm::asin, true)),
    Function::new("acos", X, "The angle of a cosine.", |l, s, a| float1(l, s, a, libm::acos, true)),
    Function::new("atan", X, "The angle of a tangent.", |l, s, a| float1(l, s, a, libm::atan, false)),
    Function::new("atan2", &[("y", Kind::Float), ("x", Kind::Float)], "The angle of the point (x, y).", |l, s, a| {
        float2(l, s, a, libm::atan2)
    }),
    Function::new("radians", X, "Degrees as radians.", |l, s, a| float1(l, s, a, |x| x * (PI / 180.0), false)),
    Function::new("degrees", X, "Radians as degrees.", |l, s, a| float1(l, s, a, |x| x * (180.0 / PI), false)),
    Function::new("pi", &[], "3.14159...", |_, s, _| Some(Node::constant(&Literal::Float(PI), s.range))),
];

const ROUND: &str = "To `digits` places (0), half away from zero; exact for integers and decimals.";

fn float1(lowering: &mut Lowering<'_>, site: Site, args: Vec<Node>, f: fn(f64) -> f64, partial: bool) -> Option<Node> {
    if partial && !args.iter().all(Node::is_constant) {
        let message = format!("the argument of `{}` may lie outside its domain", site.name);
        lowering.warn(WarningKind::Domain, site.range.clone(), message, "");
    }
    Some(Node::strict(arith::finite1(f), args, DataType::Float64, true, site.range))
}

fn float2(_: &mut Lowering<'_>, site: Site, args: Vec<Node>, f: fn(f64, f64) -> f64) -> Option<Node> {
    Some(Node::strict(arith::finite2(f), args, DataType::Float64, true, site.range))
}

fn modulo(lowering: &mut Lowering<'_>, site: Site, args: Vec<Node>) -> Option<Node> {
    let [a, b] = <[Node; 2]>::try_from(args).ok()?;
    lowering.arithmetic(Operator::Modulo, a, b, site.range)
}

fn abs(_: &mut Lowering<'_>, site: Site, args: Vec<Node>) -> Option<Node> {
    let data_type = args[0].data_type.clone();
    let (bounds, nonzero) = (args[0].bounds(), args[0].nonzero);
    let nullable = data_type == DataType::Int64 && bounds.is_none_or(|(low, _)| low <= i64::MIN.into());
    let node = Node::strict(arith::absolute(&data_type), args, data_type, nullable, site.range);
    let most = bounds.map(|(low, high)| (0, low.abs().max(high.abs()))).filter(|_| !nullable);
    let nonzero = nonzero || node.nonzero;
    Some(Node { nonzero, ..node.bounded(most) })
}

fn sign(_: &mut Lowering<'_>, site: Site, args: Vec<Node>) -> Option<Node> {
    let kernel: Kernel = match class(&args[0].data_type) {
        Class::Integer => Arc::new(|args, _| Arc::new(map1::<Int64Type, Int64Type>(&args[0], i64::signum))),
        Class::Decimal => {
            Arc::new(|args, _| Arc::new(map1::<Decimal128Type, Int64Type>(&args[0], |x| x.signum() as i64)))
        }
        _ => Arc::new(|args, _| {
            let one = |x: f64| i64::from(x > 0.0) - i64::from(x < 0.0);
            Arc::new(map1::<Float64Type, Int64Type>(&args[0], one))
        }),
    };
    Some(Node::strict(kernel, args, DataType::Int64, false, site.range).bounded(Some((-1, 1))))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rounding {
    Up,
    Down,
    Nearest,
    Zero,
}

impl Rounding {
    /// `value` / `unit` as a whole number.
    fn quotient(self, value: i128, unit: i128) -> Option<i128> {
        Some(match self {
            Self::Nearest => arith::round_div(value, unit)?,
            Self::Zero => value / unit,
            Self::Down => value.div_euclid(unit),
            Self::Up => value.div_euclid(unit) + i128::from(value.rem_euclid(unit) != 0),
        })
    }

    /// `value` to a multiple of `unit`.
    fn multiple(self, value: i128, unit: i128) -> Option<i128> {
        self.quotient(value, unit)?.checked_mul(unit)
    }

    fn float(self) -> fn(f64) -> f64 {
        match self {
            Self::Nearest => f64::round,
            Self::Up => f64::ceil,
            Self::Down => f64::floor,
            Self::Zero => f64::trunc,
        }
    }
}

fn whole(_: &mut Lowering<'_>, site: Site, mut args: Vec<Node>, rounding: Rounding) -> Option<Node> {
    let places = if args.len() > 1 { args.pop()? } else { Node::constant(&Literal::Int(0), site.range.clone()) };
    let value = args.pop()?;
    let constant = places.literal().and_then(|literal| literal.as_integer()).map(|n| n.clamp(-50, 50) as i64);
    match (class(&value.data_type), constant) {
        (Class::Float, _) => {
            let kernel: Kernel = Arc::new(move |args, _| {
                Arc::new(checked2::<Float64Type, Int64Type, Float64Type>(&args[0], &args[1], |value, digits| {
                    (place_float(value, digits, rounding.float()), false)
                }))
            });
            Some(Node::strict(kernel, vec![value, places], DataType::Float64, false, site.range))
        }
        (Class::Integer, Some(0..)) => Some(value.at(site.range)),
        (Class::Integer, _) => {
            let kernel: Kernel = Arc::new(move |args, _| {
                Arc::new(checked2::<Int64Type, Int64Type, Int64Type>(&args[0], &args[1], |value, digits| {
                    let unit = pow10(digits.clamp(-38, 0).unsigned_abs() as u8);
                    let rounded = rounding.multiple(value.into(), unit).and_then(|v| i64::try_from(v).ok());
                    (rounded.unwrap_or_default(), rounded.is_none())
                }))
            });
            Some(Node::strict(kernel, vec![value, places], DataType::Int64, true, site.range))
        }
        (_, Some(places)) => Some(decimal_places(value, places, rounding, site)),
        _ => decimal_varying(value, places, rounding, site),
    }
}

/// A decimal to a fixed number of places: its scale becomes that number.
fn decimal_places(value: Node, places: i64, rounding: Rounding, site: Site) -> Node {
    let (precision, scale) = digits(&value.data_type).unwrap_or((MAX_DIGITS, 0));
    if places >= i64::from(scale) {
        return value.at(site.range);
    }
    let kept = places.max(0) as i8;
    let whole = (precision as i8 - scale + 1).max(1);
    let result = (((whole + kept) as u8).min(MAX_DIGITS), kept);
    let unit = pow10((i64::from(scale) - places).clamp(0, 38) as u8);
    let up = pow10(places.clamp(-38, 0).unsigned_abs() as u8);
    let limit = pow10(result.0).unsigned_abs();
    let data_type = DataType::Decimal128(result.0, result.1);
    let kind = data_type.clone();
    let kernel: Kernel = Arc::new(move |args, _| {
        let one = |value: i128| {
            let rounded = rounding.quotient(value, unit)?.checked_mul(up)?;
            Some(rounded).filter(|value| value.unsigned_abs() < limit)
        };
        typed(checked1::<Decimal128Type, Decimal128Type>(&args[0], one), &kind)
    });
    Node::strict(kernel, vec![value], data_type, precision >= MAX_DIGITS, site.range)
}

/// A decimal to a number of places that differs by row: its type stays.
fn decimal_varying(value: Node, places: Node, rounding: Rounding, site: Site) -> Option<Node> {
    let (precision, scale) = digits(&value.data_type)?;
    let data_type = value.data_type.clone();
    let (kind, limit) = (data_type.clone(), pow10(precision));
    let kernel: Kernel = Arc::new(move |args, _| {
        let array = checked2::<Decimal128Type, Int64Type, Decimal128Type>(&args[0], &args[1], |value, places| {
            let unit = pow10(i64::from(scale).saturating_sub(places).clamp(0, 38) as u8);
            let rounded = rounding.multiple(value, unit).filter(|value| value.unsigned_abs() < limit.unsigned_abs());
            (rounded.unwrap_or_default(), rounded.is_none())
        });
        typed(array, &kind)
    });
    Some(Node::strict(kernel, vec![value, places], data_type, true, site.range))
}
