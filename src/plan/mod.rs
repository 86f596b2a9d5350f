//! `Spec` -> [`Plan`]: names resolved, Arrow types fixed, column graph ordered, domains and counts proven, chunk grid cut.
//!
//! **Invariant**: a plan knows no thread count, output format, clock, environment or terminal.

mod bounds;
mod build;
mod casts;
mod context;
mod counts;
mod keys;
mod locales;
mod modifiers;
mod order;
mod others;
mod params;
mod pins;
mod relations;
mod resolve;
mod types;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_schema::DataType;

use crate::diag::Span;
use crate::engine::{Column, Domain, Needs};
use crate::random::Key;

pub use bounds::Bounds;
pub use build::{Overrides, plan};
pub use context::{PlanContext, Reported, Source};
pub(crate) use modifiers::{Nothing, thousands};
pub use order::Distance;
pub use params::{Moment, Now};
pub use relations::RefParams;
pub use types::{TYPE_NAMES, a_type, integer_limits, logical_type, parse_type, type_name};

/// The edition of the spec language that this compiler speaks.
pub const EDITION: u32 = 1;

/// Most rows that a table may have.
pub const MAX_ROWS: u64 = 1 << 48;

/// Index of a table in [`Plan::tables`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TableId(pub usize);

/// Index of a column in [`Plan::columns`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ColumnId(pub usize);

/// Everything that the engine needs, and nothing of the text it came from but spans for messages.
pub struct Plan {
    /// The spec's name, if it has one.
    pub name: Option<String>,
    /// The seed of all values.
    pub seed: u64,
    /// Tables in the order of the spec.
    pub tables: Vec<TablePlan>,
    /// Columns of all tables, each behind all columns that it reads.
    pub columns: Vec<ColumnPlan>,
    /// Files that the spec names and whose content the values depend on, by path.
    pub files: BTreeMap<String, DataFile>,
}

/// A file that a spec names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFile {
    /// Where it lies: the path as the spec has it, below the spec's folder.
    pub path: PathBuf,
    /// The SHA-256 of its content, in hexadecimal digits.
    pub sha256: String,
}

/// One table.
pub struct TablePlan {
    /// Its name in the spec and in outputs.
    pub name: String,
    /// Where the name stands.
    pub span: Span,
    /// For people.
    pub description: Option<String>,
    /// Where its rows come from.
    pub rows: RowSource,
    /// The columns that are written, in order.
    pub visible: Vec<ColumnId>,
    /// Hidden columns that the user declared, in order.
    pub hidden: Vec<ColumnId>,
    /// Names of the columns of the primary key.
    pub key: Vec<String>,
    /// Lists of columns that are unique together.
    pub unique: Vec<Vec<String>>,
    /// References to other tables' keys.
    pub foreign_keys: Vec<ForeignKey>,
    /// Tables that are `per` this one.
    pub children: Vec<TableId>,
    /// Rows that are expected, exact where no count is drawn.
    pub expected_rows: f64,
    /// Rows that can be at most.
    pub max_rows: u64,
}

/// Where a table's rows come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowSource {
    /// So many, numbered from 0.
    Root {
        /// How many.
        rows: u64,
    },
    /// Children of another table's rows.
    Per {
        /// The table of the parents.
        parent: TableId,
        /// The column of the parent that says how many (`UInt64`).
        count: ColumnId,
        /// How many, where it is the same for every parent.
        constant: Option<u64>,
    },
}

/// A reference from some columns of a table to the key of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignKey {
    /// Columns of this table.
    pub columns: Vec<String>,
    /// The table they point to.
    pub table: String,
    /// The columns they point to.
    pub target_columns: Vec<String>,
}

/// One column, declared by the user or added by the plan.
pub struct ColumnPlan {
    /// Its table.
    pub table: TableId,
    /// Its name; names of columns that the plan added begin with `$`.
    pub name: String,
    /// Where it is declared.
    pub span: Span,
    /// Type of its values; strings may still be dictionary arrays in memory.
    pub data_type: DataType,
    /// Whether a value may be null.
    pub nullable: bool,
    /// What its values lie between, where that is proven.
    pub bounds: Option<Bounds>,
    /// All values that it may have besides null, where they are few and known; pins aside.
    pub choices: Option<ArrayRef>,
    /// How far its times are proven to lie from those of other columns.
    pub distances: Vec<Distance>,
    /// Whether its values never repeat within the table.
    pub unique: bool,
    /// The values it may take, all alike, when they can be counted and nothing was put over them.
    pub domain: Option<Arc<dyn Domain>>,
    /// The key under which it draws.
    pub key: Key,
    /// What it reads, by slot.
    pub inputs: Vec<Input>,
    /// What it must know of its rows.
    pub needs: Needs,
    /// How values are made.
    pub body: Body,
    /// The list of [`TablePlan::unique`] with whose columns it is unique together, by drawing from their joint domain.
    pub joined: Option<usize>,
    /// Whether the column is a plain copy of its one input.
    pub copy: bool,
    /// Rows whose value is fixed by hand.
    pub pins: Option<Pins>,
    /// Text form for text formats.
    pub format: Option<String>,
    /// For people.
    pub description: Option<String>,
}

/// What a column reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Input {
    /// A column of the same row.
    Own(ColumnId),
    /// A column of the row's parent, or of the parent's parent and so on.
    Ancestor(ColumnId),
    /// A column of the row to which a reference points.
    Referenced {
        /// The column of this table that holds the target's row number (`UInt64`, may be null).
        row: ColumnId,
        /// The target's column.
        column: ColumnId,
    },
}

/// How a column's values are made.
#[derive(Clone)]
pub enum Body {
    /// Row by row from identities, key and inputs.
    Cells(Arc<dyn Column>),
    /// From the children of the row.
    Rollup {
        /// The child table.
        child: TableId,
        /// The child's column; `None` counts rows.
        of: Option<ColumnId>,
        /// How.
        aggregate: Aggregate,
    },
    /// A running total of an input over the siblings up to the row.
    Cumulative {
        /// The input's slot.
        slot: usize,
        /// What the total starts from, in the type of the column.
        start: ArrayRef,
    },
}

/// How a roll-up makes one value of many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "SQL's own names")]
pub enum Aggregate {
    Sum,
    Count,
    Min,
    Max,
    Avg,
    First,
    Last,
}

/// Values fixed by hand.
#[derive(Debug, Clone)]
pub struct Pins {
    /// Row numbers within the table, ascending.
    pub rows: Vec<u64>,
    /// Their values, in the column's type.
    pub values: ArrayRef,
}

/// What a generator gives back for a column.
pub struct Planned {
    /// Type of the values.
    pub data_type: DataType,
    /// Whether a value may be null.
    pub nullable: bool,
    /// What the values lie between, where that is proven.
    pub bounds: Option<Bounds>,
    /// All values that may come out besides null, where they are few and known.
    pub choices: Option<ArrayRef>,
    /// How far the times are proven to lie from those of other columns.
    pub distances: Vec<Distance>,
    /// What it must know of its rows.
    pub needs: Needs,
    /// How values are made.
    pub body: Body,
    /// What is known of repetition.
    pub uniqueness: Uniqueness,
    /// Whether the values are those of one input, as they are.
    pub copy: bool,
}

/// The values of a column that is read, as they are.
pub fn same(source: Source) -> Planned {
    let planned = Planned::new(source.data_type, modifiers::Same(source.slot));
    Planned { copy: true, choices: source.choices, ..planned.nullable(source.nullable).bounds(source.bounds) }
}

/// The locale of each row, as an index into [`crate::locale::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowLocale {
    /// The same for all rows.
    One(u8),
    /// The value of the input in this slot (`UInt8`).
    Column(usize),
}

impl Planned {
    /// Values of `data_type` made by `column`: never null, without proven bounds, free to repeat.
    pub fn new(data_type: DataType, column: impl Column + 'static) -> Self {
        Self::with_body(data_type, Body::Cells(Arc::new(column)))
    }

    /// As [`Planned::new`], for any body.
    pub fn with_body(data_type: DataType, body: Body) -> Self {
        Self {
            data_type,
            nullable: false,
            bounds: None,
            choices: None,
            distances: Vec::new(),
            needs: Needs::default(),
            body,
            uniqueness: Uniqueness::Unknown { why: "its values are drawn freely" },
            copy: false,
        }
    }

    /// Says that values may be null.
    #[must_use]
    pub fn nullable(mut self, nullable: bool) -> Self {
        self.nullable |= nullable;
        self
    }

    /// Says what the values lie between.
    #[must_use]
    pub fn bounds(mut self, bounds: Option<Bounds>) -> Self {
        self.bounds = bounds;
        self
    }

    /// Says which values may come out besides null.
    #[must_use]
    pub fn choices(mut self, values: ArrayRef) -> Self {
        self.choices = Some(values);
        self
    }

    /// Says how far the times lie from those of other columns.
    #[must_use]
    pub fn distances(mut self, distances: Vec<Distance>) -> Self {
        self.distances = distances;
        self
    }

    /// Says that the row's number is read.
    #[must_use]
    pub fn row_number(mut self) -> Self {
        self.needs.row_number = true;
        self
    }

    /// Says what is known of repetition.
    #[must_use]
    pub fn uniqueness(mut self, uniqueness: Uniqueness) -> Self {
        self.uniqueness = uniqueness;
        self
    }
}

/// Whether and how a generator's values can be kept from repeating within the table.
#[derive(Clone)]
pub enum Uniqueness {
    /// They never repeat, by construction.
    Always,
    /// They would not repeat if they were drawn from this domain by a permutation of row numbers.
    Domain(Arc<dyn Domain>),
    /// They may repeat, and nothing can be done.
    Unknown {
        /// Why, as the end of "cannot be unique: ...".
        why: &'static str,
    },
}

impl Plan {
    /// The SHA-256 of the files that the spec names, by path.
    pub fn file_hashes(&self) -> BTreeMap<String, String> {
        self.files.iter().map(|(path, file)| (path.clone(), file.sha256.clone())).collect()
    }

    /// The table of an id.
    pub fn table(&self, id: TableId) -> &TablePlan {
        &self.tables[id.0]
    }

    /// The column of an id.
    pub fn column(&self, id: ColumnId) -> &ColumnPlan {
        &self.columns[id.0]
    }

    /// The table of a name.
    pub fn table_named(&self, name: &str) -> Option<TableId> {
        self.tables.iter().position(|table| table.name == name).map(TableId)
    }

    /// The root of the family to which a table belongs: itself, or the table at the end of its `per` chain.
    pub fn root_of(&self, mut table: TableId) -> TableId {
        while let RowSource::Per { parent, .. } = self.table(table).rows {
            table = parent;
        }
        table
    }

    /// The tables from the root of the family down to `table`, both included.
    pub fn ancestry(&self, table: TableId) -> Vec<TableId> {
        let mut chain = vec![table];
        while let RowSource::Per { parent, .. } = self.table(chain[chain.len() - 1]).rows {
            chain.push(parent);
        }
        chain.reverse();
        chain
    }

    /// Rows of a table where no count is drawn on the way from the root.
    pub fn constant_rows(&self, table: TableId) -> Option<u64> {
        match self.table(table).rows {
            RowSource::Root { rows } => Some(rows),
            RowSource::Per { parent, constant, .. } => self.constant_rows(parent)?.checked_mul(constant?),
        }
    }
}
