//! `E1280` to `E1299`: what the command line says of a draft, answers and revisions.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[
    CodeDef {
        code: "E1280",
        title: "an answer to a question that is not asked",
        explanation: "\
`--answer ID=ANSWER` answers a question of the draft by its id; the draft lists its questions on standard error and under
`draft:` in the spec. Another description, or another drafter, may ask other questions.

Fails: `synth draft \"200 members with a name\" --answer q7=eur`. Mended: the same with an id that the draft lists, or without it.
",
    },
    CodeDef {
        code: "E1281",
        title: "an answer that makes no sense",
        explanation: "\
The question is about a number, a share, a name or one of some options, and the answer is none.

Fails: `--answer q1=many` where `q1` asks how many rows there are. Mended: `--answer q1=20k`.
",
    },
    CodeDef {
        code: "E1282",
        title: "there is no description",
        explanation: "\
`synth draft` needs a description: behind its name in quotes, in a file (`--from brief.txt`), or on standard input (`--from -`).

Fails: `synth draft \"\"`. Mended: `synth draft \"200 members of a gym, each with 1 to 3 contracts\"`.
",
    },
    CodeDef {
        code: "E1283",
        title: "`--now` is no date",
        explanation: "\
`--now` says what `now` means in the drafted spec: a date, or an instant with its time zone.

Fails: `--now yesterday`. Mended: `--now 2025-01-31`, or `--now 2025-01-31T12:00:00Z`.
",
    },
    CodeDef {
        code: "E1284",
        title: "a spec with errors cannot be revised",
        explanation: "\
`synth draft --revise` reads the spec as `synth build` does, changes what the text asks for, and proves that the result builds. A spec that
does not build gives it nothing to hold on to.

Fails: `synth draft --revise broken.yaml \"a phone number for every user\"`. Mended: the same after `synth check broken.yaml` finds nothing.
",
    },
    CodeDef {
        code: "E1285",
        title: "a change does not fit into its spec",
        explanation: "\
The change was understood, but the spec with the change in it does not build: it may take away what another column reads, or lean on a
table that a hand-written part of the spec makes otherwise. The file is not touched.

Fails: `synth draft --revise shop.yaml \"drop the customers\"` while orders belong to customers. Mended: change or drop the orders too.
",
    },
    CodeDef {
        code: "E1286",
        title: "there is no session to go on with",
        explanation: "\
`synth draft --resume` goes on with the last session, or with one that it names by its id or the beginning of it. Sessions are kept unless
`--no-session` or the setting `sessions.keep` says otherwise; one whose description was refused has no draft.

Fails: `synth draft --resume --no-session \"drop the phone numbers\"`. Mended: the same without `--no-session`.
",
    },
];
