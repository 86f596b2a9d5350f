//! Numbers that nobody has said: "a few", "several hundred", "dozens of".

use std::sync::LazyLock;

use super::super::language::Language::{De, Es, Fr, It, Pt};
use super::super::{Found, Phrases, Text};
use super::words::{Piece, piece};

/// A number of which only the size is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vague {
    /// A number that fits: what to assume, and to say that it was assumed.
    pub default: u64,
    /// The least that people mean by it.
    pub low: u64,
    /// The most that people mean by it.
    pub high: u64,
}

/// What fits, the least and the most; a scale may follow.
type Size = (u64, u64, u64);

const COUPLE: Size = (2, 2, 3);
const FEW: Size = (3, 2, 6);
const SEVERAL: Size = (5, 3, 9);
const HANDFUL: Size = (5, 3, 8);
const BUNCH: Size = (20, 5, 50);
const DOZENS: Size = (50, 24, 99);
const HUNDREDS: Size = (500, 200, 999);
const THOUSANDS: Size = (5_000, 2_000, 9_999);
const TENS_OF_THOUSANDS: Size = (50_000, 20_000, 99_999);
const HUNDREDS_OF_THOUSANDS: Size = (500_000, 200_000, 999_999);
const MILLIONS: Size = (2_000_000, 2_000_000, 9_999_999);
const MANY: Size = (1_000, 100, 100_000);

static SIZES: LazyLock<Phrases<Size>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, COUPLE, "a couple of|a couple|couple of|a pair of"),
        (None, FEW, "a few|a small number of|few|just a few|only a few"),
        (None, SEVERAL, "several|a half dozen or so|various"),
        (None, HANDFUL, "a handful of|handful of"),
        (None, BUNCH, "a bunch of"),
        (None, DOZENS, "dozens of|dozens"),
        (None, HUNDREDS, "hundreds of|hundreds"),
        (None, THOUSANDS, "thousands of|thousands"),
        (None, TENS_OF_THOUSANDS, "tens of thousands of|tens of thousands"),
        (None, HUNDREDS_OF_THOUSANDS, "hundreds of thousands of|hundreds of thousands"),
        (None, MILLIONS, "millions of|millions"),
        (None, MANY, "lots of|a lot of|plenty of|loads of|many|tons of|a large number of"),
        (Some(De), COUPLE, "ein paar|paar"),
        (Some(De), FEW, "wenige|einige wenige"),
        (Some(De), SEVERAL, "einige|mehrere|verschiedene|etliche"),
        (Some(De), HANDFUL, "eine handvoll|eine hand voll"),
        (Some(De), DOZENS, "dutzende|dutzende von"),
        (Some(De), HUNDREDS, "hunderte|hunderte von"),
        (Some(De), THOUSANDS, "tausende|tausende von"),
        (Some(De), TENS_OF_THOUSANDS, "zehntausende|zehntausende von"),
        (Some(De), MILLIONS, "millionen|millionen von"),
        (Some(De), MANY, "viele|jede menge|eine menge"),
        (Some(Fr), FEW, "quelques"),
        (Some(Fr), SEVERAL, "plusieurs|divers|diverses"),
        (Some(Fr), HANDFUL, "une poignee de"),
        (Some(Fr), DOZENS, "des dizaines de|des douzaines de"),
        (Some(Fr), HUNDREDS, "des centaines de|centaines de"),
        (Some(Fr), THOUSANDS, "des milliers de|milliers de"),
        (Some(Fr), MILLIONS, "des millions de|millions de"),
        (Some(Fr), MANY, "beaucoup de|de nombreux|de nombreuses"),
        (Some(Es), FEW, "unos pocos|unas pocas|pocos|pocas|algunos|algunas"),
        (Some(Es), SEVERAL, "varios|varias"),
        (Some(Es), COUPLE, "un par de"),
        (Some(Es), HANDFUL, "un punado de"),
        (Some(Es), DOZENS, "docenas de|decenas de"),
        (Some(Es), HUNDREDS, "cientos de|centenares de"),
        (Some(Es), THOUSANDS, "miles de|millares de"),
        (Some(Es), MILLIONS, "millones de"),
        (Some(Es), MANY, "muchos|muchas"),
        (Some(It), FEW, "pochi|poche|alcuni|alcune|qualche"),
        (Some(It), COUPLE, "un paio di|una coppia di"),
        (Some(It), SEVERAL, "diversi|diverse|parecchi|parecchie|vari|varie"),
        (Some(It), HANDFUL, "una manciata di"),
        (Some(It), DOZENS, "dozzine di|decine di"),
        (Some(It), HUNDREDS, "centinaia di"),
        (Some(It), THOUSANDS, "migliaia di"),
        (Some(It), MILLIONS, "milioni di"),
        (Some(It), MANY, "molti|molte|tanti|tante"),
        (Some(Pt), FEW, "poucos|poucas|alguns|algumas"),
        (Some(Pt), COUPLE, "um par de"),
        (Some(Pt), SEVERAL, "varios|varias|diversos|diversas"),
        (Some(Pt), HANDFUL, "um punhado de"),
        (Some(Pt), DOZENS, "duzias de|dezenas de"),
        (Some(Pt), HUNDREDS, "centenas de"),
        (Some(Pt), THOUSANDS, "milhares de"),
        (Some(Pt), MILLIONS, "milhoes de"),
        (Some(Pt), MANY, "muitos|muitas"),
    ])
});

/// The vague number that begins at a token, with a scale behind it: "a few", "several hundred", "a couple of thousand".
pub fn vague(text: &Text<'_>, at: usize) -> Option<Found<Vague>> {
    let from = super::about(text, at).unwrap_or(at);
    let (size, end) = SIZES.at(text, from)?;
    let factor = match piece(&text.plain(end), text.language) {
        Some(Piece::Hundred) => Some(100),
        Some(Piece::Scale(factor) | Piece::Dozen(factor) | Piece::Scales(factor) | Piece::Dozens(factor)) => {
            u64::try_from(factor).ok()
        }
        _ => None,
    };
    let (factor, end) = factor.map_or((1, end), |factor| (factor, end + 1));
    let (default, low, high) = size;
    let times = |value: u64| value.saturating_mul(factor);
    Some(Found { value: Vague { default: times(default), low: times(low), high: times(high) }, end })
}
