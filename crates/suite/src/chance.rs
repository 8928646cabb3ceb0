//! Chance that depends on the seed and on a case's id alone, so that order and workers change nothing.

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// Draws values for one purpose of one case.
pub(crate) struct Chance(TestRunner);

impl Chance {
    /// The same seed and words draw the same values, on any machine and in any order.
    pub(crate) fn new(seed: u64, words: &[&str]) -> Self {
        let mut bytes = [0; 32];
        for (lane, chunk) in (0u64..).zip(bytes.chunks_exact_mut(8)) {
            chunk.copy_from_slice(&digest(seed.wrapping_add(lane), words).to_le_bytes());
        }
        let config = Config { failure_persistence: None, ..Config::default() };
        Self(TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes)))
    }

    /// A value of a strategy; `None` where the strategy holds none.
    pub(crate) fn draw<S: Strategy>(&mut self, strategy: S) -> Option<S::Value> {
        strategy.new_tree(&mut self.0).ok().map(|tree| tree.current())
    }

    /// One of these.
    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        if from.is_empty() { None } else { from.get(self.draw(0..from.len())?) }
    }
}

/// A short word of letters and digits that tells one case from another.
pub(crate) fn suffix(seed: u64, words: &[&str]) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut rest = digest(seed, words);
    (0..10)
        .map(|_| {
            let digit = DIGITS[(rest % 36) as usize];
            rest /= 36;
            char::from(digit)
        })
        .collect()
}

/// FNV-1a with SplitMix's finish: the standard library's hasher may change between releases, this may not.
fn digest(seed: u64, words: &[&str]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    let mut hash = seed.to_le_bytes().iter().fold(0xcbf2_9ce4_8422_2325, step);
    for word in words {
        hash = word.as_bytes().iter().chain(&[0xff]).fold(hash, step);
    }
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_draw_the_same_values() {
        let draw = |seed, words: &[&str]| Chance::new(seed, words).draw(0u64..u64::MAX);
        assert_eq!(draw(1, &["a", "b"]), draw(1, &["a", "b"]));
        assert_ne!(draw(1, &["a", "b"]), draw(2, &["a", "b"]));
        assert_ne!(draw(1, &["a", "b"]), draw(1, &["ab"]));
        // A plan is promised byte for byte: if this value moves, every stored seed means another plan.
        assert_eq!(suffix(7, &["CopyImage"]), suffix(7, &["CopyImage"]));
    }
}
