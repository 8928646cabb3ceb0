//! Files as they are made, or known not to need it: each has a number for all that it depends on.

use std::hash::Hasher;

use rustc_hash::FxHasher;
use serde::Serialize;
use source::Diagnostic;

use crate::File;

/// A file of a crate.
#[derive(Debug)]
pub(crate) struct Made {
    /// Relative to the crate's folder.
    pub(crate) path: String,
    /// The number of what it depends on; 0 where nobody asks for it.
    pub(crate) key: u64,
    /// All of it and what it can't express; `None` where it is known.
    pub(crate) text: Option<(String, Vec<Diagnostic>)>,
}

/// Which files need not be made: whoever asks has the text of a path for this number. `None`: all are made.
pub(crate) type Known<'k> = Option<&'k (dyn Fn(&str, u64) -> bool + Sync)>;

impl Made {
    /// Makes a file unless it is known.
    pub(crate) fn unless(
        known: Known<'_>,
        path: String,
        key: u64,
        text: impl FnOnce() -> (String, Vec<Diagnostic>),
    ) -> Self {
        let text = (!known.is_some_and(|known| known(&path, key))).then(text);
        Self { path, key, text }
    }

    /// A file that costs less to make than to ask for.
    pub(crate) fn always(path: &str, text: String) -> Self {
        Self { path: path.to_owned(), key: 0, text: Some((text, Vec::new())) }
    }

    /// The file and what is told of it, where it was made.
    pub(crate) fn into_file(self) -> Option<(File, Vec<Diagnostic>)> {
        let (text, told) = self.text?;
        Some((File { path: self.path, text }, told))
    }
}

/// The number of a value: equal values have the same, in one build of this program.
pub(crate) fn key(value: &impl Serialize) -> u64 {
    let bytes = serde_json::to_vec(value).expect("a contract has text keys only");
    let mut hasher = FxHasher::default();
    hasher.write(&bytes);
    hasher.finish()
}

/// The number of several.
pub(crate) fn joined(keys: impl IntoIterator<Item = u64>) -> u64 {
    let mut hasher = FxHasher::default();
    keys.into_iter().for_each(|key| hasher.write_u64(key));
    hasher.finish()
}
