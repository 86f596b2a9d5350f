//! Draws or positions in, addresses of the internet out.
//!
//! Under [`Realism::Reserved`]: IPv4 from the three documentation blocks (RFC 5737: 192.0.2.0/24, 198.51.100.0/24,
//! 203.0.113.0/24), IPv6 from 2001:db8::/32 (RFC 3849), MAC addresses that are locally administered (IEEE 802), hosts below
//! `.example` (RFC 2606).

use std::fmt::Write;

use super::address::push_all;
use super::data::{en, shared};
use super::list::List;
use super::pattern::push_number;
use super::{Draws, Realism};

const DOCUMENTATION: [&str; 3] = ["192.0.2.", "198.51.100.", "203.0.113."];

/// First octets of /8 blocks without any special-purpose range in them: 1 to 223 less these.
const SPECIAL: [u64; 8] = [10, 100, 127, 169, 172, 192, 198, 203];

/// How many distinct addresses [`push_ipv4`] can write: 762 reserved ones (hosts 1 to 254 of three blocks).
pub const fn ipv4_capacity(realism: Realism) -> u64 {
    match realism {
        Realism::Reserved => 3 * 254,
        Realism::Wild => ((223 - SPECIAL.len() as u64) * 254) << 16,
    }
}

/// Appends IPv4 address number `n`; `n` wraps.
pub fn push_ipv4(out: &mut String, realism: Realism, n: u64) {
    let n = n % ipv4_capacity(realism);
    let (host, rest) = (n % 254 + 1, n / 254);
    match realism {
        Realism::Reserved => out.push_str(DOCUMENTATION[rest as usize]),
        Realism::Wild => {
            let first = SPECIAL.iter().fold((rest >> 16) + 1, |octet, &special| octet + u64::from(octet >= special));
            for octet in [first, (rest >> 8) & 255, rest & 255] {
                push_number(out, octet, 1);
                out.push('.');
            }
        }
    }
    push_number(out, host, 1);
}

/// How many distinct addresses [`push_ipv6`] can write.
pub const fn ipv6_capacity() -> u64 {
    0xffff * 0xffff * 0xffff * 0xffff
}

/// Appends IPv6 address number `n` in the form of RFC 5952: a /32, four groups that are never zero, and a run of zeros.
pub fn push_ipv6(out: &mut String, realism: Realism, n: u64) {
    out.push_str(match realism {
        Realism::Reserved => "2001:db8",
        Realism::Wild => "2a02:8108",
    });
    let mut rest = n % ipv6_capacity();
    for between in [":", ":", "::", ":"] {
        out.push_str(between);
        push_hex(out, rest % 0xffff + 1, 1);
        rest /= 0xffff;
    }
}

/// How many distinct addresses [`push_mac`] can write.
pub const fn mac_capacity() -> u64 {
    1 << 46
}

/// Appends MAC address number `n`, lower case with colons. Reserved ones have the bit for local administration, so no
/// manufacturer owns them.
pub fn push_mac(out: &mut String, realism: Realism, n: u64) {
    let local = u64::from(realism == Realism::Reserved) << 1;
    let n = n % mac_capacity();
    push_hex(out, ((n >> 40) << 2) | local, 2);
    for shift in [32, 24, 16, 8, 0] {
        out.push(':');
        push_hex(out, (n >> shift) & 0xff, 2);
    }
}

fn push_hex(out: &mut String, value: u64, width: usize) {
    write!(out, "{value:0width$x}").expect("a String takes all that is written");
}

/// How many distinct hosts [`push_domain`] can write.
pub fn domain_capacity(realism: Realism) -> u64 {
    (shared::BRANDS.len() * en::NOUNS.len() * tlds(realism)) as u64
}

fn tlds(realism: Realism) -> usize {
    match realism {
        Realism::Reserved => 1,
        Realism::Wild => shared::WILD_TLDS.len(),
    }
}

/// Appends domain number `n`, such as `norvika-garden.example`; `n` wraps.
pub fn push_domain(out: &mut String, realism: Realism, n: u64) {
    let n = n % domain_capacity(realism);
    let (brands, nouns) = (shared::BRANDS.len() as u64, en::NOUNS.len() as u64);
    let (brand, noun, tld) = ((n % brands) as u32, (n / brands % nouns) as u32, (n / (brands * nouns)) as u32);
    let tld = match realism {
        Realism::Reserved => "example",
        Realism::Wild => shared::WILD_TLDS.get(tld),
    };
    push_all(out, &[shared::BRANDS.folded(brand), "-", en::NOUNS.folded(noun), ".", tld]);
}

/// Appends a web address below `host`: one to three words of path.
pub fn push_url(out: &mut String, host: &str, draws: &mut Draws) {
    push_all(out, &["https://", host]);
    for _ in 0..=draws.below(3) {
        out.push('/');
        out.push_str(shared::PATHS.get(shared::PATHS.pick(draws.bits())));
    }
}

/// Appends a browser's identification: seven of ten are desktops, newer versions commoner than older ones.
pub fn push_user_agent(out: &mut String, draws: &mut Draws) {
    let browsers = if draws.below(10) < 7 { &shared::BROWSERS } else { &shared::MOBILE_BROWSERS };
    let system = shared::DESKTOPS.get(shared::DESKTOPS.pick_skewed(draws.bits()));
    let (template, low, high) = browser(browsers, browsers.pick_skewed(draws.bits()));
    let unit = draws.unit();
    let version = high - ((high - low + 1) as f64 * unit * unit) as u64;
    push_template(out, template, version, system);
}

fn browser(list: &'static List, index: u32) -> (&'static str, u64, u64) {
    let mut parts = list.get(index).rsplitn(3, '|');
    let mut next = || parts.next().expect("frozen data is well formed");
    let (high, low, template) = (next(), next(), next());
    let number = |text: &str| text.parse().expect("frozen data is well formed");
    (template, number(low), number(high))
}

fn push_template(out: &mut String, template: &str, version: u64, system: &str) {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (name, after) = after.split_once('}').expect("frozen data is well formed");
        match name {
            "v" => push_number(out, version, 1),
            _ => out.push_str(system),
        }
        rest = after;
    }
    out.push_str(rest);
}

/// HTTP methods by share of 100 requests.
pub const METHODS: [(&str, u64); 6] = [("GET", 70), ("POST", 18), ("PUT", 5), ("PATCH", 3), ("DELETE", 3), ("HEAD", 1)];

/// HTTP status codes by share of 100 answers.
const STATUSES: [(u16, u64); 12] = [
    (200, 78),
    (201, 4),
    (204, 3),
    (301, 2),
    (302, 2),
    (304, 3),
    (400, 1),
    (401, 1),
    (403, 1),
    (404, 3),
    (500, 1),
    (503, 1),
];

/// An HTTP method.
pub fn http_method(draws: &mut Draws) -> &'static str {
    weighted(&METHODS, draws)
}

/// An HTTP status code.
pub fn http_status(draws: &mut Draws) -> u16 {
    weighted(&STATUSES, draws)
}

fn weighted<T: Copy>(choices: &[(T, u64)], draws: &mut Draws) -> T {
    let mut rest = draws.below(100);
    for &(value, weight) in choices {
        if rest < weight {
            return value;
        }
        rest -= weight;
    }
    unreachable!("the weights add up to 100: a test holds it")
}

/// A port that no service registers: 49152 to 65535 (RFC 6335).
pub fn port(draws: &mut Draws) -> u16 {
    49152 + draws.below(16384) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_add_up_to_a_hundred() {
        assert_eq!(METHODS.iter().map(|choice| choice.1).sum::<u64>(), 100);
        assert_eq!(STATUSES.iter().map(|choice| choice.1).sum::<u64>(), 100);
    }
}
