//! "the order total is the sum of its items", "number of orders", "balance is a running total" -> aggregates over children.

use std::ops::Range;

use super::edit::{add_rule, prove, turn_into};
use super::events::is_above;
use super::phrase::Match;
use super::view::View;
use super::windows::is_time;
use crate::draft::ir::{Column, ColumnType, Role, RuleKind, Table, Tie};
use crate::draft::offline::scene::{Place, Scene};

/// Words of an aggregate, with the children's column or table behind them -> its function.
const AGGREGATES: &[(&str, &str)] = &[
    ("sum|total|totals|sums of|from|over its|their|the|all? .. %col", "sum"),
    ("sum|total|totals|sums of|from|over its|their|the|all? .. %table", "sum"),
    ("adds|add|sums|summing|totals|totalling|adding up? its|their|the|all? .. %col", "sum"),
    ("adds|add|sums|summing|totals|totalling|adding up? its|their|the|all? .. %table", "sum"),
    ("number|count|counts|amount of its|their|the|all? .. %table", "count"),
    ("how many .. %table", "count"),
    ("counts|counting its|their|the? %table", "count"),
    ("average|mean|avg of? its|their|the|all? .. %col", "avg"),
    (
        "latest|last|newest|most|maximum|max|highest|largest|greatest|biggest recent? of? its|their|the|all? .. %col",
        "max",
    ),
    ("earliest|first|oldest|minimum|min|lowest|smallest of? its|their|the|all? .. %col", "min"),
    ("latest|last|newest|most recent? of? its|their|the|all? .. %table", "max"),
    ("earliest|first|oldest of? its|their|the|all? .. %table", "min"),
    (
        "summe|anzahl|somme|nombre|suma|somma|numero|número|soma aller|der|des|de|di|dei|delle|las|los|das|dos? .. %table",
        "sum",
    ),
];

/// Reads aggregates over owned children.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let (target, call, tokens) =
        AGGREGATES.iter().find_map(|(pattern, function)| aggregate(&view, &view.find(&[pattern])?, function))?;
    let child = call.1.clone();
    let owned = scene_owns(view.scene, &target.table, &child);
    drop(view);
    if !owned {
        let reason = format!(
            "`{child}` does not belong to one row of `{}`, so that nothing can be added up over it",
            target.table
        );
        scene.cannot(tokens.clone(), reason);
        return Some(tokens);
    }
    let expression = call.0;
    let is_money = call.2 == ColumnType::Decimal;
    if let Some(column) = scene.column_mut(&target) {
        let r#type = column.r#type;
        turn_into(column, "rollup");
        column.params.clear();
        if let Some((function, of)) = expression.split_once('(') {
            column.set("of", of.trim_end_matches(')'));
            column.set("agg", function);
        }
        column.r#type = match expression.split('(').next() {
            Some("count") => ColumnType::Integer,
            Some("sum") if is_money => ColumnType::Decimal,
            Some("avg") => ColumnType::Decimal,
            Some("min" | "max") if matches!(r#type, ColumnType::Date | ColumnType::Timestamp) => r#type,
            _ => ColumnType::Auto,
        };
    }
    let quote = scene.quote(tokens.clone());
    add_rule(scene, RuleKind::Rollup, &target.table, vec![target.column.clone()], expression, quote);
    prove(scene, &target, tokens.clone());
    Some(tokens)
}

/// The column, the call with its child and type, and the tokens.
type Aggregate = (Place, (String, String, ColumnType), Range<usize>);

fn aggregate(view: &View<'_, '_>, found: &Match, function: &'static str) -> Option<Aggregate> {
    let target = view.column_before(found.tokens.start).or_else(|| view.place())?;
    let function = if view.norm(found.tokens.start) == "anzahl" { "count" } else { function };
    let (child, column) = match found.column() {
        Some(place) => (place.table.clone(), Some(place)),
        None => (found.table()?, None),
    };
    if child == target.table {
        return None;
    }
    let behind = (found.tokens.end..found.tokens.end + 3)
        .find_map(|at| view.column_at(at))
        .filter(|(place, _)| place.table == child);
    let end = match (&column, &behind) {
        (None, Some((_, end))) => *end,
        _ => found.tokens.end,
    };
    let column = column.or(behind.map(|(place, _)| place));
    let table = view.ir_table(&child)?;
    let name = match (&column, function) {
        (_, "count") => None,
        (Some(place), _) => Some(place.column.clone()),
        (None, "sum" | "avg") => Some(amount_of(table, &target)?),
        (None, _) => Some(super::events::own_time(table)?.to_owned()),
    };
    let r#type = name.as_ref().and_then(|name| table.column(name)).map_or(ColumnType::Auto, |column| column.r#type);
    let is_moment = name.as_ref().and_then(|name| table.column(name)).is_some_and(is_time);
    if is_moment && matches!(function, "sum" | "avg") {
        return None;
    }
    let call = name.map_or_else(|| format!("count({child})"), |name| format!("{function}({child}.{name})"));
    Some((target, (call, child, r#type), found.tokens.start..end))
}

/// The column of the children that comes to a column of their parent: of the same name, else an amount.
fn amount_of(table: &Table, target: &Place) -> Option<String> {
    let is_number = |column: &&Column| {
        column.role == Role::Attribute
            && !is_time(column)
            && matches!(column.generator.as_str(), "number" | "expr" | "product.price" | "rollup" | "")
    };
    let names =
        ["line_total", "total", "subtotal", "amount", "line_amount", "value", "price", "cost", "sum", "quantity"];
    let like = |word: &str| {
        table
            .columns
            .iter()
            .filter(is_number)
            .find(|column| column.name == word || column.name.ends_with(&format!("_{word}")))
    };
    let column = like(&target.column).or_else(|| names.iter().find_map(|name| like(name)));
    Some(column?.name.clone())
}

fn scene_owns(scene: &Scene<'_>, parent: &str, child: &str) -> bool {
    scene
        .ir
        .relationships
        .iter()
        .any(|tie| tie.tie == Tie::Owns && tie.parent_table == parent && tie.child_table == child)
}

/// Reads "balance is a running total of the amount".
pub fn read_running(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let found = view.find(&[
        "running|cumulative total|sum|balance of|over? the|all|its? %col?",
        "cumulated|accumulated|accumulates|accumulating|cumulative|cumulatively the|all|its? %col?",
        "running|cumulative total|sum|balance",
        "laufende|kumulierte summe|saldo",
        "random walk",
    ])?;
    let target = view
        .column_before(found.tokens.start + 1)
        .filter(|place| found.column().as_ref() != Some(place))
        .or_else(|| view.place())?;
    let of = found.column().filter(|place| *place != target && place.table == target.table).map(|place| place.column);
    let of = of.or_else(|| added_up(view.ir_table(&target.table)?, &target));
    let start = view.find(&["starting|starts|beginning|opening at|from|with|balance of? %num"]);
    let tokens = start.as_ref().map_or(found.tokens.clone(), |start| super::edit::hull(&found.tokens, &start.tokens));
    let start = start.and_then(|found| found.nums().pop());
    let is_owned =
        view.scene.ir.relationships.iter().any(|tie| tie.tie == Tie::Owns && tie.child_table == target.table);
    let is_walk = view.norm(found.tokens.start) == "random";
    drop(view);
    let Some(of) = of.filter(|_| is_owned || !is_walk) else {
        scene.cannot(
            tokens.clone(),
            "a running total adds up another column of the same table, and there is none to add up",
        );
        return Some(tokens);
    };
    if let Some(column) = scene.column_mut(&target) {
        turn_into(column, "cumulative");
        column.r#type = ColumnType::Auto;
        column.params.clear();
        column.set("of", of);
        if let Some(start) = start {
            column.set("start", start.text);
        }
    }
    prove(scene, &target, tokens.clone());
    Some(tokens)
}

fn added_up(table: &Table, target: &Place) -> Option<String> {
    let is_number = |column: &&Column| {
        column.name != target.column
            && column.role == Role::Attribute
            && matches!(column.generator.as_str(), "number" | "expr")
            && !is_time(column)
    };
    let named = ["amount", "value", "change", "quantity", "delta"];
    let mut numbers = table.columns.iter().filter(is_number);
    let best = numbers.clone().find(|column| named.iter().any(|name| column.name.contains(name)));
    best.or_else(|| numbers.next()).map(|column| column.name.clone())
}

/// Reads "price taken from the product", "the same country as the customer", "the customer's country".
pub fn read_copies(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let found = view.find(&[
        "taken|copied|comes|come|inherited|inherits|inherit|carried|drawn|derived over? from the|its|their|that? .. %table",
        "is|are|equals|matches|equal|copies|repeats|mirrors to? the|that|its? %table 's? %col", "same .. as the|its|their|that of? of? the|its? .. %table",
        "identical|equal to that? of? the|its? .. %table", "übernommen|übernimmt von|vom|aus dem|der? %table", "of the|its corresponding|linked|respective|matching|referenced %table",
    ])?;
    let source_table = found.table()?;
    let target = target_of_copy(&view, &found, &source_table)?;
    let source = found.column().filter(|place| place.table == source_table).map(|place| place.column);
    let source = source.or_else(|| like(&view, &source_table, &target))?;
    let is_known = is_above(view.scene, &target.table, &source_table, 5) && target.table != source_table;
    let r#type = view.ir_table(&source_table)?.column(&source)?.r#type;
    drop(view);
    if !is_known {
        return None;
    }
    if let Some(column) = scene.column_mut(&target) {
        turn_into(column, "field");
        column.params.clear();
        column.r#type = if r#type == ColumnType::Auto { ColumnType::Auto } else { r#type };
        column.set("of", format!("{source_table}.{source}"));
    }
    let quote = scene.quote(found.tokens.clone());
    let expression = format!("{source_table}.{source}");
    add_rule(scene, RuleKind::Formula, &target.table, vec![target.column.clone()], expression, quote);
    prove(scene, &target, found.tokens.clone());
    Some(found.tokens)
}

/// The column that takes the copy: named before, or between "same" and "as", or spoken of.
fn target_of_copy(view: &View<'_, '_>, found: &Match, source: &str) -> Option<Place> {
    let inside = view.mentions().iter().find(|(_, at)| {
        at.start >= found.tokens.start && at.end < found.tokens.end && view.norm(found.tokens.start) == "same"
    });
    let words = inside.map(|(_, at)| view.scene.words(at.clone()));
    let focused = view.scene.focus.table.clone().filter(|table| table != source);
    if let (Some(words), Some(table)) =
        (words, focused.or_else(|| view.tables().iter().find(|table| *table != source).cloned()))
        && let Some((_, column)) = view.scene.find_column_in(view.ir_table(&table)?, &words)
    {
        return Some(Place { column: column.to_owned(), table });
    }
    view.column_before(found.tokens.start)
        .filter(|place| place.table != source)
        .or_else(|| view.place())
        .filter(|place| place.table != source)
}

/// The column of a table that a column of another is a copy of: of the same name, else of its last word.
fn like(view: &View<'_, '_>, table: &str, target: &Place) -> Option<String> {
    let table = view.ir_table(table)?;
    let last = target.column.rsplit('_').next().unwrap_or(&target.column);
    let exact = table.column(&target.column).or_else(|| table.column(last));
    let near = || {
        table
            .columns
            .iter()
            .find(|column| column.name.rsplit('_').next() == Some(last) && column.role == Role::Attribute)
    };
    exact.or_else(near).map(|column| column.name.clone())
}
