//! What is generated from the code and committed is current. `SYNTH_BLESS=1` (or `make bless`) writes it anew.

use std::fs;
use std::path::Path;

/// Path within the project, and what makes the text.
type Generated = (&'static str, fn() -> String);

const FILES: &[Generated] = &[
    ("schemas/synth-1.schema.json", synth::spec::schema_text),
    ("docs/cli.md", synth::cli::reference),
    ("docs/settings.md", synth::cli::settings_reference),
];

#[test]
fn what_is_generated_is_current() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (path, make) in FILES {
        let file = root.join(path);
        if std::env::var_os("SYNTH_BLESS").is_some() {
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(&file, make()).expect("a file");
        }
        let committed = fs::read_to_string(&file).unwrap_or_default();
        assert!(committed == make(), "{path} is not what the code says: run `make bless` and commit it");
    }
}
