//! Syntax tree -> typed tree: names resolved, types checked and made to agree, kernels chosen. All mistakes are gathered; a part that is
//! wrong is `None` and silences those around it.

mod arithmetic;
mod calls;
mod cast;
mod guards;
mod literals;
mod predicates;
mod temporal;

use super::error::{ExprError, Warning, WarningKind};
use super::kernels;
use super::node::{Kind, Node};
use super::syntax::Positions;
use super::types::{Class, class, common, name, plain};
use super::{Resolved, Scope};
use arrow_schema::DataType;
use sqlparser::ast::{BinaryOperator, CeilFloorKind, Expr as Ast, Ident, Spanned, UnaryOperator};
use std::ops::Range;

/// Stack that must be left before a level of the tree is lowered, and what is added where less is left, in bytes.
const RED_ZONE: usize = 256 * 1024;
const STACK: usize = 2 * 1024 * 1024;

/// The state of lowering one expression.
pub(super) struct Lowering<'s> {
    scope: &'s mut dyn Scope,
    positions: &'s Positions,
    /// All mistakes so far.
    pub(super) errors: Vec<ExprError>,
    /// All places where nulls may come out of non-null inputs.
    pub(super) warnings: Vec<Warning>,
    /// The texts of sub-expressions that an enclosing `case` has tested not to be zero.
    guards: Vec<String>,
}

/// A function's name and where its call stands.
#[derive(Debug, Clone)]
pub(super) struct Site {
    /// The name, lower case.
    pub(super) name: String,
    /// The whole call.
    pub(super) range: Range<usize>,
}

impl<'s> Lowering<'s> {
    /// Nothing lowered yet.
    pub(super) fn new(scope: &'s mut dyn Scope, positions: &'s Positions) -> Self {
        Self { scope, positions, errors: Vec::new(), warnings: Vec::new(), guards: Vec::new() }
    }

    /// Notes a mistake; `None`, for `return self.fail(...)`.
    pub(in crate::expr) fn fail<T>(&mut self, error: ExprError) -> Option<T> {
        self.errors.push(error);
        None
    }

    /// Notes a place where a null may come out.
    pub(in crate::expr) fn warn(
        &mut self,
        kind: WarningKind,
        range: Range<usize>,
        message: impl Into<String>,
        help: &str,
    ) {
        let code = match kind {
            WarningKind::Domain => "W0301",
            WarningKind::Overflow => "W0302",
            WarningKind::Cast => "W0303",
        };
        let help = Some(help.to_owned()).filter(|help| !help.is_empty());
        let warning = Warning { kind, code, range, message: message.into(), help };
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    /// The bytes that a part of the syntax tree takes.
    pub(super) fn range(&self, ast: &impl Spanned) -> Range<usize> {
        self.positions.range(ast.span())
    }

    /// The typed form of a syntax tree, however deep it is.
    pub(super) fn lower(&mut self, ast: &Ast) -> Option<Node> {
        stacker::maybe_grow(RED_ZONE, STACK, || self.lower_here(ast))
    }

    fn lower_here(&mut self, ast: &Ast) -> Option<Node> {
        match ast {
            Ast::Identifier(ident) => self.name(std::slice::from_ref(ident), ast),
            Ast::CompoundIdentifier(path) => self.name(path, ast),
            Ast::Nested(inner) => self.lower(inner),
            Ast::Value(value) => self.value(value),
            Ast::TypedString(typed) => self.typed_string(typed),
            Ast::Interval(interval) => self.interval(interval),
            Ast::UnaryOp { op, expr } => self.unary(*op, expr, ast),
            Ast::BinaryOp { left, op, right } => self.binary(left, op, right, ast),
            Ast::Case { .. } => self.case(ast),
            Ast::Cast { .. } | Ast::Convert { .. } | Ast::AtTimeZone { .. } => self.cast_syntax(ast),
            Ast::Function(function) => self.function(function, ast),
            Ast::Ceil { expr, field } => self.ceil_floor("ceil", expr, field, ast),
            Ast::Floor { expr, field } => self.ceil_floor("floor", expr, field, ast),
            Ast::Extract { .. } | Ast::Position { .. } | Ast::Substring { .. } | Ast::Trim { .. } => {
                self.call_syntax(ast)
            }
            Ast::Overlay { .. } => self.call_syntax(ast),
            _ => self.predicate(ast),
        }
    }

    /// Lowers all; `None` when one is wrong, after all were looked at.
    pub(super) fn lower_all<'a>(&mut self, all: impl IntoIterator<Item = &'a Ast>) -> Option<Vec<Node>> {
        let lowered: Vec<Option<Node>> = all.into_iter().map(|ast| self.lower(ast)).collect();
        lowered.into_iter().collect()
    }

    fn name(&mut self, path: &[Ident], ast: &Ast) -> Option<Node> {
        let range = self.range(ast);
        let names: Vec<String> = path.iter().map(|ident| ident.value.clone()).collect();
        match self.scope.resolve(&names) {
            Ok(resolved) => Some(self.resolved(resolved, range)),
            Err(error) => {
                let error = ExprError::new("E0303", range, error.message).maybe_help(error.help);
                self.fail(error.label("not known here"))
            }
        }
    }

    fn resolved(&mut self, resolved: Resolved, range: Range<usize>) -> Node {
        match resolved {
            Resolved::Constant(literal) => Node::constant(&literal, range),
            Resolved::Input { data_type: DataType::Null, .. } => Node::null(&DataType::Null, range),
            Resolved::Input { slot, data_type, nullable } => {
                let bounds = self.scope.bounds(slot);
                let nonzero = bounds.is_some_and(|(low, high)| low > 0 || high < 0);
                Node { kind: Kind::Input(slot), data_type, nullable, range, bounds, nonzero }
            }
        }
    }

    fn unary(&mut self, op: UnaryOperator, operand: &Ast, ast: &Ast) -> Option<Node> {
        let range = self.range(ast);
        match op {
            UnaryOperator::Minus => {
                let operand = self.lower(operand)?;
                let start = self.operator_start(&operand.range);
                self.negate(operand, start..range.end)
            }
            UnaryOperator::Plus => {
                let operand = self.lower(operand)?;
                self.numeric_operand(operand, "+")
            }
            UnaryOperator::Not => {
                let operand = self.lower(operand)?;
                let operand = self.boolean(operand, "`not`")?;
                Some(Node::strict(kernels::logic::negation(), vec![operand], DataType::Boolean, false, range))
            }
            other => self.unsupported(&range, &format!("the operator `{other}`"), None),
        }
    }

    /// A sign stands before its operand, which the parser's spans leave out.
    fn operator_start(&self, operand: &Range<usize>) -> usize {
        operand.start.saturating_sub(1)
    }

    fn binary(&mut self, left: &Ast, op: &BinaryOperator, right: &Ast, ast: &Ast) -> Option<Node> {
        use super::kernels::arithmetic::Operator as A;
        use super::kernels::compare::Comparison as C;
        let range = self.range(ast);
        match op {
            BinaryOperator::And | BinaryOperator::Or => return self.junction(ast),
            BinaryOperator::BitwiseXor => {
                return self.unsupported(&range, "the operator `^`", Some("write `power(a, b)`"));
            }
            _ => {}
        }
        let (left, right) = (self.lower(left), self.lower(right));
        let (left, right) = (left?, right?);
        match op {
            BinaryOperator::Plus => self.arithmetic(A::Add, left, right, range),
            BinaryOperator::Minus => self.arithmetic(A::Subtract, left, right, range),
            BinaryOperator::Multiply => self.arithmetic(A::Multiply, left, right, range),
            BinaryOperator::Divide => self.arithmetic(A::Divide, left, right, range),
            BinaryOperator::Modulo => self.arithmetic(A::Modulo, left, right, range),
            BinaryOperator::Eq => self.comparison(C::Eq, left, right, range),
            BinaryOperator::NotEq => self.comparison(C::NotEq, left, right, range),
            BinaryOperator::Lt => self.comparison(C::Lt, left, right, range),
            BinaryOperator::LtEq => self.comparison(C::LtEq, left, right, range),
            BinaryOperator::Gt => self.comparison(C::Gt, left, right, range),
            BinaryOperator::GtEq => self.comparison(C::GtEq, left, right, range),
            BinaryOperator::StringConcat => self.concatenation(left, right, range),
            other => self.unsupported_operator(other, &range),
        }
    }

    fn unsupported_operator(&mut self, op: &BinaryOperator, range: &Range<usize>) -> Option<Node> {
        use BinaryOperator as B;
        let help = match op {
            B::PGRegexMatch | B::PGRegexIMatch | B::PGRegexNotMatch | B::PGRegexNotIMatch | B::Regexp => {
                Some("there are no regular expressions here; use `like`, `starts_with` or `position`")
            }
            B::DuckIntegerDivide | B::MyIntegerDivide => Some("`/` between integers divides without a fraction"),
            B::Xor => Some("write `a <> b` between booleans"),
            B::PGLikeMatch | B::PGNotLikeMatch => Some("write `like`"),
            B::Spaceship => Some("write `is not distinct from`"),
            _ => None,
        };
        self.unsupported(range, &format!("the operator `{op}`"), help)
    }

    fn ceil_floor(&mut self, name: &str, expr: &Ast, field: &CeilFloorKind, ast: &Ast) -> Option<Node> {
        let site = Site { name: name.to_owned(), range: self.range(ast) };
        match field {
            CeilFloorKind::DateTimeField(sqlparser::ast::DateTimeField::NoDateTime) => {
                let argument = self.lower(expr)?;
                self.apply(site, vec![argument])
            }
            _ => self.unsupported(&site.range, &format!("`{name}` with a second argument"), None),
        }
    }

    /// Says that something is no part of the language.
    pub(super) fn unsupported<T>(&mut self, range: &Range<usize>, what: &str, help: Option<&str>) -> Option<T> {
        let error = ExprError::new("E0309", range.clone(), format!("{what} cannot be used in an expression"));
        self.fail(error.maybe_help(help.map(str::to_owned)))
    }

    /// Demands a boolean; `who` asks.
    pub(in crate::expr) fn boolean(&mut self, node: Node, who: &str) -> Option<Node> {
        match class(&node.data_type) {
            Class::Boolean => Some(node),
            Class::Null => Some(Node::null(&DataType::Boolean, node.range)),
            found => {
                let message = format!("{who} needs a boolean, but this is {}", article(&node.data_type));
                let help = match found {
                    Class::Integer | Class::Decimal | Class::Float => "compare it, as in `x <> 0`",
                    Class::Text => "compare it, as in `x = 'yes'`",
                    _ => "compare it with something, or write `x is not null`",
                };
                let label = name(&node.data_type);
                self.fail(ExprError::new("E0307", node.range, message).label(label).help(help))
            }
        }
    }

    /// Changes a value to a type that can hold all its values, or reads a quoted string as that type. `who` asks.
    pub(in crate::expr) fn coerce(&mut self, node: Node, to: &DataType, who: &str) -> Option<Node> {
        let from = plain(&node.data_type);
        if from == *to {
            return Some(node);
        }
        if from == DataType::Null {
            return Some(Node::null(to, node.range));
        }
        if node.untyped_text().is_some() && class(to) != Class::Other {
            return self.read_literal(node, to);
        }
        let numbers = class(&from).is_numeric() && class(to) == Class::Float;
        if numbers || common(&from, to).as_ref() == Some(to) {
            return self.convert(node, to);
        }
        let message = format!("{who} needs {}, but this is {}", article(to), article(&from));
        let help = format!("write `cast(... as {})`", name(to));
        self.fail(ExprError::new("E0306", node.range, message).label(name(&from)).help(help))
    }

    /// Makes all values one type. `who` asks.
    pub(in crate::expr) fn unify(&mut self, nodes: Vec<Node>, who: &str) -> Option<(Vec<Node>, DataType)> {
        let mut target = DataType::Null;
        for node in nodes.iter().filter(|node| node.untyped_text().is_none()) {
            let Some(wider) = common(&target, &node.data_type) else {
                let (a, b) = (article(&target), article(&node.data_type));
                let message = format!("{who} must be of one type, but there are {a} and {b}");
                let error = ExprError::new("E0306", node.range.clone(), message).label(name(&node.data_type));
                return self.fail(error.help(format!("write `cast(... as {})`", name(&target))));
            };
            target = wider;
        }
        if target == DataType::Null && nodes.iter().any(|node| node.untyped_text().is_some()) {
            target = DataType::Utf8;
        }
        let unified: Vec<Option<Node>> = nodes.into_iter().map(|node| self.coerce(node, &target, who)).collect();
        Some((unified.into_iter().collect::<Option<Vec<Node>>>()?, target))
    }
}

/// A type's name with its article.
pub(in crate::expr) fn article(data_type: &DataType) -> String {
    let name = name(data_type);
    match data_type {
        DataType::Null => name,
        _ if name.starts_with(['a', 'e', 'i', 'o']) => format!("an {name}"),
        _ => format!("a {name}"),
    }
}
