use super::super::ir::{Choice, Relationship, Table};
use super::*;

const GYM: &str = "2,000 members of a gym, each with 1 to 3 contracts, a tenth without a phone number. Joined between 2020-01-01 and \
                   2023-12-31, status **active** (70%) or \"on hold\" (30%).";

fn column(name: &str) -> Column {
    Column { name: name.to_owned(), ..Column::default() }
}

fn gym() -> Ir {
    let mut phone = Column { null_rate: 0.1, ..column("phone_number") };
    phone.origin = Origin::Stated;
    let mut joined = column("joined_on");
    joined.set("from", "2020-01-01");
    joined.set("to", "2023-12-31");
    let choice = |value: &str, weight: f64| Choice { value: value.to_owned(), weight };
    let status = Column { choices: vec![choice("active", 70.0), choice("on hold", 30.0)], ..column("status") };
    let members =
        Table { name: "members".to_owned(), rows: 2000, columns: vec![phone, joined, status], ..Table::default() };
    let contracts = Relationship { min_children: 1, max_children: 3, ..Relationship::default() };
    Ir { tables: vec![members], relationships: vec![contracts], ..Ir::default() }
}

fn words(facts: &[Fact]) -> Vec<&str> {
    facts.iter().map(|fact| fact.words.as_str()).collect()
}

#[test]
fn facts_are_numbers_shares_dates_and_literals() {
    assert_eq!(
        words(&facts(GYM)),
        ["2,000", "1", "3", "a tenth", "between 2020-01-01 and 2023-12-31", "70%", "\"on hold\"", "30%"]
    );
    assert_eq!(words(&facts("one of the members, no. 7, such as INV/2023/0042")), ["7", "INV/2023/0042"]);
    assert_eq!(words(&facts("no two alike; 60% go by road, weight / height, | a | b |")), ["60%"]);
    assert_eq!(
        words(&facts("1. twenty-five rows\n2. half of them red or blue")),
        ["twenty-five", "half of", "red", "blue"]
    );
}

#[test]
fn what_the_draft_has_by_value_is_used() {
    let mut ir = gym();
    let report = check(&mut ir, GYM);
    assert!(report.is_empty(), "{report:?}");
    assert_eq!(ir.tables[0].columns[0].evidence, ["phone number"], "the name bears what was not quoted");
}

#[test]
fn what_the_draft_leaves_out_is_found_with_its_place() {
    let mut ir = gym();
    ir.relationships.clear();
    ir.tables[0].columns[0].null_rate = 0.0;
    let report = check(&mut ir, GYM);
    assert_eq!(words(&report.unused), ["1", "3", "a tenth"]);
    let found = report.findings(GYM, &["each with 1 to 3 contracts".to_owned()]);
    let shown: Vec<_> =
        found.iter().map(|finding| (finding.code, finding.primary.as_ref().map(|label| label.span))).collect();
    let at = GYM.find("a tenth").expect("said");
    assert_eq!(shown, [("W1201", Some(Span::new(at, at + 7)))]);
}

#[test]
fn evidence_covers_facts_and_is_held_against_the_prose() {
    let mut ir = gym();
    ir.tables[0].columns[0].null_rate = 0.0;
    ir.tables[0].columns[0].evidence = vec!["A  TENTH without".to_owned(), "ten percent".to_owned()];
    let report = check(&mut ir, GYM);
    assert!(report.unused.is_empty(), "{report:?}");
    let bad = BadEvidence {
        path: "tables.members.columns.phone_number".to_owned(),
        words: "ten percent".to_owned(),
        is_downgraded: false,
    };
    assert_eq!(report.bad_evidence, [bad]);
    assert_eq!(ir.tables[0].columns[0].origin, Origin::Stated);
    assert!(ir.assumptions.is_empty());
}

#[test]
fn what_nothing_bears_becomes_an_assumption() {
    let mut ir = gym();
    let shoe = Column { origin: Origin::Stated, evidence: vec!["shoe sizes".to_owned()], ..column("shoe_size") };
    ir.tables[0].columns.push(shoe);
    (ir.tables[0].rows, ir.tables[0].rows_origin) = (500, RowsOrigin::Stated);
    let report = check(&mut ir, GYM);
    assert_eq!(words(&report.unused), ["2,000"]);
    assert_eq!(ir.tables[0].columns[3].origin, Origin::Inferred);
    assert_eq!(ir.tables[0].rows_origin, RowsOrigin::Inferred);
    let paths: Vec<&str> = ir.assumptions.iter().map(|assumption| assumption.path.as_str()).collect();
    assert_eq!(paths, ["tables.members.rows", "tables.members.columns.shoe_size"]);
    assert!(report.bad_evidence.iter().all(|bad| bad.is_downgraded));
    assert!(report.findings(GYM, &[]).iter().any(|finding| finding.code == "W1202"));
    assert_eq!(report.messages().len(), 2);
}

#[test]
fn quoting_everything_covers_nothing() {
    let prose = format!("{GYM} {}", "And so on. ".repeat(20));
    let mut ir = Ir { evidence: vec![prose.clone()], ..Ir::default() };
    assert!(!check(&mut ir, &prose).unused.is_empty());
}

#[test]
fn nasty_prose_is_read_without_harm() {
    for prose in ["", "\0\u{1b}", "İ“1”", "é\u{301} 5–", "**10%** `x`", "\u{feff}a"] {
        let mut ir = Ir { evidence: vec!["x".to_owned(), String::new(), "İ".to_owned(), "10%".to_owned()], ..gym() };
        check(&mut ir, prose);
    }
}
