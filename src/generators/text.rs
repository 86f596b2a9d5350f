//! `text.*`: a locale and draws -> words, sentences, paragraphs, slugs and titles.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::UInt8Type;
use arrow_array::{ArrayRef, Int32Array, StringArray};
use arrow_buffer::{Buffer, OffsetBuffer};
use arrow_schema::DataType;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::pool::Pool;
use super::{GeneratorDef, NoParams};
use crate::diag::Diagnostic;
use crate::engine::{Cells, Column};
use crate::locale::text::{push_paragraph, push_sentence, push_slug, push_title, push_words, word, word_capacity};
use crate::locale::vocabulary::Vocabulary;
use crate::locale::{self, Draws, Locale};
use crate::plan::{PlanContext, Planned, Reported, RowLocale, Uniqueness};
use crate::random::{RowDraws, below};
use crate::source::scalars::{CountRange, Number};
use crate::source::{Node, Spanned};

/// The registry's entries.
pub const DEFS: &[GeneratorDef] = &[
    GeneratorDef {
        name: "text.word",
        summary: "a word of the row's language",
        docs: "A noun, verb, adverb or adjective, without its article.",
        example: "text.word",
        bundle: None,
        params: |generator| NoParams::json_schema(generator),
        plan: plan_word,
    },
    GeneratorDef {
        name: "text.words",
        summary: "some words with spaces between",
        docs: "",
        example: "{ gen: text.words, count: 2..5 }",
        bundle: None,
        params: |generator| CountedParams::json_schema(generator),
        plan: |cx| counted(cx, Kind::Words, (3, 3)),
    },
    GeneratorDef {
        name: "text.sentence",
        summary: "a sentence: grammatical nonsense in the row's language",
        docs: "",
        example: "{ gen: text.sentence, max_length: 80 }",
        bundle: None,
        params: |generator| Params::json_schema(generator),
        plan: |cx| single(cx, Kind::Sentence),
    },
    GeneratorDef {
        name: "text.paragraph",
        summary: "some sentences",
        docs: "",
        example: "{ gen: text.paragraph, count: 2..4 }",
        bundle: None,
        params: |generator| CountedParams::json_schema(generator),
        plan: |cx| counted(cx, Kind::Paragraph, (3, 6)),
    },
    GeneratorDef {
        name: "text.slug",
        summary: "some words for an address: lower case, ASCII, hyphens between",
        docs: "",
        example: "{ gen: text.slug, count: 3 }",
        bundle: None,
        params: |generator| CountedParams::json_schema(generator),
        plan: |cx| counted(cx, Kind::Slug, (2, 4)),
    },
    GeneratorDef {
        name: "text.title",
        summary: "a title: one or two things, the first letter a capital",
        docs: "",
        example: "text.title",
        bundle: None,
        params: |generator| Params::json_schema(generator),
        plan: |cx| single(cx, Kind::Title),
    },
];

/// Parameters of `text.sentence` and `text.title`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Params {
    /// Most characters; a longer text loses words at its end.
    max_length: Option<Spanned<Number>>,
}

/// Parameters of the texts that are made of several parts.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CountedParams {
    /// How many words or sentences: a number, or a range such as `3..8` (inclusive).
    #[serde(default)]
    #[schemars(schema_with = "count_schema")]
    count: Option<Node>,
    /// Most characters; a longer text loses words at its end.
    max_length: Option<Spanned<Number>>,
}

fn count_schema(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["integer", "string"], "examples": [3, "3..8"] })
}

/// Most words or sentences of a text.
const MOST_PARTS: u32 = 1_000;

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Words,
    Sentence,
    Paragraph,
    Slug,
    Title,
}

fn single(cx: &mut PlanContext<'_, '_>, kind: Kind) -> Result<Planned, Reported> {
    let params: Params = cx.params()?;
    plan(cx, kind, (1, 1), params.max_length)
}

fn counted(cx: &mut PlanContext<'_, '_>, kind: Kind, default: (u32, u32)) -> Result<Planned, Reported> {
    let params: CountedParams = cx.params()?;
    let parts = params.count.as_ref().map_or(Ok(default), |count| range(cx, count))?;
    plan(cx, kind, parts, params.max_length)
}

fn plan(
    cx: &mut PlanContext<'_, '_>,
    kind: Kind,
    (least, most): (u32, u32),
    max_length: Option<Spanned<Number>>,
) -> Result<Planned, Reported> {
    let max_length = max_length.as_ref().map(|length| positive(cx, length, u32::MAX)).transpose()?;
    let locale = cx.locale()?;
    let column = Texts { kind, least, most, max_length: max_length.map(|length| length as usize), locale };
    Ok(Planned::new(DataType::Utf8, column).uniqueness(Uniqueness::Unknown { why: "texts are drawn from few words" }))
}

/// The least and the greatest number of parts.
fn range(cx: &mut PlanContext<'_, '_>, node: &Node) -> Result<(u32, u32), Reported> {
    let text = node.text().unwrap_or_default();
    let spanned = |number: Number| Spanned::new(node.span, number);
    let wrong = |why: String| Diagnostic::error("E0528", why).at(node.span, "not a count").help("write `3`, or `3..8`");
    if text.contains("..") {
        let range = CountRange::parse(text).map_err(|why| cx.fail(wrong(why)))?;
        let ends = (positive(cx, &spanned(range.min), MOST_PARTS)?, positive(cx, &spanned(range.max), MOST_PARTS)?);
        if ends.0 > ends.1 {
            return Err(cx.fail(wrong(format!("the range {}..{} is reversed", ends.0, ends.1))));
        }
        return Ok(ends);
    }
    let number = Number::parse(text).map_err(|why| cx.fail(wrong(why)))?;
    let count = positive(cx, &spanned(number), MOST_PARTS)?;
    Ok((count, count))
}

/// A whole number from 1 to `most`.
fn positive(cx: &mut PlanContext<'_, '_>, number: &Spanned<Number>, most: u32) -> Result<u32, Reported> {
    let value = cx.integer(number)?;
    u32::try_from(value).ok().filter(|value| (1..=most).contains(value)).ok_or_else(|| {
        let error = Diagnostic::error("E0528", format!("{value} is not between 1 and {most}"));
        cx.fail(error.at(number.span, "out of range").help("write a number such as `3`"))
    })
}

/// The locale of each row.
enum Locales<'c> {
    One(usize),
    Rows(&'c [u8]),
}

impl<'c> Locales<'c> {
    fn of(locale: RowLocale, cells: &'c Cells<'_>) -> Self {
        match locale {
            RowLocale::One(number) => Self::One(usize::from(number)),
            RowLocale::Column(slot) => Self::Rows(cells.input(slot).as_primitive::<UInt8Type>().values()),
        }
    }

    /// The number of the locale of a row.
    fn number(&self, at: usize) -> usize {
        match self {
            Self::One(number) => *number,
            Self::Rows(rows) => usize::from(rows[at]),
        }
    }

    fn get(&self, at: usize) -> &'static Locale {
        locale::ALL[self.number(at)]
    }
}

struct Texts {
    kind: Kind,
    least: u32,
    most: u32,
    max_length: Option<usize>,
    locale: RowLocale,
}

impl Texts {
    /// Appends a text: how many parts is draw 0, the parts have a stream of their own.
    fn push(&self, locale: &Locale, row: RowDraws, out: &mut String) {
        let mut draws = Draws::new(row.nested(1));
        let count = self.count(row);
        match self.kind {
            Kind::Words => push_words(out, locale, count, &mut draws),
            Kind::Sentence => push_sentence(out, locale, &mut draws),
            Kind::Paragraph => push_paragraph(out, locale, count, &mut draws),
            Kind::Slug => push_slug(out, locale, count, &mut draws),
            Kind::Title => push_title(out, locale, &mut draws),
        }
    }

    /// How many parts a text has.
    #[inline]
    fn count(&self, row: RowDraws) -> u32 {
        self.least + row.below(0, u64::from(self.most - self.least) + 1) as u32
    }

    /// Words of any length, as [`Texts::push`] makes them, copied from the locales' vocabularies.
    fn words(&self, cells: &Cells<'_>) -> ArrayRef {
        let locales = Locales::of(self.locale, cells);
        let mut text = Vec::with_capacity(cells.len() * (self.least + self.most) as usize * 4);
        let mut end = 0;
        let offsets = written(cells.len(), |at| {
            let row = cells.draws(at);
            end = Vocabulary::of(locales.number(at)).put(&mut text, end, self.count(row), row.nested(1));
            end
        });
        text.truncate(end);
        Arc::new(StringArray::new(offsets, Buffer::from_vec(text), None))
    }

    /// Shortens the text behind `start` to `most` characters, at the end of a word where there is one; a sentence keeps its
    /// full stop.
    fn shorten(&self, out: &mut String, start: usize, most: usize) {
        let Some((end, _)) = out[start..].char_indices().nth(most) else { return };
        let has_stop = matches!(self.kind, Kind::Sentence | Kind::Paragraph) && most > 1;
        let end = match has_stop {
            true => out[start..].char_indices().nth(most - 1).map_or(end, |(end, _)| end),
            false => end,
        };
        let text = &out[start..];
        let is_end = |c: char| c == ' ' || c == '-';
        let whole = if text[end..].starts_with(is_end) { Some(end) } else { text[..end].rfind(is_end) };
        out.truncate(start + whole.unwrap_or(end));
        let kept = out[start..].trim_end_matches([',', '.', ' ', '-']).len();
        out.truncate(start + kept);
        if has_stop {
            out.push('.');
        }
    }
}

impl Column for Texts {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        if self.kind == Kind::Words && self.max_length.is_none() {
            return self.words(cells);
        }
        let locales = Locales::of(self.locale, cells);
        let mut text = String::with_capacity(cells.len() * 16);
        let offsets = written(cells.len(), |at| {
            let start = text.len();
            self.push(locales.get(at), cells.draws(at), &mut text);
            if let Some(most) = self.max_length {
                self.shorten(&mut text, start, most);
            }
            text.len()
        });
        Arc::new(StringArray::new(offsets, Buffer::from_vec(text.into_bytes()), None))
    }
}

/// The offsets of texts that are written one behind the other; `write` gives the end of each.
fn written(rows: usize, mut write: impl FnMut(usize) -> usize) -> OffsetBuffer<i32> {
    let mut offsets = Vec::with_capacity(rows + 1);
    offsets.push(0);
    let fits = "a batch of a thousand sentences a row is below 2 GiB";
    offsets.extend((0..rows).map(|at| i32::try_from(write(at)).expect(fits)));
    OffsetBuffer::new(offsets.into())
}

fn plan_word(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let _: NoParams = cx.params()?;
    let locale = cx.locale()?;
    let locales: Vec<&Locale> = match locale {
        RowLocale::One(number) => vec![locale::ALL[usize::from(number)]],
        RowLocale::Column(_) => locale::ALL.to_vec(),
    };
    let words = locales.iter().flat_map(|locale| (0..word_capacity(locale)).map(|n| word(locale, n)));
    let pool = Pool::new(Arc::new(StringArray::from_iter_values(words)));
    let sizes = locales.iter().map(|locale| word_capacity(locale)).collect();
    let planned = Planned::new(pool.data_type(), Word { pool, sizes, locale });
    Ok(planned.uniqueness(Uniqueness::Unknown { why: "a language has few words" }))
}

struct Word {
    /// The words of all locales that occur, one locale behind the other.
    pool: Pool,
    sizes: Vec<u64>,
    locale: RowLocale,
}

impl Column for Word {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let bits = cells.bits(0);
        let index: Int32Array = match self.locale {
            RowLocale::One(_) => bits.into_iter().map(|bits| Some(below(bits, self.sizes[0]) as i32)).collect(),
            RowLocale::Column(slot) => {
                let starts: Vec<u64> = (0..self.sizes.len()).map(|at| self.sizes[..at].iter().sum()).collect();
                let rows = cells.input(slot).as_primitive::<UInt8Type>().values().iter().map(|row| usize::from(*row));
                rows.zip(bits).map(|(row, bits)| Some((starts[row] + below(bits, self.sizes[row])) as i32)).collect()
            }
        };
        self.pool.pick(index)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::generators::testing::{column, plan, refusal, spec_of, texts, values};

    #[test]
    fn words_are_counted_and_varied() {
        let words = texts(&column(500, "{ gen: text.words, count: 2..4 }"));
        let counts: BTreeSet<usize> = words.iter().map(|text| text.split(' ').count()).collect();
        assert_eq!(counts.into_iter().collect::<Vec<_>>(), [2, 3, 4]);
        assert!(texts(&column(500, "text.word")).into_iter().collect::<BTreeSet<_>>().len() > 100);
    }

    #[test]
    fn sentences_end_with_a_stop_and_slugs_are_ascii() {
        assert!(texts(&column(200, "text.sentence")).iter().all(|text| text.ends_with(['.', '!', '?'])));
        let slugs = texts(&column(200, "{ gen: text.slug, locale: de_DE }"));
        assert!(
            slugs.iter().all(|slug| slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'))
        );
        assert!(texts(&column(20, "text.paragraph")).iter().all(|text| text.matches('.').count() >= 3));
        assert!(texts(&column(20, "text.title")).iter().all(|text| text.chars().next().unwrap().is_uppercase()));
    }

    #[test]
    fn texts_keep_to_their_greatest_length() {
        for (kind, most) in
            [("sentence", 30), ("paragraph, count: 9", 60), ("title", 8), ("words, count: 9", 20), ("slug", 5)]
        {
            let made = texts(&column(300, &format!("{{ gen: text.{kind}, max_length: {most} }}")));
            assert!(made.iter().all(|text| (1..=most).contains(&text.chars().count())), "{kind}");
            assert!(made.iter().all(|text| !text.ends_with([' ', '-', ','])), "{kind}");
        }
        let short = texts(&column(300, "{ gen: text.sentence, max_length: 30 }"));
        assert!(short.iter().all(|text| text.ends_with('.')));
    }

    #[test]
    fn every_row_speaks_its_locale() {
        let spec = spec_of(400, &[("x", "text.word"), ("y", "text.sentence")]);
        let spec = spec.replace("tables:", "locale: { en_US: 1, de_DE: 1 }\ntables:");
        let (plan, _) = plan(&spec).unwrap_or_else(|found| panic!("{found:#?}"));
        let german = texts(&values(&plan, "t", "y"))
            .iter()
            .filter(|text| text.contains("der ") || text.contains("die "))
            .count();
        assert!((50..350).contains(&german), "{german}");
        assert_eq!(texts(&values(&plan, "t", "x")).len(), 400);
    }

    #[test]
    fn counts_that_are_none_are_refused() {
        assert_eq!(refusal("{ gen: text.words, count: 0 }"), ("E0528", "0".into()));
        assert_eq!(refusal("{ gen: text.words, count: 5..2 }").0, "E0528");
        assert_eq!(refusal("{ gen: text.sentence, max_length: 0 }").0, "E0528");
    }
}
