//! `E07xx`: output formats, paths and files.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[
    CodeDef {
        code: "E0701",
        title: "unknown output format",
        explanation: "\
`format:` or `--format` names a format that does not exist. `synth formats` lists them.

```yaml
outputs:
  tables: { format: tsv, path: \"out/{table}.tsv\" }   # E0701
```

Tab-separated values are an option of `csv`:

```yaml
outputs:
  tables: { format: csv, delimiter: \"\\t\", path: \"out/{table}.tsv\" }
```
",
    },
    CodeDef {
        code: "E0702",
        title: "an option of an output format cannot be used",
        explanation: "\
The option does not exist, has a value of the wrong kind, or would make files that cannot be read back, such as a letter as the
delimiter of a CSV file. A path that ends in `.gz` or `.zst` says how a text file is compressed, and `compression:` is not to say
otherwise.

```yaml
outputs:
  csv: { format: csv, path: \"out/{table}.csv\", delimiter: \"a\" }   # E0702
```

```yaml
outputs:
  csv: { format: csv, path: \"out/{table}.csv\", delimiter: \";\" }
```
",
    },
    CodeDef {
        code: "E0703",
        title: "a format cannot hold a table or column",
        explanation: "\
The format has no way to write a type, a name or a key of the table. This is found before the first row is made. Choose another
type for the column, another name, or another format.
",
    },
    CodeDef {
        code: "E0704",
        title: "an output path cannot be used",
        explanation: "\
A path template knows the place holders `{table}`, `{name}` (the spec's) and `{seed}`. A table's name that becomes part of a path must be one file name: a slash, a
backslash, a colon, a control character, `.` and `..` are refused, so that no table writes outside the folder that the
template names.

```yaml
tables:
  ../users: { rows: 10, columns: { id: sequence } }
outputs:
  csv: { format: csv, path: \"out/{table}.csv\" }   # E0704
```
",
    },
    CodeDef {
        code: "E0705",
        title: "two files of a build have the same path",
        explanation: "\
Two outputs, two tables of an output, or a table and a manifest would be written to one path, or to paths that differ in capitals
only: some file systems do not tell them apart.

```yaml
outputs:
  a: { format: csv, path: \"out/{table}.txt\" }
  b: { format: ndjson, path: \"out/{table}.txt\" }   # E0705
```

```yaml
outputs:
  a: { format: csv, path: \"out/{table}.csv\" }
  b: { format: ndjson, path: \"out/{table}.ndjson\" }
```
",
    },
    CodeDef {
        code: "E0706",
        title: "an output file exists already",
        explanation: "\
Nothing is replaced without being told so. Remove the file, choose another path, or say `--overwrite`; then the old file stays until
the new one is whole.
",
    },
    CodeDef {
        code: "E0707",
        title: "one file would have to hold several tables",
        explanation: "\
SQL and XML hold several tables in one file, and JSON does with `document: true`. For the others the path must have `{table}` in it, or the
build be limited to one table. Standard output is one file, too.

```yaml
outputs:
  csv: { format: csv, path: \"out/shop.csv\" }   # E0707 when the spec has several tables
```

```yaml
outputs:
  csv: { format: csv, path: \"out/{table}.csv\" }
```
",
    },
    CodeDef {
        code: "E0708",
        title: "an output file cannot be written",
        explanation: "\
The operating system refuses to make the file or its folder: missing rights, a read-only or full disk, a folder of that name, a name that
is too long. All files are opened before the first row is made, and removed again when a build fails.
",
    },
    CodeDef {
        code: "E0709",
        title: "rows cannot be spread by a column",
        explanation: "\
`partition_by` names columns whose values become folders such as `country=DE`, and which are left out of the files. They are visible
columns of every table of the output, with texts, integers, booleans or dates; at least one other column is left.

```yaml
outputs:
  lake: { format: parquet, path: \"lake/{table}.parquet\", partition_by: [price] }   # E0709: a decimal
```

```yaml
outputs:
  lake: { format: parquet, path: \"lake/{table}.parquet\", partition_by: [country], tables: [customers] }
```
",
    },
    CodeDef {
        code: "E0710",
        title: "a table cannot be written in parts",
        explanation: "\
`split` and `partition_by` write each table in parts, each a whole file: `out/{table}.csv` becomes `out/users/part-00001.csv`, and
so on, or the number stands where the path has `{part}`. Every table needs paths of its own, so the path has `{table}`; a stream has
no parts; formats that are not text can be split by rows only; parts of SQL add rows to tables that exist (`create: false`).

```yaml
outputs:
  parquet: { format: parquet, path: \"out/{table}.parquet\", split: { bytes: 256MB } }   # E0710
```

```yaml
outputs:
  parquet: { format: parquet, path: \"out/{table}.parquet\", split: { rows: 1M } }
```
",
    },
];
