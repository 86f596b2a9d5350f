//! A row -> bytes that can wait in memory or on disk, and back: [`pack`], [`Packed`].

use super::cursor::Row;
use crate::readers::{Cell, Origin};

/// Writes a row: its number, then its cells.
pub fn pack(row: &impl Row, width: usize) -> Vec<u8> {
    let mut out = row.number().to_le_bytes().to_vec();
    (0..width).for_each(|column| push(&row.cell(column), &mut out));
    out
}

fn push(cell: &Cell<'_>, out: &mut Vec<u8>) {
    let mut fixed = |tag: u8, bytes: &[u8]| {
        out.push(tag);
        out.extend_from_slice(bytes);
    };
    match cell {
        Cell::Null => fixed(0, &[]),
        Cell::Bool(value) => fixed(1, &[u8::from(*value)]),
        Cell::Int(value) => fixed(2, &value.to_le_bytes()),
        Cell::Decimal(value, scale) => {
            fixed(3, &value.to_le_bytes());
            out.extend(scale.to_le_bytes());
        }
        Cell::Float(value) => fixed(4, &value.to_le_bytes()),
        Cell::Float32(value) => fixed(5, &value.to_le_bytes()),
        Cell::Date(value) => fixed(6, &value.to_le_bytes()),
        Cell::Time(value) => fixed(7, &value.to_le_bytes()),
        Cell::Instant(value) => fixed(8, &value.to_le_bytes()),
        Cell::Duration(value) => fixed(9, &value.to_le_bytes()),
        Cell::Serial(value) => fixed(10, &value.to_le_bytes()),
        Cell::Number(text) => sized(11, text.as_bytes(), out),
        Cell::Text(text, Origin::Bare) => sized(12, text.as_bytes(), out),
        Cell::Text(text, Origin::Literal) => sized(13, text.as_bytes(), out),
        Cell::Text(text, Origin::String) => sized(14, text.as_bytes(), out),
        Cell::Hex(text) => sized(15, text.as_bytes(), out),
        Cell::Binary(bytes) => sized(16, bytes, out),
        Cell::Json(text) => sized(17, text.as_bytes(), out),
        Cell::Markup(text) => sized(18, text.as_bytes(), out),
    }
}

fn sized(tag: u8, bytes: &[u8], out: &mut Vec<u8>) {
    out.push(tag);
    out.extend((bytes.len() as u64).to_le_bytes());
    out.extend_from_slice(bytes);
}

/// A row that has waited.
pub struct Packed<'a> {
    number: u64,
    cells: Vec<Cell<'a>>,
}

/// Why a row that was packed here can be unpacked.
const SOUND: &str = "a packed row is whole";

impl<'a> Packed<'a> {
    /// Reads what [`pack`] wrote.
    pub fn unpack(bytes: &'a [u8]) -> Self {
        let mut reader = Reader { bytes };
        let number = u64::from_le_bytes(reader.fixed());
        let mut cells = Vec::new();
        while !reader.bytes.is_empty() {
            cells.push(reader.cell());
        }
        Self { number, cells }
    }
}

impl Row for Packed<'_> {
    fn cell(&self, column: usize) -> Cell<'_> {
        self.cells[column].clone()
    }

    fn number(&self) -> u64 {
        self.number
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    fn fixed<const N: usize>(&mut self) -> [u8; N] {
        let (head, rest) = self.bytes.split_first_chunk().expect(SOUND);
        self.bytes = rest;
        *head
    }

    fn sized(&mut self) -> &'a [u8] {
        let length = u64::from_le_bytes(self.fixed()) as usize;
        let (head, rest) = self.bytes.split_at(length);
        self.bytes = rest;
        head
    }

    fn text(&mut self) -> &'a str {
        std::str::from_utf8(self.sized()).expect(SOUND)
    }

    fn cell(&mut self) -> Cell<'a> {
        let [tag] = self.fixed();
        match tag {
            0 => Cell::Null,
            1 => Cell::Bool(self.fixed() == [1]),
            2 => Cell::Int(i128::from_le_bytes(self.fixed())),
            3 => Cell::Decimal(i128::from_le_bytes(self.fixed()), i8::from_le_bytes(self.fixed())),
            4 => Cell::Float(f64::from_le_bytes(self.fixed())),
            5 => Cell::Float32(f32::from_le_bytes(self.fixed())),
            6 => Cell::Date(i64::from_le_bytes(self.fixed())),
            7 => Cell::Time(i64::from_le_bytes(self.fixed())),
            8 => Cell::Instant(i128::from_le_bytes(self.fixed())),
            9 => Cell::Duration(i128::from_le_bytes(self.fixed())),
            10 => Cell::Serial(f64::from_le_bytes(self.fixed())),
            11 => Cell::Number(self.text()),
            12 => Cell::Text(self.text().into(), Origin::Bare),
            13 => Cell::Text(self.text().into(), Origin::Literal),
            14 => Cell::Text(self.text().into(), Origin::String),
            15 => Cell::Hex(self.text()),
            16 => Cell::Binary(self.sized()),
            17 => Cell::Json(self.text().into()),
            _ => Cell::Markup(self.text()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_comes_back() {
        let cells = vec![
            Cell::Null,
            Cell::Bool(true),
            Cell::Bool(false),
            Cell::Int(-1),
            Cell::Decimal(i128::MAX, -3),
            Cell::Float(0.1),
            Cell::Float32(0.1),
            Cell::Date(-5),
            Cell::Time(5),
            Cell::Instant(i128::MIN),
            Cell::Duration(7),
            Cell::Serial(1.5),
            Cell::Number("1e3"),
            Cell::Text("".into(), Origin::Bare),
            Cell::Text("ä".into(), Origin::Literal),
            Cell::Text("x".into(), Origin::String),
            Cell::Hex("ff"),
            Cell::Binary(b"\xff"),
            Cell::Json("[]".into()),
            Cell::Markup("[]"),
        ];
        let bytes = pack(&Packed { number: 77, cells: cells.clone() }, cells.len());
        let row = Packed::unpack(&bytes);
        assert_eq!((row.number, row.cells), (77, cells));
    }
}
