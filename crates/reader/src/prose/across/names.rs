//! The parameters of a page, as descriptions mention them.

use std::borrow::Cow;
use std::cell::OnceCell;

use contract::{Path, Segment};

/// The documented names of a table.
#[derive(Debug, Default)]
pub(crate) struct Names<'n> {
    /// As they are spelt.
    rows: Vec<&'n str>,
    /// The structure that the table describes.
    structure: Option<&'n str>,
    /// How they begin, a bit for each [`beginning`].
    beginnings: OnceCell<u64>,
    /// Their plain forms. Most tables have no description that ties names.
    forms: OnceCell<Vec<Cow<'n, str>>>,
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

    fn forms(&self) -> impl Iterator<Item = (&'n str, &str)> {
        let forms = self.forms.get_or_init(|| self.rows.iter().map(|name| plain(name)).collect());
        self.rows.iter().copied().zip(forms.iter().map(|form| &**form))
    }

    /// The name that has a plain form; none where several have it.
    fn by_form(&self, form: &str) -> Option<Option<&'n str>> {
        only(self.forms().filter(|(_, known)| *known == form).map(|(name, _)| name))
    }

    /// The name whose last part is a word; none where several are.
    fn by_leaf(&self, leaf: &str) -> Option<Option<&'n str>> {
        let alike = |form: &str| form.bytes().last() == leaf.bytes().last();
        self.by_leaf_of(|form| if alike(form) { form.strip_suffix(leaf) } else { None })
    }

    /// The same, where `before` takes the last part off a form.
    fn by_leaf_of(&self, before: impl Fn(&str) -> Option<&str>) -> Option<Option<&'n str>> {
        let ends = |form: &str| before(form).is_some_and(|before| before.is_empty() || before.ends_with('.'));
        only(self.forms().filter(|(_, form)| ends(form)).map(|(name, _)| name))
    }

    /// The name that has the letters of a plain form; none where several have them.
    fn by_letters(&self, form: &str) -> Option<&'n str> {
        let first = |name: &str| name.bytes().next().map(|letter| letter.to_ascii_lowercase());
        let same = |known: &str| first(known) == first(form) && loose(known).eq(loose(form));
        only(self.forms().filter(|(_, known)| same(known)).map(|(name, _)| name))?
    }

    /// The parameter that a word means in the description of `own`: by its whole name, beside `own`, or by its last name
    /// where only one has it.
    pub(super) fn resolve(&self, word: &str, own: &str) -> Option<&'n str> {
        if self.may_know(word, own) { self.find(word, own) } else { None }
    }

    /// The same, also of words that are soon ruled out.
    pub(super) fn find(&self, word: &str, own: &str) -> Option<&'n str> {
        if let Some(found) = self.rows.iter().find(|name| **name == word) {
            return Some(found);
        }
        let form = plain(word);
        if let Some(found) = self.by_form(&form) {
            return found;
        }
        let mut around = plain(own);
        while let Some((parent, _)) = around.rsplit_once('.') {
            if let Some(found) = self.by_form(&format!("{parent}.{form}")) {
                return found;
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
            && let Some(found) = self.by_leaf(word)
        {
            return found;
        }
        self.begun(word).or_else(|| self.by_letters(&form))
    }

    /// Whether a word begins like one of the names. Beside `own`, or within a structure, it may be a later part of one.
    pub(super) fn may_know(&self, word: &str, own: &str) -> bool {
        let beginnings = self.beginnings.get_or_init(|| {
            let names = self.rows.iter().flat_map(|name| name.split('.'));
            names.fold(0, |known, name| known | beginning(name))
        });
        self.structure.is_some()
            || own.contains('.')
            || word.contains('.')
            || beginnings & beginning(word) != 0
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
        self.by_leaf_of(|form| form.strip_suffix("Type")?.strip_suffix(word)).flatten()
    }

    /// Beside `StickinessConfig.Cookie`, `StickinessType` is `StickinessConfig.Type`.
    fn shortened(&self, word: &str, group: &str, parent: &str) -> Option<&'n str> {
        let shared = group.bytes().zip(word.bytes()).take_while(|(one, other)| one == other).count();
        let begins = |at: &usize| word.as_bytes().get(*at).is_some_and(u8::is_ascii_uppercase);
        let leaf = &word[(SHORTEST..=shared).rev().find(begins)?..];
        let form = if parent.is_empty() { leaf.to_owned() } else { format!("{parent}.{leaf}") };
        self.by_form(&form).flatten()
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

/// One bit of many for the first two letters of a name, in any case. What is shorter, or may be in the singular, is like
/// all.
fn beginning(name: &str) -> u64 {
    match name.as_bytes() {
        [first, second, ..] if !(name.len() == 2 && *second == b's') => {
            let [first, second] = [first, second].map(|letter| u32::from(letter.to_ascii_lowercase()));
            1 << ((first * 7 + second * 3) % 64)
        }
        [_] if name.eq_ignore_ascii_case("n") => 0, // an index
        _ => u64::MAX,
    }
}

/// How many letters of its group's name a parameter is told by, at least.
const SHORTEST: usize = 4;

/// The letters of a plain name, in the singular: `Ipv6Addresses` and `Ipv6Address`, `SystemDiskCategory` and
/// `SystemDisk.Category`, `EndTime` and `Endtime`.
fn loose(plain: &str) -> impl Iterator<Item = u8> {
    let singular = |name: &str| match name {
        name if ["sses", "xes"].into_iter().any(|end| name.ends_with(end)) => name.len() - 2,
        name if name.ends_with('s') && !["ss", "us", "is"].into_iter().any(|end| name.ends_with(end)) => {
            name.len() - 1
        }
        name => name.len(),
    };
    plain.split('.').flat_map(move |name| name.bytes().take(singular(name))).map(|b| b.to_ascii_lowercase())
}

/// The one name that is found, however often; `None` within where there are several.
fn only<'n>(mut found: impl Iterator<Item = &'n str>) -> Option<Option<&'n str>> {
    let first = found.next()?;
    Some(found.all(|other| other == first).then_some(first))
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
