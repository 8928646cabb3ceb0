//! What a request may carry.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(from = "ParameterJson", into = "ParameterJson")]
#[schemars(with = "ParameterJson")]
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

#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Parameter")]
struct ParameterJson {
    name: String,
    wire_name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    first_index: Option<u32>,
    scope: Scope,
    #[serde(rename = "type")]
    ty: Type,
    presence: Presence,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    position: Option<Position>,
    default: Option<String>,
    example: Option<String>,
    description: String,
    constraints: Vec<Constraint>,
    origin: Origin,
    #[serde(default)]
    cells: Cells,
}

impl From<ParameterJson> for Parameter {
    fn from(json: ParameterJson) -> Self {
        let (cells, row) = (&json.cells, &json.origin);
        let spelling = (json.wire_name != json.name).then_some(json.wire_name);
        Parameter {
            name: cells.source("name", json.name, row),
            spelling: cells.source_some("wire_name", spelling, row).map(Box::new),
            first_index: cells.source_some("first_index", json.first_index, row),
            scope: json.scope,
            ty: cells.source("type", json.ty, row),
            presence: cells.source("presence", json.presence, row),
            position: cells.source_some("position", json.position, row),
            example: cells.source_some("example", json.example, row),
            description: cells.source("description", json.description, row),
            constraints: json.constraints,
            origin: json.origin,
        }
    }
}

impl From<Parameter> for ParameterJson {
    fn from(parameter: Parameter) -> Self {
        let mut cells = Cells::default();
        cells.note("name", &parameter.name);
        if let Some(spelling) = &parameter.spelling {
            cells.note("wire_name", spelling);
        }
        if let Some(index) = &parameter.first_index {
            cells.note("first_index", index);
        }
        cells.note("type", &parameter.ty);
        cells.note("presence", &parameter.presence);
        if let Some(position) = &parameter.position {
            cells.note("position", position);
        }
        if let Some(example) = &parameter.example {
            cells.note("example", example);
        }
        cells.note("description", &parameter.description);
        ParameterJson {
            default: parameter.default_value().map(str::to_owned),
            wire_name: parameter.wire_name().value.clone(),
            name: parameter.name.value,
            first_index: parameter.first_index.map(|index| index.value),
            scope: parameter.scope,
            ty: parameter.ty.value,
            presence: parameter.presence.value,
            position: parameter.position.map(|position| position.value),
            example: parameter.example.map(|e| e.value),
            description: parameter.description.value,
            constraints: parameter.constraints,
            origin: parameter.origin,
            cells,
        }
    }
}
