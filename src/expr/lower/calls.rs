//! Function calls: the special syntaxes made plain, names found, arguments counted and brought to their types.

use super::super::error::ExprError;
use super::super::functions::{self, Function, Kind};
use super::super::literal::Literal;
use super::super::node::Node;
use super::super::types::{Class, TIMESTAMP, class, name, plain};
use super::{Lowering, Site, article};
use crate::diag::did_you_mean;
use arrow_schema::DataType;
use sqlparser::ast::{Expr as Ast, Function as Call, FunctionArg, FunctionArgExpr, FunctionArguments, TrimWhereField};

impl Lowering<'_> {
    /// `f(a, b)`.
    pub(super) fn function(&mut self, call: &Call, ast: &Ast) -> Option<Node> {
        let range = self.positions.with_call(self.range(ast));
        let site = Site { name: call.name.to_string().to_ascii_lowercase(), range };
        if let FunctionArguments::None = call.args {
            return self.bare_word(site);
        }
        if let Some(error) = self.known_elsewhere(&site) {
            return self.fail(error);
        }
        if call.over.is_some() {
            let help = "use a `cumulative`, `ordinal` or `rollup` column";
            return self.unsupported(&site.range, "a window function", Some(help));
        }
        let FunctionArguments::List(list) = &call.args else {
            return self.unsupported(&site.range, "a subquery", None);
        };
        let plain_call = call.filter.is_none() && call.within_group.is_empty() && call.null_treatment.is_none();
        if !plain_call || list.duplicate_treatment.is_some() || !list.clauses.is_empty() {
            return self.unsupported(&site.range, "this form of call", Some("pass plain arguments"));
        }
        let mut arguments = Vec::new();
        for argument in &list.args {
            match argument {
                FunctionArg::Unnamed(FunctionArgExpr::Expr(argument)) => arguments.push(argument),
                _ => return self.unsupported(&site.range, "a named argument or `*`", Some("pass plain arguments")),
            }
        }
        let arguments = self.lower_all(arguments)?;
        self.apply(site, arguments)
    }

    /// `current_date` and its like are read as calls, but may be names of columns.
    fn bare_word(&mut self, site: Site) -> Option<Node> {
        match self.known_elsewhere(&site) {
            Some(error) => self.fail(error),
            None => self.unsupported(&site.range, &format!("`{}`", site.name), Some("quote the name of a column")),
        }
    }

    fn known_elsewhere(&self, site: &Site) -> Option<ExprError> {
        if let Some(help) = functions::impure(&site.name) {
            let message = format!("`{}` would not give the same value every time", site.name);
            return Some(ExprError::new("E0308", site.range.clone(), message).label("not deterministic").help(help));
        }
        if functions::is_aggregate(&site.name) {
            let message = format!("`{}` is an aggregate; an expression sees one row", site.name);
            let help = "use a `rollup` or `cumulative` column; `greatest` and `least` compare values of one row";
            return Some(ExprError::new("E0309", site.range.clone(), message).help(help));
        }
        None
    }

    /// A function applied to lowered arguments.
    pub(super) fn apply(&mut self, site: Site, arguments: Vec<Node>) -> Option<Node> {
        let Some(function) = functions::find(&site.name) else { return self.unknown_function(&site) };
        if arguments.len() < function.required || (!function.variadic && arguments.len() > function.parameters.len()) {
            return self.wrong_count(function, &site, arguments.len());
        }
        let last = function.parameters.last();
        let kinds = function.parameters.iter().chain(last.into_iter().cycle());
        let brought: Vec<Option<Node>> = arguments
            .into_iter()
            .zip(kinds)
            .map(|(argument, parameter)| self.argument(argument, parameter, function))
            .collect();
        let arguments = brought.into_iter().collect::<Option<Vec<Node>>>()?;
        let site = Site { name: function.name.to_owned(), ..site };
        (function.build)(self, site, arguments)
    }

    fn unknown_function(&mut self, site: &Site) -> Option<Node> {
        let message = format!("unknown function `{}`", site.name);
        let help = functions::elsewhere(&site.name)
            .map(|here| format!("write {here}"))
            .or_else(|| did_you_mean(&site.name, functions::names()));
        let start = site.range.start;
        let range = start..(start + site.name.len()).min(site.range.end);
        self.fail(ExprError::new("E0304", range, message).label("no function has this name").maybe_help(help))
    }

    fn wrong_count(&mut self, function: &Function, site: &Site, found: usize) -> Option<Node> {
        let most = if function.variadic { usize::MAX } else { function.parameters.len() };
        let wanted = match (function.required, most) {
            (least, usize::MAX) => format!("at least {least}"),
            (least, most) if least == most => least.to_string(),
            (least, most) => format!("{least} to {most}"),
        };
        let message = format!("`{}` takes {wanted} arguments, not {found}", function.name);
        let help = match (function.name, found) {
            ("age", 1) => "write `age(now, x)`: there is no other clock than the spec's `now`".to_owned(),
            _ => format!("its form is `{}`", function.signature()),
        };
        self.fail(ExprError::new("E0305", site.range.clone(), message).help(help))
    }

    /// Brings an argument to the type that its parameter asks for.
    fn argument(&mut self, node: Node, (what, kind): &(&str, Kind), function: &Function) -> Option<Node> {
        let who = format!("`{}` as `{what}`", function.name);
        let found = class(&node.data_type);
        match (kind, found) {
            (Kind::Any, Class::Other) => self.refuse(node, &who, "a plain value", function),
            (Kind::Any, _) => Some(node),
            (Kind::Text, Class::Text | Class::Null) => self.coerce(node, &DataType::Utf8, &who),
            (Kind::Text, _) => self.refuse(node, &who, "a string", function),
            (Kind::Integer, Class::Integer | Class::Null) => self.coerce(node, &DataType::Int64, &who),
            (Kind::Integer, Class::Decimal) if node.literal().and_then(|l| l.as_integer()).is_some() => {
                let range = node.range.clone();
                self.cast(node, &DataType::Int64, range)
            }
            (Kind::Integer, _) if node.untyped_text().is_some() => self.read_literal(node, &DataType::Int64),
            (Kind::Integer, _) => self.refuse(node, &who, "an integer", function),
            (Kind::Float, _) if found.is_numeric() || found == Class::Null => {
                self.coerce(node, &DataType::Float64, &who)
            }
            (Kind::Number, _) if found.is_numeric() => self.wide(node),
            (Kind::Number, Class::Null) => Some(Node::null(&DataType::Int64, node.range)),
            (Kind::Float | Kind::Number, _) if node.untyped_text().is_some() => {
                self.read_literal(node, &DataType::Float64).and_then(|node| self.wide(node)).and_then(|node| {
                    if *kind == Kind::Float { self.convert(node, &DataType::Float64) } else { Some(node) }
                })
            }
            (Kind::Float | Kind::Number, _) => self.refuse(node, &who, "a number", function),
            (Kind::Instant, Class::Timestamp) => Some(node),
            (Kind::Instant, Class::Date | Class::Null) => self.coerce(node, &TIMESTAMP, &who),
            (Kind::Instant, _) if node.untyped_text().is_some() => self.read_literal(node, &TIMESTAMP),
            (Kind::Instant, _) => self.refuse(node, &who, "a date or timestamp", function),
        }
    }

    fn refuse(&mut self, node: Node, who: &str, wanted: &str, function: &Function) -> Option<Node> {
        let message = format!("{who} takes {wanted}, but this is {}", article(&node.data_type));
        let help = match wanted {
            "a string" => "write `cast(... as string)`".to_owned(),
            _ => format!("its form is `{}`", function.signature()),
        };
        let label = name(&plain(&node.data_type));
        self.fail(ExprError::new("E0305", node.range, message).label(label).help(help))
    }

    /// The constant text of an argument that must not vary from row to row.
    pub(in crate::expr) fn constant_text(&mut self, site: &Site, node: &Node, what: &str) -> Option<String> {
        match node.text() {
            Some(text) => Some(text),
            None => {
                let message = format!("the {what} of `{}` must be a literal string", site.name);
                self.fail(ExprError::new("E0305", node.range.clone(), message))
            }
        }
    }

    /// `extract(f from x)`, `position(a in b)`, `substring(x from a for b)`, `trim(both a from x)`, `overlay`.
    pub(super) fn call_syntax(&mut self, ast: &Ast) -> Option<Node> {
        let range = self.range(ast);
        let site = |name: &str| Site { name: name.to_owned(), range: range.clone() };
        match ast {
            Ast::Extract { field, expr, .. } => {
                let site = site("date_part");
                let field = field.to_string();
                let text = Node::constant(&Literal::Text(field.trim_matches('\'').to_owned()), site.range.clone());
                let value = self.lower(expr)?;
                self.apply(site, vec![text, value])
            }
            Ast::Position { expr, r#in } => {
                let site = site("position");
                let arguments = self.lower_all([&**expr, &**r#in])?;
                self.apply(site, arguments)
            }
            Ast::Substring { expr, substring_from, substring_for, .. } => {
                let site = site("substring");
                let start = Node::constant(&Literal::Int(1), range);
                let mut arguments = vec![self.lower(expr)?];
                match substring_from {
                    Some(from) => arguments.push(self.lower(from)?),
                    None => arguments.push(start),
                }
                if let Some(length) = substring_for {
                    arguments.push(self.lower(length)?);
                }
                self.apply(site, arguments)
            }
            Ast::Trim { expr, trim_where, trim_what, trim_characters: None } => {
                let site = site(match trim_where {
                    Some(TrimWhereField::Leading) => "ltrim",
                    Some(TrimWhereField::Trailing) => "rtrim",
                    _ => "btrim",
                });
                let arguments = self.lower_all([Some(expr), trim_what.as_ref()].into_iter().flatten().map(|b| &**b))?;
                self.apply(site, arguments)
            }
            _ => self.unsupported(&range, "this form of call", None),
        }
    }
}
