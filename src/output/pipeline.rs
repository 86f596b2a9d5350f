//! Chunk numbers in, encoded tables in order out: the loop that all worker threads run.
//!
//! A worker takes the first of these that is to be had: the next chunk in order, to append it; a job that an
//! appended chunk has completed; a new chunk, to make its rows and encode them for every stream. Only appending is
//! in order, and one worker does it while the others go on. Chunks in flight and jobs in flight are bounded, and so is
//! memory. Buffers go back to the stream that used them.

use super::error::{RunError, WriteError};
use super::sink::Sink;
use crate::formats::{Block, Encoded, Job, Joiner, TableEncoder};
use arrow_array::RecordBatch;
use rayon::ThreadPool;
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// The rows of a chunk: batches with the number of their table, in the order in which they are to be written.
pub type Chunk = Vec<(usize, RecordBatch)>;

/// What has been written since the last report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The number of the table.
    pub table: usize,
    /// Rows that are done; counted once, whatever the number of outputs.
    pub rows: u64,
    /// Bytes that they took, in all outputs. Bytes of formats that gather rows come later than the rows.
    pub bytes: u64,
}

/// One table on its way into one output.
pub struct Stream {
    /// The number of the table.
    table: usize,
    encoder: Box<dyn TableEncoder>,
    ordered: Mutex<Ordered>,
    buffers: Mutex<Vec<Vec<u8>>>,
}

/// The half of a stream that sees blocks in order.
struct Ordered {
    joiner: Box<dyn Joiner>,
    sink: Sink,
    /// Number of the next job to be handed out, and of the next to be committed.
    next_job: u64,
    next_commit: u64,
    /// Results that wait for those before them.
    parked: BTreeMap<u64, Encoded>,
}

impl Stream {
    /// A stream of the table with that number.
    pub fn new(table: usize, encoder: Box<dyn TableEncoder>, sink: Sink) -> Self {
        let joiner = encoder.joiner();
        let ordered = Ordered { joiner, sink, next_job: 0, next_commit: 0, parked: BTreeMap::new() };
        Self { table, encoder, ordered: Mutex::new(ordered), buffers: Mutex::new(Vec::new()) }
    }

    /// Writes what closes the table, after all chunks.
    pub fn finish(self) -> Result<Sink, WriteError> {
        let mut ordered = self.ordered.into_inner().unwrap_or_else(PoisonError::into_inner);
        match ordered.joiner.finish(&mut ordered.sink) {
            Ok(()) => Ok(ordered.sink),
            Err(error) => Err(ordered.sink.error(error)),
        }
    }

    fn encode(&self, batch: &RecordBatch) -> Block {
        let buffer = lock(&self.buffers).pop().unwrap_or_default();
        self.encoder.encode(batch, buffer)
    }

    /// Appends a block; gives the bytes written and the jobs that came of it, with their numbers.
    fn append(&self, block: Block) -> Result<(u64, Vec<(u64, Job)>), WriteError> {
        let mut ordered = lock(&self.ordered);
        let Ordered { joiner, sink, .. } = &mut *ordered;
        let before = sink.bytes();
        let appended = joiner.append(block, sink).map_err(|error| sink.error(error))?;
        let bytes = sink.bytes() - before;
        lock(&self.buffers).extend(appended.buffer);
        Ok((bytes, ordered.number(appended.jobs)))
    }

    fn end(&self) -> Vec<(u64, Job)> {
        let mut ordered = lock(&self.ordered);
        let jobs = ordered.joiner.end();
        ordered.number(jobs)
    }

    /// Runs a job and commits all results whose turn it is; gives the bytes written and how many they were.
    fn run(&self, number: u64, job: Job) -> Result<(u64, usize), WriteError> {
        let encoded = job();
        let mut ordered = lock(&self.ordered);
        let Ordered { joiner, sink, next_commit, parked, .. } = &mut *ordered;
        let (bytes, first) = (sink.bytes(), *next_commit);
        parked.insert(number, encoded.map_err(|error| sink.error(error))?);
        while let Some(encoded) = parked.remove(next_commit) {
            joiner.commit(encoded, sink).map_err(|error| sink.error(error))?;
            *next_commit += 1;
        }
        Ok((sink.bytes() - bytes, (*next_commit - first) as usize))
    }
}

impl Ordered {
    fn number(&mut self, jobs: Vec<Job>) -> Vec<(u64, Job)> {
        let first = self.next_job;
        self.next_job += jobs.len() as u64;
        (first..).zip(jobs).collect()
    }
}

/// An encoded chunk that waits for its turn.
struct Ready {
    /// Rows by table number.
    rows: Vec<(usize, u64)>,
    /// Blocks with the number of their stream.
    blocks: Vec<(usize, Block)>,
}

/// What a worker does next.
enum Task {
    Append(Ready),
    End,
    Job(usize, u64, Job),
    Produce(usize),
    Stop,
}

/// What the workers agree on.
struct State<E> {
    /// The next chunk to be made, and the next to be appended.
    next: usize,
    appended: usize,
    /// Whether a worker is appending, and whether the streams have been told that no more chunks follow.
    appending: bool,
    ended: bool,
    ready: BTreeMap<usize, Ready>,
    jobs: VecDeque<(usize, u64, Job)>,
    /// Jobs that are not committed yet.
    uncommitted: usize,
    /// The error of the first chunk that has one.
    error: Option<(usize, RunError<E>)>,
    panicked: bool,
}

struct Pipeline<'a, E, F> {
    chunks: usize,
    threads: usize,
    produce: &'a F,
    streams: &'a [Stream],
    progress: &'a (dyn Fn(Progress) + Sync),
    state: Mutex<State<E>>,
    changed: Condvar,
}

/// Makes `chunks` chunks on all threads of `pool` and writes them in order to the streams. Of several errors, the one
/// of the first chunk is returned, whatever the threads did.
pub fn run<E: Send, F: Fn(usize) -> Result<Chunk, E> + Sync>(
    pool: &ThreadPool,
    chunks: usize,
    produce: &F,
    streams: &[Stream],
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<(), RunError<E>> {
    let state = State {
        next: 0,
        appended: 0,
        appending: false,
        ended: false,
        ready: BTreeMap::new(),
        jobs: VecDeque::new(),
        uncommitted: 0,
        error: None,
        panicked: false,
    };
    let threads = pool.current_num_threads();
    let pipeline =
        Pipeline { chunks, threads, produce, streams, progress, state: Mutex::new(state), changed: Condvar::new() };
    pool.broadcast(|_| pipeline.work());
    let state = pipeline.state.into_inner().unwrap_or_else(PoisonError::into_inner);
    state.error.map_or(Ok(()), |(_, error)| Err(error))
}

impl<E: Send, F: Fn(usize) -> Result<Chunk, E> + Sync> Pipeline<'_, E, F> {
    fn work(&self) {
        let _guard = StopOnPanic(self);
        loop {
            match self.next_task() {
                Task::Append(ready) => self.append(ready),
                Task::End => self.end(),
                Task::Job(stream, number, job) => self.run_job(stream, number, job),
                Task::Produce(chunk) => self.make(chunk),
                Task::Stop => return,
            }
        }
    }

    fn next_task(&self) -> Task {
        let mut state = lock(&self.state);
        loop {
            match self.choose(&mut state) {
                Some(task) => return task,
                None => state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }

    fn choose(&self, state: &mut State<E>) -> Option<Task> {
        if state.error.is_some() || state.panicked {
            return Some(Task::Stop);
        }
        if !state.appending {
            let turn = state.appended;
            if let Some(ready) = state.ready.remove(&turn) {
                state.appending = true;
                return Some(Task::Append(ready));
            }
            if turn == self.chunks && !state.ended {
                state.ended = true;
                state.appending = true;
                return Some(Task::End);
            }
        }
        if let Some((stream, number, job)) = state.jobs.pop_front() {
            return Some(Task::Job(stream, number, job));
        }
        if state.next < self.chunks
            && state.next < state.appended + 2 * self.threads
            && state.uncommitted < 2 * self.threads
        {
            state.next += 1;
            return Some(Task::Produce(state.next - 1));
        }
        (state.ended && !state.appending && state.uncommitted == 0).then_some(Task::Stop)
    }

    fn make(&self, chunk: usize) {
        match (self.produce)(chunk) {
            Ok(batches) => {
                let ready = self.encode(&batches);
                self.change(|state| drop(state.ready.insert(chunk, ready)));
            }
            Err(error) => self.fail(chunk, RunError::Produce(error)),
        }
    }

    fn encode(&self, batches: &[(usize, RecordBatch)]) -> Ready {
        let rows = batches.iter().map(|(table, batch)| (*table, batch.num_rows() as u64)).collect();
        let mut blocks = Vec::new();
        for (table, batch) in batches.iter().filter(|(_, batch)| batch.num_rows() > 0) {
            let streams = self.streams.iter().enumerate().filter(|(_, stream)| stream.table == *table);
            blocks.extend(streams.map(|(number, stream)| (number, stream.encode(batch))));
        }
        Ready { rows, blocks }
    }

    fn append(&self, ready: Ready) {
        let turn = lock(&self.state).appended;
        for (table, rows) in ready.rows {
            (self.progress)(Progress { table, rows, bytes: 0 });
        }
        for (number, block) in ready.blocks {
            let stream = &self.streams[number];
            match stream.append(block) {
                Ok((bytes, jobs)) => {
                    (self.progress)(Progress { table: stream.table, rows: 0, bytes });
                    self.queue(number, jobs);
                }
                Err(error) => return self.fail(turn, error.into()),
            }
        }
        self.change(|state| {
            state.appended += 1;
            state.appending = false;
        });
    }

    fn end(&self) {
        for (number, stream) in self.streams.iter().enumerate() {
            self.queue(number, stream.end());
        }
        self.change(|state| state.appending = false);
    }

    fn queue(&self, stream: usize, jobs: Vec<(u64, Job)>) {
        if !jobs.is_empty() {
            self.change(|state| {
                state.uncommitted += jobs.len();
                state.jobs.extend(jobs.into_iter().map(|(number, job)| (stream, number, job)));
            });
        }
    }

    fn run_job(&self, stream: usize, number: u64, job: Job) {
        let stream = &self.streams[stream];
        match stream.run(number, job) {
            Ok((bytes, committed)) => {
                (self.progress)(Progress { table: stream.table, rows: 0, bytes });
                self.change(|state| state.uncommitted -= committed);
            }
            Err(error) => self.fail(usize::MAX, error.into()),
        }
    }

    /// Keeps the error if no chunk before this one has failed.
    fn fail(&self, chunk: usize, error: RunError<E>) {
        self.change(|state| match &state.error {
            Some((earlier, _)) if *earlier <= chunk => {}
            _ => state.error = Some((chunk, error)),
        });
    }

    fn change(&self, change: impl FnOnce(&mut State<E>)) {
        change(&mut lock(&self.state));
        self.changed.notify_all();
    }
}

/// Frees the workers that wait for one that has panicked.
struct StopOnPanic<'a, 'b, E: Send, F: Fn(usize) -> Result<Chunk, E> + Sync>(&'a Pipeline<'b, E, F>);

impl<E: Send, F: Fn(usize) -> Result<Chunk, E> + Sync> Drop for StopOnPanic<'_, '_, E, F> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.change(|state| state.panicked = true);
        }
    }
}

/// A panic elsewhere has been reported by then; the value is still whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
