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
        while let Some(byte) = bytes.get(at) {
            at += match byte {
                b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
                    let word = word(&sentence[at..]);
                    if word.bytes().any(|byte| matches!(byte, b'A'..=b'Z' | b'.')) {
                        mentions.see(word, own);
                        // Behind a hyphen a word may begin anew.
                        let behind = word.match_indices('-').map(|(hyphen, _)| &word[hyphen + 1..]);
                        behind.for_each(|word| mentions.see(word, own));
                    }
                    word.len()
                }
                b'"' | b'\'' | b'`' => mentions.see_quote(&sentence[at..]),
                0xe2 | 0xe3 if QUOTES.iter().any(|quote| sentence[at..].starts_with(*quote)) => {
                    mentions.see_quote(&sentence[at..])
                }
                0xe4..0xf0 => 3, // a Chinese character
                _ => 1,
            };
        }
        mentions
    }

    fn see(&mut self, word: &str, own: &str) {
        if word != own {
            self.sure |= word.contains('.') || is_stranger(word);
            self.words.push(Glance::of(word));
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
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-');
    let word = &rest[..rest.bytes().take_while(is_part).count()];
    let last = word.bytes().rposition(|byte| !matches!(byte, b'.' | b'-'));
    &word[..last.map_or(0, |last| last + 1)]
}
