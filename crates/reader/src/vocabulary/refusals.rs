//! The words by which an error's kind is told, read from `vocabulary/refusals.toml`.

use contract::Refusal;
use serde::Deserialize;

use super::scanner::Scanner;

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
            Kinds { scanner: Scanner::of(words.into_iter().map(|word| (word.clone(), false))), kinds }
        };
        Refusals { code: kinds(|words| &words.code), text: kinds(|words| &words.text) }
    }
}

impl Refusals {
    /// What an error refuses: its code speaks before its text.
    pub(crate) fn of(&self, code: &str, texts: [&str; 2]) -> Option<Refusal> {
        let first = |kinds: &Kinds, text: &str| {
            let mut first: Option<usize> = None;
            kinds.scanner.scan(text, |hit| {
                first = Some(first.map_or(hit.phrase, |first| first.min(hit.phrase)));
            });
            first
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
    scanner: Scanner,
    kinds: Vec<Refusal>,
}
