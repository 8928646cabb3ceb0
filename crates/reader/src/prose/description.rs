//! A description, looked through once: where its phrases stand, and its sentences.

use std::cell::OnceCell;
use std::ops::Range;

use super::across;
use super::sentence::Sentence;
use crate::vocabulary::{PHRASES, PhraseList, Said, Token};

/// The clean text of a description. It is looked through when something is first asked of it.
#[derive(Debug)]
pub(crate) struct Description<'t> {
    pub(crate) text: &'t str,
    seen: OnceCell<Seen>,
    sentences: OnceCell<Vec<Place>>,
    may_tie: OnceCell<bool>,
}

/// The phrases of all productions in a text.
#[derive(Debug)]
struct Seen {
    tokens: Vec<Token>,
    said: Said,
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
    /// A text.
    pub(crate) fn of(text: &'t str) -> Self {
        let (seen, sentences, may_tie) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Description { text, seen, sentences, may_tie }
    }

    fn seen(&self) -> &Seen {
        self.seen.get_or_init(|| {
            let tokens = PHRASES.tokens(self.text);
            let said = tokens.iter().fold(Said::default(), |said, token| said.with(token.lists));
            Seen { tokens, said }
        })
    }

    /// Whether a sentence of it looks as if it tied parameters together, whatever their names are.
    pub(super) fn may_tie(&self) -> bool {
        *self.may_tie.get_or_init(|| across::may_tie(self))
    }

    /// The same, where it is known of the text already.
    pub(super) fn remember_ties(&self, may_tie: bool) {
        let _ = self.may_tie.set(may_tie); // what was found out is the same
    }

    /// Whether it has a phrase of one of these lists.
    pub(crate) fn says(&self, lists: Said) -> bool {
        self.seen().said.any(lists)
    }

    /// The first of the phrases of a list from a place on: where it begins and ends; of several there, the longest.
    #[expect(clippy::inline_always, reason = "what names a list is known when doctract is compiled")]
    #[inline(always)]
    pub(crate) fn find(&self, production: &str, list: &str, from: usize) -> Option<(usize, usize)> {
        self.first_of(PHRASES.get(production, list)?, from)
    }

    fn first_of(&self, list: &PhraseList, from: usize) -> Option<(usize, usize)> {
        let Some(searched) = list.said() else { return list.find(self.text, from) };
        if !self.seen().said.any(searched) {
            return None;
        }
        let first = of_list(&self.seen().tokens, searched, from..self.text.len()).next()?;
        Some((first.start, first.end))
    }

    /// Its phrases of lists within a part, also those that overlap.
    pub(super) fn within(&self, part: Range<usize>, lists: Said) -> impl Iterator<Item = Token> {
        of_list(&self.seen().tokens, lists, part)
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
        self.sentences.get_or_init(|| cut(self.text, &self.seen().tokens))
    }

    fn sentence(&self, place: &Place) -> Sentence<'_> {
        Sentence {
            text: &self.text[place.text.clone()],
            whole: self.text,
            start: place.text.start,
            bullet: place.bullet,
            tokens: &self.seen().tokens[place.tokens.clone()],
            said: place.said,
            around: self.seen().said,
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
        for (here, byte) in bytes.iter().enumerate() {
            match BEGINS[usize::from(*byte)] {
                Begins::Nothing => continue,
                Begins::Sign => {}
                Begins::Word => {
                    if depth <= 0 && loses_an_end(bytes, here) {
                        places.push(at + begin..at + here, bullet);
                        begin = here;
                    }
                    continue;
                }
            }
            let sign = sign_of(&bytes[here..]);
            let behind = here + if *byte < 0x80 { 1 } else { 3 };
            let stops = match sign {
                OPEN_ROUND | OPEN_SQUARE | OPEN | OPEN_QUOTE => {
                    depth += 1;
                    false
                }
                CLOSE_ROUND | CLOSE_SQUARE | CLOSE | CLOSE_QUOTE => {
                    depth -= 1;
                    false
                }
                SEMICOLON | FULL_SEMICOLON | FULL_STOP => depth <= 0,
                STOP => depth <= 0 && line[behind..].chars().next().is_none_or(char::is_whitespace),
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

const OPEN_ROUND: u32 = sign_of(b"(");
const CLOSE_ROUND: u32 = sign_of(b")");
const OPEN_SQUARE: u32 = sign_of(b"[");
const CLOSE_SQUARE: u32 = sign_of(b"]");
const SEMICOLON: u32 = sign_of(b";");
const STOP: u32 = sign_of(b".");
const OPEN: u32 = sign_of("（".as_bytes());
const CLOSE: u32 = sign_of("）".as_bytes());
const OPEN_QUOTE: u32 = sign_of("“".as_bytes());
const CLOSE_QUOTE: u32 = sign_of("”".as_bytes());
const FULL_SEMICOLON: u32 = sign_of("；".as_bytes());
const FULL_STOP: u32 = sign_of("。".as_bytes());

/// The sign that begins here, as a number.
const fn sign_of(bytes: &[u8]) -> u32 {
    match bytes {
        [ascii @ 0..0x80, ..] => *ascii as u32,
        [first, second, third, ..] => (*first as u32) << 16 | (*second as u32) << 8 | *third as u32,
        _ => 0,
    }
}

/// What a first byte may begin.
#[derive(Clone, Copy)]
enum Begins {
    Nothing,
    /// A sign that ends a sentence, or a bracket.
    Sign,
    /// A word that begins a sentence.
    Word,
}

const BEGINS: [Begins; 256] = {
    let mut begins = [Begins::Nothing; 256];
    let (signs, words) = ("([)];.（）“”。；".as_bytes(), "说注当".as_bytes());
    let mut at = 0;
    while at < signs.len() {
        if signs[at] < 0x80 || signs[at] >= 0xc0 {
            begins[signs[at] as usize] = Begins::Sign;
        }
        at += 1;
    }
    at = 0;
    while at < words.len() {
        begins[words[at] as usize] = Begins::Word;
        at += 3;
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
