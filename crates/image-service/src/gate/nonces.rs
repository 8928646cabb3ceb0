//! Nonces that were used, for as long as their requests could be sent again.

use std::collections::{BTreeSet, VecDeque};

/// The nonces of all keys. They live in memory: whoever restarts the service within half an hour of
/// a request opens it to that one request again, which is less harm than a disk write for each call.
#[derive(Debug)]
pub(super) struct Nonces {
    kept_millis: i64,
    seen: BTreeSet<(String, String)>,
    /// In the order in which they came, to forget them in that order.
    line: VecDeque<(i64, (String, String))>,
}

impl Nonces {
    pub(super) fn kept_for(millis: i64) -> Self {
        Nonces { kept_millis: millis, seen: BTreeSet::new(), line: VecDeque::new() }
    }

    /// False when the key used the nonce before.
    pub(super) fn remember(&mut self, key_id: &str, nonce: &str, now: i64) -> bool {
        while let Some((since, _)) = self.line.front()
            && now.saturating_sub(*since) > self.kept_millis
        {
            if let Some((_, gone)) = self.line.pop_front() {
                self.seen.remove(&gone);
            }
        }
        let used = (key_id.to_owned(), nonce.to_owned());
        if !self.seen.insert(used.clone()) {
            return false;
        }
        self.line.push_back((now, used));
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nonce_is_used_once_by_each_key_until_its_time_is_over() {
        let mut nonces = Nonces::kept_for(1_000);
        assert!(nonces.remember("a", "1", 0));
        assert!(!nonces.remember("a", "1", 1_000));
        assert!(nonces.remember("b", "1", 1_000));
        assert!(nonces.remember("a", "1", 1_001));
        assert_eq!(nonces.line.len(), nonces.seen.len());
    }
}
