//! Chance that depends on the seed and on a case's id alone, so that order and workers change nothing.

use std::ops::RangeInclusive;

/// Draws values for one purpose of one case.
///
/// `SplitMix64`, written out: a seed must mean the same cases after every update of every library, and a draw must cost
/// a few nanoseconds where hundreds of thousands of cases are drawn in a second.
pub(crate) struct Chance(u64);

impl Chance {
    /// The same seed and words draw the same values, on any machine and in any order.
    pub(crate) fn new(seed: u64, words: &[&str]) -> Self {
        Self(digest(seed, words))
    }

    /// The draws of a number of a series.
    pub(crate) fn numbered(series: u64, number: u64) -> Self {
        Self(mixed(series ^ mixed(number)))
    }

    /// Sixty-four bits.
    pub(crate) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed(self.0)
    }

    /// A number below `end`, zero if there is none. The bias of the product is below one in 2^32 for all that pages count.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        let wide = u128::from(self.bits()) * u128::from(end);
        u64::try_from(wide >> 64).unwrap_or_default()
    }

    /// A number of a range; its start if it is empty.
    pub(crate) fn within(&mut self, range: RangeInclusive<u64>) -> u64 {
        let (start, end) = range.into_inner();
        start + self.below(end.saturating_sub(start).saturating_add(1))
    }

    /// An index into something of that length.
    pub(crate) fn index(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap_or_default()
    }

    /// Heads or tails.
    pub(crate) fn flip(&mut self) -> bool {
        self.bits() >> 63 == 1
    }

    /// One in so many.
    pub(crate) fn one_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }

    /// One of these.
    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.index(from.len()))
    }
}

/// A short word of letters and digits that tells one case from another.
pub(crate) fn suffix(seed: u64, words: &[&str]) -> String {
    word(digest(seed, words))
}

/// A number as a short word.
pub(crate) fn word(mut rest: u64) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let digit = |_| {
        let digit = DIGITS[(rest % 36) as usize];
        rest /= 36;
        char::from(digit)
    };
    (0..10).map(digit).collect()
}

/// FNV-1a with SplitMix's finish: the standard library's hasher may change between releases, this may not.
pub(crate) fn digest(seed: u64, words: &[&str]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    let mut hash = seed.to_le_bytes().iter().fold(0xcbf2_9ce4_8422_2325, step);
    for word in words {
        hash = word.as_bytes().iter().chain(&[0xff]).fold(hash, step);
    }
    mixed(hash)
}

fn mixed(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_draw_the_same_values() {
        let draw = |seed, words: &[&str]| Chance::new(seed, words).bits();
        assert_eq!(draw(1, &["a", "b"]), draw(1, &["a", "b"]));
        assert_ne!(draw(1, &["a", "b"]), draw(2, &["a", "b"]));
        assert_ne!(draw(1, &["a", "b"]), draw(1, &["ab"]));
        // A plan is promised byte for byte: if these move, every stored seed means another plan.
        assert_eq!(draw(7, &["CopyImage"]), 0xaff345c3fd71724e);
        assert_eq!(suffix(7, &["CopyImage"]), "4mhm5jfu57");
    }

    #[test]
    fn draws_stay_inside() {
        let mut chance = Chance::new(1, &["inside"]);
        let drawn: Vec<u64> = (0..1000).map(|_| chance.within(3..=5)).collect();
        assert!(
            [3, 4, 5].iter().all(|wanted| drawn.contains(wanted))
                && drawn.iter().all(|n| (3..=5).contains(n))
        );
        assert_eq!((chance.below(0), chance.within(4..=4), chance.pick::<u8>(&[])), (0, 4, None));
        assert!(chance.within(0..=u64::MAX) > 0);
    }
}
