//! Words behind and before numbers -> units and currencies.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Found, Kind, Text};

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A measure by its short name: `kg`, `year`, `%`, `°C`.
    Measure(&'static str),
    /// Money by its ISO code.
    Money(&'static str),
}

impl Unit {
    /// The measure's name; empty for money.
    pub fn measure(self) -> &'static str {
        match self {
            Self::Measure(name) => name,
            Self::Money(_) => "",
        }
    }

    /// The currency's code.
    pub fn currency(self) -> Option<&'static str> {
        match self {
            Self::Money(code) => Some(code),
            Self::Measure(_) => None,
        }
    }
}

/// Short names of measures with the words for them, in plain letters; `+` stands for a space.
const MEASURES: &[(&str, &str)] = &[
    ("ms", "ms millisecond milliseconds millis millisekunden millisecondes milisegundos millisecondi"),
    ("us", "us µs microseconds microsecond"),
    ("s", "s sec sec. secs second seconds sekunde sekunden seconde secondes segundo segundos secondo secondi"),
    ("min", "min min. mins minute minutes minuten minuto minutos minuti"),
    ("h", "h hr hrs hour hours stunde stunden std std. heure heures hora horas ora ore"),
    ("day", "day days tag tage tagen jour jours dia dias giorno giorni"),
    ("week", "week weeks wk wks woche wochen semaine semaines semana semanas settimana settimane"),
    ("month", "month months monat monate monaten mois mes meses mese mesi"),
    ("quarter", "quarters quartale trimestres trimestri"),
    ("year", "year years yr yrs y/o yo jahr jahre jahren an ans annee annees ano anos anno anni"),
    ("decade", "decade decades"),
    ("kg", "kg kgs kilo kilos kilogram kilograms kilogramm kilogrammes kilogramos chili chilogrammi quilos"),
    ("g", "g gram grams gramm grammes gramme gramos grammi gramas"),
    ("mg", "mg milligram milligrams milligramm"),
    ("t", "ton tons tonne tonnes tonnen toneladas tonnellate"),
    ("lb", "lb lbs"),
    ("oz", "oz ounce ounces"),
    ("km", "km kilometer kilometers kilometre kilometres kilometern kilometros chilometri quilometros"),
    ("m", "m meter meters metre metres metern metros metri"),
    ("cm", "cm centimeter centimeters centimetre centimetres zentimeter centimetros centimetri"),
    ("mm", "mm millimeter millimeters millimetre millimetres milimetros millimetri"),
    ("mi", "mi mile miles meilen milles millas miglia milhas"),
    ("ft", "ft foot feet"),
    ("in", "inch inches zoll"),
    ("m²", "m² m2 sqm quadratmeter square+meters square+metres"),
    ("sqft", "sqft square+feet"),
    ("m³", "m³ m3 cubic+meters cubic+metres"),
    ("l", "l liter liters litre litres litros litri"),
    ("ml", "ml milliliter milliliters millilitre millilitres"),
    ("cl", "cl"),
    ("%", "% percent prozent"),
    ("°C", "°c celsius degrees+celsius degree+celsius degrees+c grad+celsius degres+celsius grados+celsius deg+c"),
    ("°F", "°f fahrenheit degrees+fahrenheit degrees+f"),
    ("degree", "° degrees degree grad degres grados gradi graus"),
    ("km/h", "km/h kmh kph"),
    ("mph", "mph"),
    ("m/s", "m/s"),
    ("B", "bytes byte"),
    ("KB", "kb kib kilobytes"),
    ("MB", "mb mib megabytes megabyte"),
    ("GB", "gb gib gigabytes gigabyte"),
    ("TB", "tb tib terabytes terabyte"),
    ("W", "watt watts"),
    ("kW", "kw kilowatt kilowatts"),
    ("kWh", "kwh"),
    ("V", "v volt volts"),
    ("A", "amp amps ampere amperes"),
    ("Hz", "hz hertz"),
    ("kHz", "khz"),
    ("MHz", "mhz"),
    ("GHz", "ghz"),
    ("bpm", "bpm"),
    ("rpm", "rpm"),
    ("hPa", "hpa"),
    ("mmHg", "mmhg"),
    ("bar", "bars"),
    ("ppm", "ppm"),
    ("px", "px pixels pixel"),
    ("dB", "db decibel decibels"),
    ("nm", "nm"),
    ("µm", "µm"),
    ("kcal", "kcal calories kilocalories"),
    ("ha", "ha hectares hektar hectare"),
    ("acre", "acres"),
    ("cent", "cents cent ct"),
];

/// Codes of currencies with the words and signs for them.
const MONEY: &[(&str, &str)] = &[
    ("EUR", "eur euro euros € euri"),
    ("USD", "usd dollar dollars bucks $ us$ dolares dollari dolar us+dollars us+$"),
    ("GBP", "gbp pound pounds quid £ sterling pounds+sterling livres+sterling british+pounds"),
    ("CHF", "chf franken swiss+francs francs+suisses sfr"),
    ("JPY", "jpy yen ¥"),
    ("CNY", "yuan renminbi rmb"),
    ("INR", "inr rupee rupees ₹ rs."),
    ("SEK", "sek kronor swedish+kronor"),
    ("NOK", "nok norwegian+kroner"),
    ("DKK", "dkk danish+kroner kroner"),
    ("PLN", "pln zloty zlotys złoty zł"),
    ("CZK", "czk koruna korunas"),
    ("HUF", "huf forint forints"),
    ("BRL", "brl reais r+$"),
    ("MXN", "mxn pesos peso"),
    ("CAD", "cad canadian+dollars c+$ ca+$"),
    ("AUD", "aud australian+dollars au+$"),
    ("NZD", "nzd"),
    ("KRW", "krw won ₩"),
    ("RUB", "rub rubles roubles ₽"),
    ("TRY", "₺"),
    ("ZAR", "zar rand"),
    ("SGD", "sgd"),
    ("HKD", "hkd"),
    ("BTC", "btc bitcoin bitcoins"),
];

/// Units by their first word, with their second one.
static UNITS: LazyLock<BTreeMap<&'static str, Vec<(Option<&'static str>, Unit)>>> = LazyLock::new(|| {
    let measures = MEASURES.iter().map(|(name, words)| (Unit::Measure(name), *words));
    let money = MONEY.iter().map(|(code, words)| (Unit::Money(code), *words));
    let mut units: BTreeMap<&str, Vec<(Option<&str>, Unit)>> = BTreeMap::new();
    for (unit, words) in measures.chain(money) {
        for word in words.split_whitespace() {
            let (first, second) = word.split_once('+').map_or((word, None), |(first, second)| (first, Some(second)));
            let known = units.entry(first).or_default();
            let at = if second.is_some() { 0 } else { known.len() };
            known.insert(at, (second, unit));
        }
    }
    units
});

/// The unit of letters glued to a number: `kg`, `c`.
pub fn glued(letters: &str) -> Option<Unit> {
    match letters {
        "c" => Some(Unit::Measure("°C")),
        "f" => Some(Unit::Measure("°F")),
        "d" | "j" => Some(Unit::Measure("day")),
        "w" => Some(Unit::Measure("week")),
        "y" => Some(Unit::Measure("year")),
        "in" => Some(Unit::Measure("in")),
        "t" => Some(Unit::Measure("t")),
        "a" => Some(Unit::Measure("A")),
        "b" => Some(Unit::Measure("B")),
        letters => UNITS.get(letters)?.iter().find(|(second, _)| second.is_none()).map(|(_, unit)| *unit),
    }
}

/// The unit that begins at a token, "of age" and "old" included; hyphens before it are skipped: `30-day`.
pub fn unit(text: &Text<'_>, at: usize) -> Option<Found<Unit>> {
    let hyphen =
        text.is_mark(at, "-") && text.is_glued(at) && text.is_glued(at + 1) && text.kind(at + 1) == Some(Kind::Word);
    let at = at + usize::from(hyphen);
    if !matches!(text.kind(at)?, Kind::Word | Kind::Mark) {
        return None;
    }
    let units = UNITS.get(&*text.plain(at))?;
    let fits = |(second, _): &&(Option<&str>, Unit)| second.is_none_or(|second| text.plain(at + 1) == second);
    let (second, unit) = units.iter().find(fits)?;
    let end = at + 1 + usize::from(second.is_some());
    Some(Found { value: *unit, end: age(text, end).filter(|_| unit.measure() == "year").unwrap_or(end) })
}

/// The index behind "old", "of age".
fn age(text: &Text<'_>, at: usize) -> Option<usize> {
    match (&*text.plain(at), &*text.plain(at + 1)) {
        ("old" | "alt", _) => Some(at + 1),
        ("of", "age") => Some(at + 2),
        _ => None,
    }
}

/// The currency that begins at a token before a number: "$", "EUR", "US$".
pub fn currency(text: &Text<'_>, at: usize) -> Option<Found<&'static str>> {
    let found = unit(text, at)?;
    let code = found.value.currency()?;
    Some(Found { value: code, end: found.end })
}
