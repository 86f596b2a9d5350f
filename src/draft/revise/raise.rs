//! A spec -> the draft that would have led to it, as far as a draft can say it. What a draft cannot say is not lost: a revision
//! carries over the difference between two drafts, and never writes a spec anew.

use crate::compile::Compiled;
use crate::draft::ir::{
    Assumption, Choice, Column, ColumnType, Ir, Origin, Param, Relationship, Role, RowsOrigin, Shape, Table, Tie,
};
use crate::plan::TableId;
use crate::source::scalars::{Number, Rate};
use crate::source::{Node, Scalar, Value};
use crate::spec::{ColumnSpec, GeneratorSpec, Making, TableSpec};

/// The draft of a spec.
pub fn raise(compiled: &Compiled) -> Ir {
    let spec = &compiled.spec;
    let rows = |at: usize| compiled.plan.constant_rows(TableId(at)).unwrap_or(0);
    Ir {
        title: spec.name.as_ref().map_or_else(String::new, |name| name.text.clone()),
        locale: spec.locale.as_ref().map_or_else(String::new, locale),
        anchor_date: spec.now.as_ref().map_or_else(String::new, |now| now.text.clone()),
        outputs: spec.outputs.iter().filter_map(|(_, node)| output(node)).collect(),
        tables: spec.tables.iter().enumerate().map(|(at, own)| table(own, rows(at))).collect(),
        relationships: spec.tables.iter().flat_map(relationships).collect(),
        assumptions: Vec::<Assumption>::new(),
        ..Ir::default()
    }
}

/// A format, with the dialect behind a colon where one is said.
fn output(node: &Node) -> Option<String> {
    let format = node.get("format")?.text()?;
    Some(match node.get("dialect").and_then(Node::text) {
        Some(dialect) => format!("{format}:{dialect}"),
        None => format.to_owned(),
    })
}

fn locale(node: &Node) -> String {
    let shares = node.entries().iter().map(|entry| format!("{} {}", entry.key, flow(&entry.value)));
    node.text().map_or_else(|| shares.collect::<Vec<_>>().join(", "), str::to_owned)
}

fn table(spec: &TableSpec, rows: u64) -> Table {
    let is_grid = spec.rows.as_ref().is_some_and(|rows| !rows.entries().is_empty());
    let mut params = Vec::new();
    if let (true, Some(grid)) = (is_grid, &spec.rows) {
        flatten(grid, "", &mut params);
    }
    if let Some(own) = &spec.locale {
        params.push(Param { key: "locale".to_owned(), value: locale(own) });
    }
    // A draft has no word for a key with a reference in it; mending then gives both drafts the same key of their own.
    let tied = |name: &str| spec.columns.iter().any(|own| own.name.text == name && is_tie(spec, own));
    let has_tie = spec.key.iter().any(|key| tied(&key.text));
    let is_key = |name: &str| !has_tie && spec.key.iter().any(|key| key.text == name);
    let columns = spec.columns.iter().filter(|own| !is_tie(spec, own));
    Table {
        name: spec.name.text.clone(),
        description: spec.description.as_ref().map_or_else(String::new, |text| text.text.clone()),
        rows: if is_grid || spec.per.is_some() { 0 } else { rows },
        rows_origin: RowsOrigin::Stated,
        params,
        columns: columns.flat_map(|own| branches(own, is_key(&own.name.text))).collect(),
        evidence: Vec::new(),
    }
}

/// Whether a column is there for a relationship.
fn is_tie(table: &TableSpec, column: &ColumnSpec) -> bool {
    pick(table, column).is_some() || owner_column(table).is_some_and(|name| name == column.name.text)
}

/// The columns of a draft that a column comes to: one, or one a branch.
fn branches(spec: &ColumnSpec, is_key: bool) -> Vec<Column> {
    let (null_rate, null_when) = nulls(spec.null.as_ref());
    let (data_type, scale) = spec.data_type.as_ref().map_or((ColumnType::Auto, None), |name| type_of(&name.text));
    let column = |generator: &GeneratorSpec, when: &str, unique: bool| {
        let mut column = Column {
            name: spec.name.text.clone(),
            r#type: data_type,
            generator: generator.name.text.clone(),
            null_rate,
            null_when: null_when.clone(),
            when: when.to_owned(),
            role: if is_key { Role::Pk } else { Role::Attribute },
            unique,
            origin: Origin::Stated,
            ..Column::default()
        };
        params_of(generator, &mut column);
        if let Some(scale) = &scale {
            column.set("scale", scale.clone());
        }
        column
    };
    match &spec.making {
        Making::Generator(generator) => vec![column(generator, "", spec.unique.is_some())],
        Making::When(branches) => {
            let each = branches.iter().map(|branch| {
                let when = branch.condition.as_ref().map_or("", |condition| &condition.text);
                column(&branch.generator, when, branch.unique.is_some())
            });
            each.collect()
        }
    }
}

fn params_of(generator: &GeneratorSpec, column: &mut Column) {
    for entry in generator.params.entries() {
        match (generator.name.text.as_str(), entry.key.as_str()) {
            ("choice", "of") if choices(&entry.value).is_some() => {
                column.choices = choices(&entry.value).unwrap_or_default();
            }
            (_, key) => flatten(&entry.value, key, &mut column.params),
        }
    }
}

/// The values of a choice with plain weights.
fn choices(of: &Node) -> Option<Vec<Choice>> {
    let equal = of.items().iter().map(|item| Some(Choice { value: item.text()?.to_owned(), weight: 0.0 }));
    let weighted = of.entries().iter().map(|entry| {
        let weight = Number::parse(entry.value.text()?).ok()?.as_f64()?;
        Some(Choice { value: entry.key.clone(), weight })
    });
    equal.chain(weighted).collect::<Option<Vec<_>>>().filter(|all| !all.is_empty())
}

/// A node as parameters: mappings by paths, all else as YAML on one line.
fn flatten(node: &Node, path: &str, params: &mut Vec<Param>) {
    if node.entries().is_empty() {
        params.push(Param { key: path.to_owned(), value: flow(node) });
        return;
    }
    for entry in node.entries() {
        let key = if path.is_empty() { entry.key.clone() } else { format!("{path}.{}", entry.key) };
        flatten(&entry.value, &key, params);
    }
}

/// A node as YAML on one line.
fn flow(node: &Node) -> String {
    match &node.value {
        Value::Scalar(Scalar::Null) => "null".to_owned(),
        Value::Scalar(_) => node.text().unwrap_or_default().to_owned(),
        Value::Sequence(items) => format!("[{}]", items.iter().map(quoted).collect::<Vec<_>>().join(", ")),
        Value::Mapping(entries) => {
            let entries = entries.iter().map(|entry| format!("{}: {}", entry.key, quoted(&entry.value)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

/// A node inside brackets.
fn quoted(node: &Node) -> String {
    match &node.value {
        Value::Scalar(Scalar::Str { text }) => crate::fmt::Scalar::new(text).raw,
        _ => flow(node),
    }
}

fn nulls(null: Option<&Node>) -> (f64, String) {
    let Some(text) = null.and_then(Node::text) else { return (0.0, String::new()) };
    match Rate::parse(text) {
        Ok(rate) => (rate.value, String::new()),
        Err(_) => (0.0, text.to_owned()),
    }
}

fn type_of(name: &str) -> (ColumnType, Option<String>) {
    let scale = name.strip_prefix("decimal(").and_then(|rest| rest.trim_end_matches(')').split_once(','));
    let kind = match name {
        "bool" => ColumnType::Boolean,
        "string" => ColumnType::String,
        "date" => ColumnType::Date,
        _ if name.starts_with("timestamp") => ColumnType::Timestamp,
        _ if name.starts_with("float") => ColumnType::Float,
        _ if name.starts_with("decimal") => ColumnType::Decimal,
        _ if name.starts_with("int") || name.starts_with("uint") => ColumnType::Integer,
        _ => ColumnType::Auto,
    };
    (kind, scale.map(|(_, scale)| scale.trim().to_owned()))
}

fn relationships(table: &TableSpec) -> Vec<Relationship> {
    let owner = table.per.as_ref().map(|parent| owner(table, &parent.text));
    let picks = table.columns.iter().filter_map(|column| pick(table, column));
    owner.into_iter().chain(picks).collect()
}

/// The column that repeats the owner's key.
fn owner_column(table: &TableSpec) -> Option<&str> {
    let parent = &table.per.as_ref()?.text;
    let repeats = |column: &&ColumnSpec| match &column.making {
        Making::Generator(GeneratorSpec { name, params }) if name.text == "field" => {
            let of = params.get("of").and_then(Node::text).and_then(|of| of.split_once('.'));
            of.is_some_and(|(from, key)| from == parent && (key == "id" || column.name.text.ends_with(key)))
        }
        _ => false,
    };
    table.columns.iter().find(repeats).map(|column| column.name.text.as_str())
}

fn owner(table: &TableSpec, parent: &str) -> Relationship {
    let mut tie = Relationship {
        tie: Tie::Owns,
        child_table: table.name.text.clone(),
        child_column: owner_column(table).unwrap_or_default().to_owned(),
        parent_table: parent.to_owned(),
        origin: Origin::Stated,
        ..Relationship::default()
    };
    if let Some(count) = &table.count {
        set_count(&mut tie, count);
    }
    tie
}

fn set_count(tie: &mut Relationship, count: &Node) {
    let whole = |text: &str| Number::parse(text).ok().and_then(|number| u64::try_from(number.as_i128()?).ok());
    let number = |key: &str| count.get(key).and_then(Node::text).and_then(|text| Number::parse(text).ok()?.as_f64());
    if let Some((min, max)) = count.text().and_then(|text| text.split_once("..")) {
        (tie.min_children, tie.max_children) = (whole(min).unwrap_or(0), whole(max).unwrap_or(0));
    } else if let Some(fixed) = count.text().and_then(whole) {
        (tie.shape, tie.min_children, tie.max_children) = (Shape::Fixed, fixed, fixed);
    } else {
        tie.shape =
            if count.get("dist").and_then(Node::text) == Some("poisson") { Shape::Poisson } else { Shape::Geometric };
        tie.mean_children = number("mean").unwrap_or(0.0);
        tie.min_children = number("min").unwrap_or(0.0) as u64;
        tie.max_children = number("max").unwrap_or(0.0) as u64;
        tie.childless_rate = number("zero").unwrap_or(0.0);
    }
}

/// The relationship behind a column that picks rows.
fn pick(table: &TableSpec, column: &ColumnSpec) -> Option<Relationship> {
    let Making::Generator(GeneratorSpec { name, params }) = &column.making else { return None };
    let text = |key: &str| params.get(key).and_then(Node::text);
    let is_plain = nulls(column.null.as_ref()).1.is_empty() && !column.name.text.starts_with('_');
    let to = (name.text == "ref" && is_plain).then(|| text("to"))??;
    Some(Relationship {
        tie: Tie::Picks,
        child_table: table.name.text.clone(),
        child_column: column.name.text.clone(),
        parent_table: to.to_owned(),
        shape: if params.get("skew").is_some() { Shape::Zipf } else { Shape::Uniform },
        distinct: params.get("distinct_in").is_some(),
        other_than: text("other_than").unwrap_or_default().to_owned(),
        null_rate: nulls(column.null.as_ref()).0,
        origin: Origin::Stated,
        ..Relationship::default()
    })
}
