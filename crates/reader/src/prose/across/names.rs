//! The parameters of a page, as descriptions mention them.

use std::borrow::Cow;

use contract::{Path, Segment};
use rustc_hash::{FxHashMap, FxHashSet};

/// The documented names, found by the forms in which sentences mention them.
#[derive(Debug, Default)]
pub(crate) struct Names<'n> {
    /// As they are spelt.
    all: FxHashSet<&'n str>,
    /// By the plain form; `None` where several names share it.
    by_form: FxHashMap<Cow<'n, str>, Option<&'n str>>,
    /// By the last name alone.
    by_leaf: FxHashMap<&'n str, Option<&'n str>>,
    /// By the loose form.
    by_letters: FxHashMap<String, Option<&'n str>>,
}

impl<'n> Names<'n> {
    /// The names of a page's rows.
    pub(crate) fn of(names: impl Iterator<Item = &'n str>) -> Self {
        let mut found = Names::default();
        for name in names {
            found.all.insert(name);
            found.by_form.entry(plain(name)).and_modify(|known| agree(known, name)).or_insert(Some(name));
            let leaf = if name.contains('.') { Path::of(name).leaf() } else { name };
            found.by_leaf.entry(leaf).and_modify(|known| agree(known, name)).or_insert(Some(name));
            let letters = loose(&plain(name));
            found.by_letters.entry(letters).and_modify(|known| agree(known, name)).or_insert(Some(name));
        }
        found
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The parameter that a word means in the description of `own`: by its whole name, beside `own`, or by its last name
    /// where only one has it.
    pub(super) fn resolve(&self, word: &str, own: &str) -> Option<&'n str> {
        if let Some(found) = self.all.get(word) {
            return Some(found);
        }
        let form = plain(word);
        if let Some(found) = self.by_form.get(&form) {
            return *found;
        }
        let mut around = plain(own);
        while let Some((parent, _)) = around.rsplit_once('.') {
            if let Some(found) = self.by_form.get(format!("{parent}.{form}").as_str()) {
                return *found;
            }
            if let Some(found) = self.within(word, parent) {
                return Some(found);
            }
            around = Cow::Owned(parent.to_owned());
        }
        if !word.contains('.')
            && let Some(found) = self.by_leaf.get(word)
        {
            return *found;
        }
        self.begun(word).or_else(|| self.by_letters.get(&loose(&form)).copied().flatten())
    }

    /// The parameters below a group: those of `DataDisk.N` in `DataDisk.N.*`. The names are looked through.
    pub(super) fn below(&self, group: &str) -> Vec<&'n str> {
        let group = plain(group);
        let is_below =
            |name: &str| plain(name).strip_prefix(&*group).is_some_and(|rest| rest.starts_with('.'));
        let mut names: Vec<&'n str> = self.all.iter().copied().filter(|name| is_below(name)).collect();
        names.sort_unstable();
        names
    }

    /// `Operation` is short for `OperationType`.
    fn begun(&self, word: &str) -> Option<&'n str> {
        if word.contains('.') {
            return None;
        }
        self.by_leaf.get(format!("{word}Type").as_str()).copied().flatten()
    }

    /// Beside `StickinessConfig.Cookie`, `StickinessType` is `StickinessConfig.Type`.
    fn within(&self, word: &str, parent: &str) -> Option<&'n str> {
        let group = parent.rsplit('.').next().unwrap_or(parent);
        let shared = group.bytes().zip(word.bytes()).take_while(|(one, other)| one == other).count();
        let begins = |at: &usize| word.as_bytes().get(*at).is_some_and(u8::is_ascii_uppercase);
        let leaf = &word[(SHORTEST..=shared).rev().find(begins)?..];
        self.by_form.get(format!("{parent}.{leaf}").as_str()).copied().flatten()
    }
}

/// How many letters of its group's name a parameter is told by, at least.
const SHORTEST: usize = 4;

/// The letters of a plain name, in the singular: `Ipv6Addresses` and `Ipv6Address`, `SystemDiskCategory` and
/// `SystemDisk.Category`, `EndTime` and `Endtime`.
fn loose(plain: &str) -> String {
    let singular = |name: &str| match name {
        name if ["sses", "xes"].into_iter().any(|end| name.ends_with(end)) => name.len() - 2,
        name if name.ends_with('s') && !["ss", "us", "is"].into_iter().any(|end| name.ends_with(end)) => {
            name.len() - 1
        }
        name => name.len(),
    };
    plain.split('.').map(|name| name[..singular(name)].to_ascii_lowercase()).collect()
}

/// A second name makes what is known doubtful.
fn agree(known: &mut Option<&str>, name: &str) {
    if *known != Some(name) {
        *known = None;
    }
}

/// A name without its indexes: `Tag.1.Key`, `Tag.n.Key` and `Tag.N.Key` mean one.
fn plain(name: &str) -> Cow<'_, str> {
    if !name.contains('.') {
        return Cow::Borrowed(name);
    }
    let path = Path::of(name);
    let parts =
        path.segments().iter().filter_map(|s| if let Segment::Name(name) = s { Some(*name) } else { None });
    Cow::Owned(parts.collect::<Vec<_>>().join("."))
}
