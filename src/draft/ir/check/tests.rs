//! Drafts with slips, and what becomes of them.

use super::*;
use crate::draft::ir::{Choice, Column, ColumnType, Param, Relationship, Role, Table};

fn column(name: &str, generator: &str) -> Column {
    Column { name: name.to_owned(), generator: generator.to_owned(), ..Column::default() }
}

fn of(columns: Vec<Column>) -> Ir {
    let table = Table { name: "members".to_owned(), rows: 10, columns, ..Table::default() };
    Ir { title: "x".to_owned(), outputs: vec!["csv".to_owned()], tables: vec![table], ..Ir::default() }
}

#[test]
fn mending_twice_is_mending_once() {
    let mut ir = of(vec![column("fullName", "fullname"), column("", "text"), column("since", "datetime")]);
    ir.tables.push(Table { name: "../../etc/passwd".to_owned(), ..Table::default() });
    ir.relationships.push(Relationship {
        child_table: "etc_passwd".to_owned(),
        parent_table: "member".to_owned(),
        ..Relationship::default()
    });
    assert_eq!(mend(&mut ir), []);
    let once = ir.clone();
    assert_eq!(mend(&mut ir), []);
    assert_eq!(ir, once);
}

#[test]
fn names_that_lead_elsewhere_become_names() {
    let names = ["../../etc/passwd", "Gym Members", "$rows", "a\u{0}b", "Größe", &"x".repeat(200), "..", "2024"];
    let mut ir = of(vec![column("a", "sequence")]);
    ir.tables = names
        .map(|name| Table { name: name.to_owned(), columns: vec![column("a", "sequence")], ..Table::default() })
        .to_vec();
    assert_eq!(mend(&mut ir), []);
    let mended: Vec<&str> = ir.tables.iter().map(|table| table.name.as_str()).collect();
    let long = "x".repeat(63);
    assert_eq!(mended, ["etc_passwd", "gym_members", "rows", "a_b", "groesse", &long, "table_7", "n2024"]);
}

#[test]
fn generators_are_found_by_alias_and_slip_and_the_rest_is_told() {
    let known = ["fullname", "person.emial", "Email", "regex", "zipcode", "datetime", "nonsense_of_a_kind"];
    let mut ir = of(known.iter().enumerate().map(|(n, name)| column(&format!("c{n}"), name)).collect());
    ir.tables[0].columns[3].set("pattern", "[A-Z]");
    let problems = mend(&mut ir);
    let got: Vec<&str> = ir.tables[0].columns.iter().map(|column| column.generator.as_str()).collect();
    assert_eq!(
        got[..6],
        ["person.full_name", "person.email", "person.email", "pattern", "address.postal_code", "datetime"]
    );
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!((problems[0].code, problems[0].path.as_str()), ("E1203", "/tables/0/columns/6/generator"));
}

#[test]
fn parameters_that_a_generator_does_not_have_go_and_mistyped_ones_are_found() {
    let mut age = column("age", "number");
    age.params = [("minimum", "67"), ("max", "16"), ("colour", "red"), ("skew.s", "1")]
        .map(|(key, value)| Param { key: key.to_owned(), value: value.to_owned() })
        .to_vec();
    let mut ir = of(vec![age]);
    assert_eq!(mend(&mut ir), []);
    let age = &ir.tables[0].columns[0];
    assert_eq!((age.param("min"), age.param("max"), age.params.len()), (Some("16"), Some("67"), 2));
    assert_eq!(age.r#type, ColumnType::Integer);
    assert!(ir.assumptions.len() >= 4, "{:#?}", ir.assumptions);
}

#[test]
fn weights_that_miss_the_whole_by_a_slip_are_scaled_and_others_stay() {
    let weights = |ir: &Ir| ir.tables[0].columns[0].choices.iter().map(|choice| choice.weight).collect::<Vec<f64>>();
    for (said, want) in [
        (vec![60.0, 30.0, 9.0], vec![60.606061, 30.30303, 9.090909]),
        (vec![6.0, 3.0], vec![6.0, 3.0]),
        (vec![0.5, 0.5], vec![0.5, 0.5]),
    ] {
        let mut plan = column("plan", "choice");
        plan.choices =
            said.iter().enumerate().map(|(n, weight)| Choice { value: n.to_string(), weight: *weight }).collect();
        let mut ir = of(vec![plan]);
        assert_eq!(mend(&mut ir), []);
        assert_eq!(weights(&ir), want);
    }
}

#[test]
fn a_table_that_is_referred_to_gets_a_key_and_its_children_their_column() {
    let mut ir = of(vec![column("name", "person.full_name")]);
    ir.tables.push(Table { name: "visits".to_owned(), columns: vec![column("at", "datetime")], ..Table::default() });
    ir.relationships.push(Relationship {
        child_table: "visits".to_owned(),
        parent_table: "members".to_owned(),
        ..Relationship::default()
    });
    assert_eq!(mend(&mut ir), []);
    assert_eq!((ir.tables[0].columns[0].name.as_str(), ir.tables[0].columns[0].role), ("id", Role::Pk));
    assert_eq!((ir.tables[1].columns[0].name.as_str(), ir.tables[1].columns[0].role), ("member_id", Role::Fk));
    assert_eq!(ir.relationships[0].max_children, 5);
}

#[test]
fn what_is_tied_to_nothing_is_told() {
    let mut ir = of(vec![column("name", "person.full_name")]);
    ir.relationships.push(Relationship {
        child_table: "zebras".to_owned(),
        parent_table: "members".to_owned(),
        ..Relationship::default()
    });
    let problems = mend(&mut ir);
    assert_eq!((problems[0].code, problems[0].path.as_str()), ("E1204", "/relationships/0/child_table"));
}
