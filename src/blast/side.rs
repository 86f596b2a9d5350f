//! One of the two compiled specs, with what is looked up in it: where a plan's column comes from in the spec, its stable name,
//! the values of `vars` and the lines of the text.

use std::collections::BTreeMap;

use crate::compile::Compiled;
use crate::diag::Span;
use crate::expr::{self, Literal, NameError, Resolved};
use crate::plan::{ColumnId, ColumnPlan, Input, Plan, TableId};
use crate::source::scalars::{InstantText, Number};
use crate::source::{Node, Positions};
use crate::spec::{ColumnSpec, GeneratorSpec, Making, Spec, TableSpec};

/// Where a column of the plan comes from.
#[derive(Clone, Copy)]
pub(super) enum Origin<'a> {
    /// The spec declares it.
    Declared(&'a ColumnSpec),
    /// The rows of a root table, which nothing reads.
    Rows,
    /// How many children a row has in a table.
    Count(&'a TableSpec),
    /// The row that a `ref` picks: of a column, or of one of its branches.
    Row(&'a ColumnSpec, Option<usize>, &'a GeneratorSpec),
    /// The row's locale.
    Locale,
    /// A field of a bundle: the entity, the field, and a locale of its own.
    Field(&'a str, &'a str, &'a str, Option<&'a Node>),
    /// A column that is reached through two hops.
    Via,
    /// A roll-up or running total below a column's modifiers.
    Raw(&'a ColumnSpec),
    /// Its name says nothing: it is taken to change with any edit.
    Unknown,
}

/// See the module.
pub(super) struct Side<'a> {
    pub compiled: &'a Compiled,
    pub origins: Vec<Origin<'a>>,
    pub vars: BTreeMap<String, Literal>,
    pub now: Option<i64>,
    positions: Positions<'a>,
    declared: BTreeMap<(TableId, &'a str), ColumnId>,
}

impl<'a> Side<'a> {
    /// `set` is what the command line says of the constants.
    pub(super) fn new(compiled: &'a Compiled, set: &[(String, String)]) -> Self {
        let columns = compiled.plan.columns.iter();
        let origins: Vec<Origin<'a>> = columns.map(|column| origin(&compiled.spec, column)).collect();
        let declared = origins.iter().enumerate().filter_map(|(at, origin)| match origin {
            Origin::Declared(spec) => {
                let table = compiled.plan.columns[at].table;
                Some(((table, spec.identity()), ColumnId(at)))
            }
            _ => None,
        });
        Self {
            compiled,
            declared: declared.collect(),
            origins,
            vars: vars(&compiled.spec, set),
            now: compiled.spec.now.as_ref().and_then(|now| InstantText::parse(&now.text).ok()).map(|now| now.micros),
            positions: Positions::new(&compiled.source.text),
        }
    }

    pub(super) fn plan(&self) -> &'a Plan {
        &self.compiled.plan
    }

    pub(super) fn spec(&self) -> &'a Spec {
        &self.compiled.spec
    }

    pub(super) fn table(&self, table: TableId) -> &'a TableSpec {
        &self.compiled.spec.tables[table.0]
    }

    pub(super) fn table_identity(&self, table: TableId) -> &'a str {
        let spec = self.table(table);
        spec.identity()
    }

    /// The table of an identity.
    pub(super) fn table_of(&self, name: &str) -> Option<TableId> {
        (0..self.compiled.spec.tables.len()).map(TableId).find(|table| self.table_identity(*table) == name)
    }

    /// The line of a place, from 1.
    pub(super) fn line(&self, span: Span) -> usize {
        self.positions.of(span.start).line
    }

    /// What stands at a place: its first line, not too long.
    pub(super) fn snippet(&self, span: Span) -> String {
        const LONGEST: usize = 60;
        let text = self.compiled.source.text.get(span.start..span.end).unwrap_or_default().trim();
        let first = text.lines().next().unwrap_or_default().trim_end();
        let is_cut = first.len() < text.len() || first.chars().count() > LONGEST;
        let shown: String = first.chars().take(LONGEST).collect();
        if is_cut { format!("{shown} …") } else { shown }
    }

    /// The declared column of an identity.
    pub(super) fn declared(&self, table: TableId, name: &str) -> Option<ColumnId> {
        self.declared.get(&(table, name)).copied()
    }

    /// The stable name of a column: equal on both sides for columns that have the same part to play.
    pub(super) fn label(&self, id: ColumnId) -> String {
        let table = self.table_identity(self.plan().column(id).table);
        let of = |column: &ColumnSpec| format!("{table}.{}", column.identity());
        match self.origins[id.0] {
            Origin::Declared(column) => of(column),
            Origin::Rows => format!("{table} $rows"),
            Origin::Count(child) => format!("{table} $count {}", child.identity()),
            Origin::Row(column, branch, _) => format!("{} $row {branch:?}", of(column)),
            Origin::Locale => format!("{table} $locale"),
            Origin::Field(bundle, entity, field, _) => format!("{table} ${bundle} {entity}.{field}"),
            Origin::Via => format!("{table} $via"),
            Origin::Unknown => format!("{table} $unknown"),
            Origin::Raw(column) => format!("{} $raw", of(column)),
        }
    }

    /// The stable name of an input, with how it comes in.
    pub(super) fn input_label(&self, input: &Input) -> String {
        match *input {
            Input::Own(column) => format!("own {}", self.label(column)),
            Input::Ancestor(column) => format!("up {}", self.label(column)),
            Input::Referenced { row, column } => format!("by {} to {}", self.label(row), self.label(column)),
        }
    }

    /// What a column is called in reports; none for those that nobody declared.
    pub(super) fn display(&self, id: ColumnId) -> Option<String> {
        let table = &self.table(self.plan().column(id).table).name.text;
        match self.origins[id.0] {
            Origin::Declared(column) | Origin::Row(column, ..) | Origin::Raw(column) => {
                Some(format!("{table}.{}", column.name.text))
            }
            Origin::Count(child) => Some(format!("{}.count", child.name.text)),
            Origin::Rows | Origin::Locale | Origin::Field(..) | Origin::Via | Origin::Unknown => None,
        }
    }

    /// The inputs of a column without the row's locale, which is compared apart.
    pub(super) fn inputs(&self, id: ColumnId) -> Vec<Input> {
        let is_locale = |input: &Input| matches!(self.origins[input.column().0], Origin::Locale);
        self.plan().column(id).inputs.iter().filter(|input| !is_locale(input)).copied().collect()
    }

    /// The row's locale, if the column reads one that is drawn.
    pub(super) fn locale_input(&self, id: ColumnId) -> Option<ColumnId> {
        let inputs = self.plan().column(id).inputs.iter().map(|input| input.column());
        inputs.into_iter().find(|column| matches!(self.origins[column.0], Origin::Locale))
    }

    /// The value of a constant expression over the spec's `vars`.
    pub(super) fn evaluate(&self, text: &str) -> Option<Literal> {
        evaluate(text, &self.vars)
    }
}

/// The values of a spec's constants.
fn vars(spec: &Spec, set: &[(String, String)]) -> BTreeMap<String, Literal> {
    let mut known = BTreeMap::new();
    for (name, node) in &spec.vars {
        let said = set.iter().rev().find(|(var, _)| *var == name.text).map(|(_, text)| text.as_str());
        if let Some(value) = said.or(node.text()).and_then(|text| evaluate(text, &known)) {
            known.insert(name.text.clone(), value);
        }
    }
    known
}

fn evaluate(text: &str, vars: &BTreeMap<String, Literal>) -> Option<Literal> {
    if let Some(value) = Number::parse(text).ok().filter(|number| !number.is_expression()) {
        let whole = value.as_i128().and_then(|value| i64::try_from(value).ok());
        return Some(whole.map_or_else(|| Literal::Float(value.as_f64().unwrap_or(f64::NAN)), Literal::Int));
    }
    expr::constant(text, &mut Vars(vars)).ok()
}

struct Vars<'a>(&'a BTreeMap<String, Literal>);

impl expr::Scope for Vars<'_> {
    fn resolve(&mut self, path: &[String]) -> Result<Resolved, NameError> {
        let value = self.0.get(&path.join("."));
        let unknown = || NameError { message: String::new(), help: None };
        value.cloned().map(Resolved::Constant).ok_or_else(unknown)
    }
}

/// Where a column comes from: the plan's own columns say it by their names.
fn origin<'a>(spec: &'a Spec, column: &'a ColumnPlan) -> Origin<'a> {
    let table = &spec.tables[column.table.0];
    let declared = |name: &str| table.columns.iter().find(|column| column.name.text == name);
    let Some(rest) = column.name.strip_prefix('$') else {
        return declared(&column.name).map_or(Origin::Unknown, Origin::Declared);
    };
    if rest == "rows" {
        return Origin::Rows;
    }
    let (kind, rest) = rest.split_once(':').unwrap_or((rest, ""));
    match kind {
        "count" => spec.tables.iter().find(|child| child.name.text == rest).map_or(Origin::Unknown, Origin::Count),
        "row" => row(table, rest).unwrap_or(Origin::Unknown),
        "locale" => Origin::Locale,
        "via" => Origin::Via,
        "raw" => rest.rsplit_once(':').and_then(|(name, _)| declared(name)).map_or(Origin::Unknown, Origin::Raw),
        _ => field(spec, table, &column.name[1..]).unwrap_or(Origin::Unknown),
    }
}

/// The origin of `$row:column` or `$row:column:place of a branch's parameters`.
fn row<'a>(table: &'a TableSpec, rest: &str) -> Option<Origin<'a>> {
    table.columns.iter().find_map(|column| match &column.making {
        Making::Generator(generator) if column.name.text == rest => Some(Origin::Row(column, None, generator)),
        Making::Generator(_) => None,
        Making::When(branches) => {
            let place = rest.strip_prefix(&column.name.text)?.strip_prefix(':')?;
            let at = branches.iter().position(|branch| branch.generator.params.span.start.to_string() == place)?;
            Some(Origin::Row(column, Some(at), &branches[at].generator))
        }
    })
}

/// The origin of `$bundle.field` or `$bundle.field@place of a locale`.
fn field<'a>(spec: &'a Spec, table: &'a TableSpec, name: &'a str) -> Option<Origin<'a>> {
    let (name, place) = match name.rsplit_once('@') {
        Some((name, place)) => (name, place.parse::<usize>().ok()),
        None => (name, None),
    };
    let (bundle, field) = name.rsplit_once('.')?;
    let explicit = table.columns.iter().find_map(|column| match &column.making {
        Making::Generator(generator) if column.identity() == bundle => Some(generator),
        _ => None,
    });
    let entity = explicit.map(|generator| generator.name.text.as_str()).filter(|name| is_entity(name));
    let nodes = table.columns.iter().filter_map(|column| column.locale.as_ref());
    let mut nodes = nodes.chain(&table.locale).chain(&spec.locale);
    let locale = place.and_then(|place| nodes.find(|node| node.span.start == place));
    Some(Origin::Field(bundle, entity.unwrap_or(bundle), field, locale))
}

fn is_entity(name: &str) -> bool {
    crate::generators::is_entity(name)
}
