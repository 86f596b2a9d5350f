//! Goldens: the seeded output of every spec under `specs/` and of every generator's example, kept by `synth golden`. Small
//! tables are files, large ones digests. `SYNTH_BLESS=1` writes them anew; look at the difference before it is committed.

use std::fs;
use std::path::{Path, PathBuf};

use synth::golden::{Subject, check, update};
use synth::plan::Overrides;

/// Rows of a golden table that is kept as a file.
const FILE_ROWS: u64 = 250;

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

fn specs(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut specs: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "yaml")).collect();
    specs.sort();
    specs
}

fn check_all(folder: &str, golden: &str, file_rows: u64) {
    let mut wrong = Vec::new();
    for spec in specs(&root().join(folder)) {
        let name = spec.file_stem().unwrap().to_str().unwrap().to_owned();
        let folder = root().join(golden).join(&name);
        let subject = Subject { name, spec, folder };
        if std::env::var_os("SYNTH_BLESS").is_some() {
            let updated = update(&subject, Some(&overrides(&subject.spec)), file_rows);
            assert!(updated.is_ok(), "{}", subject.name);
        }
        let found = check(&subject).found;
        wrong.extend(found.iter().map(|found| format!("{}: {} {:?}", subject.name, found.message, found.notes)));
    }
    assert!(wrong.is_empty(), "{} differences from goldens:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_spec_gives_its_golden() {
    check_all("specs", "golden", FILE_ROWS);
}

#[test]
fn every_generator_example_gives_its_golden() {
    check_all("specs/generators", "golden/generators", FILE_ROWS);
}

/// The files of these are kept by another test, in every format.
#[test]
fn every_spec_for_formats_gives_its_golden() {
    check_all("specs/formats", "golden/formats", 0);
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
