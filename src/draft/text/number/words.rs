//! The number words of six languages as [`Piece`]s, and how long words are taken apart into them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::super::Language;

/// What a number word does to the number that is being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// Adds its value; what may be added behind it lies below the second number.
    Add(i128, i128),
    /// Times 100.
    Hundred,
    /// Times a thousand, a million.
    Scale(i128),
    /// As [`Piece::Scale`], only behind a number: "millions".
    Scales(i128),
    /// Times 12, and what other languages have of the kind.
    Dozen(i128),
    /// As [`Piece::Dozen`], only behind a number.
    Dozens(i128),
    /// Half of what follows.
    Half,
    /// And a half: "zweieinhalb".
    HalfMore,
    /// A quarter of what follows.
    Quarter,
    /// "and".
    And,
    /// "a", "un", "eine".
    Article,
    /// "of", before an article.
    Of,
    /// "point", before decimals.
    Point,
}

use Piece::{Add, And, Article, Dozen, Dozens, Half, HalfMore, Hundred, Of, Point, Quarter, Scale, Scales};

const K: i128 = 1_000;
const M: i128 = 1_000_000;
const G: i128 = 1_000_000_000;
const T: i128 = 1_000_000_000_000;

/// The other words of a language: what they do, and the words in plain letters.
type Others = &'static [(Piece, &'static str)];

/// Numbers from 0 on, one word each (several with `/`), then tens, then hundreds where they are words of their own.
struct Words {
    units: &'static str,
    tens: &'static str,
    hundreds: &'static str,
    others: Others,
}

const EN: Words = Words {
    units: "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    tens: "- - twenty thirty forty/fourty fifty sixty seventy eighty ninety",
    hundreds: "",
    others: &[
        (Hundred, "hundred"),
        (Scale(K), "thousand grand"),
        (Scale(M), "million mil"),
        (Scale(G), "billion bil"),
        (Scale(T), "trillion"),
        (Scale(100_000), "lakh"),
        (Scale(10_000_000), "crore"),
        (Scales(M), "millions"),
        (Scales(K), "thousands"),
        (Dozen(12), "dozen"),
        (Dozens(12), "dozens"),
        (Half, "half"),
        (Quarter, "quarter quarters"),
        (And, "and"),
        (Article, "a an"),
        (Of, "of"),
        (Point, "point"),
    ],
};

const DE: Words = Words {
    units: "null eins zwei/zwo drei vier funf/fuenf sechs sieben acht neun zehn elf zwolf/zwoelf dreizehn vierzehn funfzehn/fuenfzehn \
            sechzehn siebzehn achtzehn neunzehn",
    tens: "- - zwanzig dreissig/dreizig vierzig funfzig/fuenfzig sechzig siebzig achtzig neunzig",
    hundreds: "",
    others: &[
        (Hundred, "hundert"),
        (Scale(K), "tausend"),
        (Scale(M), "million mio mio."),
        (Scale(G), "milliarde mrd mrd."),
        (Scale(T), "billion"),
        (Scales(M), "millionen"),
        (Scales(G), "milliarden"),
        (Dozen(12), "dutzend"),
        (Half, "halb halbe halbes halben"),
        (HalfMore, "einhalb"),
        (And, "und"),
        (Article, "ein eine einen einem einer eines"),
    ],
};

const FR: Words = Words {
    units: "zero - deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    tens: "- - vingt/vingts trente quarante cinquante soixante septante huitante/octante nonante",
    hundreds: "",
    others: &[
        (Add(10, 10), "dix"),
        (Add(60, 20), "soixante"),
        (Hundred, "cent cents"),
        (Scale(K), "mille mil"),
        (Scale(M), "million"),
        (Scale(G), "milliard"),
        (Scales(M), "millions"),
        (Scales(G), "milliards"),
        (Dozen(12), "douzaine"),
        (Dozens(12), "douzaines"),
        (Dozen(10), "dizaine"),
        (Dozen(15), "quinzaine"),
        (Dozen(20), "vingtaine"),
        (Dozen(30), "trentaine"),
        (Dozen(40), "quarantaine"),
        (Dozen(50), "cinquantaine"),
        (Dozen(60), "soixantaine"),
        (Dozen(100), "centaine"),
        (Dozen(1000), "millier"),
        (Dozens(10), "dizaines"),
        (Dozens(100), "centaines"),
        (Dozens(1000), "milliers"),
        (Half, "demi demie"),
        (And, "et"),
        (Article, "un une d'un d'une l'un"),
    ],
};

const ES: Words = Words {
    units: "cero - dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho \
            diecinueve",
    tens: "- - veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    hundreds: "- cien/ciento doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas quinientos/quinientas \
               seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas novecientos/novecientas",
    others: &[
        (Add(21, 0), "veintiuno veintiun veintiuna"),
        (Add(22, 0), "veintidos"),
        (Add(23, 0), "veintitres"),
        (Add(24, 0), "veinticuatro"),
        (Add(25, 0), "veinticinco"),
        (Add(26, 0), "veintiseis"),
        (Add(27, 0), "veintisiete"),
        (Add(28, 0), "veintiocho"),
        (Add(29, 0), "veintinueve"),
        (Scale(K), "mil"),
        (Scale(M), "millon"),
        (Scale(T), "billon"),
        (Scales(M), "millones"),
        (Dozen(12), "docena"),
        (Dozens(12), "docenas"),
        (Dozen(10), "decena"),
        (Dozen(20), "veintena"),
        (Dozen(100), "centenar"),
        (Dozens(100), "centenares"),
        (Dozen(1000), "millar"),
        (Dozens(1000), "millares"),
        (Half, "medio media"),
        (And, "y"),
        (Article, "un una uno"),
        (Of, "de"),
    ],
};

const IT: Words = Words {
    units: "zero - due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette \
            diciotto diciannove",
    tens: "- - venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    hundreds: "",
    others: &[
        (Hundred, "cento"),
        (Scale(K), "mille"),
        (Scales(K), "mila"),
        (Scale(M), "milione"),
        (Scales(M), "milioni"),
        (Scale(G), "miliardo"),
        (Scales(G), "miliardi"),
        (Dozen(12), "dozzina"),
        (Dozens(12), "dozzine"),
        (Dozen(10), "decina"),
        (Dozen(20), "ventina"),
        (Dozen(30), "trentina"),
        (Dozen(50), "cinquantina"),
        (Dozen(100), "centinaio"),
        (Dozens(100), "centinaia"),
        (Dozen(1000), "migliaio"),
        (Dozens(1000), "migliaia"),
        (Half, "mezzo mezza"),
        (And, "e"),
        (Article, "un uno una un'"),
        (Of, "di"),
    ],
};

const PT: Words = Words {
    units: "zero - dois/duas tres quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze dezesseis/dezasseis \
            dezessete/dezassete dezoito dezenove/dezanove",
    tens: "- - vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    hundreds: "- cem/cento duzentos/duzentas trezentos/trezentas quatrocentos/quatrocentas quinhentos/quinhentas seiscentos/seiscentas \
               setecentos/setecentas oitocentos/oitocentas novecentos/novecentas",
    others: &[
        (Scale(K), "mil"),
        (Scale(M), "milhao"),
        (Scales(M), "milhoes"),
        (Scale(G), "bilhao"),
        (Scales(G), "bilhoes"),
        (Dozen(12), "duzia"),
        (Dozens(12), "duzias"),
        (Dozen(10), "dezena"),
        (Dozens(10), "dezenas"),
        (Dozen(100), "centena"),
        (Dozens(100), "centenas"),
        (Dozen(1000), "milhar"),
        (Dozens(1000), "milhares"),
        (Half, "meio meia"),
        (And, "e"),
        (Article, "um uma"),
        (Of, "de"),
    ],
};

/// Pieces that stand only within longer words: German "ein", Italian elisions.
const WITHIN: [(Language, Others); 2] = [
    (Language::De, &[(Add(1, 0), "ein eine")]),
    (
        Language::It,
        &[
            (Add(1, 0), "uno un"),
            (Add(20, 10), "vent"),
            (Add(30, 10), "trent"),
            (Add(40, 10), "quarant"),
            (Add(50, 10), "cinquant"),
            (Add(60, 10), "sessant"),
            (Add(70, 10), "settant"),
            (Add(80, 10), "ottant"),
            (Add(90, 10), "novant"),
            (Hundred, "cent"),
        ],
    ),
];

type Table = BTreeMap<&'static str, Piece>;

fn table(words: &Words) -> Table {
    let mut table = Table::new();
    let mut fill = |list: &'static str, piece: fn(i128) -> Piece| {
        for (value, forms) in list.split_whitespace().enumerate() {
            let forms = forms.split('/').filter(|form| *form != "-");
            table.extend(forms.map(|form| (form, piece(value as i128))));
        }
    };
    fill(words.units, |value| Add(value, 0));
    fill(words.tens, |value| Add(value * 10, 10));
    fill(words.hundreds, |value| Add(value * 100, 100));
    for (piece, list) in words.others {
        table.extend(list.split_whitespace().map(|word| (word, *piece)));
    }
    table
}

static TABLES: LazyLock<[Table; 6]> = LazyLock::new(|| [EN, DE, FR, ES, IT, PT].each_ref().map(table));

static COMPOUNDS: LazyLock<[(Language, Table); 2]> = LazyLock::new(|| {
    WITHIN.map(|(language, within)| {
        let mut table = TABLES[language as usize].clone();
        for (piece, list) in within {
            table.extend(list.split_whitespace().map(|word| (word, *piece)));
        }
        (language, table)
    })
});

/// The piece that a whole word is, in plain letters.
pub fn piece(word: &str, language: Language) -> Option<Piece> {
    let own = TABLES[language as usize].get(word);
    own.or_else(|| TABLES[Language::En as usize].get(word)).copied()
}

/// The pieces that a word in plain letters consists of, in a language: at its hyphens, and at none in German and Italian.
pub fn pieces(word: &str, language: Language) -> Option<Vec<Piece>> {
    let table = &TABLES[language as usize];
    if let Some(piece) = table.get(word) {
        return Some(vec![*piece]);
    }
    if word == "anderthalb" && language == Language::De {
        return Some(vec![Add(1, 0), HalfMore]);
    }
    if word.contains('-') {
        let parts: Option<Vec<Vec<Piece>>> = word.split('-').map(|part| pieces(part, language)).collect();
        return parts.map(|parts| parts.concat());
    }
    let (_, compounds) = COMPOUNDS.iter().find(|(known, _)| *known == language)?;
    let mut found = Vec::new();
    (word.len() <= 80 && take_apart(word, compounds, &mut found)).then_some(found)
}

/// Takes a word apart from its end backwards, longest pieces first: whether nothing is left.
fn take_apart(word: &str, table: &Table, found: &mut Vec<Piece>) -> bool {
    // Which beginnings of the word consist of pieces, and what the last of them is.
    let mut last: Vec<Option<(usize, Piece)>> = vec![None; word.len() + 1];
    let mut reached = vec![false; word.len() + 1];
    reached[0] = true;
    for from in 0..word.len() {
        if !reached[from] || !word.is_char_boundary(from) {
            continue;
        }
        for end in (from + 1..=word.len().min(from + 16)).filter(|end| word.is_char_boundary(*end)) {
            // The first that reaches an end is the longest.
            if let Some(piece) = table.get(&word[from..end]).filter(|_| !reached[end]) {
                (reached[end], last[end]) = (true, Some((from, *piece)));
            }
        }
    }
    let mut at = word.len();
    while let Some((from, piece)) = last[at] {
        found.push(piece);
        at = from;
    }
    found.reverse();
    at == 0 && found.len() > 1
}

/// Ordinals from the first on, in plain letters.
const ORDINALS: [(Language, &str); 6] = [
    (
        Language::En,
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth \
         seventeenth eighteenth nineteenth twentieth",
    ),
    (
        Language::De,
        "erste/ersten/erster/erstes zweite/zweiten/zweiter/zweites dritte/dritten/dritter/drittes vierte/vierten/viertes funfte/funften \
         sechste/sechsten siebte/siebten achte/achten neunte/neunten zehnte/zehnten elfte/elften zwolfte/zwolften",
    ),
    (
        Language::Fr,
        "premier/premiere deuxieme/second/seconde troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme",
    ),
    (
        Language::Es,
        "primero/primer/primera segundo/segunda tercero/tercer/tercera cuarto/cuarta quinto/quinta sexto/sexta septimo/septima \
         octavo/octava noveno/novena decimo/decima",
    ),
    (
        Language::It,
        "primo/prima secondo/seconda terzo/terza quarto/quarta quinto/quinta sesto/sesta settimo/settima ottavo/ottava nono/nona \
         decimo/decima",
    ),
    (
        Language::Pt,
        "primeiro/primeira segundo/segunda terceiro/terceira quarto/quarta quinto/quinta sexto/sexta setimo/setima oitavo/oitava \
         nono/nona decimo/decima",
    ),
];

/// The same by word, for each language.
static ORDINAL: LazyLock<[BTreeMap<&'static str, u32>; 6]> = LazyLock::new(|| {
    let mut ordinals = [const { BTreeMap::new() }; 6];
    for (language, list) in ORDINALS {
        for (forms, value) in list.split_whitespace().zip(1..) {
            ordinals[language as usize].extend(forms.split('/').map(|form| (form, value)));
        }
    }
    ordinals
});

/// The ordinal that a word in plain letters is.
pub fn ordinal(word: &str, language: Language) -> Option<u32> {
    let of = |wanted: Language| ORDINAL[wanted as usize].get(word).copied();
    of(language).or_else(|| of(Language::En))
}
