//! `E08xx`: the command line, and what a build is asked for.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[
    CodeDef {
        code: "E0801",
        title: "there is no such table",
        explanation: "\
`--table` names a table that the spec does not have. Names are written as they stand under `tables:`.

Fails: `synth build shop.yaml --table user --format csv -o out/` where the table is called `users`.
Mended: `synth build shop.yaml --table users --format csv -o out/`.
",
    },
    CodeDef {
        code: "E0802",
        title: "a build has nowhere to write to",
        explanation: "\
A build writes what the spec lists under `outputs:`, or what the command line says with `--format` and `-o`. There is neither.

Fails: `synth build shop.yaml` where the spec has no `outputs:`. Mended: `synth build shop.yaml --format csv -o out/`, or
in the spec

```yaml
outputs:
  csv: { format: csv, path: \"out/{table}.csv\" }
```
",
    },
    CodeDef {
        code: "E0803",
        title: "the output's format is not known",
        explanation: "\
`-o` names a file whose extension says the format, as `users.parquet` does. A folder, standard output or another extension says
none, so `--format` must.

Fails: `synth build shop.yaml -o out/`. Mended: `synth build shop.yaml --format csv -o out/`.
",
    },
    CodeDef {
        code: "E0804",
        title: "a range of rows is of one table",
        explanation: "\
`--rows` counts the rows of one table, but the build has several. Name the table. To cut a whole build into parts whose rows belong
together, use `--shard`.

Fails: `synth build shop.yaml --rows 0..100 --format csv -o out/`.
Mended: `synth build shop.yaml --table orders --rows 0..100 --format csv -o out/`.
",
    },
    CodeDef {
        code: "E0805",
        title: "a range of rows goes beyond the table",
        explanation: "\
Rows are counted from 0, and the end of a range is not included: a table with 100 rows has the rows `0..100`. `90..` means from row 90
to the end. `synth plan` shows how many rows a table has.

Fails: `--rows 90..110` for a table with 100 rows. Mended: `--rows 90..`.
",
    },
    CodeDef {
        code: "E0806",
        title: "an output names a table that does not exist",
        explanation: "\
`tables:` of an output limits it to some tables of the spec, by their names.

```yaml
tables:
  users: { rows: 10, columns: { id: sequence } }
outputs:
  csv: { format: csv, path: \"out/{table}.csv\", tables: [user] }   # E0806
```

```yaml
tables:
  users: { rows: 10, columns: { id: sequence } }
outputs:
  csv: { format: csv, path: \"out/{table}.csv\", tables: [users] }
```
",
    },
    CodeDef {
        code: "E0807",
        title: "`format:` does not fit the column's type",
        explanation: "\
`format:` says how text formats write a column: `%d/%m/%Y` and the like for dates and times, `%.2f` and the like for numbers. Texts and
booleans have no other form.

```yaml
tables:
  users: { rows: 10, columns: { id: { gen: sequence, format: \"%Y\" } } }   # E0807
```

```yaml
tables:
  users: { rows: 10, columns: { id: { gen: sequence, format: \"%05d\" } } }
```
",
    },
    CodeDef {
        code: "E0808",
        title: "a new spec cannot be written",
        explanation: "\
`synth new` makes a new file and replaces none. Choose another name, remove the old file, or make the folder.

Fails: `synth new shop` where `shop.yaml` exists. Mended: `synth new shop2`.
",
    },
    CodeDef {
        code: "E0809",
        title: "a place holder of an output path has no value",
        explanation: "\
`{name}` in an output path stands for the spec's `name:`, which must be there and be one file name: no slash, no backslash, no colon, not
`.` or `..`.

```yaml
synth: 1
tables: { users: { rows: 10, columns: { id: sequence } } }
outputs:
  csv: { format: csv, path: \"out/{name}/{table}.csv\" }   # E0809
```

```yaml
synth: 1
name: shop
tables: { users: { rows: 10, columns: { id: sequence } } }
outputs:
  csv: { format: csv, path: \"out/{name}/{table}.csv\" }
```
",
    },
    CodeDef {
        code: "E0810",
        title: "there is nothing of this name to look up",
        explanation: "\
`synth explain`, `synth generators` and `synth formats` describe codes, generators and formats by their names. Without a name they list
all there are.

Fails: `synth generators person.emial`. Mended: `synth generators person.email`.
",
    },
    CodeDef {
        code: "E0811",
        title: "standard output is taken",
        explanation: "\
`--json` prints its summary on standard output, and `-o -` the data. Both at once would mix them.

Fails: `synth build shop.yaml --table users --format csv -o - --json`. Mended: write the data to a file, or leave out `--json`.
",
    },
    CodeDef {
        code: "E0812",
        title: "a manifest needs a folder, and a rule for Make needs files",
        explanation: "\
`manifest: true`, `--manifest` and `--if-changed` work with a `manifest.json` in the output's folder. Standard output, devices and
pipes have none. `--depfile` says what files depend on, and a stream is none.

```console
$ synth build shop.yaml --table users --format csv -o - --manifest   # E0812
$ synth build shop.yaml --format csv -o out/ --manifest
```
",
    },
    CodeDef {
        code: "E0813",
        title: "a manifest cannot be read",
        explanation: "\
There is a `manifest.json` where a build would leave its own, but it is not one of synth's, it is damaged, or a later release has
written it. It is not touched: another tool may need it. Write to another folder, remove the file, or say `--overwrite`.
",
    },
];
