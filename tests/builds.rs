//! Whole builds by the binary: the same bytes whatever the threads and the chunks; ranges and shards that join to the whole;
//! memory that does not grow with the rows.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

fn spec(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("specs").join(name)
}

fn synth(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_synth")).args(arguments).output().expect("the binary runs")
}

/// Builds a spec into a folder and gives its files by name.
fn build(spec: &Path, arguments: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("out");
    let mut all = vec!["build", spec.to_str().unwrap(), "--quiet", "-o", out.to_str().unwrap()];
    all.extend(arguments);
    let output = synth(&all);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let files = fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().path());
    files.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap())).collect()
}

/// One table on standard output.
fn stream(spec: &Path, arguments: &[&str]) -> Vec<u8> {
    let mut all = vec!["build", spec.to_str().unwrap(), "--quiet", "-o", "-"];
    all.extend(arguments);
    let output = synth(&all);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

#[test]
fn threads_change_no_byte_of_any_format() {
    for format in ["csv", "json", "ndjson", "parquet", "sql"] {
        let base = build(
            &spec("shop.yaml"),
            &["--profile", "ci", "--format", format, "--threads", "1", "--chunk-rows", "100"],
        );
        assert_eq!(base.len(), 4, "{format}: {:?}", base.keys());
        for threads in ["2", "7"] {
            let arguments = ["--profile", "ci", "--format", format, "--threads", threads, "--chunk-rows", "100"];
            assert!(base == build(&spec("shop.yaml"), &arguments), "{format} with {threads} threads");
        }
    }
}

#[test]
fn chunk_sizes_change_no_byte() {
    for format in ["csv", "ndjson", "sql", "parquet"] {
        let base = build(&spec("shop.yaml"), &["--profile", "ci", "--format", format]);
        for rows in ["1", "33", "5000"] {
            let arguments = ["--profile", "ci", "--format", format, "--chunk-rows", rows];
            assert!(base == build(&spec("shop.yaml"), &arguments), "{format} in chunks of {rows}");
        }
    }
}

#[test]
fn a_table_alone_is_the_same_as_in_the_whole() {
    let whole = build(&spec("shop.yaml"), &["--profile", "ci", "--format", "csv"]);
    for table in ["customers", "products", "orders", "order_items"] {
        let alone = stream(&spec("shop.yaml"), &["--profile", "ci", "--format", "csv", "--table", table]);
        assert!(alone == whole[&format!("{table}.csv")], "{table}");
    }
}

#[test]
fn row_ranges_join_to_the_whole() {
    for (name, table) in [("shop.yaml", "customers"), ("shop.yaml", "order_items"), ("orgchart.yaml", "reviews")] {
        let common = ["--profile", "ci", "--format", "ndjson", "--table", table];
        let whole = stream(&spec(name), &common);
        let rows = whole.iter().filter(|byte| **byte == b'\n').count();
        let cuts = [0, 1, rows / 3, rows / 2, rows];
        let mut joined = Vec::new();
        for cut in cuts.windows(2) {
            let range = format!("{}..{}", cut[0], cut[1]);
            joined.extend(stream(&spec(name), &[&common[..], &["--rows", &range]].concat()));
        }
        assert!(joined == whole, "{name} {table}");
    }
}

#[test]
fn shards_join_to_the_whole() {
    let common = ["--profile", "ci", "--format", "csv", "--option", "header=false", "--chunk-rows", "50"];
    for table in ["customers", "orders", "order_items"] {
        let arguments = [&common[..], &["--table", table]].concat();
        let whole = stream(&spec("shop.yaml"), &arguments);
        let mut joined = Vec::new();
        for shard in ["1/3", "2/3", "3/3"] {
            joined.extend(stream(&spec("shop.yaml"), &[&arguments[..], &["--shard", shard]].concat()));
        }
        assert!(joined == whole, "{table}");
    }
}

#[test]
fn formats_hold_the_same_cells() {
    let csv = build(&spec("users.yaml"), &["--profile", "ci", "--format", "csv"]);
    let json = build(&spec("users.yaml"), &["--profile", "ci", "--format", "ndjson"]);
    for table in ["users", "logins"] {
        let mut reader = csv::Reader::from_reader(&csv[&format!("{table}.csv")][..]);
        let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let text = String::from_utf8(json[&format!("{table}.ndjson")].clone()).unwrap();
        let objects: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(rows.len(), objects.len());
        for (row, object) in rows.iter().zip(&objects) {
            for (name, cell) in names.iter().zip(row) {
                let there = match &object[name] {
                    serde_json::Value::Null => String::new(),
                    serde_json::Value::String(text) => text.clone(),
                    other => other.to_string(),
                };
                assert_eq!(cell.replace(' ', "T"), there.replace(' ', "T"), "{table}.{name}");
            }
        }
    }
}

#[test]
fn a_million_unique_patterns_and_emails_repeat_none_in_constant_memory() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("unique.yaml");
    let text = "synth: 1\ntables:\n  t:\n    rows: 1M\n    columns:\n      code: { gen: pattern, pattern: \"[A-Z]{3}-[0-9]{5}\", unique: true }\n      email: { gen: person.email, unique: true }\n";
    fs::write(&path, text).unwrap();
    let output = stream(&path, &["--format", "csv", "--option", "header=false"]);
    let text = String::from_utf8(output).unwrap();
    let mut codes: Vec<&str> = text.lines().map(|line| &line[..9]).collect();
    let mut emails: Vec<&str> = text.lines().map(|line| &line[10..]).collect();
    for cells in [&mut codes, &mut emails] {
        assert_eq!(cells.len(), 1_000_000);
        cells.sort_unstable();
        cells.dedup();
        assert_eq!(cells.len(), 1_000_000);
    }
}

/// The largest resident set of a build, in MB, as the system counts it. `None` where GNU time is missing.
fn peak_megabytes(rows: &str) -> Option<f64> {
    let time = Path::new("/usr/bin/time");
    let people = spec("people.yaml");
    let set = format!("people.rows={rows}");
    if !time.exists() {
        return None;
    }
    let arguments = [
        "-f",
        "%M",
        env!("CARGO_BIN_EXE_synth"),
        "build",
        people.to_str()?,
        "--quiet",
        "--set",
        &set,
        "--format",
        "csv",
        "-o",
        "-",
    ];
    let output = Command::new(time).args(arguments).stdout(std::process::Stdio::null()).output().ok()?;
    assert!(output.status.success());
    let text = String::from_utf8(output.stderr).ok()?;
    Some(text.trim().lines().last()?.parse::<f64>().ok()? / 1024.0)
}

#[test]
fn memory_does_not_grow_with_the_rows() {
    let (Some(small), Some(large)) = (peak_megabytes("20k"), peak_megabytes("400k")) else {
        println!("skipped: there is no /usr/bin/time to ask for the resident set");
        return;
    };
    assert!(large < small * 1.5 + 16.0, "{small} MB for 20k rows, {large} MB for 400k");
    assert!(large < 300.0, "{large} MB");
}
