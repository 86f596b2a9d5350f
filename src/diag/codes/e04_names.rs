//! `E04xx`: names, types and constants.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[
    CodeDef {
        code: "E0401",
        title: "a type is unknown",
        explanation: r#"`type:` names none of the types of the language.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      age: { gen: number, type: integer, min: 0, max: 99 }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      age: { gen: number, type: int32, min: 0, max: 99 }
```
"#,
    },
    CodeDef {
        code: "E0402",
        title: "a table is unknown",
        explanation: r#"The name is that of no table of the spec.

Fails:

```yaml
synth: 1
tables:
  users: { rows: 10, key: [id], columns: { id: sequence } }
  orders: { rows: 10, columns: { user: { gen: ref, to: user } } }
```

Mended:

```yaml
synth: 1
tables:
  users: { rows: 10, key: [id], columns: { id: sequence } }
  orders: { rows: 10, columns: { user: { gen: ref, to: users } } }
```
"#,
    },
    CodeDef {
        code: "E0403",
        title: "the edition is not 1",
        explanation: r#"`synth:` says by which edition of the language the spec is to be read. This compiler speaks edition 1.
"#,
    },
    CodeDef {
        code: "E0404",
        title: "a column reads itself",
        explanation: r#"Columns may read one another, in any order, but not in a circle: there would be nothing to begin with.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      a: { gen: field, of: b }
      b: { gen: field, of: a }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      a: sequence
      b: { gen: field, of: a }
```
"#,
    },
    CodeDef {
        code: "E0405",
        title: "columns read one another in too long a chain",
        explanation: r#"A column that reads a column that reads a column, and so on, more than 10,000 times. Let several of them read
the first one directly.
"#,
    },
    CodeDef {
        code: "E0406",
        title: "the spec has no table",
        explanation: r#"There is nothing to build.
"#,
    },
    CodeDef {
        code: "E0407",
        title: "tables are `per` each other in a circle",
        explanation: r#"Each of these tables waits for the rows of the next. One of them must have rows of its own.

Fails:

```yaml
synth: 1
tables:
  a: { per: b, count: 1, columns: { n: ordinal } }
  b: { per: a, count: 1, columns: { n: ordinal } }
```

Mended:

```yaml
synth: 1
tables:
  a: { rows: 10, columns: { n: ordinal } }
  b: { per: a, count: 1, columns: { n: ordinal } }
```
"#,
    },
    CodeDef {
        code: "E0408",
        title: "it is unclear how many rows a table has",
        explanation: r#"A table has either `rows`, or `per` and `count`.

Fails:

```yaml
synth: 1
tables:
  users: { columns: { id: sequence } }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      id: sequence
```
"#,
    },
    CodeDef {
        code: "E0409",
        title: "a name is unknown",
        explanation: r#"A name in a parameter, an expression or a template means a column of the table, `table.column` of a parent, or
`alias.column` of the row that a `ref` picks.

Fails:

```yaml
synth: 1
tables:
  customers: { rows: 100, key: [id], columns: { id: sequence } }
  orders:
    per: customers
    count: 1..3
    columns:
      customer: { gen: field, of: custmers.id }
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
      customer: { gen: field, of: customers.id }
```
"#,
    },
    CodeDef {
        code: "E0410",
        title: "`now` is not an instant",
        explanation: r#"`now:` is the spec's only clock: a date, or an instant with its offset from UTC.
"#,
    },
    CodeDef {
        code: "E0411",
        title: "the seed is no unsigned 64-bit integer",
        explanation: r#"Seeds run from 0 to 18446744073709551615.

Fails:

```yaml
synth: 1
seed: -1
tables:
  users:
    rows: 100
    columns:
      id: sequence
```

Mended:

```yaml
synth: 1
seed: 42
tables:
  users:
    rows: 100
    columns:
      id: sequence
```
"#,
    },
    CodeDef {
        code: "E0412",
        title: "`--set` names nothing that can be set",
        explanation: r#"The command line may set one of the spec's `vars:` (`--set scale=10`) or the rows of a root table (`--set
customers.rows=10`), to a number.
"#,
    },
    CodeDef {
        code: "E0413",
        title: "the rows of a child table cannot be set",
        explanation: r#"How many rows a `per` table has follows from its parents and its `count`. A profile or `--set` names root
tables.

Fails:

```yaml
synth: 1
profiles: { ci: { orders: 10 } }
tables:
  customers: { rows: 100, key: [id], columns: { id: sequence } }
  orders:
    per: customers
    count: 1..3
    columns:
      n: ordinal
```

Mended:

```yaml
synth: 1
profiles: { ci: { customers: 10 } }
tables:
  customers: { rows: 100, key: [id], columns: { id: sequence } }
  orders:
    per: customers
    count: 1..3
    columns:
      n: ordinal
```
"#,
    },
    CodeDef {
        code: "E0414",
        title: "a profile is unknown",
        explanation: r#"`--profile` names none of the spec's `profiles:`.
"#,
    },
    CodeDef {
        code: "E0415",
        title: "a parameter is not such a number",
        explanation: r#"A whole number is needed where there is a fraction, or an expression over `vars:` gives no finite number.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      id: { gen: sequence, start: 0.5 }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      id: { gen: sequence, start: 5 }
```
"#,
    },
    CodeDef {
        code: "E0416",
        title: "`now` is used but not said",
        explanation: r#"The machine's clock is never read, since the same spec must give the same bytes for ever.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: uuid, version: 7, at: now }
```

Mended:

```yaml
synth: 1
now: 2025-07-01T00:00:00Z
tables:
  users:
    rows: 100
    columns:
      x: { gen: uuid, version: 7, at: now }
```
"#,
    },
    CodeDef {
        code: "E0417",
        title: "this is no point in time or no length of time",
        explanation: r#"Points in time are dates, instants with an offset, `now`, or columns, each with `+` or `-` a length such as
`2d`. Lengths are numbers with a unit: us, ms, s, m, h, d, w.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: uuid, version: 7, at: 2025-02-30 }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: uuid, version: 7, at: 2025-02-28 }
```
"#,
    },
    CodeDef {
        code: "E0418",
        title: "a column is no date or timestamp",
        explanation: r#"Where a point in time is wanted, only a column of dates or timestamps can be named.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      id: sequence
      x: { gen: uuid, version: 7, at: id }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      day: { gen: constant, value: 2025-01-01, type: date }
      x: { gen: uuid, version: 7, at: day }
```
"#,
    },
    CodeDef {
        code: "E0419",
        title: "the grid of a root table reads a column",
        explanation: r#"A root table has no parent whose column it could read: its `from` and `to` are fixed instants.
"#,
    },
    CodeDef {
        code: "E0420",
        title: "values cannot become this type",
        explanation: r#"There is no way from one type to the other that would keep the values' meaning.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: bool, type: date }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: bool, type: int8 }
```
"#,
    },
    CodeDef {
        code: "E0421",
        title: "a condition is not true or false",
        explanation: r#"`if:` needs an expression that is true or false.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      n: sequence
      x: { when: [{ if: "n", gen: constant, value: a }, { gen: constant, value: b }] }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      n: sequence
      x: { when: [{ if: "n > 5", gen: constant, value: a }, { gen: constant, value: b }] }
```
"#,
    },
    CodeDef {
        code: "E0422",
        title: "this has no value of its own",
        explanation: r#"The name leads to a row or a bundle of fields, or to a value without a text form; name one of its columns.
"#,
    },
    CodeDef {
        code: "E0423",
        title: "`null` is neither a rate nor a condition",
        explanation: r#"`null:` takes a rate (`5%`), an expression that is true or false, or one that gives a rate.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      a: { gen: choice, of: [p, q] }
      x: { gen: constant, value: 1, null: "a" }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      a: { gen: choice, of: [p, q] }
      x: { gen: constant, value: 1, null: "a = 'p'" }
```
"#,
    },
    CodeDef {
        code: "E0424",
        title: "the branches of a `when` have different types",
        explanation: r#"A column has one type. Say with `type:` which, or let the branches agree.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      n: sequence
      x: { when: [{ if: "n > 5", gen: sequence }, { gen: constant, value: b }] }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      n: sequence
      x: { type: string, when: [{ if: "n > 5", gen: sequence }, { gen: constant, value: b }] }
```
"#,
    },
    CodeDef {
        code: "E0425",
        title: "values do not fit their type",
        explanation: r#"The values' bounds are known, and the type cannot hold all of them.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: number, type: int8, min: 0, max: 200 }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: number, type: uint8, min: 0, max: 200 }
```
"#,
    },
    CodeDef {
        code: "E0426",
        title: "a table has no column",
        explanation: r#"A row without columns has no form.
"#,
    },
    CodeDef {
        code: "E0427",
        title: "a name has two meanings",
        explanation: r#"The alias of a `ref` (its column's name, unless `as:` says otherwise) may be neither the name of the table nor
of a parent, nor another alias.

Fails:

```yaml
synth: 1
tables:
  customers: { rows: 100, key: [id], columns: { id: sequence } }
  orders:
    per: customers
    count: 1..3
    columns:
      customers: { gen: ref, to: customers }
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
      customers: { gen: ref, to: customers, as: friend }
```
"#,
    },
    CodeDef {
        code: "E0428",
        title: "a value is not of its type",
        explanation: r#"The text of the value cannot be read as the declared type.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: constant, value: soon, type: date }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: constant, value: 2025-01-01, type: date }
```
"#,
    },
    CodeDef {
        code: "E0429",
        title: "a locale is unknown",
        explanation: r#"Locales are written as language and country, such as `en_US`. `synth generators` lists those that there are.
"#,
    },
    CodeDef {
        code: "E0430",
        title: "two things have one identity",
        explanation: r#"Values are drawn by identity: the `id`, or the name where there is none. Two columns of a table (or two tables) with one
identity would draw the same values.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      a: { gen: number, min: 0, max: 9 }
      b: { gen: number, min: 0, max: 9, id: a }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      a: { gen: number, min: 0, max: 9 }
      b: { gen: number, min: 0, max: 9 }
```
"#,
    },
    CodeDef {
        code: "E0431",
        title: "a column cannot have this name",
        explanation: r#"A column's name is not empty, has no control characters, and does not begin with `$`: such names are the
compiler's own.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      $id: sequence
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      id: sequence
```
"#,
    },
];
