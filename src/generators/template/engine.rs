//! Templates with filters, conditions or loops: checked when the plan is made, run by the `minijinja` crate.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type, UInt64Type};
use arrow_array::{ArrayRef, StringArray};
use arrow_cast::cast;
use arrow_schema::DataType;
use minijinja::value::{Object, Value};
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior};

use super::super::part_of;
use super::{Rendered, read};
use crate::diag::Diagnostic;
use crate::engine::Cells;
use crate::plan::{PlanContext, Planned, Reported, Uniqueness};
use crate::source::Spanned;

/// Functions that templates may call; they depend on their arguments alone.
const FUNCTIONS: &[&str] = &["range", "dict", "namespace"];

/// Instructions that one rendering may take: beyond, it fails like any other rendering. Loops within loops end.
const FUEL: u64 = 100_000;

/// An environment without files, and without functions that see more than the template.
fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.remove_global("debug");
    environment.set_fuel(Some(FUEL));
    environment
}

/// Plans a template that has logic.
pub(super) fn plan(cx: &mut PlanContext<'_, '_>, template: &Spanned<String>) -> Result<Planned, Reported> {
    let environment = environment();
    let compiled = match environment.template_from_str(&template.value) {
        Ok(compiled) => compiled,
        Err(error) => return Err(cx.fail(refusal(&error, template))),
    };
    let names = compiled.undeclared_variables(true);
    let paths: BTreeSet<String> = names.into_iter().collect();
    let (mut texts, mut slots, mut tree, mut failed) = (Vec::new(), Vec::new(), Names::default(), false);
    for path in paths.into_iter().filter(|path| !FUNCTIONS.contains(&path.as_str())) {
        let span = part_of(template.span, &template.value, find(&template.value, &path));
        match read(cx, &path, span) {
            Ok((source, text)) => {
                if tree.add(&path, slots.len()).is_none() {
                    let error = Diagnostic::error("E0422", format!("`{path}` is used both as a value and as a row"));
                    return Err(cx.fail(error.at(span, "here").help(format!("name a column of it, as in `{path}.id`"))));
                }
                slots.push((source.slot, source.data_type));
                texts.push(text);
            }
            Err(Reported) => failed = true,
        }
    }
    if failed {
        return Err(Reported);
    }
    let program = Program { source: template.value.clone(), names: Arc::new(tree), slots };
    if let Some(error) = program.try_out() {
        return Err(cx.fail(refusal(&error, template)));
    }
    let why = "only a template of one column, without filters or conditions, is unique";
    Ok(Planned::new(DataType::Utf8, Rendered { program, texts }).nullable(true).uniqueness(Uniqueness::Unknown { why }))
}

/// Where a name stands in a template, as far as its text tells.
fn find(template: &str, path: &str) -> Range<usize> {
    let is_word = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    let bytes = template.as_bytes();
    let mut found = template.match_indices(path).map(|(at, _)| at..at + path.len());
    let alone = |range: &Range<usize>| {
        !is_word(range.start.checked_sub(1).and_then(|at| bytes.get(at))) && !is_word(bytes.get(range.end))
    };
    found.find(alone).unwrap_or(0..template.len())
}

/// An error of the engine, at the line that it names.
fn refusal(error: &Error, template: &Spanned<String>) -> Diagnostic {
    let line = error.line().unwrap_or(1).saturating_sub(1);
    let start: usize = template.value.split_inclusive('\n').take(line).map(str::len).sum();
    let length = template.value[start.min(template.value.len())..].lines().next().map_or(0, str::len);
    let span = part_of(template.span, &template.value, start..start + length);
    let what = match error.detail() {
        Some(detail) => format!("{}: {detail}", error.kind()),
        None => error.kind().to_string(),
    };
    Diagnostic::error("E0537", format!("the template cannot be used: {what}"))
        .at(span, "in this line")
        .help("filters, tests and functions are those of Jinja; see the built-in ones of the `minijinja` crate")
}

/// A template that has been checked.
pub(super) struct Program {
    source: String,
    names: Arc<Names>,
    /// Input and type of each name's column.
    slots: Vec<(usize, DataType)>,
}

/// Names by their parts: what a dotted path leads to.
#[derive(Debug, Default)]
struct Names {
    slot: Option<usize>,
    parts: BTreeMap<String, Arc<Names>>,
}

impl Names {
    /// Lets `path` lead to a slot; `None` where a value would have parts of its own.
    fn add(&mut self, path: &str, slot: usize) -> Option<()> {
        if self.slot.is_some() {
            return None;
        }
        let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
        let next =
            Arc::get_mut(self.parts.entry(first.to_owned()).or_default()).expect("names are shared when complete");
        match rest {
            Some(rest) => next.add(rest, slot),
            None => next.parts.is_empty().then(|| next.slot = Some(slot)),
        }
    }
}

/// A row as the engine sees it.
#[derive(Debug)]
struct Row {
    names: Arc<Names>,
    columns: Arc<Vec<Vec<Value>>>,
    at: usize,
}

impl Object for Row {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let names = self.names.parts.get(key.as_str()?)?;
        match names.slot {
            Some(slot) => self.columns[slot].get(self.at).cloned(),
            None => Some(Value::from_object(Row {
                names: Arc::clone(names),
                columns: Arc::clone(&self.columns),
                at: self.at,
            })),
        }
    }
}

impl Program {
    /// The values of the column of a name: numbers and booleans as such, all else as its text.
    pub(super) fn natives(&self, at: usize, cells: &Cells<'_>, texts: &StringArray) -> Vec<Value> {
        let (slot, data_type) = &self.slots[at];
        let values: &ArrayRef = cells.input(*slot);
        let to = |data_type: &DataType| cast(values, data_type).expect("numbers cast to wider ones");
        match data_type {
            DataType::Boolean => values.as_boolean().iter().map(Value::from).collect(),
            DataType::UInt64 => values.as_primitive::<UInt64Type>().iter().map(Value::from).collect(),
            DataType::Float32 | DataType::Float64 => {
                to(&DataType::Float64).as_primitive::<Float64Type>().iter().map(Value::from).collect()
            }
            other if other.is_integer() => {
                to(&DataType::Int64).as_primitive::<Int64Type>().iter().map(Value::from).collect()
            }
            _ => texts.iter().map(Value::from).collect(),
        }
    }

    /// The text of every row that `is_valid`; none where the template fails.
    pub(super) fn render(
        &self,
        columns: Vec<Vec<Value>>,
        rows: usize,
        is_valid: impl Fn(usize) -> bool,
    ) -> Vec<Option<String>> {
        let environment = environment();
        let template = environment.template_from_str(&self.source).expect("the plan has compiled it");
        let columns = Arc::new(columns);
        let row = |at| Row { names: Arc::clone(&self.names), columns: Arc::clone(&columns), at };
        let text = |at| template.render(Value::from_object(row(at))).ok();
        (0..rows).map(|at| if is_valid(at) { text(at) } else { None }).collect()
    }

    /// An error that every row would meet: an unknown filter, test, function or method, or a wrong number of arguments.
    /// Other errors may come from the made-up values and say nothing.
    fn try_out(&self) -> Option<Error> {
        let sample = |data_type: &DataType| match data_type {
            DataType::Boolean => Value::from(true),
            DataType::Float32 | DataType::Float64 => Value::from(1.5),
            other if other.is_integer() => Value::from(1),
            _ => Value::from("text"),
        };
        let columns = Arc::new(self.slots.iter().map(|(_, data_type)| vec![sample(data_type)]).collect());
        let row = Row { names: Arc::clone(&self.names), columns, at: 0 };
        let error = environment().render_str(&self.source, Value::from_object(row)).err()?;
        let is_sure = matches!(
            error.kind(),
            ErrorKind::UnknownFilter
                | ErrorKind::UnknownTest
                | ErrorKind::UnknownFunction
                | ErrorKind::UnknownMethod
                | ErrorKind::TooManyArguments
                | ErrorKind::MissingArgument
        );
        is_sure.then_some(error)
    }
}
