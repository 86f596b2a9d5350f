//! `decimal(10,2)`, `(int)`, `varchar`, `string | null`, `Optional[str]`, `"open" | "closed"`, `Order[]`: a type beside a
//! column's name -> what it says of the column.

use std::ops::Range;

use crate::draft::ir::{Choice, Column, ColumnType};
use crate::draft::lexicon::needs_now;
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::text::Kind;

/// What a word says of a type.
fn of(word: &str) -> Option<ColumnType> {
    Some(match word {
        "int" | "integer" | "bigint" | "smallint" | "tinyint" | "serial" | "bigserial" | "int4" | "int8" | "int16"
        | "int32" | "int64" | "long" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" | "usize" | "uint" | "short"
        | "mediumint" | "integers" => ColumnType::Integer,
        "decimal" | "numeric" | "money" | "bigdecimal" | "currency" => ColumnType::Decimal,
        "float" | "double" | "real" | "float64" | "float32" | "float8" | "f32" | "f64" => ColumnType::Float,
        "bool" | "boolean" => ColumnType::Boolean,
        "date" | "localdate" | "dateonly" => ColumnType::Date,
        "timestamp" | "datetime" | "timestamptz" | "localdatetime" | "offsetdatetime" | "instant" | "datetime2"
        | "datetimeoffset" => ColumnType::Timestamp,
        "text" | "varchar" | "string" | "char" | "nvarchar" | "str" | "clob" | "varchar2" | "citext" | "character"
        | "longtext" => ColumnType::String,
        _ => return None,
    })
}

/// The word of a type as programs write it: `datetime.date` is `date`, `CharField` is `char`.
fn plain(word: &str) -> &str {
    let word = word.rsplit('.').next().unwrap_or(word);
    word.strip_suffix("field").filter(|stem| of(stem).is_some() || names_more(stem)).unwrap_or(word)
}

/// Types without a [`ColumnType`] of their own.
fn names_more(word: &str) -> bool {
    matches!(
        word,
        "uuid" | "guid" | "json" | "jsonb" | "time" | "number" | "id" | "email" | "emailstr" | "url" | "httpurl"
    )
}

/// Whether a word can name a type.
pub fn names_type(word: &str) -> bool {
    of(word).is_some() || matches!(word, "uuid" | "guid" | "json" | "jsonb" | "time")
}

/// Whether a word is the name of a type and never part of a column's name.
pub fn is_type(word: &str) -> bool {
    matches!(
        word,
        "int"
            | "integer"
            | "bigint"
            | "smallint"
            | "tinyint"
            | "numeric"
            | "decimal"
            | "varchar"
            | "nvarchar"
            | "string"
            | "str"
            | "boolean"
            | "bool"
            | "float"
            | "double"
            | "serial"
            | "bigserial"
            | "datetime"
            | "timestamptz"
            | "int32"
            | "int64"
            | "uuid"
            | "localdate"
            | "localdatetime"
            | "bigdecimal"
    )
}

/// What a type says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Declared {
    /// The type.
    pub data_type: Option<ColumnType>,
    /// A generator that the type's name asks for, such as `uuid`.
    pub generator: Option<&'static str>,
    /// Digits behind the point.
    pub scale: Option<u64>,
    /// The values that it allows.
    pub values: Vec<String>,
    /// Whether there may be no value: `?`, `| null`, `Optional`.
    pub is_optional: bool,
    /// Whether there are many: `[]`, `List<...>`.
    pub is_many: bool,
    /// The word of a type that is none of these, such as another table.
    pub named: Option<usize>,
    /// The token behind it.
    pub end: usize,
}

impl Declared {
    /// Whether nothing was read.
    fn is_empty(&self) -> bool {
        self.data_type.is_none()
            && self.generator.is_none()
            && self.values.is_empty()
            && self.named.is_none()
            && !self.is_optional
    }
}

/// Words around a type that say that there may be no value.
const MAYBE: &[&str] = &["optional", "maybe", "nullable", "option"];
/// Words around a type that say that there are many.
const MANY: &[&str] =
    &["list", "array", "set", "sequence", "vec", "collection", "icollection", "hashset", "ienumerable"];
/// Words in front of values.
const ONE_OF: &[&str] = &["literal", "enum", "oneof", "enumeration"];
/// Words that say nothing about a type that stands in their brackets.
const AROUND: &[&str] = &["column", "mapped_column", "mapped", "annotated", "final", "classvar"];

/// Reads a type that begins at a token, unions and what is behind it (`?`, `[]`) included. Other words than those of types are
/// taken for names of types only where `is_code` says that there is a type for sure.
pub fn expression(scene: &Scene<'_>, at: usize, end: usize, is_code: bool) -> Option<Declared> {
    let mut said = Declared { end: at, ..Declared::default() };
    if is_code && scene.text.norm(at) == "|" {
        said.end += 1;
    }
    loop {
        term(scene, &mut said, end, is_code)?;
        if scene.text.norm(said.end) != "|" || said.end + 1 >= end {
            break;
        }
        said.end += 1;
    }
    (!said.is_empty() && said.end > at).then_some(said)
}

/// One term of a union.
fn term(scene: &Scene<'_>, said: &mut Declared, end: usize, is_code: bool) -> Option<()> {
    let at = said.end;
    let token = scene.text.get(at).filter(|_| at < end)?;
    let is_literal = token.kind == Kind::Quoted || token.kind == Kind::Number;
    if is_literal && is_code {
        said.values.push(token.norm.clone());
        said.end = at + 1;
        return Some(());
    }
    if scene.text.norm(at) == "[" && is_code {
        said.is_many = true;
        return bracketed(scene, said, at, end, is_code);
    }
    if token.kind != Kind::Word {
        return None;
    }
    let word = plain(&token.norm);
    let has_bracket = matches!(scene.text.norm(at + 1), "[" | "<" | "(") && at + 1 < end;
    if matches!(word, "null" | "none" | "undefined" | "nil") && is_code {
        said.is_optional = true;
        said.end = at + 1;
        return Some(());
    }
    if has_bracket && ONE_OF.contains(&word) {
        let close = closing(scene, at + 1, end)?;
        said.values.extend(listed(scene, at + 2..close));
        said.end = close + 1;
        return Some(());
    }
    if has_bracket && (MAYBE.contains(&word) || MANY.contains(&word) || AROUND.contains(&word)) && is_code {
        said.is_optional |= MAYBE.contains(&word);
        said.is_many |= MANY.contains(&word);
        return bracketed(scene, said, at + 1, end, is_code);
    }
    word_of_type(scene, said, at, word, is_code)?;
    suffix(scene, said, end);
    Some(())
}

/// What stands in brackets is the type; the rest up to the closing one is left alone.
fn bracketed(scene: &Scene<'_>, said: &mut Declared, open: usize, end: usize, is_code: bool) -> Option<()> {
    let close = closing(scene, open, end)?;
    said.end = open + 1;
    loop {
        term(scene, said, close, is_code)?;
        if scene.text.norm(said.end) != "|" || said.end + 1 >= close {
            break;
        }
        said.end += 1;
    }
    said.end = close + 1;
    suffix(scene, said, end);
    Some(())
}

/// The word itself, with a second one where it takes two.
fn word_of_type(scene: &Scene<'_>, said: &mut Declared, at: usize, word: &str, is_code: bool) -> Option<()> {
    said.end = at + 1;
    match word {
        _ if of(word).is_some() => said.data_type = of(word),
        "uuid" | "guid" => said.generator = Some("uuid"),
        "json" | "jsonb" | "time" => {}
        "number" if is_code => said.data_type = said.data_type.or(Some(ColumnType::Auto)),
        "id" if is_code => said.data_type = said.data_type.or(Some(ColumnType::Auto)),
        "email" | "emailstr" if is_code => said.generator = Some("person.email"),
        "url" | "httpurl" if is_code => said.generator = Some("internet.url"),
        _ if is_code => said.named = Some(at),
        _ => return None,
    }
    let next = scene.text.norm(at + 1);
    said.end += match (word, next) {
        ("double", "precision") | ("character", "varying") | ("unsigned" | "long", "int" | "long") => 1,
        ("int" | "bigint" | "smallint" | "tinyint" | "integer", "unsigned") => 1,
        _ => 0,
    };
    if matches!(scene.text.norm(said.end), "with" | "without")
        && (scene.text.norm(said.end + 1), scene.text.norm(said.end + 2)) == ("time", "zone")
    {
        said.end += 3;
    }
    if word == "tinyint" && scene.text.quote(at + 1..at + 4) == "(1)" {
        said.data_type = Some(ColumnType::Boolean);
    }
    Some(())
}

/// What stands behind a word: lengths and digits, `[]`, `?`, `!`.
fn suffix(scene: &Scene<'_>, said: &mut Declared, end: usize) {
    while said.end < end {
        let at = said.end;
        match scene.text.norm(at) {
            "(" if scene.text.norm(at + 1).starts_with(|c: char| c.is_ascii_digit()) => {
                let Some(close) = closing(scene, at, end) else { return };
                let inside = scene.text.quote(at + 1..close);
                let is_length = inside.chars().all(|c| c.is_ascii_digit() || c == ',' || c == ' ' || c == '.');
                if !is_length {
                    return;
                }
                said.scale = inside.split_once(',').and_then(|(_, scale)| scale.trim().parse().ok());
                said.end = close + 1;
            }
            "[" if scene.text.norm(at + 1) == "]" => {
                said.is_many = true;
                said.end = at + 2;
            }
            "?" => {
                said.is_optional = true;
                said.end = at + 1;
            }
            "!" => said.end = at + 1,
            _ => return,
        }
    }
}

/// The bracket that closes one.
pub fn closing(scene: &Scene<'_>, open: usize, end: usize) -> Option<usize> {
    let (one, other) = match scene.text.norm(open) {
        "(" => ("(", ")"),
        "[" => ("[", "]"),
        "{" => ("{", "}"),
        _ => ("<", ">"),
    };
    let mut depth = 0_i32;
    for at in open..end {
        match scene.text.norm(at) {
            word if word == one => depth += 1,
            word if word == other => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// The values between commas and bars.
pub fn listed(scene: &Scene<'_>, inside: Range<usize>) -> Vec<String> {
    let mut found = Vec::new();
    let mut start = inside.start;
    for at in inside.start..=inside.end {
        let parts = at == inside.end || matches!(scene.text.norm(at), "," | "|" | ";" | "\n" | "\n\n");
        if parts {
            let value = scene.text.quote(start..at).trim().trim_matches(['\'', '"', '`']).to_owned();
            found.extend((!value.is_empty()).then_some(value));
            start = at + 1;
        }
    }
    found
}

/// The type that stands in a qualifier: as its first word, or its first word in parentheses.
pub fn declared(scene: &Scene<'_>, tokens: Range<usize>) -> Option<(ColumnType, Option<u64>, Range<usize>)> {
    let at = tokens
        .clone()
        .find(|at| !matches!(scene.text.norm(*at), "(" | ":" | "-" | "|" | "," | "–" | "as" | "an" | "a"))?;
    let word = scene.text.norm(at);
    let is_clear = at > tokens.start || is_type(word) || at + 1 == tokens.end;
    if !is_clear || at >= tokens.end || of(word).is_none() {
        return None;
    }
    let said = expression(scene, at, tokens.end, false)?;
    Some((said.data_type?, said.scale, at..said.end))
}

/// Gives a column a type that was said, and claims the words. A text stays with its generator.
pub fn apply(
    scene: &mut Scene<'_>,
    place: &Place,
    (data_type, scale, tokens): (ColumnType, Option<u64>, Range<usize>),
) {
    scene.claim(tokens);
    let Some(column) = scene.column_mut(place) else { return };
    shape(column, data_type, scale);
}

/// Gives a column everything that its type says, but what it refers to.
pub fn apply_all(scene: &mut Scene<'_>, place: &Place, said: &Declared) {
    let Some(column) = scene.column_mut(place) else { return };
    if said.values.len() >= 2 {
        choose(column, &said.values);
        return;
    }
    if let Some(generator) = said.generator {
        if column.generator != generator && column.generator != "sequence" {
            replace(column, generator, ColumnType::Auto);
        }
        return;
    }
    match said.data_type {
        Some(ColumnType::Auto) if is_text(column) => replace(column, "number", ColumnType::Auto),
        Some(ColumnType::Auto) | None => {}
        Some(data_type) => shape(column, data_type, said.scale),
    }
}

/// Makes a column one of these values.
pub fn choose(column: &mut Column, values: &[String]) {
    column.generator = "choice".to_owned();
    column.params.clear();
    column.r#type = ColumnType::Auto;
    column.choices = values.iter().map(|value| Choice { value: value.clone(), weight: 0.0 }).collect();
}

/// Whether a column's values are texts.
fn is_text(column: &Column) -> bool {
    let numbers = ["person.age", "product.price"];
    column.generator.contains('.') && !numbers.contains(&column.generator.as_str())
        || matches!(column.generator.as_str(), "pattern" | "uuid" | "ulid" | "template")
        || column.generator == "choice" && column.choices.iter().any(|one| one.value.parse::<f64>().is_err())
}

/// Gives a column a type. A text stays with its generator.
pub fn shape(column: &mut Column, data_type: ColumnType, scale: Option<u64>) {
    let is_time = matches!(column.generator.as_str(), "datetime" | "arrivals" | "tick");
    match data_type {
        ColumnType::String if is_text(column) || column.generator == "choice" => {}
        ColumnType::String if column.generator == "sequence" => replace(column, "uuid", ColumnType::Auto),
        ColumnType::String if column.generator == "number" && !is_sign(&column.name) => {
            replace(column, "text.words", ColumnType::Auto);
        }
        ColumnType::Boolean if column.generator != "bool" => replace(column, "bool", data_type),
        ColumnType::Date if !matches!(column.generator.as_str(), "date" | "person.birth_date") => {
            become_time(column, "date", data_type, is_time);
        }
        ColumnType::Timestamp if !is_time => {
            let is_day = column.generator == "date";
            become_time(column, "datetime", data_type, is_day);
        }
        ColumnType::Integer | ColumnType::Decimal | ColumnType::Float
            if is_text(column) || column.generator == "bool" || is_time || column.generator == "date" =>
        {
            replace(column, "number", data_type);
        }
        _ => column.r#type = data_type,
    }
    if matches!(column.r#type, ColumnType::Integer | ColumnType::Decimal) {
        drop_rounding(column);
    }
    if let (Some(scale), ColumnType::Decimal) = (scale, data_type) {
        column.set("scale", scale.to_string());
    }
}

/// Whether a name is that of a sign which may have digits alone.
fn is_sign(name: &str) -> bool {
    let last = name.rsplit('_').next().unwrap_or(name);
    matches!(last, "id" | "number" | "no" | "nr" | "code" | "pin" | "key" | "zip" | "fk" | "ref" | "imei" | "num")
}

/// A point in time becomes a day, and a day a point in time, between the same bounds.
fn become_time(column: &mut Column, generator: &str, data_type: ColumnType, keeps: bool) {
    if !keeps {
        return replace(column, generator, data_type);
    }
    column.generator = generator.to_owned();
    column.r#type = data_type;
    column.params.retain(|param| matches!(param.key.as_str(), "from" | "to"));
}

/// Digits that a type says are not said again by rounding.
fn drop_rounding(column: &mut Column) {
    let is_whole = column.r#type == ColumnType::Integer;
    column.params.retain(|param| match param.key.as_str() {
        "round" => param.value.starts_with('-') || param.value.starts_with('{'),
        "round.step" => !is_whole || !param.value.contains('.'),
        _ => true,
    });
}

fn replace(column: &mut Column, generator: &str, data_type: ColumnType) {
    let is_near_now = needs_now(column);
    column.generator = generator.to_owned();
    column.params.clear();
    column.choices.clear();
    column.r#type = data_type;
    match generator {
        "number" => [("min", "0"), ("max", "1000")].iter().for_each(|(key, value)| column.set(key, *value)),
        "text.words" => column.set("count", "1..3"),
        "date" | "datetime" if is_near_now => {
            [("from", "\"now - 365d\""), ("to", "now")].iter().for_each(|(key, value)| column.set(key, *value))
        }
        "date" | "datetime" => {
            [("from", "2023-01-01"), ("to", "2025-01-01")].iter().for_each(|(key, value)| column.set(key, *value))
        }
        _ => {}
    }
}
