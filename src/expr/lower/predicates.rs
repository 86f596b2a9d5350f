//! Comparisons, `and`, `or`, `is`, `between`, `in`, `like`, `case`, `||`; and a word on everything that is no row expression.

use super::super::error::ExprError;
use super::super::kernels::compare::{Comparison, kernel, one_of_numbers, one_of_words};
use super::super::kernels::like::Pattern;
use super::super::kernels::{self, Kernel, build_bool, build_text};
use super::super::literal::Literal;
use super::super::node::Node;
use super::super::types::{Class, DURATION, class, common, digits, plain};
use super::{Lowering, article};
use arrow_schema::DataType;
use sqlparser::ast::{BinaryOperator, Expr as Ast};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// From this many constants on, `in` looks them up instead of comparing one by one.
const LOOK_UP: usize = 4;

impl Lowering<'_> {
    /// Makes two sides comparable; `None` after an error.
    fn comparable(&mut self, left: Node, right: Node, range: &Range<usize>) -> Option<(Node, Node)> {
        use Class as C;
        let (l, r) = (class(&left.data_type), class(&right.data_type));
        let open = (left.untyped_text().is_some(), right.untyped_text().is_some());
        match (l, r) {
            (C::Null, _) => return Some((Node::null(&plain(&right.data_type), left.range), right)),
            (_, C::Null) => return Some((left.clone(), Node::null(&plain(&left.data_type), right.range))),
            (C::Text, C::Text) => return Some((left, right)),
            _ if open.0 && r != C::Text => return self.read_beside(left, right, range, true),
            _ if open.1 && l != C::Text => return self.read_beside(right, left, range, false),
            _ => {}
        }
        let to = match (l, r) {
            (C::Integer, C::Integer) | (C::Decimal, C::Decimal | C::Integer) | (C::Integer, C::Decimal) => {
                return Some((left, right));
            }
            (C::Integer, C::Float) => return Some((left, self.convert(right, &DataType::Float64)?)),
            (C::Float, C::Integer) => return Some((self.convert(left, &DataType::Float64)?, right)),
            (C::Float, C::Float | C::Decimal) | (C::Decimal, C::Float) => Some(DataType::Float64),
            (a, b) if a.is_span() && b.is_span() => Some(DURATION),
            (C::Other, _) | (_, C::Other) => None,
            _ => common(&left.data_type, &right.data_type),
        };
        let Some(to) = to else { return self.incomparable(&left, &right, range) };
        Some((self.convert(left, &to)?, self.convert(right, &to)?))
    }

    fn read_beside(&mut self, open: Node, other: Node, range: &Range<usize>, swapped: bool) -> Option<(Node, Node)> {
        let read = self.read_literal(open, &plain(&other.data_type))?;
        let (left, right) = if swapped { (read, other) } else { (other, read) };
        self.comparable(left, right, range)
    }

    fn incomparable<T>(&mut self, left: &Node, right: &Node, range: &Range<usize>) -> Option<T> {
        let message = format!("{} and {} cannot be compared", article(&left.data_type), article(&right.data_type));
        let help = "cast one side, as in `cast(x as string)`";
        self.fail(ExprError::new("E0306", range.clone(), message).help(help))
    }

    /// A comparison of two values.
    pub(in crate::expr) fn comparison(
        &mut self,
        op: Comparison,
        left: Node,
        right: Node,
        range: Range<usize>,
    ) -> Option<Node> {
        let (left, right) = self.comparable(left, right, &range)?;
        let kernel = kernel(op, &plain(&left.data_type), &plain(&right.data_type));
        Some(Node::strict(kernel, vec![left, right], DataType::Boolean, false, range))
    }

    /// A chain of `and`s or of `or`s, as one node.
    pub(super) fn junction(&mut self, ast: &Ast) -> Option<Node> {
        let Ast::BinaryOp { op, .. } = ast else { return None };
        let mut sides = Vec::new();
        let mut rest = ast;
        while let Ast::BinaryOp { left, op: this, right } = rest
            && this == op
        {
            sides.push(&**right);
            rest = left;
        }
        sides.push(rest);
        let who = if *op == BinaryOperator::And { "`and`" } else { "`or`" };
        let lowered: Vec<Option<Node>> =
            sides.into_iter().rev().map(|side| self.lower(side).and_then(|node| self.boolean(node, who))).collect();
        let nodes: Vec<Node> = lowered.into_iter().collect::<Option<_>>()?;
        Some(junction(nodes, *op == BinaryOperator::And, self.range(ast)))
    }

    /// The rest of the syntax tree's kinds.
    pub(super) fn predicate(&mut self, ast: &Ast) -> Option<Node> {
        let range = self.range(ast);
        match ast {
            Ast::IsNull(operand) => self.null_test(operand, false, range),
            Ast::IsNotNull(operand) => self.null_test(operand, true, range),
            Ast::IsTrue(operand) => self.truth_test(operand, Some(true), false, range),
            Ast::IsNotTrue(operand) => self.truth_test(operand, Some(true), true, range),
            Ast::IsFalse(operand) => self.truth_test(operand, Some(false), false, range),
            Ast::IsNotFalse(operand) => self.truth_test(operand, Some(false), true, range),
            Ast::IsUnknown(operand) => self.truth_test(operand, None, false, range),
            Ast::IsNotUnknown(operand) => self.truth_test(operand, None, true, range),
            Ast::IsDistinctFrom(left, right) => self.distinct(left, right, false, range),
            Ast::IsNotDistinctFrom(left, right) => self.distinct(left, right, true, range),
            Ast::Between { expr, negated, low, high } => self.between(expr, low, high, *negated, range),
            Ast::InList { expr, list, negated } => self.in_list(expr, list, *negated, range),
            Ast::Like { negated, any: false, expr, pattern, escape_char } => {
                self.like(expr, pattern, escape_char.as_deref(), *negated, false, range)
            }
            Ast::ILike { negated, any: false, expr, pattern, escape_char } => {
                self.like(expr, pattern, escape_char.as_deref(), *negated, true, range)
            }
            _ => self.no_row_expression(ast, &range),
        }
    }

    fn no_row_expression(&mut self, ast: &Ast, range: &Range<usize>) -> Option<Node> {
        let rollup = "read another table through a `field`, `ref` or `rollup` column";
        let no_regex = "there are no regular expressions here; use `like`, `starts_with` or `position`";
        match ast {
            Ast::Subquery(_) | Ast::Exists { .. } | Ast::InSubquery { .. } => {
                self.unsupported(range, "a subquery", Some(rollup))
            }
            Ast::SimilarTo { .. } | Ast::RLike { .. } => {
                self.unsupported(range, "a regular expression", Some(no_regex))
            }
            Ast::Collate { .. } => self.unsupported(range, "`collate`", Some("strings are compared by bytes")),
            Ast::Tuple(_) => self.unsupported(range, "a list of values in parentheses", None),
            Ast::Array(_) | Ast::CompoundFieldAccess { .. } => self.unsupported(range, "an array", None),
            Ast::Wildcard(_) | Ast::QualifiedWildcard(..) => self.unsupported(range, "`*`", Some("name the column")),
            other => {
                let shown: String = other.to_string().chars().take(40).collect();
                self.unsupported(range, &format!("`{shown}`"), None)
            }
        }
    }

    fn null_test(&mut self, operand: &Ast, negated: bool, range: Range<usize>) -> Option<Node> {
        let operand = self.lower(operand)?;
        if !operand.nullable {
            return Some(Node::constant(&Literal::Boolean(negated), range));
        }
        Some(Node::lenient(kernels::logic::is_null(negated), vec![operand], DataType::Boolean, false, range))
    }

    fn truth_test(&mut self, operand: &Ast, wanted: Option<bool>, negated: bool, range: Range<usize>) -> Option<Node> {
        let operand = self.lower(operand)?;
        let operand = self.boolean(operand, "`is true`")?;
        let kernel = match wanted {
            Some(wanted) => kernels::logic::is_truth(wanted, negated),
            None => kernels::logic::is_null(negated),
        };
        Some(Node::lenient(kernel, vec![operand], DataType::Boolean, false, range))
    }

    fn distinct(&mut self, left: &Ast, right: &Ast, negated: bool, range: Range<usize>) -> Option<Node> {
        let (left, right) = (self.lower(left), self.lower(right));
        let (left, right) = self.comparable(left?, right?, &range)?;
        let equal = self.comparison(Comparison::Eq, left.clone(), right.clone(), range.clone())?;
        let kernel = kernels::logic::is_distinct(negated);
        Some(Node::lenient(kernel, vec![equal, left, right], DataType::Boolean, false, range))
    }

    fn between(&mut self, value: &Ast, low: &Ast, high: &Ast, negated: bool, range: Range<usize>) -> Option<Node> {
        let (value, low, high) = (self.lower(value), self.lower(low), self.lower(high));
        let (value, low, high) = (value?, low?, high?);
        let above = self.comparison(Comparison::GtEq, value.clone(), low, range.clone());
        let below = self.comparison(Comparison::LtEq, value, high, range.clone());
        Some(negate_if(negated, junction(vec![above?, below?], true, range)))
    }

    fn in_list(&mut self, value: &Ast, list: &[Ast], negated: bool, range: Range<usize>) -> Option<Node> {
        let (value, items) = (self.lower(value), self.lower_all(list));
        let (value, items) = (value?, items?);
        let (constants, varying): (Vec<Node>, Vec<Node>) =
            items.into_iter().partition(|item| item.is_constant() && !item.is_null());
        let mut tests = Vec::new();
        match self.look_up(&value, &constants, &range)? {
            Some(test) => tests.push(test),
            None => {
                for item in constants {
                    tests.push(self.comparison(Comparison::Eq, value.clone(), item, range.clone())?);
                }
            }
        }
        for item in varying {
            tests.push(self.comparison(Comparison::Eq, value.clone(), item, range.clone())?);
        }
        Some(negate_if(negated, junction(tests, false, range)))
    }

    /// A look-up among many constants of the value's own kind; `Some(None)` where comparing one by one will do.
    fn look_up(&mut self, value: &Node, constants: &[Node], range: &Range<usize>) -> Option<Option<Node>> {
        let own = class(&value.data_type);
        if constants.len() < LOOK_UP || !matches!(own, Class::Text | Class::Integer | Class::Decimal) {
            return Some(None);
        }
        let kernel = if own == Class::Text {
            let words: Option<BTreeSet<String>> = constants.iter().map(Node::text).collect();
            words.map(one_of_words)
        } else {
            let scale = digits(&value.data_type)?.1;
            let mut read = Vec::new();
            for item in constants {
                let open = item.untyped_text().is_some();
                read.push(if open { self.read_literal(item.clone(), &value.data_type)? } else { item.clone() });
            }
            let numbers: Option<Vec<Option<i128>>> =
                read.iter().map(|item| at_scale(&item.literal()?, scale)).collect();
            numbers.map(|numbers| one_of_numbers(&value.data_type, numbers.into_iter().flatten().collect()))
        };
        let node = |kernel| Node::strict(kernel, vec![value.clone()], DataType::Boolean, false, range.clone());
        Some(kernel.map(node))
    }

    fn like(
        &mut self,
        text: &Ast,
        pattern: &Ast,
        escape: Option<&Ast>,
        negated: bool,
        fold: bool,
        range: Range<usize>,
    ) -> Option<Node> {
        let who = if fold { "`ilike`" } else { "`like`" };
        let (text, pattern) = (self.lower(text), self.lower(pattern));
        let text = self.coerce(text?, &DataType::Utf8, who);
        let pattern = self.coerce(pattern?, &DataType::Utf8, who);
        let escape = self.escape(escape, &range)?;
        let (text, pattern) = (text?, pattern?);
        let kernel: Kernel = match pattern.text() {
            Some(constant) => {
                let pattern = Pattern::new(&constant, escape, fold);
                Arc::new(move |args, rows| {
                    let texts = args[0].texts();
                    build_bool(rows, |row| texts.get(row).map(|text| pattern.matches(text)))
                })
            }
            None => Arc::new(move |args, rows| {
                let (texts, patterns) = (args[0].texts(), args[1].texts());
                build_bool(rows, |row| Some(Pattern::new(patterns.get(row)?, escape, fold).matches(texts.get(row)?)))
            }),
        };
        Some(negate_if(negated, Node::strict(kernel, vec![text, pattern], DataType::Boolean, false, range)))
    }

    /// A backslash unless `escape` says otherwise; an empty one turns escaping off.
    fn escape(&mut self, escape: Option<&Ast>, range: &Range<usize>) -> Option<Option<char>> {
        let Some(escape) = escape else { return Some(Some('\\')) };
        let text = self.lower(escape)?.text();
        let mut chars = text.iter().flat_map(|text| text.chars());
        match (chars.next(), chars.next(), &text) {
            (found, None, Some(_)) => Some(found),
            _ => {
                let message = "an escape is one character, as in `like '50!%' escape '!'`";
                self.fail(ExprError::new("E0310", range.clone(), message))
            }
        }
    }

    /// `a || b`: the text of both, null when either is null. One side at least is a string.
    pub(super) fn concatenation(&mut self, left: Node, right: Node, range: Range<usize>) -> Option<Node> {
        if [&left, &right].iter().all(|side| !matches!(class(&side.data_type), Class::Text | Class::Null)) {
            let message = format!(
                "`||` joins strings, but there are {} and {}",
                article(&left.data_type),
                article(&right.data_type)
            );
            return self.fail(ExprError::new("E0306", range, message).help("write `concat(a, b)` or cast one side"));
        }
        let (left, right) = (self.as_text(left)?, self.as_text(right)?);
        let kernel: Kernel = Arc::new(|args, rows| {
            let (left, right) = (args[0].texts(), args[1].texts());
            build_text(rows, |row, out| {
                out.push_str(left.get(row)?);
                out.push_str(right.get(row)?);
                Some(())
            })
        });
        Some(Node::strict(kernel, vec![left, right], DataType::Utf8, false, range))
    }

    /// One test of a `case`: a condition, or a value to compare the operand with.
    fn case_test(&mut self, operand: Option<&Node>, condition: &Ast) -> Option<Node> {
        let condition = self.lower(condition)?;
        match operand {
            Some(operand) => {
                let place = condition.range.clone();
                self.comparison(Comparison::Eq, operand.clone(), condition, place)
            }
            None => self.boolean(condition, "`when`"),
        }
    }

    /// Both forms of `case`.
    pub(super) fn case(&mut self, ast: &Ast) -> Option<Node> {
        let Ast::Case { operand, conditions, else_result, .. } = ast else { return None };
        let range = self.range(ast);
        let operand = match operand {
            Some(operand) => Some(self.lower(operand)?),
            None => None,
        };
        let outside = self.guard_count();
        let (mut tests, mut values) = (Vec::new(), Vec::new());
        for when in conditions {
            tests.push(self.case_test(operand.as_ref(), &when.condition));
            let before = self.guard_count();
            if operand.is_none() {
                self.guard(&when.condition, true);
            }
            values.push(self.lower(&when.result));
            self.forget(before);
            if operand.is_none() {
                self.guard(&when.condition, false);
            }
        }
        let otherwise = match else_result {
            Some(otherwise) => self.lower(otherwise),
            None => Some(Node::null(&DataType::Null, range.clone())),
        };
        self.forget(outside);
        let tests = tests.into_iter().collect::<Option<Vec<Node>>>()?;
        let mut values = values.into_iter().collect::<Option<Vec<Node>>>()?;
        values.push(otherwise?);
        let (values, data_type) = self.unify(values, "the results of a `case`")?;
        Some(case_node(tests, values, data_type, range))
    }
}

fn case_node(tests: Vec<Node>, mut values: Vec<Node>, data_type: DataType, range: Range<usize>) -> Node {
    let nullable = values.iter().any(|value| value.nullable);
    let bounds = values.iter().filter(|value| !value.is_null()).map(Node::bounds).reduce(|a, b| {
        let ((a, b), (c, d)) = (a?, b?);
        Some((a.min(c), b.max(d)))
    });
    let nonzero = values.iter().all(|value| value.nonzero || value.is_null());
    let otherwise = values.pop();
    let args: Vec<Node> =
        tests.into_iter().zip(values).flat_map(|(test, value)| [test, value]).chain(otherwise).collect();
    let node = Node::lenient(kernels::choose::case(), args, data_type, nullable, range);
    Node { nonzero: nonzero || node.nonzero, ..node.bounded(bounds.flatten()) }
}

/// A conjunction or disjunction.
fn junction(nodes: Vec<Node>, and: bool, range: Range<usize>) -> Node {
    let nullable = nodes.iter().any(|node| node.nullable);
    let kernel = if and { kernels::logic::and() } else { kernels::logic::or() };
    Node::lenient(kernel, nodes, DataType::Boolean, nullable, range)
}

fn negate_if(negated: bool, node: Node) -> Node {
    if !negated {
        return node;
    }
    let range = node.range.clone();
    Node::strict(kernels::logic::negation(), vec![node], DataType::Boolean, false, range)
}

/// An exact number in units of 10^-`scale`; `Some(None)` when no value of that scale equals it, `None` when it is not exact.
fn at_scale(literal: &Literal, scale: i8) -> Option<Option<i128>> {
    let (value, from) = match *literal {
        Literal::Int(value) => (value.into(), 0),
        Literal::UInt(value) => (value.into(), 0),
        Literal::Decimal { value, scale, .. } => (value, scale),
        _ => return None,
    };
    let there = kernels::number::rescale(value, from.into(), scale.into());
    let back = there.and_then(|there| kernels::number::rescale(there, scale.into(), from.into()));
    Some(there.filter(|_| back == Some(value)))
}
