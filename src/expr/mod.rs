//! SQL scalar expression text -> a typed [`Expr`] -> Arrow arrays over whole batches. Names mean what the caller's [`Scope`] says.
//!
//! The language is PostgreSQL's scalar SQL, less what is not deterministic or not total. Where PostgreSQL raises an error on data (a division
//! by zero, an overflow, a failed cast), the value is null, and the expression carries a [`Warning`]. What differs from PostgreSQL:
//!
//! - Arithmetic of integers is `int64` whatever their width; `uint64` counts as `decimal(20,0)`; floats are `float64`.
//! - A number written with a point or an exponent is a decimal; the table of results is in `types.rs`. Powers, roots and logarithms
//!   are `float64`.
//! - Casts and `round` round half away from zero, floats too. Beside a float a decimal becomes a float; integers and floats are compared exactly.
//! - An interval without months is a `duration`, a day of it 24 hours.
//! - Timestamps with a time zone are read in that zone when it has a fixed offset; there are no zones with changing offsets.
//! - `date_trunc` of a date is a timestamp without time zone. `to_char` never pads names of months and days.
//! - Strings are compared by bytes; upper and lower case are Unicode's, without a locale.
//! - `cast(x as int8)` is refused, because `int8` has 8 bits in `type:` and 8 bytes in PostgreSQL.

mod error;
mod functions;
mod kernels;
mod literal;
mod lower;
mod node;
mod syntax;
#[cfg(test)]
mod tests;
mod types;

pub use error::{ExprError, NameError, Warning, WarningKind};
pub use literal::Literal;

use arrow_array::ArrayRef;
use arrow_buffer::BooleanBuffer;
use arrow_schema::DataType;
use kernels::logic::truths;
use lower::Lowering;
use node::Node;
use std::ops::Range;

/// A function of the language, for documentation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FunctionDoc {
    /// Its form, such as `round(x, [digits])`.
    pub signature: String,
    /// Other names.
    pub aliases: &'static [&'static str],
    /// One line.
    pub about: &'static str,
}

/// All functions, by area: numbers, strings, times, choices.
pub fn functions() -> impl Iterator<Item = FunctionDoc> {
    functions::all().map(|function| FunctionDoc {
        signature: function.signature(),
        aliases: function.aliases,
        about: function.about,
    })
}

/// What a name in an expression means.
pub trait Scope {
    /// Resolves a dotted name as written, such as `["customers", "signed_up_at"]` or `["tier"]`; case is kept.
    ///
    /// # Errors
    ///
    /// The cause and, where one is close, a suggestion.
    fn resolve(&mut self, path: &[String]) -> Result<Resolved, NameError>;

    /// The least and greatest value of an input of an integer or decimal type (of a decimal: its digits without the point), where the
    /// caller knows more than the type says. It spares warnings and checks, and never changes types or values.
    fn bounds(&self, slot: usize) -> Option<(i128, i128)> {
        let _ = slot;
        None
    }
}

/// The meaning of a name.
#[derive(Debug, Clone, PartialEq)]
pub enum Resolved {
    /// A column.
    Input {
        /// Index into the inputs of [`Expr::evaluate`].
        slot: usize,
        /// Its type.
        data_type: DataType,
        /// Whether it may hold nulls.
        nullable: bool,
    },
    /// A value that is the same for all rows.
    Constant(Literal),
}

/// A compiled expression: a pure function of its inputs.
#[derive(Debug, Clone)]
pub struct Expr {
    node: Node,
    inputs: Vec<usize>,
    length: usize,
    warnings: Vec<Warning>,
}

/// Compiles an expression.
///
/// # Errors
///
/// All mistakes at once, codes `E0301` to `E0311`.
pub fn compile(text: &str, scope: &mut dyn Scope) -> Result<Expr, Vec<ExprError>> {
    let (node, warnings) = lowered(text, scope, |_, node| Some(node))?;
    Ok(Expr::new(node, text.len(), warnings))
}

/// Compiles an expression that must be boolean, such as an `if`.
///
/// # Errors
///
/// As [`compile`], and `E0307` when the expression is not boolean.
pub fn condition(text: &str, scope: &mut dyn Scope) -> Result<Expr, Vec<ExprError>> {
    let whole = 0..text.len();
    let (node, warnings) = lowered(text, scope, |lowering, node| lowering.boolean(node.at(whole), "a condition"))?;
    Ok(Expr::new(node, text.len(), warnings))
}

/// Computes an expression without columns, such as `150000 * scale`.
///
/// # Errors
///
/// As [`compile`], and `E0312` when the expression reads a column, `E0313` when it has no value.
pub fn constant(text: &str, scope: &mut dyn Scope) -> Result<Literal, Vec<ExprError>> {
    let (node, warnings) = lowered(text, scope, |_, node| Some(node))?;
    if let Some(range) = node.first_input() {
        let error = ExprError::new("E0312", range, "a column cannot be read here, only constants");
        return Err(vec![error.label("differs from row to row").help("use numbers, `vars` and `now`")]);
    }
    let literal = node.literal().unwrap_or(Literal::Null);
    match warnings.into_iter().next() {
        Some(warning) if literal == Literal::Null => {
            Err(vec![ExprError::new("E0313", warning.range, warning.message).maybe_help(warning.help)])
        }
        _ => Ok(literal),
    }
}

/// Stack for compiling, in bytes: a chain of operators is a tree as deep as it is long, and is walked and dropped by recursion.
const STACK: usize = 8 * 1024 * 1024;

/// Parses and lowers on a stack of its own, so that the caller's does not matter.
fn lowered(
    text: &str,
    scope: &mut dyn Scope,
    finish: impl FnOnce(&mut Lowering<'_>, Node) -> Option<Node>,
) -> Result<(Node, Vec<Warning>), Vec<ExprError>> {
    stacker::grow(STACK, || lowered_here(text, scope, finish))
}

fn lowered_here(
    text: &str,
    scope: &mut dyn Scope,
    finish: impl FnOnce(&mut Lowering<'_>, Node) -> Option<Node>,
) -> Result<(Node, Vec<Warning>), Vec<ExprError>> {
    let (ast, positions) = syntax::parse(text).map_err(|error| vec![error])?;
    let mut lowering = Lowering::new(scope, &positions);
    let node = lowering.lower(&ast).and_then(|node| finish(&mut lowering, node));
    match node {
        Some(node) if lowering.errors.is_empty() => Ok((node, lowering.warnings)),
        _ => {
            lowering.errors.sort_by_key(|error| (error.range.start, error.range.end));
            Err(lowering.errors)
        }
    }
}

impl Expr {
    fn new(node: Node, length: usize, warnings: Vec<Warning>) -> Self {
        let mut inputs = Vec::new();
        node.collect_inputs(&mut inputs);
        inputs.sort_unstable();
        inputs.dedup();
        Self { node, inputs, length, warnings }
    }

    /// The type of the values.
    pub fn data_type(&self) -> &DataType {
        &self.node.data_type
    }

    /// Whether a value may be null.
    pub fn nullable(&self) -> bool {
        self.node.nullable
    }

    /// Where a null may come out of inputs that are not null.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// The slots that are read, in order, each once.
    pub fn inputs(&self) -> &[usize] {
        &self.inputs
    }

    /// The value, when it is the same for all rows.
    pub fn as_constant(&self) -> Option<Literal> {
        self.node.literal()
    }

    /// The least and greatest value, as far as known, of an integer or decimal result (of a decimal: its digits without the point).
    pub fn bounds(&self) -> Option<(i128, i128)> {
        self.node.bounds()
    }

    /// Computes the values of `rows` rows. Each slot's array has the type that the scope gave it and that many rows. Never fails on data.
    pub fn evaluate(&self, inputs: &[ArrayRef], rows: usize) -> ArrayRef {
        self.node.evaluate(inputs, rows)
    }

    /// The rows of a condition for which it is true, neither false nor null.
    pub fn holds(&self, inputs: &[ArrayRef], rows: usize) -> BooleanBuffer {
        match self.data_type() {
            DataType::Null => BooleanBuffer::new_unset(rows),
            _ => truths(&self.evaluate(inputs, rows)),
        }
    }

    /// The same cast to a type, as by `cast(... as type)`, for a column with a declared `type:`. A dictionary of strings cast to `Utf8` is
    /// unpacked; leave the cast out to keep it.
    ///
    /// # Errors
    ///
    /// `E0311` when there is no such cast, `E0310` when the value is a constant that the type cannot hold.
    pub fn cast_to(self, data_type: &DataType) -> Result<Self, ExprError> {
        let (mut nothing, positions) = (Nothing, syntax::Positions::of(self.length));
        let mut lowering = Lowering::new(&mut nothing, &positions);
        let range: Range<usize> = 0..self.length;
        let node = match lowering.read_constant(self.node, data_type, range) {
            Some(node) => node,
            None => return Err(lowering.errors.swap_remove(0)),
        };
        let mut warnings = self.warnings;
        warnings.append(&mut lowering.warnings);
        Ok(Self::new(node, self.length, warnings))
    }
}

/// The scope without names.
struct Nothing;

impl Scope for Nothing {
    fn resolve(&mut self, path: &[String]) -> Result<Resolved, NameError> {
        Err(NameError { message: format!("unknown name `{}`", path.join(".")), help: None })
    }
}
