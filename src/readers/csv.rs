//! CSV in, rows of text out. The delimiter is told, or found in a sidecar or in the header.

use super::batch::{Batch, Kind, Span, TextBatch};
use super::csvw::Sidecar;
use super::table::{RowStream, Source};
use super::{ReadError, ReadOptions, ReaderDef, input, problem, stem};
use std::io::Read;
use std::path::{Path, PathBuf};

/// The CSV format.
pub static DEF: ReaderDef =
    ReaderDef { name: "csv", extensions: &["csv", "tsv", "psv"], is_text: true, is_single: true, list };

/// Delimiters that are looked for in a header, the likeliest first.
const DELIMITERS: &[u8] = b",;\t|";

/// A row longer than this is a quote that nobody closed.
const LONGEST_ROW: usize = 1 << 28;

/// Bytes that are read at once.
const CHUNK: usize = 1 << 18;

/// How a file is to be read.
#[derive(Debug, Clone)]
struct Dialect {
    delimiter: u8,
    has_header: bool,
    null: Vec<u8>,
}

fn list(path: &Path, options: &ReadOptions) -> Result<Vec<Source>, ReadError> {
    let sidecar = Sidecar::beside(path);
    let mut dialect = Dialect {
        delimiter: b',',
        has_header: options.header.or(sidecar.header).unwrap_or(true),
        null: options.null.clone().or_else(|| sidecar.null.clone()).unwrap_or_default().into_bytes(),
    };
    let mut first = Scanner::open(path, dialect.clone())?;
    first.fill()?;
    dialect.delimiter = options.delimiter.or(sidecar.delimiter).unwrap_or_else(|| sniff(&first.buffer));
    first.dialect = dialect.clone();
    let names = first.names()?;
    let columns = names.into_iter().map(|name| sidecar.column(name)).collect::<Vec<_>>();
    let (path, width) = (path.to_owned(), columns.len());
    Ok(vec![Source {
        table: stem(&path),
        columns,
        key: sidecar.key,
        open: Box::new(move || {
            let mut scanner = Scanner::open(&path, dialect.clone())?;
            scanner.width = width;
            if dialect.has_header {
                scanner.names()?;
            }
            Ok(Box::new(scanner))
        }),
        ..Source::default()
    }])
}

/// The delimiter that the first line holds most of, outside quotes.
fn sniff(text: &[u8]) -> u8 {
    let mut counts = [0usize; 4];
    let mut is_quoted = false;
    for byte in text {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted => break,
            _ if is_quoted => {}
            _ => counts.iter_mut().zip(DELIMITERS).for_each(|(count, known)| *count += usize::from(byte == known)),
        }
    }
    let most = counts.iter().max().copied().unwrap_or_default();
    let at = counts.iter().position(|count| *count == most && most > 0);
    at.map_or(b',', |at| DELIMITERS[at])
}

/// What became of a look at the next row.
enum Step {
    /// It is complete; the next one begins here.
    Row(usize),
    /// It goes on behind the bytes that are here.
    More,
    /// There is none.
    End,
}

struct Scanner {
    path: PathBuf,
    input: Box<dyn Read + Send>,
    dialect: Dialect,
    width: usize,
    buffer: Vec<u8>,
    is_last: bool,
    /// Offset in the text of the buffer's first byte.
    offset: u64,
    /// The line at which the buffer begins.
    line: u64,
}

impl Scanner {
    fn open(path: &Path, dialect: Dialect) -> Result<Self, ReadError> {
        let input = input::open_text(path)?;
        let path = path.to_owned();
        let buffer = Vec::new();
        Ok(Self { path, input, dialect, width: 0, buffer, is_last: false, offset: 0, line: 1 })
    }

    /// Reads more bytes behind those that are here.
    fn fill(&mut self) -> Result<(), ReadError> {
        let before = self.buffer.len();
        let wanted = CHUNK.max(before);
        self.buffer.reserve(wanted);
        let read = self.input.by_ref().take(wanted as u64).read_to_end(&mut self.buffer);
        let count = read.map_err(|e| problem::failed(&self.path, self.offset + self.buffer.len() as u64, &e))?;
        self.is_last = count < wanted;
        if self.offset == 0 && before == 0 && self.buffer.starts_with(b"\xef\xbb\xbf") {
            self.buffer.drain(..3);
        }
        if before > LONGEST_ROW {
            return Err(self.damaged(0, "a quote is opened in this row and never closed"));
        }
        Ok(())
    }

    /// Lets go of the bytes before a position.
    fn drop_before(&mut self, position: usize) {
        self.line += newlines(&self.buffer[..position]);
        self.offset += position as u64;
        self.buffer.drain(..position);
    }

    /// The names in the header, or those that columns without one get.
    fn names(&mut self) -> Result<Vec<String>, ReadError> {
        let mut cells = Vec::new();
        let next = loop {
            cells.clear();
            match self.row(0, &mut cells)? {
                Step::Row(next) => break next,
                Step::More => self.fill()?,
                Step::End if !self.is_last => self.fill()?,
                Step::End => return Err(self.damaged(0, "it is empty: there is no header")),
            }
        };
        if !self.dialect.has_header {
            return Ok((1..=cells.len()).map(|number| format!("column{number}")).collect());
        }
        let text = |span: &Span| {
            let bytes = self.buffer[span.start as usize..span.end as usize].to_vec();
            let text = String::from_utf8(bytes).map_err(|_| problem::not_text(&self.path, "line 1, the header"))?;
            Ok(if span.kind == Kind::Doubled { text.replace("\"\"", "\"") } else { text })
        };
        let names = cells.iter().map(text).collect::<Result<Vec<_>, _>>()?;
        if let Some(twice) = names.iter().enumerate().find(|(at, name)| names[..*at].contains(name)) {
            return Err(self.damaged(
                0,
                format!("two columns are called `{}`: if it has no header, say `--option header=false`", twice.1),
            ));
        }
        self.drop_before(next);
        Ok(names)
    }

    /// Finds the cells of the row that begins at `start`; their places are counted from there.
    fn row(&self, start: usize, cells: &mut Vec<Span>) -> Result<Step, ReadError> {
        let bytes = &self.buffer[start..];
        if bytes.is_empty() {
            return Ok(if self.is_last { Step::End } else { Step::More });
        }
        let mut at = 0;
        loop {
            let (span, end) = match bytes.get(at) {
                Some(b'"') => match quoted(bytes, at + 1) {
                    Some(found) => found,
                    None if !self.is_last => return Ok(Step::More),
                    None => return Err(self.damaged(start, "a quote is opened in this row and never closed")),
                },
                _ => self.plain(bytes, at),
            };
            cells.push(span);
            match &bytes[end.min(bytes.len())..] {
                [] if self.is_last => return Ok(Step::Row(start + bytes.len())),
                [] | [b'\r'] if !self.is_last => return Ok(Step::More),
                [byte, ..] if *byte == self.dialect.delimiter => at = end + 1,
                [b'\n', ..] => return Ok(Step::Row(start + end + 1)),
                [b'\r', b'\n', ..] => return Ok(Step::Row(start + end + 2)),
                [b'\r'] => return Ok(Step::Row(start + end + 1)),
                _ => return Err(self.damaged(start, "something stands between a closing quote and the delimiter")),
            }
        }
    }

    /// A cell without quotes, and where it ends.
    fn plain(&self, bytes: &[u8], start: usize) -> (Span, usize) {
        let delimiter = self.dialect.delimiter;
        let length = bytes[start..].iter().position(|byte| *byte == delimiter || *byte == b'\n');
        let mut end = length.map_or(bytes.len(), |length| start + length);
        if end > start && bytes[end - 1] == b'\r' && bytes.get(end).is_none_or(|byte| *byte == b'\n') {
            end -= 1;
        }
        let kind = if bytes[start..end] == self.dialect.null { Kind::Null } else { Kind::Bare };
        (Span { start: start as u32, end: end as u32, kind }, end)
    }

    fn damaged(&self, position: usize, what: impl std::fmt::Display) -> ReadError {
        problem::damaged(&self.path, self.place(position), what)
    }

    fn place(&self, position: usize) -> String {
        let line = self.line + newlines(&self.buffer[..position]);
        format!("line {line}, byte {}", self.offset + position as u64)
    }

    /// All rows that are complete in the buffer, and where they end.
    fn rows(&self) -> Result<(TextBatch, usize), ReadError> {
        let mut batch = TextBatch { width: self.width, ..TextBatch::default() };
        let mut start = 0;
        loop {
            let before = batch.cells.len();
            match self.row(start, &mut batch.cells)? {
                Step::Row(next) => {
                    self.check_width(start, batch.cells.len() - before)?;
                    batch.ends.push((start, next));
                    start = next;
                }
                Step::More | Step::End => {
                    batch.cells.truncate(before);
                    return Ok((batch, start));
                }
            }
        }
    }

    fn check_width(&self, start: usize, cells: usize) -> Result<(), ReadError> {
        let count = |number: usize| format!("{number} cell{}", if number == 1 { "" } else { "s" });
        match cells == self.width {
            true => Ok(()),
            false => {
                let what = format!("a row has {}, and there are {} columns", count(cells), self.width);
                Err(self.damaged(start, what))
            }
        }
    }
}

/// The cell whose quote has been opened, and where it ends; `None` when it does not.
fn quoted(bytes: &[u8], start: usize) -> Option<(Span, usize)> {
    let (mut at, mut kind) = (start, Kind::Bare);
    loop {
        at += bytes[at..].iter().position(|byte| *byte == b'"')?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some((Span { start: start as u32, end: at as u32, kind }, at + 1));
        }
        (at, kind) = (at + 2, Kind::Doubled);
    }
}

fn newlines(bytes: &[u8]) -> u64 {
    bytes.iter().filter(|byte| **byte == b'\n').count() as u64
}

impl RowStream for Scanner {
    fn next(&mut self) -> Result<Option<Batch>, ReadError> {
        loop {
            let (mut batch, end) = self.rows()?;
            if batch.ends.is_empty() {
                if self.is_last {
                    return Ok(None);
                }
                self.fill()?;
                continue;
            }
            let text = self.buffer[..end].to_vec();
            batch.text = String::from_utf8(text)
                .map_err(|e| problem::not_text(&self.path, self.place(e.utf8_error().valid_up_to())))?;
            self.drop_before(end);
            return Ok(Some(Batch::Text(batch)));
        }
    }
}
