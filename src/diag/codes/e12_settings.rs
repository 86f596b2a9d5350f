//! `E1260` to `E1279`: settings, keys and sessions.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[
    CodeDef {
        code: "E1260",
        title: "a settings file cannot be read",
        explanation: "\
The file of `--config` or SYNTH_CONFIG is not there, or a settings file may not be read, is larger than a mebibyte or is not UTF-8.
Without `--config` it is no mistake that there is none: `synth config path` says which files are looked for.

Fails: `synth draft --config nowhere.toml \"...\"`. Mended: without the flag, or with the right path.
",
    },
    CodeDef {
        code: "E1261",
        title: "a settings file is not TOML",
        explanation: "\
Settings stand in sections, as TOML has them: a name in brackets, and below it names with values; texts stand in double quotes.

Fails:

```toml
[draft]
provider = openai
```

Mended:

```toml
[draft]
provider = \"openai\"
```
",
    },
    CodeDef {
        code: "E1262",
        title: "a setting is unknown",
        explanation: "\
A settings file has a section or a name that synth does not know, perhaps mistyped. `synth config` lists all settings, and
`synth config --explain draft.retries` describes one.

Fails:

```toml
[draft]
retry = 2
```

Mended:

```toml
[draft]
retries = 2
```
",
    },
    CodeDef {
        code: "E1263",
        title: "a setting has a value of the wrong type",
        explanation: "\
Numbers stand without quotes, texts with them, lengths of time are texts with a unit (`\"30s\"`, `\"1h30m\"`, `\"7d\"`) or seconds.

Fails:

```toml
[draft]
retries = \"four\"
```

Mended:

```toml
[draft]
retries = 4
```
",
    },
    CodeDef {
        code: "E1264",
        title: "a setting has a value that is not allowed",
        explanation: "\
The value is none of the words that the setting takes, or out of its bounds; `synth config --explain` says what is allowed.

Fails:

```toml
[cache]
mode = \"always\"
```

Mended:

```toml
[cache]
mode = \"auto\"
```
",
    },
    CodeDef {
        code: "E1265",
        title: "there is a key in a settings file",
        explanation: "\
Settings files are copied, shared and committed, so keys of providers are never read from them, nor are headers that carry keys. Keys come
from the environment (`OPENAI_API_KEY`, `ANTHROPIC_API_KEY`, `GOOGLE_API_KEY` or `GEMINI_API_KEY`), from a file that
`draft.api_key_file` names, or from the system's keyring (`synth config set-key openai`). A gateway that wants the key in another
header is told which by `key_header`. A key that has been committed or shared should be revoked.

Fails:

```toml
[openai]
api_key = \"sk-...\"
```

Mended:

```toml
[draft]
api_key_file = \"/home/me/.keys/openai\"
```
",
    },
    CodeDef {
        code: "E1266",
        title: "a project's file says what only a person may say",
        explanation: "\
A `synth.toml` that is found in the working folder or above it may have come with somebody else's project. It may therefore not say where
keys and descriptions go (`base_url` other than this machine, `headers`, `query`, `key_header`, `allow_insecure`), nor name files of
yours (`api_key_file`, `sessions.file`, `log.file`, a `cache.dir` outside of its folder). Such settings belong into your own file
(`synth config path` says where it is), into the environment, or into a file that you name by `--config` or SYNTH_CONFIG.

Fails: a `synth.toml` with `[openai]` and `base_url = \"https://gateway.example/v1\"`, and `synth draft \"...\"` beside it.
Mended: `synth draft --config synth.toml \"...\"`, where you trust it.
",
    },
    CodeDef {
        code: "E1267",
        title: "a flag or a variable has a value that is not allowed",
        explanation: "\
A flag of `synth draft` or a variable of the environment sets a setting to something that it does not take. An empty variable
says nothing.

Fails: `SYNTH_RETRIES=many`. Mended: `SYNTH_RETRIES=4`.
",
    },
    CodeDef {
        code: "E1268",
        title: "a provider was named, and there is no key of it",
        explanation: "\
A provider that `--provider`, SYNTH_PROVIDER or a settings file names is never replaced by another one or by the offline drafter on the
quiet. Its key is looked for in the file of `--api-key-file`, in the environment, in the file of `draft.api_key_file` and in the
system's keyring. A server of your own (`base_url`) may do without. A key file needs a provider, as it does not say whose keys it holds.
The exit code is 4, as for a key that the provider refuses.

Fails: `synth draft --provider openai \"...\"` where no key is set. Mended: the same with OPENAI_API_KEY set, or `--provider offline`.
",
    },
    CodeDef {
        code: "E1269",
        title: "a key file has no key",
        explanation: "\
The file of `--api-key-file` or `draft.api_key_file` cannot be read, or has no line with a key in it. It holds one key a line; empty
lines and lines that begin with `#` are left out.

Fails: `synth draft --provider openai --api-key-file /dev/null \"...\"`. Mended: the path of a file with the key in it.
",
    },
    CodeDef {
        code: "E1270",
        title: "the system's keyring cannot be used",
        explanation: "\
`synth config set-key` and `remove-key` speak with the keyring of the system: the Keychain of macOS, the Credential Manager of Windows, the
Secret Service (GNOME Keyring, KWallet, KeePassXC) elsewhere. It is not there, as on most servers and in containers, is locked, or has
not answered within 20 seconds. Use the environment or a key file instead.

Fails: `synth config set-key openai` in a container. Mended: `export OPENAI_API_KEY=...` there.
",
    },
    CodeDef {
        code: "E1271",
        title: "the database of sessions cannot be used",
        explanation: "\
`synth draft` keeps descriptions, turns and candidate specs in a database, so that `--resume` can go on with them. It cannot be opened or
written: its folder is read-only, the disk is full, or another process holds it. A draft is made all the same, with a warning, and is
not kept. `sessions.file` names another file, `--no-session` and `sessions.keep = false` keep nothing.

Fails: `synth sessions` with SYNTH_SESSIONS_FILE=/proc/sessions.db. Mended: SYNTH_SESSIONS_FILE=/tmp/sessions.db.
",
    },
    CodeDef {
        code: "E1272",
        title: "a file is no database of sessions that can be used",
        explanation: "\
The file of `sessions.file` is damaged, belongs to another program, or was written by a later release of synth whose tables this one
does not know. It is never repaired, overwritten or deleted on the quiet: move it away, and a new one is made.

Fails: SYNTH_SESSIONS_FILE=notes.txt. Mended: SYNTH_SESSIONS_FILE=sessions.db.
",
    },
    CodeDef {
        code: "E1273",
        title: "there is no such session",
        explanation: "\
Sessions are named by their ids, by the beginning of an id if only one begins so, or by `last` for the one that was last gone on with.
`synth sessions` lists them; old ones are removed after `sessions.keep_days` days.

Fails: `synth sessions show nowhere`. Mended: `synth sessions show last`.
",
    },
    CodeDef {
        code: "E1274",
        title: "what was given as a key is none",
        explanation: "\
A key has letters, digits and signs of ASCII in it and no blanks. What was given has others, so that no request can carry it: perhaps
quotes or words were copied along, or several keys stand behind each other. It is not shown, as it may have a key in it. Several keys
stand on lines of their own in a file; in a variable they have commas between them, or `OPENAI_API_KEY_2` to `_9` hold the others.

Fails: `OPENAI_API_KEY=\"Bearer sk-...\"`. Mended: `OPENAI_API_KEY=sk-...`.
",
    },
    CodeDef {
        code: "E1275",
        title: "the log cannot be written",
        explanation: "\
The file of `--log-file`, SYNTH_LOG_FILE or `log.file` cannot be opened for writing. Lines are appended to it; its folder must be there.

Fails: `synth draft --log-file /nowhere/synth.log \"...\"`. Mended: `--log-file synth.log`.
",
    },
    CodeDef {
        code: "E1276",
        title: "a table of prices is none",
        explanation: "\
The file of `--prices` or `draft.prices` cannot be read, or is not a table of prices: a day, and for each model US dollars for a million
tokens that go in, that the provider had cached, and that come out.

Fails:

```toml
[models.my-model]
input = \"cheap\"
```

Mended:

```toml
as_of = \"2026-01-31\"

[models.my-model]
input = 0.5
cached = 0.05
output = 2.0
```
",
    },
];
