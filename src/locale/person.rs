//! Indices of names and draws in, the text fields of a person out.

use super::address::push_all;
use super::data::shared;
use super::list::List;
use super::pattern::push_number;
use super::{Draws, Locale, Realism, Sex};
use crate::random;

/// The name of a person: what the fields of one bundle share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// What the first name, the form of address and the job title agree with.
    pub sex: Sex,
    /// Index into [`Locale::first_names`] of that sex.
    pub first: u32,
    /// Index into [`Locale::last_names`].
    pub last: u32,
}

impl Name {
    /// A name; common names are drawn more often than rare ones.
    pub fn draw(locale: &Locale, draws: &mut Draws) -> Self {
        let sex = Sex::pick(draws.bits());
        Self {
            sex,
            first: locale.first_names(sex).pick_skewed(draws.bits()),
            last: locale.last_names.pick_skewed(draws.bits()),
        }
    }

    /// The first name.
    #[inline]
    pub fn first(self, locale: &Locale) -> &'static str {
        locale.first_names(self.sex).get(self.first)
    }

    /// The family name.
    #[inline]
    pub fn last(self, locale: &Locale) -> &'static str {
        locale.last_names.get(self.last)
    }

    /// Both names in `[a-z0-9-]`.
    #[inline]
    pub fn folded(self, locale: &Locale) -> Folded<'static> {
        let first = locale.first_names(self.sex).folded(self.first);
        Folded { first, last: locale.last_names.folded(self.last) }
    }

    /// Appends first and family name.
    pub fn push_full(self, out: &mut String, locale: &Locale) {
        push_all(out, &[self.first(locale), " ", self.last(locale)]);
    }

    /// Appends form of address, first and family name.
    pub fn push_formal(self, out: &mut String, locale: &Locale, prefix: u32) {
        push_all(out, &[locale.prefixes(self.sex).get(prefix), " "]);
        self.push_full(out, locale);
    }

    /// Appends the first letters of both names, such as `AM`.
    pub fn push_initials(self, out: &mut String, locale: &Locale) {
        out.extend([self.first(locale), self.last(locale)].iter().filter_map(|name| initial(name, locale)));
    }
}

/// The letter that stands for a name: its first; of a Dutch name that of the first word with a capital, `B` of `van den Berg`.
pub fn initial(name: &str, locale: &Locale) -> Option<char> {
    let is_particle = |word: &&str| locale.language == "nl" && word.starts_with(char::is_lowercase);
    name.split(' ').find(|word| !is_particle(word)).unwrap_or(name).chars().next()
}

/// First and family name in `[a-z0-9-]`, neither empty: what addresses and user names are built from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Folded<'a> {
    /// The first name.
    pub first: &'a str,
    /// The family name.
    pub last: &'a str,
}

/// An index into [`Locale::suffixes`] for 4 people in 100.
pub fn suffix(locale: &Locale, draws: &mut Draws) -> Option<u32> {
    let has = draws.below(100) < 4;
    let index = locale.suffixes.pick_skewed(draws.bits());
    has.then_some(index)
}

/// A second first name of the same sex.
pub fn middle(locale: &Locale, sex: Sex, bits: u64) -> u32 {
    locale.first_names(sex).pick_skewed(bits)
}

/// How both names become one word.
#[derive(Debug, Clone, Copy)]
struct Form {
    /// Whether the family name stands first.
    is_family_first: bool,
    /// What stands between.
    mark: &'static str,
    /// Whether of the name before and of the one behind only the first letter is there.
    is_initial: [bool; 2],
}

impl Form {
    /// From `F` for the folded first name, `L` for the folded last name, `f` and `l` for their first letters, and a mark between or
    /// none.
    const fn new(form: &'static str) -> Self {
        let (head, rest) = form.split_at(1);
        let (mark, tail) = rest.split_at(rest.len() - 1);
        let (head, tail) = (head.as_bytes()[0], tail.as_bytes()[0]);
        Self {
            is_family_first: head.eq_ignore_ascii_case(&b'l'),
            mark,
            is_initial: [head.is_ascii_lowercase(), tail.is_ascii_lowercase()],
        }
    }

    /// Reads six forms when the program is built.
    const fn all(forms: [&'static str; 6]) -> [Self; 6] {
        let [a, b, c, d, e, f] = forms;
        [Self::new(a), Self::new(b), Self::new(c), Self::new(d), Self::new(e), Self::new(f)]
    }
}

/// Forms of the part before the `@`. The first is the commonest.
static LOCAL_PARTS: [Form; 6] = Form::all(["F.L", "F.L", "fL", "F-L", "FL", "L.F"]);

/// Forms of user names.
static USERNAMES: [Form; 6] = Form::all(["fL", "F.L", "F_L", "Fl", "LF", "FL"]);

/// What follows the name in an e-mail address or a user name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tail {
    /// Two digits for every third person, nothing for the others: values may repeat.
    Natural,
    /// This number, always: unique as long as the number is. The names must hold no digit (those of the lists do not), so
    /// that base and number cannot run into each other.
    Number(u64),
}

/// Appends an e-mail address that matches the names.
pub fn push_email(
    out: &mut String,
    locale: &Locale,
    name: Folded<'_>,
    realism: Realism,
    tail: Tail,
    draws: &mut Draws,
) {
    push_handle(out, name, LOCAL_PARTS[draws.below(6) as usize], tail, draws);
    out.push('@');
    let hosts = mail_hosts(locale, realism);
    out.push_str(hosts.get(hosts.pick_skewed(draws.bits())));
}

/// Appends an e-mail address at a company's host, always `first.last@host`.
pub fn push_work_email(out: &mut String, name: Folded<'_>, host: &str, tail: Tail, draws: &mut Draws) {
    push_handle(out, name, LOCAL_PARTS[0], tail, draws);
    push_all(out, &["@", host]);
}

/// Appends a user name that matches the names: `[a-z0-9._-]`.
pub fn push_username(out: &mut String, name: Folded<'_>, tail: Tail, draws: &mut Draws) {
    push_handle(out, name, USERNAMES[draws.below(6) as usize], tail, draws);
}

/// The hosts of private mail under `realism`.
pub fn mail_hosts(locale: &Locale, realism: Realism) -> &'static List {
    match realism {
        Realism::Reserved => &shared::RESERVED_MAIL,
        Realism::Wild => locale.wild_mail,
    }
}

fn push_handle(out: &mut String, name: Folded<'_>, form: Form, tail: Tail, draws: &mut Draws) {
    let Folded { first, last } = name;
    let (head, behind) = if form.is_family_first { (last, first) } else { (first, last) };
    let part = |name: &'_ str, is_initial: bool| if is_initial { 1 } else { name.len() };
    let [head_len, behind_len] = [part(head, form.is_initial[0]), part(behind, form.is_initial[1])];
    push_all(out, &[&head[..head_len], form.mark, &behind[..behind_len]]);
    match tail {
        Tail::Number(number) => push_number(out, number, 1),
        Tail::Natural => push_natural_tail(out, draws),
    }
}

fn push_natural_tail(out: &mut String, draws: &mut Draws) {
    let number = draws.below(300);
    if number < 100 {
        push_number(out, number, 2);
    }
}

/// Upper ends of the age bands of [`birth_day`] and how many of 100 adults are at most that old.
const AGES: [(u64, u64); 7] = [(18, 0), (25, 11), (35, 28), (50, 52), (65, 76), (80, 95), (95, 100)];

/// The day of birth (days since 1970-01-01) of an adult of 18 to 94 on the day `today`: bands of a European adult
/// population, uniform within a band. A year counts 365.2425 days, so an 18th birthday never lies after `today`.
pub fn birth_day(today: i32, bits: u64) -> i32 {
    let share = random::below(bits, 100 << 32);
    let band = AGES.windows(2).find(|band| share < band[1].1 << 32).expect("the last band ends at 100");
    let ((from, low), (to, high)) = (band[0], band[1]);
    let (start, end) = (days_of_years(from) + 1, days_of_years(to));
    let within = (share - (low << 32)) / (high - low);
    today - (start + ((within as u128 * (end - start) as u128) >> 32) as u64) as i32
}

fn days_of_years(years: u64) -> u64 {
    years * 3_652_425 / 10_000
}
