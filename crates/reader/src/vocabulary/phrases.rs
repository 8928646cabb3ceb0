//! The phrases that state rules in prose, read from `vocabulary/phrases.toml`.

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, MatchKind};
use serde::Deserialize;

use super::finder;

/// Phrases by production; see the file.
#[derive(Debug, Deserialize)]
#[serde(from = "BTreeMap<String, BTreeMap<String, Vec<String>>>")]
pub(crate) struct Phrases(BTreeMap<String, BTreeMap<String, PhraseList>>);

/// A list of phrases, and what finds them all at once.
#[derive(Debug)]
struct PhraseList {
    phrases: Vec<String>,
    finder: AhoCorasick,
}

impl From<BTreeMap<String, BTreeMap<String, Vec<String>>>> for Phrases {
    fn from(file: BTreeMap<String, BTreeMap<String, Vec<String>>>) -> Self {
        let list = |phrases: Vec<String>| {
            let finder = finder(AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest), &phrases);
            PhraseList { phrases, finder }
        };
        let lists = |lists: BTreeMap<String, Vec<String>>| {
            lists.into_iter().map(|(name, phrases)| (name, list(phrases))).collect()
        };
        Phrases(file.into_iter().map(|(production, all)| (production, lists(all))).collect())
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
        self.0.get(production)?.get(name)
    }
}
