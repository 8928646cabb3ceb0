//! The Rust module of one operation: request, answer, what stands inside them, and the request's rules.

use contract::{Contract, Model, Operation, Presence, Scope};
use proc_macro2::TokenStream;
use quote::quote;
use source::Diagnostic;

use crate::again::again;
use crate::build::{self, Envelope};
use crate::checks::Checks;
use crate::doc::{Doc, code};
use crate::literals::place;
use crate::names::{Names, ident, module};
use crate::paging::paged;
use crate::services::once;
use crate::shape::{Side, Struct, Types};
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
    pub(crate) fn request(&self) -> proc_macro2::Ident {
        ident(&format!("{}Request", self.pascal))
    }

    pub(crate) fn response(&self) -> proc_macro2::Ident {
        ident(&format!("{}Response", self.pascal))
    }

    pub(crate) fn function(&self) -> proc_macro2::Ident {
        ident(&self.snake)
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
    let origin = operation.origin.location();
    let structs = types.structs.iter().map(|structure| {
        let item = types::structure(structure, &operation.summary, origin);
        let inherent = match structure.side {
            Side::Request => Some(inherent(named, structure, &checks, &types)),
            Side::Response => None,
        };
        quote!(#item #inherent)
    });
    let enums = types.enums.iter().map(types::enumeration);
    let uses_check = checks.calls_any().then(|| {
        quote!(
            use wire::check;
        )
    });
    let items = quote! {
        use serde::{Deserialize, Serialize};
        #uses_check
        #(#structs)*
        #(#enums)*
    };
    diagnostics.extend(checks.diagnostics);
    (rust::file(&about(operation), items), diagnostics)
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

/// What a request can do.
fn inherent(named: &Named<'_>, structure: &Struct<'_>, checks: &Checks, types: &Types<'_>) -> TokenStream {
    let name = ident(&structure.name);
    let body = checks.body(structure);
    let check = body.as_ref().map(|body| quote! { fn check(&self, broken: &mut wire::Violations) { #body } });
    let made = making::methods(structure);
    if !structure.whole {
        let (methods, required) = (made.methods, made.required);
        let any = check.is_some() || !methods.is_empty();
        let inherent = any.then(|| quote! { impl #name { #(#methods)* #check } });
        return quote!(#inherent #required);
    }
    let validate = match body {
        Some(_) => quote! {
            let mut broken = wire::Violations::new();
            self.check(&mut broken);
            broken.into_result()
        },
        None => quote!(Ok(())),
    };
    let (methods, required) = (made.methods, made.required);
    let operation = traits(named, structure, types);
    quote! {
        impl #name {
            #(#methods)*

            #[doc = " Holds the request against every rule that the page certainly states, and tells all that are broken."]
            pub fn validate(&self) -> Result<(), wire::Violations> { #validate }

            #check
        }

        #required

        #operation
    }
}

/// What the page says of the operation, for those who send or read any of them.
fn traits(named: &Named<'_>, structure: &Struct<'_>, types: &Types<'_>) -> TokenStream {
    let (operation, name, response) = (named.operation, ident(&structure.name), named.response());
    let wire_name = &operation.name;
    let rows = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.scope == Scope::Operation)
        .map(|row| place(&row.wire_name().value, &row.origin, &row.description.value));
    let required = required(operation).map(|parameter| &parameter.wire_name().value);
    let again = again(wire_name, structure);
    let paged = paged(structure, types);
    quote! {
        impl wire::Operation for #name {
            type Answer = #response;

            const NAME: &'static str = #wire_name;
            const ROWS: &'static [wire::Place] = &[#(#rows),*];
            const REQUIRED: &'static [&'static str] = &[#(#required),*];
            const AGAIN: wire::Again = #again;

            fn validate(&self) -> Result<(), wire::Violations> {
                self.validate()
            }
        }

        #paged
    }
}

/// The parameters that must be sent. Where one stands twice in a table, the first row counts.
fn required(operation: &Operation) -> impl Iterator<Item = &contract::Parameter> {
    let own = operation.parameters.iter().filter(|parameter| parameter.scope == Scope::Operation);
    let first = own.clone();
    own.filter(move |parameter| {
        let row = first.clone().find(|row| row.wire_name().value == parameter.wire_name().value);
        parameter.presence.value == Presence::Required && row.is_some_and(|row| std::ptr::eq(row, *parameter))
    })
}
