//! What ties tables together -> `per` with `count`, `field` and `ref` columns.

use super::counts;
use super::paths;
use super::sheet::{Col, Param, Rows, Sheet};
use super::tables::GRID;
use super::values;
use crate::draft::ir::{Ir, Origin, Relationship, RowsOrigin, Shape, Tie};
use crate::fmt::{Entry, Layout, Value};

/// Ties the tables.
pub(super) fn tie(sheets: &mut [Sheet], ir: &Ir) {
    for tie in &ir.relationships {
        if tie.tie == Tie::Owns && may_own(sheets, tie) {
            own(sheets, ir, tie);
        }
    }
    for tie in &ir.relationships {
        let is_owner = |sheet: &Sheet| sheet.name == tie.child_table && sheet.owner() == Some(&tie.parent_table);
        let is_done = tie.tie == Tie::Owns && sheets.iter().any(is_owner) && is_first(ir, tie);
        if is_done {
            inherit(sheets, ir, tie);
        } else {
            pick(sheets, ir, tie);
        }
    }
    name_rows(sheets, ir);
}

/// Whether this is the first of the ties by which the parent owns the child.
fn is_first(ir: &Ir, tie: &Relationship) -> bool {
    let is_alike = |other: &&Relationship| {
        other.tie == Tie::Owns && other.child_table == tie.child_table && other.parent_table == tie.parent_table
    };
    ir.relationships.iter().find(is_alike).is_some_and(|first| std::ptr::eq(first, tie))
}

fn find<'s>(sheets: &'s [Sheet], name: &str) -> Option<&'s Sheet> {
    sheets.iter().find(|sheet| sheet.name == name)
}

/// A table has one owner, and no table owns itself, by however many steps.
fn may_own(sheets: &[Sheet], tie: &Relationship) -> bool {
    let Some(child) = find(sheets, &tie.child_table) else { return false };
    let mut above = find(sheets, &tie.parent_table);
    if above.is_none() || child.owner().is_some() {
        return false;
    }
    while let Some(sheet) = above {
        if sheet.name == tie.child_table {
            return false;
        }
        above = sheet.owner().and_then(|owner| find(sheets, owner));
    }
    true
}

fn own(sheets: &mut [Sheet], ir: &Ir, tie: &Relationship) {
    let exact = spread(sheets, ir, tie);
    let Some(child) = sheets.iter_mut().find(|sheet| sheet.name == tie.child_table) else { return };
    let count = match &child.rows {
        Rows::Grid(grid) => grid_count(grid),
        Rows::Count(_) | Rows::Per { .. } => exact.unwrap_or_else(|| counts::count(tie)),
    };
    child.rows = Rows::Per { parent: tie.parent_table.clone(), count };
}

/// The `count` that makes as many children as were said in all, where each parent has one of two numbers that follow each other.
fn spread(sheets: &[Sheet], ir: &Ir, tie: &Relationship) -> Option<Value> {
    let total = ir.table(&tie.child_table).filter(|child| child.rows_origin == RowsOrigin::Stated)?.rows;
    let parents = ir.table(&tie.parent_table)?.rows;
    let sheet = find(sheets, &tie.parent_table).filter(|sheet| matches!(sheet.rows, Rows::Count(_)))?;
    let [key] = &sheet.key[..] else { return None };
    let branch =
        sheet.column(key)?.single().filter(|branch| branch.generator == "sequence" && branch.params.is_empty());
    let more = total.checked_sub(tie.min_children.checked_mul(parents)?)?;
    let is_near = tie.max_children == tie.min_children + 1 && more > 0 && more < parents && tie.childless_rate == 0.0;
    (branch.is_some() && is_near).then(|| counts::first_have_more(key, more, tie.min_children))
}

fn grid_count(grid: &[Param]) -> Value {
    let entry = |key: &&str| {
        let (key, value) = grid.iter().find(|(known, _)| known == key)?;
        Some(Entry::keyed(key, value.clone()))
    };
    Value::map(Layout::Flow, GRID.iter().filter_map(entry).collect())
}

/// The column of the parent to which a tie refers; `None` where the parent has no key of one column.
fn key<'s>(sheets: &'s [Sheet], tie: &'s Relationship) -> Option<&'s str> {
    if !tie.parent_column.is_empty() {
        return Some(&tie.parent_column);
    }
    match &find(sheets, &tie.parent_table)?.key[..] {
        [key] => Some(key),
        _ => None,
    }
}

/// An owned table's foreign key: the parent's key.
fn inherit(sheets: &mut [Sheet], ir: &Ir, tie: &Relationship) {
    let Some(key) = key(sheets, tie) else { return };
    let of = Value::text(&format!("{}.{key}", tie.parent_table));
    put(sheets, ir, tie, "field", vec![("of".to_owned(), of)]);
}

/// A pick among the rows of the other table.
fn pick(sheets: &mut [Sheet], ir: &Ir, tie: &Relationship) {
    let Some(child) = find(sheets, &tie.child_table) else { return };
    let mut params = vec![("to".to_owned(), Value::text(&tie.parent_table))];
    if tie.shape == Shape::Zipf {
        params.push(("skew.dist".to_owned(), Value::text("zipf")));
        params.push(("skew.s".to_owned(), Value::plain("1.1")));
    }
    let is_own = tie.child_table == tie.parent_table;
    if let Some(owner) = child.owner().filter(|_| tie.distinct && !is_own) {
        params.push(("distinct_in".to_owned(), Value::text(owner)));
    } else if is_own {
        params.push(("earlier".to_owned(), Value::plain("true")));
    }
    if !tie.other_than.is_empty() {
        params.push(("other_than".to_owned(), Value::text(&tie.other_than)));
    }
    let whole = find(sheets, &tie.parent_table).map(|parent| parent.key.clone()).unwrap_or_default();
    match key(sheets, tie) {
        Some(key) if whole != [key] => pick_apart(sheets, ir, tie, key.to_owned(), params),
        _ => put(sheets, ir, tie, "ref", params),
    }
    let null = (tie.null_rate > 0.0).then(|| values::rate(tie.null_rate));
    let child = sheets.iter_mut().find(|sheet| sheet.name == tie.child_table);
    if let Some(column) = child.and_then(|child| child.column_mut(&tie.child_column)) {
        column.null = null.or(column.null.take());
    }
}

/// A reference to a column that is not the key: a hidden pick, of which the column shows a part.
fn pick_apart(sheets: &mut [Sheet], ir: &Ir, tie: &Relationship, key: String, params: Vec<Param>) {
    let Some(child) = sheets.iter_mut().find(|sheet| sheet.name == tie.child_table) else { return };
    let hidden = child.hidden_name(stem(&tie.child_column));
    let of = Value::text(&format!("{hidden}.{key}"));
    let mut picked = Col::of(&hidden, "ref", params);
    picked.null = None;
    put(sheets, ir, tie, "field", vec![("of".to_owned(), of)]);
    if let Some(child) = sheets.iter_mut().find(|sheet| sheet.name == tie.child_table) {
        child.insert_before(&tie.child_column, picked);
    }
}

/// `customer_id` -> `customer`.
fn stem(column: &str) -> &str {
    column.strip_suffix("_id").filter(|stem| !stem.is_empty()).unwrap_or(column)
}

/// Makes the foreign key's column. It stands behind the key, unless the description has put it elsewhere.
fn put(sheets: &mut [Sheet], ir: &Ir, tie: &Relationship, generator: &str, params: Vec<Param>) {
    let Some(child) = sheets.iter_mut().find(|sheet| sheet.name == tie.child_table) else { return };
    let said = ir.table(&tie.child_table).and_then(|table| table.column(&tie.child_column));
    let stays = said.is_some_and(|column| column.origin == Origin::Stated);
    let at = child.columns.iter().position(|column| column.name == tie.child_column);
    if let (true, Some(at)) = (stays, at) {
        child.columns[at].make(generator, params);
        return reset(&mut child.columns[at]);
    }
    let mut column = match at {
        Some(at) => child.columns.remove(at),
        None => Col::of(&tie.child_column, generator, Vec::new()),
    };
    column.make(generator, params);
    reset(&mut column);
    let place = place(child, ir);
    child.columns.insert(place, column);
}

/// A foreign key has its type and its uniqueness from the key.
fn reset(column: &mut Col) {
    column.data_type = None;
    column.is_unique = false;
}

/// Behind the key, and behind foreign keys that stand there already.
fn place(sheet: &Sheet, ir: &Ir) -> usize {
    let is_foreign =
        |name: &str| ir.relationships.iter().any(|tie| tie.child_table == sheet.name && tie.child_column == name);
    let behind = |column: &&super::sheet::Col| sheet.key.contains(&column.name) || is_foreign(&column.name);
    sheet.columns.iter().take_while(behind).count()
}

/// Lets expressions that speak of a picked row by its table's name, or by the column's without `_id`, find it.
fn name_rows(sheets: &mut [Sheet], ir: &Ir) {
    let above: Vec<(String, Vec<String>)> =
        sheets.iter().map(|sheet| (sheet.name.clone(), ancestors(sheets, sheet))).collect();
    for sheet in sheets.iter_mut() {
        let own =
            above.iter().find(|(name, _)| *name == sheet.name).map(|(_, above)| above.as_slice()).unwrap_or_default();
        let name = sheet.name.clone();
        let picks = ir.relationships.iter().filter(|tie| tie.child_table == name);
        for tie in picks.filter(|tie| !own.contains(&tie.parent_table)) {
            name_row(sheet, own, tie);
        }
        for ancestor in own {
            for word in singular(ancestor).filter(|word| !own.contains(word)) {
                change_texts(sheet, &|text| paths::with_root(text, &word, ancestor));
            }
        }
    }
}

fn ancestors(sheets: &[Sheet], sheet: &Sheet) -> Vec<String> {
    let mut above = Vec::new();
    let mut owner = sheet.owner();
    while let Some(parent) = owner.and_then(|owner| find(sheets, owner)).filter(|parent| !above.contains(&parent.name))
    {
        above.push(parent.name.clone());
        owner = parent.owner();
    }
    above
}

fn name_row(sheet: &mut Sheet, above: &[String], tie: &Relationship) {
    let alias = stem(&tie.child_column).to_owned();
    let is_taken = sheet.column(&alias).is_some() || above.contains(&alias) || alias == sheet.name;
    let alias = if is_taken { tie.child_column.clone() } else { alias };
    let known = [tie.parent_table.clone(), stem(&tie.child_column).to_owned(), tie.child_column.clone()];
    let words: Vec<String> = known.into_iter().chain(singular(&tie.parent_table)).collect();
    let is_foreign = |word: &String| !above.contains(word) && *word != sheet.name;
    let words: Vec<String> = words.into_iter().filter(is_foreign).collect();
    if !words.iter().any(|word| texts(sheet).any(|text| paths::speaks_of(text, word))) {
        return;
    }
    for word in words {
        change_texts(sheet, &|text| paths::with_root(text, &word, &alias));
    }
    let column = sheet.columns.iter_mut().find(|column| column.name == tie.child_column);
    let reference =
        column.and_then(Col::single_mut).filter(|branch| branch.generator == "ref" && alias != tie.child_column);
    if let Some(branch) = reference {
        branch.set("as", Value::text(&alias));
    }
}

/// What one row of a table may be called.
fn singular(table: &str) -> impl Iterator<Item = String> + use<> {
    let ends = [("ies", "y"), ("es", ""), ("s", "")];
    let table = table.to_owned();
    ends.into_iter().filter_map(move |(end, other)| Some(format!("{}{other}", table.strip_suffix(end)?)))
}

/// The expressions and paths of a table.
pub(super) fn texts(sheet: &Sheet) -> impl Iterator<Item = &str> {
    sheet.columns.iter().flat_map(column_texts)
}

/// The expressions and paths of a column.
pub(super) fn column_texts(column: &Col) -> impl Iterator<Item = &str> {
    let null = column.null.iter().filter_map(|null| Some(null.scalar()?.text.as_str()));
    let branches = column.branches.iter().flat_map(|branch| {
        let params = branch.params.iter().filter(|(key, _)| is_expression(key));
        let params = params.filter_map(|(_, value)| Some(value.scalar()?.text.as_str()));
        branch.condition.as_deref().into_iter().chain(params)
    });
    null.chain(branches)
}

/// Whether a parameter of this name holds an expression, a path or a moment.
fn is_expression(key: &str) -> bool {
    matches!(key, "expr" | "of" | "from" | "to" | "given" | "at" | "other_than" | "mean" | "min" | "max")
}

/// Changes the expressions and paths of a table.
pub(super) fn change_texts(sheet: &mut Sheet, change: &dyn Fn(&str) -> String) {
    let in_value = |value: &mut Value| {
        let Some(text) = value.scalar().map(|scalar| scalar.text.clone()) else { return };
        let changed = change(&text);
        if changed != text {
            *value = values::scalar(&changed);
        }
    };
    for column in &mut sheet.columns {
        column.null.iter_mut().for_each(in_value);
        for branch in &mut column.branches {
            if let Some(condition) = &mut branch.condition {
                *condition = change(condition);
            }
            // `to` of a reference is a table's name.
            let is_table = branch.generator == "ref";
            let params = branch.params.iter_mut().filter(|(key, _)| is_expression(key) && !is_table);
            params.for_each(|(_, value)| in_value(value));
        }
    }
}
