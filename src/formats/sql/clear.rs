//! Tables in, the statements that take them or their rows away out: `DROP TABLE`, `DELETE`, `TRUNCATE`.
//!
//! What refers goes before what it refers to. That cannot be for tables in a circle, nor where another script's tables refer to
//! this one's: PostgreSQL and standard SQL then drop the keys along with the table (`CASCADE`), MySQL looks away.

use super::dialect::Dialect;
use super::schema::Database;
use crate::formats::TableShape;

/// MySQL's switch for foreign keys, and back to what it was.
const LOOK_AWAY: &str = "SET @checks = @@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS = 0;\n";
const LOOK_AGAIN: &str = "SET FOREIGN_KEY_CHECKS = @checks;\n";

impl Database {
    /// `DROP TABLE IF EXISTS` for tables of a script, which are in the order of the file.
    pub fn drop_tables(&self, tables: &[&TableShape]) -> String {
        let drop = |table: &&TableShape| {
            let cascades = matches!(self.dialect, Dialect::Ansi | Dialect::Postgres) && self.is_held(table, tables);
            let cascade = if cascades { " CASCADE" } else { "" };
            format!("DROP TABLE IF EXISTS {}{cascade};\n", self.dialect.identifier(&table.name))
        };
        let drops: String = tables.iter().rev().map(drop).collect();
        self.unchecked(drops, tables.iter().any(|table| self.is_held(table, tables)))
    }

    /// What deletes all rows of the tables of a script, which are in the order of the file.
    pub fn delete_rows(&self, tables: &[&TableShape]) -> String {
        let is_whole = !tables.iter().any(|table| self.is_held_outside(table, tables));
        if self.dialect == Dialect::Postgres && is_whole {
            let names = self.dialect.identifiers(tables.iter().map(|table| &table.name));
            return format!("TRUNCATE {names};\n");
        }
        let delete = |table: &&TableShape| format!("DELETE FROM {};\n", self.dialect.identifier(&table.name));
        let is_circle = tables.iter().any(|table| self.late_target(table).is_some());
        self.unchecked(tables.iter().rev().map(delete).collect(), is_circle && is_whole)
    }

    fn unchecked(&self, statements: String, is_needed: bool) -> String {
        match self.dialect {
            Dialect::Mysql if is_needed => [LOOK_AWAY, &statements, LOOK_AGAIN].concat(),
            _ => statements,
        }
    }

    /// Whether other tables refer to this one while it is dropped.
    fn is_held(&self, table: &TableShape, script: &[&TableShape]) -> bool {
        let is_circle = self.referrers(table).any(|other| self.position(&other.name) < self.position(&table.name));
        is_circle || self.is_held_outside(table, script)
    }

    /// Whether tables of other scripts refer to this one.
    fn is_held_outside(&self, table: &TableShape, script: &[&TableShape]) -> bool {
        self.referrers(table).any(|other| !script.iter().any(|own| own.name == other.name))
    }

    /// The other tables that refer to this one.
    fn referrers<'a>(&'a self, table: &'a TableShape) -> impl Iterator<Item = &'a TableShape> {
        let refers = |other: &&TableShape| self.foreign_keys(other).any(|key| key.table == table.name);
        self.tables().iter().filter(|other| other.name != table.name).filter(move |other| refers(other))
    }
}
