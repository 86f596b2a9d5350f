//! `E06xx`: references, keys, roll-ups and pins.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[
    CodeDef {
        code: "E0601",
        title: "a reference has nothing to pick",
        explanation: r#"The table it points to has no row.

Fails:

```yaml
synth: 1
tables:
  products: { rows: 0, key: [id], columns: { id: sequence } }
  orders:
    rows: 100
    columns:
      id: sequence
      product: { gen: ref, to: products }
```

Mended:

```yaml
synth: 1
tables:
  products: { rows: 10, key: [id], columns: { id: sequence } }
  orders:
    rows: 100
    columns:
      id: sequence
      product: { gen: ref, to: products }
```
"#,
    },
    CodeDef {
        code: "E0602",
        title: "`earlier` has no effect here",
        explanation: r#"`earlier: true` lets a table refer to its own rows without circles: each picks one before it. It means nothing
in a reference to another table or beside `distinct_in`, where `other_than` can only name the owner's row.

Fails:

```yaml
synth: 1
tables:
  products: { rows: 100, key: [id], columns: { id: sequence } }
  orders:
    rows: 100
    columns:
      id: sequence
      product: { gen: ref, to: products, earlier: true }
```

Mended:

```yaml
synth: 1
tables:
  products: { rows: 100, key: [id], columns: { id: sequence } }
  orders:
    rows: 100
    key: [id]
    columns:
      id: sequence
      product: { gen: ref, to: orders, earlier: true }
```
"#,
    },
    CodeDef {
        code: "E0603",
        title: "`distinct_in` does not name the parent",
        explanation: r#"`distinct_in` keeps the children of one parent from picking the same row twice, so it names the table that
this one is `per`.

Fails:

```yaml
synth: 1
tables:
  products: { rows: 100, key: [id], columns: { id: sequence } }
  orders: { rows: 10, columns: { id: sequence } }
  items: { per: orders, count: 1..3, columns: { product: { gen: ref, to: products, distinct_in: products } } }
```

Mended:

```yaml
synth: 1
tables:
  products: { rows: 100, key: [id], columns: { id: sequence } }
  orders: { rows: 10, columns: { id: sequence } }
  items: { per: orders, count: 1..3, columns: { product: { gen: ref, to: products, distinct_in: orders } } }
```
"#,
    },
    CodeDef {
        code: "E0604",
        title: "a pool may be too small for different picks",
        explanation: r#"A parent may have more children than there are rows to pick from.

Fails:

```yaml
synth: 1
tables:
  products: { rows: 2, key: [id], columns: { id: sequence } }
  orders: { rows: 10, columns: { id: sequence } }
  items: { per: orders, count: 1..3, columns: { product: { gen: ref, to: products, distinct_in: orders } } }
```

Mended:

```yaml
synth: 1
tables:
  products: { rows: 3, key: [id], columns: { id: sequence } }
  orders: { rows: 10, columns: { id: sequence } }
  items: { per: orders, count: 1..3, columns: { product: { gen: ref, to: products, distinct_in: orders } } }
```
"#,
    },
    CodeDef {
        code: "E0605",
        title: "a key may repeat",
        explanation: r#"Keys and lists under `unique` must hold by construction: a unique column; the parent's key with `ordinal`; the
parent's key with a `ref` that is `distinct_in` the parent.

Fails:

```yaml
synth: 1
tables:
  users: { rows: 100, key: [id], columns: { id: { gen: number, type: int32, min: 1, max: 900 } } }
```

Mended:

```yaml
synth: 1
tables:
  users: { rows: 100, key: [id], columns: { id: { gen: number, type: int32, min: 1, max: 900, unique: true } } }
```
"#,
    },
    CodeDef {
        code: "E0606",
        title: "a pin does not tell its row",
        explanation: r#"A pin selects its row by the table's key, which must be one column made by `sequence`.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    key: [id]
    columns:
      id: sequence
      tier: { gen: choice, of: [free, paid] }
    pins:
      - { tier: paid }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    key: [id]
    columns:
      id: sequence
      tier: { gen: choice, of: [free, paid] }
    pins:
      - { id: 1, tier: paid }
```
"#,
    },
    CodeDef {
        code: "E0607",
        title: "a pin selects no row",
        explanation: r#"No row has this key.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    key: [id]
    columns:
      id: sequence
      tier: { gen: choice, of: [free, paid] }
    pins:
      - { id: 101, tier: paid }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    key: [id]
    columns:
      id: sequence
      tier: { gen: choice, of: [free, paid] }
    pins:
      - { id: 100, tier: paid }
```
"#,
    },
    CodeDef {
        code: "E0608",
        title: "a value is pinned twice",
        explanation: r#"Two pins fix the same column of the same row.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    key: [id]
    columns:
      id: sequence
      tier: { gen: choice, of: [free, paid] }
    pins:
      - { id: 1, tier: paid }
      - { id: 1, tier: free }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    key: [id]
    columns:
      id: sequence
      tier: { gen: choice, of: [free, paid] }
    pins:
      - { id: 1, tier: paid }
      - { id: 2, tier: free }
```
"#,
    },
    CodeDef {
        code: "E0609",
        title: "this column cannot be pinned",
        explanation: r#"The values of a unique column are dealt out once each, and the pinned one may belong to another row; a
reference's value follows from its row.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    key: [id]
    columns:
      id: sequence
      code: { gen: pattern, pattern: "[A-Z][0-9]{3}", unique: true }
    pins:
      - { id: 1, code: X7 }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    key: [id]
    columns:
      id: sequence
      code: { gen: pattern, pattern: "[A-Z][0-9]{3}" }
    pins:
      - { id: 1, code: X7 }
```
"#,
    },
    CodeDef {
        code: "E0610",
        title: "a pinned value is not of the column's type",
        explanation: r#"The text of the value cannot be read as the column's type.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    key: [id]
    columns:
      id: sequence
      age: { gen: number, type: int8, min: 0, max: 99 }
    pins:
      - { id: 1, age: old }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    key: [id]
    columns:
      id: sequence
      age: { gen: number, type: int8, min: 0, max: 99 }
    pins:
      - { id: 1, age: 90 }
```
"#,
    },
    CodeDef {
        code: "E0611",
        title: "a pinned value lies outside the column's bounds",
        explanation: r#"What reads the column relies on its bounds, so pins keep to them.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    key: [id]
    columns:
      id: sequence
      age: { gen: number, type: int16, min: 0, max: 99 }
    pins:
      - { id: 1, age: 120 }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    key: [id]
    columns:
      id: sequence
      age: { gen: number, type: int16, min: 0, max: 130 }
    pins:
      - { id: 1, age: 120 }
```
"#,
    },
    CodeDef {
        code: "E0612",
        title: "a reference has no key to hold",
        explanation: r#"The value of a `ref` is the one-column `key` of the table it points to. For a key of several columns hide the
`ref` (`_product`) and read the parts with `field`.

Fails:

```yaml
synth: 1
tables:
  products: { rows: 9, columns: { id: sequence } }
  orders: { rows: 9, columns: { product: { gen: ref, to: products } } }
```

Mended:

```yaml
synth: 1
tables:
  products: { rows: 9, key: [id], columns: { id: sequence } }
  orders: { rows: 9, columns: { product: { gen: ref, to: products } } }
```
"#,
    },
    CodeDef {
        code: "E0613",
        title: "a table has no time grid",
        explanation: r#"`tick` gives the instants of a table whose `rows` (or `count`) is `{ every, from, to }`.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      at: tick
```

Mended:

```yaml
synth: 1
tables:
  t: { rows: { every: 1h, from: 2025-01-01, to: 2025-02-01 }, columns: { at: tick } }
```
"#,
    },
    CodeDef {
        code: "E0614",
        title: "a roll-up reads no child",
        explanation: r#"`rollup` reads a column of a table that is `per` this one.

Fails:

```yaml
synth: 1
tables:
  customers: { rows: 100, key: [id], columns: { id: sequence, total: { gen: rollup, of: products.n, agg: sum } } }
  products: { rows: 9, columns: { n: sequence } }
  orders:
    per: customers
    count: 1..3
    columns:
      n: ordinal
```

Mended:

```yaml
synth: 1
tables:
  customers: { rows: 100, key: [id], columns: { id: sequence, total: { gen: rollup, of: orders.n, agg: sum } } }
  orders:
    per: customers
    count: 1..3
    columns:
      n: ordinal
```
"#,
    },
    CodeDef {
        code: "E0615",
        title: "these values cannot be summed",
        explanation: r#"Sums and averages need numbers.

Fails:

```yaml
synth: 1
tables:
  customers: { rows: 100, key: [id], columns: { id: sequence, total: { gen: rollup, of: orders.name, agg: sum } } }
  orders:
    per: customers
    count: 1..3
    columns:
      name: { gen: choice, of: [a, b] }
```

Mended:

```yaml
synth: 1
tables:
  customers: { rows: 100, key: [id], columns: { id: sequence, total: { gen: rollup, of: orders.name, agg: count } } }
  orders:
    per: customers
    count: 1..3
    columns:
      name: { gen: choice, of: [a, b] }
```
"#,
    },
    CodeDef {
        code: "E0616",
        title: "a running total has no parent",
        explanation: r#"`cumulative` adds up over the children of one parent.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      n: sequence
      x: { gen: cumulative, of: n }
```

Mended:

```yaml
synth: 1
tables:
  customers: { rows: 100, key: [id], columns: { id: sequence } }
  orders:
    per: customers
    count: 1..3
    columns:
      n: ordinal
      x: { gen: cumulative, of: n }
```
"#,
    },
    CodeDef {
        code: "E0617",
        title: "a key may be null",
        explanation: r#"A column of the primary key has a value in every row: rows are found by it.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    key: [id]
    columns:
      id: { gen: sequence, null: 10% }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    key: [id]
    columns:
      id: sequence
```
"#,
    },
    CodeDef {
        code: "E0618",
        title: "a list names a column twice",
        explanation: r#"`key` and the lists of `unique` are sets of columns.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    key: [id, id]
    columns:
      id: sequence
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    key: [id]
    columns:
      id: sequence
```
"#,
    },
    CodeDef {
        code: "E0619",
        title: "there is no other row to pick",
        explanation: r#"
`other_than` steps over the row that another column has picked. A pool of one row has no other.

Fails:

```yaml
synth: 1
tables:
  accounts: { rows: 1, key: [id], columns: { id: sequence } }
  payments:
    rows: 10
    columns:
      sender_id: { gen: ref, to: accounts }
      receiver_id: { gen: ref, to: accounts, other_than: sender_id }
```

Mended: `rows: 2` or more for `accounts`.
"#,
    },
    CodeDef {
        code: "E0620",
        title: "`other_than` names no pick from the same table",
        explanation: r#"
`other_than` names a column of the same row whose row is not to be picked again: another `ref` to the same table, or the `field` that
holds the key of an owner in that table.

Fails:

```yaml
synth: 1
tables:
  accounts: { rows: 9, key: [id], columns: { id: sequence } }
  payments:
    rows: 10
    columns:
      amount: { gen: number, min: 1, max: 9 }
      receiver_id: { gen: ref, to: accounts, other_than: amount }
```

Mended: `sender_id: { gen: ref, to: accounts }` beside it, and `other_than: sender_id`.
"#,
    },
];
