//! Changes of a draft that several readers make.

use std::ops::Range;

use crate::draft::ir::{Choice, Column, ColumnType, Origin, Param, Rule, RuleKind};
use crate::draft::offline::scene::{Place, Scene};

/// `tables.T.columns.C`, for assumptions and questions.
pub fn path(place: &Place) -> String {
    format!("tables.{}.columns.{}", place.table, place.column)
}

/// Notes that some tokens are about a column: evidence, and what is spoken of from now on.
pub fn prove(scene: &mut Scene<'_>, place: &Place, tokens: Range<usize>) {
    scene.prove(place, tokens);
    scene.focus.table = Some(place.table.clone());
    scene.focus.column = Some(place.column.clone());
}

/// Gives a column another generator; what belongs to the old one goes.
pub fn turn_into(column: &mut Column, generator: &str) {
    if column.generator != generator {
        generator.clone_into(&mut column.generator);
        column.params.clear();
        column.choices.clear();
        column.r#type = ColumnType::Auto;
    }
}

/// Takes a parameter away.
pub fn drop_param(column: &mut Column, key: &str) {
    column.params.retain(|param| param.key != key);
}

/// A parameter.
pub fn param(key: &str, value: impl Into<String>) -> Param {
    Param { key: key.to_owned(), value: value.into() }
}

/// Makes a column of values with weights.
pub fn choose(column: &mut Column, choices: Vec<Choice>) {
    turn_into(column, "choice");
    column.choices = choices;
}

/// Adds a column that the description does not name to a table, once; before the column `before` where there is one.
pub fn add_column(scene: &mut Scene<'_>, table: &str, column: Column) -> Option<Place> {
    let place = Place { table: table.to_owned(), column: column.name.clone() };
    let table = scene.ir.table_mut(table)?;
    if table.column(&column.name).is_none() {
        table.columns.push(column);
    }
    Some(place)
}

/// A column that nobody has named.
pub fn inferred(name: &str, generator: &str) -> Column {
    Column { name: name.to_owned(), generator: generator.to_owned(), origin: Origin::Inferred, ..Column::default() }
}

/// Adds a rule with its evidence; one that is there already only gets the evidence.
pub fn add_rule(
    scene: &mut Scene<'_>,
    kind: RuleKind,
    table: &str,
    columns: Vec<String>,
    expression: String,
    quote: String,
) {
    let known = |rule: &&mut Rule| {
        rule.kind == kind && rule.table == table && rule.columns == columns && rule.expression == expression
    };
    match scene.ir.rules.iter_mut().find(known) {
        Some(rule) if !rule.evidence.contains(&quote) => rule.evidence.push(quote),
        Some(_) => {}
        None => scene.ir.rules.push(Rule { kind, table: table.to_owned(), columns, expression, evidence: vec![quote] }),
    }
}

/// A text as a YAML flow scalar.
pub fn yaml(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A text as an SQL literal.
pub fn sql(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// A number with four digits behind the point.
pub fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}

/// A number without needless digits: `70`, `0.5`, `33.3333`.
pub fn plain(value: f64) -> String {
    format!("{}", rounded(value))
}

/// The smallest range that holds both.
pub fn hull(one: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    one.start.min(other.start)..one.end.max(other.end)
}
