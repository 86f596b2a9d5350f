//! Rows as text in, `INSERT` or `COPY` statements out.

use crate::formats::text::RowText;
use crate::formats::{Appended, Block, Joiner, TableEncoder};
use arrow_array::RecordBatch;
use std::io::{self, Write};

/// A statement that holds rows: the bytes around them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Before the first row: `INSERT INTO ... VALUES` and a line break.
    pub open: String,
    /// Between rows.
    pub between: &'static str,
    /// Behind the last row.
    pub close: String,
}

/// Writes rows as the rows of statements.
pub struct Rows {
    /// Rows, each with what stands between rows behind it; the joiner decides whether that stays.
    pub text: RowText,
    /// What stands around them.
    pub statement: Statement,
    /// Rows of a statement.
    pub batch: usize,
}

impl TableEncoder for Rows {
    fn encode(&self, batch: &RecordBatch, buffer: Vec<u8>) -> Block {
        let mut ends = Vec::with_capacity(batch.num_rows());
        let bytes = self.text.encode_rows(batch, buffer, &mut |end| ends.push(end));
        Block::Lines { bytes, ends }
    }

    fn joiner(&self) -> Box<dyn Joiner> {
        Box::new(Statements { statement: self.statement.clone(), batch: self.batch, rows: 0 })
    }
}

/// Puts statements around rows, so many rows each, wherever blocks end.
struct Statements {
    statement: Statement,
    batch: usize,
    /// Rows of the statement that is not closed yet.
    rows: usize,
}

impl Joiner for Statements {
    fn append(&mut self, block: Block, out: &mut dyn Write) -> io::Result<Appended> {
        let Block::Lines { bytes, ends } = block else { unreachable!("the encoder gives lines") };
        let (mut row, mut start) = (0, 0);
        while row < ends.len() {
            let rows = (self.batch - self.rows).min(ends.len() - row);
            let end = ends[row + rows - 1] as usize;
            let Statement { open, between, .. } = &self.statement;
            out.write_all(if self.rows == 0 { open.as_bytes() } else { between.as_bytes() })?;
            out.write_all(&bytes[start..end - between.len()])?;
            (row, start) = (row + rows, end);
            self.rows += rows;
            if self.rows == self.batch {
                self.close(out)?;
            }
        }
        Ok(Appended { buffer: Some(bytes), jobs: Vec::new() })
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.rows > 0 { self.close(out) } else { Ok(()) }
    }
}

impl Statements {
    fn close(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.rows = 0;
        out.write_all(self.statement.close.as_bytes())
    }
}
