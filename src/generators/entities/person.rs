//! `person.*`: one person a row: sex, name, and what is built from them.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::Date32Type;
use arrow_array::{ArrayRef, Date32Array, Int16Array, Int32Array};

use super::batch::{Batch, Read};
use super::field::{Kind, Nulls, Shape, Unique, plain, with_realism};
use super::phone;
use super::words::{FIRST_NAMES, JOB_TITLES, LANGUAGES, LAST_NAMES, LOCALES, PREFIXES, SEXES, SUFFIXES};
use crate::generators::GeneratorDef;
use crate::locale::person::{self, Folded};
use crate::locale::phone::PhoneStyle;
use crate::locale::{Locale, Sex, company::CompanyName};
use crate::plan::Bounds;

/// The registry's entries.
pub const DEFS: &[GeneratorDef] = &[
    plain("person.first_name", "a first name, common ones more often; agrees with `person.sex`", |cx| {
        Shape::words(&["person.sex"], first_name).plan(cx)
    }),
    plain("person.last_name", "a family name, common ones more often", |cx| Shape::words(&[], last_name).plan(cx)),
    plain("person.full_name", "first and family name", |cx| Shape::text(NAMES, full_name).plan(cx)),
    with_realism("person.email", "a private e-mail address that matches the name", |cx| {
        Shape::text(NAMES, email).unique(Unique::Suffix).plan(cx)
    }),
    with_realism("person.work_email", "an e-mail address at the host of `company.domain`", |cx| {
        const READS: &[&str] = &["person.first_name", "person.last_name", "company._company"];
        Shape::text(READS, work_email).unique(Unique::Suffix).plan(cx)
    }),
    plain("person.username", "a user name that matches the name, of `a-z 0-9 . _ -`", |cx| {
        Shape::text(NAMES, username).unique(Unique::Suffix).plan(cx)
    }),
    with_realism("person.phone", "a telephone number in the city of `address.city`, as `+49 30 23125 042`", |cx| {
        Shape::text(PHONE, |batch| phone::write(batch, PhoneStyle::International)).unique(PHONES).plan(cx)
    }),
    with_realism("person.phone_e164", "`person.phone` without spaces and hyphens", |cx| {
        Shape::text(PHONE, |batch| phone::write(batch, PhoneStyle::E164)).unique(PHONES).plan(cx)
    }),
    with_realism("person.phone_national", "`person.phone` as it is written at home", |cx| {
        Shape::text(PHONE, |batch| phone::write(batch, PhoneStyle::National)).unique(PHONES).plan(cx)
    }),
    plain("person.sex", "`female` or `male`, evenly: what names, forms of address and job titles agree with", |cx| {
        Shape::words(&[], sex).anywhere().plan(cx)
    }),
    plain("person.birth_date", "the birthday of an adult of 18 to 94 years at the spec's `now`", |cx| {
        Shape::new(Kind::Date, &[], birth_date).anywhere().clock(born_between).plan(cx)
    }),
    plain("person.age", "full years from `person.birth_date` to the spec's `now`", |cx| {
        Shape::new(Kind::Int16, &["person.birth_date"], age).anywhere().clock(|_| AGES).plan(cx)
    }),
    plain("person.job_title", "a job title in the locale's language", |cx| {
        Shape::words(&["person.sex"], job_title).plan(cx)
    }),
    plain("person.middle_name", "a second first name", |cx| Shape::words(&["person.sex"], middle_name).plan(cx)),
    plain("person.prefix", "a form of address, such as `Mr.` or `Frau`", |cx| {
        Shape::words(&["person.sex"], prefix).plan(cx)
    }),
    plain("person.suffix", "what follows a name, such as `Jr.`; null for 96 people of 100", |cx| {
        Shape::words(&[], suffix).nulls(Nulls::Sometimes).plan(cx)
    }),
    plain("person.formal_name", "form of address, first and family name", |cx| {
        Shape::text(&["person.prefix", "person.full_name"], formal_name).plan(cx)
    }),
    plain("person.initials", "the first letters of both names", |cx| Shape::text(NAMES, initials).plan(cx)),
    plain("person.locale", "the code of the row's locale, such as `de_DE`", |cx| {
        Shape::words(&[], |batch| batch.pick(&LOCALES, |row| batch.locale_number(row) as i32)).plan(cx)
    }),
    plain("person.language", "the row's language, ISO 639-1", |cx| {
        Shape::words(&[], |batch| batch.pick(&LANGUAGES, |row| batch.locale_number(row) as i32)).plan(cx)
    }),
    plain("person._phone", "the number behind the person's telephone numbers", |cx| {
        Shape::new(Kind::UInt64, &[], phone::number).unique(Unique::Place(phone::DOMAINS)).plan(cx)
    }),
];

/// What addresses are built from.
pub(super) const NAMES: &[&str] = &["person.first_name", "person.last_name"];
const PHONE: &[&str] = &["person._phone", "address._place"];
const PHONES: Unique = Unique::Through(phone::DOMAINS);

fn sex(batch: &Batch<'_>) -> ArrayRef {
    batch.pick(&SEXES, |row| Sex::pick(batch.bits(row)) as i32)
}

fn first_name(batch: &Batch<'_>) -> ArrayRef {
    let sexes = batch.sexes(0);
    batch.pick(&FIRST_NAMES, |row| {
        let sex = sexes(row);
        let index = batch.locale(row).first_names(sex).pick_skewed(batch.bits(row));
        FIRST_NAMES.start(by_sex(batch, row, sex)) + index as i32
    })
}

/// The number of the row's list, where words have one for each sex.
fn by_sex(batch: &Batch<'_>, row: usize, sex: Sex) -> usize {
    2 * batch.locale_number(row) + sex as usize
}

fn middle_name(batch: &Batch<'_>) -> ArrayRef {
    let sexes = batch.sexes(0);
    batch.pick(&FIRST_NAMES, |row| {
        let sex = sexes(row);
        FIRST_NAMES.start(by_sex(batch, row, sex)) + person::middle(batch.locale(row), sex, batch.bits(row)) as i32
    })
}

fn last_name(batch: &Batch<'_>) -> ArrayRef {
    batch.pick(&LAST_NAMES, |row| {
        LAST_NAMES.start(batch.locale_number(row)) + batch.locale(row).last_names.pick_skewed(batch.bits(row)) as i32
    })
}

fn prefix(batch: &Batch<'_>) -> ArrayRef {
    let sexes = batch.sexes(0);
    batch.pick(&PREFIXES, |row| {
        let sex = sexes(row);
        PREFIXES.start(by_sex(batch, row, sex)) + batch.locale(row).prefixes(sex).pick_skewed(batch.bits(row)) as i32
    })
}

fn suffix(batch: &Batch<'_>) -> ArrayRef {
    let key = |row: usize| {
        let index = person::suffix(batch.locale(row), &mut batch.draws(row))?;
        Some(SUFFIXES.start(batch.locale_number(row)) + index as i32)
    };
    SUFFIXES.take((0..batch.len()).map(key).collect::<Int32Array>())
}

fn job_title(batch: &Batch<'_>) -> ArrayRef {
    let sexes = batch.sexes(0);
    batch.pick(&JOB_TITLES, |row| {
        let sex = sexes(row);
        JOB_TITLES.start(by_sex(batch, row, sex)) + batch.locale(row).job_titles(sex).pick(batch.bits(row)) as i32
    })
}

/// First and family names of a batch, which stand at positions 0 and 1 of what the field reads.
struct Names<'a> {
    first: Read<'a>,
    last: Read<'a>,
}

impl<'a> Names<'a> {
    fn of(batch: &Batch<'a>) -> Self {
        Self { first: batch.words(0, &FIRST_NAMES), last: batch.words(1, &LAST_NAMES) }
    }

    /// Calls `push` with the folded names of a row.
    #[inline]
    fn folded(&self, row: usize, locale: &Locale, push: impl FnOnce(Folded<'_>)) {
        let (first, last) = (self.first.folded(row, locale), self.last.folded(row, locale));
        push(Folded { first: &first, last: &last });
    }
}

fn full_name(batch: &Batch<'_>) -> ArrayRef {
    let Names { first, last } = Names::of(batch);
    batch.write(20, |row, out| {
        out.push_str(first.text(row));
        out.push(' ');
        out.push_str(last.text(row));
    })
}

fn formal_name(batch: &Batch<'_>) -> ArrayRef {
    let (prefix, name) = (batch.words(0, &PREFIXES), batch.texts(1));
    batch.write(24, |row, out| {
        out.push_str(prefix.text(row));
        out.push(' ');
        out.push_str(name.text(row));
    })
}

fn initials(batch: &Batch<'_>) -> ArrayRef {
    let Names { first, last } = Names::of(batch);
    batch.write(3, |row, out| {
        let names = [first.text(row), last.text(row)];
        out.extend(names.iter().filter_map(|name| person::initial(name, batch.locale(row))))
    })
}

/// The address of the row's person; reads both names.
pub(super) fn email(batch: &Batch<'_>) -> ArrayRef {
    let names = Names::of(batch);
    batch.write(32, |row, out| {
        let locale = batch.locale(row);
        names.folded(row, locale, |name| {
            person::push_email(out, locale, name, batch.realism(), batch.tail(row), &mut batch.draws(row));
        });
    })
}

fn work_email(batch: &Batch<'_>) -> ArrayRef {
    let names = Names::of(batch);
    let companies = batch.large(2);
    let mut host = String::new();
    batch.write(40, |row, out| {
        let locale = batch.locale(row);
        host.clear();
        CompanyName::unpack(companies[row]).push_host(&mut host, locale, batch.realism());
        names.folded(row, locale, |name| {
            person::push_work_email(out, name, &host, batch.tail(row), &mut batch.draws(row));
        });
    })
}

/// The user name of the row's person; reads both names.
pub(super) fn username(batch: &Batch<'_>) -> ArrayRef {
    let names = Names::of(batch);
    batch.write(16, |row, out| {
        names.folded(row, batch.locale(row), |name| {
            person::push_username(out, name, batch.tail(row), &mut batch.draws(row));
        });
    })
}

const DAY: i64 = 86_400_000_000;

fn birth_date(batch: &Batch<'_>) -> ArrayRef {
    let today = today(batch.now());
    Arc::new(Date32Array::from_iter_values((0..batch.len()).map(|row| person::birth_day(today, batch.bits(row)))))
}

fn today(now: i64) -> i32 {
    now.div_euclid(DAY) as i32
}

/// What birthdays lie between, for people between their 18th and their 95th.
fn born_between(now: i64) -> Option<Bounds> {
    let today = i64::from(today(now));
    Some(Bounds::Time { low: (today - 34_699) * DAY, high: (today - 6_574) * DAY })
}

const AGES: Option<Bounds> = Some(Bounds::Integer { low: 17, high: 95 });

fn age(batch: &Batch<'_>) -> ArrayRef {
    let now = civil(today(batch.now()));
    let born = batch.input(0).as_primitive::<Date32Type>();
    let ages = born.iter().map(|day| day.map(|day| years_between(civil(day), now)));
    Arc::new(ages.collect::<Int16Array>())
}

fn years_between(from: (i32, u32, u32), to: (i32, u32, u32)) -> i16 {
    (to.0 - from.0 - i32::from((to.1, to.2) < (from.1, from.2))) as i16
}

/// Year, month and day of a day since 1970-01-01 in the Gregorian calendar (Hinnant, *chrono-compatible low-level date
/// algorithms*, `civil_from_days`).
fn civil(day: i32) -> (i32, u32, u32) {
    let z = i64::from(day) + 719_468;
    let era = z.div_euclid(146_097);
    let of_era = z.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year as i32, month as u32, day as u32)
}
