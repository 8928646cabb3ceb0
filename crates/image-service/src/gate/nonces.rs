//! Nonces that were used, for as long as their requests could be sent again.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::hash::{BuildHasher, RandomState};

use wire::GateTrouble;

/// The most nonces that are remembered of one key: some 40 MB.
const MOST: usize = 1 << 19;

/// The nonces of all keys. They live in memory: whoever restarts the service within half an hour of
/// a request opens it to that one request again, which is less harm than a disk write for each call.
///
/// A key that sends so fast that its nonces would not fit has the oldest forgotten, and from then on
/// its requests must be younger than those: memory is bounded, and no request is ever taken twice.
#[derive(Debug)]
pub(super) struct Nonces {
    kept_millis: i64,
    most: usize,
    /// Two seeds, drawn at the start: nobody can choose nonces that meet.
    seeds: [RandomState; 2],
    keys: BTreeMap<String, Used>,
}

/// The nonces of one key.
#[derive(Debug, Default)]
struct Used {
    seen: HashSet<u128>,
    /// By the time of their requests, to forget the oldest first.
    line: BTreeSet<(i64, u128)>,
    /// Requests that are not younger may have been seen and forgotten.
    floor: Option<i64>,
}

impl Nonces {
    /// Nonces are remembered until their request's own time lies so many milliseconds back.
    pub(super) fn kept_for(millis: i64) -> Self {
        Nonces {
            kept_millis: millis,
            most: MOST,
            seeds: [RandomState::new(), RandomState::new()],
            keys: BTreeMap::new(),
        }
    }

    /// Remembers the nonce of a request that bears the time `then`.
    pub(super) fn remember(
        &mut self,
        key_id: &str,
        nonce: &str,
        then: i64,
        now: i64,
    ) -> Result<(), GateTrouble> {
        let [high, low] = self.seeds.each_ref().map(|seed| u128::from(seed.hash_one(nonce)));
        let nonce = (high << 64) | low;
        let used = self.keys.entry(key_id.to_owned()).or_default();
        while let Some((since, gone)) = used.line.first().copied()
            && now.saturating_sub(since) > self.kept_millis
        {
            used.line.remove(&(since, gone));
            used.seen.remove(&gone);
        }
        if used.floor.is_some_and(|floor| then <= floor) {
            return Err(GateTrouble::TimeExpired);
        }
        if !used.seen.insert(nonce) {
            return Err(GateTrouble::NonceUsed);
        }
        used.line.insert((then, nonce));
        if used.line.len() > self.most
            && let Some((since, gone)) = used.line.pop_first()
        {
            used.seen.remove(&gone);
            used.floor = Some(since);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nonce_is_used_once_by_each_key_until_its_time_is_over() {
        let mut nonces = Nonces::kept_for(1_000);
        assert_eq!(nonces.remember("a", "1", 0, 0), Ok(()));
        assert_eq!(nonces.remember("a", "1", 900, 1_000), Err(GateTrouble::NonceUsed));
        assert_eq!(nonces.remember("b", "1", 900, 1_000), Ok(()));
        assert_eq!(nonces.remember("a", "1", 900, 1_001), Ok(()));
        assert_eq!(nonces.keys["a"].seen.len(), 1);
    }

    #[test]
    fn what_does_not_fit_is_forgotten_and_still_not_taken_twice() {
        let mut nonces = Nonces { most: 3, ..Nonces::kept_for(1_000_000) };
        for then in 0..100 {
            assert_eq!(nonces.remember("a", &then.to_string(), then, 100), Ok(()));
        }
        let used = &nonces.keys["a"];
        assert_eq!((used.seen.len(), used.line.len()), (3, 3));
        for then in 0..100 {
            assert!(nonces.remember("a", &then.to_string(), then, 100).is_err(), "{then}");
        }
        assert_eq!(nonces.remember("b", "0", 0, 100), Ok(()), "another key is not held up");
    }
}
