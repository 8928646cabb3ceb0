//! Rules across parameters, and the conditions that guard others.

use std::borrow::Cow;

use contract::{Condition, Constraint, Operation, Rule, RuleKind, Scope};
use wire::Arguments;

use super::{BrokenRule, is_reference, text};
use crate::tree;

/// Adds the rules across parameters that the arguments break.
pub(super) fn check(
    operation: &Operation,
    rules: &[(String, &Rule)],
    arguments: &Arguments,
    broken: &mut Vec<BrokenRule>,
) {
    for (fact, rule) in rules {
        if is_broken(operation, rule, arguments) {
            broken.push(BrokenRule {
                fact: fact.clone(),
                parameter: rule.parameters.first().cloned().unwrap_or_default(),
                kind: Cow::Borrowed("rule"),
                confidence: rule.confidence,
            });
        }
    }
}

/// Whether a constraint applies to these arguments.
pub(super) fn holds_or_always(operation: &Operation, constraint: &Constraint, arguments: &Arguments) -> bool {
    constraint.when.as_ref().is_none_or(|condition| holds(operation, condition, arguments))
}

fn is_broken(operation: &Operation, rule: &Rule, arguments: &Arguments) -> bool {
    let applies = rule.conditions().all(|condition| holds(operation, condition, arguments));
    let sent = |name: &String| is_sent(operation, name, arguments);
    // What the wire sends by itself is not among the arguments.
    let common = |name: &String| operation.parameter(name).is_some_and(|p| p.scope == Scope::Common);
    applies
        && !rule.parameters.iter().any(common)
        && match rule.kind {
            RuleKind::RequiredIf => {
                rule.when.is_some() && rule.parameters.first().is_some_and(|name| !sent(name))
            }
            RuleKind::Exclusive => rule.parameters.iter().filter(|name| sent(name)).count() > 1,
            RuleKind::OneOf => !rule.parameters.is_empty() && !rule.parameters.iter().any(sent),
            RuleKind::Requires => match &rule.then {
                Some(then) => rule.when.is_some() && !holds(operation, then, arguments),
                None => false,
            },
            _ => false,
        }
}

fn holds(operation: &Operation, condition: &Condition, arguments: &Arguments) -> bool {
    has(operation, condition, arguments) != condition.not
}

/// An absent parameter has its documented default.
fn has(operation: &Operation, condition: &Condition, arguments: &Arguments) -> bool {
    let name = wire_name(operation, &condition.parameter);
    let values = tree::each(arguments, name);
    match &condition.equals {
        None => is_sent(operation, &condition.parameter, arguments),
        Some(wanted) if values.is_empty() => operation
            .parameter(&condition.parameter)
            .and_then(contract::Parameter::default_value)
            .is_some_and(|default| wanted.iter().any(|value| same(value, default))),
        Some(wanted) => values
            .iter()
            .any(|value| is_reference(value) || wanted.iter().any(|wanted| same(wanted, &text(value)))),
    }
}

fn is_sent(operation: &Operation, name: &str, arguments: &Arguments) -> bool {
    let wire = wire_name(operation, name);
    tree::each(arguments, wire)
        .into_iter()
        .any(|value| value.as_array().is_none_or(|items| !items.is_empty()))
}

fn wire_name<'a>(operation: &'a Operation, name: &'a str) -> &'a str {
    operation.parameter(name).map_or(name, |parameter| parameter.wire_name().as_str())
}

/// Booleans are written in any case.
fn same(wanted: &str, got: &str) -> bool {
    wanted == got
        || (wanted.eq_ignore_ascii_case(got)
            && (got.eq_ignore_ascii_case("true") || got.eq_ignore_ascii_case("false")))
}
