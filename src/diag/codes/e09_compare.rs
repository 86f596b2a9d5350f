//! `E09xx`: comparing outputs, and reading data back.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[
    CodeDef {
        code: "E0901",
        title: "a spec cannot be compared with data",
        explanation: "\
`synth diff` compares two specs, or two outputs. A path that ends in `.yaml` or `.yml` is a spec, every other one is data.

Fails: `synth diff shop.yaml out/`. Mended: `synth diff old.yaml new.yaml`, or `synth diff out/ other/`.
",
    },
    CodeDef {
        code: "E0902",
        title: "data cannot be read",
        explanation: "\
A file or folder that is to be read is not there, may not be read, or the disk fails. The note says what the system said.

Fails: `synth diff old.csv nwe.csv`. Mended: `synth diff old.csv new.csv`.
",
    },
    CodeDef {
        code: "E0903",
        title: "the file is of no known format",
        explanation: "\
The extension of a file says its format: `.csv`, `.json`, `.ndjson`, `.parquet` and so on, the texts also with `.gz` or `.zst`
behind. In a folder other files are left out, and so are descriptions of data such as `manifest.json`; but some file must be left.

Fails: `synth diff a.txt b.txt`. Mended: `synth diff a.csv b.csv`.
",
    },
    CodeDef {
        code: "E0904",
        title: "data are damaged",
        explanation: "\
A file is not what its extension says: it is cut short, a row has too few or too many cells, a quote is never closed, the bytes are
not UTF-8, or a checksum is wrong. The note says where.

Fails: a CSV file with the lines `id,name` and `1`. Mended: `id,name` and `1,Ann`.
",
    },
    CodeDef {
        code: "E0905",
        title: "an option of the readers makes no sense",
        explanation: "\
`--option` of `synth diff` tells how CSV is to be read: `delimiter` (one character, found from the header when it is not said),
`header` (`true` or `false`) and `null` (the text of a null, usually nothing).

Fails: `--option delimiter=;;`. Mended: `--option 'delimiter=;'`.
",
    },
    CodeDef {
        code: "E0906",
        title: "a comparison names what is not there",
        explanation: "\
`--key` and `--tolerance` of `synth diff` name tables and columns that both sides have.

Fails: `synth diff a.csv b.csv --key nmae` where the columns are `id` and `name`. Mended: `--key name`.
",
    },
    CodeDef {
        code: "E0907",
        title: "rows cannot be paired, for the key is not unique",
        explanation: "\
Two rows of one side have the same key, so that nobody can tell which of them is the partner of a row on the other side. The key is
the one of `--key`, else that of the spec or of the files.

Fails: `synth diff a.csv b.csv --key name` where two rows are called Ann. Mended: `--key id`, or `--by-position`.
",
    },
    CodeDef {
        code: "E0908",
        title: "a table is there twice",
        explanation: "\
A folder holds files of different formats for one table, such as `users.csv` and `users.parquet`. Files of one format are parts of
the table; these would hold its rows twice.

Fails: `synth diff out/ other/` where `out/` has `users.csv` and `users.parquet`. Mended: `synth diff out/users.csv other/`.
",
    },
    CodeDef {
        code: "E0909",
        title: "a tolerance is no number",
        explanation: "\
`--tolerance` says by how much numbers may differ: `1e-9`, or `price=0.01` for one column. It is not negative. A pair of numbers is
equal when they differ by no more than this, or by no more than this times the larger one.

Fails: `--tolerance price=little`. Mended: `--tolerance price=0.01`.
",
    },
    CodeDef {
        code: "E0940",
        title: "an option has no effect on what is compared",
        explanation: "\
`synth diff` compares specs or data. `--markdown`, `--profile`, `--seed` and `--set` are about specs; `--key`, `--by-position`,
`--spec`, `--tolerance` and `--option` are about data.

Fails: `synth diff old.yaml new.yaml --key id`. Mended: `synth diff old.yaml new.yaml`.
",
    },
];
