//! What an operation answers, by HTTP status.

use std::borrow::Cow;
use std::collections::BTreeMap;

use contract::{ErrorCase, ExampleRole, Field, Operation, Presence};
use serde_json::{Value, json};
use wire::Envelope;

use super::document::{ErrorRow, Header, Media, Members, Response, Schema};
use super::schemas::Schemas;
use crate::Spec;
use crate::shape::Row;

/// The answers of an operation: success, and the documented errors under their status.
pub(crate) fn responses<'a>(
    operation: &'a Operation,
    spec: &Spec<'a>,
    schemas: &Schemas<'a>,
) -> Members<'a, Response<'a>> {
    let (headers, fields): (Vec<&Field>, Vec<&Field>) =
        operation.response.iter().partition(|field| field.is_header());
    let (mut properties, required) = schemas.fields(operation, fields);
    let schema = match &spec.wire.envelope {
        Envelope::RetCode { code, .. } => {
            succeeds(&mut properties, code);
            let refused = Schema::named("Refusal");
            Schema { one_of: vec![Schema::object((properties, required)), refused], ..Schema::default() }
        }
        Envelope::HttpStatus { .. } => Schema::object((properties, required)),
    };
    let mut success = Response {
        description: "Done.".into(),
        content: json_of(Media { schema, example: example(operation) }),
        headers: (!headers.is_empty()).then(|| headers_of(operation, &headers, schemas)),
        errors: None,
    };
    match &spec.wire.envelope {
        // A refusal is an HTTP 200 too: only the code in the body tells.
        Envelope::RetCode { code, .. } => {
            success.description = format!("Done if `{code}` is 0, refused otherwise.").into();
            success.errors = Some(errors(&operation.errors));
            Members(vec![("200".into(), success)])
        }
        Envelope::HttpStatus { .. } => {
            let by_status = grouped(&operation.errors);
            let others = (!by_status.contains_key("default")).then(|| {
                let why = "Refused for a reason that holds for every operation.";
                ("default".into(), refusal(why, Vec::new()))
            });
            let refusals =
                by_status.into_iter().map(|(status, rows)| (status.into(), refusal("Refused.", rows)));
            Members([("200".into(), success)].into_iter().chain(refusals).chain(others).collect())
        }
    }
}

/// The code of an answer that is no refusal.
fn succeeds<'a>(properties: &mut Vec<(Cow<'a, str>, Schema<'a>)>, code: &'a str) {
    let zero = Some(json!(0));
    match properties.iter_mut().find(|(name, _)| name == code) {
        Some((_, schema)) => schema.only = zero,
        None => properties.push((code.into(), Schema { only: zero, ..Schema::default() })),
    }
}

fn json_of(media: Media<'_>) -> Members<'_, Media<'_>> {
    Members(vec![("application/json".into(), media)])
}

/// The headers of an answer, by name.
fn headers_of<'a>(
    operation: &Operation,
    headers: &[&'a Field],
    schemas: &Schemas<'a>,
) -> Members<'a, Header<'a>> {
    let header = |field: &&'a Field| {
        let header = Header {
            description: &field.description.value,
            required: field.presence.value == Presence::Required,
            schema: schemas.value(operation, field.ty.value.innermost(), Row::from(*field)),
            page: field.origin.location().to_string(),
        };
        (field.wire_name().value.as_str().into(), header)
    };
    Members(headers.iter().map(header).collect())
}

/// Rows of error tables, as data.
pub(crate) fn errors(errors: &[ErrorCase]) -> Vec<ErrorRow<'_>> {
    errors.iter().map(error).collect()
}

fn error(error: &ErrorCase) -> ErrorRow<'_> {
    ErrorRow {
        http_status: error.http_status,
        code: &error.code,
        message: &error.message,
        description: &error.description,
        parameters: &error.parameters,
        page: error.origin.location().to_string(),
    }
}

/// The errors under the key that OpenAPI has for their status; a status that HTTP does not have goes with the others.
fn grouped(errors: &[ErrorCase]) -> BTreeMap<String, Vec<ErrorRow<'_>>> {
    let mut by_status: BTreeMap<String, Vec<ErrorRow<'_>>> = BTreeMap::new();
    for row in errors {
        let status = row.http_status.filter(|status| (300..600).contains(status));
        let key = status.map_or("default".to_owned(), |status| status.to_string());
        by_status.entry(key).or_default().push(error(row));
    }
    by_status
}

fn refusal<'a>(description: &'static str, errors: Vec<ErrorRow<'a>>) -> Response<'a> {
    let codes: Vec<&str> = errors.iter().map(|error| error.code).collect();
    Response {
        description: if codes.is_empty() { description.into() } else { codes.join(", ").into() },
        content: json_of(Media { schema: Schema::named("Refusal"), example: None }),
        headers: None,
        errors: Some(errors),
    }
}

/// The first documented answer that is JSON.
fn example(operation: &Operation) -> Option<Value> {
    let mut answers = operation.examples.iter().filter(|example| example.role == ExampleRole::Response);
    answers.find_map(contract::Example::json)
}
