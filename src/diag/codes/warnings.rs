//! `W..xx`: warnings.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[
    CodeDef {
        code: "W0301",
        title: "a division by zero, or an argument without a result, gives null",
        explanation: "Where a divisor may be zero, or an argument may lie outside its function's domain (`ln(0)`, `sqrt(-1)`, \
                      `make_date(2024, 2, 30)`), the value is null in such rows. A guard says that this is meant.\n\n\
                      ```yaml\nexpr: \"total / quantity\"             # warns where `quantity` may be 0\n\
                      expr: \"total / nullif(quantity, 0)\"  # does not\n```",
    },
    CodeDef {
        code: "W0302",
        title: "an overflow gives null",
        explanation: "Integers have 64 bits and decimals 38 digits; a result beyond them is null. Cast operands to fewer digits, or bound the \
                      columns that go in.\n\n```yaml\nexpr: \"id * 1000000000000\"                        # may overflow\n\
                      expr: \"cast(id as decimal(12,0)) * 1000000000000\"  # cannot\n```",
    },
    CodeDef {
        code: "W0303",
        title: "a failed cast gives null",
        explanation: "A value that the target type cannot hold becomes null.\n\n```yaml\n\
                      expr: \"cast(code as int32)\"               # null where `code` is no number\n\
                      expr: \"coalesce(cast(code as int32), 0)\"  # 0 there\n```",
    },
    CodeDef {
        code: "W0401",
        title: "a value may not fit its type",
        explanation: r#"Nothing bounds the values, so some may not fit the declared type; they become null. Bound the column that they
come from, or widen the type.
"#,
    },
    CodeDef {
        code: "W0501",
        title: "a conditional choice may meet other values",
        explanation: r#"The values of the `given` column are not known to the plan; one without an entry gives null. An entry `_` for
all others says what is meant.

Warns:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      n: sequence
      x: { gen: choice, given: n, of: { 1: [a] } }
```

Mended:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      n: sequence
      x: { gen: choice, given: n, of: { 1: [a], _: [b] } }
```
"#,
    },
    CodeDef {
        code: "W0502",
        title: "percentages do not sum to 100%",
        explanation: r#"They are taken in proportion, as weights are, but one is probably missing or mistyped.

Warns:

```yaml
synth: 1
tables:
  users:
    rows: 100
    columns:
      x: { gen: choice, of: { a: 60%, b: 30% } }
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
        code: "W0601",
        title: "a pin is beyond a shortened table",
        explanation: r#"A profile or `--set` gives the table fewer rows than the pin's key needs. The pin is left out of this build.
"#,
    },
    CodeDef {
        code: "W1201",
        title: "a fact of a description is not used",
        explanation: "\
Every number, share, time, quoted text and enumerated value of a description is either in the draft, or in words that the draft quotes
as evidence, or in what it says that it cannot express. This one is in none of them. With `--strict` this is an error.

Say in a sentence of its own what it is about, or edit the spec by hand.
",
    },
    CodeDef {
        code: "W1202",
        title: "a draft quotes what the description does not say",
        explanation: "\
Whatever a drafter calls stated must quote words of the description; code looks whether they are there, without regard to case, white
space, and the forms of quotes and dashes. These are not, so the quotation is dropped, and what nothing else bears is an assumption
from then on. With `--strict` this is an error.

Look at the assumptions above the draft; where one is wrong, say what is meant in the description, or edit the spec.
",
    },
    CodeDef {
        code: "W1203",
        title: "words of a description were not understood",
        explanation: "\
The offline drafter reads constructions that it knows; nothing in the draft comes from the words that it names. It never guesses. With
`--strict` this is an error.

Say it in other words, in one sentence a fact: `Each member has 1 to 3 contracts.` Or edit the spec by hand, or let a model draft.
",
    },
    CodeDef {
        code: "W1260",
        title: "others can read a key file",
        explanation: r#"The permissions of the file let its group or everybody read the key. `chmod 600` takes that away.

Warns: a file of `--api-key-file` with the mode 644. Mended: the mode 600.
"#,
    },
];
