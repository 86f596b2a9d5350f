//! The clock, the waits and the chances of a client, apart, so that tests do not wait.

use std::time::Duration;

/// What a client needs of the world.
pub trait World {
    /// Time since some beginning.
    fn now(&self) -> Duration;
    /// Seconds since 1970, for the age of what is kept.
    fn unix(&self) -> u64;
    /// Waits.
    fn sleep(&self, wait: Duration);
    /// A number from 0 to below 1, for the jitter of waits. Never for data.
    fn chance(&self) -> f64;
}

/// The clock of the machine.
pub use real::Real;

mod real {
    #![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "waits between requests are no data")]

    use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

    use super::World;

    /// The machine's own.
    #[derive(Debug)]
    pub struct Real {
        start: Instant,
    }

    impl Real {
        /// A clock that begins now.
        pub fn new() -> Self {
            Self { start: Instant::now() }
        }
    }

    impl Default for Real {
        fn default() -> Self {
            Self::new()
        }
    }

    impl World for Real {
        fn now(&self) -> Duration {
            self.start.elapsed()
        }

        fn unix(&self) -> u64 {
            SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
        }

        fn sleep(&self, wait: Duration) {
            std::thread::sleep(wait);
        }

        fn chance(&self) -> f64 {
            f64::from(self.start.elapsed().subsec_nanos() % 1_000) / 1_000.0
        }
    }
}
