//! Tables in, the XML Schema of their file out.

use super::{Nulls, Options, Style};
use crate::formats::TableShape;
use crate::formats::shape::logical;
use crate::formats::text::markup::ITEM;
use crate::formats::text::xml::name;
use arrow_schema::{DataType, Field};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, Event};

/// The schema of a file with this root and these tables.
pub fn schema(options: &Options, root: &str, tables: &[&TableShape]) -> Vec<u8> {
    let mut out = Schema { writer: Writer::new_with_indent(Vec::new(), b' ', 2), options };
    out.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    let mut attributes = vec![("xmlns:xs", "http://www.w3.org/2001/XMLSchema"), ("elementFormDefault", "qualified")];
    attributes.extend(options.namespace.as_deref().map(|uri| ("targetNamespace", uri)));
    out.element("xs:schema", &attributes, |out| match tables {
        [table] => out.table(root, table),
        tables => out.sequence(&[("name", root)], |out| {
            tables.iter().for_each(|table| out.table(&name(&table.name), table));
        }),
    });
    let mut text = out.writer.into_inner();
    text.push(b'\n');
    text
}

struct Schema<'o> {
    writer: Writer<Vec<u8>>,
    options: &'o Options,
}

/// What a value may be.
enum Content {
    /// A type of XML Schema.
    Simple(&'static str),
    /// Digits, and how many of them behind the point.
    Decimal(u8, i8),
    /// Elements.
    Nested(DataType),
}

impl Schema<'_> {
    fn put(&mut self, event: Event<'_>) {
        self.writer.write_event(event).expect("memory takes all that is written");
    }

    /// An element with what `inside` writes.
    fn element(&mut self, tag: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Self)) {
        self.put(Event::Start(BytesStart::new(tag).with_attributes(attributes.iter().copied())));
        inside(self);
        self.put(Event::End(BytesEnd::new(tag)));
    }

    fn empty(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.put(Event::Empty(BytesStart::new(tag).with_attributes(attributes.iter().copied())));
    }

    /// An element whose type is a sequence of those that `inside` writes.
    fn sequence(&mut self, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Self)) {
        self.element("xs:element", attributes, |out| {
            out.element("xs:complexType", &[], |out| out.element("xs:sequence", &[], inside));
        });
    }

    /// The element that holds a table's rows.
    fn table(&mut self, tag: &str, table: &TableShape) {
        let row = [("name", self.options.row.as_str()), ("minOccurs", "0"), ("maxOccurs", "unbounded")];
        self.sequence(&[("name", tag)], |out| match out.options.style {
            Style::Elements => out.sequence(&row, |out| out.columns(table)),
            Style::Attributes => out.element("xs:element", &row, |out| {
                out.element("xs:complexType", &[], |out| out.columns(table));
            }),
        });
    }

    fn columns(&mut self, table: &TableShape) {
        for (i, field) in table.schema.fields().iter().enumerate() {
            let is_formatted = table.text_format(i).is_some();
            let content = if is_formatted { Content::Simple("xs:string") } else { content(field.data_type()) };
            match self.options.style {
                Style::Elements => {
                    let occurs = self.occurs(field, self.options.nulls);
                    self.value("xs:element", &name(field.name()), &occurs, content);
                }
                Style::Attributes => {
                    let usage = [("use", if field.is_nullable() { "optional" } else { "required" })];
                    let content = match content {
                        Content::Nested(_) => Content::Simple("xs:string"),
                        simple => simple,
                    };
                    self.value("xs:attribute", &name(field.name()), &usage, content);
                }
            }
        }
    }

    /// What an element says of nulls.
    fn occurs(&self, field: &Field, nulls: Nulls) -> Vec<(&'static str, &'static str)> {
        match (field.is_nullable(), nulls) {
            (false, _) => Vec::new(),
            (true, Nulls::Omit) => vec![("minOccurs", "0")],
            (true, Nulls::Nil) => vec![("nillable", "true")],
        }
    }

    /// An element or attribute with content.
    fn value(&mut self, tag: &str, name: &str, more: &[(&str, &str)], content: Content) {
        let mut attributes = vec![("name", name)];
        if let Content::Simple(simple) = content {
            attributes.push(("type", simple));
        }
        attributes.extend(more);
        match content {
            Content::Simple(_) => self.empty(tag, &attributes),
            Content::Decimal(precision, scale) => self.element(tag, &attributes, |out| out.decimal(precision, scale)),
            Content::Nested(data_type) => self.sequence(&attributes, |out| out.children(&data_type)),
        }
    }

    fn decimal(&mut self, precision: u8, scale: i8) {
        self.element("xs:simpleType", &[], |out| {
            out.element("xs:restriction", &[("base", "xs:decimal")], |out| {
                out.empty("xs:totalDigits", &[("value", &precision.to_string())]);
                out.empty("xs:fractionDigits", &[("value", &scale.to_string())]);
            });
        });
    }

    fn children(&mut self, data_type: &DataType) {
        match data_type {
            DataType::Struct(fields) => {
                for field in fields {
                    let occurs = self.occurs(field, self.options.nulls);
                    self.value("xs:element", &name(field.name()), &occurs, content(field.data_type()));
                }
            }
            DataType::List(item) => {
                let mut occurs = vec![("minOccurs", "0"), ("maxOccurs", "unbounded")];
                occurs.extend(self.occurs(item, Nulls::Nil));
                self.value("xs:element", ITEM, &occurs, content(item.data_type()));
            }
            other => unreachable!("{other} has no children"),
        }
    }
}

fn content(data_type: &DataType) -> Content {
    let simple = match logical(data_type) {
        DataType::Boolean => "xs:boolean",
        DataType::Int8 => "xs:byte",
        DataType::Int16 => "xs:short",
        DataType::Int32 => "xs:int",
        DataType::Int64 => "xs:long",
        DataType::UInt8 => "xs:unsignedByte",
        DataType::UInt16 => "xs:unsignedShort",
        DataType::UInt32 => "xs:unsignedInt",
        DataType::UInt64 => "xs:unsignedLong",
        DataType::Float32 => "xs:float",
        DataType::Float64 => "xs:double",
        DataType::Decimal128(precision, scale @ 0..) => return Content::Decimal(*precision, *scale),
        DataType::Decimal128(..) => "xs:integer",
        DataType::Date32 => "xs:date",
        DataType::Time64(_) => "xs:time",
        DataType::Timestamp(..) => "xs:dateTime",
        DataType::Duration(_) => "xs:duration",
        DataType::Binary => "xs:base64Binary",
        nested @ (DataType::List(_) | DataType::Struct(_)) => return Content::Nested(nested.clone()),
        _ => "xs:string",
    };
    Content::Simple(simple)
}
