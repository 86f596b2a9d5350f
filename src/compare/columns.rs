//! Columns of both sides -> pairs by name, each with the rule for its cells: [`Columns`].

use super::report::ColumnDiff;
use super::value::Rule;
use super::{KnownTable, Settings, Table};
use crate::readers::{Column, Family};

/// The columns of a table of both sides.
#[derive(Debug)]
pub struct Columns {
    /// Columns of both sides, in the order of the first.
    pub pairs: Vec<Pair>,
    /// Columns that only the second side has.
    pub added: Vec<String>,
    /// Columns that only the first side has.
    pub removed: Vec<String>,
}

/// A column of both sides.
#[derive(Debug)]
pub struct Pair {
    /// Its name.
    pub name: String,
    /// How its cells are compared.
    pub rule: Rule,
    types: Option<[String; 2]>,
}

impl Columns {
    /// Pairs columns by name. A column that one side lacks has a partner all the same where that side leaves out what is
    /// null.
    pub fn pair(left: &Table, right: &Table, known: Option<&KnownTable>, settings: &Settings) -> Self {
        let only = |these: &Table, those: &Table| {
            let is_missing = |column: &&Column| !those.is_open && find(&those.columns, &column.name).is_none();
            these.columns.iter().filter(is_missing).map(|column| column.name.clone()).collect()
        };
        let pair = |column: &Column, other: &Column| Pair {
            name: column.name.clone(),
            rule: Rule {
                family: family(known.and_then(|table| table.families.get(&column.name)).copied(), column, other),
                tolerance: settings.tolerance(&column.name),
            },
            types: types(column, other),
        };
        let absent = |column: &Column| Column::untyped(column.name.clone());
        let both = left.columns.iter().filter_map(|column| match find(&right.columns, &column.name) {
            Some(other) => Some(pair(column, other)),
            None => right.is_open.then(|| pair(column, &absent(column))),
        });
        let right_only = right.columns.iter().filter(|column| find(&left.columns, &column.name).is_none());
        let right_only = right_only.filter(|_| left.is_open).map(|column| pair(&absent(column), column));
        Self { pairs: both.chain(right_only).collect(), added: only(right, left), removed: only(left, right) }
    }

    /// The positions of columns by name; `None` when one is not there.
    pub fn positions(&self, names: &[String]) -> Option<Vec<usize>> {
        names.iter().map(|name| self.pairs.iter().position(|pair| pair.name == *name)).collect()
    }

    /// The pairs, with nothing that differs yet.
    pub fn diffs(&self) -> Vec<ColumnDiff> {
        let diff = |pair: &Pair| ColumnDiff {
            name: pair.name.clone(),
            types: pair.types.clone(),
            changed: 0,
            examples: Vec::new(),
        };
        self.pairs.iter().map(diff).collect()
    }
}

/// What the values are: as the spec says, else as the side says that knows more.
fn family(said: Option<Family>, left: &Column, right: &Column) -> Family {
    match (said, left.family, right.family) {
        (Some(family), ..) => family,
        (_, Family::Json, _) | (_, _, Family::Json) => Family::Json,
        (_, Family::Unknown, family) => family,
        (_, family, _) => family,
    }
}

fn types(left: &Column, right: &Column) -> Option<[String; 2]> {
    let types = [left.type_name.clone()?, right.type_name.clone()?];
    (types[0] != types[1]).then_some(types)
}

fn find<'c>(columns: &'c [Column], name: &str) -> Option<&'c Column> {
    columns.iter().find(|column| column.name == name)
}
