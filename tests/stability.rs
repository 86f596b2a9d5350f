//! The stability contract: which cells an edit of a spec may change. Each test is a line of the contract's table.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{Rows, cells};

/// Roots, two levels of children, references uniform and skewed, distinct and to earlier rows, roll-ups, running totals,
/// arrivals, a bundle, weights, nulls, `when` and a unique pattern.
const BASE: &str = "
synth: 1
seed: 9
now: 2025-07-01
locale: { en_US: 60, de_DE: 40 }
tables:
  customers:
    rows: 120
    key: [id]
    columns:
      id: sequence
      full_name: person.full_name
      email: person.email
      city: address.city
      tier: { gen: choice, of: { free: 80, plus: 17, business: 3 } }
      signed_up_at: { gen: datetime, from: 2022-01-01, to: \"now - 10d\" }
      score: { gen: number, dist: normal, mean: 50, sd: 10 }
      grade:
        when:
          - { if: \"score > 50\", gen: pattern, pattern: \"A[0-9]\" }
          - { gen: pattern, pattern: \"B[0-9]\" }
      phone: { gen: person.phone, null: 12% }
      referrer_id: { gen: ref, to: customers, earlier: true, null: 50% }
      spent: { gen: rollup, of: orders.total, agg: sum, type: \"decimal(14,2)\" }
  products:
    rows: 40
    key: [id]
    columns:
      id: sequence
      sku: { gen: pattern, pattern: \"[A-Z]{2}-[0-9]{3}\", unique: true }
      price: { gen: number, dist: lognormal, median: 20, p95: 80, min: 2, max: 400, type: \"decimal(10,2)\" }
  orders:
    per: customers
    count: { dist: negative_binomial, mean: 4, dispersion: 0.6, max: 20 }
    key: [id]
    columns:
      id: sequence
      customer_id: { gen: field, of: customers.id }
      n: ordinal
      ordered_at: { gen: arrivals, from: customers.signed_up_at, to: now, min_gap: 10m }
      channel: { gen: choice, of: [web, shop, phone] }
      total: { gen: rollup, of: items.line_total, agg: sum, type: \"decimal(12,2)\" }
  items:
    per: orders
    count: { dist: geometric, mean: 2.3, min: 1, max: 9 }
    key: [order_id, line_no]
    columns:
      order_id: { gen: field, of: orders.id }
      customer_id: { gen: field, of: customers.id }
      n: { gen: field, of: orders.n }
      line_no: ordinal
      product_id: { gen: ref, to: products, as: product, skew: { dist: zipf, s: 1.1 }, distinct_in: orders }
      quantity: { gen: number, type: int16, dist: geometric, mean: 1.4, min: 1, max: 12 }
      unit_price: { gen: field, of: product.price }
      line_total: { gen: expr, expr: \"quantity * unit_price\", type: \"decimal(12,2)\" }
      running: { gen: cumulative, of: line_total, type: \"decimal(14,2)\" }
  visits:
    rows: 300
    columns:
      at: { gen: arrivals, from: 2025-01-01, to: 2025-06-30 }
      customer_id: { gen: ref, to: customers }
      pages: { gen: number, type: int32, dist: poisson, mean: 4 }
";

/// Columns that tell children apart whatever their row number is.
const IDENTITY: &[&str] = &["customer_id", "n", "line_no"];

fn data(text: &str) -> BTreeMap<String, Rows> {
    cells(text, IDENTITY)
}

/// The base with one text put in another's place.
fn edited(from: &str, to: &str) -> String {
    assert_eq!(BASE.matches(from).count(), 1, "`{from}` stands once in the base");
    BASE.replacen(from, to, 1)
}

/// Columns with a cell that differs between rows that both have, as `table.column`.
fn changed(before: &BTreeMap<String, Rows>, after: &BTreeMap<String, Rows>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (table, rows) in before {
        let Some(others) = after.get(table) else { continue };
        for (identity, cells) in rows {
            let Some(other) = others.get(identity) else { continue };
            let differs =
                |(name, value): &(&String, &Option<String>)| other.get(*name).is_some_and(|there| there != *value);
            names.extend(cells.iter().filter(differs).map(|(name, _)| format!("{table}.{name}")));
        }
    }
    names
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[track_caller]
fn assert_within(names: &BTreeSet<String>, allowed: &[&str]) {
    let outside: Vec<_> = names.difference(&set(allowed)).cloned().collect();
    assert!(outside.is_empty(), "{outside:?} changed as well");
}

#[test]
fn the_same_spec_gives_the_same_cells_and_another_seed_gives_others() {
    let base = data(BASE);
    assert_eq!(base, data(BASE));
    let other = changed(&base, &data(&edited("seed: 9", "seed: 10")));
    let drawn =
        ["customers.full_name", "customers.score", "products.sku", "orders.channel", "items.quantity", "visits.pages"];
    assert!(drawn.iter().all(|name| other.contains(*name)), "{other:?}");
}

#[test]
fn adding_a_column_changes_nothing_else() {
    let base = data(BASE);
    for (from, to) in [
        ("      tier: {", "      extra: { gen: number, dist: normal, mean: 0, sd: 1 }\n      tier: {"),
        ("      tier: {", "      nick: person.username\n      zip: address.postal_code\n      tier: {"),
        ("      quantity: {", "      extra_id: { gen: ref, to: products }\n      quantity: {"),
        ("      channel: {", "      most: { gen: rollup, of: items.quantity, agg: max }\n      channel: {"),
    ] {
        assert_within(&changed(&base, &data(&edited(from, to))), &[]);
    }
}

#[test]
fn removing_and_reordering_columns_changes_nothing_else() {
    let base = data(BASE);
    let phone = "      phone: { gen: person.phone, null: 12% }\n";
    let without = edited(phone, "");
    assert_within(&changed(&base, &data(&without)), &[]);
    let first = without.replacen(
        "      id: sequence\n      full_name",
        &format!("{phone}      id: sequence\n      full_name"),
        1,
    );
    assert_within(&changed(&base, &data(&first)), &[]);
}

#[test]
fn adding_removing_and_reordering_tables_changes_nothing_else() {
    let base = data(BASE);
    let at = BASE.find("  visits:").unwrap();
    let (rest, visits) = BASE.split_at(at);
    assert_within(&changed(&base, &data(rest)), &[]);
    let moved = rest.replacen("tables:\n", &format!("tables:\n{visits}"), 1);
    assert_within(&changed(&base, &data(&moved)), &[]);
    let added = format!("{BASE}  more: {{ per: orders, count: 2, columns: {{ customer_id: ordinal, x: uuid }} }}\n");
    assert_within(&changed(&base, &data(&added)), &[]);
}

#[test]
fn a_rename_with_an_id_changes_the_name_alone() {
    let base = data(BASE);
    let column = edited("      score: { gen: number,", "      rating: { id: score, gen: number,")
        .replace("score > 50", "rating > 50");
    let mut renamed = data(&column);
    for cells in renamed.get_mut("customers").unwrap().values_mut() {
        let value = cells.remove("rating").unwrap();
        cells.insert("score".into(), value);
    }
    assert_eq!(base, renamed);
    let table = edited("  products:\n    rows: 40", "  goods:\n    id: products\n    rows: 40")
        .replace("to: products", "to: goods");
    let mut renamed = data(&table);
    let goods = renamed.remove("goods").unwrap();
    renamed.insert("products".into(), goods);
    assert_eq!(base, renamed);
}

#[test]
fn a_rename_with_an_id_within_a_unique_list_changes_the_name_alone() {
    let spec = |name: &str| {
        format!(
            "synth: 1\ntables:\n  seats:\n    rows: 40\n    unique: [[hall, {name}]]\n    columns:\n      \
             hall: {{ gen: pattern, pattern: \"[A-H]\" }}\n      {name}: {{ id: place, gen: pattern, pattern: \"[0-9]\" }}\n"
        )
    };
    let base = data(&spec("place"));
    let mut renamed = data(&spec("seat"));
    for cells in renamed.get_mut("seats").unwrap().values_mut() {
        let value = cells.remove("seat").unwrap();
        cells.insert("place".into(), value);
    }
    assert_eq!(base, renamed);
}

#[test]
fn more_root_rows_are_appended() {
    let base = data(BASE);
    let after = data(&edited("rows: 120", "rows: 150"));
    assert_within(&changed(&base, &after), &["visits.customer_id"]);
    assert_eq!(after["customers"].len(), 150);
    let kept = |table: &str| base[table].keys().all(|identity| after[table].contains_key(identity));
    assert!(kept("orders") && kept("items"), "children of existing parents stay");
    assert!(after["orders"].len() > base["orders"].len());
}

#[test]
fn a_growing_pool_attracts_only_its_share_of_picks() {
    let base = data(BASE);
    let after = data(&edited("rows: 40", "rows: 44"));
    let picks = [
        "items.product_id",
        "items.unit_price",
        "items.line_total",
        "items.running",
        "orders.total",
        "customers.spent",
    ];
    assert_within(&changed(&base, &after), &picks);
    let moved =
        base["items"].iter().filter(|(identity, cells)| after["items"][*identity]["product_id"] != cells["product_id"]);
    let moved = moved.count();
    assert!(moved * 5 < base["items"].len(), "{moved} of {} picks moved", base["items"].len());
}

#[test]
fn changed_parameters_change_that_column_and_its_readers() {
    let base = data(BASE);
    let one = |from: &str, to: &str| changed(&base, &data(&edited(from, to)));
    assert_eq!(one("free: 80, plus: 17", "free: 20, plus: 77"), set(&["customers.tier"]));
    assert_eq!(one("mean: 50, sd: 10", "mean: 55, sd: 10"), set(&["customers.score", "customers.grade"]));
    assert_eq!(one("[web, shop, phone]", "[web, shop, phone, fax]"), set(&["orders.channel"]));
    assert_eq!(
        one("mean: 1.4, min: 1, max: 12", "mean: 2.4, min: 1, max: 12"),
        set(&["items.quantity", "items.line_total", "items.running", "orders.total", "customers.spent"])
    );
    assert_eq!(
        one("from: 2022-01-01, to: \"now - 10d\"", "from: 2021-01-01, to: \"now - 10d\""),
        set(&["customers.signed_up_at", "orders.ordered_at"])
    );
}

#[test]
fn a_changed_count_leaves_children_that_stay_alone() {
    let base = data(BASE);
    let after = data(&edited("mean: 4, dispersion: 0.6, max: 20", "mean: 5, dispersion: 0.6, max: 30"));
    assert_within(&changed(&base, &after), &["orders.id", "items.order_id", "orders.ordered_at", "customers.spent"]);
    let items = data(&edited("mean: 2.3, min: 1, max: 9", "mean: 3.3, min: 1, max: 30"));
    assert_within(&changed(&base, &items), &["orders.total", "customers.spent"]);
    let common = base["items"].keys().filter(|identity| items["items"].contains_key(*identity)).count();
    assert!(common * 2 > base["items"].len());
}

#[test]
fn nulls_and_pins_touch_their_cells_and_readers_only() {
    let base = data(BASE);
    let more = data(&edited("null: 12%", "null: 40%"));
    assert_eq!(changed(&base, &more), set(&["customers.phone"]));
    for (identity, cells) in &base["customers"] {
        let phone = &more["customers"][identity]["phone"];
        assert!(phone.is_none() || *phone == cells["phone"], "a higher rate only adds nulls");
    }
    let pinned = data(&edited(
        "  products:\n",
        "    pins:\n      - { id: 3, full_name: Ada Test, tier: business }\n  products:\n",
    ));
    assert_within(&changed(&base, &pinned), &["customers.full_name", "customers.email", "customers.tier"]);
    let touched: Vec<_> =
        base["customers"].iter().filter(|(identity, cells)| pinned["customers"][*identity] != **cells).collect();
    assert_eq!(touched.len(), 1);
    let ada = &pinned["customers"]["000002"];
    assert_eq!(ada["full_name"].as_deref(), Some("Ada Test"));
    assert!(ada["email"].as_deref().unwrap().to_lowercase().contains("test"), "{ada:?}");
}
