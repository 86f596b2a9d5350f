//! `synth diff` of outputs, as its users meet it.

use serde_json::Value;

use crate::cli::run::Place;

/// A place with a shop built as CSV in `a/` and in another format in `b/`.
fn shop(format: &str) -> Place {
    let place = Place::with_shop();
    place.run("build shop.yaml -q --format csv -o a/").exits(0);
    place.run(&format!("build shop.yaml -q --format {format} -o b/")).exits(0);
    place
}

/// Replaces a text in a file.
fn edit(place: &Place, file: &str, from: &str, to: &str) {
    let text = place.read(file);
    assert!(text.contains(from), "no `{from}` in {file}");
    place.write(file, text.replacen(from, to, 1));
}

#[test]
fn the_same_build_is_equal_in_every_format() {
    for format in ["arrow", "avro", "csv", "json", "ndjson", "parquet", "sql", "xlsx", "xml"] {
        let outcome = shop(format).run("diff a b --spec shop.yaml").exits(0);
        assert!(
            outcome.out.contains("users: equal, 100 rows, 1 column (rows pair by id: the spec's key)"),
            "{}",
            outcome.out
        );
        assert!(outcome.out.ends_with("equal: 2 tables, 329 rows\n"), "{}", outcome.out);
    }
}

#[test]
fn what_differs_is_said_with_examples_and_an_exit_code() {
    let place = shop("json");
    edit(&place, "b/orders.json", "{\"id\":3,", "{\"id\":3000,");
    edit(&place, "b/orders.json", "{\"id\":5,\"user_id\":2,", "{\"id\":5,\"user_id\":77,");
    let text = place.run("diff a b").exits(1).out;
    let expected = "\
orders: 229 rows, 1 changed, 1 added, 1 removed (rows pair by id: a column `id`)
  user_id: 1 of 228 cells changed, first at row 4, id 5 (2 -> 77)
  - row 2, id 3
  + row 2, id 3000
  identical: 2 other columns
users: equal, 100 rows, 1 column (rows pair by id: a column `id`)
different: 1 of 2 tables
";
    assert_eq!(text, expected);
    place.run("diff a b --quiet").exits(1).prints_nothing();
    let json: Value = serde_json::from_str(&place.run("diff a b --json").exits(1).out).expect("JSON");
    let orders = &json["tables"][0];
    assert_eq!(
        (&json["equal"], &orders["rows_changed"], &orders["rows_paired"]),
        (&false.into(), &1.into(), &228.into())
    );
    assert_eq!(orders["columns_changed"][0]["examples"][0]["b"], "77");
    assert_eq!(orders["rows_added"]["examples"][0]["key"][0], "3000");
}

#[test]
fn tables_of_one_side_are_different() {
    let place = shop("csv");
    std::fs::remove_file(place.path("b/users.csv")).expect("removed");
    let text = place.run("diff a b").exits(1).out;
    assert!(text.contains("users: only A has this table\ndifferent: 1 of 2 tables\n"), "{text}");
}

#[test]
fn command_lines_that_make_no_sense_are_refused() {
    let place = shop("csv");
    place.run("diff shop.yaml a").exits(2).says("E0901").prints_nothing();
    place.run("diff a b --key orders=idd").exits(2).says("E0906").says("did you mean `id`");
    place.run("diff a b --key order=id").exits(2).says("E0906").says("did you mean `orders`");
    place.run("diff a b --tolerance no_such=1").exits(2).says("E0906");
    place.run("diff a b --tolerance -1x").exits(2);
    place.run("diff a b --tolerance id=much").exits(2).says("E0909");
    place.run("diff a b --key orders=user_id").exits(2).says("E0907").says("rows 0 and ");
    place.run("diff a b --option delimitre=;").exits(2).says("E0905");
    place.run("diff shop.yaml.bak a").exits(3).says("E0902");
    place.write("t.txt", "x");
    place.run("diff t.txt a").exits(2).says("E0903");
    place.write("a/users.ndjson", "");
    place.run("diff a b").exits(2).says("E0908");
}

#[test]
fn damaged_files_are_refused_with_the_place() {
    let place = shop("parquet");
    let bytes = std::fs::read(place.path("b/users.parquet")).expect("a file");
    place.write("b/users.parquet", &bytes[..bytes.len() - 20]);
    place.run("diff a b").exits(3).says("E0904").says("users.parquet");
    let place = shop("csv");
    place.write("b/orders.csv", "id,user_id,number\n1,1,1\n2,2\n");
    place.run("diff a b").exits(3).says("E0904").says("line 3");
}
