//! A number that stands for some words, the same with every compiler and on every machine.

/// FNV-1a with the finish of SplitMix. Words are kept apart: `ab` is not `a`, `b`.
pub(crate) fn digest(words: &[&str]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for word in words {
        hash = word.bytes().chain([0xff]).fold(hash, step);
    }
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

/// One byte more.
fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}
