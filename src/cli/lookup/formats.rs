//! `synth formats`: the output formats, or one format's page.

use std::io;

use serde_json::{Value, json};

use super::params::{self, Param};
use super::{two_columns, unknown, wrapped};
use crate::cli::args::Lookup;
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use crate::formats::{self, FORMATS, FormatDef};

/// Runs `synth formats`.
///
/// # Errors
/// Standard output cannot be written.
pub fn run(args: &Lookup, terminal: Terminal) -> io::Result<Exit> {
    let Some(name) = &args.name else {
        return super::put(args.json, || FORMATS.iter().map(|def| summary_json(def)).collect(), listing);
    };
    match formats::find(name) {
        Some(def) => super::put(args.json, || page_json(def), || page(def)),
        None => Ok(unknown("format", name, FORMATS.iter().map(|def| def.name), "synth formats", terminal)),
    }
}

fn listing() -> String {
    two_columns(FORMATS.iter().map(|def| (def.name, def.summary))) + "\n`synth formats NAME` describes one.\n"
}

fn summary_json(def: &FormatDef) -> Value {
    json!({ "name": def.name, "extension": def.extension, "summary": def.summary })
}

fn page_json(def: &FormatDef) -> Value {
    let mut page = summary_json(def);
    page["docs"] = def.docs.into();
    page["options"] = params::of(def.options).iter().map(Param::to_json).collect();
    page
}

fn page(def: &FormatDef) -> String {
    let params = params::of(def.options);
    let options = match params.is_empty() {
        true => "Options: none\n".to_owned(),
        false => format!("Options (in `outputs:`, or `--option KEY=VALUE`)\n{}", params::text(&params)),
    };
    format!("{}: {}\n\n{}\n{options}", def.name, def.summary, wrapped(def.docs, ""))
}
