//! What users read when a spec is wrong: for every diagnostic code at least one bad spec, `tests/bad/CODE-what.yaml`, and
//! beside it, as `.txt`, the words that it gets. `SYNTH_BLESS=1` (or `make bless`) writes the words anew.
//!
//! A spec brings forth findings of its own code only: one mistake, one finding. Codes of outputs and builds come from
//! `synth build`, all others from the library.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use synth::compile::{Refused, compile, compile_path};
use synth::diag::render::{self, Context};
use synth::diag::{Diagnostics, codes};
use synth::plan::Overrides;
use synth::source::SpecSource;

use crate::cli::run::Place;

/// Codes that no spec of this folder can bring forth, and why.
const ELSEWHERE: &[(&str, &str)] = &[
    ("E0101", "there is no file; held by the tests of the command line"),
    ("E0210", "the last resort for what the schema refuses and nothing explains"),
    ("E0312", "a constant sees `vars` only, so that a column in it is unknown, E0303"),
    ("E0412", "`--set` of the command line"),
    ("E0414", "`--profile` of the command line"),
    ("E0706", "a file exists already; held by the tests of the command line"),
    ("E0708", "a file cannot be written; held by the tests of the command line"),
    ("E0801", "`--table` of the command line"),
    ("E0803", "`-o` of the command line"),
    ("E0804", "`--rows` of the command line"),
    ("E0805", "`--rows` of the command line"),
    ("E0808", "`synth new`"),
    ("E0810", "`synth explain` and its kin"),
    ("E0811", "`--json` of the command line"),
    ("E0813", "a file of the output folder; held by the tests of the command line"),
    ("E0901", "`synth diff`"),
    ("E0902", "`synth diff`"),
    ("E0903", "`synth diff`"),
    ("E0904", "`synth diff`"),
    ("E0905", "`synth diff`"),
    ("E0906", "`synth diff`"),
    ("E0907", "`synth diff`"),
    ("E0908", "`synth diff`"),
    ("E0909", "`synth diff`"),
    ("E0940", "`synth diff`"),
    ("E1001", "`synth golden`"),
    ("E1002", "`synth golden`"),
    ("E1003", "`synth golden`"),
    ("E1004", "`synth golden`"),
    ("E1005", "`synth golden`"),
    ("E1101", "`synth fmt --check`"),
    ("E1102", "`synth fmt`, which takes specs that do not compile"),
    ("E1103", "a file cannot be written; held by the tests of the command line"),
    ("E1104", "`synth schema --install`"),
    ("E1105", "`synth fmt`"),
    ("E1201", "drafts, which are no specs; held by the tests of their module"),
    ("E1202", "drafts, which are no specs; held by the tests of their module"),
    ("E1203", "drafts, which are no specs; held by the tests of their module"),
    ("E1204", "drafts, which are no specs; held by the tests of their module"),
    ("E1205", "drafts, which are no specs; held by the tests of their module"),
    ("E1206", "drafts, which are no specs; held by the tests of their module"),
    ("E1207", "drafts, which are no specs; held by the tests of their module"),
    ("E1208", "drafts, which are no specs; held by the tests of their module"),
    ("E1209", "drafts, which are no specs; held by the tests of their module"),
    ("E1211", "drafts, which are no specs; held by the tests of their module"),
    ("E1240", "`synth draft` with a model; held by the tests of providers"),
    ("E1241", "`synth draft` with a model; held by the tests of providers"),
    ("E1242", "`synth draft` with a model; held by the tests of providers"),
    ("E1243", "`synth draft` with a model; held by the tests of providers"),
    ("E1244", "`synth draft` with a model; held by the tests of providers"),
    ("E1245", "`synth draft` with a model; held by the tests of providers"),
    ("E1246", "`synth draft` with a model; held by the tests of providers"),
    ("E1247", "`synth draft` with a model; held by the tests of providers"),
    ("E1248", "`synth draft` with a model; held by the tests of providers"),
    ("E1249", "`synth draft` with a model; held by the tests of providers"),
    ("E1250", "`synth draft` with a model; held by the tests of providers"),
    ("E1251", "`synth draft` with a model; held by the tests of providers"),
    ("E1252", "`synth draft` with a model; held by the tests of providers"),
    ("E1253", "`synth draft` with a model; held by the tests of providers"),
    ("E1254", "`synth draft` with a model; held by the tests of providers"),
    ("E1255", "`synth draft` with a model; held by the tests of providers"),
    ("E1256", "`synth draft` with a model; held by the tests of providers"),
    ("E1257", "`synth draft` with a model; held by the tests of providers"),
    ("E1220", "`synth draft`; held by the tests of the grammar"),
    ("E1221", "`synth draft`"),
    ("E1222", "`synth draft`"),
    ("E1260", "a settings file; held by the tests of `synth config`"),
    ("E1261", "a settings file"),
    ("E1262", "a settings file"),
    ("E1263", "a settings file"),
    ("E1264", "a settings file"),
    ("E1265", "a settings file"),
    ("E1266", "a settings file"),
    ("E1267", "a flag or a variable of the environment"),
    ("E1268", "a provider without a key"),
    ("E1269", "a key file"),
    ("E1270", "the system's keyring"),
    ("E1271", "the database of sessions; held by the tests of `synth sessions`"),
    ("E1272", "the database of sessions"),
    ("E1273", "`synth sessions`"),
    ("E1274", "a key of the environment"),
    ("E1275", "a file of the log"),
    ("E1276", "a table of prices"),
    ("E1280", "`synth draft --answer`"),
    ("E1281", "`synth draft --answer`"),
    ("E1282", "`synth draft`"),
    ("E1283", "`synth draft --now`"),
    ("E1284", "`synth draft --revise`"),
    ("E1285", "`synth draft --revise`"),
    ("E1286", "`synth draft --resume`"),
    ("W0601", "a shortened table, by `--profile` or `--set` of the command line"),
    ("W1201", "`synth draft`; held by the tests of grounding"),
    ("W1202", "`synth draft`; held by the tests of grounding"),
    ("W1203", "`synth draft`"),
    ("W1260", "a key file"),
    ("E1223", "`synth draft`"),
    ("E1224", "`synth draft`"),
    ("E1225", "`synth draft`"),
    ("E1226", "`synth draft`"),
    ("E1228", "`synth draft`"),
    ("E1229", "`synth draft`"),
];

/// Specs too large to be files, by the names that their files would have.
const GENERATED: &[(&str, fn() -> String)] = &[
    ("E0105-five-megabytes", || format!("synth: 1\nname: {}\n", "x".repeat(5 << 20))),
    ("E0110-a-hundred-thousand-levels", || format!("synth: 1\nname: {}", "[".repeat(100_000))),
    ("E0405-chain", || {
        let links = (1..12_000).map(|n| format!("      c{n}: {{ gen: field, of: c{} }}\n", n - 1));
        format!(
            "synth: 1\ntables:\n  t:\n    rows: 1\n    columns:\n      c0: sequence\n{}",
            links.rev().collect::<String>()
        )
    }),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad")
}

/// Names of all bad specs, without their endings.
fn names() -> Vec<String> {
    let files = fs::read_dir(folder()).expect("the folder").map(|entry| entry.expect("an entry").path());
    let specs = files.filter(|path| path.extension().is_some_and(|end| end == "yaml"));
    let mut names: Vec<String> =
        specs.map(|path| path.file_stem().expect("a name").to_str().expect("UTF-8").to_owned()).collect();
    names.extend(GENERATED.iter().map(|(name, _)| (*name).to_owned()));
    names.sort();
    names
}

/// The code at the head of a name; none where a spec has mistakes of several kinds.
fn code_of(name: &str) -> Option<&str> {
    let code = name.split('-').next()?;
    codes::find(code).map(|def| def.code)
}

/// The findings of a bad spec, by the library.
fn findings(name: &str) -> (Diagnostics, Option<SpecSource>) {
    let overrides = Overrides::default();
    let outcome = match GENERATED.iter().find(|(known, _)| *known == name) {
        None => compile_path(&folder().join(format!("{name}.yaml")), &overrides),
        Some((_, make)) => match SpecSource::from_bytes(format!("{name}.yaml"), PathBuf::new(), make().into_bytes()) {
            Ok(source) => compile(source, &overrides),
            Err(found) => Err(Refused { source: None, found }),
        },
    };
    let (found, source) = match outcome {
        Ok(compiled) => (compiled.warnings, Some(compiled.source)),
        Err(refused) => (refused.found, refused.source),
    };
    (found, source.map(|source| SpecSource { name: format!("{name}.yaml"), ..source }))
}

/// What a user reads, and the codes in it.
fn words(name: &str) -> (String, Vec<String>) {
    if code_of(name).is_some_and(|code| code.starts_with("E07") || code.starts_with("E08")) {
        return words_of_build(name);
    }
    let (found, source) = findings(name);
    let text = render::find("full").expect("the usual form").render(&found, &Context::plain(source.as_ref()));
    let text = text.replace(&format!("{}/", folder().display()), "");
    (text, found.iter().map(|finding| finding.code.to_owned()).collect())
}

fn words_of_build(name: &str) -> (String, Vec<String>) {
    let place = Place::new();
    let file = format!("{name}.yaml");
    place.write(&file, fs::read(folder().join(&file)).expect("a spec"));
    let outcome = place.run(&format!("build {file}"));
    let heads = outcome.err.lines().filter_map(|line| line.strip_prefix("error[").or(line.strip_prefix("warning[")));
    let codes = heads.filter_map(|head| Some(head.split_once(']')?.0.to_owned())).collect();
    (outcome.err, codes)
}

/// Compares with the words beside the spec, or writes them.
fn differ(name: &str, text: &str) -> Option<String> {
    let file = folder().join(format!("{name}.txt"));
    if std::env::var_os("SYNTH_BLESS").is_some() {
        fs::write(&file, text).expect("the words are written");
    }
    let known = fs::read_to_string(&file).unwrap_or_default();
    (known != text).then(|| format!("--- {name}: the words were\n{known}--- and are\n{text}"))
}

#[test]
fn every_bad_spec_gets_the_words_beside_it_and_none_of_another_code() {
    let mut wrong = Vec::new();
    for name in names() {
        let (text, codes) = words(&name);
        if let Some(code) = code_of(&name)
            && (codes.is_empty() || codes.iter().any(|found| found != code))
        {
            wrong.push(format!("--- {name} brings forth {codes:?}\n{text}"));
        }
        wrong.extend(differ(&name, &text));
    }
    assert!(wrong.is_empty(), "{}\n{} differ; `make bless` writes them anew", wrong.join("\n"), wrong.len());
}

#[test]
fn what_is_wrong_with_outputs_is_found_without_a_build() {
    let of_outputs =
        |name: &String| code_of(name).is_some_and(|code| code.starts_with("E07") || code.starts_with("E08"));
    let mut checked = 0;
    // A spec without outputs is no mistake until it is built.
    for name in names().iter().filter(|name| of_outputs(name) && code_of(name) != Some("E0802")) {
        let place = Place::new();
        let file = format!("{name}.yaml");
        place.write(&file, fs::read(folder().join(&file)).expect("a spec"));
        let (built, checks) = (place.run(&format!("build {file}")), place.run(&format!("check {file}")));
        assert_eq!(checks.err, built.err, "{name}");
        assert_eq!(checks.exit, built.exit, "{name}");
        checked += 1;
    }
    assert!(checked >= 10, "only {checked} bad outputs were checked");
}

#[test]
fn every_code_has_a_bad_spec_or_a_reason_why_not() {
    let names = names();
    let shown: BTreeSet<&str> = names.iter().filter_map(|name| code_of(name)).collect();
    let missing: Vec<&str> = codes::all()
        .map(|def| def.code)
        .filter(|code| shown.contains(code) == ELSEWHERE.iter().any(|(other, _)| other == code))
        .collect();
    assert!(missing.is_empty(), "write tests/bad/CODE-what.yaml for {missing:?}");
}

#[test]
fn words_without_a_spec_are_not_kept() {
    let names = names();
    for entry in fs::read_dir(folder()).expect("the folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|end| end == "txt") {
            let name = path.file_stem().expect("a name").to_str().expect("UTF-8");
            assert!(names.iter().any(|known| known == name), "{} has no spec", path.display());
        }
    }
}

/// All `"E0123"`, `"E1123"` and `"W0123"` in the sources, but for those of the registry and of tests.
fn used(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let is_test =
            path.ends_with("diag/codes") || path.file_name().is_some_and(|name| name == "tests.rs" || name == "tests");
        if path.is_dir() && !is_test {
            used(&path, found);
        } else if path.is_file() && !is_test {
            let text = fs::read_to_string(&path).expect("a source");
            let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
            let is_code = |word: &&str| word.len() == 5 && word[1..].bytes().all(|byte| byte.is_ascii_digit());
            let words = text.split('"').filter(|word| word.starts_with('E') || word.starts_with('W'));
            found.extend(words.filter(is_code).map(str::to_owned));
        }
    }
}

#[test]
fn codes_are_registered_when_used_and_used_when_registered() {
    let mut used_codes = BTreeSet::new();
    used(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut used_codes);
    let registered: BTreeSet<String> = codes::all().map(|def| def.code.to_owned()).collect();
    let unknown: Vec<_> = used_codes.difference(&registered).collect();
    let unused: Vec<_> = registered.difference(&used_codes).collect();
    assert!(unknown.is_empty() && unused.is_empty(), "not in src/diag/codes: {unknown:?}; not in src: {unused:?}");
}
