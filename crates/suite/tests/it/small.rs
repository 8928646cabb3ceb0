//! A small contract with one of everything, built by hand.

use contract::{Contract, Operation};
use serde_json::{Value, json};
use suite::Bindings;

/// A place on a page that no test looks at.
pub(crate) fn origin(line: u32) -> Value {
    json!({ "file": "CopyImage.md", "line": line, "column": 1, "length": 1 })
}

/// A row of the request table.
pub(crate) fn parameter(name: &str, ty: &str, presence: &str, constraints: Value) -> Value {
    let ty = match ty.strip_prefix("array ") {
        Some(item) => json!({ "kind": "array", "item": { "kind": item } }),
        None => json!({ "kind": ty }),
    };
    let mut constraints = constraints;
    for constraint in constraints.as_array_mut().expect("a list") {
        for (key, value) in
            [("text", json!("words")), ("confidence", json!("certain")), ("when", json!(null))]
        {
            if constraint.get(key).is_none() {
                constraint[key] = value;
            }
        }
        constraint["origin"] = origin(3);
    }
    json!({
        "name": name, "wire_name": name, "scope": "operation", "type": ty, "presence": presence, "default": null,
        "example": null, "description": "", "constraints": constraints, "origin": origin(2),
    })
}

/// A row of the error table.
pub(crate) fn error(status: u16, code: &str, message: &str, parameters: &[&str], refuses: &str) -> Value {
    json!({
        "http_status": status, "code": code, "message": message, "description": "", "parameters": parameters,
        "refuses": refuses, "confidence": "certain", "origin": origin(9),
    })
}

/// A row of the response table.
pub(crate) fn field(name: &str, ty: Value, presence: &str, fields: Value) -> Value {
    json!({
        "name": name, "wire_name": name, "type": ty, "presence": presence, "example": null, "description": "",
        "constraints": [], "fields": fields, "origin": origin(5),
    })
}

/// An operation from its parts.
pub(crate) fn operation(
    name: &str,
    parameters: Value,
    rules: Value,
    response: Value,
    errors: Value,
) -> Value {
    json!({
        "name": name, "page": "CopyImage.md", "dialect": "aliyun", "title": "", "summary": "", "deprecated": false,
        "parameters": parameters, "rules": rules, "response": response, "models": [], "errors": errors,
        "examples": [], "see_also": [], "origin": origin(1),
    })
}

/// The contract of these operations.
pub(crate) fn contract(operations: Vec<Value>, errors: Value) -> Contract {
    let contract = json!({
        "contract_version": 1, "operations": operations, "errors": errors, "diagnostics": [],
        "accounting": { "pages": 1, "operation_pages": 1, "tables": 0, "rows": 0, "cells": 0, "cells_used": 0,
            "cells_reported": 0 },
    });
    serde_json::from_value(contract).expect("a contract")
}

/// CopyImage as its page tells it, with a list, a number and rules across parameters added.
pub(crate) fn copy_image() -> Contract {
    let letters = json!({ "upper": true, "lower": true, "chinese": true, "digits": false, "ascii": false, "chars": [] });
    let name = json!([
        { "kind": "length", "min": 2, "max": 128, "unit": "chars" },
        { "kind": "starts_with", "set": letters },
        { "kind": "not_starts_with", "prefixes": ["http://", "https://"] },
        { "kind": "charset", "confidence": "likely",
          "set": { "upper": true, "lower": true, "chinese": true, "digits": true, "ascii": false,
                   "chars": [':', '_', '-'] } },
    ]);
    let description = json!([
        { "kind": "length", "min": 2, "max": 256, "unit": "chars" },
        { "kind": "not_starts_with", "prefixes": ["http://", "https://"] },
    ]);
    let parameters = json!([
        parameter("ImageId", "string", "required", json!([])),
        parameter("RegionId", "string", "required", json!([])),
        parameter("DestinationImageName", "string", "optional", name),
        parameter("DestinationDescription", "string", "optional", description),
        parameter("DestinationRegionId", "string", "optional", json!([])),
        parameter("Encrypted", "boolean", "optional", json!([{ "kind": "default", "value": "false" }])),
        parameter("KMSKeyId", "string", "optional", json!([])),
        parameter(
            "Priority",
            "integer",
            "optional",
            json!([{ "kind": "range",
            "min": { "value": 1.0, "inclusive": true }, "max": { "value": 9.0, "inclusive": true } }])
        ),
        parameter(
            "Mode",
            "string",
            "optional",
            json!([{ "kind": "one_of",
            "values": [{ "value": "Fast" }, { "value": "Cheap" }] }])
        ),
        parameter("Tag.N.Key", "string", "optional", json!([{ "kind": "count", "min": null, "max": 3 }])),
        parameter("Tag.N.Value", "string", "optional", json!([{ "kind": "count", "min": null, "max": 3 }])),
        parameter("Oddity", "string", "optional", json!([])),
    ]);
    let rules = json!([
        { "kind": "requires", "parameters": ["KMSKeyId", "Encrypted"], "when": { "parameter": "KMSKeyId" },
          "then": { "parameter": "Encrypted", "equals": ["true"] }, "error": "InvalidParameter.EncryptedIllegal",
          "text": "Encrypted must be true", "confidence": "certain", "origin": origin(4) },
        { "kind": "exclusive", "parameters": ["Priority", "Mode"], "when": null,
          "text": "not both", "confidence": "certain", "origin": origin(4) },
    ]);
    let response = json!([
        field("RequestId", json!({ "kind": "string" }), "required", json!([])),
        field("ImageId", json!({ "kind": "string" }), "optional", json!([])),
        field("Count", json!({ "kind": "integer" }), "optional", json!([])),
        field(
            "Tasks",
            json!({ "kind": "array", "item": { "kind": "object" } }),
            "optional",
            json!([field("TaskId", json!({ "kind": "string" }), "required", json!([])),])
        ),
    ]);
    let errors = json!([
        error(
            404,
            "InvalidImageId.NotFound",
            "The specified ImageId does not exist.",
            &["ImageId"],
            "not_found"
        ),
        error(
            400,
            "InvalidImageName.Malformed",
            "The specified Image name is wrongly formed.",
            &["DestinationImageName"],
            "value"
        ),
        error(
            400,
            "InvalidImageName.Malformed",
            "The specified destination Image name is wrongly formed.",
            &["DestinationImageName"],
            "value"
        ),
        error(400, "IncorrectImageStatus", "The image not available.", &[], "state"),
        error(403, "QuotaExceed.Image", "The Image Quota exceeds.", &[], "quota"),
        error(
            400,
            "InvalidParameter.EncryptedIllegal",
            "The specified parameter Encrypted must be true when kmsKeyId is not empty.",
            &["Encrypted", "KMSKeyId"],
            "value"
        ),
        error(500, "InternalError", "The request processing has failed.", &[], "service"),
    ]);
    let common = json!([
        error(400, "SignatureDoesNotMatch", "The signature does not match.", &[], "authentication"),
        error(
            404,
            "InvalidAccessKeyId.NotFound",
            "Specified access key is not found.",
            &[],
            "authentication"
        ),
        error(404, "UnsupportedOperation", "Specified api is not found.", &[], "operation"),
    ]);
    contract(vec![operation("CopyImage", parameters, rules, response, errors)], common)
}

/// The only operation.
pub(crate) fn only(contract: &Contract) -> &Operation {
    &contract.operations[0]
}

/// What the target of these tests knows.
pub(crate) fn bindings() -> Bindings {
    toml::from_str(
        r#"
        [values]
        RegionId = "cn-hangzhou"
        DestinationRegionId = { values = ["cn-shanghai", "cn-beijing"] }
        [operations.CopyImage]
        ImageId = { call = "CopyImage", with = { ImageId = "m-first" }, take = "ImageId" }
        KMSKeyId = "e522b26d"
        [operations.CopyImage.errors."IncorrectImageStatus"]
        ImageId = "m-making"
        [operations.CopyImage.unreachable]
        "InternalError" = "needs a failure inside the service"
        "#,
    )
    .expect("bindings")
}
