//! `+ - * / %` of numbers and the sign. Types by the rules in [`super::super::types`]; integers give `int64`, and `uint64` counts as a decimal.

use super::super::error::{ExprError, WarningKind};
use super::super::kernels::arithmetic::{self as kernel, DecimalPlan, Operator};
use super::super::literal::Literal;
use super::super::node::{Bounds, Node};
use super::super::types::{
    Class, add_type, class, digits, digits_of, divide_type, modulo_type, multiply_type, name, plain, pow10,
};
use super::{Lowering, article};
use arrow_schema::DataType;
use std::ops::Range;

const I64: Bounds = (i64::MIN as i128, i64::MAX as i128);
const GUARD: &str = "write `nullif(divisor, 0)` if a null is meant";

impl Operator {
    fn symbol(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Modulo => "%",
        }
    }
}

impl Lowering<'_> {
    /// An operator between two values of any types.
    pub(in crate::expr) fn arithmetic(
        &mut self,
        op: Operator,
        left: Node,
        right: Node,
        range: Range<usize>,
    ) -> Option<Node> {
        let (l, r) = (class(&left.data_type), class(&right.data_type));
        let temporal =
            |class| matches!(class, Class::Date | Class::Time | Class::Timestamp | Class::Duration | Class::Interval);
        if temporal(l) || temporal(r) {
            return self.temporal_arithmetic(op, left, right, range);
        }
        let (left, right) = self.typed_sides(left, right)?;
        let left = self.numeric_operand(left, op.symbol());
        let right = self.numeric_operand(right, op.symbol());
        self.numbers(op, left?, right?, range)
    }

    /// Reads a quoted string beside a number as that kind of number.
    fn typed_sides(&mut self, left: Node, right: Node) -> Option<(Node, Node)> {
        let (l, r) = (plain(&left.data_type), plain(&right.data_type));
        if left.untyped_text().is_some() && class(&r).is_numeric() {
            return Some((self.read_literal(left, &r)?, right));
        }
        if right.untyped_text().is_some() && class(&l).is_numeric() {
            return Some((left, self.read_literal(right, &l)?));
        }
        Some((left, right))
    }

    /// Demands a number.
    pub(super) fn numeric_operand(&mut self, node: Node, symbol: &str) -> Option<Node> {
        match class(&node.data_type) {
            found if found.is_numeric() => Some(node),
            Class::Null => Some(Node::null(&DataType::Int64, node.range)),
            found => {
                let message = format!("`{symbol}` needs numbers, but this is {}", article(&node.data_type));
                let help = match (found, symbol) {
                    (Class::Text, "+") => "write `a || b` to join strings, or `cast(... as decimal(10,2))`",
                    (Class::Text, _) => "write `cast(... as decimal(10,2))`",
                    _ => "write `cast(... as int64)`, or `extract(... from ...)` for dates",
                };
                let label = name(&node.data_type);
                self.fail(ExprError::new("E0306", node.range, message).label(label).help(help))
            }
        }
    }

    fn numbers(&mut self, op: Operator, left: Node, right: Node, range: Range<usize>) -> Option<Node> {
        let classes = (class(&left.data_type), class(&right.data_type));
        if matches!(op, Operator::Divide | Operator::Modulo)
            && !right.nonzero
            && !right.is_null()
            && !self.is_guarded(&right)
        {
            let message = "the divisor may be zero";
            self.warn(WarningKind::Domain, right.range.clone(), message, GUARD);
        }
        match classes {
            (Class::Float, _) | (_, Class::Float) => {
                let left = self.convert(left, &DataType::Float64)?;
                let right = self.convert(right, &DataType::Float64)?;
                Some(Node::strict(kernel::floats(op), vec![left, right], DataType::Float64, true, range))
            }
            (Class::Integer, Class::Integer) if !unsigned(&left) && !unsigned(&right) => {
                self.integers(op, left, right, range)
            }
            _ => self.decimals(op, left, right, range),
        }
    }

    fn integers(&mut self, op: Operator, left: Node, right: Node, range: Range<usize>) -> Option<Node> {
        let bounds = integer_bounds(op, left.bounds()?, right.bounds()?);
        let proven = bounds.is_some_and(|(low, high)| low >= I64.0 && high <= I64.1);
        if !proven && !left.is_null() && !right.is_null() {
            let message = format!("`{}` may leave the range of int64", op.symbol());
            self.warn(
                WarningKind::Overflow,
                range.clone(),
                message,
                "narrow the columns that go in, or cast one of them to a decimal",
            );
        }
        let zero = matches!(op, Operator::Divide | Operator::Modulo) && !right.nonzero;
        let least = op == Operator::Divide && left.bounds()?.0 <= I64.0 && right.bounds()?.0 < 0;
        let left = self.convert(left, &DataType::Int64)?;
        let right = self.convert(right, &DataType::Int64)?;
        let node = Node::strict(
            kernel::integers(op, proven),
            vec![left, right],
            DataType::Int64,
            !proven || zero || least,
            range,
        );
        Some(node.bounded(bounds.filter(|_| proven)))
    }

    fn decimals(&mut self, op: Operator, left: Node, right: Node, range: Range<usize>) -> Option<Node> {
        let (left, right) = (exact_literal(left), exact_literal(right));
        let neither = [&left, &right].iter().all(|node| class(&node.data_type) == Class::Integer);
        let (l, r) = (digits(&plain(&left.data_type))?, digits(&plain(&right.data_type))?);
        let left = if neither { self.convert(left, &DataType::Decimal128(l.0, 0))? } else { left };
        let result = match op {
            Operator::Add | Operator::Subtract => add_type(l, r),
            Operator::Multiply => multiply_type(l, r),
            Operator::Divide => divide_type(l, r),
            Operator::Modulo => modulo_type(l, r),
        };
        let bounds = decimal_bounds(op, (left.bounds()?, l.1), (right.bounds()?, r.1), result.1);
        let limit = pow10(result.0);
        let proven = bounds.is_some_and(|(low, high)| low > -limit && high < limit);
        let fits = proven || always_fits(op, l, r, result);
        if !fits && !left.is_null() && !right.is_null() {
            let message = format!("`{}` may need more than 38 digits", op.symbol());
            self.warn(WarningKind::Overflow, range.clone(), message, "cast an operand to fewer digits");
        }
        let zero = matches!(op, Operator::Divide | Operator::Modulo) && !right.nonzero;
        let plan = DecimalPlan { left: l.1, right: r.1, result, proven };
        let kernel = kernel::decimals(op, &left.data_type, &right.data_type, plan);
        let data_type = DataType::Decimal128(result.0, result.1);
        let node = Node::strict(kernel, vec![left, right], data_type, !fits || zero, range);
        Some(node.bounded(bounds.filter(|_| proven)))
    }

    /// `-x`.
    pub(super) fn negate(&mut self, node: Node, range: Range<usize>) -> Option<Node> {
        if class(&node.data_type).is_span() {
            let minus = Node::constant(&Literal::Int(-1), range.clone());
            return self.temporal_arithmetic(Operator::Multiply, node, minus, range);
        }
        let node = if node.untyped_text().is_some() { self.read_literal(node, &DataType::Int64)? } else { node };
        let node = self.numeric_operand(node, "-")?;
        let node = self.wide(node)?;
        let bounds =
            node.bounds().map(|(low, high)| (-high, -low)).filter(|(_, high)| *high <= I64.1 || !is_int64(&node));
        let (data_type, nonzero) = (node.data_type.clone(), node.nonzero);
        let nullable = is_int64(&node) && bounds.is_none();
        let negated = Node::strict(kernel::negate(&data_type), vec![node], data_type, nullable, range).bounded(bounds);
        Some(Node { nonzero: nonzero || negated.nonzero, ..negated })
    }

    /// A number as `int64`, `float64` or decimal; `uint64` becomes a decimal.
    pub(in crate::expr) fn wide(&mut self, node: Node) -> Option<Node> {
        let to = match class(&node.data_type) {
            Class::Integer if unsigned(&node) => DataType::Decimal128(20, 0),
            Class::Integer => DataType::Int64,
            Class::Float => DataType::Float64,
            _ => return Some(node),
        };
        self.convert(node, &to)
    }
}

fn unsigned(node: &Node) -> bool {
    node.data_type == DataType::UInt64
}

fn is_int64(node: &Node) -> bool {
    node.data_type == DataType::Int64
}

/// An integer literal as a decimal with just its digits.
fn exact_literal(node: Node) -> Node {
    match node.literal().and_then(|literal| literal.as_integer()) {
        Some(value) if class(&node.data_type) == Class::Integer => {
            Node::constant(&Literal::Decimal { value, precision: digits_of(value), scale: 0 }, node.range)
        }
        _ => node,
    }
}

/// The extremes of a function that is monotone in each argument.
fn corners((a, b): Bounds, (c, d): Bounds, f: impl Fn(i128, i128) -> Option<i128>) -> Option<Bounds> {
    let all = [f(a, c)?, f(a, d)?, f(b, c)?, f(b, d)?];
    Some((*all.iter().min()?, *all.iter().max()?))
}

fn magnitude((low, high): Bounds) -> i128 {
    low.unsigned_abs().max(high.unsigned_abs()).try_into().unwrap_or(i128::MAX)
}

fn integer_bounds(op: Operator, l: Bounds, r: Bounds) -> Option<Bounds> {
    match op {
        Operator::Add => corners(l, r, i128::checked_add),
        Operator::Subtract => corners(l, r, i128::checked_sub),
        Operator::Multiply => corners(l, r, i128::checked_mul),
        Operator::Divide => Some((-magnitude(l), magnitude(l).min(I64.1))),
        Operator::Modulo => {
            let most = magnitude(l).min(magnitude(r).saturating_sub(1).max(0));
            Some((if l.0 < 0 { -most } else { 0 }, if l.1 > 0 { most } else { 0 }))
        }
    }
}

/// Bounds of the result's digits at `scale`; `None` where they are beyond 128 bits or rounding takes part.
fn decimal_bounds(op: Operator, (l, ls): (Bounds, i8), (r, rs): (Bounds, i8), scale: i8) -> Option<Bounds> {
    let up = |(low, high): Bounds, from: i8| {
        let factor = pow10((scale - from).max(0) as u8);
        Some((low.checked_mul(factor)?, high.checked_mul(factor)?))
    };
    match op {
        Operator::Add => corners(up(l, ls)?, up(r, rs)?, i128::checked_add),
        Operator::Subtract => corners(up(l, ls)?, up(r, rs)?, i128::checked_sub),
        Operator::Multiply => {
            let unit = pow10((ls + rs - scale).max(0) as u8);
            let (low, high) = corners(l, r, i128::checked_mul)?;
            let rounding = i128::from(unit > 1);
            Some((low / unit - rounding, high / unit + rounding))
        }
        Operator::Modulo => integer_bounds(op, up(l, ls)?, up(r, rs)?),
        _ => None,
    }
}

/// Whether the result's type was not cut to 38 digits.
fn always_fits(op: Operator, (p1, s1): (u8, i8), (p2, s2): (u8, i8), (_, scale): (u8, i8)) -> bool {
    let (w1, w2) = (i16::from(p1) - i16::from(s1), i16::from(p2) - i16::from(s2));
    let scale = i16::from(scale);
    match op {
        Operator::Add | Operator::Subtract => w1.max(w2) + scale < 38,
        Operator::Multiply => w1 + w2 + scale <= 38,
        Operator::Divide => w1 + i16::from(s2) + scale <= 38,
        Operator::Modulo => true,
    }
}
