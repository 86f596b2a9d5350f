//! `E1201` to `E1219`: drafts and how they become specs.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[
    CodeDef {
        code: "E1201",
        title: "a draft is no JSON",
        explanation: "\
A model's answer must be one JSON object by the schema of drafts. It was cut off, or something stands before or behind it.

Fails: `Here is your draft: {`. Mended: the object alone. `synth draft` asks the model again, at most twice.
",
    },
    CodeDef {
        code: "E1202",
        title: "a value of a draft has the wrong form",
        explanation: "\
A property is missing without which an entry says nothing, a number is none, or a name is not among those that the schema lists. What
can only mean one thing is read so: `\"2,000\"` is a number of rows, `\"10%\"` a share, `Stated` is `stated`.

Fails: `\"rows\": \"many\"`. Mended: `\"rows\": 100`.
",
    },
    CodeDef {
        code: "E1203",
        title: "a draft names an unknown generator",
        explanation: "\
Each column of a draft names one of the generators that `synth generators` lists. Slips and the names that other tools use are
resolved (`fullname` is `person.full_name`); this name is near none of them.

Fails: `\"generator\": \"horoscope\"`. Mended: `\"generator\": \"choice\"` with the twelve signs under `choices`.
",
    },
    CodeDef {
        code: "E1204",
        title: "a draft names a table or column that it does not have",
        explanation: "\
Relationships and rules tie tables and columns of the same draft. A slip or a plural is resolved; this name is near none of them.

Fails: a relationship with `\"parent_table\": \"zebras\"` in a draft of members and contracts. Mended: `\"parent_table\": \"members\"`.
",
    },
    CodeDef {
        code: "E1205",
        title: "a generator of a draft lacks a parameter",
        explanation: "\
Some generators make nothing without a parameter: `pattern` needs its pattern, `choice` its values, `constant` its value.

Fails: `\"generator\": \"pattern\", \"params\": []`. Mended: `\"params\": [{\"key\": \"pattern\", \"value\": \"[A-Z]{3}\"}]`.
",
    },
    CodeDef {
        code: "E1206",
        title: "a draft has no table, or a table no column",
        explanation: "\
There is nothing to make.

Fails: `\"tables\": []`. Mended: a table for each kind of thing of which the description speaks.
",
    },
    CodeDef {
        code: "E1207",
        title: "a rule of a draft cannot be read",
        explanation: "\
A comparison is two columns with `<`, `<=`, `>`, `>=` or `<>` between them and, of times, a distance behind the second; an aggregate is
`sum`, `count`, `min`, `max`, `avg`, `first` or `last` of a column of owned children.

Fails: `\"kind\": \"compare\", \"expression\": \"paid soon\"`. Mended: `\"expression\": \"paid_at <= issued_at + 30d\"`.
",
    },
    CodeDef {
        code: "E1208",
        title: "a rule of a draft contradicts the bounds of its columns",
        explanation: "\
Values are made so that they hold, not tried until they do; where no value can, the draft is refused with the arithmetic.

Fails: a cost of 50 to 90 that is below a price of 10 to 40. Mended: a cost of 5 to 30, or a higher price.
",
    },
    CodeDef {
        code: "E1209",
        title: "a table of a draft cannot have as many rows as were said",
        explanation: "\
The rows of an owned table follow from its owner's: as many as there are owners, times the children of each.

Fails: 500 contracts of 100 members with 1 to 3 contracts each, which makes 300 at most. Mended: 1 to 10 contracts each, or 250 contracts.
",
    },
    CodeDef {
        code: "E1211",
        title: "a draft names an unknown locale or output format",
        explanation: "\
`synth formats` lists the formats; the locales are those of the schema.

Fails: `\"outputs\": [\"pdf\"]`. Mended: `\"outputs\": [\"xlsx\"]`.
",
    },
];
