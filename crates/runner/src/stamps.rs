//! Times and nonces of a case's requests: another nonce each time, the same ones for the same seed and clock.

use std::time::{SystemTime, UNIX_EPOCH};

use wire::Stamp;

use crate::Clock;

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
        let text = format!("{} {}", self.origin, self.given);
        // Two hashes of 64 bits make the 32 digits that official clients send.
        let nonce =
            format!("{:016x}{:016x}", fnv(0xcbf2_9ce4_8422_2325, &text), fnv(0x8422_2325_cbf2_9ce4, &text));
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

/// FNV-1a, which stays the same with every compiler.
fn fnv(basis: u64, text: &str) -> u64 {
    text.bytes().fold(basis, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
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
