//! The types that pages know.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The type of a parameter or field.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Type {
    /// Text.
    String,
    /// A whole number.
    Integer,
    /// A number with a fraction.
    Float,
    /// True or false.
    Boolean,
    /// A structure whose fields stand beside it, or that the page leaves open.
    Object,
    /// A list.
    Array {
        /// What it lists.
        item: Box<Type>,
    },
    /// A structure that the page describes under this name.
    Model {
        /// The model's name, scoped to its page; see [`Contract::model`](crate::Contract::model).
        name: String,
    },
    /// The page names no type, or one that nobody knows.
    Unknown,
}

impl Type {
    /// A list of `item`.
    pub fn array(item: Type) -> Self {
        Type::Array { item: Box::new(item) }
    }

    /// Whether it is a list of which nobody says what it lists.
    pub fn is_bare_list(&self) -> bool {
        matches!(self, Type::Array { item } if **item == Type::Unknown)
    }

    /// What stands at the bottom of lists of lists.
    pub fn innermost(&self) -> &Type {
        match self {
            Type::Array { item } => item.innermost(),
            other => other,
        }
    }

    /// The model that it is, or that it lists.
    pub fn model(&self) -> Option<&str> {
        if let Type::Model { name } = self.innermost() { Some(name) } else { None }
    }

    /// Whether a value of this type is one piece of text on the wire.
    pub fn is_scalar(&self) -> bool {
        matches!(self, Type::String | Type::Integer | Type::Float | Type::Boolean | Type::Unknown)
    }
}

impl std::fmt::Display for Type {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Type::String => f.write_str("string"),
            Type::Integer => f.write_str("integer"),
            Type::Float => f.write_str("float"),
            Type::Boolean => f.write_str("boolean"),
            Type::Object => f.write_str("object"),
            Type::Array { item } => write!(f, "array[{item}]"),
            Type::Model { name } => f.write_str(name),
            Type::Unknown => f.write_str("unknown"),
        }
    }
}
