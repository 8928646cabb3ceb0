//! What a reading has met on its pages, and need not find out again.

use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use contract::Refusal;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::named::{ending, words_of_code};
use crate::prose::Memory;
use crate::vocabulary::REFUSALS;

/// What has been met so far.
#[derive(Debug)]
pub(crate) struct Met {
    /// Descriptions.
    pub(crate) texts: Memory,
    /// Codes of errors.
    pub(crate) codes: Codes,
}

impl Met {
    /// By a reading of so many pages of which rules are read.
    pub(crate) fn of(pages: usize) -> Self {
        Met { texts: Memory::of(pages), codes: Codes::default() }
    }
}

/// Codes of errors, and what each tells. One code stands on five pages, about.
#[derive(Debug, Default)]
pub(crate) struct Codes(Mutex<FxHashMap<Box<str>, Arc<Code>>>);

/// A code, and what it tells whatever the page around it is.
#[derive(Debug)]
pub(crate) struct Code {
    /// Its words that may name a parameter, one behind the other,
    text: String,
    /// and where each stands there.
    words: SmallVec<[Word; 2]>,
    refuses: Option<Refusal>,
}

/// A word of a code. Most are ruled out by how they end, and never looked at.
#[derive(Debug)]
pub(crate) struct Word {
    place: Range<usize>,
    pub(crate) ending: Option<u16>,
}

impl Codes {
    /// What a code tells.
    pub(crate) fn told(&self, code: &str) -> Arc<Code> {
        let codes = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = codes().get(code).cloned();
        known.unwrap_or_else(|| {
            let told = Arc::new(Code::of(code));
            codes().insert(code.into(), Arc::clone(&told));
            told
        })
    }
}

impl Code {
    fn of(code: &str) -> Self {
        let mut text = String::with_capacity(code.len());
        let keep = |word: &str| {
            text.push_str(word);
            Word { place: text.len() - word.len()..text.len(), ending: ending(word) }
        };
        let words = words_of_code(code).map(keep).collect();
        Code { text, words, refuses: REFUSALS.by_code(code) }
    }

    /// Those of its words that may name a parameter.
    pub(crate) fn words(&self) -> &[Word] {
        &self.words
    }

    /// The letters of one of them.
    pub(crate) fn letters(&self, word: &Word) -> &str {
        &self.text[word.place.clone()]
    }

    /// What an error with this code refuses: the code speaks before the texts.
    pub(crate) fn refused(&self, texts: [&str; 2]) -> Option<Refusal> {
        self.refuses.or_else(|| REFUSALS.by_texts(texts))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_tells_the_same_each_time() {
        let codes = Codes::default();
        for _ in 0..2 {
            let code = codes.told("InvalidParameter.ImageId. Size.Id");
            let words: Vec<&str> = code.words().iter().map(|word| code.letters(word)).collect();
            assert_eq!(words, ["ImageId", "Size"]);
            assert!(code.words().iter().all(|word| word.ending == ending(code.letters(word))));
            assert_eq!(code.refused(["", "not found"]), Some(Refusal::Value));
            assert_eq!(codes.told("ImageId").refused(["", "not found"]), Some(Refusal::NotFound));
        }
    }
}
