//! The list in an answer, whatever it is called and however deep it is wrapped.

use std::collections::BTreeSet;

use contract::{Operation, Type};
use serde_json::Value;

/// The items of the list that an answer is about: the first documented field that holds one, also behind a single member
/// (`Images: { Image: [...] }`).
pub(super) fn items<'a>(operation: &Operation, body: &'a Value) -> Option<Vec<&'a Value>> {
    let fields = operation.response.iter().filter(|field| !field.is_header());
    fields.filter_map(|field| body.get(field.wire_name().as_str())).find_map(list)
}

fn list(value: &Value) -> Option<Vec<&Value>> {
    match value {
        Value::Array(items) if items.iter().all(Value::is_object) => Some(items.iter().collect()),
        Value::Object(members) if members.len() == 1 => members.values().find_map(list),
        _ => None,
    }
}

/// What tells items apart: the first member that names them, or all that they say.
pub(super) fn names(items: &[&Value], key: Option<&str>) -> Vec<String> {
    let name = |item: &&Value| match key.and_then(|key| item.get(key)) {
        Some(named) => named.to_string(),
        None => item.to_string(),
    };
    items.iter().map(name).collect()
}

/// The member by which items are told apart: a text or number whose name ends in `Id`, and which differs in each.
pub(super) fn key(items: &[&Value]) -> Option<String> {
    let first = items.first()?.as_object()?;
    let differs = |name: &&String| {
        let values: BTreeSet<String> =
            items.iter().filter_map(|item| item.get(name.as_str())).map(Value::to_string).collect();
        values.len() == items.len()
    };
    let names = first.iter().filter(|(name, value)| name.ends_with("Id") && !value.is_object());
    names.map(|(name, _)| name).find(differs).cloned()
}

/// The number that an answer gives for the whole list, under the documented name.
pub(super) fn total(operation: &Operation, body: &Value) -> Option<(String, u64)> {
    let counts = |field: &&contract::Field| {
        field.ty.value == Type::Integer && matches!(field.wire_name().as_str(), "TotalCount" | "Total")
    };
    let field = operation.response.iter().find(counts)?;
    Some((field.name.value.clone(), body.get(field.wire_name().as_str())?.as_u64()?))
}

/// The first object anywhere in an answer whose member of that name is this value.
pub(super) fn find<'a>(body: &'a Value, key: &str, wanted: &Value) -> Option<&'a Value> {
    match body {
        Value::Array(items) => items.iter().find_map(|item| find(item, key, wanted)),
        Value::Object(members) if members.get(key) == Some(wanted) => Some(body),
        Value::Object(members) => members.values().find_map(|member| find(member, key, wanted)),
        _ => None,
    }
}
