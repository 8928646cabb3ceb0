//! The spelling of a name that travels, as the page's examples prove it.

use contract::{Example, ExampleRole};
use serde_json::Value;
use source::{Location, Sourced};

/// The spelling that the request examples prove, where only the case differs.
pub(crate) fn wire_name(name: &Sourced<String>, examples: &[Example]) -> Sourced<String> {
    let requests = || examples.iter().filter(|example| example.role == ExampleRole::Request);
    let exact = requests().any(|e| e.arguments.iter().any(|a| a.name == name.value));
    let other = requests().find_map(|example| {
        let argument = example.arguments.iter().find(|a| first_letter_differs(&a.name, &name.value))?;
        Some(Sourced::derived(
            argument.name.clone(),
            "spelling-of-the-example",
            example.origin.location().clone(),
        ))
    });
    if exact { name.clone() } else { other.unwrap_or_else(|| name.clone()) }
}

/// The spelling that the answer shows.
pub(crate) fn shown_name(name: &Sourced<String>, answer: &Value, at: &Location) -> Sourced<String> {
    fn find<'v>(value: &'v Value, test: &dyn Fn(&str) -> bool) -> Option<&'v str> {
        match value {
            Value::Object(fields) => fields
                .iter()
                .find_map(|(key, value)| if test(key) { Some(key.as_str()) } else { find(value, test) }),
            Value::Array(items) => items.iter().find_map(|item| find(item, test)),
            _ => None,
        }
    }
    if find(answer, &|key| key == name.value).is_some() {
        return name.clone();
    }
    match find(answer, &|key| first_letter_differs(key, &name.value)) {
        Some(shown) => Sourced::derived(shown.to_owned(), "spelling-of-the-example", at.clone()),
        None => name.clone(),
    }
}

/// Generators capitalise the first letter; nothing else may differ.
fn first_letter_differs(one: &str, other: &str) -> bool {
    let mut a = one.chars();
    let mut b = other.chars();
    match (a.next(), b.next()) {
        (Some(x), Some(y)) => x != y && x.eq_ignore_ascii_case(&y) && a.as_str() == b.as_str(),
        _ => false,
    }
}
