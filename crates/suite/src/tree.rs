//! Reading and writing documented names in a tree of arguments, all items of a list and not only the first.

use contract::{Path, Segment};
use serde_json::{Map, Value};
use smallvec::SmallVec;
use wire::Arguments;

/// The values under one name: seldom more than a few.
pub(crate) type Found<'a> = SmallVec<[&'a Value; 4]>;

/// A documented name, taken apart once and not with each request.
pub(crate) struct Place<'n> {
    name: &'n str,
    path: Path<'n>,
    /// Whether it names an item by its number.
    literal: bool,
    /// How many lists it goes through.
    lists: usize,
}

impl<'n> Place<'n> {
    pub(crate) fn of(name: &'n str) -> Self {
        let path = Path::of(name);
        let literal = path.segments().iter().any(|segment| matches!(segment, Segment::Item(_)));
        let lists = path.segments().iter().filter(|segment| **segment == Segment::EachItem).count();
        Self { name, path, literal, lists }
    }

    /// The name as it is documented.
    pub(crate) fn name(&self) -> &'n str {
        self.name
    }

    /// Every value that stands under it, in order; null is absent.
    pub(crate) fn each<'a>(&self, arguments: &'a Arguments) -> Found<'a> {
        let present = |value: &&Value| !value.is_null();
        if self.path.is_plain() {
            return arguments.get(self.name).filter(present).into_iter().collect();
        }
        if self.literal {
            return wire::find(arguments, self.name).filter(present).into_iter().collect();
        }
        let Some((Segment::Name(root), rest)) = self.path.segments().split_first() else {
            return Found::new();
        };
        let mut found: Found<'_> = arguments.get(*root).into_iter().collect();
        for segment in rest {
            let above = std::mem::take(&mut found);
            above.into_iter().for_each(|value| step(value, *segment, &mut found));
        }
        found.retain(|value| !value.is_null());
        found
    }

    /// Writes a value; a list under a name that repeats is spread over the items.
    pub(crate) fn put(&self, arguments: &mut Arguments, value: Value) {
        if self.path.is_plain() {
            arguments.insert(self.name.to_owned(), value);
            return;
        }
        match value {
            Value::Array(items) if self.lists == 1 && !self.literal => {
                for (index, item) in items.into_iter().enumerate() {
                    self.write(arguments, index, item);
                }
            }
            Value::Array(items) if self.lists > 1 => {
                items.into_iter().take(1).for_each(|first| wire::place(arguments, self.name, first));
            }
            value if self.literal => wire::place(arguments, self.name, value),
            value => self.write(arguments, 0, value),
        }
    }

    fn write(&self, arguments: &mut Arguments, index: usize, value: Value) {
        let Some((Segment::Name(root), rest)) = self.path.segments().split_first() else { return };
        match arguments.get_mut(*root) {
            Some(at) => write(at, rest, index, value),
            None => write(arguments.entry(*root).or_insert(Value::Null), rest, index, value),
        }
    }
}

/// Every value that stands under a documented name, in order; null is absent.
pub(crate) fn each<'a>(arguments: &'a Arguments, name: &str) -> Found<'a> {
    Place::of(name).each(arguments)
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
    Place::of(name).put(arguments, value);
}

fn step<'a>(value: &'a Value, segment: Segment<'_>, found: &mut Found<'a>) {
    match (segment, value) {
        (Segment::Name(name), Value::Object(members)) => found.extend(members.get(name)),
        (Segment::EachItem, Value::Array(items)) => found.extend(items),
        // A list of one may have been written without its index.
        (Segment::EachItem, Value::Null) => {}
        (Segment::EachItem, alone) => found.push(alone),
        _ => {}
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
        assert_eq!(each(&arguments, "Tag.N.Key")[..], [&json!("a"), &json!("b")]);
        assert_eq!((count(&arguments, "Tag.N.Key"), count(&arguments, "ImageIds.N")), (2, 1));
        assert_eq!(holders(&arguments, "Tag.N.Value").len(), 2);
    }
}
