//! `E05xx`: domains, ranges and counts that cannot hold.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[
    CodeDef {
        code: "E0501",
        title: "there are more rows than values",
        explanation: r#"Values that may not repeat need one for every row. The message has the arithmetic.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: pattern, pattern: "[A-Z]", unique: true }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: pattern, pattern: "[A-Z]{2}", unique: true }
```
"#,
    },
    CodeDef {
        code: "E0502",
        title: "a range is reversed",
        explanation: r#"The first end of a range is above the second.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: number, min: 9, max: 3 }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: number, min: 3, max: 9 }
```
"#,
    },
    CodeDef {
        code: "E0503",
        title: "a time grid ends before it begins",
        explanation: r#"`to` lies before `from`.

Fails:

```yaml
synth: 1
tables:
  t: { rows: { every: 1h, from: 2025-02-01, to: 2025-01-01 }, columns: { at: tick } }
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
        code: "E0504",
        title: "parameters make no distribution",
        explanation: r#"A parameter lies outside what its law admits, or `min` and `max` leave no probability between them.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: number, dist: normal, mean: 0, sd: -1 }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: number, dist: normal, mean: 0, sd: 1 }
```
"#,
    },
    CodeDef {
        code: "E0505",
        title: "a sequence does not advance",
        explanation: r#"With step 0 every row would have the same value.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: sequence, step: 0 }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: sequence, step: 10 }
```
"#,
    },
    CodeDef {
        code: "E0506",
        title: "a sequence overflows",
        explanation: r#"The last row's value would lie beyond 64-bit integers.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: sequence, start: 9223372036854775800 }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: sequence, start: 9000000000000000000 }
```
"#,
    },
    CodeDef {
        code: "E0507",
        title: "a table has too many rows",
        explanation: r#"A table may have up to 281474976710656 rows (2^48).

Fails:

```yaml
synth: 1
tables:
  users:
    rows: "1e15"
    columns:
      id: sequence
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: "1e9"
    columns:
      id: sequence
```
"#,
    },
    CodeDef {
        code: "E0508",
        title: "rows lie too deep in their family",
        explanation: r#"A row's identity holds the ordinals from the root down, eight bits for each seven of a count's maximum, 64 in
all. Lower the `max` of the counts, or nest fewer tables.
"#,
    },
    CodeDef {
        code: "E0509",
        title: "a `when` has no otherwise",
        explanation: r#"The last entry of `when` has no `if`: it is for all rows that no other entry takes.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      n: sequence
      x: { when: [{ if: "n > 5", gen: constant, value: a }, { if: "n > 2", gen: constant, value: b }] }
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
        code: "E0510",
        title: "nothing bounds a time grid",
        explanation: r#"How many rows there may be must be known before the first is made. The grid's `from` or `to` names a column
whose values have no proven bounds.
"#,
    },
    CodeDef {
        code: "E0511",
        title: "`unique` stands beside `when`",
        explanation: r#"Inside an entry of `when` it binds that branch, which must then have a value for every row of the table.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      n: sequence
      x: { unique: true, when: [{ if: "n > 5", gen: uuid }, { gen: constant, value: b }] }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      n: sequence
      x: { when: [{ if: "n > 5", gen: uuid, unique: true }, { gen: constant, value: b }] }
```
"#,
    },
    CodeDef {
        code: "E0512",
        title: "values cannot be kept from repeating",
        explanation: r#"`unique` deals the values of a countable domain out to the rows, so the generator must have one, and its
values must all be alike: weights or a law other than the uniform cannot be kept.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: number, type: int64, dist: poisson, mean: 3, unique: true }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: number, type: int64, min: 1, max: 1000, unique: true }
```
"#,
    },
    CodeDef {
        code: "E0513",
        title: "a branch of `when` is dead",
        explanation: r#"A condition that reads no column is the same for every row, so this entry, or all below it, would have no
effect.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { when: [{ if: "1 > 2", gen: constant, value: a }, { gen: constant, value: b }] }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      n: sequence
      x: { when: [{ if: "n > 2", gen: constant, value: a }, { gen: constant, value: b }] }
```
"#,
    },
    CodeDef {
        code: "E0514",
        title: "a count could be negative",
        explanation: r#"The law of a count reaches below 0.

Fails:

```yaml
synth: 1
tables:
  customers: { rows: 100, key: [id], columns: { id: sequence } }
  orders:
    per: customers
    count: { dist: normal, mean: 3, sd: 2, max: 9 }
    columns:
      n: ordinal
```

Mended:

```yaml
synth: 1
tables:
  customers: { rows: 100, key: [id], columns: { id: sequence } }
  orders:
    per: customers
    count: { dist: normal, mean: 3, sd: 2, min: 0, max: 9 }
    columns:
      n: ordinal
```
"#,
    },
    CodeDef {
        code: "E0515",
        title: "a parameter has no effect",
        explanation: r#"Nothing is silently ignored: a parameter that is not read beside the others is an error.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: number, min: 0, max: 9, mean: 4 }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: number, dist: normal, mean: 4, sd: 1, min: 0, max: 9 }
```
"#,
    },
    CodeDef {
        code: "E0516",
        title: "a parameter is missing",
        explanation: r#"The law or the generator cannot do without it.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: number, dist: normal, mean: 4 }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: number, dist: normal, mean: 4, sd: 1 }
```
"#,
    },
    CodeDef {
        code: "E0517",
        title: "a mixture cannot hold this law",
        explanation: r#"The components of a mixture are plain laws: no histogram, no quantiles, no mixture.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: number, dist: mixture, of: [{ dist: mixture }] }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: number, dist: mixture, of: [{ dist: normal, mean: 1, sd: 1 }, { dist: normal, mean: 9, sd: 1 }] }
```
"#,
    },
    CodeDef {
        code: "E0525",
        title: "a file of values cannot be read",
        explanation: r#"Files that a spec names lie in its folder or below, are CSV in UTF-8 with a line of column names, and have at
most 64 MiB.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: list, file: ../plans.csv }
```
"#,
    },
    CodeDef {
        code: "E0526",
        title: "a file has no such column",
        explanation: r#"`column:` (or `weight:`) must name one of the columns of the file's first line; it may be left out only where
there is one.
"#,
    },
    CodeDef {
        code: "E0527",
        title: "a file has no values",
        explanation: r#"Below the line of column names there is nothing to draw from.
"#,
    },
    CodeDef {
        code: "E0528",
        title: "a text cannot have so many parts",
        explanation: r#"Words, sentences and characters are counted from 1 on.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: text.words, count: 0 }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: text.words, count: 2..5 }
```
"#,
    },
    CodeDef {
        code: "E0530",
        title: "a range holds no value",
        explanation: r#"Between the ends lies no value of the type, or no multiple of the step; or the digits that are asked for make
no number.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: number, type: int32, min: 0.2, max: 0.8 }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: number, type: int32, min: 0, max: 1 }
```
"#,
    },
    CodeDef {
        code: "E0531",
        title: "a rounding does not fit",
        explanation: r#"`round: 2` is a number of digits behind the point (`-3` for thousands), `round: 0.05` or `round: { step: 5 }`
a step. Integers have no digits behind the point, and a decimal no more than its type says.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: number, type: int32, min: 0, max: 100, round: 5 }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: number, type: int32, min: 0, max: 100, round: { step: 5 } }
```
"#,
    },
    CodeDef {
        code: "E0532",
        title: "weights make no choice",
        explanation: r#"Weights are numbers of at least 0, and not all 0: all of them percentages, or none.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: choice, of: { a: 60%, b: 40 } }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: choice, of: { a: 60%, b: 40% } }
```
"#,
    },
    CodeDef {
        code: "E0533",
        title: "a list has a value twice",
        explanation: r#"The values of a list are alike. To make one more likely than others, write a map with weights.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: choice, of: [a, a, b] }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: choice, of: { a: 2, b: 1 } }
```
"#,
    },
    CodeDef {
        code: "E0534",
        title: "a conditional choice does not fit its column",
        explanation: r#"Where the values of the `given` column are known, each needs an entry, and every entry a value; `_` stands for
all others.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      tier: { gen: choice, of: [free, paid] }
      x: { gen: choice, given: tier, of: { free: [0], payed: [9] } }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      tier: { gen: choice, of: [free, paid] }
      x: { gen: choice, given: tier, of: { free: [0], paid: [9] } }
```
"#,
    },
    CodeDef {
        code: "E0535",
        title: "a time does not fit an identifier",
        explanation: r#"UUIDs of version 7 and ULIDs begin with 48 bits of milliseconds since 1970.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: ulid, at: 1960-01-01 }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: ulid, at: 1970-01-01 }
```
"#,
    },
    CodeDef {
        code: "E0536",
        title: "a pattern cannot be generated",
        explanation: r#"A pattern describes whole texts of bounded length: it has no anchors, no flags, and no repetition without an
end.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: pattern, pattern: "[a-z]+" }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: pattern, pattern: "[a-z]{1,12}" }
```
"#,
    },
    CodeDef {
        code: "E0537",
        title: "a template cannot be used",
        explanation: r#"The template has an error of syntax, or uses a filter, test or function that there is not.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      n: sequence
      x: { gen: template, template: "{{ n|uper }}" }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      n: sequence
      x: { gen: template, template: "{{ n|upper }}" }
```
"#,
    },
    CodeDef {
        code: "E0540",
        title: "an end of a window has no known limits",
        explanation: r#"`from` or `to` names a column of which nothing says how early or late it may be, so that the plan cannot prove that no
row's window ends before it begins. Columns made by `datetime`, `date`, `arrivals` and `tick` have limits: those of their own windows.

Fails:

```yaml
synth: 1
tables:
  visits:
    rows: 10
    columns:
      day: { gen: expr, expr: "cast('2025-01-01' as date)" }
      at:  { gen: datetime, from: day, to: "day + 1d" }
```

Mended:

```yaml
synth: 1
tables:
  visits:
    rows: 10
    columns:
      day: { gen: date, from: 2025-01-01, to: 2025-01-31 }
      at:  { gen: datetime, from: day, to: "day + 1d" }
```
"#,
    },
    CodeDef {
        code: "E0541",
        title: "a window leaves the calendar",
        explanation: r#"Instants lie in the years 1 to 9999, on which text forms and databases agree. An offset has led beyond them.

Fails:

```yaml
synth: 1
tables:
  visits: { rows: 10, columns: { at: { gen: datetime, from: 2025-01-01, to: "2025-01-01 + 500000w" } } }
```

Mended:

```yaml
synth: 1
tables:
  visits: { rows: 10, columns: { at: { gen: datetime, from: 2025-01-01, to: "2025-01-01 + 50w" } } }
```
"#,
    },
    CodeDef {
        code: "E0542",
        title: "arrivals do not fit their window",
        explanation: r#"The most siblings that `count` allows, each `min_gap` behind the one before, need more time than the shortest window has. The
message says how much they need.

Fails:

```yaml
synth: 1
tables:
  machines: { rows: 10, columns: { id: sequence } }
  readings:
    per: machines
    count: 0..100
    columns: { at: { gen: arrivals, from: 2025-01-01, to: 2025-01-02, min_gap: 15m } }
```

Mended:

```yaml
synth: 1
tables:
  machines: { rows: 10, columns: { id: sequence } }
  readings:
    per: machines
    count: 0..90
    columns: { at: { gen: arrivals, from: 2025-01-01, to: 2025-01-02, min_gap: 15m } }
```
"#,
    },
    CodeDef {
        code: "E0543",
        title: "the window of arrivals would differ between siblings",
        explanation: r#"`arrivals` draws all siblings of a parent from one window and sorts them, so `from` and `to` cannot name a column of the same
table: name fixed instants or columns of the parent, or draw each row by itself with `gen: datetime`.

Fails:

```yaml
synth: 1
tables:
  machines: { rows: 10, columns: { id: sequence } }
  readings:
    per: machines
    count: 5
    columns:
      due: { gen: date, from: 2025-01-01, to: 2025-01-31 }
      at:  { gen: arrivals, from: due, to: "due + 1d" }
```

Mended:

```yaml
synth: 1
tables:
  machines: { rows: 10, columns: { due: { gen: date, from: 2025-01-01, to: 2025-01-31 } } }
  readings:
    per: machines
    count: 5
    columns:
      at: { gen: arrivals, from: machines.due, to: "machines.due + 1d" }
```
"#,
    },
    CodeDef {
        code: "E0544",
        title: "a length of time has no unit",
        explanation: r#"Parameters of `duration` that are lengths of time need a unit (`us`, `ms`, `s`, `m`, `h`, `d`, `w`), and laws of counts have
no place there.

Fails:

```yaml
synth: 1
tables:
  calls: { rows: 10, columns: { length: { gen: duration, dist: lognormal, median: 4, p95: 20 } } }
```

Mended:

```yaml
synth: 1
tables:
  calls: { rows: 10, columns: { length: { gen: duration, dist: lognormal, median: 4m, p95: 20m } } }
```
"#,
    },
    CodeDef {
        code: "E0550",
        title: "no row can have an IBAN",
        explanation: r#"The United States have no IBANs, and an IBAN of some other country would belie the row's address. In a table of
several locales such a row gets null; where all rows are American the column would hold nothing.

Fails:

```yaml
synth: 1
locale: en_US
tables:
  accounts:
    rows: 10
    columns:
      iban: finance.iban
```

Mended, with what an American account has:

```yaml
synth: 1
locale: en_US
tables:
  accounts:
    rows: 10
    columns:
      routing: finance.bank_code
      account: finance.account_number
```
"#,
    },
];
