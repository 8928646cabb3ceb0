//! What finds many phrases in one pass.
//!
//! Few places of a text begin a phrase, and the first bytes tell which. That is asked of each place by itself. An automaton
//! asks less, but each of its steps waits for the one before, and its states are many where phrases are Chinese.

use rustc_hash::FxHashMap;

/// Phrases, numbered as they were given.
#[derive(Debug)]
pub(super) struct Scanner {
    phrases: Vec<Phrase>,
    /// Phrases by their first bytes: of those that are as long, by so many.
    by_head: [Heads; 3],
}

#[derive(Debug)]
struct Phrase {
    text: String,
    /// The case of its letters counts.
    cased: bool,
}

/// How many first bytes tell phrases apart: two Chinese characters, one, or a sign.
const HEADS: [usize; 3] = [6, 3, 1];

/// Phrases that have so many first bytes.
#[derive(Debug)]
struct Heads {
    length: usize,
    /// One bit for each hash of first bytes that some phrase has.
    bits: Vec<u64>,
    /// The longest phrases first.
    phrases: FxHashMap<u64, Vec<usize>>,
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
        let phrases: Vec<Phrase> = phrases.into_iter().map(|(text, cased)| Phrase { text, cased }).collect();
        let mut by_head = HEADS.map(|length| Heads {
            length,
            bits: vec![0; 1 << (HASH_BITS - 6)],
            phrases: FxHashMap::default(),
        });
        for (number, phrase) in phrases.iter().enumerate() {
            let heads = by_head.iter_mut().find(|heads| heads.length <= phrase.text.len());
            if let Some(heads) = heads {
                let head = heads.of(window(phrase.text.as_bytes(), 0));
                heads.bits[hash(head) / 64] |= 1 << (hash(head) % 64);
                heads.phrases.entry(head).or_default().push(number);
            }
        }
        for same in by_head.iter_mut().flat_map(|heads| heads.phrases.values_mut()) {
            same.sort_by_key(|number| std::cmp::Reverse(phrases[*number].text.len()));
        }
        Scanner { phrases, by_head }
    }

    /// Tells of every phrase in `text`, in the order of the places; of several at one place, the longest first.
    pub(super) fn scan(&self, text: &str, mut tell: impl FnMut(Hit)) {
        let bytes = text.as_bytes();
        let [long, short, signs] = &self.by_head;
        for (start, byte) in bytes.iter().enumerate() {
            // No phrase begins within a character.
            if matches!(byte, 0x80..0xc0) {
                continue;
            }
            let window = window(bytes, start);
            for heads in [long, short, signs] {
                let head = heads.of(window);
                if heads.bits[hash(head) / 64] & 1 << (hash(head) % 64) != 0 {
                    self.compare(heads, head, bytes, start, &mut tell);
                }
            }
        }
    }

    #[inline(never)]
    fn compare(&self, heads: &Heads, head: u64, bytes: &[u8], start: usize, tell: &mut impl FnMut(Hit)) {
        for &number in heads.phrases.get(&head).into_iter().flatten() {
            let phrase = &self.phrases[number];
            let end = start + phrase.text.len();
            let Some(found) = bytes.get(start..end) else { continue };
            let same = if phrase.cased {
                found == phrase.text.as_bytes()
            } else {
                found.eq_ignore_ascii_case(phrase.text.as_bytes())
            };
            if same {
                tell(Hit { phrase: number, start, end });
            }
        }
    }
}

impl Heads {
    /// The first bytes, in any case of letters, of the eight that a window has.
    fn of(&self, window: u64) -> u64 {
        window & (u64::MAX >> (64 - 8 * self.length))
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
