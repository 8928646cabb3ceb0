//! Times and nonces of a case's requests: another nonce each time, the same ones for the same seed and clock.

use std::time::{SystemTime, UNIX_EPOCH};

use wire::Stamp;

use crate::Clock;
use crate::digest::digest;

#[derive(Debug)]
pub(crate) struct Stamps {
    clock: Clock,
    origin: String,
    given: u64,
}

impl Stamps {
    /// The stamps of a case. `started_millis` keeps two runs of one seed apart: gates remember nonces for a while.
    pub(crate) fn new(clock: Clock, seed: u64, started_millis: i64, case: &str) -> Self {
        Self { clock, origin: format!("{seed} {started_millis} {case}"), given: 0 }
    }

    pub(crate) fn next(&mut self) -> Stamp {
        self.given += 1;
        let given = self.given.to_string();
        // Two digests of 64 bits make the 32 digits that official clients send.
        let (one, other) = (digest(&[&self.origin, &given]), digest(&[&given, &self.origin]));
        let nonce = format!("{one:016x}{other:016x}");
        Stamp { unix_millis: now_millis(self.clock), nonce }
    }
}

pub(crate) fn now_millis(clock: Clock) -> i64 {
    match clock {
        Clock::Fixed(millis) => millis,
        Clock::Real => {
            let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_and_clock_give_the_same_stamps() {
        let stamps = |seed, case| {
            let mut stamps = Stamps::new(Clock::Fixed(7), seed, 7, case);
            [stamps.next(), stamps.next()]
        };
        assert_eq!(stamps(1, "A"), stamps(1, "A"));
        let nonces: std::collections::BTreeSet<_> = [stamps(1, "A"), stamps(2, "A"), stamps(1, "B")]
            .into_iter()
            .flatten()
            .map(|stamp| stamp.nonce)
            .collect();
        assert!(nonces.len() == 6 && nonces.iter().all(|nonce| nonce.len() == 32), "{nonces:?}");
    }
}
