//! What was said: the command line as clap reads it. What it means is each subcommand's business.

mod config;
mod draft;
mod tools;

pub use config::{
    Config, ConfigAction, ConfigKey, LogArgs, Sessions, SessionsAction, SessionsDelete, SessionsShow, SettingsFile,
};
pub use draft::Draft;
pub use tools::{Completions, Editor, Fmt, Man, Schema};

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, Parser, Subcommand, value_parser};

use super::terminal::When;
use crate::diag::render::RENDERERS;
use crate::source::scalars::{ByteSize, Number};

const EXAMPLES: &str = "\
Examples:
  synth draft \"200 users with an email\" -o u.yaml   draft a spec from a description
  synth new shop                                 write shop.yaml, a spec to start from
  synth check shop.yaml                          find all mistakes, with their places
  synth preview shop.yaml --table users          look at the first rows
  synth build shop.yaml --format csv -o out/     write out/{table}.csv
  synth build shop.yaml                          write what the spec lists under `outputs:`
  synth build shop.yaml --table users --format ndjson -o - | head
  synth golden check specs/ golden/              what has changed since the data were last looked at
  synth explain E0203                            what a code means, with an example";

/// Declarative synthetic data: a YAML spec in, the same coherent rows out, for ever.
#[derive(Debug, Parser)]
#[command(name = "synth", version, max_term_width = 100, after_help = footer(), arg_required_else_help = true)]
#[command(disable_help_subcommand = true)]
pub struct Cli {
    /// Colour: auto (on a terminal, unless NO_COLOR is set), always or never
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", hide_possible_values = true)]
    #[arg(hide_default_value = true)]
    pub color: When,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

fn footer() -> String {
    format!("{EXAMPLES}\n\nExit codes:\n{}", super::exit::help())
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a small commented spec to start from
    New(New),
    /// Write a spec from a description in prose
    Draft(Box<Draft>),
    /// Find all mistakes of specs and of their outputs, without making a row or a file
    Check(Check),
    /// Put specs in the canonical order and style
    Fmt(Fmt),
    /// Show tables, types, row counts and what feeds what
    Plan(PlanArgs),
    /// Show the first rows of tables in the terminal
    Preview(Preview),
    /// Make the data and write it to files or standard output
    Build(Build),
    /// Compare two outputs cell by cell, or two specs by what the edit can change
    Diff(Diff),
    /// Keep what specs' data are, and say what has changed since
    Golden(Golden),
    /// List the generators, or describe one
    Generators(Lookup),
    /// List the output formats, or describe one
    Formats(Lookup),
    /// Say what a diagnostic's code means, or list the codes
    Explain(Lookup),
    /// Print the JSON Schema of a spec, or make an editor use it
    Schema(Schema),
    /// Show settings with where they were said, and keep keys in the keyring
    Config(Config),
    /// List, show and remove sessions of drafting
    Sessions(Sessions),
    /// Print a script that completes this command line in a shell
    Completions(Completions),
    /// Print the manual page, or write one for each subcommand
    Man(Man),
}

/// How findings are written.
#[derive(Debug, Clone, Args)]
pub struct MessageFormat {
    /// How findings are written
    #[arg(long = "message-format", value_name = "FORM", default_value = "full", value_parser = renderers())]
    pub name: String,
}

fn renderers() -> PossibleValuesParser {
    PossibleValuesParser::new(
        RENDERERS.iter().map(|renderer| PossibleValue::new(renderer.name()).help(renderer.about())),
    )
}

/// What the command line says over a spec.
#[derive(Debug, Clone, Args)]
pub struct Over {
    /// Use this profile's row counts
    #[arg(long, value_name = "NAME")]
    pub profile: Option<String>,
    /// Use this seed instead of the spec's
    #[arg(long, value_name = "NUMBER")]
    pub seed: Option<u64>,
    /// Set one of the spec's `vars`, or a table's rows (`users.rows=10`); may be repeated
    #[arg(long, value_name = "NAME=VALUE", value_parser = pair)]
    pub set: Vec<(String, String)>,
}

/// `synth new`.
#[derive(Debug, Args)]
pub struct New {
    /// A name (`shop` writes shop.yaml) or a path that ends in .yaml or .yml
    #[arg(value_name = "NAME|PATH", default_value = "synth.yaml")]
    pub path: PathBuf,
}

/// `synth check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Paths of specs; `-` reads standard input
    #[arg(value_name = "SPEC", required = true)]
    pub specs: Vec<PathBuf>,
    /// Treat warnings as errors
    #[arg(long)]
    pub strict: bool,
    #[command(flatten)]
    pub over: Over,
    #[command(flatten)]
    pub form: MessageFormat,
}

/// `synth plan`.
#[derive(Debug, Args)]
pub struct PlanArgs {
    /// Path of the spec; `-` reads standard input
    pub spec: PathBuf,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub over: Over,
    #[command(flatten)]
    pub form: MessageFormat,
}

/// `synth preview`.
#[derive(Debug, Args)]
pub struct Preview {
    /// Path of the spec; `-` reads standard input
    pub spec: PathBuf,
    /// Show only this table; may be repeated
    #[arg(long, value_name = "TABLE")]
    pub table: Vec<String>,
    /// Rows to show of each table
    #[arg(long, value_name = "N", default_value = "10", value_parser = value_parser!(u32).range(1..=10_000))]
    pub rows: u32,
    #[command(flatten)]
    pub over: Over,
    #[command(flatten)]
    pub form: MessageFormat,
}

const BUILD_HELP: &str = "\
Where files go:
  -o out/             a folder: out/{table}.EXT (also any path without an extension)
  -o out/{table}.csv  a path template with {table}, {name} (the spec's), {seed}, {shard} and {part}
  -o users.parquet    one file, for one table; the extension says the format
  -o users.csv.gz     text formats: `.gz` and `.zst` say that the file is compressed
  -o -                standard output, for one table
  (without -o)        the `outputs:` of the spec, all in one pass
Files appear whole, all at the end, or not at all.

Parts hold the same values as the whole:
  --rows 0..1000      rows 0 to 999 of one table, as a complete file: CSV has its header.
                      With `--option header=false`, adjacent ranges concatenate to the whole.
  --shard 2/8         the second of eight shares of all tables, in files NAME-2-of-8.EXT.
                      Shares without headers concatenate to the whole, too.";

/// `synth build`.
#[derive(Debug, Args)]
#[command(after_help = BUILD_HELP)]
pub struct Build {
    /// Path of the spec; `-` reads standard input
    pub spec: PathBuf,
    /// Output format, instead of the spec's `outputs:`; `synth formats` lists them
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,
    /// Folder, file or path template, instead of the spec's `outputs:`; `-` for standard output
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<String>,
    /// An option of the output format, such as `header=false`; may be repeated
    #[arg(long, value_name = "KEY=VALUE", value_parser = option)]
    pub option: Vec<(String, String)>,
    /// Build only this table; may be repeated
    #[arg(long, value_name = "TABLE")]
    pub table: Vec<String>,
    /// Build only these rows of one table, counted from 0, the end not included
    #[arg(long, value_name = "A..B", value_parser = range, conflicts_with = "shard")]
    pub rows: Option<RowRange>,
    /// Build only the I-th of N shares, counted from 1
    #[arg(long, value_name = "I/N", value_parser = shard)]
    pub shard: Option<Shard>,
    #[command(flatten)]
    pub over: Over,
    /// Worker threads; all cores by default. Has no effect on the data
    #[arg(long, value_name = "N", value_parser = value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
    /// Write each table in parts of so many rows (`1M`): out/{table}/part-00001.EXT, or where `{part}` stands
    #[arg(long, value_name = "ROWS", value_parser = rows_of_part, conflicts_with = "split_bytes")]
    pub split_rows: Option<u64>,
    /// Write each table in parts of at most so many bytes (`256MB`), before compression
    #[arg(long, value_name = "SIZE", value_parser = size)]
    pub split_bytes: Option<u64>,
    /// Spread rows over folders by this column's values, Hive's way: out/{table}/COLUMN=VALUE/; may be repeated
    #[arg(long, value_name = "COLUMN")]
    pub partition_by: Vec<String>,
    /// Write manifest.json into the output's folder: what was built from what, with checksums of files and columns
    #[arg(long)]
    pub manifest: bool,
    /// Do nothing if the manifest says that a build would make the same files; else replace the files that it lists
    #[arg(long)]
    pub if_changed: bool,
    /// Write a rule for Make to this file: the outputs depend on the spec and the files that it names
    #[arg(long, value_name = "PATH")]
    pub depfile: Option<PathBuf>,
    /// Replace files that exist
    #[arg(long)]
    pub overwrite: bool,
    /// Print a summary as JSON on standard output
    #[arg(long)]
    pub json: bool,
    /// Say nothing but errors
    #[arg(short, long)]
    pub quiet: bool,
    /// Rows of a family's largest table in a chunk. Has no effect on the data
    #[arg(long, value_name = "N", hide = true, value_parser = value_parser!(u64).range(1..))]
    pub chunk_rows: Option<u64>,
    #[command(flatten)]
    pub form: MessageFormat,
}

const DIFF_HELP: &str = "\
What is compared:
  diff old.csv new.parquet     two files; .csv .json .ndjson .parquet .arrow .avro .xml .xlsx .sql,
                               text also as .gz or .zst
  diff out/ other/             two folders: files, part files and k=v folders pair by table
  diff old.yaml new.yaml       two specs (one may be `-`): which columns the edit can change,
                               and why; no row is made
Rows pair by key: `--key`, else the key of `--spec` or of a CSVW sidecar, else a unique column `id`,
else their position. Values compare by what they mean: `1.50` in CSV is 1.5 in JSON.
Rows are counted from 0, as in `build --rows`.
Exit code 0 says that both are equal (of specs: that no data can change), 1 that they differ.";

/// `synth diff`.
#[derive(Debug, Args)]
#[command(after_help = DIFF_HELP)]
pub struct Diff {
    /// The first: a file or a folder
    #[arg(value_name = "A")]
    pub left: PathBuf,
    /// The second
    #[arg(value_name = "B")]
    pub right: PathBuf,
    #[command(flatten)]
    pub data: DiffData,
    #[command(flatten)]
    pub specs: DiffSpecs,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// Say nothing but errors: the exit code tells
    #[arg(short, long, conflicts_with = "json")]
    pub quiet: bool,
    #[command(flatten)]
    pub form: MessageFormat,
}

/// How `synth diff` compares specs.
#[derive(Debug, Args)]
pub struct DiffSpecs {
    /// Of specs: print Markdown, for a comment below a pull request
    #[arg(long, conflicts_with_all = ["json", "quiet"])]
    pub markdown: bool,
    #[command(flatten)]
    pub over: Over,
}

/// How `synth diff` compares data.
#[derive(Debug, Args)]
pub struct DiffData {
    /// Columns by which rows pair, of one table or of all: `users=id`, `id`, `lines=order_id,number`; may be repeated
    #[arg(long, value_name = "[TABLE=]COLUMNS", conflicts_with = "by_position")]
    pub key: Vec<String>,
    /// Pair rows by their position, not by key
    #[arg(long)]
    pub by_position: bool,
    /// Take keys and types from this spec
    #[arg(long, value_name = "SPEC")]
    pub spec: Option<PathBuf>,
    /// Numbers that differ by no more than this, absolutely or relative to the larger one, are equal:
    /// `1e-9`, or `price=0.01` for one column; may be repeated
    #[arg(long, value_name = "[COLUMN=]NUMBER")]
    pub tolerance: Vec<String>,
    /// An option of the readers of both sides: `delimiter`, `header` or `null` of CSV; may be repeated
    #[arg(long, value_name = "KEY=VALUE", value_parser = option)]
    pub option: Vec<(String, String)>,
    /// Examples to show of each difference
    #[arg(long, value_name = "N", default_value = "3", value_parser = value_parser!(u16).range(0..=10_000))]
    pub limit: u16,
    /// Bytes of rows that may wait in memory for their partners, before both sides are sorted out on disk
    #[arg(long, value_name = "N", hide = true, default_value = "268435456")]
    pub memory: usize,
}

const GOLDEN_HELP: &str = "\
The last path is the folder of goldens; the others are specs, or folders in which every .yaml file
with a `synth:` key is one. specs/shop.yaml has its golden in golden/shop/: a synth.lock with
digests of all columns and the spec's text, and small tables as CSV files. No data of large tables is kept.

  synth golden update specs/ golden/ --profile ci    make the data of now the golden
  synth golden check specs/ golden/                  say what has changed since, and why
  synth golden check specs/ golden/ --message-format junit > report.xml

`update` remembers --profile, --seed and --set; `check` and later updates use them again. Of several specs,
those that have the profile take it.
Rows are counted from 0, as in `build --rows`.";

/// `synth golden`.
#[derive(Debug, Args)]
#[command(after_help = GOLDEN_HELP)]
pub struct Golden {
    /// What to do.
    #[command(subcommand)]
    pub action: GoldenAction,
}

/// What `synth golden` does.
#[derive(Debug, Subcommand)]
pub enum GoldenAction {
    /// Compare specs' data with their goldens, and say which cells have changed
    Check(GoldenCheck),
    /// Make specs' data of now their goldens
    Update(GoldenUpdate),
}

/// `synth golden check`.
#[derive(Debug, Args)]
#[command(after_help = GOLDEN_HELP)]
pub struct GoldenCheck {
    /// Specs or folders of specs, and at last the folder of goldens
    #[arg(value_name = "PATH", num_args = 2.., required = true)]
    pub paths: Vec<PathBuf>,
    /// Print what has changed as JSON on standard output
    #[arg(long)]
    pub json: bool,
    /// Worker threads; all cores by default
    #[arg(long, value_name = "N", value_parser = value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
    /// Say nothing but what has changed
    #[arg(short, long)]
    pub quiet: bool,
    #[command(flatten)]
    pub form: MessageFormat,
}

/// `synth golden update`.
#[derive(Debug, Args)]
#[command(after_help = GOLDEN_HELP)]
pub struct GoldenUpdate {
    /// Specs or folders of specs, and at last the folder of goldens
    #[arg(value_name = "PATH", num_args = 2.., required = true)]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub over: Over,
    /// Keep tables of at most so many rows as CSV files, larger ones as digests
    #[arg(long, value_name = "N", default_value_t = crate::golden::FILE_ROWS)]
    pub file_rows: u64,
    /// Worker threads; all cores by default
    #[arg(long, value_name = "N", value_parser = value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
    /// Say nothing but errors
    #[arg(short, long)]
    pub quiet: bool,
    #[command(flatten)]
    pub form: MessageFormat,
}

/// `synth generators`, `synth formats`, `synth explain`.
#[derive(Debug, Args)]
pub struct Lookup {
    /// The one to describe; all are listed without
    pub name: Option<String>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `A..B`, `A..` or `..B`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowRange {
    /// The first row.
    pub start: u64,
    /// The row behind the last; the table's end by default.
    pub end: Option<u64>,
}

/// `I/N`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    /// Which, from 1.
    pub index: u64,
    /// Of how many.
    pub of: u64,
}

fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((key, value)) if !key.trim().is_empty() => Ok((key.trim().to_owned(), value.trim().to_owned())),
        _ => Err("write NAME=VALUE".to_owned()),
    }
}

/// As [`pair`], but blanks of the value stand: a tab may be one.
fn option(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((key, value)) if !key.trim().is_empty() => Ok((key.trim().to_owned(), value.to_owned())),
        _ => Err("write KEY=VALUE".to_owned()),
    }
}

fn range(text: &str) -> Result<RowRange, String> {
    let whole = || "write A..B, such as 0..1000, or A.. or ..B".to_owned();
    let number = |part: &str| part.trim().replace('_', "").parse::<u64>().map_err(|_| whole());
    let (start, end) = text.split_once("..").ok_or_else(whole)?;
    let start = if start.trim().is_empty() { 0 } else { number(start)? };
    let end = if end.trim().is_empty() { None } else { Some(number(end)?) };
    match end {
        Some(end) if end < start => Err(format!("the range ends at {end}, before its start {start}")),
        _ => Ok(RowRange { start, end }),
    }
}

fn rows_of_part(text: &str) -> Result<u64, String> {
    let number = Number::parse(text)?.as_i128().and_then(|rows| u64::try_from(rows).ok());
    number.filter(|rows| *rows > 0).ok_or_else(|| "write a number of rows such as 100k".to_owned())
}

fn size(text: &str) -> Result<u64, String> {
    ByteSize::parse(text).map(|size| size.0)
}

/// Most shares of a build.
const MAX_SHARDS: u64 = 1_000_000;

fn shard(text: &str) -> Result<Shard, String> {
    let whole = || "write I/N, such as 1/8".to_owned();
    let (index, of) = text.split_once('/').ok_or_else(whole)?;
    let number = |part: &str| part.trim().parse::<u64>().map_err(|_| whole());
    let (index, of) = (number(index)?, number(of)?);
    match (index, of) {
        (_, 0) | (_, MAX_SHARDS..) => Err(format!("N is between 1 and {}", MAX_SHARDS - 1)),
        _ if (1..=of).contains(&index) => Ok(Shard { index, of }),
        _ => Err(format!("I is between 1 and {of}: shares are counted from 1")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definitions_are_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn ranges_and_shards_are_read_or_refused() {
        assert_eq!(range("5..10"), Ok(RowRange { start: 5, end: Some(10) }));
        assert_eq!(range("1_000.."), Ok(RowRange { start: 1000, end: None }));
        assert_eq!(range("..3"), Ok(RowRange { start: 0, end: Some(3) }));
        for text in ["5", "a..b", "9..3", "-1..4"] {
            assert!(range(text).is_err(), "{text}");
        }
        assert_eq!(shard("2/8"), Ok(Shard { index: 2, of: 8 }));
        for text in ["0/4", "5/4", "1/0", "1", "x/y"] {
            assert!(shard(text).is_err(), "{text}");
        }
    }
}
