//! What formatting keeps, over all specs of the project and hand-made ones.

use std::path::{Path, PathBuf};

use super::*;

fn formatted(text: &str) -> String {
    let source = SpecSource::from_text("spec.yaml", text);
    format(&source, Shorthands::Keep).unwrap_or_else(|found| panic!("{found:#?}\n{text}"))
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
    for (path, source) in specs {
        let once = format(&source, Shorthands::Keep).unwrap_or_else(|found| panic!("{}: {found:#?}\n{}", path.display(), write(&read(&source).unwrap())));
        assert_eq!(formatted(&once), once, "{}", path.display());
    }
}
