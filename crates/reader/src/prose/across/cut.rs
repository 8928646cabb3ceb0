//! A sentence, cut into pieces before anybody knows which parameters its page has.
//!
//! Most descriptions stand on several pages. What their words are does not depend on the page, but for the words that may
//! name parameters of it: a piece tells what such a word is if it names none. `tokens` asks the page.

use std::ops::Range;

use smallvec::SmallVec;

use super::lexicon::{Lexicon, Meanings, Word};
use super::mentions::{CLOSE, OPEN, word};

/// A sentence in pieces.
#[derive(Debug)]
pub(super) struct Cut {
    /// Noise is left out.
    pub(super) pieces: Box<[Piece]>,
    /// The words with which a longer piece begins, if they name nothing: `If you specify`, `Disk.N.*`.
    taken: Box<[Place]>,
    /// It is written in Chinese.
    pub(super) chinese: bool,
}

/// A piece of a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    /// What it is, unless it names a parameter.
    pub(super) reading: Reading,
    /// It may name one.
    pub(super) may_name: bool,
    place: Place,
}

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// A phrase.
    Phrase(Meanings),
    /// A Latin word or a number.
    Word,
    /// `DataDisk.N.*` or `DataDisk.N`.
    Group,
    /// A text in quotes.
    Quoted,
    /// A comma.
    Comma,
    /// Another mark: a colon, a stop.
    Stop,
    /// A bracket opens.
    Open,
    /// A bracket closes.
    Close,
    /// Words that are not understood.
    Gap,
}

/// Where something begins and ends in a sentence. Small, as many are kept.
#[derive(Debug, Clone, Copy)]
struct Place {
    start: u32,
    end: u32,
}

impl Piece {
    /// Its place in the sentence.
    pub(super) fn place(&self) -> Range<usize> {
        self.place.range()
    }

    /// Its words: those within quotes, and those before the star of `DataDisk.N.*`.
    pub(super) fn words<'t>(&self, sentence: &'t str) -> &'t str {
        let words = &sentence[self.place()];
        match self.reading {
            Reading::Quoted => {
                let mut inside = words.chars();
                inside.next();
                inside.next_back();
                inside.as_str()
            }
            Reading::Group => words.strip_suffix(STAR).unwrap_or(words),
            _ => words,
        }
    }
}

impl Place {
    fn of(range: Range<usize>) -> Self {
        // What is longer is not read: `LONGEST`.
        let place = |at: usize| at.try_into().unwrap_or(u32::MAX);
        Place { start: place(range.start), end: place(range.end) }
    }

    fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl Cut {
    /// Cuts a sentence; `names` tells which words name parameters where they could begin a longer piece, too.
    pub(super) fn of(sentence: &str, names: impl Fn(&str) -> bool) -> Self {
        let (pieces, taken) = (SmallVec::new(), Vec::new());
        let mut cutter = Cutter { sentence, lexicon: Lexicon::get(), pieces, taken };
        let mut at = 0;
        while let Some(&first) = sentence.as_bytes().get(at) {
            at = match KINDS[usize::from(first)] {
                _ if first == b' ' => at + 1,
                First::Letter if first.is_ascii_uppercase() && cutter.awaits_value() => cutter.word(at),
                First::Letter => cutter.plain(at, &names),
                First::Chinese => cutter.chinese(at),
                First::Other => cutter.other(at),
            };
        }
        Cut {
            chinese: !sentence.is_ascii() && sentence.contains(is_chinese),
            pieces: cutter.pieces.as_slice().into(),
            taken: cutter.taken.into(),
        }
    }

    /// The words that would be pieces of their own if they named parameters.
    pub(super) fn taken<'t>(&self, sentence: &'t str) -> impl Iterator<Item = &'t str> {
        self.taken.iter().map(move |place| &sentence[place.range()])
    }
}

/// How many pieces most sentences have, at most.
const MANY: usize = 32;

const STAR: &str = ".*";

/// The pieces as they are found. Each function that finds one tells where it ends.
struct Cutter<'t> {
    sentence: &'t str,
    lexicon: &'static Lexicon,
    pieces: SmallVec<[Piece; MANY]>,
    taken: Vec<Place>,
}

impl Cutter<'_> {
    /// Whether a value is what comes next: in `is Available`, no phrase begins.
    fn awaits_value(&self) -> bool {
        let last = self.pieces.last().map(|last| last.reading);
        matches!(last, Some(Reading::Phrase(meanings)) if meanings.any(Meanings::of(&[Word::Is, Word::IsNot])))
    }

    fn push(&mut self, reading: Reading, may_name: bool, place: Range<usize>) -> usize {
        let (end, place) = (place.end, Place::of(place));
        match self.pieces.last_mut() {
            Some(last) if reading == Reading::Gap && last.reading == Reading::Gap => {
                last.place.end = place.end;
            }
            _ => self.pieces.push(Piece { reading, may_name, place }),
        }
        end
    }

    fn quoted(&mut self, at: usize, open: char) -> usize {
        let inside = at + open.len_utf8();
        let mut rest = self.sentence[inside..].char_indices();
        match rest.find(|(_, c)| CLOSE.contains(c)) {
            Some((end, close)) => self.push(Reading::Quoted, true, at..inside + end + close.len_utf8()),
            None => self.push(Reading::Gap, false, at..inside),
        }
    }

    /// A Latin word, whatever phrase it looks like.
    fn word(&mut self, at: usize) -> usize {
        self.push(Reading::Word, true, at..at + word(&self.sentence[at..]).len())
    }

    /// Chinese characters: a phrase, or all up to where one may begin.
    fn chinese(&mut self, at: usize) -> usize {
        if let Some((meanings, end)) = self.lexicon.phrase_at(self.sentence, at) {
            return self.phrase(at, meanings, end);
        }
        let (characters, _) = self.sentence.as_bytes()[at..].as_chunks::<3>();
        let goes_on = |character: &&[u8; 3]| {
            KINDS[usize::from(character[0])] == First::Chinese && !self.lexicon.may_begin(*character)
        };
        let more = characters[1..].iter().take_while(goes_on).count();
        self.push(Reading::Gap, false, at..at + 3 * (1 + more))
    }

    /// What is neither a letter nor Chinese: white space, quotes, a phrase, or a sign.
    fn other(&mut self, at: usize) -> usize {
        let Some(first) = self.sentence[at..].chars().next() else { return self.sentence.len() };
        if first.is_whitespace() {
            return at + first.len_utf8();
        }
        if OPEN.contains(&first) {
            return self.quoted(at, first);
        }
        match self.lexicon.phrase_at(self.sentence, at) {
            Some((meanings, end)) => self.phrase(at, meanings, end),
            None => self.push(sign(first), false, at..at + first.len_utf8()),
        }
    }

    /// A Latin word or a phrase. A name of the page is no phrase, whatever it looks like.
    fn plain(&mut self, at: usize, names: &impl Fn(&str) -> bool) -> usize {
        let rest = &self.sentence[at..];
        let word = word(rest);
        let end = at + word.len();
        let may_name = word.bytes().any(|letter| letter.is_ascii_uppercase());
        let is_group = word.ends_with(".N") || word.ends_with(".n");
        let has_star = rest[word.len()..].starts_with(STAR) && word.contains('.');
        let phrase = if is_group || has_star { None } else { self.lexicon.phrase_at(self.sentence, at) };
        if may_name && (has_star || phrase.is_some()) {
            if names(word) {
                return self.push(Reading::Word, true, at..end);
            }
            self.taken.push(Place::of(at..end));
        }
        match phrase {
            Some((meanings, end)) => self.phrase(at, meanings, end),
            None if has_star => self.push(Reading::Group, false, at..end + STAR.len()),
            None if is_group => self.push(Reading::Group, may_name, at..end),
            None => self.push(Reading::Word, may_name, at..end),
        }
    }

    fn phrase(&mut self, at: usize, meanings: Meanings, end: usize) -> usize {
        if meanings.has(Word::Noise) {
            return end;
        }
        let negates = || {
            let rest = &self.sentence[end..];
            rest.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '"' | '“'))
        };
        let other = meanings.has(Word::Other) || meanings.has(Word::Non) && !negates();
        self.push(if other { Reading::Gap } else { Reading::Phrase(meanings) }, false, at..end)
    }
}

/// What a byte begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum First {
    /// A Latin word.
    Letter,
    /// A character of which each is a word, or a part of one.
    Chinese,
    /// A mark, or any other character.
    Other,
}

/// What each byte begins.
const KINDS: [First; 256] = {
    let mut kinds = [First::Other; 256];
    let mut byte = 0_u8;
    while byte < 0xff {
        kinds[byte as usize] = match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => First::Letter,
            // U+4000 up to U+9FFF.
            0xe4..=0xe9 => First::Chinese,
            _ => First::Other,
        };
        byte += 1;
    }
    kinds
};

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

fn sign(c: char) -> Reading {
    match c {
        ',' | '，' => Reading::Comma,
        '(' | '（' | '[' | '【' => Reading::Open,
        ')' | '）' | ']' | '】' => Reading::Close,
        '。' | '；' | ';' | ':' | '：' | '.' | '!' | '！' | '>' | '-' => Reading::Stop,
        _ => Reading::Gap,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_byte_begins_is_so_of_all_characters_that_it_begins() {
        for c in '\0'..=char::MAX {
            let first = c.encode_utf8(&mut [0; 4]).as_bytes()[0];
            match KINDS[usize::from(first)] {
                First::Letter => assert!(c.is_ascii_alphanumeric(), "{c:?}"),
                First::Chinese => {
                    assert!(c.len_utf8() == 3 && !c.is_whitespace() && !OPEN.contains(&c), "{c:?}");
                    assert_eq!(sign(c), Reading::Gap, "{c:?}");
                }
                First::Other => assert!(!c.is_ascii_alphanumeric(), "{c:?}"),
            }
        }
    }
}
