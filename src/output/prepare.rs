//! Outputs and tables in, [`Prepared`] out, or all that is wrong with them: everything is checked before the first row.

#![expect(clippy::disallowed_methods, reason = "this stage writes to the disk")]

use super::error::{RunError, WriteError};
use super::existing::{Existing, existing_parts};
use super::part::{Finished, Part};
use super::partition::Partition;
use super::pipeline::{self, Chunk, Progress, Stream};
use super::sink::{Sink, stdout};
use super::spread::Spread;
use super::staging::{Staging, folder};
use super::template::{PartPath, PathTemplate};
use super::volumes::{Limit, Volumes, write_sidecars};
use crate::content::Digest;
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::formats::{self, Format, FormatDef, Layout, Opening, Origin, Problem, TableShape};
use rayon::ThreadPool;
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// The path that means standard output.
const STDOUT: &str = "-";

/// One output of a build.
#[derive(Debug, Clone)]
pub struct OutputSpec {
    /// The format's name.
    pub format: String,
    /// A path template, `-` for standard output. Without `{table}` all tables go into one file.
    pub path: String,
    /// The format's options: an object, or null.
    pub options: serde_json::Value,
    /// Numbers of the tables that it takes; all without.
    pub tables: Option<Vec<usize>>,
    /// When a file is full and another one begins.
    pub split: Option<Split>,
    /// Columns whose values spread a table's rows over folders, outermost first.
    pub partition_by: Vec<String>,
    /// Whether a manifest stands in its folder.
    pub manifest: bool,
    /// Where the spec speaks of it.
    pub span: Option<Span>,
}

/// When a part of a table is full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Split {
    /// When it has so many rows, at least 1.
    Rows(u64),
    /// When another row would take it beyond so many bytes; a row that is longer has a part of its own.
    Bytes(u64),
}

impl OutputSpec {
    /// All rows of the chosen tables, in a format, to a path.
    pub fn new(format: impl Into<String>, path: impl Into<String>) -> Self {
        Self {
            format: format.into(),
            path: path.into(),
            options: serde_json::Value::Null,
            tables: None,
            split: None,
            partition_by: Vec::new(),
            manifest: false,
            span: None,
        }
    }

    /// Whether it goes to standard output, a device, a pipe or a socket, and not to a file.
    pub fn is_stream(&self) -> bool {
        is_stream(&self.path)
    }

    /// Rows that one file holds at most, of a table with so many.
    fn rows_of_file(&self, rows: u64) -> u64 {
        match self.split {
            Some(Split::Rows(most)) => rows.min(most),
            _ => rows,
        }
    }

    /// Whether its tables are written in parts.
    fn is_parts(&self) -> bool {
        self.split.is_some() || !self.partition_by.is_empty()
    }

    /// Numbers of the tables that it takes, of so many.
    fn chosen(&self, tables: usize) -> Vec<usize> {
        self.tables.clone().unwrap_or_else(|| (0..tables).collect())
    }
}

/// How outputs are treated.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Whether files that exist are replaced; else they are an error.
    pub overwrite: bool,
    /// Files that may be replaced in any case.
    pub replaceable: Vec<PathBuf>,
    /// Whether the SHA-256 of every file is taken, at about half a nanosecond a byte.
    pub hash: bool,
    /// Whether the digests of all columns are taken, at about two nanoseconds a cell.
    pub digest: bool,
}

impl Settings {
    fn replaces(&self, path: &Path) -> bool {
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

/// A file that says something of a build, such as its manifest: a path, and its content.
pub type Note = (PathBuf, Vec<u8>);

/// A build that is ready for its first row. Dropped, it leaves nothing behind.
pub struct Prepared {
    staging: Arc<Mutex<Staging>>,
    files: Vec<OpenFile>,
    tables: usize,
    digest: bool,
}

/// Files that are decided upon but not open yet.
struct PlannedFile {
    output: usize,
    def: &'static FormatDef,
    place: Place,
    tables: Vec<usize>,
    layout: Layout,
    span: Option<Span>,
}

/// Where rows go.
enum Place {
    /// Into one file; `-` for standard output.
    File(String),
    /// Into parts.
    Parts { path: PartPath, split: Option<Split>, partition: Option<Partition> },
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
    let mut planned = Vec::new();
    for (number, output) in outputs.iter().enumerate() {
        if let Some((def, format)) = found.take(open_format(output, tables, origin, locate, rows)) {
            let files = Planning { number, output, tables, def, format: &*format, locate }.files();
            planned.extend(found.take(files).into_iter().flatten());
        }
    }
    let stale = check_targets(&planned, settings, &mut found);
    if found.has_errors() {
        return Err(found);
    }
    let staging = Arc::new(Mutex::new(Staging::default()));
    stale.into_iter().for_each(|path| lock(&staging).remove(path));
    let mut prepared = Prepared { staging, files: Vec::new(), tables: tables.len(), digest: settings.digest };
    for file in planned {
        let span = file.span;
        if let Err(error) = prepared.open(file, settings) {
            found.push(located(cannot_write(&error.path, &error.source), span));
        }
    }
    found.into_result(prepared).map(|(prepared, _)| prepared)
}

/// The value is whole even if a thread has panicked.
fn lock(staging: &Mutex<Staging>) -> std::sync::MutexGuard<'_, Staging> {
    staging.lock().unwrap_or_else(PoisonError::into_inner)
}

fn located(diagnostic: Diagnostic, span: Option<Span>) -> Diagnostic {
    match span {
        Some(span) => diagnostic.at(span, ""),
        None => diagnostic,
    }
}

fn open_format(
    output: &OutputSpec,
    tables: &[TableShape],
    origin: &Origin,
    locate: &dyn Fn(&Problem) -> Option<Span>,
    rows: &dyn Fn(usize) -> u64,
) -> Result<(&'static FormatDef, Box<dyn Format>), Diagnostics> {
    let def = formats::find(&output.format).ok_or_else(|| {
        let error = Diagnostic::error("E0701", format!("no output format is called `{}`", output.format));
        let names = formats::FORMATS.iter().map(|def| def.name);
        let known = names.clone().collect::<Vec<_>>().join(", ");
        located(error.suggest(&output.format, names).help(format!("the formats are {known}")), output.span)
    })?;
    let numbers = output.chosen(tables.len());
    let chosen: Vec<TableShape> = numbers.iter().map(|table| tables[*table].clone()).collect();
    let format = (def.open)(&output.options, &Opening { tables: &chosen, origin }).map_err(|problem| {
        let message = format!("{} output: {}", def.name, problem.message);
        located(Diagnostic::error("E0702", message).help(problem.help), output.span)
    })?;
    let mut found = Diagnostics::new();
    let checked = chosen.iter().zip(&numbers);
    for problem in checked.flat_map(|(table, number)| format.check(table, &|| output.rows_of_file(rows(*number)))) {
        let span = locate(&problem).or(output.span);
        found.push(located(cannot_hold(def, problem), span));
    }
    found.into_result((def, format)).map(|(opened, _)| opened)
}

fn cannot_hold(def: &FormatDef, problem: Problem) -> Diagnostic {
    let place = match (&problem.table, &problem.column) {
        (Some(table), Some(column)) => format!(" `{table}.{column}`"),
        (Some(table), None) => format!(" the table `{table}`"),
        _ => String::new(),
    };
    Diagnostic::error("E0703", format!("{} cannot hold{place}: {}", def.name, problem.message)).help(problem.help)
}

/// One output on its way to files.
struct Planning<'a> {
    number: usize,
    output: &'a OutputSpec,
    tables: &'a [TableShape],
    def: &'static FormatDef,
    format: &'a dyn Format,
    locate: &'a dyn Fn(&Problem) -> Option<Span>,
}

impl Planning<'_> {
    /// The files, one a table where the path says so or where tables are written in parts.
    fn files(&self) -> Result<Vec<PlannedFile>, Diagnostics> {
        let template = self.template()?;
        let mut groups: Vec<Vec<usize>> =
            self.output.chosen(self.tables.len()).into_iter().map(|table| vec![table]).collect();
        if !template.is_per_table() {
            groups = vec![groups.concat()];
        }
        let mut files = Vec::new();
        let mut found = Diagnostics::new();
        for group in groups.into_iter().filter(|group| !group.is_empty()) {
            let file = match self.output.is_parts() {
                true => self.parts(&template, &group),
                false => self.file(&template, &group),
            };
            files.extend(found.take(file));
        }
        found.into_result(files).map(|(files, _)| files)
    }

    fn template(&self) -> Result<PathTemplate, Diagnostic> {
        let template = PathTemplate::parse(&self.output.path).map_err(|why| self.bad_path(&why))?;
        match self.output.split {
            _ if template.has_part() && !self.output.is_parts() => {
                let why = "`{part}` numbers the parts of a table, and it is not written in parts";
                Err(self.cannot_part(why, "say `split: { rows: 1M }`, or leave `{part}` out"))
            }
            Some(Split::Rows(0) | Split::Bytes(0)) => {
                Err(self.cannot_part("a part would be empty", "say how much a part holds"))
            }
            Some(Split::Bytes(_)) if !self.def.is_text => {
                let why = format!("how many bytes rows take in {} is known only when they are written", self.def.name);
                Err(self.cannot_part(&why, "split by rows, as in `split: { rows: 1M }`"))
            }
            _ if self.output.is_parts() && is_stream(&self.output.path) => {
                Err(self.cannot_part("a stream has no parts", "write to a folder"))
            }
            _ => Ok(template),
        }
    }

    fn bad_path(&self, why: &str) -> Diagnostic {
        let error = Diagnostic::error("E0704", format!("the output path `{}` cannot be used: {why}", self.output.path));
        located(error.help("write a path such as `out/{table}.csv`"), self.output.span)
    }

    fn cannot_part(&self, why: &str, help: &str) -> Diagnostic {
        let error = Diagnostic::error("E0710", format!("`{}` cannot be written in parts: {why}", self.output.path));
        located(error.help(help), self.output.span)
    }

    /// As [`Planning::bad_path`], pointing at the table where the spec has no word of the output.
    fn bad_name(&self, why: &str, table: &str) -> Diagnostic {
        match self.bad_path(why) {
            error if error.primary.is_some() => error,
            error => {
                let problem = Problem { table: Some(table.to_owned()), ..Problem::option("", "") };
                located(error, (self.locate)(&problem))
            }
        }
    }

    fn file(&self, template: &PathTemplate, group: &[usize]) -> Result<PlannedFile, Diagnostic> {
        let name = &self.tables[group[0]].name;
        let target = template.path(name).map_err(|why| self.bad_name(&why, name))?;
        let members: Vec<&TableShape> = group.iter().map(|table| &self.tables[*table]).collect();
        let layout = self.format.layout(&members, false).ok_or_else(|| holds_one(self.def, self.output))?;
        let tables = layout.order.iter().map(|position| group[*position]).collect();
        Ok(self.planned(Place::File(target.display().to_string()), tables, layout))
    }

    fn parts(&self, template: &PathTemplate, group: &[usize]) -> Result<PlannedFile, Diagnostic> {
        let [number] = group else {
            return Err(self.cannot_part("its parts would hold several tables", "put `{table}` into the path"));
        };
        if let Some(problem) = self.format.check_parts() {
            return Err(self.cannot_part(&problem.message, &problem.help));
        }
        let table = &self.tables[*number];
        let path = template.parts(&table.name).map_err(|why| self.bad_name(&why, &table.name))?;
        let (partition, shape) = match self.output.partition_by.as_slice() {
            [] => (None, table.clone()),
            names => {
                let (partition, shape) =
                    Partition::new(table, names).map_err(|error| located(error, self.output.span))?;
                (Some(partition), shape)
            }
        };
        let layout = self.format.layout(&[&shape], true).ok_or_else(|| holds_one(self.def, self.output))?;
        Ok(self.planned(Place::Parts { path, split: self.output.split, partition }, group.to_vec(), layout))
    }

    fn planned(&self, place: Place, tables: Vec<usize>, layout: Layout) -> PlannedFile {
        PlannedFile { output: self.number, def: self.def, place, tables, layout, span: self.output.span }
    }
}

fn holds_one(def: &FormatDef, output: &OutputSpec) -> Diagnostic {
    let message = format!("one {} file holds one table, and `{}` would have to hold several", def.name, output.path);
    let help = match output.path.as_str() {
        STDOUT => "choose one table, or write to a folder".to_owned(),
        _ => format!("put `{{table}}` into the path, such as `out/{{table}}.{}`", def.extension),
    };
    located(Diagnostic::error("E0707", message).help(help), output.span)
}

impl PlannedFile {
    /// The paths by which it may clash with others: its own, or its folder and the pattern of its parts.
    fn targets(&self) -> Vec<String> {
        let mut paths = match &self.place {
            Place::File(target) if is_stream(target) => return Vec::new(),
            Place::File(target) => vec![target.clone()],
            Place::Parts { path, .. } => vec![path.file("", 1).display().to_string()],
        };
        let name = |path: &str| Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned());
        let sidecars = self.layout.sidecars.iter().filter_map(|sidecar| {
            Some(Path::new(&paths[0]).with_file_name((sidecar.name)(&name(&paths[0])?)).display().to_string())
        });
        let sidecars: Vec<String> = sidecars.collect();
        paths.extend(sidecars);
        paths
    }

    /// Its files that are there already.
    fn existing(&self) -> Vec<PathBuf> {
        match &self.place {
            Place::File(_) => self
                .targets()
                .into_iter()
                .map(PathBuf::from)
                .filter(|path| fs::symlink_metadata(path).is_ok())
                .collect(),
            Place::Parts { path, partition, .. } => {
                existing_parts(path, partition.as_ref().map_or(0, Partition::levels))
            }
        }
    }
}

/// Looks for paths that are taken, by another output or by a file. Gives the parts of an earlier build that are to go.
fn check_targets(planned: &[PlannedFile], settings: &Settings, found: &mut Diagnostics) -> Vec<PathBuf> {
    let mut seen: BTreeMap<String, (PathBuf, String)> = BTreeMap::new();
    let mut existing = Existing::default();
    let mut stale = Vec::new();
    for file in planned {
        for target in file.targets() {
            // Some file systems do not tell capitals apart; a spec works on all of them or on none.
            let place = resolved(&target);
            if let Some((path, other)) = seen.get(&folded(&place)) {
                found.push(located(same_path(other, &target, *path == place), file.span));
            }
            seen.insert(folded(&place), (place, target));
        }
        let (replaced, kept): (Vec<_>, Vec<_>) = file.existing().into_iter().partition(|path| settings.replaces(path));
        existing.add(kept, file.span);
        if let Place::Parts { .. } = file.place {
            stale.extend(replaced);
        }
    }
    found.extend(existing.diagnostics());
    let to_stdout: Vec<&PlannedFile> = planned.iter().filter(|file| file.is_stdout()).collect();
    if let [_, second, ..] = to_stdout[..] {
        found.push(located(same_path(STDOUT, STDOUT, true), second.span));
    }
    stale
}

/// Where a path leads: absolute, without `.` and `..`, links among its folders followed as far as there are folders. Its
/// last part is kept as it is, for a link of that name would be replaced.
fn resolved(path: &str) -> PathBuf {
    let mut place = fs::canonicalize(".").unwrap_or_default();
    let parts: Vec<Component<'_>> = Path::new(path).components().collect();
    for (at, part) in parts.iter().enumerate() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                place.pop();
            }
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => place.push(part),
        }
        if at + 1 < parts.len() {
            place = fs::canonicalize(&place).unwrap_or(place);
        }
    }
    place
}

/// A path without regard to capitals.
fn folded(path: &Path) -> String {
    path.display().to_string().to_lowercase()
}

fn same_path(first: &str, second: &str, is_same: bool) -> Diagnostic {
    let message = match is_same {
        true if first == second => format!("two files of the build would be `{second}`"),
        true => format!("`{first}` and `{second}` are one file"),
        false => format!("`{first}` and `{second}` differ in capitals only"),
    };
    Diagnostic::error("E0705", message).help("give every output, and every table in it, a path of its own")
}

fn cannot_write(target: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::error("E0708", format!("cannot write `{target}`: {error}"))
        .help("choose a folder that exists or can be made, and in which you may write")
}

/// Whether the path is standard output or a device, a pipe or a socket: written to as it is, without a temporary file.
fn is_stream(target: &str) -> bool {
    target == STDOUT || fs::metadata(target).is_ok_and(|found| !found.is_file() && !found.is_dir())
}

impl PlannedFile {
    fn is_stdout(&self) -> bool {
        matches!(&self.place, Place::File(target) if target == STDOUT)
    }
}

impl Prepared {
    fn open(&mut self, file: PlannedFile, settings: &Settings) -> Result<(), WriteError> {
        let PlannedFile { output, def, place, tables, layout, .. } = file;
        let opened = match place {
            Place::File(path) => {
                let failed = |source| WriteError { path: path.clone(), source };
                let (streams, spools) = self.open_file(&path, &tables, layout, settings).map_err(failed)?;
                let (streams, tail) = streams;
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

    /// The streams into a file, with what closes it, and the spools of the tables behind the first.
    #[expect(clippy::type_complexity, reason = "taken apart at once")]
    fn open_file(
        &mut self,
        path: &str,
        tables: &[usize],
        layout: Layout,
        settings: &Settings,
    ) -> io::Result<((Vec<Stream>, Vec<u8>), Vec<File>)> {
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
        Ok(((streams, layout.tail), spools))
    }

    fn open_target(&mut self, target: &str, settings: &Settings) -> io::Result<Box<dyn Write + Send>> {
        if target == STDOUT {
            return stdout();
        }
        if is_stream(target) {
            return Ok(Box::new(OpenOptions::new().write(true).open(target)?));
        }
        let path = Path::new(target);
        if path.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
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
