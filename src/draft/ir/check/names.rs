//! Names of a draft -> names that are safe in paths and expressions, each used once.

use std::collections::BTreeMap;

use super::{Mender, Problem};
use crate::draft::ir::{Column, Ir, Origin};
use crate::draft::lower::paths;

/// The longest name: that of PostgreSQL.
const LONGEST: usize = 63;

/// Mends names, and takes out what stands there twice.
pub(super) fn mend(mender: &mut Mender<'_>) {
    let title = snake(&mender.ir.title);
    mender.ir.title = if title.is_empty() { "data".to_owned() } else { title };
    tables(mender);
    for at in 0..mender.ir.tables.len() {
        columns(mender, at);
    }
    if mender.ir.tables.is_empty() {
        mender.problem(
            Problem::new("E1206", "/tables", "the draft has no table")
                .help("give every thing that is spoken of a table"),
        );
    }
}

/// Letters, digits and single underscores in lower case; a letter first. Empty when nothing is left.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    let mut before = ' ';
    for c in name.chars() {
        let parts = c.is_uppercase() && (before.is_lowercase() || before.is_ascii_digit());
        if parts || !c.is_alphanumeric() {
            snake.push('_');
        }
        if c.is_alphanumeric() {
            snake.push_str(&ascii(c).to_lowercase());
        }
        before = c;
    }
    let words: Vec<&str> = snake.split('_').filter(|word| !word.is_empty()).collect();
    let name: String = words.join("_").chars().take(LONGEST).collect();
    let name = name.trim_end_matches('_').to_owned();
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        format!("n{name}").chars().take(LONGEST).collect()
    } else {
        name
    }
}

/// A letter without its accents, as far as Latin goes.
fn ascii(c: char) -> String {
    let plain = match c {
        'ä' => "ae",
        'ö' => "oe",
        'ü' => "ue",
        'Ä' => "Ae",
        'Ö' => "Oe",
        'Ü' => "Ue",
        'ß' => "ss",
        'à'..='å' => "a",
        'ç' => "c",
        'è'..='ë' => "e",
        'ì'..='ï' => "i",
        'ñ' => "n",
        'ò'..='ö' | 'ø' => "o",
        'ù'..='ü' => "u",
        'æ' => "ae",
        'œ' => "oe",
        _ => return c.to_string(),
    };
    plain.to_owned()
}

/// Whether a name that was said can stay as it is.
fn is_sound(name: &str) -> bool {
    name.len() <= LONGEST
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

fn tables(mender: &mut Mender<'_>) {
    let mut known: Vec<String> = Vec::new();
    let mut at = 0;
    while at < mender.ir.tables.len() {
        let name = mender.ir.tables[at].name.clone();
        let mended = if is_sound(&name) && name == name.to_lowercase() { name.clone() } else { snake(&name) };
        let mended = if mended.is_empty() { format!("table_{}", at + 1) } else { mended };
        if known.contains(&mended) {
            merge(mender.ir, at, &mended);
            mender.assume(
                format!("tables.{mended}"),
                "the table was described twice; both descriptions are one",
                mended,
            );
            continue;
        }
        if mended != name {
            rename_table(mender.ir, &name, &mended);
            mender.ir.tables[at].name.clone_from(&mended);
            let shown = shown(&name);
            mender.assume(format!("tables.{mended}"), format!("`{shown}` is called `{mended}`"), mended.clone());
        }
        known.push(mended);
        at += 1;
    }
}

/// A name as it can be shown.
fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(40).collect()
}

/// Puts the columns of a table that stands there twice into the first.
fn merge(ir: &mut Ir, at: usize, name: &str) {
    let twice = ir.tables.remove(at);
    let Some(first) = ir.tables.iter_mut().find(|table| table.name == name) else { return };
    if first.rows == 0 && twice.rows > 0 {
        (first.rows, first.rows_origin) = (twice.rows, twice.rows_origin);
    }
    let is_new = |column: &Column| first.columns.iter().all(|known| known.name != column.name);
    let new: Vec<Column> = twice.columns.into_iter().filter(is_new).collect();
    first.columns.extend(new);
}

fn rename_table(ir: &mut Ir, from: &str, to: &str) {
    let change = |name: &mut String| {
        if name == from {
            to.clone_into(name);
        }
    };
    for tie in &mut ir.relationships {
        change(&mut tie.child_table);
        change(&mut tie.parent_table);
    }
    ir.rules.iter_mut().for_each(|rule| change(&mut rule.table));
    let expression = |text: &str| paths::with_root(text, from, to);
    each_expression(ir, &expression);
    let (from, to) = (format!("tables.{from}"), format!("tables.{to}"));
    each_path(ir, &|path| with_head(path, &from, &to));
}

/// A path with another head, where it has that.
fn with_head(path: &str, from: &str, to: &str) -> Option<String> {
    let rest = path.strip_prefix(from)?;
    (rest.is_empty() || rest.starts_with('.')).then(|| format!("{to}{rest}"))
}

fn each_path(ir: &mut Ir, change: &dyn Fn(&str) -> Option<String>) {
    let assumed = ir.assumptions.iter_mut().map(|known| &mut known.path);
    for path in assumed.chain(ir.questions.iter_mut().map(|asked| &mut asked.path)) {
        if let Some(changed) = change(path) {
            *path = changed;
        }
    }
}

/// Changes all expressions of a draft.
fn each_expression(ir: &mut Ir, change: &dyn Fn(&str) -> String) {
    for table in &mut ir.tables {
        table.columns.iter_mut().for_each(|column| column_expressions(column, change));
    }
    ir.rules.iter_mut().for_each(|rule| rule.expression = change(&rule.expression));
}

fn column_expressions(column: &mut Column, change: &dyn Fn(&str) -> String) {
    column.when = change(&column.when);
    column.null_when = change(&column.null_when);
    let holds = |key: &str| matches!(key, "expr" | "of" | "from" | "to" | "given" | "at" | "template");
    for param in column.params.iter_mut().filter(|param| holds(&param.key)) {
        param.value = change(&param.value);
    }
}

fn columns(mender: &mut Mender<'_>, at: usize) {
    let table = mender.ir.tables[at].name.clone();
    let mut renamed: BTreeMap<String, String> = BTreeMap::new();
    for (n, column) in mender.ir.tables[at].columns.iter_mut().enumerate() {
        let stays = is_sound(&column.name) && (column.origin == Origin::Stated || column.name == snake(&column.name));
        if stays {
            continue;
        }
        let mended = snake(&column.name);
        let mended = if mended.is_empty() { format!("column_{}", n + 1) } else { mended };
        renamed.insert(std::mem::replace(&mut column.name, mended.clone()), mended);
    }
    for (from, to) in renamed {
        rename_column(mender.ir, &table, &from, &to);
        let path = format!("tables.{table}.columns.{to}");
        mender.assume(path, format!("`{}` is called `{to}`", shown(&from)), to);
    }
    doubles(mender, at, &table);
    if mender.ir.tables[at].columns.is_empty() && !mender.ir.relationships.iter().any(|tie| tie.child_table == table) {
        let problem = Problem::new("E1206", format!("/tables/{at}/columns"), format!("`{table}` has no column"));
        mender.problem(problem.help("give it columns that suit the thing it is about"));
    }
}

fn rename_column(ir: &mut Ir, table: &str, from: &str, to: &str) {
    let change = |name: &mut String| {
        if name == from {
            to.clone_into(name);
        }
    };
    for tie in &mut ir.relationships {
        if tie.child_table == table {
            change(&mut tie.child_column);
            change(&mut tie.other_than);
        }
        if tie.parent_table == table {
            change(&mut tie.parent_column);
        }
    }
    let (long, other) = (format!("{table}.{from}"), format!("{table}.{to}"));
    for rule in ir.rules.iter_mut().filter(|rule| rule.table == table) {
        rule.columns.iter_mut().for_each(change);
        rule.expression = paths::renamed(&rule.expression, |name| (name == from).then(|| to.to_owned()));
    }
    each_expression(ir, &|text| paths::renamed(text, |name| (name == long).then(|| other.clone())));
    if let Some(known) = ir.table_mut(table) {
        let own = |text: &str| paths::renamed(text, |name| (name == from).then(|| to.to_owned()));
        known.columns.iter_mut().for_each(|column| column_expressions(column, &own));
    }
    let (head, new) = (format!("tables.{table}.columns.{from}"), format!("tables.{table}.columns.{to}"));
    each_path(ir, &|path| with_head(path, &head, &new));
}

/// Takes out columns that stand there twice. Entries of one name that follow each other are branches up to the first without
/// a condition.
fn doubles(mender: &mut Mender<'_>, at: usize, table: &str) {
    let mut kept: Vec<Column> = Vec::new();
    let mut twice: Vec<String> = Vec::new();
    for column in std::mem::take(&mut mender.ir.tables[at].columns) {
        let is_branch = kept.last().is_some_and(|last| last.name == column.name && !last.when.trim().is_empty());
        match kept.iter().any(|known| known.name == column.name) && !is_branch {
            true => twice.push(column.name),
            false => kept.push(column),
        }
    }
    mender.ir.tables[at].columns = kept;
    for name in twice {
        let path = format!("tables.{table}.columns.{name}");
        mender.assume(path, format!("`{name}` was described twice; the first holds"), name);
    }
}
