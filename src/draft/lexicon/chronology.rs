//! Columns of a table -> the same with their times in the order in which such things happen: shipped after ordered, ended after
//! started. Only windows that the lexicon itself has chosen are moved.

use super::words;
use crate::draft::ir::Column;

/// Something that happens after something else.
struct After {
    /// Words of the later column's name.
    later: &'static [&'static str],
    /// Words of the earlier one's; those of the first line that a column has count.
    earlier: &'static [&'static [&'static str]],
    /// Days (or `h`, `m`) behind the earlier one at which the window begins and ends; `now` as the end.
    window: (&'static str, &'static str),
}

const ORDERED: &[&str] =
    &["ordered", "order", "placed", "purchased", "purchase", "bought", "sold", "commande", "bestellt", "bestelldatum"];
const MADE: &[&str] = &[
    "created",
    "opened",
    "registered",
    "signed",
    "joined",
    "submitted",
    "requested",
    "reported",
    "received",
    "raised",
    "posted",
    "published",
    "applied",
    "erstellt",
    "subscribed",
    "hired",
    "enrolled",
];
const STARTED: &[&str] = &[
    "start",
    "started",
    "starts",
    "begin",
    "begins",
    "began",
    "from",
    "beginn",
    "startdatum",
    "debut",
    "inicio",
    "inizio",
    "departs",
    "departure",
    "departed",
    "von",
];
const ISSUED: &[&str] = &["issued", "issue", "invoice", "billed", "sent", "rechnungsdatum"];
const LENT: &[&str] =
    &["borrowed", "lent", "loaned", "borrow", "loan", "checkout", "rented", "ausgeliehen", "emprunt", "ausleihdatum"];

/// What happens after what. The first line whose two columns are there counts.
const AFTER: &[After] = &[
    After {
        later: &["returned", "return", "refunded", "zuruckgegeben", "ruckgabedatum"],
        earlier: &[LENT, &["delivered"], &["shipped"], ORDERED, STARTED, MADE],
        window: ("1d", "40d"),
    },
    After { later: &["due"], earlier: &[LENT], window: ("14d", "28d") },
    After { later: &["due", "fallig"], earlier: &[ISSUED, MADE], window: ("14d", "30d") },
    After { later: &["paid", "payment", "bezahlt"], earlier: &[ISSUED, ORDERED, MADE], window: ("0d", "14d") },
    After {
        later: &["shipped", "dispatched", "ship", "versendet"],
        earlier: &[&["paid"], ORDERED, MADE],
        window: ("0d", "5d"),
    },
    After {
        later: &["delivered", "arrived", "geliefert"],
        earlier: &[&["shipped", "dispatched"], &["paid"], ORDERED, MADE],
        window: ("1d", "7d"),
    },
    After { later: &["discharged", "discharge"], earlier: &[&["admitted", "admission"]], window: ("1d", "14d") },
    After {
        later: &["arrives", "arrival", "arrived"],
        earlier: &[&["departs", "departure", "departed"]],
        window: ("45m", "12h"),
    },
    After {
        later: &["out", "departure", "abreise"],
        earlier: &[&["check", "checkin", "arrival", "anreise"]],
        window: ("1d", "14d"),
    },
    After { later: &["check", "checkin"], earlier: &[&["booked", "reserved", "booking"]], window: ("0d", "120d") },
    After {
        later: &["closed", "resolved", "finished", "completed", "solved"],
        earlier: &[STARTED, MADE],
        window: ("0d", "21d"),
    },
    After { later: &["ended", "stopped"], earlier: &[STARTED], window: ("5m", "3h") },
    After {
        later: &[
            "end",
            "ends",
            "until",
            "to",
            "finish",
            "ende",
            "enddatum",
            "fin",
            "fine",
            "fim",
            "bis",
            "expires",
            "expiry",
            "expiration",
            "expired",
        ],
        earlier: &[STARTED, &["valid"], ISSUED, MADE],
        window: ("30d", "730d"),
    },
    After {
        later: &[
            "approved",
            "confirmed",
            "answered",
            "reviewed",
            "processed",
            "assigned",
            "first",
            "verified",
            "graded",
        ],
        earlier: &[MADE, ORDERED, STARTED],
        window: ("0d", "7d"),
    },
    After {
        later: &["cancelled", "canceled", "deleted", "terminated", "left"],
        earlier: &[MADE, STARTED, ORDERED, &["hired"]],
        window: ("0d", "now"),
    },
    After {
        later: &["updated", "modified", "changed", "login", "seen", "active", "visit", "edited", "last", "geandert"],
        earlier: &[MADE, ORDERED],
        window: ("0d", "now"),
    },
    After { later: &["reported"], earlier: &[&["incident", "accident", "occurred"]], window: ("0d", "21d") },
    After { later: &["bis", "until", "to"], earlier: &[&["valid", "from"]], window: ("30d", "365d") },
];

/// Puts the times of a table in order: later ones count from earlier ones, and the earliest ends early enough that nothing that has
/// happened lies behind `now`.
///
/// `stated` has the pairs of columns, the later one first, whose order the description says: nothing here contradicts them.
pub fn order_times(columns: &mut [Column], stated: &[(&str, &str)]) {
    let names: Vec<Vec<String>> = columns.iter().map(|column| words::split(&column.name)).collect();
    let mut bound: Vec<(usize, usize, &'static str)> = Vec::new();
    let place = |name: &str| columns.iter().position(|column| column.name == name);
    let said: Vec<(usize, usize, &'static str)> =
        stated.iter().filter_map(|(later, earlier)| Some((place(later)?, place(earlier)?, "now"))).collect();
    for at in 0..columns.len() {
        let is_open = |first: usize| !leads_to(&bound, first, at) && !leads_to(&said, first, at);
        if let Some((first, after)) = before(columns, &names, at).filter(|(first, _)| is_open(*first)) {
            bound.push((at, first, after.window.1));
            let (from, to) = after.window;
            let first = columns[first].name.clone();
            columns[at].set("from", if zero(from) { first.clone() } else { format!("\"{first} + {from}\"") });
            columns[at].set("to", if to == "now" { "now".to_owned() } else { format!("\"{first} + {to}\"") });
        }
    }
    bound.iter().for_each(|tie| make_room(columns, &bound, *tie));
}

fn zero(offset: &str) -> bool {
    offset == "0d"
}

/// The column that one happens after, and how.
fn before(columns: &[Column], names: &[Vec<String>], at: usize) -> Option<(usize, &'static After)> {
    if !is_ours(&columns[at]) {
        return None;
    }
    let has = |name: &[String], words: &[&str]| name.iter().any(|word| words.contains(&word.as_str()));
    // Who departs may have arrived before, and who arrives has departed: what is named first comes first.
    let is_mutual = |other: usize| {
        let follows = |later: usize, earlier: usize| {
            AFTER.iter().any(|after| {
                has(&names[later], after.later) && after.earlier.iter().any(|words| has(&names[earlier], words))
            })
        };
        follows(at, other) && follows(other, at)
    };
    AFTER.iter().filter(|after| has(&names[at], after.later)).find_map(|after| {
        let named = |words: &&[&str]| {
            (0..columns.len()).find(|other| {
                *other != at
                    && is_time(&columns[*other])
                    && has(&names[*other], words)
                    && (*other < at || !is_mutual(*other))
            })
        };
        let first = after.earlier.iter().find_map(named)?;
        let in_days = columns[at].generator == "date" || columns[first].generator == "date";
        (!in_days || after.window.1 == "now" || after.window.1.ends_with('d')).then_some((first, after))
    })
}

fn is_time(column: &Column) -> bool {
    matches!(column.generator.as_str(), "date" | "datetime")
}

/// Whether a window is one that the lexicon has chosen: it counts from `now`.
fn is_ours(column: &Column) -> bool {
    let counts = |key| column.param(key).is_some_and(|value| value.trim_matches('"').starts_with("now"));
    is_time(column) && counts("from") && counts("to")
}

/// Whether a column counts from another one, at any remove.
fn leads_to(bound: &[(usize, usize, &str)], from: usize, to: usize) -> bool {
    let mut at = from;
    while let Some((_, next, _)) = bound.iter().find(|tie| tie.0 == at) {
        at = *next;
        if at == to {
            return true;
        }
    }
    from == to
}

/// Lets the column that all others of a chain count from end as long before `now` as the chain may take.
fn make_room(columns: &mut [Column], bound: &[(usize, usize, &'static str)], tie: (usize, usize, &'static str)) {
    let (mut root, mut days) = (tie.0, 0);
    while let Some((_, next, to)) = bound.iter().find(|known| known.0 == root) {
        days += to.strip_suffix('d').and_then(|days| days.parse::<u32>().ok()).unwrap_or(u32::from(*to != "now"));
        root = *next;
    }
    let is_future = days > 60;
    let Some((from, to)) = ago(columns[root].param("from")).zip(ago(columns[root].param("to"))) else { return };
    if is_future || to >= days {
        return;
    }
    columns[root].set("to", format!("\"now - {days}d\""));
    if from <= days + 1 {
        columns[root].set("from", format!("\"now - {}d\"", from + days + 30));
    }
}

/// How many days before `now` a bound lies.
fn ago(bound: Option<&str>) -> Option<u32> {
    match bound?.trim_matches('"') {
        "now" => Some(0),
        bound => bound.strip_prefix("now - ")?.strip_suffix('d')?.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Language, column};
    use super::*;

    fn ordered(table: &str, names: &[&str]) -> Vec<Column> {
        let mut columns: Vec<Column> = names.iter().map(|name| column(name, table, Language::En).column).collect();
        order_times(&mut columns, &[]);
        columns
    }

    #[test]
    fn later_things_count_from_earlier_ones() {
        let orders = ordered("orders", &["shipped_at", "order_date", "delivered_at"]);
        assert_eq!(orders[0].param("from"), Some("order_date"));
        assert_eq!(orders[2].param("from"), Some("\"shipped_at + 1d\""));
        assert_eq!(orders[1].param("to"), Some("\"now - 12d\""));
        let leases = ordered("leases", &["start date", "end date"]);
        assert_eq!(leases[1].param("from"), Some("\"start_date + 30d\""));
        let users = ordered("users", &["created at", "last login"]);
        assert_eq!((users[1].param("from"), users[1].param("to")), (Some("created_at"), Some("now")));
    }

    #[test]
    fn windows_that_were_said_stay() {
        let mut columns: Vec<Column> =
            ["start date", "end date"].iter().map(|name| column(name, "leases", Language::En).column).collect();
        columns[1].set("from", "2024-01-01");
        columns[1].set("to", "2024-12-31");
        order_times(&mut columns, &[]);
        assert_eq!(columns[1].param("from"), Some("2024-01-01"));
    }
}
