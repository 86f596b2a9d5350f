//! What ties tables and columns of a draft together: names that exist, keys to refer to, rows from somewhere.

use super::{Mender, Problem};
use crate::diag::closest;
use crate::draft::ir::{Column, Origin, Relationship, Role, RowsOrigin, Shape, Tie};
use crate::draft::lower::paths;

/// The rows of a table of which nothing was said.
const ROWS: u64 = 100;

/// Mends relationships, keys, rows and rules.
pub(super) fn mend(mender: &mut Mender<'_>) {
    relationships(mender);
    keys(mender);
    foreign_keys(mender);
    junctions(mender);
    counts(mender);
    rows(mender);
    rules(mender);
}

/// The table that a name means: exactly, or by a slip or a plural.
fn table(mender: &Mender<'_>, said: &str) -> Option<String> {
    let names = || mender.ir.tables.iter().map(|table| table.name.as_str());
    if let Some(name) = names().find(|name| *name == said) {
        return Some(name.to_owned());
    }
    let folded = said.trim().to_lowercase().replace([' ', '-'], "_");
    let singular = |name: &str| name.strip_suffix('s').unwrap_or(name).to_owned();
    let by_number = names().find(|name| singular(name) == singular(&folded));
    by_number.or_else(|| closest(&folded, names())).map(str::to_owned)
}

fn unknown_table(mender: &mut Mender<'_>, pointer: String, said: &str) {
    let names: Vec<String> = mender.ir.tables.iter().map(|table| format!("`{}`", table.name)).collect();
    let shown: String = said.chars().filter(|c| !c.is_control()).take(60).collect();
    let problem = Problem::new("E1204", pointer, format!("there is no table `{shown}`"));
    mender.problem(problem.help(format!("the tables are {}", names.join(", "))));
}

/// Relationships between tables that exist. Those that cannot be mended are taken out, so that the rest can be looked at.
fn relationships(mender: &mut Mender<'_>) {
    let mut kept: Vec<Relationship> = Vec::new();
    for (at, mut tie) in std::mem::take(&mut mender.ir.relationships).into_iter().enumerate() {
        let child = table(mender, &tie.child_table);
        let parent = table(mender, &tie.parent_table);
        for (known, key, said) in
            [(&child, "child_table", &tie.child_table), (&parent, "parent_table", &tie.parent_table)]
        {
            if known.is_none() {
                unknown_table(mender, format!("/relationships/{at}/{key}"), said);
            }
        }
        let (Some(child), Some(parent)) = (child, parent) else { continue };
        (tie.child_table, tie.parent_table) = (child, parent);
        if tie.child_column.trim().is_empty() {
            tie.child_column = foreign_name(mender, &tie, &kept);
        }
        let is_known =
            kept.iter().any(|known| known.child_table == tie.child_table && known.child_column == tie.child_column);
        if is_known {
            let path = format!("relationships.{}.{}", tie.child_table, tie.child_column);
            mender.assume(path, format!("`{}` was tied twice; the first holds", tie.child_column), String::new());
            continue;
        }
        kept.push(tie);
    }
    mender.ir.relationships = kept;
    owners(mender);
}

/// `customers` -> `customer_id`, or what the parent's key is called where that says more.
fn foreign_name(mender: &Mender<'_>, tie: &Relationship, others: &[Relationship]) -> String {
    let stem = singular(&tie.parent_table);
    let stem = if tie.parent_table == tie.child_table { format!("parent_{stem}") } else { stem };
    let name = format!("{stem}_id");
    let is_taken = |name: &str| {
        others.iter().any(|other| other.child_table == tie.child_table && other.child_column == name)
            || mender
                .ir
                .table(&tie.child_table)
                .and_then(|table| table.column(name))
                .is_some_and(|column| column.role == Role::Pk)
    };
    let numbered = (2..).map(|n| format!("{stem}_{n}_id"));
    std::iter::once(name).chain(numbered).find(|name| !is_taken(name)).expect("there are more names than columns")
}

/// What one row of a table is called.
pub(super) fn singular(table: &str) -> String {
    let ends = [("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("s", "")];
    if table.ends_with("ss") {
        return table.to_owned();
    }
    let cut = ends.iter().find_map(|(end, other)| Some(format!("{}{other}", table.strip_suffix(end)?)));
    cut.filter(|name| !name.is_empty()).unwrap_or_else(|| table.to_owned())
}

/// A table has one owner and does not own itself; further owners are picked instead. So are owners of tables whose rows
/// were said while nothing was said of how many each owner has.
fn owners(mender: &mut Mender<'_>) {
    let mut owned: Vec<(String, String)> = Vec::new();
    for at in 0..mender.ir.relationships.len() {
        let tie = &mender.ir.relationships[at];
        if tie.tie != Tie::Owns {
            continue;
        }
        let leads_back = leads_to(&owned, &tie.parent_table, &tie.child_table);
        let has_owner = owned.iter().any(|(child, _)| *child == tie.child_table);
        if leads_back || has_owner || is_counted_apart(mender, tie) {
            mender.ir.relationships[at].tie = Tie::Picks;
        } else {
            owned.push((tie.child_table.clone(), tie.parent_table.clone()));
        }
    }
}

/// Whether the owners of a table lead to another.
fn leads_to(owned: &[(String, String)], table: &str, to: &str) -> bool {
    let mut at = Some(table);
    while let Some(table) = at {
        if table == to {
            return true;
        }
        at = owned.iter().find(|(child, _)| child == table).map(|(_, parent)| parent.as_str());
    }
    false
}

/// Whether the rows of the child were said, and nothing of how many each parent has.
fn is_counted_apart(mender: &Mender<'_>, tie: &Relationship) -> bool {
    let Some(child) = mender.ir.table(&tie.child_table) else { return false };
    let says_count =
        tie.min_children > 0 || tie.max_children > 0 || tie.mean_children > 0.0 || tie.childless_rate > 0.0;
    child.rows > 0 && child.rows_origin == RowsOrigin::Stated && !says_count
}

/// A primary key for every table that is referred to, or that has none.
fn keys(mender: &mut Mender<'_>) {
    for at in 0..mender.ir.tables.len() {
        let table = &mender.ir.tables[at];
        if table.columns.iter().any(|column| column.role == Role::Pk) {
            continue;
        }
        let name = table.name.clone();
        let is_parent =
            mender.ir.relationships.iter().any(|tie| tie.parent_table == name && tie.parent_column.is_empty());
        if let Some(key) = natural_key(mender, at) {
            let is_sure = !is_parent || mender.ir.tables[at].columns[key].generator == "sequence";
            let column = &mut mender.ir.tables[at].columns[key];
            if is_sure || column.unique || matches!(column.generator.as_str(), "uuid" | "ulid" | "permuted") {
                column.role = Role::Pk;
                continue;
            }
        }
        if !is_parent {
            continue;
        }
        let column =
            Column { name: "id".to_owned(), generator: "sequence".to_owned(), role: Role::Pk, ..Column::default() };
        mender.ir.tables[at].columns.insert(0, column);
        mender.assume(
            format!("tables.{name}.columns.id"),
            format!("`{name}` needs a key to be referred to"),
            "id: 1, 2, 3, ...",
        );
    }
}

/// The column that is meant for the key: `id`, `member_id` or what no value of repeats by its generator.
fn natural_key(mender: &Mender<'_>, at: usize) -> Option<usize> {
    let table = &mender.ir.tables[at];
    let is_foreign = |name: &str| {
        mender.ir.relationships.iter().any(|tie| tie.child_table == table.name && tie.child_column == name)
    };
    let own = format!("{}_id", singular(&table.name));
    let is_unique = |column: &Column| {
        column.unique || matches!(column.generator.as_str(), "sequence" | "uuid" | "ulid" | "permuted")
    };
    let is_key = |column: &Column| {
        (column.name == "id" || column.name == own)
            && is_unique(column)
            && !is_foreign(&column.name)
            && column.when.is_empty()
    };
    table.columns.iter().position(is_key)
}

/// Foreign keys have the type and the generator of what they refer to; their own do not matter.
fn foreign_keys(mender: &mut Mender<'_>) {
    for at in 0..mender.ir.relationships.len() {
        let tie = mender.ir.relationships[at].clone();
        parent_column(mender, at, &tie);
        other_than(mender, at, &tie);
        let Some(child) = mender.ir.table_mut(&tie.child_table) else { continue };
        // Branches have no meaning here.
        let first = child.columns.iter().position(|column| column.name == tie.child_column);
        let mut n = 0;
        child.columns.retain(|column| {
            n += 1;
            column.name != tie.child_column || Some(n - 1) == first
        });
        match child.column_mut(&tie.child_column) {
            Some(column) => {
                column.role = if column.role == Role::Pk { Role::Pk } else { Role::Fk };
                column.r#type = crate::draft::ir::ColumnType::Auto;
                (column.params, column.choices, column.generator, column.when) = Default::default();
            }
            None => {
                let place =
                    child.columns.iter().take_while(|column| matches!(column.role, Role::Pk | Role::Fk)).count();
                let column = Column { name: tie.child_column.clone(), role: Role::Fk, ..Column::default() };
                child.columns.insert(place, column);
            }
        }
    }
}

/// The key of a table that only ties others together: its owner and what is picked once for each.
fn junctions(mender: &mut Mender<'_>) {
    for at in 0..mender.ir.tables.len() {
        let table = &mender.ir.tables[at];
        if table.columns.iter().any(|column| column.role == Role::Pk) {
            continue;
        }
        let ties = mender.ir.relationships.iter().filter(|tie| tie.child_table == table.name);
        let part = |tie: &Relationship| tie.tie == Tie::Owns || tie.distinct && tie.null_rate == 0.0;
        let parts: Vec<String> = ties.filter(|tie| part(tie)).map(|tie| tie.child_column.clone()).collect();
        if parts.len() == 2 {
            let columns = mender.ir.tables[at].columns.iter_mut();
            columns.filter(|column| parts.contains(&column.name)).for_each(|column| column.role = Role::Pk);
        }
    }
}

/// The column that a tie refers to exists, or it is the key.
fn parent_column(mender: &mut Mender<'_>, at: usize, tie: &Relationship) {
    let Some(parent) = mender.ir.table(&tie.parent_table) else { return };
    let said = tie.parent_column.trim();
    if said.is_empty() || parent.column(said).is_some() {
        return;
    }
    let names = parent.columns.iter().map(|column| column.name.as_str());
    let known = closest(said, names).map(str::to_owned).unwrap_or_default();
    mender.ir.relationships[at].parent_column = known;
}

/// The column that is not to be the same row picks from the same table.
fn other_than(mender: &mut Mender<'_>, at: usize, tie: &Relationship) {
    if tie.other_than.is_empty() {
        return;
    }
    let is_other = |other: &&Relationship| {
        other.child_table == tie.child_table
            && other.child_column == tie.other_than
            && other.parent_table == tie.parent_table
    };
    if mender.ir.relationships.iter().any(|other| is_other(&other)) && tie.other_than != tie.child_column {
        return;
    }
    let near = mender.ir.relationships.iter().find(|other| {
        other.child_table == tie.child_table
            && other.parent_table == tie.parent_table
            && other.child_column != tie.child_column
    });
    match near.map(|other| other.child_column.clone()) {
        Some(name) => mender.ir.relationships[at].other_than = name,
        None => {
            let said = std::mem::take(&mut mender.ir.relationships[at].other_than);
            let text = format!(
                "`{}` cannot be other than `{said}`, which refers to no row of `{}`",
                tie.child_column, tie.parent_table
            );
            let pointer = format!("/relationships/{at}/other_than");
            mender.problem(
                Problem::new("E1204", pointer, text)
                    .help("name a column that a relationship of the same two tables makes"),
            );
        }
    }
}

/// How many children, where nothing was said.
fn counts(mender: &mut Mender<'_>) {
    for at in 0..mender.ir.relationships.len() {
        let tie = &mut mender.ir.relationships[at];
        if tie.tie != Tie::Owns {
            continue;
        }
        if tie.max_children > 0 && tie.min_children > tie.max_children {
            (tie.min_children, tie.max_children) = (tie.max_children, tie.min_children);
            let path = format!("relationships.{}.{}.min_children", tie.child_table, tie.child_column);
            let text = "the numbers of children were swapped, since the first is the greater";
            let chosen = format!("{}..{}", tie.min_children, tie.max_children);
            mender.assume(path, text, chosen);
            continue;
        }
        let has_grid = mender
            .ir
            .tables
            .iter()
            .any(|table| table.name == tie.child_table && table.params.iter().any(|param| param.key == "every"));
        let is_silent = tie.min_children == 0 && tie.max_children == 0 && tie.mean_children == 0.0;
        if is_silent && !has_grid {
            let tie = &mut mender.ir.relationships[at];
            (tie.min_children, tie.max_children, tie.shape) = (1, 5, Shape::Uniform);
            let path = format!("relationships.{}.{}.max_children", tie.child_table, tie.child_column);
            let text = format!(
                "nothing was said of how many {} there are for each of the {}",
                tie.child_table, tie.parent_table
            );
            mender.assume(path, text, "1 to 5");
        }
    }
}

/// Rows for every table that has neither an owner nor a time grid.
fn rows(mender: &mut Mender<'_>) {
    for at in 0..mender.ir.tables.len() {
        let table = &mender.ir.tables[at];
        let is_owned = mender.ir.relationships.iter().any(|tie| tie.tie == Tie::Owns && tie.child_table == table.name);
        let has_grid = table.params.iter().any(|param| param.key == "every");
        if table.rows == 0 && !is_owned && !has_grid {
            let name = table.name.clone();
            let table = &mut mender.ir.tables[at];
            (table.rows, table.rows_origin) = (ROWS, RowsOrigin::Default);
            mender.assume(format!("tables.{name}.rows"), "no number of rows was said", ROWS.to_string());
        }
    }
}

/// Rules over tables and columns that exist.
fn rules(mender: &mut Mender<'_>) {
    let mut kept = Vec::new();
    for (at, mut rule) in std::mem::take(&mut mender.ir.rules).into_iter().enumerate() {
        let Some(name) = table(mender, &rule.table) else {
            unknown_table(mender, format!("/rules/{at}/table"), &rule.table);
            continue;
        };
        rule.table = name;
        let known = mender.ir.table(&rule.table).map(|table| &table.columns[..]).unwrap_or_default();
        let names: Vec<String> = known.iter().map(|column| column.name.clone()).collect();
        let mut missing = Vec::new();
        for (n, said) in rule.columns.iter_mut().enumerate() {
            let own = said.strip_prefix(&format!("{}.", rule.table)).unwrap_or(said).to_owned();
            match names.iter().find(|name| **name == own) {
                Some(_) => *said = own,
                None if own.contains('.') => {}
                None => match closest(&own, names.iter().map(String::as_str)) {
                    Some(near) => {
                        let from = std::mem::replace(said, near.to_owned());
                        rule.expression =
                            paths::renamed(&rule.expression, |name| (name == from).then(|| near.to_owned()));
                    }
                    None => missing.push((n, own)),
                },
            }
        }
        for (n, said) in missing {
            // A formula may bring its column along.
            let is_made =
                n == 0 && matches!(rule.kind, crate::draft::ir::RuleKind::Formula | crate::draft::ir::RuleKind::Rollup);
            if is_made && !said.is_empty() {
                let column =
                    Column { name: said, generator: "expr".to_owned(), origin: Origin::Inferred, ..Column::default() };
                if let Some(table) = mender.ir.table_mut(&rule.table) {
                    table.columns.push(column);
                }
                continue;
            }
            let problem = Problem::new(
                "E1204",
                format!("/rules/{at}/columns/{n}"),
                format!("`{}` has no column `{said}`", rule.table),
            );
            let list = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            mender.problem(problem.help(format!("its columns are {list}")));
        }
        kept.push(rule);
    }
    mender.ir.rules = kept;
}
