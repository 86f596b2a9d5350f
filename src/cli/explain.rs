//! `synth explain`: a diagnostic's code -> its long text.

use std::io;

use serde_json::{Value, json};

use super::args::Lookup;
use super::exit::Exit;
use super::lookup::{self, unknown};
use super::terminal::Terminal;
use crate::diag::codes::{self, CodeDef};

/// Runs `synth explain`.
///
/// # Errors
/// Standard output cannot be written.
pub fn run(args: &Lookup, terminal: Terminal) -> io::Result<Exit> {
    let Some(code) = &args.name else {
        let list: Vec<&CodeDef> = codes::all().collect();
        return lookup::put(args.json, || list.iter().map(|def| summary(def)).collect(), || listing(&list));
    };
    match codes::find(code) {
        Some(def) => lookup::put(args.json, || whole(def), || text(def)),
        None => Ok(unknown("code", code, codes::all().map(|def| def.code), "synth explain", terminal)),
    }
}

fn summary(def: &CodeDef) -> Value {
    json!({ "code": def.code, "title": def.title })
}

fn whole(def: &CodeDef) -> Value {
    json!({ "code": def.code, "title": def.title, "explanation": def.explanation })
}

fn listing(list: &[&CodeDef]) -> String {
    list.iter().map(|def| format!("{}  {}\n", def.code, def.title)).collect()
}

fn text(def: &CodeDef) -> String {
    format!("{}: {}\n\n{}", def.code, def.title, lookup::wrapped(def.explanation, ""))
}
