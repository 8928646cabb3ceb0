//! The rules that a request breaks. Written apart from the strategies that make requests: it is their proof.

mod across;
mod value;

use std::borrow::Cow;

use contract::{Confidence, Constraint, Operation, Parameter, Path, Presence, Requirement, Segment, Type};
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
    let sheet = Sheet::of(operation);
    let mut broken = Vec::new();
    for parameter in &sheet.parameters {
        of_parameter(&sheet, parameter, arguments, &mut broken);
    }
    across::check(operation, arguments, &mut broken);
    broken
}

fn of_parameter(
    sheet: &Sheet<'_>,
    parameter: &Parameter,
    arguments: &Arguments,
    broken: &mut Vec<BrokenRule>,
) {
    let operation = sheet.operation;
    let tell = |fact: String, kind: &'static str, confidence| BrokenRule {
        fact,
        parameter: parameter.name.value.clone(),
        kind: Cow::Borrowed(kind),
        confidence,
    };
    if let Some(confidence) = absence(sheet, parameter, arguments) {
        broken.push(tell(facts::about(&operation.name, parameter, "presence"), "presence", confidence));
    }
    let values = values(parameter, arguments);
    if values.iter().any(|value| !is_reference(value) && !value::has_type(&parameter.ty.value, value)) {
        broken.push(tell(facts::about(&operation.name, parameter, "type"), "type", Confidence::Certain));
        return;
    }
    for (fact, constraint) in
        facts::constraint_ids(&operation.name, parameter).into_iter().zip(&parameter.constraints)
    {
        if across::holds_or_always(operation, constraint, arguments)
            && breaks_constraint(parameter, constraint, arguments, &values)
        {
            broken.push(tell(fact, constraint.requirement.kind(), constraint.confidence));
        }
    }
}

/// The single values of a parameter: the items where it is a list.
fn values<'a>(parameter: &Parameter, arguments: &'a Arguments) -> Vec<&'a Value> {
    let found = tree::each(arguments, &parameter.wire_name);
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
        let count = tree::count(arguments, &parameter.wire_name) as u64;
        return count > 0 && (min.is_some_and(|min| count < min) || max.is_some_and(|max| count > max));
    }
    let ty = parameter.ty.value.innermost();
    values.iter().any(|value| !is_reference(value) && !meets(&constraint.requirement, ty, value))
}

/// Whether a required parameter is missing, and how sure that is.
fn absence(sheet: &Sheet<'_>, parameter: &Parameter, arguments: &Arguments) -> Option<Confidence> {
    if parameter.presence.value != Presence::Required {
        return None;
    }
    let name = parameter.wire_name.as_str();
    let sent = tree::each(arguments, name).into_iter().any(|value| *value != Value::Array(Vec::new()));
    if sheet.is_plainly_required(parameter) {
        return (!sent).then_some(Confidence::Certain);
    }
    let nested = matches!(Path::of(name).segments().last(), Some(Segment::Name(_)));
    let holders = tree::holders(arguments, name);
    if nested && !holders.is_empty() {
        let member = |holder: &&Value| holder.get(Path::of(name).leaf()).is_none_or(Value::is_null);
        return holders.iter().any(member).then_some(Confidence::Certain);
    }
    // The row may speak of each item only, and there is none.
    let needed = sheet.need(parameter) == crate::sheet::Need::Always;
    (!sent && needed).then_some(Confidence::Likely)
}
