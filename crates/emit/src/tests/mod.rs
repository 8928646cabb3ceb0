//! The crate as a whole: one small operation as snapshots, hostile pages, the same bytes twice.

mod hostile;
mod renewed;
mod rest;
mod rules;

use contract::{Contract, Operation};

use crate::sample::{contract, copy_image, operation, wire};
use crate::{Emitted, File, Home, Spec, crate_files};

fn emitted(contract: &Contract) -> Emitted {
    let wire = wire();
    crate_files(&Spec {
        name: "small-image",
        title: "Small images",
        contract,
        wire: &wire,
        bindings: "",
        home: Home::Workspace,
    })
}

fn text<'f>(files: &'f [File], path: &str) -> &'f str {
    &files.iter().find(|file| file.path == path).expect("the file is emitted").text
}

#[test]
fn a_small_operation() {
    let Emitted { files, diagnostics } = emitted(&contract(vec![copy_image()]));
    let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    insta::assert_debug_snapshot!("files", paths);
    for file in ["src/lib.rs", "src/operations/copy_image.rs", "src/documented.rs", "src/service.rs"] {
        insta::assert_snapshot!(file.replace('/', "_"), text(&files, file));
    }
    for file in ["src/client.rs", "src/error.rs", "tests/conformance/main.rs", "Cargo.toml", "openapi.json"] {
        insta::assert_snapshot!(file.replace('/', "_"), text(&files, file));
    }
    assert_eq!(diagnostics, []);
}

#[test]
fn a_spec_without_operations_is_a_crate() {
    let Emitted { files, diagnostics } = emitted(&Contract::default());
    assert_eq!(diagnostics, []);
    let service = text(&files, "src/service.rs");
    assert!(!service.contains("super::operations") && !service.contains("Future"));
    // A `matches!` without a pattern does not compile.
    assert!(service.contains("fn knows(&self, _: &str) -> bool {\n        false\n    }"));
}

#[test]
fn the_same_contract_gives_the_same_bytes() {
    let contract = contract(vec![copy_image(), operation("GetRegion")]);
    assert_eq!(emitted(&contract), emitted(&contract));
}

#[test]
fn an_operation_on_two_pages_is_emitted_once() {
    let twice: Vec<Operation> = vec![operation("GetRegion"), operation("GetRegion"), operation("getRegion")];
    let Emitted { files, diagnostics } = emitted(&contract(twice));
    let modules: Vec<_> = files.iter().filter(|file| file.path.contains("get_region")).collect();
    assert_eq!((modules.len(), diagnostics.len()), (2, 1));
    assert_eq!(diagnostics[0].code, "emit/documented-twice");
}
