//! Rows of a table in, the XML of its sheet out.

use super::cells::{Cell, Column, Kind};
use super::escape::{has_outer_space, push_text};
use super::package::XML;
use super::styles::Style;
use super::zip::Piece;
use crate::formats::TableShape;
use crate::formats::gather::Rows;
use arrow_array::{ArrayRef, RecordBatch};
use std::io::{self, Write as _};

/// Letters of a cell, in UTF-16.
const MOST_LETTERS: usize = 32_767;

/// Rows that decide how wide the columns are.
const MEASURED: usize = 200;

/// Columns are as wide as their content, within these numbers of digits.
const WIDTHS: std::ops::RangeInclusive<usize> = 6..=60;

/// What a sheet has besides its rows.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Whether the first row names the columns.
    pub header: bool,
    /// Whether that row stays in sight.
    pub freeze: bool,
    /// Whether that row has buttons to filter.
    pub autofilter: bool,
}

/// How a table becomes a sheet.
pub struct Sheet {
    /// The table's name, the sheet's too.
    pub name: String,
    columns: Vec<SheetColumn>,
    look: Look,
    /// Whether it is the one in sight when the workbook is opened.
    is_first: bool,
}

struct SheetColumn {
    name: String,
    kind: Kind,
    /// `<c r="` and the column's letters.
    open: Vec<u8>,
}

/// Rows as XML, deflated.
pub struct Rendered {
    /// The XML.
    pub piece: Piece,
    /// How many rows they are.
    pub rows: u64,
    /// Letters that each column shows, where these are the first rows.
    pub shown: Option<Vec<usize>>,
}

impl Sheet {
    /// The sheet of a table that has passed the format's check.
    pub fn new(table: &TableShape, look: Look, is_first: bool) -> Self {
        let columns = table.schema.fields().iter().enumerate().map(|(at, field)| SheetColumn {
            name: field.name().clone(),
            kind: Kind::new(field),
            open: format!("<c r=\"{}", letters(at)).into_bytes(),
        });
        Self { name: table.name.clone(), columns: columns.collect(), look, is_first }
    }

    /// Rows that are made at a time: fewer where they are wide.
    pub fn unit(&self) -> usize {
        (65_536 / self.columns.len().max(1)).clamp(16, 8192)
    }

    /// The XML of some rows.
    pub fn render(&self, rows: &Rows) -> io::Result<Rendered> {
        let mut xml = Vec::with_capacity(rows.len() * self.columns.len() * 40);
        let mut row = rows.start();
        let mut shown = (row == 0).then(|| vec![0; self.columns.len()]);
        for batch in rows.batches() {
            self.push_batch(batch, row, &mut shown, &mut xml)?;
            row += batch.num_rows() as u64;
        }
        Ok(Rendered { piece: Piece::new(&xml)?, rows: rows.len() as u64, shown })
    }

    /// Appends the rows of a batch, whose first one is row `first` of the table.
    pub(super) fn push_batch(
        &self,
        batch: &RecordBatch,
        first: u64,
        shown: &mut Option<Vec<usize>>,
        xml: &mut Vec<u8>,
    ) -> io::Result<()> {
        let arrays = self.columns.iter().zip(batch.columns()).map(|(column, array)| column.kind.prepare(array));
        let arrays: Vec<ArrayRef> = arrays.collect::<Result<_, _>>().map_err(io::Error::other)?;
        let columns: Vec<Column<'_>> =
            self.columns.iter().zip(&arrays).map(|(column, array)| Column::new(&column.kind, array)).collect();
        let mut buffer = Vec::new();
        for row in 0..batch.num_rows() {
            let number = first + row as u64;
            let line = (number + 1 + u64::from(self.look.header)).to_string();
            push_all(xml, &[b"<row r=\"", line.as_bytes(), b"\">"]);
            for (at, (column, values)) in self.columns.iter().zip(&columns).enumerate() {
                let cell = values.cell(row, &mut buffer);
                if let Some(shown) = shown.as_mut().filter(|_| number < MEASURED as u64) {
                    shown[at] = shown[at].max(letters_shown(&cell, &buffer));
                }
                column
                    .push(&cell, &buffer, line.as_bytes(), xml)
                    .map_err(|length| self.too_long(column, number, length))?;
            }
            xml.extend_from_slice(b"</row>");
        }
        Ok(())
    }

    fn too_long(&self, column: &SheetColumn, row: u64, length: usize) -> io::Error {
        io::Error::other(format!(
            "`{}.{}`, row {}: a text of {length} characters, and Excel's cells hold {MOST_LETTERS}; \
             make it shorter, leave the column out, or choose parquet or csv",
            self.name,
            column.name,
            row + 1
        ))
    }

    /// The XML before the rows, from the letters that the first rows show.
    pub fn before(&self, shown: &[usize]) -> Vec<u8> {
        let mut xml =
            format!("{XML}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews>");
        let selected = if self.is_first { " tabSelected=\"1\"" } else { "" };
        xml += &format!("<sheetView{selected} workbookViewId=\"0\"");
        xml += if self.look.freeze { FROZEN } else { "/>" };
        xml += "</sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>";
        for (at, column) in self.columns.iter().enumerate() {
            let width = self.width(column, shown.get(at).copied().unwrap_or(0));
            xml += &format!("<col min=\"{0}\" max=\"{0}\" width=\"{width}.7109375\" customWidth=\"1\"/>", at + 1);
        }
        xml += "</cols><sheetData>";
        let mut xml = xml.into_bytes();
        self.push_header(&mut xml);
        xml
    }

    /// In digits. Bold names are wider, and so is what a filter's button stands on.
    fn width(&self, column: &SheetColumn, shown: usize) -> usize {
        let name = if self.look.header { letters_of(&column.name) * 11 / 10 } else { 0 };
        let button = if self.look.autofilter { 3 } else { 0 };
        (name + button).max(shown + 1).clamp(*WIDTHS.start(), *WIDTHS.end())
    }

    fn push_header(&self, xml: &mut Vec<u8>) {
        if self.look.header {
            xml.extend_from_slice(b"<row r=\"1\">");
            for column in &self.columns {
                push_all(xml, &[&column.open, b"1"]);
                push_string(&column.name, Style::HEADER, xml);
            }
            xml.extend_from_slice(b"</row>");
        }
    }

    /// The XML behind so many rows.
    pub fn after(&self, rows: u64) -> Vec<u8> {
        let mut xml = b"</sheetData>".to_vec();
        if self.look.autofilter {
            let range = self.range(rows, "");
            let _ = write!(xml, "<autoFilter ref=\"{range}\"/>");
        }
        xml.extend_from_slice(
            b"<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>",
        );
        xml.extend_from_slice(b"</worksheet>");
        xml
    }

    /// The range of its filter with so many rows below, if it has one.
    pub fn filter(&self, rows: u64) -> Option<String> {
        self.look.autofilter.then(|| self.range(rows, "$"))
    }

    fn range(&self, rows: u64, dollar: &str) -> String {
        let last = letters(self.columns.len() - 1);
        format!("{dollar}A{dollar}1:{dollar}{last}{dollar}{}", rows + 1)
    }
}

const FROZEN: &str = "><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>\
    <selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/></sheetView>";

impl SheetColumn {
    /// Appends a cell; the error is the length of a text that is too long.
    fn push(&self, cell: &Cell<'_>, buffer: &[u8], line: &[u8], xml: &mut Vec<u8>) -> Result<(), usize> {
        if *cell == Cell::Null {
            return Ok(());
        }
        push_all(xml, &[&self.open, line]);
        match cell {
            Cell::Null => {}
            Cell::Number(style, _) => {
                push_style(*style, xml);
                push_all(xml, &[b"\"><v>", buffer, b"</v></c>"]);
            }
            Cell::Boolean(value) => {
                push_style(Style::BOOLEAN, xml);
                push_all(xml, &[b"\" t=\"b\"><v>", if *value { b"1" } else { b"0" }, b"</v></c>"]);
            }
            Cell::Text(text) => push_checked(text, xml)?,
            Cell::Written => push_checked(text_of(buffer), xml)?,
        }
        Ok(())
    }
}

fn text_of(buffer: &[u8]) -> &str {
    std::str::from_utf8(buffer).expect("cells write letters")
}

fn push_checked(text: &str, xml: &mut Vec<u8>) -> Result<(), usize> {
    if text.len() > MOST_LETTERS {
        let length = text.encode_utf16().count();
        if length > MOST_LETTERS {
            return Err(length);
        }
    }
    push_string(text, Style::TEXT, xml);
    Ok(())
}

/// Appends the rest of a cell that holds text, behind its column and row.
fn push_string(text: &str, style: Style, xml: &mut Vec<u8>) {
    push_style(style, xml);
    xml.extend_from_slice(b"\" t=\"inlineStr\"><is>");
    xml.extend_from_slice(if has_outer_space(text) { b"<t xml:space=\"preserve\">" } else { b"<t>" });
    push_text(text, xml);
    xml.extend_from_slice(b"</t></is></c>");
}

/// Appends the number of a style, which has two digits at most, and what stands before it.
fn push_style(Style(number): Style, xml: &mut Vec<u8>) {
    xml.extend_from_slice(b"\" s=\"");
    if number >= 10 {
        xml.push(b'0' + number / 10);
    }
    xml.push(b'0' + number % 10);
}

fn push_all(xml: &mut Vec<u8>, parts: &[&[u8]]) {
    parts.iter().for_each(|part| xml.extend_from_slice(part));
}

/// How many letters a cell shows, about.
fn letters_shown(cell: &Cell<'_>, buffer: &[u8]) -> usize {
    match cell {
        Cell::Null => 0,
        Cell::Number(_, shown) => *shown,
        Cell::Boolean(_) => 5,
        Cell::Text(text) => letters_of(text),
        Cell::Written => letters_of(text_of(buffer)),
    }
}

/// How many letters the longest line of a text shows; Chinese, Japanese, Korean ones and pictures are wide.
fn letters_of(text: &str) -> usize {
    let width = |letter: char| if letter >= '\u{1100}' { 2 } else { 1 };
    text.lines().map(|line| line.chars().map(width).sum()).max().unwrap_or(0)
}

/// The letters of a column, from 0: `A` to `Z`, `AA` and so on.
fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    letters.reverse();
    String::from_utf8(letters).expect("these are letters of ASCII")
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_counted_in_letters() {
        assert_eq!([0, 25, 26, 701, 702, 16_383].map(letters), ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
    }
}
