//! The engine's promise: a cell has one value, however it is asked for.

use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use arrow_array::{Array, ArrayRef};
use arrow_select::concat::concat;

use super::{ChunkGrid, Engine};
use crate::plan::{ColumnId, Overrides, Plan, TableId, plan};
use crate::source::{SpecSource, parse};

/// Three levels with drawn counts, references in both directions of size, a roll-up and a running total.
const SHOP: &str = "
synth: 1
seed: 7
tables:
  customers:
    rows: 500
    key: [id]
    columns:
      id: sequence
      friend_id: { gen: ref, to: customers, earlier: true }
      favourite_id: { gen: ref, to: products }
      last_line: { gen: rollup, of: orders.lines, agg: max }
  products:
    rows: 60
    key: [id]
    columns: { id: { gen: sequence, start: 1000 } }
  orders:
    per: customers
    count: { dist: negative_binomial, mean: 4, dispersion: 0.6, zero: 0.35, max: 120 }
    key: [id]
    columns:
      id: sequence
      customer_id: { gen: field, of: customers.id }
      lines: { gen: rollup, of: order_items, agg: count }
      other_order: { gen: ref, to: orders }
      other_lines: { gen: field, of: other_order.lines }
  order_items:
    per: orders
    count: 1..5
    key: [order_id, line_no]
    columns:
      id: sequence
      order_id: { gen: field, of: orders.id }
      line_no: ordinal
      product_id: { gen: ref, to: products, as: product, skew: { dist: zipf, s: 1.1 }, distinct_in: orders }
      again: { gen: field, of: product.id }
      running: { gen: cumulative, of: line_no, start: 10 }
      buyer: { gen: field, of: customers.id }
";

fn planned(text: &str) -> Plan {
    let source = SpecSource { name: "test".into(), folder: ".".into(), text: text.into() };
    let node = parse(&source).unwrap();
    let spec = crate::spec::read(&node);
    plan(&spec, &source.folder, &Overrides::default()).unwrap_or_else(|found| panic!("{found:#?}")).0
}

fn column(plan: &Plan, table: &str, name: &str) -> (TableId, ColumnId) {
    let table = plan.table_named(table).unwrap();
    let id = plan.table(table).visible.iter().find(|id| plan.column(**id).name == name).unwrap();
    (table, *id)
}

fn whole(engine: &Engine<'_>, table: &str, name: &str) -> ArrayRef {
    let (table, column) = column(engine.plan(), table, name);
    engine.range(table, 0..engine.rows(table), &[column]).remove(0)
}

fn integers(values: &ArrayRef) -> Vec<Option<i64>> {
    values.as_primitive::<Int64Type>().iter().collect()
}

#[test]
fn chunks_ranges_and_scattered_rows_agree_on_every_cell() {
    let plan = planned(SHOP);
    let engine = Engine::new(&plan);
    for at in 0..plan.tables.len() {
        let table = TableId(at);
        let rows = engine.rows(table);
        let columns = plan.table(table).visible.clone();
        let all = engine.range(table, 0..rows, &columns);
        for chunk_rows in [1, 64, 8192] {
            let grid = ChunkGrid::new(&engine, &[table], chunk_rows);
            let batches: Vec<_> =
                (0..grid.len()).map(|chunk| engine.make(&grid.get(chunk), &[table]).remove(0).1).collect();
            for (number, values) in all.iter().enumerate() {
                let parts: Vec<&dyn Array> = batches.iter().map(|batch| batch.column(number).as_ref()).collect();
                let name = &plan.column(columns[number]).name;
                assert_eq!(
                    &concat(&parts).unwrap(),
                    values,
                    "{}.{name} in chunks of {chunk_rows}",
                    plan.tables[at].name
                );
            }
        }
        let some: Vec<u64> = (0..rows).rev().step_by(7).chain([0, rows - 1, 0]).collect();
        for (values, scattered) in all.iter().zip(engine.scattered(table, &some, &columns)) {
            let index = arrow_array::UInt64Array::from(some.clone());
            assert_eq!(&arrow_select::take::take(values, &index, None).unwrap(), &scattered);
        }
        let (start, end) = (rows / 3, rows / 2);
        for (values, part) in all.iter().zip(engine.range(table, start..end, &columns)) {
            assert_eq!(&values.slice(start as usize, (end - start) as usize), &part);
        }
    }
}

#[test]
fn relations_hold() {
    let plan = planned(SHOP);
    let engine = Engine::new(&plan);
    let orders = integers(&whole(&engine, "orders", "id"));
    assert_eq!(orders, (1..=orders.len() as i64).map(Some).collect::<Vec<_>>());
    let of_order = integers(&whole(&engine, "order_items", "order_id"));
    let lines = integers(&whole(&engine, "orders", "lines"));
    for (order, lines) in orders.iter().zip(&lines) {
        assert_eq!(of_order.iter().filter(|id| *id == order).count() as i64, lines.unwrap());
    }
    let products = integers(&whole(&engine, "order_items", "product_id"));
    assert_eq!(products, integers(&whole(&engine, "order_items", "again")));
    let mut pairs: Vec<_> = of_order.iter().zip(&products).collect();
    let count = pairs.len();
    pairs.sort();
    pairs.dedup();
    assert_eq!(pairs.len(), count, "a product comes twice in an order");
    let (line, running) = (whole(&engine, "order_items", "line_no"), whole(&engine, "order_items", "running"));
    for (line, running) in integers(&line).iter().zip(integers(&running)) {
        let line = line.unwrap();
        assert_eq!(running.unwrap(), 10 + line * (line + 1) / 2);
    }
    let friends = integers(&whole(&engine, "customers", "friend_id"));
    assert_eq!(friends[0], None);
    assert!(friends.iter().enumerate().skip(1).all(|(row, friend)| (1..=row as i64).contains(&friend.unwrap())));
}

#[test]
fn more_rows_leave_existing_cells_alone() {
    let (small, large) = (planned(SHOP), planned(&SHOP.replace("rows: 500", "rows: 900")));
    let (small, large) = (Engine::new(&small), Engine::new(&large));
    for (table, name) in
        [("customers", "friend_id"), ("customers", "favourite_id"), ("orders", "id"), ("order_items", "product_id")]
    {
        let (before, after) = (whole(&small, table, name), whole(&large, table, name));
        assert!(after.len() > before.len());
        assert_eq!(&before, &after.slice(0, before.len()), "{table}.{name}");
    }
    let counts = |engine: &Engine<'_>| engine.rows(engine.plan().table_named("orders").unwrap());
    assert!(counts(&large) > counts(&small));
}

#[test]
fn a_growing_pool_attracts_only_its_share() {
    let (small, large) = (planned(SHOP), planned(&SHOP.replace("rows: 60", "rows: 66")));
    let (small, large) = (Engine::new(&small), Engine::new(&large));
    let before = integers(&whole(&small, "customers", "favourite_id"));
    let after = integers(&whole(&large, "customers", "favourite_id"));
    let moved: Vec<_> = before.iter().zip(&after).filter(|(a, b)| a != b).collect();
    assert!(moved.iter().all(|(_, to)| to.unwrap() >= 1060), "a moved pick goes to a new row");
    assert!((20..90).contains(&moved.len()), "about 6 in 66 of 500 move, not {}", moved.len());
}

#[test]
fn row_numbers_are_counted_only_when_asked_for() {
    let plan = planned(
        "synth: 1\ntables:\n  a: { rows: 10, columns: { id: sequence } }\n  b: { per: a, count: 3, columns: { n: ordinal } }\n",
    );
    assert_eq!(plan.constant_rows(TableId(1)), Some(30));
    let engine = Engine::new(&plan);
    assert_eq!(engine.batch(TableId(1), 4..6).num_rows(), 2);
}

#[test]
fn a_family_wider_than_a_chunk_is_made_in_parts() {
    let text = "
synth: 1
tables:
  devices: { rows: 3, key: [id], columns: { id: sequence, last: { gen: rollup, of: points.n, agg: max } } }
  points:
    per: devices
    count: 900..1100
    columns: { device_id: { gen: field, of: devices.id }, n: ordinal, total: { gen: cumulative, of: n } }
";
    let plan = planned(text);
    let engine = Engine::new(&plan);
    let (devices, points) = (TableId(0), TableId(1));
    let grid = ChunkGrid::new(&engine, &[devices, points], 100);
    let chunks: Vec<_> = (0..grid.len()).flat_map(|at| engine.make(&grid.get(at), &[devices, points])).collect();
    assert!(chunks.iter().all(|(_, batch)| batch.num_rows() <= 100));
    assert_eq!(engine.rows_below(points, &(0..1)) + engine.rows_below(points, &(1..3)), engine.rows(points));
    assert_eq!(engine.rows_below(devices, &(1..3)), 2);
    for (place, table) in [devices, points].into_iter().enumerate() {
        let whole = engine.batch(table, 0..engine.rows(table));
        for (number, values) in whole.columns().iter().enumerate() {
            let own = chunks.iter().filter(|(at, _)| *at == place);
            let parts: Vec<&dyn Array> = own.map(|(_, batch)| batch.column(number).as_ref()).collect();
            assert_eq!(&concat(&parts).unwrap(), values);
        }
    }
}
