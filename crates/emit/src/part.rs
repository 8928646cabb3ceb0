//! The files of one service: the whole crate where it is the only one, else a module of it.

use rayon::prelude::*;
use source::Diagnostic;

use crate::operation::{self, Named};
use crate::services::Service;
use crate::{Emitted, File, Spec};
use crate::{client, conformance, documented, errors, library, travel};

/// The files of a service, and what of its contract they can't express.
pub(crate) fn of(spec: &Spec<'_>, service: &Service) -> Emitted {
    let contract = &service.contract;
    let spec = &Spec { contract, ..*spec };
    let (operations, mut diagnostics) = operation::called_by_name(operation::named(contract));
    let modules: Vec<(File, Vec<Diagnostic>)> =
        operations.par_iter().map(|named| module(named, spec, service)).collect();
    let source = |path: &str, text: String| File { path: service.source(path), text };
    let mut files = vec![
        File { path: service.data("contract"), text: json(contract) },
        File { path: service.data("openapi"), text: json(&crate::openapi(spec)) },
        match service.name.as_str() {
            "" => source("lib.rs", library::root_file(spec)),
            _ => source("mod.rs", library::service_file(service)),
        },
        source("client.rs", client::file(&operations)),
        source("documented.rs", documented::file(contract, &operations)),
        source("error.rs", errors::file(contract)),
        source("operations/mod.rs", library::operations_file(&operations)),
    ];
    for (file, told) in modules {
        files.push(file);
        diagnostics.extend(told);
    }
    files.push(source("service.rs", crate::service::file(&operations, spec.wire)));
    if service.name.is_empty() {
        let test = |name: &str, text: String| File { path: format!("tests/conformance/{name}"), text };
        files.push(test("bindings.toml", spec.bindings.to_owned()));
        files.push(test("main.rs", conformance::file(spec, &operations)));
    } else {
        let path = format!("tests/travel/{}.rs", service.name);
        files.push(File { path, text: travel::file(spec, service, &operations) });
    }
    Emitted { files, diagnostics }
}

fn module(named: &Named<'_>, spec: &Spec<'_>, service: &Service) -> (File, Vec<Diagnostic>) {
    let (text, told) = operation::module_of(named, spec.wire);
    (File { path: service.source(&format!("operations/{}.rs", named.snake)), text }, told)
}

fn json(value: &impl serde::Serialize) -> String {
    let text = serde_json::to_string_pretty(value).expect("a contract has text keys only");
    text + "\n"
}
