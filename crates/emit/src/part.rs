//! The files of one service: the whole crate where it is the only one, else a module of it.

use std::collections::BTreeMap;

use contract::{Contract, Model, Operation};
use rayon::prelude::*;
use source::Diagnostic;

use crate::made::{Known, Made, joined, key};
use crate::operation::{self, Named};
use crate::services::Service;
use crate::{Spec, client, conformance, documented, errors, json, library, travel};

/// How many bytes an operation of a vendor takes of its contract, and of its OpenAPI document, when it takes many.
const OF_A_CONTRACT: usize = 24 << 10;
const OF_A_DOCUMENT: usize = 12 << 10;

/// The files of a service, those that are known without their text.
pub(crate) fn of(spec: &Spec<'_>, service: &Service, known: Known<'_>) -> Vec<Made> {
    let contract = &service.contract;
    let spec = &Spec { contract, ..*spec };
    let (operations, beyond) = operation::called_by_name(operation::named(contract));
    let keys = known.map(|_| Keys::of(spec));
    let key = |of: &dyn Fn(&Keys) -> u64| keys.as_ref().map_or(0, of);
    let whole = key(&|keys| keys.of_service(spec, service));
    let heads = key(&|keys| keys.of_heads(spec, service, &operations));
    let operations = &operations;
    let at = |path: &str| service.source(path);
    let mut plan = vec![
        Planned {
            path: service.data("contract"),
            key: whole,
            make: Box::new(move || (json::file(contract, operations.len() * OF_A_CONTRACT), beyond)),
        },
        planned(service.data("openapi"), whole, move || {
            json::file(&crate::openapi(spec), operations.len() * OF_A_DOCUMENT)
        }),
        match service.name.as_str() {
            "" => planned(at("lib.rs"), heads, move || library::root_file(spec)),
            _ => planned(at("mod.rs"), heads, move || library::service_file(service)),
        },
        planned(at("client.rs"), heads, move || client::file(operations)),
        planned(at("documented.rs"), whole, move || documented::file(contract, operations)),
        planned(at("error.rs"), heads, move || errors::file(contract)),
        planned(at("operations/mod.rs"), heads, move || library::operations_file(operations)),
    ];
    plan.extend(operations.iter().map(|named| Planned {
        path: service.source(&format!("operations/{}.rs", named.snake)),
        key: key(&|keys| keys.of_module(named)),
        make: Box::new(move || operation::module_of(named, spec.wire)),
    }));
    plan.push(planned(at("service.rs"), heads, move || crate::service::file(operations, spec.wire)));
    plan.extend(match service.name.as_str() {
        "" => vec![
            planned("tests/conformance/bindings.toml".to_owned(), whole, move || spec.bindings.to_owned()),
            planned("tests/conformance/main.rs".to_owned(), heads, move || {
                conformance::file(spec, operations)
            }),
        ],
        name => {
            let path = format!("tests/travel/{name}.rs");
            vec![planned(path, heads, move || travel::file(spec, service, operations))]
        }
    });
    plan.into_par_iter().map(|file| Made::unless(known, file.path, file.key, file.make)).collect()
}

/// A file before it is made.
struct Planned<'p> {
    path: String,
    key: u64,
    make: Box<dyn FnOnce() -> (String, Vec<Diagnostic>) + Send + 'p>,
}

fn planned<'p>(path: String, key: u64, text: impl FnOnce() -> String + Send + 'p) -> Planned<'p> {
    Planned { path, key, make: Box::new(move || (text(), Vec::new())) }
}

/// The numbers of a contract's operations and structures, and of how they travel.
struct Keys {
    operations: BTreeMap<*const Operation, u64>,
    models: BTreeMap<*const Model, u64>,
    wire: u64,
}

impl Keys {
    fn of(spec: &Spec<'_>) -> Self {
        let Contract { operations, models, .. } = spec.contract;
        Self { operations: each(operations), models: each(models), wire: key(spec.wire) }
    }

    /// What the module of an operation depends on: its page, the structures of it and of others, names, and the wire.
    fn of_module(&self, named: &Named<'_>) -> u64 {
        let Named { operation, models, snake, pascal } = named;
        let page = self.operations[&std::ptr::from_ref(*operation)];
        // Those of its own page are in the page's number.
        let models = models.iter().filter_map(|&model| self.models.get(&std::ptr::from_ref(model)).copied());
        joined(models.chain([page, key(snake), key(pascal), self.wire]))
    }

    /// What the other files of a service depend on: all of its contract, how it travels, and what it is called.
    fn of_service(&self, spec: &Spec<'_>, service: &Service) -> u64 {
        let Contract {
            contract_version,
            operations,
            common_parameters,
            models,
            errors,
            diagnostics,
            accounting,
            pages,
        } = spec.contract;
        let operations = operations.iter().map(|page| self.operations[&std::ptr::from_ref(page)]);
        let models = models.iter().map(|model| self.models[&std::ptr::from_ref(model)]);
        let rest = (contract_version, common_parameters, errors, diagnostics, accounting, pages);
        let names = (spec.name, spec.title, spec.bindings, &service.name, &service.folders);
        // Where a list ends counts: a name of one and a name of another are no names of both.
        let ends = [operations.len() as u64, models.len() as u64];
        joined(operations.chain(models).chain(ends).chain([key(&rest), key(&names), self.wire]))
    }

    /// What those files of a service depend on that only name its operations and their errors.
    fn of_heads(&self, spec: &Spec<'_>, service: &Service, operations: &[Named<'_>]) -> u64 {
        let head = |named: &Named<'_>| {
            let Operation { name, title, summary, deprecated, errors, origin, .. } = named.operation;
            key(&(name, title, summary, deprecated, errors, origin, &named.snake, &named.pascal))
        };
        let names = (spec.name, spec.title, spec.bindings, &service.name, &service.folders);
        let rest = [key(&spec.contract.errors), key(&names), self.wire];
        joined(operations.iter().map(head).chain(rest))
    }
}

fn each<T: serde::Serialize + Sync>(values: &[T]) -> BTreeMap<*const T, u64> {
    let keys: Vec<u64> = values.par_iter().map(key).collect();
    values.iter().map(std::ptr::from_ref).zip(keys).collect()
}
