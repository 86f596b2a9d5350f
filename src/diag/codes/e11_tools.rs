//! `E11xx`: formatting, and settings of editors.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[
    CodeDef {
        code: "E1101",
        title: "a spec is not formatted",
        explanation: "\
`synth fmt --check` found a spec that is not in the canonical order and style. Only its looks are at fault: the data is what it was.

Fails: `synth fmt --check shop.yaml`. Mended: `synth fmt shop.yaml`, which writes the spec anew, with its comments.
",
    },
    CodeDef {
        code: "E1102",
        title: "a spec cannot be laid out anew",
        explanation: "\
After every run `synth fmt` reads its own text and compares: the same values, the same comments. Where they differ it leaves the file
as it is. Rare YAML can be the reason, such as a key that begins with `?` and is longer than 1024 characters.

Fails: a key of a thousand words behind `?`. Mended: the same column under a short name.
",
    },
    CodeDef {
        code: "E1103",
        title: "a file cannot be written",
        explanation: "\
`synth fmt`, `synth man` and `synth schema --install` write a file next to its final place and then rename it, so that it appears
whole or not at all. The folder must be one in which you may write, and a file that exists must not be read-only.

Fails: `synth man --dir /usr/share/man/man1` as an ordinary user. Mended: `synth man --dir ~/.local/share/man/man1`.
",
    },
    CodeDef {
        code: "E1104",
        title: "an editor's settings cannot be merged",
        explanation: "\
`synth schema --install` changes settings only where all that stands in the file stays: `.vscode/settings.json` must be one JSON object
(comments are welcome) in which `yaml.schemas`, if it is there, is an object; `.nvim.lua` must not end in a `return`;
`.helix/languages.toml` must not configure `yaml-language-server` by other means. What to add is printed on standard output.

Fails: `{ \"yaml.schemas\": [] }`. Mended: `{ \"yaml.schemas\": {} }`.
",
    },
    CodeDef {
        code: "E1105",
        title: "there is no spec in a folder",
        explanation: "\
`synth fmt` takes files that end in `.yaml` or `.yml` and have `synth:` as a key on the left margin. Folders whose names begin with a
dot, `node_modules` and caches are not looked into. A file that is named itself is taken whatever is in it.

Fails: `synth fmt docs/` where only `specs/` has specs. Mended: `synth fmt specs/`.
",
    },
];
