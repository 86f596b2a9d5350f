//! Primary keys, composite uniqueness and foreign keys: what a plan's relations prove, what they refuse, what follows.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::ArrayRef;

use super::modifiers::thousands;
use super::{Body, ColumnId, ForeignKey, Input, Plan, RowSource, TableId};
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::distributions::Permutation;
use crate::engine::{Cells, Column, Domain};
use crate::random;
use crate::spec::{ColumnSpec, Making, Name, Spec, TableSpec};

/// Fills in keys, unique lists and foreign keys, and refuses lists that are not unique by construction.
pub(super) fn link(plan: &mut Plan, spec: &Spec, found: &mut Diagnostics) {
    for (at, table) in spec.tables.iter().enumerate() {
        let id = TableId(at);
        plan.tables[at].key = texts(&table.key);
        plan.tables[at].unique = table.unique.iter().map(|(_, list)| texts(list)).collect();
        for (number, (span, list)) in table.unique.iter().enumerate() {
            join_domains(plan, id, number, (list, &identities(table, list)), *span, found);
        }
        if let Some(first) = table.key.first() {
            let span = Span::new(first.span.start, table.key[table.key.len() - 1].span.end);
            check_unique(plan, id, table, &table.key, span, found);
            check_never_null(plan, id, table, found);
        }
        let lists = std::iter::once(&table.key).chain(table.unique.iter().map(|(_, list)| list));
        lists.for_each(|list| check_repetition(list, found));
        for (span, list) in &table.unique {
            check_unique(plan, id, table, list, *span, found);
        }
    }
    for (at, table) in spec.tables.iter().enumerate() {
        plan.tables[at].foreign_keys = foreign_keys(plan, TableId(at), table);
    }
}

fn texts(names: &[Name]) -> Vec<String> {
    names.iter().map(|name| name.text.clone()).collect()
}

fn column_of(plan: &Plan, table: TableId, name: &str) -> Option<ColumnId> {
    let table = plan.table(table);
    table.visible.iter().chain(&table.hidden).copied().find(|id| plan.column(*id).name == name)
}

fn spec_of<'s>(table: &'s TableSpec, name: &str) -> Option<&'s ColumnSpec> {
    table.columns.iter().find(|column| column.name.text == name)
}

fn generator_of<'s>(table: &'s TableSpec, name: &str) -> Option<&'s crate::spec::GeneratorSpec> {
    match &spec_of(table, name)?.making {
        Making::Generator(generator) => Some(generator),
        Making::When(_) => None,
    }
}

/// A column of a primary key has a value in every row.
fn check_never_null(plan: &Plan, id: TableId, table: &TableSpec, found: &mut Diagnostics) {
    for name in &table.key {
        if column_of(plan, id, &name.text).is_some_and(|column| plan.column(column).nullable) {
            let error = Diagnostic::error("E0617", format!("`{}` is part of the key and may be null", name.text));
            let error = error.at(name.span, "a key has a value in every row");
            found.push(error.help("drop its `null`, read a column that is never null, or take it out of `key`"));
        }
    }
}

/// A list names a column once.
fn check_repetition(list: &[Name], found: &mut Diagnostics) {
    for (at, name) in list.iter().enumerate() {
        if let Some(first) = list[..at].iter().find(|earlier| earlier.text == name.text) {
            let error = Diagnostic::error("E0618", format!("`{}` stands twice in one list", name.text));
            found.push(error.at(name.span, "again here").and(first.span, "first here").help("name each column once"));
        }
    }
}

/// Reports a list of columns that may repeat.
fn check_unique(plan: &Plan, id: TableId, table: &TableSpec, list: &[Name], span: Span, found: &mut Diagnostics) {
    let ids: Vec<ColumnId> = list.iter().filter_map(|name| column_of(plan, id, &name.text)).collect();
    if ids.len() < list.len() || is_unique(plan, id, table, list, &ids) {
        return;
    }
    let columns = list.iter().map(|name| format!("`{}`", name.text)).collect::<Vec<_>>().join(", ");
    let error = Diagnostic::error("E0605", format!("{columns} may repeat within `{}`", table.name.text));
    let error = error.at(span, "not unique by construction");
    found.push(match list.len() {
        1 => error.help("add `unique: true` to the column, or use `sequence`, `uuid` or `permuted`"),
        _ => error.help(
            "a list is unique when it has a unique column, or the parent's key with `ordinal`, or the parent's key \
             with a `ref` that is `distinct_in` the parent; model the pairs as `per` one side with a `distinct_in` ref to the other",
        ),
    });
}

/// The identities of a table's columns: their `id`s, or else their names.
fn identities(table: &TableSpec, list: &[Name]) -> Vec<String> {
    let identity = |name: &Name| {
        let column = table.columns.iter().find(|column| column.name.text == name.text);
        column.map_or(name.text.as_str(), ColumnSpec::identity).to_owned()
    };
    list.iter().map(identity).collect()
}

/// Makes a list of columns unique together where all of them have fixed domains without weights: row numbers are permuted
/// within the product of the domains, and each column takes its digit of the place.
fn join_domains(
    plan: &mut Plan,
    id: TableId,
    number: usize,
    (list, identities): (&[Name], &[String]),
    span: Span,
    found: &mut Diagnostics,
) {
    let ids: Vec<ColumnId> = list.iter().filter_map(|name| column_of(plan, id, &name.text)).collect();
    let domains: Vec<_> = ids.iter().filter_map(|id| plan.column(*id).domain.clone()).collect();
    let taken = ids.iter().any(|id| plan.column(*id).pins.is_some() || plan.column(*id).joined.is_some());
    if ids.len() < list.len() || domains.len() < ids.len() || taken || ids.len() < 2 {
        return;
    }
    let size = domains.iter().map(|domain| domain.size()).try_fold(1_u128, u128::checked_mul).unwrap_or(u128::MAX >> 1);
    let rows = plan.table(id).max_rows;
    if size < u128::from(rows) {
        let (size, rows) = (thousands(size), thousands(rows.into()));
        let error =
            Diagnostic::error("E0501", format!("the columns can take {size} values together, {rows} rows asked"));
        found.push(error.at(span, "cannot hold for all rows").help("widen one of the domains, or lower `rows`"));
        return;
    }
    let label = identities.join(",");
    let permutation = Permutation::new(&plan.column(ids[0]).key.derive(random::Domain::Unique, &label), size.max(1));
    let mut unit = 1;
    for (column, domain) in ids.iter().zip(domains) {
        let next = unit * domain.size();
        let digit = Digit { permutation: permutation.clone(), unit, domain };
        let column = &mut plan.columns[column.0];
        (column.body, column.needs.row_number) = (Body::Cells(Arc::new(digit)), true);
        column.joined = Some(number);
        unit = next;
    }
}

/// One column's digit of a place in the product of domains.
struct Digit {
    permutation: Permutation,
    unit: u128,
    domain: Arc<dyn Domain>,
}

impl Column for Digit {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let size = self.domain.size();
        let digit = |row: u64| self.permutation.apply(row.into()) / self.unit % size;
        self.domain.values(&cells.row_numbers().iter().map(digit).collect::<Vec<_>>())
    }
}

fn is_unique(plan: &Plan, id: TableId, table: &TableSpec, list: &[Name], ids: &[ColumnId]) -> bool {
    let joined = ids
        .iter()
        .filter_map(|column| plan.column(*column).joined)
        .any(|number| plan.table(id).unique[number].iter().all(|name| list.iter().any(|column| column.text == *name)));
    if joined || ids.iter().any(|column| plan.column(*column).unique) {
        return true;
    }
    let RowSource::Per { parent, constant, .. } = plan.table(id).rows else { return false };
    if !names_parent(plan, parent, ids) {
        return false;
    }
    constant == Some(1) || list.iter().any(|name| tells_siblings_apart(table, &name.text, plan, ids))
}

/// Whether the columns hold a copy of a unique column, or of the whole key, of the parent.
fn names_parent(plan: &Plan, parent: TableId, ids: &[ColumnId]) -> bool {
    let copied: Vec<ColumnId> = ids.iter().filter_map(|id| ancestor_source(plan, *id)).collect();
    if copied.iter().any(|id| plan.column(*id).table == parent && plan.column(*id).unique) {
        return true;
    }
    let key = &plan.table(parent).key;
    !key.is_empty() && key.iter().all(|name| column_of(plan, parent, name).is_some_and(|id| copied.contains(&id)))
}

/// The ancestor's column of which a column is a plain copy.
fn ancestor_source(plan: &Plan, id: ColumnId) -> Option<ColumnId> {
    match (plan.column(id).copy, &plan.column(id).inputs[..]) {
        (true, [Input::Ancestor(column)]) => Some(*column),
        _ => None,
    }
}

/// Whether no two children of one parent have the same value.
fn tells_siblings_apart(table: &TableSpec, name: &str, plan: &Plan, ids: &[ColumnId]) -> bool {
    let Some(generator) = generator_of(table, name) else { return false };
    let is_distinct =
        |name: &str| generator_of(table, name).is_some_and(|generator| generator.params.get("distinct_in").is_some());
    match generator.name.text.as_str() {
        "ordinal" | "tick" => spec_of(table, name).is_some_and(|column| column.null.is_none()),
        "ref" => is_distinct(name),
        "field" => {
            let Some((alias, _)) =
                generator.params.get("of").and_then(|of| of.text()).and_then(|of| of.split_once('.'))
            else {
                return false;
            };
            let reference = super::relations::references(table).find(|(_, _, known)| *known == alias);
            reference.is_some_and(|(column, _, _)| is_distinct(&column.name.text) && names_target(plan, ids))
        }
        _ => false,
    }
}

/// Whether the columns hold the whole key of a referenced row.
fn names_target(plan: &Plan, ids: &[ColumnId]) -> bool {
    let copied: Vec<ColumnId> =
        ids.iter().filter_map(|id| referenced_source(plan, *id)).map(|(_, column)| column).collect();
    copied.iter().any(|column| {
        let target = plan.column(*column).table;
        let key = &plan.table(target).key;
        plan.column(*column).unique
            || (!key.is_empty()
                && key.iter().all(|name| column_of(plan, target, name).is_some_and(|id| copied.contains(&id))))
    })
}

fn referenced_source(plan: &Plan, id: ColumnId) -> Option<(ColumnId, ColumnId)> {
    match (plan.column(id).copy, &plan.column(id).inputs[..]) {
        (true, [Input::Referenced { row, column }]) => Some((*row, *column)),
        _ => None,
    }
}

/// The references that a table's visible columns make: copies of a whole key of a parent or of a referenced row.
fn foreign_keys(plan: &Plan, id: TableId, table: &TableSpec) -> Vec<ForeignKey> {
    let mut groups: BTreeMap<(Option<ColumnId>, TableId), Vec<(String, ColumnId)>> = BTreeMap::new();
    for column in &plan.table(id).visible {
        let name = plan.column(*column).name.clone();
        let (row, source) = match referenced_source(plan, *column) {
            Some((row, source)) => (Some(row), source),
            None => match ancestor_source(plan, *column) {
                Some(source) => (None, source),
                None => continue,
            },
        };
        groups.entry((row, plan.column(source).table)).or_default().push((name, source));
    }
    let mut keys: Vec<ForeignKey> =
        groups.into_iter().filter_map(|((_, target), copies)| whole_key(plan, target, &copies)).collect();
    let place = |key: &ForeignKey| table.columns.iter().position(|column| column.name.text == key.columns[0]);
    keys.sort_by_key(place);
    keys
}

fn whole_key(plan: &Plan, target: TableId, copies: &[(String, ColumnId)]) -> Option<ForeignKey> {
    let target_columns = plan.table(target).key.clone();
    let copy_of = |name: &String| {
        let wanted = column_of(plan, target, name)?;
        copies.iter().find(|(_, source)| *source == wanted).map(|(name, _)| name.clone())
    };
    let columns = target_columns.iter().map(copy_of).collect::<Option<Vec<String>>>()?;
    let visible = target_columns.iter().all(|name| !name.starts_with('_'));
    (visible && !columns.is_empty()).then(|| ForeignKey {
        columns,
        table: plan.table(target).name.clone(),
        target_columns,
    })
}
