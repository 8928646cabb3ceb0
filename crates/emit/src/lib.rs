//! Contract to files: Rust crates, OpenAPI; comparison with what is on disk.
//!
//! The way of a contract: `tree` and `build` make shapes of its rows, `types`, `checks` and `errors` make Rust items of
//! the shapes, `rust` writes them down. What the items say in words comes from `prose`.

mod across;
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
mod manifest;
mod names;
mod openapi;
mod operation;
mod prose;
mod rust;
#[cfg(test)]
mod sample;
mod service;
mod shape;
mod tree;
mod types;

use contract::Contract;
use source::Diagnostic;
use wire::Wire;

pub use diagnostics::explain;
pub use disk::{Difference, compare, write};
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

/// The crate of a spec: types, client, service trait, conformance tests, OpenAPI document and contract.
///
/// The same spec gives the same bytes. Whatever stands on the pages, what comes out is Rust: names become identifiers,
/// words become literals and inert documentation.
pub fn crate_files(spec: &Spec<'_>) -> Emitted {
    let (operations, mut diagnostics) = operation::named(spec.contract);
    let (operations, left_out) = operation::called_by_name(operations);
    diagnostics.extend(left_out);
    let mut files = vec![
        File { path: "Cargo.toml".to_owned(), text: manifest::manifest(spec) },
        File { path: "rustfmt.toml".to_owned(), text: manifest::RUSTFMT.to_owned() },
        File { path: "contract.json".to_owned(), text: json(spec.contract) },
        File { path: "openapi.json".to_owned(), text: json(&openapi(spec)) },
        File { path: "src/lib.rs".to_owned(), text: library::root_file(spec) },
        File { path: "src/client.rs".to_owned(), text: client::file(&operations) },
        File { path: "src/documented.rs".to_owned(), text: documented::file(spec.contract, &operations) },
        File { path: "src/error.rs".to_owned(), text: errors::file(spec.contract) },
        File { path: "src/operations/mod.rs".to_owned(), text: library::operations_file(&operations) },
    ];
    for named in &operations {
        let (text, told) = operation::module_of(named, spec.wire);
        files.push(File { path: format!("src/operations/{}.rs", named.snake), text });
        diagnostics.extend(told);
    }
    files.push(File { path: "src/service.rs".to_owned(), text: service::file(&operations, spec.wire) });
    files.push(File { path: "tests/conformance/bindings.toml".to_owned(), text: spec.bindings.to_owned() });
    files.push(File {
        path: "tests/conformance/main.rs".to_owned(),
        text: conformance::file(spec, &operations),
    });
    Emitted { files, diagnostics }
}

fn json(value: &impl serde::Serialize) -> String {
    let text = serde_json::to_string_pretty(value).expect("a contract has text keys only");
    text + "\n"
}

#[cfg(test)]
mod tests;
