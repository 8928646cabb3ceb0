//! From the names and values of a query or form back to the tree of arguments.

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::Arguments;
use crate::steps::is_placeholder;

/// A name with more steps than this is kept whole: no documented name is as deep, and depth is recursion.
const DEEPEST: usize = 16;

/// Reads names and values: `Tag.1.Key=a` becomes `Tag: [{ Key: "a" }]`.
///
/// Indexes count from 0, from 1 or are a literal `N`; gaps close, items are ordered by index. Of a name that is given
/// twice the first value stands. Where a name is both a value and a structure (`A=1`, `A.B=2`), the value keeps the
/// name and the rest keeps its dotted one, so that nothing is lost.
pub fn tree(pairs: impl IntoIterator<Item = (String, String)>) -> Arguments {
    let mut root = Node::default();
    for (name, value) in pairs {
        root.insert(&name, value);
    }
    let mut arguments = Map::new();
    for (name, node) in root.children {
        node.write(name, &mut arguments);
    }
    arguments
}

#[derive(Default)]
struct Node {
    value: Option<String>,
    children: Vec<(String, Node)>,
    positions: HashMap<String, usize>,
}

impl Node {
    fn insert(&mut self, name: &str, value: String) {
        let whole = name.split('.').any(str::is_empty) || name.split('.').nth(DEEPEST).is_some();
        let node = if whole {
            self.child(name)
        } else {
            name.split('.').fold(self, |node, segment| node.child(segment))
        };
        node.value.get_or_insert(value);
    }

    fn child(&mut self, segment: &str) -> &mut Node {
        let at = match self.positions.get(segment) {
            Some(at) => *at,
            None => {
                self.positions.insert(segment.to_owned(), self.children.len());
                self.children.push((segment.to_owned(), Node::default()));
                self.children.len() - 1
            }
        };
        &mut self.children[at].1
    }

    fn write(self, name: String, into: &mut Arguments) {
        if let (Some(value), false) = (&self.value, self.children.is_empty()) {
            into.insert(name.clone(), Value::String(value.clone()));
            for (segment, child) in self.children {
                child.write(format!("{name}.{segment}"), into);
            }
        } else {
            into.insert(name, self.into_value());
        }
    }

    fn into_value(mut self) -> Value {
        if self.children.is_empty() {
            return Value::String(self.value.unwrap_or_default());
        }
        if self.children.iter().all(|(segment, _)| index(segment).is_some()) {
            self.children.sort_by_key(|(segment, _)| index(segment));
            return self.children.into_iter().map(|(_, child)| child.into_value()).collect();
        }
        let mut fields = Map::new();
        for (name, child) in self.children {
            child.write(name, &mut fields);
        }
        Value::Object(fields)
    }
}

/// The place of an item; a literal `N` comes after all numbers.
fn index(segment: &str) -> Option<u64> {
    if is_placeholder(segment) {
        return Some(u64::MAX);
    }
    segment.bytes().all(|byte| byte.is_ascii_digit()).then(|| segment.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::pairs;

    fn check(query: &str, expected: Value) {
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let tree = tree(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(Value::Object(tree), expected, "{query}");
    }

    #[test]
    fn indexes_count_from_zero_from_one_or_are_a_literal_n() {
        check("L.0=a&L.1=b", json!({ "L": ["a", "b"] }));
        check("L.1=a&L.2=b", json!({ "L": ["a", "b"] }));
        check("L.N=a", json!({ "L": ["a"] }));
        check("L.n.Key=a&L.n.Value=b", json!({ "L": [{ "Key": "a", "Value": "b" }] }));
    }

    #[test]
    fn items_are_ordered_by_index_and_gaps_close() {
        check("L.10=c&L.2=b&L.1=a", json!({ "L": ["a", "b", "c"] }));
        check("L.7=a", json!({ "L": ["a"] }));
    }

    #[test]
    fn the_order_of_names_is_kept() {
        check(
            "B=1&A.Size=2&C=3&A.Category=4",
            json!({ "B": "1", "A": { "Size": "2", "Category": "4" }, "C": "3" }),
        );
    }

    #[test]
    fn a_name_that_is_both_value_and_structure_loses_nothing() {
        check("A=1&A.B=2", json!({ "A": "1", "A.B": "2" }));
        check("A.1=2&A=1", json!({ "A": "1", "A.1": "2" }));
        check("A.1=x&A.B=y", json!({ "A": { "1": "x", "B": "y" } }));
    }

    #[test]
    fn of_a_name_given_twice_the_first_value_stands() {
        check("A=1&A=2", json!({ "A": "1" }));
    }

    #[test]
    fn odd_names_are_kept_whole() {
        check("A..B=1&.=2&7=3&A.=4", json!({ "A..B": "1", ".": "2", "7": "3", "A.": "4" }));
        let deep = vec!["a"; 100_000].join(".");
        assert_eq!(tree([(deep.clone(), "x".to_owned())]).get(&deep), Some(&json!("x")));
    }

    proptest! {
        #[test]
        fn any_names_at_all_give_a_tree(names in prop::collection::vec("[ABNn0-3.]{0,8}", 0..12)) {
            tree(names.into_iter().map(|name| (name, "x".to_owned())));
        }

        #[test]
        fn what_is_sent_is_read_back(
            texts in prop::collection::vec("[a-z]{1,4}", 1..4),
            base in 0u32..2,
        ) {
            let sent = json!({ "A": texts[0], "L": texts, "T": [{ "K": texts[0], "L": texts }] });
            let sent = sent.as_object().cloned().unwrap();
            prop_assert_eq!(tree(pairs(&sent, base)), sent);
        }
    }
}
