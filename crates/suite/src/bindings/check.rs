//! Bindings that name what no page documents: a typo there would silently test less.

use std::collections::BTreeMap;
use std::fmt;

use contract::{Contract, ErrorCase, Operation};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Binding, Bindings, Made};
use crate::facts;

/// A binding that can't do anything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BindingTrouble {
    /// The key in `bindings.toml`: `operations.CopyImage.ImageIdd`.
    pub key: String,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl fmt::Display for BindingTrouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.key, self.message, self.help)
    }
}

impl Bindings {
    /// The bindings that name a parameter, an operation or an error which the contract does not know.
    pub fn check(&self, contract: &Contract) -> Vec<BindingTrouble> {
        let mut checker = Checker { contract, troubles: Vec::new() };
        let everywhere: Vec<&str> = contract.operations.iter().flat_map(parameters).collect();
        checker.values("values", &everywhere, &self.values);
        let all: Vec<&ErrorCase> =
            contract.operations.iter().flat_map(|o| &o.errors).chain(&contract.errors).collect();
        checker.errors("", &everywhere, &all, &self.errors, &self.unreachable);
        for (name, own) in &self.operations {
            let key = format!("operations.{name}");
            let Some(operation) = contract.operation(name) else {
                let names = contract.operations.iter().map(|o| o.name.as_str());
                checker.unknown(key, "operation", name, names);
                continue;
            };
            let known: Vec<&str> = parameters(operation).collect();
            checker.values(&key, &known, &own.values);
            let errors: Vec<&ErrorCase> = operation.errors.iter().chain(&contract.errors).collect();
            checker.errors(&format!("{key}."), &known, &errors, &own.errors, &own.unreachable);
        }
        checker.troubles
    }
}

struct Checker<'a> {
    contract: &'a Contract,
    troubles: Vec<BindingTrouble>,
}

impl Checker<'_> {
    fn values(&mut self, key: &str, known: &[&str], values: &BTreeMap<String, Binding>) {
        for (name, binding) in values {
            let key = format!("{key}.{name}");
            if !known.contains(&name.as_str()) {
                self.unknown(key.clone(), "parameter", name, known.iter().copied());
            }
            if let Binding::Made(made) = binding {
                self.made(&key, made);
            }
        }
    }

    fn errors(
        &mut self,
        prefix: &str,
        known: &[&str],
        documented: &[&ErrorCase],
        errors: &BTreeMap<String, BTreeMap<String, Binding>>,
        unreachable: &BTreeMap<String, String>,
    ) {
        for (name, values) in errors {
            let key = format!("{prefix}errors.{name:?}");
            self.error(key.clone(), name, documented);
            self.values(&key, known, values);
        }
        for name in unreachable.keys() {
            self.error(format!("{prefix}unreachable.{name:?}"), name, documented);
        }
    }

    fn error(&mut self, key: String, name: &str, documented: &[&ErrorCase]) {
        if !documented.iter().any(|error| names(error, name)) {
            self.unknown(key, "error", name, documented.iter().map(|error| error.code.as_str()));
        }
    }

    fn made(&mut self, key: &str, made: &Made) {
        self.call(key, &made.call, &made.with);
        if let Some(ready) = &made.wait {
            self.call(&format!("{key}.wait"), &ready.call, &ready.with);
        }
    }

    fn call(&mut self, key: &str, call: &str, with: &Map<String, Value>) {
        let Some(operation) = self.contract.operation(call) else {
            let names = self.contract.operations.iter().map(|o| o.name.as_str());
            self.unknown(format!("{key}.call"), "operation", call, names);
            return;
        };
        let known: Vec<&str> = parameters(operation).collect();
        for name in with.keys().filter(|name| !known.contains(&name.as_str())) {
            self.unknown(format!("{key}.with.{name}"), "parameter", name, known.iter().copied());
        }
    }

    fn unknown<'n>(&mut self, key: String, what: &str, name: &str, known: impl Iterator<Item = &'n str>) {
        let near = known
            .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate))
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .filter(|(likeness, _)| *likeness > 0.8);
        let help = match near {
            Some((_, candidate)) => format!("did you mean `{candidate}`?"),
            None => format!("name {what}s as their page spells them, or remove the line"),
        };
        self.troubles.push(BindingTrouble {
            key,
            message: format!("no page documents the {what} `{name}`"),
            help,
        });
    }
}

fn parameters(operation: &Operation) -> impl Iterator<Item = &str> {
    operation.parameters.iter().flat_map(|p| [p.name.as_str(), p.wire_name().as_str()])
}

/// Whether a key names an error: its code, status and code, or these and the number of the row.
fn names(error: &ErrorCase, key: &str) -> bool {
    let row =
        |rest: &str| rest.is_empty() || rest.strip_prefix('/').is_some_and(|n| n.parse::<usize>().is_ok());
    let [full, .., code] = facts::error_keys(error, 1);
    key == code || full.strip_suffix("/1").and_then(|full| key.strip_prefix(full)).is_some_and(row)
}
