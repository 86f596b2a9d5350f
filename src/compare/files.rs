//! A file or folder -> its [`Table`]s: parts of a table are put together, what is no data is left out.
#![expect(clippy::disallowed_methods, reason = "the folder to be compared is looked through")]

use crate::diag::Diagnostic;
use crate::readers::{self, Column, ReadError, ReadOptions, Source};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A table of one side.
#[derive(Debug)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// The columns of all parts.
    pub columns: Vec<Column>,
    /// Its primary key, where the files tell of one.
    pub key: Vec<String>,
    /// Whether a column may be missing because all its values are null.
    pub is_open: bool,
    /// Its parts, in order.
    pub parts: Vec<Part>,
}

/// A file, or a table in one, that holds rows of a table.
#[derive(Debug)]
pub struct Part {
    /// The file.
    pub path: PathBuf,
    /// Its rows.
    pub source: Source,
    /// Columns whose value the names of its folders tell: `country=DE/`.
    pub constants: Vec<(String, Option<String>)>,
}

/// Folders within folders that are looked through.
const DEEPEST: usize = 16;

/// The tables of a file or of a folder, sorted by name.
///
/// # Errors
/// A file cannot be read, is damaged where its tables are told, or is of no known format; a folder holds no data.
pub fn tables(path: &Path, options: &ReadOptions) -> Result<Vec<Table>, Diagnostic> {
    let about = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    let mut files = Vec::new();
    match about.is_dir() {
        true => walk(path, Path::new(""), DEEPEST, &mut files)?,
        false => files.push(PathBuf::new()),
    }
    let mut tables = Vec::new();
    for file in files {
        let whole = if file.as_os_str().is_empty() { path.to_owned() } else { path.join(&file) };
        add_file(&whole, &file, options, &mut tables)?;
    }
    match tables.is_empty() {
        true => Err(Diagnostic::error("E0903", format!("`{}` holds no data", path.display()))
            .help("name a folder with files of a known format, such as .csv or .parquet")),
        false => Ok(tables),
    }
}

fn unreadable(path: &Path, error: &io::Error) -> ReadError {
    Diagnostic::error("E0902", format!("`{}` cannot be read", path.display()))
        .note(error.to_string())
        .help("check the path and the permissions")
}

/// Finds the files of data in a folder, in the order of their names.
fn walk(root: &Path, folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> Result<(), Diagnostic> {
    let whole = root.join(folder);
    let entries = fs::read_dir(&whole).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut names: Vec<_> =
        entries.map_err(|error| unreadable(&whole, &error))?.iter().map(fs::DirEntry::file_name).collect();
    names.sort();
    for name in names.iter().filter(|name| !is_hidden(&name.to_string_lossy())) {
        let (inner, path) = (folder.join(name), whole.join(name));
        if path.is_dir() && depth > 0 {
            walk(root, &inner, depth - 1, found)?;
        } else if readers::find(&path).is_some() && !is_about_data(&name.to_string_lossy()) {
            found.push(inner);
        }
    }
    Ok(())
}

fn is_hidden(name: &str) -> bool {
    name.starts_with(['.', '_'])
}

/// Whether a file describes data instead of holding some.
fn is_about_data(name: &str) -> bool {
    matches!(name, "manifest.json" | "datapackage.json" | "schema.json") || name.ends_with("-metadata.json")
}

fn add_file(path: &Path, inner: &Path, options: &ReadOptions, tables: &mut Vec<Table>) -> Result<(), Diagnostic> {
    let place = Place::of(inner);
    let is_single = readers::find(path).is_some_and(|def| def.is_single);
    for mut source in readers::list(path, options)? {
        let name = place.table(without_part(&source.table), is_single || stem_of(path) == source.table);
        let part_key = std::mem::take(&mut source.key);
        let part = Part { path: path.to_owned(), source, constants: place.constants.clone() };
        match tables.iter_mut().find(|table| table.name == name) {
            Some(table) => table.add(part)?,
            None => {
                let mut table = Table { name, columns: Vec::new(), key: part_key, is_open: false, parts: Vec::new() };
                table.add(part)?;
                tables.push(table);
            }
        }
    }
    Ok(())
}

fn stem_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().split('.').next().unwrap_or_default().to_owned()
}

impl Table {
    fn add(&mut self, part: Part) -> Result<(), Diagnostic> {
        if let Some(other) = self.parts.first().filter(|other| !is_alike(&other.path, &part.path)) {
            let message = format!("`{}` is there twice, in different formats", self.name);
            return Err(Diagnostic::error("E0908", message)
                .note(format!("in `{}` and in `{}`", other.path.display(), part.path.display()))
                .help("compare the files by name, or keep each format in a folder of its own"));
        }
        let constants = part.constants.iter().map(|(name, _)| Column::untyped(name));
        for column in part.source.columns.iter().cloned().chain(constants) {
            if !self.columns.iter().any(|known| known.name == column.name) {
                self.columns.push(column);
            }
        }
        self.is_open |= part.source.is_open;
        self.parts.push(part);
        Ok(())
    }
}

/// Whether two files are of the same format.
fn is_alike(first: &Path, second: &Path) -> bool {
    let name = |path| readers::find(path).map(|def| def.name);
    name(first) == name(second)
}

/// What the folders of a file tell.
struct Place {
    folders: Vec<String>,
    constants: Vec<(String, Option<String>)>,
}

/// What Hive calls a null in the name of a folder.
const HIVE_NULL: &str = "__HIVE_DEFAULT_PARTITION__";

impl Place {
    fn of(inner: &Path) -> Self {
        let parents = inner.parent().into_iter().flat_map(Path::components);
        let mut place = Self { folders: Vec::new(), constants: Vec::new() };
        for name in parents.map(|part| part.as_os_str().to_string_lossy().into_owned()) {
            match name.split_once('=') {
                Some((column, value)) => {
                    let value = (value != HIVE_NULL).then(|| decoded(value));
                    place.constants.push((decoded(column), value));
                }
                None => place.folders.push(name),
            }
        }
        place
    }

    /// The name of a table in a file here. A part of a table has the name of its folder.
    fn table(&self, stem: &str, is_named_by_file: bool) -> String {
        let folders = self.folders.join("/");
        match self.folders.last() {
            Some(_) if is_named_by_file && is_part(stem) => folders,
            Some(last) if last == stem => folders,
            Some(_) if is_named_by_file && !self.constants.is_empty() => folders,
            Some(_) => format!("{folders}/{stem}"),
            None => stem.to_owned(),
        }
    }
}

/// A name of a folder with `%3D` and the like resolved.
fn decoded(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.as_bytes().iter();
    while let Some(byte) = bytes.next().copied() {
        let hex =
            bytes.as_slice().first_chunk::<2>().filter(|_| byte == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(decoded) => {
                out.push(decoded);
                bytes.nth(1);
            }
            None => out.push(byte),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Whether a file's name says no more than that it is a part.
fn is_part(stem: &str) -> bool {
    let rest = stem.strip_prefix("part").or_else(|| stem.strip_prefix("data")).unwrap_or("x");
    rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-' || byte == b'_')
}

/// `orders-part-00001` and `orders-2-of-8` -> `orders`.
fn without_part(stem: &str) -> &str {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((head, number)) = stem.rsplit_once('-')
        && is_number(number)
    {
        if let Some(table) = head.strip_suffix("-part") {
            return table;
        }
        let share = head.strip_suffix("-of").and_then(|rest| rest.rsplit_once('-'));
        if let Some((table, _)) = share.filter(|(_, index)| is_number(index)) {
            return table;
        }
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_and_folders_tell_the_table() {
        let name = |path: &str| {
            let path = Path::new(path);
            let stem = path.file_stem().unwrap().to_str().unwrap();
            Place::of(path).table(without_part(stem), true)
        };
        assert_eq!(name("orders.csv"), "orders");
        assert_eq!(name("orders-part-00001.csv"), "orders");
        assert_eq!(name("orders-2-of-8.csv"), "orders");
        assert_eq!(name("orders/part-00001.csv"), "orders");
        assert_eq!(name("orders/orders-part-00001.csv"), "orders");
        assert_eq!(name("orders/country=DE/part-0.parquet"), "orders");
        assert_eq!(name("orders/country=DE/orders.parquet"), "orders");
        assert_eq!(name("shop/orders.csv"), "shop/orders");
        assert_eq!(name("state-of-2.csv"), "state-of-2");
        let place = Place::of(Path::new("orders/a%3Db=x%2Fy/c=__HIVE_DEFAULT_PARTITION__/part-0.csv"));
        assert_eq!(place.constants, [("a=b".to_owned(), Some("x/y".to_owned())), ("c".to_owned(), None)]);
    }
}
