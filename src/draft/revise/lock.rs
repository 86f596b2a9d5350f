//! A draft before and after a change -> the draft after it, with all restored that the change does not speak of.

use crate::draft::ir::{Column, Ir, Relationship, Table};

/// What a change may not touch without saying so is put back: a column, a tie or a table that is other than it was, or gone, and
/// for which no words of the change stand. Gives the names of what was put back.
pub fn lock(base: &Ir, ir: &mut Ir, change: &str) -> Vec<String> {
    let words = folded(change);
    let mut restored = Vec::new();
    for table in &base.tables {
        match ir.tables.iter().position(|own| own.name == table.name) {
            Some(at) => lock_table(table, &mut ir.tables[at], &words, &mut restored),
            None if speaks_of(&words, &table.name) => {}
            None => {
                restored.push(table.name.clone());
                ir.tables.push(table.clone());
            }
        }
    }
    let is_old = |name: &str| base.table(name).is_some();
    let is_known = |tie: &Relationship| base.relationships.iter().any(|old| is_same_tie(old, tie));
    ir.relationships.retain(|tie| {
        is_known(tie) || is_said(&tie.evidence, &words) || !is_old(&tie.child_table) || !is_old(&tie.parent_table)
    });
    for tie in &base.relationships {
        lock_tie(tie, ir, &words, &mut restored);
    }
    if folded(&ir.title) != folded(&base.title) {
        ir.title.clone_from(&base.title);
    }
    restored
}

fn lock_table(base: &Table, table: &mut Table, words: &str, restored: &mut Vec<String>) {
    if (table.rows, &table.params) != (base.rows, &base.params) && !is_said(&table.evidence, words) {
        (table.rows, table.rows_origin, table.params) = (base.rows, base.rows_origin, base.params.clone());
        restored.push(format!("{}.rows", base.name));
    }
    table.columns.retain(|column| base.column(&column.name).is_some() || is_said(&column.evidence, words));
    let mut names: Vec<&str> = base.columns.iter().map(|column| column.name.as_str()).collect();
    names.dedup();
    for name in names {
        let was: Vec<&Column> = base.columns.iter().filter(|column| column.name == name).collect();
        let is: Vec<&Column> = table.columns.iter().filter(|column| column.name == name).collect();
        let is_same = was.len() == is.len() && was.iter().zip(&is).all(|(was, is)| bare(was) == bare(is));
        let is_meant =
            if is.is_empty() { speaks_of(words, name) } else { is.iter().any(|own| is_said(&own.evidence, words)) };
        if !is_same && !is_meant {
            let was: Vec<Column> = was.into_iter().cloned().collect();
            restore(table, name, was);
            restored.push(format!("{}.{name}", base.name));
        }
    }
}

/// Puts columns back where they were, or at the end.
fn restore(table: &mut Table, name: &str, was: Vec<Column>) {
    let at = table.columns.iter().position(|column| column.name == name).unwrap_or(table.columns.len());
    table.columns.retain(|column| column.name != name);
    let at = at.min(table.columns.len());
    table.columns.splice(at..at, was);
}

fn lock_tie(base: &Relationship, ir: &mut Ir, words: &str, restored: &mut Vec<String>) {
    let name = format!("{}.{}", base.child_table, base.child_column);
    let is_it = |tie: &&mut Relationship| tie.child_table == base.child_table && tie.child_column == base.child_column;
    match ir.relationships.iter_mut().find(is_it) {
        Some(tie) if unquoted(tie) == unquoted(base) || is_said(&tie.evidence, words) => {}
        Some(tie) => {
            *tie = base.clone();
            restored.push(name);
        }
        None if speaks_of(words, &base.child_table) || speaks_of(words, &base.child_column) => {}
        None => {
            ir.relationships.push(base.clone());
            restored.push(name);
        }
    }
}

fn is_same_tie(left: &Relationship, right: &Relationship) -> bool {
    left.child_table == right.child_table && left.child_column == right.child_column
}

/// A column without what was said of it.
fn bare(column: &Column) -> Column {
    Column { evidence: Vec::new(), origin: Default::default(), ..column.clone() }
}

fn unquoted(tie: &Relationship) -> Relationship {
    Relationship { evidence: Vec::new(), origin: Default::default(), ..tie.clone() }
}

/// Whether one of the quotes stands in the change.
fn is_said(evidence: &[String], words: &str) -> bool {
    evidence.iter().map(|quote| folded(quote)).any(|quote| !quote.is_empty() && words.contains(&quote))
}

/// Whether the change has the words of a name, in the singular or the plural.
fn speaks_of(words: &str, name: &str) -> bool {
    let stem = |word: &str| word.strip_suffix('s').filter(|stem| stem.len() > 2).unwrap_or(word).to_owned();
    let spoken: Vec<String> = words.split(|c: char| !c.is_alphanumeric()).map(stem).collect();
    let mut parts = name.split('_').filter(|part| *part != "id" && !part.is_empty());
    parts.clone().next().is_some() && parts.all(|part| spoken.contains(&stem(part)))
}

/// Lower case, with single blanks.
fn folded(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(name: &str, generator: &str, evidence: &[&str]) -> Column {
        let evidence = evidence.iter().map(|&quote| quote.to_owned()).collect();
        Column { name: name.into(), generator: generator.into(), evidence, ..Column::default() }
    }

    fn orders(columns: Vec<Column>) -> Ir {
        let table = Table { name: "orders".into(), rows: 100, columns, ..Table::default() };
        Ir { tables: vec![table], ..Ir::default() }
    }

    #[test]
    fn what_the_change_does_not_speak_of_is_put_back() {
        let base = orders(vec![column("id", "sequence", &[]), column("total", "number", &[])]);
        let mut ir =
            orders(vec![column("id", "uuid", &[]), column("refunded", "bool", &["refunds for 3% of the orders"])]);
        let restored = lock(&base, &mut ir, "Refunds for 3%  of the orders");
        assert_eq!(restored, ["orders.id", "orders.total"]);
        let names: Vec<_> = ir.tables[0].columns.iter().map(|c| (c.name.as_str(), c.generator.as_str())).collect();
        assert_eq!(names, [("id", "sequence"), ("refunded", "bool"), ("total", "number")]);
    }

    #[test]
    fn what_the_change_speaks_of_may_change_or_go() {
        let base = orders(vec![column("id", "sequence", &[]), column("order_total", "number", &[])]);
        let mut ir = orders(vec![column("id", "uuid", &["make the id a UUID"])]);
        assert!(lock(&base, &mut ir, "drop the order totals, and make the id a UUID").is_empty());
        assert_eq!(ir.tables[0].columns.len(), 1);
    }
}
