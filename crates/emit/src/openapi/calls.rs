//! Under which path and method an operation stands.

use contract::{HttpBinding, Operation, Position};
use serde_json::{Map, Value};

use crate::Spec;
use crate::operation::Named;

/// The path and the method, apart from those that stand in `paths` already.
pub(crate) fn call(named: &Named<'_>, spec: &Spec<'_>, paths: &Map<String, Value>) -> (String, String) {
    let Some(http) = &named.operation.http else {
        let method = if spec.wire.carrier == wire::Carrier::Query { "get" } else { "post" };
        return (format!("/{}", named.pascal), method.to_owned());
    };
    let (path, method) = (template(http, named.operation), http.method.value.to_lowercase());
    let taken = paths.get(&path).is_some_and(|methods| methods.get(&method).is_some());
    if taken { (format!("{path}#{}", named.pascal), method) } else { (path, method) }
}

/// `/{object_name}` of `/<object_name>`; a segment that a parameter is named after is its placeholder.
fn template(http: &HttpBinding, operation: &Operation) -> String {
    let named = |segment: &str| {
        operation.parameters.iter().any(|parameter| {
            let in_path =
                parameter.position.as_ref().is_some_and(|position| position.value == Position::Path);
            in_path && parameter.wire_name().value == segment
        })
    };
    let segment = |segment: &str| match named(segment) {
        true => format!("{{{segment}}}"),
        false => segment.replace('<', "{").replace('>', "}"),
    };
    http.path.value.split('/').map(segment).collect::<Vec<_>>().join("/")
}
