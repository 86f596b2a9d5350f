//! Whole builds: threads, errors, paths, and what is left behind.

use super::{Chunk, OutputSpec, Progress, RunError, Settings, Split, Written, prepare};
use crate::formats::{Origin, TableShape};
use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema};
use rayon::{ThreadPool, ThreadPoolBuilder};
use serde_json::json;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;
use tempfile::TempDir;

const CHUNKS: usize = 40;

fn table(name: &str) -> TableShape {
    let fields = vec![Field::new("id", DataType::Int64, false), Field::new("text", DataType::Utf8, true)];
    TableShape::new(name, Arc::new(Schema::new(fields)))
}

/// Rows of a chunk; the number of rows differs by chunk, some have none.
fn batch(table: &TableShape, chunk: usize) -> RecordBatch {
    let rows = (chunk * 37) % 101;
    let ids: ArrayRef = Arc::new(Int64Array::from_iter_values((0..rows).map(|row| (chunk * 1000 + row) as i64)));
    let texts = (0..rows).map(|row| (row % 5 > 0).then(|| format!("row {row}, of chunk {chunk}")));
    RecordBatch::try_new(table.schema.clone(), vec![ids, Arc::new(texts.collect::<StringArray>())]).unwrap()
}

fn pool(threads: usize) -> ThreadPool {
    ThreadPoolBuilder::new().num_threads(threads).build().unwrap()
}

fn output(format: &str, path: impl Into<String>) -> OutputSpec {
    OutputSpec::new(format, path)
}

fn in_folder(dir: &TempDir, path: &str) -> String {
    dir.path().join(path).display().to_string()
}

/// Every file below a folder, also those in the making.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false => found.push(path.file_name().unwrap().to_str().unwrap().to_owned()),
        }
    }
    found.sort();
    found
}

/// Waits a time that differs by chunk, so that chunks are ready out of order.
fn dawdle(chunk: usize) {
    std::thread::sleep(Duration::from_micros((chunk as u64 * 7919) % 900));
}

fn build(dir: &TempDir, threads: usize) -> Vec<Written> {
    let tables = [table("a"), table("b")];
    let outputs = crate::formats::FORMATS
        .iter()
        .map(|def| output(def.name, in_folder(dir, &format!("{{table}}.{}", def.extension))))
        .collect::<Vec<_>>();
    let settings = Settings { hash: true, ..Settings::default() };
    let prepared = prepare(&outputs, &tables, &Origin::default(), &settings, &|_| None, &|_| 0).unwrap();
    let produce = |chunk: usize| -> Result<Chunk, String> {
        dawdle(chunk);
        Ok(vec![(0, batch(&tables[0], chunk)), (1, batch(&tables[1], chunk + 5)), (0, batch(&tables[0], chunk + 1))])
    };
    prepared.run(&pool(threads), CHUNKS, &produce, &|_| Vec::new(), &|_| {}).unwrap().written
}

#[test]
fn bytes_do_not_depend_on_the_number_of_threads() {
    let dirs = [1, 2, 7].map(|threads| {
        let dir = TempDir::new().unwrap();
        let written = build(&dir, threads);
        (dir, written)
    });
    for (_, written) in &dirs[1..] {
        let strip = |written: &[Written]| written.iter().map(|w| (w.bytes, w.sha256.clone())).collect::<Vec<_>>();
        assert_eq!(strip(written), strip(&dirs[0].1));
    }
    for written in &dirs[0].1 {
        assert_eq!(fs::metadata(&written.path).unwrap().len(), written.bytes);
    }
}

#[test]
fn the_checksum_is_that_of_the_file() {
    use sha2::Digest;
    let dir = TempDir::new().unwrap();
    for written in build(&dir, 2) {
        let digest = sha2::Sha256::digest(fs::read(&written.path).unwrap());
        let hex: String = digest.iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(written.sha256.as_deref(), Some(hex.as_str()));
    }
}

#[test]
fn the_first_error_in_chunk_order_wins_and_nothing_is_left() {
    let tables = [table("a")];
    for threads in [1, 2, 7] {
        let dir = TempDir::new().unwrap();
        let prepared = prepare(
            &[output("csv", in_folder(&dir, "new/{table}.csv"))],
            &tables,
            &Origin::default(),
            &Settings::default(),
            &|_| None,
            &|_| 0,
        );
        let produce = |chunk: usize| -> Result<Chunk, usize> {
            dawdle(chunk);
            if chunk >= 11 { Err(chunk) } else { Ok(vec![(0, batch(&tables[0], chunk))]) }
        };
        match prepared.unwrap().run(&pool(threads), CHUNKS, &produce, &|_| Vec::new(), &|_| {}) {
            Err(RunError::Produce(chunk)) => assert_eq!(chunk, 11),
            other => panic!("{other:?}"),
        }
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
    }
}

#[test]
fn a_panic_of_a_producer_ends_the_build() {
    let tables = [table("a")];
    let dir = TempDir::new().unwrap();
    let prepared = prepare(
        &[output("csv", in_folder(&dir, "{table}.csv"))],
        &tables,
        &Origin::default(),
        &Settings::default(),
        &|_| None,
        &|_| 0,
    );
    let produce = |chunk: usize| -> Result<Chunk, ()> {
        assert!(chunk != 5, "a bug");
        Ok(vec![(0, batch(&tables[0], chunk))])
    };
    let prepared = prepared.unwrap();
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _ = prepared.run(&pool(3), CHUNKS, &produce, &|_| Vec::new(), &|_| {});
    }));
    assert!(outcome.is_err());
    assert_eq!(files(dir.path()), [""; 0]);
}

#[test]
fn chunks_in_flight_are_bounded() {
    let tables = [table("a")];
    let dir = TempDir::new().unwrap();
    let prepared = prepare(
        &[output("csv", in_folder(&dir, "{table}.csv"))],
        &tables,
        &Origin::default(),
        &Settings::default(),
        &|_| None,
        &|_| 0,
    );
    let (started, done, most) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
    let produce = |chunk: usize| -> Result<Chunk, ()> {
        let running = started.fetch_add(1, Ordering::SeqCst) + 1 - done.load(Ordering::SeqCst);
        most.fetch_max(running, Ordering::SeqCst);
        if chunk == 0 {
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(vec![(0, batch(&tables[0], chunk + 1))])
    };
    let progress = |progress: Progress| {
        done.fetch_add(usize::from(progress.rows > 0), Ordering::SeqCst);
    };
    prepared.unwrap().run(&pool(4), CHUNKS, &produce, &|_| Vec::new(), &progress).unwrap();
    assert!(most.load(Ordering::SeqCst) <= 9, "{most:?}");
}

#[test]
fn progress_adds_up() {
    let tables = [table("a"), table("b")];
    let dir = TempDir::new().unwrap();
    let outputs = ["csv", "ndjson"].map(|format| output(format, in_folder(&dir, &format!("{{table}}.{format}"))));
    let prepared = prepare(&outputs, &tables, &Origin::default(), &Settings::default(), &|_| None, &|_| 0).unwrap();
    let (rows, bytes) = (AtomicU64::new(0), AtomicU64::new(0));
    let progress = |progress: Progress| {
        rows.fetch_add(progress.rows, Ordering::Relaxed);
        bytes.fetch_add(progress.bytes, Ordering::Relaxed);
    };
    let produce = |chunk: usize| -> Result<Chunk, ()> { Ok(vec![(1, batch(&tables[1], chunk))]) };
    let written = prepared.run(&pool(2), CHUNKS, &produce, &|_| Vec::new(), &progress).unwrap().written;
    assert_eq!(rows.into_inner(), (0..CHUNKS).map(|chunk| (chunk as u64 * 37) % 101).sum::<u64>());
    let headers = 2 * "id,text\n".len() as u64;
    assert_eq!(bytes.into_inner() + headers, written.iter().map(|w| w.bytes).sum::<u64>());
}

/// The codes of everything that is wrong.
fn codes(outputs: &[OutputSpec], tables: &[TableShape]) -> Vec<&'static str> {
    match prepare(outputs, tables, &Origin::default(), &Settings::default(), &|_| None, &|_| 0) {
        Ok(_) => Vec::new(),
        Err(found) => found.iter().map(|d| d.code).collect(),
    }
}

#[test]
fn an_output_takes_only_its_own_tables() {
    let dir = TempDir::new().unwrap();
    let tables = [table("a"), table("b")];
    let only_b = OutputSpec { tables: Some(vec![1]), ..output("csv", in_folder(&dir, "one.csv")) };
    let prepared = prepare(&[only_b], &tables, &Origin::default(), &Settings::default(), &|_| None, &|_| 0).unwrap();
    let produce =
        |chunk: usize| -> Result<Chunk, ()> { Ok(vec![(0, batch(&tables[0], chunk)), (1, batch(&tables[1], chunk))]) };
    let written = prepared.run(&pool(2), 3, &produce, &|_| Vec::new(), &|_| {}).unwrap().written;
    assert_eq!((written.len(), written[0].tables.as_slice()), (1, &[1][..]));
}

#[test]
fn everything_wrong_is_said_before_the_first_row() {
    let dir = TempDir::new().unwrap();
    let tables = [table("a"), table("B")];
    let path = in_folder(&dir, "{table}.csv");
    fs::write(in_folder(&dir, "a.old"), "").unwrap();
    fs::create_dir(in_folder(&dir, "folder")).unwrap();
    let one = |format: &str, path: &str| codes(&[output(format, path)], &tables);
    assert_eq!(one("cvs", &path), ["E0701"]);
    assert_eq!(one("csv", &in_folder(&dir, "{tabel}.csv")), ["E0704"]);
    assert_eq!(one("csv", &in_folder(&dir, "all.csv")), ["E0707"]);
    assert_eq!(one("csv", "-"), ["E0707"]);
    assert_eq!(one("csv", &in_folder(&dir, "{table}.old")), ["E0706"]);
    assert_eq!(codes(&[output("csv", &path), output("ndjson", &path)], &tables), ["E0705", "E0705"]);
    assert_eq!(codes(&[output("csv", &path)], &[table("t"), table("T")]), ["E0705"]);
    assert_eq!(codes(&[output("csv", &path)], &[table("../../x")]), ["E0704"]);
    assert_eq!(one("csv", &in_folder(&dir, "a.old/{table}.csv")), ["E0708", "E0708"]);
    let options = OutputSpec { options: json!({ "delimiter": "x" }), ..output("csv", &path) };
    assert_eq!(codes(&[options], &tables), ["E0702"]);
    let months = Field::new("m", DataType::Interval(arrow_schema::IntervalUnit::YearMonth), false);
    let odd = TableShape::new("odd", Arc::new(Schema::new(vec![months])));
    assert_eq!(codes(&[output("csv", &path)], &[odd]), ["E0703"]);
    assert_eq!(files(dir.path()), ["a.old"]);
}

#[test]
fn every_code_of_this_area_is_described() {
    for code in ["E0701", "E0702", "E0703", "E0704", "E0705", "E0706", "E0707", "E0708"] {
        assert!(crate::diag::codes::find(code).is_some_and(|def| def.explanation.len() > 50), "{code}");
    }
}

#[test]
fn a_folder_in_which_nothing_can_be_made_is_an_error() {
    assert_eq!(codes(&[output("csv", "/proc/no-such/{table}.csv")], &[table("a")]), ["E0708"]);
}

#[test]
fn a_device_is_written_to_as_it_is() {
    let tables = [table("a")];
    let prepared =
        prepare(&[output("csv", "/dev/null")], &tables, &Origin::default(), &Settings::default(), &|_| None, &|_| 0)
            .unwrap();
    let produce = |chunk: usize| -> Result<Chunk, ()> { Ok(vec![(0, batch(&tables[0], chunk))]) };
    let written = prepared.run(&pool(2), 3, &produce, &|_| Vec::new(), &|_| {}).unwrap().written;
    assert!(written[0].bytes > 100);
}

#[test]
fn a_full_device_is_a_write_error() {
    let tables = [table("a")];
    let prepared =
        prepare(&[output("csv", "/dev/full")], &tables, &Origin::default(), &Settings::default(), &|_| None, &|_| 0)
            .unwrap();
    let produce = |chunk: usize| -> Result<Chunk, ()> { Ok(vec![(0, batch(&tables[0], chunk))]) };
    match prepared.run(&pool(2), CHUNKS, &produce, &|_| Vec::new(), &|_| {}) {
        Err(RunError::Write(error)) => assert!(!error.is_broken_pipe() && error.to_string().contains("/dev/full")),
        other => panic!("{other:?}"),
    }
}

/// Writes all rows of table `a` as `output` says and gives the files with their content, by path within the folder.
fn spread(dir: &TempDir, output: OutputSpec, threads: usize, overwrite: bool) -> Vec<(String, String)> {
    let tables = [table("a")];
    let settings = Settings { overwrite, hash: true, ..Settings::default() };
    let prepared = prepare(&[output], &tables, &Origin::default(), &settings, &|_| None, &|_| 0).unwrap();
    let produce = |chunk: usize| -> Result<Chunk, ()> {
        dawdle(chunk);
        Ok(vec![(0, batch(&tables[0], chunk))])
    };
    let written = prepared.run(&pool(threads), CHUNKS, &produce, &|_| Vec::new(), &|_| {}).unwrap().written;
    let rows: u64 = (0..CHUNKS).map(|chunk| (chunk as u64 * 37) % 101).sum();
    assert_eq!(written.iter().map(|file| file.rows).sum::<u64>(), rows);
    let content = |file: &Written| {
        let text = String::from_utf8_lossy(&fs::read(&file.path).unwrap()).into_owned();
        assert_eq!(text.lines().count() as u64, file.rows + 1, "{}", file.path);
        let path = Path::new(&file.path).strip_prefix(dir.path()).unwrap().display().to_string();
        (path, text)
    };
    written.iter().map(content).collect()
}

#[test]
fn parts_are_cut_at_rows_or_bytes_whatever_the_threads() {
    for split in [Split::Rows(100), Split::Bytes(1500), Split::Bytes(1), Split::Rows(1_000_000)] {
        let parts = [1, 5].map(|threads| {
            let dir = TempDir::new().unwrap();
            let output = OutputSpec { split: Some(split), ..output("csv", in_folder(&dir, "{table}.csv")) };
            let parts = spread(&dir, output, threads, false);
            assert_eq!(files(dir.path()).len(), parts.len());
            parts
        });
        assert_eq!(parts[0], parts[1]);
        for (number, (path, text)) in (1..).zip(&parts[0]) {
            assert_eq!(*path, format!("a/part-{number:05}.csv"));
            match split {
                Split::Rows(most) => assert!(number == parts[0].len() || text.lines().count() as u64 == most + 1),
                Split::Bytes(most) => assert!(text.len() as u64 <= most || text.lines().count() == 2),
            }
        }
        let whole = TempDir::new().unwrap();
        let (_, text) = spread(&whole, output("csv", in_folder(&whole, "{table}.csv")), 2, false).remove(0);
        let rows: String = parts[0].iter().map(|(_, text)| text.split_once('\n').unwrap().1).collect();
        assert_eq!(format!("id,text\n{rows}"), text);
    }
}

#[test]
fn every_format_can_be_cut() {
    for def in crate::formats::FORMATS {
        let dir = TempDir::new().unwrap();
        let tables = [table("a")];
        let mut spec = OutputSpec { split: Some(Split::Rows(250)), ..output(def.name, in_folder(&dir, "{table}.x")) };
        if def.name == "sql" {
            spec.options = serde_json::json!({ "create": false });
        }
        let prepared = prepare(&[spec], &tables, &Origin::default(), &Settings::default(), &|_| None, &|_| 0).unwrap();
        let produce = |chunk: usize| -> Result<Chunk, ()> { Ok(vec![(0, batch(&tables[0], chunk))]) };
        let written = prepared.run(&pool(3), CHUNKS, &produce, &|_| Vec::new(), &|_| {}).unwrap().written;
        assert!(written.len() > 3 && written.iter().all(|file| file.bytes > 0 && file.rows > 0), "{}", def.name);
    }
}

#[test]
fn rows_are_spread_over_more_folders_than_files_are_open() {
    let by_text = |dir: &TempDir| OutputSpec {
        partition_by: vec!["text".to_owned()],
        split: Some(Split::Rows(3)),
        ..output("csv", in_folder(dir, "{table}.csv"))
    };
    let dirs = [TempDir::new().unwrap(), TempDir::new().unwrap()];
    let parts = [spread(&dirs[0], by_text(&dirs[0]), 1, false), spread(&dirs[1], by_text(&dirs[1]), 6, false)];
    assert_eq!(parts[0], parts[1]);
    assert!(
        parts[0].len() > 1000 && parts[0].iter().any(|(path, _)| path == "a/text=row 1, of chunk 39/part-00001.csv")
    );
    assert!(parts[0].iter().any(|(path, _)| path.contains("text=__HIVE_DEFAULT_PARTITION__/part-00100")));
}

#[test]
fn parts_of_an_earlier_build_give_way() {
    let dir = TempDir::new().unwrap();
    let output =
        |rows: u64| OutputSpec { split: Some(Split::Rows(rows)), ..output("csv", in_folder(&dir, "{table}.csv")) };
    spread(&dir, output(100), 2, false);
    fs::write(dir.path().join("a/mine.csv"), "mine").unwrap();
    let again = prepare(&[output(1000)], &[table("a")], &Origin::default(), &Settings::default(), &|_| None, &|_| 0);
    assert_eq!(again.err().unwrap().iter().map(|d| d.code).collect::<Vec<_>>(), ["E0706"]);
    let parts = spread(&dir, output(1000), 2, true);
    assert_eq!(files(dir.path()).len(), parts.len() + 1);
    assert_eq!(fs::read_to_string(dir.path().join("a/mine.csv")).unwrap(), "mine");
}

#[test]
fn what_cannot_be_cut_is_said() {
    let dir = TempDir::new().unwrap();
    let tables = [table("a"), table("b")];
    let codes = |format: &str, path: &str, split: Option<Split>, by: &[&str]| {
        let partition_by = by.iter().map(|name| (*name).to_owned()).collect();
        let path = if path == "-" { path.to_owned() } else { in_folder(&dir, path) };
        codes(&[OutputSpec { split, partition_by, ..output(format, path) }], &tables)
    };
    assert_eq!(codes("parquet", "{table}.parquet", Some(Split::Bytes(1000)), &[]), ["E0710"]);
    assert_eq!(codes("csv", "{table}-{part}.csv", None, &[]), ["E0710"]);
    assert_eq!(codes("sql", "all.sql", Some(Split::Rows(10)), &[]), ["E0710"]);
    assert_eq!(codes("csv", "-", Some(Split::Rows(10)), &[]), ["E0710"]);
    assert_eq!(codes("csv", "{table}.csv", None, &["nothing"]), ["E0709", "E0709"]);
}
