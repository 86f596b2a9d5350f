//! What every locale has to keep: well-formed data, values in their ranges.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::address::{self, Street};
use super::company::{self, CompanyName};
use super::data::{en, shared};
use super::finance::{self, IbanStyle};
use super::internet;
use super::list::List;
use super::person::{self, Name, Tail};
use super::phone::{self, PhoneStyle};
use super::product::{self, Product};
use super::{ALL, Draws, Locale, Realism, Sex, text};
use crate::random::{self, Key, RowId};

mod frozen;

use frozen::every_list;

const BOTH: [Realism; 2] = [Realism::Reserved, Realism::Wild];

fn draws(row: u64) -> Draws {
    Draws::new(Key::root(1, 7).row(RowId::root(row)))
}

fn written(write: impl FnOnce(&mut String)) -> String {
    let mut out = String::new();
    write(&mut out);
    out
}

/// Positions spread over a domain, its ends included.
fn positions(capacity: u64) -> impl Iterator<Item = u64> {
    (0..400).map(move |i| random::below(random::mix(i), capacity)).chain([0, capacity - 1])
}

#[test]
fn lists_hold_no_empty_broken_or_repeated_item() {
    for list in every_list() {
        assert!(list.len() > 0, "{}", list.name());
        let mut seen = BTreeSet::new();
        for item in list.items() {
            assert!(!item.is_empty() && !item.contains('\n') && !item.contains("  "), "{}: {item:?}", list.name());
            assert!(seen.insert(item), "{} repeats {item:?}", list.name());
        }
    }
}

#[test]
fn folded_names_are_plain_ascii() {
    for locale in ALL {
        let words = locale.words;
        let lists = locale.first_names.into_iter().chain([locale.last_names, words.company_nouns, &shared::BRANDS]);
        for list in lists {
            for index in 0..list.len() as u32 {
                let folded = list.folded(index);
                let plain = |b: u8| b.is_ascii_lowercase() || b == b'-';
                assert!(!folded.is_empty() && folded.bytes().all(plain), "{}: {folded}", list.get(index));
                assert!(!folded.starts_with('-') && !folded.ends_with('-'), "{folded}");
            }
        }
    }
}

#[test]
fn locales_are_large_enough_and_found_by_code() {
    for locale in ALL {
        assert_eq!(Locale::find(locale.code), Some(locale));
        assert_eq!(locale.code, format!("{}_{}", locale.language, locale.country_code));
        for sex in [Sex::Female, Sex::Male] {
            assert!(locale.first_names(sex).len() >= 240, "{}", locale.code);
        }
        assert!(locale.last_names.len() >= 500);
        assert!(locale.places.all().len() >= if locale.country_code == "US" { 100 } else { 60 });
        assert_eq!(locale.job_titles[0].len(), locale.job_titles[1].len());
    }
    assert_eq!(Locale::find("xx_XX"), None);
}

#[test]
fn products_and_colours_have_the_same_positions_in_every_language() {
    let reference = ALL[0].words;
    for locale in ALL {
        assert_eq!(locale.words.colours.len(), reference.colours.len());
        let shape = |words: &super::Words| -> Vec<_> {
            let categories = words.products.categories();
            categories.iter().map(|c| (c.price, c.things.len(), c.materials.len())).collect()
        };
        assert_eq!(shape(locale.words), shape(reference), "{}", locale.code);
    }
}

#[test]
fn picks_of_places_follow_the_number_of_inhabitants() {
    for locale in ALL {
        let places = locale.places;
        let total: f64 = places.all().iter().map(|place| f64::from(place.population)).sum();
        let largest = f64::from(places.get(0).population) / total;
        let hits = (0..20_000).filter(|&i| places.pick(random::mix(i)) == 0).count() as f64 / 20_000.0;
        assert!((hits - largest).abs() < 0.02, "{}: {hits} {largest}", locale.code);
        assert_eq!(places.pick(u64::MAX) as usize, places.all().len() - 1);
    }
}

#[test]
fn postal_codes_have_the_form_of_their_country_and_do_not_repeat() {
    for locale in ALL {
        for place in locale.places.all() {
            let capacity = address::postal_capacity(locale, place);
            for n in positions(capacity) {
                let code = written(|out| address::push_postal_code(out, locale, place, n));
                assert!(postal_form(locale, &code), "{} {code}", place.city);
            }
            let few = capacity.min(300);
            let distinct: BTreeSet<_> =
                (0..few).map(|n| written(|out| address::push_postal_code(out, locale, place, n))).collect();
            assert_eq!(distinct.len() as u64, few, "{}", place.city);
        }
    }
}

fn postal_form(locale: &Locale, code: &str) -> bool {
    let is = |form: &str| {
        let fits = |(c, kind): (u8, u8)| match kind {
            b'0' => c.is_ascii_digit(),
            b'A' => c.is_ascii_uppercase() && !b"FIOQSUY".contains(&c),
            mark => c == mark,
        };
        code.len() == form.len() && code.bytes().zip(form.bytes()).all(fits)
    };
    match locale.country_code {
        "GB" => british_form(code),
        "NL" => is("0000 AA"),
        "PT" => is("0000-000"),
        "BR" => is("00000-000") && code.as_bytes()[6] != b'9',
        _ => is("00000"),
    }
}

fn british_form(code: &str) -> bool {
    let Some((district, inward)) = code.split_once(' ') else { return false };
    let letters = district.bytes().take_while(u8::is_ascii_uppercase).count();
    let inward = inward.as_bytes();
    (1..=2).contains(&letters)
        && district[letters..].parse::<u8>().is_ok()
        && inward.len() == 3
        && inward[0].is_ascii_digit()
        && inward[1..].iter().all(|b| b.is_ascii_uppercase() && !b"CIKMOV".contains(b))
}

#[test]
fn a_postal_code_belongs_to_one_city_of_the_data() {
    for locale in ALL.into_iter().filter(|locale| locale.country_code != "GB") {
        let mut seen = BTreeSet::new();
        for place in locale.places.all() {
            for n in 0..place.postal_capacity() {
                let code = written(|out| place.push_postal(out, n));
                assert!(seen.insert(code.clone()), "{code} of {} is another city's", place.city);
            }
        }
    }
}

#[test]
fn places_lie_in_their_country_and_jitter_stays_near() {
    for locale in ALL {
        let (south, north, west, east) = match locale.country_code {
            "US" => (18.0, 72.0, -160.0, -66.0),
            "GB" => (49.9, 60.9, -8.2, 1.8),
            "DE" => (47.2, 55.1, 5.8, 15.1),
            "NL" => (50.7, 53.6, 3.3, 7.3),
            "ES" => (27.6, 43.9, -18.2, 4.4),
            "IT" => (36.6, 47.1, 6.6, 18.6),
            "PT" => (32.4, 42.2, -31.3, -6.1),
            "BR" => (-33.8, 5.3, -74.0, -34.7),
            _ => (41.3, 51.1, -5.2, 9.6),
        };
        for (i, place) in locale.places.all().iter().enumerate() {
            let (latitude, longitude) = address::coordinates(place, random::mix(i as u64), random::mix(!(i as u64)));
            assert!((south..north).contains(&latitude) && (west..east).contains(&longitude), "{}", place.city);
            assert!((latitude - place.latitude).abs() < 0.0301 && (longitude - place.longitude).abs() < 0.0301);
        }
    }
}

#[test]
fn reserved_telephone_numbers_are_those_of_the_regulators() {
    let ranges: [(&str, &[&str]); 9] = [
        (
            "DE",
            &[
                "+493023125",
                "+496990009",
                "+494066969",
                "+492214710",
                "+498999998",
                "+4917139200",
                "+49176040690",
                "+49152",
            ],
        ),
        (
            "GB",
            &[
                "+44207946",
                "+4411",
                "+44121496",
                "+44131496",
                "+44141496",
                "+44151496",
                "+44161496",
                "+44191498",
                "+442896496",
                "+442920180",
                "+447700900",
                "+441632960",
            ],
        ),
        ("US", &["+1"]),
        ("FR", &["+3319900", "+3326191", "+3335301", "+3346571", "+3353649", "+3363998"]),
        ("NL", &["+31"]),
        ("ES", &["+3479"]),
        ("IT", &["+3930"]),
        ("PT", &["+35199"]),
        ("BR", &["+55"]),
    ];
    for locale in ALL {
        let allowed = ranges.iter().find(|(country, _)| *country == locale.country_code).expect("every country").1;
        for place in locale.places.all().iter().map(Some).chain([None]) {
            for n in positions(phone::capacity(locale, place, Realism::Reserved)) {
                let number = written(|out| phone::push(out, locale, place, Realism::Reserved, PhoneStyle::E164, n));
                assert!(allowed.iter().any(|range| number.starts_with(range)), "{number}");
                assert!(locale.country_code != "US" || (number.len() == 12 && number[5..10] == *"55501"), "{number}");
                assert!(
                    locale.country_code != "BR" || (number.len() == 13 && number[5..].starts_with('6')),
                    "{number}"
                );
                let area = place.filter(|_| locale.country_code == "NL").map(|place| place.area_codes[0]);
                assert!(area.is_none_or(|area| number[3..].starts_with(&format!("{area}0"))), "{number}");
            }
        }
    }
}

#[test]
fn telephone_numbers_do_not_repeat_within_a_country() {
    for locale in ALL {
        let count = phone::capacity(locale, None, Realism::Reserved);
        let step = count.div_ceil(100_000);
        let distinct: BTreeSet<_> = (0..count / step)
            .map(|n| written(|out| phone::push(out, locale, None, Realism::Reserved, PhoneStyle::E164, n * step)))
            .collect();
        assert_eq!(distinct.len() as u64, count / step, "{}", locale.code);
        let least = match locale.country_code {
            "DE" => 5203,
            "GB" => 17_000,
            "US" => 18_000,
            "FR" => 60_000,
            _ => 1_000_000,
        };
        assert!(count >= least, "{}: {count}", locale.code);
    }
}

#[test]
fn telephone_numbers_are_written_as_the_country_does() {
    let number = |code: &str, place: usize, style| {
        let locale = Locale::find(code).expect("known");
        written(|out| phone::push(out, locale, Some(&locale.places.all()[place]), Realism::Reserved, style, 42))
    };
    assert_eq!(number("en_US", 0, PhoneStyle::International), "+1 212-555-0142");
    assert_eq!(number("en_US", 0, PhoneStyle::National), "(212) 555-0142");
    assert_eq!(number("de_DE", 0, PhoneStyle::International), "+49 30 23125 042");
    assert_eq!(number("de_DE", 0, PhoneStyle::National), "030 23125 042");
    assert_eq!(number("de_DE", 0, PhoneStyle::E164), "+493023125042");
    assert_eq!(number("en_GB", 0, PhoneStyle::National), "020 7946 0042");
    assert_eq!(number("fr_FR", 0, PhoneStyle::National), "01 99 00 00 42");
    assert_eq!(number("nl_NL", 0, PhoneStyle::International), "+31 20 000 0042");
    assert_eq!(number("nl_NL", 21, PhoneStyle::National), "0318 000042");
    assert_eq!(number("es_ES", 0, PhoneStyle::International), "+34 790 000 042");
    assert_eq!(number("it_IT", 0, PhoneStyle::International), "+39 300 000 0042");
    assert_eq!(number("pt_PT", 0, PhoneStyle::National), "990 000 042");
    assert_eq!(number("pt_BR", 0, PhoneStyle::International), "+55 11 6000-0042");
    assert_eq!(number("pt_BR", 0, PhoneStyle::National), "(11) 6000-0042");
}

#[test]
fn wild_telephone_numbers_have_the_length_of_their_country() {
    for locale in ALL {
        for place in locale.places.all().iter().map(Some).chain([None]) {
            for n in positions(phone::capacity(locale, place, Realism::Wild)).step_by(40) {
                let number = written(|out| phone::push(out, locale, place, Realism::Wild, PhoneStyle::E164, n));
                let length = number.len() - 1 - locale.calling_code.len();
                let allowed = match locale.country_code {
                    "DE" => 9..=11,
                    "BR" => 11..=11,
                    "NL" | "ES" | "PT" => 9..=9,
                    _ => 9..=10,
                };
                assert!(allowed.contains(&length), "{} {number}", locale.code);
            }
        }
    }
}

/// MOD 97-10 by the textbook: rearrange, spell out letters, divide a long number.
fn iban_remainder(iban: &str) -> u32 {
    let (head, tail) = iban.split_at(4);
    let spelled = tail.chars().chain(head.chars()).fold(String::new(), |mut text, c| {
        write!(text, "{}", c.to_digit(36).expect("alphanumeric")).expect("a String takes all");
        text
    });
    spelled.bytes().fold(0, |rest, digit| (rest * 10 + u32::from(digit - b'0')) % 97)
}

#[test]
fn ibans_check_out_and_hold_their_bank_and_account() {
    for locale in ALL.into_iter().filter(|locale| locale.country_code != "US") {
        let lengths = [("DE", 22), ("GB", 22), ("FR", 27), ("NL", 18), ("ES", 24), ("IT", 27), ("PT", 25), ("BR", 29)];
        let length = lengths.iter().find(|row| row.0 == locale.country_code);
        for realism in BOTH {
            for n in positions(finance::account_capacity(locale, realism)) {
                let iban = written(|out| assert!(finance::push_iban(out, locale, realism, IbanStyle::Electronic, n)));
                assert_eq!((iban.len(), iban_remainder(&iban)), (length.expect("known").1, 1), "{iban}");
                let account = written(|out| finance::push_account_number(out, locale, n));
                let bank = written(|out| finance::push_bank_code(out, locale, realism, n)).replace(['-', ' '], "");
                let at = match locale.country_code {
                    "GB" => 8,
                    "IT" => 5,
                    _ => 4,
                };
                let rest = iban[at..].strip_prefix(&bank).unwrap_or_else(|| panic!("{iban} {bank}"));
                let checks = if locale.country_code == "ES" { 2 } else { 0 };
                assert!(rest[checks..].starts_with(&account), "{iban} {bank} {account}");
                if realism == Realism::Reserved {
                    let unused = match locale.country_code {
                        "DE" => "9",
                        "GB" => "00",
                        "NL" => "TEST",
                        "ES" | "PT" => "9999",
                        "BR" => "99999999",
                        _ => "99999",
                    };
                    assert!(bank.starts_with(unused) && (at != 8 || iban[4..].starts_with("TEST")), "{iban}");
                }
                if locale.country_code == "FR" {
                    let rib: u128 = iban[4..].parse().expect("digits");
                    assert_eq!(rib % 97, 0, "the whole RIB is a multiple of 97: {iban}");
                }
            }
        }
    }
}

#[test]
fn the_united_states_have_no_iban_but_routing_numbers_that_check_out() {
    let us = Locale::find("en_US").expect("known");
    let mut out = String::new();
    assert!(!finance::push_iban(&mut out, us, Realism::Reserved, IbanStyle::Print, 5) && out.is_empty());
    for realism in BOTH {
        for n in positions(finance::account_capacity(us, realism)) {
            let routing = written(|out| finance::push_bank_code(out, us, realism, n));
            let d: Vec<u32> = routing.bytes().map(|b| u32::from(b - b'0')).collect();
            assert_eq!((3 * (d[0] + d[3] + d[6]) + 7 * (d[1] + d[4] + d[7]) + d[2] + d[5] + d[8]) % 10, 0, "{routing}");
            assert!(realism == Realism::Wild || routing.starts_with("99"));
        }
    }
}

#[test]
fn printed_ibans_come_in_groups_of_four() {
    let gb = Locale::find("en_GB").expect("known");
    let iban = written(|out| assert!(finance::push_iban(out, gb, Realism::Reserved, IbanStyle::Print, 12_345_678)));
    let groups: Vec<usize> = iban.split(' ').map(str::len).collect();
    assert_eq!(groups, [4, 4, 4, 4, 4, 2], "{iban}");
}

fn luhn_holds(number: &str) -> bool {
    let terms = number.bytes().rev().map(|b| u32::from(b - b'0')).enumerate();
    terms.map(|(i, d)| if i % 2 == 1 { d * 2 / 10 + d * 2 % 10 } else { d }).sum::<u32>() % 10 == 0
}

#[test]
fn cards_pass_luhn_and_keep_to_test_prefixes() {
    for index in 0..finance::card_networks().len() as u32 {
        let network = finance::card_network(index);
        for realism in BOTH {
            for n in positions(network.capacity(realism)) {
                let card = written(|out| network.push(out, realism, n));
                assert!(luhn_holds(&card), "{card}");
                assert_eq!(card.len(), if network.name == "American Express" { 15 } else { 16 });
                let test = ["424242", "555555", "378282", "601111"];
                assert!(realism == Realism::Wild || test.iter().any(|prefix| card.starts_with(prefix)));
            }
        }
    }
}

#[test]
fn article_numbers_check_out() {
    let holds = |number: &str| {
        let digits = number.bytes().rev().map(|b| u32::from(b - b'0')).enumerate();
        digits.map(|(i, d)| if i % 2 == 1 { d * 3 } else { d }).sum::<u32>() % 10 == 0
    };
    for realism in BOTH {
        for n in positions(product::ean13_capacity(realism)) {
            let ean = written(|out| product::push_ean13(out, realism, n));
            let upc = written(|out| product::push_upc(out, realism, n));
            let isbn = written(|out| product::push_isbn13(out, realism, n));
            assert_eq!((ean.len(), upc.len(), isbn.len()), (13, 12, 13));
            assert!(holds(&ean) && holds(&upc) && holds(&isbn), "{ean} {upc} {isbn}");
            assert_eq!(ean[1..], upc);
            if realism == Realism::Reserved {
                assert!(ean.starts_with("04") && isbn.starts_with("9799"), "{ean} {isbn}");
            }
        }
    }
}

#[test]
fn tax_numbers_have_the_form_of_their_country() {
    for locale in ALL {
        for n in positions(finance::tax_id_capacity(locale)) {
            let id = written(|out| finance::push_tax_id(out, locale, n));
            match locale.country_code {
                "DE" => assert_eq!(id.len(), 11),
                "GB" => assert_eq!(id.len(), 11),
                "FR" => assert!(id.len() == 13 && luhn_holds(&id[4..]), "{id}"),
                "NL" => assert!(id.len() == 14 && id.starts_with("NL") && id.ends_with("B01"), "{id}"),
                "ES" => assert!(id.len() == 11 && id.starts_with("ESB") && luhn_holds(&id[3..]), "{id}"),
                "IT" => assert!(id.len() == 13 && id.starts_with("IT") && luhn_holds(&id[2..]), "{id}"),
                "PT" => assert!(id.len() == 11 && id.starts_with("PT5"), "{id}"),
                "BR" => assert!(id.len() == 18 && id[10..].starts_with("/0001-"), "{id}"),
                _ => assert!(id.starts_with("00-") && id.len() == 10, "{id}"),
            }
        }
    }
}

#[test]
fn addresses_are_written_as_the_country_does() {
    let full = |code: &str, place: u32| {
        let locale = Locale::find(code).expect("known");
        let postal = written(|out| address::push_postal_code(out, locale, locale.places.get(place), 0));
        written(|out| {
            address::push_full(out, locale, Street { base: 0, suffix: 0, number: 12 }, place, &postal);
        })
    };
    assert_eq!(full("en_US", 0), "12 Main Street, New York, NY 10001");
    assert_eq!(full("nl_NL", 0), "Kerkstraat 12, 1011 AA Amsterdam");
    assert_eq!(full("es_ES", 0), "Calle Mayor, 12, 28001 Madrid");
    assert_eq!(full("it_IT", 1), "Via Roma 12, 20121 Milano MI");
    assert_eq!(full("pt_PT", 0), "Rua da Liberdade, 12, 1000-000 Lisboa");
    assert_eq!(full("pt_BR", 0), "Rua das Flores, 12, São Paulo - SP, 01000-000");
}

#[test]
fn small_words_before_a_dutch_name_are_no_initials_and_begin_a_company_with_a_capital() {
    let nl = Locale::find("nl_NL").expect("known");
    let last = nl.last_names.items().iter().position(|name| *name == "van den Berg").expect("a common name") as u32;
    let name = Name { sex: Sex::Female, first: 0, last };
    assert_eq!(written(|out| name.push_full(out, nl)), "Maria van den Berg");
    assert_eq!(written(|out| name.push_initials(out, nl)), "MB");
    assert_eq!(written(|out| CompanyName::Noun(last, 0, 0).push(out, nl)), "Van den Berg Logistiek B.V.");
    assert_eq!(written(|out| CompanyName::Pair(1, last, 0).push(out, nl)), "Jansen & Van den Berg B.V.");
}

#[test]
fn bics_have_a_country_and_reserved_ones_are_test_codes() {
    let de = Locale::find("de_DE").expect("known");
    for n in positions(finance::bic_capacity()) {
        let bic = written(|out| finance::push_bic(out, de, Realism::Reserved, n));
        assert!(bic.len() == 8 && &bic[4..6] == "DE" && bic.ends_with('0'), "{bic}");
    }
}

#[test]
fn reserved_addresses_lie_in_documentation_ranges() {
    let all: BTreeSet<_> = (0..762).map(|n| written(|out| internet::push_ipv4(out, Realism::Reserved, n))).collect();
    assert_eq!(all.len(), 762);
    let blocks = ["192.0.2.", "198.51.100.", "203.0.113."];
    assert!(all.iter().all(|ip| blocks.iter().any(|block| ip.starts_with(block))));
    for n in positions(internet::ipv6_capacity()) {
        let ip: std::net::Ipv6Addr =
            written(|out| internet::push_ipv6(out, Realism::Reserved, n)).parse().expect("an address");
        assert_eq!(ip.segments()[..2], [0x2001, 0xdb8]);
        assert_eq!(ip.to_string(), written(|out| internet::push_ipv6(out, Realism::Reserved, n)), "canonical form");
    }
    for n in positions(internet::mac_capacity()) {
        let mac = written(|out| internet::push_mac(out, Realism::Reserved, n));
        let first = u8::from_str_radix(&mac[..2], 16).expect("hex");
        assert!(mac.len() == 17 && first & 3 == 2, "{mac}");
    }
}

#[test]
fn wild_addresses_are_public_unicast() {
    for n in positions(internet::ipv4_capacity(Realism::Wild)) {
        let ip: std::net::Ipv4Addr =
            written(|out| internet::push_ipv4(out, Realism::Wild, n)).parse().expect("an address");
        assert!(!ip.is_private() && !ip.is_loopback() && !ip.is_multicast() && !ip.is_link_local(), "{ip}");
        assert!(![0, 10, 100, 127, 169, 172, 192, 198, 203].contains(&ip.octets()[0]) && ip.octets()[0] < 224);
    }
}

#[test]
fn mail_addresses_match_the_name_and_stay_on_reserved_hosts() {
    for locale in ALL {
        for row in 0..300 {
            let name = Name::draw(locale, &mut draws(row));
            let email = written(|out| {
                person::push_email(
                    out,
                    locale,
                    name.folded(locale),
                    Realism::Reserved,
                    Tail::Number(row),
                    &mut draws(row + 9999),
                );
            });
            let (local, host) = email.split_once('@').expect("one sign");
            let last = locale.last_names.folded(name.last);
            assert!(local.contains(last) && local.ends_with(&row.to_string()), "{email}");
            let reserved = ["example.com", "example.org", "example.net"];
            assert!(host.ends_with(".example") || reserved.contains(&host), "{email}");
            assert!(local.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b".-".contains(&b)));
        }
    }
}

#[test]
fn birth_days_are_those_of_adults() {
    let today = 20_000;
    for i in 0..20_000 {
        let days = today - person::birth_day(today, random::mix(i));
        assert!((18 * 365 + 5..=95 * 366).contains(&days), "{days}");
    }
    assert!(today - person::birth_day(today, 0) >= 18 * 365 + 4);
    assert!(today - person::birth_day(today, u64::MAX) <= 95 * 366);
}

#[test]
fn domains_of_names_and_streets_do_not_repeat() {
    for locale in ALL {
        let streets: BTreeSet<_> =
            (0..5000).map(|n| written(|out| Street::nth(locale, n * 7).push(out, locale))).collect();
        let companies: BTreeSet<_> =
            (0..5000).map(|n| written(|out| CompanyName::nth(locale, n * 7).push(out, locale))).collect();
        let count = locale.words.products.name_capacity();
        let products: BTreeSet<_> =
            (0..count).map(|n| written(|out| Product::nth(locale, n).push_name(out, locale))).collect();
        assert_eq!((streets.len(), companies.len()), (5000, 5000), "{}", locale.code);
        assert_eq!(products.len() as u64, count, "{}", locale.code);
        assert!(address::street_capacity(locale) > 100_000 && company::name_capacity(locale) > 100_000);
    }
}

#[test]
fn text_is_capitalised_and_ends_with_a_full_stop() {
    for locale in ALL {
        for row in 0..300 {
            let sentence = written(|out| text::push_sentence(out, locale, &mut draws(row)));
            assert!(sentence.ends_with('.') && !sentence.contains("  "), "{sentence}");
            assert!(sentence.chars().next().is_some_and(char::is_uppercase), "{sentence}");
            let slug = written(|out| text::push_slug(out, locale, 3, &mut draws(row)));
            let plain = |b: u8| b.is_ascii_lowercase() || b == b'-';
            assert!(slug.bytes().all(plain) && slug.split('-').all(|part| !part.is_empty()), "{slug}");
        }
        for n in 0..text::word_capacity(locale) {
            assert!(!text::word(locale, n).contains([' ', '\'']));
        }
    }
}

#[test]
fn user_agents_leave_no_gap_unfilled() {
    let all: BTreeSet<_> =
        (0..3000).map(|row| written(|out| internet::push_user_agent(out, &mut draws(row)))).collect();
    assert!(all.iter().all(|agent| agent.starts_with("Mozilla/5.0 (") && !agent.contains(['{', '}', '|'])));
    assert!(all.len() >= 200, "{}", all.len());
}
