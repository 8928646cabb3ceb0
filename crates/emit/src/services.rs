//! The services of a contract: a folder of pages is a service, with a module and a cargo feature of its own. Pages that
//! all lie in one folder are one service, which is the crate itself.

use std::collections::{BTreeMap, BTreeSet};

use contract::{Contract, ErrorCase, Model, Operation};
use heck::ToSnakeCase;
use source::Diagnostic;

use crate::diagnostics;
use crate::names::{Names, module, words};

/// Names of the crate's own that no service may take.
const USED: &[&str] = &["wire", "full", "http", "default"];

/// Where pages lie that no folder with a name of ASCII letters tells of.
const ELSEWHERE: &str = "others";

/// The operations of one folder, as a contract of their own.
pub(crate) struct Service {
    /// Its module and feature; empty where it is the only one.
    pub(crate) name: String,
    /// The folders of its pages, as they are called.
    pub(crate) folders: Vec<String>,
    pub(crate) contract: Contract,
}

impl Service {
    /// Where a source of it stands.
    pub(crate) fn source(&self, path: &str) -> String {
        if self.name.is_empty() { format!("src/{path}") } else { format!("src/{}/{path}", self.name) }
    }

    /// Where its contract or OpenAPI document stands.
    pub(crate) fn data(&self, kind: &str) -> String {
        if self.name.is_empty() { format!("{kind}.json") } else { format!("{kind}/{}.json", self.name) }
    }
}

/// The services in the order of their first pages, and what is told of operations that are documented twice: code is made
/// from the page that speaks, since a name on the wire can mean one thing only.
pub(crate) fn of(contract: &Contract) -> (Vec<Service>, Vec<Diagnostic>) {
    let (operations, diagnostics) = once(contract);
    let folders: BTreeSet<&str> = operations.iter().map(|operation| folder(&operation.page)).collect();
    if folders.len() < 2 {
        let only = Service { name: String::new(), folders: Vec::new(), contract: contract.clone() };
        return (vec![only], diagnostics);
    }
    let labels = labels(contract, &folders);
    let mut groups: Vec<(&str, Vec<&Operation>)> = Vec::new();
    for operation in operations {
        let label = labels[folder(&operation.page)].as_str();
        match groups.iter_mut().find(|(known, _)| *known == label) {
            Some((_, group)) => group.push(operation),
            None => groups.push((label, vec![operation])),
        }
    }
    let mut names = Names::without(USED);
    let services = groups.into_iter().map(|(label, operations)| {
        let own = named_folders(&operations);
        let name = module(names.snake(label, "service"));
        Service { name, contract: part(contract, &operations, &own, &folders), folders: own }
    });
    (services.collect(), diagnostics)
}

/// Each operation once: the first that no other page speaks for.
pub(crate) fn once(contract: &Contract) -> (Vec<&Operation>, Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    let mut diagnostics = Vec::new();
    let mut speaking = Vec::new();
    for operation in &contract.operations {
        let at = operation.origin.location();
        if let Some(behind) = &operation.stands_behind {
            diagnostics.push(diagnostics::stands_behind(&operation.name, &behind.page, at));
        } else if seen.insert(operation.name.as_str()) {
            speaking.push(operation);
        } else {
            diagnostics.push(diagnostics::documented_twice(&operation.name, at));
        }
    }
    (speaking, diagnostics)
}

/// What the folders are called: by their own name where it has ASCII letters, else by the folder where most of their
/// operations are documented in another language. Words that end every name say nothing.
fn labels(contract: &Contract, folders: &BTreeSet<&str>) -> BTreeMap<String, String> {
    let mut labels: BTreeMap<String, String> =
        folders.iter().map(|&folder| (folder.to_owned(), label(contract, folder))).collect();
    let distinct = labels.values().collect::<BTreeSet<_>>().len();
    while distinct > 1
        && let Some(last) = shared_ending(labels.values())
    {
        for label in labels.values_mut() {
            label.truncate(label.len() - last.len() - 1);
        }
    }
    labels
}

fn shared_ending<'l>(mut labels: impl Iterator<Item = &'l String>) -> Option<String> {
    let ending = |label: &'l String| label.rsplit_once('_').map(|(_, last)| last);
    let first = ending(labels.next()?)?;
    labels.all(|label| ending(label) == Some(first)).then(|| first.to_owned())
}

fn label(contract: &Contract, folder: &str) -> String {
    let own = last_words(folder);
    if !own.is_empty() {
        return own;
    }
    let here: BTreeSet<&str> = contract
        .operations
        .iter()
        .filter(|operation| self::folder(&operation.page) == folder)
        .map(|operation| operation.name.as_str())
        .collect();
    let mut votes: BTreeMap<String, usize> = BTreeMap::new();
    for operation in contract.operations.iter().filter(|operation| here.contains(operation.name.as_str())) {
        let words = last_words(self::folder(&operation.page));
        if !words.is_empty() {
            *votes.entry(words).or_default() += 1;
        }
    }
    let most = votes.iter().rev().max_by_key(|(_, count)| **count);
    most.map_or_else(|| ELSEWHERE.to_owned(), |(words, _)| words.clone())
}

/// The last part of a folder's name in words, unless letters of another script say more of it.
fn last_words(folder: &str) -> String {
    let last = folder.rsplit('/').next().unwrap_or_default();
    let foreign = last.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    if foreign { String::new() } else { words(last).to_snake_case() }
}

fn folder(page: &str) -> &str {
    page.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn named_folders(operations: &[&Operation]) -> Vec<String> {
    let mut folders: Vec<String> = Vec::new();
    for operation in operations {
        let folder = folder(&operation.page);
        if !folders.iter().any(|known| known == folder) {
            folders.push(folder.to_owned());
        }
    }
    folders
}

/// The contract of some of the operations. Errors that hold for every operation hold for those of their folder, where the
/// folder is a service's.
fn part(whole: &Contract, operations: &[&Operation], own: &[String], all: &BTreeSet<&str>) -> Contract {
    let holds = |error: &&ErrorCase| {
        let folder = folder(&error.origin.location().file);
        own.iter().any(|own| own == folder) || !all.contains(folder)
    };
    let used: BTreeSet<*const Model> =
        operations.iter().flat_map(|operation| whole.models_of(operation)).map(std::ptr::from_ref).collect();
    Contract {
        operations: operations.iter().map(|&operation| operation.clone()).collect(),
        common_parameters: whole.common_parameters.clone(),
        models: whole
            .models
            .iter()
            .filter(|&model| used.contains(&std::ptr::from_ref(model)))
            .cloned()
            .collect(),
        errors: whole.errors.iter().filter(holds).cloned().collect(),
        ..Contract::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{contract, operation};

    fn services(pages: &[(&str, &str)]) -> Vec<(String, Vec<String>)> {
        let operations =
            pages.iter().map(|(name, page)| Operation { page: (*page).into(), ..operation(name) });
        let (services, _) = of(&contract(operations.collect()));
        let names = |service: Service| {
            (service.name, service.contract.operations.into_iter().map(|operation| operation.name).collect())
        };
        services.into_iter().map(names).collect()
    }

    #[test]
    fn a_folder_is_a_service_and_endings_that_all_share_are_left_out() {
        let pages = [
            ("A", "uhost-api/a.md"),
            ("B", "vpc2.0-api/b.md"),
            ("C", "uhost-api/c.md"),
            ("D", "wire-api/d.md"),
        ];
        assert_eq!(
            services(&pages),
            [
                ("uhost".to_owned(), vec!["A".to_owned(), "C".to_owned()]),
                ("vpc2_0".to_owned(), vec!["B".to_owned()]),
                ("wire_2".to_owned(), vec!["D".to_owned()])
            ]
        );
    }

    #[test]
    fn a_folder_of_another_script_is_called_as_the_same_operations_are_in_english() {
        let pages = [
            ("A", "zh/实例/A.md"),
            ("B", "zh/实例/B.md"),
            ("C", "zh/其他/C.md"),
            ("A", "en/Some Instances/A.md"),
            ("D", "en/Some Instances/D.md"),
        ];
        assert_eq!(
            services(&pages),
            [
                ("some_instances".to_owned(), vec!["A".to_owned(), "B".to_owned(), "D".to_owned()]),
                ("others".to_owned(), vec!["C".to_owned()])
            ]
        );
    }

    #[test]
    fn pages_of_one_folder_are_the_crate_itself() {
        let only = services(&[("A", "pages/a.md"), ("B", "pages/b.md")]);
        assert_eq!(only, [(String::new(), vec!["A".to_owned(), "B".to_owned()])]);
    }
}
