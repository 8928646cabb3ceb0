//! The rules that a request breaks. Written apart from the strategies that make requests: it is their proof.

mod across;
mod value;

use std::borrow::Cow;

use contract::{
    Confidence, Constraint, Operation, Parameter, Path, Presence, Requirement, Rule, Segment, Type,
};
use serde_json::Value;
use wire::Arguments;

use crate::facts;
use crate::sheet::Sheet;
use crate::tree;

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
    sheet: Sheet<'a>,
    rows: Vec<Row<'a>>,
    rules: Vec<(String, &'a Rule)>,
}

/// A parameter with the ids of its facts.
struct Row<'a> {
    parameter: &'a Parameter,
    presence: Option<String>,
    is_plainly_required: bool,
    ty: String,
    constraints: Vec<(String, &'a Constraint)>,
}

impl<'a> Checker<'a> {
    /// The checker of an operation.
    pub(crate) fn of(operation: &'a Operation) -> Self {
        let sheet = Sheet::of(operation);
        let name = operation.name.as_str();
        let row = |parameter: &&'a Parameter| Row {
            parameter,
            presence: (parameter.presence.value == Presence::Required)
                .then(|| facts::about(name, parameter, "presence")),
            is_plainly_required: sheet.is_plainly_required(parameter),
            ty: facts::about(name, parameter, "type"),
            constraints: facts::constraint_ids(name, parameter)
                .into_iter()
                .zip(&parameter.constraints)
                .filter(|(_, constraint)| !matches!(constraint.requirement, Requirement::Default { .. }))
                .collect(),
        };
        let rows = sheet.parameters.iter().map(row).collect();
        let checked = |(_, rule): &(String, &Rule)| rule.kind.is_checked();
        let rules = facts::rule_ids(operation).into_iter().zip(&operation.rules).filter(checked).collect();
        Self { sheet, rows, rules }
    }

    /// Every rule that the arguments break, in page order.
    pub(crate) fn broken(&self, arguments: &Arguments) -> Vec<BrokenRule> {
        let mut broken = Vec::new();
        for row in &self.rows {
            self.of_row(row, arguments, &mut broken);
        }
        across::check(self.sheet.operation, &self.rules, arguments, &mut broken);
        broken
    }

    fn of_row(&self, row: &Row<'_>, arguments: &Arguments, broken: &mut Vec<BrokenRule>) {
        let parameter = row.parameter;
        let tell = |fact: &String, kind: &'static str, confidence| BrokenRule {
            fact: fact.clone(),
            parameter: parameter.name.value.clone(),
            kind: Cow::Borrowed(kind),
            confidence,
        };
        let values = values(parameter, arguments);
        if let Some(fact) = &row.presence
            && let Some(confidence) =
                self.absence(row, arguments, values.iter().all(|value| is_empty_list(value)))
        {
            broken.push(tell(fact, "presence", confidence));
        }
        if values.is_empty() {
            return;
        }
        if values.iter().any(|value| !is_reference(value) && !value::has_type(&parameter.ty.value, value)) {
            broken.push(tell(&row.ty, "type", Confidence::Certain));
            return;
        }
        for (fact, constraint) in &row.constraints {
            if breaks_constraint(parameter, constraint, arguments, &values)
                && across::holds_or_always(self.sheet.operation, constraint, arguments)
            {
                broken.push(tell(fact, constraint.requirement.kind(), constraint.confidence));
            }
        }
    }

    /// Whether a required parameter is missing, and how sure that is.
    fn absence(&self, row: &Row<'_>, arguments: &Arguments, nothing: bool) -> Option<Confidence> {
        if row.is_plainly_required {
            return nothing.then_some(Confidence::Certain);
        }
        let name = row.parameter.wire_name().as_str();
        let nested = matches!(Path::of(name).segments().last(), Some(Segment::Name(_)));
        let holders = tree::holders(arguments, name);
        if nested && !holders.is_empty() {
            let member = |holder: &&Value| holder.get(Path::of(name).leaf()).is_none_or(Value::is_null);
            return holders.iter().any(member).then_some(Confidence::Certain);
        }
        // The row may speak of each item only, and there is none.
        let needed = self.sheet.need(row.parameter) == crate::sheet::Need::Always;
        (nothing && needed).then_some(Confidence::Likely)
    }
}

fn is_empty_list(value: &Value) -> bool {
    value.as_array().is_some_and(Vec::is_empty)
}

/// The single values of a parameter: the items where it is a list.
fn values<'a>(parameter: &Parameter, arguments: &'a Arguments) -> Vec<&'a Value> {
    let found = tree::each(arguments, parameter.wire_name());
    if !matches!(parameter.ty.value, Type::Array { .. }) {
        return found;
    }
    let items = |value: &'a Value| match value {
        Value::Array(items) => items.iter().collect(),
        alone => vec![alone],
    };
    found.into_iter().flat_map(items).collect()
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
