//! The phrases that state rules in prose, read from `vocabulary/phrases.toml`.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, MatchKind};
use serde::Deserialize;

use super::finder;
use super::scanner::Scanner;
use crate::prose::searched;

/// Phrases by production; see the file.
#[derive(Debug, Deserialize)]
#[serde(from = "BTreeMap<String, BTreeMap<String, Vec<String>>>")]
pub(crate) struct Phrases {
    /// The lists, each at the place that its [`key`] names or soon behind it: productions ask often, so the way is short.
    lists: Box<[Option<Box<PhraseList>>; PLACES]>,
    /// Finds the phrases of the lists that are searched. The number of each is that of the lists that have it,
    scanner: Scanner,
    /// among all sets of lists that have a phrase in common: those are few, and stay at hand.
    sets: Vec<Said>,
}

/// A list of phrases, and what finds them all at once.
#[derive(Debug)]
pub(crate) struct PhraseList {
    key: u32,
    /// Its number among those that are searched.
    number: Option<u8>,
    phrases: Vec<String>,
    /// With which bytes phrases begin and end: most texts have others there.
    firsts: Bytes,
    lasts: Bytes,
    /// How each phrase begins.
    heads: Vec<Head>,
    finder: AhoCorasick,
}

/// A set of lists, such as those of which a text has a phrase. In two halves, so that what has one is small.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Said([u64; 2]);

impl Said {
    /// The list of a number below 128.
    fn of(number: u8) -> Said {
        let bits = 1_u128 << number;
        Said([bits as u64, (bits >> 64) as u64])
    }

    /// Whether both have a list.
    pub(crate) fn any(self, lists: Said) -> bool {
        self.0[0] & lists.0[0] | self.0[1] & lists.0[1] != 0
    }

    /// The lists of both.
    pub(crate) fn with(self, lists: Said) -> Said {
        Said([self.0[0] | lists.0[0], self.0[1] | lists.0[1]])
    }
}

/// A phrase in a text: where it begins and ends, and the lists that have it. Small, as many are kept.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    start: u32,
    end: u32,
    pub(crate) lists: Said,
}

impl Token {
    /// Where it begins.
    pub(crate) fn start(&self) -> usize {
        self.start as usize
    }

    /// Where it ends.
    pub(crate) fn end(&self) -> usize {
        self.end as usize
    }
}

impl From<BTreeMap<String, BTreeMap<String, Vec<String>>>> for Phrases {
    fn from(file: BTreeMap<String, BTreeMap<String, Vec<String>>>) -> Self {
        let searched: BTreeSet<(&str, &str)> = searched().collect();
        let numbers: BTreeMap<(&str, &str), u8> = searched.into_iter().zip(0..128).collect();
        let mut scanned: BTreeMap<(String, bool), Said> = BTreeMap::new();
        let mut lists: Box<[Option<Box<PhraseList>>; PLACES]> = Box::new([const { None }; PLACES]);
        for (production, lists_of) in file {
            // Words of rules across parameters mean the same at the beginning of a sentence.
            let cased = production != "tied";
            for (name, phrases) in lists_of {
                // What is not among those that are searched is looked for each time.
                let number = numbers.get(&(production.as_str(), name.as_str())).copied();
                for phrase in number.iter().flat_map(|_| &phrases) {
                    let own = number.map(Said::of).unwrap_or_default();
                    let known = scanned.entry((phrase.clone(), cased)).or_default();
                    *known = known.with(own);
                }
                let finder = finder(AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest), &phrases);
                let heads = phrases.iter().map(|phrase| Head::of(phrase)).collect();
                let firsts = Bytes::of(phrases.iter().filter_map(|phrase| phrase.bytes().next()));
                let lasts = Bytes::of(phrases.iter().filter_map(|phrase| phrase.bytes().last()));
                let key = key(&production, &name);
                let mut place = place_of(key);
                while let Some(other) = &lists[place % PLACES] {
                    assert!(other.key != key, "{production}.{name}: its key is another list's");
                    place += 1;
                }
                let list = PhraseList { key, number, phrases, firsts, lasts, heads, finder };
                lists[place % PLACES] = Some(Box::new(list));
            }
        }
        // Of words of rules across parameters, all that is asked is whether there are any: `不能同时` finds
        // `不能同时指定`, too. Latin words must be whole.
        let has_shorter = |word: &str| {
            let shorter = word.char_indices().skip(1).map(|(end, _)| (word[..end].to_owned(), false));
            shorter.into_iter().any(|shorter| scanned.contains_key(&shorter))
        };
        let is_needless = |(word, cased): &&(String, bool)| !cased && !word.is_ascii() && has_shorter(word);
        let needless: BTreeSet<(String, bool)> = scanned.keys().filter(is_needless).cloned().collect();
        scanned.retain(|word, _| !needless.contains(word));
        let mut sets: Vec<Said> = Vec::new();
        let mut number = |said: Said| {
            let known = sets.iter().position(|set| *set == said);
            known.unwrap_or_else(|| {
                sets.push(said);
                sets.len() - 1
            })
        };
        let scanned = scanned
            .into_iter()
            .map(|((phrase, cased), said)| (phrase, cased, number(said).try_into().expect("sets are few")));
        let scanner = Scanner::of(scanned);
        Phrases { lists, scanner, sets }
    }
}

/// The names of a list are constants wherever one is asked for. Where these functions are part of their callers, so is the
/// list's [`key`], and what is left of a name is a number. The rest is no part of them: they are many, and all of them
/// together should stay at hand.
#[expect(clippy::inline_always, reason = "a key is made when doctract is compiled")]
impl Phrases {
    /// A list of phrases: `list("length", "subjects")`.
    #[inline(always)]
    pub(crate) fn list(&self, production: &str, name: &str) -> &[String] {
        self.at(key(production, name)).map_or(&[], |list| list.phrases.as_slice())
    }

    /// The first phrase of a list that `text` begins with.
    #[inline(always)]
    pub(crate) fn begins(&self, production: &str, name: &str, text: &str) -> Option<&str> {
        self.begins_of(key(production, name), text)
    }

    /// The length of the longest phrase of a list that `text` begins with.
    #[inline(always)]
    pub(crate) fn longest(&self, production: &str, name: &str, text: &str) -> Option<usize> {
        self.longest_of(key(production, name), text)
    }

    /// Whether `text` ends with a phrase of a list.
    #[inline(always)]
    pub(crate) fn ends(&self, production: &str, name: &str, text: &str) -> bool {
        self.ends_of(key(production, name), text)
    }

    /// Where the first phrase of a list stands in `text`, from `from` on; of several there, the longest.
    #[inline(always)]
    pub(crate) fn find(
        &self,
        production: &str,
        name: &str,
        text: &str,
        from: usize,
    ) -> Option<(usize, usize)> {
        self.at(key(production, name))?.find(text, from)
    }

    /// A list.
    #[inline(always)]
    pub(crate) fn get(&self, production: &str, name: &str) -> Option<&PhraseList> {
        self.at(key(production, name))
    }
}

impl Phrases {
    /// Puts everything in `text` that is searched behind the `tokens`, in the order of the places; of several at one place,
    /// the longest first.
    pub(crate) fn tokens(&self, text: &str, tokens: &mut Vec<Token>) {
        self.scanner.scan(text, |hit| {
            // What is longer is not read: `LONGEST`.
            let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            let lists = self.sets[usize::from(hit.number)];
            tokens.push(Token { start: place(hit.start), end: place(hit.end), lists });
        });
    }

    /// These lists. One that no scan looks for is in none.
    pub(crate) fn saying(&self, lists: &[(&str, &str)]) -> Said {
        let number = |(production, name): &(&str, &str)| self.get(production, name)?.said();
        lists.iter().filter_map(number).fold(Said::default(), Said::with)
    }

    #[inline(never)]
    fn begins_of(&self, list: u32, text: &str) -> Option<&str> {
        self.at(list)?.all_that_begin(text).next()
    }

    #[inline(never)]
    fn longest_of(&self, list: u32, text: &str) -> Option<usize> {
        self.at(list)?.all_that_begin(text).map(str::len).max()
    }

    #[inline(never)]
    fn ends_of(&self, list: u32, text: &str) -> bool {
        self.at(list).is_some_and(|list| list.ends(text))
    }

    #[inline(never)]
    fn at(&self, key: u32) -> Option<&PhraseList> {
        let mut place = place_of(key);
        while let Some(list) = &self.lists[place % PLACES] {
            if list.key == key {
                return Some(list);
            }
            place += 1;
        }
        None
    }
}

impl PhraseList {
    /// It alone, if it is searched.
    pub(crate) fn said(&self) -> Option<Said> {
        self.number.map(Said::of)
    }

    /// The first of its phrases in `text`, from a place on; of several there, the longest.
    pub(crate) fn find(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        let found = self.finder.find(text.get(from..)?)?;
        Some((from + found.start(), from + found.end()))
    }

    /// Looks for its phrases one after the other, each at the beginning of the text that `past` has left of the one before.
    pub(crate) fn in_turn<'t>(&self, text: &'t str, mut past: impl FnMut(&str) -> &'t str) {
        let mut rest = text;
        let mut begins = first_four(text);
        for (head, phrase) in self.heads.iter().zip(&self.phrases) {
            if head.fits(begins) && rest.starts_with(phrase) {
                rest = past(phrase);
                begins = first_four(rest);
            }
        }
    }

    fn ends(&self, text: &str) -> bool {
        let ends = |last: &u8| self.lasts.has(*last);
        text.as_bytes().last().is_some_and(ends) && self.phrases.iter().any(|phrase| text.ends_with(phrase))
    }

    /// Its phrases that begin `text`: most texts begin with none, as their first byte tells.
    fn all_that_begin(&self, text: &str) -> impl Iterator<Item = &str> {
        let any = text.as_bytes().first().is_some_and(|first| self.firsts.has(*first));
        let begins = first_four(text);
        let phrases = if any { self.phrases.as_slice() } else { &[] };
        let alike = self.heads.iter().zip(phrases).filter(move |(head, _)| head.fits(begins));
        alike.map(|(_, phrase)| phrase.as_str()).filter(move |phrase| text.starts_with(phrase))
    }
}

/// A set of bytes.
#[derive(Debug, Default)]
struct Bytes([u64; 4]);

impl Bytes {
    fn of(bytes: impl Iterator<Item = u8>) -> Self {
        bytes.fold(Bytes::default(), |mut all, byte| {
            all.0[usize::from(byte / 64)] |= 1 << (byte % 64);
            all
        })
    }

    fn has(&self, byte: u8) -> bool {
        self.0[usize::from(byte / 64)] >> (byte % 64) & 1 != 0
    }
}

/// The first four bytes of a phrase, and which of them it has.
#[derive(Debug, Clone, Copy)]
struct Head {
    bytes: u32,
    mask: u32,
}

impl Head {
    fn of(phrase: &str) -> Self {
        let mask = phrase.bytes().take(4).fold(0, |mask, _| mask << 8 | 0xff);
        Head { bytes: first_four(phrase), mask }
    }

    fn fits(self, begins: u32) -> bool {
        begins & self.mask == self.bytes
    }
}

/// The first four bytes of a text, as far as it has them.
fn first_four(text: &str) -> u32 {
    match text.as_bytes() {
        [a, b, c, d, ..] => u32::from_le_bytes([*a, *b, *c, *d]),
        short => short.iter().rev().fold(0, |all, byte| all << 8 | u32::from(*byte)),
    }
}

/// How many places there are for lists: many more than lists.
const PLACES: usize = 1024;

/// The first of the places at which a list may be; the others are those behind it.
const fn place_of(key: u32) -> usize {
    (key >> 22) as usize
}

/// What tells a list from all others: the first and the last bytes of its names. That it does is seen when the lists are
/// made.
const fn key(production: &str, name: &str) -> u32 {
    let lengths = (production.len() * 64 + name.len()) as u64;
    let mixed = ends(production).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ ends(name).rotate_left(17) ^ lengths;
    (mixed.wrapping_mul(0xd6e8_feb8_6659_fd93) >> 32) as u32
}

/// The first and the last four bytes of a name.
const fn ends(name: &str) -> u64 {
    let bytes = name.as_bytes();
    let short = if bytes.len() < 4 { bytes.len() } else { 4 };
    let (mut first, mut last, mut at) = (0, 0, 0);
    while at < short {
        first |= (bytes[at] as u64) << (8 * at);
        last |= (bytes[bytes.len() - short + at] as u64) << (8 * at);
        at += 1;
    }
    first | last << 32
}
