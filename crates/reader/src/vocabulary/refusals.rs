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
            let numbered = (0..).zip(words).map(|(number, word)| (word.clone(), false, number));
            Kinds { scanner: Scanner::of(numbered), kinds }
        };
        Refusals { code: kinds(|words| &words.code), text: kinds(|words| &words.text) }
    }
}

impl Refusals {
    /// What an error's code says that it refuses.
    pub(crate) fn by_code(&self, code: &str) -> Option<Refusal> {
        self.code.first([code])
    }

    /// What its message and description say, of which a code says nothing.
    pub(crate) fn by_texts(&self, texts: [&str; 2]) -> Option<Refusal> {
        self.text.first(texts)
    }
}

/// Words in the order of the file, and the kind that each tells.
#[derive(Debug)]
struct Kinds {
    scanner: Scanner,
    kinds: Vec<Refusal>,
}

impl Kinds {
    /// The kind of the word in some texts that is the first of the file.
    fn first<const N: usize>(&self, texts: [&str; N]) -> Option<Refusal> {
        let mut first = self.kinds.len();
        for text in texts {
            self.scanner.scan(text, |hit| first = first.min(hit.number.into()));
        }
        self.kinds.get(first).copied()
    }
}
