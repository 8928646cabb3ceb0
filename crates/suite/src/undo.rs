//! How to remove what an operation makes: by the operation that takes its id and whose name says so.

use std::collections::BTreeMap;

use contract::{Contract, Operation, Parameter, Presence, Refusal, Scope, Type};
use serde_json::Value;
use wire::{Arguments, Verdict};

use crate::{nature, refusal};

/// Removes what a call has made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undo {
    /// The operation that removes it.
    pub call: String,
    /// Its parameter that takes the id.
    pub parameter: String,
    /// The field of the maker's answer that holds the id.
    field: String,
    /// The other parameters, each with that of the maker's request that has the value: where something was sent, there
    /// it is removed.
    others: Vec<(String, String)>,
}

/// For each operation that makes something, how to remove it; only where the pages leave no doubt: the operations share
/// the noun in their names, and the id is one required parameter.
pub fn undo(contract: &Contract) -> BTreeMap<String, Undo> {
    let makers = contract.speaking().filter(|operation| nature::makes(operation));
    let each = makers.filter_map(|maker| {
        let remover = contract.speaking().find(|other| nature::removes(other) && same_noun(maker, other))?;
        Some((maker.name.clone(), between(maker, remover)?))
    });
    each.collect()
}

/// Whether an answer says that there is nothing to remove any more.
pub fn is_gone(contract: &Contract, operation: &str, verdict: &Verdict) -> bool {
    let Verdict::Refused { code, message, .. } = verdict else { return verdict.is_accepted() };
    let rows = refusal::rows(contract, contract.operation(operation));
    refusal::kind(&refusal::documented(&rows, code, message), code, message) == Some(Refusal::NotFound)
}

impl Undo {
    /// The arguments of the call that removes what this one has made; `None` where the answer has no id.
    pub fn arguments(&self, sent: &Arguments, answer: &Value) -> Option<Arguments> {
        let id = answer.get(&self.field).filter(|id| id.as_str().is_some_and(|id| !id.is_empty()))?;
        let mut arguments = Arguments::new();
        for (parameter, from) in &self.others {
            arguments.insert(parameter.clone(), sent.get(from)?.clone());
        }
        arguments.insert(self.parameter.clone(), id.clone());
        Some(arguments)
    }
}

/// `CopyCustomImage` and `TerminateCustomImage` are about the same thing.
pub(crate) fn same_noun(maker: &Operation, remover: &Operation) -> bool {
    let noun = |name: &str| name.chars().skip(1).skip_while(|c| !c.is_uppercase()).collect::<String>();
    !noun(&maker.name).is_empty() && noun(&maker.name) == noun(&remover.name)
}

fn between(maker: &Operation, remover: &Operation) -> Option<Undo> {
    let is_needed = |p: &&Parameter| p.presence.value == Presence::Required && p.scope == Scope::Operation;
    let mut undo = Undo {
        call: remover.name.clone(),
        parameter: String::new(),
        field: String::new(),
        others: Vec::new(),
    };
    for parameter in remover.parameters.iter().filter(is_needed) {
        let name = parameter.wire_name().as_str();
        if let Some(field) = identified(maker, name) {
            (undo.parameter, undo.field) = (name.to_owned(), field.to_owned());
        } else {
            undo.others.push((name.to_owned(), place(maker, name)?.to_owned()));
        }
    }
    // Where a resource lies need not be required to matter.
    for parameter in remover.parameters.iter().filter(|p| !is_needed(p) && is_place(p.wire_name())) {
        let name = parameter.wire_name().as_str();
        if let Some(from) = place(maker, name)
            && maker.parameters.iter().any(|p| p.wire_name().value == from && is_needed(&p))
        {
            undo.others.push((name.to_owned(), from.to_owned()));
        }
    }
    (!undo.field.is_empty()).then_some(undo)
}

fn is_place(name: &str) -> bool {
    ["Region", "RegionId", "ProjectId"].contains(&name)
}

/// The field of the maker's answer that holds the id: `ImageId` or `TargetImageId`.
fn identified<'a>(maker: &'a Operation, parameter: &str) -> Option<&'a str> {
    let named = |exact: bool| {
        maker.response.iter().find(|field| {
            let name = field.wire_name().as_str();
            field.ty.value == Type::String && (name == parameter || (!exact && name.ends_with(parameter)))
        })
    };
    let field = if parameter.ends_with("Id") { named(true).or_else(|| named(false)) } else { None };
    field.map(|field| field.wire_name().as_str())
}

/// The parameter of the maker's request that says where the resource lies: its destination, or the place of the call.
fn place<'a>(maker: &'a Operation, parameter: &str) -> Option<&'a str> {
    let names = || maker.parameters.iter().map(|p| p.wire_name().as_str());
    let destination = names().find(|name| nature::is_destination(name) && name.ends_with(parameter));
    destination.or_else(|| names().find(|name| *name == parameter))
}
