//! Files that are no specs, names that are hostile, places that cannot be written: findings and exit codes, never a panic.

use std::fs;

use super::run::{Outcome, Place, SHOP};

#[track_caller]
fn check(bytes: impl AsRef<[u8]>) -> Outcome {
    let place = Place::new();
    place.write("x.yaml", bytes);
    place.run("check x.yaml").prints_nothing()
}

#[test]
fn a_spec_that_cannot_be_read_is_said_to_be_so() {
    let place = Place::new();
    place.run("check no.yaml").exits(3).says("E0101").says("there is no file `no.yaml`").prints_nothing();
    place.run("build no.yaml --format csv -o out").exits(3).says("E0101");
    place.run("check .").exits(3).says("E0101").says("is a folder");
}

#[test]
fn what_is_not_text_is_refused() {
    check("").exits(1).says("E0102");
    check("# nothing\n").exits(1).says("E0102");
    check(b"\x00\x01\x02PAR1").exits(1).says("E0103");
    check(b"synth: 1\nname: M\xfcller\n").exits(1).says("E0104").says("line 2");
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    check([b"\xef\xbb\xbf", SHOP.as_bytes()].concat()).exits(0).says("ok, 2 tables, 4 columns");
}

#[test]
fn windows_line_ends_do_no_harm() {
    check(SHOP.replace('\n', "\r\n")).exits(0);
}

#[test]
fn aliases_that_explode_and_values_that_nest_without_end_are_refused() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..30 {
        let copies = vec![format!("*a{}", level - 1); 9].join(", ");
        bomb.push_str(&format!("a{level}: &a{level} [{copies}]\n"));
    }
    check(bomb).exits(1).says("E0108");
    check("[".repeat(100_000)).exits(1).says("E0110");
    check("a:\n".to_owned() + &(1..400).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect::<String>())
        .exits(1)
        .says("E0110");
    check("- ".repeat(100_000)).exits(1).says("E0110");
}

#[test]
fn a_key_that_stands_twice_is_refused() {
    check("synth: 1\nseed: 1\nseed: 2\n").exits(1).says("E0107");
}

#[test]
fn all_mistakes_are_said_at_once_and_counted() {
    let text =
        "synth: 1\nsede: 1\ntables:\n  t: { rows: 1, columns: { id: sequense, x: { gen: sequence, stat: 1 } } }\n";
    let outcome = check(text).exits(1).says("did you mean `seed`?").says("did you mean `sequence`?");
    let last = outcome.err.lines().last().expect("a summary");
    assert_eq!(last, "3 errors");
}

#[test]
fn findings_come_in_forms_for_programs_on_standard_output() {
    let place = Place::new();
    place.write("a.yaml", "synth: 1\nsede: 1\ntables: {}\n");
    place.write("b.yaml", "synth: [");
    let json = place.run("check a.yaml b.yaml --message-format json").exits(1);
    assert_eq!(json.err, "");
    for line in json.out.lines() {
        let finding: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert!(finding["code"].as_str().is_some_and(|code| code.starts_with('E')));
    }
    let sarif = place.run("check a.yaml b.yaml --message-format sarif").exits(1);
    let log: serde_json::Value = serde_json::from_str(&sarif.out).expect("one document");
    let runs = log["runs"].as_array().expect("an array");
    assert_eq!(runs.len(), 1, "services refuse several runs of one tool");
    let rules = &runs[0]["tool"]["driver"]["rules"];
    for result in runs[0]["results"].as_array().expect("an array") {
        let index = result["ruleIndex"].as_u64().expect("a number") as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
    let github = place.run("check a.yaml --message-format github").exits(1);
    assert!(github.out.starts_with("::error file=a.yaml,line="), "{}", github.out);
    place.run("check a.yaml --message-format short").exits(1).prints_nothing().says("a.yaml:2:1: error[E0201]");
    place.run("check a.yaml --message-format xml").exits(2).says("possible values");
}

#[test]
fn a_spec_can_come_from_standard_input() {
    let place = Place::new();
    place.run_with("check -", SHOP).exits(0).says("<stdin>: ok");
    place.run_with("check -", "synth: [").exits(1).says("<stdin>:1");
}

#[test]
fn colour_is_for_terminals_and_for_those_who_ask() {
    let place = Place::new();
    place.write("x.yaml", "synth: [");
    assert!(!place.run("check x.yaml").err.contains('\u{1b}'));
    assert!(place.run("check x.yaml --color always").err.contains('\u{1b}'));
    assert!(!place.run("check x.yaml --color never").err.contains('\u{1b}'));
    assert!(!place.run("chekc --color never").err.contains('\u{1b}'));
}

#[test]
fn what_exists_is_not_replaced_without_being_told() {
    let place = Place::with_shop();
    fs::create_dir(place.path("out")).expect("a folder");
    place.write("out/orders.csv", "precious");
    place.run("build shop.yaml").exits(3).says("E0706").says("out/orders.csv").says("--overwrite");
    assert_eq!(place.read("out/orders.csv"), "precious");
    assert_eq!(place.list("out"), ["orders.csv"]);
    place.run("build shop.yaml --overwrite").exits(0);
    assert!(place.read("out/orders.csv").starts_with("id,user_id,number\n"));
}

#[test]
fn a_folder_that_cannot_be_written_is_said_before_the_first_row() {
    let place = Place::with_shop();
    place.write("file", "");
    place.run("build shop.yaml --format csv -o file/out/").exits(3).says("E0708");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let locked = place.path("locked");
        fs::create_dir(&locked).expect("a folder");
        fs::set_permissions(&locked, fs::Permissions::from_mode(0o555)).expect("a mode");
        if fs::write(locked.join("probe"), "").is_ok() {
            eprintln!("skipped: this user may write everywhere");
            return;
        }
        place.run("build shop.yaml --format csv -o locked/").exits(3).says("E0708");
    }
}

#[test]
fn two_outputs_with_one_path_are_refused() {
    let place = Place::new();
    place.write("shop.yaml", SHOP.replace("out/{name}-{seed}-{table}.ndjson", "out/{table}.csv"));
    place.run("build shop.yaml").exits(1).says("E0705");
    place.write("shop.yaml", SHOP.replace("out/{name}-{seed}-{table}.ndjson", "out/./x/../../out/{table}.csv"));
    place.run("build shop.yaml").exits(1).says("E0705").says("are one file");
    assert!(place.list("out").is_empty());
}

#[test]
fn a_table_cannot_lead_out_of_its_folder() {
    let place = Place::new();
    let spec = "synth: 1\ntables:\n  ../../etc/x: { rows: 1, columns: { id: sequence } }\n";
    place.write("x.yaml", spec);
    place.run("build x.yaml --format csv -o out/").exits(1).says("E07");
    assert_eq!(place.list("."), ["x.yaml"]);
    place.write("y.yaml", SHOP.replace("name: shop", "name: ../../etc/x"));
    place.run("build y.yaml").exits(1).says("E0809");
}

#[test]
fn a_text_cannot_steer_the_terminal() {
    let place = Place::new();
    place.write("x.yaml", "synth: 1\n\"\\e[2Jevil\": 1\ntables: {}\n");
    assert!(!place.run("check x.yaml").exits(1).err.contains('\u{1b}'));
}
