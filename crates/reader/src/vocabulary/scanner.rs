//! What finds many phrases in one pass.
//!
//! Few places of a text begin a phrase, and the first bytes tell which. Each block of a text is asked first, a place after
//! the other and without a branch, where a phrase may begin; only these places are looked at. An automaton asks less, but
//! each of its steps waits for the one before, and its states are many where phrases are Chinese.

/// Phrases, numbered as they were given.
#[derive(Debug)]
pub(crate) struct Scanner {
    /// By the first two bytes of a place, how many bytes tell whether a phrase begins there.
    windows: Box<[Windows; 1 << 16]>,
    /// By the hash of its near bytes, whether a phrase begins there.
    begun: Box<[bool; 1 << HASH_BITS]>,
    /// Where the phrases of each group begin; the hash of their far bytes tells the group, or of the near ones if they have
    /// no more.
    groups: Box<[u16; GROUPS + 1]>,
    /// How phrases begin, group by group, the longest first,
    heads: Vec<Head>,
    /// and what else is to know of them.
    phrases: Vec<Phrase>,
    /// Their texts, one behind the other.
    texts: String,
}

/// How many bytes are looked at: two lengths in four bits each, so that the table of all pairs of bytes is small.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Windows(u8);

impl Windows {
    fn of(near: usize, far: usize) -> Self {
        Windows((near | far << 4) as u8)
    }

    /// What the shortest phrase has, so that none is missed.
    fn near(self) -> usize {
        usize::from(self.0 & 15)
    }

    /// What most phrases have: two Chinese characters, or four bytes of others.
    fn far(self) -> usize {
        usize::from(self.0 >> 4)
    }
}

/// How a phrase begins: its first bytes, and what of them must be the same in a text.
#[derive(Debug)]
struct Head {
    first: u64,
    same: u64,
}

impl Head {
    fn fits(&self, eight: u64) -> bool {
        (eight ^ self.first) & self.same == 0
    }
}

/// Small, as many are looked at.
#[derive(Debug)]
struct Phrase {
    /// Its last eight bytes, if it has more.
    last: u64,
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

/// How many places are asked at once. Most texts have not many more bytes.
const BLOCK: usize = 32;

/// How many bytes of each place can tell.
const WINDOW: usize = 8;

/// A block, and what the window of its last place has beyond it.
type Block = [u8; BLOCK + WINDOW];

impl Scanner {
    /// What finds these phrases; each says whether the case of its letters counts.
    pub(crate) fn of(phrases: impl IntoIterator<Item = (String, bool)>) -> Self {
        let phrases = (0..).zip(phrases).filter(|(_, (text, _))| !text.is_empty());
        let mut phrases: Vec<(u16, (String, bool))> = phrases.collect();
        let windows = windows(phrases.iter().map(|(_, (text, _))| text.as_str()));
        let window = |text: &str| eight(text.as_bytes()) | ONE_CASE;
        let lengths = |text: &str| windows[usize::from(window(text) as u16)];
        let group = |text: &str| {
            let (near, far) = groups_of(window(text), lengths(text));
            if text.len() < lengths(text).far() { near } else { far }
        };
        phrases.sort_by_key(|(_, (text, _))| (group(text), std::cmp::Reverse(text.len())));
        let mut begun = Box::new([false; 1 << HASH_BITS]);
        let mut groups = Box::new([0; GROUPS + 1]);
        for (_, (text, _)) in &phrases {
            begun[hash(window(text) & MASKS[lengths(text).near()])] = true;
            groups[group(text) + 1] += 1;
        }
        for group in 0..GROUPS {
            groups[group + 1] += groups[group];
        }
        let head = |(_, (text, cased)): &(u16, (String, bool))| {
            let same = MASKS[text.len().min(WINDOW)] & if *cased { u64::MAX } else { !ONE_CASE };
            Head { first: eight(text.as_bytes()), same }
        };
        let heads = phrases.iter().map(head).collect();
        let mut texts = String::new();
        let phrase = |(number, (text, cased)): (u16, (String, bool))| {
            let (start, length) = (texts.len(), text.len());
            texts.push_str(&text);
            Phrase {
                last: last_eight(text.as_bytes()),
                start: start.try_into().expect("some kB"),
                number,
                length: length.try_into().expect("some bytes"),
                cased,
            }
        };
        let phrases = phrases.into_iter().map(phrase).collect();
        Scanner { windows, begun, groups, heads, phrases, texts }
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
        let mut places = 0_u32;
        for at in 0..BLOCK {
            let window = window(block, at) | ONE_CASE;
            let near = self.windows[usize::from(window as u16)].near();
            let begins = self.begun[hash(window & MASKS[near])];
            places = places >> 1 | u32::from(begins) << (BLOCK - 1);
        }
        while places != 0 {
            let at = places.trailing_zeros() as usize;
            places &= places - 1;
            self.look(window(block, at), bytes, start + at, tell);
        }
    }

    /// Tells of the phrases at a place, the longest first.
    fn look(&self, eight: u64, bytes: &[u8], start: usize, tell: &mut impl FnMut(Hit)) {
        let window = eight | ONE_CASE;
        let (near, far) = groups_of(window, self.windows[usize::from(window as u16)]);
        for group in [far, near] {
            let group = usize::from(self.groups[group])..usize::from(self.groups[group + 1]);
            for (head, phrase) in self.heads[group.clone()].iter().zip(&self.phrases[group]) {
                if head.fits(eight)
                    && let Some(end) = self.end(phrase, bytes, start)
                {
                    tell(Hit { phrase: phrase.number.into(), start, end });
                }
            }
        }
    }

    /// Where a phrase that begins like a place ends there, if the rest of it is there, too.
    fn end(&self, phrase: &Phrase, bytes: &[u8], start: usize) -> Option<usize> {
        let length = usize::from(phrase.length);
        let found = bytes.get(start..start + length)?;
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

/// By two first bytes, how many tell the phrases that begin with them from most other words.
fn windows<'p>(phrases: impl Iterator<Item = &'p str>) -> Box<[Windows; 1 << 16]> {
    let mut windows = Box::new([Windows::default(); 1 << 16]);
    for phrase in phrases {
        let pair = (eight(phrase.as_bytes()) | ONE_CASE) as u16;
        let (far, short) = if phrase.is_ascii() { (4, phrase.len()) } else { (6, 3) };
        // Behind a sign that is a phrase, anything may stand.
        let behind = 0..if phrase.len() == 1 { 1 << 8 } else { 1 };
        for behind in behind {
            let own = &mut windows[usize::from(pair | behind << 8)];
            let shortest = if own.near() == 0 { far } else { own.near() };
            *own = Windows::of(if phrase.len() < far { shortest.min(short) } else { shortest }, far);
        }
    }
    windows
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

/// The first bytes of a window, by how many.
const MASKS: [u64; 16] = {
    let mut masks = [u64::MAX; 16];
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

/// How many groups of phrases there are, half of them near.
const GROUPS: usize = 1 << 13;

/// The groups, near and far, of what begins with a window.
fn groups_of(window: u64, lengths: Windows) -> (usize, usize) {
    let group = |length: usize| 2 * hash(window & MASKS[length]) % GROUPS;
    (group(lengths.near()), group(lengths.far()) + 1)
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
        let scanner = Scanner::of(phrases.iter().map(|phrase| ((*phrase).to_owned(), *phrase != "valid")));
        let text = "取值范围为：Valid values VALID at most=>=";
        let mut found = Vec::new();
        scanner.scan(text, |hit| found.push(&text[hit.start..hit.end]));
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
        ];
        let scanner = Scanner::of(phrases.map(|(phrase, cased)| (phrase.to_owned(), cased)));
        for (phrase, _) in phrases {
            for (lead, tail) in [("x", ""), ("取", "值"), ("m", "s="), ("\u{a0}", " MUST BE SPECIFIED")] {
                for length in 0..=2 * (BLOCK + WINDOW) {
                    let text = format!("{}{phrase}{tail}", lead.repeat(length));
                    let mut found = Vec::new();
                    scanner.scan(&text, |hit| found.push((hit.start, hit.end, hit.phrase)));
                    assert_eq!(found, compared(&phrases, &text), "{text}");
                }
            }
        }
    }
}
