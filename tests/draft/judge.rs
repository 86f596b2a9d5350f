//! The judge, judged: a right spec has every point, and each slip in it costs the points that it should.

use super::case::{Case, of_text};
use super::check::{Outcome, Point, check};

const CASE: &str = r#"
- id: judge
  tests: [whole]
  prose: a club
  outputs: [csv]
  locale: fr_FR
  contains: ["name: club"]
  lacks: ["../"]
  asks: [currency]
  says: [photo]
  mentions: [dutch]
  tables:
    members|people:
      rows: 600
      only: true
      columns:
        phone|phone_number: { nulls: 10% }
        age: { type: integer, range: [16, 67] }
        weight: { type: decimal, decimals: 1, within: [40, ~], mean: [70, 80], sd: [7, 13], median: [70, 80] }
        status: { shares: { active: 0.7, paused: 0.3 } }
        level: { values: [low, high] }
        code: { unique: true, pattern: '^M-\d{5}$' }
        email: { like: email }
        joined: { type: date, dates: [2023-01-01, 2023-12-31] }
      refs: { mentor: members }
      acyclic: true
    courses:
      rows: [20, 40]
      columns: { fee: { skewed: right } }
    contracts:
      per: { members: [1, 3] }
      mean_per: { members: [1.8, 2.2] }
      refs: { course: courses }
      refs_nulls: { courses: 20% }
      skew: { courses: [0.1, 0.3] }
      columns: { net: {}, gross: {}, starts: { type: time }, ends: { type: time } }
    visits:
      per: { contracts: [2, 2] }
      refs: { course: courses }
      unique: [[contracts_key, courses_key]]
    days:
      rows: 48
      every: 3600
      columns: { at: {} }
  holds: { contracts: [ends > starts] }
  equals: { contracts: [gross = net * 1.19] }
  zero: ["select count(*) from contracts c join members m on m.key = c.members_key where c.starts < m.joined"]
"#;

const SPEC: &str = r#"
synth: 1
name: club
now: 2024-07-01
locale: fr_FR
tables:
  people:
    rows: 600
    key: [id]
    columns:
      id: sequence
      phone_number: { gen: person.phone, null: 10% }
      age: { gen: number, type: int32, min: 16, max: 67 }
      weight: { gen: number, type: "decimal(6,1)", dist: normal, mean: 75, sd: 10, min: 40 }
      status: { gen: choice, of: { active: 7, paused: 3 } }
      level: { gen: choice, of: [low, high] }
      code: { gen: pattern, pattern: "M-[0-9]{5}", unique: true }
      email: person.email
      joined: { gen: date, from: 2023-01-01, to: 2023-12-31 }
      mentor_id: { gen: ref, to: people, earlier: true }
  courses:
    rows: 30
    key: [id]
    columns: { id: sequence, fee: { gen: number, dist: lognormal, median: 10, p95: 90 } }
  contracts:
    per: people
    count: 1..3
    key: [id]
    columns:
      id: sequence
      person_id: { gen: field, of: people.id }
      course_id: { gen: ref, to: courses, null: 20%, skew: { dist: zipf, s: 1.2 } }
      net: { gen: number, type: "decimal(8,2)", min: 10, max: 90 }
      gross: { gen: expr, expr: "net * 1.19", type: "decimal(8,2)" }
      starts: { gen: date, from: people.joined, to: "people.joined + 90d" }
      ends: { gen: date, from: "starts + 1d", to: "starts + 400d" }
  visits:
    per: contracts
    count: 2
    key: [id]
    columns:
      id: sequence
      contract_id: { gen: field, of: contracts.id }
      course_id: { gen: ref, to: courses, distinct_in: contracts }
  days:
    rows: { every: 1h, from: 2024-01-01T00:00:00Z, to: 2024-01-03T00:00:00Z }
    columns: { at: tick }
outputs:
  csv: { format: csv, path: "out/{table}.csv" }
draft:
  assumptions: [{ id: a1, text: Nobody is Dutch. }]
  questions: [{ id: q1, text: In which currency? }]
  not_expressible: [{ text: There are no photos. }]
"#;

fn case() -> Case {
    of_text("judge", CASE).remove(0)
}

fn judged(spec: &str) -> Vec<Point> {
    check(&case(), &Outcome { spec: Some(spec.to_owned()), exit: 0, said: String::new() })
}

fn lost(points: &[Point]) -> Vec<&str> {
    points.iter().filter(|point| point.problem.is_some()).map(|point| point.what.as_str()).collect()
}

#[test]
fn a_right_spec_has_every_point() {
    let points = judged(SPEC);
    let lost: Vec<&Point> = points.iter().filter(|point| point.problem.is_some()).collect();
    assert!(lost.is_empty(), "{lost:#?}");
    assert!(points.len() > 60, "{}", points.len());
}

#[test]
fn every_slip_costs_its_point() {
    for (right, wrong, what) in [
        ("rows: 600", "rows: 599", "members: 600 to 600 rows"),
        ("    rows: 30", "    rows: 19", "courses: 20 to 40 rows"),
        (", null: 10%", "", "members.phone: 10% null"),
        ("null: 10%", "null: 20%", "members.phone: 10% null"),
        ("email: person.email", "email: { gen: person.email, null: 5% }", "members.email: 0 % null"),
        ("max: 67", "max: 68", "members.age from 16 to 67"),
        ("min: 16, max: 67", "min: 30, max: 31", "members.age from 16 to 67"),
        ("type: int32", "type: float64", "members.age is integer"),
        ("decimal(6,1)", "decimal(6,2)", "members.weight has at most 1 digits"),
        ("min: 40", "min: 38, max: 39", "members.weight from 40 to anything"),
        ("mean: 75", "mean: 85", "members.weight: mean"),
        ("mean: 75", "mean: 85", "members.weight: median"),
        ("sd: 10", "sd: 2", "members.weight: deviation"),
        ("active: 7, paused: 3", "active: 1, paused: 1", "members.status: active 0.7"),
        ("active: 7, paused: 3", "active: 7, paused: 3, gone: 0.1", "members.status is one of"),
        ("[low, high]", "[low, high, top]", "members.level is one of"),
        ("[low, high]", "[low]", "members.level is one of"),
        (r#""M-[0-9]{5}", unique: true"#, r#""M-[0-9]{4}[1-2]""#, "members.code never repeats"),
        ("M-[0-9]{5}", "M[0-9]{5}", "members.code looks like"),
        ("email: person.email", "email: person.full_name", "members.email looks like"),
        ("to: 2023-12-31", "to: 2024-01-31", "members.joined from 2023-01-01"),
        ("from: 2023-01-01, to: 2023-12-31", "from: 2023-05-01, to: 2023-05-03", "members.joined from 2023-01-01"),
        ("joined: { gen: date", "joined: { gen: datetime", "members.joined is date"),
        (", earlier: true }", " }", "members: no row is above itself"),
        ("mentor_id: { gen: ref, to: people, earlier: true }", "mentor_id: sequence", "members: a reference mentor"),
        ("      level:", "      rank: sequence\n      level:", "members: no other columns"),
        ("      level:", "      rank:", "members.level is there"),
        ("      level:", "      level_low_or:", "members.level is there"),
        (
            "fee: { gen: number, dist: lognormal, median: 10, p95: 90 }",
            "fee: { gen: number, min: 1, max: 9 }",
            "courses.fee is skewed",
        ),
        ("count: 1..3", "count: 1..4", "contracts: 1 to 3 a row of members"),
        ("count: 1..3", "count: 0..3", "contracts: 1 to 3 a row of members"),
        ("count: 1..3", "count: 1", "contracts: 1 to 3 a row of members"),
        ("count: 1..3", "count: 1..2", "contracts: 1.8 to 2.2 a row of members"),
        ("null: 20%, ", "", "contracts: course null"),
        (", skew: { dist: zipf, s: 1.2 }", "", "contracts: 0.1 of courses have"),
        (
            "course_id: { gen: ref, to: courses, null: 20%, skew: { dist: zipf, s: 1.2 } }",
            "course_id: { gen: number, min: 31, max: 99 }",
            "contracts: a reference course",
        ),
        (", distinct_in: contracts", "", "visits: [\"contracts_key\", \"courses_key\"] unique together"),
        ("count: 2", "count: 3", "visits: 2 to 2 a row of contracts"),
        ("every: 1h", "every: 2h", "days: a row every 3600 seconds"),
        ("starts + 1d", "starts - 9d", "contracts: ends > starts"),
        ("net * 1.19", "net * 1.18", "contracts: gross = net * 1.19"),
        ("from: people.joined,", "from: 2022-12-01,", "select count(*)"),
        ("  days:", "  more: { rows: 3, columns: { id: sequence } }\n  days:", "no table that nobody asked for"),
        ("format: csv, path: \"out/{table}.csv\"", "format: json, path: \"out/{table}.json\"", "outputs"),
        ("locale: fr_FR", "locale: de_DE", "locale fr_FR"),
        ("name: club", "name: pub", "the spec says"),
        ("out/{table}.csv", "../{table}.csv", "the spec does not say"),
        ("In which currency", "In which land", "asks about currency"),
        ("Nobody is Dutch", "All are", "mentions dutch"),
        ("no photos", "no films", "says that it cannot"),
        ("gen: choice", "gen: choise", "the draft builds"),
    ] {
        assert!(SPEC.contains(right), "{right}");
        let points = judged(&SPEC.replacen(right, wrong, 1));
        let lost = lost(&points);
        assert!(lost.iter().any(|lost| lost.starts_with(what)), "{right} -> {wrong}: lost {lost:?}");
        assert!(lost.len() <= 8 || what == "the draft builds", "{right} -> {wrong}: lost {lost:#?}");
    }
}

#[test]
fn a_refusal_is_wanted_or_not() {
    let said = "error[E1220]: 500 seats cannot have 50 numbers";
    let refused = Outcome { spec: None, exit: 1, said: said.to_owned() };
    assert!(lost(&check(&case(), &refused)).len() > 20);
    let wanted = Case { refuses: vec!["500".to_owned(), "50".to_owned()], ..case() };
    assert_eq!(lost(&check(&wanted, &refused)), Vec::<&str>::new());
    for outcome in [
        Outcome { spec: Some(SPEC.to_owned()), exit: 0, said: said.to_owned() },
        Outcome { spec: None, exit: 70, said: said.to_owned() },
        Outcome { spec: None, exit: 1, said: "no".to_owned() },
    ] {
        assert!(!lost(&check(&wanted, &outcome)).is_empty(), "{outcome:?}");
    }
    let either = Case { may_refuse: true, tables: Default::default(), ..case() };
    assert_eq!(lost(&check(&either, &refused)), Vec::<&str>::new());
    assert!(!lost(&check(&either, &Outcome { spec: None, exit: 70, said: String::new() })).is_empty());
}
