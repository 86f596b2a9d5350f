//! Outputs and tables in, [`Prepared`] out, or all that is wrong with them: everything is checked before the first row.

#![expect(clippy::disallowed_methods, reason = "this stage writes to the disk")]

use super::error::{RunError, WriteError};
use super::pipeline::{self, Chunk, Progress, Stream};
use super::sink::{Sink, stdout};
use super::staging::{Staging, folder};
use super::template::PathTemplate;
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::formats::{self, Format, FormatDef, Layout, Opening, Origin, Problem, TableShape};
use rayon::ThreadPool;
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::path::{Component, Path, PathBuf};

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
    /// Where the spec speaks of it.
    pub span: Option<Span>,
}

impl OutputSpec {
    /// Numbers of the tables that it takes, of so many.
    fn chosen(&self, tables: usize) -> Vec<usize> {
        self.tables.clone().unwrap_or_else(|| (0..tables).collect())
    }
}

/// How outputs are treated.
#[derive(Debug, Clone, Copy, Default)]
pub struct Settings {
    /// Whether files that exist are replaced; else they are an error.
    pub overwrite: bool,
    /// Whether the SHA-256 of every file is taken, at about half a nanosecond a byte.
    pub hash: bool,
}

/// A file of a finished build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The path, or `-` for standard output.
    pub path: String,
    /// The format's name.
    pub format: &'static str,
    /// Numbers of the tables in it, in their order.
    pub tables: Vec<usize>,
    /// Its length.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal digits, if asked for.
    pub sha256: Option<String>,
}

/// A build that is ready for its first row. Dropped, it leaves nothing behind.
pub struct Prepared {
    staging: Staging,
    files: Vec<OpenFile>,
}

/// A file that is decided upon but not open yet.
struct PlannedFile {
    def: &'static FormatDef,
    target: String,
    tables: Vec<usize>,
    layout: Layout,
    span: Option<Span>,
}

struct OpenFile {
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
    settings: Settings,
    locate: &dyn Fn(&Problem) -> Option<Span>,
    rows: &dyn Fn(usize) -> u64,
) -> Result<Prepared, Diagnostics> {
    let mut found = Diagnostics::new();
    let mut planned = Vec::new();
    for output in outputs {
        if let Some((def, format)) = found.take(open_format(output, tables, origin, locate, rows)) {
            planned.extend(found.take(plan_files(output, tables, def, &*format, locate)).into_iter().flatten());
        }
    }
    check_targets(&planned, settings, &mut found);
    if found.has_errors() {
        return Err(found);
    }
    let mut prepared = Prepared { staging: Staging::default(), files: Vec::new() };
    for file in planned {
        let target = file.target.clone();
        let span = file.span;
        if let Err(error) = prepared.open(file, settings) {
            found.push(located(cannot_write(&target, &error), span));
        }
    }
    found.into_result(prepared).map(|(prepared, _)| prepared)
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
    for problem in checked.flat_map(|(table, number)| format.check(table, &|| rows(*number))) {
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

/// The files of an output.
fn plan_files(
    output: &OutputSpec,
    tables: &[TableShape],
    def: &'static FormatDef,
    format: &dyn Format,
    locate: &dyn Fn(&Problem) -> Option<Span>,
) -> Result<Vec<PlannedFile>, Diagnostics> {
    let bad_path = |message: String| {
        let error = Diagnostic::error("E0704", format!("the output path `{}` cannot be used: {message}", output.path));
        located(error.help("write a path such as `out/{table}.csv`"), output.span)
    };
    let template = PathTemplate::parse(&output.path).map_err(bad_path)?;
    let mut groups: Vec<Vec<usize>> = output.chosen(tables.len()).into_iter().map(|table| vec![table]).collect();
    if !template.is_per_table() {
        groups = vec![groups.concat()];
    }
    let mut files = Vec::new();
    let mut found = Diagnostics::new();
    for group in groups.into_iter().filter(|group| !group.is_empty()) {
        let name = &tables[group[0]].name;
        let target = template.path(name).map_err(|message| match bad_path(message) {
            error if error.primary.is_some() => error,
            error => located(error, locate(&Problem { table: Some(name.clone()), ..Problem::option("", "") })),
        });
        let members: Vec<&TableShape> = group.iter().map(|table| &tables[*table]).collect();
        let layout = format.layout(&members, false).ok_or_else(|| holds_one(def, output));
        if let (Some(target), Some(layout)) = (found.take(target), found.take(layout)) {
            let tables = layout.order.iter().map(|position| group[*position]).collect();
            let target = target.display().to_string();
            files.push(PlannedFile { def, target, tables, layout, span: output.span });
        }
    }
    found.into_result(files).map(|(files, _)| files)
}

fn holds_one(def: &FormatDef, output: &OutputSpec) -> Diagnostic {
    let message = format!("one {} file holds one table, and `{}` would have to hold several", def.name, output.path);
    let help = match output.path.as_str() {
        STDOUT => "choose one table, or write to a folder".to_owned(),
        _ => format!("put `{{table}}` into the path, such as `out/{{table}}.{}`", def.extension),
    };
    located(Diagnostic::error("E0707", message).help(help), output.span)
}

/// Looks for paths that are taken, by another output or by a file.
fn check_targets(planned: &[PlannedFile], settings: Settings, found: &mut Diagnostics) {
    let mut seen: BTreeMap<String, (PathBuf, &PlannedFile)> = BTreeMap::new();
    for file in planned.iter().filter(|file| !is_stream(&file.target)) {
        // Some file systems do not tell capitals apart; a spec works on all of them or on none.
        let place = resolved(&file.target);
        let is_same = |other: &PathBuf| *other == place;
        if let Some((path, other)) = seen.get(&folded(&place)) {
            found.push(located(same_path(other, file, is_same(path)), file.span));
        }
        seen.insert(folded(&place), (place, file));
        if !settings.overwrite && fs::symlink_metadata(&file.target).is_ok() {
            let error = Diagnostic::error("E0706", format!("`{}` exists already", file.target));
            found.push(located(error.help("say `--overwrite` to replace it, or choose another path"), file.span));
        }
    }
    let to_stdout: Vec<&PlannedFile> = planned.iter().filter(|file| file.target == STDOUT).collect();
    if let [first, second, ..] = to_stdout[..] {
        found.push(located(same_path(first, second, true), second.span));
    }
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

fn same_path(first: &PlannedFile, second: &PlannedFile, is_same: bool) -> Diagnostic {
    let message = match is_same {
        true if first.target == second.target => format!("two files of the build would be `{}`", second.target),
        true => format!("`{}` and `{}` are one file", first.target, second.target),
        false => format!("`{}` and `{}` differ in capitals only", first.target, second.target),
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

impl Prepared {
    fn open(&mut self, file: PlannedFile, settings: Settings) -> io::Result<()> {
        let mut sink = Sink::new(&file.target, self.open_target(&file.target, settings)?, settings.hash);
        sink.write_all(&file.layout.head)?;
        let mut spools = Vec::new();
        let mut streams = Vec::new();
        let mut first = Some(sink);
        for (table, encoder) in file.tables.iter().zip(file.layout.encoders) {
            let sink = match first.take() {
                Some(sink) => sink,
                None => {
                    let spool = open_spool(&file.target)?;
                    spools.push(spool.try_clone()?);
                    Sink::new(&file.target, spool, false)
                }
            };
            streams.push(Stream::new(*table, encoder, sink));
        }
        let PlannedFile { def, target, tables, .. } = file;
        self.files.push(OpenFile { def, path: target, tables, tail: file.layout.tail, streams, spools });
        Ok(())
    }

    fn open_target(&mut self, target: &str, settings: Settings) -> io::Result<Box<dyn Write + Send>> {
        if target == STDOUT {
            return stdout();
        }
        if is_stream(target) {
            return Ok(Box::new(OpenOptions::new().write(true).open(target)?));
        }
        if Path::new(target).is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        Ok(Box::new(self.staging.create(folder(Path::new(target)), Path::new(target), settings.overwrite)?.1))
    }

    /// Makes all chunks on the threads of `pool`, writes them and commits; see [`pipeline::run`]. On an error nothing
    /// is left behind.
    pub fn run<E: Send, F: Fn(usize) -> Result<Chunk, E> + Sync>(
        self,
        pool: &ThreadPool,
        chunks: usize,
        produce: &F,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Result<Vec<Written>, RunError<E>> {
        let Self { staging, mut files } = self;
        let streams: Vec<Stream> = files.iter_mut().flat_map(|file| std::mem::take(&mut file.streams)).collect();
        pipeline::run(pool, chunks, produce, &streams, progress)?;
        let mut streams = streams.into_iter();
        let mut written = Vec::new();
        for mut file in files {
            file.streams = streams.by_ref().take(file.tables.len()).collect();
            written.push(file.finish()?);
        }
        staging.commit()?;
        Ok(written)
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
    fn finish(self) -> Result<Written, WriteError> {
        let mut sinks = Vec::new();
        for stream in self.streams {
            sinks.push(stream.finish()?);
        }
        let mut sinks = sinks.into_iter();
        let mut main = sinks.next().expect("every file has a table");
        for (sink, mut spool) in sinks.zip(self.spools) {
            sink.close()?;
            copy(&mut spool, &mut main).map_err(|error| main.error(error))?;
        }
        main.write_all(&self.tail).map_err(|error| main.error(error))?;
        let (bytes, sha256) = main.close()?;
        Ok(Written { path: self.path, format: self.def.name, tables: self.tables, bytes, sha256 })
    }
}
