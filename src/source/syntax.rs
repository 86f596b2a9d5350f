//! The YAML scanner's errors -> diagnostics in this project's words, with a fix.

use crate::diag::{Diagnostic, Span};

/// What is said of an error of the scanner: a part of its text, our code, cause, label and fix.
struct Saying {
    info: &'static str,
    code: &'static str,
    message: &'static str,
    help: &'static str,
}

const fn syntax(info: &'static str, message: &'static str, help: &'static str) -> Saying {
    Saying { info, code: "E0106", message, help }
}

const fn tab(info: &'static str) -> Saying {
    Saying { info, code: "E0114", message: "a tab cannot indent", help: "indent with spaces, two for each level" }
}

/// In order: the first whose `info` is part of the scanner's text is used.
const SAYINGS: &[Saying] = &[
    tab("tab cannot be used as indentation"),
    tab("tabs disallowed"),
    tab("found a tab"),
    tab("cannot start with a tab"),
    Saying {
        info: "recursion limit exceeded",
        code: "E0110",
        message: "brackets are nested too deeply",
        help: "flatten the value; no part of a spec needs so many levels",
    },
    syntax(
        "mapping values are not allowed",
        "a `:` stands where no key can begin",
        "put the key on a line of its own, or quote the text if the `:` belongs to it",
    ),
    syntax(
        "mapping keys are not allowed",
        "a key stands where none can begin",
        "put the key on a line of its own, indented like its neighbours",
    ),
    syntax("simple key expect", "a key without a `:`", "write `key: value` on one line, with a space behind the colon"),
    syntax(
        "illegal placement of ':'",
        "a `:` stands where no key can begin",
        "quote the text if the `:` belongs to it",
    ),
    syntax("may not precede any of", "a `:` without a space behind it", "write `key: [` or `key: {`, with a space"),
    syntax(
        "only valid inside a block",
        "a list item with `- ` stands inside brackets",
        "write `[a, b]`, or remove the brackets and put each `- ` on a line of its own",
    ),
    syntax("expected whitespace", "a `?` without a space behind it", "quote the text if the `?` belongs to it"),
    syntax(
        "handle wasn't declared",
        "a faulty tag",
        "remove the tag (`!...`); quote the text if the `!` belongs to it",
    ),
    syntax("':' must be followed", "a `:` without a space behind it", "write `key: value`, with a space and not a tab"),
    syntax("'-' must be followed", "a `-` without a space behind it", "write `- item`, with a space and not a tab"),
    syntax("plain scalar cannot start with '-'", "a lone `-` inside brackets", "quote it: `\"-\"`"),
    syntax(
        "did not find expected ',' or '}'",
        "a `{` is not closed, or a comma is missing",
        "separate the entries with `,` and close with `}`",
    ),
    syntax(
        "expected ',' or ']'",
        "a `[` is not closed, or a comma is missing",
        "separate the items with `,` and close with `]`",
    ),
    syntax(
        "expected node content",
        "a value is missing here, or a bracket is not closed",
        "write the value, or close what `[` or `{` opened",
    ),
    syntax("misplaced bracket", "a closing bracket without an opening one", "remove it, or open it first"),
    syntax(
        "did not find expected key",
        "this line does not fit the mapping above it",
        "indent the line like the keys beside it, and write `key: value`",
    ),
    syntax(
        "did not find expected '-' indicator",
        "this line does not fit the list above it",
        "begin each item of the list with `- `, at the same depth",
    ),
    syntax(
        "block sequence entries are not allowed",
        "a list item stands where none can begin",
        "put `- ` on a line of its own below the key",
    ),
    syntax(
        "invalid indentation",
        "this line is not indented far enough",
        "indent it deeper than the line it belongs to",
    ),
    syntax("wrongly indented", "a line of the text block is indented less than its first", "indent all lines alike"),
    syntax("found unexpected end of stream", "a quoted text is not closed", "add the closing quote"),
    syntax("unexpected document indicator", "a quoted text is not closed before `---`", "add the closing quote"),
    syntax(
        "unknown escape character",
        "an unknown escape in double quotes",
        "write `\\\\` for a backslash, or use single quotes",
    ),
    syntax(
        "hexadecimal number",
        "an escape such as `\\x41` lacks its hexadecimal digits",
        "write `\\\\` for a backslash, or use single quotes",
    ),
    syntax("invalid Unicode character", "an escape that is no character", "use a valid code point"),
    syntax("invalid trailing content", "text behind a closing quote", "quote the whole value, or remove the rest"),
    syntax("unexpected character", "`%`, `@` and the backtick cannot begin a plain text", "quote the text"),
    syntax(
        "unknown anchor",
        "an alias `*name` without an anchor `&name` before it",
        "define the anchor first, or quote the text",
    ),
    syntax("anchor or alias", "`&` or `*` without a name behind it", "quote the text if the sign belongs to it"),
    syntax("anchor", "an anchor stands where none can be", "write it behind the key: `key: &name value`"),
    syntax("comment", "a comment splits a text or touches its neighbour", "put a space before `#`, or quote the text"),
    syntax(
        "block scalar",
        "a faulty head of a text block",
        "write `|` or `>` alone behind the key and the text below it",
    ),
    syntax("tag", "a faulty tag", "remove the tag (`!...`); quote the text if the `!` belongs to it"),
    syntax("irective", "a faulty directive", "remove the line that begins with `%`"),
    syntax("byte order mark", "a byte-order mark within the text", "remove it"),
    syntax("unprintable", "a character that cannot be printed", "remove it, or write it as an escape in double quotes"),
    syntax("document start", "text behind the end of the document", "remove it, or indent it into the document"),
    syntax("document end", "text behind the end of the document", "remove it, or indent it into the document"),
];

/// The diagnostic for what the scanner said at `span`.
pub(super) fn diagnose(info: &str, span: Span) -> Diagnostic {
    match SAYINGS.iter().find(|saying| info.contains(saying.info)) {
        Some(saying) => Diagnostic::error(saying.code, saying.message).at(span, "").help(saying.help),
        None => Diagnostic::error("E0106", "this is not YAML")
            .at(span, "")
            .note(format!("the YAML reader says: {info}"))
            .help("check brackets, quotes and indentation here and on the line above"),
    }
}
