//! Rules of one parameter that no value can keep.

use contract::{Constraint, Limit, Operation, Parameter, Requirement};
use source::Diagnostic;

use crate::diagnostics;

/// Tells of rules that contradict each other: ends of a range, a length or a count that cross.
pub(crate) fn check(operation: &Operation, findings: &mut Vec<Diagnostic>) {
    for parameter in &operation.parameters {
        for (one, other) in crossed(parameter) {
            findings.push(diagnostics::no_value_left(&parameter.name.value, one, other));
        }
    }
}

/// Pairs of rules of which the first forbids all that the other one allows. A rule can contradict itself.
fn crossed(parameter: &Parameter) -> Vec<(&Constraint, &Constraint)> {
    let always: Vec<&Constraint> = parameter.constraints.iter().filter(|c| c.when.is_none()).collect();
    let mut pairs = Vec::new();
    for (at, one) in always.iter().enumerate() {
        for other in &always[at..] {
            let same = std::mem::discriminant(&one.requirement) == std::mem::discriminant(&other.requirement);
            if same
                && (is_empty(&one.requirement, &other.requirement)
                    || is_empty(&other.requirement, &one.requirement))
            {
                pairs.push((*one, *other));
            }
        }
    }
    pairs
}

/// Whether the lower end of one lies above the upper end of the other.
fn is_empty(low: &Requirement, high: &Requirement) -> bool {
    let whole = |value: u64| Limit { value: value as f64, inclusive: true };
    let (low, high) = match (low, high) {
        (Requirement::Length { min, unit, .. }, Requirement::Length { max, unit: other, .. })
            if unit == other =>
        {
            (min.map(whole), max.map(whole))
        }
        (Requirement::Count { min, .. }, Requirement::Count { max, .. }) => (min.map(whole), max.map(whole)),
        (Requirement::Range { min, .. }, Requirement::Range { max, .. }) => (*min, *max),
        _ => return false,
    };
    let (Some(low), Some(high)) = (low, high) else { return false };
    low.value > high.value || (low.value == high.value && !(low.inclusive && high.inclusive))
}
