//! The phrases that state rules in prose, read from `vocabulary/phrases.toml`.

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, MatchKind};
use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::finder;

/// Phrases by production; see the file.
#[derive(Debug, Deserialize)]
#[serde(from = "BTreeMap<String, BTreeMap<String, Vec<String>>>")]
pub(crate) struct Phrases {
    lists: FxHashMap<String, FxHashMap<String, PhraseList>>,
    /// Finds the phrases of the lists that are searched, and the number of the list of each.
    all: (AhoCorasick, Vec<u8>),
}

/// A list of phrases, and what finds them all at once.
#[derive(Debug)]
struct PhraseList {
    /// Its number among those that are searched.
    number: Option<u8>,
    phrases: Vec<String>,
    finder: AhoCorasick,
}

/// The lists of which a text has a phrase: one look at a description spares the many that would find nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Said(u128);

impl Said {
    fn has(self, list: &PhraseList) -> bool {
        list.number.is_none_or(|number| self.0 & (1 << number) != 0)
    }

    /// Whether the text has a phrase of one of these lists.
    pub(crate) fn any(self, lists: Said) -> bool {
        self.0 & lists.0 != 0
    }
}

/// Productions whose lists are looked for at the beginning or the end of a text only.
const BOUND: [&str; 5] = ["words", "across", "tied", "see", "operation"];

impl From<BTreeMap<String, BTreeMap<String, Vec<String>>>> for Phrases {
    fn from(file: BTreeMap<String, BTreeMap<String, Vec<String>>>) -> Self {
        let mut all: (Vec<String>, Vec<u8>) = (Vec::new(), Vec::new());
        let mut lists: FxHashMap<String, FxHashMap<String, PhraseList>> = FxHashMap::default();
        let mut next = 0;
        for (production, lists_of) in file {
            let searched = !BOUND.contains(&production.as_str());
            let known = lists.entry(production).or_default();
            for (name, phrases) in lists_of {
                // What no number is left for is searched each time.
                let number = (searched && next < 128).then_some(next);
                if let Some(number) = number {
                    all.1.extend(phrases.iter().map(|_| number));
                    all.0.extend(phrases.iter().cloned());
                    next += 1;
                }
                let finder = finder(AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest), &phrases);
                known.insert(name, PhraseList { number, phrases, finder });
            }
        }
        Phrases { lists, all: (finder(&mut AhoCorasick::builder(), &all.0), all.1) }
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

    /// The lists of which `text` has a phrase.
    pub(crate) fn said(&self, text: &str) -> Said {
        let (finder, numbers) = &self.all;
        let found = finder.find_overlapping_iter(text).map(|found| numbers[found.pattern().as_usize()]);
        Said(found.fold(0, |said, number| said | 1 << number))
    }

    /// Like [`Phrases::find`], in a text that is part of one of which `said` is known.
    pub(crate) fn find_said(
        &self,
        said: Said,
        production: &str,
        name: &str,
        text: &str,
        from: usize,
    ) -> Option<(usize, usize)> {
        let list = self.get(production, name).filter(|list| said.has(list))?;
        let found = list.finder.find(text.get(from..)?)?;
        Some((from + found.start(), from + found.end()))
    }

    /// What a text says that has a phrase of each of these lists.
    pub(crate) fn saying(&self, lists: &[(&str, &str)]) -> Said {
        let numbers = lists.iter().filter_map(|(production, name)| self.get(production, name)?.number);
        Said(numbers.fold(0, |said, number| said | 1 << number))
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
