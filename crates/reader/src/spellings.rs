//! How names travel, where examples prove another spelling than the table's.

use std::borrow::Cow;

use contract::{Example, ExampleRole, Segment, steps};
use rustc_hash::{FxBuildHasher, FxHashMap};
use source::{Location, Sourced};

use crate::shape::Shape;

/// What makes an example's spelling the name that travels.
pub(crate) const RULE: &str = "spelling-of-the-example";

/// The names that examples show, and where; an index of an example is like any other, and like a placeholder.
#[derive(Debug, Default)]
pub(crate) struct Spellings<'e> {
    shown: FxHashMap<Cow<'e, str>, &'e Location>,
    /// The names of the table: what is spelt like one of them proves nothing about another.
    documented: Vec<&'e str>,
}

impl<'e> Spellings<'e> {
    /// Those of the arguments of requests, beside the names that the table documents.
    pub(crate) fn of_requests(examples: &'e [Example], documented: impl Iterator<Item = &'e str>) -> Self {
        let requests = examples.iter().filter(|example| example.role == ExampleRole::Request);
        let names = requests.flat_map(|example| {
            example.arguments.iter().map(|a| (a.name.as_str(), example.origin.location()))
        });
        // The first example that shows a name is its witness.
        let mut shown = FxHashMap::with_capacity_and_hasher(16, FxBuildHasher);
        for (name, at) in names {
            shown.entry(shape(name)).or_insert(at);
        }
        Spellings { shown, documented: documented.collect() }
    }

    /// Those of an answer, at any depth.
    pub(crate) fn of_answer(answer: &'e Shape<'_>, at: &'e Location) -> Self {
        let mut shown = FxHashMap::with_capacity_and_hasher(32, FxBuildHasher);
        let mut open = vec![answer];
        while let Some(above) = open.pop() {
            for (name, below) in above.children() {
                shown.insert(shape(name), at);
                open.push(below);
            }
        }
        Spellings { shown, documented: Vec::new() }
    }

    /// The name that is shown in place of the documented one. Generators of pages capitalise the first letter of a
    /// step. Where other letters differ it is the example that is wrong: so say the vendor's own clients, each time.
    pub(crate) fn spelling(&self, name: &Sourced<String>) -> Option<Box<Sourced<String>>> {
        if self.shown.is_empty() {
            return None;
        }
        let own = shape(&name.value);
        let is_shown = self.shown.contains_key(&own);
        if is_shown || !self.shown.keys().any(|shown| shown.eq_ignore_ascii_case(&own)) {
            return None;
        }
        let mut other = own.into_owned();
        for step in 0..=other.matches('.').count() {
            if !turn(&mut other, step) {
                continue;
            }
            if let Some(&shown_at) = self.shown.get(other.as_str())
                && !self.documents(&other)
            {
                // The name's own placeholders stay.
                let mut spelt = name.value.clone();
                turn(&mut spelt, step);
                return Some(Box::new(Sourced::derived(spelt, RULE, shown_at.clone())));
            }
            turn(&mut other, step);
        }
        None
    }

    fn documents(&self, spelling: &str) -> bool {
        self.documented.iter().any(|name| shape(name) == spelling)
    }

    /// The name with the inner capitals that a page lost: `PageSize` for `Pagesize`.
    pub(crate) fn with_capitals(&self, name: &Sourced<String>) -> Option<Box<Sourced<String>>> {
        if self.shown.contains_key(name.value.as_str()) || has_inner_capitals(&name.value) {
            return None;
        }
        let shown = self.shown.iter().filter(|(shown, _)| lost_capitals(shown, &name.value));
        let (shown, at) = shown.min_by(|(one, _), (other, _)| one.cmp(other))?;
        Some(Box::new(Sourced::derived(shown.to_string(), RULE, (*at).clone())))
    }
}

/// The key of an object that is a documented name in another spelling.
pub(crate) fn respelt<'k>(name: &str, shown: &'k Shape<'_>) -> Option<&'k str> {
    if shown.get(name).is_some() {
        return None;
    }
    let mut keys = shown.children().map(|(key, _)| key);
    keys.find(|key| first_letter_differs(key, name) || lost_capitals(key, name))
}

fn has_inner_capitals(name: &str) -> bool {
    name.chars().skip(1).any(char::is_uppercase)
}

fn lost_capitals(shown: &str, name: &str) -> bool {
    shown.eq_ignore_ascii_case(name) && !has_inner_capitals(name) && shown != name
}

fn first_letter_differs(one: &str, other: &str) -> bool {
    let (mut a, mut b) = (one.chars(), other.chars());
    match (a.next(), b.next()) {
        (Some(x), Some(y)) => x != y && x.eq_ignore_ascii_case(&y) && a.as_str() == b.as_str(),
        _ => false,
    }
}

/// A name with `#` for each index.
pub(crate) fn shape(name: &str) -> Cow<'_, str> {
    if !name.contains('.') {
        return Cow::Borrowed(name);
    }
    let mut shape = String::with_capacity(name.len());
    for (index, segment) in steps(name).enumerate() {
        shape.push_str(if index > 0 { "." } else { "" });
        shape.push_str(if let Segment::Name(name) = segment { name } else { "#" });
    }
    Cow::Owned(shape)
}

/// Whether two names are the same but for their indexes.
fn alike(one: &str, other: &str) -> bool {
    let step = |step| if let Segment::Name(name) = step { Some(name) } else { None };
    steps(one).map(step).eq(steps(other).map(step))
}

/// Turns the case of the letter that begins a step of a name, if one does.
fn turn(name: &mut str, step: usize) -> bool {
    let begin = match step.checked_sub(1) {
        None => Some(0),
        Some(dot) => name.match_indices('.').nth(dot).map(|(dot, _)| dot + 1),
    };
    let first = begin.and_then(|begin| name.get_mut(begin..=begin));
    let Some(first) = first.filter(|first| first.starts_with(|c: char| c.is_ascii_alphabetic())) else {
        return false;
    };
    if first.starts_with(|c: char| c.is_ascii_uppercase()) {
        first.make_ascii_lowercase();
    } else {
        first.make_ascii_uppercase();
    }
    true
}

/// The lowest index that the request examples have where the name has its first placeholder.
pub(crate) fn first_index(name: &str, examples: &[Example]) -> Option<Sourced<u32>> {
    const RULE: &str = "index-of-the-example";
    let (root, _) = name.split_once('.')?;
    let at = steps(name).position(|step| step == Segment::EachItem)?;
    let index = |argument: &str| match steps(argument).nth(at) {
        Some(Segment::Item(index)) if alike(argument, name) => u32::try_from(index).ok(),
        _ => None,
    };
    let requests = examples.iter().filter(|example| example.role == ExampleRole::Request);
    let shown = requests.flat_map(|example| {
        let names = example.arguments.iter().map(|argument| argument.name.as_str());
        let indexes = names.filter(|name| name.starts_with(root)).filter_map(index);
        indexes.map(|index| Sourced::derived(index, RULE, example.origin.location().clone()))
    });
    shown.reduce(|least, next| if next.value < least.value { next } else { least })
}
