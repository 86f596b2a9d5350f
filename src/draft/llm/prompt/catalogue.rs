//! The registry of generators -> lines of a prompt.

use crate::draft::ir::catalogue::parameters;
use crate::draft::llm::config::PromptSize;
use crate::generators::{GROUPS, GeneratorDef};

/// Generators that a small prompt leaves out: those that one hardly asks for, and those that relationships and rules make.
const LEFT_OUT: &[&str] = &[
    "ulid",
    "hash",
    "list",
    "field",
    "ref",
    "rollup",
    "arrivals",
    "text.slug",
    "person.phone_e164",
    "person.phone_national",
    "person.middle_name",
    "person.prefix",
    "person.suffix",
    "person.formal_name",
    "person.initials",
    "person.locale",
    "person.language",
    "address.street_name",
    "address.building_number",
    "address.secondary",
    "address.state_code",
    "address.country_code3",
    "address.calling_code",
    "address.phone",
    "company.suffix",
    "company.url",
    "company.email",
    "company.phone",
    "company.catch_phrase",
    "company.employees",
    "product.material",
    "product.upc",
    "internet.ipv6",
    "internet.domain",
    "internet.email",
    "internet.username",
    "internet.port",
    "finance.account_number",
    "finance.bank_code",
    "finance.currency_symbol",
    "finance.currency_name",
];

/// Generators that drafts do not name: relationships and rules make them.
const MADE_BY_TIES: &[&str] = &["field", "ref", "rollup"];

/// The groups with their lines.
pub(super) fn groups(size: PromptSize) -> Vec<(&'static str, Vec<String>)> {
    let left_out = match size {
        PromptSize::Full => MADE_BY_TIES,
        PromptSize::Small => LEFT_OUT,
    };
    let lines = |lists: &'static [&'static [GeneratorDef]]| {
        let all = lists.iter().flat_map(|list| list.iter()).filter(|def| def.is_listed());
        let kept: Vec<&GeneratorDef> = all.filter(|def| !left_out.contains(&def.name)).collect();
        match size {
            PromptSize::Full => kept.into_iter().map(line).collect(),
            PromptSize::Small => short(&kept),
        }
    };
    GROUPS.iter().map(|(name, lists)| (*name, lines(lists))).filter(|(_, lines)| !lines.is_empty()).collect()
}

/// `date(from*, to*): a day within a window`.
fn line(def: &GeneratorDef) -> String {
    format!("{}{}: {}", def.name, params(def.name), def.summary)
}

/// As [`line()`] for what has parameters; fields of an entity on one line, as their names say all.
fn short(defs: &[&GeneratorDef]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut last = None;
    for def in defs {
        let field = def.bundle.and_then(|bundle| def.name.strip_prefix(bundle));
        match field {
            Some(field) if last == def.bundle => {
                let line = lines.last_mut().expect("the entity has a line");
                line.push_str(", ");
                line.push_str(field);
            }
            Some(_) => lines.push(def.name.to_owned()),
            None => lines.push(line(def)),
        }
        last = def.bundle;
    }
    lines
}

/// The parameters of a generator, required ones with a star. A choice has its values elsewhere.
fn params(generator: &str) -> String {
    let known = match parameters(generator) {
        Some(known) if generator != "choice" && !known.known.is_empty() => known,
        _ => return String::new(),
    };
    let star = |name: &String| if known.required.contains(name) { "*" } else { "" };
    let names: Vec<String> = known.known.keys().map(|name| format!("{name}{}", star(name))).collect();
    format!("({})", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generators;

    #[test]
    fn what_is_left_out_exists() {
        assert!(LEFT_OUT.iter().chain(MADE_BY_TIES).all(|name| generators::find(name).is_some()));
    }
}
