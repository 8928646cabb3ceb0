//! `service.rs`: the trait that a server implements, and the endpoint that calls it.

use std::borrow::Cow;

use askama::Template;

use crate::doc::{Doc, code, inline};
use crate::library::imports;
use crate::operation::Named;
use crate::rust::{self, Literal, literal};

#[derive(Template)]
#[template(path = "service.rs", escape = "none")]
struct Service<'a> {
    imports: Option<String>,
    operations: Vec<Method<'a>>,
    /// HTTP status and code of a refusal that no page documents.
    otherwise: &'static str,
}

/// What a service does for one operation.
struct Method<'a> {
    docs: Doc,
    name: Literal<'a>,
    function: Cow<'a, str>,
    request: String,
    response: String,
}

/// The text of the file.
pub(crate) fn file(operations: &[Named<'_>], wire: &wire::Wire) -> String {
    let types = operations.iter().flat_map(|named| [named.request(), named.response()]);
    rust::file(&Service {
        imports: imports("super::operations", types),
        operations: operations.iter().map(Method::of).collect(),
        // What gateways of the family answer where a page names no error.
        otherwise: match wire.envelope {
            wire::Envelope::RetCode { .. } => "None, \"230\"",
            wire::Envelope::HttpStatus { .. } => "Some(400), \"InvalidParameter\"",
        },
    })
}

impl<'a> Method<'a> {
    fn of(named: &'a Named<'_>) -> Self {
        let operation = named.operation;
        let mut docs = Doc::default().page(&operation.summary);
        if operation.summary.trim().is_empty() {
            docs = docs.markdown(&format!("{}.", code(&operation.name)));
        }
        let deprecated = if operation.deprecated { " The page calls it deprecated." } else { "" };
        let title = if operation.title.trim().is_empty() {
            String::new()
        } else {
            format!(" ({})", inline(&operation.title))
        };
        let place = code(&operation.origin.location().to_string());
        Self {
            docs: docs.markdown(&format!("{}{title}, {place}.{deprecated}", code(&operation.name))),
            name: literal(&operation.name),
            function: named.function(),
            request: named.request(),
            response: named.response(),
        }
    }
}
