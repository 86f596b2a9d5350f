//! Number words one behind the other -> their value.

use super::super::{Found, Kind, Language, Text};
use super::Number;
use super::words::{Piece, pieces};
use crate::source::scalars::Decimal;

/// Tokens that one number may have.
const LONGEST: usize = 16;

/// The number that is spelled out from a token on: in the text's language, or in English.
pub fn spelled(text: &Text<'_>, at: usize) -> Option<Found<Number>> {
    let own = spelled_in(text, at, text.language);
    own.or_else(|| spelled_in(text, at, Language::En).filter(|_| text.language != Language::En))
}

/// A piece, and the index of the token behind it when the token ends with it.
type Placed = (Piece, Option<usize>);

fn spelled_in(text: &Text<'_>, at: usize, language: Language) -> Option<Found<Number>> {
    let mut placed: Vec<Placed> = Vec::new();
    for index in at..at + LONGEST {
        let Some(token) = text.get(index).filter(|token| token.kind == Kind::Word) else { break };
        let Some(found) = pieces(&super::super::fold(&token.norm), language) else { break };
        let last = found.len() - 1;
        placed.extend(found.into_iter().enumerate().map(|(n, piece)| (piece, (n == last).then_some(index + 1))));
    }
    let mut sum = Sum { language, ..Sum::default() };
    let used = sum.read(&placed);
    let end = placed.get(used.checked_sub(1)?)?.1?;
    let value = Decimal::parse(&Decimal { digits: sum.total + sum.group, scale: 2 }.to_string(), 0)?;
    let factor = if sum.group == 0 && sum.total > 0 { u64::try_from(sum.scale).unwrap_or(1) } else { 1 };
    Some(Found { value: Number { is_approximate: sum.is_approximate, factor, ..Number::new(value, 0) }, end })
}

/// A number that is being added up, in hundredths.
#[derive(Debug)]
struct Sum {
    language: Language,
    /// What thousands and millions have made.
    total: i128,
    /// What is below the next scale.
    group: i128,
    /// What may be added to the group lies below this; 0 for nothing more.
    room: i128,
    /// The last scale; nothing of the same or more may follow.
    scale: i128,
    is_approximate: bool,
}

impl Default for Sum {
    fn default() -> Self {
        let most = i128::from(u64::MAX) * 100;
        Self { language: Language::En, total: 0, group: 0, room: most, scale: most, is_approximate: false }
    }
}

impl Sum {
    /// Reads pieces from the beginning; how many belong to the number.
    fn read(&mut self, pieces: &[Placed]) -> usize {
        if let Some(used) = self.part_of_scale(pieces) {
            return used;
        }
        let mut used = 0;
        while let Some((piece, _)) = pieces.get(used) {
            let behind = &pieces[used + 1..];
            let more = match piece {
                Piece::Add(value, room) => self.add(*value, *room),
                Piece::Hundred => self.hundred(),
                Piece::Scale(factor) => self.times(*factor),
                Piece::Scales(factor) if used > 0 => self.times(*factor),
                Piece::Dozen(factor) => self.dozen(*factor),
                Piece::Dozens(factor) if used > 0 => self.dozen(*factor),
                Piece::Article => self.article(used, behind),
                Piece::And => self.and(used, pieces),
                Piece::HalfMore => self.half(),
                Piece::Point => self.point(used, behind),
                Piece::Half | Piece::Scales(_) | Piece::Dozens(_) | Piece::Of | Piece::Quarter => 0,
            };
            if more == 0 {
                break;
            }
            used += more;
        }
        used
    }

    /// "half a million", "a quarter of a million", "three quarters of a million", "un demi-million".
    fn part_of_scale(&mut self, pieces: &[Placed]) -> Option<usize> {
        use Piece::{Add, Article, Dozen, Half, Of, Quarter, Scale};
        let kinds: Vec<Piece> = pieces.iter().take(5).map(|(piece, _)| *piece).collect();
        let scale = |piece: Option<&Piece>| match piece {
            Some(Scale(factor) | Dozen(factor)) => Some(*factor),
            Some(Piece::Hundred) => Some(100),
            _ => None,
        };
        let (hundredths, factor, used) = match &kinds[..] {
            [Half, Article, ..] => (50, scale(kinds.get(2))?, 3),
            [Half, ..] => (50, scale(kinds.get(1))?, 2),
            [Article, Half, Of, Article, ..] => (50, scale(kinds.get(4))?, 5),
            [Article, Half, ..] => (50, scale(kinds.get(2))?, 3),
            [Article, Quarter, Of, Article, ..] => (25, scale(kinds.get(4))?, 5),
            [Add(parts, _), Quarter, Of, Article, ..] if *parts < 4 => (25 * parts, scale(kinds.get(4))?, 5),
            _ => return None,
        };
        self.total = hundredths * factor;
        Some(used)
    }

    fn add(&mut self, value: i128, room: i128) -> usize {
        let (is_four, is_eighty) = (self.group % 10_000 == 400, value == 20 && self.language == Language::Fr);
        if is_four && is_eighty {
            self.group += 7_600;
            self.room = 2_000;
            return 1;
        }
        if value * 100 >= self.room {
            return 0;
        }
        self.group += value * 100;
        self.room = room * 100;
        1
    }

    /// Whether the last two digits of the group are one.
    fn is_unit(&self) -> bool {
        (100..1_000).contains(&(self.group % 10_000)) && self.room == 0
    }

    fn hundred(&mut self) -> usize {
        if self.group >= 10_000 || self.group % 100 != 0 && self.group % 50 != 0 {
            return 0;
        }
        self.group = if self.group == 0 { 10_000 } else { self.group * 100 };
        self.room = 10_000;
        1
    }

    fn times(&mut self, factor: i128) -> usize {
        if factor < self.scale {
            let group = if self.group == 0 { 100 } else { self.group };
            self.total += group * factor;
        } else if self.group == 0 && self.total > 0 && self.total < factor * 100 && factor > self.scale {
            // "mil millones": a thousand of millions.
            self.total *= factor;
        } else {
            return 0;
        }
        (self.group, self.scale, self.room) = (0, factor, factor.min(1_000) * 100);
        1
    }

    fn dozen(&mut self, factor: i128) -> usize {
        if self.total > 0 {
            return 0;
        }
        self.total = self.group.max(100) * factor;
        self.is_approximate |= factor != 12;
        (self.group, self.scale, self.room) = (0, 1, 0);
        1
    }

    /// "a hundred", "un million"; behind other words it is 1 in French: "cent un".
    fn article(&mut self, used: usize, behind: &[Placed]) -> usize {
        let next = behind.first().map(|(piece, _)| *piece);
        match (used, next) {
            (0, Some(Piece::Hundred | Piece::Scale(_) | Piece::Dozen(_))) => 1,
            (_, _) if used > 0 && self.language == Language::Fr => self.add(1, 0),
            _ => 0,
        }
    }

    /// "two hundred and five", "two and a half", "treinta y cinco"; not "one hundred and two hundred", which are two numbers.
    fn and(&mut self, used: usize, pieces: &[Placed]) -> usize {
        let behind = &pieces[used + 1..];
        let kinds = (behind.first().map(|(piece, _)| *piece), behind.get(1).map(|(piece, _)| *piece));
        match kinds {
            _ if used == 0 => return 0,
            (Some(Piece::Article), Some(Piece::Half)) => return 2 + self.half(),
            (Some(Piece::Half), _) => return 1 + self.half(),
            _ => {}
        }
        let is_within = pieces[used].1.is_none();
        let may_add = match self.language {
            Language::En => matches!(pieces[used - 1].0, Piece::Hundred | Piece::Scale(_)),
            Language::De => is_within,
            _ => self.room > 100,
        };
        let is_german = self.language == Language::De && self.is_unit();
        if !may_add {
            return 0;
        }
        let mut rest = Self { language: self.language, ..Self::default() };
        // German puts tens behind units, and what follows them is not part of the rest.
        let length = if is_german { behind.len().min(1) } else { behind.len() };
        let first = match kinds.0 {
            Some(Piece::Article) if !matches!(kinds.1, Some(Piece::Hundred | Piece::Scale(_))) => {
                rest.group = 100;
                1
            }
            _ => rest.read(&behind[..self.tail(&behind[..length])]),
        };
        let value = rest.total + rest.group;
        let limit = if self.group > 0 { self.room } else { self.scale.saturating_mul(100) };
        if first == 0 || (value >= limit && !is_german) {
            return 0;
        }
        self.group += value;
        self.room = 0;
        1 + first
    }

    /// How many pieces behind "and" belong to the group: "two hundred and *fifty* thousand"; all of them behind a scale.
    fn tail(&self, behind: &[Placed]) -> usize {
        let adds = behind.iter().take_while(|(piece, _)| matches!(piece, Piece::Add(..))).count();
        let goes_on = matches!(behind.get(adds), Some((Piece::Scale(factor), _)) if *factor < self.scale);
        if self.group > 0 && goes_on { adds } else { behind.len() }
    }

    /// Half of one more, or of one more million.
    fn half(&mut self) -> usize {
        if self.group > 0 {
            self.group += 50
        } else {
            self.total += 50 * self.scale.min(1_000_000_000)
        }
        self.room = 0;
        1
    }

    /// "two point five".
    fn point(&mut self, used: usize, behind: &[Placed]) -> usize {
        let digit = |at: usize| match behind.get(at) {
            Some((Piece::Add(value @ 0..=9, _), _)) => Some(*value),
            _ => None,
        };
        let Some(tenths) = digit(0).filter(|_| used > 0 && self.group > 0) else { return 0 };
        let hundredths = digit(1);
        self.group += tenths * 10 + hundredths.unwrap_or(0);
        self.room = 0;
        2 + usize::from(hundredths.is_some())
    }
}
