//! A description, looked through once: where its phrases stand, and its sentences.

use std::cell::OnceCell;
use std::ops::Range;

use super::sentence::Sentence;
use crate::vocabulary::{PHRASES, Said, Token};

/// The clean text of a description, with the phrases of all productions in it.
#[derive(Debug)]
pub(crate) struct Description<'t> {
    pub(crate) text: &'t str,
    tokens: Vec<Token>,
    said: Said,
    sentences: OnceCell<Vec<Place>>,
}

/// Where a sentence stands.
#[derive(Debug)]
struct Place {
    text: Range<usize>,
    /// It is an item of a list.
    bullet: bool,
    tokens: Range<usize>,
    said: Said,
}

impl<'t> Description<'t> {
    /// Looks through a text.
    pub(crate) fn of(text: &'t str) -> Self {
        let tokens = PHRASES.tokens(text);
        let said = tokens.iter().fold(Said::default(), |said, token| said.with(token.lists));
        Description { text, tokens, said, sentences: OnceCell::new() }
    }

    /// Whether it has a phrase of one of these lists.
    pub(crate) fn says(&self, lists: Said) -> bool {
        self.said.any(lists)
    }

    /// The first of the phrases of a list from a place on: where it begins and ends; of several there, the longest.
    pub(crate) fn find(&self, production: &str, list: &str, from: usize) -> Option<(usize, usize)> {
        let Some(list) = PHRASES.number(production, list) else {
            return PHRASES.find(production, list, self.text, from);
        };
        if !self.said.any(list) {
            return None;
        }
        let first = of_list(&self.tokens, list, from..self.text.len()).next()?;
        Some((first.start, first.end))
    }

    /// Its phrases of lists within a part, also those that overlap.
    pub(super) fn within(&self, part: Range<usize>, lists: Said) -> impl Iterator<Item = Token> {
        of_list(&self.tokens, lists, part)
    }

    /// The sentence that a place belongs to.
    pub(crate) fn sentence_at(&self, at: usize) -> Option<Sentence<'_>> {
        let number = self.places().partition_point(|place| place.text.start <= at).checked_sub(1)?;
        Some(self.sentence(&self.places()[number]))
    }

    /// Its sentences: they end at full stops, semicolons and line ends, but not inside brackets or quotes.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = Sentence<'_>> {
        self.places().iter().map(|place| self.sentence(place))
    }

    fn places(&self) -> &[Place] {
        self.sentences.get_or_init(|| cut(self.text, &self.tokens))
    }

    fn sentence(&self, place: &Place) -> Sentence<'_> {
        Sentence {
            text: &self.text[place.text.clone()],
            whole: self.text,
            start: place.text.start,
            bullet: place.bullet,
            tokens: &self.tokens[place.tokens.clone()],
            said: place.said,
            around: self.said,
        }
    }
}

/// The tokens of lists within a part of the text.
pub(super) fn of_list(tokens: &[Token], lists: Said, within: Range<usize>) -> impl Iterator<Item = Token> {
    let first = tokens.partition_point(|token| token.start < within.start);
    let begun = tokens[first..].iter().take_while(move |token| token.start < within.end);
    begun.filter(move |token| token.lists.any(lists) && token.end <= within.end).copied()
}

fn cut(text: &str, tokens: &[Token]) -> Vec<Place> {
    let mut places = Places { text, tokens, next: 0, list: Vec::new() };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bullet = line.trim_start().starts_with("- ") || line.trim_start().starts_with("> ");
        let mut begin = 0;
        let mut depth = 0_i32;
        let bytes = line.as_bytes();
        for (here, byte) in line.bytes().enumerate() {
            if !BEGINS_SIGN[usize::from(byte)] {
                continue;
            }
            if depth <= 0 && loses_an_end(bytes, here) {
                places.push(at + begin..at + here, bullet);
                begin = here;
            }
            let Some(c) = line[here..].chars().next() else { continue };
            let behind = here + c.len_utf8();
            let stops = match c {
                '（' | '(' | '[' | '“' => {
                    depth += 1;
                    false
                }
                '）' | ')' | ']' | '”' => {
                    depth -= 1;
                    false
                }
                '。' | '；' | ';' => depth <= 0,
                '.' => depth <= 0 && line[behind..].chars().next().is_none_or(char::is_whitespace),
                _ => false,
            };
            if stops {
                places.push(at + begin..at + behind, bullet);
                begin = behind;
            }
        }
        places.push(at + begin..at + line.len(), bullet);
        at += line.len();
    }
    places.list
}

/// `默认值：False说明：…`, `默认值：true当…`: a sentence begins though none has ended.
fn loses_an_end(line: &[u8], here: usize) -> bool {
    // The first bytes of `说`, `注` and `当`.
    match (line[here], line.get(here + 1)) {
        (0xe8, Some(0xaf)) | (0xe6, Some(0xb3)) => {
            let heads = PHRASES.list("sentence", "heads");
            heads.iter().any(|head| line[here..].starts_with(head.as_bytes()))
        }
        (0xe5, Some(0xbd)) => {
            let before = line[..here].iter().rev().find(|byte| **byte != b' ');
            before.is_some_and(|byte| byte.is_ascii_alphanumeric())
                && line[here..].starts_with("当".as_bytes())
        }
        _ => false,
    }
}

/// The first bytes of the signs that end sentences, of brackets, and of words that begin one.
const BEGINS_SIGN: [bool; 256] = {
    let mut begins = [false; 256];
    let signs = "([)];.（）“”。；说注当".as_bytes();
    let mut at = 0;
    while at < signs.len() {
        begins[signs[at] as usize] = signs[at] < 0x80 || signs[at] >= 0xc0;
        at += 1;
    }
    begins
};

/// The sentences as they are found.
struct Places<'t> {
    text: &'t str,
    tokens: &'t [Token],
    /// The first token that may belong to the next sentence.
    next: usize,
    list: Vec<Place>,
}

impl Places<'_> {
    fn push(&mut self, raw: Range<usize>, bullet: bool) {
        let left = self.text[raw.clone()].trim_start();
        let text = left.trim_end();
        if text.is_empty() {
            return;
        }
        let start = raw.end - left.len();
        let end = start + text.len();
        let behind = |from: usize, place: usize| {
            from + self.tokens[from..].iter().take_while(|token| token.start < place).count()
        };
        let first = behind(self.next, start);
        self.next = behind(first, end);
        let own = self.tokens[first..self.next].iter().filter(|token| token.end <= end);
        let said = own.fold(Said::default(), |said, token| said.with(token.lists));
        self.list.push(Place { text: start..end, bullet, tokens: first..self.next, said });
    }
}
