//! A case and what a drafter made of it -> [`Point`]s, one for each thing that was wished, reached or with what was found.

mod columns;
mod tables;
mod words;

use super::case::Case;
use super::data::{Data, build};
use super::resolve::resolve;

/// What a drafter made of a description.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// The spec, if there is one.
    pub spec: Option<String>,
    /// The exit code of the command.
    pub exit: i32,
    /// What was said beside the spec: findings, one a line.
    pub said: String,
}

/// Something that was wished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// What.
    pub what: String,
    /// What was found instead; `None` if all is well.
    pub problem: Option<String>,
}

/// The points of a case.
#[derive(Debug, Default)]
pub struct Points(pub Vec<Point>);

impl Points {
    /// Notes whether something holds, with what was found.
    pub fn check(&mut self, what: impl Into<String>, holds: bool, found: impl FnOnce() -> String) {
        let problem = if holds { None } else { Some(found()) };
        self.0.push(Point { what: what.into(), problem });
    }
}

/// Holds a case against what became of it.
pub fn check(case: &Case, outcome: &Outcome) -> Vec<Point> {
    let mut points = Points::default();
    let is_refused = outcome.spec.is_none() || outcome.exit != 0;
    if !case.refuses.is_empty() || (case.may_refuse && is_refused) {
        words::refusal(case, outcome, &mut points);
        return points.0;
    }
    let text = match (&outcome.spec, outcome.exit) {
        (Some(text), 0) => text,
        _ => return failed(case, "there is a draft", &format!("exit {}: {}", outcome.exit, outcome.said)),
    };
    let data = match build(text) {
        Ok(data) => data,
        Err(problem) => return failed(case, "the draft builds", &problem),
    };
    points.check("there is a draft that builds", true, String::new);
    words::spec(case, outcome, &data, &mut points);
    let scene = resolve(case, &data);
    tables::all(case, &data, &scene, &mut points);
    sql(case, &data, &mut points);
    points.0
}

/// Nothing of what was wished is there.
fn failed(case: &Case, what: &str, problem: &str) -> Vec<Point> {
    let tables =
        case.tables.values().map(|wish| 1 + wish.columns.len() + wish.per.len() + wish.refs.len()).sum::<usize>();
    let said = case.outputs.len() + case.asks.len() + case.says.len();
    let rules = case.holds.len() + case.equals.len() + case.zero.len();
    let problem = problem.chars().take(400).collect::<String>();
    let point = |at: usize| Point {
        what: if at == 0 { what.to_owned() } else { format!("wish {at}") },
        problem: Some(problem.clone()),
    };
    (0..=tables + said + rules).map(point).collect()
}

/// Holds queries against the data.
fn sql(case: &Case, data: &Data, points: &mut Points) {
    for (what, query) in queries(case) {
        let count = data.base.query_row(&query, [], |row| row.get::<_, i64>(0));
        points.check(what, count == Ok(0), || match &count {
            Ok(rows) => format!("{rows} rows break it"),
            Err(error) => error.to_string(),
        });
    }
}

/// `holds`, `equals` and `zero` as they are written, with queries that give 0.
pub fn queries(case: &Case) -> Vec<(String, String)> {
    let mut asked: Vec<(String, String)> = Vec::new();
    for (table, conditions) in &case.holds {
        asked.extend(conditions.iter().map(|condition| {
            (format!("{table}: {condition}"), format!("select count(*) from {table} where not ({condition})"))
        }));
    }
    for (table, equations) in &case.equals {
        asked.extend(equations.iter().map(|equation| {
            let (left, right) = equation.split_once('=').expect("an equation");
            let apart = format!(
                "select count(*) from {table} where {left} is null or {right} is null or abs({left} - ({right})) > 0.00501"
            );
            (format!("{table}: {equation}"), apart)
        }));
    }
    asked.extend(case.zero.iter().map(|query| (query.clone(), query.clone())));
    asked
}
