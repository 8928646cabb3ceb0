//! Rules across parameters, and the conditions that guard others.

use std::borrow::Cow;

use contract::{Condition, Operation, Rule, RuleKind, Scope};
use wire::Arguments;

use super::{BrokenRule, is_reference, text};
use crate::facts;
use crate::tree::Place;

/// A rule across parameters, its names looked up once.
pub(super) struct Tied<'a> {
    fact: String,
    rule: &'a Rule,
    /// The parameters as they travel.
    places: Vec<Place<'a>>,
    conditions: Vec<Guard<'a>>,
    then: Option<Guard<'a>>,
}

/// A condition, its parameter looked up once.
pub(super) struct Guard<'a> {
    condition: &'a Condition,
    /// The parameter as it travels.
    place: Place<'a>,
    /// What it is when it is absent.
    default: Option<&'a str>,
}

/// The rules across parameters that a request alone can break.
pub(super) fn of(operation: &Operation) -> Vec<Tied<'_>> {
    // What the wire sends by itself is not among the arguments.
    let common = |name: &String| operation.parameter(name).is_some_and(|p| p.scope == Scope::Common);
    let rules = facts::rule_ids(operation).into_iter().zip(&operation.rules);
    rules
        .filter(|(_, rule)| rule.kind.is_checked() && !rule.parameters.iter().any(common))
        .map(|(fact, rule)| Tied {
            fact,
            rule,
            places: rule.parameters.iter().map(|name| place(operation, name)).collect(),
            conditions: rule.conditions().map(|condition| Guard::of(operation, condition)).collect(),
            then: rule.then.as_ref().map(|condition| Guard::of(operation, condition)),
        })
        .collect()
}

impl Tied<'_> {
    /// Adds the rule if the arguments break it.
    pub(super) fn check(&self, arguments: &Arguments, broken: &mut Vec<BrokenRule>) {
        if self.is_broken(arguments) {
            broken.push(BrokenRule {
                fact: self.fact.clone(),
                parameter: self.rule.parameters.first().cloned().unwrap_or_default(),
                kind: Cow::Borrowed("rule"),
                confidence: self.rule.confidence,
            });
        }
    }

    fn is_broken(&self, arguments: &Arguments) -> bool {
        let sent = |place: &Place<'_>| is_sent(place, arguments);
        let applies = || self.conditions.iter().all(|guard| guard.holds(arguments));
        match self.rule.kind {
            RuleKind::RequiredIf => {
                self.rule.when.is_some() && self.places.first().is_some_and(|place| !sent(place)) && applies()
            }
            RuleKind::Exclusive => self.places.iter().filter(|place| sent(place)).count() > 1 && applies(),
            RuleKind::OneOf => !self.places.is_empty() && !self.places.iter().any(sent) && applies(),
            RuleKind::Requires => match &self.then {
                Some(then) => self.rule.when.is_some() && !then.holds(arguments) && applies(),
                None => false,
            },
            _ => false,
        }
    }
}

impl<'a> Guard<'a> {
    pub(super) fn of(operation: &'a Operation, condition: &'a Condition) -> Self {
        let parameter = operation.parameter(&condition.parameter);
        Self {
            condition,
            place: place(operation, &condition.parameter),
            default: parameter.and_then(contract::Parameter::default_value),
        }
    }

    pub(super) fn holds(&self, arguments: &Arguments) -> bool {
        self.has(arguments) != self.condition.not
    }

    /// An absent parameter has its documented default.
    fn has(&self, arguments: &Arguments) -> bool {
        let Some(wanted) = &self.condition.equals else { return is_sent(&self.place, arguments) };
        let values = self.place.each(arguments);
        if values.is_empty() {
            return self.default.is_some_and(|default| wanted.iter().any(|value| same(value, default)));
        }
        values
            .iter()
            .any(|value| is_reference(value) || wanted.iter().any(|wanted| same(wanted, &text(value))))
    }
}

fn is_sent(place: &Place<'_>, arguments: &Arguments) -> bool {
    place.each(arguments).iter().any(|value| value.as_array().is_none_or(|items| !items.is_empty()))
}

fn place<'a>(operation: &'a Operation, name: &'a str) -> Place<'a> {
    Place::of(operation.parameter(name).map_or(name, |parameter| parameter.wire_name().as_str()))
}

/// Booleans are written in any case.
fn same(wanted: &str, got: &str) -> bool {
    wanted == got
        || (wanted.eq_ignore_ascii_case(got)
            && (got.eq_ignore_ascii_case("true") || got.eq_ignore_ascii_case("false")))
}
