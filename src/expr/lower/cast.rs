//! Casts: SQL's names of types, explicit casts with their warnings, and the silent changes of type that lose nothing.

use super::super::error::{ExprError, WarningKind};
use super::super::kernels::{self, Kernel, build_text};
use super::super::node::Node;
use super::super::types::{Class, DURATION, INTERVAL, TIME, TIMESTAMP, class, digits, name, plain, pow10, utc};
use super::{Lowering, article};
use arrow_schema::DataType;
use sqlparser::ast::{CharacterLength, DataType as Sql, ExactNumberInfo, Expr as Ast, TimezoneInfo};
use std::ops::Range;
use std::sync::Arc;

impl Lowering<'_> {
    /// `cast(x as t)`, `x::t`, `x at time zone z`.
    pub(super) fn cast_syntax(&mut self, ast: &Ast) -> Option<Node> {
        let range = self.range(ast);
        match ast {
            Ast::Cast { expr, data_type, format: None, .. } => {
                let (operand, to) = (self.lower(expr), self.sql_type(data_type, range.clone()));
                let operand = operand?;
                let cast = self.cast(operand, &to?, range)?;
                Some(truncated(cast, data_type))
            }
            Ast::AtTimeZone { timestamp, time_zone } => {
                let (instant, zone) = (self.lower(timestamp), self.lower(time_zone));
                self.at_time_zone(instant?, &zone?, range)
            }
            _ => self.unsupported(&range, "this form of cast", Some("write `cast(x as type)`")),
        }
    }

    fn at_time_zone(&mut self, instant: Node, zone: &Node, range: Range<usize>) -> Option<Node> {
        let name = zone.text().unwrap_or_default();
        if kernels::parse::zone_offset(&name).is_none() {
            let message = "only time zones with a fixed offset can be used";
            let error = ExprError::new("E0310", zone.range.clone(), message);
            return self.fail(error.help("write `at time zone 'UTC'` or an offset such as '+02:00'"));
        }
        let zoned = DataType::Timestamp(arrow_schema::TimeUnit::Microsecond, Some(name.as_str().into()));
        match &instant.data_type {
            DataType::Timestamp(_, Some(_)) => {
                let there = self.cast(instant, &zoned, range.clone())?;
                self.cast(there, &TIMESTAMP, range)
            }
            _ => {
                let local = self.cast(instant, &TIMESTAMP, range.clone())?;
                self.cast(local, &zoned, range)
            }
        }
    }

    /// A type as SQL or the spec language names it.
    pub(super) fn sql_type(&mut self, sql: &Sql, range: Range<usize>) -> Option<DataType> {
        use DataType as D;
        Some(match sql {
            Sql::Bool | Sql::Boolean => D::Boolean,
            Sql::TinyInt(_) => D::Int8,
            Sql::SmallInt(_) | Sql::Int2(_) | Sql::Int16 => D::Int16,
            Sql::Int(_) | Sql::Integer(_) | Sql::Int4(_) | Sql::Int32 => D::Int32,
            Sql::BigInt(_) | Sql::Int64 => D::Int64,
            Sql::UInt8 | Sql::UTinyInt => D::UInt8,
            Sql::UInt16 | Sql::USmallInt => D::UInt16,
            Sql::UInt32 => D::UInt32,
            Sql::UInt64 | Sql::UBigInt => D::UInt64,
            Sql::Float32 | Sql::Float4 | Sql::Real => D::Float32,
            Sql::Float64 | Sql::Float8 | Sql::DoublePrecision | Sql::Double(_) | Sql::Float(_) => D::Float64,
            Sql::Numeric(info) | Sql::Decimal(info) | Sql::Dec(info) => return self.decimal_type(info, range),
            Sql::Text | Sql::String(_) | Sql::Varchar(_) | Sql::CharacterVarying(_) | Sql::CharVarying(_) => D::Utf8,
            Sql::Bytea | Sql::Binary(None) | Sql::Blob(_) | Sql::Varbinary(_) | Sql::Bytes(_) => D::Binary,
            Sql::Date | Sql::Date32 => D::Date32,
            Sql::Time(_, TimezoneInfo::None | TimezoneInfo::WithoutTimeZone) => TIME,
            Sql::Timestamp(_, TimezoneInfo::None | TimezoneInfo::WithoutTimeZone) | Sql::Datetime(_) => TIMESTAMP,
            Sql::Timestamp(..) => utc(),
            Sql::Interval { .. } => INTERVAL,
            Sql::Custom(custom, _) if custom.to_string().eq_ignore_ascii_case("duration") => DURATION,
            other => return self.no_such_type(other, range),
        })
    }

    fn decimal_type(&mut self, info: &ExactNumberInfo, range: Range<usize>) -> Option<DataType> {
        let (precision, scale) = match info {
            ExactNumberInfo::PrecisionAndScale(precision, scale) => (*precision, *scale),
            ExactNumberInfo::Precision(precision) => (*precision, 0),
            ExactNumberInfo::None => {
                let error = ExprError::new("E0311", range, "a decimal needs its number of digits");
                return self.fail(error.help("write `decimal(12,2)`: 12 digits, 2 of them behind the point"));
            }
        };
        if (1..=38).contains(&precision) && (0..=precision as i64).contains(&scale) {
            return Some(DataType::Decimal128(precision as u8, scale as i8));
        }
        let message = format!("decimal({precision},{scale}) does not exist");
        self.fail(
            ExprError::new("E0311", range, message).help("a decimal has 1 to 38 digits, none to all behind the point"),
        )
    }

    fn no_such_type(&mut self, sql: &Sql, range: Range<usize>) -> Option<DataType> {
        let help = match sql {
            Sql::Int8(_) => "`int8` has 8 bits here and 8 bytes in PostgreSQL; write `tinyint` or `bigint`",
            Sql::Char(_) | Sql::Character(_) => "write `varchar(n)`, or `rpad(x, n)` for trailing blanks",
            Sql::JSON | Sql::JSONB | Sql::Uuid => "write `string`",
            _ => {
                "the types are bool, int16, int32, int64, uint8 to uint64, float32, float64, decimal(p,s), string, binary, \
                 date, time, timestamp, interval, duration"
            }
        };
        self.fail(ExprError::new("E0311", range, format!("a value cannot be cast to `{sql}`")).help(help))
    }

    /// An explicit cast; warns where it can fail.
    pub(in crate::expr) fn cast(&mut self, node: Node, to: &DataType, range: Range<usize>) -> Option<Node> {
        let from = plain(&node.data_type);
        if node.data_type == *to {
            return Some(node.at(range));
        }
        if from == DataType::Null {
            return Some(Node::null(to, range));
        }
        let proven = fits(&node, to);
        let Some(kernel) = kernels::cast::kernel(&from, to, proven) else {
            let message = format!("{} cannot be cast to {}", article(&from), article(to));
            return self.fail(ExprError::new("E0311", range, message).label(name(&from)).help(route(&from, to)));
        };
        let (constant, bounds, nonzero) =
            (node.is_constant() && !node.nullable, scaled_bounds(&node, to), node.nonzero);
        let fails = !proven && can_fail(&from, to);
        let cast = Node::strict(kernel, vec![node], to.clone(), fails, range.clone());
        if constant && cast.nullable {
            let message = format!("this {} is not {}", name(&from), article(to));
            return self.fail(ExprError::new("E0310", range, message).label(format!("cast to {}", name(to))));
        }
        if fails && !constant && !cast.is_null() {
            let message = format!("not every {} can be cast to {}", name(&from), name(to));
            self.warn(
                WarningKind::Cast,
                range,
                message,
                "write `coalesce(cast(...), ...)` if such values are meant to be there",
            );
        }
        let kept = nonzero && digits(to).is_some_and(|(_, scale)| scale >= digits(&from).map_or(0, |(_, s)| s));
        let nonzero = cast.nonzero || kept;
        Some(Node { nonzero, ..cast.bounded(bounds.filter(|_| proven)) })
    }

    /// The cast of a whole expression to a column's type; a quoted string is read as that type.
    pub(in crate::expr) fn read_constant(&mut self, node: Node, to: &DataType, range: Range<usize>) -> Option<Node> {
        if matches!(node.data_type, DataType::Dictionary(..)) && *to == DataType::Utf8 {
            let unpacked: Kernel = Arc::new(|args, _| args[0].array.clone());
            let nullable = node.nullable;
            return Some(Node::lenient(unpacked, vec![node], to.clone(), nullable, range));
        }
        let to_dictionary = matches!(to, DataType::Dictionary(..)) && class(to) == Class::Text;
        if to_dictionary && node.data_type != *to {
            let text = self.cast(node, &DataType::Utf8, range.clone())?;
            let (kernel, nullable) = (kernels::cast::to_dictionary(to.clone()), text.nullable);
            return Some(Node::lenient(kernel, vec![text], to.clone(), nullable, range));
        }
        if node.untyped_text().is_some() && class(to) != Class::Other {
            let read = self.read_literal(node.at(range.clone()), to)?;
            return self.cast(read, to, range);
        }
        self.cast(node, to, range)
    }

    /// A change of type that loses nothing; the caller knows that it exists.
    pub(super) fn convert(&mut self, node: Node, to: &DataType) -> Option<Node> {
        if plain(&node.data_type) == *to {
            return Some(node);
        }
        if node.data_type == DataType::Null {
            return Some(Node::null(to, node.range));
        }
        let (range, proven) = (node.range.clone(), fits(&node, to));
        let (bounds, nonzero) = (scaled_bounds(&node, to), node.nonzero);
        let from = plain(&node.data_type);
        let Some(kernel) = kernels::cast::kernel(&from, to, proven) else {
            let message = format!("{} is needed here, but this is {}", article(to), article(&from));
            return self.fail(ExprError::new("E0306", range, message).label(name(&from)));
        };
        let nullable = !proven && can_fail(&from, to);
        let node = Node::strict(kernel, vec![node], to.clone(), nullable, range);
        let nonzero = node.nonzero || nonzero;
        Some(Node { nonzero, ..node.bounded(bounds.filter(|_| proven)) })
    }

    /// The text of a value, as a cast to `string` gives it.
    pub(in crate::expr) fn as_text(&mut self, node: Node) -> Option<Node> {
        match class(&node.data_type) {
            Class::Text => Some(node),
            _ => {
                let range = node.range.clone();
                self.cast(node, &DataType::Utf8, range)
            }
        }
    }
}

/// `varchar(n)` keeps the first n characters.
fn truncated(node: Node, sql: &Sql) -> Node {
    let length = match sql {
        Sql::Varchar(length) | Sql::CharacterVarying(length) | Sql::CharVarying(length) => length,
        _ => return node,
    };
    let Some(CharacterLength::IntegerLength { length, .. }) = length else { return node };
    let length = i64::try_from(*length).unwrap_or(i64::MAX);
    let kernel: Kernel = Arc::new(move |args, rows| {
        let texts = args[0].texts();
        build_text(rows, |row, out| texts.get(row).map(|text| out.push_str(kernels::text::left(text, length))))
    });
    let range = node.range.clone();
    Node::strict(kernel, vec![node], DataType::Utf8, false, range)
}

/// The bounds of a number in the units of another type.
fn scaled_bounds(node: &Node, to: &DataType) -> Option<(i128, i128)> {
    let (from, to) = (digits(&node.data_type)?.1, digits(to)?.1);
    let (low, high) = node.bounds()?;
    let scaled = |value| kernels::number::rescale(value, from.into(), to.into());
    Some((scaled(low)?, scaled(high)?))
}

/// Whether all values of an exact number are in the range of another exact type.
fn fits(node: &Node, to: &DataType) -> bool {
    let range = match to {
        DataType::Decimal128(precision, _) => Some((1 - pow10(*precision), pow10(*precision) - 1)),
        _ => Node::null(to, 0..0).bounds(),
    };
    match (scaled_bounds(node, to), range) {
        (Some((low, high)), Some((least, greatest))) => low >= least && high <= greatest,
        _ => false,
    }
}

fn can_fail(from: &DataType, to: &DataType) -> bool {
    use Class as C;
    match (class(from), class(to)) {
        (C::Text, C::Text | C::Binary) => false,
        (C::Text, _) => true,
        (C::Integer | C::Decimal | C::Float, C::Integer | C::Decimal) => true,
        (C::Float, C::Float) => to == &DataType::Float32,
        _ => false,
    }
}

fn route(from: &DataType, to: &DataType) -> &'static str {
    use Class as C;
    match (class(from), class(to)) {
        (C::Date | C::Timestamp | C::Duration | C::Interval, C::Integer | C::Decimal | C::Float) => {
            "write `extract(epoch from x)` for seconds"
        }
        (C::Integer | C::Decimal | C::Float, C::Date | C::Timestamp) => {
            "write `to_timestamp(x)` for seconds since 1970"
        }
        (C::Integer | C::Decimal | C::Float, C::Duration | C::Interval) => "write `x * interval '1 second'`",
        (_, C::Boolean) => "compare it, as in `x <> 0`",
        (C::Boolean, _) => "write `case when x then 1 else 0 end`",
        _ => "there is no cast between these types",
    }
}
