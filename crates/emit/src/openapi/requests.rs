//! What an operation takes, as OpenAPI parameters or as a body.

use contract::{Operation, Parameter, Path, Position, Presence, Scope, Segment, Type};
use serde_json::{Map, Value, json};
use wire::{Carrier, Wire};

use super::schemas::{Schemas, described, fact};
use super::{list_of, object, schema_of};
use crate::Spec;
use crate::operation::Named;
use crate::shape::Row;
use crate::tree::{self, Node};

/// What an operation takes, by where it travels.
#[derive(Debug, Default)]
pub(crate) struct Request {
    /// Query, headers and path.
    pub(crate) parameters: Vec<Value>,
    pub(crate) body: Option<Value>,
    /// Parameters of which the page does not say where they travel, or whose name is no name of one header.
    pub(crate) unplaced: Vec<Value>,
}

/// The documented position of a parameter counts; one without travels as the spec's wire has it, if that calls the
/// operation at all.
pub(crate) fn request(named: &Named<'_>, spec: &Spec<'_>, schemas: &mut Schemas<'_>) -> Request {
    let operation = named.operation;
    let place = |parameter: &Parameter| match parameter.position.as_ref().map(|position| position.value) {
        Some(Position::Header) if parameter.wire_name().contains([' ', '*']) => None,
        Some(Position::Path) if operation.http.is_none() => None,
        None if operation.http.is_some() => None,
        None => Some(match spec.wire.carrier {
            Carrier::Query => Position::Query,
            Carrier::Form => Position::Form,
            Carrier::Json => Position::Body,
        }),
        stated => stated,
    };
    let at = |position: Option<Position>| -> Vec<&Parameter> {
        let own = operation.parameters.iter().filter(|parameter| parameter.scope == Scope::Operation);
        own.filter(|parameter| place(parameter) == position).collect()
    };
    let mut request = Request { parameters: constants(operation, spec.wire), ..Request::default() };
    for position in [Position::Path, Position::Query, Position::Header] {
        for (name, parameter, schema) in flat(operation, &at(Some(position)), spec.wire.list_base, schemas) {
            request.parameters.push(item(&name, Some(position), parameter, schema));
        }
    }
    for (name, parameter, schema) in flat(operation, &at(None), spec.wire.list_base, schemas) {
        request.unplaced.push(item(&name, None, parameter, schema));
    }
    let (form, members) = (at(Some(Position::Form)), at(Some(Position::Body)));
    let called_as = |carrier| operation.http.is_none() && spec.wire.carrier == carrier;
    if !form.is_empty() || called_as(Carrier::Form) {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for (name, parameter, schema) in flat(operation, &form, spec.wire.list_base, schemas) {
            if parameter.presence.value == Presence::Required {
                required.push(name.clone());
            }
            properties.insert(name, described(schema, Row::from(parameter)));
        }
        request.body = Some(body(form_type(operation), properties, &required));
    } else if !members.is_empty() || called_as(Carrier::Json) {
        let (properties, required) = properties(operation, &tree::of(members), schemas);
        request.body = Some(body("application/json", properties, &required));
    }
    request
}

/// What each request carries unchanged: the operation's name and the version, or the words of its query that have no value.
fn constants(operation: &Operation, wire: &Wire) -> Vec<Value> {
    let Some(http) = &operation.http else {
        let constant = |name: &str, value: &str| {
            json!({
                "name": name, "in": "query", "required": true, "schema": { "type": "string", "const": value },
            })
        };
        let version = wire.version.iter().map(|version| constant("Version", version));
        return [constant("Action", &operation.name)].into_iter().chain(version).collect();
    };
    let flag = |flag: &source::Sourced<String>| {
        json!({
            "name": flag.value, "in": "query", "required": true, "allowEmptyValue": true,
            "schema": { "type": "string", "const": "" }, "x-page": flag.location().to_string(),
        })
    };
    http.flags.iter().map(flag).collect()
}

/// How a form is written: as files are uploaded, where the page's own request does so.
fn form_type(operation: &Operation) -> &'static str {
    let mut arguments = operation.examples.iter().flat_map(|example| &example.arguments);
    let uploads = |value: &str| value.starts_with("multipart/form-data");
    if arguments.any(|a| a.name.eq_ignore_ascii_case("Content-Type") && uploads(&a.value)) {
        "multipart/form-data"
    } else {
        "application/x-www-form-urlencoded"
    }
}

fn item(name: &str, position: Option<Position>, parameter: &Parameter, schema: Value) -> Value {
    let mut item = Map::new();
    item.insert("name".to_owned(), json!(name));
    if let Some(position) = position {
        item.insert("in".to_owned(), json!(position));
    }
    // A path can't do without its parts.
    let required = parameter.presence.value == Presence::Required || position == Some(Position::Path);
    item.insert("required".to_owned(), json!(required));
    item.insert("description".to_owned(), json!(description(name, parameter)));
    item.insert("schema".to_owned(), schema);
    if let Some(example) = &parameter.example {
        item.insert("example".to_owned(), fact(parameter.ty.value.innermost(), &example.value));
    }
    if name != parameter.name.value {
        item.insert("x-doctract-name".to_owned(), json!(parameter.name.value));
    }
    item.insert("x-page".to_owned(), json!(parameter.origin.location().to_string()));
    Value::Object(item)
}

fn description(name: &str, parameter: &Parameter) -> String {
    let text = &parameter.description.value;
    if parameter.path().repeats() {
        format!("{text}\n\n`{name}` is the first item; the next ones have the next index.").trim().to_owned()
    } else {
        text.clone()
    }
}

/// The name of the first item: `Tag.N.Key` is `Tag.1.Key` where lists count from 1.
fn first_item(name: &str, list_base: u32) -> String {
    let segment = |segment: &Segment<'_>| match segment {
        Segment::Name(name) => (*name).to_owned(),
        Segment::EachItem => list_base.to_string(),
        Segment::Item(index) => index.to_string(),
    };
    Path::of(name).segments().iter().map(segment).collect::<Vec<_>>().join(".")
}

/// Each parameter under the name that it travels by.
fn flat<'a>(
    operation: &'a Operation,
    parameters: &[&'a Parameter],
    list_base: u32,
    schemas: &mut Schemas<'_>,
) -> Vec<(String, &'a Parameter, Value)> {
    let mut flat: Vec<(String, &Parameter, Value)> = Vec::new();
    for parameter in parameters {
        let mut name = first_item(&parameter.wire_name().value, list_base);
        let mut ty = &parameter.ty.value;
        // A list by its type travels with an index as well, which its name does not show.
        while let Type::Array { item } = ty {
            if !parameter.path().is_list() {
                name = format!("{name}.{list_base}");
            }
            ty = item;
        }
        if flat.iter().all(|(known, ..)| *known != name) {
            flat.push((name, parameter, schemas.value(operation, ty, Row::from(*parameter))));
        }
    }
    flat
}

fn body(media_type: &str, properties: Map<String, Value>, required: &[String]) -> Value {
    let content = object([(media_type, object([("schema", schema_of(properties, required))]))]);
    object([("required", json!(!required.is_empty())), ("content", content)])
}

fn properties(
    operation: &Operation,
    nodes: &[Node<'_>],
    schemas: &mut Schemas<'_>,
) -> (Map<String, Value>, Vec<String>) {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for node in nodes {
        let row = node.parameter.map(Row::from);
        let mut schema = if node.children.is_empty() {
            row.map_or(json!({}), |row| schemas.value(operation, row.ty.innermost(), row))
        } else {
            let (properties, required) = self::properties(operation, &node.children, schemas);
            schema_of(properties, &required)
        };
        let typed = row.map_or(0, |row| lists(row.ty));
        for _ in 0..node.lists.max(typed) {
            schema = list_of(schema);
        }
        if row.is_some_and(|row| row.presence == Presence::Required) {
            required.push(node.name.to_owned());
        }
        let schema = match row {
            Some(row) => described(schema, row),
            None => schema,
        };
        properties.insert(node.name.to_owned(), schema);
    }
    (properties, required)
}

fn lists(ty: &Type) -> usize {
    if let Type::Array { item } = ty { lists(item) + 1 } else { 0 }
}
