//! What a `case` has tested before a branch is taken: divisors known not to be zero there, so that guarded divisions do not warn.

use super::super::node::Node;
use super::Lowering;
use sqlparser::ast::{BinaryOperator as B, Expr as Ast, UnaryOperator, Value};

impl Lowering<'_> {
    /// Whether a test around this place says that the value is not zero.
    pub(super) fn is_guarded(&self, node: &Node) -> bool {
        let text = self.positions.text(&node.range);
        !text.is_empty() && self.guards.iter().any(|guard| guard == text)
    }

    /// How many guards hold now, for [`Lowering::forget`].
    pub(super) fn guard_count(&self) -> usize {
        self.guards.len()
    }

    /// Forgets all guards but the first `count`.
    pub(super) fn forget(&mut self, count: usize) {
        self.guards.truncate(count);
    }

    /// Notes what is not zero when a test came out as `outcome` (or, when false, as null: a null divisor needs no guard).
    pub(super) fn guard(&mut self, test: &Ast, outcome: bool) {
        match test {
            Ast::Nested(inner) => self.guard(inner, outcome),
            Ast::UnaryOp { op: UnaryOperator::Not, expr } => self.guard(expr, !outcome),
            Ast::BinaryOp { left, op: B::And, right } if outcome => {
                self.guard(left, true);
                self.guard(right, true);
            }
            Ast::BinaryOp { left, op: B::Or, right } if !outcome => {
                self.guard(left, false);
                self.guard(right, false);
            }
            Ast::BinaryOp { left, op, right } => {
                let guarded = match (sign(left), sign(right)) {
                    (None, Some(sign)) => excludes_zero(op, sign, outcome).then_some(left),
                    (Some(sign), None) => excludes_zero(&mirrored(op), sign, outcome).then_some(right),
                    _ => None,
                };
                if let Some(guarded) = guarded {
                    let text = self.positions.text(&self.range(&**guarded)).to_owned();
                    self.guards.push(text);
                }
            }
            _ => {}
        }
    }
}

/// The sign of a number literal.
fn sign(ast: &Ast) -> Option<i32> {
    match ast {
        Ast::Nested(inner) => sign(inner),
        Ast::UnaryOp { op: UnaryOperator::Minus, expr } => sign(expr).map(|sign| -sign),
        Ast::Value(value) => match &value.value {
            Value::Number(text, _) => text.parse::<f64>().ok().map(|value| i32::from(value > 0.0)),
            _ => None,
        },
        _ => None,
    }
}

fn mirrored(op: &B) -> B {
    match op {
        B::Lt => B::Gt,
        B::LtEq => B::GtEq,
        B::Gt => B::Lt,
        B::GtEq => B::LtEq,
        other => other.clone(),
    }
}

/// Whether `x op literal` rules out zero for x when it came out as `outcome`.
fn excludes_zero(op: &B, sign: i32, outcome: bool) -> bool {
    let zero_satisfies = match op {
        B::Eq => sign == 0,
        B::NotEq => sign != 0,
        B::Lt => sign > 0,
        B::LtEq => sign >= 0,
        B::Gt => sign < 0,
        B::GtEq => sign <= 0,
        _ => return false,
    };
    zero_satisfies != outcome
}
