//! Contract to files: Rust crates, OpenAPI; comparison with what is on disk.
//!
//! The way of a contract: `tree` and `build` make shapes of its rows, `types`, `checks` and `errors` make Rust items of
//! the shapes, `rust` writes them down. What the items say in words comes from `prose`.

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
mod library;
mod literals;
mod making;
mod manifest;
mod names;
mod openapi;
mod operation;
mod paging;
mod part;
mod prose;
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
use rayon::prelude::*;
use source::Diagnostic;
use wire::Wire;

pub use diagnostics::explain;
pub use disk::{Difference, compare, write};
pub use manifest::MADE_BY;
pub use openapi::openapi;

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
    let parts: Vec<Emitted> = services.par_iter().map(|service| part::of(spec, service)).collect();
    let mut files = vec![
        File { path: "Cargo.toml".to_owned(), text: manifest::manifest(spec, &services) },
        File { path: "rustfmt.toml".to_owned(), text: manifest::RUSTFMT.to_owned() },
    ];
    if services.len() > 1 {
        files.push(File { path: "src/lib.rs".to_owned(), text: library::root_of_services(spec, &services) });
        files.push(File { path: "tests/travel/main.rs".to_owned(), text: travel::root(spec, &services) });
    }
    for part in parts {
        files.extend(part.files);
        diagnostics.extend(part.diagnostics);
    }
    Emitted { files, diagnostics }
}

#[cfg(test)]
mod tests;
