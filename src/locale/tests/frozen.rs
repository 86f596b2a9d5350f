//! What an edition promises: every list and a sample of every function, by their hashes.

use sha2::{Digest, Sha256};

use super::*;

pub(super) fn every_list() -> Vec<&'static List> {
    let mut seen = BTreeSet::new();
    let own = [
        &shared::BRANDS,
        &shared::PATHS,
        &shared::RESERVED_MAIL,
        &shared::WILD_TLDS,
        &shared::BROWSERS,
        &shared::DESKTOPS,
        &shared::MOBILE_BROWSERS,
        &shared::CURRENCIES,
        &shared::CARD_NETWORKS,
        &en::LOREM,
    ];
    ALL.iter().flat_map(|locale| locale.lists()).chain(own).filter(|list| seen.insert(list.name())).collect()
}

#[test]
fn lists_are_frozen() {
    let table = every_list().into_iter().fold(String::new(), |mut table, list| {
        let mut hash = Sha256::new();
        list.items().iter().for_each(|item| hash.update(format!("{item}\n")));
        let hex = hash.finalize().iter().fold(String::new(), |mut hex, byte| {
            write!(hex, "{byte:02x}").expect("a String takes all");
            hex
        });
        writeln!(table, "{} {} {hex}", list.name(), list.len()).expect("a String takes all");
        table
    });
    assert_eq!(
        table,
        include_str!("../hashes.txt"),
        "lists of an edition never change; the lists as they are:\n{table}"
    );
}

type Writer<'a> = Box<dyn FnMut(&mut String, &mut Draws) + 'a>;

/// One row through every function, a value a line.
fn sample(locale: &Locale, row: u64, realism: Realism) -> String {
    let d = &mut draws(row);
    let name = Name::draw(locale, d);
    let place_index = locale.places.pick(d.bits());
    let place = locale.places.get(place_index);
    let postal = written(|out| address::push_postal_code(out, locale, place, row));
    let street = Street::draw(locale, d);
    let company = CompanyName::draw(locale, d);
    let product = Product::draw(locale, d);
    let host = written(|out| company.push_host(out, locale, realism));
    let coordinates = address::coordinates(place, d.bits(), d.bits());
    let job = locale.job_titles(name.sex).pick(d.bits());
    let mut writers: Vec<Writer> = vec![
        Box::new(|out, _| name.push_formal(out, locale, 0)),
        Box::new(|out, _| name.push_initials(out, locale)),
        Box::new(|out, d| out.push_str(&format!("{:?}", person::suffix(locale, d)))),
        Box::new(|out, _| out.push_str(locale.job_titles(name.sex).get(job))),
        Box::new(|out, d| person::push_email(out, locale, name.folded(locale), realism, Tail::Natural, d)),
        Box::new(|out, d| person::push_username(out, name.folded(locale), Tail::Natural, d)),
        Box::new(|out, d| person::push_work_email(out, name.folded(locale), &host, Tail::Number(row), d)),
        Box::new(|out, d| out.push_str(&person::birth_day(20_000, d.bits()).to_string())),
        Box::new(|out, d| phone::push(out, locale, Some(place), realism, PhoneStyle::International, d.bits())),
        Box::new(|out, d| phone::push(out, locale, None, realism, PhoneStyle::National, d.bits())),
        Box::new(|out, _| address::push_full(out, locale, street, place_index, &postal)),
        Box::new(|out, d| address::push_secondary(out, locale, d)),
        Box::new(|out, _| out.push_str(&format!("{coordinates:?}"))),
        Box::new(|out, _| company.push(out, locale)),
        Box::new(|out, d| company::push_slogan(out, locale, d)),
        Box::new(|out, d| company::push_email(out, &host, d)),
        Box::new(|out, d| out.push_str(&company::employees(d).to_string())),
        Box::new(|out, _| product.push_name(out, locale)),
        Box::new(|out, d| out.push_str(&product.price(locale, d).to_string())),
        Box::new(|out, d| product::push_ean13(out, realism, d.bits())),
        Box::new(|out, d| product::push_isbn13(out, realism, d.bits())),
        Box::new(|out, d| {
            finance::push_iban(out, locale, realism, IbanStyle::Print, d.bits());
        }),
        Box::new(|out, d| finance::push_bank_code(out, locale, realism, d.bits())),
        Box::new(|out, d| finance::push_account_number(out, locale, d.bits())),
        Box::new(|out, d| finance::push_bic(out, locale, realism, d.bits())),
        Box::new(|out, d| finance::push_tax_id(out, locale, d.bits())),
        Box::new(|out, d| finance::card_network(d.below(4) as u32).push(out, realism, d.bits())),
        Box::new(|out, d| internet::push_ipv4(out, realism, d.bits())),
        Box::new(|out, d| internet::push_ipv6(out, realism, d.bits())),
        Box::new(|out, d| internet::push_mac(out, realism, d.bits())),
        Box::new(|out, d| internet::push_domain(out, realism, d.bits())),
        Box::new(|out, d| internet::push_url(out, &host, d)),
        Box::new(internet::push_user_agent),
        Box::new(|out, d| out.push_str(internet::http_method(d))),
        Box::new(|out, d| out.push_str(&internet::http_status(d).to_string())),
        Box::new(|out, d| out.push_str(&internet::port(d).to_string())),
        Box::new(|out, d| text::push_words(out, locale, 3, d)),
        Box::new(|out, d| text::push_paragraph(out, locale, 2, d)),
        Box::new(|out, d| text::push_title(out, locale, d)),
        Box::new(|out, d| text::push_slug(out, locale, 3, d)),
        Box::new(|out, d| text::push_lorem(out, 8, true, d)),
    ];
    writers.iter_mut().fold(String::new(), |mut out, write| {
        write(&mut out, d);
        out.push('\n');
        out
    })
}

/// The locales whose values each line of the file stands for, in that order: those that came together, then what came later.
const TOGETHER: [&[&str]; 6] =
    [&["de_DE", "en_GB", "en_US", "fr_FR"], &["es_ES"], &["it_IT"], &["nl_NL"], &["pt_BR"], &["pt_PT"]];

#[test]
fn values_are_frozen() {
    assert_eq!(TOGETHER.concat().iter().filter_map(|code| Locale::find(code)).count(), ALL.len());
    let mut lines = String::new();
    for codes in TOGETHER {
        let mut hash = Sha256::new();
        for locale in codes.iter().filter_map(|code| Locale::find(code)) {
            for (row, realism) in (0..200).flat_map(|row| BOTH.map(|realism| (row, realism))) {
                hash.update(sample(locale, row, realism));
            }
        }
        let hex: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        writeln!(lines, "{hex}").expect("a String takes all");
    }
    assert_eq!(lines, include_str!("../values.sha256"), "first row now:\n{}", sample(ALL[0], 0, Realism::Reserved));
}
