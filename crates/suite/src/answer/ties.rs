//! Rules across the fields that stand beside each other in an answer.
//!
//! Answers write "nothing" in many ways: no member, null, an empty text or list, zero, a switch that is off. A rule is broken
//! only where that makes no difference.

use std::borrow::Cow;

use contract::{Condition, Confidence, Field, Rule, RuleKind};
use serde_json::{Map, Value};

use super::table::Shown;
use crate::broken::text;

/// A certain rule across fields, its names looked up once.
pub(super) struct Tie<'a> {
    pub(super) shown: Shown,
    pub(super) rule: &'a Rule,
    /// The fields as they travel.
    names: Vec<&'a str>,
    conditions: Vec<When<'a>>,
    then: Option<When<'a>>,
}

/// A condition on a field.
struct When<'a> {
    name: &'a str,
    condition: &'a Condition,
}

/// Whether an answer can break a rule that stands among these fields.
pub(crate) fn is_judged(rule: &Rule, beside: &[Field]) -> bool {
    rule.confidence == Confidence::Certain && Tie::of(0, rule, beside).is_some()
}

impl<'a> Tie<'a> {
    /// `None` where one of its names is not beside it in the body, or an answer can't tell whether it holds.
    pub(super) fn of(shown: Shown, rule: &'a Rule, beside: &'a [Field]) -> Option<Self> {
        let name = |name: &String| {
            let field = beside.iter().find(|field| field.name.value == *name && !field.is_header())?;
            Some(field.wire_name().as_str()).filter(|name| !name.contains('.'))
        };
        let when = |condition: &'a Condition| Some(When { name: name(&condition.parameter)?, condition });
        let least = match rule.kind {
            RuleKind::RequiredIf | RuleKind::Requires => rule.when.as_ref().map(|_| 1)?,
            RuleKind::OneOf => 1,
            RuleKind::IgnoredIf | RuleKind::EffectiveIf => return None,
            _ => 2,
        };
        let names: Vec<&str> = rule.parameters.iter().map(name).collect::<Option<_>>()?;
        let then = rule.then.as_ref().map(when);
        let then = if rule.kind == RuleKind::Requires { Some(then??) } else { None };
        let conditions = rule.conditions().map(when).collect::<Option<_>>()?;
        (names.len() >= least).then_some(Self { shown, rule, names, conditions, then })
    }

    /// Whether the members of an object keep the rule; `None` where it says nothing of them.
    pub(super) fn is_kept(&self, members: &Map<String, Value>) -> Option<bool> {
        if !self.conditions.iter().all(|when| when.holds(members) == Some(true)) {
            return None;
        }
        let given = || self.names.iter().filter(|name| is_given(members, name)).count();
        match self.rule.kind {
            RuleKind::RequiredIf => Some(is_there(members, self.names.first()?)),
            RuleKind::Exclusive => Some(given() < 2),
            RuleKind::OneOf => Some(self.names.iter().any(|name| is_there(members, name))),
            RuleKind::Requires => self.then.as_ref()?.holds(members),
            kind => compared(
                kind,
                given_value(members, self.names.first()?)?,
                given_value(members, self.names.get(1)?)?,
            ),
        }
    }

    /// What the members have of the fields that it ties together.
    pub(super) fn told(&self, members: &Map<String, Value>) -> String {
        let conditions = self.conditions.iter().chain(&self.then).map(|when| when.name);
        let mut told: Vec<String> = Vec::new();
        for name in self.names.iter().copied().chain(conditions) {
            let one = match members.get(name) {
                Some(value) => format!("`{name}` is {}", super::short(value)),
                None => format!("no `{name}`"),
            };
            if !told.contains(&one) {
                told.push(one);
            }
        }
        told.join(", ")
    }
}

impl When<'_> {
    /// `None` where nothing tells.
    fn holds(&self, members: &Map<String, Value>) -> Option<bool> {
        let Condition { equals, not, .. } = self.condition;
        match equals {
            Some(values) => {
                let value = text(given_value(members, self.name)?);
                Some(values.iter().any(|wanted| wanted.eq_ignore_ascii_case(&value)) != *not)
            }
            // Between there and given nothing is certain.
            None if is_given(members, self.name) => Some(!not),
            None if !is_there(members, self.name) => Some(*not),
            None => None,
        }
    }
}

fn is_there(members: &Map<String, Value>, name: &str) -> bool {
    members.get(name).is_some_and(|value| !value.is_null())
}

fn is_given(members: &Map<String, Value>, name: &str) -> bool {
    given_value(members, name).is_some()
}

/// The value of a field, unless it may mean that there is none.
fn given_value<'v>(members: &'v Map<String, Value>, name: &str) -> Option<&'v Value> {
    members.get(name).filter(|value| match value {
        Value::Null | Value::Bool(false) => false,
        Value::Bool(true) => true,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !matches!(text.trim(), "" | "0" | "false" | "False"),
        Value::Array(items) => !items.is_empty(),
        Value::Object(members) => !members.is_empty(),
    })
}

/// Numbers are compared as numbers; text is the same or another, and neither more nor less.
fn compared(kind: RuleKind, one: &Value, other: &Value) -> Option<bool> {
    if [one, other].iter().any(|value| value.is_array() || value.is_object()) {
        return None;
    }
    let (one, other): (Cow<'_, str>, Cow<'_, str>) = (text(one), text(other));
    let number = |text: &str| text.trim().parse::<f64>().ok().filter(|number| number.is_finite());
    let numbers = number(&one).zip(number(&other));
    let same = numbers.map_or(one == other, |(one, other)| one == other);
    match kind {
        RuleKind::Equal => Some(same),
        RuleKind::NotEqual => Some(!same),
        RuleKind::Greater => numbers.map(|(one, other)| one > other),
        RuleKind::AtLeast => numbers.map(|(one, other)| one >= other),
        RuleKind::Less => numbers.map(|(one, other)| one < other),
        RuleKind::AtMost => numbers.map(|(one, other)| one <= other),
        _ => None,
    }
}
