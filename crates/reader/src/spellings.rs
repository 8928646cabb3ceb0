//! How names travel, where examples prove another spelling than the table's.

use contract::{Example, ExampleRole};
use rustc_hash::{FxBuildHasher, FxHashMap};
use serde_json::Value;
use source::{Location, Sourced};

/// What makes an example's spelling the name that travels.
const RULE: &str = "spelling-of-the-example";

/// The names that examples show, and where.
#[derive(Debug, Default)]
pub(crate) struct Spellings<'e>(FxHashMap<&'e str, &'e Location>);

impl<'e> Spellings<'e> {
    /// Those of the arguments of requests.
    pub(crate) fn of_requests(examples: &'e [Example]) -> Self {
        let requests = examples.iter().filter(|example| example.role == ExampleRole::Request);
        let names = requests.flat_map(|example| {
            example.arguments.iter().map(|a| (a.name.as_str(), example.origin.location()))
        });
        // The first example that shows a name is its witness.
        let mut shown = FxHashMap::with_capacity_and_hasher(16, FxBuildHasher);
        for (name, at) in names {
            shown.entry(name).or_insert(at);
        }
        Spellings(shown)
    }

    /// Those of an answer, at any depth.
    pub(crate) fn of_answer(answer: &'e Value, at: &'e Location) -> Self {
        let mut shown = FxHashMap::with_capacity_and_hasher(32, FxBuildHasher);
        let mut open = vec![answer];
        while let Some(value) = open.pop() {
            match value {
                Value::Object(fields) => fields.iter().for_each(|(name, value)| {
                    shown.insert(name.as_str(), at);
                    open.push(value);
                }),
                Value::Array(items) => open.extend(items),
                _ => {}
            }
        }
        Spellings(shown)
    }

    /// The documented name, or the one that is shown in its place. Generators of pages capitalise the first letter;
    /// nothing else may differ.
    pub(crate) fn wire_name(&self, name: &Sourced<String>) -> Sourced<String> {
        if self.0.is_empty() || self.0.contains_key(name.value.as_str()) {
            return name.clone();
        }
        let turned = |c: char| {
            if c.is_ascii_uppercase() { c.to_ascii_lowercase() } else { c.to_ascii_uppercase() }
        };
        let mut letters = name.value.chars();
        let other: String = letters.next().map(turned).into_iter().chain(letters).collect();
        match self.0.get(other.as_str()) {
            Some(&at) if other != name.value => Sourced::derived(other, RULE, at.clone()),
            _ => name.clone(),
        }
    }

    /// The name with the inner capitals that a page lost: `PageSize` for `Pagesize`.
    pub(crate) fn with_capitals(&self, name: &Sourced<String>) -> Option<Sourced<String>> {
        if self.0.contains_key(name.value.as_str()) || has_inner_capitals(&name.value) {
            return None;
        }
        let shown = self.0.iter().filter(|(shown, _)| lost_capitals(shown, &name.value));
        let (shown, at) = shown.min_by_key(|(shown, _)| **shown)?;
        Some(Sourced::derived((*shown).to_owned(), RULE, (*at).clone()))
    }
}

/// The key of an object that is a documented name in another spelling.
pub(crate) fn respelt<'k>(name: &str, keys: &[&'k str]) -> Option<&'k str> {
    if keys.contains(&name) {
        return None;
    }
    keys.iter().copied().find(|key| first_letter_differs(key, name) || lost_capitals(key, name))
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
