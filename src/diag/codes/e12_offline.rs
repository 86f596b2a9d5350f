//! `E1220` to `E1239`: what the offline drafter refuses.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[
    CodeDef {
        code: "E1220",
        title: "a description is too long",
        explanation: r#"Without a model, a description of up to 128 kB is read. A description says what data is like; data itself (a dump, a log, a
sample) does not belong into it.

Shorten the description, or describe the tables of a long one a few at a time and carry them into one spec with
`synth draft --revise spec.yaml "..."`.
"#,
    },
    CodeDef {
        code: "E1221",
        title: "a table has two row counts",
        explanation: r#"The description gives two numbers for the rows of one table, and nothing says which holds:

```text
500 customers with name and email. ... The 800 customers live in Spain.
```

Keep one of the two. Where a part of the rows is meant, say so as a share: "a fifth of the customers live in Spain".
"#,
    },
    CodeDef {
        code: "E1222",
        title: "a total does not fit the numbers per row",
        explanation: r#"The description says how many rows there are of a table, how many there are of its parent, and how many each parent has, and
the three do not go together:

```text
100 customers and 5,000 orders; each customer has 1 to 3 orders.
```

At most 300 orders are possible here. Change one of the three numbers or leave the total out.
"#,
    },
];
