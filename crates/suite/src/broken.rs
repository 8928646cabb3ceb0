//! The rules that a request breaks. Written apart from the strategies that make requests: it is their proof.

mod across;
mod value;

use std::borrow::Cow;

use contract::{Confidence, Constraint, Operation, Parameter, Path, Presence, Requirement, Segment, Type};
use rustc_hash::FxHashMap;
use serde_json::Value;
use smallvec::SmallVec;
use wire::Arguments;

use crate::facts;
use crate::sheet::{Need, Sheet};
use crate::tree::{self, Found, Place};
use across::{Guard, Tied};

pub(crate) use value::{has_type, is_reference, meets, text};

/// A documented rule that a request breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenRule {
    /// The id of the fact.
    pub fact: String,
    /// The parameter; for rules across parameters the first of them.
    pub parameter: String,
    /// `presence`, `type`, the kind of the constraint, or `rule`.
    pub kind: Cow<'static, str>,
    /// How sure the reader is of the rule.
    pub confidence: Confidence,
}

/// Every documented rule that the arguments break, the doubtful ones too, in page order.
///
/// A value that can't be read as its type breaks `type` and is held to nothing else; a `$name` that stands for a
/// resource which does not exist yet is held to nothing at all.
pub fn breaks(operation: &Operation, arguments: &Arguments) -> Vec<BrokenRule> {
    Checker::of(operation).broken(arguments)
}

/// Finds what requests of one operation break; the page is gone through once, not with each request.
pub(crate) struct Checker<'a> {
    rows: Vec<Row<'a>>,
    /// The rows that a first name can stand for: a request has few names, a page many rows.
    named: FxHashMap<&'a str, Vec<usize>>,
    rules: Vec<Tied<'a>>,
}

/// A parameter with the ids of its facts.
struct Row<'a> {
    parameter: &'a Parameter,
    place: Place<'a>,
    required: Option<Required>,
    ty: String,
    constraints: Vec<Held<'a>>,
}

/// That a parameter is required.
struct Required {
    fact: String,
    /// Leaving it out of a whole request breaks its row.
    plainly: bool,
    /// The page says that every request has it.
    always: bool,
}

/// A constraint, and when it holds.
struct Held<'a> {
    fact: String,
    constraint: &'a Constraint,
    when: Option<Guard<'a>>,
}

impl<'a> Checker<'a> {
    /// The checker of an operation.
    pub(crate) fn of(operation: &'a Operation) -> Self {
        let sheet = Sheet::of(operation);
        let name = operation.name.as_str();
        let held = |(fact, constraint): (String, &'a Constraint)| Held {
            fact,
            constraint,
            when: constraint.when.as_ref().map(|condition| Guard::of(operation, condition)),
        };
        let row = |parameter: &&'a Parameter| Row {
            parameter,
            place: Place::of(parameter.wire_name()),
            required: (parameter.presence.value == Presence::Required).then(|| Required {
                fact: facts::about(name, parameter, "presence"),
                plainly: sheet.is_plainly_required(parameter),
                always: sheet.need(parameter) == Need::Always,
            }),
            ty: facts::about(name, parameter, "type"),
            constraints: facts::constraint_ids(name, parameter)
                .into_iter()
                .zip(&parameter.constraints)
                .filter(|(_, constraint)| !matches!(constraint.requirement, Requirement::Default { .. }))
                .map(held)
                .collect(),
        };
        let rows: Vec<Row<'_>> = sheet.parameters.iter().map(row).collect();
        let mut named: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (at, row) in rows.iter().enumerate() {
            let name = row.place.name();
            let root = name.split('.').next().unwrap_or(name);
            named.entry(root).or_default().push(at);
            if root != name {
                // Arguments may hold a dotted name as it is.
                named.entry(name).or_default().push(at);
            }
        }
        Self { rows, named, rules: across::of(operation) }
    }

    /// Every rule that the arguments break, in page order.
    pub(crate) fn broken(&self, arguments: &Arguments) -> Vec<BrokenRule> {
        let mut broken = Vec::new();
        let mut perhaps_sent: SmallVec<[bool; 64]> = SmallVec::from_elem(false, self.rows.len());
        for at in arguments.keys().filter_map(|name| self.named.get(name.as_str())).flatten() {
            perhaps_sent[*at] = true;
        }
        for (row, perhaps_sent) in self.rows.iter().zip(perhaps_sent) {
            if perhaps_sent || row.required.is_some() {
                row.check(arguments, &mut broken);
            }
        }
        self.rules.iter().for_each(|rule| rule.check(arguments, &mut broken));
        broken
    }
}

impl Row<'_> {
    fn check(&self, arguments: &Arguments, broken: &mut Vec<BrokenRule>) {
        let parameter = self.parameter;
        let tell = |fact: &String, kind: &'static str, confidence| BrokenRule {
            fact: fact.clone(),
            parameter: parameter.name.value.clone(),
            kind: Cow::Borrowed(kind),
            confidence,
        };
        let values = self.values(arguments);
        if let Some(required) = &self.required
            && let Some(confidence) =
                self.absence(required, arguments, values.iter().all(|value| is_empty_list(value)))
        {
            broken.push(tell(&required.fact, "presence", confidence));
        }
        if values.is_empty() {
            return;
        }
        if values.iter().any(|value| !is_reference(value) && !value::has_type(&parameter.ty.value, value)) {
            broken.push(tell(&self.ty, "type", Confidence::Certain));
            return;
        }
        for Held { fact, constraint, when } in &self.constraints {
            if breaks_constraint(parameter, constraint, arguments, &values)
                && when.as_ref().is_none_or(|when| when.holds(arguments))
            {
                broken.push(tell(fact, constraint.requirement.kind(), constraint.confidence));
            }
        }
    }

    /// The single values of the parameter: the items where it is a list.
    fn values<'v>(&self, arguments: &'v Arguments) -> Found<'v> {
        let found = self.place.each(arguments);
        let lists = matches!(self.parameter.ty.value, Type::Array { .. });
        if !lists || !found.iter().any(|value| value.is_array()) {
            return found;
        }
        let mut values = Found::new();
        for value in found {
            match value {
                Value::Array(items) => values.extend(items),
                alone => values.push(alone),
            }
        }
        values
    }

    /// Whether a required parameter is missing, and how sure that is.
    fn absence(&self, required: &Required, arguments: &Arguments, nothing: bool) -> Option<Confidence> {
        if required.plainly {
            return nothing.then_some(Confidence::Certain);
        }
        let name = self.place.name();
        let nested = matches!(Path::of(name).segments().last(), Some(Segment::Name(_)));
        let holders = tree::holders(arguments, name);
        if nested && !holders.is_empty() {
            let member = |holder: &&Value| holder.get(Path::of(name).leaf()).is_none_or(Value::is_null);
            return holders.iter().any(member).then_some(Confidence::Certain);
        }
        // The row may speak of each item only, and there is none.
        (nothing && required.always).then_some(Confidence::Likely)
    }
}

fn is_empty_list(value: &Value) -> bool {
    value.as_array().is_some_and(Vec::is_empty)
}

fn breaks_constraint(
    parameter: &Parameter,
    constraint: &Constraint,
    arguments: &Arguments,
    values: &[&Value],
) -> bool {
    if let Requirement::Count { min, max } = &constraint.requirement {
        let count = tree::count(arguments, parameter.wire_name()) as u64;
        return count > 0 && (min.is_some_and(|min| count < min) || max.is_some_and(|max| count > max));
    }
    let ty = parameter.ty.value.innermost();
    values.iter().any(|value| !is_reference(value) && !meets(&constraint.requirement, ty, value))
}
