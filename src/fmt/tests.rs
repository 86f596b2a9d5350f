//! What formatting keeps, over all specs of the project and hand-made ones.

use std::path::{Path, PathBuf};

use super::*;

fn try_formatted(text: &str) -> Result<String, Diagnostics> {
    format(&SpecSource::from_text("spec.yaml", text), Shorthands::Keep)
}

/// The formatted text, which formatting again leaves as it is.
#[track_caller]
fn formatted(text: &str) -> String {
    let once = try_formatted(text).unwrap_or_else(|found| panic!("{found:#?}\n{text}"));
    let twice = try_formatted(&once).unwrap_or_else(|found| panic!("{found:#?}\n{once}"));
    assert_eq!(twice, once, "not stable, from\n{text}");
    once
}

/// Every YAML file of the project that parses.
fn specs() -> Vec<(PathBuf, SpecSource)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["specs", "specs/generators", "tests/bad", "src/cli"];
    let entries = folders.iter().flat_map(|folder| std::fs::read_dir(root.join(folder)).expect("a folder"));
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let yaml = paths.filter(|path| path.extension().is_some_and(|end| end == "yaml"));
    let read = yaml.filter_map(|path| Some((path.clone(), SpecSource::read(&path).ok()?)));
    read.filter(|(_, source)| source::parse(source).is_ok()).collect()
}

#[test]
fn every_spec_is_stable_after_one_run() {
    let specs = specs();
    assert!(specs.len() > 100);
    for (_, source) in specs {
        formatted(&source.text);
    }
}

#[test]
fn specs_of_the_project_are_formatted() {
    for (path, source) in specs().into_iter().filter(|(path, _)| !path.to_string_lossy().contains("bad")) {
        assert!(formatted(&source.text) == source.text, "run `synth fmt {}`", path.display());
    }
}

/// The text with something behind or above each of its lines.
fn with_each_line(text: &str, change: impl Fn(usize, &str) -> String) -> String {
    text.lines().enumerate().map(|(at, line)| change(at, line)).collect()
}

#[test]
fn comments_and_blank_lines_anywhere_are_kept() {
    let indent = |line: &str| " ".repeat(line.len() - line.trim_start().len());
    for (_, source) in specs() {
        let changed: [String; 4] = [
            with_each_line(&source.text, |at, line| format!("{line}  # behind {at}\n")),
            with_each_line(&source.text, |at, line| format!("{}# above {at}\n\n\n{line}\n", indent(line))),
            with_each_line(&source.text, |at, line| format!("# margin {at}\n{line} #{at}\n")),
            with_each_line(&source.text, |at, line| format!("{line}\n        # deep {at}\n")),
        ];
        for text in changed.iter().filter(|text| source::parse(&SpecSource::from_text("x", text.as_str())).is_ok()) {
            let after = formatted(text);
            let count = |text: &str| text.matches('#').count();
            assert_eq!(count(&after), count(text), "{after}");
            assert!(!after.contains("\n\n\n"), "{after}");
        }
    }
}

#[test]
fn brackets_over_several_lines_keep_their_comments() {
    for (_, source) in specs() {
        let broken = source.text.replace("{ ", "{  # open\n            ").replace(" }", "  # close\n            }");
        if source::parse(&SpecSource::from_text("x", broken.as_str())).is_ok() {
            formatted(&broken);
        }
    }
}

#[test]
fn comments_behind_quotes_in_brackets_are_kept() {
    let text = "a: [ 'x y', # one\n  \"b\\\"c\" # two\n  ]  # three\nb:\n  - - |2\n        deep\n      text\n    - 1\n";
    let want =
        "a:  # three\n  - \"x y\" # one\n  - \"b\\\"c\" # two\nb:\n  - - |2\n        deep\n      text\n    - 1\n";
    assert_eq!(formatted(text), want);
}

#[test]
fn keys_come_in_order_and_names_stay() {
    let text = "\
outputs: { csv: { path: o.csv, format: csv } }
tables:
  b:
    columns:
      z: {unique: true, pattern: 'a', gen: pattern}
      n: { gen: number, type: int8, max: 6, min: 1, dist: uniform }
    # how many
    rows: 5   # not many


    key: [ z ]
  a: { columns: { id: sequence }, rows: 3 }
name: x
synth: 1
";
    let want = "\
synth: 1
name: x
tables:
  b:
    # how many
    rows: 5   # not many

    key: [z]
    columns:
      z: { gen: pattern, pattern: a, unique: true }
      n: { gen: number, dist: uniform, min: 1, max: 6, type: int8 }
  a: { rows: 3, columns: { id: sequence } }
outputs: { csv: { format: csv, path: o.csv } }
";
    assert_eq!(formatted(text), want);
}

#[test]
fn the_head_of_a_file_stays_at_its_top_with_the_editors_line_first() {
    let text = "# about\n# yaml-language-server: $schema=x.json\n\nname: x\n# the edition\nsynth: 1\n";
    assert_eq!(
        formatted(text),
        "# yaml-language-server: $schema=x.json\n# about\n\n# the edition\nsynth: 1\nname: x\n"
    );
}

#[test]
fn columns_of_values_stay_columns_and_others_do_not_become_any() {
    let aligned = "columns:\n  id:   sequence\n  when:\n    - { a: 1 }\n    - 2\n  name: x\n  longer: y\n";
    let want = "columns:\n  id:     sequence\n  when:\n    - { a: 1 }\n    - 2\n  name:   x\n  longer: y\n";
    assert_eq!(formatted(aligned), want);
    assert_eq!(formatted("a:  1\nlonger: 2\nc: 3\n"), "a: 1\nlonger: 2\nc: 3\n");
}

#[test]
fn what_does_not_fit_becomes_a_block_or_is_filled() {
    let words = "abcdefgh, ".repeat(20);
    let text = format!("x: {{ gen: choice, of: [{words}z], null: {{ a: 1 }} }}\n");
    let after = formatted(&text);
    assert!(after.starts_with("x:\n  gen: choice\n  of: [abcdefgh, "), "{after}");
    assert!(after.contains(",\n       abcdefgh, ") && after.ends_with("z]\n  null: { a: 1 }\n"), "{after}");
    assert!(after.lines().all(|line| line.len() <= WIDTH), "{after}");
}

#[test]
fn texts_over_several_lines_keep_their_form() {
    let text = "\
description: >-
      folded
      text

      more
a: |2
    one too deep
  two
b: \"broken
      by hand\"
c: plain
  text
d: |+ # kept
  kept

e: 1
";
    let want = "\
description: >-
  folded
  text

  more
a: |2
    one too deep
  two
b: \"broken
  by hand\"
c: plain text
d: |+ # kept
  kept

e: 1
";
    assert_eq!(formatted(text), want);
}

#[test]
fn no_blank_line_joins_a_block_that_keeps_its_line_ends() {
    let text = "a:\n  - k: |+\n      text\n  - [\n\n    # own\n    b]\n";
    assert_eq!(formatted(text), "a:\n  - k: |+\n      text\n  # own\n  - - b\n");
}

#[test]
fn anchors_keep_their_aliases_and_the_order_of_keys() {
    let text =
        "tables: { a: &t { columns: &c { id: sequence }, rows: 1 }, b: *t }\nsynth: 1\nx:\n  - &i\n    k: 1\n  - *i\n";
    assert_eq!(formatted(text), text);
}

#[test]
fn line_ends_stay_and_a_byte_order_mark_goes() {
    let crlf = "# c\r\nsynth:   1\r\nd: |\r\n  a\r\n  b\r\n";
    let after = format(&SpecSource::from_text("x", crlf), Shorthands::Keep).expect("formatted");
    assert_eq!(after, "# c\r\nsynth: 1\r\nd: |\r\n  a\r\n  b\r\n");
    let source = SpecSource::from_bytes("x".into(), ".".into(), b"\xef\xbb\xbfsynth:  1".to_vec()).expect("text");
    assert_eq!(format(&source, Shorthands::Keep).expect("formatted"), "synth: 1\n");
}

#[test]
fn markers_and_directives_stay_and_so_does_any_value() {
    assert_eq!(
        formatted("%YAML 1.2\n# c\n--- # d\nsynth:  1\n# e\n...\n# f\n"),
        "%YAML 1.2\n# c\n--- # d\nsynth: 1\n# e\n# f\n"
    );
    for (text, want) in [
        ("hello\n", "hello\n"),
        ("- - a\n  - b\n-   c\n-\n- {}\n", "- - a\n  - b\n- c\n-\n- {}\n"),
        ("a:\nb: ~ # c\n", "a:\nb: ~ # c\n"),
        ("? a\n: b\n", "a: b\n"),
        ("a: { b, c: [d: 1] }\n", "a: { b: null, c: [{ d: 1 }] }\n"),
        ("a: {} # c\nb: { # c\n  }\nc:\n  # d\n  1\n", "a: {} # c\nb: {} # c\n# d\nc: 1\n"),
        ("{a: 'it''s', \"b c\": '\\', d: \"10k\", e: \"12\"}", "{ a: \"it's\", \"b c\": '\\', d: 10k, e: \"12\" }\n"),
    ] {
        assert_eq!(formatted(text), want);
    }
}

#[test]
fn comments_of_one_column_stay_in_one() {
    let text = "a:      1   # x\nbbb: 22     # y\nc: 3  # z\n";
    assert_eq!(formatted(text), "a: 1      # x\nbbb: 22   # y\nc: 3  # z\n");
}

#[test]
fn comments_at_the_end_of_a_block_belong_to_the_block_in_whose_column_they_stand() {
    let text =
        "a:\n    b:\n        - 1\n        # of the list\n    # of b's siblings\n# of the document\nc: 2\n# last\n";
    assert_eq!(
        formatted(text),
        "a:\n  b:\n    - 1\n    # of the list\n  # of b's siblings\n# of the document\nc: 2\n# last\n"
    );
}

#[test]
fn what_is_no_yaml_is_refused() {
    assert_eq!(try_formatted("a: [").expect_err("refused").iter().next().expect("a finding").code, "E0106");
}

#[test]
fn shorthands_are_written_out_once() {
    let text = "\
synth: 1
locale: de_DE
vars: { scale: 2k }
tables:
  t:
    rows: 1.5M
    columns:
      id: sequence   # a key
      c: { gen: choice, of: [a, b], null: 5% }
      d: { gen: choice, of: [\"1\", \"2\"] }
      e: { gen: choice, of: [x, y], unique: true }
  u: { per: t, count: 1..5, columns: { n: ordinal } }
";
    let want = "\
synth: 1
seed: 0
locale: { de_DE: 1 }
vars: { scale: 2000 }
tables:
  t:
    rows: 1500000
    columns:
      id: { gen: sequence, start: 1, step: 1 }   # a key
      c: { gen: choice, of: { a: 1, b: 1 }, null: 0.05 }
      d: { gen: choice, of: [\"1\", \"2\"] }
      e: { gen: choice, of: [x, y], unique: true }
  u: { per: t, count: { dist: uniform, min: 1, max: 5 }, columns: { n: { gen: ordinal } } }
";
    let odd = format(&SpecSource::from_text("x", "tables:\n  t:\n    columns:\n      a: b,c d\n"), Shorthands::Expand);
    assert!(odd.expect("formatted").ends_with("a: { gen: \"b,c d\" }\n"), "a comma would part it in brackets");
    let long = |text: &str| format(&SpecSource::from_text("x", text), Shorthands::Expand).expect("formatted");
    assert_eq!(long(text), want);
    assert_eq!(long(want), want);
}
