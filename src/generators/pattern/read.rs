//! The text of a regular expression -> its parts, or what of it is refused. The syntax is that of the `regex` crate; only
//! its syntax tree is used, so that the order of texts is this module's own.

use std::ops::Range;

use regex_syntax::ast::parse::Parser;
use regex_syntax::ast::{
    Ast, ClassAsciiKind, ClassBracketed, ClassPerlKind, ClassSet, ClassSetBinaryOpKind, ClassSetItem, ClassUnicode,
    GroupKind, RepetitionKind, RepetitionRange, Span,
};
use regex_syntax::hir;

use super::shape::{Kind, Part};

/// What is wrong with a pattern, and where in its text.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// Bytes of the pattern.
    pub range: Range<usize>,
    /// The cause.
    pub message: String,
    /// A few words for the culprit.
    pub label: &'static str,
    /// A fix.
    pub help: String,
}

/// Most characters that a text may have.
const MOST_CHARS: u64 = 10_000;

/// Reads a pattern.
pub fn read(pattern: &str) -> Result<Part, Refusal> {
    let ast = Parser::new().parse(pattern).map_err(|error| {
        let help = "see the syntax of the `regex` crate; a backslash before a special character makes it plain";
        refusal(error.span(), error.kind().to_string(), "cannot be read", help)
    })?;
    let part = part(&ast)?;
    let (_, longest) = part.lengths();
    if longest > MOST_CHARS {
        let message = format!("a text of this pattern may have {longest} characters");
        let help = format!("repeat less: at most {MOST_CHARS} characters are possible");
        return Err(Refusal { range: 0..pattern.len(), message, label: "too long", help });
    }
    Ok(part)
}

fn refusal(span: &Span, message: impl Into<String>, label: &'static str, help: impl Into<String>) -> Refusal {
    Refusal { range: span.start.offset..span.end.offset, message: message.into(), label, help: help.into() }
}

fn part(ast: &Ast) -> Result<Part, Refusal> {
    Ok(match ast {
        Ast::Empty(_) => Part::new(Kind::Text(String::new())),
        Ast::Literal(literal) => Part::new(Kind::Text(literal.c.to_string())),
        Ast::Concat(concat) => all(concat.asts.iter().map(part).collect::<Result<_, _>>()?),
        Ast::Alternation(either) => Part::new(Kind::Either(either.asts.iter().map(part).collect::<Result<_, _>>()?)),
        Ast::Group(group) => match &group.kind {
            GroupKind::NonCapturing(flags) if !flags.items.is_empty() => return Err(flag(&flags.span)),
            _ => part(&group.ast)?,
        },
        Ast::Repetition(repetition) => {
            let (min, max) = bounds(&repetition.op.kind, &repetition.op.span)?;
            Part::new(Kind::Repeat { part: Box::new(part(&repetition.ast)?), min, max })
        }
        Ast::Dot(_) => class(printable(), ast.span())?,
        Ast::ClassPerl(perl) => class(perl_set(&perl.kind, perl.negated), ast.span())?,
        Ast::ClassBracketed(bracketed) => class(bracketed_set(bracketed)?, ast.span())?,
        Ast::ClassUnicode(unicode) => return Err(unicode_class(unicode)),
        Ast::Flags(flags) => return Err(flag(&flags.span)),
        Ast::Assertion(assertion) => {
            let help = "drop it: the pattern is always the whole text";
            return Err(refusal(
                &assertion.span,
                "a pattern that is generated has no anchors",
                "matches no character",
                help,
            ));
        }
    })
}

/// Parts one behind the other; neighbouring texts become one.
fn all(parts: Vec<Part>) -> Part {
    let mut joined: Vec<Part> = Vec::new();
    for part in parts {
        match (joined.last_mut().map(|last| &mut last.kind), part.kind) {
            (Some(Kind::Text(before)), Kind::Text(text)) => before.push_str(&text),
            (_, kind) => joined.push(Part { kind, size: part.size }),
        }
    }
    match joined.len() {
        1 => joined.remove(0),
        _ => Part::new(Kind::All(joined)),
    }
}

fn flag(span: &Span) -> Refusal {
    refusal(span, "flags have no meaning when texts are made", "a flag", "write the characters out, as in `[Aa]`")
}

fn unicode_class(class: &ClassUnicode) -> Refusal {
    let help = "write the characters out, as in `[a-zäöüß]`";
    refusal(&class.span, "a class of all scripts is too vague to make texts from", "too many characters", help)
}

fn bounds(kind: &RepetitionKind, span: &Span) -> Result<(u32, u32), Refusal> {
    match kind {
        RepetitionKind::ZeroOrOne => Ok((0, 1)),
        RepetitionKind::Range(RepetitionRange::Exactly(times)) => Ok((*times, *times)),
        RepetitionKind::Range(RepetitionRange::Bounded(min, max)) => Ok((*min, *max)),
        RepetitionKind::ZeroOrMore => Err(unbounded(span, 0)),
        RepetitionKind::OneOrMore => Err(unbounded(span, 1)),
        RepetitionKind::Range(RepetitionRange::AtLeast(min)) => Err(unbounded(span, *min)),
    }
}

fn unbounded(span: &Span, min: u32) -> Refusal {
    let help = format!("give an upper bound, as in `{{{min},{}}}`", min.saturating_add(8));
    refusal(span, "this repetition has no end", "no upper bound", help)
}

fn class(set: hir::ClassUnicode, span: &Span) -> Result<Part, Refusal> {
    let chars: Vec<char> = set.iter().flat_map(|range| range.start()..=range.end()).collect();
    match chars[..] {
        [] => Err(refusal(span, "this class holds no character", "empty", "name at least one character")),
        [only] => Ok(Part::new(Kind::Text(only.to_string()))),
        _ => Ok(Part::new(Kind::Class(chars))),
    }
}

fn set(ranges: &[(char, char)]) -> hir::ClassUnicode {
    hir::ClassUnicode::new(ranges.iter().map(|(start, end)| hir::ClassUnicodeRange::new(*start, *end)))
}

/// What classes mean that do not name their characters.
fn printable() -> hir::ClassUnicode {
    set(&[(' ', '~')])
}

fn complement(of: &hir::ClassUnicode) -> hir::ClassUnicode {
    let mut rest = printable();
    rest.difference(of);
    rest
}

fn perl_set(kind: &ClassPerlKind, negated: bool) -> hir::ClassUnicode {
    let chars = match kind {
        ClassPerlKind::Digit => set(&[('0', '9')]),
        ClassPerlKind::Space => set(&[(' ', ' ')]),
        ClassPerlKind::Word => set(&[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]),
    };
    if negated { complement(&chars) } else { chars }
}

fn ascii_set(kind: &ClassAsciiKind) -> hir::ClassUnicode {
    set(match kind {
        ClassAsciiKind::Alnum => &[('0', '9'), ('A', 'Z'), ('a', 'z')],
        ClassAsciiKind::Alpha => &[('A', 'Z'), ('a', 'z')],
        ClassAsciiKind::Ascii | ClassAsciiKind::Print => &[(' ', '~')],
        ClassAsciiKind::Blank | ClassAsciiKind::Space => &[(' ', ' ')],
        ClassAsciiKind::Cntrl => &[],
        ClassAsciiKind::Digit => &[('0', '9')],
        ClassAsciiKind::Graph => &[('!', '~')],
        ClassAsciiKind::Lower => &[('a', 'z')],
        ClassAsciiKind::Punct => &[('!', '/'), (':', '@'), ('[', '`'), ('{', '~')],
        ClassAsciiKind::Upper => &[('A', 'Z')],
        ClassAsciiKind::Word => &[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')],
        ClassAsciiKind::Xdigit => &[('0', '9'), ('A', 'F'), ('a', 'f')],
    })
}

fn bracketed_set(class: &ClassBracketed) -> Result<hir::ClassUnicode, Refusal> {
    let inner = set_of(&class.kind)?;
    Ok(if class.negated { complement(&inner) } else { inner })
}

fn set_of(class: &ClassSet) -> Result<hir::ClassUnicode, Refusal> {
    let operation = match class {
        ClassSet::Item(item) => return item_set(item),
        ClassSet::BinaryOp(operation) => operation,
    };
    let (mut left, right) = (set_of(&operation.lhs)?, set_of(&operation.rhs)?);
    match operation.kind {
        ClassSetBinaryOpKind::Intersection => left.intersect(&right),
        ClassSetBinaryOpKind::Difference => left.difference(&right),
        ClassSetBinaryOpKind::SymmetricDifference => left.symmetric_difference(&right),
    }
    Ok(left)
}

fn item_set(item: &ClassSetItem) -> Result<hir::ClassUnicode, Refusal> {
    Ok(match item {
        ClassSetItem::Empty(_) => set(&[]),
        ClassSetItem::Literal(literal) => set(&[(literal.c, literal.c)]),
        ClassSetItem::Range(range) => set(&[(range.start.c, range.end.c)]),
        ClassSetItem::Ascii(ascii) if ascii.negated => complement(&ascii_set(&ascii.kind)),
        ClassSetItem::Ascii(ascii) => ascii_set(&ascii.kind),
        ClassSetItem::Perl(perl) => perl_set(&perl.kind, perl.negated),
        ClassSetItem::Unicode(unicode) => return Err(unicode_class(unicode)),
        ClassSetItem::Bracketed(bracketed) => bracketed_set(bracketed)?,
        ClassSetItem::Union(union) => {
            let mut all = set(&[]);
            for item in &union.items {
                all.union(&item_set(item)?);
            }
            all
        }
    })
}
