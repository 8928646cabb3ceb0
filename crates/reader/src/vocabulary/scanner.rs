//! What finds many phrases in one pass.
//!
//! Few places of a text begin a phrase, and the first bytes tell which. That is asked of each place by itself. An automaton
//! asks less, but each of its steps waits for the one before, and its states are many where phrases are Chinese.

/// Phrases, numbered as they were given.
#[derive(Debug)]
pub(crate) struct Scanner {
    /// What a byte begins: most places are done with here,
    begins: [Begins; 256],
    /// or with the first bytes of phrases that are in Latin script,
    latin: Bits,
    /// and with the first characters of others.
    characters: Bits,
    /// Phrases by their first bytes: of those that are as long, by so many.
    by_head: [Heads; HEADS.len()],
}

/// What a byte begins; of several the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Begins {
    /// No phrase.
    Nothing,
    /// Phrases of which so many first bytes tell: [`LATIN`].
    Latin,
    /// Others that are shorter, but have two at least.
    Short,
    /// A phrase of its own.
    Sign,
    /// A character of so many bytes.
    Character(u8),
}

/// How many first bytes tell phrases apart: two Chinese characters, one, two letters, or a sign.
const HEADS: [usize; 4] = [6, 3, 2, 1];

/// How many of these are of phrases that are no signs, and no word of two letters.
const LONG: usize = 2;

/// How many first bytes tell a phrase in Latin script from most other words.
const LATIN: usize = 4;

/// Phrases that have so many first bytes.
#[derive(Debug)]
struct Heads {
    mask: u64,
    known: Bits,
    /// Where the phrases of each group begin; the hash of their heads tells the group.
    groups: Box<[u16; GROUPS + 1]>,
    /// Group by group, the longest first.
    phrases: Vec<Phrase>,
    /// Their texts, one behind the other.
    texts: String,
}

/// Small, as many are looked at.
#[derive(Debug)]
struct Phrase {
    /// Its first bytes.
    eight: u64,
    /// Where its text begins.
    start: u32,
    number: u16,
    length: u8,
    /// The case of its letters counts.
    cased: bool,
}

/// A phrase in a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hit {
    pub(crate) phrase: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Scanner {
    /// What finds these phrases; each says whether the case of its letters counts.
    pub(crate) fn of(phrases: impl IntoIterator<Item = (String, bool)>) -> Self {
        let mut begins = std::array::from_fn(|first| match first {
            0..0xc0 => Begins::Nothing,
            0xc0..0xe0 => Begins::Character(2),
            0xe0..0xf0 => Begins::Character(3),
            _ => Begins::Character(4),
        });
        let (mut latin, mut characters) = (Bits::default(), Bits::default());
        let mut by_head: [Vec<(u16, String, bool)>; HEADS.len()] = Default::default();
        for (number, (text, cased)) in (0..).zip(phrases) {
            let Some(place) = HEADS.iter().position(|length| *length <= text.len()) else { continue };
            let (window, first) = (eight(text.as_bytes()) | ONE_CASE, text.as_bytes()[0]);
            if let Begins::Character(width) = begins[usize::from(first)] {
                characters.set(window & mask(width.into()));
            } else {
                let own = match text.len() {
                    0..2 => Begins::Sign,
                    2..LATIN => Begins::Short,
                    _ => Begins::Latin,
                };
                latin.set(window & mask(if own == Begins::Short { 2 } else { LATIN }));
                for first in [first.to_ascii_lowercase(), first.to_ascii_uppercase()].map(usize::from) {
                    begins[first] = begins[first].max(own);
                }
            }
            by_head[place].push((number, text, cased));
        }
        let mut lengths = HEADS.into_iter();
        let by_head = by_head.map(|phrases| Heads::of(lengths.next().unwrap_or_default(), phrases));
        Scanner { begins, latin, characters, by_head }
    }

    /// Tells of every phrase in `text`, in the order of the places; of several at one place, the longest first.
    pub(crate) fn scan(&self, text: &str, mut tell: impl FnMut(Hit)) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(eight) = bytes[at..].first_chunk() {
            at += self.step(u64::from_le_bytes(*eight), bytes, at, &mut tell);
        }
        while at < bytes.len() {
            at += self.step(eight(&bytes[at..]), bytes, at, &mut tell);
        }
    }

    /// Tells of the phrases at a place, and how far the next one is.
    #[expect(
        clippy::inline_always,
        reason = "it is the body of two loops over all bytes of all descriptions"
    )]
    #[inline(always)]
    fn step(&self, eight: u64, bytes: &[u8], at: usize, tell: &mut impl FnMut(Hit)) -> usize {
        let window = eight | ONE_CASE;
        let has_latin = |length: usize| self.latin.has(window & mask(length));
        let (may_begin, heads, width) = match self.begins[usize::from(eight as u8)] {
            Begins::Nothing => return 1,
            Begins::Latin => (has_latin(LATIN), LONG, 1),
            Begins::Short => (has_latin(2) || has_latin(LATIN), HEADS.len(), 1),
            Begins::Sign => (true, HEADS.len(), 1),
            Begins::Character(3) => (self.characters.has(window & mask(3)), LONG, 3),
            Begins::Character(width) => (true, HEADS.len(), width.into()),
        };
        if may_begin {
            self.look(&self.by_head[..heads], eight, bytes, at, tell);
        }
        width
    }

    /// The longest phrase that `text` begins with.
    pub(crate) fn begins(&self, text: &str) -> Option<Hit> {
        let mut longest = None;
        self.look(&self.by_head, eight(text.as_bytes()), text.as_bytes(), 0, &mut |hit| {
            longest.get_or_insert(hit);
        });
        longest
    }

    /// Tells of the phrases at a place, the longest first.
    fn look(&self, by_head: &[Heads], eight: u64, bytes: &[u8], start: usize, tell: &mut impl FnMut(Hit)) {
        for heads in by_head {
            if heads.known.has((eight | ONE_CASE) & heads.mask) {
                heads.compare(eight, bytes, start, tell);
            }
        }
    }
}

impl Heads {
    fn of(length: usize, mut phrases: Vec<(u16, String, bool)>) -> Self {
        let mask = mask(length);
        let head = |text: &str| (eight(text.as_bytes()) | ONE_CASE) & mask;
        phrases.sort_by_key(|(_, text, _)| (group(head(text)), std::cmp::Reverse(text.len())));
        let mut heads = Heads {
            mask,
            known: Bits::default(),
            groups: Box::new([0; GROUPS + 1]),
            phrases: Vec::with_capacity(phrases.len()),
            texts: String::new(),
        };
        for (number, text, cased) in phrases {
            heads.known.set(head(&text));
            heads.groups[group(head(&text)) + 1] += 1;
            let (start, length) = (heads.texts.len(), text.len());
            let (start, length) =
                (start.try_into().expect("some kB"), length.try_into().expect("some bytes"));
            heads.phrases.push(Phrase { eight: eight(text.as_bytes()), start, number, length, cased });
            heads.texts.push_str(&text);
        }
        for group in 0..GROUPS {
            heads.groups[group + 1] += heads.groups[group];
        }
        heads
    }

    #[inline(never)]
    fn compare(&self, eight: u64, bytes: &[u8], start: usize, tell: &mut impl FnMut(Hit)) {
        let group = group((eight | ONE_CASE) & self.mask);
        let group = usize::from(self.groups[group])..usize::from(self.groups[group + 1]);
        for phrase in &self.phrases[group] {
            let length = usize::from(phrase.length);
            let differ = (eight ^ phrase.eight) & mask(length);
            if differ & !ONE_CASE != 0 || phrase.cased && differ != 0 {
                continue;
            }
            let end = start + length;
            let Some(found) = bytes.get(start..end) else { continue };
            let text = || &self.texts.as_bytes()[phrase.start as usize..][..length];
            let same = match phrase.cased {
                true => length <= 8 || found[8..] == text()[8..],
                false => found.eq_ignore_ascii_case(text()),
            };
            if same {
                tell(Hit { phrase: phrase.number.into(), start, end });
            }
        }
    }
}

/// The first `length` bytes of a window.
const fn mask(length: usize) -> u64 {
    if length < 8 { (1 << (8 * length)) - 1 } else { u64::MAX }
}

/// One bit for each hash. Few, so that they stay at hand.
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
        self.0[hash(value) / 64] >> (hash(value) % 64) & 1 != 0
    }
}

const HASH_BITS: u32 = 14;

fn hash(head: u64) -> usize {
    (head.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - HASH_BITS)) as usize
}

/// How many groups of phrases there are.
const GROUPS: usize = 1 << 12;

fn group(head: u64) -> usize {
    hash(head) % GROUPS
}

/// The first eight bytes, as far as there are so many.
fn eight(bytes: &[u8]) -> u64 {
    let mut eight = [0; 8];
    let length = bytes.len().min(8);
    eight[..length].copy_from_slice(&bytes[..length]);
    u64::from_le_bytes(eight)
}

/// What makes letters of either case look the same.
const ONE_CASE: u64 = 0x2020_2020_2020_2020;

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
