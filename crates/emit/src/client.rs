//! `client.rs`: a method for each operation. What they have in common is written by hand in `wire`.

use std::borrow::Cow;

use askama::Template;

use crate::doc::{Doc, code};
use crate::library::imports;
use crate::operation::Named;
use crate::rust::{self, List};

#[derive(Template)]
#[template(path = "client.rs", escape = "none")]
struct Client<'a> {
    imports: Option<String>,
    calls: Vec<Call<'a>>,
}

/// How one operation is called.
struct Call<'a> {
    docs: Doc,
    function: Cow<'a, str>,
    /// The head of the method that callers use.
    of_the_client: String,
    /// The head of the one that makes a client a service.
    of_the_service: String,
}

/// The text of the file.
pub(crate) fn file(operations: &[Named<'_>]) -> String {
    let types = operations.iter().flat_map(|named| [named.request(), named.response()]);
    rust::file(&Client {
        imports: imports("super::operations", types),
        calls: operations.iter().map(Call::of).collect(),
    })
}

impl<'a> Call<'a> {
    fn of(named: &'a Named<'_>) -> Self {
        let (function, request, response) = (named.function(), named.request(), named.response());
        let head = |before: &str, arguments: [&str; 2], request: String, error: &str| {
            let arguments = arguments.map(str::to_owned).into_iter().chain([request]);
            List::new(4, &format!("{before} {function}("), &format!(") -> Result<{response}, {error}> {{"))
                .of(&arguments.filter(|argument| !argument.is_empty()).collect::<Vec<_>>())
        };
        Self {
            docs: Doc::default()
                .page(&named.operation.summary)
                .markdown(&format!("Calls {}.", code(&named.operation.name))),
            of_the_client: head("pub async fn", ["&self", ""], format!("request: &{request}"), "CallError"),
            of_the_service: head(
                "async fn",
                ["&self", "_: &wire::Caller"],
                format!("request: {request}"),
                "Error",
            ),
            function,
        }
    }
}
