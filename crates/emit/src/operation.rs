//! The Rust module of one operation: request, answer, what stands inside them, and the request's rules.

use std::borrow::Cow;

use askama::Template;
use contract::{Contract, Model, Operation, Parameter, Presence, Scope};
use quote::quote;
use source::Diagnostic;

use crate::again::again;
use crate::build::{self, Envelope};
use crate::checks::Checks;
use crate::doc::{Doc, code};
use crate::names::{Names, module, name};
use crate::paging::paged;
use crate::rust::{List, Literal, filled, literal};
use crate::services::once;
use crate::shape::{Side, Struct};
use crate::{making, rust, types};

/// Names that the generated service, client and error modules use themselves.
const USED_FUNCTIONS: &[&str] = &[
    "admit",
    "at",
    "common",
    "documented",
    "new",
    "of",
    "operations",
    "pages",
    "tied",
    "with_retries",
    "with_wire",
];

/// An operation and what its items are called in Rust.
#[derive(Debug, Clone)]
pub(crate) struct Named<'a> {
    pub(crate) operation: &'a Operation,
    /// Its structures, those of other pages too.
    pub(crate) models: Vec<&'a Model>,
    /// Its module, method and test: `copy_image`.
    pub(crate) snake: String,
    /// `CopyImage`, as in `CopyImageRequest`.
    pub(crate) pascal: String,
}

impl Named<'_> {
    pub(crate) fn request(&self) -> String {
        format!("{}Request", self.pascal)
    }

    pub(crate) fn response(&self) -> String {
        format!("{}Response", self.pascal)
    }

    pub(crate) fn function(&self) -> Cow<'_, str> {
        name(&self.snake)
    }
}

/// The operations that code is made for, with names that are unique among them; see [`crate::services`].
pub(crate) fn named<'c>(contract: &'c Contract) -> Vec<Named<'c>> {
    let (mut snakes, mut pascals) = (Names::without(USED_FUNCTIONS), Names::default());
    let name = |operation: &'c Operation| {
        let snake = module(snakes.snake(&operation.name, "operation"));
        let pascal = pascals.pascal(&operation.name, "Operation");
        Named { operation, models: contract.models_of(operation), snake, pascal }
    };
    once(contract).0.into_iter().map(name).collect()
}

/// Those that a call by name and arguments calls, which is what the wire of a spec sends; of the others it is told why
/// not.
pub(crate) fn called_by_name(operations: Vec<Named<'_>>) -> (Vec<Named<'_>>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let called = |named: &Named<'_>| {
        let why = named.operation.beyond_a_call();
        let at = named.operation.origin.location();
        let name = &named.operation.name;
        diagnostics.extend(why.iter().map(|why| crate::diagnostics::not_called_by_name(name, why, at)));
        why.is_none()
    };
    (operations.into_iter().filter(called).collect(), diagnostics)
}

/// The text of the module, and what can't be expressed in it.
pub(crate) fn module_of(named: &Named<'_>, wire: &wire::Wire) -> (String, Vec<Diagnostic>) {
    let operation = named.operation;
    let (types, mut diagnostics) = build::types(named, &envelope(wire));
    let checks = Checks::of(operation, &types);
    let mut items = vec!["use serde::{Deserialize, Serialize};".to_owned()];
    if checks.calls_any() {
        items[0].push_str("\nuse wire::check;");
    }
    for structure in &types.structs {
        items.push(types::structure(structure, &operation.summary, operation.origin.location()));
        if structure.side == Side::Request {
            let made = making::methods(structure);
            items.extend(inherent(structure, made.methods, &checks));
            items.extend(made.required);
        }
        if structure.side == Side::Request && structure.whole {
            items.push(documented(named, structure));
            items.extend(paged(structure, &types));
        }
    }
    items.extend(types.enums.iter().map(types::enumeration));
    diagnostics.extend(checks.diagnostics);
    (rust::file_of(&about(operation), items), diagnostics)
}

fn envelope(wire: &wire::Wire) -> Envelope<'_> {
    match &wire.envelope {
        wire::Envelope::RetCode { code, message, action } => {
            Envelope { left_out: vec![code, message, action], added: Vec::new() }
        }
        wire::Envelope::HttpStatus { request_id, host_id, .. } => {
            Envelope { left_out: vec![host_id], added: vec![request_id] }
        }
    }
}

fn about(operation: &Operation) -> Doc {
    let place = code(&operation.origin.location().file);
    let deprecated = if operation.deprecated { " The page calls it deprecated." } else { "" };
    let notes = operation.notes.iter().map(|note| {
        format!("{} ({})", crate::doc::inline(&note.text), code(&note.origin.location().to_string()))
    });
    Doc::default()
        .markdown(&format!("{}, from {place}.{deprecated}", code(&operation.name)))
        .page(if operation.title == operation.name { "" } else { &operation.title })
        .points(notes.collect())
}

#[derive(Template)]
#[template(path = "operation/validate.rs", escape = "none")]
struct Validate {
    checks: bool,
}

/// What a struct of a request can do.
fn inherent(structure: &Struct<'_>, mut methods: Vec<String>, checks: &Checks) -> Option<String> {
    let check = checks.body(structure);
    if structure.whole {
        methods.push(filled(&Validate { checks: check.is_some() }));
    }
    methods.extend(
        check.map(|body| rust::method(quote! { fn check(&self, broken: &mut wire::Violations) { #body } })),
    );
    (!methods.is_empty()).then(|| format!("impl {} {{\n{}\n}}", structure.name, methods.join("\n\n")))
}

#[derive(Template)]
#[template(path = "operation/documented.rs", escape = "none")]
struct Documented<'a> {
    request: &'a str,
    response: String,
    name: Literal<'a>,
    rows: Vec<&'a Parameter>,
    required: String,
    again: &'static str,
}

/// What the page says of the operation, for those who send or read any of them.
fn documented(named: &Named<'_>, structure: &Struct<'_>) -> String {
    let operation = named.operation;
    let own = operation.parameters.iter().filter(|parameter| parameter.scope == Scope::Operation);
    let required: Vec<String> =
        required(operation).map(|parameter| literal(&parameter.wire_name().value).to_string()).collect();
    filled(&Documented {
        request: &structure.name,
        response: named.response(),
        name: literal(&operation.name),
        rows: own.collect(),
        required: List::new(4, "const REQUIRED: &'static [&'static str] = &[", "];").of(&required),
        again: again(&operation.name, structure),
    })
}

/// Where a row stands, as a literal.
fn page(row: &Parameter) -> String {
    literal(&row.origin.location().to_string()).to_string()
}

/// The parameters that must be sent. Where one stands twice in a table, the first row counts.
fn required(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    let own = operation.parameters.iter().filter(|parameter| parameter.scope == Scope::Operation);
    let first = own.clone();
    own.filter(move |parameter| {
        let row = first.clone().find(|row| row.wire_name().value == parameter.wire_name().value);
        parameter.presence.value == Presence::Required && row.is_some_and(|row| std::ptr::eq(row, *parameter))
    })
}
