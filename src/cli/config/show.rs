//! Settings -> lists and pages, for people and for programs. No key and nothing that may hold one is in them.

use serde_json::{Map, Value as Json, json};

use super::Chosen;
use crate::cli::lookup::wrapped;
use crate::config::defs::{DEFS, Def, Trust};
use crate::config::value::Value;
use crate::config::{Settings, Source, keys, variable};
use crate::diag::Diagnostics;
use crate::draft::llm::provider;

/// All settings with their values and where these were said, and what is known of keys.
pub fn text(settings: &Settings, chosen: &Chosen) -> String {
    let rows: Vec<[String; 3]> = settings.all().map(|(def, value, source)| row(def, value, source)).collect();
    let width = |at: usize| rows.iter().map(|row| row[at].chars().count()).max().unwrap_or(0).min(60);
    let (first, second) = (width(0), width(1));
    let mut text = String::new();
    for [key, value, source] in &rows {
        text += &format!("{key:first$}  {value:second$}  {source}\n");
    }
    text += &format!(
        "\nkeys\n{}",
        keys_known(chosen).iter().map(|(name, known)| format!("  {name:<11}{known}\n")).collect::<String>()
    );
    text += &match &settings.files[..] {
        [] => "\nno settings file is read; `synth config path` says where they are looked for\n".to_owned(),
        files => format!(
            "\nsettings files, the stronger first\n{}",
            files.iter().map(|file| format!("  {file}\n")).collect::<String>()
        ),
    };
    match chosen {
        Ok(choice) => text + &format!("\n`synth draft` would ask {} ({})\n", drafter(chosen), choice.why),
        Err(found) => text + &format!("\n`synth draft` would fail: {}\n", causes(found)),
    }
}

fn row(def: &Def, value: Option<&Value>, source: &Source) -> [String; 3] {
    let source = match value {
        None if !def.unset.is_empty() => format!("{source}: {}", def.unset),
        _ => source.to_string(),
    };
    [def.key.to_owned(), value.map_or_else(|| "-".to_owned(), shown), source]
}

/// A value as people may see it: what stands before `@` or behind `?` in an address can be a password, and headers and
/// parameters can hold keys, so that only their names are shown.
fn shown(value: &Value) -> String {
    let text = value.to_string();
    let Some((scheme, rest)) = text.split_once("://") else { return text };
    let (rest, query) = rest.split_once('?').map_or((rest, ""), |(rest, _)| (rest, "?***"));
    let authority = rest.split('/').next().unwrap_or_default();
    let rest = match authority.rfind('@') {
        Some(at) => format!("***{}", &rest[at..]),
        None => rest.to_owned(),
    };
    format!("{scheme}://{rest}{query}")
}

/// The messages of findings in one line.
fn causes(found: &Diagnostics) -> String {
    found.iter().map(|finding| finding.message.as_str()).collect::<Vec<_>>().join("; ")
}

fn drafter(chosen: &Chosen) -> &'static str {
    match chosen {
        Ok(choice) => choice.provider.map_or("the offline drafter", provider::Provider::name),
        Err(_) => "nobody",
    }
}

/// Each provider with where its key would come from.
fn keys_known(chosen: &Chosen) -> Vec<(&'static str, String)> {
    let known = |provider: provider::Provider| {
        let own = chosen
            .as_ref()
            .ok()
            .filter(|choice| choice.provider == Some(provider))
            .and_then(|choice| choice.keys.as_ref());
        let env = || keys::of_env(provider, &variable).ok().flatten();
        let said = |keys: &keys::Keys| match keys.secrets.len() {
            1 => format!("set (from {})", keys.origin),
            several => format!("{several} set (from {})", keys.origin),
        };
        match (own.map(said).or_else(|| env().as_ref().map(said)), provider.needs_key()) {
            (Some(said), _) => said,
            (None, true) => "not set".to_owned(),
            (None, false) => "none needed".to_owned(),
        }
    };
    provider::ALL.into_iter().map(|provider| (provider.name(), known(provider))).collect()
}

/// As [`text`], for programs.
pub fn json(settings: &Settings, chosen: &Chosen) -> Json {
    let settings_json: Map<String, Json> =
        settings.all().map(|(def, value, source)| (def.key.to_owned(), setting_json(value, source))).collect();
    let keys: Map<String, Json> =
        keys_known(chosen).into_iter().map(|(name, known)| (name.to_owned(), known.into())).collect();
    let drafter = chosen.as_ref().ok().map(
        |choice| json!({ "provider": choice.provider.map_or("offline", provider::Provider::name), "why": choice.why }),
    );
    json!({ "settings": settings_json, "keys": keys, "files": settings.files, "drafter": drafter })
}

fn setting_json(value: Option<&Value>, source: &Source) -> Json {
    let value = match value {
        None => Json::Null,
        Some(Value::Whole(number)) => json!(number),
        Some(Value::Number(number)) => json!(number),
        Some(Value::Flag(flag)) => json!(flag),
        Some(Value::Map(map)) => map.keys().cloned().collect(),
        Some(other) => json!(shown(other)),
    };
    json!({ "value": value, "source": source.to_string() })
}

/// A setting's page.
pub fn def_text(def: &Def, settings: &Settings) -> String {
    let mut text = format!("{}: {}\n\n", def.key, def.kind);
    text += &wrapped(def.about, "");
    text.push('\n');
    let mut line = |what: &str, said: String| text += &format!("{what:<10}{said}\n");
    line("default", def.default.map_or_else(|| unset(def), str::to_owned));
    line("variable", if def.env.is_empty() { "none".to_owned() } else { def.env.join(", ") });
    line("flag", def.flag.map_or_else(|| "none".to_owned(), |flag| format!("{flag} (of `synth draft`)")));
    line("file", format!("`{}` below `[{}]`{}", def.name(), def.section(), trust(def)));
    let (_, value, source) =
        settings.all().find(|(known, ..)| known.key == def.key).expect("all settings have all keys");
    line("here", format!("{} ({source})", value.map_or_else(|| unset(def), shown)));
    text
}

fn unset(def: &Def) -> String {
    if def.unset.is_empty() { "none".to_owned() } else { def.unset.to_owned() }
}

/// What a project's file may say of a setting.
pub fn trust(def: &Def) -> &'static str {
    match def.trust {
        Trust::Any => "",
        Trust::Own => "; not in a project's file, unless --config names it",
        Trust::Loopback => "; in a project's file, unless --config names it, only an address of this machine",
        Trust::Inside => "; in a project's file, unless --config names it, only a place below its folder",
    }
}

/// A setting's page, for programs.
pub fn def_json(def: &Def, settings: &Settings) -> Json {
    let (_, value, source) =
        settings.all().find(|(known, ..)| known.key == def.key).expect("all settings have all keys");
    let mut page = setting_json(value, source);
    page["key"] = def.key.into();
    page["kind"] = def.kind.to_string().into();
    page["about"] = def.about.into();
    page["default"] = def.default.into();
    page["variables"] = def.env.iter().copied().collect();
    page["flag"] = def.flag.into();
    page
}

/// All settings as Markdown, section by section.
pub fn reference() -> String {
    let mut text = include_str!("settings.md").to_owned();
    let mut section = "";
    for def in DEFS {
        if def.section() != section {
            section = def.section();
            text += &format!(
                "\n## [{section}]\n\n| name | takes | default | variable | flag | meaning |\n|---|---|---|---|---|---|\n"
            );
        }
        text += &reference_row(def);
    }
    text
}

fn reference_row(def: &Def) -> String {
    let code = |text: &str| format!("`{text}`");
    let list = |words: &[&str]| words.iter().map(|word| code(word)).collect::<Vec<_>>().join(", ");
    let mark = if def.trust == Trust::Any { "" } else { " ⁕" };
    format!(
        "| `{}`{mark} | {} | {} | {} | {} | {} |\n",
        def.name(),
        def.kind.to_string().replace('|', "\\|"),
        def.default.map_or_else(|| unset(def), code),
        list(def.env),
        def.flag.map(code).unwrap_or_default(),
        def.about
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_and_keys_in_addresses_are_not_shown() {
        let of = |text: &str| shown(&Value::Text(text.to_owned()));
        assert_eq!(of("https://me:pass@gate.example/v1?key=sk-1"), "https://***@gate.example/v1?***");
        assert_eq!(of("http://127.0.0.1:11434"), "http://127.0.0.1:11434");
        assert_eq!(shown(&Value::Map([("x-team".to_owned(), "sk-1".to_owned())].into())), "x-team");
    }
}
