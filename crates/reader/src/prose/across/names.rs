//! The parameters of a page, as descriptions mention them.

use std::borrow::Cow;
use std::cell::OnceCell;

use contract::{Segment, steps};
use smallvec::SmallVec;

/// The documented names of a table.
#[derive(Debug, Default)]
pub(crate) struct Names<'n> {
    /// As they are spelt.
    rows: Vec<&'n str>,
    /// The structure that the table describes.
    structure: Option<&'n str>,
    /// The letters of all names, of their last parts, and of these without `Type`. Most words have none of them.
    letters: OnceCell<Bits>,
    /// Their plain forms. Most tables have no description that ties names.
    forms: OnceCell<Vec<Form<'n>>>,
}

/// A name, and how it looks without indexes.
#[derive(Debug)]
struct Form<'n> {
    name: &'n str,
    plain: Cow<'n, str>,
    letters: u32,
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

    fn letters(&self) -> &Bits {
        self.letters.get_or_init(|| {
            let mut bits = Bits::default();
            self.rows.iter().for_each(|name| bits.learn(name));
            bits
        })
    }

    fn forms(&self) -> &[Form<'n>] {
        let form = |name: &&'n str| Form { name, plain: plain(name), letters: letters(name) };
        self.forms.get_or_init(|| self.rows.iter().map(form).collect())
    }

    /// The name whose plain form is one that is looked for; none where several have such.
    fn by(&self, is_one: impl Fn(&str) -> bool) -> Option<Option<&'n str>> {
        only(self.forms().iter().filter(|form| is_one(&form.plain)).map(|form| form.name))
    }

    /// The name that has a plain form; none where several have it.
    fn by_form(&self, form: &str) -> Option<Option<&'n str>> {
        self.by(|known| known == form)
    }

    /// The same, where the plain form has two halves.
    fn below(&self, parent: &str, form: &str) -> Option<Option<&'n str>> {
        self.by(|known| known.strip_suffix(form).and_then(|before| before.strip_suffix('.')) == Some(parent))
    }

    /// The name whose last part is a word; none where several are.
    fn by_leaf(&self, leaf: &str) -> Option<Option<&'n str>> {
        let alike = |form: &str| form.bytes().last() == leaf.bytes().last();
        self.by_leaf_of(|form| if alike(form) { form.strip_suffix(leaf) } else { None })
    }

    /// The same, where `before` takes the last part off a form.
    fn by_leaf_of(&self, before: impl Fn(&str) -> Option<&str>) -> Option<Option<&'n str>> {
        self.by(|form| before(form).is_some_and(|before| before.is_empty() || before.ends_with('.')))
    }

    /// The name that has the letters of a plain form; none where several have them.
    fn by_letters(&self, plain: &str) -> Option<&'n str> {
        let (letters, forms) = (letters(plain), self.forms().iter());
        let same = |form: &&Form<'_>| form.letters == letters && loose(&form.plain).eq(loose(plain));
        only(forms.filter(same).map(|form| form.name))?
    }

    /// The parameter that a word means in the description of `own`: by its whole name, beside `own`, or by its last name
    /// where only one has it.
    pub(super) fn resolve(&self, word: &str, own: &str) -> Option<&'n str> {
        let may_know = word.contains('.') || self.may_know(Glance::of(word), own);
        if may_know { self.find(word, own) } else { None }
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
        let own = plain(own);
        let mut around = &*own;
        while let Some((parent, _)) = around.rsplit_once('.') {
            if let Some(found) = self.below(parent, &form) {
                return found;
            }
            let group = parent.rsplit('.').next().unwrap_or(parent);
            if let Some(found) = self.shortened(word, group, parent) {
                return Some(found);
            }
            around = parent;
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

    /// Whether a word without dots has the letters of a name, or of the last part of one. Beside `own`, or within a
    /// structure, it may be short for one.
    pub(super) fn may_know(&self, word: Glance, own: &str) -> bool {
        let is_short = |group: &str| group.len() >= SHORTEST && first_four(group) == word.first_four;
        let mut begin = 0;
        let mut groups = own.bytes().enumerate().filter(|(_, byte)| *byte == b'.').map(|(dot, _)| {
            let group = &own[begin..dot];
            begin = dot + 1;
            group
        });
        self.letters().has(word.letters) || self.structure.is_some_and(is_short) || groups.any(is_short)
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
        self.by_leaf_of(|form| form.strip_suffix(TYPE)?.strip_suffix(word)).flatten()
    }

    /// Beside `StickinessConfig.Cookie`, `StickinessType` is `StickinessConfig.Type`.
    fn shortened(&self, word: &str, group: &str, parent: &str) -> Option<&'n str> {
        let shared = group.bytes().zip(word.bytes()).take_while(|(one, other)| one == other).count();
        let begins = |at: &usize| word.as_bytes().get(*at).is_some_and(u8::is_ascii_uppercase);
        let leaf = &word[(SHORTEST..=shared).rev().find(begins)?..];
        if parent.is_empty() { self.by_form(leaf) } else { self.below(parent, leaf) }.flatten()
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

/// What rules out that a word is one of most names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glance {
    letters: u32,
    /// The group whose name it has in front.
    first_four: u32,
}

impl Glance {
    /// That of a word without dots.
    pub(super) fn of(word: &str) -> Self {
        Glance { letters: letters(word), first_four: first_four(word) }
    }
}

fn first_four(word: &str) -> u32 {
    word.as_bytes().first_chunk().map_or(0, |four| u32::from_le_bytes(*four))
}

/// Words, as far as one bit of many for the [`letters`] of each tells them.
#[derive(Debug, Default)]
struct Bits([u64; 16]);

impl Bits {
    /// A name, its last part, and that without `Type`.
    fn learn(&mut self, name: &str) {
        let mut last = name;
        if !is_plain(name) {
            let mut letters: SmallVec<[u8; 64]> = SmallVec::new();
            for part in parts(name) {
                letters.extend_from_slice(singular_of(part));
                last = part;
            }
            self.set(letters_of(&letters));
        }
        self.set(letters_of(singular_of(last)));
        if let Some(short) = last.strip_suffix(TYPE) {
            self.set(letters_of(singular_of(short)));
        }
    }

    fn set(&mut self, letters: u32) {
        self.0[(letters >> 28) as usize] |= 1 << (letters >> 22 & 63);
    }

    fn has(&self, letters: u32) -> bool {
        self.0[(letters >> 28) as usize] >> (letters >> 22 & 63) & 1 != 0
    }
}

/// A number that names have in common if their [`loose`] letters are the same.
fn letters(name: &str) -> u32 {
    if is_plain(name) {
        return letters_of(singular_of(name));
    }
    let mut letters: SmallVec<[u8; 64]> = SmallVec::new();
    parts(name).for_each(|part| letters.extend_from_slice(singular_of(part)));
    letters_of(&letters)
}

/// That of letters in one piece, in any case.
fn letters_of(letters: &[u8]) -> u32 {
    let mix = |number: u64, eight: u64| {
        let letters = eight | 0x2020_2020_2020_2020;
        (number.rotate_left(29) ^ letters).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    };
    let (chunks, _) = letters.as_chunks();
    let number =
        chunks.iter().fold(letters.len() as u64, |number, chunk| mix(number, u64::from_le_bytes(*chunk)));
    // The last ones count twice, if there are eight.
    let last = letters.last_chunk().map(|chunk| u64::from_le_bytes(*chunk));
    let last = last.unwrap_or_else(|| letters.iter().fold(0, |last, letter| last << 8 | u64::from(*letter)));
    (mix(number, last) >> 32) as u32
}

/// What the last part of a name may be without.
const TYPE: &str = "Type";

/// How many letters of its group's name a parameter is told by, at least.
const SHORTEST: usize = 4;

/// The letters of a plain name, in the singular: `Ipv6Addresses` and `Ipv6Address`, `SystemDiskCategory` and
/// `SystemDisk.Category`, `EndTime` and `Endtime`.
fn loose(plain: &str) -> impl Iterator<Item = u8> {
    plain.split('.').flat_map(singular_of).map(u8::to_ascii_lowercase)
}

/// The letters of the singular of a name.
fn singular_of(name: &str) -> &[u8] {
    let letters = name.as_bytes();
    match letters {
        [singular @ .., b'e', b's'] if matches!(singular, [.., b's', b's'] | [.., b'x']) => singular,
        [.., b's' | b'u' | b'i', b's'] => letters,
        [singular @ .., b's'] => singular,
        _ => letters,
    }
}

/// The one name that is found, however often; `None` within where there are several.
fn only<'n>(mut found: impl Iterator<Item = &'n str>) -> Option<Option<&'n str>> {
    let first = found.next()?;
    Some(found.all(|other| other == first).then_some(first))
}

/// A name without its indexes: `Tag.1.Key`, `Tag.n.Key` and `Tag.N.Key` mean one.
fn plain(name: &str) -> Cow<'_, str> {
    if is_plain(name) {
        return Cow::Borrowed(name);
    }
    let mut plain = String::with_capacity(name.len());
    for (index, part) in parts(name).enumerate() {
        plain.push_str(if index > 0 { "." } else { "" });
        plain.push_str(part);
    }
    Cow::Owned(plain)
}

/// Whether a name has no indexes, and no names within.
fn is_plain(name: &str) -> bool {
    !name.bytes().any(|byte| byte == b'.')
}

/// The names in a name.
fn parts(name: &str) -> impl Iterator<Item = &str> {
    steps(name).filter_map(|step| if let Segment::Name(name) = step { Some(name) } else { None })
}
