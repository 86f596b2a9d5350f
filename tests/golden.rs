//! Goldens: the seeded output of every spec under `specs/` and of every generator's example. Small ones are files, large
//! ones hashes. `SYNTH_BLESS=1` writes them anew; look at the difference before it is committed.

use std::fs;
use std::path::{Path, PathBuf};

use arrow_array::RecordBatch;
use sha2::{Digest, Sha256};
use synth::engine::Engine;
use synth::plan::{Overrides, TableId};

use crate::support::{planned_file, texts};

/// A golden table of more bytes than this is kept as a hash.
const FILE_LIMIT: usize = 24 * 1024;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Rows of a golden build: enough to meet every branch, few enough to be quick.
fn overrides(spec: &Path) -> Overrides {
    let text = fs::read_to_string(spec).unwrap();
    let has_ci = text.lines().any(|line| line.trim_start().starts_with("ci:"));
    let mut set = Vec::new();
    if text.contains("vars: { scale:") {
        set.push(("scale".to_owned(), "0.001".to_owned()));
    }
    if text.contains("rows: 1M") {
        set.push(("people.rows".to_owned(), "200".to_owned()));
    }
    Overrides { profile: has_ci.then(|| "ci".to_owned()), set, ..Overrides::default() }
}

/// A table as CSV-like text of its logical values, the same whatever a format does with them.
fn text_of(batch: &RecordBatch) -> String {
    let schema = batch.schema();
    let names: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
    let columns: Vec<_> = batch.columns().iter().map(texts).collect();
    let mut text = names.join(",") + "\n";
    for row in 0..batch.num_rows() {
        let cells = columns.iter().map(|column| column[row].as_deref().map_or_else(String::new, quote));
        text += &cells.collect::<Vec<_>>().join(",");
        text.push('\n');
    }
    text
}

fn quote(cell: &str) -> String {
    if cell.is_empty() || cell.contains([',', '"', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// What is kept of a table: its text, or the text's first rows, size and hash.
fn kept(text: &str) -> String {
    if text.len() <= FILE_LIMIT {
        return text.to_owned();
    }
    let hash: String = Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    let head: String = text.lines().take(4).map(|line| format!("{line}\n")).collect();
    format!("{head}... {} rows, {} bytes, sha256 {hash}\n", text.lines().count() - 1, text.len())
}

/// Compares (or writes) the goldens of one spec and gives what differs.
fn check(spec: &Path, folder: &Path) -> Vec<String> {
    let plan = planned_file(spec, &overrides(spec));
    let engine = Engine::new(&plan);
    let mut wrong = Vec::new();
    for (at, table) in plan.tables.iter().enumerate() {
        let batch = engine.batch(TableId(at), 0..engine.rows(TableId(at)));
        let text = kept(&text_of(&batch));
        let path = folder.join(format!("{}.csv", table.name));
        if std::env::var_os("SYNTH_BLESS").is_some() {
            fs::create_dir_all(folder).unwrap();
            fs::write(&path, &text).unwrap();
        } else if let Some(difference) = differ(&path, &text) {
            wrong.push(difference);
        }
    }
    wrong
}

fn differ(path: &Path, text: &str) -> Option<String> {
    let Ok(golden) = fs::read_to_string(path) else {
        return Some(format!("{} is missing: run with SYNTH_BLESS=1", path.display()));
    };
    let mut lines = golden.lines().zip(text.lines()).enumerate();
    let first = lines.find(|(_, (old, new))| old != new);
    match first {
        Some((line, (old, new))) => Some(format!("{}:{}\n  golden {old}\n  now    {new}", path.display(), line + 1)),
        None if golden == text => None,
        None => Some(format!("{} has another number of rows", path.display())),
    }
}

fn specs(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut specs: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "yaml")).collect();
    specs.sort();
    specs
}

fn check_all(folder: &str, golden: &str) {
    let mut wrong = Vec::new();
    for spec in specs(&root().join(folder)) {
        let name = spec.file_stem().unwrap().to_str().unwrap();
        wrong.extend(check(&spec, &root().join(golden).join(name)));
    }
    assert!(wrong.is_empty(), "{} tables differ from their goldens:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_spec_gives_its_golden() {
    check_all("specs", "golden");
}

#[test]
fn every_generator_example_gives_its_golden() {
    check_all("specs/generators", "golden/generators");
}

#[test]
fn every_generator_has_an_example() {
    let folder = root().join("specs/generators");
    let examples: String = specs(&folder).iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let names = synth::generators::all().map(|def| def.name);
    let missing: Vec<&str> = names.filter(|name| !uses(&examples, name)).collect();
    assert!(missing.is_empty(), "no example under specs/generators uses {missing:?}");
}

/// Whether a generator's name stands somewhere as a value.
fn uses(text: &str, name: &str) -> bool {
    let ends =
        |rest: &str| rest.chars().next().is_none_or(|next| !next.is_alphanumeric() && next != '.' && next != '_');
    text.match_indices(name)
        .any(|(at, _)| text[..at].trim_end_matches(' ').ends_with(':') && ends(&text[at + name.len()..]))
}
