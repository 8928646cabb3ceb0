//! What a request may carry.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};
use source::{Origin, Sourced};

use crate::cells::Cells;
use crate::{Constraint, Path, Position, Requirement, Type};

/// Whether a parameter must be sent, or whether a response field is documented as always returned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Presence {
    /// Always.
    Required,
    /// It may be left out.
    Optional,
    /// Under a condition; the operation's rules say which.
    Conditional,
    /// The page doesn't say. Silence is not a default.
    Unstated,
}

/// Whose parameter it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// Every operation of the family takes it: the action, keys, signatures.
    Common,
    /// The operation's own.
    Operation,
}

/// A documented parameter. Its name stays verbatim; [`Parameter::path`] is the view of its parts.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(from = "ParameterJson<'static>")]
#[schemars(with = "ParameterJson<'static>")]
pub struct Parameter {
    /// As the page spells it.
    pub name: Sourced<String>,
    /// As it travels, where something proves another spelling: [`Parameter::wire_name`] is the view that has one always.
    pub spelling: Option<Box<Sourced<String>>>,
    /// The lowest index by which the examples name an item of its list: where they count from, if they show the first.
    pub first_index: Option<Sourced<u32>>,
    /// Whose it is.
    pub scope: Scope,
    /// Its type; a name ending in an index is a list.
    pub ty: Sourced<Type>,
    /// Whether it must be sent.
    pub presence: Sourced<Presence>,
    /// In which part of a request it travels, where the page says so.
    pub position: Option<Sourced<Position>>,
    /// The example cell.
    pub example: Option<Sourced<String>>,
    /// The description cell, marks removed.
    pub description: Sourced<String>,
    /// The rules for its value.
    pub constraints: Vec<Constraint>,
    /// Its row.
    pub origin: Origin,
}

impl Parameter {
    /// The name that travels.
    pub fn wire_name(&self) -> &Sourced<String> {
        self.spelling.as_deref().unwrap_or(&self.name)
    }

    /// The parts of the wire name.
    pub fn path(&self) -> Path<'_> {
        Path::of(&self.wire_name().value)
    }

    /// Why a call by name and arguments does not carry it: it is a header, or a part of the path.
    pub fn beyond_a_call(&self) -> Option<String> {
        let position = self.position.as_ref().filter(|position| !position.value.is_argument())?;
        Some(format!(
            "`{}` travels in the {}, which a call by name does not carry",
            self.name.value, position.value
        ))
    }

    /// The unconditional literal default, where the page states one.
    pub fn default_value(&self) -> Option<&str> {
        self.constraints.iter().find_map(|c| match (&c.requirement, &c.when) {
            (Requirement::Default { value }, None) => value.as_deref(),
            _ => None,
        })
    }
}

/// The public form, which borrows what it writes.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Parameter")]
struct ParameterJson<'p> {
    name: Cow<'p, str>,
    wire_name: Cow<'p, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    first_index: Option<u32>,
    scope: Scope,
    #[serde(rename = "type")]
    ty: Cow<'p, Type>,
    presence: Cow<'p, Presence>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    position: Option<Position>,
    default: Option<Cow<'p, str>>,
    example: Option<Cow<'p, str>>,
    description: Cow<'p, str>,
    constraints: Cow<'p, [Constraint]>,
    origin: Cow<'p, Origin>,
    #[serde(default)]
    cells: Cells,
}

impl From<ParameterJson<'_>> for Parameter {
    fn from(json: ParameterJson<'_>) -> Self {
        let (cells, row) = (&json.cells, &*json.origin);
        let spelling = (json.wire_name != json.name).then(|| json.wire_name.into_owned());
        Parameter {
            name: cells.source("name", json.name.into_owned(), row),
            spelling: cells.source_some("wire_name", spelling, row).map(Box::new),
            first_index: cells.source_some("first_index", json.first_index, row),
            scope: json.scope,
            ty: cells.source("type", json.ty.into_owned(), row),
            presence: cells.source("presence", json.presence.into_owned(), row),
            position: cells.source_some("position", json.position, row),
            example: cells.source_some("example", json.example.map(Cow::into_owned), row),
            description: cells.source("description", json.description.into_owned(), row),
            constraints: json.constraints.into_owned(),
            origin: json.origin.into_owned(),
        }
    }
}

impl Serialize for Parameter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut cells = Cells::default();
        cells.note("name", &self.name);
        if let Some(spelling) = &self.spelling {
            cells.note("wire_name", spelling);
        }
        if let Some(index) = &self.first_index {
            cells.note("first_index", index);
        }
        cells.note("type", &self.ty);
        cells.note("presence", &self.presence);
        if let Some(position) = &self.position {
            cells.note("position", position);
        }
        if let Some(example) = &self.example {
            cells.note("example", example);
        }
        cells.note("description", &self.description);
        let json = ParameterJson {
            default: self.default_value().map(Cow::Borrowed),
            wire_name: Cow::Borrowed(&self.wire_name().value),
            name: Cow::Borrowed(&self.name.value),
            first_index: self.first_index.as_ref().map(|index| index.value),
            scope: self.scope,
            ty: Cow::Borrowed(&self.ty.value),
            presence: Cow::Borrowed(&self.presence.value),
            position: self.position.as_ref().map(|position| position.value),
            example: self.example.as_ref().map(|example| Cow::Borrowed(example.value.as_str())),
            description: Cow::Borrowed(&self.description.value),
            constraints: Cow::Borrowed(&self.constraints),
            origin: Cow::Borrowed(&self.origin),
            cells,
        };
        json.serialize(serializer)
    }
}
