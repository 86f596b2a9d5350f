//! XML, read back by a parser of others.

use crate::formats::sample::{self, TEXTS, encode, encode_all, everything};
use crate::formats::{Format, TableShape};
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, Float64Array, RecordBatch, StringArray};
use arrow_cast::cast;
use arrow_schema::{DataType, Field, Schema};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde_json::{Value, json};
use std::sync::Arc;

const ROWS: usize = 600;

/// An element with its attributes, its text and its children.
#[derive(Debug, Default)]
struct Element {
    tag: String,
    attributes: Vec<(String, String)>,
    text: String,
    children: Vec<Element>,
}

impl Element {
    fn open(start: &BytesStart<'_>) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.unwrap();
            assert!(!attribute.value.contains(|c| c < ' '), "white space would be normalised");
            (
                text(attribute.key.as_ref().as_bytes()),
                quick_xml::escape::unescape(&attribute.value).unwrap().into_owned(),
            )
        });
        Self { tag: text(start.name().as_ref().as_bytes()), attributes: attributes.collect(), ..Self::default() }
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    fn child(&self, tag: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.tag == tag)
    }
}

/// The root of a document.
fn parse(bytes: &[u8]) -> Element {
    let text = std::str::from_utf8(bytes).unwrap();
    assert!(!text.chars().any(is_forbidden), "XML has no such character");
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut open = vec![Element::default()];
    let close = |open: &mut Vec<Element>| {
        let done = open.pop().unwrap();
        open.last_mut().unwrap().children.push(done);
    };
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => open.push(Element::open(&start)),
            Event::Empty(start) => {
                open.push(Element::open(&start));
                close(&mut open);
            }
            Event::End(_) => close(&mut open),
            Event::Text(text) => {
                assert!(!text.contains('\r'), "line ends would be normalised");
                open.last_mut().unwrap().text.push_str(&text);
            }
            Event::GeneralRef(reference) => {
                let text = format!("&{};", &*reference);
                open.last_mut().unwrap().text.push_str(&quick_xml::escape::unescape(&text).unwrap());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "all elements are closed");
    let mut document = open.pop().unwrap();
    assert_eq!(document.children.len(), 1, "one root");
    document.children.pop().unwrap()
}

fn is_forbidden(c: char) -> bool {
    (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// Replaces every `_xHHHH_` by its character.
fn decoded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let digits = rest.get(2..6).filter(|_| rest.starts_with("_x") && rest[6..].starts_with('_'));
        match digits.and_then(|digits| char::from_u32(u32::from_str_radix(digits, 16).ok()?)) {
            Some(coded) => {
                out.push(coded);
                rest = &rest[7..];
            }
            None => {
                out.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    out
}

fn open(options: Value, tables: &[TableShape]) -> Box<dyn Format> {
    sample::open("xml", &options, tables).unwrap()
}

/// Cells of a column in elements: text of each row's element, `None` where it is missing or nil.
fn cells(root: &Element, name: &str, is_attribute: bool) -> Vec<Option<String>> {
    let cell = |row: &Element| match is_attribute {
        true => row.attribute(name).map(str::to_owned),
        false => row.child(name).filter(|cell| cell.attribute("xsi:nil").is_none()).map(|cell| cell.text.clone()),
    };
    root.children.iter().map(cell).collect()
}

fn strings(array: &ArrayRef) -> Vec<Option<String>> {
    let strings = cast(array, &DataType::Utf8).unwrap();
    strings.as_string::<i32>().iter().map(|v| v.map(str::to_owned)).collect()
}

fn check(options: Value, is_attribute: bool) {
    let (table, batch) = everything(ROWS);
    let root = parse(&encode(&*open(options, &[]), &table, &batch, 200));
    assert_eq!((root.tag.as_str(), root.children.len()), ("everything", ROWS));
    assert!(root.children.iter().all(|row| row.tag == "row"));
    for (field, array) in table.schema.fields().iter().zip(batch.columns()) {
        let cells = cells(&root, field.name(), is_attribute);
        assert!(cells.iter().enumerate().all(|(row, cell)| cell.is_none() == array.is_null(row)), "{}", field.name());
        match field.name().as_str() {
            "text" | "full_text" | "clean_text" | "bare_text" | "dict" | "dict_u16" | "doc" => {
                let decoded: Vec<Option<String>> = cells.iter().map(|cell| cell.as_deref().map(decoded)).collect();
                assert_eq!(decoded, strings(array), "{}", field.name());
            }
            "binary" => assert_eq!(cells[1].as_deref(), Some("AA==")),
            "duration" => assert_eq!((cells[1].as_deref(), cells[2].as_deref()), (Some("-PT90S"), Some("PT129600S"))),
            "list" | "object" if is_attribute => {
                assert!(cells.iter().flatten().all(|cell| serde_json::from_str::<Value>(&decoded(cell)).is_ok()));
            }
            "list" | "object" => check_nested(&root, &batch),
            _ => {
                let cells: ArrayRef = Arc::new(StringArray::from(cells));
                assert_eq!(cast(&cells, array.data_type()).unwrap().as_ref(), array.as_ref(), "{}", field.name());
            }
        }
    }
}

fn check_nested(root: &Element, batch: &RecordBatch) {
    let texts = strings(batch.column_by_name("text").unwrap());
    for (row, element) in root.children.iter().enumerate().filter(|(row, _)| row % 7 != 3) {
        let items = &element.child("list").unwrap().children;
        assert_eq!(items.len(), row % 4);
        for (i, item) in items.iter().enumerate() {
            assert_eq!(item.tag, "item");
            assert_eq!(item.attribute("xsi:nil").is_some(), i == 2);
            assert_eq!(item.text, if i == 2 { String::new() } else { i.to_string() });
        }
        let object = element.child("object").unwrap();
        assert_eq!(object.children[0].tag, "x_x0020__x0022_1_x0022_");
        let y = object.child("y").filter(|y| y.attribute("xsi:nil").is_none()).map(|y| decoded(&y.text));
        assert_eq!(y, texts[row]);
    }
}

#[test]
fn elements_and_attributes_read_back() {
    check(json!(null), false);
    check(json!({ "nulls": "nil" }), false);
    check(json!({ "style": "attributes" }), true);
}

fn one_column(name: &str, array: ArrayRef) -> (TableShape, RecordBatch) {
    let schema = Arc::new(Schema::new(vec![Field::new(name, array.data_type().clone(), true)]));
    (TableShape::new("t", schema.clone()), RecordBatch::try_new(schema, vec![array]).unwrap())
}

fn text(options: Value, table: &TableShape, batch: &RecordBatch) -> String {
    let text = String::from_utf8(encode(&*open(options, &[]), table, batch, 3)).unwrap();
    text.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").unwrap().to_owned()
}

#[test]
fn a_null_differs_from_an_empty_text() {
    let (table, batch) = one_column("a b", Arc::new(StringArray::from(vec![Some(""), None, Some("x")])));
    let elements = "<row><a_x0020_b></a_x0020_b></row>\n<row></row>\n<row><a_x0020_b>x</a_x0020_b></row>\n";
    assert_eq!(text(json!(null), &table, &batch), format!("<t>\n{elements}</t>\n"));
    let attributes = "<row a_x0020_b=\"\"/>\n<row/>\n<row a_x0020_b=\"x\"/>\n";
    assert_eq!(text(json!({ "style": "attributes" }), &table, &batch), format!("<t>\n{attributes}</t>\n"));
    let nil = elements.replace("<row></row>", "<row><a_x0020_b xsi:nil=\"true\"/></row>");
    let root = "t xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
    assert_eq!(text(json!({ "nulls": "nil" }), &table, &batch), format!("<{root}>\n{nil}</t>\n"));
}

#[test]
fn names_and_namespaces_are_as_asked() {
    let (table, batch) = one_column("a", Arc::new(Float64Array::from(vec![f64::NAN, f64::NEG_INFINITY, 1e16])));
    let options = json!({ "root": "rows", "row": "r", "namespace": "urn:a&b", "prefix": "p" });
    assert_eq!(
        text(options, &table, &batch),
        "<p:rows xmlns:p=\"urn:a&amp;b\">\n<p:r><p:a>NaN</p:a></p:r>\n<p:r><p:a>-INF</p:a></p:r>\n<p:r><p:a>1e+16</p:a></p:r>\n</p:rows>\n"
    );
    let plain = text(json!({ "namespace": "urn:x" }), &table, &batch);
    assert!(plain.starts_with("<t xmlns=\"urn:x\">\n<row><a>NaN</a></row>\n"));
}

#[test]
fn every_character_reads_back_from_elements_and_attributes() {
    let mut texts: Vec<String> =
        (0..0x300).chain(0xff00..0x1_0010).filter_map(char::from_u32).map(|c| format!("a{c}b{c}")).collect();
    texts.extend(
        ["]]>", "_x0041_", "_x0041_x0042_", "_x00", "_x005F_x0041_", "<![CDATA[", "&amp;", "_x12345_"]
            .map(str::to_owned),
    );
    texts.push("🦀<".repeat(20_000));
    texts.push("\u{1}".repeat(100));
    let (table, batch) = one_column("c", Arc::new(StringArray::from_iter_values(&texts)));
    for (options, is_attribute) in [(json!(null), false), (json!({ "style": "attributes" }), true)] {
        let root = parse(&encode(&*open(options, &[]), &table, &batch, 100));
        let back: Vec<String> =
            cells(&root, "c", is_attribute).into_iter().map(|cell| decoded(&cell.unwrap())).collect();
        assert!(back == texts);
    }
}

#[test]
fn several_tables_are_one_document() {
    let (full, rows) = everything(9);
    let (empty, none) = one_column("a", Arc::new(StringArray::from(Vec::<Option<&str>>::new())));
    let (mut odd, few) = one_column("a", Arc::new(StringArray::from(vec!["x"])));
    odd.name = "a table".to_owned();
    let root = parse(&encode_all(&*open(json!(null), &[]), &[(&empty, &none), (&full, &rows), (&odd, &few)], 4));
    assert_eq!(root.tag, "data");
    let tables: Vec<(&str, usize)> = root.children.iter().map(|t| (t.tag.as_str(), t.children.len())).collect();
    assert_eq!(tables, [("t", 0), ("everything", 9), ("a_x0020_table", 1)]);
    assert_eq!(cells(&root.children[1], "full_text", false)[1].as_deref(), Some(TEXTS[1]));
}

#[test]
fn a_schema_names_every_column_in_order_with_its_type() {
    let (table, _) = everything(1);
    for (options, tag) in
        [(json!({ "xsd": true }), "xs:element"), (json!({ "xsd": true, "style": "attributes" }), "xs:attribute")]
    {
        let layout = open(options, &[]).layout(&[&table], false).unwrap();
        let [sidecar] = &layout.sidecars[..] else { panic!("one schema") };
        assert_eq!((sidecar.name)("users.xml.gz"), "users.xsd");
        let schema = parse(&(sidecar.content)("users.xml"));
        let row = &schema.child("xs:element").unwrap().children[0].children[0].children[0];
        assert_eq!(row.attribute("name"), Some("row"));
        let mut columns = &row.children[0].children;
        if tag == "xs:element" {
            columns = &columns[0].children;
        }
        let names: Vec<&str> = columns.iter().map(|column| column.attribute("name").unwrap()).collect();
        assert!(names.iter().eq(table.schema.fields().iter().map(|field| field.name())));
        assert!(columns.iter().all(|column| column.tag == tag));
        assert_eq!(columns[0].attribute("type"), Some("xs:long"));
        assert_eq!(columns[0].attribute("minOccurs"), None);
    }
    assert!(open(json!(null), &[]).layout(&[&table], false).unwrap().sidecars.is_empty());
}

#[test]
fn options_that_make_no_xml_are_refused() {
    for options in [
        json!({ "row": "a b" }),
        json!({ "root": "" }),
        json!({ "prefix": "p" }),
        json!({ "namespace": "a b" }),
        json!({ "namespace": "urn:x", "prefix": "xml" }),
        json!({ "namespace": "urn:x", "prefix": "xsi" }),
        json!({ "style": "attributes", "nulls": "nil" }),
    ] {
        assert!(sample::open("xml", &options, &[]).is_err(), "{options}");
    }
    let (table, _) = one_column("", Arc::new(StringArray::from(vec!["x"])));
    assert_eq!(open(json!(null), &[]).check(&table, &|| 1).len(), 1);
}
