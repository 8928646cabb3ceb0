//! A description, looked through once: where its phrases stand, and its sentences.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::LazyLock;

use super::sentence::Sentence;
use crate::blocks::BytePlaces;
use crate::vocabulary::{PHRASES, PhraseList, Said, Token};

/// The clean text of a description, looked through for the phrases of all productions.
#[derive(Debug)]
pub(crate) struct Description<'t> {
    pub(crate) text: &'t str,
    tokens: &'t [Token],
    said: Said,
    sentences: OnceCell<Vec<Place>>,
}

/// The phrases of many texts, one behind the other.
#[derive(Debug)]
pub(super) struct Phrasing {
    tokens: Vec<Token>,
    /// Where those of each text end.
    ends: Vec<usize>,
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

/// Most texts have fewer phrases than one in so many bytes.
const BYTES_OF_A_TOKEN: usize = 16;

impl Phrasing {
    /// Those of some texts.
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str> + Clone) -> Self {
        let mut tokens = Vec::with_capacity(texts.clone().map(|text| text.len() / BYTES_OF_A_TOKEN).sum());
        let ends = texts.map(|text| {
            PHRASES.tokens(text, &mut tokens);
            tokens.len()
        });
        let ends = ends.collect();
        Phrasing { tokens, ends }
    }

    /// The same texts with their phrases.
    pub(super) fn descriptions<'t>(
        &'t self,
        texts: impl Iterator<Item = &'t str>,
    ) -> impl Iterator<Item = Description<'t>> {
        let mut begin = 0;
        texts.zip(&self.ends).map(move |(text, &end)| {
            let tokens = &self.tokens[begin..end];
            begin = end;
            let said = tokens.iter().fold(Said::default(), |said, token| said.with(token.lists));
            Description { text, tokens, said, sentences: OnceCell::new() }
        })
    }
}

impl Description<'_> {
    /// Whether it has a phrase of one of these lists.
    pub(crate) fn says(&self, lists: Said) -> bool {
        self.said.any(lists)
    }

    /// The first of the phrases of a list from a place on: where it begins and ends; of several there, the longest.
    #[expect(clippy::inline_always, reason = "what names a list is known when doctract is compiled")]
    #[inline(always)]
    pub(crate) fn find(&self, production: &str, list: &str, from: usize) -> Option<(usize, usize)> {
        self.first_of(PHRASES.get(production, list)?, from)
    }

    #[inline(never)]
    fn first_of(&self, list: &PhraseList, from: usize) -> Option<(usize, usize)> {
        let Some(searched) = list.said() else { return list.find(self.text, from) };
        if !self.said.any(searched) {
            return None;
        }
        let first = of_list(self.tokens, searched, from..self.text.len()).next()?;
        Some((first.start(), first.end()))
    }

    /// Its phrases of lists within a part, also those that overlap.
    pub(super) fn within(&self, part: Range<usize>, lists: Said) -> impl Iterator<Item = Token> {
        of_list(self.tokens, lists, part)
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
        self.sentences.get_or_init(|| cut(self.text, self.tokens))
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
    let first = tokens.partition_point(|token| token.start() < within.start);
    let begun = tokens[first..].iter().take_while(move |token| token.start() < within.end);
    begun.filter(move |token| token.lists.any(lists) && token.end() <= within.end).copied()
}

/// How many sentences most descriptions have, at most.
const FEW: usize = 4;

fn cut(text: &str, tokens: &[Token]) -> Vec<Place> {
    let bytes = text.as_bytes();
    let mut signs = BytePlaces::of(bytes, begins_a_sign);
    let mut places = Places { text, tokens, next: 0, list: Vec::with_capacity(FEW) };
    let mut bullet = is_item(text);
    let mut heads = tokens.iter().filter(|token| token.lists.any(*HEADS)).peekable();
    let (mut begin, mut depth) = (0, 0_i32);
    loop {
        let stop = signs.next();
        while let Some(head) = heads.next_if(|head| stop.is_none_or(|stop| head.start() < stop)) {
            if depth <= 0 && begins_anew(text, head) {
                places.push(begin..head.start(), bullet);
                begin = head.start();
            }
        }
        let Some(here) = stop else { break };
        let (sign, width) = sign(&bytes[here..]);
        let at = here + width;
        let ends = match sign {
            LINE_END => true,
            OPEN_ROUND | OPEN_SQUARE | OPEN | OPEN_QUOTE => {
                depth += 1;
                false
            }
            CLOSE_ROUND | CLOSE_SQUARE | CLOSE | CLOSE_QUOTE => {
                depth -= 1;
                false
            }
            SEMICOLON | FULL_SEMICOLON | FULL_STOP => depth <= 0,
            STOP => depth <= 0 && text[at..].chars().next().is_none_or(char::is_whitespace),
            _ => false,
        };
        if ends {
            places.push(begin..at, bullet);
            begin = at;
        }
        if sign == LINE_END {
            (depth, bullet) = (0, is_item(&text[at..]));
        }
    }
    places.push(begin..text.len(), bullet);
    places.list
}

/// Whether a line is an item of a list.
fn is_item(line: &str) -> bool {
    // Most begin with a word, many of those in Chinese.
    if matches!(line.as_bytes().first(), Some(b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | 0xe4..)) {
        return false;
    }
    let words = line.trim_start_matches(|c: char| c != '\n' && c.is_whitespace());
    words.starts_with("- ") || words.starts_with("> ")
}

/// What begins a sentence though none has ended: `默认值：False说明：…`,
static HEADS: LazyLock<Said> =
    LazyLock::new(|| PHRASES.saying(&[("sentence", "heads"), ("sentence", "cases")]));

/// and that only behind a value: `默认值：true当…`.
static CASES: LazyLock<Said> = LazyLock::new(|| PHRASES.saying(&[("sentence", "cases")]));

fn begins_anew(text: &str, head: &Token) -> bool {
    let before = || text[..head.start()].trim_end_matches(' ');
    !head.lists.any(*CASES) || before().ends_with(|c: char| c.is_ascii_alphanumeric())
}

const LINE_END: u32 = sign(b"\n").0;
const OPEN_ROUND: u32 = sign(b"(").0;
const CLOSE_ROUND: u32 = sign(b")").0;
const OPEN_SQUARE: u32 = sign(b"[").0;
const CLOSE_SQUARE: u32 = sign(b"]").0;
const SEMICOLON: u32 = sign(b";").0;
const STOP: u32 = sign(b".").0;
const OPEN: u32 = sign("（".as_bytes()).0;
const CLOSE: u32 = sign("）".as_bytes()).0;
const OPEN_QUOTE: u32 = sign("“".as_bytes()).0;
const CLOSE_QUOTE: u32 = sign("”".as_bytes()).0;
const FULL_SEMICOLON: u32 = sign("；".as_bytes()).0;
const FULL_STOP: u32 = sign("。".as_bytes()).0;
/// The sign that begins here, as a number, and how many bytes it has.
const fn sign(bytes: &[u8]) -> (u32, usize) {
    match bytes {
        [first @ 0xe0..0xf0, second, third, ..] => {
            ((*first as u32) << 16 | (*second as u32) << 8 | *third as u32, 3)
        }
        [first, ..] => (*first as u32, 1),
        [] => (0, 1),
    }
}

/// Whether a byte may begin a sign that is told apart. No other byte of a character is one of these.
fn begins_a_sign(byte: u8) -> bool {
    SIGNS.iter().fold(false, |any, first| any | (byte == *first))
}

/// The first bytes of all that is told apart.
const SIGNS: [u8; 10] = [b'\n', b'(', b')', b'[', b']', b';', b'.', 0xe2, 0xe3, 0xef];

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
        let mut tokens = self.next..self.next;
        let mut said = Said::default();
        while let Some(token) = self.tokens.get(tokens.end).filter(|token| token.start() < end) {
            tokens.end += 1;
            if token.start() < start {
                tokens.start = tokens.end;
            } else if token.end() <= end {
                said = said.with(token.lists);
            }
        }
        self.next = tokens.end;
        self.list.push(Place { text: start..end, bullet, tokens, said });
    }
}
