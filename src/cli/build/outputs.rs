//! `--format`, `-o`, `--option` and the spec's `outputs:` -> where the tables go.

use std::path::Path;

use serde_json::{Map, Value};

use crate::build::Slice;
use crate::build::outputs::{self, Wanted, unknown_format};
use crate::cli::args::Build;
use crate::cli::lookup::params;
use crate::compile::Compiled;
use crate::diag::{Diagnostic, Diagnostics};
use crate::formats::text::compress::Compression;
use crate::formats::{self, FORMATS, FormatDef};
use crate::output::{OutputSpec, Split};
use crate::plan::TableId;

/// The path that means standard output.
pub const STDOUT: &str = "-";

/// The outputs of a build, and the tables that they take: those of `asked` that some output wants.
///
/// # Errors
/// `E0802` nowhere to write to; `E0803` no format; and those of [`outputs`].
pub fn resolve(
    args: &Build,
    compiled: &Compiled,
    asked: Vec<TableId>,
    slice: &Slice,
) -> Result<(Vec<OutputSpec>, Vec<TableId>), Diagnostics> {
    let mut found = Diagnostics::new();
    let wanted = match &args.output {
        None => of_spec(args, compiled, &mut found),
        Some(path) => found.take(of_command(args, args.format.as_deref(), path)).into_iter().collect(),
    };
    let resolved = found.take(outputs::resolve(wanted, compiled, asked, slice));
    if resolved.as_ref().is_some_and(|(outputs, _)| outputs.is_empty()) && !found.has_errors() {
        found.push(nowhere(args, compiled));
    }
    found.into_result(resolved.unwrap_or_default()).map(|(resolved, _)| resolved)
}

/// The spec's outputs, all or those of a format, with what the command line says over them.
fn of_spec(args: &Build, compiled: &Compiled, found: &mut Diagnostics) -> Vec<Wanted> {
    let mut wanted = outputs::of_spec(compiled, args.format.as_deref(), found);
    for Wanted { output, .. } in &mut wanted {
        found.extend(unknown_options(args, &output.format));
        if let Value::Object(options) = &mut output.options {
            options.extend(said_options(args, &output.format));
        }
        output.split = args.split().or(output.split);
        if !args.partition_by.is_empty() {
            output.partition_by.clone_from(&args.partition_by);
        }
        output.manifest |= args.wants_manifest();
    }
    wanted
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

/// The one output that the command line asks for.
fn of_command(args: &Build, format: Option<&str>, path: &str) -> Result<Wanted, Diagnostics> {
    if path.trim().is_empty() {
        let error = Diagnostic::error("E0802", "the path behind `-o` is empty");
        let help = "name a folder or a file, as in `-o out/`; perhaps a variable of the shell is not set";
        return Err(error.help(help).into());
    }
    let format = match format {
        Some(format) => formats::find(format).ok_or_else(|| unknown_format(format))?,
        None => of_extension(path).ok_or_else(|| no_format(path))?,
    };
    unknown_options(args, format.name).into_result(())?;
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
    Ok(Wanted { output, tables: None })
}

fn of_extension(path: &str) -> Option<&'static FormatDef> {
    let (compression, bare) = Compression::of_name(path);
    let extension = Path::new(bare).extension()?.to_str()?;
    let named = FORMATS.iter().copied().find(|def| def.extension.eq_ignore_ascii_case(extension))?;
    (named.is_text || compression == Compression::None).then_some(named)
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
}
