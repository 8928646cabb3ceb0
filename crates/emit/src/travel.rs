//! `tests/travel`: what the requests and answers of several services are on the way.

use askama::Template;

use crate::Spec;
use crate::doc::{Doc, code};
use crate::library::imports;
use crate::manifest::library;
use crate::names::name;
use crate::operation::Named;
use crate::rust::{self, List, filled, literal};
use crate::services::Service;

#[derive(Template)]
#[template(path = "tests/of_services.rs", escape = "none")]
struct Root<'a> {
    about: Doc,
    services: &'a [Service],
}

/// `main.rs`: a module for each service.
pub(crate) fn root(spec: &Spec<'_>, services: &[Service]) -> String {
    let about = Doc::default().page(spec.title).markdown(
        "Each request is itself again after it has travelled, and each documented example can be read.",
    );
    rust::file(&Root { about, services })
}

#[derive(Template)]
#[template(path = "tests/of_service.rs", escape = "none")]
struct OfService {
    about: Doc,
    imports: Option<String>,
    made: String,
    tests: Vec<String>,
}

/// The file of one service.
pub(crate) fn file(spec: &Spec<'_>, service: &Service, operations: &[Named<'_>]) -> String {
    let library = library(spec.name);
    let module = format!("{}::{}", name(&library), name(&service.name));
    rust::file(&OfService {
        about: Doc::default().markdown(&format!("The operations of {}.", code(&service.name))),
        imports: imports(&format!("{module}::operations"), operations.iter().map(Named::request)),
        made: List::new(4, "Conformance::new(", ")").of(&[
            literal(&format!("{}-{}", spec.name, service.name)).to_string(),
            format!("{module}::CONTRACT"),
            format!("{}::wire()", name(&library)),
            "\"\"".to_owned(),
        ]),
        tests: operations.iter().map(tests).collect(),
    })
}

#[derive(Template)]
#[template(path = "tests/travel.rs", escape = "none")]
struct Travel<'a> {
    snake: &'a str,
    request: String,
}

/// The tests of one operation.
pub(crate) fn tests(named: &Named<'_>) -> String {
    filled(&Travel { snake: &named.snake, request: named.request() })
}
