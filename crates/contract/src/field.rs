//! What an answer carries, and the models that pages describe on their own.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use source::{Origin, Sourced};

use crate::cells::Cells;
use crate::{Constraint, Position, Presence, Rule, Type};

/// A documented field of an answer or of a model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(from = "FieldJson", into = "FieldJson")]
#[schemars(with = "FieldJson")]
pub struct Field {
    /// As the page spells it.
    pub name: Sourced<String>,
    /// As it travels, where something proves another spelling: [`Field::wire_name`] is the view that has one always.
    pub spelling: Option<Box<Sourced<String>>>,
    /// Its type.
    pub ty: Sourced<Type>,
    /// `Required` means *documented as always returned*; in a model of a request it means what it says.
    pub presence: Sourced<Presence>,
    /// In which part of an answer it travels, where the page says so.
    pub position: Option<Sourced<Position>>,
    /// The example cell.
    pub example: Option<Sourced<String>>,
    /// The description cell, marks removed.
    pub description: Sourced<String>,
    /// The rules for its value.
    pub constraints: Vec<Constraint>,
    /// The rules across the fields beside it that its description states.
    pub rules: Vec<Rule>,
    /// The fields of an `object` or of the items of a list of them, where the page nests rows.
    pub fields: Vec<Field>,
    /// Its row.
    pub origin: Origin,
}

/// A structure that a page describes under a heading of its own, scoped to that page; or one that has a page of its own,
/// scoped to the pages around it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Model {
    /// The heading.
    pub name: String,
    /// Its fields.
    pub fields: Vec<Field>,
    /// Where the heading stands.
    pub origin: Origin,
}

/// The model of a name that stands nearest to a page: the one with which it shares most folders. So each tree of a
/// documentation, such as that of a language, keeps to its own.
pub fn nearest_model<'a>(models: &'a [Model], name: &str, page: &str) -> Option<&'a Model> {
    let shared = |model: &&Model| {
        let file = &model.origin.location().file;
        file.split('/').zip(page.split('/')).take_while(|(one, other)| one == other).count()
    };
    // The first of those that share most.
    models.iter().rev().filter(|model| model.name == name).max_by_key(shared)
}

#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Field")]
struct FieldJson {
    name: String,
    wire_name: String,
    #[serde(rename = "type")]
    ty: Type,
    presence: Presence,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    position: Option<Position>,
    example: Option<String>,
    description: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    constraints: Vec<Constraint>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    rules: Vec<Rule>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<Field>")]
    fields: Vec<Field>,
    origin: Origin,
    #[serde(default)]
    cells: Cells,
}

impl Field {
    /// The name that travels.
    pub fn wire_name(&self) -> &Sourced<String> {
        self.spelling.as_deref().unwrap_or(&self.name)
    }

    /// Whether it is a header of the answer, and so no part of its body.
    pub fn is_header(&self) -> bool {
        self.position.as_ref().is_some_and(|position| position.value == Position::Header)
    }
}

impl From<FieldJson> for Field {
    fn from(json: FieldJson) -> Self {
        let (cells, row) = (&json.cells, &json.origin);
        let spelling = (json.wire_name != json.name).then_some(json.wire_name);
        Field {
            name: cells.source("name", json.name, row),
            spelling: cells.source_some("wire_name", spelling, row).map(Box::new),
            ty: cells.source("type", json.ty, row),
            presence: cells.source("presence", json.presence, row),
            position: cells.source_some("position", json.position, row),
            example: cells.source_some("example", json.example, row),
            description: cells.source("description", json.description, row),
            constraints: json.constraints,
            rules: json.rules,
            fields: json.fields,
            origin: json.origin,
        }
    }
}

impl From<Field> for FieldJson {
    fn from(field: Field) -> Self {
        let mut cells = Cells::default();
        cells.note("name", &field.name);
        if let Some(spelling) = &field.spelling {
            cells.note("wire_name", spelling);
        }
        cells.note("type", &field.ty);
        cells.note("presence", &field.presence);
        if let Some(position) = &field.position {
            cells.note("position", position);
        }
        if let Some(example) = &field.example {
            cells.note("example", example);
        }
        cells.note("description", &field.description);
        FieldJson {
            wire_name: field.wire_name().value.clone(),
            name: field.name.value,
            ty: field.ty.value,
            presence: field.presence.value,
            position: field.position.map(|position| position.value),
            example: field.example.map(|e| e.value),
            description: field.description.value,
            constraints: field.constraints,
            rules: field.rules,
            fields: field.fields,
            origin: field.origin,
            cells,
        }
    }
}
