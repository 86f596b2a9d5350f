//! Chunk numbers in, encoded tables in order out: the loop that all worker threads run.
//!
//! A worker takes the first of these that is to be had: the next chunk in order, to append it; a job that an
//! appended chunk has completed; a new chunk, to make its rows and encode them for every stream. Only appending is
//! in order, and one worker does it while the others go on. Chunks in flight and jobs in flight are bounded, and so is
//! memory. Buffers go back to the stream that used them.

use super::error::{RunError, WriteError};
use super::partition::{Partition, Piece};
use super::spread::{JobId, Spread};
use crate::content::Digest;
use crate::formats::{Job, TableEncoder};
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
    partition: Option<Partition>,
    ordered: Mutex<Spread>,
    buffers: Mutex<Vec<Vec<u8>>>,
}

impl Stream {
    /// A stream of the table with that number.
    pub fn new(table: usize, encoder: Box<dyn TableEncoder>, partition: Option<Partition>, spread: Spread) -> Self {
        Self { table, encoder, partition, ordered: Mutex::new(spread), buffers: Mutex::new(Vec::new()) }
    }

    /// What has become of its rows, after all chunks.
    pub fn into_spread(self) -> Spread {
        self.ordered.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    fn encode(&self, batch: &RecordBatch) -> Vec<Piece> {
        match &self.partition {
            None => vec![self.piece(String::new(), batch)],
            Some(partition) => {
                partition.split(batch).into_iter().map(|(folders, rows)| self.piece(folders, &rows)).collect()
            }
        }
    }

    fn piece(&self, partition: String, batch: &RecordBatch) -> Piece {
        let buffer = lock(&self.buffers).pop().unwrap_or_default();
        Piece { partition, block: self.encoder.encode(batch, buffer), rows: batch.num_rows() as u64 }
    }

    /// Appends encoded rows; gives the bytes written and the jobs that came of them.
    fn append(&self, pieces: Vec<Piece>) -> Result<(u64, Vec<(JobId, Job)>), WriteError> {
        let outcome = lock(&self.ordered).append(pieces, &*self.encoder)?;
        lock(&self.buffers).extend(outcome.buffers);
        Ok((outcome.bytes, outcome.jobs))
    }

    fn end(&self) -> Result<Vec<(JobId, Job)>, WriteError> {
        lock(&self.ordered).end()
    }

    /// Runs a job and commits all results whose turn it is; gives the bytes written and how many they were.
    fn run(&self, id: JobId, job: Job) -> Result<(u64, usize), WriteError> {
        let encoded = job();
        lock(&self.ordered).commit(id, encoded)
    }
}

/// An encoded chunk that waits for its turn.
struct Ready {
    /// Rows by table number, and the digests of their columns where these are wanted.
    rows: Vec<(usize, u64, Vec<Digest>)>,
    /// Encoded rows with the number of their stream.
    blocks: Vec<(usize, Vec<Piece>)>,
}

/// What a worker does next.
enum Task {
    Append(Ready),
    End,
    Job(usize, JobId, Job),
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
    jobs: VecDeque<(usize, JobId, Job)>,
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
    /// The digests of the columns of each table, as far as chunks have been appended; `None` where nobody asks.
    contents: Option<Mutex<Vec<Vec<Digest>>>>,
    progress: &'a (dyn Fn(Progress) + Sync),
    state: Mutex<State<E>>,
    changed: Condvar,
}

/// Makes `chunks` chunks on all threads of `pool` and writes them in order to the streams. Of several errors, the one
/// of the first chunk is returned, whatever the threads did. With `digested`, a number of tables, gives the digests of
/// their columns.
pub fn run<E: Send, F: Fn(usize) -> Result<Chunk, E> + Sync>(
    pool: &ThreadPool,
    chunks: usize,
    produce: &F,
    streams: &[Stream],
    digested: Option<usize>,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Vec<Vec<Digest>>, RunError<E>> {
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
    let contents = digested.map(|tables| Mutex::new(vec![Vec::new(); tables]));
    let (state, changed) = (Mutex::new(state), Condvar::new());
    let pipeline = Pipeline { chunks, threads, produce, streams, contents, progress, state, changed };
    pool.broadcast(|_| pipeline.work());
    let Pipeline { state, contents, .. } = pipeline;
    match state.into_inner().unwrap_or_else(PoisonError::into_inner).error {
        Some((_, error)) => Err(error),
        None => Ok(contents.map(|all| all.into_inner().unwrap_or_else(PoisonError::into_inner)).unwrap_or_default()),
    }
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
        let digests = |batch| if self.contents.is_some() { Digest::of_columns(batch) } else { Vec::new() };
        let rows = batches.iter().map(|(table, batch)| (*table, batch.num_rows() as u64, digests(batch))).collect();
        let mut blocks = Vec::new();
        for (table, batch) in batches.iter().filter(|(_, batch)| batch.num_rows() > 0) {
            let streams = self.streams.iter().enumerate().filter(|(_, stream)| stream.table == *table);
            blocks.extend(streams.map(|(number, stream)| (number, stream.encode(batch))));
        }
        Ready { rows, blocks }
    }

    fn append(&self, ready: Ready) {
        let turn = lock(&self.state).appended;
        for (table, rows, digests) in ready.rows {
            (self.progress)(Progress { table, rows, bytes: 0 });
            self.add(table, digests);
        }
        for (number, pieces) in ready.blocks {
            let stream = &self.streams[number];
            match stream.append(pieces) {
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
            match stream.end() {
                Ok(jobs) => self.queue(number, jobs),
                Err(error) => return self.fail(usize::MAX, error.into()),
            }
        }
        self.change(|state| state.appending = false);
    }

    /// Joins the digests of a chunk to those of the chunks before it.
    fn add(&self, table: usize, digests: Vec<Digest>) {
        let Some(contents) = &self.contents else { return };
        let all = &mut lock(contents)[table];
        match all.is_empty() {
            true => *all = digests,
            false => all.iter_mut().zip(digests).for_each(|(whole, part)| *whole = whole.then(part)),
        }
    }

    fn queue(&self, stream: usize, jobs: Vec<(JobId, Job)>) {
        if !jobs.is_empty() {
            self.change(|state| {
                state.uncommitted += jobs.len();
                state.jobs.extend(jobs.into_iter().map(|(id, job)| (stream, id, job)));
            });
        }
    }

    fn run_job(&self, stream: usize, id: JobId, job: Job) {
        let stream = &self.streams[stream];
        match stream.run(id, job) {
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
