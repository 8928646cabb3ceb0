//! What finds many phrases in one pass.
//!
//! Few places of a text begin a phrase, and the first bytes tell which. That is asked of each place by itself. An automaton
//! asks less, but each of its steps waits for the one before, and its states are many where phrases are Chinese.

use rustc_hash::FxHashMap;

/// Phrases, numbered as they were given.
#[derive(Debug)]
pub(super) struct Scanner {
    /// The pairs of bytes that some phrase begins with: most places are done with here.
    pairs: Box<[u64; PAIRS / 64]>,
    /// Phrases by their first bytes: of those that are as long, by so many.
    by_head: [Heads; 3],
}

#[derive(Debug)]
struct Phrase {
    number: usize,
    text: Box<str>,
    /// The case of its letters counts.
    cased: bool,
    /// Its window, and which bytes of that it has.
    window: u64,
    mask: u64,
}

/// How many first bytes tell phrases apart: two Chinese characters, one, or a sign.
const HEADS: [usize; 3] = [6, 3, 1];

/// Phrases that have so many first bytes.
#[derive(Debug)]
struct Heads {
    mask: u64,
    known: Bits,
    /// The longest phrases first.
    phrases: FxHashMap<u64, Vec<Phrase>>,
}

/// A phrase in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit {
    pub(super) phrase: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Scanner {
    /// What finds these phrases; each says whether the case of its letters counts.
    pub(super) fn of(phrases: impl IntoIterator<Item = (String, bool)>) -> Self {
        let mut scanner = Scanner {
            pairs: Box::new([0; PAIRS / 64]),
            by_head: HEADS.map(|length| Heads {
                mask: mask(length),
                known: Bits::default(),
                phrases: FxHashMap::default(),
            }),
        };
        for (number, (text, cased)) in phrases.into_iter().enumerate() {
            let Some(place) = HEADS.iter().position(|length| *length <= text.len()) else { continue };
            let (mask, window) = (mask(text.len()), window(text.as_bytes(), 0));
            scanner.begins_with(text.as_bytes());
            let heads = &mut scanner.by_head[place];
            heads.known.set(window & heads.mask);
            let phrase = Phrase { number, text: text.into(), cased, window: window & mask, mask };
            heads.phrases.entry(window & heads.mask).or_default().push(phrase);
        }
        for same in scanner.by_head.iter_mut().flat_map(|heads| heads.phrases.values_mut()) {
            same.sort_by_key(|phrase| std::cmp::Reverse(phrase.text.len()));
        }
        scanner
    }

    /// In any case of letters, and whatever follows where a phrase has a single byte.
    fn begins_with(&mut self, text: &[u8]) {
        let cases = |letter: u8| [letter.to_ascii_lowercase(), letter.to_ascii_uppercase()];
        for first in cases(text[0]) {
            match text.get(1) {
                Some(second) => cases(*second).into_iter().for_each(|second| self.set(first, second)),
                None => (0..=u8::MAX).for_each(|second| self.set(first, second)),
            }
        }
    }

    fn set(&mut self, first: u8, second: u8) {
        let pair = pair(first, second);
        self.pairs[pair / 64] |= 1 << (pair % 64);
    }

    /// Tells of every phrase in `text`, in the order of the places; of several at one place, the longest first.
    pub(super) fn scan(&self, text: &str, mut tell: impl FnMut(Hit)) {
        let bytes = text.as_bytes();
        let Some(last) = bytes.len().checked_sub(1) else { return };
        for (start, two) in bytes.windows(2).enumerate() {
            if self.may_begin(two[0], two[1]) {
                self.look(bytes, start, &mut tell);
            }
        }
        if self.may_begin(bytes[last], 0) {
            self.look(bytes, last, &mut tell);
        }
    }

    fn may_begin(&self, first: u8, second: u8) -> bool {
        let pair = pair(first, second);
        self.pairs[pair / 64] >> (pair % 64) & 1 != 0
    }

    fn look(&self, bytes: &[u8], start: usize, tell: &mut impl FnMut(Hit)) {
        let window = window(bytes, start);
        for heads in &self.by_head {
            if heads.known.has(window & heads.mask) {
                heads.compare(window, bytes, start, tell);
            }
        }
    }
}

impl Heads {
    #[inline(never)]
    fn compare(&self, window: u64, bytes: &[u8], start: usize, tell: &mut impl FnMut(Hit)) {
        let phrases = self.phrases.get(&(window & self.mask));
        for phrase in phrases.into_iter().flatten().filter(|phrase| window & phrase.mask == phrase.window) {
            let end = start + phrase.text.len();
            let Some(found) = bytes.get(start..end) else { continue };
            let same = if phrase.cased {
                found == phrase.text.as_bytes()
            } else {
                found.eq_ignore_ascii_case(phrase.text.as_bytes())
            };
            if same {
                tell(Hit { phrase: phrase.number, start, end });
            }
        }
    }
}

/// How many pairs of bytes there are.
const PAIRS: usize = 1 << 16;

fn pair(first: u8, second: u8) -> usize {
    usize::from(first) << 8 | usize::from(second)
}

/// The first `length` bytes of a window.
const fn mask(length: usize) -> u64 {
    if length < 8 { (1 << (8 * length)) - 1 } else { u64::MAX }
}

/// One bit for each hash.
#[derive(Debug)]
struct Bits(Box<[u64; 1 << (HASH_BITS - 6)]>);

impl Default for Bits {
    fn default() -> Self {
        Bits(Box::new([0; 1 << (HASH_BITS - 6)]))
    }
}

impl Bits {
    fn set(&mut self, value: u64) {
        self.0[hash(value) / 64] |= 1 << (hash(value) % 64);
    }

    fn has(&self, value: u64) -> bool {
        self.0[hash(value) / 64] & 1 << (hash(value) % 64) != 0
    }
}

/// Eight bytes from a place on. Letters that differ in their case only look the same.
fn window(bytes: &[u8], start: usize) -> u64 {
    let eight = match bytes[start..].first_chunk::<8>() {
        Some(eight) => *eight,
        None => {
            let mut last = [0; 8];
            last[..bytes.len() - start].copy_from_slice(&bytes[start..]);
            last
        }
    };
    u64::from_le_bytes(eight) | 0x2020_2020_2020_2020
}

const HASH_BITS: u32 = 15;

fn hash(head: u64) -> usize {
    (head.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - HASH_BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_is_found_wherever_it_stands() {
        let phrases = ["取值范围", "取值", "：", "valid", "Valid values", "为", "at most", "=>", "="];
        let scanner = Scanner::of(phrases.iter().map(|phrase| ((*phrase).to_owned(), *phrase != "valid")));
        let text = "取值范围为：Valid values VALID at most=>=";
        let mut found = Vec::new();
        scanner.scan(text, |hit| found.push(&text[hit.start..hit.end]));
        let expected =
            ["取值范围", "取值", "为", "：", "Valid values", "Valid", "VALID", "at most", "=>", "=", "="];
        assert_eq!(found, expected);
    }
}
