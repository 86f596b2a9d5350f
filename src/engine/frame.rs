//! A set of rows of one table and the columns asked of it so far: the engine's unit of evaluation. Columns are made on
//! demand, once a frame; parents, children and referenced rows are frames of their own.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};
use std::sync::{Arc, OnceLock};

use arrow_array::cast::AsArray;
use arrow_array::types::UInt64Type;
use arrow_array::{Array, ArrayRef, RecordBatch, UInt32Array, UInt64Array};
use arrow_cast::cast;
use arrow_schema::{Field, Schema, SchemaRef};
use arrow_select::concat::concat;
use arrow_select::interleave::interleave;
use arrow_select::take::take;

use super::chunks::Chunk;
use super::column::Cells;
use super::positions::{self, Positions};
use super::rollup;
use super::rows::{Numbers, Rows};
use crate::plan::{Body, ColumnId, Input, Pins, Plan, RowSource, TableId, logical_type};
use crate::random::RowId;

/// Referenced tables of at most so many rows are made once and kept.
const KEPT_ROWS: f64 = 131_072.0;

/// Rows made at a time where a whole table is made to be kept.
const KEPT_STEP: u64 = 16_384;

/// Answers for any cells of a plan. Shared by all threads; what it caches are pure functions of the plan.
pub struct Engine<'p> {
    plan: &'p Plan,
    positions: Vec<OnceLock<Positions>>,
    kept: Vec<OnceLock<ArrayRef>>,
}

impl<'p> Engine<'p> {
    /// An engine for a plan. Nothing is computed yet.
    pub fn new(plan: &'p Plan) -> Self {
        Self {
            plan,
            positions: plan.tables.iter().map(|_| OnceLock::new()).collect(),
            kept: plan.columns.iter().map(|_| OnceLock::new()).collect(),
        }
    }

    /// The plan.
    pub fn plan(&self) -> &'p Plan {
        self.plan
    }

    /// How many rows a table has, exactly. Where counts are drawn, the first call counts the family.
    pub fn rows(&self, table: TableId) -> u64 {
        self.plan.constant_rows(table).unwrap_or_else(|| self.positions(table).total())
    }

    /// How many rows of a table stand below the rows `roots` of its family's root table, exactly.
    pub fn rows_below(&self, table: TableId, roots: &std::ops::Range<u64>) -> u64 {
        positions::first_below(self, table, roots.end) - positions::first_below(self, table, roots.start)
    }

    /// Where the rows of a child table stand.
    pub(super) fn positions(&self, table: TableId) -> &Positions {
        self.positions[table.0].get_or_init(|| Positions::count(self, table))
    }

    /// The schema of a table's visible columns: logical types, nullability, and `synth.type` where Arrow has no type.
    pub fn schema(&self, table: TableId) -> SchemaRef {
        let fields = self.plan.table(table).visible.iter().map(|id| {
            let column = self.plan.column(*id);
            Field::new(&column.name, logical_type(&column.data_type), column.nullable)
        });
        Arc::new(Schema::new(fields.collect::<Vec<_>>()))
    }

    /// Some columns of the rows `range` of a table.
    pub fn range(&self, table: TableId, range: std::ops::Range<u64>, columns: &[ColumnId]) -> Vec<ArrayRef> {
        let frame = Frame::numbered(self, table, Numbers::Range(range));
        columns.iter().map(|column| frame.column(*column)).collect()
    }

    /// Some columns of scattered rows of a table, in any order and with repetitions.
    pub fn scattered(&self, table: TableId, rows: &[u64], columns: &[ColumnId]) -> Vec<ArrayRef> {
        let targets = UInt64Array::from(rows.to_vec());
        let (frame, index) = Frame::targets(self, table, &targets);
        columns.iter().map(|column| gather(&frame.column(*column), &index)).collect()
    }

    /// The visible columns of a chunk's rows, a batch for each table of `tables` that the chunk covers, with the table's
    /// place in `tables`.
    pub fn make(&self, chunk: &Chunk, tables: &[TableId]) -> Vec<(usize, RecordBatch)> {
        let places = tables.iter().enumerate();
        match chunk {
            Chunk::Family { root, roots } => {
                let top = Frame::root(self, *root, Numbers::Range(roots.clone()));
                let members = places.filter(|(_, table)| self.plan.root_of(**table) == *root);
                members.map(|(place, table)| (place, top.descend(*table).batch())).collect()
            }
            Chunk::Rows { table, rows } => {
                let own = places.filter(|(_, other)| *other == table);
                own.map(|(place, table)| (place, self.batch(*table, rows.clone()))).collect()
            }
        }
    }

    /// Some columns of a chunk's rows of a table that the chunk covers, with the rows' identities.
    pub fn identified(&self, chunk: &Chunk, table: TableId, columns: &[ColumnId]) -> (Vec<RowId>, Vec<ArrayRef>) {
        // The root's frame owns those below it, and lives as long as they are asked.
        let top = match chunk {
            Chunk::Family { root, roots } => Frame::root(self, *root, Numbers::Range(roots.clone())),
            Chunk::Rows { rows, .. } => Frame::numbered(self, table, Numbers::Range(rows.clone())),
        };
        let frame = top.descend(table);
        let ids = (0..frame.rows.len()).map(|index| frame.rows.id(index));
        (ids.collect(), columns.iter().map(|column| frame.column(*column)).collect())
    }

    /// The visible columns of the rows `range` of a table.
    pub fn batch(&self, table: TableId, range: std::ops::Range<u64>) -> RecordBatch {
        Frame::numbered(self, table, Numbers::Range(range)).batch()
    }

    fn is_small(&self, table: TableId) -> bool {
        self.plan.table(table).expected_rows <= KEPT_ROWS
    }

    /// All values of a column of a small table, made once.
    fn kept(&self, column: ColumnId) -> &ArrayRef {
        self.kept[column.0].get_or_init(|| {
            let table = self.plan.column(column).table;
            let rows = self.rows(table);
            let steps = (0..rows.div_ceil(KEPT_STEP).max(1)).map(|step| step * KEPT_STEP);
            let parts: Vec<ArrayRef> =
                steps.flat_map(|start| self.range(table, start..(start + KEPT_STEP).min(rows), &[column])).collect();
            let parts: Vec<&dyn Array> = parts.iter().map(AsRef::as_ref).collect();
            concat(&parts).expect("parts of one column have one type")
        })
    }
}

/// How a frame hangs on its parent's.
enum Up<'e> {
    /// It is the whole offspring of the parent's rows; the parent owns it.
    Family(Weak<Frame<'e>>),
    /// It holds some of the offspring, and owns the parent.
    Scattered(Rc<Frame<'e>>),
}

/// See the module.
pub(super) struct Frame<'e> {
    engine: &'e Engine<'e>,
    table: TableId,
    rows: Rows,
    up: Option<Up<'e>>,
    columns: RefCell<BTreeMap<ColumnId, ArrayRef>>,
    children: RefCell<BTreeMap<TableId, Rc<Frame<'e>>>>,
    referenced: RefCell<BTreeMap<ColumnId, (Rc<Frame<'e>>, UInt64Array)>>,
    index: OnceCell<ArrayRef>,
}

impl<'e> Frame<'e> {
    fn new(engine: &'e Engine<'e>, table: TableId, rows: Rows, up: Option<Up<'e>>) -> Rc<Self> {
        Rc::new(Self {
            engine,
            table,
            rows,
            up,
            columns: RefCell::default(),
            children: RefCell::default(),
            referenced: RefCell::default(),
            index: OnceCell::new(),
        })
    }

    /// Rows of a root table.
    pub(super) fn root(engine: &'e Engine<'_>, table: TableId, numbers: Numbers) -> Rc<Self> {
        Self::new(shorten(engine), table, Rows::root(numbers), None)
    }

    /// Rows of any table by number; those of a list must ascend.
    pub(super) fn numbered(engine: &'e Engine<'_>, table: TableId, numbers: Numbers) -> Rc<Self> {
        let engine = shorten(engine);
        let RowSource::Per { parent, .. } = engine.plan.table(table).rows else {
            return Self::root(engine, table, numbers);
        };
        let places = positions::locate(engine, table, &numbers);
        let mut parents: Vec<u64> = places.iter().map(|place| place.parent).collect();
        parents.dedup();
        let parent = Self::numbered(engine, parent, Numbers::List(parents));
        let parent_numbers = parent.rows.numbers.get().expect("made by number");
        let mut at = 0;
        let picks = places.iter().map(|place| {
            while parent_numbers.get(at) != place.parent {
                at += 1;
            }
            (at as u32, place.siblings, place.ordinal)
        });
        let rows = parent.rows.pick(picks);
        rows.numbers.set(numbers).expect("these rows are new");
        Self::new(engine, table, rows, Some(Up::Scattered(parent)))
    }

    /// The frame of the distinct rows that `targets` names, and for each target the index of its row (null for null).
    fn targets(engine: &'e Engine<'_>, table: TableId, targets: &UInt64Array) -> (Rc<Self>, UInt64Array) {
        let mut distinct: Vec<u64> = targets.iter().flatten().collect();
        distinct.sort_unstable();
        distinct.dedup();
        let index = targets.iter().map(|target| {
            target.map(|row| distinct.binary_search(&row).expect("every target is among the distinct ones") as u64)
        });
        let index = index.collect();
        (Self::numbered(engine, table, Numbers::List(distinct)), index)
    }

    /// The rows.
    pub(super) fn rows(&self) -> &Rows {
        &self.rows
    }

    fn parent(&self) -> Rc<Self> {
        match self.up.as_ref().expect("only child tables ask for their parent") {
            Up::Family(parent) => parent.upgrade().expect("a parent outlives the family that it owns"),
            Up::Scattered(parent) => Rc::clone(parent),
        }
    }

    /// Whether every family that has a row here is here as a whole, in order.
    fn is_complete(&self) -> bool {
        matches!(self.up, Some(Up::Family(_)) | None)
    }

    /// All children of these rows in a child table, in order.
    pub(super) fn offspring(self: &Rc<Self>, child: TableId) -> Rc<Self> {
        if let Some(frame) = self.children.borrow().get(&child) {
            return Rc::clone(frame);
        }
        let RowSource::Per { count, .. } = self.engine.plan.table(child).rows else {
            unreachable!("a child table is `per` its parent");
        };
        let counts = self.column(count);
        let rows = self.rows.expand(counts.as_primitive::<UInt64Type>().values());
        let frame = Self::new(self.engine, child, rows, Some(Up::Family(Rc::downgrade(self))));
        self.children.borrow_mut().insert(child, Rc::clone(&frame));
        frame
    }

    /// This frame's descendants in `table`, which is this table or below it.
    pub(super) fn descend(self: &Rc<Self>, table: TableId) -> Rc<Self> {
        let chain = self.engine.plan.ancestry(table);
        let below = chain.iter().skip_while(|step| **step != self.table).skip(1);
        below.fold(Rc::clone(self), |frame, step| frame.offspring(*step))
    }

    /// Row numbers of these rows within their table.
    pub(super) fn numbers(&self) -> &Numbers {
        self.rows.numbers.get_or_init(|| {
            let mut top = self.parent();
            while let Some(Up::Family(_)) = top.up {
                top = top.parent();
            }
            match top.up {
                None => positions::number_below_root(self.engine, self.table, &self.rows, &top.rows.roots),
                Some(_) => positions::number_by_identity(self.engine, self.table, &self.rows),
            }
        })
    }

    /// The visible columns.
    pub(super) fn batch(self: &Rc<Self>) -> RecordBatch {
        let visible = &self.engine.plan.table(self.table).visible;
        let columns: Vec<ArrayRef> = visible.iter().map(|column| self.column(*column)).collect();
        let fields = visible.iter().zip(&columns).map(|(id, values)| {
            let column = self.engine.plan.column(*id);
            Field::new(&column.name, values.data_type().clone(), column.nullable)
        });
        let schema = Arc::new(Schema::new(fields.collect::<Vec<_>>()));
        let options = arrow_array::RecordBatchOptions::new().with_row_count(Some(self.rows.len()));
        RecordBatch::try_new_with_options(schema, columns, &options).expect("columns of one frame have one length")
    }

    /// The values of a column of this table.
    pub(super) fn column(self: &Rc<Self>, id: ColumnId) -> ArrayRef {
        if let Some(values) = self.columns.borrow().get(&id) {
            return Arc::clone(values);
        }
        let values = self.evaluate(id);
        self.columns.borrow_mut().insert(id, Arc::clone(&values));
        values
    }

    fn evaluate(self: &Rc<Self>, id: ColumnId) -> ArrayRef {
        let column = self.engine.plan.column(id);
        debug_assert_eq!(column.table, self.table, "column {} is asked of another table", column.name);
        if column.needs.whole_family && !self.is_complete() {
            return self.from_whole_families(id);
        }
        if column.needs.row_number || column.pins.is_some() {
            self.numbers();
        }
        let values = match &column.body {
            Body::Cells(body) => {
                let inputs: Vec<ArrayRef> = column.inputs.iter().map(|input| self.input(input)).collect();
                body.generate(&Cells::new(&self.rows, &column.key, &inputs, &|table| self.engine.rows(table)))
            }
            Body::Rollup { child, of, aggregate } => {
                let family = self.offspring(*child);
                let counts = rollup::counts(family.rows(), self.rows.len());
                let values = of.map(|of| family.column(of));
                rollup::roll_up(*aggregate, values.as_ref(), &counts, &column.data_type)
            }
            Body::Cumulative { slot, start } => {
                rollup::accumulate(&self.input(&column.inputs[*slot]), start, &self.rows)
            }
        };
        debug_assert_eq!(values.len(), self.rows.len(), "column {} has another length", column.name);
        match &column.pins {
            Some(pins) => overlay(values, pins, self.numbers()),
            None => values,
        }
    }

    /// A column that can only be made for whole families, for some rows of them.
    fn from_whole_families(self: &Rc<Self>, id: ColumnId) -> ArrayRef {
        let family = self.rows.family.as_ref().expect("root rows are always whole");
        let whole = self.parent().offspring(self.table);
        let counts = rollup::counts(whole.rows(), self.parent().rows.len());
        let starts = rollup::offsets(&counts);
        let index =
            family.parent.iter().zip(&family.ordinal).map(|(parent, ordinal)| starts[*parent as usize] + ordinal);
        gather(&whole.column(id), &UInt64Array::from_iter_values(index))
    }

    fn input(self: &Rc<Self>, input: &Input) -> ArrayRef {
        match *input {
            Input::Own(column) => self.column(column),
            Input::Ancestor(column) => self.inherited(column),
            Input::Referenced { row, column } => self.referenced(row, column),
        }
    }

    fn inherited(self: &Rc<Self>, column: ColumnId) -> ArrayRef {
        let parent = self.parent();
        let values = if self.engine.plan.column(column).table == parent.table {
            parent.column(column)
        } else {
            parent.inherited(column)
        };
        let index = self.index.get_or_init(|| {
            let family = self.rows.family.as_ref().expect("child rows have a family");
            Arc::new(UInt32Array::from(family.parent.clone()))
        });
        take(&values, index, None).expect("parents' indices lie within the parent's frame")
    }

    fn referenced(self: &Rc<Self>, row: ColumnId, column: ColumnId) -> ArrayRef {
        let table = self.engine.plan.column(column).table;
        let rows = self.column(row);
        let rows = rows.as_primitive::<UInt64Type>();
        if self.engine.is_small(table) {
            return gather(self.engine.kept(column), rows);
        }
        if !self.referenced.borrow().contains_key(&row) {
            let targets = Self::targets(self.engine, table, rows);
            self.referenced.borrow_mut().insert(row, targets);
        }
        let (frame, index) = self.referenced.borrow()[&row].clone();
        gather(&frame.column(column), &index)
    }
}

/// An engine borrowed for a shorter time; its cells are only written once, by pure functions of the plan.
fn shorten<'a>(engine: &'a Engine<'_>) -> &'a Engine<'a> {
    engine
}

/// The values at `index`, null where it is null.
fn gather(values: &ArrayRef, index: &UInt64Array) -> ArrayRef {
    take(values, index, None).expect("indices of rows lie within their frame")
}

/// The values with those of pinned rows put in their place.
fn overlay(values: ArrayRef, pins: &Pins, numbers: &Numbers) -> ArrayRef {
    let mut pinned =
        numbers.iter().enumerate().filter_map(|(at, number)| Some((at, pins.rows.binary_search(&number).ok()?)));
    let Some(first) = pinned.next() else {
        return values;
    };
    let mut sources: Vec<(usize, usize)> = (0..values.len()).map(|at| (0, at)).collect();
    for (at, pin) in std::iter::once(first).chain(pinned) {
        sources[at] = (1, pin);
    }
    // The result keeps a dictionary: parts of a column of which only some have pins are joined later.
    let data_type = values.data_type().clone();
    let (values, fixed) = rollup::same_type(values, &pins.values);
    let overlaid = interleave(&[&values, &fixed], &sources).expect("both have the column's type");
    cast(&overlaid, &data_type).expect("texts cast to a dictionary of texts")
}
