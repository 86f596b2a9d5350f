//! `--format`, `-o`, `--option` and the spec's `outputs:` -> where the tables go.

use std::path::Path;

use serde_json::{Map, Value};

use crate::build::unknown_table;
use crate::cli::args::{Build, Shard};
use crate::cli::lookup::params;
use crate::compile::Compiled;
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::formats::text::compress::Compression;
use crate::formats::{self, FORMATS, FormatDef};
use crate::output::{OutputSpec, Split};
use crate::plan::{Plan, TableId};
use crate::source::Node;
use crate::source::scalars::{ByteSize, Number};
use crate::spec::{Name, OUTPUT_KEYS};

/// The path that means standard output.
pub const STDOUT: &str = "-";

/// The outputs of a build, and the tables that they take: those of `asked` that some output wants.
///
/// # Errors
/// `E0802` nowhere to write to; `E0803` no format; `E0806` unknown tables; `E0809` a place holder without a value.
pub fn resolve(
    args: &Build,
    compiled: &Compiled,
    asked: Vec<TableId>,
) -> Result<(Vec<OutputSpec>, Vec<TableId>), Diagnostics> {
    let mut found = Diagnostics::new();
    let wanted = match (&args.format, &args.output) {
        (None, None) => of_spec(args, compiled, None, &mut found),
        (Some(format), None) => of_spec(args, compiled, Some(format), &mut found),
        (format, Some(path)) => found.take(of_command(args, format.as_deref(), path)).into_iter().collect(),
    };
    let mut taken = Vec::new();
    let mut outputs = Vec::new();
    for (mut output, tables) in wanted {
        let tables: Vec<TableId> =
            asked.iter().filter(|id| tables.as_ref().is_none_or(|own| own.contains(id))).copied().collect();
        output.path = found.take(filled(&output, compiled)).unwrap_or_default();
        let Some(mut output) = found.take(compressed(output)) else { continue };
        output.path = with_shard(&output.path, args.shard);
        taken.extend(&tables);
        outputs.push((output, tables));
    }
    taken.sort_unstable();
    taken.dedup();
    if taken.is_empty() && !found.has_errors() {
        found.push(nowhere(args, compiled));
    }
    let place = |id: &TableId| taken.iter().position(|table| table == id).expect("taken above");
    let outputs = outputs.into_iter().filter(|(_, tables)| !tables.is_empty());
    let outputs =
        outputs.map(|(output, tables)| OutputSpec { tables: Some(tables.iter().map(place).collect()), ..output });
    let outputs = outputs.collect();
    found.into_result((outputs, taken)).map(|(resolved, _)| resolved)
}

/// An output and the tables that it is limited to.
type Wanted = (OutputSpec, Option<Vec<TableId>>);

/// The spec's outputs, all or those of a format.
fn of_spec(args: &Build, compiled: &Compiled, format: Option<&str>, found: &mut Diagnostics) -> Vec<Wanted> {
    if let Some(format) = format.filter(|format| formats::find(format).is_none()) {
        found.push(unknown_format(format));
        return Vec::new();
    }
    let named = compiled.spec.outputs.iter();
    let text = |node: &Node, key: &str| node.get(key).and_then(Node::text).unwrap_or_default().to_owned();
    let chosen = named.filter(|(_, node)| format.is_none_or(|format| text(node, "format") == format));
    let outputs = chosen.map(|(name, node)| {
        let mut options = match node.without(OUTPUT_KEYS).to_json() {
            Value::Object(options) => options,
            _ => Map::new(),
        };
        let format = text(node, "format");
        options.extend(said_options(args, &format));
        found.extend(unknown_options(args, &format));
        let output = OutputSpec {
            path: text(node, "path"),
            format,
            options: Value::Object(options),
            split: args.split().or_else(|| found.take(own_split(node)).flatten()),
            partition_by: own_partition(args, node),
            manifest: args.wants_manifest() || node.get("manifest").is_some_and(Node::is_true),
            span: Some(name.span),
            ..OutputSpec::new("", "")
        };
        (output, own_tables(node, &compiled.plan, found))
    });
    outputs.collect()
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

impl Build {
    fn split(&self) -> Option<Split> {
        self.split_rows.map(Split::Rows).or(self.split_bytes.map(Split::Bytes))
    }

    /// Whether an up-to-date build is found out by a manifest implies that there is one.
    fn wants_manifest(&self) -> bool {
        self.manifest || self.if_changed
    }
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

fn own_partition(args: &Build, node: &Node) -> Vec<String> {
    if !args.partition_by.is_empty() {
        return args.partition_by.clone();
    }
    let names = node.get("partition_by").map(Node::items).unwrap_or_default();
    names.iter().filter_map(|name| name.text().map(str::to_owned)).collect()
}

/// The one output that the command line asks for.
fn of_command(args: &Build, format: Option<&str>, path: &str) -> Result<Wanted, Diagnostic> {
    if path.trim().is_empty() {
        let error = Diagnostic::error("E0802", "the path behind `-o` is empty");
        return Err(error.help("name a folder or a file, as in `-o out/`; perhaps a variable of the shell is not set"));
    }
    let format = match format {
        Some(format) => formats::find(format).ok_or_else(|| unknown_format(format))?,
        None => of_extension(path).ok_or_else(|| no_format(path))?,
    };
    let options = Value::Object(said_options(args, format.name));
    let output = OutputSpec {
        format: format.name.to_owned(),
        path: template(path, &format!("{}{}", format.extension, format.suffix(&options))),
        options,
        split: args.split(),
        partition_by: args.partition_by.clone(),
        manifest: args.wants_manifest(),
        ..OutputSpec::new("", "")
    };
    Ok((output, None))
}

fn of_extension(path: &str) -> Option<&'static FormatDef> {
    let (compression, bare) = Compression::of_name(path);
    let extension = Path::new(bare).extension()?.to_str()?;
    let named = FORMATS.iter().copied().find(|def| def.extension.eq_ignore_ascii_case(extension))?;
    (named.is_text || compression == Compression::None).then_some(named)
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
            Err(at(error.help(format!("write the path as `{path}`, or leave out `compression`")), output.span))
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

fn at(diagnostic: Diagnostic, span: Option<Span>) -> Diagnostic {
    match span {
        Some(span) => diagnostic.at(span, ""),
        None => diagnostic,
    }
}

/// A folder -> `folder/{table}.EXT`; a file or a template stays. What does not exist is a folder when it ends with a slash
/// or has no extension.
#[expect(clippy::disallowed_methods, reason = "whether a path is a folder is asked of the disk")]
fn template(path: &str, extension: &str) -> String {
    let is_folder = match Path::new(path) {
        _ if path == STDOUT || path.contains('{') => false,
        found if found.exists() => found.is_dir(),
        new => path.ends_with(['/', std::path::MAIN_SEPARATOR]) || new.extension().is_none(),
    };
    match is_folder {
        true => format!("{}/{{table}}.{extension}", path.trim_end_matches('/')),
        false => path.to_owned(),
    }
}

/// `--option`s as JSON: text where the option takes text, else as JSON has it. A delimiter may be called `tab`.
fn said_options(args: &Build, format: &str) -> Map<String, Value> {
    let known = formats::find(format).map(|def| params::of(def.options)).unwrap_or_default();
    let is_text = |key: &str| known.iter().any(|param| param.name == key && param.kind == "text");
    let value = |key: &str, text: &str| match serde_json::from_str::<Value>(text) {
        _ if key == "delimiter" && matches!(text, "tab" | "\\t") => Value::String("\t".to_owned()),
        Ok(value @ (Value::Bool(_) | Value::Number(_))) if !is_text(key) => value,
        _ => Value::String(text.to_owned()),
    };
    args.option.iter().map(|(key, text)| (key.clone(), value(key, text))).collect()
}

/// `E0702` for every `--option` that a format does not have: the spec, in which the output stands, is not to blame.
fn unknown_options(args: &Build, format: &str) -> Diagnostics {
    let known = formats::find(format).map(|def| params::of(def.options)).unwrap_or_default();
    let names = || known.iter().map(|param| param.name.as_str());
    let mut found = Diagnostics::new();
    for (key, _) in args.option.iter().filter(|(key, _)| !known.is_empty() && names().all(|name| name != key)) {
        let error = Diagnostic::error("E0702", format!("{format} output: there is no option `{key}`"));
        found.push(
            error.suggest(key, names()).help(format!("the options are {}", names().collect::<Vec<_>>().join(", "))),
        );
    }
    found
}

/// The path with `{name}` and `{seed}` replaced.
fn filled(output: &OutputSpec, compiled: &Compiled) -> Result<String, Diagnostic> {
    let path = output.path.replace("{seed}", &compiled.plan.seed.to_string());
    if !path.contains("{name}") {
        return Ok(path);
    }
    let error = |why: &str, help: &str| {
        let error = Diagnostic::error("E0809", format!("`{{name}}` in `{}` cannot be filled in: {why}", output.path));
        at(error.help(help), output.span)
    };
    match compiled.plan.name.as_deref() {
        None => Err(error("the spec has no name", "add `name:` to the spec")),
        Some(name) if !is_file_name(name) => Err(error("the spec's name is no file name", "use letters and digits")),
        Some(name) => Ok(path.replace("{name}", name)),
    }
}

fn is_file_name(name: &str) -> bool {
    let odd = |c: char| matches!(c, '/' | '\\' | ':' | '{' | '}') || c.is_control();
    !matches!(name, "" | "." | "..") && !name.contains(odd)
}

/// `out/{table}.csv` -> `out/{table}-2-of-8.csv`, or `2-of-8` where `{shard}` stands; the number has as many digits as the last, so that names sort in order.
#[expect(clippy::disallowed_methods, reason = "whether a path is a device is asked of the disk")]
fn with_shard(path: &str, shard: Option<Shard>) -> String {
    if path.contains("{shard}") {
        let Shard { index, of } = shard.unwrap_or(Shard { index: 1, of: 1 });
        let width = of.to_string().len();
        return path.replace("{shard}", &format!("{index:0width$}-of-{of}"));
    }
    let Some(shard) = shard else { return path.to_owned() };
    if path == STDOUT || Path::new(path).metadata().is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        return path.to_owned();
    }
    let width = shard.of.to_string().len();
    let mark = format!("-{:0width$}-of-{}", shard.index, shard.of);
    let name = path.rfind('/').map_or(0, |slash| slash + 1);
    let (_, bare) = Compression::of_name(path);
    match bare.get(name..).and_then(|name| name.rfind('.')).filter(|dot| *dot > 0) {
        Some(dot) => format!("{}{mark}{}", &path[..name + dot], &path[name + dot..]),
        None => format!("{path}{mark}"),
    }
}

fn unknown_format(format: &str) -> Diagnostic {
    let names = FORMATS.iter().map(|def| def.name);
    let known = names.clone().collect::<Vec<_>>().join(", ");
    let error = Diagnostic::error("E0701", format!("no output format is called `{format}`"));
    error.suggest(format, names).help(format!("the formats are {known}"))
}

fn no_format(path: &str) -> Diagnostic {
    Diagnostic::error("E0803", format!("`-o {path}` does not say the format"))
        .help("say it, as in `--format csv`")
        .help(format!("the formats are {}", FORMATS.iter().map(|def| def.name).collect::<Vec<_>>().join(", ")))
}

/// That there is no output, with what to do about it.
fn nowhere(args: &Build, compiled: &Compiled) -> Diagnostic {
    let spec = args.spec.display();
    let format = args.format.as_deref().unwrap_or("csv");
    let message = match (&args.format, compiled.spec.outputs.is_empty()) {
        (Some(format), _) => format!("the spec has no output of the format {format}, and there is no `-o`"),
        (None, true) => "the spec has no `outputs:`, and there is no `--format` with `-o`".to_owned(),
        (None, false) => "none of the spec's outputs takes the tables that are asked for".to_owned(),
    };
    Diagnostic::error("E0802", message)
        .help(format!("say where: `synth build {spec} --format {format} -o out/`, or `-o -` for standard output"))
        .help("or add to the spec: `outputs: { csv: { format: csv, path: \"out/{table}.csv\" } }`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_get_a_file_a_table_and_files_stay() {
        assert_eq!(template("new-folder", "csv"), "new-folder/{table}.csv");
        assert_eq!(template("new.folder/", "csv"), "new.folder/{table}.csv");
        assert_eq!(template("src", "csv"), "src/{table}.csv");
        assert_eq!(template("users.txt", "csv"), "users.txt");
        assert_eq!(template("a/{table}", "csv"), "a/{table}");
        assert_eq!(template("-", "csv"), "-");
    }

    #[test]
    fn names_of_shards_sort_in_their_order() {
        let shard = Shard { index: 2, of: 12 };
        assert_eq!(with_shard("out/{table}.csv", Some(shard)), "out/{table}-02-of-12.csv");
        assert_eq!(with_shard("out/{shard}/x.csv", Some(shard)), "out/02-of-12/x.csv");
        assert_eq!(with_shard("out/{shard}/x.csv", None), "out/1-of-1/x.csv");
        assert_eq!(with_shard("out/{table}.csv.gz", Some(shard)), "out/{table}-02-of-12.csv.gz");
        assert_eq!(with_shard("out.d/users", Some(shard)), "out.d/users-02-of-12");
        assert_eq!(with_shard("-", Some(shard)), "-");
    }
}
