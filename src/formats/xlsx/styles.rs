//! A kind of value in, the number of its cell style out; and the part that defines all of them, one for every workbook.

use super::package::XML;
use std::fmt::Write as _;

/// A cell's style: its place in the list of [`FORMATS`], and behind them one for each scale of decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style(pub u8);

impl Style {
    /// Numbers without a format of their own.
    pub const GENERAL: Self = Self(0);
    /// The first row.
    pub const HEADER: Self = Self(1);
    /// Text that stays text when somebody edits it.
    pub const TEXT: Self = Self(2);
    /// Dates.
    pub const DATE: Self = Self(3);
    /// Dates with a time of day.
    pub const TIMESTAMP: Self = Self(4);
    /// The same with milliseconds.
    pub const TIMESTAMP_MILLIS: Self = Self(5);
    /// Times of day.
    pub const TIME: Self = Self(6);
    /// The same with milliseconds.
    pub const TIME_MILLIS: Self = Self(7);
    /// Durations: hours may exceed 24.
    pub const DURATION: Self = Self(8);
    /// The same with milliseconds.
    pub const DURATION_MILLIS: Self = Self(9);

    /// Booleans. Excel shows their words in any case, other programs only if the format says them.
    pub const BOOLEAN: Self = Self(10);

    /// Numbers with so many digits behind the point, at most [`SCALES`].
    pub fn scale(digits: u8) -> Self {
        Self(FORMATS.len() as u8 + digits)
    }
}

/// The most digits behind the point that a number's format has: all that a number has for sure.
pub const SCALES: u8 = 15;

/// The number formats of the styles, in their order and as XML; the first two are Excel's `General`, the third its `Text`.
const FORMATS: [&str; 11] = [
    "",
    "",
    "@",
    "yyyy\\-mm\\-dd",
    "yyyy\\-mm\\-dd\\ hh:mm:ss",
    "yyyy\\-mm\\-dd\\ hh:mm:ss.000",
    "hh:mm:ss",
    "hh:mm:ss.000",
    "[h]:mm:ss",
    "[h]:mm:ss.000",
    "&quot;TRUE&quot;;&quot;TRUE&quot;;&quot;FALSE&quot;",
];

/// Numbers of formats below this one are Excel's own.
const FIRST_OWN: usize = 164;

/// The part.
pub fn styles() -> String {
    let scales = (0..=SCALES).map(|digits| match digits {
        0 => "0".to_owned(),
        _ => format!("0.{}", "0".repeat(digits.into())),
    });
    let formats: Vec<String> = FORMATS.iter().map(|format| (*format).to_owned()).chain(scales).collect();
    let (mut own, mut cells) = (String::new(), String::new());
    for (at, format) in formats.iter().enumerate() {
        let id = match format.as_str() {
            "" => 0,
            "@" => 49,
            _ => FIRST_OWN + at,
        };
        if id >= FIRST_OWN {
            let _ = write!(own, "<numFmt numFmtId=\"{id}\" formatCode=\"{format}\"/>");
        }
        cells += &cell(id, at == usize::from(Style::HEADER.0));
    }
    let count = formats.len();
    format!(
        "{XML}<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
         <numFmts count=\"{}\">{own}</numFmts>{FONTS}{FILLS}\
         <cellXfs count=\"{count}\">{cells}</cellXfs>{NAMES}</styleSheet>",
        own.matches("<numFmt ").count()
    )
}

fn cell(format: usize, is_bold: bool) -> String {
    let format_says = if format == 0 { "" } else { " applyNumberFormat=\"1\"" };
    let font_says = if is_bold { " applyFont=\"1\"" } else { "" };
    let font = u8::from(is_bold);
    format!(
        "<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"0\" borderId=\"0\" xfId=\"0\"{format_says}{font_says}/>"
    )
}

const FONTS: &str = "<fonts count=\"2\">\
    <font><sz val=\"11\"/><color rgb=\"FF000000\"/><name val=\"Calibri\"/><family val=\"2\"/></font>\
    <font><b/><sz val=\"11\"/><color rgb=\"FF000000\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>";

const FILLS: &str = "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
    <fill><patternFill patternType=\"gray125\"/></fill></fills>\
    <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>";

const NAMES: &str = "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";
