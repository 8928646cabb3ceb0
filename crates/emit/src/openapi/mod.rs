//! The OpenAPI 3.1 document of a contract.
//!
//! The documented services have one URL and tell operations apart by `Action`; OpenAPI wants a path for each operation,
//! and a query is no part of a path. So the path `/CopyImage` stands for `/?Action=CopyImage`: the parameter `Action` is
//! listed with its only value, and `x-doctract-action` names the operation for tools that know of it.
//!
//! An operation with a method and a path of its own stands under these. Where several share both and differ by a word of
//! the query or a header, the later ones stand under `/path#Name`, because a path can be listed once only.

mod answers;
mod calls;
mod document;
mod requests;
mod schemas;

use serde_json::{Value, json};

use crate::Spec;
use crate::operation::{Named, named};
pub use document::Document;
use document::{Components, Info, Item, Members, Server};
use schemas::Schemas;

/// The OpenAPI 3.1 document of a spec. Page order is kept.
pub fn openapi<'a>(spec: &Spec<'a>) -> Document<'a> {
    let operations = named(spec.contract);
    let schemas = Schemas::new(&operations);
    let mut paths = calls::Paths::default();
    for operation in &operations {
        paths.add(operation, spec, item(operation, spec, &schemas));
    }
    let description = format!(
        "Made by doctract from the pages of specs/{}. All operations have one URL: the path `/CopyImage` stands for \
         `/?Action=CopyImage`, because OpenAPI wants a path for each operation. `x-page` is the file and line that \
         states a fact.",
        spec.name
    );
    Document {
        openapi: "3.1.0",
        info: Info { title: spec.title, version: spec.wire.version.as_deref().unwrap_or("1"), description },
        servers: [Server { url: &spec.wire.endpoint }],
        paths: Members(paths.items),
        components: Components { schemas: schemas.finish(spec), security_schemes: security(spec) },
        errors: answers::errors(&spec.contract.errors),
    }
}

fn item<'a>(named: &Named<'a>, spec: &Spec<'a>, schemas: &Schemas<'a>) -> Item<'a> {
    let operation = named.operation;
    let request = requests::request(named, spec, schemas);
    let by_name = operation.http.is_none();
    Item {
        operation_id: named.pascal.clone(),
        summary: if operation.title.is_empty() { &operation.name } else { &operation.title },
        description: &operation.summary,
        deprecated: operation.deprecated,
        parameters: request.parameters,
        request_body: request.body,
        unplaced: request.unplaced,
        responses: answers::responses(operation, spec, schemas),
        host: operation.http.as_ref().and_then(|http| Some(http.host.as_ref()?.value.as_str())),
        security: by_name.then(|| json!([{ "key": [] }, {}])),
        action: by_name.then_some(&operation.name),
        page: operation.origin.location().to_string(),
        rules: operation.rules.iter().map(|rule| with_page(json!(rule), &rule.origin)).collect(),
    }
}

/// A rule as data, with the page's line in place of its origin.
fn with_page(mut rule: Value, origin: &source::Origin) -> Value {
    if let Some(fields) = rule.as_object_mut() {
        fields.shift_remove("origin");
        fields.insert("x-page".to_owned(), json!(origin.location().to_string()));
    }
    rule
}

/// The signature covers all of a request, which no OpenAPI scheme expresses: the key's id is what can be said.
fn security(spec: &Spec<'_>) -> Value {
    let key = match spec.wire.style {
        wire::Style::Ucloud => "PublicKey",
        wire::Style::Aliyun => "AccessKeyId",
    };
    let signature = format!("Each request is also signed: {}.", json!(spec.wire.usual_signature()));
    json!({ "key": { "type": "apiKey", "in": "query", "name": key, "description": signature } })
}
