//! `E01xx`: reading the file and its YAML.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[
    CodeDef {
        code: "E0101",
        title: "the file cannot be read",
        explanation: r#"The path names no file, a folder, or a file that you may not read. A path is relative to the folder in which the command
runs. `-` reads the spec from standard input.

Fails: `synth check spec.yml` where the file is called `spec.yaml`. Mended: `synth check spec.yaml`.
"#,
    },
    CodeDef {
        code: "E0102",
        title: "there is no spec in the file",
        explanation: r#"The file is empty or holds nothing but comments. The least that a spec needs is its edition and a table.

Fails:

```yaml
# to be written
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
        code: "E0103",
        title: "the file is not text",
        explanation: r#"The file has a NUL byte, so it is a binary file, or text as UTF-16. A spec is UTF-8 text.

Fails: `synth check out/shop.parquet`. Mended: `synth check shop.yaml`, or save the UTF-16 file as UTF-8.
"#,
    },
    CodeDef {
        code: "E0104",
        title: "the file is not UTF-8",
        explanation: r#"A spec is UTF-8 text, with or without a byte-order mark. The message has the offset and the line of the first byte that is
not, most often an accented letter of a file that was saved as Latin-1 or Windows-1252.

Fails: `name: Müller` saved as Latin-1. Mended: the same text saved as UTF-8.
"#,
    },
    CodeDef {
        code: "E0105",
        title: "the file is too large",
        explanation: r#"A spec is read by people, so its size is limited to 4 MiB. What makes it larger is data: long lists of values belong into a
CSV file that the spec names.

Fails: `gen: choice` with a million values under `of:`. Mended: `{ gen: list, file: cities.csv, column: city }`.
"#,
    },
    CodeDef {
        code: "E0106",
        title: "the text is not YAML",
        explanation: r#"Brackets, quotes, colons or indentation do not add up. The place in the message is where the reader could not go on; the
slip is often on the line above.

Fails:

```yaml
synth: 1
tables: { users: { rows: 100
```

Mended:

```yaml
synth: 1
tables: { users: { rows: 100 } }
```
"#,
    },
    CodeDef {
        code: "E0107",
        title: "a key stands twice in one mapping",
        explanation: r#"Which of the two values would count is a matter of taste among YAML readers, so neither does. Remove or rename one.

Fails:

```yaml
synth: 1
seed: 1
seed: 2
```

Mended:

```yaml
synth: 1
seed: 2
```
"#,
    },
    CodeDef {
        code: "E0108",
        title: "an alias copies too much or itself",
        explanation: r#"Anchors (`&name`) and aliases (`*name`) copy a value. A copy that contains itself has no end, and aliases of aliases grow
without bound, so all copies together are limited to 100,000 values and 16 MiB of text.

Fails:

```yaml
synth: 1
tables: &all { again: *all }
```

Mended:

```yaml
synth: 1
tables:
  users: { rows: 100, columns: &columns { id: sequence } }
  guests: { rows: 20, columns: *columns }
```
"#,
    },
    CodeDef {
        code: "E0109",
        title: "merge keys are not supported",
        explanation: r#"`<<` merges mappings in YAML 1.1; YAML 1.2 does not know it. Write the entries out, or use an alias for a whole value.

Fails:

```yaml
base: &base { rows: 100 }
users:
  <<: *base
```

Mended:

```yaml
base: &base { rows: 100 }
users: *base
```
"#,
    },
    CodeDef {
        code: "E0110",
        title: "values are nested too deeply",
        explanation: r#"Lists and mappings may nest 128 levels deep, aliases included. No spec comes near; a file that does is damaged or hostile.

Fails:

```yaml
[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
```

Mended:

```yaml
values: [1, 2, 3]
```
"#,
    },
    CodeDef {
        code: "E0111",
        title: "there is more than one document",
        explanation: r#"`---` begins another YAML document, but a spec is one. Put each spec into a file of its own. A single `---` at the top is
fine.

Fails:

```yaml
synth: 1
---
synth: 1
```

Mended:

```yaml
---
synth: 1
```
"#,
    },
    CodeDef {
        code: "E0112",
        title: "tags have no meaning",
        explanation: r#"YAML tags such as `!!str` or `!Ref` change how a value is read. Here a column's type comes from `type:` or its generator,
so tags are refused. Quote a text that begins with `!`.

Fails:

```yaml
name: !!str shop
hint: !important
```

Mended:

```yaml
name: shop
hint: "!important"
```
"#,
    },
    CodeDef {
        code: "E0113",
        title: "a key is not plain text",
        explanation: r#"Keys are text. A list, a mapping or an alias cannot be one, and none can be left out. The usual cause is a template's braces
without quotes: YAML reads `{{ name }}` as a mapping whose key is a mapping.

Fails:

```yaml
template: {{ name }}
```

Mended:

```yaml
template: "{{ name }}"
```
"#,
    },
    CodeDef {
        code: "E0114",
        title: "a tab cannot indent",
        explanation: r#"YAML indents with spaces only, because tabs have no agreed width. Let the editor insert spaces for tabs.

Fails:

```yaml
synth: 1
tables:
	users: {}
```

Mended:

```yaml
synth: 1
tables:
  users: {}
```
"#,
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SpecSource, parse};

    /// The YAML block that follows a word in an explanation.
    fn example<'t>(text: &'t str, word: &str) -> Option<&'t str> {
        let (_, behind) = text.split_once(&format!("\n{word}:\n\n```yaml\n"))?;
        behind.split_once("```").map(|(block, _)| block)
    }

    #[test]
    fn failing_examples_fail_with_their_code_and_mended_ones_parse() {
        for def in CODES {
            let Some(fails) = example(def.explanation, "Fails") else { continue };
            let found = parse(&SpecSource::from_text("x.yaml", fails)).expect_err(def.code);
            assert!(found.iter().all(|finding| finding.code == def.code), "{}: {found:?}", def.code);
            let mended = example(def.explanation, "Mended").expect(def.code);
            assert!(parse(&SpecSource::from_text("x.yaml", mended)).is_ok(), "{}", def.code);
        }
    }
}
