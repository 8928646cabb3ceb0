//! Reading and writing documented names in a tree of arguments, all items of a list and not only the first.

use contract::{Path, Segment};
use serde_json::{Map, Value};
use wire::Arguments;

/// Every value that stands under a documented name, in order; null is absent.
pub(crate) fn each<'a>(arguments: &'a Arguments, name: &str) -> Vec<&'a Value> {
    let Some((root, _)) = name.split_once('.') else {
        return arguments.get(name).filter(|value| !value.is_null()).into_iter().collect();
    };
    if !arguments.contains_key(root) && !arguments.contains_key(name) {
        return Vec::new();
    }
    let path = Path::of(name);
    if literal(&path) {
        return wire::find(arguments, name).filter(|value| !value.is_null()).into_iter().collect();
    }
    let Some((Segment::Name(root), rest)) = path.segments().split_first() else { return Vec::new() };
    let mut found: Vec<&Value> = arguments.get(*root).into_iter().collect();
    for segment in rest {
        found = found.into_iter().flat_map(|value| step(value, *segment)).collect();
    }
    found.retain(|value| !value.is_null());
    found
}

/// The objects that would hold the last name of a dotted name: the items of `Tag` for `Tag.N.Key`.
pub(crate) fn holders<'a>(arguments: &'a Arguments, name: &str) -> Vec<&'a Value> {
    match name.rsplit_once('.') {
        Some((holder, _)) => each(arguments, holder).into_iter().filter(|value| value.is_object()).collect(),
        None => Vec::new(),
    }
}

/// The number of items of the first list that the name repeats, or of the value itself.
pub(crate) fn count(arguments: &Arguments, name: &str) -> usize {
    let path = Path::of(name);
    let listed = path.segments().iter().position(|segment| *segment == Segment::EachItem);
    let list = match listed {
        Some(at) => name.split('.').take(at).collect::<Vec<_>>().join("."),
        None => name.to_owned(),
    };
    match each(arguments, &list).first() {
        Some(Value::Array(items)) => items.len(),
        Some(_) => 1,
        None => 0,
    }
}

/// Writes a value; a list under a name that repeats is spread over the items.
pub(crate) fn put(arguments: &mut Arguments, name: &str, value: Value) {
    if !name.contains('.') {
        arguments.insert(name.to_owned(), value);
        return;
    }
    let path = Path::of(name);
    let indexes = path.segments().iter().filter(|segment| **segment == Segment::EachItem).count();
    match value {
        Value::Array(items) if indexes == 1 && !literal(&path) => {
            let mut root = Value::Object(std::mem::take(arguments));
            for (index, item) in items.into_iter().enumerate() {
                write(&mut root, path.segments(), index, item);
            }
            if let Value::Object(written) = root {
                *arguments = written;
            }
        }
        Value::Array(items) if indexes > 1 => {
            if let Some(first) = items.into_iter().next() {
                wire::place(arguments, name, first);
            }
        }
        value => wire::place(arguments, name, value),
    }
}

fn literal(path: &Path<'_>) -> bool {
    path.segments().iter().any(|segment| matches!(segment, Segment::Item(_)))
}

fn step<'a>(value: &'a Value, segment: Segment<'_>) -> Vec<&'a Value> {
    match (segment, value) {
        (Segment::Name(name), Value::Object(members)) => members.get(name).into_iter().collect(),
        (Segment::EachItem, Value::Array(items)) => items.iter().collect(),
        // A list of one may have been written without its index.
        (Segment::EachItem, Value::Null) => Vec::new(),
        (Segment::EachItem, alone) => vec![alone],
        _ => Vec::new(),
    }
}

fn write(at: &mut Value, path: &[Segment<'_>], index: usize, value: Value) {
    let Some((segment, rest)) = path.split_first() else {
        *at = value;
        return;
    };
    match segment {
        Segment::Name(name) => {
            if !at.is_object() {
                *at = Value::Object(Map::new());
            }
            if let Some(members) = at.as_object_mut() {
                write(members.entry(*name).or_insert(Value::Null), rest, index, value);
            }
        }
        Segment::EachItem | Segment::Item(_) => {
            if !at.is_array() {
                *at = Value::Array(Vec::new());
            }
            if let Some(items) = at.as_array_mut() {
                if items.len() <= index {
                    items.resize(index + 1, Value::Null);
                }
                write(&mut items[index], rest, index, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_list_is_spread_over_items_and_read_back() {
        let mut arguments = Arguments::new();
        put(&mut arguments, "Tag.N.Key", json!(["a", "b"]));
        put(&mut arguments, "Tag.N.Value", json!("v"));
        put(&mut arguments, "ImageIds.N", json!(["x"]));
        assert_eq!(
            Value::Object(arguments.clone()),
            json!({"Tag": [{"Key": "a", "Value": "v"}, {"Key": "b"}], "ImageIds": ["x"]})
        );
        assert_eq!(each(&arguments, "Tag.N.Key"), [&json!("a"), &json!("b")]);
        assert_eq!((count(&arguments, "Tag.N.Key"), count(&arguments, "ImageIds.N")), (2, 1));
        assert_eq!(holders(&arguments, "Tag.N.Value").len(), 2);
    }
}
