//! How names travel, where examples prove another spelling than the table's.

use contract::{Example, ExampleRole};
use rustc_hash::{FxBuildHasher, FxHashMap};
use serde_json::Value;
use source::{Location, Sourced};

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
            Some(&at) if other != name.value => {
                Sourced::derived(other, "spelling-of-the-example", at.clone())
            }
            _ => name.clone(),
        }
    }
}
