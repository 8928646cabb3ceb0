//! What a reading has met on its pages, and need not find out again.

use std::sync::{Mutex, PoisonError};

use contract::Refusal;
use rustc_hash::FxHashMap;

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
pub(crate) struct Codes(Mutex<FxHashMap<Box<str>, Option<Refusal>>>);

impl Codes {
    /// What an error refuses: its code speaks before its texts.
    pub(crate) fn refused(&self, code: &str, texts: [&str; 2]) -> Option<Refusal> {
        self.of_code(code).or_else(|| REFUSALS.by_texts(texts))
    }

    fn of_code(&self, code: &str) -> Option<Refusal> {
        let codes = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = codes().get(code).copied();
        known.unwrap_or_else(|| {
            let refuses = REFUSALS.by_code(code);
            codes().insert(code.into(), refuses);
            refuses
        })
    }
}
