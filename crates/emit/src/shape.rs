//! What the documented rows of one operation are in Rust: structs with members, and open enumerations.

use contract::{Confidence, Constraint, EnumValue, Field, Parameter, Presence, Requirement, Type};
use source::Origin;

/// The types of one operation's module, in the order in which they are written.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Types<'a> {
    pub(crate) structs: Vec<Struct<'a>>,
    pub(crate) enums: Vec<Enum<'a>>,
}

impl<'a> Types<'a> {
    /// The struct of that Rust name.
    pub(crate) fn structure(&self, name: &str) -> Option<&Struct<'a>> {
        self.structs.iter().find(|structure| structure.name == name)
    }
}

/// Whether a struct is sent or answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    Request,
    Response,
}

/// A struct: a request, an answer, or something inside them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Struct<'a> {
    /// Its Rust name.
    pub(crate) name: String,
    /// What it is, in words.
    pub(crate) about: String,
    pub(crate) side: Side,
    /// Whether it stands at the top: the whole request or the whole answer.
    pub(crate) whole: bool,
    pub(crate) members: Vec<Member<'a>>,
}

impl Struct<'_> {
    /// Whether it is sent and the page requires something in it.
    pub(crate) fn requires(&self) -> bool {
        self.side == Side::Request && self.members.iter().any(|member| member.required)
    }
}

/// One field of a struct.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Member<'a> {
    /// Its Rust name.
    pub(crate) name: String,
    /// Its name on the wire, without dots.
    pub(crate) wire: String,
    /// The whole name, from the top: `Tag.N.Key`.
    pub(crate) path: String,
    pub(crate) kind: Kind,
    pub(crate) hold: Hold,
    /// Whether the page requires it, or something below it.
    pub(crate) required: bool,
    /// The row; `None` for a parent that no row describes.
    pub(crate) row: Option<Row<'a>>,
}

/// How a struct holds a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hold {
    /// Always there.
    Plain,
    /// `Option`.
    Optional,
    /// `Vec`, nested this deep.
    List(usize),
}

/// The Rust type of one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Integer,
    Number,
    Truth,
    /// The page leaves it open: any JSON.
    Open,
    Struct(String),
    /// A struct that contains itself.
    Boxed(String),
    Enum(String),
}

/// An open enumeration: the documented values, and room for others.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Enum<'a> {
    /// Its Rust name.
    pub(crate) name: String,
    /// The documented name of what it is for.
    pub(crate) subject: String,
    pub(crate) constraint: &'a Constraint,
    /// Rust name and value of each variant.
    pub(crate) variants: Vec<(String, &'a EnumValue)>,
}

/// What a parameter and a field have in common.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Row<'a> {
    pub(crate) ty: &'a Type,
    pub(crate) presence: Presence,
    pub(crate) presence_origin: &'a Origin,
    pub(crate) description: &'a str,
    pub(crate) example: Option<&'a str>,
    pub(crate) constraints: &'a [Constraint],
    pub(crate) origin: &'a Origin,
}

impl<'a> Row<'a> {
    /// The one enumeration that certainly holds for every value.
    pub(crate) fn enumeration(&self) -> Option<(&'a Constraint, &'a [EnumValue])> {
        self.constraints.iter().find_map(|constraint| match &constraint.requirement {
            Requirement::OneOf { values }
                if constraint.confidence == Confidence::Certain
                    && constraint.when.is_none()
                    && !values.is_empty() =>
            {
                Some((constraint, &**values))
            }
            _ => None,
        })
    }

    /// The literal that is taken when the value is absent.
    pub(crate) fn default(&self) -> Option<&'a str> {
        self.constraints.iter().find_map(|constraint| match &constraint.requirement {
            Requirement::Default { value } if constraint.when.is_none() => value.as_deref(),
            _ => None,
        })
    }
}

impl<'a> From<&'a Parameter> for Row<'a> {
    fn from(parameter: &'a Parameter) -> Self {
        Row {
            ty: &parameter.ty.value,
            presence: parameter.presence.value,
            presence_origin: &parameter.presence.origin,
            description: &parameter.description.value,
            example: parameter.example.as_ref().map(|example| example.value.as_str()),
            constraints: &parameter.constraints,
            origin: &parameter.origin,
        }
    }
}

impl<'a> From<&'a Field> for Row<'a> {
    fn from(field: &'a Field) -> Self {
        Row {
            ty: &field.ty.value,
            presence: field.presence.value,
            presence_origin: &field.presence.origin,
            description: &field.description.value,
            example: field.example.as_ref().map(|example| example.value.as_str()),
            constraints: &field.constraints,
            origin: &field.origin,
        }
    }
}
