//! When requests may be sent: not too many a minute, and not when the time for a draft is over.

use std::collections::VecDeque;
use std::time::Duration;

use super::world::World;

const MINUTE: Duration = Duration::from_secs(60);

/// The pace of one draft.
#[derive(Debug)]
pub(super) struct Pace {
    per_minute: Option<usize>,
    end: Duration,
    /// When the requests of the last minute were sent.
    sent: VecDeque<Duration>,
}

impl Pace {
    pub(super) fn new(per_minute: Option<u32>, budget: Duration, now: Duration) -> Self {
        let per_minute = per_minute.filter(|most| *most > 0).map(|most| most as usize);
        Self { per_minute, end: now.saturating_add(budget), sent: VecDeque::new() }
    }

    /// Waits until the next request may be sent; whether there is time for it.
    pub(super) fn admit(&mut self, world: &dyn World) -> bool {
        let wait = self.wait(world.now());
        if !self.allows(wait, world.now()) {
            return false;
        }
        if !wait.is_zero() {
            tracing::info!(target: "synth::draft", wait_ms = wait.as_millis() as u64, "waits for the rate limit of the settings");
            world.sleep(wait);
        }
        self.sent.push_back(world.now());
        true
    }

    /// How long until less than the limit were sent within a minute.
    fn wait(&mut self, now: Duration) -> Duration {
        while self.sent.front().is_some_and(|then| *then + MINUTE <= now) {
            self.sent.pop_front();
        }
        match self.per_minute {
            Some(most) if self.sent.len() >= most => (self.sent[self.sent.len() - most] + MINUTE).saturating_sub(now),
            _ => Duration::ZERO,
        }
    }

    /// Whether a wait ends before the time is over.
    pub(super) fn allows(&self, wait: Duration, now: Duration) -> bool {
        now.saturating_add(wait) < self.end
    }

    /// The time that is left.
    pub(super) fn left(&self, now: Duration) -> Duration {
        self.end.saturating_sub(now)
    }
}
