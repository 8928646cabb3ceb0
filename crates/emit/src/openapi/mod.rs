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
mod requests;
mod schemas;

use serde_json::{Map, Value, json};

use crate::Spec;
use crate::operation::{Named, named};
use schemas::Schemas;

/// The OpenAPI 3.1 document of a spec. Page order is kept.
pub fn openapi(spec: &Spec<'_>) -> Value {
    let operations = named(spec.contract);
    let mut schemas = Schemas::new(&operations);
    let mut paths = Map::new();
    for operation in &operations {
        let (path, method) = calls::call(operation, spec, &paths);
        let item = item(operation, spec, &mut schemas);
        match paths.get_mut(&path).and_then(Value::as_object_mut) {
            Some(methods) => methods.insert(method, item),
            None => paths.insert(path, object([(method.as_str(), item)])),
        };
    }
    let description = format!(
        "Made by doctract from the pages of specs/{}. All operations have one URL: the path `/CopyImage` stands for \
         `/?Action=CopyImage`, because OpenAPI wants a path for each operation. `x-page` is the file and line that \
         states a fact.",
        spec.name
    );
    let info = json!({
        "title": spec.title,
        "version": spec.wire.version.as_deref().unwrap_or("1"),
        "description": description,
    });
    let components = [("schemas", schemas.finish(spec)), ("securitySchemes", security(spec))];
    object([
        ("openapi", json!("3.1.0")),
        ("info", info),
        ("servers", json!([{ "url": spec.wire.endpoint }])),
        ("paths", Value::Object(paths)),
        ("components", object(components)),
        ("x-errors", answers::errors(&spec.contract.errors)),
    ])
}

/// An object of values that are its own from now on; `json!` would copy them.
fn object<'n>(members: impl IntoIterator<Item = (&'n str, Value)>) -> Value {
    Value::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// The schema of an object with these properties, of which some are required.
fn schema_of(properties: Map<String, Value>, required: &[String]) -> Value {
    object([
        ("type", json!("object")),
        ("properties", Value::Object(properties)),
        ("required", json!(required)),
    ])
}

/// The schema of a list.
fn list_of(items: Value) -> Value {
    object([("type", json!("array")), ("items", items)])
}

fn item(named: &Named<'_>, spec: &Spec<'_>, schemas: &mut Schemas<'_>) -> Value {
    let operation = named.operation;
    let mut item = Map::new();
    item.insert("operationId".to_owned(), json!(named.pascal));
    item.insert(
        "summary".to_owned(),
        json!(if operation.title.is_empty() { &operation.name } else { &operation.title }),
    );
    item.insert("description".to_owned(), json!(operation.summary));
    if operation.deprecated {
        item.insert("deprecated".to_owned(), json!(true));
    }
    let request = requests::request(named, spec, schemas);
    item.insert("parameters".to_owned(), Value::Array(request.parameters));
    if let Some(body) = request.body {
        item.insert("requestBody".to_owned(), body);
    }
    if !request.unplaced.is_empty() {
        item.insert("x-unplaced".to_owned(), Value::Array(request.unplaced));
    }
    item.insert("responses".to_owned(), answers::responses(operation, spec, schemas));
    match &operation.http {
        Some(http) => {
            if let Some(host) = &http.host {
                item.insert("x-host".to_owned(), json!(host.value));
            }
        }
        None => {
            item.insert("security".to_owned(), json!([scheme(spec), {}]));
            item.insert("x-doctract-action".to_owned(), json!(operation.name));
        }
    }
    item.insert("x-page".to_owned(), json!(operation.origin.location().to_string()));
    if !operation.rules.is_empty() {
        item.insert("x-rules".to_owned(), operation.rules.iter().map(rule).collect());
    }
    Value::Object(item)
}

fn rule(rule: &contract::Rule) -> Value {
    let mut rule_json = json!(rule);
    if let Some(fields) = rule_json.as_object_mut() {
        fields.shift_remove("origin");
        fields.insert("x-page".to_owned(), json!(rule.origin.location().to_string()));
    }
    rule_json
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

fn scheme(_: &Spec<'_>) -> Value {
    json!({ "key": [] })
}
