//! `E02xx`: the shape of the spec, by its JSON Schema.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[
    CodeDef {
        code: "E0201",
        title: "a key is unknown",
        explanation: r#"The sets of keys are closed: a key that nothing reads is an error and never silently ignored. Which keys there are depends
on the place; in a column it depends on `gen:`.

Fails:

```yaml
synth: 1
tables:
  users: { row: 100, columns: { id: sequence } }
```

Mended:

```yaml
synth: 1
tables:
  users: { rows: 100, columns: { id: sequence } }
```
"#,
    },
    CodeDef {
        code: "E0202",
        title: "a key is missing",
        explanation: r#"This mapping cannot do without the key that the message names.

Fails:

```yaml
synth: 1
tables:
  users: { rows: 100, columns: { plan: { gen: choice } } }
```

Mended:

```yaml
synth: 1
tables:
  users: { rows: 100, columns: { plan: { gen: choice, of: [free, paid] } } }
```
"#,
    },
    CodeDef {
        code: "E0203",
        title: "a generator is unknown",
        explanation: r#"`gen:` (or the text that stands for a whole column) must name one of the generators. `synth generators` lists them.

Fails:

```yaml
synth: 1
tables:
  users: { rows: 100, columns: { email: person.emial } }
```

Mended:

```yaml
synth: 1
tables:
  users: { rows: 100, columns: { email: person.email } }
```
"#,
    },
    CodeDef {
        code: "E0204",
        title: "a value has the wrong type",
        explanation: r#"The value is, say, a list where a number is expected. Types follow the YAML 1.2 core schema: `yes`, `no`, `on` and `True`
are text; only `true` and `false` are booleans; what stands in quotes is text.

Fails:

```yaml
synth: 1
tables:
  users: { rows: 100, columns: { id: { gen: sequence, unique: yes } } }
```

Mended:

```yaml
synth: 1
tables:
  users: { rows: 100, columns: { id: { gen: sequence, unique: true } } }
```
"#,
    },
    CodeDef {
        code: "E0205",
        title: "a value is not allowed here",
        explanation: r#"The value has the right type but is none of those that are possible here.

Fails:

```yaml
synth: 1
tables:
  users: { rows: 100, columns: { age: { gen: number, dist: normol, mean: 40, sd: 9 } } }
```

Mended:

```yaml
synth: 1
tables:
  users: { rows: 100, columns: { age: { gen: number, dist: normal, mean: 40, sd: 9 } } }
```
"#,
    },
    CodeDef {
        code: "E0206",
        title: "a number is out of bounds",
        explanation: r#"The number is smaller or larger than what makes sense here. A rate goes from 0 to 1; a percentage needs its `%`.

Fails:

```yaml
synth: 1
tables:
  users: { rows: 100, columns: { phone: { gen: person.phone, null: 12 } } }
```

Mended:

```yaml
synth: 1
tables:
  users: { rows: 100, columns: { phone: { gen: person.phone, null: 12% } } }
```
"#,
    },
    CodeDef {
        code: "E0207",
        title: "a text has the wrong form",
        explanation: r#"The text is read further, as a duration, an instant, a type or the like, and does not have that form.

Fails:

```yaml
synth: 1
now: July 2025
tables:
  users: { rows: 100, columns: { id: sequence } }
```

Mended:

```yaml
synth: 1
now: 2025-07-01
tables:
  users: { rows: 100, columns: { id: sequence } }
```
"#,
    },
    CodeDef {
        code: "E0208",
        title: "too few or too many entries",
        explanation: r#"A list, a mapping or a text has fewer or more entries than are possible here, or has the same one twice where all must
differ.

Fails:

```yaml
synth: 1
tables:
  users: { rows: 100, columns: { plan: { gen: choice, of: [] } } }
```

Mended:

```yaml
synth: 1
tables:
  users: { rows: 100, columns: { plan: { gen: choice, of: [free, paid] } } }
```
"#,
    },
    CodeDef {
        code: "E0209",
        title: "keys do not go together",
        explanation: r#"Two keys of one mapping say the same thing in two ways, or contradict each other, so only one of them can stay; or one key
is there without another that it needs, or stands in the wrong place.

Fails:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      id: sequence
      plan:
        gen: choice
        of: [free, paid]
        when: [{ if: "id < 10", gen: constant, value: free }, { gen: constant, value: paid }]
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      id: sequence
      plan:
        when: [{ if: "id < 10", gen: constant, value: free }, { gen: choice, of: [free, paid] }]
```
"#,
    },
    CodeDef {
        code: "E0210",
        title: "the spec does not fit the schema",
        explanation: r#"The JSON Schema of the spec language refuses this value, and there are no better words for why. Compare it with the
examples of the language page; `synth schema` prints the schema itself.
"#,
    },
];
