//! The typed tree of an expression and its evaluation: [`Node`] + a batch's arrays -> a [`Column`].

use super::kernels::{Column, Kernel};
use super::literal::Literal;
use super::types::{digits, plain, pow10};
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, BooleanArray, new_null_array};
use arrow_cast::cast;
use arrow_schema::DataType;
use arrow_select::nullif::nullif;
use arrow_select::take::take;
use std::cell::RefCell;
use std::fmt;
use std::mem;
use std::ops::Range;
use std::sync::Arc;

/// The least and greatest value that an integer, or a decimal without its point, can have.
pub(super) type Bounds = (i128, i128);

/// A typed sub-expression.
#[derive(Debug, Clone)]
pub(super) struct Node {
    /// What it is.
    pub(super) kind: Kind,
    /// The type of its values.
    pub(super) data_type: DataType,
    /// Whether a value may be null.
    pub(super) nullable: bool,
    /// Where it stands in the text.
    pub(super) range: Range<usize>,
    /// Known bounds, for integers and decimals; those of the type when `None`.
    pub(super) bounds: Option<Bounds>,
    /// Whether a number is known not to be zero.
    pub(super) nonzero: bool,
}

/// The kinds of sub-expressions.
#[derive(Debug, Clone)]
pub(super) enum Kind {
    /// An input column, by slot.
    Input(usize),
    /// A value that does not depend on the row.
    Constant {
        /// One row.
        array: ArrayRef,
        /// Whether it is a quoted string whose type its context decides, as in `day > '2024-01-01'`.
        untyped: bool,
    },
    /// A function of other columns.
    Call(Arc<Call>),
}

/// A function, applied.
pub(super) struct Call {
    kernel: Kernel,
    args: Vec<Node>,
    strict: bool,
}

/// Takes a deep tree down without recursion.
impl Drop for Call {
    fn drop(&mut self) {
        let mut rest = mem::take(&mut self.args);
        while let Some(node) = rest.pop() {
            if let Kind::Call(call) = node.kind
                && let Some(mut call) = Arc::into_inner(call)
            {
                rest.append(&mut call.args);
            }
        }
    }
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").field("args", &self.args).field("strict", &self.strict).finish_non_exhaustive()
    }
}

impl Node {
    /// A constant.
    pub(super) fn constant(literal: &Literal, range: Range<usize>) -> Self {
        let node = Self::from_array(literal.to_array(), range);
        let value = match *literal {
            Literal::Decimal { value, .. } => Some(value),
            _ => literal.as_integer().filter(|_| digits(&node.data_type).is_some()),
        };
        let nonzero = literal.as_f64().is_some_and(|value| value != 0.0);
        Self { bounds: value.map(|value| (value, value)), nonzero, ..node }
    }

    fn from_array(array: ArrayRef, range: Range<usize>) -> Self {
        let nullable = array.logical_null_count() > 0;
        let data_type = array.data_type().clone();
        Self {
            kind: Kind::Constant { array, untyped: false },
            data_type,
            nullable,
            range,
            bounds: None,
            nonzero: false,
        }
    }

    /// The null of a type.
    pub(super) fn null(data_type: &DataType, range: Range<usize>) -> Self {
        Self::from_array(new_null_array(data_type, 1), range)
    }

    /// A strict function: null where an argument is null. Over one dictionary column it runs over the dictionary's words, and
    /// a string result stays a dictionary. `data_type` is that of the kernel's results; `nullable` says whether it makes nulls.
    pub(super) fn strict(
        kernel: Kernel,
        args: Vec<Node>,
        data_type: DataType,
        nullable: bool,
        range: Range<usize>,
    ) -> Self {
        if args.iter().any(Node::is_null) {
            return Self::null(&data_type, range);
        }
        let nullable = nullable || args.iter().any(|arg| arg.nullable);
        let words = dictionary_argument(&args).filter(|_| data_type == DataType::Utf8);
        let data_type = words.map_or(data_type, |at| args[at].data_type.clone());
        Self::call(Call { kernel, args, strict: true }, data_type, nullable, range)
    }

    /// A function that sees nulls.
    pub(super) fn lenient(
        kernel: Kernel,
        args: Vec<Node>,
        data_type: DataType,
        nullable: bool,
        range: Range<usize>,
    ) -> Self {
        Self::call(Call { kernel, args, strict: false }, data_type, nullable, range)
    }

    fn call(call: Call, data_type: DataType, nullable: bool, range: Range<usize>) -> Self {
        let folds = call.args.iter().all(Node::is_constant);
        let kind = Kind::Call(Arc::new(call));
        let node = Self { kind, data_type, nullable, range: range.clone(), bounds: None, nonzero: false };
        if !folds {
            return node;
        }
        let folded = Self::from_array(node.evaluate(&[], 1), range.clone());
        let Self { bounds, nonzero, .. } = Self::constant(&Literal::from_array(&folded.array()), range);
        Self { bounds, nonzero, ..folded }
    }

    /// The same with known bounds.
    #[must_use]
    pub(super) fn bounded(mut self, bounds: Option<Bounds>) -> Self {
        self.bounds = self.bounds.or(bounds);
        self
    }

    /// The same at another place of the text.
    #[must_use]
    pub(super) fn at(mut self, range: Range<usize>) -> Self {
        self.range = range;
        self
    }

    /// The least and greatest value, as far as known or as the type allows; `None` for anything but integers and decimals.
    pub(super) fn bounds(&self) -> Option<Bounds> {
        self.bounds.or_else(|| type_bounds(&self.data_type))
    }

    /// Whether the value is the same for all rows.
    pub(super) fn is_constant(&self) -> bool {
        matches!(self.kind, Kind::Constant { .. })
    }

    /// Whether the value is null for all rows.
    pub(super) fn is_null(&self) -> bool {
        matches!(&self.kind, Kind::Constant { .. } if self.nullable)
    }

    fn array(&self) -> ArrayRef {
        match &self.kind {
            Kind::Constant { array, .. } => array.clone(),
            _ => new_null_array(&self.data_type, 1),
        }
    }

    /// The value of a constant.
    pub(super) fn literal(&self) -> Option<Literal> {
        self.is_constant().then(|| Literal::from_array(&self.array()))
    }

    /// The text of a constant string.
    pub(super) fn text(&self) -> Option<String> {
        match self.literal() {
            Some(Literal::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The text of a quoted string whose type is still open.
    pub(super) fn untyped_text(&self) -> Option<String> {
        match self.kind {
            Kind::Constant { untyped: true, .. } => self.text(),
            _ => None,
        }
    }

    /// Adds the slots that this tree reads.
    pub(super) fn collect_inputs(&self, slots: &mut Vec<usize>) {
        match &self.kind {
            Kind::Input(slot) => slots.push(*slot),
            Kind::Constant { .. } => {}
            Kind::Call(call) => call.args.iter().for_each(|arg| arg.collect_inputs(slots)),
        }
    }

    /// The first place that reads an input.
    pub(super) fn first_input(&self) -> Option<Range<usize>> {
        match &self.kind {
            Kind::Input(_) => Some(self.range.clone()),
            Kind::Constant { .. } => None,
            Kind::Call(call) => call.args.iter().find_map(Node::first_input),
        }
    }

    /// The values for a batch of `rows` rows.
    pub(super) fn evaluate(&self, inputs: &[ArrayRef], rows: usize) -> ArrayRef {
        let batch = Batch { inputs, rows, shared: RefCell::new(Vec::new()) };
        batch.column(self).expand(rows)
    }
}

fn type_bounds(data_type: &DataType) -> Option<Bounds> {
    Some(match data_type {
        DataType::Int8 => (i8::MIN.into(), i8::MAX.into()),
        DataType::Int16 => (i16::MIN.into(), i16::MAX.into()),
        DataType::Int32 => (i32::MIN.into(), i32::MAX.into()),
        DataType::Int64 => (i64::MIN.into(), i64::MAX.into()),
        DataType::UInt8 => (0, u8::MAX.into()),
        DataType::UInt16 => (0, u16::MAX.into()),
        DataType::UInt32 => (0, u32::MAX.into()),
        DataType::UInt64 => (0, u64::MAX.into()),
        DataType::Decimal128(precision, _) => (1 - pow10(*precision), pow10(*precision) - 1),
        _ => return None,
    })
}

/// The one argument that is not constant, if it is a dictionary.
fn dictionary_argument(args: &[Node]) -> Option<usize> {
    let mut varying = args.iter().enumerate().filter(|(_, arg)| !arg.is_constant());
    match (varying.next(), varying.next()) {
        (Some((at, arg)), None) if matches!(arg.data_type, DataType::Dictionary(..)) => Some(at),
        _ => None,
    }
}

/// Stack that must be left before a call is evaluated, and what is added where less is left, in bytes.
const RED_ZONE: usize = 128 * 1024;
const STACK: usize = 1024 * 1024;

/// One evaluation: a batch's inputs and the sub-expressions that are used more than once.
struct Batch<'a> {
    inputs: &'a [ArrayRef],
    rows: usize,
    shared: RefCell<Vec<(*const Call, Column)>>,
}

impl Batch<'_> {
    fn column(&self, node: &Node) -> Column {
        match &node.kind {
            Kind::Input(slot) => Column { array: self.input(*slot, &node.data_type), constant: false },
            Kind::Constant { array, .. } => Column { array: array.clone(), constant: true },
            Kind::Call(call) => stacker::maybe_grow(RED_ZONE, STACK, || match Arc::strong_count(call) {
                1 => self.call(call, &node.data_type),
                _ => self.shared_call(call, &node.data_type),
            }),
        }
    }

    /// An input that is missing or of another type than the scope said is a bug of the caller; it reads as the nearest thing there is.
    fn input(&self, slot: usize, data_type: &DataType) -> ArrayRef {
        let Some(array) = self.inputs.get(slot) else { return new_null_array(data_type, self.rows) };
        if array.data_type() == data_type {
            return array.clone();
        }
        cast(array, data_type).unwrap_or_else(|_| new_null_array(data_type, self.rows))
    }

    fn shared_call(&self, call: &Arc<Call>, data_type: &DataType) -> Column {
        let address = Arc::as_ptr(call);
        let known = self.shared.borrow().iter().find(|(known, _)| *known == address).map(|(_, column)| column.clone());
        known.unwrap_or_else(|| {
            let column = self.call(call, data_type);
            self.shared.borrow_mut().push((address, column.clone()));
            column
        })
    }

    fn call(&self, call: &Call, data_type: &DataType) -> Column {
        let args: Vec<Column> = call.args.iter().map(|arg| self.column(arg)).collect();
        if call.strict && args.iter().any(Column::is_constant_null) {
            return Column { array: new_null_array(data_type, 1), constant: true };
        }
        if call.strict
            && let Some(at) = dictionary_argument(&call.args)
        {
            return Column { array: over_words(call, args, at, data_type), constant: false };
        }
        let constant = args.iter().all(|arg| arg.constant);
        let args: Vec<Column> = args.into_iter().map(without_dictionary).collect();
        let array = (call.kernel)(&args, if constant { 1 } else { self.rows });
        debug_assert_eq!(array.data_type(), &plain(data_type));
        Column { array, constant }
    }
}

fn without_dictionary(column: Column) -> Column {
    match column.array.data_type() {
        DataType::Dictionary(_, value) => {
            let array = cast(&column.array, value).unwrap_or_else(|_| new_null_array(value, column.array.len()));
            Column { array, ..column }
        }
        _ => column,
    }
}

/// Applies a function to the words of a dictionary where that is less work than to the rows.
fn over_words(call: &Call, mut args: Vec<Column>, at: usize, data_type: &DataType) -> ArrayRef {
    let array = args[at].array.clone();
    let Some(dictionary) = array.as_any_dictionary_opt() else { return new_null_array(data_type, array.len()) };
    let words = dictionary.values().clone();
    if words.len() > array.len() {
        args[at] = without_dictionary(args[at].clone());
        let result = (call.kernel)(&args, array.len());
        return cast(&result, data_type).unwrap_or_else(|_| new_null_array(data_type, array.len()));
    }
    args[at].array = words.clone();
    let mapped = (call.kernel)(&args, words.len());
    if !matches!(data_type, DataType::Dictionary(..)) {
        return take(&mapped, dictionary.keys(), None).expect("keys of a dictionary point into it");
    }
    let result = dictionary.with_values(mapped.clone());
    if mapped.null_count() == 0 { result } else { without_null_words(&result) }
}

/// Moves the nulls among a dictionary's words to its keys.
fn without_null_words(array: &ArrayRef) -> ArrayRef {
    let nulls = array.logical_nulls();
    let mask = nulls.map(|nulls| BooleanArray::from(!nulls.inner()));
    mask.and_then(|mask| nullif(array, &mask).ok()).unwrap_or_else(|| array.clone())
}
