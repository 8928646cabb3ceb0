//! A whole request from wishes: required parameters, wanted ones, and whatever the rules then ask for.

mod fixture;
mod repair;
mod shelf;

use std::collections::BTreeMap;
use std::sync::Arc;

use contract::{Confidence, Contract, Operation, Parameter, Type};
use serde_json::Value;
use wire::Arguments;

use crate::bindings::{Binding, Bindings};
use crate::broken::{BrokenRule, Checker};
use crate::sheet::{Need, Sheet};
use crate::value::{self, Maker};
use crate::{Fixture, Options, tree};
use shelf::Known;
pub(crate) use shelf::Shelf;

/// Composes requests of one operation.
pub(crate) struct Composer<'a> {
    pub(crate) contract: &'a Contract,
    pub(crate) bindings: &'a Bindings,
    pub(crate) seed: u64,
    /// Cases that are run once more; see [`Options::again`].
    pub(crate) again: BTreeMap<String, u32>,
    pub(crate) sheet: Arc<Sheet<'a>>,
    checker: Arc<Checker<'a>>,
    /// Why no request can be made at all.
    hindrance: Option<String>,
    shelf: Arc<Shelf<'a>>,
    /// The resources that this request helps to make, the outermost first.
    owners: Vec<String>,
}

/// What a request is to be like.
#[derive(Default)]
pub(crate) struct Ask<'a> {
    /// The case; values of different cases differ.
    pub(crate) id: &'a str,
    /// It is the request before the one that counts: it must not get in its way, so its values and resources differ.
    pub(crate) first: bool,
    /// Optional parameters to send.
    pub(crate) wanted: Vec<&'a Parameter>,
    /// Values that are given.
    pub(crate) fixed: Vec<(&'a Parameter, Value)>,
    /// Parameters that must not be sent.
    pub(crate) without: Vec<&'a str>,
    /// Any values that the page allows, instead of usual ones.
    pub(crate) wild: bool,
    /// The given values may break rules: an error is to be provoked.
    pub(crate) careless: bool,
}

/// A request, and the resources to make before it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    pub(crate) arguments: Arguments,
    pub(crate) fixtures: Vec<Fixture>,
}

#[derive(Debug, Clone)]
struct Given {
    value: Value,
    fixtures: Vec<Fixture>,
}

/// The parameters of a draft by their place on the page, so that requests are in page order.
type Sheaf = BTreeMap<usize, Given>;

impl<'a> Composer<'a> {
    pub(crate) fn new(
        contract: &'a Contract,
        bindings: &'a Bindings,
        options: &Options,
        operation: &'a Operation,
    ) -> Self {
        let shelf = Arc::new(Shelf::empty(options.carrier));
        Self::sharing(shelf, contract, bindings, options, operation)
    }

    /// A composer that knows what others know, too.
    pub(crate) fn sharing(
        shelf: Arc<Shelf<'a>>,
        contract: &'a Contract,
        bindings: &'a Bindings,
        options: &Options,
        operation: &'a Operation,
    ) -> Self {
        let seat = (options.seed, options.again.clone(), Vec::new());
        Self::from_shelf(contract, bindings, shelf, operation, seat)
    }

    /// A composer of another operation, for the calls that make a resource of this name.
    fn callee(&self, operation: &'a Operation, label: &str) -> Self {
        let owners = self.owners.iter().cloned().chain([label.to_owned()]).collect();
        let seat = (self.seed, self.again.clone(), owners);
        Self::from_shelf(self.contract, self.bindings, self.shelf.clone(), operation, seat)
    }

    fn from_shelf(
        contract: &'a Contract,
        bindings: &'a Bindings,
        shelf: Arc<Shelf<'a>>,
        operation: &'a Operation,
        (seed, again, owners): (u64, BTreeMap<String, u32>, Vec<String>),
    ) -> Self {
        let Known { sheet, checker, hindrance } = shelf.known(operation);
        Self { contract, bindings, seed, again, sheet, checker, hindrance, shelf, owners }
    }

    /// The operation.
    pub(crate) fn operation(&self) -> &'a Operation {
        self.sheet.operation
    }

    /// A request that breaks no rule known of, or why there is none.
    pub(crate) fn compose(&self, ask: &Ask<'a>) -> Result<Draft, String> {
        if let Some(reason) = &self.hindrance {
            return Err(reason.clone());
        }
        let mut sheaf = Sheaf::new();
        for (at, parameter) in self.sheet.parameters.iter().enumerate() {
            let wanted = ask.wanted.iter().any(|wanted| std::ptr::eq(*wanted, *parameter));
            let fixed = ask.fixed.iter().find(|(fixed, _)| std::ptr::eq(*fixed, *parameter));
            let need = self.sheet.need(parameter);
            if let Some((_, value)) = fixed {
                sheaf.insert(at, Given { value: value.clone(), fixtures: Vec::new() });
            } else if ask.without.contains(&parameter.name.as_str()) {
                continue;
            } else if wanted || need == Need::Always {
                let given = self.give(parameter, ask).map_err(|reason| match need {
                    Need::Always => format!("`{}` is required: {reason}", parameter.name.value),
                    _ => reason,
                })?;
                sheaf.insert(at, given);
            } else if need == Need::Perhaps
                && let Ok(given) = self.give(parameter, ask)
            {
                sheaf.insert(at, given);
            }
        }
        self.repair(ask, &mut sheaf)?;
        Ok(self.bind(&sheaf))
    }

    /// The rules that a draft breaks and that the suite reckons with: what the target's owner has bound is held to
    /// certain rules only, and a weak guess is no rule.
    pub(crate) fn broken(&self, arguments: &Arguments) -> Vec<BrokenRule> {
        let mut broken = self.checker.broken(arguments);
        broken.retain(|rule| match rule.confidence {
            Confidence::Certain => true,
            Confidence::Likely => !self.is_bound(&rule.parameter),
            Confidence::Weak => false,
        });
        broken
    }

    /// Whether a value is known for a parameter, or why not.
    pub(crate) fn obtainable(&self, parameter: &'a Parameter) -> Result<(), String> {
        self.give(parameter, &Ask { id: "obtainable", ..Ask::default() }).map(|_| ())
    }

    /// The members of a unit that a value is known for.
    pub(crate) fn obtainable_of(&self, unit: &[&'a Parameter]) -> Result<Vec<&'a Parameter>, String> {
        let mut reason = String::new();
        let mut members = Vec::new();
        for parameter in unit {
            match self.obtainable(parameter) {
                Ok(()) => members.push(*parameter),
                Err(why) => reason = why,
            }
        }
        if members.is_empty() { Err(reason) } else { Ok(members) }
    }

    /// Whether the target's owner has said what a parameter's value is.
    pub(crate) fn is_bound(&self, name: &str) -> bool {
        let binding = self.sheet.parameter(name).and_then(|p| self.bindings.of(&self.operation().name, p));
        binding.is_some_and(|binding| !matches!(binding, Binding::Unique(_)))
    }

    /// The value of one parameter, and the resources to make for it.
    pub(crate) fn only(&self, parameter: &Parameter, ask: &Ask<'_>) -> Result<(Value, Vec<Fixture>), String> {
        self.give(parameter, ask).map(|given| (given.value, given.fixtures))
    }

    /// Different values for the items of a list, or why there are not enough.
    pub(crate) fn items(
        &self,
        parameter: &Parameter,
        ask: &Ask<'_>,
        count: usize,
    ) -> Result<Vec<Value>, String> {
        match self.bindings.of(&self.operation().name, parameter) {
            None | Some(Binding::Unique(_)) => self.maker(parameter, ask).items(count),
            Some(Binding::Values(values)) if values.len() >= count => Ok(values[..count].to_vec()),
            Some(_) => {
                Err(format!("the binding of `{}` gives no {count} different values", parameter.name.value))
            }
        }
    }

    /// Makes values for a parameter of a case, apart from any binding.
    pub(crate) fn maker<'m>(&self, parameter: &'m Parameter, ask: &'m Ask<'_>) -> Maker<'m>
    where
        'a: 'm,
    {
        Maker {
            operation: self.operation(),
            parameter,
            seed: self.seed ^ u64::from(ask.first) ^ self.begun(ask.id),
            salt: ask.id,
            wild: ask.wild,
        }
    }

    /// A number that tells this time from the times that a case was begun before; zero the first time.
    ///
    /// A request is called by its case's id, by a beginning of it (the fact that several cases are about), or by what
    /// follows it (the calls that make its resources, each of several at once).
    pub(crate) fn begun(&self, id: &str) -> u64 {
        let of_one_case = |one: &str, other: &str| {
            let rest = one.strip_prefix(other);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '#']))
        };
        let begun = self.again.iter().filter(|(case, _)| of_one_case(case, id) || of_one_case(id, case));
        begun.map(|(_, times)| u64::from(*times)).sum::<u64>() << 32
    }

    fn give(&self, parameter: &Parameter, ask: &Ask<'_>) -> Result<Given, String> {
        let plain = |value: Value| Given { value: listed(parameter, value), fixtures: Vec::new() };
        match self.bindings.of(&self.operation().name, parameter) {
            Some(binding) => self.bound(parameter, binding, ask),
            None => self.maker(parameter, ask).value().map(plain),
        }
    }

    /// What a binding gives.
    fn bound(&self, parameter: &Parameter, binding: &Binding, ask: &Ask<'_>) -> Result<Given, String> {
        let name = parameter.name.as_str();
        let given = |value: Value| Ok(Given { value: listed(parameter, value), fixtures: Vec::new() });
        match binding {
            Binding::Literal(value) => given(value.clone()),
            Binding::Values(values) => {
                let mut chance = self.maker(parameter, ask).chance("binding");
                let picked = if ask.wild { chance.pick(values) } else { values.first() };
                picked.map_or_else(
                    || Err(format!("the binding of `{name}` lists no value")),
                    |v| given(v.clone()),
                )
            }
            Binding::Unique(template) => {
                let seed = self.seed ^ u64::from(ask.first) ^ self.begun(ask.id);
                given(value::fresh(template, seed, ask.id, name))
            }
            Binding::Omit { reason } => Err(match reason.as_str() {
                "" => format!("the binding of `{name}` says never to send it"),
                reason => format!("the binding of `{name}` says never to send it: {reason}"),
            }),
            Binding::Made(made) => {
                let prefix = if ask.first { "First" } else { "" };
                let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
                let label = match self.owners.last() {
                    Some(owner) => format!("{plain}Of{owner}"),
                    None => format!("{prefix}{plain}"),
                };
                let fixtures = self.make(&label, made, ask)?;
                Ok(Given { value: listed(parameter, Value::String(format!("${label}"))), fixtures })
            }
        }
    }

    fn bind(&self, sheaf: &Sheaf) -> Draft {
        let mut draft = Draft::default();
        for (at, given) in sheaf {
            tree::put(&mut draft.arguments, self.sheet.parameters[*at].wire_name(), given.value.clone());
            draft.fixtures.extend(given.fixtures.iter().cloned());
        }
        draft
    }
}

/// One value for a list is a list of one.
pub(crate) fn listed(parameter: &Parameter, value: Value) -> Value {
    match (&parameter.ty.value, value) {
        (Type::Array { .. }, value @ (Value::Array(_) | Value::Null)) => value,
        (Type::Array { .. }, alone) => Value::Array(vec![alone]),
        (_, value) => value,
    }
}
