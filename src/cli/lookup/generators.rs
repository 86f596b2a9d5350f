//! `synth generators`: the registry by group, or one generator's page.

use std::io;

use serde_json::{Value, json};

use super::params::{self, Param};
use super::{two_columns, unknown, wrapped};
use crate::cli::args::Lookup;
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use crate::generators::{self, GROUPS, GeneratorDef};

/// Runs `synth generators`.
///
/// # Errors
/// Standard output cannot be written.
pub fn run(args: &Lookup, terminal: Terminal) -> io::Result<Exit> {
    let Some(name) = &args.name else {
        return super::put(args.json, list_json, listing);
    };
    let family: Vec<&GeneratorDef> = generators::all().filter(|def| def.bundle == Some(name)).collect();
    match generators::find(name) {
        Some(def) => super::put(args.json, || page_json(def), || page(def)),
        None if !family.is_empty() => {
            super::put(args.json, || family.iter().map(|def| summary_json(def)).collect(), || entity(name, &family))
        }
        None => {
            let known = generators::all().map(|def| def.name).chain(generators::entities());
            Ok(unknown("generator", name, known, "synth generators", terminal))
        }
    }
}

fn members(lists: &'static [&'static [GeneratorDef]]) -> impl Iterator<Item = &'static GeneratorDef> + Clone {
    lists.iter().flat_map(|list| list.iter()).filter(|def| def.is_listed())
}

fn listing() -> String {
    let group = |(name, lists): &(&str, &'static [&'static [GeneratorDef]])| {
        format!("{name}\n{}\n", two_columns(members(lists).map(|def| (def.name, def.summary))))
    };
    GROUPS.iter().map(group).collect::<String>() + "`synth generators NAME` describes one.\n"
}

fn summary_json(def: &GeneratorDef) -> Value {
    json!({ "name": def.name, "summary": def.summary })
}

fn list_json() -> Value {
    let of_group =
        |group: &str, def: &GeneratorDef| json!({ "name": def.name, "group": group, "summary": def.summary });
    GROUPS.iter().flat_map(|(name, lists)| members(lists).map(|def| of_group(name, def))).collect()
}

fn page_json(def: &GeneratorDef) -> Value {
    json!({
        "name": def.name,
        "summary": def.summary,
        "docs": def.docs,
        "example": def.example,
        "bundle": def.bundle,
        "parameters": params::of(def.params).iter().map(Param::to_json).collect::<Vec<_>>(),
    })
}

fn page(def: &GeneratorDef) -> String {
    let mut page = format!("{}: {}\n", def.name, def.summary);
    if !def.docs.is_empty() {
        page += &format!("\n{}", wrapped(def.docs, ""));
    }
    let params = params::of(def.params);
    page += &match params.is_empty() {
        true => "\nParameters: none\n".to_owned(),
        false => format!("\nParameters\n{}", params::text(&params)),
    };
    page += &format!("\nExample\n{}", wrapped(&format!(" column: {}", def.example), " "));
    page + "\nEvery column also takes `type`, `null`, `unique`, `when`, `format`, `description`, `id` and `locale`.\n"
}

fn entity(name: &str, fields: &[&GeneratorDef]) -> String {
    format!(
        "{name}: fields that describe one {name}; all of a table's `{name}.*` columns agree with each other\n\n{}",
        two_columns(fields.iter().map(|def| (def.name, def.summary)))
    )
}
