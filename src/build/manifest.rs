//! A build -> `manifest.json` in the folder of its output: from what it was made, what is there, and the checksums of it. And
//! back: whether what is there is still what a build would make.

#![expect(clippy::disallowed_methods, reason = "what is there is asked of the disk")]

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::json;
use twox_hash::XxHash3_64;

use super::{Request, Slice};
use crate::compile::Compiled;
use crate::content::{Digest, sha256};
use crate::diag::{Diagnostic, Diagnostics};
use crate::output::{Note, NotePlace, Outcome, OutputSpec, PathTemplate, Split, Written};
use crate::plan::{EDITION, TableId, logical_type};

/// The name of a manifest.
pub const NAME: &str = "manifest.json";

/// The version of the manifest's form.
const FORM: u32 = 1;

/// The tool and its release.
pub const TOOL: &str = concat!("synth ", env!("CARGO_PKG_VERSION"));

/// What stands in a `manifest.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The version of this form.
    pub manifest: u32,
    /// The tool and its release.
    pub tool: String,
    /// The XXH3 hash of the program's file: a build of the same release by other means has another one.
    pub program: Option<String>,
    /// The language's edition.
    pub edition: u32,
    /// The SHA-256 of all that was asked for: equal for builds that make the same files with the same release.
    pub build: String,
    /// The spec.
    pub spec: Source,
    /// The seed in use.
    pub seed: u64,
    /// The profile, if one was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<String>,
    /// What was set over the spec, `name=value`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub set: Vec<String>,
    /// Which part of the rows, if not all: `rows 0..1000`, `shard 2/8`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slice: Option<String>,
    /// The tables.
    pub tables: Vec<Table>,
    /// The files, with paths relative to the manifest's folder.
    pub files: Vec<File>,
}

/// The spec and the files that it names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The spec's own name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The name of its file.
    pub file: String,
    /// The SHA-256 of its text.
    pub sha256: String,
    /// The SHA-256 of the files that it names, by path.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub files: BTreeMap<String, String>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its rows.
    pub rows: u64,
    /// Its columns.
    pub columns: Vec<Column>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its type, in the language's words.
    #[serde(rename = "type")]
    pub data_type: String,
    /// What its values come to, whatever the format.
    pub content: Digest,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// Its path, relative to the manifest.
    pub path: String,
    /// Its format.
    pub format: String,
    /// The tables in it.
    pub tables: Vec<String>,
    /// The rows in it.
    pub rows: u64,
    /// Its length.
    pub bytes: u64,
    /// Its SHA-256.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

impl Manifest {
    /// Reads a manifest. `Ok(None)` when there is none.
    ///
    /// # Errors
    /// `E0813`: the file is no manifest, or of a form that this release does not know.
    pub fn read(path: &Path) -> Result<Option<Self>, Diagnostic> {
        let error = |why: String| {
            Diagnostic::error("E0813", format!("`{}` is no manifest of a build: {why}", path.display()))
                .help("if another tool has written it, choose another folder; else remove it, or say `--overwrite`")
        };
        let text = match fs::read(path) {
            Ok(text) => text,
            Err(source) if source.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(error(source.to_string())),
        };
        let manifest: Self = serde_json::from_slice(&text).map_err(|source| error(source.to_string()))?;
        match manifest.manifest {
            FORM => Ok(Some(manifest)),
            other => Err(error(format!("its form is {other}, and this release knows {FORM}"))),
        }
    }

    /// The first of its files that is not there, or has another length than it says.
    pub fn first_lie(&self, folder: &Path) -> Option<String> {
        self.files.iter().find_map(|file| {
            let path = folder.join(&file.path);
            match fs::metadata(&path) {
                Ok(found) if found.len() == file.bytes => None,
                Ok(found) => Some(format!("`{}` has {} bytes, not {}", path.display(), found.len(), file.bytes)),
                Err(_) => Some(format!("`{}` is not there", path.display())),
            }
        })
    }
}

/// The folders in which a build leaves manifests, each with the numbers of the outputs that lie there.
///
/// # Errors
/// `E0812`: an output that has no folder.
pub fn folders(outputs: &[OutputSpec]) -> Result<BTreeMap<PathBuf, Vec<usize>>, Diagnostics> {
    let mut folders: BTreeMap<PathBuf, Vec<usize>> = BTreeMap::new();
    for (number, output) in outputs.iter().enumerate().filter(|(_, output)| output.manifest) {
        let template = PathTemplate::parse(&output.path).ok().filter(|_| !output.is_stream());
        let Some(template) = template else {
            let error = Diagnostic::error("E0812", format!("a manifest needs a folder, and `{}` is none", output.path));
            let error = error.help("write to a folder, or leave the manifest out");
            return Err(error.located(output.span).into());
        };
        folders.entry(template.folder()).or_default().push(number);
    }
    Ok(folders)
}

/// Where the manifests of folders stand.
pub fn places(folders: &BTreeMap<PathBuf, Vec<usize>>, outputs: &[OutputSpec]) -> Vec<NotePlace> {
    let place = |(folder, numbers): (&PathBuf, &Vec<usize>)| NotePlace {
        path: in_folder(folder),
        span: numbers.iter().find_map(|output| outputs[*output].span),
    };
    folders.iter().map(place).collect()
}

/// The hash of the running program's file, in hexadecimal digits; `None` where it cannot be read.
fn program() -> Option<String> {
    let path = std::env::current_exe().ok()?;
    Some(format!("{:016x}", XxHash3_64::oneshot(&fs::read(path).ok()?)))
}

/// The SHA-256 of all on which the files of a build depend, save the program.
pub fn fingerprint(compiled: &Compiled, request: &Request) -> String {
    let outputs = request.outputs.iter().map(|output| {
        let split = output.split.map(|split| match split {
            Split::Rows(rows) => format!("{rows} rows"),
            Split::Bytes(bytes) => format!("{bytes} bytes"),
        });
        json!([output.format, output.path, output.options, output.tables, split, output.partition_by])
    });
    let over = &request.overrides;
    let all = json!({
        "tool": TOOL,
        "spec": compiled.source.sha256(),
        "files": compiled.plan.file_hashes(),
        "seed": compiled.plan.seed,
        "profile": over.profile,
        "set": over.set,
        "slice": slice(&request.slice),
        "tables": names(compiled, &request.tables),
        "outputs": outputs.collect::<Vec<_>>(),
    });
    sha256(all.to_string().as_bytes())
}

fn names(compiled: &Compiled, tables: &[TableId]) -> Vec<String> {
    tables.iter().map(|table| compiled.plan.table(*table).name.clone()).collect()
}

fn slice(slice: &Slice) -> Option<String> {
    match slice {
        Slice::Whole => None,
        Slice::Shard { index, of } => Some(format!("shard {index}/{of}")),
        Slice::Rows { start, end: Some(end) } => Some(format!("rows {start}..{end}")),
        Slice::Rows { start, end: None } => Some(format!("rows {start}..")),
    }
}

/// The manifests of a build that has written its files.
pub fn notes(
    compiled: &Compiled,
    request: &Request,
    folders: &BTreeMap<PathBuf, Vec<usize>>,
    outcome: &Outcome,
) -> Vec<Note> {
    let notes = folders.iter().map(|(folder, outputs)| {
        let written: Vec<&Written> = outcome.written.iter().filter(|file| outputs.contains(&file.output)).collect();
        let manifest = manifest(compiled, request, folder, &written, &outcome.contents);
        let mut text = serde_json::to_vec_pretty(&manifest).expect("a manifest is JSON");
        text.push(b'\n');
        (in_folder(folder), text)
    });
    notes.collect()
}

/// The path of a folder's manifest.
pub fn in_folder(folder: &Path) -> PathBuf {
    if folder == Path::new(".") { PathBuf::from(NAME) } else { folder.join(NAME) }
}

fn manifest(
    compiled: &Compiled,
    request: &Request,
    folder: &Path,
    written: &[&Written],
    contents: &[Vec<Digest>],
) -> Manifest {
    let over = &request.overrides;
    let file = Path::new(&compiled.source.name).file_name().map(|name| name.to_string_lossy().into_owned());
    let mut tables: Vec<usize> = written.iter().flat_map(|file| file.tables.iter().copied()).collect();
    tables.sort_unstable();
    tables.dedup();
    Manifest {
        manifest: FORM,
        tool: TOOL.to_owned(),
        program: program(),
        edition: EDITION,
        build: fingerprint(compiled, request),
        spec: Source {
            name: compiled.plan.name.clone(),
            file: file.unwrap_or_else(|| compiled.source.name.clone()),
            sha256: compiled.source.sha256(),
            files: compiled.plan.file_hashes(),
        },
        seed: compiled.plan.seed,
        profile: over.profile.clone(),
        set: over.set.iter().map(|(name, value)| format!("{name}={value}")).collect(),
        slice: slice(&request.slice),
        tables: tables.into_iter().map(|at| table(compiled, request.tables[at], &contents[at])).collect(),
        files: written.iter().map(|written| entry(compiled, request, folder, written)).collect(),
    }
}

fn table(compiled: &Compiled, id: TableId, contents: &[Digest]) -> Table {
    let table = compiled.plan.table(id);
    let columns = table.visible.iter().enumerate().map(|(at, column)| {
        let column = compiled.plan.column(*column);
        Column {
            name: column.name.clone(),
            data_type: crate::plan::type_name(&logical_type(&column.data_type)),
            content: contents.get(at).copied().unwrap_or_default(),
        }
    });
    Table {
        name: table.name.clone(),
        rows: contents.first().map_or(0, |digest| digest.rows),
        columns: columns.collect(),
    }
}

fn entry(compiled: &Compiled, request: &Request, folder: &Path, written: &Written) -> File {
    let tables: Vec<TableId> = written.tables.iter().map(|table| request.tables[*table]).collect();
    let path = Path::new(&written.path);
    File {
        path: path.strip_prefix(folder).unwrap_or(path).display().to_string(),
        format: written.format.to_owned(),
        tables: names(compiled, &tables),
        rows: written.rows,
        bytes: written.bytes,
        sha256: written.sha256.clone(),
    }
}

/// Whether a build would make what is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Freshness {
    /// It would.
    Fresh,
    /// It would not, for a reason; the files that an earlier build has left there, as its manifests say.
    Stale {
        /// Why, in a few words; `None` where there has been no build.
        why: Option<String>,
        /// The manifests, and the files that they list.
        replaceable: Vec<PathBuf>,
    },
}

/// Compares the manifests of an earlier build with what is asked for now.
///
/// # Errors
/// `E0812`, `E0813`: manifests that cannot be, or cannot be read.
pub fn freshness(compiled: &Compiled, request: &Request) -> Result<Freshness, Diagnostics> {
    let (build, program) = (fingerprint(compiled, request), program());
    let mut reason = None;
    let mut replaceable = Vec::new();
    let mut is_fresh = true;
    for folder in folders(&request.outputs)?.keys() {
        let path = in_folder(folder);
        let Some(manifest) = Manifest::read(&path)? else {
            is_fresh = false;
            continue;
        };
        let why = match manifest.first_lie(folder) {
            Some(lie) => Some(format!("`{}` is not true: {lie}", path.display())),
            None if manifest.build != build || manifest.program.is_none() || manifest.program != program => {
                Some(difference(compiled, &manifest, build == manifest.build))
            }
            None => None,
        };
        is_fresh &= why.is_none();
        reason = reason.or(why);
        replaceable.push(path);
        let inside =
            |file: &&File| !Path::new(&file.path).is_absolute() && !file.path.split('/').any(|part| part == "..");
        replaceable.extend(manifest.files.iter().filter(inside).map(|file| joined(folder, &file.path)));
    }
    Ok(if is_fresh { Freshness::Fresh } else { Freshness::Stale { why: reason, replaceable } })
}

fn joined(folder: &Path, path: &str) -> PathBuf {
    if folder == Path::new(".") { PathBuf::from(path) } else { folder.join(path) }
}

/// What has changed since a manifest was written.
fn difference(compiled: &Compiled, manifest: &Manifest, is_same_build: bool) -> String {
    if manifest.tool != TOOL {
        return format!("it was built by {}", manifest.tool);
    }
    if is_same_build {
        return "synth itself has been built anew".to_owned();
    }
    if manifest.spec.sha256 != compiled.source.sha256() {
        return "the spec has changed".to_owned();
    }
    if manifest.spec.files != compiled.plan.file_hashes() {
        return "a file that the spec names has changed".to_owned();
    }
    "something else is asked for".to_owned()
}
