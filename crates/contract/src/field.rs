//! What an answer carries, and the models that pages describe on their own.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};
use source::{Origin, Sourced};

use crate::cells::Cells;
use crate::{Constraint, Position, Presence, Rule, Type};

/// A documented field of an answer or of a model.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(from = "FieldJson<'static>")]
#[schemars(with = "FieldJson<'static>")]
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

/// The public form, which borrows what it writes.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Field")]
struct FieldJson<'f> {
    name: Cow<'f, str>,
    wire_name: Cow<'f, str>,
    #[serde(rename = "type")]
    ty: Cow<'f, Type>,
    presence: Cow<'f, Presence>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    position: Option<Position>,
    example: Option<Cow<'f, str>>,
    description: Cow<'f, str>,
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    constraints: Cow<'f, [Constraint]>,
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    rules: Cow<'f, [Rule]>,
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[schemars(with = "Vec<Field>")]
    fields: Cow<'f, [Field]>,
    origin: Cow<'f, Origin>,
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

impl From<FieldJson<'_>> for Field {
    fn from(json: FieldJson<'_>) -> Self {
        let (cells, row) = (&json.cells, &*json.origin);
        let spelling = (json.wire_name != json.name).then(|| json.wire_name.into_owned());
        Field {
            name: cells.source("name", json.name.into_owned(), row),
            spelling: cells.source_some("wire_name", spelling, row).map(Box::new),
            ty: cells.source("type", json.ty.into_owned(), row),
            presence: cells.source("presence", json.presence.into_owned(), row),
            position: cells.source_some("position", json.position, row),
            example: cells.source_some("example", json.example.map(Cow::into_owned), row),
            description: cells.source("description", json.description.into_owned(), row),
            constraints: json.constraints.into_owned(),
            rules: json.rules.into_owned(),
            fields: json.fields.into_owned(),
            origin: json.origin.into_owned(),
        }
    }
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut cells = Cells::default();
        cells.note("name", &self.name);
        if let Some(spelling) = &self.spelling {
            cells.note("wire_name", spelling);
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
        let json = FieldJson {
            wire_name: Cow::Borrowed(&self.wire_name().value),
            name: Cow::Borrowed(&self.name.value),
            ty: Cow::Borrowed(&self.ty.value),
            presence: Cow::Borrowed(&self.presence.value),
            position: self.position.as_ref().map(|position| position.value),
            example: self.example.as_ref().map(|example| Cow::Borrowed(example.value.as_str())),
            description: Cow::Borrowed(&self.description.value),
            constraints: Cow::Borrowed(&self.constraints),
            rules: Cow::Borrowed(&self.rules),
            fields: Cow::Borrowed(&self.fields),
            origin: Cow::Borrowed(&self.origin),
            cells,
        };
        json.serialize(serializer)
    }
}
