//! What is built, where it goes, and that parts are parts of the whole.

use std::process::Stdio;

use super::run::{Place, SHOP};

#[test]
fn a_spec_builds_what_it_lists_in_one_pass() {
    let place = Place::with_shop();
    place.run("build shop.yaml").exits(0).prints_nothing().says("sha256").says("built 2 tables");
    assert_eq!(place.list("out"), ["orders.csv", "shop-7-users.ndjson", "users.csv"]);
    assert!(place.read("out/users.csv").starts_with("id\n1\n2\n"));
    assert_eq!(place.read("out/shop-7-users.ndjson").lines().count(), 100);
}

#[test]
fn the_command_line_overrides_outputs() {
    let place = Place::with_shop();
    place.run("build shop.yaml --format json -o data").exits(0);
    assert_eq!(place.list("data"), ["orders.json", "users.json"]);
    place.run("build shop.yaml --table users -o one.csv").exits(0);
    assert_eq!(place.read("one.csv").lines().count(), 101);
    place.run("build shop.yaml --format ndjson -q").exits(0);
    assert_eq!(place.list("out"), ["shop-7-users.ndjson"]);
    place.run("build shop.yaml --format csv --option delimiter=; --option null=1 -o a/{seed}.{table}").exits(0);
    assert!(place.read("a/7.orders").starts_with("id;user_id;number\n"));
    for tab in ["tab", "\\t", "\t"] {
        let option = format!("delimiter={tab}");
        let line = ["build", "shop.yaml", "--table", "orders", "--format", "csv", "-o", "-", "-q", "--option", &option];
        assert!(place.run_args(&line).exits(0).out.starts_with("id\tuser_id\tnumber\n"), "{tab:?}");
    }
    place.run("build shop.yaml --option nul=1 --overwrite").exits(2).says("E0702");
    place.run("build shop.yaml --format csv --option nul=1 -o b").exits(2).says("E0702");
}

#[test]
fn names_and_options_agree_about_compression() {
    let place = Place::with_shop();
    place.run("build shop.yaml --format csv --option compression=gzip -o out").exits(0);
    assert_eq!(place.list("out"), ["orders.csv.gz", "users.csv.gz"]);
    place.run("build shop.yaml --table users -o users.ndjson.zst").exits(0);
    let packed = std::fs::read(place.path("users.ndjson.zst")).expect("a file");
    assert!(zstd::decode_all(&packed[..]).expect("zstd").starts_with(b"{\"id\":1}\n"));
    place.run("build shop.yaml --format csv -o parts/{table}.csv.gz --shard 2/10 --option level=9").exits(0);
    assert_eq!(place.list("parts"), ["orders-02-of-10.csv.gz", "users-02-of-10.csv.gz"]);
    let line = "build shop.yaml --table users --option compression=gzip -q";
    place.run(&format!("{line} -o x.csv")).exits(2).says("E0702").says("`x.csv.gz`");
    place.run(&format!("{line} -o x.csv.zst")).exits(2).says("E0702").says("`x.csv.gz`");
    place.run("build shop.yaml --table users --option compression=none -o x.csv.gz").exits(2).says("E0702");
    place.run("build shop.yaml --table users --option level=3 -o x.csv").exits(2).says("E0702");
    place.run("build shop.yaml --table users -o x.parquet.gz").exits(2).says("E0803");
    assert_eq!(place.list("."), ["out", "parts", "shop.yaml", "users.ndjson.zst"]);
}

#[test]
fn a_build_without_a_place_says_both_ways_out() {
    let place = Place::new();
    place.write("x.yaml", SHOP.split("outputs:").next().expect("the tables"));
    place.run("build x.yaml").exits(2).says("E0802").says("--format csv -o out/").says("outputs:");
    place.run("build x.yaml --format csv").exits(2).says("E0802");
    place.run("build x.yaml -o out/").exits(2).says("E0803");
    place.run("build x.yaml -o x.tsv").exits(2).says("E0803");
    place.run("build x.yaml --format cvs -o out/").exits(2).says("did you mean `csv`?");
    place.run_args(&["build", "x.yaml", "--format", "csv", "-o", ""]).exits(2).says("E0802").says("is empty");
    place.run("build x.yaml --format csv -o out/ --table user").exits(2).says("did you mean `users`?");
    assert_eq!(place.list("."), ["x.yaml"]);
}

#[test]
fn standard_output_takes_one_table_and_nothing_else() {
    let place = Place::with_shop();
    let outcome = place.run("build shop.yaml --table users --format csv -o -").exits(0);
    assert_eq!(outcome.out.lines().count(), 101);
    place.run("build shop.yaml --format csv -o -").exits(2).says("E0707").prints_nothing();
    place.run("build shop.yaml --table users --format csv -o - --json").exits(2).says("E0811").prints_nothing();
}

#[test]
fn ranges_of_rows_concatenate_to_the_whole() {
    let place = Place::with_shop();
    for table in ["users", "orders"] {
        let line = format!("build shop.yaml --table {table} --format csv --option header=false -o - -q");
        let whole = place.run(&line).exits(0).out;
        let rows = whole.lines().count();
        let parts = ["..31", "31..31", "31..90", "90.."]
            .map(|range| place.run(&format!("{line} --rows {range} --chunk-rows 7")).exits(0).out);
        assert_eq!(parts.concat(), whole, "{table}");
        place.run(&format!("{line} --rows 0..{}", rows + 1)).exits(2).says("E0805").says(&rows.to_string());
    }
    place.run("build shop.yaml --rows 0..1 --format csv -o out").exits(2).says("E0804").says("--table users");
    place.run("build shop.yaml --rows 9..3 --format csv -o out").exits(2);
}

#[test]
fn a_range_has_its_header_unless_told_otherwise() {
    let place = Place::with_shop();
    let outcome = place.run("build shop.yaml --table users --rows 5..7 --format csv -o -").exits(0);
    assert_eq!(outcome.out, "id\n6\n7\n");
}

#[test]
fn shards_concatenate_to_the_whole_in_order_of_their_names() {
    let place = Place::with_shop();
    let line = "build shop.yaml --format ndjson --chunk-rows 9 -q";
    place.run(&format!("{line} -o whole/")).exits(0);
    for shard in 1..=10 {
        place.run(&format!("{line} -o parts/ --shard {shard}/10")).exits(0);
    }
    for table in ["users", "orders"] {
        let names = place.list("parts").into_iter().filter(|name| name.starts_with(table)).collect::<Vec<_>>();
        assert_eq!((names.len(), names[0].as_str()), (10, format!("{table}-01-of-10.ndjson").as_str()));
        let parts: String = names.iter().map(|name| place.read(&format!("parts/{name}"))).collect();
        assert_eq!(parts, place.read(&format!("whole/{table}.ndjson")));
    }
    place.run("build shop.yaml --shard 11/10").exits(2).says("counted from 1");
    place.run("build shop.yaml --shard 1/2 --rows 0..1").exits(2);
}

#[test]
fn threads_and_chunks_change_no_byte() {
    let place = Place::with_shop();
    place.run("build shop.yaml --format csv -o a --threads 1").exits(0);
    place.run("build shop.yaml --format csv -o b --threads 3 --chunk-rows 5").exits(0);
    for table in ["users", "orders"] {
        assert_eq!(place.read(&format!("a/{table}.csv")), place.read(&format!("b/{table}.csv")));
    }
}

#[test]
fn the_summary_for_programs_tells_rows_bytes_and_checksums() {
    let place = Place::with_shop();
    let outcome = place.run("build shop.yaml --json -q").exits(0);
    assert_eq!(outcome.err, "");
    let summary: serde_json::Value = serde_json::from_str(&outcome.out).expect("JSON");
    assert_eq!(summary["tables"][0]["rows"], 100);
    let file = &summary["files"][0];
    assert_eq!(file["bytes"].as_u64(), Some(place.read(file["path"].as_str().expect("a path")).len() as u64));
    assert_eq!(file["sha256"].as_str().map(str::len), Some(64));
}

#[test]
fn profiles_seeds_and_settings_are_heard() {
    let place = Place::new();
    place.write(
        "x.yaml",
        SHOP.replace("seed: 7", "seed: 7\nvars: { n: 3 }\nprofiles: { ci: { users: 5 } }")
            .replace("rows: 100", "rows: \"n * 2\""),
    );
    let rows = |line: &str| {
        place.run(&format!("build x.yaml --table users --format csv -o - -q {line}")).exits(0).out.lines().count() - 1
    };
    assert_eq!(rows(""), 6);
    assert_eq!(rows("--set n=10"), 20);
    assert_eq!(rows("--profile ci"), 5);
    place.run("check x.yaml --profile cii").exits(2);
    place.run("check x.yaml --set nope=5").exits(2).says("E0412");
    place.run("check x.yaml --set n").exits(2).says("NAME=VALUE");
    let orders = |seed: u32| place.run(&format!("build x.yaml --table orders --format csv -o - -q --seed {seed}")).out;
    assert_ne!(orders(1), orders(2));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let place = Place::new();
    place.write("x.yaml", "synth: 1\ntables:\n  t: { rows: 2M, columns: { id: sequence } }\n");
    for line in ["build x.yaml --format csv -o -", "generators", "explain"] {
        let mut command = place.command(line.split(' '));
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the binary ends");
        assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""), "{line}");
    }
}

#[test]
fn a_full_disk_leaves_nothing_behind() {
    if !std::path::Path::new("/dev/full").exists() {
        eprintln!("skipped: there is no /dev/full here");
        return;
    }
    let place = Place::with_shop();
    place.run("build shop.yaml --table users --format csv -o /dev/full").exits(3).says("/dev/full");
}

#[test]
fn preview_and_plan_show_what_will_be() {
    let place = Place::with_shop();
    let preview = place.run("preview shop.yaml --rows 3").exits(0).out;
    assert!(preview.contains("users (100 rows)") && preview.contains("user_id"), "{preview}");
    assert!(!preview.contains("_hidden"), "{preview}");
    let plan = place.run("plan shop.yaml").exits(0).out;
    assert!(plan.contains("<- users.id") && plan.contains("per users"), "{plan}");
    let plan: serde_json::Value = serde_json::from_str(&place.run("plan shop.yaml --json").exits(0).out).expect("JSON");
    let rows = plan["tables"][1]["rows"].as_u64().expect("rows");
    let built = place.run("build shop.yaml --table orders --format csv -o - -q").out.lines().count() as u64;
    assert_eq!(rows, built - 1);
    assert_eq!(plan["tables"][1]["columns"][1]["reads"][0], "users.id");
    place.run("preview shop.yaml --table userz").exits(2).says("did you mean `users`?");
}

#[test]
fn options_that_cannot_be_are_named() {
    let place = Place::with_shop();
    let says = |option: &str, text: &str| {
        place.run(&format!("build shop.yaml --format csv -o out/ --option {option}")).exits(2).says(text);
    };
    says("header=yes", "`header: yes` is not possible: it takes `true` or `false`");
    says("delimiter=xx", "`delimiter: xx` is not possible: it takes a character");
    says("quote=some", "`quote: some` is not possible: it takes one of `minimal`, `all`, `nonnumeric`");
    says("delimitr=x", "did you mean `delimiter`?");
}
