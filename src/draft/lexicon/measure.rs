//! Units in names (`weight in kg`, `unit price (EUR)`, `duration_minutes`) -> the name without them, and numbers in that unit.

use super::making::Making;
use crate::draft::ir::{Column, ColumnType};

/// A unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    /// Its symbol as the end of a name; empty for currencies, which names do not repeat.
    pub symbol: &'static str,
    /// Units of one kind can be turned into each other; `money` for currencies.
    pub kind: &'static str,
    /// How many of the kind's base unit it is.
    pub factor: f64,
    /// How it is written: words and signs.
    names: &'static [&'static str],
}

const fn unit(symbol: &'static str, kind: &'static str, factor: f64, names: &'static [&'static str]) -> Unit {
    Unit { symbol, kind, factor, names }
}

/// All units.
const UNITS: &[Unit] = &[
    unit("mg", "mass", 1e-6, &["mg", "milligram", "milligrams", "milligramm"]),
    unit("g", "mass", 1e-3, &["g", "gram", "grams", "gramm", "grammes", "gramos", "grammi", "gramas"]),
    unit("kg", "mass", 1.0, &["kg", "kilo", "kilos", "kilogram", "kilograms", "kilogramm", "kilogrammes"]),
    unit("t", "mass", 1e3, &["t", "tonne", "tonnes", "tons", "tonnen"]),
    unit("lb", "mass", 0.45359237, &["lb", "lbs", "pound weight"]),
    unit("oz", "mass", 0.0283495, &["oz", "ounce", "ounces"]),
    unit("mm", "length", 1e-3, &["mm", "millimetre", "millimetres", "millimeter", "millimeters"]),
    unit("cm", "length", 1e-2, &["cm", "centimetre", "centimetres", "centimeter", "centimeters", "zentimeter"]),
    unit("m", "length", 1.0, &["m", "metre", "metres", "meter", "meters", "mètres", "metros", "metri"]),
    unit("km", "length", 1e3, &["km", "kilometre", "kilometres", "kilometer", "kilometers", "kilomètres"]),
    unit("mi", "length", 1609.344, &["mi", "mile", "miles", "meilen", "millas"]),
    unit("nmi", "length", 1852.0, &["nmi", "nautical miles", "nautical mile"]),
    unit("ly", "space", 1.0, &["ly", "light years", "light-years"]),
    unit("hands", "horses", 1.0, &["hands"]),
    unit("kn", "knots", 1.0, &["knots", "kn", "knoten"]),
    unit("acres", "area", 4046.86, &["acre", "acres"]),
    unit("gal", "volume", 3.78541, &["gallon", "gallons", "gal"]),
    unit("ft", "length", 0.3048, &["ft", "feet"]),
    unit("in", "length", 0.0254, &["inch", "inches", "zoll", "pouces"]),
    unit("m2", "area", 1.0, &["m2", "m²", "sqm", "square metres", "square meters", "quadratmeter", "qm"]),
    unit("sqft", "area", 0.092903, &["sqft", "sq ft", "square feet"]),
    unit("ha", "area", 1e4, &["ha", "hectare", "hectares", "hektar"]),
    unit("ml", "volume", 1e-3, &["ml", "millilitre", "millilitres", "milliliter", "milliliters"]),
    unit("l", "volume", 1.0, &["l", "litre", "litres", "liter", "liters", "litros", "litri"]),
    unit("m3", "volume", 1e3, &["m3", "m³", "cubic metres", "cubic meters", "kubikmeter"]),
    unit("c", "temperature", 1.0, &["c", "°c", "celsius", "degrees celsius", "grad celsius", "degrees c", "grad"]),
    unit("f", "temperature", 1.8, &["f", "°f", "fahrenheit", "degrees fahrenheit", "degrees f"]),
    unit("k", "kelvin", 1.0, &["kelvin"]),
    unit("ms", "time", 1e-3, &["ms", "msec", "millisecond", "milliseconds", "millisekunden"]),
    unit("s", "time", 1.0, &["s", "sec", "secs", "second", "seconds", "sekunden", "secondes", "segundos", "secondi"]),
    unit("minutes", "time", 60.0, &["min", "mins", "minute", "minutes", "minuten", "minutos", "minuti"]),
    unit("hours", "time", 3600.0, &["h", "hr", "hrs", "hour", "hours", "stunden", "heures", "horas", "ore"]),
    unit("days", "span", 1.0, &["d", "day", "days", "tage", "tagen", "jours", "días", "giorni", "dias"]),
    unit("weeks", "span", 7.0, &["week", "weeks", "wochen", "semaines", "semanas", "settimane"]),
    unit("months", "span", 30.4375, &["month", "months", "monate", "monaten", "mois", "meses", "mesi"]),
    unit(
        "years",
        "time",
        31557600.0,
        &["year", "years", "yrs", "jahre", "jahren", "ans", "années", "años", "anni", "anos"],
    ),
    unit(
        "pct",
        "share",
        1.0,
        &["%", "percent", "per cent", "pct", "prozent", "pour cent", "por ciento", "percento", "por cento"],
    ),
    unit("kwh", "energy", 1.0, &["kwh", "kilowatt hours", "kilowattstunden"]),
    unit("mwh", "energy", 1e3, &["mwh"]),
    unit("wh", "energy", 1e-3, &["wh"]),
    unit("kcal", "food energy", 1.0, &["kcal", "cal", "calories", "kalorien"]),
    unit("w", "power", 1.0, &["w", "watt", "watts"]),
    unit("kw", "power", 1e3, &["kw", "kilowatt", "kilowatts"]),
    unit("mw", "power", 1e6, &["mw", "megawatt", "megawatts"]),
    unit("v", "voltage", 1.0, &["v", "volt", "volts"]),
    unit("a", "current", 1.0, &["ampere", "amperes", "amps"]),
    unit("hz", "frequency", 1.0, &["hz", "hertz"]),
    unit("hpa", "pressure", 1.0, &["hpa", "mbar", "hectopascal"]),
    unit("bar", "bar", 1.0, &["bar"]),
    unit("psi", "bar", 14.5038, &["psi"]),
    unit("kmh", "speed", 1.0, &["km/h", "kmh", "kph"]),
    unit("mph", "speed", 0.621371, &["mph"]),
    unit("ms", "wind", 1.0, &["m/s"]),
    unit("bytes", "data", 1.0, &["b", "byte", "bytes"]),
    unit("kb", "data", 1e3, &["kb", "kilobyte", "kilobytes"]),
    unit("mb", "data", 1e6, &["mb", "megabyte", "megabytes"]),
    unit("gb", "data", 1e9, &["gb", "gigabyte", "gigabytes"]),
    unit("mbps", "bandwidth", 1.0, &["mbps", "mbit/s", "mbit"]),
    unit("db", "sound", 1.0, &["db", "decibel", "decibels"]),
    unit("ppm", "ppm", 1.0, &["ppm"]),
    unit("lux", "light", 1.0, &["lux", "lx"]),
    unit("rpm", "rotation", 1.0, &["rpm"]),
    unit("bpm", "pulse", 1.0, &["bpm"]),
    unit("mmhg", "blood pressure", 1.0, &["mmhg"]),
    unit("mgdl", "concentration", 1.0, &["mg/dl", "mgdl"]),
    unit("mm", "rain", 1.0, &["mm rain"]),
    unit(
        "",
        "money",
        1.0,
        &["eur", "euro", "euros", "€", "usd", "dollar", "dollars", "us$", "$", "gbp", "pounds", "£", "chf"],
    ),
    unit(
        "",
        "money",
        1.0,
        &["francs", "franken", "yen", "¥", "jpy", "cad", "aud", "sek", "nok", "dkk", "pln", "inr", "brl", "mxn"],
    ),
];

/// How numbers of a kind are made where the name says nothing else, in the kind's base unit; of some units, in that unit.
const DEFAULTS: &[(&str, &str)] = &[
    ("mm", "number float dist=lognormal median=8 p95=60 min=0 max=300 round=1"),
    ("mass", "number float dist=lognormal median=2 p95=30 min=0.05 max=200 round=2"),
    ("length", "number float dist=lognormal median=10 p95=100 min=0.1 max=1000 round=2"),
    ("area", "number float dist=lognormal median=80 p95=220 min=15 max=600 round=1"),
    ("volume", "number float dist=lognormal median=5 p95=50 min=0.1 max=200 round=2"),
    ("temperature", "number float dist=normal mean=15 sd=8 min=-20 max=45 round=1"),
    ("kelvin", "number float dist=normal mean=290 sd=8 min=250 max=320 round=1"),
    ("time", "number integer dist=lognormal median=1800 p95=7200 min=60 max=28800"),
    ("days", "number integer dist=lognormal median=14 p95=90 min=1 max=365"),
    ("weeks", "number integer dist=lognormal median=6 p95=30 min=1 max=104"),
    ("months", "number integer dist=lognormal median=12 p95=48 min=1 max=120"),
    ("years", "number integer dist=lognormal median=5 p95=25 min=1 max=60"),
    ("t", "number float dist=lognormal median=12 p95=60 min=0.5 max=400 round=1"),
    ("km", "number float dist=lognormal median=12 p95=120 min=0.3 max=1500 round=1"),
    ("mi", "number float dist=lognormal median=8 p95=80 min=0.2 max=1000 round=1"),
    ("nmi", "number float dist=lognormal median=18 p95=60 min=2 max=400 round=1"),
    ("ha", "number float dist=lognormal median=6 p95=60 min=0.2 max=900 round=1"),
    ("acres", "number float dist=lognormal median=12 p95=150 min=0.5 max=2000 round=1"),
    ("gb", "number float dist=lognormal median=12 p95=200 min=0.1 max=2000 round=1"),
    ("mb", "number float dist=lognormal median=8 p95=250 min=0.1 max=4000 round=1"),
    ("kw", "number float dist=lognormal median=11 p95=150 min=0.5 max=900 round=1"),
    ("mw", "number float dist=lognormal median=3 p95=40 min=0.1 max=900 round=2"),
    ("space", "number float dist=lognormal median=90 p95=3000 min=4 max=50000 round=1"),
    ("horses", "number float dist=normal mean=15.5 sd=1 min=10 max=19 round=1"),
    ("knots", "number float dist=normal mean=14 sd=6 min=0 max=45 round=1"),
    ("share", "number float min=0 max=100 round=1"),
    ("energy", "number float dist=lognormal median=8 p95=40 min=0.1 max=200 round=2"),
    ("food energy", "number integer dist=lognormal median=350 p95=900 min=20 max=2000"),
    ("power", "number integer dist=lognormal median=900 p95=3000 min=5 max=12000"),
    ("voltage", "number float dist=normal mean=230 sd=3 min=210 max=250 round=1"),
    ("current", "number float dist=lognormal median=4 p95=16 min=0.1 max=32 round=2"),
    ("frequency", "number float dist=normal mean=50 sd=0.05 min=49.5 max=50.5 round=2"),
    ("pressure", "number float dist=normal mean=1013 sd=9 min=960 max=1050 round=1"),
    ("bar", "number float dist=normal mean=3 sd=0.8 min=0.5 max=8 round=2"),
    ("speed", "number float dist=normal mean=60 sd=25 min=0 max=180 round=1"),
    ("wind", "number float dist=gamma shape=2 scale=2.2 min=0 max=35 round=1"),
    ("data", "number integer dist=lognormal median=400000 p95=20000000 min=200 max=2000000000"),
    ("bandwidth", "number float dist=lognormal median=50 p95=400 min=0.5 max=1000 round=1"),
    ("sound", "number float dist=normal mean=55 sd=12 min=20 max=110 round=1"),
    ("ppm", "number integer dist=lognormal median=600 p95=1400 min=380 max=4000"),
    ("light", "number integer dist=lognormal median=300 p95=8000 min=0 max=80000"),
    ("rotation", "number integer dist=normal mean=1800 sd=500 min=0 max=6500"),
    ("pulse", "number integer dist=normal mean=74 sd=12 min=42 max=180"),
    ("blood pressure", "number integer dist=normal mean=122 sd=15 min=85 max=200"),
    ("concentration", "number float dist=normal mean=95 sd=18 min=55 max=320 round=1"),
    ("rain", "number float dist=exponential mean=2 max=80 zero=0.6 round=1"),
    ("money", "number decimal dist=lognormal median=60 p95=500 min=1 max=5000"),
];

/// A name without what stands in brackets behind it.
pub fn before_brackets(name: &str) -> &str {
    match name.find(['(', '[']) {
        Some(open) if !name[..open].trim().is_empty() => name[..open].trim(),
        _ => name,
    }
}

/// A name without its unit, and the unit: `weight in kg` -> `weight`, kg.
pub fn cut(name: &str) -> (String, Option<Unit>) {
    let name = name.trim();
    in_brackets(name)
        .or_else(|| behind_in(name))
        .or_else(|| at_the_end(name))
        .unwrap_or_else(|| (name.to_owned(), None))
}

/// `unit price (EUR)`, `temperature [°C]`. What else stands in brackets belongs to the name no more than a unit does.
fn in_brackets(name: &str) -> Option<(String, Option<Unit>)> {
    let open = name.find(['(', '['])?;
    let inside = name[open + 1..].trim_end_matches([')', ']']);
    let before = name[..open].trim();
    (!before.is_empty()).then(|| (before.to_owned(), named(inside)))
}

/// `duration in minutes`, `Dauer in Minuten`, `durée en minutes`.
fn behind_in(name: &str) -> Option<(String, Option<Unit>)> {
    [" in ", " en ", " em "].iter().find_map(|word| {
        let (before, unit) = name.rsplit_once(word)?;
        Some((before.trim().to_owned(), Some(named(unit)?)))
    })
}

/// `weight_kg`, `duration minutes`, `discount %`; a single letter only where it is no word.
fn at_the_end(name: &str) -> Option<(String, Option<Unit>)> {
    let cut = name.rfind([' ', '_', '-']).or_else(|| name.ends_with('%').then(|| name.len() - 2))?;
    let end = name[cut + 1..].trim();
    let plain =
        !matches!(end.to_lowercase().as_str(), "min" | "a" | "b" | "d" | "k" | "l" | "t" | "v" | "in" | "bar" | "grad");
    let plain = plain && !SAID_OTHERWISE.contains(&end.to_lowercase().as_str());
    Some((name[..cut].trim().to_owned(), Some(named(end).filter(|_| plain)?)))
}

/// Units that are nouns of their own at the end of a name: `birth year`, `opening days`.
const SAID_OTHERWISE: &[&str] = &[
    "year", "month", "day", "week", "hour", "minute", "second", "mile", "calories", "horas", "ore", "yen", "days",
    "years",
];

/// The unit of a word or sign.
pub fn named(word: &str) -> Option<Unit> {
    let word = word.trim().trim_end_matches('.').to_lowercase();
    UNITS.iter().find(|unit| unit.names.contains(&word.as_str())).copied()
}

/// Numbers of a kind where nothing else is known.
pub fn default_of(unit: Unit) -> Option<Making> {
    if let Some((_, line)) = DEFAULTS.iter().find(|(symbol, _)| *symbol == unit.symbol) {
        return Some(super::making::read(line));
    }
    let (_, line) = DEFAULTS.iter().find(|(kind, _)| *kind == unit.kind)?;
    let mut making = super::making::read(line);
    rescale(&mut making.column, 1.0 / unit.factor);
    offset(&mut making.column, unit);
    Some(making)
}

/// Turns numbers in a concept's own unit into another one. `false` when it is of another kind, or so large that
/// the concept cannot have been meant: a height in metres is no parcel's.
pub fn convert(making: &mut Making, unit: Unit) -> bool {
    match named(making.unit) {
        Some(own) if own.kind == unit.kind => {
            let mut column = making.column.clone();
            rescale(&mut column, own.factor / unit.factor);
            offset(&mut column, unit);
            let small = own.factor < unit.factor && middle(&column).is_some_and(|middle| middle < 0.7);
            making.column = column;
            !small || own.kind == "temperature"
        }
        _ => false,
    }
}

/// Where the middle of a column's numbers lies.
fn middle(column: &Column) -> Option<f64> {
    ["median", "mean", "max"].iter().find_map(|key| column.param(key)).and_then(|value| value.parse().ok())
}

/// Fahrenheit begins elsewhere.
fn offset(column: &mut Column, unit: Unit) {
    if unit.symbol != "f" {
        return;
    }
    for key in ["min", "max", "mean"] {
        if let Some(value) = column.param(key).and_then(|value| value.parse::<f64>().ok()) {
            column.set(key, short(value * 1.8 * 1.8 + 32.0));
        }
    }
    if let Some(value) = column.param("sd").and_then(|value| value.parse::<f64>().ok()) {
        column.set("sd", short(value * 1.8 * 1.8));
    }
}

/// Multiplies everything that has the unit.
fn rescale(column: &mut Column, factor: f64) {
    if factor == 1.0 || column.generator != "number" {
        return;
    }
    let scaled = match column.param("dist") {
        Some("gamma" | "weibull") => &["scale", "min", "max"][..],
        _ => &["min", "max", "mean", "sd", "median", "p95", "mode"][..],
    };
    for key in scaled {
        if let Some(value) = column.param(key).and_then(|value| value.parse::<f64>().ok()) {
            column.set(key, short(value * factor));
        }
    }
    if column.r#type == ColumnType::Integer && middle(column).is_some_and(|middle| middle < 10.0) {
        column.r#type = ColumnType::Float;
        column.set("round", "2");
    }
}

/// A number in three significant digits, without a tail of zeros.
fn short(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let digits = 2 - (value.abs().to_string().split('.').next().map_or(1, str::len) as i32 - 1);
    match digits {
        d if value.abs() >= 1.0 && d <= 0 => {
            let step = 10_i64.pow(d.unsigned_abs());
            ((value / step as f64).round() as i64 * step).to_string()
        }
        d if value.abs() >= 1.0 => trimmed(format!("{value:.0$}", d.unsigned_abs() as usize)),
        _ => trimmed(format!("{value:.4}")),
    }
}

fn trimmed(text: String) -> String {
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_cut_off_names() {
        for (name, rest, symbol) in [
            ("weight in kg", "weight", Some("kg")),
            ("unit price (EUR)", "unit price", Some("")),
            ("duration_minutes", "duration", Some("minutes")),
            ("temperature [°C]", "temperature", Some("c")),
            ("discount %", "discount", Some("pct")),
            ("birth year", "birth year", None),
            ("checked in", "checked in", None),
            ("signed in", "signed in", None),
            ("name (optional)", "name", None),
            ("vitamin b", "vitamin b", None),
        ] {
            let (left, unit) = cut(name);
            assert_eq!((left.as_str(), unit.map(|unit| unit.symbol)), (rest, symbol), "{name}");
        }
    }

    #[test]
    fn numbers_follow_the_unit() {
        let mut making = super::super::making::read("number float dist=normal mean=75 sd=14 min=40 max=160 in=kg");
        assert!(convert(&mut making, named("g").expect("a unit")));
        assert_eq!(making.column.param("mean"), Some("75000"));
        assert!(!convert(&mut making, named("cm").expect("a unit")));
        let warm = default_of(named("fahrenheit").expect("a unit")).expect("numbers");
        assert_eq!(warm.column.param("mean"), Some("59"));
        let minutes = default_of(named("min").expect("a unit")).expect("numbers");
        assert_eq!(minutes.column.param("median"), Some("30"));
    }
}
