//! Record batches in, XML 1.0 out: an element a row.

mod schema;

use super::shape::logical;
use super::text::RowText;
use super::text::column::{Column, Tags};
use super::text::compress::{self, Compression};
use super::text::escape::Escape;
use super::text::markup::{Children, NON_FINITE};
use super::text::style::{BinaryText, CellStyle, Letters};
use super::text::xml::{is_name, name, push_text};
use super::{
    Block, Concatenate, Format, FormatDef, Joiner, Layout, Opening, Problem, Sidecar, TableEncoder, TableShape,
    encode_text, parse_options,
};
use arrow_array::RecordBatch;
use arrow_schema::{DataType, Field};
use schemars::JsonSchema;
use serde::Deserialize;

/// The XML format.
pub static DEF: FormatDef = FormatDef {
    name: "xml",
    extension: "xml",
    summary: "XML 1.0: an element a row, with a schema where it is asked for",
    docs: DOCS,
    is_text: true,
    options: compress::options::<Options>,
    open: |options, opening| compress::open(options, |own| Ok(Box::new(Xml::new(Options::parse(own)?, opening)))),
};

const DOCS: &str = "\
A file of one table has a root of the table's name and an element `row` for each row, on a line of its own. Several tables come into one
file where the path has no `{table}`: its root has the spec's name (or `data`) and an element for each table, with its rows. A column
is an element of its name; with `style: attributes` it is an attribute of the row.

| type | text | XML Schema |
|---|---|---|
| bool | `true`, `false` | boolean |
| integers | all digits | byte to long, unsignedByte to unsignedLong |
| decimals | all digits of the scale | decimal, with its digits |
| floats | the fewest digits that read back as the same float; `NaN`, `INF`, `-INF` | float, double |
| string | as it is | string |
| date, time | `2025-07-01`, `13:05:00[.ffffff]` | date, time |
| timestamp | `2025-07-01T13:05:00[.ffffff]`, with `Z` at the end when it has a time zone | dateTime |
| duration | `PT129600S`, `-PT0.500000S` | duration |
| binary | Base64 | base64Binary |
| json | the document | string |
| list | an element `item` each; JSON text in attributes | complex type; string |
| struct | an element a field; JSON text in attributes | complex type; string |

A null has no element and no attribute; an empty string has. With `nulls: nil` its element says `xsi:nil=\"true\"`; a null in a list always
does, so that the others keep their places. A column with a `format:` is a string.

Characters that XML cannot hold, as most control characters are, become `_xHHHH_`, the scheme of SQL/XML (ISO 9075-14) and of Excel: NUL is
`_x0000_`. Text that looks like this itself gets `_x005F_` for its underscore, so that replacing every `_xHHHH_` by its character gives the
text back. Names follow the same scheme: the column `order id` is the element `order_x0020_id`.

`xsd: true` writes a schema beside the file, `users.xsd` for `users.xml`, against which it is valid.
";

/// Where columns stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Style {
    /// A column is an element in the row's.
    #[default]
    Elements,
    /// A column is an attribute of the row's element.
    Attributes,
}

/// How nulls are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Nulls {
    /// Not at all.
    #[default]
    Omit,
    /// As elements with `xsi:nil="true"`.
    Nil,
}

/// Options of the XML format.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "XmlOptions")]
pub struct Options {
    /// The root's name; by default the table's, or the spec's where a file holds several tables.
    pub root: Option<String>,
    /// The name of a row's element.
    pub row: String,
    /// A URI: the namespace of all elements.
    pub namespace: Option<String>,
    /// The namespace's prefix, for elements that are to have one.
    pub prefix: Option<String>,
    /// Where columns stand.
    pub style: Style,
    /// How nulls are written.
    pub nulls: Nulls,
    /// Whether an XML Schema is written beside the file.
    pub xsd: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            root: None,
            row: "row".to_owned(),
            namespace: None,
            prefix: None,
            style: Style::Elements,
            nulls: Nulls::Omit,
            xsd: false,
        }
    }
}

impl Options {
    fn parse(options: &serde_json::Value) -> Result<Self, Problem> {
        let parsed: Self = parse_options(options)?;
        let names =
            [("root", parsed.root.as_deref()), ("row", Some(&*parsed.row)), ("prefix", parsed.prefix.as_deref())];
        for (key, said) in names {
            if let Some(said) = said.filter(|said| !is_name(said)) {
                let message = format!("`{key}: {}` is no XML name", said.escape_debug());
                return Err(Problem::option(message, "take letters and digits, with a letter first, and not `xml`"));
            }
        }
        if parsed.namespace.as_deref().is_some_and(|uri| uri.is_empty() || uri.contains(is_outside_uris)) {
            return Err(Problem::option("the namespace is no URI", "write one such as `https://example.com/shop`"));
        }
        if parsed.prefix.as_deref() == Some("xsi") {
            return Err(Problem::option("the prefix `xsi` is that of `xsi:nil`", "choose another prefix"));
        }
        if parsed.prefix.is_some() && parsed.namespace.is_none() {
            return Err(Problem::option("`prefix` has no effect without `namespace`", "say `namespace:`, too"));
        }
        if parsed.nulls == Nulls::Nil && parsed.style == Style::Attributes {
            return Err(Problem::option(
                "an attribute cannot say that it is null",
                "leave `nulls` out, or take `style: elements`",
            ));
        }
        Ok(parsed)
    }

    /// What stands before the name of an element.
    fn prefix(&self) -> String {
        self.prefix.as_ref().map(|prefix| format!("{prefix}:")).unwrap_or_default()
    }
}

fn is_outside_uris(c: char) -> bool {
    c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c)
}

struct Xml {
    options: Options,
    /// The root of files with several tables.
    name: String,
}

impl Format for Xml {
    fn check(&self, table: &TableShape, _: &dyn Fn() -> u64) -> Vec<Problem> {
        let mut problems = super::text::check(table);
        for field in table.schema.fields().iter().filter(|field| has_empty_name(field)) {
            problems.push(Problem::column(&table.name, field.name(), "an element has a name", "name the column"));
        }
        problems
    }

    fn layout(&self, tables: &[&TableShape], lines: bool) -> Option<Layout> {
        let prefix = self.options.prefix();
        let root = self.root(tables);
        let mut head = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{prefix}{root}").into_bytes();
        self.push_namespaces(tables, &mut head);
        head.extend_from_slice(b">\n");
        let mut tail = format!("</{prefix}{root}>\n");
        let mut leads = vec![String::new(); tables.len()];
        if tables.len() > 1 {
            let tags = tables.iter().map(|table| format!("{prefix}{}>\n", name(&table.name))).collect::<Vec<_>>();
            for (at, pair) in tags.windows(2).enumerate() {
                leads[at + 1] = format!("</{}<{}", pair[0], pair[1]);
            }
            head.extend(format!("<{}", tags.first()?).into_bytes());
            tail.insert_str(0, &format!("</{}", tags.last()?));
        }
        let encoders = tables.iter().zip(leads).map(|(table, lead)| -> Box<dyn TableEncoder> {
            Box::new(Elements { rows: self.rows(table), lines, lead: lead.into_bytes() })
        });
        Some(Layout {
            order: (0..tables.len()).collect(),
            head,
            tail: tail.into_bytes(),
            encoders: encoders.collect(),
            sidecars: if self.options.xsd { vec![self.sidecar(tables)] } else { Vec::new() },
        })
    }
}

fn has_empty_name(field: &Field) -> bool {
    field.name().is_empty() || hides_empty_name(logical(field.data_type()))
}

/// Whether a struct in a type has a field without a name; items of lists have names of their own.
fn hides_empty_name(data_type: &DataType) -> bool {
    match data_type {
        DataType::Struct(fields) => fields.iter().any(|field| has_empty_name(field)),
        DataType::List(item) => hides_empty_name(item.data_type()),
        _ => false,
    }
}

/// Whether a type has lists in it, whose nulls are elements.
fn has_list(data_type: &DataType) -> bool {
    match data_type {
        DataType::List(_) => true,
        DataType::Struct(fields) => fields.iter().any(|field| has_list(field.data_type())),
        _ => false,
    }
}

impl Xml {
    fn new(options: Options, opening: &Opening<'_>) -> Self {
        let name = opening.origin.name.clone().filter(|name| !name.is_empty());
        Self { options, name: name.unwrap_or_else(|| "data".to_owned()) }
    }

    fn root(&self, tables: &[&TableShape]) -> String {
        let usual = if let [table] = tables { &table.name } else { &self.name };
        name(self.options.root.as_ref().unwrap_or(usual)).into_owned()
    }

    /// Appends the root's declarations of namespaces.
    fn push_namespaces(&self, tables: &[&TableShape], out: &mut Vec<u8>) {
        let Options { namespace, prefix, style, nulls, .. } = &self.options;
        if let Some(uri) = namespace {
            let colon = if prefix.is_some() { ":" } else { "" };
            out.extend_from_slice(format!(" xmlns{colon}{}=\"", prefix.as_deref().unwrap_or_default()).as_bytes());
            push_text(uri.as_bytes(), true, out);
            out.push(b'"');
        }
        let mut fields = tables.iter().flat_map(|table| table.schema.fields().iter());
        if *nulls == Nulls::Nil || (*style == Style::Elements && fields.any(|field| has_list(field.data_type()))) {
            out.extend_from_slice(b" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"");
        }
    }

    fn rows(&self, table: &TableShape) -> RowText {
        let fields = table.schema.fields();
        let row = format!("{}{}", self.options.prefix(), self.options.row);
        let (head, last) = match self.options.style {
            Style::Elements => (format!("<{row}>"), format!("</{row}>\n")),
            Style::Attributes => (format!("<{row}"), "/>\n".to_owned()),
        };
        let columns = fields.iter().enumerate().map(|(i, field)| {
            let behind = if i + 1 == fields.len() { last.as_bytes() } else { b"" };
            let column = Column::new(field, self.style(), table.text_format(i).cloned()).tagged(self.tags(field));
            (column, behind.to_vec())
        });
        RowText { head: head.into_bytes(), columns: columns.collect() }
    }

    fn style(&self) -> CellStyle {
        CellStyle {
            null: Vec::new(),
            quotes: ("", ""),
            escape: Escape::Xml { is_attribute: self.options.style == Style::Attributes },
            booleans: ["false", "true"],
            non_finite: NON_FINITE,
            largest_float32: None,
            binary: BinaryText { open: "", letters: Letters::Base64, close: "" },
            separator: b'T',
            zulu: true,
            duration_as_integer: false,
        }
    }

    fn tags(&self, field: &Field) -> Tags {
        let name = name(field.name());
        let prefix = self.options.prefix();
        let nil = self.options.nulls == Nulls::Nil;
        match self.options.style {
            Style::Attributes => Tags {
                open: format!(" {name}=\"").into_bytes(),
                close: b"\"".to_vec(),
                null: Vec::new(),
                children: None,
            },
            Style::Elements => Tags {
                open: format!("<{prefix}{name}>").into_bytes(),
                close: format!("</{prefix}{name}>").into_bytes(),
                null: if nil { format!("<{prefix}{name} xsi:nil=\"true\"/>").into_bytes() } else { Vec::new() },
                children: Some(Children { prefix, nil }),
            },
        }
    }

    fn sidecar(&self, tables: &[&TableShape]) -> Sidecar {
        let schema = schema::schema(&self.options, &self.root(tables), tables);
        Sidecar { name: schema_name, content: Box::new(move |_| schema.clone()) }
    }
}

/// `users.xml`, compressed or not -> `users.xsd`.
fn schema_name(file: &str) -> String {
    let (_, file) = Compression::of_name(file);
    format!("{}.xsd", file.strip_suffix(".xml").unwrap_or(file))
}

struct Elements {
    rows: RowText,
    lines: bool,
    /// What stands between the table before and this one.
    lead: Vec<u8>,
}

impl TableEncoder for Elements {
    fn encode(&self, batch: &RecordBatch, buffer: Vec<u8>) -> Block {
        encode_text(&self.rows, batch, buffer, self.lines)
    }

    fn joiner(&self) -> Box<dyn Joiner> {
        Box::new(Concatenate::new(b"").led_by(&self.lead))
    }
}

#[cfg(test)]
mod tests;
