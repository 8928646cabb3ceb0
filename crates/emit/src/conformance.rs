//! `tests/conformance/main.rs`: a test for each operation and family, and snapshots of contract, plan and exchanges.

use askama::Template;

use crate::doc::{Doc, code};
use crate::library::imports;
use crate::manifest::library;
use crate::names::name;
use crate::operation::Named;
use crate::rust::{self, List, filled, fits, literal};
use crate::{Spec, travel};

/// The families of cases that each operation has, as `conformance::Family` names them.
const OF_OPERATIONS: &[(&str, &str)] = &[
    ("example", "Example"),
    ("accept", "Accept"),
    ("reject", "Reject"),
    ("error", "Error"),
    ("envelope", "Envelope"),
];

#[derive(Template)]
#[template(path = "tests/conformance.rs", escape = "none")]
struct Conformance {
    about: Doc,
    imports: Option<String>,
    made: String,
    tests: Vec<String>,
}

/// The text of the file.
pub(crate) fn file(spec: &Spec<'_>, operations: &[Named<'_>]) -> String {
    let library = library(spec.name);
    let library = name(&library);
    rust::file(&Conformance {
        about: Doc::default()
            .page(spec.title)
            .markdown(&format!("Holds a server to the pages of {}.", code(&format!("specs/{}", spec.name))))
            .markdown("The server is the one at `DOCTRACT_TARGET`, or image-service in this process."),
        imports: imports(&format!("{library}::operations"), operations.iter().map(Named::request)),
        made: List::new(4, "Conformance::new(", ")").of(&[
            literal(spec.name).to_string(),
            format!("{library}::CONTRACT"),
            format!("{library}::wire()"),
            "include_str!(\"bindings.toml\")".to_owned(),
        ]),
        tests: operations.iter().map(tests).collect(),
    })
}

#[derive(Template)]
#[template(path = "tests/operation.rs", escape = "none")]
struct Tests<'a> {
    named: &'a Named<'a>,
    travels: String,
}

fn tests(named: &Named<'_>) -> String {
    filled(&Tests { named, travels: travel::tests(named) })
}

/// The call that checks one family of an operation: a call a line where that is too long for one.
fn checked(named: &Named<'_>, family: &str) -> String {
    let check = format!(".check({}, Family::{family})", literal(&named.operation.name));
    if fits(4, &["CONFORMANCE", &check, ".await;"]) {
        return format!("CONFORMANCE{check}.await;");
    }
    format!("CONFORMANCE\n        {check}\n        .await;")
}
