//! Names of files of data -> their names without the ending.

/// Endings of files of data.
const ENDS: &[&str] = &[".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".parquet", ".xlsx", ".txt", ".xml"];

/// A file's name (in small letters) without its ending, and the ending without its point.
pub fn parted(name: &str) -> Option<(&str, &'static str)> {
    let (stem, end) = ENDS.iter().find_map(|end| Some((name.strip_suffix(end)?, *end)))?;
    let is_plain = !stem.is_empty() && stem.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    is_plain.then(|| (stem, &end[1..]))
}

/// `tickets` of `tickets.csv: id, title`, `tickets.csv with an id`: the name of a file that heads what it has.
pub fn headed(name: &str, behind: &str) -> Option<String> {
    let behind = behind.trim_start_matches(' ');
    let is_head = behind.starts_with([':', '(']) || behind.starts_with("with ");
    parted(name).filter(|_| is_head).map(|(stem, _)| stem.to_owned())
}
