//! `out/{table}.csv` and table names in, paths out.

use std::path::{Path, PathBuf};

/// What stands for the table's name.
const TABLE: &str = "{table}";

/// What stands for the number of a part.
const PART: &str = "{part}";

/// All place holders that a path may have when the command reads it, in words.
const KNOWN: &str = "`{table}`, `{name}`, `{seed}`, `{shard}` and `{part}`";

/// A path with or without `{table}` in it. Without, it names one file for all tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathTemplate {
    text: String,
}

impl PathTemplate {
    /// Reads a template; the error is one sentence.
    pub fn parse(template: &str) -> Result<Self, String> {
        if template.is_empty() {
            return Err("the path is empty".to_owned());
        }
        if template.contains('\0') {
            return Err("the path holds a NUL character".to_owned());
        }
        let bare = template.replace(TABLE, "\0").replace(PART, "\0");
        if let Some(piece) = bare.split('\0').find(|piece| piece.contains(['{', '}'])) {
            return Err(format!("`{}` is none of {KNOWN}", braced(piece)));
        }
        let (folder, name) = template.rsplit_once('/').unwrap_or(("", template));
        if folder.contains(PART) || name.matches(PART).count() > 1 {
            return Err(format!("`{PART}` stands once, in the file's name"));
        }
        Ok(Self { text: template.to_owned() })
    }

    /// Whether every table has a file of its own.
    pub fn is_per_table(&self) -> bool {
        self.text.contains(TABLE)
    }

    /// Whether it has a place for the number of a part.
    pub fn has_part(&self) -> bool {
        self.text.contains(PART)
    }

    /// The folder of all its files: what stands before the first place holder.
    pub fn folder(&self) -> PathBuf {
        let fixed = &self.text[..self.text.find('{').unwrap_or(self.text.len())];
        let folder = fixed.rfind('/').map_or(".", |slash| &fixed[..=slash]);
        PathBuf::from(folder)
    }

    /// The file of a table; the error says why the table's name cannot be part of a file's name.
    pub fn path(&self, table: &str) -> Result<PathBuf, String> {
        self.filled(table).map(PathBuf::from)
    }

    fn filled(&self, table: &str) -> Result<String, String> {
        if self.is_per_table() {
            check_file_name(table)?;
        }
        Ok(self.text.replace(TABLE, table))
    }

    /// The files of a table that is written in parts: the number stands where the template says, else the parts lie in a
    /// folder, `out/users.csv` becoming `out/users/part-00001.csv`.
    pub fn parts(&self, table: &str) -> Result<PartPath, String> {
        let (folder, name) =
            self.text.rsplit_once('/').map_or(("", self.text.as_str()), |(folder, name)| (folder, name));
        let separated = match name.split_once(PART) {
            Some((before, behind)) => [folder.to_owned(), before.to_owned(), behind.to_owned()],
            None => {
                let (stem, extension) = name.split_at(extension_at(name));
                let folder = if self.text.contains('/') { format!("{folder}/{stem}") } else { stem.to_owned() };
                [folder, "part-".to_owned(), extension.to_owned()]
            }
        };
        self.filled(table)?;
        let [folder, before, behind] = separated.map(|text| text.replace(TABLE, table));
        let folder = match folder.as_str() {
            "" if self.text.starts_with('/') => PathBuf::from("/"),
            "" => PathBuf::from("."),
            _ => PathBuf::from(folder),
        };
        Ok(PartPath { folder, before, behind })
    }
}

/// The first place holder of a text that has a brace, or the brace.
fn braced(text: &str) -> &str {
    let from = text.find(['{', '}']).unwrap_or(0);
    let end = text[from..].find('}').map_or(from + 1, |end| from + end + 1);
    &text[from..end]
}

/// Where the extensions of a file's name begin: at the first point behind place holders and behind the first character.
fn extension_at(name: &str) -> usize {
    let from = name.rfind('}').map_or(1, |brace| brace + 1);
    name.get(from..).and_then(|rest| rest.find('.')).map_or(name.len(), |point| from + point)
}

/// The paths of a table's parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartPath {
    folder: PathBuf,
    before: String,
    behind: String,
}

impl PartPath {
    /// The folder below which all parts lie.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file of part `number`, counted from 1, in the folders of a partition (`""` for none).
    pub fn file(&self, partition: &str, number: u32) -> PathBuf {
        let name = format!("{}{number:05}{}", self.before, self.behind);
        match partition {
            "" if self.folder == Path::new(".") => PathBuf::from(name),
            "" => self.folder.join(name),
            _ => self.folder.join(partition).join(name),
        }
    }

    /// Whether a file's name is one of a part.
    pub fn is_part(&self, name: &str) -> bool {
        let number = name.strip_prefix(self.before.as_str()).and_then(|rest| rest.strip_suffix(self.behind.as_str()));
        number.is_some_and(|number| number.len() >= 5 && number.bytes().all(|byte| byte.is_ascii_digit()))
    }
}

/// Whether a table's name stays inside the folder when it becomes part of a path, on any system.
pub fn check_file_name(name: &str) -> Result<(), String> {
    let odd = |c: char| matches!(c, '/' | '\\' | ':' | '{' | '}') || c.is_control();
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
        assert_eq!(template.folder(), PathBuf::from("out/"));
        let template = PathTemplate::parse("out/shop.sql").unwrap();
        assert!(!template.is_per_table());
        assert_eq!(template.path("../x").unwrap(), PathBuf::from("out/shop.sql"));
    }

    #[test]
    fn parts_have_a_number_or_a_folder() {
        let parts = |template: &str| PathTemplate::parse(template).unwrap().parts("my.users").unwrap();
        let file = |template: &str, partition: &str| parts(template).file(partition, 12).display().to_string();
        assert_eq!(file("out/{table}.csv.gz", ""), "out/my.users/part-00012.csv.gz");
        assert_eq!(file("{table}-{part}.csv", ""), "my.users-00012.csv");
        assert_eq!(file("/{part}.csv", ""), "/00012.csv");
        assert_eq!(file("out/users", "a=1/b=2"), "out/users/a=1/b=2/part-00012");
        assert!(parts("{table}.csv").is_part("part-00012.csv") && !parts("{table}.csv").is_part("part-x.csv"));
    }

    #[test]
    fn names_that_would_leave_the_folder_are_refused() {
        let template = PathTemplate::parse("out/{table}.csv").unwrap();
        for name in ["../../etc/x", "a/b", "..", ".", "", "a\\b", "C:x", "a\0b", "a\nb"] {
            assert!(template.path(name).is_err(), "{name:?}");
        }
    }

    #[test]
    fn a_place_holder_that_there_is_not_is_named() {
        let why = |template: &str| PathTemplate::parse(template).unwrap_err();
        assert!(why("out/{table}/{tabel}.csv").starts_with("`{tabel}` is none of `{table}`, "));
        assert!(why("out/{table.csv").starts_with("`{` is none of"));
        assert!(why("a}b").starts_with("`}` is none of"));
    }

    #[test]
    fn braces_without_meaning_are_refused() {
        for template in ["", "out/{tabel}.csv", "out/{table.csv", "a}b", "a\0", "{part}/a.csv", "{part}{part}"] {
            assert!(PathTemplate::parse(template).is_err(), "{template:?}");
        }
    }
}
