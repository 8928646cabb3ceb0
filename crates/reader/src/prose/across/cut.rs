//! A sentence, cut into pieces before anybody knows which parameters its page has.
//!
//! Most descriptions stand on several pages. What their words are does not depend on the page, but for the words that may
//! name parameters of it: a piece tells what such a word is if it names none. `tokens` asks the page.

use std::ops::Range;

use super::lexicon::{Meanings, Word, phrase_at};
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
#[derive(Debug, Clone)]
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
        let mut cutter = Cutter { sentence, pieces: Vec::with_capacity(MANY), taken: Vec::new() };
        let mut at = 0;
        while let Some(first) = sentence[at..].chars().next() {
            at = match first {
                _ if first.is_whitespace() => at + first.len_utf8(),
                _ if OPEN.contains(&first) => cutter.quoted(at, first),
                _ if first.is_ascii_uppercase() && cutter.awaits_value() => cutter.word(at),
                _ => cutter.plain(at, first, &names),
            };
        }
        Cut {
            chinese: sentence.contains(is_chinese),
            pieces: cutter.pieces.into(),
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
    pieces: Vec<Piece>,
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

    /// A Latin word, a phrase or a sign. A name of the page is no phrase, whatever it looks like.
    fn plain(&mut self, at: usize, first: char, names: &impl Fn(&str) -> bool) -> usize {
        let rest = &self.sentence[at..];
        let word = if first.is_ascii_alphanumeric() { word(rest) } else { "" };
        let end = at + word.len();
        let may_name = word.bytes().any(|letter| letter.is_ascii_uppercase());
        let is_group = word.ends_with(".N") || word.ends_with(".n");
        let has_star = word.contains('.') && rest[word.len()..].starts_with(STAR);
        let phrase = if is_group || has_star { None } else { phrase_at(self.sentence, at) };
        if may_name && (has_star || phrase.is_some()) {
            if names(word) {
                return self.push(Reading::Word, true, at..end);
            }
            self.taken.push(Place::of(at..end));
        }
        match phrase {
            Some((meanings, end)) if meanings.has(Word::Noise) => end,
            Some((meanings, end)) => {
                let negates = || {
                    let rest = &self.sentence[end..];
                    rest.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '"' | '“'))
                };
                let other = meanings.has(Word::Other) || meanings.has(Word::Non) && !negates();
                self.push(if other { Reading::Gap } else { Reading::Phrase(meanings) }, false, at..end)
            }
            None if has_star => self.push(Reading::Group, false, at..end + STAR.len()),
            None if is_group => self.push(Reading::Group, may_name, at..end),
            None if word.is_empty() => self.push(sign(first), false, at..at + first.len_utf8()),
            None => self.push(Reading::Word, may_name, at..end),
        }
    }
}

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
