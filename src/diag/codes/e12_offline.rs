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
    CodeDef {
        code: "E1223",
        title: "a range in a description ends before it begins",
        explanation: r#"No number lies between the two bounds that the description gives. Which of them is the slip cannot be known, so that
nothing is swapped in silence.

Fails: `synth draft "members with an age from 90 to 18"`. Mended: `synth draft "members with an age from 18 to 90"`.
"#,
    },
    CodeDef {
        code: "E1224",
        title: "a description asks for more distinct values than there are",
        explanation: r#"A column is said not to repeat, and it is said which values it takes, and there are fewer of these than rows. The finding
shows the arithmetic: 500 rows need 500 distinct values; 1 to 50 has 50. Empty values do not count.

Fails: `synth draft "500 seats with distinct numbers from 1 to 50"`. Mended: `synth draft "500 seats with distinct numbers from 1 to 500"`.
"#,
    },
    CodeDef {
        code: "E1225",
        title: "a description says two different things of one column",
        explanation: r#"Two ranges, two windows of time or two shares are said of one column, and nothing says for which rows each holds.

Fails: `synth draft "members with an age from 18 to 90. Ages lie between 20 and 30."`. Mended: one of the two, or
`synth draft "members with an age of 18 to 25 for students and 26 to 90 for everyone else"`.
"#,
    },
    CodeDef {
        code: "E1226",
        title: "a column is required and missing in a description",
        explanation: r#"The description says that a column is always there and, elsewhere, that some of its values are missing.

Fails: `synth draft "members with a required phone. The phone is missing for 5%."`. Mended: one of the two.
"#,
    },
    CodeDef {
        code: "E1228",
        title: "a share of rows is not between 0% and 100%",
        explanation: r#"A share says how many rows of a hundred something holds for.

Fails: `synth draft "members with a phone that is missing for 120%"`. Mended: `synth draft "members with a phone that is missing for 12%"`.
"#,
    },
    CodeDef {
        code: "E1229",
        title: "the shares of a column exceed 100%",
        explanation: r#"Each row has one value of a list, so that the shares of the values come to 100% at most. The finding adds up what was said,
in one place or in several.

Fails: `synth draft "orders with a status: 70% open, 50% closed"`. Mended: `synth draft "orders with a status: 70% open, the rest closed"`.
"#,
    },
];
