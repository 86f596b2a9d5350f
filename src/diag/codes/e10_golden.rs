//! `E10xx`: goldens.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[
    CodeDef {
        code: "E1001",
        title: "data differ from their golden",
        explanation: "\
The spec, or a file that it names, makes other data than when `synth golden update` was last run. The finding says which cells differ,
how many they are, the first of them with its row (counted from 0, as in `synth build --rows`), and the line of the spec that did
it. Rows are compared by their identity: rows that came or went before one do not change it.

If the change is meant, run `synth golden update` with the same paths and commit what it writes; the difference of the lock shows
in review what the edit has done. If it is not, `synth diff` between the old spec and the new one says what the edit can reach.
",
    },
    CodeDef {
        code: "E1002",
        title: "a golden is damaged",
        explanation: "\
A `synth.lock` carries a checksum of itself and of the files beside it. This one has been edited by hand, cut short, or belongs to
other files: what it says cannot be trusted, and nothing was compared. Get it back from version control, or write it anew with `synth
golden update` and look at the difference before you commit it.
",
    },
    CodeDef {
        code: "E1003",
        title: "a spec has no golden, or a golden no spec",
        explanation: "\
`synth golden check SPECS GOLDEN` wants a golden for every spec, and a spec for every golden: `specs/shop.yaml` belongs to
`golden/shop/`. A new spec gets its golden by `synth golden update`; the golden of a spec that is gone is removed by hand, so that
nobody loses one by a typing error.
",
    },
    CodeDef {
        code: "E1004",
        title: "the same spec makes other data",
        explanation: "\
Neither the spec nor the files that it names have changed since the lock, yet the data have. Within an edition of the language no
release of synth may change a value, nor a byte of CSV: this is a bug; please report it with the spec and both versions.
",
    },
    CodeDef {
        code: "E1005",
        title: "two specs would share a golden",
        explanation: "\
A spec's golden has the spec's path below the folder that was named: of `a/shop.yaml` and `b/shop.yaml` both would be `golden/shop/`, as
would those of `shop.yaml` and `shop.yml`, and each update would overwrite the other's. Name the folder that holds both (`.`
instead of `a b`), or rename one of them.
",
    },
];
