//! Arithmetic of dates, times, timestamps and spans.
//!
//! | expression | result |
//! |---|---|
//! | `date + n`, `n + date`, `date - n` | date, n whole days |
//! | `date - date` | int64, days |
//! | `date ± span` | timestamp |
//! | `timestamp ± span`, `span + timestamp` | timestamp; months first (to the last day of a shorter month), then days, then the rest |
//! | `timestamp - timestamp`, `timestamp - date` | duration |
//! | `time ± duration` | time, around midnight |
//! | `time - time` | duration |
//! | `span ± span` | duration, or interval when months take part |
//! | `span * n`, `n * span`, `duration / n` | span |
//! | `date + time` | timestamp |
//!
//! Instants and durations are cut to the ends of their range, some 290,000 years away. A quoted string beside an instant is read as a span where it is one, else as an instant.

use super::super::error::{ExprError, WarningKind};
use super::super::kernels::arithmetic::Operator;
use super::super::kernels::interval::{self, Span};
use super::super::kernels::{Kernel, calendar, checked2, map2, typed};
use super::super::node::Node;
use super::super::types::{Class, DURATION, INTERVAL, TIME, TIMESTAMP, class, common, plain};
use super::{Lowering, article};
use arrow_array::types::{
    Date32Type, DurationMicrosecondType, Float64Type, Int64Type, IntervalMonthDayNanoType, Time64MicrosecondType,
    TimestampMicrosecondType,
};
use arrow_array::{ArrowPrimitiveType, PrimitiveArray};
use arrow_schema::DataType;
use std::ops::Range;
use std::sync::Arc;

type Micros = TimestampMicrosecondType;

impl Lowering<'_> {
    /// An operator with at least one side that is a time or a span.
    pub(super) fn temporal_arithmetic(
        &mut self,
        op: Operator,
        left: Node,
        right: Node,
        range: Range<usize>,
    ) -> Option<Node> {
        use Class as C;
        use Operator as O;
        let left = self.open_side(left, &right.data_type, op)?;
        let right = self.open_side(right, &left.data_type, op)?;
        let (l, r) = (class(&left.data_type), class(&right.data_type));
        match (l, op, r) {
            (C::Date, O::Add | O::Subtract, C::Integer) => self.move_date(op, left, right, range),
            (C::Integer, O::Add, C::Date) => self.move_date(op, right, left, range),
            (C::Date, O::Subtract, C::Date) => Some(day_difference(left, right, range)),
            (C::Date | C::Timestamp, O::Subtract, C::Date | C::Timestamp) => self.difference(left, right, range),
            (C::Time, O::Subtract, C::Time) => {
                let kernel = total::<Time64MicrosecondType, Time64MicrosecondType, DurationMicrosecondType>(
                    i64::saturating_sub,
                    DURATION,
                );
                Some(Node::strict(kernel, vec![left, right], DURATION, false, range))
            }
            (C::Date | C::Timestamp, O::Add | O::Subtract, C::Duration | C::Interval) => {
                self.move_instant(op, left, right, range)
            }
            (C::Duration | C::Interval, O::Add, C::Date | C::Timestamp) => self.move_instant(op, right, left, range),
            (C::Time, O::Add | O::Subtract, C::Duration) => Some(move_time(op, left, right, range)),
            (C::Duration, O::Add, C::Time) => Some(move_time(op, right, left, range)),
            (C::Date, O::Add, C::Time) => {
                let span = self.convert(right, &DURATION)?;
                self.move_instant(op, left, span, range)
            }
            (C::Duration | C::Interval, O::Add | O::Subtract, C::Duration | C::Interval) => {
                self.add_spans(op, left, right, range)
            }
            (C::Duration | C::Interval, O::Multiply, _) if r.is_numeric() => self.scale_span(op, left, right, range),
            (_, O::Multiply, C::Duration | C::Interval) if l.is_numeric() => self.scale_span(op, right, left, range),
            (C::Duration, O::Divide, _) if r.is_numeric() => self.scale_span(op, left, right, range),
            _ => self.no_such_operation(op, &left, &right, range),
        }
    }

    fn no_such_operation(&mut self, op: Operator, left: &Node, right: &Node, range: Range<usize>) -> Option<Node> {
        let verb = match op {
            Operator::Add => "added",
            Operator::Subtract => "subtracted",
            Operator::Multiply => "multiplied",
            _ => "divided",
        };
        let (l, r) = (article(&left.data_type), article(&right.data_type));
        let message = format!("{l} and {r} cannot be {verb}");
        let numbers = class(&left.data_type).is_numeric() || class(&right.data_type).is_numeric();
        let help = if numbers {
            "write a span of time as `n * interval '1 day'`"
        } else {
            "cast one side, or take a part of it with `extract`"
        };
        self.fail(ExprError::new("E0306", range, message).help(help))
    }

    /// Decides what a quoted string or a null beside a time or span is.
    fn open_side(&mut self, node: Node, other: &DataType, op: Operator) -> Option<Node> {
        let instant = matches!(class(other), Class::Date | Class::Time | Class::Timestamp);
        if class(&node.data_type) == Class::Null {
            let to = match op {
                Operator::Multiply | Operator::Divide => DataType::Int64,
                _ if class(other) == Class::Interval || instant => DURATION,
                _ => other.clone(),
            };
            return Some(Node::null(&to, node.range));
        }
        let Some(text) = node.untyped_text() else { return Some(node) };
        let span = interval::parse(&text).is_some() && matches!(op, Operator::Add | Operator::Subtract);
        match class(other) {
            _ if span => self.span_literal(&text, node.range),
            _ if instant && op == Operator::Subtract => self.read_literal(node, &plain(other)),
            _ if instant || op == Operator::Add || op == Operator::Subtract => self.read_literal(node, &DURATION),
            _ => self.read_literal(node, &DataType::Int64),
        }
    }

    fn move_date(&mut self, op: Operator, date: Node, days: Node, range: Range<usize>) -> Option<Node> {
        let days = self.convert(days, &DataType::Int64)?;
        let sign = if op == Operator::Subtract { -1 } else { 1 };
        let moved = move |date: i32, days: i64| i64::from(date).saturating_add(days.saturating_mul(sign));
        let small = days.bounds().is_some_and(|(low, high)| low > -100_000_000 && high < 100_000_000);
        let kernel = if small {
            let clamped = move |date, days| moved(date, days).clamp(i32::MIN.into(), i32::MAX.into()) as i32;
            total::<Date32Type, Int64Type, Date32Type>(clamped, DataType::Date32)
        } else {
            let checked = move |date, days| i32::try_from(moved(date, days)).ok();
            exact::<Date32Type, Int64Type, Date32Type>(checked, DataType::Date32)
        };
        Some(Node::strict(kernel, vec![date, days], DataType::Date32, !small, range))
    }

    fn difference(&mut self, left: Node, right: Node, range: Range<usize>) -> Option<Node> {
        let to = common(&left.data_type, &right.data_type)?;
        let (left, right) = (self.convert(left, &to)?, self.convert(right, &to)?);
        let kernel = total::<Micros, Micros, DurationMicrosecondType>(i64::saturating_sub, DURATION);
        Some(Node::strict(kernel, vec![left, right], DURATION, false, range))
    }

    fn move_instant(&mut self, op: Operator, instant: Node, span: Node, range: Range<usize>) -> Option<Node> {
        let instant = match class(&instant.data_type) {
            Class::Date => self.convert(instant, &TIMESTAMP)?,
            _ => instant,
        };
        let result = instant.data_type.clone();
        let sign = if op == Operator::Subtract { -1 } else { 1 };
        let kernel = if class(&span.data_type) == Class::Interval {
            total::<Micros, IntervalMonthDayNanoType, Micros>(
                move |at, by| interval::shift(at, Span::from_arrow(by).times(sign).unwrap_or_default()),
                result.clone(),
            )
        } else {
            total::<Micros, DurationMicrosecondType, Micros>(
                move |at, by| at.saturating_add(by.saturating_mul(sign)),
                result.clone(),
            )
        };
        Some(Node::strict(kernel, vec![instant, span], result, false, range))
    }

    fn add_spans(&mut self, op: Operator, left: Node, right: Node, range: Range<usize>) -> Option<Node> {
        let sign = if op == Operator::Subtract { -1 } else { 1 };
        let to = common(&left.data_type, &right.data_type)?;
        let (left, right) = (self.convert(left, &to)?, self.convert(right, &to)?);
        type Length = DurationMicrosecondType;
        type Calendar = IntervalMonthDayNanoType;
        if to != INTERVAL {
            let kernel =
                total::<Length, Length, Length>(move |a, b| a.saturating_add(b.saturating_mul(sign)), DURATION);
            return Some(Node::strict(kernel, vec![left, right], to, false, range));
        }
        let sum = move |a, b| Span::from_arrow(a).add(Span::from_arrow(b).times(sign)?)?.to_arrow();
        let kernel = exact::<Calendar, Calendar, Calendar>(sum, INTERVAL);
        Some(Node::strict(kernel, vec![left, right], to, true, range))
    }

    fn scale_span(&mut self, op: Operator, span: Node, factor: Node, range: Range<usize>) -> Option<Node> {
        if op == Operator::Divide && !factor.nonzero {
            let message = "the divisor may be zero";
            self.warn(
                WarningKind::Domain,
                factor.range.clone(),
                message,
                "write `nullif(divisor, 0)` if a null is meant",
            );
        }
        if class(&span.data_type) == Class::Interval {
            let factor = self.coerce(factor, &DataType::Int64, "a factor of months")?;
            let kernel = exact::<IntervalMonthDayNanoType, Int64Type, IntervalMonthDayNanoType>(
                |span, n| Span::from_arrow(span).times(n)?.to_arrow(),
                INTERVAL,
            );
            return Some(Node::strict(kernel, vec![span, factor], INTERVAL, true, range));
        }
        if class(&factor.data_type) == Class::Integer && op == Operator::Multiply {
            let factor = self.convert(factor, &DataType::Int64)?;
            let kernel =
                exact::<DurationMicrosecondType, Int64Type, DurationMicrosecondType>(i64::checked_mul, DURATION);
            return Some(Node::strict(kernel, vec![span, factor], DURATION, true, range));
        }
        let factor = self.convert(factor, &DataType::Float64)?;
        let divide = op == Operator::Divide;
        let kernel = exact::<DurationMicrosecondType, Float64Type, DurationMicrosecondType>(
            move |span, n| whole(if divide { span as f64 / n } else { span as f64 * n }),
            DURATION,
        );
        Some(Node::strict(kernel, vec![span, factor], DURATION, true, range))
    }
}

/// A float as whole microseconds, to nearest.
fn whole(value: f64) -> Option<i64> {
    (value.abs() < 9.2e18).then(|| value.round() as i64)
}

fn void<T: Default>(value: Option<T>) -> (T, bool) {
    value.map_or((T::default(), true), |value| (value, false))
}

fn exact<A: ArrowPrimitiveType, B: ArrowPrimitiveType, O: ArrowPrimitiveType>(
    f: impl Fn(A::Native, B::Native) -> Option<O::Native> + Send + Sync + 'static,
    result: DataType,
) -> Kernel {
    Arc::new(move |args, _| {
        let array: PrimitiveArray<O> = checked2::<A, B, O>(&args[0], &args[1], |a, b| void(f(a, b)));
        typed(array, &result)
    })
}

fn total<A: ArrowPrimitiveType, B: ArrowPrimitiveType, O: ArrowPrimitiveType>(
    f: impl Fn(A::Native, B::Native) -> O::Native + Send + Sync + 'static,
    result: DataType,
) -> Kernel {
    Arc::new(move |args, _| typed(map2::<A, B, O>(&args[0], &args[1], &f), &result))
}

fn day_difference(left: Node, right: Node, range: Range<usize>) -> Node {
    let kernel: Kernel = Arc::new(|args, _| {
        let one = |a: i32, b: i32| i64::from(a) - i64::from(b);
        Arc::new(map2::<Date32Type, Date32Type, Int64Type>(&args[0], &args[1], one))
    });
    Node::strict(kernel, vec![left, right], DataType::Int64, false, range)
        .bounded(Some((-(u32::MAX as i128), u32::MAX as i128)))
}

fn move_time(op: Operator, time: Node, span: Node, range: Range<usize>) -> Node {
    let sign = if op == Operator::Subtract { -1 } else { 1 };
    let kernel: Kernel = Arc::new(move |args, _| {
        let one = |time: i64, by: i64| time.wrapping_add(sign * (by % calendar::DAY)).rem_euclid(calendar::DAY);
        Arc::new(map2::<Time64MicrosecondType, DurationMicrosecondType, Time64MicrosecondType>(&args[0], &args[1], one))
    });
    Node::strict(kernel, vec![time, span], TIME, false, range)
}
