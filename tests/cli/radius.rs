//! `synth diff` of two specs: what it says, in which form, and with which exit code.

use super::run::Place;

const OLD: &str = "\
synth: 1
tables:
  users:
    rows: 10
    key: [id]
    columns:
      id: sequence
      plan: { gen: choice, of: { free: 80, paid: 20 } }
      price: { gen: expr, expr: \"case when plan = 'paid' then 9 else 0 end\" }
      name: { gen: person.full_name }
";

fn place(from: &str, to: &str) -> Place {
    let place = Place::new();
    place.write("old.yaml", OLD);
    assert!(OLD.contains(from));
    place.write("new.yaml", OLD.replace(from, to));
    place
}

#[test]
fn people_read_what_can_change_and_why() {
    let place = place("    rows: 10\n", "    # more\n    rows: 12\n");
    let before = place.read("new.yaml");
    place.write("new.yaml", before.replace("free: 80", "free: 70"));
    let out = place.run("diff old.yaml new.yaml").exits(1).out;
    let expected = "\
2 columns of 1 table can change, 2 cannot; users grows from 10 to 12 rows

users: 10 → 12 rows, appended
   `rows` of `users` 10 → 12 (line 4 → 5)
    plan   changes     `free: 80` → `free: 70` (line 8 → 9)
    price  may change  reads plan: `free: 80` → `free: 70` (line 8 → 9)

cannot change
   users: id, name
";
    assert_eq!(out, expected);
}

#[test]
fn a_pull_request_gets_markdown_that_folds_what_stays() {
    let out = place("free: 80", "a|b: 80").run("diff --markdown old.yaml new.yaml").exits(1).out;
    assert!(
        out.starts_with("**2 columns of 1 table can change, 2 cannot**\n\n#### `users`: 10 rows, the same\n\n"),
        "{out}"
    );
    assert!(
        out.contains(
            "| `plan` | **changes** | `free: 80` is gone<br>`a\\|b: 80` is new | line 8, old<br>line 8, new |\n"
        ),
        "{out}"
    );
    let folded = "<details>\n<summary>2 columns cannot change</summary>\n\n- `users`: `id`, `name`\n\n</details>\n";
    assert!(out.ends_with(folded), "{out}");
}

#[test]
fn programs_read_json_and_the_exit_code() {
    let place = place("free: 80", "free: 70");
    let out = place.run("diff --json old.yaml new.yaml").exits(1).out;
    let radius: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(radius["tables"][0]["rows"]["change"], "same");
    let column = &radius["tables"][0]["columns"][2];
    assert_eq!((column["verdict"].as_str(), &column["through"][0]), (Some("may_change"), &"users.plan".into()));
    assert_eq!(column["reasons"][0]["old_line"], 8);
    assert!(place.run("diff -q old.yaml new.yaml").exits(1).out.is_empty());
    assert_eq!(place.run_with("diff --json old.yaml -", &place.read("new.yaml")).exits(1).out, out);
    place.write("same.yaml", format!("{OLD}outputs: {{ csv: {{ format: csv, path: \"x/{{table}}.csv\" }} }}\n"));
    let out = place.run("diff old.yaml same.yaml").exits(0).out;
    assert!(out.starts_with("nothing in the data can change: 4 columns stay\n"), "{out}");
    assert!(out.contains("`outputs` differ"), "{out}");
}

#[test]
fn specs_that_do_not_compile_are_refused_with_their_findings() {
    let place = place("gen: choice", "gen: choise");
    place.run("diff old.yaml new.yaml").exits(1).says("E0203").says("new.yaml:8").prints_nothing();
    place.run("diff old.yaml no.yaml").exits(3).says("E0101").prints_nothing();
    place.run("diff old.yaml old.csv").exits(2).says("E0901").prints_nothing();
    place.run("diff old.yaml old.yaml --key id").exits(2).says("E0940").says("`--key`").prints_nothing();
    place.run("diff old.csv old.csv --markdown").exits(2).says("E0940").says("`--markdown`").prints_nothing();
    place.run("diff old.yaml old.yaml --markdown --json").exits(2).prints_nothing();
}
