//! The words of a sentence that may name parameters, before anybody knows which its page has.
//!
//! Most sentences that seem to state a rule name no parameter of most of their pages. That is seen here, so that they need
//! not be cut.

use smallvec::SmallVec;

use super::names::Glance;

/// What may name other parameters than the one that is described.
#[derive(Debug)]
pub(super) struct Mentions {
    /// Something looks like a name, whatever the page has.
    sure: bool,
    /// Words that may be names.
    words: SmallVec<[Glance; 2]>,
}

impl Mentions {
    /// Those of a sentence of the description of `own`. Where words or quotes may be read in two ways, it has both.
    pub(super) fn of(sentence: &str, own: &str) -> Self {
        let mut mentions = Mentions { sure: false, words: SmallVec::new() };
        let bytes = sentence.as_bytes();
        let mut at = 0;
        // Once that is sure, no word can make it surer.
        while !mentions.sure
            && let Some(next) = bytes[at..].iter().position(|byte| TELLS[usize::from(*byte)])
        {
            at += next;
            at += match bytes[at] {
                b'"' | b'\'' | b'`' => mentions.see_quote(&sentence[at..]),
                0xe2 | 0xe3 if sentence[at..].starts_with(QUOTES) => mentions.see_quote(&sentence[at..]),
                0xe2 | 0xe3 => 3, // another character
                _ => {
                    let is_part = |byte: &u8| IS_PART[usize::from(*byte)];
                    let start = at - bytes[..at].iter().rev().take_while(|byte| is_part(byte)).count();
                    let end = at + bytes[at..].iter().take_while(|byte| is_part(byte)).count();
                    mentions.see_words(&sentence[start..end], own);
                    end - at
                }
            };
        }
        mentions
    }

    /// Sees a word, and those that may begin anew behind a hyphen within. What has neither a capital nor a dot is none.
    fn see_words(&mut self, run: &str, own: &str) {
        let Some(start) = run.bytes().position(|byte| byte.is_ascii_alphanumeric()) else { return };
        let word = word(&run[start..]);
        if word.bytes().any(|byte| matches!(byte, b'A'..=b'Z' | b'.')) {
            self.see(word, own);
            let behind = word.match_indices('-').map(|(hyphen, _)| &word[hyphen + 1..]);
            behind.for_each(|word| self.see(word, own));
        }
    }

    fn see(&mut self, word: &str, own: &str) {
        if word != own {
            self.sure |= word.contains('.') || is_stranger(word);
            if !self.sure {
                self.words.push(Glance::of(word));
            }
        }
    }

    /// The length of the mark at the beginning of `rest`. Who knows whether it opens or closes.
    fn see_quote(&mut self, rest: &str) -> usize {
        let mut chars = rest.chars();
        chars.next();
        let inside = chars.as_str();
        if let Some(end) = inside.find(CLOSE) {
            self.sure |= inside[..end].contains('.');
            self.words.push(Glance::of(&inside[..end]));
        }
        rest.len() - inside.len()
    }

    /// Whether it is sure that nothing is named.
    pub(super) fn is_empty(&self) -> bool {
        !self.sure && self.words.is_empty()
    }

    /// Whether one of them may be a name of a page, by `may_know`.
    pub(super) fn any(&self, may_know: impl Fn(Glance) -> bool) -> bool {
        self.sure || self.words.iter().any(|word| may_know(*word))
    }
}

/// What quotes begin with,
pub(super) const OPEN: [char; 8] = ['"', '\'', '`', '“', '”', '‘', '「', '『'];

/// those of them that are Chinese,
const QUOTES: &[char] = OPEN.split_at(3).1;

/// and what they end with.
pub(super) const CLOSE: [char; 8] = ['"', '“', '”', '\'', '’', '`', '」', '』'];

/// Whether a word looks like a parameter, even if the page has none of its name.
pub(super) fn is_stranger(word: &str) -> bool {
    let capitals = || word.bytes().filter(u8::is_ascii_uppercase).count();
    word.len() > 3
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && capitals() > 1
        && word.contains(|c: char| c.is_ascii_lowercase())
}

/// The Latin word at the beginning of `rest`.
pub(super) fn word(rest: &str) -> &str {
    let run = &rest[..rest.bytes().take_while(|byte| IS_PART[usize::from(*byte)]).count()];
    let last = run.bytes().rposition(|byte| !matches!(byte, b'.' | b'-'));
    &run[..last.map_or(0, |last| last + 1)]
}

/// The bytes of Latin words.
const IS_PART: [bool; 256] = {
    let mut is_part = [false; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        is_part[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-');
        byte += 1;
    }
    is_part
};

/// The bytes without which nothing is a name: capitals and dots of words, and the first bytes of quotation marks.
const TELLS: [bool; 256] = {
    let mut tells = [false; 256];
    let mut byte = 0_u8;
    while byte < 0xff {
        tells[byte as usize] = matches!(byte, b'A'..=b'Z' | b'.' | b'"' | b'\'' | b'`' | 0xe2 | 0xe3);
        byte += 1;
    }
    tells
};
