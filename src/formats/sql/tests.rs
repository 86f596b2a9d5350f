//! SQL, read by the parser of others and loaded into SQLite.

use crate::formats::sample::{self, TEXTS, encode, everything};
use crate::formats::{ForeignKey, Format, TableShape};
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, Float32Array, Int64Array, RecordBatch, StringArray};
use arrow_cast::cast;
use arrow_schema::{DataType, Field, Schema};
use rusqlite::Connection;
use rusqlite::types::Value as Cell;
use serde_json::{Value, json};
use sqlparser::ast::{SetExpr, Statement};
use sqlparser::dialect::{self, MsSqlDialect, MySqlDialect, PostgreSqlDialect, SQLiteDialect};
use sqlparser::parser::Parser;
use std::collections::HashMap;
use std::sync::Arc;

const DIALECTS: [&str; 5] = ["ansi", "postgres", "mysql", "sqlite", "mssql"];

fn open(options: Value, tables: &[TableShape]) -> Box<dyn Format> {
    sample::open("sql", &options, tables).unwrap()
}

fn parse(name: &str, sql: &str) -> Vec<Statement> {
    let dialect: &dyn dialect::Dialect = match name {
        "postgres" => &PostgreSqlDialect {},
        "mysql" => &MySqlDialect {},
        "sqlite" => &SQLiteDialect {},
        "mssql" => &MsSqlDialect {},
        _ => &dialect::AnsiDialect {},
    };
    Parser::parse_sql(dialect, sql).unwrap_or_else(|error| panic!("{name}: {error}\n{}", &sql[..sql.len().min(3000)]))
}

fn script(options: Value, table: &TableShape, batch: &RecordBatch) -> String {
    let format = open(options, std::slice::from_ref(table));
    String::from_utf8(encode(&*format, table, batch, 100)).unwrap()
}

/// Number of rows of each `INSERT`.
fn inserts(statements: &[Statement]) -> Vec<usize> {
    let rows = |statement: &Statement| match statement {
        Statement::Insert(insert) => match insert.source.as_deref()?.body.as_ref() {
            SetExpr::Values(values) => Some(values.rows.len()),
            _ => None,
        },
        _ => None,
    };
    statements.iter().filter_map(rows).collect()
}

#[test]
fn every_dialect_parses_with_every_type_and_text() {
    let (mut table, batch) = everything(300);
    table.key = vec!["id".to_owned()];
    table.unique = vec![vec!["bare_text".to_owned()], vec!["text".to_owned(), "id".to_owned()]];
    for dialect in DIALECTS {
        let statements = parse(dialect, &script(json!({ "dialect": dialect, "batch": 120 }), &table, &batch));
        assert_eq!(inserts(&statements), [120, 120, 60], "{dialect}");
    }
}

#[test]
fn nasty_names_stay_names() {
    let names = ["a\"b", "a`b", "a]b", "a'b; DROP TABLE x; --", "select", " x", "ü", "a\\b", "--", "[c]"];
    let fields: Vec<Field> = names.iter().map(|name| Field::new(*name, DataType::Int64, true)).collect();
    let schema = Arc::new(Schema::new(fields));
    let columns = names.iter().map(|_| Arc::new(Int64Array::from(vec![1])) as ArrayRef).collect();
    let batch = RecordBatch::try_new(schema.clone(), columns).unwrap();
    for name in names {
        let mut table = TableShape::new(name, schema.clone());
        table.key = vec![name.to_owned()];
        for dialect in DIALECTS {
            let statements = parse(dialect, &script(json!({ "dialect": dialect }), &table, &batch));
            assert_eq!(inserts(&statements), [1], "{dialect} {name}");
            let created = statements.iter().find_map(|statement| match statement {
                Statement::CreateTable(create) => Some(create),
                _ => None,
            });
            assert_eq!(created.unwrap().columns.len(), names.len());
        }
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(&script(json!({ "dialect": "sqlite" }), &table, &batch)).unwrap();
        let quoted = name.replace('"', "\"\"");
        let found: i64 = connection
            .query_row(&format!("SELECT count(*) FROM \"{quoted}\" WHERE \"{quoted}\" = 1"), [], |row| row.get(0))
            .unwrap();
        assert_eq!(found, 1);
    }
}

fn cells(connection: &Connection, table: &str, column: &str) -> Vec<Cell> {
    let sql = format!("SELECT \"{column}\" FROM \"{table}\" ORDER BY rowid");
    let mut statement = connection.prepare(&sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// The value that SQLite should give back.
fn expected(name: &str, array: &ArrayRef, row: usize) -> Option<Cell> {
    if array.is_null(row) {
        return Some(Cell::Null);
    }
    let text =
        |array: &ArrayRef| cast(&array.slice(row, 1), &DataType::Utf8).unwrap().as_string::<i32>().value(0).to_owned();
    Some(match array.data_type() {
        DataType::Boolean => Cell::Integer(i64::from(array.as_boolean().value(row))),
        DataType::UInt64 => Cell::Text(text(array)),
        data_type if data_type.is_integer() => Cell::Integer(text(array).parse().unwrap()),
        DataType::Float64 => Cell::Real(text(array).parse().unwrap()),
        DataType::Decimal128(16.., _) => Cell::Text(text(array)),
        DataType::Utf8 | DataType::Dictionary(..) => Cell::Text(text(array)),
        DataType::Binary => Cell::Blob(array.as_binary::<i32>().value(row).to_owned()),
        DataType::Date32 if name == "date" => Cell::Text(text(array)),
        _ => return None,
    })
}

#[test]
fn sqlite_gives_back_what_was_written() {
    let (table, batch) = everything(600);
    let connection = Connection::open_in_memory().unwrap();
    connection.execute_batch(&script(json!({ "dialect": "sqlite" }), &table, &batch)).unwrap();
    for (i, field) in table.schema.fields().iter().enumerate() {
        let found = cells(&connection, "everything", field.name());
        assert_eq!(found.len(), 600);
        for (row, found) in found.iter().enumerate() {
            if let Some(expected) = expected(field.name(), batch.column(i), row) {
                assert_eq!(found, &expected, "{} {row}", field.name());
            }
        }
    }
    let object: String =
        connection.query_row("SELECT object ->> 'y' FROM everything WHERE id = 3", [], |row| row.get(0)).unwrap();
    assert_eq!(object, TEXTS[2]);
    let stamp: String =
        connection.query_row("SELECT stamp_tz FROM everything WHERE id = 3", [], |row| row.get(0)).unwrap();
    assert_eq!(stamp, "2024-02-29 14:03:09.000042Z");
}

fn golden(dialect: &str) -> String {
    let (mut table, batch) = everything(3);
    table.key = vec!["id".to_owned()];
    script(json!({ "dialect": dialect }), &table, &batch.slice(2, 1))
        .lines()
        .rev()
        .find(|line| line.starts_with('('))
        .unwrap()
        .to_owned()
}

#[test]
fn a_golden_row_of_each_dialect() {
    let row = |bools: &str,
               u64: &str,
               dec18: &str,
               dec38: &str,
               temporal: [&str; 5],
               texts: [&str; 2],
               binary: &str| {
        let [date, time, stamp, stamp_tz, duration] = temporal;
        let [open, quote] = texts;
        format!(
            "(3,{bools},127,32767,2147483647,9223372036854775807,42,42,42,{u64},0.1,0.1,-0.01,{dec18},{dec38},{date},{time},{stamp},{stamp_tz},{duration},{open}comma, inside',{open}comma, inside',{open}x',{open}word 2',{open}comma, inside',{open}comma, inside',{binary},{open}[]',{open}[0,1]',{open}{{\"x {quote}\"1{quote}\"\":3,\"y\":\"comma, inside\"}}');"
        )
    };
    let temporal = [
        "'2024-02-29'",
        "'23:59:59.999999'",
        "'2024-02-29 14:03:09.000042'",
        "'2024-02-29 14:03:09.000042Z'",
        "129600000000",
    ];
    let [date, time, stamp, stamp_tz, micros] = temporal;
    let plain = ["42", "-0.0005", "-0.0000000005"];
    let [u64, dec18, dec38] = plain;
    assert_eq!(
        golden("postgres"),
        row("TRUE", u64, dec18, dec38, [date, time, stamp, stamp_tz, "'36:00:00'"], ["'", "\\"], "'\\xfffe'")
    );
    assert_eq!(
        golden("mysql"),
        row("TRUE", u64, dec18, dec38, [date, time, stamp, stamp, micros], ["'", "\\\\"], "X'fffe'")
    );
    assert_eq!(golden("sqlite"), row("1", "'42'", "'-0.0005'", "'-0.0000000005'", temporal, ["'", "\\"], "X'fffe'"));
    assert_eq!(golden("mssql"), row("1", u64, dec18, dec38, temporal, ["N'", "\\"], "0xfffe"));
    let ansi = [
        "DATE '2024-02-29'",
        "TIME '23:59:59.999999'",
        "TIMESTAMP '2024-02-29 14:03:09.000042'",
        "TIMESTAMP '2024-02-29 14:03:09.000042+00:00'",
        micros,
    ];
    assert_eq!(golden("ansi"), row("TRUE", u64, dec18, dec38, ansi, ["'", "\\"], "X'fffe'"));
}

fn keyed(name: &str, references: &[&str]) -> TableShape {
    let mut fields = vec![Field::new("id", DataType::Int64, false), Field::new("code", DataType::Utf8, true)];
    fields.extend(references.iter().map(|target| Field::new(format!("{target}_id"), DataType::Int64, true)));
    let mut table = TableShape::new(name, Arc::new(Schema::new(fields)));
    table.key = vec!["id".to_owned()];
    table.unique = vec![vec!["code".to_owned()]];
    table.foreign_keys = references
        .iter()
        .map(|target| ForeignKey {
            columns: vec![format!("{target}_id")],
            table: (*target).to_owned(),
            target_columns: vec!["id".to_owned()],
        })
        .collect();
    table
}

fn envelope(dialect: &str, tables: &[TableShape], written: &[usize]) -> (Vec<usize>, String, String) {
    let format = open(json!({ "dialect": dialect }), tables);
    let written: Vec<&TableShape> = written.iter().map(|i| &tables[*i]).collect();
    let layout = format.layout(&written, false).unwrap();
    (layout.order, String::from_utf8(layout.head).unwrap(), String::from_utf8(layout.tail).unwrap())
}

#[test]
fn tables_come_after_what_they_refer_to() {
    let tables = [
        keyed("items", &["orders", "products"]),
        keyed("orders", &["users"]),
        keyed("products", &[]),
        keyed("users", &["users"]),
    ];
    let (order, head, tail) = envelope("postgres", &tables, &[0, 1, 2, 3]);
    assert_eq!(order, [2, 3, 1, 0]);
    assert_eq!(head.matches("FOREIGN KEY").count(), 3);
    assert_eq!(tail, "COMMIT;\nALTER TABLE \"users\" ADD FOREIGN KEY (\"users_id\") REFERENCES \"users\" (\"id\");\n");
    let (_, head, tail) = envelope("sqlite", &tables, &[0, 1, 2, 3]);
    assert_eq!(head.matches("DEFERRABLE INITIALLY DEFERRED").count(), 1);
    assert_eq!(tail, "COMMIT;\n");
}

#[test]
fn a_circle_is_closed_by_its_last_script() {
    let tables = [keyed("a", &["b"]), keyed("b", &["a"])];
    let (order, _, tail) = envelope("mysql", &tables, &[0, 1]);
    assert_eq!(order, [0, 1]);
    let alter = "ALTER TABLE `a` ADD FOREIGN KEY (`b_id`) REFERENCES `b` (`id`);\n";
    assert_eq!(tail, format!("COMMIT;\n{alter}"));
    assert_eq!(envelope("mysql", &tables, &[0]).2, "COMMIT;\n");
    assert_eq!(envelope("mysql", &tables, &[1]).2, format!("COMMIT;\n{alter}"));
}

#[test]
fn keys_to_tables_outside_the_build_are_left_out() {
    let (_, head, tail) = envelope("postgres", &[keyed("orders", &["users"])], &[0]);
    assert!(!head.contains("FOREIGN") && !tail.contains("FOREIGN"));
}

#[test]
fn sqlite_holds_the_keys_of_a_circle() {
    let tables = [keyed("a", &["b", "a"]), keyed("b", &["a"])];
    let format = open(json!({ "dialect": "sqlite" }), &tables);
    let mut sql = format.layout(&[&tables[0], &tables[1]], false).unwrap();
    let mut script = std::mem::take(&mut sql.head);
    for table in &tables {
        let columns = table.schema.fields().iter().map(|field| match field.data_type() {
            DataType::Utf8 => Arc::new(StringArray::from(vec![None::<&str>, None])) as ArrayRef,
            _ => Arc::new(Int64Array::from(if field.name() == "id" { vec![1, 2] } else { vec![2, 1] })),
        });
        let batch = RecordBatch::try_new(table.schema.clone(), columns.collect()).unwrap();
        let encoder = sample::encoder(&*format, table);
        let mut joiner = encoder.joiner();
        joiner.append(encoder.encode(&batch, Vec::new()), &mut script).unwrap();
        joiner.finish(&mut script).unwrap();
    }
    script.extend(sql.tail);
    let connection = Connection::open_in_memory().unwrap();
    connection.execute_batch("PRAGMA foreign_keys = ON;").unwrap();
    connection.execute_batch(std::str::from_utf8(&script).unwrap()).unwrap();
    let broken: i64 =
        connection.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0)).unwrap();
    assert_eq!(broken, 0);
    assert!(connection.execute("INSERT INTO b (id, a_id) VALUES (3, 99)", []).is_err());
}

#[test]
fn sql_server_gets_an_index_where_unique_columns_may_be_null() {
    let (_, head, _) = envelope("mssql", &[keyed("a", &[])], &[0]);
    assert!(head.contains("CREATE UNIQUE INDEX [unique_1_1] ON [a] ([code]) WHERE [code] IS NOT NULL;"), "{head}");
    assert!(head.contains("[code] NVARCHAR(450) COLLATE Latin1_General_100_BIN2,"), "{head}");
    parse("mssql", &head);
}

#[test]
fn a_script_without_create_has_rows_only() {
    let (table, batch) = everything(2);
    let sql = script(json!({ "dialect": "sqlite", "create": false }), &table, &batch);
    assert!(sql.starts_with("BEGIN;\nINSERT INTO") && sql.ends_with(");\nCOMMIT;\n"), "{sql}");
}

#[test]
fn what_a_dialect_cannot_hold_is_found_before_the_first_row() {
    let messages = |dialect: &str, table: &str, columns: &[(&str, DataType)]| -> usize {
        let fields: Vec<Field> = columns.iter().map(|(name, t)| Field::new(*name, t.clone(), true)).collect();
        let table = TableShape::new(table, Arc::new(Schema::new(fields)));
        let others = [table.clone(), keyed("Users", &[])];
        open(json!({ "dialect": dialect }), &others).check(&table, &|| 0).len()
    };
    let int = DataType::Int64;
    let long = "x".repeat(64);
    assert_eq!(messages("postgres", "t", &[(&long, int.clone())]), 1);
    assert_eq!(messages("mysql", "t", &[(&long, int.clone())]), 0);
    assert_eq!(messages("mysql", "t", &[("🦀", int.clone()), ("x ", int.clone())]), 2);
    assert_eq!(messages("sqlite", "t", &[("a", int.clone()), ("A", int.clone())]), 1);
    assert_eq!(messages("postgres", "t", &[("a", int.clone()), ("A", int.clone())]), 0);
    assert_eq!(messages("mssql", "users", &[("a", int.clone())]), 1);
    assert_eq!(messages("ansi", "a\0", &[("", int)]), 2);
    assert_eq!(messages("mysql", "t", &[("a", DataType::Decimal128(38, 31))]), 1);
}

#[test]
fn options_that_a_dialect_cannot_do_are_refused() {
    for options in [
        json!({ "batch": 0 }),
        json!({ "dialect": "mssql", "batch": 1001 }),
        json!({ "dialect": "oracle" }),
        json!({ "dialect": "mysql", "copy": true }),
        json!({ "drop": true, "create": false }),
        json!({ "truncate": true }),
    ] {
        assert!(sample::open("sql", &options, &[]).is_err(), "{options}");
    }
}

#[test]
fn a_nul_character_does_not_end_a_literal() {
    let schema = Arc::new(Schema::new(vec![Field::new("a", DataType::Utf8, true)]));
    let batch = RecordBatch::try_new(schema.clone(), vec![Arc::new(StringArray::from(vec!["x\0y\\'\r"]))]).unwrap();
    let table = TableShape::new("t", schema);
    assert!(script(json!({ "dialect": "postgres" }), &table, &batch).contains("('x\u{fffd}y\\''\r');"));
    assert!(script(json!({ "dialect": "mysql" }), &table, &batch).contains("('x\\0y\\\\''\\r');"));
}

/// What `COPY` reads from a cell.
fn uncopied(cell: &str) -> Option<String> {
    let mut text = String::new();
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.next() } else { None }) {
            ('\\', Some('N')) => return None,
            ('\\', Some('t')) => text.push('\t'),
            ('\\', Some('n')) => text.push('\n'),
            ('\\', Some('r')) => text.push('\r'),
            ('\\', Some('\\')) => text.push('\\'),
            ('\\', other) => panic!("{other:?} behind a backslash in {cell:?}"),
            _ => text.push(c),
        }
    }
    Some(text)
}

#[test]
fn copy_blocks_hold_every_text() {
    let (table, batch) = everything(100);
    let sql = script(json!({ "dialect": "postgres", "copy": true, "batch": 40 }), &table, &batch);
    let blocks: Vec<&str> = sql.split("COPY \"everything\" (").skip(1).collect();
    let rows: Vec<Vec<&str>> = blocks.iter().map(|block| block.split('\n').collect()).collect();
    let ends: Vec<usize> = rows.iter().map(|rows| rows.iter().position(|row| *row == "\\.").unwrap()).collect();
    assert_eq!(ends, [41, 41, 21]);
    let column = table.schema.index_of("text").unwrap();
    let cells = rows.iter().zip(ends).flat_map(|(rows, end)| &rows[1..end]);
    let texts = cells.map(|row| uncopied(row.split('\t').nth(column).unwrap()));
    let expected = batch.column(column).as_string::<i32>().iter().map(|text| text.map(str::to_owned));
    assert!(texts.eq(expected));
    assert!(sql.contains("\t\\\\xfffe\t") && sql.contains("\t36:00:00\t"), "binary and durations");
}

#[test]
fn jsonb_gets_no_nul_character() {
    let is_json = [("synth.type".to_owned(), "json".to_owned())];
    let field = Field::new("a", DataType::Utf8, true).with_metadata(HashMap::from(is_json));
    let schema = Arc::new(Schema::new(vec![field]));
    let doc = StringArray::from(vec![r#"["\u0000'", "\\u0000", "\\\u0000"]"#]);
    let batch = RecordBatch::try_new(schema.clone(), vec![Arc::new(doc)]).unwrap();
    let table = TableShape::new("t", schema);
    let insert = script(json!({ "dialect": "postgres" }), &table, &batch);
    assert!(insert.contains(r#"('["\ufffd''", "\\u0000", "\\\ufffd"]');"#), "{insert}");
    let copy = script(json!({ "dialect": "postgres", "copy": true }), &table, &batch);
    assert!(copy.contains(r#"["\\ufffd'", "\\\\u0000", "\\\\\\ufffd"]"#), "{copy}");
    assert!(script(json!({ "dialect": "sqlite" }), &table, &batch).contains(r#"["\u0000''""#));
}

#[test]
fn every_statement_can_be_a_transaction() {
    let (table, batch) = everything(5);
    let sql = |transaction: &str| {
        script(json!({ "dialect": "sqlite", "batch": 2, "transaction": transaction }), &table, &batch)
    };
    let count = |sql: &str| (sql.matches("BEGIN;\nINSERT").count(), sql.matches(");\nCOMMIT;\n").count());
    assert_eq!(count(&sql("batch")), (3, 3));
    assert_eq!(count(&sql("none")), (0, 0));
    assert!(sql("whole").starts_with("BEGIN;\nCREATE") && count(&sql("whole")) == (0, 1));
    for transaction in ["batch", "none", "whole"] {
        Connection::open_in_memory().unwrap().execute_batch(&sql(transaction)).unwrap();
    }
    let keys = [keyed("a", &["a"])];
    let format = open(json!({ "dialect": "sqlite", "transaction": "none" }), &keys);
    assert_eq!(format.check(&keys[0], &|| 0).len(), 1, "a deferred key needs a transaction");
}

fn head(options: Value, tables: &[TableShape], written: &[usize]) -> String {
    let written: Vec<&TableShape> = written.iter().map(|i| &tables[*i]).collect();
    String::from_utf8(open(options, tables).layout(&written, false).unwrap().head).unwrap()
}

#[test]
fn tables_are_dropped_after_what_refers_to_them() {
    let tables = [keyed("orders", &["users"]), keyed("users", &["users"])];
    let drop = |dialect: &str| json!({ "dialect": dialect, "drop": true });
    let both = "DROP TABLE IF EXISTS \"orders\";\nDROP TABLE IF EXISTS \"users\";\nCREATE TABLE \"users\"";
    for dialect in ["ansi", "postgres", "sqlite"] {
        let head = head(drop(dialect), &tables, &[0, 1]);
        assert!(head.contains(both), "{head}");
    }
    assert!(head(drop("postgres"), &tables, &[1]).contains("DROP TABLE IF EXISTS \"users\" CASCADE;\n"));
    assert!(!head(drop("mysql"), &tables, &[0, 1]).contains("CHECKS"));
    let circle = [keyed("a", &["b"]), keyed("b", &["a"])];
    let cascade = "DROP TABLE IF EXISTS \"b\" CASCADE;\nDROP TABLE IF EXISTS \"a\";\n";
    assert!(head(drop("postgres"), &circle, &[0, 1]).contains(cascade));
    let unchecked = head(drop("mysql"), &circle, &[0, 1]);
    assert!(
        unchecked.contains("CHECKS = 0;\nDROP TABLE IF EXISTS `b`;\nDROP TABLE IF EXISTS `a`;\nSET"),
        "{unchecked}"
    );
    assert_eq!(open(drop("mssql"), &circle).check(&circle[0], &|| 0).len(), 1);
}

#[test]
fn rows_are_deleted_after_what_refers_to_them() {
    let tables = [keyed("orders", &["users"]), keyed("users", &["users"])];
    let truncate = |dialect: &str| json!({ "dialect": dialect, "create": false, "truncate": true });
    let head = |dialect: &str, written: &[usize]| head(truncate(dialect), &tables, written);
    assert!(head("postgres", &[0, 1]).ends_with("BEGIN;\nTRUNCATE \"users\", \"orders\";\n"));
    assert!(head("postgres", &[1]).ends_with("BEGIN;\nDELETE FROM \"users\";\n"));
    assert_eq!(head("sqlite", &[0, 1]), "BEGIN;\nDELETE FROM \"orders\";\nDELETE FROM \"users\";\n");
    assert!(head("mysql", &[0, 1]).contains("CHECKS = 0;\nDELETE FROM `orders`;\nDELETE FROM `users`;\nSET"));
}

#[test]
fn mysql_gets_a_literal_of_the_largest_float_that_it_takes() {
    let schema = Arc::new(Schema::new(vec![Field::new("a", DataType::Float32, true)]));
    let values = Float32Array::from(vec![Some(f32::MAX), Some(f32::MIN), None, Some(3.402_823_3e38)]);
    let batch = RecordBatch::try_new(schema.clone(), vec![Arc::new(values)]).unwrap();
    let sql = script(json!({ "dialect": "mysql" }), &TableShape::new("t", schema), &batch);
    assert!(sql.contains("(3.4028234663852886e38),\n(-3.4028234663852886e38),\n(NULL),\n(3.4028233e+38);"), "{sql}");
}

#[test]
fn mysql_holds_no_long_keys() {
    let names = ["a", "b", "c", "d"];
    let fields: Vec<Field> = names.iter().map(|name| Field::new(*name, DataType::Utf8, false)).collect();
    let mut table = TableShape::new("t", Arc::new(Schema::new(fields)));
    let problems = |table: &TableShape, dialect: &str| {
        open(json!({ "dialect": dialect }), std::slice::from_ref(table)).check(table, &|| 0).len()
    };
    table.key = names[..3].iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(problems(&table, "mysql"), 0);
    table.unique = vec![names.iter().map(|name| (*name).to_owned()).collect()];
    assert_eq!((problems(&table, "mysql"), problems(&table, "postgres")), (1, 0));
}

#[test]
fn parts_neither_create_nor_empty_their_table() {
    let tables = [keyed("a", &[])];
    let is_refused = |options: Value| open(options, &tables).check_parts().is_some();
    assert!(is_refused(json!(null)) && is_refused(json!({ "create": false, "truncate": true })));
    assert!(!is_refused(json!({ "create": false })));
}

#[test]
fn carriage_returns_survive_the_shell_of_sqlite() {
    let schema = Arc::new(Schema::new(vec![Field::new("a", DataType::Utf8, true)]));
    let texts = ["it's\r\n", "\\\r\\r\r", "\\\\r\r"];
    let batch = RecordBatch::try_new(schema.clone(), vec![Arc::new(StringArray::from(texts.to_vec()))]).unwrap();
    let sql = script(json!({ "dialect": "sqlite" }), &TableShape::new("t", schema), &batch);
    assert!(sql.contains("(replace('it''s\\r\n','\\r',char(13))),\n") && !sql.contains('\r'), "{sql}");
    let connection = Connection::open_in_memory().unwrap();
    connection.execute_batch(&sql).unwrap();
    assert_eq!(cells(&connection, "t", "a"), texts.map(|text| Cell::Text(text.to_owned())));
}
