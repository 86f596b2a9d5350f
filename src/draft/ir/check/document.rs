//! Locale, outputs and the clock of a draft.

use super::{Mender, Problem};
use crate::diag::closest;
use crate::draft::ir::{Ir, Param};
use crate::draft::lower::paths;
use crate::formats;
use crate::locale;

/// The day that `now` means when neither the description nor the drafter says.
const NOW: &str = "2025-01-01";

/// Dialects that `sql` may be asked for in, as in `sql:mysql`.
const DIALECTS: &[&str] = &["postgres", "mysql", "sqlite", "ansi"];

/// Mends locale and outputs.
pub(super) fn mend(mender: &mut Mender<'_>) {
    mend_locale(mender);
    outputs(mender);
}

fn mend_locale(mender: &mut Mender<'_>) {
    let said = mender.ir.locale.clone();
    let mut parts = Vec::new();
    for part in said.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let (code, weight) = part.split_once([' ', ':']).unwrap_or((part, ""));
        match known_locale(code) {
            Some(known) => parts.push(format!("{known} {}", weight.trim().trim_start_matches(':')).trim().to_owned()),
            None => {
                let codes: Vec<&str> = locale::ALL.iter().map(|locale| locale.code).collect();
                let shown: String = code.chars().filter(|c| !c.is_control()).take(20).collect();
                let problem = Problem::new("E1211", "/locale", format!("there is no locale `{shown}`"));
                mender.problem(problem.help(format!("choose among {}", codes.join(", "))));
            }
        }
    }
    mender.ir.locale = parts.join(", ");
    if mender.ir.locale != said && !mender.ir.locale.is_empty() {
        let (text, chosen) = (format!("`{said}` means the locale {}", mender.ir.locale), mender.ir.locale.clone());
        mender.assume("locale", text, chosen);
    }
}

/// `de-DE`, `de_de` or `de` -> `de_DE`.
fn known_locale(code: &str) -> Option<&'static str> {
    let folded = code.replace('-', "_").to_lowercase();
    let codes = || locale::ALL.iter().map(|locale| locale.code);
    let whole = codes().find(|code| code.to_lowercase() == folded);
    whole.or_else(|| codes().find(|code| code.split('_').next() == Some(folded.as_str())))
}

fn outputs(mender: &mut Mender<'_>) {
    let mut kept: Vec<String> = Vec::new();
    for (at, said) in std::mem::take(&mut mender.ir.outputs).into_iter().enumerate() {
        let folded = said.trim().trim_start_matches('.').to_lowercase();
        if let Some(("sql", dialect)) = folded.split_once(':')
            && DIALECTS.contains(&dialect)
        {
            kept.retain(|known| known.split(':').next() != Some("sql"));
            kept.push(folded);
            continue;
        }
        let known = formats::find(&folded).map(|def| def.name).or_else(|| format_alias(&folded));
        match known.or_else(|| closest(&folded, formats::FORMATS.iter().map(|def| def.name))) {
            Some(name) if kept.iter().any(|known| known.split(':').next() == Some(name)) => {}
            Some(name) => {
                if name != said {
                    mender.assume("outputs", format!("`{said}` means the format `{name}`"), name);
                }
                kept.push(name.to_owned());
            }
            None => {
                let names: Vec<&str> = formats::FORMATS.iter().map(|def| def.name).collect();
                let shown: String = said.chars().filter(|c| !c.is_control()).take(20).collect();
                let problem = Problem::new("E1211", format!("/outputs/{at}"), format!("there is no format `{shown}`"));
                mender.problem(problem.help(format!("choose among {}", names.join(", "))));
            }
        }
    }
    if kept.is_empty() {
        kept.push("csv".to_owned());
        mender.assume("outputs", "no output format was said", "csv");
    }
    mender.ir.outputs = kept;
}

fn format_alias(name: &str) -> Option<&'static str> {
    Some(match name {
        "excel" | "xls" | "spreadsheet" => "xlsx",
        "jsonl" | "json lines" | "jsonlines" | "json_lines" => "ndjson",
        "postgres" | "postgresql" | "mysql" | "sqlite" | "mariadb" | "dump" | "inserts" => "sql",
        "feather" | "ipc" => "arrow",
        _ => return None,
    })
}

/// A clock for drafts that speak of `now` and do not say when that is.
pub(super) fn mend_clock(mender: &mut Mender<'_>) {
    if needs_clock(mender.ir) && mender.ir.anchor_date.trim().is_empty() {
        mender.ir.anchor_date = NOW.to_owned();
        mender.assume("anchor_date", "what is relative to now counts from this day", NOW);
    }
}

/// Whether something in a draft is relative to now.
pub fn needs_clock(ir: &Ir) -> bool {
    // A value may stand in the quotes of YAML, inside which SQL has no names.
    let is_clock = |param: &Param| paths::has(param.value.trim().trim_matches(['"', '\'']), "now");
    let by_column = ir.tables.iter().flat_map(|table| &table.columns).any(|column| {
        matches!(column.generator.as_str(), "person.birth_date" | "person.age") || column.params.iter().any(is_clock)
    });
    by_column || ir.tables.iter().flat_map(|table| &table.params).any(is_clock)
}
