//! Parts, partitions, manifests, and builds that are left out because nothing has changed.

use std::fs;
use std::process::Command;

use serde_json::Value;
use synth::content::sha256;

use super::run::Place;

const SPEC: &str = "\
synth: 1
name: shop
seed: 7
tables:
  users:
    rows: 1000
    columns:
      id: sequence
      country: { gen: choice, of: [DE, FR, \"a/b\"], null: 5% }
  visits: { per: users, count: 0..3, columns: { user: { gen: field, of: users.id }, nr: ordinal } }
outputs:
  csv: { format: csv, path: \"out/{table}.csv\", split: { rows: 300 }, manifest: true }
  lake: { format: parquet, path: \"lake/{table}.parquet\", tables: [users], partition_by: [country] }
";

fn place() -> Place {
    let place = Place::new();
    place.write("shop.yaml", SPEC);
    place
}

fn manifest(place: &Place) -> Value {
    serde_json::from_str(&place.read("out/manifest.json")).expect("a manifest is JSON")
}

#[test]
fn a_spec_says_how_its_tables_are_cut() {
    let place = place();
    place.run("build shop.yaml").exits(0);
    assert_eq!(place.list("out"), ["manifest.json", "users", "visits"]);
    assert_eq!(place.list("out/users"), [1, 2, 3, 4].map(|part| format!("part-{part:05}.csv")));
    let folders = ["country=DE", "country=FR", "country=__HIVE_DEFAULT_PARTITION__", "country=a%2Fb"];
    assert_eq!(place.list("lake/users"), folders);
    place.run("build shop.yaml --format csv -o one/{table}-{part}.csv --split-bytes 2kB --table users -q").exits(0);
    assert!(place.list("one").iter().all(|name| name.starts_with("users-0000")));
    let whole = place.run("build shop.yaml --table users --format csv -o - -q").out;
    let parts = |folder: &str| {
        let texts = place.list(folder).into_iter().map(|name| place.read(&format!("{folder}/{name}")));
        texts.map(|text| text.split_once('\n').expect("a header").1.to_owned()).collect::<String>()
    };
    assert_eq!(format!("id,country\n{}", parts("out/users")), whole);
    assert_eq!(format!("id,country\n{}", parts("one")), whole);
}

#[test]
fn a_manifest_says_what_is_there_and_from_what() {
    let place = place();
    place.run("build shop.yaml --threads 1").exits(0);
    let one = manifest(&place);
    assert_eq!(one["spec"]["sha256"], sha256(SPEC.as_bytes()));
    assert_eq!((&one["seed"], &one["edition"]), (&Value::from(7), &Value::from(1)));
    let files = one["files"].as_array().expect("files");
    assert_eq!(files.len(), place.list("out/users").len() + place.list("out/visits").len());
    for file in files {
        let bytes = fs::read(place.path("out").join(file["path"].as_str().expect("a path"))).expect("a file");
        assert_eq!((&file["bytes"], &file["sha256"]), (&Value::from(bytes.len()), &Value::from(sha256(&bytes))));
        assert_eq!(file["rows"], bytes.iter().filter(|byte| **byte == b'\n').count() - 1);
    }
    place.run("build shop.yaml --overwrite --threads 3 --format json -o out --manifest --chunk-rows 77").exits(0);
    let other = manifest(&place);
    assert_eq!(one["tables"], other["tables"], "contents do not depend on format, threads or chunks");
    assert_ne!(one["build"], other["build"]);
}

#[test]
fn nothing_is_built_when_nothing_has_changed() {
    let place = place();
    let build = "build shop.yaml --format csv -o out --if-changed";
    place.run(build).exits(0).says("built 2 tables");
    place.run(build).exits(0).says("up to date");
    place.write("shop.yaml", SPEC.replace("seed: 7", "seed: 8"));
    place.run(build).exits(0).says("the spec has changed").says("built 2 tables");
    place.run(build).exits(0).says("up to date");
    place.write("out/users.csv", "edited by hand");
    place.run(build).exits(0).says("out/users.csv` has 14 bytes").says("built 2 tables");
    let manifest = place.read("out/manifest.json");
    let program = manifest.lines().find(|line| line.contains("\"program\"")).expect("a line");
    place.write("out/manifest.json", manifest.replace(program, "  \"program\": \"0123456789abcdef\","));
    place.run(build).exits(0).says("synth itself has been built anew");
    fs::remove_file(place.path("out/visits.csv")).expect("the file");
    place.run(build).exits(0).says("is not there").says("built 2 tables");
    place.run("build shop.yaml --format csv -o out --if-changed --set users.rows=5").exits(0).says("something else");
    place.run("build shop.yaml --table users --format csv -o - --if-changed").exits(2).says("E0812");
}

#[test]
fn what_describes_a_file_is_replaced_with_it() {
    let place = place();
    let build = "build shop.yaml --format csv -o out --option csvw=true --if-changed";
    place.run(build).exits(0);
    place.write("shop.yaml", SPEC.replace("seed: 7", "seed: 8"));
    place.run(build).exits(0).says("built 2 tables");
    fs::remove_file(place.path("out/manifest.json")).expect("the manifest");
    place.run(build).exits(3).says("E0706");
}

#[test]
fn a_manifest_of_another_tool_is_not_touched() {
    let place = place();
    fs::create_dir(place.path("out")).expect("a folder");
    place.write("out/manifest.json", "{\"name\": \"a web app\"}");
    place.run("build shop.yaml --format csv -o out --if-changed").exits(3).says("E0813").says("--overwrite");
    place.run("build shop.yaml --format csv -o out --manifest").exits(3).says("E0706");
    assert_eq!(place.list("out"), ["manifest.json"]);
    place.run("build shop.yaml --format csv -o out --if-changed --overwrite").exits(0);
    place.run("build shop.yaml --format csv -o out --if-changed").exits(0).says("up to date");
    let lying = place.read("out/manifest.json").replace("\"users.csv\"", "\"../shop.yaml\"");
    place.write("out/manifest.json", lying);
    place.run("build shop.yaml --format csv -o out --if-changed").exits(3).says("E0706");
    assert_eq!(place.read("shop.yaml"), SPEC);
}

#[test]
fn make_reads_the_rule() {
    let place = place();
    if Command::new("make").arg("--version").output().is_err() {
        eprintln!("skipped: there is no make");
        return;
    }
    place.run("build shop.yaml --table users --format csv -o - --depfile shop.d").exits(2).says("E0812");
    place.run("build shop.yaml --format csv -o out --depfile shop.d").exits(0);
    place.write("Makefile", "out/users.csv:\n\t@true\ninclude shop.d\n");
    let make = |target: &str| {
        let run = Command::new("make").args(["-q", target]).current_dir(place.path(".")).output().expect("make runs");
        run.status.code()
    };
    assert_eq!(make("out/users.csv"), Some(0), "{}", place.read("shop.d"));
    let later = std::time::SystemTime::now() + std::time::Duration::from_secs(5);
    fs::File::open(place.path("shop.yaml")).and_then(|spec| spec.set_modified(later)).expect("a later spec");
    assert_eq!(make("out/users.csv"), Some(1));
}

#[test]
fn many_files_that_exist_are_one_finding() {
    let place = place();
    place.run("build shop.yaml").exits(0);
    let outcome = place.run("build shop.yaml");
    outcome.exits(3).says("more files of this build exist already");
}
