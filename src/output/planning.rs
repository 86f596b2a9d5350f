//! Outputs and tables in, the files that they become out, or all that is wrong with them. Of the disk, it asks only whether a
//! path is a device.

#![expect(clippy::disallowed_methods, reason = "whether a path is a device is asked of the disk")]

use super::partition::Partition;
use super::template::{PartPath, PathTemplate};
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::formats::{self, Format, FormatDef, Layout, Opening, Origin, Problem, TableShape};
use std::fs;

/// The path that means standard output.
pub(super) const STDOUT: &str = "-";

/// One output of a build.
#[derive(Debug, Clone)]
pub struct OutputSpec {
    /// The format's name.
    pub format: String,
    /// A path template, `-` for standard output. Without `{table}` all tables go into one file.
    pub path: String,
    /// The format's options: an object, or null.
    pub options: serde_json::Value,
    /// Numbers of the tables that it takes; all without.
    pub tables: Option<Vec<usize>>,
    /// When a file is full and another one begins.
    pub split: Option<Split>,
    /// Columns whose values spread a table's rows over folders, outermost first.
    pub partition_by: Vec<String>,
    /// Whether a manifest stands in its folder.
    pub manifest: bool,
    /// Where the spec speaks of it.
    pub span: Option<Span>,
}

/// When a part of a table is full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Split {
    /// When it has so many rows, at least 1.
    Rows(u64),
    /// When another row would take it beyond so many bytes; a row that is longer has a part of its own.
    Bytes(u64),
}

impl OutputSpec {
    /// All rows of the chosen tables, in a format, to a path.
    pub fn new(format: impl Into<String>, path: impl Into<String>) -> Self {
        Self {
            format: format.into(),
            path: path.into(),
            options: serde_json::Value::Null,
            tables: None,
            split: None,
            partition_by: Vec::new(),
            manifest: false,
            span: None,
        }
    }

    /// Whether it goes to standard output, a device, a pipe or a socket, and not to a file.
    pub fn is_stream(&self) -> bool {
        is_stream(&self.path)
    }

    /// Rows that one file holds at most, of a table with so many.
    fn rows_of_file(&self, rows: u64) -> u64 {
        match self.split {
            Some(Split::Rows(most)) => rows.min(most),
            _ => rows,
        }
    }

    /// Whether its tables are written in parts.
    pub fn is_parts(&self) -> bool {
        self.split.is_some() || !self.partition_by.is_empty()
    }

    /// Numbers of the tables that it takes, of so many.
    fn chosen(&self, tables: usize) -> Vec<usize> {
        self.tables.clone().unwrap_or_else(|| (0..tables).collect())
    }
}

/// Files that are decided upon but not open yet.
pub(super) struct PlannedFile {
    pub output: usize,
    pub def: &'static FormatDef,
    pub place: Place,
    pub tables: Vec<usize>,
    pub layout: Layout,
    pub span: Option<Span>,
}

/// Where rows go.
pub(super) enum Place {
    /// Into one file; `-` for standard output.
    File(String),
    /// Into parts.
    Parts { path: PartPath, split: Option<Split>, partition: Option<Partition> },
}

/// The files of all outputs. `locate` gives the span of a table or column that a format cannot hold; `rows` counts the rows of
/// a table by its number, which may take a while.
pub(super) fn plan_files(
    outputs: &[OutputSpec],
    tables: &[TableShape],
    origin: &Origin,
    locate: &dyn Fn(&Problem) -> Option<Span>,
    rows: &dyn Fn(usize) -> u64,
    found: &mut Diagnostics,
) -> Vec<PlannedFile> {
    let mut planned = Vec::new();
    for (number, output) in outputs.iter().enumerate() {
        if let Some((def, format)) = found.take(open_format(output, tables, origin, locate, rows)) {
            let files = Planning { number, output, tables, def, format: &*format, locate }.files();
            planned.extend(found.take(files).into_iter().flatten());
        }
    }
    planned
}

/// Whether the path is standard output or a device, a pipe or a socket: written to as it is, without a temporary file.
pub(super) fn is_stream(target: &str) -> bool {
    target == STDOUT || fs::metadata(target).is_ok_and(|found| !found.is_file() && !found.is_dir())
}

fn open_format(
    output: &OutputSpec,
    tables: &[TableShape],
    origin: &Origin,
    locate: &dyn Fn(&Problem) -> Option<Span>,
    rows: &dyn Fn(usize) -> u64,
) -> Result<(&'static FormatDef, Box<dyn Format>), Diagnostics> {
    let def = formats::find(&output.format).ok_or_else(|| {
        let error = Diagnostic::error("E0701", format!("no output format is called `{}`", output.format));
        let names = formats::FORMATS.iter().map(|def| def.name);
        let known = names.clone().collect::<Vec<_>>().join(", ");
        error.suggest(&output.format, names).help(format!("the formats are {known}")).located(output.span)
    })?;
    let numbers = output.chosen(tables.len());
    let chosen: Vec<TableShape> = numbers.iter().map(|table| tables[*table].clone()).collect();
    let format = (def.open)(&output.options, &Opening { tables: &chosen, origin }).map_err(|problem| {
        let message = format!("{} output: {}", def.name, problem.message);
        Diagnostic::error("E0702", message).help(problem.help).located(output.span)
    })?;
    let mut found = Diagnostics::new();
    let checked = chosen.iter().zip(&numbers);
    for problem in checked.flat_map(|(table, number)| format.check(table, &|| output.rows_of_file(rows(*number)))) {
        let span = locate(&problem).or(output.span);
        found.push(cannot_hold(def, problem).located(span));
    }
    found.into_result((def, format)).map(|(opened, _)| opened)
}

fn cannot_hold(def: &FormatDef, problem: Problem) -> Diagnostic {
    let place = match (&problem.table, &problem.column) {
        (Some(table), Some(column)) => format!(" `{table}.{column}`"),
        (Some(table), None) => format!(" the table `{table}`"),
        _ => String::new(),
    };
    Diagnostic::error("E0703", format!("{} cannot hold{place}: {}", def.name, problem.message)).help(problem.help)
}

/// One output on its way to files.
struct Planning<'a> {
    number: usize,
    output: &'a OutputSpec,
    tables: &'a [TableShape],
    def: &'static FormatDef,
    format: &'a dyn Format,
    locate: &'a dyn Fn(&Problem) -> Option<Span>,
}

impl Planning<'_> {
    /// The files, one a table where the path says so or where tables are written in parts.
    fn files(&self) -> Result<Vec<PlannedFile>, Diagnostics> {
        let template = self.template()?;
        let mut groups: Vec<Vec<usize>> =
            self.output.chosen(self.tables.len()).into_iter().map(|table| vec![table]).collect();
        if !template.is_per_table() {
            groups = vec![groups.concat()];
        }
        let mut files = Vec::new();
        let mut found = Diagnostics::new();
        for group in groups.into_iter().filter(|group| !group.is_empty()) {
            let file = match self.output.is_parts() {
                true => self.parts(&template, &group),
                false => self.file(&template, &group),
            };
            files.extend(found.take(file));
        }
        found.into_result(files).map(|(files, _)| files)
    }

    fn template(&self) -> Result<PathTemplate, Diagnostic> {
        let template = PathTemplate::parse(&self.output.path).map_err(|why| self.bad_path(&why))?;
        match self.output.split {
            _ if template.has_part() && !self.output.is_parts() => {
                let why = "`{part}` numbers the parts of a table, and it is not written in parts";
                Err(self.cannot_part(why, "say `split: { rows: 1M }`, or leave `{part}` out"))
            }
            Some(Split::Rows(0) | Split::Bytes(0)) => {
                Err(self.cannot_part("a part would be empty", "say how much a part holds"))
            }
            Some(Split::Bytes(_)) if !self.def.is_text => {
                let why = format!("how many bytes rows take in {} is known only when they are written", self.def.name);
                Err(self.cannot_part(&why, "split by rows, as in `split: { rows: 1M }`"))
            }
            _ if self.output.is_parts() && is_stream(&self.output.path) => {
                Err(self.cannot_part("a stream has no parts", "write to a folder"))
            }
            _ => Ok(template),
        }
    }

    fn bad_path(&self, why: &str) -> Diagnostic {
        let error = Diagnostic::error("E0704", format!("the output path `{}` cannot be used: {why}", self.output.path));
        error.help("write a path such as `out/{table}.csv`").located(self.output.span)
    }

    fn cannot_part(&self, why: &str, help: &str) -> Diagnostic {
        let error = Diagnostic::error("E0710", format!("`{}` cannot be written in parts: {why}", self.output.path));
        error.help(help).located(self.output.span)
    }

    /// As [`Planning::bad_path`], pointing at the table where the spec has no word of the output.
    fn bad_name(&self, why: &str, table: &str) -> Diagnostic {
        match self.bad_path(why) {
            error if error.primary.is_some() => error,
            error => {
                let problem = Problem { table: Some(table.to_owned()), ..Problem::option("", "") };
                error.located((self.locate)(&problem))
            }
        }
    }

    fn file(&self, template: &PathTemplate, group: &[usize]) -> Result<PlannedFile, Diagnostic> {
        let name = &self.tables[group[0]].name;
        let target = template.path(name).map_err(|why| self.bad_name(&why, name))?;
        let members: Vec<&TableShape> = group.iter().map(|table| &self.tables[*table]).collect();
        let layout = self.format.layout(&members, false).ok_or_else(|| holds_one(self.def, self.output))?;
        let tables = layout.order.iter().map(|position| group[*position]).collect();
        Ok(self.planned(Place::File(target.display().to_string()), tables, layout))
    }

    fn parts(&self, template: &PathTemplate, group: &[usize]) -> Result<PlannedFile, Diagnostic> {
        let [number] = group else {
            return Err(self.cannot_part("its parts would hold several tables", "put `{table}` into the path"));
        };
        if let Some(problem) = self.format.check_parts() {
            return Err(self.cannot_part(&problem.message, &problem.help));
        }
        let table = &self.tables[*number];
        let path = template.parts(&table.name).map_err(|why| self.bad_name(&why, &table.name))?;
        let (partition, shape) = match self.output.partition_by.as_slice() {
            [] => (None, table.clone()),
            names => {
                let (partition, shape) =
                    Partition::new(table, names).map_err(|error| error.located(self.output.span))?;
                (Some(partition), shape)
            }
        };
        let layout = self.format.layout(&[&shape], true).ok_or_else(|| holds_one(self.def, self.output))?;
        Ok(self.planned(Place::Parts { path, split: self.output.split, partition }, group.to_vec(), layout))
    }

    fn planned(&self, place: Place, tables: Vec<usize>, layout: Layout) -> PlannedFile {
        PlannedFile { output: self.number, def: self.def, place, tables, layout, span: self.output.span }
    }
}

fn holds_one(def: &FormatDef, output: &OutputSpec) -> Diagnostic {
    let message = format!("one {} file holds one table, and `{}` would have to hold several", def.name, output.path);
    let help = match output.path.as_str() {
        STDOUT => "choose one table, or write to a folder".to_owned(),
        _ => format!("put `{{table}}` into the path, such as `out/{{table}}.{}`", def.extension),
    };
    Diagnostic::error("E0707", message).help(help).located(output.span)
}
