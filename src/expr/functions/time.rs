//! Functions of dates, times and spans. Fields of a timestamp with a time zone are those of its zone, which must have a fixed offset.

use super::super::error::{ExprError, WarningKind};
use super::super::kernels::calendar::{DAY, HOUR, MINUTE, SECOND, checked_days};
use super::super::kernels::interval::{self, Span, of_duration};
use super::super::kernels::number::rescale;
use super::super::kernels::pattern::{NumberPattern, TimePattern};
use super::super::kernels::time::{self as op, FIELDS, Field};
use super::super::kernels::{Kernel, build, build_text, checked1, checked2, map1, typed};
use super::super::node::Node;
use super::super::types::{Class, INTERVAL, TIME, TIMESTAMP, class, digits, utc};
use super::{Function, Kind, Lowering, Site};
use crate::diag::did_you_mean;
use arrow_array::ArrowPrimitiveType;
use arrow_array::types::{
    Date32Type, Decimal128Type, DurationMicrosecondType, Float64Type, Int64Type, IntervalMonthDayNanoType,
    Time64MicrosecondType, TimestampMicrosecondType,
};
use arrow_schema::DataType;
use std::sync::Arc;

type Micros = TimestampMicrosecondType;

const INTEGERS: Kind = Kind::Integer;

pub(super) const FUNCTIONS: &[Function] = &[
    Function::new("date_part", &[("field", Kind::Text), ("x", Kind::Any)], PART, date_part).alias(&["extract"]),
    Function::new(
        "date_trunc",
        &[("field", Kind::Text), ("x", Kind::Instant)],
        "The beginning of the field's period.",
        date_trunc,
    ),
    Function::new("age", &[("later", Kind::Instant), ("earlier", Kind::Instant)], AGE, age),
    Function::new(
        "make_date",
        &[("year", INTEGERS), ("month", INTEGERS), ("day", INTEGERS)],
        "A date from its parts.",
        make_date,
    ),
    Function::new(
        "make_time",
        &[("hour", INTEGERS), ("minute", INTEGERS), ("second", Kind::Float)],
        "A time of day from its parts.",
        |l, s, a| make_clock(l, s, a, false),
    ),
    Function::new(
        "make_timestamp",
        &[
            ("year", INTEGERS),
            ("month", INTEGERS),
            ("day", INTEGERS),
            ("hour", INTEGERS),
            ("minute", INTEGERS),
            ("second", Kind::Float),
        ],
        "A timestamp from its parts.",
        |l, s, a| make_clock(l, s, a, true),
    ),
    Function::new(
        "to_timestamp",
        &[("seconds", Kind::Number)],
        "The instant so many seconds after 1970-01-01 UTC.",
        to_timestamp,
    ),
    Function::new("to_char", &[("x", Kind::Any), ("pattern", Kind::Text)], TO_CHAR, to_char),
];

const PART: &str =
    "A field of a date, time or span, as `extract(field from x)`: year, month, day, dow, hour, epoch and so on.";
const AGE: &str = "The years, months, days and time from one instant to another, as a calendar interval.";
const TO_CHAR: &str = "Text by a pattern: YYYY-MM-DD HH24:MI:SS, Mon, Dy, Q for times; 000, 9,990.00 for numbers.";

fn field(lowering: &mut Lowering<'_>, site: &Site, node: &Node) -> Option<Field> {
    let name = lowering.constant_text(site, node, "field")?;
    Field::find(&name).or_else(|| {
        let names = FIELDS.iter().flat_map(|(_, names)| names.iter().copied());
        let help =
            did_you_mean(&name, names).unwrap_or_else(|| "fields are year, month, day, hour, dow, epoch ...".into());
        let message = format!("unknown field `{name}`");
        lowering.fail(ExprError::new("E0305", node.range.clone(), message).help(help))
    })
}

fn fixed_offset(lowering: &mut Lowering<'_>, node: &Node) -> Option<i64> {
    op::offset(&node.data_type).or_else(|| {
        let message = "the fields of a timestamp are only known in time zones with a fixed offset";
        let error = ExprError::new("E0305", node.range.clone(), message);
        lowering.fail(error.help("cast it to `timestamp` first, or give the column the type `timestamp(UTC)`"))
    })
}

fn date_part(lowering: &mut Lowering<'_>, site: Site, args: Vec<Node>) -> Option<Node> {
    let [name, value] = <[Node; 2]>::try_from(args).ok()?;
    let part = field(lowering, &site, &name)?;
    let value = if value.untyped_text().is_some() || value.is_null() {
        lowering.coerce(value, &TIMESTAMP, "`extract`")?
    } else {
        value
    };
    let found = class(&value.data_type);
    let allowed = match found {
        Class::Date | Class::Timestamp => true,
        Class::Time => part.is_of_time(),
        Class::Duration | Class::Interval => part.is_of_span(),
        _ => false,
    };
    if !allowed {
        let kind = super::super::lower::article(&value.data_type);
        let shown = name.text().unwrap_or_default();
        let error = ExprError::new("E0305", value.range.clone(), format!("{kind} has no field `{shown}`"));
        return lowering.fail(error.help("cast it to `date` or `timestamp` first"));
    }
    let offset = fixed_offset(lowering, &value)?;
    Some(match found {
        Class::Date if part == Field::Epoch => {
            let kernel: Kernel =
                Arc::new(|args, _| Arc::new(map1::<Date32Type, Int64Type>(&args[0], |day| i64::from(day) * 86_400)));
            Node::strict(kernel, vec![value], DataType::Int64, false, site.range)
        }
        Class::Date => {
            part_node::<Date32Type>(part, value, site, move |day| op::field(part, i64::from(day).saturating_mul(DAY)))
        }
        Class::Time => part_node::<Time64MicrosecondType>(part, value, site, move |time| op::field(part, time)),
        Class::Duration => part_node::<DurationMicrosecondType>(part, value, site, move |length| {
            op::span_field(part, of_duration(length))
        }),
        Class::Interval => part_node::<IntervalMonthDayNanoType>(part, value, site, move |span| {
            op::span_field(part, Span::from_arrow(span))
        }),
        _ => part_node::<Micros>(part, value, site, move |instant| {
            let local = if part == Field::Epoch { instant } else { instant.saturating_add(offset) };
            op::field(part, local)
        }),
    })
}

fn part_node<T: ArrowPrimitiveType>(
    part: Field,
    value: Node,
    site: Site,
    f: impl Fn(T::Native) -> i64 + Copy + Send + Sync + 'static,
) -> Node {
    let Some((precision, scale)) = part.decimal() else {
        let kernel: Kernel = Arc::new(move |args, _| Arc::new(map1::<T, Int64Type>(&args[0], f)));
        let bounds = part_bounds(part);
        return Node::strict(kernel, vec![value], DataType::Int64, false, site.range).bounded(bounds);
    };
    let data_type = DataType::Decimal128(precision, scale);
    let kind = data_type.clone();
    let kernel: Kernel =
        Arc::new(move |args, _| typed(map1::<T, Decimal128Type>(&args[0], |value| i128::from(f(value))), &kind));
    Node::strict(kernel, vec![value], data_type, false, site.range)
}

fn part_bounds(part: Field) -> Option<(i128, i128)> {
    Some(match part {
        Field::Microsecond => (-60_000_000, 60_000_000),
        Field::Julian => (-3_000_000_000, 3_000_000_000),
        Field::Hour | Field::Day | Field::Week => (-300_000_000_000, 300_000_000_000),
        _ => (-10_000_000, 10_000_000),
    })
}

fn date_trunc(lowering: &mut Lowering<'_>, site: Site, args: Vec<Node>) -> Option<Node> {
    let [name, value] = <[Node; 2]>::try_from(args).ok()?;
    let part = field(lowering, &site, &name)?;
    if op::truncate(part, 0).is_none() {
        let message = "this field has no period to begin";
        return lowering
            .fail(ExprError::new("E0305", name.range, message).help("use year, month, week, day, hour ..."));
    }
    let offset = fixed_offset(lowering, &value)?;
    let data_type = value.data_type.clone();
    let kind = data_type.clone();
    let kernel: Kernel = Arc::new(move |args, _| {
        let one = |instant: i64| {
            let local = instant.saturating_add(offset);
            op::truncate(part, local).unwrap_or(local).saturating_sub(offset)
        };
        typed(map1::<Micros, Micros>(&args[0], one), &kind)
    });
    Some(Node::strict(kernel, vec![value], data_type, false, site.range))
}

fn age(lowering: &mut Lowering<'_>, site: Site, args: Vec<Node>) -> Option<Node> {
    let [later, earlier] = <[Node; 2]>::try_from(args).ok()?;
    let (a, b) = (fixed_offset(lowering, &later)?, fixed_offset(lowering, &earlier)?);
    let kernel: Kernel = Arc::new(move |args, _| {
        Arc::new(checked2::<Micros, Micros, IntervalMonthDayNanoType>(&args[0], &args[1], |later, earlier| {
            let span = interval::age(later.saturating_add(a), earlier.saturating_add(b)).to_arrow();
            (span.unwrap_or_default(), span.is_none())
        }))
    });
    Some(Node::strict(kernel, vec![later, earlier], INTERVAL, false, site.range))
}

fn warn_parts(lowering: &mut Lowering<'_>, site: &Site, args: &[Node]) {
    if !args.iter().all(Node::is_constant) {
        let message = format!("the parts of `{}` may name no day or time", site.name);
        lowering.warn(WarningKind::Domain, site.range.clone(), message, "");
    }
}

fn make_date(lowering: &mut Lowering<'_>, site: Site, args: Vec<Node>) -> Option<Node> {
    warn_parts(lowering, &site, &args);
    let kernel: Kernel = Arc::new(|args, rows| {
        let [y, m, d] = [0, 1, 2].map(|at| args[at].numbers::<Int64Type>());
        let one = |row| checked_days(y.get(row)?, m.get(row)?, d.get(row)?);
        Arc::new(build::<Date32Type>(rows, one))
    });
    Some(Node::strict(kernel, args, DataType::Date32, true, site.range))
}

/// Hours, minutes and seconds in microseconds, `None` when there is no such time.
fn clock(hour: i64, minute: i64, second: f64) -> Option<i64> {
    let valid = (0..24).contains(&hour) && (0..60).contains(&minute) && (0.0..60.0).contains(&second);
    valid.then(|| hour * HOUR + minute * MINUTE + (second * SECOND as f64).round() as i64)
}

fn make_clock(lowering: &mut Lowering<'_>, site: Site, args: Vec<Node>, dated: bool) -> Option<Node> {
    warn_parts(lowering, &site, &args);
    let first = if dated { 3 } else { 0 };
    let data_type = if dated { TIMESTAMP } else { TIME };
    let kernel: Kernel = Arc::new(move |args, rows| {
        let [hour, minute] = [0, 1].map(|at| args[first + at].numbers::<Int64Type>());
        let second = args[first + 2].numbers::<Float64Type>();
        let time = |row| clock(hour.get(row)?, minute.get(row)?, second.get(row)?);
        if !dated {
            return Arc::new(build::<Time64MicrosecondType>(rows, time));
        }
        let [y, m, d] = [0, 1, 2].map(|at| args[at].numbers::<Int64Type>());
        let day = |row| checked_days(y.get(row)?, m.get(row)?, d.get(row)?);
        Arc::new(build::<Micros>(rows, |row| i64::from(day(row)?).checked_mul(DAY)?.checked_add(time(row)?)))
    });
    Some(Node::strict(kernel, args, data_type, true, site.range))
}

fn to_timestamp(_: &mut Lowering<'_>, site: Site, args: Vec<Node>) -> Option<Node> {
    let scale = digits(&args[0].data_type).map(|(_, scale)| i32::from(scale));
    let kernel: Kernel = match (class(&args[0].data_type), scale) {
        (Class::Integer, _) => instants::<Int64Type>(|seconds| seconds.checked_mul(SECOND)),
        (_, Some(scale)) => instants::<Decimal128Type>(move |value| rescale(value, scale, 6)?.try_into().ok()),
        _ => instants::<Float64Type>(|seconds| {
            let micros = (seconds * SECOND as f64).round();
            (micros.abs() < 9.2e18).then_some(micros as i64)
        }),
    };
    Some(Node::strict(kernel, args, utc(), true, site.range))
}

fn instants<T: ArrowPrimitiveType>(f: impl Fn(T::Native) -> Option<i64> + Send + Sync + 'static) -> Kernel {
    Arc::new(move |args, _| typed(checked1::<T, Micros>(&args[0], &f), &utc()))
}

fn to_char(lowering: &mut Lowering<'_>, site: Site, args: Vec<Node>) -> Option<Node> {
    let [value, pattern] = <[Node; 2]>::try_from(args).ok()?;
    let text = lowering.constant_text(&site, &pattern, "pattern")?;
    let found = class(&value.data_type);
    if found.is_numeric() {
        let read = NumberPattern::new(&text);
        let value = lowering.wide(value)?;
        return match read {
            Ok(read) => Some(number_text(value, read, site)),
            Err(rest) => bad_pattern(
                lowering,
                pattern,
                &rest,
                "a number's pattern has `0`, `9`, `,`, one `.`, and `FM` in front",
            ),
        };
    }
    if !matches!(found, Class::Date | Class::Timestamp | Class::Time | Class::Null) {
        let message = format!(
            "`to_char` takes a time or a number, but this is {}",
            super::super::lower::article(&value.data_type)
        );
        return lowering.fail(ExprError::new("E0305", value.range, message).help("write `cast(... as string)`"));
    }
    let offset = fixed_offset(lowering, &value)?;
    match TimePattern::new(&text) {
        Ok(read) => time_text(lowering, value, read, offset, site),
        Err(rest) => bad_pattern(lowering, pattern, &rest, "put literal text in double quotes, as in 'YYYY\"T\"HH24'"),
    }
}

fn bad_pattern(lowering: &mut Lowering<'_>, pattern: Node, rest: &str, help: &str) -> Option<Node> {
    let message = format!("`{rest}` is no part of a pattern");
    lowering.fail(ExprError::new("E0305", pattern.range, message).help(help))
}

fn time_text(lowering: &mut Lowering<'_>, value: Node, pattern: TimePattern, offset: i64, site: Site) -> Option<Node> {
    if class(&value.data_type) == Class::Time {
        let kernel: Kernel = Arc::new(move |args, rows| {
            let times = args[0].numbers::<Time64MicrosecondType>();
            build_text(rows, |row, out| times.get(row).map(|time| pattern.write(time, out)))
        });
        return Some(Node::strict(kernel, vec![value], DataType::Utf8, false, site.range));
    }
    let value = if class(&value.data_type) == Class::Timestamp {
        value
    } else {
        lowering.coerce(value, &TIMESTAMP, "`to_char`")?
    };
    let kernel: Kernel = Arc::new(move |args, rows| {
        let instants = args[0].numbers::<Micros>();
        build_text(rows, |row, out| instants.get(row).map(|at| pattern.write(at.saturating_add(offset), out)))
    });
    Some(Node::strict(kernel, vec![value], DataType::Utf8, false, site.range))
}

fn number_text(value: Node, pattern: NumberPattern, site: Site) -> Node {
    let places = pattern.fraction as i32;
    let scale = digits(&value.data_type).map_or(0, |(_, scale)| i32::from(scale));
    let write = move |value: Option<i128>, from: i32, out: &mut String| {
        pattern.write(rescale(value?, from, places)?, out);
        Some(())
    };
    let kernel: Kernel = match class(&value.data_type) {
        Class::Integer => Arc::new(move |args, rows| {
            let numbers = args[0].numbers::<Int64Type>();
            build_text(rows, |row, out| write(numbers.get(row).map(i128::from), 0, out))
        }),
        Class::Decimal => Arc::new(move |args, rows| {
            let numbers = args[0].numbers::<Decimal128Type>();
            build_text(rows, |row, out| write(numbers.get(row), scale, out))
        }),
        _ => Arc::new(move |args, rows| {
            let numbers = args[0].numbers::<Float64Type>();
            let decimal = |value| super::super::kernels::number::float_to_decimal(value, places as i8);
            build_text(rows, |row, out| write(numbers.get(row).and_then(decimal), places, out))
        }),
    };
    Node::strict(kernel, vec![value], DataType::Utf8, true, site.range)
}
