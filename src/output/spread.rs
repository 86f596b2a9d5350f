//! Blocks of one table in order in, files out: one file, parts of a limited size, a part a value of some columns, or both.

use super::error::WriteError;
use super::part::{Finished, Part};
use super::partition::Piece;
use super::volumes::{Limit, Volumes};
use crate::formats::{Block, Encoded, Job, TableEncoder};
use std::collections::{BTreeMap, VecDeque};

/// Files of a stream that are open at a time; others wait closed for their next rows.
const MOST_OPEN: usize = 64;

/// A job of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JobId {
    /// The number of the part, in the order of opening.
    part: u64,
    /// The number of the job within the part.
    number: u64,
}

/// What came of some rows.
#[derive(Default)]
pub struct Spreading {
    /// Bytes that went into files.
    pub bytes: u64,
    /// Heavy work for any thread.
    pub jobs: Vec<(JobId, Job)>,
    /// Buffers to use again.
    pub buffers: Vec<Vec<u8>>,
}

/// The ordered half of a stream.
pub struct Spread {
    /// Where parts are opened; `None` where there is one file, open from the start.
    volumes: Option<Volumes>,
    /// The part in writing of each partition; `""` without partitions.
    lanes: BTreeMap<String, Lane>,
    parts: BTreeMap<u64, Part>,
    opened: u64,
    /// Parts that are open files, the one that has rested longest first.
    awake: VecDeque<u64>,
    finished: Vec<Finished>,
}

#[derive(Default)]
struct Lane {
    /// The part in writing.
    part: u64,
    /// How many there have been.
    count: u32,
}

impl Spread {
    /// All rows into one file that is open.
    pub fn one(part: Part) -> Self {
        let lanes = BTreeMap::from([(String::new(), Lane { part: 0, count: 1 })]);
        Self { lanes, parts: BTreeMap::from([(0, part)]), opened: 1, ..Self::many(None) }
    }

    /// Rows into parts. Without partitions, the first part is opened at once: no rows are a part, too.
    pub fn parts(volumes: Volumes, encoder: &dyn TableEncoder) -> Result<Self, WriteError> {
        let is_partitioned = volumes.is_partitioned;
        let mut spread = Self::many(Some(volumes));
        if !is_partitioned {
            spread.open("", encoder)?;
        }
        Ok(spread)
    }

    fn many(volumes: Option<Volumes>) -> Self {
        let (lanes, parts) = (BTreeMap::new(), BTreeMap::new());
        Self { volumes, lanes, parts, opened: 0, awake: VecDeque::new(), finished: Vec::new() }
    }

    /// Appends pieces in order, and opens and closes parts on the way.
    pub fn append(&mut self, pieces: Vec<Piece>, encoder: &dyn TableEncoder) -> Result<Spreading, WriteError> {
        let mut outcome = Spreading::default();
        for piece in pieces {
            let mut rest = Some((piece.block, piece.rows));
            while let Some((block, rows)) = rest {
                let number = self.part_for(&piece.partition, &block, encoder, &mut outcome)?;
                let limit = self.volumes.as_ref().and_then(|volumes| volumes.limit);
                let part = &self.parts[&number];
                let fitting = limit.map_or(rows, |limit| room(limit, part, &block, rows));
                let (now, later) = cut(block, rows, fitting);
                self.write(number, now, fitting, &mut outcome)?;
                rest = later.map(|block| (block, rows - fitting));
            }
        }
        Ok(outcome)
    }

    /// The part into which the first row of a block goes: the one in writing, or a new one where it is full.
    fn part_for(
        &mut self,
        partition: &str,
        block: &Block,
        encoder: &dyn TableEncoder,
        outcome: &mut Spreading,
    ) -> Result<u64, WriteError> {
        let Some(lane) = self.lanes.get(partition) else { return self.open(partition, encoder) };
        let number = lane.part;
        let limit = self.volumes.as_ref().and_then(|volumes| volumes.limit);
        let part = self.parts.get_mut(&number).expect("the part of a lane is in writing");
        if limit.is_none_or(|limit| part.rows() == 0 || room(limit, part, block, 1) > 0) {
            return Ok(number);
        }
        let jobs = part.end();
        outcome.jobs.extend(jobs.into_iter().map(|(job, work)| (JobId { part: number, number: job }, work)));
        self.close_if_complete(number)?;
        self.open(partition, encoder)
    }

    fn open(&mut self, partition: &str, encoder: &dyn TableEncoder) -> Result<u64, WriteError> {
        let volumes = self.volumes.as_mut().expect("one file is open from the start");
        let lane = self.lanes.entry(partition.to_owned()).or_default();
        let part = Part::new(encoder.joiner(), volumes.open(partition, lane.count + 1)?);
        let number = self.opened;
        *lane = Lane { part: number, count: lane.count + 1 };
        self.parts.insert(number, part);
        self.opened += 1;
        self.wake(number)?;
        Ok(number)
    }

    /// Notes that a part's file is open, and lets the one rest that has not been written to for longest.
    fn wake(&mut self, number: u64) -> Result<(), WriteError> {
        if self.volumes.is_none() || self.awake.back() == Some(&number) {
            return Ok(());
        }
        self.awake.retain(|other| *other != number);
        self.awake.push_back(number);
        if self.awake.len() > MOST_OPEN
            && let Some(part) = self.awake.pop_front().and_then(|longest| self.parts.get_mut(&longest))
        {
            part.rest()?;
        }
        Ok(())
    }

    fn write(&mut self, number: u64, block: Block, rows: u64, outcome: &mut Spreading) -> Result<(), WriteError> {
        let part = self.parts.get_mut(&number).expect("the part is in writing");
        let before = part.bytes();
        let (jobs, buffer) = part.append(block, rows)?;
        outcome.bytes += part.bytes() - before;
        outcome.buffers.extend(buffer);
        outcome.jobs.extend(jobs.into_iter().map(|(job, work)| (JobId { part: number, number: job }, work)));
        self.wake(number)
    }

    /// Says that no block follows; gives the last jobs.
    pub fn end(&mut self) -> Result<Vec<(JobId, Job)>, WriteError> {
        let mut jobs = Vec::new();
        let writing: Vec<u64> = self.lanes.values().map(|lane| lane.part).collect();
        for part in writing {
            let last = self.parts.get_mut(&part).expect("the part of a lane is in writing").end();
            jobs.extend(last.into_iter().map(|(number, job)| (JobId { part, number }, job)));
            self.close_if_complete(part)?;
        }
        Ok(jobs)
    }

    /// Takes the result of a job; gives the bytes written and how many jobs have been committed.
    pub fn commit(&mut self, id: JobId, encoded: std::io::Result<Encoded>) -> Result<(u64, usize), WriteError> {
        let part = self.parts.get_mut(&id.part).expect("a part with a job under way is not closed");
        let encoded = encoded.map_err(|error| part.error(error))?;
        let before = part.bytes();
        let committed = part.commit(id.number, encoded)?;
        let bytes = part.bytes() - before;
        self.wake(id.part)?;
        self.close_if_complete(id.part)?;
        Ok((bytes, committed))
    }

    /// Closes a part that has all its rows. One file is closed by whoever opened it: more may go into it.
    fn close_if_complete(&mut self, number: u64) -> Result<(), WriteError> {
        let Some(volumes) = &self.volumes else { return Ok(()) };
        let Some(part) = self.parts.remove(&number) else { return Ok(()) };
        if part.is_complete() {
            self.awake.retain(|other| *other != number);
            let (sink, rows) = part.finish()?;
            self.finished.push(volumes.close(sink, rows)?);
        } else {
            self.parts.insert(number, part);
        }
        Ok(())
    }

    /// The one file, after all blocks.
    pub fn into_part(mut self) -> Option<Part> {
        self.parts.pop_first().map(|(_, part)| part)
    }

    /// The parts, after all blocks and jobs, in the order of their paths.
    pub fn into_finished(mut self) -> Vec<Finished> {
        self.finished.sort_by(|one, other| one.path.cmp(&other.path));
        self.finished
    }

    /// Whether rows go into parts.
    pub fn is_parts(&self) -> bool {
        self.volumes.is_some()
    }
}

/// Rows of a block for which a part has room; at least one if it has none yet.
fn room(limit: Limit, part: &Part, block: &Block, rows: u64) -> u64 {
    let most = match (limit, block) {
        (Limit::Rows(most), _) => most - part.rows().min(most),
        (Limit::Bytes { most, around }, Block::Lines { ends, .. }) => {
            let free = most.saturating_sub(around + part.text());
            ends.partition_point(|end| u64::from(*end) <= free) as u64
        }
        (Limit::Bytes { .. }, _) => unreachable!("only lines of text are cut by bytes"),
    };
    most.min(rows).max(u64::from(part.rows() == 0))
}

/// The first `at` rows of a block, and the others.
fn cut(block: Block, rows: u64, at: u64) -> (Block, Option<Block>) {
    if at == rows {
        return (block, None);
    }
    let row = at as usize;
    match block {
        Block::Rows(batch) => {
            let rest = batch.slice(row, batch.num_rows() - row);
            (Block::Rows(batch.slice(0, row)), Some(Block::Rows(rest)))
        }
        Block::Lines { mut bytes, mut ends } => {
            let end = ends[row - 1];
            let rest = Block::Lines {
                bytes: bytes.split_off(end as usize),
                ends: ends.split_off(row).into_iter().map(|behind| behind - end).collect(),
            };
            (Block::Lines { bytes, ends }, Some(rest))
        }
        Block::Bytes(_) => unreachable!("a stream of parts asks its encoder for lines"),
    }
}
