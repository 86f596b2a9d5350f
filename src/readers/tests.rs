//! Every reader reads what the writers write.

use super::{Batch, Cell, ReadError, ReadOptions, Source, list};
use crate::formats::sample::{encode, everything, open};
use std::path::PathBuf;
use tempfile::TempDir;

/// A folder with a file.
pub fn file(name: &str, bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

/// All cells of a source, as people see them.
pub fn rows(source: &Source) -> Result<Vec<Vec<String>>, ReadError> {
    let mut stream = (source.open)()?;
    let mut rows = Vec::new();
    while let Some(batch) = stream.next()? {
        let row = |row| (0..source.columns.len()).map(|column| batch.cell(row, column).to_string()).collect();
        rows.extend((0..batch.rows()).map(row));
    }
    Ok(rows)
}

/// The rows of a file of one table, or what is wrong with it.
fn read(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Vec<Vec<String>>, ReadError> {
    let (_folder, path) = file(name, bytes);
    rows(&list(&path, options)?[0])
}

#[track_caller]
fn reads(name: &str, text: &str, expected: &[&[&str]]) {
    assert_eq!(read(name, text.as_bytes(), &ReadOptions::default()).unwrap(), expected);
}

#[track_caller]
fn refuses(name: &str, bytes: &[u8], code: &str, words: &[&str]) {
    let error = read(name, bytes, &ReadOptions::default()).expect_err("the file is damaged");
    let text = format!("{} {:?}", error.message, error.notes);
    assert_eq!(error.code, code, "{text}");
    words.iter().for_each(|word| assert!(text.contains(word), "no `{word}` in {text}"));
}

#[test]
fn csv_tells_nulls_from_empty_texts_and_finds_its_delimiter() {
    reads("t.csv", "a,b\n1,\n\"\",\"x \"\"y\"\"\"\n", &[&["1", "null"], &["\"\"", "x \"y\""]]);
    reads("t.csv", "\u{feff}a;b\r\n1;2,5\r\n\"l1\r\nl2\";\r\n", &[&["1", "2,5"], &["\"l1\\r\\nl2\"", "null"]]);
    reads("t.tsv", "a\tb\n1\t2", &[&["1", "2"]]);
    reads("t.csv", "a\n\n\"\"\n", &[&["null"], &["\"\""]]);
    reads("t.csv", "a,b\n", &[]);
    let options = ReadOptions { header: Some(false), null: Some("NA".to_owned()), ..ReadOptions::default() };
    assert_eq!(read("t.csv", b"1,NA\n,\"NA\"\n", &options).unwrap(), [["1", "null"], ["\"\"", "NA"]]);
}

#[test]
fn csv_rows_may_be_longer_than_what_is_read_at_once() {
    let long = "x\"\"\n".repeat(200_000);
    let text = format!("a,b\n1,\"{long}\"\n2,y\n");
    let rows = read("t.csv", text.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!((rows.len(), rows[1].as_slice()), (2, ["2".to_owned(), "y".to_owned()].as_slice()));
}

#[test]
fn damaged_csv_is_refused_with_the_line() {
    refuses("t.csv", b"a,b\n1,2\n\"x\ny\",2\n3\n", "E0904", &["1 cell", "2 columns", "line 5"]);
    refuses("t.csv", b"a,b\n1,\"2\n", "E0904", &["never closed", "line 2"]);
    refuses("t.csv", b"a,b\n1,\"2\"x\n", "E0904", &["closing quote", "line 2"]);
    refuses("t.csv", b"a,b\n1,2\n1,\xff\n", "E0904", &["UTF-8", "line 3"]);
    refuses("t.csv", b"", "E0904", &["no header"]);
    refuses("t.csv", b"a,a\n", "E0904", &["two columns"]);
}

#[test]
fn json_is_read_as_an_array_lines_or_a_document() {
    let text = "[ {\"a\": 1.50, \"b\\n\": \"x\\u00e9\\ud83e\\udd80\\\"\"},\n {\"b\\n\": null, \"c\": [1, {\"]\": \"}\\\"\"}]} ]";
    reads("t.json", text, &[&["1.50", "xé🦀\"", "null"], &["null", "null", "[1, {\"]\": \"}\\\"\"}]"]]);
    reads("t.ndjson", "{\"a\":true}\n\n{\"a\":\"\"}", &[&["true"], &["\"\""]]);
    reads("t.json", "[]", &[]);
    let (_folder, path) =
        file("shop.json", b"{\"users\": [{\"id\": 1}], \"none\": [], \"orders\": [{\"n\": 2}, {\"n\": 3}]}");
    let sources = list(&path, &ReadOptions::default()).unwrap();
    let names: Vec<_> = sources.iter().map(|source| source.table.as_str()).collect();
    assert_eq!(names, ["users", "none", "orders"]);
    assert_eq!(rows(&sources[2]).unwrap(), [["2"], ["3"]]);
    assert_eq!(rows(&sources[1]).unwrap(), [[""; 0]; 0]);
}

#[test]
fn damaged_json_is_refused_with_the_place() {
    refuses("t.json", b"[{\"a\": 1},\n{\"a\": 2", "E0904", &["ends", "line 2"]);
    refuses("t.ndjson", b"{\"a\": 1}\n{\"a\": nul}\n", "E0904", &["`nul`", "line 2"]);
    refuses("t.ndjson", b"{\"a\": \"x\\q\"}", "E0904", &["backslash"]);
    refuses("t.ndjson", b"{\"a\": \"\xff\"}\n", "E0904", &["UTF-8"]);
    refuses("t.json", b"[] x", "E0904", &["behind the end"]);
    refuses("t.json", b"12", "E0904", &["begins neither"]);
    refuses("t.ndjson", b"{\"a\": [1}}", "E0904", &["brackets"]);
}

#[test]
fn compressed_text_is_read_and_its_damage_found() {
    use std::io::Write;
    let text = "a,b\n".to_owned() + &"1,2\n".repeat(1000);
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gz.write_all(text.as_bytes()).unwrap();
    let gz = gz.finish().unwrap();
    let zst = zstd::encode_all(text.as_bytes(), 3).unwrap();
    for (name, bytes) in [("t.csv.gz", &gz), ("t.csv.zst", &zst)] {
        assert_eq!(read(name, bytes, &ReadOptions::default()).unwrap().len(), 1000);
        refuses(name, &bytes[..bytes.len() - 6], "E0904", &["byte"]);
    }
    refuses("t.csv.gz", b"a,b\n1,2\n3,4\n5,6\n", "E0904", &["gzip"]);
}

#[test]
fn a_parquet_file_that_is_cut_short_is_refused() {
    let (shape, batch) = everything(100);
    let format = open("parquet", &serde_json::Value::Null, std::slice::from_ref(&shape)).unwrap();
    let bytes = encode(&*format, &shape, &batch, 100);
    refuses("t.parquet", &bytes[..bytes.len() - 9], "E0904", &["Parquet", "its end"]);
    refuses("t.parquet", b"PAR1", "E0904", &["damaged"]);
}

#[test]
fn sql_scripts_are_scanned_for_rows() {
    let text = "-- a script\nSET x = ';';\nCREATE TABLE IF NOT EXISTS \"t\" (\n  \"id\" INT NOT NULL, \"b;\" JSONB, c DECIMAL(9,2) CHECK (c > 0),\n\
        PRIMARY KEY (\"id\", c)\n);\nINSERT INTO \"t\" (\"b;\", \"id\", c) VALUES\n('it''s (', 1, -1.50),\n(NULL, 2, DATE '2024-01-01');\n\
        INSERT INTO other VALUES (1); /* ; */ INSERT INTO public.t VALUES (X'FF', N'n', E'a\\'b'::text);\n\
        COPY t (id, c) FROM stdin;\n3\ta\\tb\\\\\n\\N\t\n\\.\nCOMMIT;";
    let (_folder, path) = file("t.sql", text.as_bytes());
    let source = &list(&path, &ReadOptions::default()).unwrap()[0];
    assert_eq!((source.table.as_str(), source.key.as_slice()), ("t", ["id".to_owned(), "c".to_owned()].as_slice()));
    assert_eq!(source.columns[1].family, super::Family::Json);
    let expected = [
        ["1", "it's (", "-1.50"],
        ["2", "null", "2024-01-01"],
        ["\\xFF", "n", "a'b"],
        ["3", "null", "\"a\\tb\\\\\""],
        ["null", "null", "\"\""],
    ];
    assert_eq!(rows(source).unwrap(), expected);
    let sqlite = "INSERT INTO t (a) VALUES (replace(replace('a\\r\\nb', '\\r', char(13)),'\\n',char(10)));";
    reads("s.sql", sqlite, &[&["\"a\\r\\nb\""]]);
    let mysql = "INSERT INTO `t` (`a`) VALUES ('a\\'b\\n\\\\'), (0x00FF);";
    reads("m.sql", mysql, &[&["\"a'b\\n\\\\\""], &["\\x00FF"]]);
}

#[test]
fn damaged_sql_is_refused_with_the_place() {
    refuses("t.sql", b"INSERT INTO t (a) VALUES (1),\n(2", "E0904", &["ends within", "line 2"]);
    refuses("t.sql", b"INSERT INTO t (a, b) VALUES (1, 2),\n(2);", "E0904", &["2 values", "line 2"]);
    refuses("t.sql", b"INSERT INTO t (a) VALUES (now());", "E0904", &["`NOW`"]);
    refuses("t.sql", b"INSERT INTO t SELECT 1;", "E0904", &["VALUES"]);
    refuses("t.sql", b"COPY t (a) FROM stdin;\n1\n", "E0904", &["COPY"]);
}

#[test]
fn xml_holds_one_table_or_several() {
    let one = "<?xml version=\"1.0\"?><t><row a=\"1&#10;\"><b_x0020_c>x &lt; _x0001_</b_x0020_c></row><row><b_x0020_c/></row></t>";
    reads("t.xml", one, &[&["\"1\\n\"", "\"x < \\u{1}\""], &["null", "\"\""]]);
    let two = "<d><users><row><id>1</id></row></users><orders><row><n><item>1</item><item xsi:nil=\"true\"/></n></row></orders></d>";
    let (_folder, path) = file("d.xml", two.as_bytes());
    let sources = list(&path, &ReadOptions::default()).unwrap();
    assert_eq!((sources[0].table.as_str(), sources[1].table.as_str()), ("users", "orders"));
    assert_eq!(rows(&sources[0]).unwrap(), [["1"]]);
    assert_eq!(rows(&sources[1]).unwrap(), [["[\"1\",null]"]]);
    refuses("t.xml", b"<t><row><a>1</a></row>", "E0904", &["ends within"]);
    refuses("t.xml", b"<t><row><a>1</b></row></t>", "E0904", &["byte"]);
    refuses("t.xml", b"", "E0904", &["damaged"]);
}

#[test]
fn values_of_endless_depth_are_refused() {
    let deep = |open: &str, close: &str| [open.repeat(100_000), close.repeat(100_000)].concat();
    let xml = format!("<t><row>{}</row></t>", deep("<a>", "</a>"));
    let sql = format!("INSERT INTO t (a) VALUES ({});", deep("replace(", "'', '', char(13))"));
    let json = format!("[{{\"a\": {}}}]", deep("[", "]"));
    for (name, text) in [("t.xml", xml), ("t.sql", sql), ("t.json", json)] {
        refuses(name, text.as_bytes(), "E0904", &["a value has more than"]);
    }
    let dots = format!("INSERT INTO {}t (a) VALUES (1);", "a.".repeat(1_000_000));
    reads("t.sql", &dots, &[&["1"]]);
}

#[test]
fn binary_files_that_are_cut_short_are_refused() {
    let (shape, batch) = everything(500);
    for (name, options, extension) in [
        ("arrow", serde_json::json!({ "batch": 100 }), "arrow"),
        ("arrow", serde_json::json!({ "variant": "stream", "batch": 100 }), "arrow"),
        ("avro", serde_json::json!({ "block": 100 }), "avro"),
        ("xlsx", serde_json::json!({}), "xlsx"),
    ] {
        if crate::formats::find(name).is_none() {
            continue;
        }
        let format = open(name, &options, std::slice::from_ref(&shape)).unwrap();
        let bytes = encode(&*format, &shape, &batch, 100);
        for kept in [bytes.len() - 3, bytes.len() - 9, bytes.len() / 2, 5] {
            let outcome = read(&format!("t.{extension}"), &bytes[..kept], &ReadOptions::default());
            let code = outcome.map(|rows| rows.len()).map_err(|error| error.code);
            assert_eq!(code, Err("E0904"), "{name} {options} {kept} of {}", bytes.len());
        }
    }
}

#[test]
fn what_cannot_be_read_is_said() {
    let none = PathBuf::from("/nowhere/t.csv");
    assert_eq!(list(&none, &ReadOptions::default()).unwrap_err().code, "E0902");
    assert_eq!(list(&PathBuf::from("t.txt"), &ReadOptions::default()).unwrap_err().code, "E0903");
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("t.csv");
    std::fs::create_dir(&path).unwrap();
    assert_eq!(list(&path, &ReadOptions::default()).unwrap_err().code, "E0902");
}

#[test]
fn rows_written_alike_are_seen_as_equal() {
    let (_folder, path) = file("t.csv", b"a,b\n1,x\n1,x\n1,y\n");
    let source = &list(&path, &ReadOptions::default()).unwrap()[0];
    let Some(Batch::Text(batch)) = (source.open)().unwrap().next().unwrap() else { panic!("text") };
    assert_eq!(batch.row(0), batch.row(1));
    assert_ne!(batch.row(1), batch.row(2));
    assert_eq!(Batch::Text(batch).cell(2, 0), Cell::Text("1".into(), super::Origin::Bare));
}
