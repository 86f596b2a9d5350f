//! Arrow IPC in, Arrow's arrays out: files and streams, told apart by their first bytes.

use super::batch::Batch;
use super::table::{Column, RowStream, Source};
use super::{ReadError, ReadOptions, ReaderDef, input, problem, stem};
use arrow_array::RecordBatchReader;
use arrow_ipc::reader::{FileReader, StreamReader};
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// The Arrow IPC format.
pub static DEF: ReaderDef = ReaderDef {
    name: "arrow",
    extensions: &["arrow", "feather", "arrows", "ipc"],
    is_text: false,
    is_single: true,
    list,
};

/// What a file begins with, and a stream does not.
const MAGIC: &[u8; 6] = b"ARROW1";

/// What a stream ends with.
const END_OF_STREAM: &[u8; 8] = b"\xff\xff\xff\xff\0\0\0\0";

fn list(path: &Path, _: &ReadOptions) -> Result<Vec<Source>, ReadError> {
    let path = path.to_owned();
    let columns = open(&path)?.schema().fields().iter().map(|field| Column::of_field(field)).collect();
    Ok(vec![Source {
        table: stem(&path),
        columns,
        open: Box::new(move || Ok(Box::new(Batches::new(&path, open(&path)?)))),
        ..Source::default()
    }])
}

type Reader = Box<dyn RecordBatchReader + Send>;

fn open(path: &Path) -> Result<Reader, ReadError> {
    let mut file = input::open(path)?;
    let failed = |error: std::io::Error| problem::failed(path, 0, &error);
    let unfit = |error| problem::unfit(path, "its schema", error);
    let mut head = [0; 6];
    file.read_exact(&mut head).map_err(failed)?;
    if head == *MAGIC {
        file.rewind().map_err(failed)?;
        return Ok(Box::new(FileReader::try_new(BufReader::new(file), None).map_err(unfit)?));
    }
    check_end(&mut file, path)?;
    file.rewind().map_err(failed)?;
    Ok(Box::new(StreamReader::try_new(BufReader::new(file), None).map_err(unfit)?))
}

/// A stream that is cut between two batches looks whole but for the mark at its end.
fn check_end(file: &mut File, path: &Path) -> Result<(), ReadError> {
    let mut tail = [0; 8];
    let read = file.seek(SeekFrom::End(-8)).and_then(|_| file.read_exact(&mut tail));
    match read.is_ok() && tail == *END_OF_STREAM {
        true => Ok(()),
        false => Err(problem::damaged(
            path,
            "its end",
            "it is no Arrow stream, or cut short: the mark of the end is missing",
        )),
    }
}

/// The batches of a reader of Arrow's family.
pub(super) struct Batches<R> {
    path: PathBuf,
    reader: R,
    row: u64,
}

impl<R> Batches<R> {
    pub(super) fn new(path: &Path, reader: R) -> Self {
        Self { path: path.to_owned(), reader, row: 0 }
    }
}

impl<R: RecordBatchReader + Send> RowStream for Batches<R> {
    fn next(&mut self) -> Result<Option<Batch>, ReadError> {
        let batch = self.reader.next().transpose();
        let batch = batch.map_err(|error| problem::unfit(&self.path, format!("row {} or behind", self.row), error))?;
        self.row += batch.as_ref().map_or(0, |batch| batch.num_rows() as u64);
        Ok(batch.map(Batch::Arrays))
    }
}
