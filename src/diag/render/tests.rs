//! What each renderer makes of the same findings.

use super::*;
use crate::diag::Diagnostic;

const TEXT: &str = "synth: 1\ntables:\n  users:\n    rows: 10\n    columns:\n      name:\t{ gen: 漢字, x: \"é\" }\n      email:        { gen: person.emial, unique: true }\n";

fn span(what: &str) -> Span {
    let start = TEXT.find(what).expect("in the text");
    Span::new(start, start + what.len())
}

fn findings() -> Diagnostics {
    let mut found = Diagnostics::new();
    found.push(
        Diagnostic::error("E0203", "unknown generator `person.emial`")
            .at(span("person.emial"), "no generator has this name")
            .help("did you mean `person.email`?"),
    );
    found.push(
        Diagnostic::warning("E0205", "two, at once: 100%")
            .at(span("x: \"é\""), "this")
            .and(span("rows"), "and this")
            .note("one\nline"),
    );
    found.push(Diagnostic::error("E0101", "there is no file `x\u{1b}[31m`").help("check the path"));
    found
}

fn render(name: &str) -> String {
    let source = SpecSource::from_text("specs/my shop.yaml", TEXT);
    find(name).expect("a renderer").render(&findings(), &Context::plain(Some(&source)))
}

#[test]
fn the_registry_lists_the_folder() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/diag/render");
    let names = std::fs::read_dir(folder).expect("the folder").map(|file| file.expect("a file").file_name());
    let mut files: Vec<_> = names.map(|name| name.to_string_lossy().replace(".rs", "")).collect();
    files.retain(|name| name != "mod" && name != "tests");
    files.sort();
    let mut registered: Vec<_> = RENDERERS.iter().map(|renderer| renderer.name()).collect();
    registered.sort_unstable();
    assert_eq!(files, registered);
}

#[test]
fn full_underlines_the_culprit() {
    let want = "\
error[E0203]: unknown generator `person.emial`
 --> specs/my shop.yaml:7:28
  |
7 |       email:        { gen: person.emial, unique: true }
  |                            ^^^^^^^^^^^^ no generator has this name
  = help: did you mean `person.email`?

warning[E0205]: two, at once: 100%
 --> specs/my shop.yaml:6:24
  |
4 |     rows: 10
  |     ---- and this
5 |     columns:
6 |       name:    { gen: 漢字, x: \"é\" }
  |                             ^^^^^^ this
  = note: one line

error[E0101]: there is no file `x\u{fffd}[31m`
 = help: check the path
";
    assert_eq!(render("full"), want);
}

#[test]
fn full_has_colour_only_when_told() {
    let source = SpecSource::from_text("x.yaml", TEXT);
    let plain = Context::plain(Some(&source));
    let colored = full::Full.render(&findings(), &Context { color: Color::Always, ..plain });
    assert!(colored.contains("\u{1b}[") && !render("full").contains('\u{1b}'));
    let gaps = |text: &str| text.lines().filter(|line| line.trim_end().ends_with('|')).count();
    assert_eq!(gaps(&full::Full.render(&findings(), &plain)), 2);
}

#[test]
fn full_trims_long_lines_and_long_spans() {
    let text = format!("a: {} culprit {}\nb: 1\n", "x ".repeat(300), "y ".repeat(300));
    let source = SpecSource::from_text("x.yaml", text.clone());
    let start = text.find("culprit").expect("there");
    let long = Diagnostic::error("E0205", "long").at(Span::new(start, start + 7), "here");
    let shown = full::Full.render(&long.into(), &Context { width: 80, ..Context::plain(Some(&source)) });
    assert!(shown.lines().all(|line| line.chars().count() <= 90), "{shown}");
    assert!(shown.contains(" culprit ") && shown.contains("^^^^^^^ here"), "{shown}");
    let whole = Diagnostic::error("E0205", "many lines").at(Span::new(0, text.len() + 9), "");
    assert!(full::Full.render(&whole.into(), &Context::plain(Some(&source))).lines().count() < 8);
}

#[test]
fn a_span_behind_the_end_points_at_the_end() {
    let source = SpecSource::from_text("x.yaml", "a: [1\n");
    let end = Diagnostic::error("E0106", "open").at(Span::new(6, 6), "");
    assert_eq!(
        short::Short.render(&end.clone().into(), &Context::plain(Some(&source))),
        "x.yaml:1:6: error[E0106]: open\n"
    );
    let shown = full::Full.render(&end.into(), &Context::plain(Some(&source)));
    assert!(shown.contains("x.yaml:1:6\n") && shown.ends_with("1 | a: [1\n  |      ^\n"), "{shown}");
}

#[test]
fn short_is_one_line_a_finding() {
    let want = "\
specs/my shop.yaml:7:28: error[E0203]: unknown generator `person.emial`
specs/my shop.yaml:6:24: warning[E0205]: two, at once: 100%
error[E0101]: there is no file `x\u{fffd}[31m`
";
    assert_eq!(render("short"), want);
}

#[test]
fn json_has_bytes_lines_and_columns() {
    let lines: Vec<serde_json::Value> =
        render("json").lines().map(|line| serde_json::from_str(line).expect("an object")).collect();
    assert_eq!(lines.len(), 3);
    let at = span("person.emial");
    assert_eq!(
        lines[0],
        serde_json::json!({
            "code": "E0203", "severity": "error", "message": "unknown generator `person.emial`",
            "primary": { "file": "specs/my shop.yaml", "label": "no generator has this name",
                "start": { "byte": at.start, "line": 7, "column": 28 },
                "end": { "byte": at.end, "line": 7, "column": 40 } },
            "secondary": [], "notes": [], "help": ["did you mean `person.email`?"]
        })
    );
    assert_eq!(lines[1]["secondary"][0]["start"]["line"], 4);
    assert_eq!(lines[2]["primary"], serde_json::Value::Null);
}

#[test]
fn github_commands_are_escaped() {
    let text = render("github");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[0],
        "::error file=specs/my shop.yaml,line=7,col=28,title=E0203::unknown generator `person.emial`%0A\
         no generator has this name%0Ahelp: did you mean `person.email`?"
    );
    assert!(lines[1].ends_with("::two, at once: 100%25%0Athis%0Anote: one line"), "{}", lines[1]);
    assert!(lines[2].starts_with("::error file=specs/my shop.yaml,title=E0101::"), "{}", lines[2]);
    assert!(!text.contains('\u{1b}'));
}

#[test]
fn sarif_is_one_run_with_its_rules() {
    let log: serde_json::Value = serde_json::from_str(&render("sarif")).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules: Vec<_> = run["tool"]["driver"]["rules"].as_array().expect("rules").iter().map(|r| &r["id"]).collect();
    assert_eq!(rules, ["E0101", "E0203", "E0205"]);
    let result = &run["results"][0];
    assert_eq!(
        (&result["ruleId"], &result["ruleIndex"], &result["level"]),
        (&"E0203".into(), &1.into(), &"error".into())
    );
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "specs/my%20shop.yaml");
    let at = span("person.emial");
    assert_eq!(
        place["region"],
        serde_json::json!({ "startLine": 7, "startColumn": 28, "endLine": 7, "endColumn": 40,
            "byteOffset": at.start, "byteLength": 12 })
    );
    assert_eq!(run["results"][1]["relatedLocations"][0]["message"]["text"], "and this");
    let file = serde_json::json!([{ "artifactLocation": { "uri": "specs/my%20shop.yaml" } }]);
    assert_eq!(run["results"][2]["locations"][0]["physicalLocation"], file[0], "services want a place");
}
