//! `E05xx`: domains, ranges and counts that cannot hold.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[
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
];
