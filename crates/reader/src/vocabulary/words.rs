//! A word list, looked up.

use std::collections::hash_map::Entry;

use page::Lexicon;
use rustc_hash::FxHashMap;

/// Words and what they mean. They are looked up as they stand first, then normalised.
#[derive(Debug)]
pub(super) struct Words<T> {
    meanings: FxHashMap<String, T>,
    /// The longest word, in bytes.
    longest: usize,
}

impl<T: Clone> Words<T> {
    /// Each spelling of `words`; `join` adds a second meaning to a word that has one.
    pub(super) fn of(words: impl IntoIterator<Item = (String, T)>, join: impl Fn(&mut T, T)) -> Self {
        let mut meanings: FxHashMap<String, T> = FxHashMap::default();
        let mut spellings = Vec::new();
        for (word, meaning) in words {
            match meanings.entry(Lexicon::normal(&word).into_owned()) {
                Entry::Occupied(mut known) => join(known.get_mut(), meaning),
                Entry::Vacant(new) => drop(new.insert(meaning)),
            }
            spellings.push(word);
        }
        for word in spellings {
            if let Some(meaning) = meanings.get(Lexicon::normal(&word).as_ref()).cloned() {
                meanings.insert(word, meaning);
            }
        }
        let longest = meanings.keys().map(String::len).max().unwrap_or_default();
        Words { meanings, longest }
    }

    /// What a word means, however it is laid out.
    pub(super) fn get(&self, words: &str) -> Option<&T> {
        // A sentence is no word.
        if words.len() > self.longest + LAYOUT {
            return None;
        }
        self.meanings.get(words).or_else(|| {
            let normal = Lexicon::normal(words);
            if normal == words { None } else { self.meanings.get(normal.as_ref()) }
        })
    }

    /// Like [`Words::get`]; of `句法（Syntax）`, either half will do.
    pub(super) fn get_either(&self, words: &str) -> Option<&T> {
        self.get(words).or_else(|| {
            if words.len() > 2 * (self.longest + LAYOUT) {
                return None;
            }
            let (outer, inner) = words.split_once(['（', '('])?;
            let inner = inner.trim_end_matches(['）', ')', ':', '：', '*', ' ']);
            self.get(outer).or_else(|| self.get(inner))
        })
    }

    /// Whether a text of that length in bytes, marks and all, can be a word.
    pub(super) fn can_be(&self, length: usize) -> bool {
        length <= 4 * (self.longest + LAYOUT)
    }

    /// The words, as they are written and normalised.
    pub(super) fn spellings(&self) -> impl Iterator<Item = &String> {
        self.meanings.keys()
    }

    /// The words and their meanings.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&String, &T)> {
        self.meanings.iter()
    }
}

/// How many bytes of colons, marks and white space a word can have around and in it.
const LAYOUT: usize = 24;
