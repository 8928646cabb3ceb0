//! What a reading knows of the texts that it has met.
//!
//! Most descriptions stand on several pages, word by word. What one says depends on nothing but its words and the name and
//! type of what it describes, so within a reading each is looked through once. Where the words stand, whether the page's
//! example agrees, and which parameters of the page they tie together, is told for each place.

use std::hash::BuildHasher;
use std::sync::{Arc, Mutex, PoisonError};

use contract::Type;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::across::{Tying, tying};
use super::description::{Description, Phrasing};
use super::statement::{Statement, flat};
use super::{Finding, Subject, enumeration, guarded};

/// What a description says, wherever it stands.
#[derive(Debug)]
pub(crate) struct Stated {
    /// Of the value that it describes.
    pub(super) statements: Vec<Statement>,
    /// The sentences that seem to tie parameters together, whatever those of the page are.
    pub(super) tying: Vec<Tying>,
}

/// The texts that a reading has met, and what is known of each.
#[derive(Debug)]
pub(crate) struct Memory(Mutex<Texts>);

/// Texts are many and short: they stand one behind the other, and so does what is known of them.
#[derive(Debug)]
struct Texts {
    /// Each text, and the name of what it describes.
    words: String,
    known: Vec<Known>,
    /// The places in `known` by the hashes of texts and names. Of two with one hash, the second is never known.
    places: FxHashMap<u32, u32>,
}

/// What a text says of a value of a name and a type.
#[derive(Debug)]
struct Known {
    /// Where text and name begin,
    start: usize,
    /// and how long they are.
    lengths: (usize, usize),
    ty: Type,
    /// What it says, once it is looked through. Most say nothing.
    stated: Option<Option<Arc<Stated>>>,
}

/// How many descriptions of a page no page before has, about, and how many bytes each of those has.
const NEW_TEXTS: usize = 8;
const NEW_WORDS: usize = 128;

impl Memory {
    /// For so many pages.
    pub(crate) fn of(pages: usize) -> Self {
        Memory(Mutex::new(Texts::of(pages * NEW_TEXTS)))
    }

    /// What descriptions say, in their order: as it was found before where the text and what it describes are the same.
    pub(crate) fn stated(&self, described: &[(&str, Subject<'_>)]) -> Vec<Option<Arc<Stated>>> {
        let hash =
            |(text, subject): &(&str, Subject<'_>)| FxBuildHasher.hash_one((text, subject.name)) as u32;
        let hashes: Vec<u32> = described.iter().map(hash).collect();
        let texts = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut stated: Vec<Option<Arc<Stated>>> = Vec::with_capacity(described.len());
        // What is looked through here, with its number if it gets one, and what stands here again.
        let (mut new, mut again) = (Vec::new(), Vec::new());
        {
            let mut texts = texts();
            let first = texts.known.len();
            for (row, hash) in described.iter().zip(hashes) {
                let at = stated.len();
                let number = texts.number(hash, row);
                let known = number.and_then(|number| texts.known.get(number));
                stated.push(known.and_then(|known| known.stated.clone()).flatten());
                match (number, known) {
                    (Some(number), None) => {
                        texts.learn(row);
                        new.push((at, Some(number)));
                    }
                    (_, Some(Known { stated: Some(_), .. })) => {}
                    (Some(number), _) if number >= first => again.push((at, number)),
                    // Another text has its hash, or another thread looks through it at the moment, and none waits.
                    _ => new.push((at, None)),
                }
            }
        }
        let looked: Vec<&(&str, Subject<'_>)> = new.iter().map(|&(at, _)| &described[at]).collect();
        let found = Stated::all(&looked);
        let mut texts = texts();
        for ((at, number), found) in new.into_iter().zip(found) {
            stated[at] = found.map(Arc::new);
            if let Some(number) = number {
                texts.known[number].stated = Some(stated[at].clone());
            }
        }
        for (at, number) in again {
            stated[at] = texts.known[number].stated.clone().flatten();
        }
        stated
    }
}

impl Stated {
    /// What descriptions say. One thing is looked for in all of them before the next is.
    fn all(described: &[&(&str, Subject<'_>)]) -> impl Iterator<Item = Option<Self>> {
        let texts = || described.iter().map(|(text, _)| *text);
        let phrasing = Phrasing::of(texts());
        let descriptions: Vec<Description<'_>> = phrasing.descriptions(texts()).collect();
        let all = || descriptions.iter().zip(described).map(|(text, (_, subject))| (text, subject));
        let listed: Vec<Vec<Finding>> =
            all().map(|(text, subject)| enumeration::find(text, subject)).collect();
        let mut statements: Vec<Vec<Statement>> =
            all().zip(listed).map(|((text, subject), listed)| flat(text, subject, listed)).collect();
        for ((text, subject), statements) in all().zip(&mut statements) {
            statements.append(&mut guarded::find(text, subject));
        }
        let tying: Vec<Vec<Tying>> = all().map(|(text, subject)| tying(text, subject.name)).collect();
        statements.into_iter().zip(tying).map(|(statements, tying)| {
            (!(statements.is_empty() && tying.is_empty())).then_some(Stated { statements, tying })
        })
    }

    /// Whether it may tie parameters together.
    pub(crate) fn may_tie(&self) -> bool {
        !self.tying.is_empty()
    }
}

impl Texts {
    /// For so many texts.
    fn of(texts: usize) -> Self {
        Texts {
            words: String::with_capacity(texts * NEW_WORDS),
            known: Vec::with_capacity(texts),
            places: FxHashMap::with_capacity_and_hasher(texts, FxBuildHasher),
        }
    }

    /// The number of a text: that of the next one to be known, if it is new. It has none if another one has its hash.
    fn number(&mut self, hash: u32, (text, subject): &(&str, Subject<'_>)) -> Option<usize> {
        let next = self.known.len();
        let number = *self.places.entry(hash).or_insert(next.try_into().ok()?) as usize;
        let is_it = |known: &Known| known.is(text, subject, &self.words);
        self.known.get(number).is_none_or(is_it).then_some(number)
    }

    /// Takes note of a text that is new.
    fn learn(&mut self, (text, subject): &(&str, Subject<'_>)) {
        let (start, lengths) = (self.words.len(), (text.len(), subject.name.len()));
        self.known.push(Known { start, lengths, ty: subject.ty.clone(), stated: None });
        self.words.extend([*text, subject.name]);
    }
}

impl Known {
    /// Whether it is what a text says of a value; `words` are those of all texts.
    fn is(&self, text: &str, subject: &Subject<'_>, words: &str) -> bool {
        let words = words[self.start..].split_at_checked(self.lengths.0);
        let same = words.is_some_and(|(words, name)| words == text && name.starts_with(subject.name));
        same && self.lengths.1 == subject.name.len() && self.ty == *subject.ty
    }
}
