//! The words by which an error's kind is told, read from `vocabulary/refusals.toml`.

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use contract::Refusal;
use serde::Deserialize;

use super::finder;

/// The words by which an error's kind is told; see the file.
#[derive(Debug, Deserialize)]
#[serde(from = "RefusalFile")]
pub(crate) struct Refusals {
    code: Kinds,
    text: Kinds,
}

#[derive(Deserialize)]
struct RefusalFile {
    refusal: Vec<RefusalWords>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RefusalWords {
    refuses: Refusal,
    code: Vec<String>,
    text: Vec<String>,
}

impl From<RefusalFile> for Refusals {
    fn from(file: RefusalFile) -> Self {
        let kinds = |words: fn(&RefusalWords) -> &[String]| {
            let each = file.refusal.iter().flat_map(|r| words(r).iter().map(|word| (word, r.refuses)));
            let (words, kinds): (Vec<&String>, Vec<Refusal>) = each.unzip();
            let mut builder = AhoCorasick::builder();
            builder.kind(Some(AhoCorasickKind::DFA));
            Kinds { finder: finder(builder.ascii_case_insensitive(true), &words), kinds }
        };
        Refusals { code: kinds(|words| &words.code), text: kinds(|words| &words.text) }
    }
}

impl Refusals {
    /// What an error refuses: its code speaks before its text.
    pub(crate) fn of(&self, code: &str, texts: [&str; 2]) -> Option<Refusal> {
        let first = |kinds: &Kinds, text: &str| {
            kinds.finder.find_overlapping_iter(text).map(|found| found.pattern().as_usize()).min()
        };
        let by_code = first(&self.code, code).map(|index| self.code.kinds[index]);
        by_code.or_else(|| {
            let index = texts.into_iter().filter_map(|text| first(&self.text, text)).min()?;
            Some(self.text.kinds[index])
        })
    }
}

/// Words in the order of the file, and the kind that each tells.
#[derive(Debug)]
struct Kinds {
    finder: AhoCorasick,
    kinds: Vec<Refusal>,
}
