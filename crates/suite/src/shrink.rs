//! Smaller requests that are still about the same thing.

use contract::{Contract, Operation};
use serde_json::Value;
use wire::Arguments;

use crate::broken::{BrokenRule, breaks, is_reference};
use crate::sheet::{Need, Sheet};
use crate::{Case, tree};

/// Smaller candidates, the smallest first: without optional parameters that the case is not about, with shorter values.
///
/// Each candidate breaks exactly the rules that the case breaks, so an answer to it means the same.
pub fn shrink(case: &Case, contract: &Contract) -> Vec<Case> {
    let Some(operation) = contract.operation(&case.operation) else { return Vec::new() };
    let sheet = Sheet::of(operation);
    let shrinker = Shrinker { case, operation, rules: rules(operation, &case.arguments) };
    let mut candidates = Vec::new();
    let loose: Vec<&str> = sheet
        .parameters
        .iter()
        .filter(|p| sheet.need(p) != Need::Always && !shrinker.is_about(&p.name.value))
        .filter(|p| !tree::each(&case.arguments, p.wire_name()).is_empty())
        .map(|p| p.wire_name().as_str())
        .collect();
    if loose.len() > 1 {
        candidates.extend(shrinker.without(&loose));
    }
    for name in &loose {
        candidates.extend(shrinker.without(&[name]));
    }
    for parameter in &sheet.parameters {
        candidates.extend(shrinker.shorter(parameter.wire_name()));
    }
    candidates
}

struct Shrinker<'a> {
    case: &'a Case,
    operation: &'a Operation,
    rules: Vec<String>,
}

impl Shrinker<'_> {
    /// Whether a parameter stands in the id of a fact that the case is about.
    fn is_about(&self, name: &str) -> bool {
        let about = self.case.facts.first().map_or("", String::as_str);
        about.split('/').any(|part| part == name || part.split('+').any(|part| part == name))
    }

    fn without(&self, names: &[&str]) -> Option<Case> {
        let strip = |arguments: &Arguments| {
            let mut arguments = arguments.clone();
            names.iter().for_each(|name| wire::remove(&mut arguments, name));
            arguments
        };
        self.candidate(strip(&self.case.arguments), self.case.accepted_first.as_ref().map(strip))
    }

    /// The half of a text, as long as that changes no rule.
    fn shorter(&self, name: &str) -> Option<Case> {
        let values = tree::each(&self.case.arguments, name);
        let [value] = values.as_slice() else { return None };
        let text = value.as_str().filter(|text| !is_reference(value) && text.chars().count() > 1)?;
        let half: String = text.chars().take(text.chars().count().div_ceil(2)).collect();
        let mut arguments = self.case.arguments.clone();
        tree::put(&mut arguments, name, Value::String(half));
        self.candidate(arguments, self.case.accepted_first.clone())
    }

    fn candidate(&self, arguments: Arguments, first: Option<Arguments>) -> Option<Case> {
        let kept = rules(self.operation, &arguments) == self.rules;
        let first_is_good = first.as_ref().is_none_or(|first| {
            let before = self.case.accepted_first.as_ref().map(|first| rules(self.operation, first));
            before.is_none_or(|before| before == rules(self.operation, first))
        });
        let smaller = arguments != self.case.arguments;
        if !kept || !first_is_good || !smaller {
            return None;
        }
        let used = |name: &str| {
            let reference = format!("${name}");
            let mentions = |arguments: &Arguments| mentions(&Value::Object(arguments.clone()), &reference);
            mentions(&arguments)
                || first.as_ref().is_some_and(mentions)
                || self
                    .case
                    .fixtures
                    .iter()
                    .any(|fixture| fixture.name != name && mentions(&fixture.arguments))
        };
        let fixtures = self.case.fixtures.iter().filter(|fixture| used(&fixture.name)).cloned().collect();
        Some(Case {
            arguments: arguments.clone(),
            accepted_first: first.clone(),
            fixtures,
            ..self.case.clone()
        })
    }
}

fn rules(operation: &Operation, arguments: &Arguments) -> Vec<String> {
    breaks(operation, arguments).into_iter().map(|BrokenRule { fact, .. }| fact).collect()
}

fn mentions(value: &Value, reference: &str) -> bool {
    match value {
        Value::String(text) => text == reference,
        Value::Array(items) => items.iter().any(|item| mentions(item, reference)),
        Value::Object(members) => members.values().any(|member| mentions(member, reference)),
        _ => false,
    }
}
