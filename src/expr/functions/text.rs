//! Functions of strings. Characters are Unicode scalar values, positions count from 1, case is Unicode's own without a locale.

use super::super::error::WarningKind;
use super::super::kernels::{Kernel, Numbers, Texts, build, build_bool, build_text, text as op};
use super::super::literal::Literal;
use super::super::node::Node;
use super::{Function, Kind, Lowering, Site};
use arrow_array::types::Int64Type;
use arrow_array::{Array, ArrayRef, cast::AsArray};
use arrow_schema::DataType;
use md5::Md5;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::sync::Arc;

const TEXT: &[(&str, Kind)] = &[("text", Kind::Text)];
const TEXT_COUNT: &[(&str, Kind)] = &[("text", Kind::Text), ("count", Kind::Integer)];
const TRIM: &[(&str, Kind)] = &[("text", Kind::Text), ("characters", Kind::Text)];
const PAD: &[(&str, Kind)] = &[("text", Kind::Text), ("length", Kind::Integer), ("fill", Kind::Text)];
const SEARCH: &[(&str, Kind)] = &[("part", Kind::Text), ("text", Kind::Text)];

pub(super) const FUNCTIONS: &[Function] = &[
    Function::new("lower", TEXT, "In lower case.", |_, s, a| {
        map(s, a, |text, out| out.extend(text.chars().flat_map(char::to_lowercase)))
    }),
    Function::new("upper", TEXT, "In upper case.", |_, s, a| {
        map(s, a, |text, out| out.extend(text.chars().flat_map(char::to_uppercase)))
    }),
    Function::new("initcap", TEXT, "Each word with its first letter in upper case.", |_, s, a| map(s, a, op::initcap)),
    Function::new("reverse", TEXT, "The characters from last to first.", |_, s, a| {
        map(s, a, |text, out| out.extend(text.chars().rev()))
    }),
    Function::new("btrim", TRIM, "Without blanks, or without those characters, at both ends.", |_, s, a| {
        trim(s, a, |text, set| text.trim_matches(set))
    })
    .optional(1),
    Function::new("ltrim", TRIM, "Without blanks, or without those characters, at the beginning.", |_, s, a| {
        trim(s, a, |text, set| text.trim_start_matches(set))
    })
    .optional(1),
    Function::new("rtrim", TRIM, "Without blanks, or without those characters, at the end.", |_, s, a| {
        trim(s, a, |text, set| text.trim_end_matches(set))
    })
    .optional(1),
    Function::new("lpad", PAD, "Filled up on the left to a length, or cut to it.", |_, s, a| pad(s, a, true))
        .optional(2),
    Function::new("rpad", PAD, "Filled up on the right to a length, or cut to it.", |_, s, a| pad(s, a, false))
        .optional(2),
    Function::new("length", TEXT, "The number of characters.", |_, s, a| {
        number(s, a, |text| Some(text.chars().count() as i64))
    })
    .alias(&["char_length", "character_length"]),
    Function::new("octet_length", TEXT, "The number of bytes.", |_, s, a| number(s, a, |text| Some(text.len() as i64))),
    Function::new(
        "substring",
        &[("text", Kind::Text), ("start", Kind::Integer), ("length", Kind::Integer)],
        SUBSTRING,
        substring,
    )
    .alias(&["substr"])
    .optional(2),
    Function::new(
        "position",
        SEARCH,
        "Where a part begins, 0 when it is not there: `position(part in text)`.",
        |_, s, a| search(s, a, 1, 0),
    ),
    Function::new(
        "strpos",
        &[("text", Kind::Text), ("part", Kind::Text)],
        "Where a part begins, 0 when it is not there.",
        |_, s, a| search(s, a, 0, 1),
    ),
    Function::new(
        "replace",
        &[("text", Kind::Text), ("from", Kind::Text), ("to", Kind::Text)],
        "Every `from` as `to`.",
        |_, s, a| texts3(s, a, op::replace),
    ),
    Function::new(
        "translate",
        &[("text", Kind::Text), ("from", Kind::Text), ("to", Kind::Text)],
        TRANSLATE,
        |_, s, a| {
            texts3(s, a, |text, from, to, out| {
                op::translate(text, from, to, out);
                Some(())
            })
        },
    ),
    Function::new(
        "split_part",
        &[("text", Kind::Text), ("separator", Kind::Text), ("n", Kind::Integer)],
        SPLIT,
        split_part,
    ),
    Function::new("left", TEXT_COUNT, "The first characters; all but the last ones when negative.", |_, s, a| {
        counted(s, a, |text, count, out| {
            out.push_str(op::left(text, count));
            Some(())
        })
    }),
    Function::new("right", TEXT_COUNT, "The last characters; all but the first ones when negative.", |_, s, a| {
        counted(s, a, |text, count, out| {
            out.push_str(op::right(text, count));
            Some(())
        })
    }),
    Function::new("repeat", TEXT_COUNT, "The text that many times.", |_, s, a| counted(s, a, op::repeat)),
    Function::new("starts_with", &[("text", Kind::Text), ("part", Kind::Text)], "Whether it begins so.", |_, s, a| {
        test(s, a, |text, part| text.starts_with(part))
    }),
    Function::new("ends_with", &[("text", Kind::Text), ("part", Kind::Text)], "Whether it ends so.", |_, s, a| {
        test(s, a, |text, part| text.ends_with(part))
    }),
    Function::new("contains", &[("text", Kind::Text), ("part", Kind::Text)], "Whether it has that part.", |_, s, a| {
        test(s, a, |text, part| text.contains(part))
    }),
    Function::new("concat", &[("value", Kind::Any)], "The texts of all values; nulls count as empty.", concat)
        .repeated(1),
    Function::new("concat_ws", &[("separator", Kind::Text), ("value", Kind::Any)], CONCAT_WS, concat_ws).repeated(1),
    Function::new(
        "md5",
        &[("value", Kind::Any)],
        "The MD5 digest of a string's or binary's bytes, hexadecimal.",
        |l, s, a| digest(l, s, a, |bytes| Md5::digest(bytes).to_vec()),
    ),
    Function::new(
        "sha256",
        &[("value", Kind::Any)],
        "The SHA-256 digest of a string's or binary's bytes, hexadecimal.",
        |l, s, a| digest(l, s, a, |bytes| Sha256::digest(bytes).to_vec()),
    ),
    Function::new("ascii", TEXT, "The code point of the first character, 0 for an empty string.", |_, s, a| {
        number(s, a, |text| Some(text.chars().next().map_or(0, |c| u32::from(c).into())))
    }),
    Function::new("chr", &[("code", Kind::Integer)], "The character of a code point.", chr),
    Function::new("to_hex", &[("x", Kind::Integer)], "In hexadecimal digits; negative numbers as 64 bits.", to_hex),
];

const SUBSTRING: &str =
    "`length` characters from `start`, or all from there on: also `substring(text from start for length)`.";
const TRANSLATE: &str = "Each character of `from` as the one at the same place of `to`, or left out.";
const SPLIT: &str = "Field number n between separators, counted from the end when negative.";
const CONCAT_WS: &str = "The texts of all values that are not null, with the separator between them.";

fn text_node(kernel: Kernel, args: Vec<Node>, nullable: bool, site: Site) -> Option<Node> {
    Some(Node::strict(kernel, args, DataType::Utf8, nullable, site.range))
}

fn map(site: Site, args: Vec<Node>, f: fn(&str, &mut String)) -> Option<Node> {
    let kernel: Kernel = Arc::new(move |args, rows| {
        let texts = args[0].texts();
        build_text(rows, |row, out| texts.get(row).map(|text| f(text, out)))
    });
    text_node(kernel, args, false, site)
}

fn number(site: Site, args: Vec<Node>, f: fn(&str) -> Option<i64>) -> Option<Node> {
    let kernel: Kernel = Arc::new(move |args, rows| {
        let texts = args[0].texts();
        Arc::new(build::<Int64Type>(rows, |row| texts.get(row).and_then(f)))
    });
    Some(Node::strict(kernel, args, DataType::Int64, false, site.range).bounded(Some((0, i32::MAX.into()))))
}

fn trim(site: Site, mut args: Vec<Node>, f: for<'a> fn(&'a str, &[char]) -> &'a str) -> Option<Node> {
    if args.len() == 1 {
        args.push(Node::constant(&Literal::Text(" ".to_owned()), site.range.clone()));
    }
    let kernel: Kernel = Arc::new(move |args, rows| {
        let (texts, sets) = (args[0].texts(), args[1].texts());
        build_text(rows, |row, out| {
            let set: Vec<char> = sets.get(row)?.chars().collect();
            out.push_str(f(texts.get(row)?, &set));
            Some(())
        })
    });
    text_node(kernel, args, false, site)
}

fn pad(site: Site, mut args: Vec<Node>, on_left: bool) -> Option<Node> {
    if args.len() == 2 {
        args.push(Node::constant(&Literal::Text(" ".to_owned()), site.range.clone()));
    }
    let kernel: Kernel = Arc::new(move |args, rows| {
        let (texts, lengths, fills) = (args[0].texts(), args[1].numbers::<Int64Type>(), args[2].texts());
        build_text(rows, |row, out| op::pad(texts.get(row)?, lengths.get(row)?, fills.get(row)?, on_left, out))
    });
    text_node(kernel, args, true, site)
}

fn counted(site: Site, args: Vec<Node>, f: fn(&str, i64, &mut String) -> Option<()>) -> Option<Node> {
    let kernel: Kernel = Arc::new(move |args, rows| {
        let (texts, counts) = (args[0].texts(), args[1].numbers::<Int64Type>());
        build_text(rows, |row, out| f(texts.get(row)?, counts.get(row)?, out))
    });
    let nullable = site.name == "repeat";
    text_node(kernel, args, nullable, site)
}

fn texts3(site: Site, args: Vec<Node>, f: fn(&str, &str, &str, &mut String) -> Option<()>) -> Option<Node> {
    let kernel: Kernel = Arc::new(move |args, rows| {
        let (a, b, c) = (args[0].texts(), args[1].texts(), args[2].texts());
        build_text(rows, |row, out| f(a.get(row)?, b.get(row)?, c.get(row)?, out))
    });
    let nullable = site.name == "replace";
    text_node(kernel, args, nullable, site)
}

fn search(site: Site, args: Vec<Node>, text: usize, part: usize) -> Option<Node> {
    let kernel: Kernel = Arc::new(move |args, rows| {
        let (texts, parts) = (args[text].texts(), args[part].texts());
        Arc::new(build::<Int64Type>(rows, |row| Some(op::position(texts.get(row)?, parts.get(row)?))))
    });
    Some(Node::strict(kernel, args, DataType::Int64, false, site.range).bounded(Some((0, i32::MAX.into()))))
}

fn test(site: Site, args: Vec<Node>, f: fn(&str, &str) -> bool) -> Option<Node> {
    let kernel: Kernel = Arc::new(move |args, rows| {
        let (texts, parts) = (args[0].texts(), args[1].texts());
        build_bool(rows, |row| Some(f(texts.get(row)?, parts.get(row)?)))
    });
    Some(Node::strict(kernel, args, DataType::Boolean, false, site.range))
}

fn substring(lowering: &mut Lowering<'_>, site: Site, args: Vec<Node>) -> Option<Node> {
    let negative = args.get(2).and_then(Node::bounds).is_some_and(|(low, _)| low < 0);
    if negative && !args[2].is_null() {
        let message = "the length may be negative";
        lowering.warn(WarningKind::Domain, args[2].range.clone(), message, "write `greatest(length, 0)`");
    }
    let kernel: Kernel = Arc::new(|args, rows| {
        let (texts, starts) = (args[0].texts(), args[1].numbers::<Int64Type>());
        let lengths: Option<Numbers<'_, Int64Type>> = args.get(2).map(|column| column.numbers());
        build_text(rows, |row, out| {
            let length = match &lengths {
                Some(lengths) => Some(lengths.get(row)?),
                None => None,
            };
            op::substring(texts.get(row)?, starts.get(row)?, length).map(|part| out.push_str(part))
        })
    });
    text_node(kernel, args, negative, site)
}

fn split_part(lowering: &mut Lowering<'_>, site: Site, args: Vec<Node>) -> Option<Node> {
    if !args[2].nonzero && !args[2].is_null() {
        lowering.warn(WarningKind::Domain, args[2].range.clone(), "the field number may be 0", "fields count from 1");
    }
    let nullable = !args[2].nonzero;
    let kernel: Kernel = Arc::new(|args, rows| {
        let (texts, separators, fields) = (args[0].texts(), args[1].texts(), args[2].numbers::<Int64Type>());
        build_text(rows, |row, out| {
            let part = op::split_part(texts.get(row)?, separators.get(row)?, fields.get(row)?)?;
            out.push_str(part);
            Some(())
        })
    });
    text_node(kernel, args, nullable, site)
}

/// All values as texts; a literal null stays out.
fn as_texts(lowering: &mut Lowering<'_>, args: Vec<Node>) -> Option<Vec<Node>> {
    args.into_iter().map(|arg| lowering.as_text(arg)).collect()
}

fn concat(lowering: &mut Lowering<'_>, site: Site, args: Vec<Node>) -> Option<Node> {
    let args = as_texts(lowering, args)?;
    let kernel: Kernel = Arc::new(|args, rows| {
        let texts: Vec<Texts<'_>> = args.iter().map(|arg| arg.texts()).collect();
        build_text(rows, |row, out| {
            texts.iter().filter_map(|text| text.get(row)).for_each(|text| out.push_str(text));
            Some(())
        })
    });
    Some(Node::lenient(kernel, args, DataType::Utf8, false, site.range))
}

fn concat_ws(lowering: &mut Lowering<'_>, site: Site, args: Vec<Node>) -> Option<Node> {
    let args = as_texts(lowering, args)?;
    let nullable = args[0].nullable;
    let kernel: Kernel = Arc::new(|args, rows| {
        let texts: Vec<Texts<'_>> = args.iter().map(|arg| arg.texts()).collect();
        build_text(rows, |row, out| {
            let separator = texts[0].get(row)?;
            for (at, text) in texts[1..].iter().filter_map(|text| text.get(row)).enumerate() {
                out.push_str(if at > 0 { separator } else { "" });
                out.push_str(text);
            }
            Some(())
        })
    });
    Some(Node::lenient(kernel, args, DataType::Utf8, nullable, site.range))
}

fn digest(lowering: &mut Lowering<'_>, site: Site, args: Vec<Node>, hash: fn(&[u8]) -> Vec<u8>) -> Option<Node> {
    let binary = args[0].data_type == DataType::Binary;
    let args = if binary { args } else { as_texts(lowering, args)? };
    let kernel: Kernel = Arc::new(move |args, rows| -> ArrayRef {
        if binary {
            let values = args[0].array.as_binary::<i32>();
            return build_text(rows, |row, out| {
                values.is_valid(row).then(|| op::write_hex(&hash(values.value(row)), out))
            });
        }
        let texts = args[0].texts();
        build_text(rows, |row, out| texts.get(row).map(|text| op::write_hex(&hash(text.as_bytes()), out)))
    });
    text_node(kernel, args, false, site)
}

fn chr(lowering: &mut Lowering<'_>, site: Site, args: Vec<Node>) -> Option<Node> {
    let safe = args[0].bounds().is_some_and(|(low, high)| low > 0 && high < 0xd800);
    if !safe && !args[0].is_null() {
        let message = "the number may be no code point";
        lowering.warn(WarningKind::Domain, args[0].range.clone(), message, "");
    }
    let kernel: Kernel = Arc::new(|args, rows| {
        let codes = args[0].numbers::<Int64Type>();
        build_text(rows, |row, out| {
            let code = u32::try_from(codes.get(row)?).ok().filter(|code| *code != 0)?;
            out.push(char::from_u32(code)?);
            Some(())
        })
    });
    text_node(kernel, args, !safe, site)
}

fn to_hex(_: &mut Lowering<'_>, site: Site, args: Vec<Node>) -> Option<Node> {
    let kernel: Kernel = Arc::new(|args, rows| {
        let numbers = args[0].numbers::<Int64Type>();
        build_text(rows, |row, out| write!(out, "{:x}", numbers.get(row)?).ok())
    });
    text_node(kernel, args, false, site)
}
