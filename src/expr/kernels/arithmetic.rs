//! Arithmetic over columns: 64-bit integers, 64-bit floats and decimals (with integers of any width beside them). A result out of
//! range, a division by zero and a float that is not finite become null.

use super::{Column, Kernel, checked1, checked2, map1, map2, typed};
use crate::expr::types::pow10;
use arrow_array::types::{
    Decimal128Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type,
    UInt64Type,
};
use arrow_array::{ArrayRef, ArrowPrimitiveType};
use arrow_buffer::i256;
use arrow_schema::DataType;
use std::sync::Arc;

/// The operators that numbers have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::expr) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
}

/// `Int64 x Int64 -> Int64`; `proven` when no result can leave the range.
pub(in crate::expr) fn integers(operator: Operator, proven: bool) -> Kernel {
    match (operator, proven) {
        (Operator::Add, true) => plain_integers(i64::wrapping_add),
        (Operator::Subtract, true) => plain_integers(i64::wrapping_sub),
        (Operator::Multiply, true) => plain_integers(i64::wrapping_mul),
        (Operator::Add, false) => checked_integers(i64::overflowing_add),
        (Operator::Subtract, false) => checked_integers(i64::overflowing_sub),
        (Operator::Multiply, false) => checked_integers(i64::overflowing_mul),
        (Operator::Divide, _) => checked_integers(|a, b| void_without(a.checked_div(b))),
        (Operator::Modulo, _) => checked_integers(|a, b| match b {
            0 => (0, true),
            _ => (a.wrapping_rem(b), false),
        }),
    }
}

fn void_without<T: Default>(value: Option<T>) -> (T, bool) {
    value.map_or((T::default(), true), |value| (value, false))
}

fn plain_integers(f: impl Fn(i64, i64) -> i64 + Send + Sync + 'static) -> Kernel {
    Arc::new(move |args, _| Arc::new(map2::<Int64Type, Int64Type, Int64Type>(&args[0], &args[1], &f)))
}

fn checked_integers(f: impl Fn(i64, i64) -> (i64, bool) + Send + Sync + 'static) -> Kernel {
    Arc::new(move |args, _| Arc::new(checked2::<Int64Type, Int64Type, Int64Type>(&args[0], &args[1], &f)))
}

/// `Float64 x Float64 -> Float64`.
pub(in crate::expr) fn floats(operator: Operator) -> Kernel {
    match operator {
        Operator::Add => finite2(|a, b| a + b),
        Operator::Subtract => finite2(|a, b| a - b),
        Operator::Multiply => finite2(|a, b| a * b),
        Operator::Divide => finite2(|a, b| a / b),
        Operator::Modulo => finite2(libm::fmod),
    }
}

/// A function of two floats; a result that is not finite becomes null.
pub(in crate::expr) fn finite2(f: impl Fn(f64, f64) -> f64 + Send + Sync + 'static) -> Kernel {
    Arc::new(move |args, _| {
        Arc::new(checked2::<Float64Type, Float64Type, Float64Type>(&args[0], &args[1], |a, b| {
            let value = f(a, b);
            (value, !value.is_finite())
        }))
    })
}

/// A function of one float; a result that is not finite becomes null.
pub(in crate::expr) fn finite1(f: impl Fn(f64) -> f64 + Send + Sync + 'static) -> Kernel {
    Arc::new(move |args, _| {
        Arc::new(checked1::<Float64Type, Float64Type>(&args[0], |a| Some(f(a)).filter(|value| value.is_finite())))
    })
}

/// Precision and scale of both operands and of the result, and whether every result is known to fit.
#[derive(Debug, Clone, Copy)]
pub(in crate::expr) struct DecimalPlan {
    /// Scale on the left.
    pub(in crate::expr) left: i8,
    /// Scale on the right.
    pub(in crate::expr) right: i8,
    /// The result's precision and scale.
    pub(in crate::expr) result: (u8, i8),
    /// Whether every result fits the result's precision.
    pub(in crate::expr) proven: bool,
}

/// Operands of integer or decimal types, at least one of them decimal -> a decimal.
pub(in crate::expr) fn decimals(operator: Operator, left: &DataType, right: &DataType, plan: DecimalPlan) -> Kernel {
    match operator {
        Operator::Add => linear(left, right, plan, 1),
        Operator::Subtract => linear(left, right, plan, -1),
        Operator::Multiply => multiply(left, right, plan),
        Operator::Divide => {
            let shift = (plan.result.1 - plan.left + plan.right).max(0) as u8;
            let narrow = (shift <= 38).then(|| pow10(shift));
            checked(left, right, plan, move |a, b| match (b, narrow.and_then(|up| a.checked_mul(up))) {
                (0, _) => None,
                (_, Some(scaled)) => round_div(scaled, b),
                (_, None) => round_div_wide(i256::from_i128(a).checked_mul(power_wide(shift))?, i256::from_i128(b)),
            })
        }
        Operator::Modulo => {
            let (ka, kb) = (pow10((plan.result.1 - plan.left) as u8), pow10((plan.result.1 - plan.right) as u8));
            checked(left, right, plan, move |a, b| match (a.checked_mul(ka), b.checked_mul(kb)) {
                (Some(a), Some(b)) => a.checked_rem(b),
                (_, None) => a.checked_mul(ka),
                (None, Some(b)) => {
                    (b != 0).then_some(()).and_then(|()| wide(a, ka).wrapping_rem(i256::from_i128(b)).to_i128())
                }
            })
        }
    }
}

fn wide(a: i128, b: i128) -> i256 {
    i256::from_i128(a).wrapping_mul(i256::from_i128(b))
}

fn power_wide(exponent: u8) -> i256 {
    wide(pow10(exponent.min(38)), pow10(exponent.saturating_sub(38)))
}

fn linear(left: &DataType, right: &DataType, plan: DecimalPlan, sign: i128) -> Kernel {
    let (ka, kb) = (pow10((plan.result.1 - plan.left) as u8), sign * pow10((plan.result.1 - plan.right) as u8));
    if plan.proven {
        return proven(left, right, plan, move |a, b| a.wrapping_mul(ka).wrapping_add(b.wrapping_mul(kb)));
    }
    checked(left, right, plan, move |a, b| a.checked_mul(ka)?.checked_add(b.checked_mul(kb)?))
}

fn multiply(left: &DataType, right: &DataType, plan: DecimalPlan) -> Kernel {
    let drop = (plan.left + plan.right - plan.result.1) as u8;
    if plan.proven && drop == 0 {
        return proven(left, right, plan, i128::wrapping_mul);
    }
    if drop == 0 {
        return checked(left, right, plan, i128::checked_mul);
    }
    let unit = power_wide(drop);
    checked(left, right, plan, move |a, b| round_div_wide(wide(a, b), unit))
}

/// `a / b`, rounded half away from zero; `None` for a division by zero or a result beyond 128 bits.
pub(in crate::expr) fn round_div(a: i128, b: i128) -> Option<i128> {
    match (i64::try_from(a), i64::try_from(b)) {
        (Ok(a), Ok(b)) if b > 0 => Some(round_div_narrow(a, b).into()),
        _ => round_div_full(a, b),
    }
}

/// Division of 128 bits is done in software; most numbers need it not.
fn round_div_narrow(a: i64, b: i64) -> i64 {
    let rest = (a % b).unsigned_abs();
    let up = rest >= b.unsigned_abs() - rest;
    a / b + if up { a.signum() } else { 0 }
}

fn round_div_full(a: i128, b: i128) -> Option<i128> {
    let quotient = a.checked_div(b)?;
    let rest = a.wrapping_rem(b).unsigned_abs();
    let up = rest >= b.unsigned_abs() - rest;
    let away = if (a < 0) == (b < 0) { 1 } else { -1 };
    if up { quotient.checked_add(away) } else { Some(quotient) }
}

fn round_div_wide(a: i256, b: i256) -> Option<i128> {
    let quotient = a.checked_div(b)?;
    let rest = a.wrapping_rem(b).wrapping_abs();
    let up = rest >= b.wrapping_abs().wrapping_sub(rest);
    let away = if (a < i256::ZERO) == (b < i256::ZERO) { i256::ONE } else { i256::MINUS_ONE };
    (if up { quotient.wrapping_add(away) } else { quotient }).to_i128()
}

/// Runs `$body` with the Arrow type of an integer or decimal type bound to `$name`.
macro_rules! exact_type {
    ($type:expr, $name:ident => $body:expr) => {
        match $type {
            DataType::Int8 => {
                type $name = Int8Type;
                $body
            }
            DataType::Int16 => {
                type $name = Int16Type;
                $body
            }
            DataType::Int32 => {
                type $name = Int32Type;
                $body
            }
            DataType::Int64 => {
                type $name = Int64Type;
                $body
            }
            DataType::UInt8 => {
                type $name = UInt8Type;
                $body
            }
            DataType::UInt16 => {
                type $name = UInt16Type;
                $body
            }
            DataType::UInt32 => {
                type $name = UInt32Type;
                $body
            }
            DataType::UInt64 => {
                type $name = UInt64Type;
                $body
            }
            _ => {
                type $name = Decimal128Type;
                $body
            }
        }
    };
}
pub(in crate::expr) use exact_type;

fn proven(
    left: &DataType,
    right: &DataType,
    plan: DecimalPlan,
    f: impl Fn(i128, i128) -> i128 + Copy + Send + Sync + 'static,
) -> Kernel {
    let result = DataType::Decimal128(plan.result.0, plan.result.1);
    match (left, right) {
        (DataType::Decimal128(..), right) => exact_type!(right, R => proven_loop::<Decimal128Type, R>(result, f)),
        (left, _) => exact_type!(left, L => proven_loop::<L, Decimal128Type>(result, f)),
    }
}

fn proven_loop<L: ArrowPrimitiveType, R: ArrowPrimitiveType>(
    result: DataType,
    f: impl Fn(i128, i128) -> i128 + Copy + Send + Sync + 'static,
) -> Kernel
where
    L::Native: Into<i128>,
    R::Native: Into<i128>,
{
    Arc::new(move |args, _| {
        typed(map2::<L, R, Decimal128Type>(&args[0], &args[1], |a, b| f(a.into(), b.into())), &result)
    })
}

fn checked(
    left: &DataType,
    right: &DataType,
    plan: DecimalPlan,
    f: impl Fn(i128, i128) -> Option<i128> + Copy + Send + Sync + 'static,
) -> Kernel {
    match (left, right) {
        (DataType::Decimal128(..), right) => exact_type!(right, R => checked_loop::<Decimal128Type, R>(plan, f)),
        (left, _) => exact_type!(left, L => checked_loop::<L, Decimal128Type>(plan, f)),
    }
}

fn checked_loop<L: ArrowPrimitiveType, R: ArrowPrimitiveType>(
    plan: DecimalPlan,
    f: impl Fn(i128, i128) -> Option<i128> + Copy + Send + Sync + 'static,
) -> Kernel
where
    L::Native: Into<i128>,
    R::Native: Into<i128>,
{
    let result = DataType::Decimal128(plan.result.0, plan.result.1);
    let limit = pow10(plan.result.0).unsigned_abs();
    Arc::new(move |args, _| {
        let array = checked2::<L, R, Decimal128Type>(&args[0], &args[1], |a, b| {
            void_without(f(a.into(), b.into()).filter(|value| value.unsigned_abs() < limit))
        });
        typed(array, &result)
    })
}

/// `-x` of `Int64`, `Float64` or a decimal; the least integer becomes null.
pub(in crate::expr) fn negate(data_type: &DataType) -> Kernel {
    match data_type {
        DataType::Int64 => Arc::new(|args, _| Arc::new(checked1::<Int64Type, Int64Type>(&args[0], i64::checked_neg))),
        DataType::Float64 => Arc::new(|args, _| Arc::new(map1::<Float64Type, Float64Type>(&args[0], |a| -a))),
        _ => decimal1(data_type.clone(), i128::wrapping_neg),
    }
}

/// `|x|` of `Int64`, `Float64` or a decimal; the least integer becomes null.
pub(in crate::expr) fn absolute(data_type: &DataType) -> Kernel {
    match data_type {
        DataType::Int64 => Arc::new(|args, _| Arc::new(checked1::<Int64Type, Int64Type>(&args[0], i64::checked_abs))),
        DataType::Float64 => Arc::new(|args, _| Arc::new(map1::<Float64Type, Float64Type>(&args[0], f64::abs))),
        _ => decimal1(data_type.clone(), i128::wrapping_abs),
    }
}

/// A function of a decimal's digits that always has a value.
pub(in crate::expr) fn decimal1(result: DataType, f: impl Fn(i128) -> i128 + Send + Sync + 'static) -> Kernel {
    Arc::new(move |args: &[Column], _| -> ArrayRef {
        typed(map1::<Decimal128Type, Decimal128Type>(&args[0], &f), &result)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrow_and_full_division_agree() {
        let ends = [i64::MIN, i64::MIN + 1, -7, -5, -1, 0, 1, 4, 5, 15, i64::MAX];
        for a in ends {
            for b in [1, 2, 3, 10, i64::MAX] {
                let narrow = i128::from(round_div_narrow(a, b));
                assert_eq!(Some(narrow), round_div_full(a.into(), b.into()), "{a} / {b}");
            }
        }
        assert_eq!((round_div(-5, 2), round_div(5, -2), round_div(1, 0)), (Some(-3), Some(-3), None));
        assert_eq!(round_div(i128::MIN, -1), None);
    }
}
