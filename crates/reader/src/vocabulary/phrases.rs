//! The phrases that state rules in prose, read from `vocabulary/phrases.toml`.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::finder;
use crate::prose::searched;

/// Phrases by production; see the file.
#[derive(Debug, Deserialize)]
#[serde(from = "BTreeMap<String, BTreeMap<String, Vec<String>>>")]
pub(crate) struct Phrases {
    lists: FxHashMap<String, FxHashMap<String, PhraseList>>,
    /// Finds the phrases of the lists that are searched, in any case of letters.
    scanner: AhoCorasick,
    /// What it finds, by pattern.
    scanned: Vec<Scanned>,
}

/// A list of phrases, and what finds them all at once.
#[derive(Debug)]
struct PhraseList {
    /// Its number among those that are searched.
    number: Option<u8>,
    phrases: Vec<String>,
    finder: AhoCorasick,
}

/// A phrase that is looked for wherever it stands.
#[derive(Debug)]
struct Scanned {
    phrase: String,
    /// The case of its letters counts.
    cased: bool,
    lists: Said,
}

/// A set of lists, such as those of which a text has a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Said(u128);

impl Said {
    /// Whether both have a list.
    pub(crate) fn any(self, lists: Said) -> bool {
        self.0 & lists.0 != 0
    }

    /// The lists of both.
    pub(crate) fn with(self, lists: Said) -> Said {
        Said(self.0 | lists.0)
    }
}

/// A phrase in a text: where it begins and ends, and the lists that have it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) lists: Said,
}

impl From<BTreeMap<String, BTreeMap<String, Vec<String>>>> for Phrases {
    fn from(file: BTreeMap<String, BTreeMap<String, Vec<String>>>) -> Self {
        let searched: BTreeSet<(&str, &str)> = searched().collect();
        let numbers: BTreeMap<(&str, &str), u8> = searched.into_iter().zip(0..128).collect();
        let mut scanned: Vec<Scanned> = Vec::new();
        let mut lists: FxHashMap<String, FxHashMap<String, PhraseList>> = FxHashMap::default();
        for (production, lists_of) in file {
            // Words of rules across parameters mean the same at the beginning of a sentence.
            let cased = production != "tied";
            for (name, phrases) in lists_of {
                // What is not among those that are searched is looked for each time.
                let number = numbers.get(&(production.as_str(), name.as_str())).copied();
                for phrase in number.iter().flat_map(|_| &phrases) {
                    let own = Said(number.map_or(0, |number| 1 << number));
                    match scanned.iter_mut().find(|known| known.phrase == *phrase && known.cased == cased) {
                        Some(known) => known.lists = known.lists.with(own),
                        None => scanned.push(Scanned { phrase: phrase.clone(), cased, lists: own }),
                    }
                }
                let finder = finder(AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest), &phrases);
                let known = lists.entry(production.clone()).or_default();
                known.insert(name, PhraseList { number, phrases, finder });
            }
        }
        let patterns: Vec<&str> = scanned.iter().map(|scanned| scanned.phrase.as_str()).collect();
        let mut builder = AhoCorasick::builder();
        builder.ascii_case_insensitive(true).kind(Some(AhoCorasickKind::DFA));
        let scanner = finder(&mut builder, &patterns);
        // Nothing is to be compared where there are no letters that have a case.
        for known in &mut scanned {
            known.cased &= known.phrase.contains(|c: char| c.is_ascii_alphabetic());
        }
        Phrases { lists, scanner, scanned }
    }
}

impl Phrases {
    /// A list of phrases: `list("length", "subjects")`.
    pub(crate) fn list(&self, production: &str, name: &str) -> &[String] {
        self.get(production, name).map_or(&[], |list| list.phrases.as_slice())
    }

    /// The first phrase of a list that `text` begins with.
    pub(crate) fn begins(&self, production: &str, name: &str, text: &str) -> Option<&str> {
        self.list(production, name).iter().map(String::as_str).find(|phrase| text.starts_with(phrase))
    }

    /// Whether `text` ends with a phrase of a list.
    pub(crate) fn ends(&self, production: &str, name: &str, text: &str) -> bool {
        self.list(production, name).iter().any(|phrase| text.ends_with(phrase.as_str()))
    }

    /// Where the first phrase of a list stands in `text`, from `from` on; of several there, the longest.
    pub(crate) fn find(
        &self,
        production: &str,
        name: &str,
        text: &str,
        from: usize,
    ) -> Option<(usize, usize)> {
        let rest = text.get(from..)?;
        let found = self.get(production, name)?.finder.find(rest)?;
        Some((from + found.start(), from + found.end()))
    }

    /// Everything in `text` that is searched, in the order of the places; of several at one place, the longest first.
    pub(crate) fn tokens(&self, text: &str) -> Vec<Token> {
        let found = self.scanner.find_overlapping_iter(text).filter_map(|found| {
            let scanned = &self.scanned[found.pattern().as_usize()];
            let (start, end) = (found.start(), found.end());
            (!scanned.cased || text[start..end] == scanned.phrase).then_some(Token {
                start,
                end,
                lists: scanned.lists,
            })
        });
        let mut tokens: Vec<Token> = found.collect();
        tokens.sort_unstable_by_key(|token| (token.start, Reverse(token.end)));
        tokens
    }

    /// These lists. One that no scan looks for is in none.
    pub(crate) fn saying(&self, lists: &[(&str, &str)]) -> Said {
        lists.iter().fold(Said::default(), |said, (production, name)| {
            said.with(self.number(production, name).unwrap_or_default())
        })
    }

    /// A list alone, if it is searched.
    pub(crate) fn number(&self, production: &str, name: &str) -> Option<Said> {
        self.get(production, name)?.number.map(|number| Said(1 << number))
    }

    /// Where the phrases of a list stand in `text`.
    pub(crate) fn each<'t>(
        &'t self,
        production: &str,
        name: &str,
        text: &'t str,
    ) -> impl Iterator<Item = (usize, usize)> + 't {
        let list = self.get(production, name);
        list.into_iter().flat_map(move |list| list.finder.find_iter(text)).map(|m| (m.start(), m.end()))
    }

    fn get(&self, production: &str, name: &str) -> Option<&PhraseList> {
        self.lists.get(production)?.get(name)
    }
}
