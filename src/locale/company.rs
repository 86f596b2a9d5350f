//! A locale and draws in, the fields of a company out.

use super::address::push_all;
use super::data::shared;
use super::text::capitalise;
use super::{Draws, Locale, Realism};

/// What a company is called: what the fields of one bundle share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompanyName {
    /// `Müller Logistik GmbH`: family name, noun, suffix.
    Noun(u32, u32, u32),
    /// `Smith & Parker Ltd`: two family names, suffix.
    Pair(u32, u32, u32),
}

impl CompanyName {
    /// Three of five have a noun, the others two names. Names are drawn evenly: companies bear rare names too.
    pub fn draw(locale: &Locale, draws: &mut Draws) -> Self {
        let with_noun = draws.below(5) < 3;
        let first = locale.last_names.pick(draws.bits());
        let suffix = locale.company_suffixes.pick_skewed(draws.bits());
        match with_noun {
            true => Self::Noun(first, locale.words.company_nouns.pick(draws.bits()), suffix),
            false => Self::Pair(first, other(locale, first, draws), suffix),
        }
    }

    /// The name at position `n` of [`name_capacity`]: family name, noun and suffix; `n` wraps.
    pub fn nth(locale: &Locale, n: u64) -> Self {
        let (names, nouns) = (locale.last_names.len() as u64, locale.words.company_nouns.len() as u64);
        let suffix = n / (names * nouns) % locale.company_suffixes.len() as u64;
        Self::Noun((n % names) as u32, (n / names % nouns) as u32, suffix as u32)
    }

    /// All of it in one number, for [`CompanyName::unpack`].
    #[inline]
    pub fn pack(self) -> u64 {
        let (kind, first, second, suffix) = match self {
            Self::Noun(first, noun, suffix) => (0, first, noun, suffix),
            Self::Pair(first, second, suffix) => (1, first, second, suffix),
        };
        kind << 60 | u64::from(first) << 40 | u64::from(second) << 20 | u64::from(suffix)
    }

    /// The name that [`CompanyName::pack`] gave.
    #[inline]
    pub fn unpack(packed: u64) -> Self {
        let part = |shift: u32| (packed >> shift) as u32 & 0xf_ffff;
        let (first, second, suffix) = (part(40), part(20), part(0));
        if packed >> 60 == 0 { Self::Noun(first, second, suffix) } else { Self::Pair(first, second, suffix) }
    }

    /// Appends the name. A family name that begins with a small letter (`van Dijk`) begins with a capital here.
    pub fn push(self, out: &mut String, locale: &Locale) {
        let (first, between, second, suffix) = match self {
            Self::Noun(first, noun, suffix) => (first, " ", locale.words.company_nouns.get(noun), suffix),
            Self::Pair(first, second, suffix) => (first, " & ", locale.last_names.get(second), suffix),
        };
        let suffix = locale.company_suffixes.get(suffix);
        for part in [locale.last_names.get(first), between, second] {
            let start = out.len();
            out.push_str(part);
            capitalise(out, start);
        }
        push_all(out, &[" ", suffix]);
    }

    /// Appends the host of the company's web site, such as `mueller-logistik.example`; under [`Realism::Wild`] below the
    /// country's top-level domain.
    pub fn push_host(self, out: &mut String, locale: &Locale, realism: Realism) {
        let (first, second) = match self {
            Self::Noun(first, noun, _) => (first, locale.words.company_nouns.folded(noun)),
            Self::Pair(first, second, _) => (first, locale.last_names.folded(second)),
        };
        let tld = match realism {
            Realism::Reserved => "example",
            Realism::Wild => locale.tld,
        };
        push_all(out, &[locale.last_names.folded(first), "-", second, ".", tld]);
    }
}

/// How many distinct names [`CompanyName::nth`] gives.
pub fn name_capacity(locale: &Locale) -> u64 {
    (locale.last_names.len() * locale.words.company_nouns.len() * locale.company_suffixes.len()) as u64
}

/// Any family name but `first`.
fn other(locale: &Locale, first: u32, draws: &mut Draws) -> u32 {
    let count = locale.last_names.len() as u64;
    ((u64::from(first) + 1 + draws.below(count - 1)) % count) as u32
}

/// Appends a catch phrase of three parts.
pub fn push_slogan(out: &mut String, locale: &Locale, draws: &mut Draws) {
    for (position, list) in locale.words.slogan.iter().enumerate() {
        if position > 0 {
            out.push(' ');
        }
        out.push_str(list.get(list.pick(draws.bits())));
    }
}

/// Local parts of a company's general mailbox.
const MAILBOXES: [&str; 5] = ["info", "office", "contact", "hello", "sales"];

/// Appends a general e-mail address at `host`.
pub fn push_email(out: &mut String, host: &str, draws: &mut Draws) {
    push_all(out, &[MAILBOXES[draws.below(5) as usize], "@", host]);
}

/// A brand: an invented name, as an index into [`brands`].
pub fn brand(bits: u64) -> u32 {
    shared::BRANDS.pick(bits)
}

/// The invented brands, which products bear as well.
pub fn brands() -> &'static super::list::List {
    &shared::BRANDS
}

/// Number of employees, skewed towards small companies: 1 to 9,999, median near 57.
pub fn employees(draws: &mut Draws) -> u32 {
    let decade = draws.below(100);
    let (low, high) = match decade {
        0..30 => (1, 10),
        30..68 => (10, 100),
        68..93 => (100, 1000),
        _ => (1000, 10_000),
    };
    low + draws.below(u64::from(high - low)) as u32
}
