//! Drafts, their texts, and that every text compiles without a word.

use super::*;
use crate::compile::compile;
use crate::draft::ir::{
    Choice, Column, ColumnType, Origin, Param, Relationship, Role, RowsOrigin, Rule, RuleKind, Shape, Table, Tie,
};
use crate::fmt::Shorthands;
use crate::plan::Overrides;
use crate::source::SpecSource;

pub(super) fn col(name: &str, generator: &str, params: &[(&str, &str)]) -> Column {
    let params = params.iter().map(|(key, value)| Param { key: (*key).to_owned(), value: (*value).to_owned() });
    Column {
        name: name.to_owned(),
        generator: generator.to_owned(),
        params: params.collect(),
        origin: Origin::Stated,
        ..Column::default()
    }
}

pub(super) fn id() -> Column {
    Column { role: Role::Pk, origin: Origin::Inferred, ..col("id", "sequence", &[]) }
}

pub(super) fn table(name: &str, rows: u64, columns: Vec<Column>) -> Table {
    let rows_origin = if rows > 0 { RowsOrigin::Stated } else { RowsOrigin::Inferred };
    Table { name: name.to_owned(), rows, rows_origin, columns, ..Table::default() }
}

pub(super) fn owns(parent: &str, child: &str, column: &str, bounds: (u64, u64)) -> Relationship {
    Relationship {
        tie: Tie::Owns,
        child_table: child.to_owned(),
        child_column: column.to_owned(),
        parent_table: parent.to_owned(),
        min_children: bounds.0,
        max_children: bounds.1,
        ..Relationship::default()
    }
}

pub(super) fn picks(child: &str, column: &str, parent: &str) -> Relationship {
    Relationship { tie: Tie::Picks, ..owns(parent, child, column, (0, 0)) }
}

pub(super) fn gym() -> Ir {
    let mut phone = col("phone", "person.phone", &[]);
    phone.null_rate = 0.1;
    let fee = Column { r#type: ColumnType::Decimal, ..col("fee", "number", &[("min", "19.90"), ("max", "79")]) };
    let mut plan = col("plan", "choice", &[]);
    plan.choices = [("basic", 0.6), ("plus", 0.3), ("family", 0.1)]
        .map(|(value, weight)| Choice { value: value.to_owned(), weight })
        .to_vec();
    Ir {
        title: "gym".to_owned(),
        description: "Members of a gym and their contracts.".to_owned(),
        outputs: vec!["csv".to_owned()],
        tables: vec![
            table("members", 2000, vec![id(), col("name", "person.full_name", &[]), phone]),
            table(
                "contracts",
                0,
                vec![id(), plan, fee, col("starts_on", "date", &[("from", "2024-01-01"), ("to", "2024-12-31")])],
            ),
        ],
        relationships: vec![owns("members", "contracts", "member_id", (1, 3))],
        ..Ir::default()
    }
}

/// The text of a draft that is mended before; it must compile without any finding and be formatted already.
pub(super) fn lowered(mut ir: Ir) -> String {
    let problems = check::mend(&mut ir);
    assert!(problems.is_empty(), "{problems:#?}");
    let provenance = Provenance { drafter: "offline".to_owned(), ..Provenance::default() };
    let text = spec(&ir, &provenance, "prose");
    sound(&text);
    text
}

pub(super) fn sound(text: &str) {
    let source = SpecSource::from_text("draft.yaml", text);
    let formatted = fmt::format(&source, Shorthands::Keep).unwrap_or_else(|found| panic!("{found:?}\n{text}"));
    assert_eq!(formatted, text);
    let compiled =
        compile(source, &Overrides::default()).unwrap_or_else(|refused| panic!("{:#?}\n{text}", refused.found));
    assert!(compiled.warnings.is_empty(), "{:#?}\n{text}", compiled.warnings);
}

fn body(text: &str) -> &str {
    let from = text.find("tables:").expect("there are tables");
    &text[from..text.find("\ndraft:").expect("there is a record")]
}

#[test]
fn a_draft_reads_as_if_a_person_had_written_it() {
    let mut ir = gym();
    ir.assume("tables.contracts.columns.plan", "three plans", "basic, plus, family");
    let text = lowered(ir);
    let want = "\
# yaml-language-server: $schema=https://synth-data.org/schemas/synth-1.schema.json
# Members of a gym and their contracts.
synth: 1
name: gym
seed: 42

tables:
  members:
    rows: 2000
    key: [id]
    columns:
      id:    sequence
      name:  person.full_name
      phone: { gen: person.phone, null: 10% }

  contracts:
    per: members
    count: 1..3
    key: [id]
    columns:
      id:        sequence
      member_id: { gen: field, of: members.id }
      plan:      { gen: choice, of: { basic: 60%, plus: 30%, family: 10% } }  # assumed: three plans
      fee:       { gen: number, min: 19.90, max: 79, type: \"decimal(10,2)\" }
      starts_on: { gen: date, from: 2024-01-01, to: 2024-12-31 }

outputs:
  csv: { format: csv, path: \"out/{table}.csv\" }

draft:
";
    assert!(text.starts_with(want), "{text}");
}

#[test]
fn picks_are_references_and_selves_pick_earlier_rows() {
    let mut ir = gym();
    ir.tables.push(table("courses", 30, vec![col("title", "text.title", &[])]));
    ir.tables.push(table("bookings", 0, vec![]));
    ir.relationships.push(owns("members", "bookings", "", (2, 4)));
    ir.relationships.push(Relationship {
        distinct: true,
        shape: Shape::Zipf,
        ..picks("bookings", "course_id", "courses")
    });
    ir.relationships.push(Relationship { null_rate: 0.7, ..picks("members", "recruited_by", "members") });
    let text = lowered(ir);
    let want = "      course_id: { gen: ref, to: courses, skew: { dist: zipf, s: 1.1 }, distinct_in: members }";
    assert!(text.contains(want), "{text}");
    assert!(text.contains("recruited_by: { gen: ref, to: members, earlier: true, null: 70% }"), "{text}");
    assert!(
        body(&text)
            .contains("  courses:\n    rows: 30\n    key: [id]\n    columns:\n      id:    sequence  # assumed: "),
        "{text}"
    );
}

fn rule(kind: RuleKind, table: &str, columns: &[&str], expression: &str) -> Rule {
    let columns = columns.iter().map(|name| (*name).to_owned()).collect();
    Rule { kind, table: table.to_owned(), columns, expression: expression.to_owned(), ..Rule::default() }
}

fn money(name: &str, min: &str, max: &str) -> Column {
    Column { r#type: ColumnType::Decimal, ..col(name, "number", &[("min", min), ("max", max)]) }
}

/// Every value of some columns, as text.
fn rows(text: &str, table: &str, columns: &[&str]) -> Vec<Vec<Option<String>>> {
    use crate::engine::Engine;
    use crate::formats::TableShape;
    use crate::plan::TableId;
    let compiled = compile(SpecSource::from_text("x", text), &Overrides::default())
        .unwrap_or_else(|refused| panic!("{:?}", refused.found));
    let engine = Engine::new(&compiled.plan);
    let at = compiled.plan.tables.iter().position(|known| known.name == table).expect("the table");
    let batch = crate::cli::sample::first_rows(&engine, TableId(at), 500);
    let shape = TableShape::new(table, batch.schema());
    let names: Vec<usize> = columns.iter().map(|name| batch.schema().index_of(name).expect("the column")).collect();
    let cells = crate::cli::sample::cells(&shape, &batch);
    cells.into_iter().map(|row| names.iter().map(|at| row[*at].clone()).collect()).collect()
}

fn number(cell: &Option<String>) -> f64 {
    cell.as_ref().expect("a value").parse().expect("a number")
}

#[test]
fn times_come_in_their_order() {
    let mut ir = gym();
    let day = |name: &str| col(name, "date", &[("from", "2024-01-01"), ("to", "2024-12-31")]);
    let at = |name: &str| col(name, "datetime", &[("from", "2024-01-01"), ("to", "now")]);
    ir.anchor_date = "2025-01-01".to_owned();
    ir.tables.push(table(
        "loans",
        200,
        vec![id(), day("lent_on"), day("due_on"), day("returned_on"), at("asked_at"), at("answered_at")],
    ));
    for expression in
        ["due_on > lent_on", "returned_on >= lent_on", "returned_on <= lent_on + 30 days", "asked_at < answered_at"]
    {
        ir.rules.push(rule(RuleKind::Compare, "loans", &[], expression));
    }
    ir.rules.push(rule(RuleKind::Compare, "contracts", &[], "starts_on > members.joined_on"));
    ir.tables[0].columns.push(day("joined_on"));
    let text = lowered(ir);
    for row in rows(&text, "loans", &["lent_on", "due_on", "returned_on", "asked_at", "answered_at"]) {
        assert!(row[0] < row[1] && row[0] <= row[2] && row[3] < row[4], "{row:?}\n{text}");
    }
    assert!(text.contains("from: \"members.joined_on + 1d\""), "{text}");
    assert!(text.contains("to: \"lent_on + 30d\""), "{text}");
}

#[test]
fn numbers_keep_their_distance() {
    let mut ir = gym();
    let whole = |name: &str, min: &str, max: &str| Column {
        r#type: ColumnType::Integer,
        ..col(name, "number", &[("min", min), ("max", max)])
    };
    ir.tables.push(table(
        "items",
        300,
        vec![
            id(),
            money("cost", "1", "60"),
            money("price", "5", "80"),
            whole("least", "1", "9"),
            whole("most", "1", "20"),
            money("tax", "81", "90"),
        ],
    ));
    for expression in ["cost < price", "most >= least", "tax > price"] {
        ir.rules.push(rule(RuleKind::Compare, "items", &[], expression));
    }
    let text = lowered(ir);
    for row in rows(&text, "items", &["cost", "price", "least", "most"]) {
        let cells: Vec<f64> = row.iter().map(number).collect();
        assert!(cells[0] < cells[1] && cells[2] <= cells[3], "{cells:?}\n{text}");
        assert!((1.0..=60.0).contains(&cells[0]) && (1.0..=20.0).contains(&cells[3]), "{cells:?}\n{text}");
    }
    assert!(!text.contains("_tax_share"), "{text}");
}

#[test]
fn formulas_and_aggregates_are_computed() {
    let mut ir = gym();
    ir.tables[1].columns.extend([money("net", "1", "100"), money("vat", "0", "0"), money("gross", "0", "0")]);
    ir.tables[0].columns.extend([money("paid", "0", "0"), col("contracts_held", "expr", &[])]);
    ir.rules.push(rule(RuleKind::Formula, "contracts", &["vat"], "net * 0.19"));
    ir.rules.push(rule(RuleKind::Formula, "contracts", &["gross"], "gross = net + vat"));
    ir.rules.push(rule(RuleKind::Rollup, "members", &["paid"], "sum(contracts.gross)"));
    ir.rules.push(rule(RuleKind::Rollup, "members", &["contracts_held"], "count(contracts)"));
    let text = lowered(ir);
    for row in rows(&text, "contracts", &["net", "vat", "gross"]) {
        let cells: Vec<f64> = row.iter().map(number).collect();
        assert!(
            (cells[0] * 0.19 - cells[1]).abs() < 0.0051 && (cells[0] + cells[1] - cells[2]).abs() < 1e-9,
            "{cells:?}"
        );
    }
    assert!(text.contains("{ gen: rollup, of: contracts.gross, agg: sum }"), "{text}");
}

#[test]
fn what_cannot_hold_is_told_with_the_arithmetic() {
    let mut ir = gym();
    ir.tables.push(table("items", 300, vec![id(), money("cost", "50", "90"), money("price", "10", "40")]));
    ir.rules.push(rule(RuleKind::Compare, "items", &[], "cost < price"));
    ir.rules.push(rule(RuleKind::Compare, "items", &[], "cost soon"));
    ir.rules.push(rule(RuleKind::UniqueTogether, "contracts", &["member_id", "plan"], ""));
    let problems = check::mend(&mut ir);
    let told: Vec<&str> = problems.iter().map(|problem| problem.code).collect();
    assert_eq!(told, ["E1208", "E1207"]);
    assert!(problems[0].message.contains("at least 50"), "{}", problems[0].message);
    assert_eq!(ir.not_expressible.len(), 1);
}

#[test]
fn values_that_differ_are_chosen_from_what_the_other_leaves() {
    let mut ir = gym();
    let place = |name: &str| {
        let mut column = col(name, "choice", &[]);
        column.choices = ["AMS", "CDG", "FRA"].map(|value| Choice { value: value.to_owned(), weight: 0.0 }).to_vec();
        column
    };
    ir.tables.push(table("flights", 100, vec![id(), place("origin"), place("destination")]));
    ir.rules.push(rule(RuleKind::Compare, "flights", &[], "origin <> destination"));
    let text = lowered(ir);
    assert!(rows(&text, "flights", &["origin", "destination"]).iter().all(|row| row[0] != row[1]), "{text}");
}

#[test]
fn drafts_that_work_are_verified_and_others_told() {
    assert_eq!(verify(&lowered(gym())).map(drop), Ok(()));
    let mut ir = gym();
    ir.tables[1].columns.push(Column { unique: true, ..col("seat", "number", &[("min", "1"), ("max", "50")]) });
    assert!(check::mend(&mut ir).is_empty());
    let problems = verify(&spec(&ir, &Provenance::default(), "")).expect_err("too few values");
    assert_eq!((problems[0].code, problems[0].path.as_str()), ("E0501", "/tables/contracts/columns/seat"));
    assert!(problems[0].message.contains("50 values"), "{}", problems[0].message);
}

#[test]
fn a_sender_is_never_the_receiver() {
    let mut ir = gym();
    ir.tables.push(table("payments", 400, vec![id(), money("amount", "1", "9")]));
    ir.relationships.push(picks("payments", "sender_id", "members"));
    let receiver = picks("payments", "receiver_id", "members");
    ir.relationships.push(Relationship { other_than: "sender_id".to_owned(), ..receiver });
    ir.tables[0].rows = 3;
    let text = lowered(ir);
    assert!(rows(&text, "payments", &["sender_id", "receiver_id"]).iter().all(|row| row[0] != row[1]), "{text}");
}
