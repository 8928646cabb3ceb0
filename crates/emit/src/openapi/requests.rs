//! What an operation takes, as OpenAPI parameters or as a body.

use contract::{Operation, Parameter, Path, Presence, Scope, Segment, Type};
use serde_json::{Map, Value, json};
use wire::Carrier;

use super::schemas::{Schemas, described, fact};
use crate::Spec;
use crate::operation::Named;
use crate::shape::Row;
use crate::tree::{self, Node};

/// The parameters that travel in the query, and the body if there is one.
pub(crate) fn request(
    named: &Named<'_>,
    spec: &Spec<'_>,
    schemas: &mut Schemas<'_>,
) -> (Vec<Value>, Option<Value>) {
    let operation = named.operation;
    let action = json!({
        "name": "Action", "in": "query", "required": true,
        "schema": { "type": "string", "const": operation.name },
    });
    let own: Vec<&Parameter> = operation.parameters.iter().filter(|p| p.scope == Scope::Operation).collect();
    match spec.wire.carrier {
        Carrier::Query => {
            let flat = flat(operation, &own, spec.wire.list_base, schemas);
            let rest = flat.into_iter().map(|(name, parameter, schema)| query(&name, parameter, schema));
            (std::iter::once(action).chain(rest).collect(), None)
        }
        Carrier::Form => {
            let mut properties = Map::new();
            let mut required = Vec::new();
            for (name, parameter, schema) in flat(operation, &own, spec.wire.list_base, schemas) {
                if parameter.presence.value == Presence::Required {
                    required.push(name.clone());
                }
                properties.insert(name, described(schema, Row::from(parameter)));
            }
            (vec![action], Some(body("application/x-www-form-urlencoded", properties, &required)))
        }
        Carrier::Json => {
            let nodes = tree::of(own);
            let (properties, required) = properties(operation, &nodes, schemas);
            (vec![action], Some(body("application/json", properties, &required)))
        }
    }
}

fn query(name: &str, parameter: &Parameter, schema: Value) -> Value {
    let mut item = Map::new();
    item.insert("name".to_owned(), json!(name));
    item.insert("in".to_owned(), json!("query"));
    item.insert("required".to_owned(), json!(parameter.presence.value == Presence::Required));
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
        let mut name = first_item(&parameter.wire_name.value, list_base);
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
    json!({
        "required": !required.is_empty(),
        "content": { media_type: { "schema": { "type": "object", "properties": properties, "required": required } } },
    })
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
            json!({ "type": "object", "properties": properties, "required": required })
        };
        let typed = row.map_or(0, |row| lists(row.ty));
        for _ in 0..node.lists.max(typed) {
            schema = json!({ "type": "array", "items": schema });
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
