//! `paid_at <= issued_at + 30d` -> its two sides, the relation, and the distance.

/// How two columns are related.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    Less,
    LessOrEqual,
    Equal,
    Different,
    GreaterOrEqual,
    Greater,
}

/// A comparison.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Comparison {
    pub left: String,
    pub relation: Relation,
    pub right: String,
    /// What is added to the right side.
    pub distance: Distance,
}

/// What stands behind the second column.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Distance {
    None,
    /// A length of time with its sign, such as `+ 30d`.
    Time(String),
    /// `* factor + summand`.
    Number {
        factor: f64,
        summand: f64,
    },
}

/// The signs, the longer ones first.
const RELATIONS: &[(&str, Relation)] = &[
    ("<=", Relation::LessOrEqual),
    (">=", Relation::GreaterOrEqual),
    ("<>", Relation::Different),
    ("!=", Relation::Different),
    ("==", Relation::Equal),
    ("<", Relation::Less),
    (">", Relation::Greater),
    ("=", Relation::Equal),
];

impl Relation {
    /// The same seen from the other side.
    pub fn flipped(self) -> Self {
        match self {
            Self::Less => Self::Greater,
            Self::LessOrEqual => Self::GreaterOrEqual,
            Self::GreaterOrEqual => Self::LessOrEqual,
            Self::Greater => Self::Less,
            same => same,
        }
    }

    /// Whether the sides may not be equal.
    pub fn is_strict(self) -> bool {
        matches!(self, Self::Less | Self::Greater | Self::Different)
    }

    /// Whether the left side is the greater one.
    pub fn is_greater(self) -> bool {
        matches!(self, Self::Greater | Self::GreaterOrEqual)
    }
}

/// Reads a comparison of two columns; a column stands on each side, or a number on the right.
pub(super) fn read(text: &str) -> Option<Comparison> {
    let (at, sign, relation) = first_sign(text)?;
    let (left, right) = (text[..at].trim(), text[at + sign.len()..].trim());
    if first_sign(right).is_some() {
        return None;
    }
    match (side(left), side(right)) {
        (Some((left, Distance::None)), Some((right, distance))) => Some(Comparison { left, relation, right, distance }),
        // The distance stands on the left: it goes over with the other sign, or the sides change places.
        (Some((left, distance)), Some((right, Distance::None))) => {
            Some(Comparison { left: right, relation: relation.flipped(), right: left, distance })
        }
        _ => None,
    }
}

fn first_sign(text: &str) -> Option<(usize, &'static str, Relation)> {
    let found = |(sign, relation): &(&'static str, Relation)| Some((text.find(sign)?, *sign, *relation));
    RELATIONS.iter().filter_map(found).min_by_key(|(at, sign, _)| (*at, usize::MAX - sign.len()))
}

/// A column and what is done to it.
fn side(text: &str) -> Option<(String, Distance)> {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '.').unwrap_or(text.len());
    let (name, rest) = (&text[..end], text[end..].trim());
    if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let distance = match rest.chars().next() {
        None => Distance::None,
        Some('*') => Distance::Number { factor: rest[1..].trim().parse().ok()?, summand: 0.0 },
        Some(sign @ ('+' | '-')) => {
            let amount = rest[1..].trim();
            match amount.parse::<f64>() {
                Ok(number) => Distance::Number { factor: 1.0, summand: if sign == '-' { -number } else { number } },
                Err(_) => Distance::Time(format!("{sign} {}", duration(amount)?)),
            }
        }
        Some(_) => return None,
    };
    Some((name.to_owned(), distance))
}

/// `30d`, `30 days`, `interval '30 days'` -> `30d`.
fn duration(text: &str) -> Option<String> {
    let inner = text.strip_prefix("interval").unwrap_or(text).trim().trim_matches(['\'', '"']);
    let end = inner.find(|c: char| !c.is_ascii_digit()).filter(|end| *end > 0)?;
    let number: u64 = inner[..end].parse().ok()?;
    let (factor, unit) = match inner[end..].trim() {
        "s" | "sec" | "second" | "seconds" => (1, "s"),
        "m" | "min" | "minute" | "minutes" => (1, "m"),
        "h" | "hour" | "hours" => (1, "h"),
        "d" | "day" | "days" => (1, "d"),
        "w" | "week" | "weeks" => (1, "w"),
        "month" | "months" => (30, "d"),
        "y" | "year" | "years" => (365, "d"),
        _ => return None,
    };
    Some(format!("{}{unit}", number.checked_mul(factor)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comparisons_are_read_with_their_distance() {
        for (text, left, relation, right, distance) in [
            ("paid_at >= issued_at", "paid_at", Relation::GreaterOrEqual, "issued_at", Distance::None),
            ("a<b", "a", Relation::Less, "b", Distance::None),
            ("r > l + 30d", "r", Relation::Greater, "l", Distance::Time("+ 30d".into())),
            ("r <= l + interval '2 weeks'", "r", Relation::LessOrEqual, "l", Distance::Time("+ 2w".into())),
            (
                "cost <= price * 0.8",
                "cost",
                Relation::LessOrEqual,
                "price",
                Distance::Number { factor: 0.8, summand: 0.0 },
            ),
            ("l + 30d < r", "r", Relation::Greater, "l", Distance::Time("+ 30d".into())),
            ("a.b != c", "a.b", Relation::Different, "c", Distance::None),
        ] {
            let want = Comparison { left: left.into(), relation, right: right.into(), distance };
            assert_eq!(read(text), Some(want), "{text}");
        }
        for text in ["paid soon", "a < b < c", "a <", "a > 3 + b", ""] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
