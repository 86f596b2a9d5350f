//! The value tree of a document that has passed the schema -> [`Spec`].

use super::{Branch, COLUMN_KEYS, ColumnSpec, GeneratorSpec, Making, Name, Spec, TableSpec};
use crate::diag::Span;
use crate::source::{Entry, Node, Scalar, Value};

/// Reads a document. Parts whose shape the schema would have refused are left out.
pub fn read(root: &Node) -> Spec {
    Spec {
        span: root.span,
        edition: root.get("synth").cloned().unwrap_or(Node { span: root.span, value: Value::Scalar(Scalar::Null) }),
        name: name_of(root.get("name")),
        seed: root.get("seed").cloned(),
        now: name_of(root.get("now")),
        locale: root.get("locale").cloned(),
        vars: named(root.get("vars"), Clone::clone),
        tables: root.get("tables").map_or_else(Vec::new, |tables| tables.entries().iter().map(table).collect()),
        profiles: named(root.get("profiles"), |profile| named(Some(profile), Clone::clone)),
        outputs: named(root.get("outputs"), Clone::clone),
    }
}

fn table(entry: &Entry) -> TableSpec {
    let node = &entry.value;
    TableSpec {
        name: key_name(entry),
        id: name_of(node.get("id")),
        description: name_of(node.get("description")),
        rows: node.get("rows").cloned(),
        per: name_of(node.get("per")),
        count: node.get("count").cloned(),
        alias: name_of(node.get("as")),
        locale: node.get("locale").cloned(),
        key: names(node.get("key")),
        unique: lists(node.get("unique")),
        columns: node.get("columns").map_or_else(Vec::new, |columns| columns.entries().iter().map(column).collect()),
        pins: node.get("pins").map_or_else(Vec::new, |pins| pins.items().to_vec()),
    }
}

fn column(entry: &Entry) -> ColumnSpec {
    let node = &entry.value;
    ColumnSpec {
        name: key_name(entry),
        id: name_of(node.get("id")),
        description: name_of(node.get("description")),
        making: match node.get("when") {
            Some(branches) => Making::When(branches.items().iter().map(branch).collect()),
            None => Making::Generator(generator(node)),
        },
        data_type: name_of(node.get("type")),
        null: node.get("null").cloned(),
        unique: flag(node, "unique"),
        format: name_of(node.get("format")),
        locale: node.get("locale").cloned(),
    }
}

fn branch(node: &Node) -> Branch {
    Branch {
        condition: name_of(node.get("if")),
        generator: generator(node),
        unique: flag(node, "unique"),
        span: node.span,
    }
}

/// A generator from its shorthand or from the mapping that holds it.
pub(crate) fn generator(node: &Node) -> GeneratorSpec {
    if let Some(text) = node.text() {
        let name = Name { text: text.to_owned(), span: node.span };
        return GeneratorSpec { name, params: Node { span: node.span, value: Value::Mapping(Vec::new()) } };
    }
    let ours = |entry: &&Entry| !COLUMN_KEYS.contains(&entry.key.as_str()) && entry.key != "if";
    let params = node.entries().iter().filter(ours).cloned().collect();
    GeneratorSpec {
        name: name_of(node.get("gen")).unwrap_or(Name { text: String::new(), span: node.span }),
        params: Node { span: node.span, value: Value::Mapping(params) },
    }
}

fn flag(node: &Node, key: &str) -> Option<Span> {
    let entry = node.entry(key)?;
    matches!(entry.value.value, Value::Scalar(Scalar::Bool(true)))
        .then(|| Span::new(entry.key_span.start, entry.value.span.end))
}

fn key_name(entry: &Entry) -> Name {
    Name { text: entry.key.clone(), span: entry.key_span }
}

fn name_of(node: Option<&Node>) -> Option<Name> {
    node.and_then(|node| Some(Name { text: node.text()?.to_owned(), span: node.span }))
}

fn names(node: Option<&Node>) -> Vec<Name> {
    node.map_or_else(Vec::new, |node| node.items().iter().filter_map(|item| name_of(Some(item))).collect())
}

fn lists(node: Option<&Node>) -> Vec<(Span, Vec<Name>)> {
    node.map_or_else(Vec::new, |node| node.items().iter().map(|item| (item.span, names(Some(item)))).collect())
}

fn named<T>(node: Option<&Node>, read: impl Fn(&Node) -> T) -> Vec<(Name, T)> {
    node.map_or_else(Vec::new, |node| {
        node.entries().iter().map(|entry| (key_name(entry), read(&entry.value))).collect()
    })
}
