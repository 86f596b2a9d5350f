//! Record batches in, Excel workbooks out (Office Open XML, ECMA-376): a sheet a table.
//!
//! Rows are written as they come and none is kept: units of rows become deflated XML on any thread ([`sheet`]), and a workbook
//! is an archive ([`zip`]) in which such pieces stand one behind the other. Texts are in their cells, not in a table of
//! shared strings, which would have to be kept. The joiner of the last sheet writes what names the sheets ([`package`]).

mod cells;
mod escape;
mod limits;
mod package;
mod sheet;
mod styles;
mod zip;

use super::gather::{Gatherer, Rows};
use super::{
    Appended, Block, Encoded, Format, FormatDef, Job, Joiner, Layout, Origin, Problem, TableEncoder, TableShape,
    parse_options,
};
use arrow_array::RecordBatch;
use package::{parts_before, sheet_part, workbook};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use sheet::{Look, Rendered, Sheet};
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};
use zip::{Entry, Growing, Piece, directory};

/// The Excel format.
pub static DEF: FormatDef = FormatDef {
    name: "xlsx",
    extension: "xlsx",
    summary: "Excel workbooks: a sheet a table, typed cells",
    docs: DOCS,
    is_text: false,
    options: |generator: &mut SchemaGenerator| -> Schema { Options::json_schema(generator) },
    open: |options, opening| {
        let names = opening.tables.iter().map(|table| table.name.clone()).collect();
        Ok(Box::new(Xlsx { look: Options::parse(options)?.look(), origin: opening.origin.clone(), names }))
    },
};

const DOCS: &str = "\
A workbook with a sheet a table where the path has no `{table}`, else a workbook a table. The first row names the columns in bold, stays in
sight and has filters; columns are as wide as their first 200 rows ask for.

| type | cell |
|---|---|
| bool | `TRUE`, `FALSE` |
| integers | numbers of up to 15 digits, all that Excel keeps; longer ones are text |
| decimal | numbers with all digits of their scale (`0.00`); text beyond 15 digits |
| floats | numbers; `NaN`, `inf`, `-inf` and what is beyond Excel's 9.99e307 are text |
| string, json, list, struct | text, as JSON where it has structure |
| binary | text, Base64 |
| date | dates, shown as `2025-07-01` |
| time | times of day, `13:05:00`, with milliseconds where there are any |
| timestamp | dates with times, `2025-07-01 13:05:00`; UTC when it has a time zone, for Excel has none |
| duration | `[h]:mm:ss`, hours may exceed 24; negative ones are text |

Excel's calendar is right from 1900-03-01 to 9999-12-31; dates and timestamps beyond are ISO 8601 text. Instants of our times are exact to a
microsecond, but Excel shows milliseconds. Text is never a formula: `=1+1` is four characters. Control characters are written as Excel does,
`_x0001_`. A null is no cell at all, so that rows of nulls at the end of a sheet are not seen by readers; an empty string is a cell with an empty text, which `ISBLANK` tells apart, though some readers do not.
A column's `format:` has no effect.

A sheet has at most 1,048,575 rows below the header and 16,384 columns, and its name at most 31 characters, none of `[]:*?/\\`: what does not
fit is refused before the first row. A text of more than 32,767 characters ends the build. Rows are written as they are made, so the
memory does not grow with them. The file's properties say where the rows come from (`synth.spec_sha256`, `synth.edition`, `synth.seed`,
`synth.name`), and its date is always 2000-01-01.
";

/// Options of the Excel format.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "XlsxOptions")]
pub struct Options {
    /// Whether the first row names the columns.
    pub header: bool,
    /// Whether that row stays in sight; as `header` unless said.
    pub freeze: Option<bool>,
    /// Whether that row has buttons to filter; as `header` unless said.
    pub autofilter: Option<bool>,
}

impl Default for Options {
    fn default() -> Self {
        Self { header: true, freeze: None, autofilter: None }
    }
}

impl Options {
    fn parse(options: &serde_json::Value) -> Result<Self, Problem> {
        let parsed: Self = parse_options(options)?;
        match (parsed.header, parsed.freeze, parsed.autofilter) {
            (false, Some(true), _) => Err(needs_header("freeze")),
            (false, _, Some(true)) => Err(needs_header("autofilter")),
            _ => Ok(parsed),
        }
    }

    fn look(&self) -> Look {
        let header = self.header;
        Look { header, freeze: self.freeze.unwrap_or(header), autofilter: self.autofilter.unwrap_or(header) }
    }
}

fn needs_header(option: &str) -> Problem {
    Problem::option(
        format!("`{option}` is about the header, and there is none"),
        format!("leave `{option}` or `header` out"),
    )
}

struct Xlsx {
    look: Look,
    origin: Origin,
    /// The names of all tables.
    names: Vec<String>,
}

impl Format for Xlsx {
    fn check(&self, table: &TableShape, rows: &dyn Fn() -> u64) -> Vec<Problem> {
        let before = self.names.iter().position(|name| *name == table.name).unwrap_or(0);
        let mut problems = super::text::check(table);
        problems.extend(limits::check(table, &self.names[..before], self.look.header, rows));
        problems
    }

    fn layout(&self, tables: &[&TableShape], _: bool) -> Option<Layout> {
        let sheets = tables.iter().enumerate().map(|(at, table)| Sheet::new(table, self.look, at == 0));
        let plan = Arc::new(Plan::new(sheets.map(Arc::new).collect(), &self.origin));
        let shared = (tables.len() > 1).then(Shared::default);
        let encoder =
            |at| -> Box<dyn TableEncoder> { Box::new(XlsxTable { plan: plan.clone(), at, shared: shared.clone() }) };
        let encoders = (0..tables.len()).map(encoder).collect();
        Some(Layout { order: (0..tables.len()).collect(), head: plan.head.clone(), encoders, ..Layout::default() })
    }
}

/// What is known of a workbook before its first row.
struct Plan {
    sheets: Vec<Arc<Sheet>>,
    /// What the archive begins with, and the parts that are in it.
    head: Vec<u8>,
    parts: Vec<(&'static str, String)>,
}

impl Plan {
    fn new(sheets: Vec<Arc<Sheet>>, origin: &Origin) -> Self {
        let parts = parts_before(sheets.len(), origin);
        let mut head = Vec::new();
        push_parts(&parts, &mut head);
        Self { sheets, head, parts }
    }

    /// What stands behind the sheets: the part that names them, and the directory.
    fn tail(&self, done: Vec<Done>) -> io::Result<Vec<u8>> {
        let mut entries = push_parts(&self.parts, &mut Vec::new());
        let mut offset = self.head.len() as u64;
        let mut names = Vec::new();
        for (sheet, done) in self.sheets.iter().zip(done) {
            entries.push(done.entry.at(offset));
            offset += done.written;
            names.push((sheet.name.as_str(), sheet.filter(done.rows)));
        }
        let mut out = Vec::new();
        entries.push(Entry::whole("xl/workbook.xml", workbook(&names).as_bytes(), offset, &mut out));
        out.extend(directory(&entries, offset + out.len() as u64)?);
        Ok(out)
    }
}

/// Appends parts that begin an archive; gives their entries.
fn push_parts(parts: &[(&str, String)], out: &mut Vec<u8>) -> Vec<Entry> {
    parts.iter().map(|(name, content)| Entry::whole(name, content.as_bytes(), 0, out)).collect()
}

/// The sheets of a workbook that are written, in their order.
type Shared = Arc<Mutex<Vec<Done>>>;

/// A sheet that is written.
struct Done {
    entry: Entry,
    written: u64,
    rows: u64,
}

struct XlsxTable {
    plan: Arc<Plan>,
    at: usize,
    /// What the sheets of a workbook share; the only sheet of one has it to itself.
    shared: Option<Shared>,
}

impl TableEncoder for XlsxTable {
    fn encode(&self, batch: &RecordBatch, _: Vec<u8>) -> Block {
        Block::Rows(batch.clone())
    }

    fn joiner(&self) -> Box<dyn Joiner> {
        let sheet = self.plan.sheets[self.at].clone();
        let done = self.shared.clone().unwrap_or_default();
        let rows = Gatherer::new(sheet.unit());
        Box::new(XlsxJoiner { plan: self.plan.clone(), at: self.at, sheet, done, gatherer: rows, part: None, rows: 0 })
    }
}

struct XlsxJoiner {
    plan: Arc<Plan>,
    at: usize,
    sheet: Arc<Sheet>,
    done: Shared,
    gatherer: Gatherer,
    part: Option<Growing>,
    /// Rows written.
    rows: u64,
}

impl Joiner for XlsxJoiner {
    fn append(&mut self, block: Block, _: &mut dyn Write) -> io::Result<Appended> {
        Ok(self.gatherer.append(block, job(&self.sheet)))
    }

    fn end(&mut self) -> Vec<Job> {
        self.gatherer.end(job(&self.sheet))
    }

    fn commit(&mut self, encoded: Encoded, out: &mut dyn Write) -> io::Result<()> {
        let rendered = encoded.downcast::<Rendered>().expect("the joiner gets what its own jobs have made");
        self.rows += rendered.rows;
        self.part(rendered.shown.as_deref().unwrap_or_default(), out)?.push(&rendered.piece, out)
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let after = Piece::new(&self.sheet.after(self.rows))?;
        self.part(&[], out)?.push(&after, out)?;
        let part = self.part.take().expect("the part has just been written to");
        let (entry, written) = part.end(out)?;
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        assert_eq!(done.len(), self.at, "sheets are finished in their order");
        done.push(Done { entry, written, rows: self.rows });
        if done.len() == self.plan.sheets.len() {
            out.write_all(&self.plan.tail(std::mem::take(&mut done))?)?;
        }
        Ok(())
    }
}

impl XlsxJoiner {
    /// The sheet's part of the archive; the first call begins it, from the letters that the first rows show.
    fn part(&mut self, shown: &[usize], out: &mut dyn Write) -> io::Result<&mut Growing> {
        let part = match self.part.take() {
            Some(part) => part,
            None => {
                let mut part = Growing::new(sheet_part(self.at), out)?;
                part.push(&Piece::new(&self.sheet.before(shown))?, out)?;
                part
            }
        };
        Ok(self.part.insert(part))
    }
}

fn job(sheet: &Arc<Sheet>) -> impl Fn(Rows) -> Job {
    let sheet = sheet.clone();
    move |rows| {
        let sheet = sheet.clone();
        Box::new(move || Ok(Box::new(sheet.render(&rows)?) as Encoded))
    }
}

#[cfg(test)]
mod bench;
#[cfg(test)]
mod tests;
