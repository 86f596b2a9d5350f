//! Goldens of formats: the files of every spec under `specs/formats/`, as the command line writes them, byte for byte. What
//! is compressed is kept as its text, for compressed bytes are fixed per release only. `SYNTH_BLESS=1` writes them anew.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::cli::run::Place;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// All files below a folder by their paths in it.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("a file of the folder").to_owned();
                found.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    found
}

/// Files with what is compressed unpacked, under the name that the text would have.
fn unpacked(files: BTreeMap<PathBuf, Vec<u8>>) -> BTreeMap<PathBuf, Vec<u8>> {
    let text = |(path, bytes): (PathBuf, Vec<u8>)| match path.extension().and_then(|end| end.to_str()) {
        Some("gz") => {
            let mut text = Vec::new();
            flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_end(&mut text).expect("gzip");
            (path.with_extension(""), text)
        }
        Some("zst") => (path.with_extension(""), zstd::decode_all(&bytes[..]).expect("zstd")),
        _ => (path, bytes),
    };
    files.into_iter().map(text).collect()
}

/// What a spec writes, and its golden, which is written where that is asked for.
fn check(spec: &Path) {
    let name = spec.file_stem().expect("a name");
    let place = Place::new();
    place.run_args(&["build", spec.to_str().expect("UTF-8"), "-q"]).exits(0);
    let written = unpacked(files(&place.path("out")));
    let golden = root().join("golden/formats").join(name);
    if std::env::var_os("SYNTH_BLESS").is_some() {
        files(&golden).keys().filter(|path| !is_lock(path)).for_each(|path| drop(fs::remove_file(golden.join(path))));
        for (path, bytes) in &written {
            let path = golden.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, bytes).expect("the golden is written");
        }
    }
    let mut golden = files(&golden);
    golden.retain(|path, _| !is_lock(path));
    let names = |files: &BTreeMap<PathBuf, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&written), names(&golden), "{}", spec.display());
    for (path, bytes) in written {
        let same = golden[&path] == bytes;
        assert!(same, "{} differs from its golden; now it is\n{}", path.display(), String::from_utf8_lossy(&bytes));
    }
}

/// Whether a file belongs to `synth golden`, which keeps the spec's values in the same folder.
fn is_lock(path: &Path) -> bool {
    path == Path::new(synth::golden::lock::NAME)
}

#[test]
fn every_format_spec_gives_its_golden_files() {
    let specs = fs::read_dir(root().join("specs/formats")).expect("the folder");
    for spec in specs.map(|entry| entry.expect("an entry").path()) {
        check(&spec);
    }
}
