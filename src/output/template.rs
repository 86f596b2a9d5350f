//! `out/{table}.csv` and table names in, paths out.

use std::path::PathBuf;

/// A path with or without `{table}` in it. Without, it names one file for all tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathTemplate {
    /// Text between the places of the table's name.
    parts: Vec<String>,
}

impl PathTemplate {
    /// Reads a template; the error is one sentence.
    pub fn parse(template: &str) -> Result<Self, String> {
        let parts: Vec<String> = template.split("{table}").map(str::to_owned).collect();
        if template.is_empty() {
            return Err("the path is empty".to_owned());
        }
        if template.contains('\0') {
            return Err("the path holds a NUL character".to_owned());
        }
        if let Some(part) = parts.iter().find(|part| part.contains(['{', '}'])) {
            return Err(format!("`{part}` has a brace that belongs to no `{{table}}`"));
        }
        Ok(Self { parts })
    }

    /// Whether every table has a file of its own.
    pub fn is_per_table(&self) -> bool {
        self.parts.len() > 1
    }

    /// The file of a table; the error says why the table's name cannot be part of a file's name.
    pub fn path(&self, table: &str) -> Result<PathBuf, String> {
        if self.is_per_table() {
            check_name(table)?;
        }
        Ok(PathBuf::from(self.parts.join(table)))
    }
}

/// Whether a table's name stays inside the folder when it becomes part of a path, on any system.
fn check_name(name: &str) -> Result<(), String> {
    let odd = |c: char| matches!(c, '/' | '\\' | ':') || c.is_control();
    match name {
        "" => Err("a table without a name has no file name".to_owned()),
        "." | ".." => Err(format!("the table name `{name}` means a folder")),
        _ if name.contains(odd) => {
            Err(format!("the table name `{}` holds a character that file names cannot", name.escape_debug()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_its_place_in_the_path() {
        let template = PathTemplate::parse("out/{table}/{table}.csv").unwrap();
        assert!(template.is_per_table());
        assert_eq!(template.path("users").unwrap(), PathBuf::from("out/users/users.csv"));
        let template = PathTemplate::parse("out/shop.sql").unwrap();
        assert!(!template.is_per_table());
        assert_eq!(template.path("../x").unwrap(), PathBuf::from("out/shop.sql"));
    }

    #[test]
    fn names_that_would_leave_the_folder_are_refused() {
        let template = PathTemplate::parse("out/{table}.csv").unwrap();
        for name in ["../../etc/x", "a/b", "..", ".", "", "a\\b", "C:x", "a\0b", "a\nb"] {
            assert!(template.path(name).is_err(), "{name:?}");
        }
    }

    #[test]
    fn braces_without_meaning_are_refused() {
        for template in ["", "out/{tabel}.csv", "out/{table.csv", "a}b", "a\0"] {
            assert!(PathTemplate::parse(template).is_err(), "{template:?}");
        }
    }
}
