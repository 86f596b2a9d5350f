//! What expressions mean, by example.

use super::{ExprError, Literal, NameError, Resolved, Scope, compile, condition, constant};
use arrow_array::types::{
    Decimal128Type, DurationMicrosecondType, Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType,
    UInt64Type,
};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, DictionaryArray, Float64Array, Int64Array, NullArray, PrimitiveArray,
    StringArray, cast::AsArray,
};
use arrow_cast::display::{ArrayFormatter, FormatOptions};
use arrow_schema::{DataType, TimeUnit};
use std::sync::Arc;

/// Four rows of every type.
struct Table {
    columns: Vec<(&'static str, ArrayRef)>,
}

impl Table {
    fn new() -> Self {
        let money = |values: Vec<Option<i128>>| -> ArrayRef {
            Arc::new(PrimitiveArray::<Decimal128Type>::from(values).with_data_type(DataType::Decimal128(10, 2)))
        };
        let tier = DictionaryArray::<Int8Type>::new(
            vec![Some(0), Some(1), Some(0), None].into(),
            Arc::new(StringArray::from(vec!["free", "Plus"])),
        );
        let instants = |zone: Option<&str>| -> ArrayRef {
            let values = vec![Some(0), Some(1_709_210_096_500_000), Some(-1), None];
            Arc::new(PrimitiveArray::<TimestampMicrosecondType>::from(values).with_timezone_opt(zone))
        };
        let columns: Vec<(&str, ArrayRef)> = vec![
            ("quantity", Arc::new(PrimitiveArray::<Int16Type>::from(vec![Some(3), Some(-2), Some(0), None]))),
            ("big", Arc::new(Int64Array::from(vec![Some(i64::MAX), Some(i64::MIN), Some(7), None]))),
            ("unsigned", Arc::new(PrimitiveArray::<UInt64Type>::from(vec![Some(u64::MAX), Some(1), Some(0), None]))),
            ("small", Arc::new(PrimitiveArray::<Int32Type>::from(vec![Some(1), Some(2), Some(3), Some(4)]))),
            ("price", money(vec![Some(1999), Some(5), Some(-250), None])),
            ("score", Arc::new(Float64Array::from(vec![Some(0.1), Some(2.5), Some(-1e300), None]))),
            ("ok", Arc::new(BooleanArray::from(vec![Some(true), Some(false), None, Some(true)]))),
            ("name", Arc::new(StringArray::from(vec![Some("Ada Test"), Some("größe"), Some(""), None]))),
            ("tier", Arc::new(tier)),
            ("day", Arc::new(Date32Array::from(vec![Some(0), Some(19_782), Some(-1), None]))),
            ("at", instants(None)),
            ("seen", instants(Some("+02:00"))),
            ("far", instants(Some("Europe/Berlin"))),
            (
                "wait",
                Arc::new(PrimitiveArray::<DurationMicrosecondType>::from(vec![
                    Some(1_000_000),
                    Some(90_061_000_000),
                    Some(0),
                    None,
                ])),
            ),
            ("nothing", Arc::new(NullArray::new(4))),
            ("customers.Tier", Arc::new(StringArray::from(vec!["a", "b", "c", "d"]))),
            ("a b", Arc::new(Int64Array::from(vec![1, 2, 3, 4]))),
        ];
        Self { columns }
    }

    fn inputs(&self) -> Vec<ArrayRef> {
        self.columns.iter().map(|(_, array)| array.clone()).collect()
    }
}

impl Scope for Table {
    fn resolve(&mut self, path: &[String]) -> Result<Resolved, NameError> {
        let name = path.join(".");
        if name == "scale" {
            return Ok(Resolved::Constant(Literal::Int(10)));
        }
        if name == "now" {
            return Ok(Resolved::Constant(Literal::Timestamp(1_751_328_000_000_000, Some("UTC".into()))));
        }
        let found = self.columns.iter().position(|(column, _)| *column == name);
        let slot = found.ok_or(NameError { message: format!("unknown name `{name}`"), help: None })?;
        let array = &self.columns[slot].1;
        Ok(Resolved::Input { slot, data_type: array.data_type().clone(), nullable: array.logical_null_count() > 0 })
    }
}

fn values(text: &str) -> Vec<String> {
    let mut table = Table::new();
    let expr = compile(text, &mut table).unwrap_or_else(|errors| panic!("{text}: {errors:#?}"));
    let array = expr.evaluate(&table.inputs(), 4);
    assert_eq!(array.data_type(), expr.data_type(), "{text}");
    assert_eq!(array.len(), 4, "{text}");
    assert!(expr.nullable() || array.logical_null_count() == 0, "{text} is not nullable, but has nulls");
    let options = FormatOptions::new().with_null("null");
    let formatter = ArrayFormatter::try_new(&array, &options).expect("every type has a text");
    (0..4).map(|row| formatter.value(row).to_string()).collect()
}

fn check(cases: &[(&str, [&str; 4])]) {
    for (text, expected) in cases {
        assert_eq!(values(text), expected, "{text}");
    }
}

fn literal(text: &str) -> Literal {
    constant(text, &mut Table::new()).unwrap_or_else(|errors| panic!("{text}: {errors:#?}"))
}

fn text_of(text: &str) -> String {
    match literal(&format!("cast(({text}) as string)")) {
        Literal::Text(text) => text,
        other => format!("{other:?}"),
    }
}

fn errors(text: &str) -> Vec<ExprError> {
    compile(text, &mut Table::new()).expect_err(text)
}

fn type_of(text: &str) -> DataType {
    compile(text, &mut Table::new()).expect(text).data_type().clone()
}

#[test]
fn decimals_are_exact_and_typed() {
    check(&[
        ("quantity * price", ["59.97", "-0.10", "0.00", "null"]),
        ("price + 0.005", ["19.995", "0.055", "-2.495", "null"]),
        ("price - quantity", ["16.99", "2.05", "-2.50", "null"]),
        ("price * 100", ["1999.00", "5.00", "-250.00", "null"]),
        ("price % 1", ["0.99", "0.05", "-0.50", "null"]),
        ("round(price / 3, 2)", ["6.66", "0.02", "-0.83", "null"]),
        ("-price", ["-19.99", "-0.05", "2.50", "null"]),
    ]);
    assert_eq!(type_of("quantity * price"), DataType::Decimal128(15, 2));
    assert_eq!(type_of("price * 1.19"), DataType::Decimal128(13, 4));
    assert_eq!(type_of("unsigned + 1"), DataType::Decimal128(21, 0));
}

#[test]
fn integers_widen_and_overflow_to_null() {
    check(&[
        ("quantity + 1", ["4", "-1", "1", "null"]),
        ("quantity / 2", ["1", "-1", "0", "null"]),
        ("7 % quantity", ["1", "1", "null", "null"]),
        ("big + 1", ["null", "-9223372036854775807", "8", "null"]),
        ("-big", ["-9223372036854775807", "null", "-7", "null"]),
        ("abs(big)", ["9223372036854775807", "null", "7", "null"]),
        ("big * big", ["null", "null", "49", "null"]),
        ("unsigned + 1", ["18446744073709551616", "2", "1", "null"]),
        ("score * score", ["0.010000000000000002", "6.25", "null", "null"]),
        ("1 / quantity", ["0", "0", "null", "null"]),
        (
            "1.0 / small * 0 + small",
            ["1.0000000000000000", "2.0000000000000000", "3.0000000000000000", "4.0000000000000000"],
        ),
    ]);
    assert_eq!(type_of("quantity + quantity"), DataType::Int64);
}

#[test]
fn comparisons_are_exact_across_types() {
    check(&[
        ("quantity > 2.5", ["true", "false", "false", "null"]),
        ("big < score", ["false", "true", "false", "null"]),
        ("big > 9223372036854775806", ["true", "false", "false", "null"]),
        ("unsigned > big", ["true", "true", "false", "null"]),
        ("price = 19.990", ["true", "false", "false", "null"]),
        ("score = 0.1", ["true", "false", "false", "null"]),
        ("small = 2", ["false", "true", "false", "false"]),
        ("day >= '2024-02-29'", ["false", "true", "false", "null"]),
        ("at < '2000-01-01 00:00'", ["true", "false", "true", "null"]),
        ("at = day", ["true", "false", "false", "null"]),
        ("seen = at", ["true", "true", "true", "null"]),
        ("name < 'B'", ["true", "false", "true", "null"]),
        ("tier = 'free'", ["true", "false", "true", "null"]),
        ("'free' = tier", ["true", "false", "true", "null"]),
        ("wait > interval '1 day'", ["false", "true", "false", "null"]),
        ("nothing = 1", ["null", "null", "null", "null"]),
    ]);
}

#[test]
fn logic_has_three_values() {
    check(&[
        ("ok and quantity > 0", ["true", "false", "false", "null"]),
        ("ok or quantity = 0", ["true", "false", "true", "true"]),
        ("not ok", ["false", "true", "null", "false"]),
        ("ok is null", ["false", "false", "true", "false"]),
        ("ok is not true", ["false", "true", "true", "false"]),
        ("ok is false", ["false", "true", "false", "false"]),
        ("ok is unknown", ["false", "false", "true", "false"]),
        ("quantity is distinct from null", ["true", "true", "true", "false"]),
        ("quantity is not distinct from 3", ["true", "false", "false", "false"]),
        ("ok and null", ["null", "false", "null", "null"]),
        ("nothing is null", ["true", "true", "true", "true"]),
        ("quantity between -2 and 0", ["false", "true", "true", "null"]),
        ("quantity not between -2 and 0", ["true", "false", "false", "null"]),
        ("quantity in (3, 0)", ["true", "false", "true", "null"]),
        ("quantity not in (3, null)", ["false", "null", "null", "null"]),
        ("small in (1, 2.0, 3.5, 9, 10)", ["true", "true", "false", "false"]),
        ("tier in ('a', 'b', 'c', 'free')", ["true", "false", "true", "null"]),
    ]);
}

#[test]
fn choices_take_the_common_type() {
    check(&[
        ("case when ok then 1 when quantity = 0 then 2.5 else 3 end", ["1.0", "3.0", "2.5", "1.0"]),
        ("case small when 1 then 'one' when 2 then 'two' end", ["one", "two", "null", "null"]),
        ("coalesce(quantity, small)", ["3", "-2", "0", "4"]),
        ("coalesce(tier, 'none')", ["free", "Plus", "free", "none"]),
        ("nullif(quantity, 0)", ["3", "-2", "null", "null"]),
        ("greatest(quantity, small, null)", ["3", "2", "3", "4"]),
        ("least(price, 0)", ["0.00", "0.00", "-2.50", "0.00"]),
        ("case when quantity <> 0 then 6 / quantity end", ["2", "-3", "null", "null"]),
    ]);
}

#[test]
fn strings_are_characters() {
    check(&[
        ("upper(name)", ["ADA TEST", "GRÖSSE", "", "null"]),
        ("length(name)", ["8", "5", "0", "null"]),
        ("name || '!'", ["Ada Test!", "größe!", "!", "null"]),
        ("concat(name, quantity, null)", ["Ada Test3", "größe-2", "0", ""]),
        ("concat_ws('-', tier, small)", ["free-1", "Plus-2", "free-3", "4"]),
        ("substring(name from 2 for 3)", ["da ", "röß", "", "null"]),
        ("substr(name, 3)", ["a Test", "öße", "", "null"]),
        ("position('e' in name)", ["6", "5", "0", "null"]),
        ("split_part(name, ' ', 2)", ["Test", "", "", "null"]),
        ("lpad(cast(small as string), 3, '0')", ["001", "002", "003", "004"]),
        ("trim(both 'A' from name)", ["da Test", "größe", "", "null"]),
        ("left(tier, 2)", ["fr", "Pl", "fr", "null"]),
        ("name like '%T_st'", ["true", "false", "false", "null"]),
        ("tier ilike 'p%'", ["false", "true", "false", "null"]),
    ]);
    assert_eq!(text_of("md5('abc')"), "900150983cd24fb0d6963f7d28e17f72");
    assert_eq!(text_of("sha256('')"), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_eq!(text_of("replace(translate(initcap('hello wOrld'), 'lo', 'L'), 'LL', '_')"), "He_ WrLd");
}

#[test]
fn dictionaries_stay_dictionaries() {
    assert_eq!(type_of("upper(trim(tier))"), type_of("tier"));
    assert_eq!(type_of("substring(tier, 2)"), type_of("tier"));
    assert_eq!(type_of("tier || name"), DataType::Utf8);
    check(&[("upper(tier) || '?'", ["FREE?", "PLUS?", "FREE?", "null"])]);
}

#[test]
fn times_move_and_have_fields() {
    check(&[
        ("day + 1", ["1970-01-02", "2024-03-01", "1970-01-01", "null"]),
        ("day - date '1970-01-01'", ["0", "19782", "-1", "null"]),
        ("extract(year from at)", ["1970", "2024", "1969", "null"]),
        ("extract(hour from seen)", ["2", "14", "1", "null"]),
        ("extract(second from at)", ["0.000000", "56.500000", "59.999999", "null"]),
        (
            "cast(at + interval '1 month' as string)",
            ["1970-02-01 00:00:00", "2024-03-29 12:34:56.5", "1970-01-31 23:59:59.999999", "null"],
        ),
        ("cast(day + interval '1 year' as date)", ["1971-01-01", "2025-02-28", "1970-12-31", "null"]),
        ("at - interval '1 day' < at", ["true", "true", "true", "null"]),
        ("cast(at - day as string)", ["00:00:00", "12:34:56.5", "23:59:59.999999", "null"]),
        ("cast(date_trunc('month', at) as date)", ["1970-01-01", "2024-02-01", "1969-12-01", "null"]),
        (
            "to_char(at, 'Dy DD Mon YYYY HH24:MI:SS')",
            ["Thu 01 Jan 1970 00:00:00", "Thu 29 Feb 2024 12:34:56", "Wed 31 Dec 1969 23:59:59", "null"],
        ),
        (
            "cast(seen as string)",
            ["1970-01-01 02:00:00+02", "2024-02-29 14:34:56.5+02", "1970-01-01 01:59:59.999999+02", "null"],
        ),
        ("extract(year from age(now, day))", ["55", "1", "55", "null"]),
        ("cast(wait * 2 as string)", ["00:00:02", "2 days 02:02:02", "00:00:00", "null"]),
        ("at + '2 days' > at", ["true", "true", "true", "null"]),
    ]);
    assert_eq!(text_of("make_date(2024, 2, 29)"), "2024-02-29");
    assert_eq!(text_of("timestamp '2024-01-31 10:00' + interval '1' month"), "2024-02-29 10:00:00");
    assert_eq!(text_of("to_timestamp(1.5)"), "1970-01-01 00:00:01.5+00");
    assert_eq!(type_of("at - at"), DataType::Duration(TimeUnit::Microsecond));
}

#[test]
fn casts_give_null_where_they_fail() {
    check(&[
        ("cast(name as int32)", ["null", "null", "null", "null"]),
        ("cast(price as bigint)", ["20", "0", "-3", "null"]),
        ("price::int16::text || '%'", ["20%", "0%", "-3%", "null"]),
        ("cast(big as int32)", ["null", "null", "7", "null"]),
        ("cast(score as decimal(5,1))", ["0.1", "2.5", "null", "null"]),
        ("cast(score as text)", ["0.1", "2.5", "-1e+300", "null"]),
        ("cast(ok as int32)", ["1", "0", "null", "1"]),
        ("cast('2024-02-30' = name as string)", ["false", "false", "false", "null"]),
    ]);
    let warnings = compile("cast(name as int32)", &mut Table::new()).expect("compiles").warnings().to_vec();
    assert_eq!((warnings.len(), warnings[0].code), (1, "W0303"));
}

#[test]
fn warnings_are_only_where_nulls_can_appear() {
    let warned = |text: &str| compile(text, &mut Table::new()).expect(text).warnings().len();
    let quiet = [
        "quantity * price",
        "quantity / 2",
        "price / 3",
        "price % 1.5",
        "6 / nullif(quantity, 0)",
        "small + small * 2",
        "cast(quantity as int64)",
        "cast(quantity * price as decimal(15,2))",
        "price / length('x')",
        "case when quantity <> 0 and ok then 6 / quantity end",
        "case when 0 = quantity then null else price / quantity end",
        "score + 1",
    ];
    for text in quiet {
        assert_eq!(warned(text), 0, "{text}");
    }
    for text in [
        "6 / quantity",
        "case when quantity >= 0 then 6 / quantity end",
        "big * 2",
        "cast(price as decimal(4,2))",
        "ln(score)",
        "make_date(small, 1, 1)",
    ] {
        assert_eq!(warned(text), 1, "{text}");
    }
}

#[test]
fn constants_fold_and_have_a_value() {
    assert_eq!(literal("150000 * scale"), Literal::Int(1_500_000));
    assert_eq!(literal("0.1 + 0.2"), Literal::Decimal { value: 3, precision: 2, scale: 1 });
    assert_eq!(literal("2.5 * scale").as_integer(), Some(25));
    let code = |text: &str| constant(text, &mut Table::new()).expect_err(text)[0].code;
    assert_eq!(code("price * 2"), "E0312");
    assert_eq!(code("1 / 0"), "E0313");
}

#[test]
fn names_keep_their_case_and_may_be_quoted() {
    check(&[("customers.Tier || \"a b\"", ["a1", "b2", "c3", "d4"])]);
    assert_eq!(errors("Quantity")[0].code, "E0303");
}

#[test]
fn errors_point_at_the_culprit() {
    let at = |text: &str| {
        let found = errors(text);
        (found[0].code, text[found[0].range.clone()].to_owned())
    };
    let cases = [
        ("quantity +", "E0301", ""),
        ("quantity quantity", "E0301", "quantity"),
        ("'abc", "E0301", "'abc"),
        ("1 + wrong.name", "E0303", "wrong.name"),
        ("1 + uper(name)", "E0304", "uper"),
        ("lpad(name)", "E0305", "lpad(name)"),
        ("length(  price )", "E0305", "price"),
        ("price + name", "E0306", "name"),
        ("day * 2", "E0306", "day * 2"),
        ("ok and (price + 1)", "E0307", "price + 1"),
        ("small + random()", "E0308", "random()"),
        ("current_date - day", "E0308", "current_date"),
        ("(select 1)", "E0309", "select 1"),
        ("sum(price)", "E0309", "sum(price)"),
        ("1e400 > 1", "E0310", "1e400"),
        ("day > '2024-02-30'", "E0310", "'2024-02-30'"),
        ("cast(day as int64)", "E0311", "day"),
        ("extract(year from far)", "E0305", "far"),
        ("name = 5", "E0306", "name = 5"),
        ("name ~ 'x'", "E0309", "name ~ 'x'"),
    ];
    for (text, code, part) in cases {
        assert_eq!(at(text), (code, part.to_owned()), "{text}");
    }
    assert_eq!(errors("uper(name)")[0].help.as_deref(), Some("did you mean `upper`?"));
    assert_eq!(errors("wrong + worse").len(), 2);
    assert_eq!(condition("price", &mut Table::new()).expect_err("no boolean")[0].code, "E0307");
}

#[test]
fn no_text_exhausts_the_stack() {
    let nested = format!("{}1{}", "(".repeat(100_000), ")".repeat(100_000));
    assert_eq!(errors(&nested)[0].code, "E0302");
    let chain = vec!["1"; 40_000].join("+");
    assert_eq!(errors(&chain)[0].code, "E0302");
    let signs = format!("{}1", "- ".repeat(40_000));
    assert_eq!(errors(&signs)[0].code, "E0302");
    let cases = format!("{}1{}", "case when true then ".repeat(450), " end".repeat(450));
    assert_eq!(errors(&cases)[0].code, "E0302");
    let deep = format!("{}small{}", "abs(".repeat(55), ")".repeat(55));
    assert_eq!(compile(&deep, &mut Table::new()).expect("not too deep").inputs(), [3]);
    let long = vec!["small"; 490].join(" + ");
    let sum = || {
        let expr = compile(&long, &mut Table::new()).expect("not too long");
        expr.evaluate(&Table::new().inputs(), 4).as_primitive::<Int64Type>().value(3)
    };
    let small_stack = std::thread::scope(|scope| {
        let builder = std::thread::Builder::new().stack_size(512 * 1024);
        builder.spawn_scoped(scope, sum).expect("a thread starts").join().expect("it has stack enough")
    });
    assert_eq!(small_stack, 1960);
}

#[test]
fn a_column_of_no_rows_has_no_values() {
    let mut table = Table::new();
    let empty: Vec<ArrayRef> = table.inputs().iter().map(|array| array.slice(0, 0)).collect();
    for text in
        ["quantity * price", "upper(tier)", "case when ok then 1 end", "1 + 1", "coalesce(name, 'x')", "tier = 'a'"]
    {
        let expr = compile(text, &mut table).expect(text);
        assert_eq!(expr.evaluate(&empty, 0).len(), 0, "{text}");
    }
}

#[test]
fn expressions_are_cast_to_the_type_of_their_column() {
    let mut table = Table::new();
    let mut cast = |text: &str, to: DataType| {
        let expr = compile(text, &mut table).expect(text).cast_to(&to)?;
        assert_eq!(expr.evaluate(&table.inputs(), 4).data_type(), &to);
        Ok::<_, ExprError>(expr.warnings().len())
    };
    assert_eq!(cast("quantity * price", DataType::Decimal128(12, 2)), Ok(1));
    assert_eq!(cast("small", DataType::Int16), Ok(1));
    assert_eq!(cast("'2024-01-01'", DataType::Date32), Ok(0));
    assert_eq!(cast("null", DataType::Utf8), Ok(0));
    assert_eq!(cast("tier", DataType::Utf8), Ok(0));
    assert_eq!(cast("'x'", DataType::Date32).expect_err("no date").code, "E0310");
    assert_eq!(cast("day", DataType::Int32).expect_err("no cast").code, "E0311");
}

/// A scope in which every name is an integer column.
struct Anything;

impl Scope for Anything {
    fn resolve(&mut self, path: &[String]) -> Result<Resolved, NameError> {
        assert!(path.iter().all(|part| !part.is_empty()));
        Ok(Resolved::Input { slot: path.len(), data_type: DataType::Int64, nullable: false })
    }
}

#[test]
fn columns_may_be_named_like_functions_and_types() {
    let words = [
        "date",
        "time",
        "timestamp",
        "name",
        "count",
        "user",
        "value",
        "type",
        "position",
        "left",
        "right",
        "year",
        "month",
        "day",
        "text",
        "key",
        "status",
        "state",
        "level",
        "rank",
        "point",
        "path",
        "line",
        "box",
        "sum",
        "min",
        "max",
        "avg",
        "first",
        "last",
        "description",
        "comment",
        "role",
        "zone",
        "at",
        "no",
        "index",
        "number",
        "currency",
        "language",
        "version",
        "replace",
        "floor",
        "extract",
        "substring",
        "row",
        "rows",
        "range",
        "filter",
        "now",
        "random",
        "code",
        "data",
        "order_id",
        "start",
        "percent",
        "json",
        "map",
        "struct",
    ];
    let wrong: Vec<&str> = words
        .into_iter()
        .filter(|word| {
            let plain =
                [format!("{word} + 1"), format!("1 + {word}"), format!("a.{word} + 1"), format!("{word}.b > 1")];
            plain.iter().any(|text| compile(text, &mut Anything).is_err())
        })
        .collect();
    assert_eq!(wrong, Vec::<&str>::new());
    for word in ["end", "order", "select", "case", "from", "not", "null", "current_date", "interval", "trim"] {
        let quoted = [format!("\"{word}\" + 1"), format!("a.\"{word}\" + 1")];
        assert!(quoted.iter().all(|text| compile(text, &mut Anything).is_ok()), "{word}");
    }
    assert_eq!(compile("_life.paid.at", &mut Anything).expect("a path").inputs(), [3]);
    assert_eq!(compile("a.end + b.order", &mut Anything).expect("paths").inputs(), [2]);
}

#[test]
fn ranges_are_right_behind_line_ends_and_wide_characters() {
    let text = "case when name = 'größe'\n  then 1\n  else wrng end";
    let found = errors(text);
    assert_eq!((found[0].code, &text[found[0].range.clone()]), ("E0303", "wrng"));
    let text = "'größe' || uper('ü')";
    assert_eq!(&text[errors(text)[0].range.clone()], "uper");
}
