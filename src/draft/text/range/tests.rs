use super::*;
use crate::draft::text::Language;

/// A range as `min..max unit`, with what is left of the prose; `(` and `)` for ends that are out.
fn shown(language: Language, prose: &str) -> String {
    let text = Text::new(prose).in_language(language);
    let Some(found) = range(&text, 0) else { return "none".to_owned() };
    let Range { min, max, unit, currency, .. } = &found.value;
    let end = |end: &Option<Number>| end.as_ref().map_or(String::new(), |end| end.text.clone());
    let (low, high) =
        (if found.value.min_excluded { "(" } else { "" }, if found.value.max_excluded { ")" } else { "" });
    let rest = &prose[text.bytes(0..found.end).end..];
    let unit = currency.as_deref().unwrap_or(unit);
    format!("{low}{}..{}{high} {unit}|{rest}", end(min), end(max))
}

#[test]
fn ranges_are_read_in_many_forms() {
    for (prose, expected) in [
        ("from 16 to 67", "16..67 |"),
        ("between 1 and 5 euros", "1..5 EUR|"),
        ("16-67", "16..67 |"),
        ("16–67 years old", "16..67 year|"),
        ("16 - 67", "16..67 |"),
        ("at most 12.5", "..12.5 |"),
        ("1.99 to 49 euros", "1.99..49 EUR|"),
        ("up to 3 per day", "..3 | per day"),
        ("at least 2", "2.. |"),
        ("no more than 7", "..7 |"),
        ("over 18", "(18.. |"),
        ("under 65", "..65) |"),
        ("1 or 2 contracts", "1..2 | contracts"),
        ("one or two", "1..2 |"),
        ("$5–$20", "5..20 USD|"),
        ("$5-20", "5..20 USD|"),
        ("EUR 5 to EUR 20", "5..20 EUR|"),
        ("5€ to 20€", "5..20 EUR|"),
        ("£1,000 to £2,500", "1000..2500 GBP|"),
        ("exactly 3", "3..3 |"),
        ("1k-5k", "1000..5000 |"),
        ("5 to 20k", "5000..20000 |"),
        ("1 to 5 million", "1000000..5000000 |"),
        ("two to five million", "2000000..5000000 |"),
        ("0 to 5k", "0..5000 |"),
        ("between -20 and 45 degrees", "-20..45 degree|"),
        ("-40 to 85 °C", "-40..85 °C|"),
        ("from minus 20 to plus 45", "-20..45 |"),
        ("18+", "18.. |"),
        ("18 or more", "18.. |"),
        ("65 and above", "65.. |"),
        ("3 or fewer", "..3 |"),
        ("170 ± 8", "162..178 |"),
        ("170 cm plus or minus 8 cm", "162..178 cm|"),
        ("200 ± 10%", "180..220 |"),
        ("170 +/- 8 cm", "162..178 cm|"),
        ("5% to 10%", "5..10 %|"),
        ("5 to 10%", "5..10 %|"),
        ("0..100", "0..100 |"),
        (">= 5", "5.. |"),
        ("≤ 10 kg", "..10 kg|"),
        ("min 1, max 5", "1..5 |"),
        ("min. 1 max. 5", "1..5 |"),
        ("at least 2 and at most 9", "2..9 |"),
        ("minimum of 3 and a maximum of 8", "3..8 |"),
        ("more than 3 but fewer than 10", "(3..10) |"),
        ("anywhere from one to three", "1..3 |"),
        ("ranging from 10 to 20 minutes", "10..20 min|"),
        ("10GB to 2TB", "none"),
        ("10GB-20GB", "10..20 GB|"),
        ("10-20EUR", "10..20 EUR|"),
        ("30 to 90 for everyone", "30..90 | for everyone"),
        ("between a hundred and five hundred", "100..500 |"),
        ("between one hundred and fifty and two hundred", "150..200 |"),
        ("between one hundred and two thousand", "100..2000 |"),
        ("[1, 5]", "1..5 |"),
        ("about 5 to 10 rows", "5..10 | rows"),
        ("between 300 and 850", "300..850 |"),
        ("0.1 to 31.5 kg", "0.1..31.5 kg|"),
        ("from 5 euros", "5.. EUR|"),
        ("between US$ 5 and US$ 10", "5..10 USD|"),
        ("5 max", "..5 |"),
        ("twenty to thirty-five percent", "20..35 %|"),
        ("between 0 and 1", "0..1 |"),
        ("from 1 to 3", "1..3 |"),
    ] {
        assert_eq!(shown(Language::En, prose), expected, "{prose}");
    }
}

#[test]
fn ranges_are_read_in_other_languages() {
    for (language, prose, expected) in [
        (Language::De, "von 16 bis 67 Jahren", "16..67 year|"),
        (Language::De, "zwischen 1,99 und 49 Euro", "1.99..49 EUR|"),
        (Language::De, "1 bis 3 Verträge", "1..3 | Verträge"),
        (Language::De, "ein bis drei", "1..3 |"),
        (Language::De, "mindestens 2", "2.. |"),
        (Language::De, "höchstens 5", "..5 |"),
        (Language::De, "über 18", "(18.. |"),
        (Language::De, "18 oder mehr", "18.. |"),
        (Language::Fr, "de 1 à 3 contrats", "1..3 | contrats"),
        (Language::Fr, "entre 10 et 20 euros", "10..20 EUR|"),
        (Language::Fr, "d'un à trois", "1..3 |"),
        (Language::Fr, "au moins deux", "2.. |"),
        (Language::Fr, "au plus 12,5", "..12.5 |"),
        (Language::Es, "de 1 a 3", "1..3 |"),
        (Language::Es, "entre 10 y 20 euros", "10..20 EUR|"),
        (Language::Es, "entre veinte y treinta", "20..30 |"),
        (Language::Es, "al menos 2", "2.. |"),
        (Language::Es, "hasta 5", "..5 |"),
        (Language::It, "da 1 a 3", "1..3 |"),
        (Language::It, "tra 10 e 20", "10..20 |"),
        (Language::It, "almeno 2", "2.. |"),
        (Language::It, "al massimo 5", "..5 |"),
        (Language::Pt, "de 1 a 3", "1..3 |"),
        (Language::Pt, "entre 10 e 20", "10..20 |"),
        (Language::Pt, "pelo menos 2", "2.. |"),
        (Language::Pt, "no máximo 5", "..5 |"),
    ] {
        assert_eq!(shown(language, prose), expected, "{prose}");
    }
}

#[test]
fn what_is_no_range_is_none() {
    for prose in [
        "3",
        "3 contracts",
        "from Germany",
        "over the past",
        "min",
        "2024-07-01",
        "5 or 9",
        "10 - 5",
        "a - b",
        "up to date",
        "under test",
    ] {
        assert_eq!(shown(Language::En, prose), "none", "{prose}");
    }
}

#[test]
fn whole_numbers_lie_within() {
    let whole = |prose: &str| range(&Text::new(prose), 0).expect(prose).value.whole();
    assert_eq!(whole("more than 3 but fewer than 10"), (Some(4), Some(9)));
    assert_eq!(whole("0.5 to 2.5"), (Some(1), Some(2)));
}
