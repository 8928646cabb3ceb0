//! Between the tree of arguments and the structures of generated code.

mod read;
mod reader;

use serde::Serialize;
use serde_json::Value;

use crate::{Arguments, Violations};
pub use read::{decode, empty};

/// What was read, and what could not be.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded<T> {
    /// The value; what could not be read has its default.
    pub value: T,
    /// What could not be read.
    pub violations: Violations,
}

/// A structure as arguments. `None`, empty lists and empty structures are left out; what is no structure is nothing.
pub fn encode<T: Serialize>(value: &T) -> Arguments {
    match serde_json::to_value(value).map(present) {
        Ok(Some(Value::Object(fields))) => fields,
        _ => Arguments::new(),
    }
}

fn present(value: Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::Array(items) => {
            // An item with nothing in it still counts: the ones after it keep their index.
            let items: Vec<_> = items.into_iter().map(|item| present(item).unwrap_or(Value::Null)).collect();
            (!items.is_empty()).then_some(Value::Array(items))
        }
        Value::Object(fields) => {
            let fields = fields.into_iter().filter_map(|(name, value)| Some((name, present(value)?)));
            let fields: Arguments = fields.collect();
            (!fields.is_empty()).then_some(Value::Object(fields))
        }
        scalar => Some(scalar),
    }
}
