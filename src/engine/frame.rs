//! A set of rows of one table and the columns asked of it so far: the engine's unit of evaluation. Columns are made on
//! demand, once a frame; parents, children and referenced rows are frames of their own.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use arrow_array::cast::AsArray;
use arrow_array::types::UInt64Type;
use arrow_array::{Array, ArrayRef, RecordBatch, UInt32Array, UInt64Array, make_array};
use arrow_buffer::MutableBuffer;
use arrow_cast::cast;
use arrow_data::ArrayData;
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
use crate::random::{RowId, mix};

/// Referenced tables of at most so many rows are made once and kept.
const KEPT_ROWS: f64 = 131_072.0;

/// Rows made at a time where a whole table is made to be kept.
const KEPT_STEP: u64 = 16_384;

/// Bytes of the columns of larger tables that are kept, all together.
const KEPT_BYTES: usize = 32 << 20;

/// Answers for any cells of a plan. Shared by all threads; what it caches are pure functions of the plan.
pub struct Engine<'p> {
    plan: &'p Plan,
    positions: Vec<OnceLock<Positions>>,
    kept: Vec<OnceLock<ArrayRef>>,
    /// Values of each column that references have asked for.
    asked: Vec<AtomicU64>,
    /// What the kept columns of larger tables weigh.
    kept_bytes: AtomicUsize,
}

impl<'p> Engine<'p> {
    /// An engine for a plan. Nothing is computed yet.
    pub fn new(plan: &'p Plan) -> Self {
        Self {
            plan,
            positions: plan.tables.iter().map(|_| OnceLock::new()).collect(),
            kept: plan.columns.iter().map(|_| OnceLock::new()).collect(),
            asked: plan.columns.iter().map(|_| AtomicU64::new(0)).collect(),
            kept_bytes: AtomicUsize::new(0),
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
        columns.iter().map(|column| picked(&frame.column(*column), index.as_ref())).collect()
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

    /// All values of a column of which `more` are asked, where they are kept: of a small table always, of a larger one as soon
    /// as references have asked for as many values as it has, so that making them all at most doubles the work. Whoever
    /// asks meanwhile makes their own.
    fn whole(&self, column: ColumnId, more: usize) -> Option<&ArrayRef> {
        if let Some(values) = self.kept[column.0].get() {
            return Some(values);
        }
        let rows = self.plan.table(self.plan.column(column).table).expected_rows;
        if rows <= KEPT_ROWS {
            return Some(self.kept(column));
        }
        let width = self.plan.column(column).data_type.primitive_width()?;
        let weight = (rows * width as f64) as usize;
        if weight > KEPT_BYTES {
            return None;
        }
        let before = self.asked[column.0].fetch_add(more as u64, Ordering::Relaxed) as f64;
        let is_due = before < rows && before + more as f64 >= rows;
        let grown = |kept: usize| Some(kept + weight).filter(|kept| *kept <= KEPT_BYTES);
        let has_room = || self.kept_bytes.fetch_update(Ordering::Relaxed, Ordering::Relaxed, grown).is_ok();
        (is_due && has_room()).then(|| self.kept(column))
    }

    /// Whether a row of the table is found by its number alone: its ancestors all have equally many children.
    fn is_even(&self, table: TableId) -> bool {
        match self.plan.table(table).rows {
            RowSource::Per { parent, constant, .. } => constant.is_some() && self.is_even(parent),
            _ => true,
        }
    }

    /// All values of a column, made once.
    fn kept(&self, column: ColumnId) -> &ArrayRef {
        self.kept[column.0].get_or_init(|| {
            let table = self.plan.column(column).table;
            let rows = self.rows(table);
            let steps = (0..rows.div_ceil(KEPT_STEP).max(1)).map(|step| step * KEPT_STEP);
            let parts = steps.map(|start| self.range(table, start..(start + KEPT_STEP).min(rows), &[column]));
            joined(parts.flatten(), rows)
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
    referenced: RefCell<BTreeMap<ColumnId, (Rc<Frame<'e>>, Option<UInt64Array>)>>,
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

    /// Rows of any table by number; those of a list must ascend, unless the table [is even](Engine::is_even).
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

    /// The frame of the rows that `targets` names, and for each target the index of its row (null for null); none where
    /// the frame has the rows of `targets` one by one.
    fn targets(engine: &'e Engine<'_>, table: TableId, targets: &UInt64Array) -> (Rc<Self>, Option<UInt64Array>) {
        if targets.null_count() > 0 || !engine.is_even(table) {
            let (frame, index) = Self::ascending_targets(engine, table, targets);
            return (frame, Some(index));
        }
        let (distinct, index) = distinct(targets.values());
        if distinct.len() * 4 > targets.len() * 3 {
            return (Self::numbered(engine, table, Numbers::List(targets.values().to_vec())), None);
        }
        (Self::numbered(engine, table, Numbers::List(distinct)), Some(UInt64Array::from(index)))
    }

    /// As [`Self::targets`], for tables in which rows are found in order.
    fn ascending_targets(engine: &'e Engine<'_>, table: TableId, targets: &UInt64Array) -> (Rc<Self>, UInt64Array) {
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
        if let Some(values) = self.engine.whole(column, rows.len()) {
            return gather(values, rows);
        }
        if !self.referenced.borrow().contains_key(&row) {
            let targets = Self::targets(self.engine, table, rows);
            self.referenced.borrow_mut().insert(row, targets);
        }
        let (frame, index) = self.referenced.borrow()[&row].clone();
        picked(&frame.column(column), index.as_ref())
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

/// Parts of one column, `rows` values in all, as one array. Numbers without nulls are never there twice.
fn joined(parts: impl Iterator<Item = ArrayRef>, rows: u64) -> ArrayRef {
    let mut parts = parts.peekable();
    let data_type = parts.peek().expect("there is a first part, if an empty one").data_type().clone();
    let width = data_type.primitive_width().unwrap_or(0);
    let mut bytes = MutableBuffer::with_capacity(rows as usize * width);
    let mut others = Vec::new();
    for part in parts {
        if width > 0 && others.is_empty() && part.null_count() == 0 {
            let data = part.to_data();
            bytes.extend_from_slice(&data.buffers()[0].as_slice()[data.offset() * width..][..part.len() * width]);
        } else {
            others.push(part);
        }
    }
    if let Some(len) = bytes.len().checked_div(width) {
        let data = ArrayData::builder(data_type).len(len).add_buffer(bytes.into());
        others.insert(0, make_array(data.build().expect("these are the bytes of so many numbers")));
    }
    match &others[..] {
        [only] => Arc::clone(only),
        parts => {
            let parts: Vec<&dyn Array> = parts.iter().map(AsRef::as_ref).collect();
            concat(&parts).expect("parts of one column have one type")
        }
    }
}

/// The values at `index`; all of them without one.
fn picked(values: &ArrayRef, index: Option<&UInt64Array>) -> ArrayRef {
    index.map_or_else(|| Arc::clone(values), |index| gather(values, index))
}

/// The distinct numbers of `targets` in the order in which they come, and for each target the place of its own.
fn distinct(targets: &[u64]) -> (Vec<u64>, Vec<u64>) {
    const FREE: u32 = u32::MAX;
    // Open addressing, at most half full.
    let bits = (2 * targets.len()).next_power_of_two().trailing_zeros().max(1);
    let mut slots = vec![FREE; 1 << bits];
    let mut known = Vec::new();
    let index = targets.iter().map(|target| {
        let mut at = (mix(*target) >> (u64::BITS - bits)) as usize;
        loop {
            match slots[at] {
                FREE => {
                    slots[at] = known.len() as u32;
                    known.push(*target);
                    return known.len() as u64 - 1;
                }
                place if known[place as usize] == *target => return place.into(),
                _ => at = (at + 1) % slots.len(),
            }
        }
    });
    let index = index.collect();
    (known, index)
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
