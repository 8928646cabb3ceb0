//! Bytes of a text, asked what they are: a block at a time, and without a branch.

/// How many bytes are asked at once. Most texts have not many more.
pub(crate) const BLOCK: usize = 32;

/// Bytes that are 0 or 1, as the bits of a number.
pub(crate) fn bits(bytes: &[u8; BLOCK]) -> u32 {
    let (eights, _) = bytes.as_chunks();
    // Moves the bit of each byte behind those of the bytes before.
    let gather = |eight: &[u8; 8]| u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
    (0..).zip(eights).fold(0, |bits, (at, eight)| bits | (gather(eight) as u32) << (8 * at))
}

/// The places of the bytes of a kind, in their order. What tells the kind should have no branch either.
pub(crate) struct BytePlaces<'t, F> {
    bytes: &'t [u8],
    is: F,
    /// Where the block at hand begins,
    begin: usize,
    /// and which of its places are left.
    left: u32,
}

impl<'t, F: Fn(u8) -> bool> BytePlaces<'t, F> {
    pub(crate) fn of(bytes: &'t [u8], is: F) -> Self {
        let mut places = BytePlaces { bytes, is, begin: 0, left: 0 };
        places.left = places.in_block();
        places
    }

    /// Those of the block at hand, which may be cut short by the end.
    fn in_block(&self) -> u32 {
        let rest = &self.bytes[self.begin..];
        let ask = |block: &[u8; BLOCK]| bits(&block.map(|byte| (self.is)(byte).into()));
        if let Some(block) = rest.first_chunk() {
            ask(block)
        } else if let Some(block) = self.bytes.last_chunk() {
            ask(block) >> (BLOCK - rest.len()) // those before were told
        } else {
            let mut block = [0; BLOCK];
            block[..rest.len()].copy_from_slice(rest);
            ask(&block) & !(u32::MAX << rest.len()) // the others are none
        }
    }
}

impl<F: Fn(u8) -> bool> Iterator for BytePlaces<'_, F> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.left == 0 {
            let next = self.begin + BLOCK;
            if next >= self.bytes.len() {
                return None;
            }
            self.begin = next;
            self.left = self.in_block();
        }
        let place = self.begin + self.left.trailing_zeros() as usize;
        self.left &= self.left - 1;
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_of_the_kind_is_told() {
        let is_mark = |byte: u8| byte == 0;
        for length in 0..=3 * BLOCK {
            let is_marked = |at: usize| at % 7 == 3 || at == length - 1;
            let marked: Vec<u8> = (0..length).map(|at| u8::from(!is_marked(at))).collect();
            for bytes in [marked, vec![1; length], vec![0; length]] {
                let expected: Vec<usize> = (0..length).filter(|at| is_mark(bytes[*at])).collect();
                assert_eq!(BytePlaces::of(&bytes, is_mark).collect::<Vec<_>>(), expected, "{length}");
            }
        }
    }
}
