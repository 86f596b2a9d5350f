//! Two outputs in, what differs between them out: a [`Report`].
//!
//! [`tables`] gathers the tables of a file or folder, [`compare`] pairs tables by name, columns by name and rows by key,
//! and compares cells by what they mean ([`value`]). Memory is bounded by [`Settings::memory`], whatever the number of rows.

mod bytes;
mod columns;
mod cursor;
mod files;
mod join;
mod key;
mod number;
mod packed;
mod report;
mod seen;
mod spill;
mod tally;
mod time;
pub mod value;

pub use files::{Part, Table, tables};
pub use report::{CellExample, ColumnDiff, Pairing, Report, RowExample, RowsOnly, TableDiff};

use crate::diag::{Diagnostic, did_you_mean};
use crate::readers::Family;
use columns::Columns;
use cursor::Cursor;
use join::{Duplicate, Stop};
use key::Key;
use std::collections::BTreeMap;
use tally::Tally;

/// How outputs are compared.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Keys that were asked for, of a table or of all.
    pub keys: Vec<(Option<String>, Vec<String>)>,
    /// Whether rows are paired by position.
    pub by_position: bool,
    /// What a spec says of tables, by their names.
    pub known: BTreeMap<String, KnownTable>,
    /// By how much numbers may differ, of a column or of all.
    pub tolerances: Vec<(Option<String>, f64)>,
    /// Examples of each difference.
    pub limit: usize,
    /// Bytes of rows that may wait in memory.
    pub memory: usize,
}

impl Default for Settings {
    fn default() -> Self {
        let (keys, tolerances) = (Vec::new(), Vec::new());
        Self { keys, by_position: false, known: BTreeMap::new(), tolerances, limit: 3, memory: 1 << 28 }
    }
}

/// What a spec says of a table.
#[derive(Debug, Clone, Default)]
pub struct KnownTable {
    /// Its key; may be empty.
    pub key: Vec<String>,
    /// What the values of its columns are.
    pub families: BTreeMap<String, Family>,
}

impl Settings {
    /// By how much the numbers of a column may differ.
    fn tolerance(&self, column: &str) -> Option<f64> {
        let of = |wanted: Option<&str>| self.tolerances.iter().rfind(|(name, _)| name.as_deref() == wanted);
        of(Some(column)).or_else(|| of(None)).map(|(_, tolerance)| *tolerance)
    }

    /// The key that was asked for.
    fn key(&self, table: &str) -> Option<&[String]> {
        let of = |wanted: Option<&str>| self.keys.iter().rfind(|(name, _)| name.as_deref() == wanted);
        of(Some(table)).or_else(|| of(None)).map(|(_, columns)| columns.as_slice())
    }
}

/// Compares the tables of two sides.
///
/// # Errors
/// A file is damaged, a key does not exist or is not unique, or the settings name what is not there.
pub fn compare(left: &[Table], right: &[Table], settings: &Settings) -> Result<Report, Diagnostic> {
    let pairs = pair_tables(left, right);
    check_names(&pairs, settings)?;
    let only = |these: &[Table], is_paired: &dyn Fn(&Table) -> bool| {
        these.iter().filter(|table| !is_paired(table)).map(|table| table.name.clone()).collect()
    };
    let is_left = |table: &Table| pairs.iter().any(|(left, _)| left.name == table.name);
    let is_right = |table: &Table| pairs.iter().any(|(_, right)| right.name == table.name);
    let tables = pairs.iter().map(|(left, right)| compare_tables(left, right, settings));
    Ok(Report {
        tables: tables.collect::<Result<_, _>>()?,
        removed: only(left, &is_left),
        added: only(right, &is_right),
    })
}

/// Pairs tables by name; where each side has one only, these.
fn pair_tables<'t>(left: &'t [Table], right: &'t [Table]) -> Vec<(&'t Table, &'t Table)> {
    if let ([left], [right]) = (left, right) {
        return vec![(left, right)];
    }
    let pairs = left.iter().filter_map(|table| Some((table, right.iter().find(|other| other.name == table.name)?)));
    pairs.collect()
}

/// Tables and columns that the settings name are there.
fn check_names(pairs: &[(&Table, &Table)], settings: &Settings) -> Result<(), Diagnostic> {
    let names: Vec<&str> = pairs.iter().map(|(table, _)| table.name.as_str()).collect();
    for name in settings.keys.iter().filter_map(|(table, _)| table.as_deref()) {
        if !names.contains(&name) {
            return Err(unknown("`--key` names a table that is not on both sides", name, &names));
        }
    }
    let columns: Vec<&str> =
        pairs.iter().flat_map(|(table, _)| &table.columns).map(|column| column.name.as_str()).collect();
    for name in settings.tolerances.iter().filter_map(|(column, _)| column.as_deref()) {
        if !columns.contains(&name) {
            return Err(unknown("`--tolerance` names a column that is not there", name, &columns));
        }
    }
    Ok(())
}

fn unknown(what: &str, name: &str, known: &[&str]) -> Diagnostic {
    let error = Diagnostic::error("E0906", format!("{what}: `{name}`"));
    match did_you_mean(name, known.iter().copied()) {
        Some(help) => error.help(help),
        None => error.help(format!("there are {}", listed(known))),
    }
}

fn listed(names: &[&str]) -> String {
    const MOST: usize = 12;
    let shown: Vec<String> = names.iter().take(MOST).map(|name| format!("`{name}`")).collect();
    let more = if names.len() > MOST { ", ..." } else { "" };
    format!("{}{more}", shown.join(", "))
}

/// A key that may pair rows, and what to do when it does not.
struct Candidate {
    pairing: Pairing,
    positions: Vec<usize>,
    /// Nobody asked for it: rows are paired by position when it is not unique.
    is_guess: bool,
}

fn compare_tables(left: &Table, right: &Table, settings: &Settings) -> Result<TableDiff, Diagnostic> {
    let known = settings.known.get(&left.name).or_else(|| settings.known.get(&right.name));
    let columns = Columns::pair(left, right, known, settings);
    let sides = Sides { left, right, columns: &columns, settings };
    let Some(candidate) = candidate(&sides, known)? else {
        let why = if settings.by_position { "asked for" } else { "there is no key" };
        return sides.by_position(why.to_owned());
    };
    match sides.by_key(&candidate) {
        Err(Stop::Duplicate(found)) if candidate.is_guess => {
            let why = format!("`id` is not unique: {} of {} has it twice", found.words(), sides.name(found.side));
            sides.by_position(why)
        }
        Err(stop) => Err(sides.error(stop, &candidate)),
        Ok(diff) => Ok(diff),
    }
}

/// The key to pair rows by: the one asked for, that of the spec, that of the files, or a column `id`.
fn candidate(sides: &Sides<'_>, known: Option<&KnownTable>) -> Result<Option<Candidate>, Diagnostic> {
    if sides.settings.by_position {
        return Ok(None);
    }
    let make = |key: &[String], why: &str, is_guess| {
        let positions = sides.columns.positions(key).filter(|positions| !positions.is_empty())?;
        Some(Candidate { pairing: Pairing { key: key.to_vec(), why: why.to_owned() }, positions, is_guess })
    };
    if let Some(key) = sides.settings.key(&sides.left.name) {
        let missing = key.iter().find(|name| sides.columns.positions(std::slice::from_ref(name)).is_none());
        if let Some(name) = missing {
            let names: Vec<&str> = sides.columns.pairs.iter().map(|pair| pair.name.as_str()).collect();
            let what = format!("the key of `{}` names a column that is not on both sides", sides.left.name);
            return Err(unknown(&what, name, &names));
        }
        return Ok(make(key, "asked for", false));
    }
    let id = ["id".to_owned()];
    Ok(known
        .and_then(|table| make(&table.key, "the spec's key", false))
        .or_else(|| make(&sides.left.key, "the key that A tells of", false))
        .or_else(|| make(&sides.right.key, "the key that B tells of", false))
        .or_else(|| make(&id, "a column `id`", true)))
}

/// A table of both sides.
struct Sides<'t> {
    left: &'t Table,
    right: &'t Table,
    columns: &'t Columns,
    settings: &'t Settings,
}

impl Sides<'_> {
    fn name(&self, side: usize) -> String {
        let table = if side == 0 { self.left } else { self.right };
        format!("{} (`{}`)", if side == 0 { "A" } else { "B" }, table.name)
    }

    fn open(&self) -> Result<(Cursor<'_>, Cursor<'_>), Diagnostic> {
        Ok((Cursor::open(self.left, self.columns)?, Cursor::open(self.right, self.columns)?))
    }

    fn by_position(&self, why: String) -> Result<TableDiff, Diagnostic> {
        let mut tally = Tally::new(self.columns, None, self.settings.limit);
        let (left, right) = self.open()?;
        let pairing = Pairing { key: Vec::new(), why };
        join::by_position(left, right, &mut tally).map_err(|stop| self.other_error(stop))?;
        Ok(self.diff(tally, pairing))
    }

    fn by_key(&self, candidate: &Candidate) -> Result<TableDiff, Stop> {
        let key = Key::new(&candidate.positions, self.columns);
        let mut tally = Tally::new(self.columns, Some(&key), self.settings.limit);
        let (left, right) = self.open()?;
        match join::merge(left, right, &key, &mut tally) {
            Err(Stop::Unordered) => {
                tally = Tally::new(self.columns, Some(&key), self.settings.limit);
                let (left, right) = self.open()?;
                join::any_order(left, right, &key, self.settings.memory, &mut tally)?;
            }
            outcome => outcome?,
        }
        Ok(self.diff(tally, candidate.pairing.clone()))
    }

    fn diff(&self, tally: Tally<'_>, pairing: Pairing) -> TableDiff {
        TableDiff {
            table: self.left.name.clone(),
            pairing,
            rows: tally.rows,
            added: tally.added,
            removed: tally.removed,
            changed: tally.changed,
            columns: tally.diffs,
            columns_added: self.columns.added.clone(),
            columns_removed: self.columns.removed.clone(),
        }
    }

    fn error(&self, stop: Stop, candidate: &Candidate) -> Diagnostic {
        let Stop::Duplicate(found) = stop else { return self.other_error(stop) };
        let names = candidate.pairing.key.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let (why, side) = (&candidate.pairing.why, self.name(found.side));
        let error = Diagnostic::error("E0907", format!("{names} is no key: {} of {side} have the same", found.words()));
        let error = match self.shown(found, candidate) {
            Some(value) => error.note(format!("both have {value}; rows are counted from 0")),
            None => error.note("rows are counted from 0"),
        };
        error.note(format!("rows are paired by {names}: {why}")).help("say another `--key`, or `--by-position`")
    }

    /// The key that two rows share.
    fn shown(&self, found: Duplicate, candidate: &Candidate) -> Option<String> {
        let table = if found.side == 0 { self.left } else { self.right };
        let mut cursor = Cursor::open(table, self.columns).ok()?;
        for _ in 0..found.rows[0] {
            cursor.advance().ok()?;
        }
        cursor.is_row().then(|| Key::new(&candidate.positions, self.columns).shown(&cursor).join(", "))
    }

    fn other_error(&self, stop: Stop) -> Diagnostic {
        match stop {
            Stop::Read(error) => error,
            Stop::Disk(error) => Diagnostic::error("E0902", "temporary files cannot be written or read")
                .note(error.to_string())
                .help("make room in the folder for temporary files, or set TMPDIR to another one"),
            Stop::Unordered | Stop::Duplicate(_) => unreachable!("rows without a key have no order and no duplicates"),
        }
    }
}

impl Duplicate {
    fn words(self) -> String {
        format!("rows {} and {}", self.rows[0], self.rows[1])
    }
}

#[cfg(test)]
mod tests;
