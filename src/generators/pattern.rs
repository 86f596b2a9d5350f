//! `pattern`: a regular expression of bounded length -> texts that match it.

mod ambiguity;
mod fixed;
mod read;
mod shape;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use arrow_array::{ArrayRef, StringArray};
use arrow_buffer::{Buffer, OffsetBuffer};
use arrow_schema::DataType;
use schemars::JsonSchema;
use serde::Deserialize;

use self::fixed::Fixed;
use self::shape::{Part, Stream};
use super::{GeneratorDef, part_of};
use crate::diag::Diagnostic;
use crate::engine::{Cells, Column, Domain};
use crate::plan::{PlanContext, Planned, Reported, Uniqueness};
use crate::source::Spanned;

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "pattern",
    summary: "texts that match a regular expression",
    docs: "Literals, classes (`[A-Z]`, `\\d`, `\\w`, `.`), groups, alternatives (`a|b`) and bounded repetitions (`?`, `{3}`, \
           `{2,5}`); the pattern is the whole text, so it has no anchors. Every choice is even: each character of a class, \
           each alternative, each number of repetitions. `.`, `\\w`, `\\d`, `\\s` and negated classes mean printable ASCII; other \
           letters are written out (`[a-zäöü]`).\n\n\
           With `unique` the rows share the texts of the pattern out among themselves, in no visible order. It must then be \
           plain that every text can be read in one way only: parts of varying length need something between them that \
           they do not contain.",
    example: "{ gen: pattern, pattern: \"[A-Z]{3}-[0-9]{5}\", unique: true }",
    bundle: None,
    params: |generator| Params::json_schema(generator),
    plan,
};

/// How many texts a pattern has; `None` for one that cannot be read or has too many to count.
pub(crate) fn size(pattern: &str) -> Option<u128> {
    read::read(pattern).ok()?.size
}

/// Parameters of `pattern`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Params {
    /// The regular expression.
    pattern: Spanned<String>,
}

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let Params { pattern } = cx.params()?;
    let part = read::read(&pattern.value).map_err(|refusal| {
        let at = part_of(pattern.span, &pattern.value, refusal.range);
        cx.fail(Diagnostic::error("E0536", refusal.message).at(at, refusal.label).help(refusal.help))
    })?;
    let texts = Texts::new(part);
    let uniqueness = texts.uniqueness();
    Ok(Planned::new(DataType::Utf8, Pattern(texts)).uniqueness(uniqueness))
}

/// The texts of a pattern: of one shape, or of many.
#[derive(Debug, Clone)]
enum Texts {
    Fixed(Arc<Fixed>),
    Any(Arc<Part>),
}

impl Texts {
    fn new(part: Part) -> Self {
        match Fixed::new(&part) {
            Some(fixed) => Self::Fixed(Arc::new(fixed)),
            None => Self::Any(Arc::new(part)),
        }
    }

    fn uniqueness(&self) -> Uniqueness {
        match self {
            Self::Any(part) if part.size.is_none() => Uniqueness::Unknown {
                why: "the pattern has more texts than can be counted; lower the upper bound of a repetition",
            },
            Self::Any(part) if !ambiguity::is_plain(part) => Uniqueness::Unknown {
                why: "two ways through the pattern may give the same text; part its pieces by a character that they do \
                      not contain",
            },
            texts => Uniqueness::Domain(Arc::new(texts.clone())),
        }
    }
}

/// An array of texts that are written one behind the other.
fn array(len: usize, width: usize, mut write: impl FnMut(usize, &mut Vec<u8>)) -> ArrayRef {
    let mut bytes = Vec::with_capacity(len * width);
    let mut offsets = Vec::with_capacity(len + 1);
    offsets.push(0);
    for at in 0..len {
        write(at, &mut bytes);
        offsets.push(i32::try_from(bytes.len()).expect("a batch of texts of limited length is below 2 GiB"));
    }
    let offsets = OffsetBuffer::new(offsets.into());
    Arc::new(StringArray::new(offsets, Buffer::from_vec(bytes), None))
}

impl Domain for Texts {
    fn size(&self) -> u128 {
        match self {
            Self::Fixed(fixed) => fixed.size(),
            Self::Any(part) => part.size.unwrap_or_default(),
        }
    }

    fn values(&self, indices: &[u128]) -> ArrayRef {
        match self {
            Self::Fixed(fixed) => fixed.array(indices.len(), |at, row| fixed.nth(indices[at], row)),
            Self::Any(part) => array(indices.len(), 16, |at, out| part.nth(indices[at], out)),
        }
    }
}

struct Pattern(Texts);

impl Column for Pattern {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        match &self.0 {
            Texts::Fixed(fixed) => fixed.array(cells.len(), |at, row| fixed.draw(cells.draws(at), row)),
            Texts::Any(part) => array(cells.len(), 16, |at, out| part.draw(&mut Stream::new(cells.draws(at)), out)),
        }
    }
}
