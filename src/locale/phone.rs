//! A place and a position in, a telephone number out.
//!
//! Under [`Realism::Reserved`] numbers come from ranges that the regulators keep for drama: `555-0100` to `555-0199` in
//! every area of the United States (NANPA), Ofcom's numbers for television and radio drama, the numbers that the
//! Bundesnetzagentur names for audio-visual media, and ARCEP's for fiction. They are few: [`capacity`] says how many.
//!
//! The other regulators keep none. There, numbers are reserved that the numbering plan gives to nobody, so that some programs
//! call them invalid: in the Netherlands an area code and a subscriber number that begins with 0 (one that is called without
//! the area code cannot), in Spain 79, in Italy 30 and in Portugal 99, which no mobile operator has, and in Brazil an area
//! code and eight digits from 6, which mobile telephones had before they got a ninth.

use super::pattern;
use super::place::Place;
use super::{Locale, Realism};

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PhoneStyle {
    /// `+49 30 23125 042`, readable in any mix of countries.
    #[default]
    International,
    /// `+493023125042`.
    E164,
    /// `030 23125 042`, `(212) 555-0142`, `(11) 6123-4567`.
    National,
}

/// The ranges of a country, as [`pattern`]s of the national number without trunk prefix; groups are separated by what the
/// country writes between them.
#[derive(Debug)]
pub struct Phones {
    /// What is dialled before the national number within the country.
    pub trunk: &'static str,
    /// Reserved numbers in every area, behind an area code of 1, 2, 3 or 4 digits. `None` where ranges are listed in
    /// `reserved`.
    pub reserved_tails: Option<[&'static str; 4]>,
    /// Reserved numbers, each beginning with its area code and a space.
    pub reserved: &'static [&'static str],
    /// Reserved numbers that belong to no area (mobile, mostly).
    pub reserved_anywhere: &'static [&'static str],
    /// Ordinary numbers behind an area code of 1, 2, 3 or 4 digits.
    pub wild_tails: [&'static str; 4],
    /// Ordinary numbers that belong to no area.
    pub wild_anywhere: &'static [&'static str],
}

/// One range: an area code in front (or nothing) and a pattern.
type Block = (&'static str, &'static str);

/// How many distinct numbers [`push`] can write for `place`, or for the whole country.
pub fn capacity(locale: &Locale, place: Option<&Place>, realism: Realism) -> u64 {
    let mut total = 0;
    each_block(locale, place, realism, |(_, tail)| {
        total += pattern::capacity(tail);
        false
    });
    total
}

/// Appends number `n` of the domain that [`capacity`] counts; `n` wraps. Within a place all its numbers are equally likely;
/// a place without a reserved range of its own takes those of the country.
pub fn push(out: &mut String, locale: &Locale, place: Option<&Place>, realism: Realism, style: PhoneStyle, n: u64) {
    let mut rest = n % capacity(locale, place, realism);
    each_block(locale, place, realism, |(area, tail)| {
        let count = pattern::capacity(tail);
        if rest >= count {
            rest -= count;
            return false;
        }
        push_styled(out, locale, style, (area, tail), rest);
        true
    });
}

/// Calls `visit` with each range until it says `true`.
fn each_block(locale: &Locale, place: Option<&Place>, realism: Realism, visit: impl FnMut(Block) -> bool) {
    let phones = &locale.phones;
    match (realism, phones.reserved_tails) {
        (Realism::Wild, _) => wild_blocks(locale, place, visit),
        (Realism::Reserved, Some(tails)) => area_blocks(locale, place, |area| tails[area.len() - 1], visit),
        (Realism::Reserved, None) => listed_blocks(phones, place, visit),
    }
}

fn wild_blocks(locale: &Locale, place: Option<&Place>, mut visit: impl FnMut(Block) -> bool) {
    let phones = &locale.phones;
    if phones.wild_anywhere.iter().any(|tail| visit(("", tail))) {
        return;
    }
    area_blocks(locale, place, |area| phones.wild_tails[area.len() - 1], visit);
}

fn area_blocks(
    locale: &Locale,
    place: Option<&Place>,
    tail: impl Fn(&str) -> &'static str,
    mut visit: impl FnMut(Block) -> bool,
) {
    let areas = match place {
        Some(place) => place.area_codes.as_slice(),
        None => locale.places.area_codes(),
    };
    let _done = areas.iter().any(|area| visit((area, tail(area))));
}

fn listed_blocks(phones: &Phones, place: Option<&Place>, mut visit: impl FnMut(Block) -> bool) {
    let local = |range: &str| place.is_none_or(|place| place.area_codes.iter().any(|area| in_area(range, area)));
    let found = phones.reserved.iter().any(|range| local(range));
    let mut listed = phones.reserved.iter().filter(|range| !found || local(range));
    let _done =
        listed.any(|range| visit(("", range))) || phones.reserved_anywhere.iter().any(|range| visit(("", range)));
}

fn in_area(range: &str, area: &str) -> bool {
    range.strip_prefix(area).is_some_and(|rest| rest.starts_with(' '))
}

fn push_styled(out: &mut String, locale: &Locale, style: PhoneStyle, (area, tail): Block, n: u64) {
    let american = locale.calling_code == "1";
    let in_brackets = style == PhoneStyle::National && matches!(locale.calling_code, "1" | "55");
    match style {
        PhoneStyle::National if in_brackets => out.push('('),
        PhoneStyle::National => out.push_str(locale.phones.trunk),
        PhoneStyle::International | PhoneStyle::E164 => {
            out.push('+');
            out.push_str(locale.calling_code);
        }
    }
    if style == PhoneStyle::International {
        out.push(' ');
    }
    out.push_str(area);
    match (style, american) {
        _ if in_brackets => out.push_str(") "),
        (PhoneStyle::E164, _) => {}
        (_, true) => out.push('-'),
        _ if !area.is_empty() => out.push(' '),
        _ => {}
    }
    let start = out.len();
    pattern::push_nth(out, tail, n);
    if style == PhoneStyle::E164 {
        keep_digits(out, start);
    }
}

/// Drops what is no digit from `out[start..]`, in place.
fn keep_digits(out: &mut String, start: usize) {
    let mut at = start;
    while at < out.len() {
        if out.as_bytes()[at].is_ascii_digit() {
            at += 1;
        } else {
            out.remove(at);
        }
    }
}
