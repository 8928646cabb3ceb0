//! The parameters of a page, as descriptions mention them.

use std::collections::{BTreeMap, BTreeSet};

use contract::{Path, Segment};

/// The documented names, found by the forms in which sentences mention them.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// As they are spelt.
    all: BTreeSet<String>,
    /// By the plain form; `None` where several names share it.
    by_form: BTreeMap<String, Option<String>>,
    /// By the last name alone.
    by_leaf: BTreeMap<String, Option<String>>,
}

impl Names {
    /// The names of a page's rows.
    pub(crate) fn of<'n>(names: impl Iterator<Item = &'n str>) -> Names {
        let mut found = Names::default();
        for name in names {
            found.all.insert(name.to_owned());
            add(&mut found.by_form, plain(name), name);
            add(&mut found.by_leaf, Path::of(name).leaf().to_owned(), name);
        }
        found
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The parameter that a word means in the description of `own`: by its whole name, beside `own`, or by its last name
    /// where only one has it.
    pub(super) fn resolve(&self, word: &str, own: &str) -> Option<&str> {
        if let Some(found) = self.all.get(word) {
            return Some(found);
        }
        let form = plain(word);
        if let Some(found) = self.by_form.get(&form) {
            return found.as_deref();
        }
        let mut around = plain(own);
        while let Some((parent, _)) = around.rsplit_once('.') {
            if let Some(found) = self.by_form.get(&format!("{parent}.{form}")) {
                return found.as_deref();
            }
            around.truncate(parent.len());
        }
        if word.contains('.') {
            return None;
        }
        match self.by_leaf.get(word) {
            Some(found) => found.as_deref(),
            None => self.begun(word),
        }
    }

    /// `Operation` is short for `OperationType`.
    fn begun(&self, word: &str) -> Option<&str> {
        self.by_leaf.get(&format!("{word}Type"))?.as_deref()
    }
}

fn add(map: &mut BTreeMap<String, Option<String>>, form: String, name: &str) {
    let known = map.entry(form).or_insert_with(|| Some(name.to_owned()));
    if known.as_deref() != Some(name) {
        *known = None;
    }
}

/// A name without its indexes: `Tag.1.Key`, `Tag.n.Key` and `Tag.N.Key` mean one.
fn plain(name: &str) -> String {
    let path = Path::of(name);
    let parts =
        path.segments().iter().filter_map(|s| if let Segment::Name(name) = s { Some(*name) } else { None });
    parts.collect::<Vec<_>>().join(".")
}
