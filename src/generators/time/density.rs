//! Weights by day and by time of day -> [`Density`]: the cumulative weight up to an instant, and back, in constant time; and the
//! same for the time that has weight at all, which [`super::arrivals`] keeps its gaps in.
//!
//! Days and times of day are independent: the weight of an instant is its day's times its time of day's. So the table has one
//! entry a day, and the same [`Profile`] serves every day.

use super::calendar::{DAY, SECOND};

/// Cumulative weights over consecutive days.
#[derive(Debug, Clone)]
pub(super) struct Density {
    /// The first day, counted from 1970-01-01.
    first: i64,
    /// The weight before each day, and of all days.
    cumulative: Box<[f64]>,
    /// For each of as many equal parts of the weight, the first day that may hold it.
    guide: Box<[u32]>,
    /// Parts per weight.
    scale: f64,
    /// The largest number below the weight of all days.
    top: f64,
    profile: Profile,
    /// The days that have weight, from the first.
    active: Box<[u32]>,
}

impl Density {
    /// The density of days from `first` on with their weights.
    pub fn new(first: i64, weights: impl Iterator<Item = f64>, profile: Profile) -> Self {
        let mut cumulative = vec![0.0];
        let mut active = Vec::new();
        for (day, weight) in weights.enumerate() {
            let sum: f64 = cumulative[day] + weight;
            if sum > cumulative[day] {
                active.push(day as u32);
            }
            cumulative.push(sum);
        }
        let days = cumulative.len() - 1;
        let scale = days as f64 / cumulative[days].max(f64::MIN_POSITIVE);
        let top = cumulative[days].next_down();
        let guide = guide(&cumulative, scale);
        Self { first, cumulative: cumulative.into(), guide, scale, top, profile, active: active.into() }
    }

    /// The weight of all instants before one; instants beyond the days count as their ends.
    pub fn mass(&self, instant: i64) -> f64 {
        let Some((day, clock)) = self.split(instant) else {
            return if instant < self.first * DAY { 0.0 } else { self.cumulative[self.cumulative.len() - 1] };
        };
        let before = self.cumulative[day];
        before + (self.cumulative[day + 1] - before) * self.profile.mass(clock)
    }

    /// The instant before which the weight is `mass`; it rises with it.
    #[inline]
    pub fn at(&self, mass: f64) -> i64 {
        let mass = mass.min(self.top);
        let part = ((mass * self.scale) as usize).min(self.guide.len() - 1);
        let mut day = self.guide[part] as usize;
        while self.cumulative[day + 1] <= mass {
            day += 1;
        }
        let before = self.cumulative[day];
        let share = (mass - before) / (self.cumulative[day + 1] - before);
        (self.first + day as i64) * DAY + self.profile.at(share)
    }

    /// Microseconds before an instant that have weight.
    pub fn worked(&self, instant: i64) -> i64 {
        let length = self.profile.worked(DAY);
        let Some((day, clock)) = self.split(instant) else {
            return if instant < self.first * DAY { 0 } else { self.active.len() as i64 * length };
        };
        let before = self.active.partition_point(|active| (*active as usize) < day);
        let today = self.active.get(before).is_some_and(|active| *active as usize == day);
        before as i64 * length + if today { self.profile.worked(clock) } else { 0 }
    }

    /// The instant before which `worked` microseconds have weight, itself one of those that have; rises by at least as much as
    /// `worked` does.
    pub fn at_worked(&self, worked: i64) -> i64 {
        let length = self.profile.worked(DAY);
        let place = ((worked / length) as usize).min(self.active.len() - 1);
        let clock = self.profile.at_worked(worked - place as i64 * length);
        (self.first + i64::from(self.active[place])) * DAY + clock
    }

    /// The place of a day in the table, and the time of day.
    fn split(&self, instant: i64) -> Option<(usize, i64)> {
        let day = usize::try_from(instant.div_euclid(DAY) - self.first).ok()?;
        (day + 1 < self.cumulative.len()).then(|| (day, instant.rem_euclid(DAY)))
    }
}

/// See [`Density::guide`]. Parts and weights round alike, so that a part's first day is never behind the weight sought.
fn guide(cumulative: &[f64], scale: f64) -> Box<[u32]> {
    let days = cumulative.len() - 1;
    let mut day = 0;
    let first = |part: usize| {
        while day + 1 < days && ((cumulative[day + 1] * scale) as usize) < part {
            day += 1;
        }
        day as u32
    };
    (0..days.max(1)).map(first).collect()
}

/// How the weight of a day is spread over it.
#[derive(Debug, Clone)]
pub(super) struct Profile {
    /// The times of day that have weight, in order.
    pieces: Box<[Piece]>,
}

/// A part of the day with constant weight: from `start` to `end` in microseconds from midnight.
#[derive(Debug, Clone, Copy)]
struct Piece {
    start: i64,
    end: i64,
    /// The share of the day's weight before it, and its own.
    before: f64,
    share: f64,
    /// Microseconds before it that have weight.
    worked: i64,
}

impl Profile {
    /// The profile of weights by hour, cut to business hours; none when nothing is left.
    pub fn new(hourly: Option<&[f64]>, hours: Option<(i64, i64)>) -> Option<Self> {
        let (open, close) = hours.unwrap_or((0, DAY));
        let weighted: Vec<(i64, i64, f64)> = match hourly {
            None => vec![(open, close, 1.0)],
            Some(weights) => (0..24).map(|hour| (hour * HOUR, (hour + 1) * HOUR, weights[hour as usize])).collect(),
        };
        let cut = weighted.into_iter().map(|(start, end, weight)| (start.max(open), end.min(close), weight));
        let cut: Vec<(i64, i64, f64)> = cut.filter(|(start, end, weight)| start < end && *weight > 0.0).collect();
        let mass = |(start, end, weight): &(i64, i64, f64)| (end - start) as f64 * weight;
        let total: f64 = cut.iter().map(mass).sum();
        let (mut before, mut worked) = (0.0, 0);
        let piece = |part: &(i64, i64, f64)| {
            let piece = Piece { start: part.0, end: part.1, before, share: mass(part) / total, worked };
            before += piece.share;
            worked += part.1 - part.0;
            piece
        };
        let pieces: Box<[Piece]> = cut.iter().map(piece).collect();
        (!pieces.is_empty()).then_some(Self { pieces })
    }

    /// The share of a day's weight before a time of day.
    fn mass(&self, clock: i64) -> f64 {
        match self.pieces.partition_point(|piece| piece.start <= clock) {
            0 => 0.0,
            behind => {
                let piece = &self.pieces[behind - 1];
                let part = (clock.min(piece.end) - piece.start) as f64 / (piece.end - piece.start) as f64;
                (piece.before + piece.share * part).min(1.0)
            }
        }
    }

    /// The time of day before which a share of the day's weight lies.
    #[inline]
    fn at(&self, share: f64) -> i64 {
        let piece = match &self.pieces[..] {
            [only] => only,
            pieces => &pieces[pieces.partition_point(|piece| piece.before <= share).max(1) - 1],
        };
        let length = piece.end - piece.start;
        let part = (share - piece.before) / piece.share;
        piece.start + ((part * length as f64) as i64).clamp(0, length - 1)
    }

    /// Microseconds of a day before a time that have weight.
    fn worked(&self, clock: i64) -> i64 {
        match self.pieces.partition_point(|piece| piece.start <= clock) {
            0 => 0,
            behind => {
                let piece = &self.pieces[behind - 1];
                piece.worked + clock.min(piece.end) - piece.start
            }
        }
    }

    /// The time of day before which so many microseconds have weight.
    fn at_worked(&self, worked: i64) -> i64 {
        let piece = &self.pieces[self.pieces.partition_point(|piece| piece.worked <= worked).max(1) - 1];
        (piece.start + worked - piece.worked).clamp(piece.start, piece.end - 1)
    }
}

const HOUR: i64 = 3600 * SECOND;

#[cfg(test)]
mod tests {
    use super::*;

    fn office() -> Density {
        // Two weeks from Monday 1970-01-05, weekends off, 9 to 17 with lunch off.
        let mut hours = [1.0; 24];
        hours[12] = 0.0;
        hours[15] = 3.0;
        let profile = Profile::new(Some(&hours), Some((9 * HOUR, 17 * HOUR))).unwrap();
        Density::new(4, (0..14).map(|day| if day % 7 < 5 { 1.0 + f64::from(day) } else { 0.0 }), profile)
    }

    #[test]
    fn the_inverse_meets_the_cumulative_weight() {
        let density = office();
        let total = density.mass(i64::MAX / 2);
        let mut last = i64::MIN;
        for step in 0..=10_000 {
            let mass = total * f64::from(step) / 10_000.0;
            let instant = density.at(mass);
            assert!(instant >= last);
            assert!((density.mass(instant) - mass).abs() < 1e-8 * total, "{step}");
            let (day, clock) = ((instant.div_euclid(DAY) - 4) % 7, instant.rem_euclid(DAY));
            assert!(day < 5 && (9 * HOUR..17 * HOUR).contains(&clock) && clock / HOUR != 12, "{step}");
            last = instant;
        }
    }

    #[test]
    fn worked_time_goes_there_and_back() {
        let density = office();
        assert_eq!(density.worked(5 * DAY), 7 * HOUR);
        assert_eq!(density.worked(100 * DAY), 70 * HOUR);
        assert_eq!(density.worked(0), 0);
        let mut last = density.at_worked(0);
        for step in 1..70 * 60 {
            let instant = density.at_worked(step * 60 * SECOND);
            assert_eq!(density.worked(instant), step * 60 * SECOND);
            assert!(instant - last >= 60 * SECOND);
            last = instant;
        }
        assert_eq!(density.at_worked(70 * HOUR - 1), 15 * DAY + 17 * HOUR - 1);
    }

    #[test]
    fn days_without_weight_at_the_ends_are_never_met() {
        let profile = Profile::new(None, None).unwrap();
        let density = Density::new(0, [0.0, 0.0, 1.0, 0.0].into_iter(), profile);
        assert_eq!(density.at(0.0), 2 * DAY);
        assert_eq!(density.at(1.0 - f64::EPSILON), 3 * DAY - 1);
    }
}
