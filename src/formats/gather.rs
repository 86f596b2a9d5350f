//! Batches in, units of a fixed number of rows out: the part that formats share whose unit is larger than a batch.
//!
//! Where a unit ends depends on row counts alone.

use super::{Appended, Block, Job};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_cast::cast;
use arrow_schema::{ArrowError, DataType};
use arrow_select::concat::concat;
use std::mem::{replace, take};

/// Rows in the order in which they came.
#[derive(Debug, Default)]
pub struct Rows {
    start: u64,
    batches: Vec<RecordBatch>,
    len: usize,
}

impl Rows {
    /// Number of rows.
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// How many rows of the table came before.
    pub const fn start(&self) -> u64 {
        self.start
    }

    /// The rows.
    pub fn batches(&self) -> &[RecordBatch] {
        &self.batches
    }

    /// Adds rows.
    fn push(&mut self, batch: RecordBatch) {
        self.len += batch.num_rows();
        self.batches.push(batch);
    }

    /// The parts of a column as they came, all of one type: of the type that they all have, or else `data_type`.
    fn parts(&self, index: usize, data_type: &DataType) -> Result<Vec<ArrayRef>, ArrowError> {
        let arrays: Vec<ArrayRef> = self.batches.iter().map(|batch| batch.column(index).clone()).collect();
        match arrays.iter().all(|array| array.data_type() == arrays[0].data_type()) {
            true => Ok(arrays),
            false => arrays.iter().map(|array| cast(array, data_type)).collect(),
        }
    }

    /// The parts of a column as they came, of this type, which they can be cast to.
    pub fn parts_as(&self, index: usize, data_type: &DataType) -> Result<Vec<ArrayRef>, ArrowError> {
        let arrays = self.batches.iter().map(|batch| batch.column(index));
        arrays
            .map(|array| if array.data_type() == data_type { Ok(array.clone()) } else { cast(array, data_type) })
            .collect()
    }

    /// One column in steps of so many rows; copied only where a step goes beyond the end of a batch. The steps have one type:
    /// that of all parts, or else `data_type`.
    pub fn steps(&self, index: usize, data_type: &DataType, step: usize) -> Result<Vec<ArrayRef>, ArrowError> {
        let mut steps = Vec::with_capacity(self.len.div_ceil(step));
        let mut parts = Parts::default();
        for array in self.parts(index, data_type)? {
            let mut start = 0;
            while start < array.len() {
                let rows = (step - parts.len).min(array.len() - start);
                parts.push(array.slice(start, rows));
                start += rows;
                if parts.len == step {
                    steps.push(take(&mut parts).join()?);
                }
            }
        }
        if parts.len > 0 {
            steps.push(parts.join()?);
        }
        Ok(steps)
    }
}

/// Parts of a step.
#[derive(Default)]
struct Parts {
    arrays: Vec<ArrayRef>,
    len: usize,
}

impl Parts {
    fn push(&mut self, array: ArrayRef) {
        self.len += array.len();
        self.arrays.push(array);
    }

    fn join(mut self) -> Result<ArrayRef, ArrowError> {
        if self.arrays.len() == 1 {
            return Ok(self.arrays.remove(0));
        }
        concat(&self.arrays.iter().map(AsRef::as_ref).collect::<Vec<_>>())
    }
}

/// Gathers rows until a unit is full.
#[derive(Debug)]
pub struct Gatherer {
    unit: usize,
    pending: Rows,
}

impl Gatherer {
    /// Units of so many rows, at least one.
    pub fn new(unit: usize) -> Self {
        Self { unit, pending: Rows::default() }
    }

    /// Takes a block of rows; `job` says what is to be done with a full unit.
    pub fn append(&mut self, block: Block, job: impl Fn(Rows) -> Job) -> Appended {
        let Block::Rows(batch) = block else { unreachable!("the encoder gives rows") };
        let mut jobs = Vec::new();
        let mut start = 0;
        while start < batch.num_rows() {
            let rows = (self.unit - self.pending.len()).min(batch.num_rows() - start);
            self.pending.push(batch.slice(start, rows));
            start += rows;
            if self.pending.len() == self.unit {
                jobs.push(job(self.take()));
            }
        }
        Appended { buffer: None, jobs }
    }

    /// What is to be done with the last unit, which is not full.
    pub fn end(&mut self, job: impl Fn(Rows) -> Job) -> Vec<Job> {
        let rest = self.take();
        if rest.is_empty() { Vec::new() } else { vec![job(rest)] }
    }

    fn take(&mut self) -> Rows {
        let start = self.pending.start + self.pending.len as u64;
        replace(&mut self.pending, Rows { start, ..Rows::default() })
    }
}
