//! A formatted spec makes the same data, with and without its shorthands; and `synth fmt` as its users meet it.

use std::fs;
use std::path::{Path, PathBuf};

use synth::compile::{Compiled, compile};
use synth::diag::render::{Context, find};
use synth::engine::Engine;
use synth::fmt::{Shorthands, format};
use synth::plan::{Overrides, TableId};
use synth::source::SpecSource;

use crate::cli::run::Place;
use crate::support::texts;

/// Rows that are compared.
const ROWS: u64 = 120;

fn specs() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("specs");
    let benches = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/specs");
    let folders = [root.clone(), root.join("generators"), benches];
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let paths = files.map(|entry| entry.expect("an entry").path());
    paths.filter(|path| path.extension().is_some_and(|end| end == "yaml")).collect()
}

fn compiled(source: &SpecSource) -> Compiled {
    compile(source.clone(), &Overrides::default()).unwrap_or_else(|refused| {
        let context = Context::plain(refused.source.as_ref());
        panic!("{}", find("full").expect("there is a full rendering").render(&refused.found, &context))
    })
}

/// The first rows of all tables, column by column.
fn rows(source: &SpecSource) -> Vec<String> {
    let compiled = compiled(source);
    let engine = Engine::new(&compiled.plan);
    let tables = compiled.plan.tables.iter().enumerate();
    let columns = tables.flat_map(|(at, table)| {
        let rows = engine.rows(TableId(at));
        let values = engine.range(TableId(at), 0..rows.min(ROWS), &table.visible);
        let heading = format!("{} {rows}", table.name);
        let cells = values.iter().map(|values| format!("{:?} {:?}", values.data_type(), texts(values)));
        [heading].into_iter().chain(cells).collect::<Vec<_>>()
    });
    columns.collect()
}

#[test]
fn a_formatted_spec_makes_the_same_data() {
    for path in specs() {
        let source = SpecSource::read(&path).expect("a spec");
        let before = rows(&source);
        for shorthands in [Shorthands::Keep, Shorthands::Expand] {
            let text = format(&source, shorthands).unwrap_or_else(|found| panic!("{}: {found:#?}", path.display()));
            let after = SpecSource { text, ..source.clone() };
            assert!(rows(&after) == before, "{}, {shorthands:?}\n{}", path.display(), after.text);
        }
    }
}

const UGLY: &str = "tables: {t: {columns: {id: sequence}, rows: 3}} # all\nsynth: 1\n";
const NEAT: &str = "synth: 1\ntables: { t: { rows: 3, columns: { id: sequence } } } # all\n";

#[test]
fn files_are_written_and_their_permissions_kept() {
    let place = Place::new();
    place.write("ugly.yaml", UGLY);
    place.write("neat.yaml", NEAT);
    place.write("other.yaml", "jobs:   {}\n");
    let run = place.run("fmt").exits(0).prints_nothing();
    assert_eq!(run.err, "formatted ugly.yaml\n1 file formatted, 1 file in style before\n");
    assert_eq!(place.read("ugly.yaml"), NEAT);
    assert_eq!(place.read("other.yaml"), "jobs:   {}\n");
    assert_eq!(place.list("."), ["neat.yaml", "other.yaml", "ugly.yaml"]);
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    place.write("a.yaml", UGLY);
    fs::set_permissions(place.path("a.yaml"), fs::Permissions::from_mode(0o640)).expect("permissions");
    std::os::unix::fs::symlink("a.yaml", place.path("link.yaml")).expect("a link");
    place.run("fmt link.yaml").exits(0);
    assert_eq!(place.read("a.yaml"), NEAT);
    assert_eq!(fs::metadata(place.path("a.yaml")).expect("a file").permissions().mode() & 0o777, 0o640);
    assert!(fs::symlink_metadata(place.path("link.yaml")).expect("a link").is_symlink());
}

#[test]
fn a_check_names_what_would_change_and_writes_nothing() {
    let place = Place::new();
    place.write("ugly.yaml", UGLY);
    place.write("neat.yaml", NEAT);
    place.run("fmt --check neat.yaml").exits(0).prints_nothing();
    let run = place.run("fmt --check").exits(1).says("E1101").says("`ugly.yaml` is not formatted");
    let run = run
        .says("    1 - tables: {t: {columns")
        .says("    2 + tables: { t: { rows: 3")
        .says("1 file to format, 1 file in style");
    assert!(!run.err.contains("neat.yaml"), "{}", run.err);
    assert_eq!(place.read("ugly.yaml"), UGLY);
    let run = place.run("fmt --check --message-format github").exits(1);
    assert!(run.out.starts_with("::error") && run.out.contains("file=ugly.yaml"), "{}", run.out);
}

#[test]
fn standard_input_is_formatted_to_standard_output() {
    let place = Place::new();
    assert_eq!(place.run_with("fmt -", UGLY).exits(0).out, NEAT);
    place.run_with("fmt - --check", UGLY).exits(1).says("E1101").prints_nothing();
    place.run_with("fmt - --check", NEAT).exits(0).prints_nothing();
    assert_eq!(place.run_with("fmt - --explicit", "synth:  1\n").exits(0).out, "synth: 1\nseed: 0\n");
}

#[test]
fn what_cannot_be_formatted_is_said_and_left_as_it_is() {
    let place = Place::new();
    place.write("broken.yaml", "synth: 1\na: [\n");
    place.write("ugly.yaml", UGLY);
    place.run("fmt").exits(1).says("E0106").says("formatted ugly.yaml");
    assert_eq!(place.read("broken.yaml"), "synth: 1\na: [\n");
    place.run("fmt missing.yaml").exits(3).says("E0101");
    fs::create_dir(place.path("empty")).expect("a folder");
    place.run("fmt empty").exits(2).says("E1105");
    let long = format!("? {}\n: 1\n", "word ".repeat(300).trim());
    place.write("long.yaml", &long);
    place.run("fmt long.yaml").exits(1).says("E1102");
    assert_eq!(place.read("long.yaml"), long);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    place.write("a.yaml", UGLY);
    fs::set_permissions(place.path("a.yaml"), fs::Permissions::from_mode(0o444)).expect("permissions");
    place.run("fmt a.yaml").exits(3).says("E1103");
}

#[test]
fn a_new_spec_is_formatted() {
    let place = Place::new();
    place.run("new shop").exits(0);
    place.run("fmt --check").exits(0);
}

#[test]
fn shells_complete_and_pages_are_written() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = place.run(&format!("completions {shell}")).exits(0).out;
        assert!(script.contains("synth") && script.contains("overwrite"), "{shell}: {script}");
    }
    place.run("completions tcsh").exits(2);
    assert!(place.run("man").exits(0).out.contains(".TH synth 1"));
    place.run("man --dir pages").exits(0).says("pages into pages");
    let pages = place.list("pages");
    assert!(pages.contains(&"synth.1".to_owned()) && pages.contains(&"synth-build.1".to_owned()), "{pages:?}");
    assert!(place.read("pages/synth-build.1").contains("synth\\-build"), "{}", place.read("pages/synth-build.1"));
}

#[test]
fn editors_learn_of_the_schema_once_and_keep_their_settings() {
    let place = Place::new();
    place.write("shop.yaml", NEAT);
    fs::create_dir_all(place.path("specs")).expect("a folder");
    place.write("specs/a.yaml", NEAT);
    fs::create_dir_all(place.path(".vscode")).expect("a folder");
    place.write(".vscode/settings.json", "{\n  // wide\n  \"editor.rulers\": [120]\n}\n");
    place
        .run("schema --install vscode")
        .exits(0)
        .says("wrote .synth/synth-1.schema.json")
        .says("changed .vscode")
        .prints_nothing();
    let settings = "{\n  // wide\n  \"editor.rulers\": [120],\n  \"yaml.schemas\": {\n    \
                    \"./.synth/synth-1.schema.json\": [\"/shop.yaml\", \"specs/**/*.yaml\"]\n  }\n}\n";
    assert_eq!(place.read(".vscode/settings.json"), settings);
    place.run("schema --install vscode").exits(0).says("is current").says("names it already");
    assert_eq!(place.read(".vscode/settings.json"), settings);
    assert_eq!(place.read(".synth/synth-1.schema.json"), place.run("schema").exits(0).out);
    place.run("schema --install neovim --glob data/*.yaml").exits(0).says("wrote .nvim.lua");
    assert!(place.read(".nvim.lua").contains("{ \"data/*.yaml\" }"), "{}", place.read(".nvim.lua"));
    place.run("schema --install helix").exits(0).says("wrote .helix/languages.toml");
}

#[test]
fn settings_that_cannot_be_merged_stay_and_what_to_add_is_printed() {
    let place = Place::new();
    fs::create_dir_all(place.path(".vscode")).expect("a folder");
    place.write(".vscode/settings.json", "[]");
    let run = place.run("schema --install vscode").exits(3).says("E1104");
    assert!(run.out.contains("\"yaml.schemas\""), "{}", run.out);
    assert_eq!(place.read(".vscode/settings.json"), "[]");
    place.run("schema --glob x").exits(2);
}
