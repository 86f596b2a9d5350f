//! The text of a settings file -> a [`Layer`] with the place of every value, and all that is wrong with it.

use std::ops::Range;
use std::path::{Component, Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::defs::{self, DEFS, Def, Trust};
use super::layer::{Layer, Source};
use super::value::{Kind, Refusal, Value, type_of};
use crate::diag::{Diagnostic, Diagnostics, Span, closest};
use crate::source::{Positions, SpecSource};

/// Whose a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// The person who runs the program: the user's own file.
    Person,
    /// Whoever wrote it, and the person has named it by `--config`.
    Named,
    /// Whoever wrote the folder: a `synth.toml` that was found.
    Project,
}

/// Names that look like keys of providers.
const SECRETS: &[&str] =
    &["api_key", "api-key", "apikey", "api_keys", "key", "keys", "token", "auth_token", "secret", "password"];

/// Headers that carry keys.
const SECRET_HEADERS: &[&str] =
    &["authorization", "proxy-authorization", "x-api-key", "api-key", "x-goog-api-key", "cookie"];

/// Reads a settings file; relative paths are taken from its folder, and `~/` is the home folder.
///
/// # Errors
/// `E1261` no TOML; `E1262` an unknown key; `E1263` a value of another type; `E1264` a value out of bounds; `E1265` a key of a
/// provider; `E1266` what the file of a project may not say.
pub fn read(source: &SpecSource, owner: Owner, home: Option<&Path>) -> Result<Layer, Diagnostics> {
    let (document, errors) = DeTable::parse_recoverable(&source.text);
    if !errors.is_empty() {
        let mut found = Diagnostics::new();
        errors.iter().for_each(|error| found.push(not_toml(error)));
        return Err(found);
    }
    let mut reader = Reader {
        source,
        owner,
        home,
        positions: Positions::new(&source.text),
        layer: Layer::default(),
        found: Diagnostics::new(),
    };
    document.get_ref().iter().for_each(|(key, value)| reader.section(key, value));
    reader.found.sort();
    reader.found.into_result(reader.layer).map(|(layer, _)| layer)
}

fn not_toml(error: &toml::de::Error) -> Diagnostic {
    let finding = Diagnostic::error("E1261", format!("this is not TOML: {}", error.message().replace('\n', ", ")));
    let finding = finding.help("TOML has sections in brackets and `name = value` lines, with texts in double quotes");
    match error.span() {
        Some(span) => finding.at(span_of(span), ""),
        None => finding,
    }
}

fn span_of(range: Range<usize>) -> Span {
    Span::new(range.start, range.end)
}

type Key<'t> = Spanned<std::borrow::Cow<'t, str>>;

struct Reader<'s> {
    source: &'s SpecSource,
    owner: Owner,
    home: Option<&'s Path>,
    positions: Positions<'s>,
    layer: Layer,
    found: Diagnostics,
}

impl Reader<'_> {
    fn section(&mut self, key: &Key<'_>, value: &Spanned<DeValue<'_>>) {
        let name = key.get_ref().as_ref();
        if !defs::sections().contains(&name) {
            return self.found.push(unknown_section(key));
        }
        match value.get_ref() {
            DeValue::Table(table) => table.iter().for_each(|(key, value)| self.setting(name, key, value)),
            other => {
                let message = format!("`{name}` is {}, not a section", type_of(other));
                let finding = Diagnostic::error("E1263", message).at(span_of(value.span()), "");
                self.found.push(finding.help(format!("write `[{name}]` on a line of its own, and its settings below")));
            }
        }
    }

    fn setting(&mut self, section: &str, key: &Key<'_>, value: &Spanned<DeValue<'_>>) {
        let path = format!("{section}.{}", key.get_ref());
        let outcome = match defs::find(&path) {
            None if SECRETS.contains(&key.get_ref().to_ascii_lowercase().as_str()) => Err(secret(&path, key)),
            None => Err(unknown_setting(section, &path, key)),
            Some(def) => self.value(def, key, value),
        };
        match outcome {
            Err(finding) => self.found.push(finding),
            Ok((def, value)) => {
                let line = self.positions.of(key.span().start).line;
                self.layer.set(
                    def,
                    value,
                    Source::File { name: self.source.name.clone(), line, is_project: self.owner != Owner::Person },
                );
            }
        }
    }

    fn value(
        &self,
        def: &'static Def,
        key: &Key<'_>,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<(&'static Def, Value), Diagnostic> {
        let read = def.kind.of_toml(value.get_ref()).map_err(|refusal| refused(def, &refusal, value))?;
        if let (Kind::Map, Value::Map(map)) = (def.kind, &read)
            && let Some(name) = map.keys().find(|name| SECRET_HEADERS.contains(&name.to_ascii_lowercase().as_str()))
        {
            return Err(secret(&format!("{}.{name}", def.key), key));
        }
        if self.owner == Owner::Project
            && let Some(finding) = untrusted(def, &read, key, &self.source.name)
        {
            return Err(finding);
        }
        Ok((def, self.resolved(read)))
    }

    /// A relative path is one from the file's folder.
    fn resolved(&self, value: Value) -> Value {
        match value {
            Value::Path(path) => Value::Path(self.located(path)),
            other => other,
        }
    }

    fn located(&self, path: PathBuf) -> PathBuf {
        if let (Ok(rest), Some(home)) = (path.strip_prefix("~"), self.home) {
            return home.join(rest);
        }
        match self.source.folder.as_path() == Path::new(".") {
            true => path,
            false => self.source.folder.join(path),
        }
    }
}

fn unknown_section(key: &Key<'_>) -> Diagnostic {
    let name = key.get_ref().as_ref();
    let finding = Diagnostic::error("E1262", format!("there is no section `{name}`")).at(span_of(key.span()), "");
    let sections = defs::sections();
    let within: Vec<&str> = DEFS.iter().filter(|def| def.name() == name).map(|def| def.section()).collect();
    match (closest(name, sections.iter().copied()), within.first()) {
        (Some(best), _) => finding.help(format!("did you mean `[{best}]`?")),
        (None, Some(section)) => finding.help(format!("`{name}` stands in a section: write `[{section}]` above it")),
        (None, None) => finding.help(format!("the sections are {}", sections.join(", "))),
    }
}

fn unknown_setting(section: &str, path: &str, key: &Key<'_>) -> Diagnostic {
    let name = key.get_ref().as_ref();
    let finding = Diagnostic::error("E1262", format!("there is no setting `{path}`")).at(span_of(key.span()), "");
    let own = DEFS.iter().filter(|def| def.section() == section).map(Def::name);
    let elsewhere = DEFS.iter().find(|def| def.name() == name);
    match (closest(name, own.clone()), elsewhere) {
        (Some(best), _) => finding.help(format!("did you mean `{best}`?")),
        (None, Some(def)) => finding.help(format!("did you mean `{}`? It stands below `[{}]`", def.key, def.section())),
        (None, None) => finding.help(format!("`[{section}]` takes {}", own.collect::<Vec<_>>().join(", "))),
    }
}

fn refused(def: &Def, refusal: &Refusal, value: &Spanned<DeValue<'_>>) -> Diagnostic {
    let (code, what) = match refusal {
        Refusal::Type(_) => ("E1263", "has the wrong type"),
        Refusal::Range(_) => ("E1264", "is not allowed"),
    };
    let finding = Diagnostic::error(code, format!("the value of `{}` {what}: {}", def.key, refusal.cause()));
    let finding = finding.at(span_of(value.span()), "");
    let finding = match (def.kind, value.get_ref()) {
        (Kind::OneOf(words), DeValue::String(text)) => finding.suggest(text, words.iter().copied()),
        _ => finding,
    };
    match (&finding.help[..], def.default) {
        ([], Some(default)) => finding.help(format!("it takes: {}; the default is `{default}`", def.kind)),
        ([], None) => finding.help(format!("it takes: {}", def.kind)),
        _ => finding,
    }
}

fn secret(path: &str, key: &Key<'_>) -> Diagnostic {
    Diagnostic::error("E1265", format!("`{path}` would be a key in a settings file"))
        .at(span_of(key.span()), "")
        .note("settings files are copied, shared and committed; keys come only from the environment, a key file or the keyring")
        .help("set a variable such as OPENAI_API_KEY, name a file in `draft.api_key_file`, or run `synth config set-key PROVIDER`")
        .help("if this key has been committed or shared, revoke it")
}

/// What a project's file may not say.
fn untrusted(def: &Def, value: &Value, key: &Key<'_>, file: &str) -> Option<Diagnostic> {
    let why = match (def.trust, value) {
        (Trust::Own, _) => "it says where keys, descriptions or files of this machine go",
        (Trust::Loopback, Value::Text(url)) if !is_loopback(url) => "it says to which machine keys and descriptions go",
        (Trust::Inside, Value::Path(path)) if !is_inside(path) => "the place is outside of the project's folder",
        _ => return None,
    };
    let finding = Diagnostic::error("E1266", format!("the file of a project may not say `{}`", def.key));
    let finding = finding.at(span_of(key.span()), "").note(format!("{why}, and a project may be somebody else's"));
    let finding = finding.help(format!("if you trust it, name it: `--config {file}` or SYNTH_CONFIG={file}"));
    let other = match (def.env.first(), def.flag) {
        (Some(env), _) => format!("or put it into your own settings (`synth config path`), or set {env}"),
        (None, _) => "or put it into your own settings (`synth config path`)".to_owned(),
    };
    Some(finding.help(other))
}

/// Whether an address is one of this machine.
pub fn is_loopback(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    if authority.contains('@') {
        return false;
    }
    let host = match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn is_inside(path: &Path) -> bool {
    !path.starts_with("~") && path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_as(text: &str, owner: Owner) -> Result<Layer, Diagnostics> {
        read(&SpecSource::from_text("synth.toml", text), owner, Some(Path::new("/home/me")))
    }

    fn codes(text: &str, owner: Owner) -> Vec<&'static str> {
        read_as(text, owner)
            .map(|_| Vec::new())
            .unwrap_or_else(|found| found.iter().map(|finding| finding.code).collect())
    }

    #[test]
    fn values_know_their_lines() {
        let layer = read_as("[draft]\n\nmodel = \"m\"\n[cache]\nttl = \"2d\"\n", Owner::Project).expect("right");
        let lines: Vec<_> = layer.iter().map(|(key, (_, source))| (*key, source.to_string())).collect();
        assert_eq!(lines, [("cache.ttl", "synth.toml:5".to_owned()), ("draft.model", "synth.toml:3".to_owned())]);
    }

    #[test]
    fn a_path_is_one_from_the_files_folder_or_from_the_home_folder() {
        let source = SpecSource {
            folder: "/etc".into(),
            ..SpecSource::from_text("s.toml", "[draft]\nprices = \"~/p\"\n[log]\nfile = \"l\"")
        };
        let layer = read(&source, Owner::Named, Some(Path::new("/home/me"))).expect("right");
        let path = |key| layer.get(key).map(|(value, _)| value.to_string());
        assert_eq!(
            (path("draft.prices"), path("log.file")),
            (Some("/home/me/p".to_owned()), Some("/etc/l".to_owned()))
        );
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let text = "[drafts]\n[draft]\nmodle = \"m\"\nretries = \"four\"\nmax_repairs = 99\napi_key = \"sk-1\"\n";
        assert_eq!(codes(text, Owner::Person), ["E1262", "E1262", "E1263", "E1264", "E1265"]);
        assert_eq!(codes("draft = 1", Owner::Person), ["E1263"]);
        assert_eq!(codes("[draft\n", Owner::Person), ["E1261"]);
    }

    #[test]
    fn headers_of_keys_are_refused_however_they_are_written() {
        assert_eq!(codes("[openai]\nheaders = { Authorization = \"Bearer x\" }", Owner::Person), ["E1265"]);
        assert_eq!(codes("[openai.headers]\nx-team = \"data\"", Owner::Person), [""; 0]);
    }

    #[test]
    fn a_project_cannot_send_keys_elsewhere_nor_write_outside() {
        for text in [
            "[openai]\nbase_url = \"https://evil.example\"",
            "[openai]\nbase_url = \"http://localhost@evil.example\"",
            "[openai]\nbase_url = \"http://127.0.0.1.evil.example\"",
            "[openai]\nquery = { a = \"b\" }",
            "[draft]\nallow_insecure = true",
            "[log]\nfile = \"x.log\"",
            "[cache]\ndir = \"../elsewhere\"",
            "[cache]\ndir = \"~/elsewhere\"",
        ] {
            assert_eq!(codes(text, Owner::Project), ["E1266"], "{text}");
            assert_eq!(codes(text, Owner::Person), [""; 0], "{text}");
        }
        for text in [
            "[ollama]\nbase_url = \"localhost:1\"",
            "[openai]\nbase_url = \"http://[::1]:8080/v1\"",
            "[cache]\ndir = \"a/b\"",
        ] {
            assert_eq!(codes(text, Owner::Project), [""; 0], "{text}");
        }
    }
}
