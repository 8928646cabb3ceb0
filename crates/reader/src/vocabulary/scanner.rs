//! What finds many phrases in one pass.
//!
//! Few places of a text begin a phrase, and the first bytes tell which. Each block of a text is asked first, a place after
//! the other and without a branch, where a phrase may begin; only these places are looked at. An automaton asks less, but
//! each of its steps waits for the one before, and its states are many where phrases are Chinese.

use crate::blocks::{BLOCK, bits};

/// Phrases, each with a number that says what it tells.
#[derive(Debug)]
pub(crate) struct Scanner {
    /// By the first two bytes of a place, how many bytes tell whether a phrase begins there.
    telling: Box<[u8; 1 << 16]>,
    /// By the hash of so many first bytes, whether a phrase begins with them: 0 or 1.
    begun: Box<[u8; 1 << HASH_BITS]>,
    /// Where the phrases of each group begin, see [`groups`].
    groups: Box<[u16; GROUPS + 1]>,
    /// The phrases, group by group, the longest first.
    phrases: Vec<Phrase>,
    /// Their texts, one behind the other.
    texts: String,
}

/// A phrase. Small, as many are looked at.
#[derive(Debug)]
struct Phrase {
    /// Its first eight bytes, as far as it has them,
    first: u64,
    /// what of them must be the same in a text,
    same: u64,
    /// and its last eight, if it has more.
    last: u64,
    /// Where its text begins.
    start: u32,
    number: u16,
    length: u8,
    /// The case of its letters counts, or it has none.
    cased: bool,
}

/// A phrase in a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hit {
    /// The number of the phrase.
    pub(crate) number: u16,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// How many bytes of each place can tell.
const WINDOW: usize = 8;

/// A block, and what the window of its last place has beyond it.
type Block = [u8; BLOCK + WINDOW];

impl Scanner {
    /// What finds these phrases; each says whether the case of its letters counts, and has its number.
    pub(crate) fn of(phrases: impl IntoIterator<Item = (String, bool, u16)>) -> Self {
        let phrases = phrases.into_iter().filter(|(text, ..)| !text.is_empty());
        let mut phrases: Vec<(String, bool, u16)> = phrases.collect();
        let telling = telling(phrases.iter().map(|(text, ..)| text.as_str()));
        let window = |text: &str| eight(text.as_bytes()) | ONE_CASE;
        let near = |text: &str| telling[usize::from(window(text) as u16)];
        let group = |text: &str| {
            let (long, short) = groups(window(text), near(text));
            if text.len() < WINDOW { short } else { long }
        };
        phrases.sort_by_key(|(text, ..)| (group(text), std::cmp::Reverse(text.len())));
        let mut begun = Box::new([0; 1 << HASH_BITS]);
        let mut groups = Box::new([0; GROUPS + 1]);
        for (text, ..) in &phrases {
            begun[hash(first(window(text), near(text)))] = 1;
            groups[group(text) + 1] += 1;
        }
        for group in 0..GROUPS {
            groups[group + 1] += groups[group];
        }
        let mut texts = String::new();
        let phrase = |(text, cased, number): (String, bool, u16)| {
            let (start, length) = (texts.len(), text.len());
            texts.push_str(&text);
            let cased = cased || !text.bytes().any(|byte| byte.is_ascii_alphabetic());
            let same = first(u64::MAX, length.min(WINDOW) as u8);
            Phrase {
                first: eight(text.as_bytes()),
                same: if cased { same } else { same & !ONE_CASE },
                last: last_eight(text.as_bytes()),
                start: start.try_into().expect("some kB"),
                number,
                length: length.try_into().expect("some bytes"),
                cased,
            }
        };
        let phrases = phrases.into_iter().map(phrase).collect();
        Scanner { telling, begun, groups, phrases, texts }
    }

    /// Tells of every phrase in `text`, in the order of the places; of several at one place, the longest first.
    pub(crate) fn scan(&self, text: &str, mut tell: impl FnMut(Hit)) {
        let bytes = text.as_bytes();
        let mut start = 0;
        while let Some(block) = bytes[start..].first_chunk() {
            self.block(block, bytes, start, &mut tell);
            start += BLOCK;
        }
        while start < bytes.len() {
            self.block(&last_block(bytes, start), bytes, start, &mut tell);
            start += BLOCK;
        }
    }

    /// Tells of the phrases at one place of `text`, the longest first.
    pub(crate) fn scan_at(&self, text: &str, place: usize, mut tell: impl FnMut(Hit)) {
        let bytes = text.as_bytes();
        self.look(eight(&bytes[place..]), bytes, place, &mut tell);
    }

    /// Tells of the phrases that begin in a block.
    #[expect(
        clippy::inline_always,
        reason = "it is the body of two loops over all bytes of all descriptions"
    )]
    #[inline(always)]
    fn block(&self, block: &Block, bytes: &[u8], start: usize, tell: &mut impl FnMut(Hit)) {
        let folded = block.map(|byte| byte | ONE_CASE as u8);
        let begins = |at: usize| {
            let window = window(&folded, at);
            self.begun[hash(first(window, self.telling[usize::from(window as u16)]))]
        };
        let mut places = bits(&std::array::from_fn(begins));
        while places != 0 {
            let at = places.trailing_zeros() as usize;
            places &= places - 1;
            self.look(window(block, at), bytes, start + at, tell);
        }
    }

    /// Tells of the phrases at a place, the longest first.
    fn look(&self, eight: u64, bytes: &[u8], start: usize, tell: &mut impl FnMut(Hit)) {
        let window = eight | ONE_CASE;
        let (long, short) = groups(window, self.telling[usize::from(window as u16)]);
        for group in [long, short] {
            let group = usize::from(self.groups[group])..usize::from(self.groups[group + 1]);
            for phrase in &self.phrases[group] {
                if (eight ^ phrase.first) & phrase.same == 0
                    && let Some(end) = self.end(phrase, bytes, start)
                {
                    tell(Hit { number: phrase.number, start, end });
                }
            }
        }
    }

    /// Where a phrase that begins like a place ends there, if the rest of it is there, too.
    fn end(&self, phrase: &Phrase, bytes: &[u8], start: usize) -> Option<usize> {
        let length = usize::from(phrase.length);
        let found = bytes.get(start..start + length)?;
        if phrase.cased && length <= WINDOW {
            return Some(start + length); // its beginning is all of it
        }
        let case = if phrase.cased { 0 } else { ONE_CASE };
        // Many phrases begin alike.
        if length > WINDOW && (last_eight(found) ^ phrase.last) & !case != 0 {
            return None;
        }
        let text = || &self.texts.as_bytes()[phrase.start as usize..][..length];
        let same = match phrase.cased {
            true => length <= 2 * WINDOW || found == text(),
            false => found.eq_ignore_ascii_case(text()),
        };
        same.then_some(start + length)
    }
}

/// By two first bytes, how many tell the phrases that begin with them from most other words: as many as a window has, but
/// no more than the shortest of the phrases.
fn telling<'p>(phrases: impl Iterator<Item = &'p str>) -> Box<[u8; 1 << 16]> {
    let mut telling = Box::new([0; 1 << 16]);
    for phrase in phrases {
        let pair = (eight(phrase.as_bytes()) | ONE_CASE) as u16;
        let shortest = phrase.len().min(WINDOW) as u8;
        // Behind a sign that is a phrase, anything may stand.
        let behind = 0..if phrase.len() == 1 { 1 << 8 } else { 1 };
        for behind in behind {
            let own = &mut telling[usize::from(pair | behind << 8)];
            *own = if *own == 0 { shortest } else { shortest.min(*own) };
        }
    }
    telling
}

/// What is left of a text from a place on, which is less than a block.
fn last_block(bytes: &[u8], start: usize) -> Block {
    let mut block: Block = [0; _];
    match bytes.last_chunk::<{ BLOCK + WINDOW }>() {
        // Copied as a whole, which is faster than as many bytes as there are.
        Some(last) => {
            let mut padded = [0; 2 * (BLOCK + WINDOW)];
            padded[..last.len()].copy_from_slice(last);
            let begin = last.len() - (bytes.len() - start);
            block.copy_from_slice(&padded[begin..begin + last.len()]);
        }
        None => block[..bytes.len() - start].copy_from_slice(&bytes[start..]),
    }
    block
}

/// The window of a place in a block.
fn window(block: &Block, at: usize) -> u64 {
    block[at..].first_chunk().map_or(0, |eight| u64::from_le_bytes(*eight))
}

/// So many of the first bytes of a window.
fn first(window: u64, bytes: u8) -> u64 {
    window & MASKS[usize::from(bytes)]
}

/// The masks of so many bytes.
const MASKS: [u64; 256] = {
    let mut masks = [u64::MAX; 256];
    let mut length = 0;
    while length < WINDOW {
        masks[length] = (1 << (8 * length)) - 1;
        length += 1;
    }
    masks
};

const HASH_BITS: u32 = 14;

fn hash(head: u64) -> usize {
    (head.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - HASH_BITS)) as usize
}

/// How many groups of phrases there are.
const GROUPS: usize = 1 << 13;

/// The groups of what begins with a window: of phrases that have all of its bytes, and of shorter ones, which have those
/// that tell.
fn groups(window: u64, telling: u8) -> (usize, usize) {
    let group = |begin: u64| 2 * hash(begin) % GROUPS;
    (group(window), group(first(window, telling)) + 1)
}

/// The first eight bytes, as far as there are so many.
fn eight(bytes: &[u8]) -> u64 {
    let mut eight = [0; WINDOW];
    let length = bytes.len().min(WINDOW);
    eight[..length].copy_from_slice(&bytes[..length]);
    u64::from_le_bytes(eight)
}

/// The last eight bytes, if there are so many.
fn last_eight(bytes: &[u8]) -> u64 {
    bytes.last_chunk().map_or(0, |eight| u64::from_le_bytes(*eight))
}

/// What makes letters of either case look the same.
const ONE_CASE: u64 = 0x2020_2020_2020_2020;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_is_found_wherever_it_stands() {
        let phrases = ["取值范围", "取值", "：", "valid", "Valid values", "为", "at most", "=>", "="];
        let scanner =
            Scanner::of(phrases.map(|phrase| (phrase.to_owned(), phrase != "valid", phrase.len() as u16)));
        let text = "取值范围为：Valid values VALID at most=>=";
        let mut found = Vec::new();
        scanner.scan(text, |hit| {
            assert_eq!(usize::from(hit.number), hit.end - hit.start, "that of the phrase");
            found.push(&text[hit.start..hit.end]);
        });
        let expected =
            ["取值范围", "取值", "为", "：", "Valid values", "Valid", "VALID", "at most", "=>", "=", "="];
        assert_eq!(found, expected);
    }

    /// Every phrase at every place, compared one by one.
    fn compared(phrases: &[(&str, bool)], text: &str) -> Vec<(usize, usize, usize)> {
        let begins = |at: usize, phrase: &str, cased: bool| {
            let found = text.as_bytes().get(at..at + phrase.len());
            found.is_some_and(|found| match cased {
                true => found == phrase.as_bytes(),
                false => found.eq_ignore_ascii_case(phrase.as_bytes()),
            })
        };
        let mut hits = Vec::new();
        for at in 0..text.len() {
            let here = phrases.iter().enumerate().filter(|(_, (phrase, cased))| begins(at, phrase, *cased));
            let mut here: Vec<_> =
                here.map(|(number, (phrase, _))| (at, at + phrase.len(), number)).collect();
            here.sort_by_key(|&(_, end, _)| std::cmp::Reverse(end));
            hits.append(&mut here);
        }
        hits
    }

    #[test]
    fn a_phrase_is_found_at_each_place_of_a_block_and_across_its_end() {
        let phrases = [
            ("取值范围", true),
            ("取值", true),
            ("取", true),
            ("：", true),
            ("=", true),
            ("=>", true),
            ("ms", true),
            ("must", true),
            ("must be specified", false),
            ("Must be set", true),
            ("is set to", false),
            ("最大", true),
            ("最小", false),
            ("不能同时", false),
            ("不能同时指定", false),
        ];
        let numbered = (0..).zip(phrases).map(|(number, (phrase, cased))| (phrase.to_owned(), cased, number));
        let scanner = Scanner::of(numbered);
        for (phrase, _) in phrases {
            for (lead, tail) in [("x", ""), ("取", "值"), ("m", "s="), ("\u{a0}", " MUST BE SPECIFIED")] {
                for length in 0..=2 * (BLOCK + WINDOW) {
                    let text = format!("{}{phrase}{tail}", lead.repeat(length));
                    let mut found = Vec::new();
                    scanner.scan(&text, |hit| found.push((hit.start, hit.end, hit.number.into())));
                    assert_eq!(found, compared(&phrases, &text), "{text}");
                }
            }
        }
    }
}
