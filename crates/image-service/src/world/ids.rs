//! New ids: never twice in a world, and the same for the same history.

/// Writes the number as thirteen letters and digits that don't look like a count.
pub(crate) fn scrambled(number: u64) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut rest = mix(number);
    let mut text = [b'0'; 13];
    for slot in text.iter_mut().rev() {
        *slot = DIGITS[(rest % 36) as usize];
        rest /= 36;
    }
    text.iter().map(|b| char::from(*b)).collect()
}

/// splitmix64's finalizer: one to one on 64 bits, so different numbers stay different.
fn mix(number: u64) -> u64 {
    let mut x = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_differ_and_have_one_length() {
        let ids: std::collections::BTreeSet<String> = (0..10_000).map(scrambled).collect();
        assert_eq!(ids.len(), 10_000);
        assert!(ids.iter().all(|id| id.len() == 13));
    }
}
