//! Drafts, their texts, and that every text compiles without a word.

use super::*;
use crate::compile::compile;
use crate::draft::ir::{Choice, Column, ColumnType, Origin, Param, Relationship, Role, RowsOrigin, Shape, Table, Tie};
use crate::plan::Overrides;

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
