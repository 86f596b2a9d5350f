//! `other_than` of a reference: the name of another pick of the row -> where the number of the row comes from that is left out.

use std::sync::Arc;

use arrow_array::{ArrayRef, UInt64Array};
use arrow_schema::DataType;

use super::context::{PlanContext, Reported, Source};
use super::{Input, Planned, TableId, relations};
use crate::diag::{Diagnostic, Span};
use crate::engine::{Cells, Column};
use crate::source::Spanned;
use crate::spec::{ColumnSpec, GeneratorSpec, Making};

/// Reads the number of the row that `said` has picked among those of `target`: another `ref` of the row, or the owner's row
/// behind a `field`.
pub(super) fn other_row(
    cx: &mut PlanContext<'_, '_>,
    said: &Spanned<String>,
    target: TableId,
) -> Result<Source, Reported> {
    let table = cx.table();
    let spec = cx.planner.tables[table.0].spec;
    let Some(column) = spec.columns.iter().find(|column| column.name.text == said.value) else {
        let names = spec.columns.iter().map(|column| column.name.text.as_str());
        let error = Diagnostic::error("E0409", format!("`{}` has no column `{}`", spec.name.text, said.value));
        return Err(cx.fail(error.at(said.span, "unknown").suggest(&said.value, names)));
    };
    let Making::Generator(generator) = &column.making else { return Err(unrelated(cx, said, target)) };
    match generator.name.text.as_str() {
        "ref" => of_reference(cx, said, target, column, generator),
        "field" => of_field(cx, said, target, generator),
        _ => Err(unrelated(cx, said, target)),
    }
}

fn of_reference(
    cx: &mut PlanContext<'_, '_>,
    said: &Spanned<String>,
    target: TableId,
    column: &ColumnSpec,
    generator: &GeneratorSpec,
) -> Result<Source, Reported> {
    if generator.params.get("to").and_then(|to| to.text()) != Some(cx.table_name(target)) {
        return Err(unrelated(cx, said, target));
    }
    let table = cx.table();
    let (row, _) = relations::row_column(cx.planner, table, column, generator)?;
    Ok(cx.register(Input::Own(row)))
}

/// The row behind `field`: one that a reference picks, or an owner's.
fn of_field(
    cx: &mut PlanContext<'_, '_>,
    said: &Spanned<String>,
    target: TableId,
    generator: &GeneratorSpec,
) -> Result<Source, Reported> {
    let head = generator.params.get("of").and_then(|of| of.text()).and_then(|of| of.split('.').next());
    let head = head.unwrap_or_default();
    let table = cx.table();
    let spec = cx.planner.tables[table.0].spec;
    let by_reference = relations::references(spec).find(|(_, _, alias)| *alias == head);
    if let Some((column, generator, _)) = by_reference {
        return of_reference(cx, said, target, column, generator);
    }
    let mut child = table;
    while let Some(parent) = cx.planner.tables[child.0].parent {
        let alias = cx.planner.tables[child.0].spec.alias.as_ref().map(|alias| alias.text.as_str());
        if parent == target && (alias == Some(head) || cx.table_name(parent) == head) {
            return number_of(cx, target, said.span);
        }
        child = parent;
    }
    Err(unrelated(cx, said, target))
}

/// The numbers of the rows of an owner.
fn number_of(cx: &mut PlanContext<'_, '_>, table: TableId, span: Span) -> Result<Source, Reported> {
    let key = cx.planner.tables[table.0].key;
    let id = cx
        .planner
        .internal(table, "$number", span, key, |_| Ok(Planned::new(DataType::UInt64, RowNumber).row_number()))?;
    Ok(cx.register(Input::Ancestor(id)))
}

fn unrelated(cx: &mut PlanContext<'_, '_>, said: &Spanned<String>, target: TableId) -> Reported {
    let table = cx.table_name(target).to_owned();
    let error = Diagnostic::error("E0620", format!("`{}` is no row of `{table}`", said.value));
    cx.fail(error.at(said.span, "picks nothing from that table").help(format!(
        "name another `ref` column with `to: {table}`, or the `field` that holds the key of an owner in `{table}`"
    )))
}

/// Row numbers as values.
struct RowNumber;

impl Column for RowNumber {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        Arc::new(UInt64Array::from_iter_values(cells.row_numbers().iter()))
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::Int64Type;
    use arrow_array::{Array, RecordBatch};

    use crate::engine::Engine;
    use crate::generators::testing::plan_in;
    use crate::plan::TableId;

    const SPEC: &str = "synth: 1
tables:
  accounts: { rows: ROWS, key: [id], columns: { id: { gen: sequence, start: 0 } } }
  payments:
    rows: 3000
    columns:
      a: { gen: ref, to: accounts, as: first, null: 10% }
      b: { gen: ref, to: accounts, as: second, skew: { dist: zipf, s: 1.1 }, other_than: a }
      c: { gen: ref, to: accounts, as: third, other_than: b }
  transfers:
    per: accounts
    count: 2
    columns:
      a: { gen: field, of: accounts.id }
      b: { gen: ref, to: accounts, as: other, other_than: a }
";

    fn built(rows: u64, table: usize) -> RecordBatch {
        let (plan, found) = plan_in(".".as_ref(), &SPEC.replace("ROWS", &rows.to_string())).expect("it is sound");
        assert!(found.is_empty(), "{found:?}");
        let engine = Engine::new(&plan);
        let rows = engine.rows(TableId(table));
        engine.batch(TableId(table), 0..rows)
    }

    fn cells(batch: &RecordBatch, name: &str) -> Vec<Option<i64>> {
        let column = batch.column_by_name(name).expect("the column");
        column.as_primitive::<Int64Type>().iter().collect()
    }

    #[test]
    fn a_pick_is_never_the_row_of_the_other() {
        for rows in [2, 3, 50] {
            let payments = built(rows, 1);
            let (a, b, c) = (cells(&payments, "a"), cells(&payments, "b"), cells(&payments, "c"));
            assert!(a.iter().zip(&b).all(|(a, b)| a != b && b.is_some()));
            assert!(b.iter().zip(&c).all(|(b, c)| b != c && c.is_some()));
            assert!(a.iter().any(Option::is_none));
            let transfers = built(rows, 2);
            assert!(cells(&transfers, "a").iter().zip(cells(&transfers, "b")).all(|(a, b)| *a != b && b.is_some()));
            assert_eq!(payments.column(1).null_count(), 0);
        }
    }

    #[test]
    fn children_pick_different_rows_and_never_their_owner() {
        let spec = "synth: 1
tables:
  accounts: { rows: ROWS, key: [id], columns: { id: { gen: sequence, start: 0 } } }
  friends:
    per: accounts
    count: 3
    columns:
      a: { gen: field, of: accounts.id }
      b: { gen: ref, to: accounts, distinct_in: accounts, other_than: a }
";
        for rows in [4_u64, 60] {
            let (plan, found) = plan_in(".".as_ref(), &spec.replace("ROWS", &rows.to_string())).expect("it is sound");
            assert!(found.is_empty(), "{found:?}");
            let friends = Engine::new(&plan).batch(TableId(1), 0..rows * 3);
            let mut pairs: Vec<_> = cells(&friends, "a").into_iter().zip(cells(&friends, "b")).collect();
            assert!(pairs.iter().all(|(a, b)| a != b && b.is_some_and(|row| row < rows as i64)));
            pairs.sort_unstable();
            pairs.dedup();
            assert_eq!(pairs.len() as u64, rows * 3);
        }
        assert!(plan_in(".".as_ref(), &spec.replace("ROWS", "3")).is_err());
    }

    #[test]
    fn all_other_rows_are_picked_alike() {
        let payments = built(3, 1);
        let (b, c) = (cells(&payments, "b"), cells(&payments, "c"));
        for one in 0..3 {
            let of_one: Vec<i64> = b.iter().zip(&c).filter(|(b, _)| **b == Some(one)).filter_map(|(_, c)| *c).collect();
            let above = of_one.iter().filter(|c| **c > one).count() as f64 / of_one.len() as f64;
            let want = (2 - one) as f64 / 2.0;
            assert!((above - want).abs() < 0.06, "{one}: {above}");
        }
    }

    #[test]
    fn a_growing_pool_attracts_only_its_share() {
        let (few, more) = (built(200, 2), built(210, 2));
        let (few, more) = (cells(&few, "b"), cells(&more, "b"));
        let moved = few.iter().zip(&more).filter(|(few, more)| few != more).count() as f64 / few.len() as f64;
        assert!(moved < 0.12, "{moved}");
        let to_old =
            few.iter().zip(&more).filter(|(few, more)| few != more && more.is_some_and(|row| row < 200)).count();
        assert_eq!(to_old, 0);
    }
}
