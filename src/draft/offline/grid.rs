//! Tables on a grid of time -> their columns of instants: the one that the description names, else one of their own.

use super::frame::{Frame, Group};
use super::lex;
use super::scene::Scene;
use crate::draft::ir::{Column, ColumnType, Origin, Role, RowsOrigin, Rule, RuleKind, Table};
use crate::draft::text::dates::{Date, Grid};

/// Names of columns that say when, whatever the lexicon takes them for.
const NAMES: &[&str] = &[
    "ts",
    "t",
    "time",
    "timestamp",
    "date",
    "day",
    "datetime",
    "date_time",
    "instant",
    "hour",
    "minute",
    "when",
    "at",
    "month",
    "week",
    "zeitpunkt",
    "zeitstempel",
    "datum",
    "uhrzeit",
    "zeit",
    "horodatage",
    "heure",
    "fecha",
    "hora",
    "data",
    "ora",
    "jour",
    "dia",
    "giorno",
    "tag",
    "momento",
    "marca_de_tiempo",
];

/// How many steps a grid has.
pub fn steps(grid: &Grid) -> u64 {
    grid.rows().unwrap_or(1)
}

/// Gives every table on a grid the column of its instants. Runs when the columns that the description lists are there, and
/// before anything is said of them.
pub fn columns(scene: &mut Scene<'_>, frame: &Frame) {
    for (name, grid) in &frame.grids {
        measure(scene, name);
        let Some(table) = scene.ir.table_mut(name) else { continue };
        let place = column_of(table, grid);
        let is_new = place.is_none();
        let at = place.unwrap_or_else(|| insert(table, grid));
        let is_owned = scene.ir.relationships.iter().any(|tie| tie.child_table == *name && tie.max_children > 0);
        let Some(table) = scene.ir.table_mut(name) else { continue };
        let column = table.columns[at].name.clone();
        let is_grouped = frame.groups.get(name).is_some_and(|group| in_groups(scene, name, &column, grid, group));
        let Some(table) = scene.ir.table_mut(name) else { continue };
        match grid.months > 0 {
            _ if is_grouped => {}
            true if is_owned => window(&mut table.columns[at], grid),
            true => by_months(scene, name, &column, grid),
            false => tick(&mut table.columns[at], grid),
        }
        if is_new {
            let path = format!("tables.{name}.columns.{column}");
            scene.assume(path, format!("the times of the rows of `{name}` have no name in the description"), column);
        }
    }
}

/// A table of which nothing is known is named by what is measured: `closing prices` have a `closing_price`.
fn measure(scene: &mut Scene<'_>, name: &str) {
    let path = format!("tables.{name}.columns");
    let language = scene.language;
    let ir = &mut *scene.ir;
    let Some(note) = ir.assumptions.iter_mut().find(|note| note.path == path && note.chosen == "name") else {
        return;
    };
    let Some(table) = ir.tables.iter_mut().find(|table| table.name == name) else { return };
    let measured = lex::column(&lex::singular(name, language).replace('_', " "), name, language).column;
    let Some(filler) = table.columns.iter_mut().find(|column| column.name == "name") else { return };
    let is_number = measured.generator == "number";
    *filler = if is_number { measured } else { lex::column("value", name, language).column };
    filler.origin = Origin::Inferred;
    note.chosen.clone_from(&filler.name);
}

/// The column that holds the instants: one that the description names, else one that such tables usually have.
fn column_of(table: &Table, grid: &Grid) -> Option<usize> {
    let is_time = |column: &&Column| {
        let is_clock = matches!(column.generator.as_str(), "datetime" | "date" | "time" | "arrivals" | "tick");
        let is_typed = matches!(column.r#type, ColumnType::Date | ColumnType::Timestamp);
        column.role == Role::Attribute && (is_clock || is_typed || NAMES.contains(&column.name.as_str()))
    };
    let of_origin =
        |origin: Origin| table.columns.iter().position(|column| column.origin == origin && is_time(&column));
    let said = of_origin(Origin::Stated);
    let usual = of_origin(Origin::Inferred).filter(|at| is_fine(&table.columns[*at], grid));
    said.or(usual)
}

/// Whether a usual column of days or instants suits the distance.
fn is_fine(column: &Column, grid: &Grid) -> bool {
    column.generator != "date" || grid.seconds % 86_400 == 0
}

/// A column of the table's own behind its key and references.
fn insert(table: &mut Table, grid: &Grid) -> usize {
    let name = match (grid.months, grid.seconds % 86_400 == 0) {
        (12.., _) => "year_start",
        (1.., _) => "month",
        (_, true) => "date",
        _ if table.name.ends_with("logs") || table.name.ends_with("entries") || table.name.ends_with("log") => {
            "logged_at"
        }
        _ if ["prices", "quotes", "candles", "trades"].iter().any(|end| table.name.ends_with(end)) => "timestamp",
        _ => "measured_at",
    };
    let at = table.columns.iter().take_while(|column| column.role != Role::Attribute).count();
    table.columns.insert(at, Column { name: name.to_owned(), ..Column::default() });
    at
}

fn tick(column: &mut Column, grid: &Grid) {
    let in_days = grid.seconds % 86_400 == 0;
    let is_day = column.generator == "date" || column.r#type == ColumnType::Date || column.name == "date";
    "tick".clone_into(&mut column.generator);
    column.params.clear();
    column.choices.clear();
    column.unique = false;
    column.r#type = if in_days && is_day { ColumnType::Date } else { ColumnType::Auto };
}

fn window(column: &mut Column, grid: &Grid) {
    "date".clone_into(&mut column.generator);
    column.params.clear();
    column.set("from", grid.from.clone());
    let last = Date::parse(&grid.to).map_or_else(|| grid.to.clone(), |to| to.plus_days(-1).to_string());
    column.set("to", last);
}

/// At every step a row for each of some values: both are reckoned from the key, which counts the rows.
fn in_groups(scene: &mut Scene<'_>, table: &str, column: &str, grid: &Grid, group: &Group) -> bool {
    let size = group.values.len();
    let Some(known) = scene.ir.table_mut(table) else { return false };
    let Some((key, rows)) = counting_key(known).zip(grid.rows()) else { return false };
    let is_day = grid.seconds % 86_400 == 0;
    let step = format!("({key} - 1) / {size}");
    let times = match (grid.months, Date::parse(&grid.from)) {
        (0, _) => {
            let sum = format!("timestamp '{}' + {step} * interval '{} seconds'", clock_of(&grid.from), grid.seconds);
            if is_day { format!("cast({sum} as date)") } else { sum }
        }
        (months, Some(from)) => {
            let (year, month, _) = from.ymd();
            let months = format!("({step} * {months} + {})", month - 1);
            format!("make_date({year} + {months} / 12, {months} % 12 + 1, 1)")
        }
        (_, None) => return false,
    };
    let quoted = |value: &String| format!("'{}'", value.replace('\'', "''"));
    let whens = group.values[..size - 1].iter().enumerate();
    let whens: Vec<String> = whens.map(|(at, value)| format!("when {at} then {}", quoted(value))).collect();
    let last = quoted(&group.values[size - 1]);
    let values = format!("case ({key} - 1) % {size} {} else {last} end", whens.join(" "));
    known.params.retain(|param| !matches!(param.key.as_str(), "every" | "from" | "to"));
    (known.rows, known.rows_origin) = (rows.saturating_mul(size as u64), RowsOrigin::Stated);
    let time_type = if is_day || grid.months > 0 { ColumnType::Date } else { ColumnType::Timestamp };
    let evidence = known.evidence.clone();
    let mut rules = Vec::new();
    for (name, r#type, expression) in [(column, time_type, times), (&group.column, ColumnType::String, values)] {
        if let Some(made) = known.column_mut(name) {
            "expr".clone_into(&mut made.generator);
            (made.r#type, made.unique) = (r#type, false);
            made.params.clear();
            made.choices.clear();
        }
        let columns = vec![name.to_owned(), key.clone()];
        let (kind, table, evidence) = (RuleKind::Formula, table.to_owned(), evidence.clone());
        rules.push(Rule { kind, table, columns, expression, evidence });
    }
    scene.ir.rules.extend(rules);
    true
}

/// A day or an instant as timestamps are written in expressions.
fn clock_of(from: &str) -> String {
    match from.split_once('T') {
        Some((day, clock)) => format!("{day} {}", clock.get(..8).unwrap_or("00:00:00")),
        None => format!("{from} 00:00:00"),
    }
}

/// The key of a table that counts its rows from 1 on.
fn counting_key(table: &Table) -> Option<String> {
    let counts =
        |column: &&Column| column.role == Role::Pk && column.generator == "sequence" && column.params.is_empty();
    table.columns.iter().find(counts).map(|column| column.name.clone())
}

/// The first days of months are reckoned from the key, which counts the rows.
fn by_months(scene: &mut Scene<'_>, table: &str, column: &str, grid: &Grid) {
    let Some(known) = scene.ir.table_mut(table) else { return };
    let Some((key, from)) = counting_key(known).zip(Date::parse(&grid.from)) else { return };
    let (year, month, _) = from.ymd();
    let months = match grid.months {
        1 if month == 1 => format!("({key} - 1)"),
        1 => format!("({key} + {})", month - 2),
        step => format!("(({key} - 1) * {step} + {})", month - 1),
    };
    let expression = format!("make_date({year} + {months} / 12, {months} % 12 + 1, 1)");
    if let Some(known) = known.column_mut(column) {
        "expr".clone_into(&mut known.generator);
        known.params.clear();
        known.r#type = ColumnType::Date;
    }
    let evidence = known.evidence.clone();
    let columns = vec![column.to_owned(), key];
    scene.ir.rules.push(Rule { kind: RuleKind::Formula, table: table.to_owned(), columns, expression, evidence });
}
