//! Globs of specs -> for each editor its file of settings, what to add to it, and how.

use serde_json::Value;

use super::{SCHEMA, jsonc};

/// What an editor wants.
pub(super) struct Settings {
    /// Its file, from the project's folder.
    pub path: &'static str,
    /// What the file needs.
    pub snippet: String,
    /// The patterns of specs, as JSON.
    pub globs: Value,
    /// How the snippet comes into a text.
    pub merge: fn(&str, &Settings) -> Merged,
    /// What else has to be done.
    pub next: &'static str,
}

/// A text with settings in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Merged {
    /// They are there.
    Same,
    /// The text with them.
    Changed(String),
    /// They cannot be added without harm.
    Impossible(&'static str),
}

/// Visual Studio Code: the extension of Red Hat maps schemas to globs.
pub(super) fn vscode(globs: &[String]) -> Settings {
    Settings {
        path: ".vscode/settings.json",
        snippet: format!("{{\n  \"yaml.schemas\": {{\n    \"./{SCHEMA}\": {}\n  }}\n}}\n", list(globs)),
        globs: globs.into(),
        merge: |text, settings| jsonc::merge(text, &["yaml.schemas", &format!("./{SCHEMA}")], &settings.globs),
        next: "the extension redhat.vscode-yaml checks and completes specs now",
    }
}

/// Neovim: settings of the server that nvim-lspconfig calls `yamlls`, in the project's `.nvim.lua`.
pub(super) fn neovim(globs: &[String]) -> Settings {
    let list = list(globs);
    let body = format!(
        "{BEGIN}\nlocal synth_schema = vim.uri_from_fname(vim.fn.getcwd() .. '/{SCHEMA}')\nvim.lsp.config('yamlls', {{\n  \
         settings = {{ yaml = {{ schemas = {{ [synth_schema] = {{ {} }} }} }} }},\n}})\n{END}\n",
        &list[1..list.len() - 1]
    );
    Settings {
        path: ".nvim.lua",
        snippet: body,
        globs: globs.into(),
        merge: lua,
        next: "Neovim reads .nvim.lua when `vim.o.exrc = true` is set; `vim.lsp.enable('yamlls')` starts the server",
    }
}

/// The lines around our part of a Lua file.
const BEGIN: &str = "-- synth: begin";
const END: &str = "-- synth: end";

fn lua(text: &str, settings: &Settings) -> Merged {
    if let (Some(begin), Some(end)) = (text.find(BEGIN), text.find(END).map(|end| end + END.len())) {
        let own = settings.snippet.trim_end();
        return match text.get(begin..end) {
            None => Merged::Impossible("the lines `-- synth: begin` and `-- synth: end` are out of order"),
            Some(there) if there == own => Merged::Same,
            Some(_) => Merged::Changed(format!("{}{own}{}", &text[..begin], &text[end..])),
        };
    }
    match text.lines().any(|line| line.starts_with("return")) {
        true => Merged::Impossible("nothing can follow its `return`"),
        false => Merged::Changed(appended(text, &settings.snippet)),
    }
}

/// Helix: settings of the server `yaml-language-server` in the project's `.helix/languages.toml`.
pub(super) fn helix(globs: &[String]) -> Settings {
    let table = "[language-server.yaml-language-server.config.yaml.schemas]";
    Settings {
        path: ".helix/languages.toml",
        snippet: format!("{table}\n\"./{SCHEMA}\" = {}\n", list(globs)),
        globs: globs.into(),
        merge: |text, settings| match text {
            _ if text.contains(&settings.snippet) => Merged::Same,
            _ if text.contains("yaml-language-server") => Merged::Impossible("it has settings of that server"),
            _ => Merged::Changed(appended(text, &settings.snippet)),
        },
        next: "yaml-language-server checks and completes specs in Helix now",
    }
}

/// A text with more behind an empty line.
fn appended(text: &str, more: &str) -> String {
    match text.trim_end() {
        "" => more.to_owned(),
        text => format!("{text}\n\n{more}"),
    }
}

/// `["a", "b"]`, as JSON, TOML and (between the brackets) Lua have it.
fn list(globs: &[String]) -> String {
    let items: Vec<String> = globs.iter().map(|glob| Value::from(glob.as_str()).to_string()).collect();
    format!("[{}]", items.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(settings: &Settings, text: &str) -> String {
        match (settings.merge)(text, settings) {
            Merged::Changed(text) => text,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn settings_come_behind_what_is_there_and_once() {
        for make in [vscode, neovim, helix] {
            let (one, two) = (make(&["a".into()]), make(&["a".into(), "b".into()]));
            let first = after(&one, "");
            assert_eq!(first, one.snippet);
            assert_eq!((one.merge)(&first, &one), Merged::Same);
            if one.path != ".helix/languages.toml" {
                assert_eq!(after(&two, &first), two.snippet);
            }
        }
        assert!(after(&neovim(&["a".into()]), "vim.o.tw = 80\n").starts_with("vim.o.tw = 80\n\n-- synth: begin\n"));
        assert!(after(&helix(&["a".into()]), "[editor]\n").starts_with("[editor]\n\n[language-server."));
    }

    #[test]
    fn what_would_break_a_file_is_refused() {
        let (lua, toml) = (neovim(&[]), helix(&[]));
        assert!(matches!((lua.merge)("return {}\n", &lua), Merged::Impossible(_)));
        assert!(matches!((lua.merge)("-- synth: end\n-- synth: begin\n", &lua), Merged::Impossible(_)));
        assert!(matches!((toml.merge)("[language-server.yaml-language-server]\n", &toml), Merged::Impossible(_)));
    }
}
