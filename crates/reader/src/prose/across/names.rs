//! The parameters of a page, as descriptions mention them.

use std::borrow::Cow;
use std::cell::OnceCell;

use contract::{Path, Segment};
use rustc_hash::{FxHashMap, FxHashSet};

/// The documented names of a table.
#[derive(Debug, Default)]
pub(crate) struct Names<'n> {
    /// As they are spelt.
    rows: Vec<&'n str>,
    /// The structure that the table describes.
    structure: Option<&'n str>,
    /// Most tables have no description that ties names.
    index: OnceCell<Index<'n>>,
}

/// Names by the forms in which sentences mention them; `None` where several share it.
#[derive(Debug, Default)]
struct Index<'n> {
    /// As they are spelt.
    all: FxHashSet<&'n str>,
    /// By the plain form.
    by_form: FxHashMap<Cow<'n, str>, Option<&'n str>>,
    /// By the last name alone.
    by_leaf: FxHashMap<&'n str, Option<&'n str>>,
    /// By the loose form.
    by_letters: FxHashMap<String, Option<&'n str>>,
}

impl<'n> Names<'n> {
    /// The names of a page's rows.
    pub(crate) fn of(names: impl Iterator<Item = &'n str>) -> Self {
        Names { rows: names.collect(), ..Names::default() }
    }

    /// They stand in the table of a structure.
    pub(crate) fn within(self, structure: &'n str) -> Self {
        Names { structure: Some(structure), ..self }
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn index(&self) -> &Index<'n> {
        self.index.get_or_init(|| {
            let mut found = Index::default();
            for name in &self.rows {
                found.all.insert(name);
                let form = plain(name);
                let letters = loose(&form);
                found.by_form.entry(form).and_modify(|known| agree(known, name)).or_insert(Some(name));
                let leaf = if name.contains('.') { Path::of(name).leaf() } else { name };
                found.by_leaf.entry(leaf).and_modify(|known| agree(known, name)).or_insert(Some(name));
                found.by_letters.entry(letters).and_modify(|known| agree(known, name)).or_insert(Some(name));
            }
            found
        })
    }

    /// The parameter that a word means in the description of `own`: by its whole name, beside `own`, or by its last name
    /// where only one has it.
    pub(super) fn resolve(&self, word: &str, own: &str) -> Option<&'n str> {
        if let Some(found) = self.index().all.get(word) {
            return Some(found);
        }
        let form = plain(word);
        if let Some(found) = self.index().by_form.get(&form) {
            return *found;
        }
        let mut around = plain(own);
        while let Some((parent, _)) = around.rsplit_once('.') {
            if let Some(found) = self.index().by_form.get(format!("{parent}.{form}").as_str()) {
                return *found;
            }
            let group = parent.rsplit('.').next().unwrap_or(parent);
            if let Some(found) = self.shortened(word, group, parent) {
                return Some(found);
            }
            around = Cow::Owned(parent.to_owned());
        }
        if let Some(found) = self.structure.and_then(|structure| self.shortened(word, structure, "")) {
            return Some(found);
        }
        if !word.contains('.')
            && let Some(found) = self.index().by_leaf.get(word)
        {
            return *found;
        }
        self.begun(word).or_else(|| self.index().by_letters.get(&loose(&form)).copied().flatten())
    }

    /// As they are spelt.
    pub(super) fn rows(&self) -> &[&'n str] {
        &self.rows
    }

    /// `Operation` is short for `OperationType`.
    fn begun(&self, word: &str) -> Option<&'n str> {
        if word.contains('.') {
            return None;
        }
        self.index().by_leaf.get(format!("{word}Type").as_str()).copied().flatten()
    }

    /// Beside `StickinessConfig.Cookie`, `StickinessType` is `StickinessConfig.Type`.
    fn shortened(&self, word: &str, group: &str, parent: &str) -> Option<&'n str> {
        let shared = group.bytes().zip(word.bytes()).take_while(|(one, other)| one == other).count();
        let begins = |at: &usize| word.as_bytes().get(*at).is_some_and(u8::is_ascii_uppercase);
        let leaf = &word[(SHORTEST..=shared).rev().find(begins)?..];
        let form = if parent.is_empty() { leaf.to_owned() } else { format!("{parent}.{leaf}") };
        self.index().by_form.get(form.as_str()).copied().flatten()
    }
}

/// The names below a group: those of `DataDisk.N` in `DataDisk.N.*`.
pub(super) fn below<'n>(group: &str, rows: &[&'n str]) -> Vec<&'n str> {
    let group = plain(group);
    let is_below = |name: &str| plain(name).strip_prefix(&*group).is_some_and(|rest| rest.starts_with('.'));
    let mut names: Vec<&'n str> = rows.iter().copied().filter(|name| is_below(name)).collect();
    names.sort_unstable();
    names.dedup();
    names
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
