//! What an operation answers, by HTTP status.

use std::collections::BTreeMap;

use contract::{ErrorCase, ExampleRole, Field, Operation, Presence};
use serde_json::{Map, Value, json};
use wire::Envelope;

use super::schemas::Schemas;
use super::{object, schema_of};
use crate::Spec;
use crate::shape::Row;

/// The answers of an operation: success, and the documented errors under their status.
pub(crate) fn responses(operation: &Operation, spec: &Spec<'_>, schemas: &mut Schemas<'_>) -> Value {
    let (headers, fields): (Vec<&Field>, Vec<&Field>) =
        operation.response.iter().partition(|field| field.is_header());
    let (properties, required) = schemas.fields(operation, fields);
    let mut schema = schema_of(properties, &required);
    if let Envelope::RetCode { code, .. } = &spec.wire.envelope {
        schema["properties"][code]["const"] = json!(0);
        let refused = json!({ "$ref": "#/components/schemas/Refusal" });
        schema = object([("oneOf", Value::Array(vec![schema, refused]))]);
    }
    let example = example(operation).map(|example| ("example", example));
    let answer = object([("schema", schema)].into_iter().chain(example));
    let mut responses = Map::new();
    let mut success =
        object([("description", json!("Done.")), ("content", object([("application/json", answer)]))]);
    if !headers.is_empty() {
        success["headers"] = headers_of(operation, &headers, schemas);
    }
    let by_status = match &spec.wire.envelope {
        // A refusal is an HTTP 200 too: only the code in the body tells.
        Envelope::RetCode { code, .. } => {
            success["description"] = json!(format!("Done if `{code}` is 0, refused otherwise."));
            success["x-errors"] = errors(&operation.errors);
            BTreeMap::new()
        }
        Envelope::HttpStatus { .. } => grouped(&operation.errors),
    };
    responses.insert("200".to_owned(), success);
    for (status, errors) in by_status {
        responses.insert(status, refusal("Refused.", &errors));
    }
    if !responses.contains_key("default") && matches!(spec.wire.envelope, Envelope::HttpStatus { .. }) {
        responses.insert(
            "default".to_owned(),
            refusal("Refused for a reason that holds for every operation.", &[]),
        );
    }
    Value::Object(responses)
}

/// The headers of an answer, by name.
fn headers_of(operation: &Operation, headers: &[&Field], schemas: &Schemas<'_>) -> Value {
    let header = |field: &&Field| {
        let schema = schemas.value(operation, field.ty.value.innermost(), Row::from(*field));
        let description = &field.description.value;
        let page = field.origin.location().to_string();
        let required = field.presence.value == Presence::Required;
        let about = object([
            ("description", json!(description)),
            ("required", json!(required)),
            ("schema", schema),
            ("x-page", json!(page)),
        ]);
        (field.wire_name().value.clone(), about)
    };
    Value::Object(headers.iter().map(header).collect())
}

/// Rows of error tables, as data.
pub(crate) fn errors(errors: &[ErrorCase]) -> Value {
    errors.iter().map(error).collect()
}

fn error(error: &ErrorCase) -> Value {
    json!({
        "http_status": error.http_status,
        "code": error.code,
        "message": error.message,
        "description": error.description,
        "parameters": error.parameters,
        "x-page": error.origin.location().to_string(),
    })
}

/// The errors under the key that OpenAPI has for their status; a status that HTTP does not have goes with the others.
fn grouped(errors: &[ErrorCase]) -> BTreeMap<String, Vec<&ErrorCase>> {
    let mut by_status: BTreeMap<String, Vec<&ErrorCase>> = BTreeMap::new();
    for error in errors {
        let status = error.http_status.filter(|status| (300..600).contains(status));
        by_status
            .entry(status.map_or("default".to_owned(), |status| status.to_string()))
            .or_default()
            .push(error);
    }
    by_status
}

fn refusal(description: &str, errors: &[&ErrorCase]) -> Value {
    let codes: Vec<&str> = errors.iter().map(|error| error.code.as_str()).collect();
    let description = if codes.is_empty() { description.to_owned() } else { codes.join(", ") };
    let schema = json!({ "application/json": { "schema": { "$ref": "#/components/schemas/Refusal" } } });
    object([
        ("description", json!(description)),
        ("content", schema),
        ("x-errors", errors.iter().map(|row| error(row)).collect()),
    ])
}

/// The first documented answer that is JSON.
fn example(operation: &Operation) -> Option<Value> {
    let mut answers = operation.examples.iter().filter(|example| example.role == ExampleRole::Response);
    answers.find_map(contract::Example::json)
}
