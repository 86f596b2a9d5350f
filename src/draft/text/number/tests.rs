use super::*;

fn text_of(language: Language, prose: &str) -> Option<String> {
    let text = Text::new(prose).in_language(language);
    let found = number(&text, 0)?;
    Some(format!("{}{}", found.value.text, &prose[text.bytes(0..found.end).end..]))
}

#[test]
fn figures_are_read_by_language() {
    for (language, prose, number) in [
        (Language::En, "2,000", "2000"),
        (Language::En, "2,000,000.5", "2000000.5"),
        (Language::En, "2.000", "2"),
        (Language::En, "12.5", "12.5"),
        (Language::En, "12,5", "12.5"),
        (Language::En, "1'000", "1000"),
        (Language::En, "1’000’000", "1000000"),
        (Language::En, "2 000 rows", "2000 rows"),
        (Language::En, "20k", "20000"),
        (Language::En, "1.5M", "1500000"),
        (Language::En, "1.5 M", "1500000"),
        (Language::En, "3bn", "3000000000"),
        (Language::En, "1e6", "1000000"),
        (Language::En, "1.5e-3", "0.0015"),
        (Language::En, "-20", "-20"),
        (Language::En, ".5", "0.5"),
        (Language::En, "2½", "2.5"),
        (Language::En, "20 thousand", "20000"),
        (Language::En, "1.5 million rows", "1500000 rows"),
        (Language::En, "2 and a half million", "2500000"),
        (Language::En, "3 dozen", "36"),
        (Language::En, "5 hundred thousand", "500000"),
        (Language::En, "2,000 members", "2000 members"),
        (Language::De, "2.000", "2000"),
        (Language::De, "2.000.000,5", "2000000.5"),
        (Language::De, "12,5", "12.5"),
        (Language::De, "1,5 Mio. Zeilen", "1500000 Zeilen"),
        (Language::De, "2 Millionen", "2000000"),
        (Language::De, "1,250", "1.25"),
        (Language::Fr, "2 000 lignes", "2000 lignes"),
        (Language::Fr, "2\u{202f}000,5", "2000.5"),
        (Language::Es, "2 mil", "2000"),
        (Language::Pt, "1,5 milhões", "1500000"),
        (Language::It, "3 milioni", "3000000"),
    ] {
        assert_eq!(text_of(language, prose).as_deref(), Some(number), "{prose}");
    }
}

#[test]
fn number_words_are_read_in_six_languages() {
    for (language, prose, number) in [
        (Language::En, "twelve", "12"),
        (Language::En, "twenty-five", "25"),
        (Language::En, "twenty five", "25"),
        (Language::En, "a hundred", "100"),
        (Language::En, "hundred rows", "100 rows"),
        (Language::En, "one hundred and fifty", "150"),
        (Language::En, "twelve hundred", "1200"),
        (Language::En, "two thousand five hundred", "2500"),
        (Language::En, "three hundred thousand", "300000"),
        (Language::En, "two hundred and fifty thousand", "250000"),
        (Language::En, "two and a half million", "2500000"),
        (Language::En, "half a million", "500000"),
        (Language::En, "half-million", "500000"),
        (Language::En, "a quarter of a million", "250000"),
        (Language::En, "three quarters of a million", "750000"),
        (Language::En, "a million", "1000000"),
        (Language::En, "one and a half thousand", "1500"),
        (Language::En, "two dozen", "24"),
        (Language::En, "half a dozen", "6"),
        (Language::En, "a dozen eggs", "12 eggs"),
        (Language::En, "one hundred and two hundred", "100 and two hundred"),
        (Language::En, "one thousand and two thousand", "1000 and two thousand"),
        (Language::En, "five and ten", "5 and ten"),
        (Language::En, "twenty a day", "20 a day"),
        (Language::En, "two point five", "2.5"),
        (Language::En, "minus twenty", "-20"),
        (Language::En, "nine hundred ninety-nine thousand nine hundred and ninety-nine", "999999"),
        (Language::De, "zwanzig", "20"),
        (Language::De, "einundzwanzig", "21"),
        (Language::De, "zweitausendfünfhundert", "2500"),
        (Language::De, "dreihundertfünfzigtausend", "350000"),
        (Language::De, "hundert", "100"),
        (Language::De, "einhundertfünfundzwanzig", "125"),
        (Language::De, "eine halbe Million", "500000"),
        (Language::De, "zweieinhalb Millionen", "2500000"),
        (Language::De, "anderthalb", "1.5"),
        (Language::De, "eine Million", "1000000"),
        (Language::De, "zwei Dutzend", "24"),
        (Language::De, "fünf und zwanzig", "5 und zwanzig"),
        (Language::De, "dreissig", "30"),
        (Language::Fr, "deux cent cinquante", "250"),
        (Language::Fr, "quatre-vingt-dix-sept", "97"),
        (Language::Fr, "quatre-vingts", "80"),
        (Language::Fr, "soixante et onze", "71"),
        (Language::Fr, "soixante-quinze", "75"),
        (Language::Fr, "vingt et un", "21"),
        (Language::Fr, "mille deux cents", "1200"),
        (Language::Fr, "deux mille cinq cents", "2500"),
        (Language::Fr, "un million et demi", "1500000"),
        (Language::Fr, "un demi-million", "500000"),
        (Language::Fr, "une douzaine", "12"),
        (Language::Fr, "une centaine de clients", "100 de clients"),
        (Language::Fr, "vingt et trente", "20 et trente"),
        (Language::Es, "mil quinientos", "1500"),
        (Language::Es, "doscientos cincuenta", "250"),
        (Language::Es, "dos mil quinientos", "2500"),
        (Language::Es, "treinta y cinco", "35"),
        (Language::Es, "medio millón", "500000"),
        (Language::Es, "dos millones y medio", "2500000"),
        (Language::Es, "mil millones", "1000000000"),
        (Language::Es, "veintiuno", "21"),
        (Language::Es, "ciento veinte", "120"),
        (Language::It, "duemilacinquecento", "2500"),
        (Language::It, "venticinque", "25"),
        (Language::It, "ventuno", "21"),
        (Language::It, "centocinquanta", "150"),
        (Language::It, "mezzo milione", "500000"),
        (Language::It, "due milioni", "2000000"),
        (Language::It, "una dozzina", "12"),
        (Language::It, "trecentomila", "300000"),
        (Language::Pt, "mil e quinhentos", "1500"),
        (Language::Pt, "duzentos e cinquenta", "250"),
        (Language::Pt, "dois mil e quinhentos", "2500"),
        (Language::Pt, "vinte e cinco", "25"),
        (Language::Pt, "meio milhão", "500000"),
        (Language::Pt, "meia dúzia", "6"),
        (Language::Pt, "vinte e trinta", "20 e trinta"),
    ] {
        assert_eq!(text_of(language, prose).as_deref(), Some(number), "{prose}");
    }
}

#[test]
fn approximations_and_percent_belong_to_the_number() {
    for (prose, number_text, percent) in [
        ("about 20", "20", false),
        ("~500 rows", "500", false),
        ("roughly two hundred", "200", false),
        ("ca. 20", "20", false),
        ("approx. 5%", "5", true),
        ("200 or so", "200", false),
    ] {
        let found = number(&Text::new(prose), 0).expect(prose).value;
        assert_eq!((found.text.as_str(), found.percent, found.is_approximate), (number_text, percent, true), "{prose}");
    }
    for prose in ["10%", "10 %", "10 percent", "ten per cent"] {
        let found = number(&Text::new(prose), 0).expect(prose).value;
        assert_eq!((found.text.as_str(), found.percent, found.is_approximate), ("10", true, false), "{prose}");
    }
}

#[test]
fn what_is_no_number_is_none() {
    for prose in [
        "members",
        "a member",
        "2024-07-01",
        "12:30",
        "7th",
        "9am",
        "INV/2023/0042",
        "half",
        "a",
        "and five",
        "once",
        "1.2.3",
        "4x4",
    ] {
        assert_eq!(text_of(Language::En, prose), None, "{prose}");
    }
}

#[test]
fn counts_are_whole_and_vague_ones_have_a_default() {
    let of = |prose: &str| count(&Text::new(prose), 0).map(|found| found.value);
    for (prose, value) in
        [("2.000 members", 2000), ("10m rows", 10_000_000), ("1.5m rows", 1_500_000), ("two dozen", 24), ("0", 0)]
    {
        assert_eq!(of(prose), Some(value), "{prose}");
    }
    for prose in ["2.5 kg", "10%", "-3", "10kg", "a few hundred", "several"] {
        assert_eq!(of(prose), None, "{prose}");
    }
    let of = |prose: &str| vague(&Text::new(prose), 0).map(|found| (found.value.default, found.end));
    for (prose, found) in [
        ("a few hundred users", (300, 3)),
        ("several thousand users", (5000, 2)),
        ("a couple of thousand users", (2000, 4)),
        ("dozens of users", (50, 2)),
        ("a handful of shops", (5, 3)),
        ("hundreds of thousands of users", (500_000, 4)),
    ] {
        assert_eq!(of(prose), Some(found), "{prose}");
    }
    assert_eq!(of("five"), None);
}
