//! Outputs and tables in, [`Prepared`] out, or all that is wrong with them: everything is checked before the first row.

#![expect(clippy::disallowed_methods, reason = "this stage writes to the disk")]

use super::error::{RunError, WriteError};
use super::part::{Finished, Part};
use super::partition::Partition;
use super::pipeline::{self, Chunk, Progress, Stream};
use super::planning::{OutputSpec, Place, PlannedFile, STDOUT, Split, is_stream, plan_files};
use super::sink::{Sink, stdout};
use super::spread::Spread;
use super::staging::{Staging, folder};
use super::targets::{check_clashes, check_existing};
use super::template::PartPath;
use super::volumes::{Limit, Volumes, write_sidecars};
use crate::content::Digest;
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::formats::{FormatDef, Layout, Origin, Problem, TableShape};
use rayon::ThreadPool;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// How outputs are treated.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Whether files that exist are replaced; else they are an error.
    pub overwrite: bool,
    /// Files that may be replaced in any case.
    pub replaceable: Vec<PathBuf>,
    /// Where notes on the build will stand.
    pub notes: Vec<NotePlace>,
    /// Whether the SHA-256 of every file is taken, at about half a nanosecond a byte.
    pub hash: bool,
    /// Whether the digests of all columns are taken, at about two nanoseconds a cell.
    pub digest: bool,
}

impl Settings {
    /// Whether a file that exists at this path is replaced.
    pub(super) fn replaces(&self, path: &Path) -> bool {
        self.overwrite || self.replaceable.iter().any(|other| other == path)
    }
}

/// A file of a finished build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The number of the output that it belongs to.
    pub output: usize,
    /// The path, or `-` for standard output.
    pub path: String,
    /// The format's name.
    pub format: &'static str,
    /// Numbers of the tables in it, in their order.
    pub tables: Vec<usize>,
    /// Rows in it.
    pub rows: u64,
    /// Its length.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal digits, if asked for.
    pub sha256: Option<String>,
}

/// What a finished build has made, just before its files get their names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The files.
    pub written: Vec<Written>,
    /// The digests of the columns of each table, if asked for; none for a table without rows.
    pub contents: Vec<Vec<Digest>>,
}

/// Where a note on a build will stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotePlace {
    /// Its path.
    pub path: PathBuf,
    /// Where the spec asks for it.
    pub span: Option<Span>,
}

/// A file that says something of a build, such as its manifest: a path, and its content.
pub type Note = (PathBuf, Vec<u8>);

/// A build that is ready for its first row. Dropped, it leaves nothing behind.
pub struct Prepared {
    staging: Arc<Mutex<Staging>>,
    files: Vec<OpenFile>,
    tables: usize,
    digest: bool,
}

struct OpenFile {
    output: usize,
    def: &'static FormatDef,
    path: String,
    tables: Vec<usize>,
    tail: Vec<u8>,
    streams: Vec<Stream>,
    /// The files in which the tables behind the first one wait for their turn.
    spools: Vec<File>,
}

/// Checks outputs against tables and opens all files. `locate` gives the span of a table or column that a format
/// cannot hold; `rows` counts the rows of a table by its number, which may take a while.
pub fn prepare(
    outputs: &[OutputSpec],
    tables: &[TableShape],
    origin: &Origin,
    settings: &Settings,
    locate: &dyn Fn(&Problem) -> Option<Span>,
    rows: &dyn Fn(usize) -> u64,
) -> Result<Prepared, Diagnostics> {
    let mut found = Diagnostics::new();
    let planned = plan_files(outputs, tables, origin, locate, rows, &mut found);
    check_clashes(&planned, &settings.notes, &mut found);
    let stale = check_existing(&planned, settings, &mut found);
    if found.has_errors() {
        return Err(found);
    }
    let staging = Arc::new(Mutex::new(Staging::default()));
    stale.into_iter().for_each(|path| lock(&staging).remove(path));
    let mut prepared = Prepared { staging, files: Vec::new(), tables: tables.len(), digest: settings.digest };
    for file in planned {
        let span = file.span;
        if let Err(error) = prepared.open(file, settings) {
            found.push(cannot_write(&error.path, &error.source).located(span));
        }
    }
    found.into_result(prepared).map(|(prepared, _)| prepared)
}

/// Checks outputs against tables without a look at what is there: what is wrong with them wherever they are built. `notes`
/// are files that will say something of the build; the others are those of [`prepare`].
pub fn check(
    outputs: &[OutputSpec],
    tables: &[TableShape],
    origin: &Origin,
    notes: &[NotePlace],
    locate: &dyn Fn(&Problem) -> Option<Span>,
    rows: &dyn Fn(usize) -> u64,
) -> Diagnostics {
    let mut found = Diagnostics::new();
    let planned = plan_files(outputs, tables, origin, locate, rows, &mut found);
    check_clashes(&planned, notes, &mut found);
    found
}

/// The value is whole even if a thread has panicked.
fn lock(staging: &Mutex<Staging>) -> std::sync::MutexGuard<'_, Staging> {
    staging.lock().unwrap_or_else(PoisonError::into_inner)
}

/// `E0708`, with what the operating system says.
pub(super) fn cannot_write(target: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::error("E0708", format!("cannot write `{target}`: {error}"))
        .help("choose a folder that exists or can be made, and in which you may write")
}

impl Prepared {
    fn open(&mut self, file: PlannedFile, settings: &Settings) -> Result<(), WriteError> {
        let PlannedFile { output, def, place, tables, layout, .. } = file;
        let opened = match place {
            Place::File(path) => {
                let failed = |source| WriteError { path: path.clone(), source };
                let tail = layout.tail.clone();
                let (streams, spools) = self.open_file(&path, &tables, layout, settings).map_err(failed)?;
                OpenFile { output, def, path, tables, tail, streams, spools }
            }
            Place::Parts { path, split, partition } => {
                let shown = path.folder().display().to_string();
                let streams = vec![self.open_parts(path, split, partition, tables[0], layout, settings)?];
                OpenFile { output, def, path: shown, tables, tail: Vec::new(), streams, spools: Vec::new() }
            }
        };
        self.files.push(opened);
        Ok(())
    }

    /// The streams into a file, and the spools of the tables behind the first.
    fn open_file(
        &mut self,
        path: &str,
        tables: &[usize],
        layout: Layout,
        settings: &Settings,
    ) -> io::Result<(Vec<Stream>, Vec<File>)> {
        let mut sink = Sink::new(path, self.open_target(path, settings)?, settings.hash);
        if !is_stream(path) {
            let target = Path::new(path);
            let overwrite = settings.overwrite || !settings.replaceable.is_empty();
            write_sidecars(&mut lock(&self.staging), folder(target), target, &layout.sidecars, overwrite)?;
        }
        sink.write_all(&layout.head)?;
        let mut spools = Vec::new();
        let mut streams = Vec::new();
        let mut first = Some(sink);
        for (table, encoder) in tables.iter().zip(layout.encoders) {
            let sink = match first.take() {
                Some(sink) => sink,
                None => {
                    let spool = open_spool(path)?;
                    spools.push(spool.try_clone()?);
                    Sink::new(path, spool, false)
                }
            };
            let spread = Spread::one(Part::new(encoder.joiner(), sink));
            streams.push(Stream::new(*table, encoder, None, spread));
        }
        Ok((streams, spools))
    }

    fn open_target(&mut self, target: &str, settings: &Settings) -> io::Result<Box<dyn Write + Send>> {
        if target == STDOUT {
            return stdout();
        }
        if is_stream(target) {
            return Ok(Box::new(OpenOptions::new().write(true).open(target)?));
        }
        let path = Path::new(target);
        Ok(Box::new(lock(&self.staging).create(folder(path), path, settings.replaces(path))?.1))
    }

    fn open_parts(
        &mut self,
        path: PartPath,
        split: Option<Split>,
        partition: Option<Partition>,
        table: usize,
        mut layout: Layout,
        settings: &Settings,
    ) -> Result<Stream, WriteError> {
        let around = (layout.head.len() + layout.tail.len()) as u64;
        let limit = split.map(|split| match split {
            Split::Rows(rows) => Limit::Rows(rows),
            Split::Bytes(most) => Limit::Bytes { most, around },
        });
        let levels = partition.as_ref().map_or(0, Partition::levels);
        lock(&self.staging).parts(path.clone(), levels, settings.overwrite);
        let encoder = layout.encoders.pop().expect("a layout has an encoder a table");
        let volumes = Volumes {
            path,
            limit,
            is_partitioned: partition.is_some(),
            head: layout.head,
            tail: layout.tail,
            sidecars: Arc::new(layout.sidecars),
            staging: self.staging.clone(),
            overwrite: settings.overwrite || !settings.replaceable.is_empty(),
            hash: settings.hash,
        };
        let spread = Spread::parts(volumes, &*encoder)?;
        Ok(Stream::new(table, encoder, partition, spread))
    }

    /// Makes all chunks on the threads of `pool`, writes them and commits; see [`pipeline::run`]. `notes` gives files that say
    /// something of the whole; they get their names last. On an error nothing is left behind.
    pub fn run<E: Send, F: Fn(usize) -> Result<Chunk, E> + Sync>(
        self,
        pool: &ThreadPool,
        chunks: usize,
        produce: &F,
        notes: &dyn Fn(&Outcome) -> Vec<Note>,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Result<Outcome, RunError<E>> {
        let Self { staging, mut files, tables, digest } = self;
        let streams: Vec<Stream> = files.iter_mut().flat_map(|file| std::mem::take(&mut file.streams)).collect();
        let contents = pipeline::run(pool, chunks, produce, &streams, digest.then_some(tables), progress)?;
        let mut streams = streams.into_iter();
        let mut written = Vec::new();
        for mut file in files {
            file.streams = streams.by_ref().take(file.tables.len()).collect();
            written.extend(file.finish()?);
        }
        let mut staging = std::mem::take(&mut *lock(&staging));
        for file in &written {
            staging.keep(Path::new(&file.path));
        }
        let outcome = Outcome { written, contents };
        for (path, content) in notes(&outcome) {
            let write = |staging: &mut Staging| staging.create(folder(&path), &path, true)?.1.write_all(&content);
            write(&mut staging).map_err(|source| WriteError { path: path.display().to_string(), source })?;
        }
        staging.commit()?;
        Ok(outcome)
    }
}

/// A file without a name, in the folder of the target where there is one.
fn open_spool(target: &str) -> io::Result<File> {
    match Path::new(target).parent().filter(|_| !is_stream(target)) {
        Some(folder) if !folder.as_os_str().is_empty() => tempfile::tempfile_in(folder),
        Some(_) => tempfile::tempfile_in("."),
        None => tempfile::tempfile(),
    }
}

/// Bytes of a spool that are copied at once.
const COPY: usize = 256 * 1024;

/// Appends a whole spool.
fn copy(spool: &mut File, sink: &mut Sink) -> io::Result<()> {
    spool.rewind()?;
    let mut buffer = vec![0; COPY];
    loop {
        match spool.read(&mut buffer)? {
            0 => return Ok(()),
            read => sink.write_all(&buffer[..read])?,
        }
    }
}

impl OpenFile {
    fn finish(mut self) -> Result<Vec<Written>, WriteError> {
        let streams = std::mem::take(&mut self.streams);
        let spreads: Vec<Spread> = streams.into_iter().map(Stream::into_spread).collect();
        if spreads.iter().any(Spread::is_parts) {
            let finished = spreads.into_iter().flat_map(Spread::into_finished);
            return Ok(finished.map(|finished| self.written(finished)).collect());
        }
        let mut sinks = Vec::new();
        let mut rows = 0;
        for part in spreads.into_iter().filter_map(Spread::into_part) {
            let (sink, part_rows) = part.finish()?;
            sinks.push(sink);
            rows += part_rows;
        }
        let mut sinks = sinks.into_iter();
        let mut main = sinks.next().expect("every file has a table");
        for (sink, spool) in sinks.zip(&mut self.spools) {
            sink.close()?;
            copy(spool, &mut main).map_err(|error| main.error(error))?;
        }
        main.write_all(&self.tail).map_err(|error| main.error(error))?;
        let (bytes, sha256) = main.close()?;
        Ok(vec![self.written(Finished { path: self.path.clone(), rows, bytes, sha256 })])
    }

    fn written(&self, finished: Finished) -> Written {
        let Finished { path, rows, bytes, sha256 } = finished;
        let tables = self.tables.clone();
        Written { output: self.output, path, format: self.def.name, tables, rows, bytes, sha256 }
    }
}
