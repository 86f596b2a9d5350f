//! Specs in, columns out.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, DurationMicrosecondType, Int64Type, Time64MicrosecondType, TimestampMicrosecondType,
};
use arrow_array::{Array, ArrayRef};

use super::calendar::{DAY, SECOND, month, weekday};
use crate::diag::Diagnostics;
use crate::engine::Engine;
use crate::plan::{Overrides, Plan, plan};
use crate::source::scalars::InstantText;
use crate::source::{SpecSource, parse};
use crate::spec;
use crate::validate::validate;

/// Plans the tables of a spec whose clock is 2025-07-01.
pub(super) fn planned(tables: &str) -> Result<Plan, Diagnostics> {
    let text = format!("synth: 1\nseed: 7\nnow: 2025-07-01T00:00:00Z\ntables:\n{tables}");
    let source = SpecSource::from_text("test.yaml", text);
    let node = parse(&source)?;
    let invalid = validate(&node, &spec::schema());
    if invalid.has_errors() {
        return Err(invalid);
    }
    Ok(plan(&spec::read(&node), &source.folder, &Overrides::default())?.0)
}

/// The error codes and messages of a spec that must fail.
pub(super) fn refusal(tables: &str) -> String {
    let found = planned(tables).err().expect("the spec is refused");
    found.iter().map(|error| format!("{}: {}\n", error.code, error.message)).collect()
}

/// A column of all rows of a table.
pub(super) fn values(plan: &Plan, table: &str, column: &str) -> ArrayRef {
    let engine = Engine::new(plan);
    let table = plan.table_named(table).expect("the table is there");
    engine.range(table, 0..engine.rows(table), &[column_id(plan, table, column)]).remove(0)
}

pub(super) fn column_id(plan: &Plan, table: crate::plan::TableId, name: &str) -> crate::plan::ColumnId {
    let found = plan.columns.iter().position(|column| column.table == table && column.name == name);
    crate::plan::ColumnId(found.expect("the column is there"))
}

/// The instants of a column; null is `i64::MIN`.
pub(super) fn instants(plan: &Plan, table: &str, column: &str) -> Vec<i64> {
    let values = values(plan, table, column);
    let values = values.as_primitive::<TimestampMicrosecondType>();
    values.iter().map(|value| value.unwrap_or(i64::MIN)).collect()
}

pub(super) fn micros(text: &str) -> i64 {
    InstantText::parse(text).expect("an instant").micros
}

/// The columns of one table `t` of `rows` rows, one line a column.
fn table(rows: u32, columns: &str) -> String {
    let lines: String = columns.lines().map(|line| format!("      {}\n", line.trim())).collect();
    format!("  t:\n    rows: {rows}\n    columns:\n{lines}")
}

fn one(rows: u32, columns: &str) -> Plan {
    planned(&table(rows, columns)).unwrap_or_else(|found| panic!("{found:?}"))
}

/// Pearson's statistic of counts against shares.
pub(super) fn chi_square(counts: &[u64], shares: &[f64]) -> f64 {
    let (n, total) = (counts.iter().sum::<u64>() as f64, shares.iter().sum::<f64>());
    let part = |(count, share): (&u64, &f64)| (*count as f64 - n * share / total).powi(2) / (n * share / total);
    counts.iter().zip(shares).filter(|(_, share)| **share > 0.0).map(part).sum()
}

#[test]
fn dates_hold_both_ends_and_nothing_beyond() {
    let plan = one(4000, "d: { gen: date, from: 2024-02-27, to: 2024-03-01 }");
    let days = values(&plan, "t", "d");
    let days = days.as_primitive::<Date32Type>();
    let first = (micros("2024-02-27") / DAY) as i32;
    let mut counts = [0_u64; 4];
    days.values().iter().for_each(|day| counts[(day - first) as usize] += 1);
    assert!(chi_square(&counts, &[1.0; 4]) < 16.0, "{counts:?}");
}

#[test]
fn a_date_may_be_one_day_and_takes_instants_for_their_days() {
    let plan = one(5, "a: { gen: datetime, from: 2025-01-01, to: 2025-02-01 }\nd: { gen: date, from: a, to: a }");
    let (at, day) = (instants(&plan, "t", "a"), values(&plan, "t", "d"));
    let days: Vec<i64> = day.as_primitive::<Date32Type>().values().iter().map(|day| i64::from(*day) * DAY).collect();
    assert_eq!(days, at.iter().map(|at| at / DAY * DAY).collect::<Vec<_>>());
}

#[test]
fn instants_are_whole_seconds_in_a_half_open_window() {
    let plan = one(20_000, "a: { gen: datetime, from: 2025-01-01, to: 2025-01-01T00:00:05Z }");
    let mut counts = [0_u64; 5];
    for at in instants(&plan, "t", "a") {
        assert_eq!(at % SECOND, 0);
        counts[((at - micros("2025-01-01")) / SECOND) as usize] += 1;
    }
    assert!(chi_square(&counts, &[1.0; 5]) < 18.5, "{counts:?}");
}

#[test]
fn a_finer_or_coarser_precision_can_be_asked_for() {
    let plan = one(
        500,
        "fine: { gen: datetime, from: 2025-01-01, to: 2025-01-02, precision: 1us }
         coarse: { gen: datetime, from: 2025-01-01, to: 2025-01-02, precision: 15m }",
    );
    assert!(instants(&plan, "t", "fine").iter().filter(|at| *at % SECOND != 0).count() > 490);
    assert!(instants(&plan, "t", "coarse").iter().all(|at| at % (900 * SECOND) == 0));
    assert!(refusal(&table(1, "a: { gen: datetime, from: 2025-01-01, to: now, precision: 7s }")).contains("E0504"));
}

#[test]
fn columns_bound_each_rows_window() {
    let plan = one(
        2000,
        "a: { gen: datetime, from: 2024-01-01, to: \"now - 10d\", null: 10% }
         b: { gen: datetime, from: a, to: now }
         c: { gen: datetime, from: \"a + 1d\", to: \"a + 1d + 2h\" }
         d: { gen: date, from: \"b + 1d\", to: \"b + 3d\" }",
    );
    let (a, b, c) = (instants(&plan, "t", "a"), instants(&plan, "t", "b"), instants(&plan, "t", "c"));
    let d = values(&plan, "t", "d");
    let d = d.as_primitive::<Date32Type>();
    for row in 0..2000 {
        if a[row] == i64::MIN {
            assert!(b[row] == i64::MIN && c[row] == i64::MIN && d.is_null(row));
            continue;
        }
        assert!(b[row] >= a[row] && b[row] < micros("2025-07-01"));
        assert!((DAY..DAY + 7200 * SECOND).contains(&(c[row] - a[row])));
        assert!((1..=3).contains(&(i64::from(d.value(row)) - b[row] / DAY)));
    }
}

#[test]
fn proven_bounds_hold_all_values_and_prove_the_windows_of_readers() {
    let plan = one(
        3000,
        "a: { gen: datetime, from: 2024-01-01T00:00:00.5Z, to: 2024-01-03 }
         b: { gen: datetime, from: a, to: 2024-01-02T23:59:59.5Z }
         t: { gen: time, from: \"22:00\", to: \"06:00\" }",
    );
    for name in ["a", "b"] {
        let column = plan.columns.iter().find(|column| column.name == name).unwrap();
        let (low, high) = column.bounds.unwrap().as_times().unwrap();
        assert!(instants(&plan, "t", name).iter().all(|at| (low..=high).contains(at)), "{name}");
    }
    assert!(instants(&plan, "t", "a").iter().all(|at| at % SECOND == 0));
}

#[test]
fn windows_between_columns_are_proven_through_what_these_count_from() {
    let plan = one(
        2000,
        "a: { gen: datetime, from: 2024-01-01, to: \"now - 10d\" }
         b: { gen: datetime, from: a, to: now }
         c: { gen: datetime, from: a, to: b }
         copy: { gen: field, of: a }
         d: { gen: datetime, from: copy, to: \"c + 1h\", null: 10% }
         e: { gen: date, from: \"b + 1d\", to: \"b + 2d\" }
         f: { gen: datetime, from: c, to: e }
         g: { gen: datetime, from: a, to: \"a + 3d\", type: date }
         h: { gen: datetime, from: g, to: \"a + 3d\" }",
    );
    let at = |name| instants(&plan, "t", name);
    let (a, b, c, d, f) = (at("a"), at("b"), at("c"), at("d"), at("f"));
    for row in 0..2000 {
        assert!(a[row] <= c[row] && c[row] <= b[row] && f[row] >= c[row]);
        assert!(d[row] == i64::MIN || (a[row]..c[row] + 3600 * SECOND).contains(&d[row]));
    }
    let unproven = "a: { gen: datetime, from: 2024-01-01, to: now }
         b: { gen: datetime, from: a, to: \"a + 5d\" }
         c: { gen: datetime, from: \"b + 5d\", to: \"a + 9d\" }";
    assert!(refusal(&table(1, unproven)).starts_with("E0503"));
    assert!(planned(&table(1, &unproven.replace("9d", "10d1s"))).is_ok());
    let pinned = "  t:\n    rows: 9\n    key: [id]\n    columns:\n      id: sequence\n      \
        a: { gen: datetime, from: 2024-01-01, to: 2025-01-01 }\n      b: { gen: datetime, from: a, to: 2025-01-01 }\n      \
        c: { gen: datetime, from: a, to: b }\n    pins: [{ id: 1, b: 2024-03-01T00:00:00Z }]\n";
    assert!(refusal(pinned).starts_with("E0503"));
}

#[test]
fn reversed_and_unproven_windows_are_refused_with_both_declarations() {
    let fixed = refusal(&table(1, "a: { gen: datetime, from: 2025-01-02, to: 2025-01-01 }"));
    assert_eq!(fixed, "E0503: the window from 2025-01-02 to 2025-01-01 ends before it begins\n");
    let empty = refusal(&table(1, "a: { gen: datetime, from: 2025-01-02, to: 2025-01-02 }"));
    assert!(empty.contains("is empty"), "{empty}");
    let columns = table(
        1,
        "a: { gen: date, from: 2024-01-01, to: 2025-01-03 }
         b: { gen: date, from: 2024-12-01, to: 2024-12-31 }
         c: { gen: date, from: a, to: b }",
    );
    let found = planned(&columns).err().unwrap();
    let error = found.iter().next().unwrap();
    assert_eq!(error.message, "`to` may be 2024-12-01, before `from`, which may be 2025-01-03");
    assert_eq!(error.secondary.len(), 3);
    let offsets = refusal(&table(
        1,
        "a: { gen: date, from: 2024-01-01, to: 2025-01-03 }\nb: { gen: datetime, from: \"a + 2d\", to: \"a + 2d\" }",
    ));
    assert!(offsets.contains("whatever the column's value"), "{offsets}");
    let far = refusal(&table(1, "a: { gen: datetime, from: 2025-01-02, to: \"now + 999999w\" }"));
    assert!(far.contains("E0541"), "{far}");
    let unknown =
        refusal(&table(1, "s: { gen: constant, value: 2025-01-01, type: date }\nb: { gen: date, from: s, to: now }"));
    assert!(unknown.contains("E05") || unknown.contains("E04"), "{unknown}");
}

#[test]
fn weights_by_weekday_month_and_hour_are_met() {
    let plan = one(
        60_000,
        "a: { gen: datetime, from: 2024-01-01, to: 2025-01-01, shape: { weekly: [1, 1, 1, 1, 2, 0.5, 0], \
         monthly: [1, 1, 1, 1, 1, 1, 3, 3, 1, 1, 1, 0], \
         hourly: [0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 5, 5, 5, 5, 4, 4, 4, 3, 3, 2, 1, 1, 0] } }",
    );
    let (mut weekdays, mut months, mut hours) = ([0_u64; 7], [0_u64; 12], [0_u64; 24]);
    for at in instants(&plan, "t", "a") {
        weekdays[weekday(at / DAY)] += 1;
        months[month(at / DAY)] += 1;
        hours[(at % DAY / (3600 * SECOND)) as usize] += 1;
    }
    assert_eq!((weekdays[6], months[11], hours[5], hours[23]), (0, 0, 0, 0));
    let hourly = [0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 5, 5, 5, 5, 4, 4, 4, 3, 3, 2, 1, 1, 0].map(f64::from);
    assert!(chi_square(&hours, &hourly) < 40.0, "{hours:?}");
    let july = months[6] as f64 / months[4] as f64;
    assert!((2.8..3.2).contains(&july), "{months:?}");
    let friday = weekdays[4] as f64 / weekdays[0] as f64;
    assert!((1.9..2.1).contains(&friday), "{weekdays:?}");
}

#[test]
fn growth_is_the_ratio_of_the_ends() {
    let plan = one(100_000, "a: { gen: datetime, from: 2022-01-01, to: 2025-01-01, shape: { growth: 4 } }");
    let start = micros("2022-01-01");
    let length = micros("2025-01-01") - start;
    let mut tenths = [0_u64; 10];
    instants(&plan, "t", "a").iter().for_each(|at| tenths[((at - start) * 10 / length) as usize] += 1);
    let shares: Vec<f64> = (0..10).map(|tenth| 4_f64.powf((f64::from(tenth) + 0.5) / 10.0)).collect();
    assert!(chi_square(&tenths, &shares) < 28.0, "{tenths:?}");
}

#[test]
fn business_hours_are_kept_for_fixed_and_for_own_windows() {
    let plan = one(
        5000,
        "a: { gen: datetime, from: 2025-01-04, to: 2025-03-01, shape: { business_hours: \"08:30-18:00\" } }
         b: { gen: datetime, from: a, to: \"a + 7d\", shape: { business_hours: true } }
         c: { gen: datetime, from: 2025-01-04, to: 2025-01-05T12:00:00Z }
         d: { gen: datetime, from: c, to: \"c + 1h\", shape: { weekly: [1, 1, 1, 1, 1, 0, 1], business_hours: false } }
         e: { gen: date, from: 2025-01-04, to: 2025-03-01, shape: { business_hours: true } }",
    );
    let open = |at: i64, from: i64, to: i64| weekday(at.div_euclid(DAY)) < 5 && (from..to).contains(&(at % DAY));
    let hour = 3600 * SECOND;
    assert!(instants(&plan, "t", "a").iter().all(|at| open(*at, 17 * hour / 2, 18 * hour)));
    assert!(instants(&plan, "t", "b").iter().all(|at| open(*at, 9 * hour, 17 * hour)));
    let (c, d) = (instants(&plan, "t", "c"), instants(&plan, "t", "d"));
    assert!(c.iter().zip(&d).all(|(c, d)| (0..hour).contains(&(d - c))), "even where the shape leaves nothing");
    let dates = values(&plan, "t", "e");
    assert!(dates.as_primitive::<Date32Type>().values().iter().all(|day| weekday(i64::from(*day)) < 5));
}

#[test]
fn shapes_that_leave_nothing_are_refused() {
    for shape in ["{ weekly: [0, 0, 0, 0, 0, 0, 0] }", "{ growth: -1 }", "{ weekly: [1, 1, 1, 1, 1, 1, -1] }"] {
        let found = refusal(&table(1, &format!("a: {{ gen: datetime, from: 2025-01-01, to: now, shape: {shape} }}")));
        assert!(found.contains("E0504"), "{found}");
    }
    let weekend = "a: { gen: datetime, from: 2025-01-04, to: 2025-01-06, shape: { business_hours: true } }";
    assert!(refusal(&table(1, weekend)).contains("E0504"));
    for shape in ["{ weekly: [1, 2] }", "{ business_hours: nine to five }", "{ business_hours: \"17:00-09:00\" }"] {
        refusal(&table(1, &format!("a: {{ gen: datetime, from: 2025-01-01, to: now, shape: {shape} }}")));
    }
    assert!(refusal(&table(1, "a: { gen: date, from: 2025-01-01, to: now, shape: { hourly: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] } }")).contains("E0515"));
}

#[test]
fn times_of_day_may_run_past_midnight() {
    let plan = one(
        2000,
        "a: time\nb: { gen: time, from: \"22:00\", to: \"06:00\", precision: 30m }\nc: { gen: time, from: \"09:00\" }",
    );
    let times = |name| values(&plan, "t", name).as_primitive::<Time64MicrosecondType>().values().to_vec();
    let hour = 3600 * SECOND;
    assert!(times("a").iter().all(|at| (0..DAY).contains(at) && at % SECOND == 0));
    let mut shift: Vec<i64> = times("b").iter().map(|at| at / (hour / 2)).collect();
    shift.sort_unstable();
    shift.dedup();
    assert_eq!(shift, (0..12).chain(44..48).collect::<Vec<_>>());
    assert!(times("c").iter().all(|at| *at >= 9 * hour));
    for times in ["from: \"9:00\"", "from: \"24:30\"", "from: \"10:00\", to: \"10:00\""] {
        refusal(&table(1, &format!("a: {{ gen: time, {times} }}")));
    }
}

#[test]
fn unique_values_come_from_the_windows_domain() {
    let plan = one(
        366,
        "d: { gen: date, from: 2024-01-01, to: 2024-12-31, unique: true }
         t: { gen: time, from: \"00:00\", to: \"24:00\", precision: 1m, unique: true }",
    );
    let mut days = values(&plan, "t", "d").as_primitive::<Date32Type>().values().to_vec();
    days.sort_unstable();
    days.dedup();
    assert_eq!(days.len(), 366);
    assert!(refusal(&table(367, "d: { gen: date, from: 2024-01-01, to: 2024-12-31, unique: true }")).contains("E0501"));
    let shaped = "d: { gen: date, from: 2024-01-01, to: 2024-12-31, shape: { growth: 2 }, unique: true }";
    assert!(refusal(&table(2, shaped)).contains("E0512"));
}

#[test]
fn a_zone_can_be_declared() {
    let plan = one(
        5,
        "a: { gen: datetime, from: 2024-01-01, to: now, type: timestamp(tz) }\nb: { gen: date, from: a, to: now }",
    );
    assert_eq!(values(&plan, "t", "a").data_type(), &crate::plan::parse_type("timestamp(tz)").unwrap());
    values(&plan, "t", "b");
}

#[test]
fn instants_pass_between_types_with_and_without_zone() {
    let plan = one(
        5,
        "a: { gen: datetime, from: 2024-01-01, to: now }
         b: { gen: field, of: a, type: timestamp(tz) }
         c: { gen: field, of: b, type: timestamp }
         d: { gen: field, of: b, type: date }
         e: { gen: field, of: b, type: string }
         f: { gen: field, of: d, type: timestamp(tz) }",
    );
    let at = |name| values(&plan, "t", name).as_primitive::<TimestampMicrosecondType>().values().to_vec();
    assert_eq!((at("a"), at("a")), (at("b"), at("c")));
    assert_eq!(at("f"), at("a").iter().map(|at| at / DAY * DAY).collect::<Vec<_>>());
    values(&plan, "t", "e");
}

// ---- arrivals ----

/// Parents with a window each, and children that arrive in it.
fn family(parents: u32, count: &str, arrivals: &str) -> String {
    format!(
        "  p:\n    rows: {parents}\n    columns:\n      id: sequence\n      \
         since: {{ gen: datetime, from: 2024-01-01, to: \"now - 30d\" }}\n      \
         maybe: {{ gen: datetime, from: 2024-01-01, to: \"now - 30d\", null: 30% }}\n  \
         c:\n    per: p\n    count: {count}\n    columns:\n      n: ordinal\n      p: {{ gen: field, of: p.id }}\n      \
         since: {{ gen: field, of: p.since }}\n      at: {{ gen: arrivals, {arrivals} }}\n"
    )
}

fn build(tables: &str) -> Plan {
    planned(tables).unwrap_or_else(|found| panic!("{found:?}"))
}

fn integers(plan: &Plan, table: &str, column: &str) -> Vec<i64> {
    values(plan, table, column).as_primitive::<Int64Type>().values().to_vec()
}

#[test]
fn siblings_arrive_in_order_apart_and_within_their_window() {
    let plan = build(&family(400, "0..150", "from: p.since, to: now, min_gap: 10m"));
    let (parents, at, since) = (integers(&plan, "c", "p"), instants(&plan, "c", "at"), instants(&plan, "c", "since"));
    assert!(at.len() > 20_000);
    for row in 0..at.len() {
        assert!(at[row] >= since[row] && at[row] < micros("2025-07-01") && at[row] % SECOND == 0);
        if row > 0 && parents[row] == parents[row - 1] {
            assert!(at[row] - at[row - 1] >= 600 * SECOND);
        }
    }
}

#[test]
fn gaps_hold_where_they_leave_almost_no_room() {
    let tight = "from: 2025-01-01T00:00:00.5Z, to: 2025-01-01T01:00:00.5Z, min_gap";
    for gap in ["1m", "61s", "61.5s", "61016ms"] {
        let plan = build(&family(50, "59", &format!("{tight}: {gap}")));
        let length = crate::source::scalars::DurationText::parse(gap).unwrap().micros;
        for siblings in instants(&plan, "c", "at").chunks(59) {
            assert!(siblings.windows(2).all(|pair| pair[1] - pair[0] >= length), "{gap}");
            let window = micros("2025-01-01T00:00:00.5Z")..micros("2025-01-01T01:00:00.5Z");
            assert!(siblings.iter().all(|at| window.contains(at)), "{gap}");
        }
    }
    let found = refusal(&family(50, "0..60", &format!("{tight}: 62s")));
    assert_eq!(found, "E0542: 60 children of one parent 1m2s apart do not fit a window of 1h\n");
    assert!(
        refusal(
            "  t: { rows: 100, columns: { at: { gen: arrivals, from: 2025-01-01, to: 2025-01-02, min_gap: 1h } } }"
        )
        .contains("100 rows")
    );
}

#[test]
fn an_arrival_alone_is_the_same_as_within_its_family() {
    for (count, arrivals) in [
        ("0..8", "from: p.since, to: now"),
        ("0..90", "from: p.since, to: now, min_gap: 1m, shape: { business_hours: true }"),
    ] {
        let plan = build(&family(300, count, arrivals));
        let engine = Engine::new(&plan);
        let table = plan.table_named("c").unwrap();
        let column = [column_id(&plan, table, "at")];
        let whole = instants(&plan, "c", "at");
        let rows: Vec<u64> = (0..whole.len() as u64).rev().step_by(7).collect();
        let scattered = engine.scattered(table, &rows, &column).remove(0);
        for (row, value) in rows.iter().zip(scattered.as_primitive::<TimestampMicrosecondType>().values()) {
            assert_eq!(*value, whole[*row as usize]);
        }
        let part = engine.range(table, 101..555, &column).remove(0);
        assert_eq!(part.as_primitive::<TimestampMicrosecondType>().values()[..], whole[101..555]);
    }
}

#[test]
fn the_kth_arrival_has_the_distribution_of_an_order_statistic() {
    // Of three, the middle one is Beta(2, 2): its distribution is 3x² - 2x³.
    let plan = build(&family(20_000, "3", "from: 2025-01-01, to: 2025-01-11, precision: 1us"));
    let mut tenths = [0_u64; 10];
    for siblings in instants(&plan, "c", "at").chunks(3) {
        tenths[((siblings[1] - micros("2025-01-01")) / DAY) as usize] += 1;
    }
    let cdf = |x: f64| 3.0 * x * x - 2.0 * x * x * x;
    let shares: Vec<f64> = (0..10).map(|at| cdf(f64::from(at + 1) / 10.0) - cdf(f64::from(at) / 10.0)).collect();
    assert!(chi_square(&tenths, &shares) < 28.0, "{tenths:?}");
}

#[test]
fn all_arrivals_together_follow_the_shape() {
    let plan = build(&family(
        3000,
        "20",
        "from: 2025-01-06, to: 2025-02-03, shape: { weekly: [1, 1, 1, 1, 3, 1, 0], hourly: [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0] }",
    ));
    let (mut days, mut halves) = ([0_u64; 7], [0_u64; 2]);
    for at in instants(&plan, "c", "at") {
        days[weekday(at / DAY)] += 1;
        let hour = at % DAY / (3600 * SECOND);
        assert!((8..16).contains(&hour));
        halves[usize::from(hour >= 12)] += 1;
    }
    assert_eq!(days[6], 0);
    assert!(chi_square(&days, &[1.0, 1.0, 1.0, 1.0, 3.0, 1.0, 0.0]) < 25.0, "{days:?}");
    assert!(chi_square(&halves, &[1.0, 2.0]) < 15.0, "{halves:?}");
}

#[test]
fn gaps_are_kept_within_business_hours() {
    let plan = build(&family(
        300,
        "0..100",
        "from: p.since, to: \"p.since + 21d\", min_gap: 40m, shape: { business_hours: true }",
    ));
    let (parents, at) = (integers(&plan, "c", "p"), instants(&plan, "c", "at"));
    for row in 0..at.len() {
        let hour = at[row] % DAY / (3600 * SECOND);
        assert!(weekday(at[row] / DAY) < 5 && (9..17).contains(&hour));
        assert!(row == 0 || parents[row] != parents[row - 1] || at[row] - at[row - 1] >= 2400 * SECOND);
    }
    let found =
        refusal(&family(3, "100", "from: 2025-06-02, to: 2025-06-09, min_gap: 40m, shape: { business_hours: true }"));
    assert!(found.contains("do not fit a window of 1d16h"), "{found}");
}

#[test]
fn a_root_tables_rows_are_all_siblings() {
    let tables = "  t:\n    rows: 30k\n    columns:\n      at: { gen: arrivals, from: 2025-01-01, to: 2025-02-01, min_gap: 2s }\n";
    let plan = build(tables);
    let at = instants(&plan, "t", "at");
    assert!(at.windows(2).all(|pair| pair[1] - pair[0] >= 2 * SECOND));
    assert!(at[0] >= micros("2025-01-01") && at[29_999] < micros("2025-02-01"));
    let engine = Engine::new(&plan);
    let table = plan.table_named("t").unwrap();
    let part = engine.range(table, 12_345..12_349, &[column_id(&plan, table, "at")]).remove(0);
    assert_eq!(part.as_primitive::<TimestampMicrosecondType>().values()[..], at[12_345..12_349]);
}

#[test]
fn a_parent_without_a_window_has_children_without_arrivals() {
    let plan = build(&family(200, "2", "from: p.maybe, to: now"));
    let at = instants(&plan, "c", "at");
    let nulls = at.iter().filter(|at| **at == i64::MIN).count();
    assert!((60..180).contains(&nulls), "{nulls}");
    assert!(at.chunks(2).all(|pair| (pair[0] == i64::MIN) == (pair[1] == i64::MIN)));
}

#[test]
fn siblings_must_share_their_window() {
    let found = refusal(
        &family(2, "2", "from: since, to: now")
            .replace("gen: field, of: p.since", "gen: datetime, from: 2024-01-01, to: \"now - 30d\""),
    );
    assert!(found.contains("E0543"), "{found}");
}

// ---- duration ----

#[test]
fn lengths_of_time_have_units_and_round_to_the_coarsest_of_them() {
    let plan = one(
        20_000,
        "a: { gen: duration, dist: lognormal, median: 4m, p95: 20m, min: 30s, max: 1h }
         b: { gen: duration, min: 0, max: 250ms }
         c: { gen: duration, dist: mixture, max: 1d, of: [{ dist: exponential, mean: 1h, weight: 3 }, { dist: gamma, shape: 2, scale: 90m }] }
         d: { gen: duration, dist: quantiles, at: { 0: 1s, 0.5: 10s, 1: 1m } }",
    );
    let lengths = |name| values(&plan, "t", name).as_primitive::<DurationMicrosecondType>().values().to_vec();
    let a = lengths("a");
    assert!(a.iter().all(|length| length % SECOND == 0 && (30 * SECOND..=3600 * SECOND).contains(length)));
    let below = a.iter().filter(|length| **length < 240 * SECOND).count();
    assert!((9_200..10_300).contains(&below), "{below}");
    let b = lengths("b");
    assert!(b.iter().all(|length| length % 1000 == 0 && (0..=250_000).contains(length)));
    assert!(b.contains(&0) && b.contains(&250_000));
    let d = lengths("d");
    assert!(d.iter().all(|length| (SECOND..=60 * SECOND).contains(length)));
    for column in plan.columns.iter().filter(|column| !column.name.starts_with('$')) {
        let (low, high) = column.bounds.unwrap().as_times().unwrap();
        assert!(lengths(&column.name).iter().all(|length| (low..=high).contains(length)), "{}", column.name);
    }
}

#[test]
fn what_is_no_length_of_time_is_refused() {
    for (params, code) in [
        ("dist: lognormal, median: 4, p95: 20m", "E0544"),
        ("dist: poisson, mean: 4m", "E0544"),
        ("dist: exponential, rate: 4", "E0544"),
        ("dist: lognormal, mu: 4, sigma: 1", "E0544"),
        ("dist: normal, mean: 4m, sd: 3m", "E0514"),
        ("min: 4m, max: 3m", "E0502"),
        ("dist: mixture, of: [{ dist: zipf, s: 1, n: 4 }]", "E0544"),
    ] {
        let found = refusal(&table(1, &format!("a: {{ gen: duration, {params} }}")));
        assert!(found.contains(code), "{params}: {found}");
    }
}

// ---- docs ----

#[test]
fn examples_build() {
    for def in super::DEFS {
        build(&table(20, &format!("a: {}", def.example)));
    }
}

#[test]
fn specs_of_the_catalogue_build() {
    for spec in [
        include_str!("../../../specs/generators/date.yaml"),
        include_str!("../../../specs/generators/time.yaml"),
        include_str!("../../../specs/generators/datetime.yaml"),
        include_str!("../../../specs/generators/arrivals.yaml"),
        include_str!("../../../specs/generators/duration.yaml"),
    ] {
        let plan = build(spec.split_once("tables:\n").expect("a whole spec").1);
        let engine = Engine::new(&plan);
        for (table, _) in plan.tables.iter().enumerate() {
            let table = crate::plan::TableId(table);
            engine.batch(table, 0..engine.rows(table));
        }
    }
}

#[test]
fn the_codes_of_time_are_explained_by_specs_that_fail_and_hold() {
    for code in ["E0540", "E0541", "E0542", "E0543", "E0544"] {
        let text = crate::diag::codes::find(code).expect("the code is explained").explanation;
        let specs: Vec<&str> = text.split("```yaml\n").skip(1).filter_map(|part| part.split("```").next()).collect();
        let tables = |spec: &str| spec.split_once("tables:\n").expect("a whole spec").1.to_owned();
        assert!(refusal(&tables(specs[0])).starts_with(code), "{code}");
        build(&tables(specs[1]));
    }
}
