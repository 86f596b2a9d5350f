//! What the reader makes of YAML, and what it refuses.

use super::*;
use std::time::{Duration, Instant};

fn read(text: &str) -> Result<Node, Diagnostics> {
    parse(&SpecSource::from_text("x.yaml", text))
}

fn tree(text: &str) -> Node {
    read(text).unwrap_or_else(|found| panic!("{text:?}: {found:?}"))
}

/// Codes and underlined texts of all findings.
fn faults(text: &str) -> Vec<(&'static str, &str)> {
    let found = read(text).expect_err("refused");
    let cut = |d: &Diagnostic| d.primary.as_ref().map_or("", |label| &text[label.span.start..label.span.end]);
    found.iter().map(|d| (d.code, cut(d))).collect()
}

fn codes(text: &str) -> Vec<&'static str> {
    faults(text).into_iter().map(|(code, _)| code).collect()
}

/// Every key and value with the text under its span, depth first.
fn spans<'t>(node: &Node, text: &'t str, out: &mut Vec<&'t str>) {
    out.push(&text[node.span.start..node.span.end]);
    node.items().iter().for_each(|item| spans(item, text, out));
    for entry in node.entries() {
        out.push(&text[entry.key_span.start..entry.key_span.end]);
        spans(&entry.value, text, out);
    }
}

fn cuts(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    spans(&tree(text), text, &mut out);
    out
}

#[test]
fn block_style_has_spans_without_the_space_behind() {
    let text = "a: 1   # one\nb:\n  - x y\n  - 'z'\n\n# end\n";
    assert_eq!(cuts(text), ["a: 1   # one\nb:\n  - x y\n  - 'z'", "a", "1", "b", "- x y\n  - 'z'", "x y", "'z'"]);
}

#[test]
fn flow_style_has_spans_with_its_brackets() {
    let text = "k: { a: [1, \"b\" ], c: {} , d: [] } # x\n";
    assert_eq!(
        cuts(text)[1..],
        ["k", "{ a: [1, \"b\" ], c: {} , d: [] }", "a", "[1, \"b\" ]", "1", "\"b\"", "c", "{}", "d", "[]"]
    );
}

#[test]
fn spans_are_bytes_where_characters_are_wide() {
    let text = "größe: [\"é\", 漢字]\nnaïve: ü\n";
    assert_eq!(cuts(text)[1..], ["größe", "[\"é\", 漢字]", "\"é\"", "漢字", "naïve", "ü"]);
}

#[test]
fn windows_line_ends_do_not_shift_spans() {
    let text = "a: 1\r\nb:\r\n  c: x\r\n";
    assert_eq!(cuts(text)[1..], ["a", "1", "b", "c: x", "c", "x"]);
}

#[test]
fn a_value_that_was_not_written_stands_behind_its_colon() {
    let text = "a:\nb: {c: , d}\n";
    let node = tree(text);
    assert!(node.get("a").expect("a").is_null());
    assert_eq!(node.get("a").expect("a").span, Span::new(2, 2));
    assert!(node.get("b").and_then(|b| b.get("d")).expect("d").is_null());
}

#[test]
fn text_blocks_keep_their_lines() {
    let text = "a: |\n  one\n  two\nb: >-\n  x\n  y\n";
    let node = tree(text);
    assert_eq!(node.get("a").and_then(Node::text), Some("one\ntwo\n"));
    assert_eq!(node.get("b").and_then(Node::text), Some("x y"));
    assert_eq!(cuts(text)[1..3], ["a", "|\n  one\n  two"]);
}

#[test]
fn scalars_keep_their_text() {
    let text = "[no, 0123, 1e3, '12', 123456789012345678901234567890, 2022-01-01, True]";
    let texts: Vec<_> = tree(text).items().iter().map(|n| n.text().map(str::to_owned)).collect();
    let want = ["no", "0123", "1e3", "12", "123456789012345678901234567890", "2022-01-01", "True"];
    assert_eq!(texts, want.map(|t| Some(t.to_owned())));
    assert_eq!(tree(text).to_json()[0], "no");
    assert_eq!(tree(text).to_json()[3], "12");
}

#[test]
fn only_yamls_own_blanks_are_blanks() {
    assert_eq!(cuts("c: \u{85}x\u{2028}\nd: &y \u{2028}z\n")[1..], ["c", "\u{85}x\u{2028}", "d", "\u{2028}z"]);
    let block = tree("o\u{85}: |\n  text\n");
    assert_eq!(block.entries()[0].value.span, Span::new(5, 13));
}

#[test]
fn keys_are_text_whatever_they_look_like() {
    let keys: Vec<_> = tree("null: 1\ntrue: 2\n0123: 3\n'a b': 4\n").entries().iter().map(|e| e.key.clone()).collect();
    assert_eq!(keys, ["null", "true", "0123", "a b"]);
}

#[test]
fn anchors_and_aliases_copy_values() {
    let text = "a: &x { p: 1 }\nb: *x\nc: &y\n  q: [2]\nd: *y\ne: &z word\nf: *z\n";
    let node = tree(text);
    assert_eq!(node.get("b"), node.get("a"));
    assert_eq!(node.get("d"), node.get("c"));
    assert_eq!(node.get("f").and_then(Node::text), Some("word"));
    assert_eq!(cuts(text)[1..4], ["a", "{ p: 1 }", "p"]);
    let cut = |key: &str| node.get(key).map(|n| &text[n.span.start..n.span.end]);
    assert_eq!((cut("c"), cut("e")), (Some("q: [2]"), Some("word")));
}

#[test]
fn duplicate_keys_show_both_places() {
    let text = "a: 1\nb: 2\na: 3\nb: 4\n";
    let found = read(text).expect_err("refused");
    let places: Vec<_> =
        found.iter().map(|d| (d.code, d.primary.as_ref().unwrap().span.start, d.secondary[0].span.start)).collect();
    assert_eq!(places, [("E0107", 10, 0), ("E0107", 15, 5)]);
}

#[test]
fn what_has_no_place_in_a_spec_is_refused() {
    assert_eq!(faults("a: !!str 1\nb: !x y"), [("E0112", "!!str"), ("E0112", "!x")]);
    assert_eq!(faults("a: &x {b: 1}\nc:\n  <<: *x\n"), [("E0109", "<<")]);
    assert_eq!(faults("a: 1\n---\nb: 2\n"), [("E0111", "---")]);
    assert_eq!(codes("? [a]\n: 1\n"), ["E0113"]);
    assert_eq!(codes("{[a]: 1}"), ["E0113"]);
    assert_eq!(codes(": 1\n"), ["E0113"]);
    assert_eq!(codes("x: &a k\n*a : 1\n"), ["E0113"]);
    assert_eq!(codes("# nothing\n"), ["E0102"]);
    assert_eq!(codes("---\n...\n"), ["E0102"]);
}

#[test]
fn one_explicit_document_is_fine() {
    assert_eq!(tree("---\na: 1\n...\n").get("a").and_then(Node::text), Some("1"));
    assert_eq!(tree("%YAML 1.2\n---\na: 1\n").get("a").and_then(Node::text), Some("1"));
}

#[test]
fn syntax_errors_say_where_and_what_to_do() {
    for text in [
        "a: b: c\n",
        "a: [1, 2\nb: 3\n",
        "a: {x: 1\n",
        "a: ]\n",
        "a: \"x\n",
        "a: 'x\nb: y\n",
        "a: 1\n b: 2\n",
        "a:\n  - 1\n  b: 2\n",
        "- 1\na: 2\n",
        "a: @x\n",
        "a: `x`\n",
        "a: %x\n",
        "a: *nope\n",
        "a: \"\\q\"\n",
        "a\nb: 1\n",
        "a: - 1\n",
        "a: 'x' y\n",
        "a: & b\n",
        "a: |x\n  y\n",
        "{a: 1}}\n",
        "a: \u{1}\0",
        "[-]",
        "a:\t1\n",
        "a:1\nb: 2\n",
        "a: \"\\ud800\"",
    ] {
        let found = read(text).expect_err(text);
        for finding in found.iter() {
            assert!(finding.code.starts_with("E01") && finding.primary.is_some(), "{text:?}: {finding:?}");
            assert!(!finding.help.is_empty(), "{text:?}");
            assert!(finding.notes.is_empty(), "no words for {text:?}: {finding:?}");
        }
    }
}

#[test]
fn tabs_as_indentation_are_named() {
    for text in ["a:\n\tb: 1\n", "a:\n  b: 1\n\tc: 2\n", "a:\n\t- 1\n", "a:\n  - b: 1\n\t  c: 2\n"] {
        assert_eq!(codes(text), ["E0114"], "{text:?}");
    }
}

fn quickly(what: &str, check: impl FnOnce()) {
    let begin = Instant::now();
    check();
    assert!(begin.elapsed() < Duration::from_secs(20), "{what} took {:?}", begin.elapsed());
}

#[test]
fn deep_nesting_is_refused_and_neither_crashes_nor_hangs() {
    let levels = 100_000;
    for (what, text) in [
        ("[", "[".repeat(levels)),
        ("[]", "[".repeat(levels) + &"]".repeat(levels)),
        ("{", "{".repeat(levels)),
        ("{a:", "{a: ".repeat(levels)),
        ("- ", "- ".repeat(levels) + "x"),
        ("? ", "? ".repeat(levels) + "x"),
        ("a: [", format!("a: {}", "[".repeat(levels))),
        ("&a [", "&a [".repeat(levels)),
        ("block", (0..1500).map(|n| " ".repeat(n) + "a:\n").collect()),
    ] {
        quickly(what, || {
            let codes = codes(&text);
            assert!(["E0110", "E0113", "E0106"].contains(&codes[0]), "{what}: {codes:?}");
        });
    }
    let ok = "[".repeat(MAX_DEPTH) + &"]".repeat(MAX_DEPTH);
    assert!(read(&ok).is_ok());
    assert_eq!(codes(&format!("[{ok}]")), ["E0110"]);
}

#[test]
fn alias_bombs_are_defused() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..30 {
        let items = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb += &format!("a{level}: &a{level} [{items}]\n");
    }
    quickly("bomb", || assert_eq!(codes(&bomb), ["E0108"]));
    let text = format!("a: &a {}\nb: [{}]\n", "x".repeat(1 << 20), vec!["*a"; 1000].join(", "));
    quickly("long text", || assert_eq!(codes(&text), ["E0108"]));
    let (mut chain, deep) = ("a0: &a0 [x]\n".to_owned(), 100);
    for level in 1..5 {
        chain += &format!("a{level}: &a{level} {}*a{}{}\n", "[".repeat(deep), level - 1, "]".repeat(deep));
    }
    assert_eq!(codes(&chain), ["E0110"]);
    assert_eq!(codes("a: &a [*a]\n"), ["E0108"]);
    assert_eq!(codes("a: &a {b: *a}\n"), ["E0108"]);
}

#[test]
fn wide_files_are_read_in_linear_time() {
    let items = "[".to_owned() + &"a,".repeat(500_000) + "]";
    quickly("items", || assert_eq!(tree(&items).items().len(), 500_000));
    let keys: String = (0..100_000).map(|n| format!("k{n}: {n}\n")).collect();
    quickly("keys", || assert_eq!(tree(&keys).entries().len(), 100_000));
    let flow: String = (0..100_000).map(|n| format!("k{n}: {n}, ")).collect();
    quickly("flow keys", || assert_eq!(tree(&format!("{{{flow}}}")).entries().len(), 100_000));
    let pairs: String = (0..100_000).map(|n| format!("k{n}: {n}, ")).collect();
    quickly("pairs", || assert_eq!(tree(&format!("[{pairs}]")).items().len(), 100_000));
}
