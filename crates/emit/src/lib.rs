//! Contract to files: Rust crates, OpenAPI; comparison with what is on disk.
//!
//! The way of a contract: `tree` and `build` make shapes of its rows, `types`, `making` and `errors` fill templates with the
//! shapes, `checks` quotes their rules, `rust` lays out what is long. What the items say in words comes from `prose`.

mod across;
mod again;
mod build;
mod checks;
mod client;
mod conditions;
mod conformance;
mod diagnostics;
mod disk;
mod doc;
mod documented;
mod errors;
mod json;
mod library;
mod literals;
mod made;
mod making;
mod manifest;
mod names;
mod openapi;
mod operation;
mod paging;
mod part;
mod prose;
mod renew;
mod rust;
#[cfg(test)]
mod sample;
mod service;
mod services;
mod shape;
mod travel;
mod tree;
mod types;

use contract::Contract;
use made::{Known, Made};
use rayon::prelude::*;
use services::Service;
use source::Diagnostic;
use wire::Wire;

pub use diagnostics::explain;
pub use disk::{Difference, compare, write};
pub use manifest::MADE_BY;
pub use openapi::{Document, openapi};
pub use renew::renew;

/// What a crate is made from.
#[derive(Debug, Clone, Copy)]
pub struct Spec<'a> {
    /// The name of the spec's folder, and of the crate.
    pub name: &'a str,
    /// What people call it.
    pub title: &'a str,
    /// What its pages promise.
    pub contract: &'a Contract,
    /// How that travels.
    pub wire: &'a Wire,
    /// The text of `bindings.toml`, empty where the spec has none. The conformance tests read it.
    pub bindings: &'a str,
    /// Where the crate stands.
    pub home: Home<'a>,
}

/// Where a crate stands, which its manifest must know.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Home<'a> {
    /// In the workspace of doctract, or in one that names the same versions.
    #[default]
    Workspace,
    /// By itself.
    Alone {
        /// The folder of doctract's crates, as seen from the crate's own: `../doctract/crates`.
        crates: &'a str,
    },
}

/// A file of a crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Relative to the crate's folder, with `/`.
    pub path: String,
    /// All of it.
    pub text: String,
}

/// The files of a crate, and what of the contract they can't express.
#[derive(Debug, Clone, PartialEq)]
pub struct Emitted {
    /// Sorted as people read a crate: manifest, contract, sources, tests.
    pub files: Vec<File>,
    /// In page order.
    pub diagnostics: Vec<Diagnostic>,
}

/// The crate of a spec: types, client, service trait, tests, OpenAPI document and contract. Where the pages lie in several
/// folders, each of them is a service with a module and a feature of its own.
///
/// The same spec gives the same bytes. Whatever stands on the pages, what comes out is Rust: names become identifiers,
/// words become literals and inert documentation.
pub fn crate_files(spec: &Spec<'_>) -> Emitted {
    let (services, mut diagnostics) = services::of(spec.contract);
    let mut files = Vec::new();
    for (file, told) in made(spec, &services, None).into_iter().filter_map(Made::into_file) {
        files.push(file);
        diagnostics.extend(told);
    }
    Emitted { files, diagnostics }
}

/// The files of a crate, those that are known without their text.
fn made(spec: &Spec<'_>, services: &[Service], known: Known<'_>) -> Vec<Made> {
    let mut files = vec![
        Made::always("Cargo.toml", manifest::manifest(spec, services)),
        Made::always("rustfmt.toml", manifest::RUSTFMT.to_owned()),
    ];
    if services.len() > 1 {
        files.push(Made::always("src/lib.rs", library::root_of_services(spec, services)));
        files.push(Made::always("tests/travel/main.rs", travel::root(spec, services)));
    }
    let parts: Vec<Vec<Made>> = services.par_iter().map(|service| part::of(spec, service, known)).collect();
    files.extend(parts.into_iter().flatten());
    files
}

#[cfg(test)]
mod tests;
