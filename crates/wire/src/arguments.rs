//! The arguments of a call as a tree, in page order: `Tag.1.Key=a` is `Tag: [{ Key: "a" }]`.

use serde_json::{Map, Value};

use crate::steps::{Step, steps};

/// The arguments of a call: `Tag.N.Key` is `Tag: [{ Key: … }]`, `SystemDisk.Size` is `SystemDisk: { Size: … }`.
pub type Arguments = Map<String, Value>;

/// A literal index beyond this does not make a list that long; the value is appended.
const LONGEST_GAP: usize = 1024;

/// The arguments as they travel in a query or a form, lists counted from `list_base`.
///
/// Booleans are `true` and `false`; a number with no fraction is written without one and never in scientific notation.
/// `null`, an empty list and an empty structure send nothing; an empty text sends `Name=`.
pub fn pairs(arguments: &Arguments, list_base: u32) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for (name, value) in arguments {
        flatten(name.clone(), value, u64::from(list_base), &mut pairs);
    }
    pairs
}

/// Puts a value where a documented name points: `Tag.N.Key` is the first item, `Tag.2.Key` the second. A list put at
/// `X.N` becomes the whole list. What stands in the way is replaced.
pub fn place(arguments: &mut Arguments, documented_name: &str, value: Value) {
    let (root, steps) = steps(documented_name);
    put(arguments.entry(root).or_insert(Value::Null), &steps, value);
}

/// The first value that a documented name points at.
pub fn find<'a>(arguments: &'a Arguments, documented_name: &str) -> Option<&'a Value> {
    let (root, steps) = steps(documented_name);
    arguments.get(root).and_then(|value| seek(value, &steps)).or_else(|| arguments.get(documented_name))
}

/// Removes every value that a documented name points at, and the lists and structures that this leaves empty.
pub fn remove(arguments: &mut Arguments, documented_name: &str) {
    let (root, steps) = steps(documented_name);
    if arguments.get_mut(root).is_some_and(|value| prune(value, &steps)) {
        arguments.shift_remove(root);
    }
    arguments.shift_remove(documented_name);
}

/// A scalar as it travels. `None` for what is no scalar.
pub(crate) fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::Bool(flag) => Some(flag.to_string()),
        Value::String(text) => Some(text.clone()),
        // `Display` of a float writes all digits; that of a JSON number may write an exponent.
        Value::Number(number) if number.is_f64() => number.as_f64().map(|float| float.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

fn flatten(name: String, value: &Value, list_base: u64, pairs: &mut Vec<(String, String)>) {
    match value {
        Value::Array(items) => {
            for (index, item) in (list_base..).zip(items) {
                flatten(format!("{name}.{index}"), item, list_base, pairs);
            }
        }
        Value::Object(fields) => {
            for (field, value) in fields {
                flatten(format!("{name}.{field}"), value, list_base, pairs);
            }
        }
        other => pairs.extend(scalar(other).map(|text| (name, text))),
    }
}

fn put(slot: &mut Value, steps: &[Step<'_>], value: Value) {
    match steps {
        [] => *slot = value,
        [Step::Each] if value.is_array() => *slot = value,
        [Step::Name(name), rest @ ..] => {
            if !slot.is_object() {
                *slot = Value::Object(Map::new());
            }
            if let Value::Object(fields) = slot {
                put(fields.entry(*name).or_insert(Value::Null), rest, value);
            }
        }
        [index @ (Step::Each | Step::Item(_)), rest @ ..] => {
            if !slot.is_array() {
                *slot = Value::Array(Vec::new());
            }
            if let Value::Array(items) = slot {
                let at = if let Step::Item(at) = index { *at } else { 0 };
                let at = if at > LONGEST_GAP { items.len() } else { at };
                if items.len() <= at {
                    items.resize(at + 1, Value::Null);
                }
                put(&mut items[at], rest, value);
            }
        }
    }
}

fn seek<'a>(value: &'a Value, steps: &[Step<'_>]) -> Option<&'a Value> {
    match steps {
        [] => (!value.is_null()).then_some(value),
        [Step::Name(name), rest @ ..] => seek(value.get(*name)?, rest),
        [Step::Each, rest @ ..] => value.as_array()?.iter().find_map(|item| seek(item, rest)),
        [Step::Item(at), rest @ ..] => seek(value.get(*at)?, rest),
    }
}

/// Removes what the steps point at; whether `value` itself is to go.
fn prune(value: &mut Value, steps: &[Step<'_>]) -> bool {
    match (steps, value) {
        ([], _) => true,
        ([Step::Name(name), rest @ ..], Value::Object(fields)) => {
            let emptied = fields.get_mut(*name).is_some_and(|field| prune(field, rest));
            if emptied {
                fields.shift_remove(*name);
            }
            emptied && fields.is_empty()
        }
        ([Step::Each, rest @ ..], Value::Array(items)) => {
            items.retain_mut(|item| !prune(item, rest));
            items.is_empty()
        }
        ([Step::Item(at), rest @ ..], Value::Array(items)) => {
            // The items after it keep their indexes.
            if let Some(item) = items.get_mut(*at)
                && prune(item, rest)
            {
                *item = Value::Null;
            }
            while items.last().is_some_and(Value::is_null) {
                items.pop();
            }
            items.is_empty()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn arguments(value: Value) -> Arguments {
        value.as_object().cloned().expect("a tree")
    }

    fn line(value: Value, list_base: u32) -> String {
        let pairs = pairs(&arguments(value), list_base);
        pairs.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
    }

    #[test]
    fn lists_count_from_the_base_of_the_spec() {
        let tree =
            json!({ "Zone": "b", "TargetRegionList": ["cn-gd", "hk"], "Tag": [{ "Key": "k", "Value": "" }] });
        assert_eq!(
            line(tree.clone(), 0),
            "Zone=b&TargetRegionList.0=cn-gd&TargetRegionList.1=hk&Tag.0.Key=k&Tag.0.Value="
        );
        assert_eq!(
            line(tree, 1),
            "Zone=b&TargetRegionList.1=cn-gd&TargetRegionList.2=hk&Tag.1.Key=k&Tag.1.Value="
        );
    }

    #[test]
    fn a_number_with_no_fraction_has_none_on_the_wire() {
        let tree = json!({ "A": 1.0, "B": 1e20, "C": 0.5, "D": true, "E": -7, "F": null, "G": [], "H": {} });
        assert_eq!(line(tree, 1), "A=1&B=100000000000000000000&C=0.5&D=true&E=-7");
    }

    #[test]
    fn what_is_placed_is_found_and_removed_again() {
        for name in ["A", "A.B", "A.N", "A.N.Key", "A.2.Key", "A.1", "A.0", "A.N.B.M.C"] {
            let mut tree = arguments(json!({ "Before": 1 }));
            place(&mut tree, name, json!("x"));
            assert_eq!(find(&tree, name), Some(&json!("x")), "{name} in {tree:?}");
            remove(&mut tree, name);
            assert_eq!(tree, arguments(json!({ "Before": 1 })), "{name}");
        }
    }

    #[test]
    fn a_list_placed_at_its_name_is_the_whole_list() {
        let mut tree = Arguments::new();
        place(&mut tree, "X.N", json!(["a", "b"]));
        assert_eq!(tree, arguments(json!({ "X": ["a", "b"] })));
    }

    #[test]
    fn removing_a_field_of_items_removes_it_from_each() {
        let mut tree =
            arguments(json!({ "Tag": [{ "Key": "a", "Value": "1" }, { "Key": "b" }, { "Value": "3" }] }));
        remove(&mut tree, "Tag.N.Key");
        assert_eq!(tree, arguments(json!({ "Tag": [{ "Value": "1" }, { "Value": "3" }] })));
    }

    #[test]
    fn removing_one_item_leaves_the_others_where_they_are() {
        let mut tree = arguments(json!({ "Disk": [{ "Size": 1 }, { "Size": 2 }] }));
        remove(&mut tree, "Disk.1.Size");
        assert_eq!(tree, arguments(json!({ "Disk": [null, { "Size": 2 }] })));
    }

    #[test]
    fn an_enormous_index_makes_no_enormous_list() {
        let mut tree = Arguments::new();
        place(&mut tree, "Disk.18446744073709551615.Size", json!(1));
        assert_eq!(tree, arguments(json!({ "Disk": [{ "Size": 1 }] })));
    }
}
