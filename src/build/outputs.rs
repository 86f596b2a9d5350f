//! A spec's `outputs:`, or what is wanted in their place -> [`OutputSpec`]s for the tables that are asked for, with their paths
//! filled in as far as they are those of a spec.

use std::path::Path;

use serde_json::{Map, Value};

use super::{Slice, unknown_table};
use crate::compile::Compiled;
use crate::diag::{Diagnostic, Diagnostics};
use crate::formats::text::compress::Compression;
use crate::formats::{self, FORMATS};
use crate::output::{OutputSpec, Split, check_file_name};
use crate::plan::{Plan, TableId};
use crate::source::Node;
use crate::source::scalars::{ByteSize, Number};
use crate::spec::{Name, OUTPUT_KEYS};

/// An output as somebody wants it.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The output; its path has place holders, and its tables are not numbered yet.
    pub output: OutputSpec,
    /// The tables that it is limited to.
    pub tables: Option<Vec<TableId>>,
}

/// The spec's outputs, all or those of a format. `found` gets `E0701`, `E0710` and `E0806`.
pub fn of_spec(compiled: &Compiled, format: Option<&str>, found: &mut Diagnostics) -> Vec<Wanted> {
    if let Some(format) = format.filter(|format| formats::find(format).is_none()) {
        found.push(unknown_format(format));
        return Vec::new();
    }
    let named = compiled.spec.outputs.iter();
    let chosen = named.filter(|(_, node)| format.is_none_or(|format| text(node, "format") == format));
    let wanted = chosen.map(|(name, node)| Wanted {
        output: OutputSpec {
            options: match node.without(OUTPUT_KEYS).to_json() {
                Value::Object(options) => Value::Object(options),
                _ => Value::Object(Map::new()),
            },
            split: found.take(own_split(node)).flatten(),
            partition_by: own_partition(node),
            manifest: node.get("manifest").is_some_and(Node::is_true),
            span: Some(name.span),
            ..OutputSpec::new(text(node, "format"), text(node, "path"))
        },
        tables: own_tables(node, &compiled.plan, found),
    });
    wanted.collect()
}

/// The outputs with the tables that they take: those of `asked` that some output wants. Without tables, or wishes, none.
///
/// # Errors
/// `E0702` a compression that path and options do not agree on; `E0809` a place holder without a value.
pub fn resolve(
    wanted: Vec<Wanted>,
    compiled: &Compiled,
    asked: Vec<TableId>,
    slice: &Slice,
) -> Result<(Vec<OutputSpec>, Vec<TableId>), Diagnostics> {
    let mut found = Diagnostics::new();
    let mut taken = Vec::new();
    let mut outputs = Vec::new();
    for Wanted { mut output, tables } in wanted {
        let tables: Vec<TableId> =
            asked.iter().filter(|id| tables.as_ref().is_none_or(|own| own.contains(id))).copied().collect();
        output.path = found.take(filled(&output, compiled)).unwrap_or_default();
        output.path = complete(&output);
        let Some(mut output) = found.take(compressed(output)) else { continue };
        output.path = with_shard(&output.path, slice);
        taken.extend(&tables);
        outputs.push((output, tables));
    }
    taken.sort_unstable();
    taken.dedup();
    let place = |id: &TableId| taken.iter().position(|table| table == id).expect("taken above");
    let outputs = outputs.into_iter().filter(|(_, tables)| !tables.is_empty());
    let outputs =
        outputs.map(|(output, tables)| OutputSpec { tables: Some(tables.iter().map(place).collect()), ..output });
    let outputs = outputs.collect();
    found.into_result((outputs, taken)).map(|(resolved, _)| resolved)
}

fn text(node: &Node, key: &str) -> String {
    node.get(key).and_then(Node::text).unwrap_or_default().to_owned()
}

fn own_tables(node: &Node, plan: &Plan, found: &mut Diagnostics) -> Option<Vec<TableId>> {
    let names = node.get("tables")?.items();
    let names = names.iter().filter_map(|item| Some(Name { text: item.text()?.to_owned(), span: item.span }));
    let find = |name: Name| {
        let error = || unknown_table(plan, "E0806", &name.text).at(name.span, "no such table");
        plan.table_named(&name.text).ok_or_else(error)
    };
    Some(names.filter_map(|name| found.take(find(name))).collect())
}

/// `split: { rows: 1M }` or `split: { bytes: 256MB }`.
fn own_split(node: &Node) -> Result<Option<Split>, Diagnostic> {
    let Some(split) = node.get("split") else { return Ok(None) };
    let error = |node: &Node, why: String| {
        let error = Diagnostic::error("E0710", format!("`{}` is no size of a part", node.text().unwrap_or_default()));
        error.at(node.span, why).help("write `split: { rows: 1M }` or `split: { bytes: 256MB }`")
    };
    if let Some(rows) = split.get("rows") {
        let number = Number::parse(rows.text().unwrap_or_default()).map_err(|why| error(rows, why))?;
        let number = number.as_i128().and_then(|number| u64::try_from(number).ok()).filter(|number| *number > 0);
        return number.map(|number| Some(Split::Rows(number))).ok_or_else(|| error(rows, "no number of rows".into()));
    }
    let Some(bytes) = split.get("bytes") else { return Ok(None) };
    let size = ByteSize::parse(bytes.text().unwrap_or_default()).map_err(|why| error(bytes, why))?;
    Ok(Some(Split::Bytes(size.0)))
}

fn own_partition(node: &Node) -> Vec<String> {
    let names = node.get("partition_by").map(Node::items).unwrap_or_default();
    names.iter().filter_map(|name| name.text().map(str::to_owned)).collect()
}

/// The output with the compression that its path speaks of. Path and options are not to say different things.
fn compressed(mut output: OutputSpec) -> Result<OutputSpec, Diagnostic> {
    let Some(def) = formats::find(&output.format).filter(|def| def.is_text) else { return Ok(output) };
    let (of_path, bare) = Compression::of_name(&output.path);
    let is_plain = Path::new(bare).extension().is_some_and(|end| end.eq_ignore_ascii_case(def.extension));
    match Compression::of_options(&output.options) {
        Some(said) if said != of_path && (of_path != Compression::None || is_plain) => {
            let path = format!("{bare}{}", said.suffix());
            let message =
                format!("`compression: {}` and the path `{}` contradict each other", said.name(), output.path);
            let error = Diagnostic::error("E0702", format!("{} output: {message}", def.name));
            Err(error.help(format!("write the path as `{path}`, or leave out `compression`")).located(output.span))
        }
        None if of_path != Compression::None && output.options.get("compression").is_none() => {
            if let Value::Object(options) = &mut output.options {
                options.insert("compression".to_owned(), of_path.name().into());
            }
            Ok(output)
        }
        _ => Ok(output),
    }
}

/// The path with `{name}` and `{seed}` replaced.
fn filled(output: &OutputSpec, compiled: &Compiled) -> Result<String, Diagnostic> {
    let path = output.path.replace("{seed}", &compiled.plan.seed.to_string());
    if !path.contains("{name}") {
        return Ok(path);
    }
    let error = |why: &str, help: &str| {
        let error = Diagnostic::error("E0809", format!("`{{name}}` in `{}` cannot be filled in: {why}", output.path));
        error.help(help).located(output.span)
    };
    match compiled.plan.name.as_deref() {
        None => Err(error("the spec has no name", "add `name:` to the spec")),
        Some(name) if check_file_name(name).is_err() => {
            Err(error("the spec's name is no file name", "use letters and digits"))
        }
        Some(name) => Ok(path.replace("{name}", name)),
    }
}

/// `out/{table}.csv` -> `out/{table}-2-of-8.csv`, or `2-of-8` where `{shard}` stands; the number has as many digits as the last, so that names sort in order.
#[expect(clippy::disallowed_methods, reason = "whether a path is a device is asked of the disk")]
fn with_shard(path: &str, slice: &Slice) -> String {
    let shard = match *slice {
        Slice::Shard { index, of } => Some((index, of)),
        Slice::Whole | Slice::Rows { .. } => None,
    };
    if path.contains("{shard}") {
        let (index, of) = shard.unwrap_or((1, 1));
        let width = of.to_string().len();
        return path.replace("{shard}", &format!("{index:0width$}-of-{of}"));
    }
    let Some((index, of)) = shard else { return path.to_owned() };
    if path == "-" || Path::new(path).metadata().is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        return path.to_owned();
    }
    let width = of.to_string().len();
    let mark = format!("-{index:0width$}-of-{of}");
    let name = path.rfind('/').map_or(0, |slash| slash + 1);
    let (_, bare) = Compression::of_name(path);
    match bare.get(name..).and_then(|name| name.rfind('.')).filter(|dot| *dot > 0) {
        Some(dot) => format!("{}{mark}{}", &path[..name + dot], &path[name + dot..]),
        None => format!("{path}{mark}"),
    }
}

/// `E0701`: there is no such format.
pub fn unknown_format(format: &str) -> Diagnostic {
    let names = FORMATS.iter().map(|def| def.name);
    let known = names.clone().collect::<Vec<_>>().join(", ");
    let error = Diagnostic::error("E0701", format!("no output format is called `{format}`"));
    error.suggest(format, names).help(format!("the formats are {known}"))
}

/// The path with what it leaves open: a folder gets a file a table, and parts get the format's extension, by which readers
/// know them. One file without an extension is what was asked for.
fn complete(output: &OutputSpec) -> String {
    let path = output.path.as_str();
    let Some(format) = formats::find(&output.format).filter(|_| !path.is_empty() && !output.is_stream()) else {
        return path.to_owned();
    };
    let extension = format!("{}{}", format.extension, format.suffix(&output.options));
    let folder = path.trim_end_matches('/');
    let name = folder.rsplit('/').next().unwrap_or(folder);
    let name = name.rsplit('}').next().unwrap_or(name);
    match path.ends_with('/') {
        true if !(output.is_parts() && path.contains("{table}")) => format!("{folder}/{{table}}.{extension}"),
        _ if output.is_parts() && !name.contains('.') => format!("{folder}.{extension}"),
        _ => folder.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_and_parts_get_an_extension() {
        let path = |path: &str, is_parts: bool| {
            let partition_by = if is_parts { vec!["a".to_owned()] } else { Vec::new() };
            complete(&OutputSpec { partition_by, ..OutputSpec::new("csv", path) })
        };
        assert_eq!(path("out/", false), "out/{table}.csv");
        assert_eq!(path("out/{table}/", false), "out/{table}/{table}.csv");
        assert_eq!(path("out/{table}", false), "out/{table}");
        assert_eq!(path("out/", true), "out/{table}.csv");
        assert_eq!(path("out/{table}/", true), "out/{table}.csv");
        assert_eq!(path("out/{table}", true), "out/{table}.csv");
        assert_eq!(path("out.d/{table}-{part}", true), "out.d/{table}-{part}.csv");
        assert_eq!(path("out/{table}-{part}.tsv", true), "out/{table}-{part}.tsv");
        assert_eq!(path("-", false), "-");
    }

    #[test]
    fn names_of_shards_sort_in_their_order() {
        let shard = &Slice::Shard { index: 2, of: 12 };
        assert_eq!(with_shard("out/{table}.csv", shard), "out/{table}-02-of-12.csv");
        assert_eq!(with_shard("out/{shard}/x.csv", shard), "out/02-of-12/x.csv");
        assert_eq!(with_shard("out/{shard}/x.csv", &Slice::Whole), "out/1-of-1/x.csv");
        assert_eq!(with_shard("out/{table}.csv.gz", shard), "out/{table}-02-of-12.csv.gz");
        assert_eq!(with_shard("out.d/users", shard), "out.d/users-02-of-12");
        assert_eq!(with_shard("-", shard), "-");
    }
}
