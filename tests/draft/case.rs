//! A folder of YAML files -> [`Case`]s: descriptions with what each must yield. `tests/draft/README.md` has the language.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use synth::source::{Node, SpecSource, from_node, parse};

/// A description and what it must yield.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Its name.
    pub id: String,
    /// The abilities that it tests.
    pub tests: Vec<String>,
    /// The description.
    pub prose: String,
    /// Tables by name; `|` separates names that will do, the first is the one that other keys use.
    #[serde(default)]
    pub tables: BTreeMap<String, TableWish>,
    /// Formats that the spec must write.
    #[serde(default)]
    pub outputs: Vec<String>,
    /// Locales that the spec must have, joined by `|`.
    pub locale: Option<String>,
    /// SQL conditions that hold for all rows of a table (or are null).
    #[serde(default)]
    pub holds: BTreeMap<String, Vec<String>>,
    /// `column = SQL expression`: equal within a little more than half a cent.
    #[serde(default)]
    pub equals: BTreeMap<String, Vec<String>>,
    /// SQL queries that give 0.
    #[serde(default)]
    pub zero: Vec<String>,
    /// Texts that the spec must hold.
    #[serde(default)]
    pub contains: Vec<String>,
    /// Texts that the spec must not hold outside of its copy of the description.
    #[serde(default)]
    pub lacks: Vec<String>,
    /// Words of questions that must be asked.
    #[serde(default)]
    pub asks: Vec<String>,
    /// Words that what is not expressible, or not understood, must mention.
    #[serde(default)]
    pub says: Vec<String>,
    /// Words that assumptions, questions, or what is not expressible must mention.
    #[serde(default)]
    pub mentions: Vec<String>,
    /// Words of the refusal; with it there is no spec.
    #[serde(default)]
    pub refuses: Vec<String>,
    /// Whether a clear refusal is as good as a spec.
    #[serde(default)]
    pub may_refuse: bool,
    /// Whether any sensible table will do.
    #[serde(default)]
    pub some_table: bool,
}

/// What a table must be.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableWish {
    /// Its rows, or `[least, most]`.
    pub rows: Option<Node>,
    /// Whether it has no columns beside these, its key and its references.
    #[serde(default)]
    pub only: bool,
    /// Whether it may have any name, if it refers to the tables that it must.
    #[serde(default)]
    pub any_name: bool,
    /// Its columns.
    #[serde(default)]
    pub columns: BTreeMap<String, ColumnWish>,
    /// Tables whose rows each have between so many rows here.
    #[serde(default)]
    pub per: BTreeMap<String, [Option<u64>; 2]>,
    /// Bounds of the mean of such numbers.
    #[serde(default)]
    pub mean_per: BTreeMap<String, [f64; 2]>,
    /// References by what they are called: the table that they point to.
    #[serde(default)]
    pub refs: BTreeMap<String, String>,
    /// The share of rows without such a reference, by table.
    #[serde(default)]
    pub refs_nulls: BTreeMap<String, String>,
    /// By table: this share of its rows has at least that share of the rows here.
    #[serde(default)]
    pub skew: BTreeMap<String, [f64; 2]>,
    /// Columns that together never repeat.
    #[serde(default)]
    pub unique: Vec<Vec<String>>,
    /// Whether its references to itself go round in no circle.
    #[serde(default)]
    pub acyclic: bool,
    /// Seconds between its points in time.
    pub every: Option<i64>,
}

/// What a column must be.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnWish {
    /// `integer`, `decimal`, `number` (any), `text`, `boolean`, `date`, `timestamp`, `time` (a date or a timestamp).
    pub r#type: Option<String>,
    /// Digits behind the point at most.
    pub decimals: Option<u32>,
    /// Bounds that all values keep and that they use, one of which may be absent.
    pub range: Option<[Option<f64>; 2]>,
    /// Bounds that all values keep.
    pub within: Option<[Option<f64>; 2]>,
    /// Exactly these values.
    pub values: Option<Vec<String>>,
    /// Exactly these values, with these shares of what is not null.
    pub shares: Option<BTreeMap<String, f64>>,
    /// These values among others, with these shares.
    pub some: Option<BTreeMap<String, f64>>,
    /// The share of nulls, or `any`; without it there are none.
    pub nulls: Option<String>,
    /// Whether no value repeats.
    #[serde(default)]
    pub unique: bool,
    /// A regular expression for all values.
    pub pattern: Option<String>,
    /// What the values look like: `email`.
    pub like: Option<String>,
    /// The first and the last day, which values keep and use; `-30d` counts from the spec's `now`.
    pub dates: Option<[String; 2]>,
    /// Bounds of the mean.
    pub mean: Option<[f64; 2]>,
    /// Bounds of the standard deviation.
    pub sd: Option<[f64; 2]>,
    /// Bounds of the median.
    pub median: Option<[f64; 2]>,
    /// `right`: the mean is well above the median.
    pub skewed: Option<String>,
}

/// All cases of a folder, by file and place.
pub fn cases(folder: &Path) -> Vec<Case> {
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    files
        .iter()
        .flat_map(|path| of_text(&path.display().to_string(), &std::fs::read_to_string(path).expect("text")))
        .collect()
}

/// The cases of a text.
pub fn of_text(name: &str, text: &str) -> Vec<Case> {
    let node = parse(&SpecSource::from_text(name, text)).unwrap_or_else(|found| panic!("{name}: {found:#?}"));
    node.items().iter().map(|item| one(name, item)).collect()
}

fn one(name: &str, item: &Node) -> Case {
    let id = item.get("id").and_then(Node::text).unwrap_or("?");
    from_node(item).unwrap_or_else(|found| panic!("{name}: {id}: {found:#?}"))
}
