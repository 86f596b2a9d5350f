//! XML in, rows of text out: an element a row, columns as elements in it or as its attributes. Where the children of the root
//! have one name, they are rows; where they have several, each is a table that holds rows. One pass lists the tables and the
//! columns; each table is then read in a pass of its own.

mod tree;

use super::batch::{Batch, Kind, Rows};
use super::document::DEEPEST;
use super::input;
use super::markup::resolved;
use super::table::{Column, RowStream, Source};
use super::{ReadError, ReadOptions, ReaderDef, problem, stem};
use quick_xml::events::{BytesStart, Event};
use std::io::BufReader;
use std::path::{Path, PathBuf};
use tree::Tree;

/// The XML format.
pub static DEF: ReaderDef = ReaderDef { name: "xml", extensions: &["xml"], is_text: true, is_single: false, list };

/// The children of the root that have one name.
#[derive(Debug, Default)]
struct Family {
    name: String,
    /// Columns, if they are rows.
    own: Vec<String>,
    /// Columns of their children, if these are rows.
    inner: Vec<String>,
}

fn list(path: &Path, _: &ReadOptions) -> Result<Vec<Source>, ReadError> {
    let mut scanner = Scanner::open(path)?;
    let mut families: Vec<Family> = Vec::new();
    let mut at = 0;
    while let Some(step) = scanner.step()? {
        let Step::Open { name, attributes } = step else { continue };
        match scanner.depth {
            2 => {
                at = families.iter().position(|family| family.name == name).unwrap_or(families.len());
                if at == families.len() {
                    families.push(Family { name, ..Family::default() });
                }
                attributes.iter().for_each(|(name, _)| add(&mut families[at].own, name));
            }
            3 => {
                add(&mut families[at].own, &name);
                attributes.iter().for_each(|(name, _)| add(&mut families[at].inner, name));
            }
            4 => add(&mut families[at].inner, &name),
            _ => {}
        }
    }
    Ok(match families.len() {
        0 => vec![source(path, stem(path), None, Vec::new())],
        1 => families.into_iter().map(|family| source(path, stem(path), None, family.own)).collect(),
        _ => families.into_iter().map(|f| source(path, f.name.clone(), Some(f.name), f.inner)).collect(),
    })
}

fn add(names: &mut Vec<String>, name: &str) {
    if !names.iter().any(|known| known == name) {
        names.push(name.to_owned());
    }
}

fn source(path: &Path, table: String, parent: Option<String>, names: Vec<String>) -> Source {
    let path = path.to_owned();
    Source {
        table,
        columns: names.iter().map(Column::untyped).collect(),
        is_open: true,
        open: Box::new(move || {
            let scanner = Scanner::open(&path)?;
            let rows = Rows::new(names.len());
            Ok(Box::new(Elements { scanner, parent: parent.clone(), names: names.clone(), is_inside: false, rows }))
        }),
        ..Source::default()
    }
}

/// A piece of the text.
enum Step {
    /// An element begins: its name, and its attributes but for those of namespaces.
    Open { name: String, attributes: Vec<(String, String)> },
    /// Text in an element.
    Text(String),
    /// An element ends.
    Close,
}

struct Scanner {
    path: PathBuf,
    reader: quick_xml::Reader<BufReader<Box<dyn std::io::Read + Send>>>,
    buffer: Vec<u8>,
    /// Elements that are open.
    depth: usize,
    /// An element without content has been opened, and is to be closed.
    is_empty: bool,
    has_root: bool,
}

impl Scanner {
    fn open(path: &Path) -> Result<Self, ReadError> {
        let reader = quick_xml::Reader::from_reader(BufReader::with_capacity(1 << 16, input::open_text(path)?));
        let (path, buffer) = (path.to_owned(), Vec::new());
        Ok(Self { path, reader, buffer, depth: 0, is_empty: false, has_root: false })
    }

    /// The next piece; `None` behind the root.
    fn step(&mut self) -> Result<Option<Step>, ReadError> {
        if std::mem::take(&mut self.is_empty) {
            self.depth -= 1;
            return Ok(Some(Step::Close));
        }
        loop {
            self.buffer.clear();
            let place = self.reader.buffer_position();
            let fail = |what: String| problem::damaged(&self.path, format!("byte {place} of the text"), what);
            let event = self.reader.read_event_into(&mut self.buffer).map_err(|error| fail(error.to_string()))?;
            let step = match event {
                Event::Start(start) => {
                    (self.depth, self.has_root) = (self.depth + 1, true);
                    opened(&start).map_err(fail)?
                }
                Event::Empty(start) => {
                    (self.depth, self.has_root, self.is_empty) = (self.depth + 1, true, true);
                    opened(&start).map_err(fail)?
                }
                Event::End(_) => {
                    self.depth -= 1;
                    Step::Close
                }
                Event::Text(text) => Step::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Step::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(entity) => match entity.resolve_char_ref() {
                    Ok(Some(character)) => Step::Text(character.to_string()),
                    _ => Step::Text(predefined(&entity.xml10_content()).map_err(fail)?.to_owned()),
                },
                Event::Eof if self.depth > 0 || !self.has_root => {
                    return Err(fail("it ends within an element".to_owned()));
                }
                Event::Eof => return Ok(None),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            };
            return Ok(Some(step));
        }
    }

    /// What is in the element that has just been opened, up to its end, which is taken.
    fn content(&mut self) -> Result<Tree, ReadError> {
        let mut open = vec![Tree::default()];
        loop {
            let step =
                self.step()?.ok_or_else(|| problem::damaged(&self.path, "its end", "it ends within an element"))?;
            if open.len() > DEEPEST {
                let place = format!("byte {} of the text", self.reader.buffer_position());
                return Err(problem::damaged(&self.path, place, format!("a value has more than {DEEPEST} levels")));
            }
            match step {
                Step::Open { name, attributes } => open.push(Tree::new(name, &attributes)),
                Step::Text(text) => open.iter_mut().next_back().into_iter().for_each(|tree| tree.text += &text),
                Step::Close => {
                    let Some(done) = open.pop() else { return Ok(Tree::default()) };
                    match open.last_mut() {
                        Some(parent) => parent.children.push(done),
                        None => return Ok(done),
                    }
                }
            }
        }
    }
}

/// Name and attributes of an element.
fn opened(start: &BytesStart<'_>) -> Result<Step, String> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let name = attribute.key.as_ref();
        if name == "xmlns" || name.starts_with("xmlns:") {
            continue;
        }
        let value =
            attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).map_err(|error| error.to_string())?;
        attributes.push((resolved(name).into_owned(), value.into_owned()));
    }
    Ok(Step::Open { name: resolved(start.local_name().as_ref()).into_owned(), attributes })
}

fn predefined(name: &str) -> Result<&'static str, String> {
    Ok(match name {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        other => return Err(format!("the entity `&{other};` is not known")),
    })
}

/// The rows of one table.
struct Elements {
    scanner: Scanner,
    /// The element that holds the rows; the root without.
    parent: Option<String>,
    names: Vec<String>,
    is_inside: bool,
    rows: Rows,
}

impl Elements {
    /// The depth of the rows' elements.
    fn depth(&self) -> usize {
        if self.parent.is_some() { 3 } else { 2 }
    }

    fn row(&mut self, attributes: Vec<(String, String)>) -> Result<(), ReadError> {
        let content = self.scanner.content()?;
        self.rows.begin();
        for (name, value) in attributes {
            self.set(&name, &Tree::of_text(value))?;
        }
        for child in &content.children {
            self.set(&child.name, child)?;
        }
        self.rows.end();
        Ok(())
    }

    fn set(&mut self, name: &str, value: &Tree) -> Result<(), ReadError> {
        let column = self.names.iter().position(|known| known == name);
        let changed = || problem::damaged(&self.scanner.path, "a row", "the file has changed while it was read");
        let column = column.ok_or_else(changed)?;
        self.rows.set(column, |out| {
            let (text, kind) = value.cell();
            out.extend_from_slice(text.as_bytes());
            Ok::<Kind, ReadError>(kind)
        })
    }
}

impl RowStream for Elements {
    fn next(&mut self) -> Result<Option<Batch>, ReadError> {
        while !self.rows.is_full() {
            let Some(step) = self.scanner.step()? else { break };
            let Step::Open { name, attributes } = step else { continue };
            if self.scanner.depth == 2 {
                self.is_inside = self.parent.as_ref().is_none_or(|parent| *parent == name);
            }
            if self.is_inside && self.scanner.depth == self.depth() {
                self.row(attributes)?;
            }
        }
        let batch = self.rows.take().map_err(|_| problem::not_text(&self.scanner.path, "some place"))?;
        Ok(batch.map(Batch::Text))
    }
}
