//! Values that the page's own requests show, beside the rules that it states: a rule that an example breaks is not certain.

use contract::{Confidence, Constraint, Example, ExampleRole, Parameter, is_masked, is_random_fill};
use percent_encoding::percent_decode_str;
use source::Location;

use crate::accounting::Ledger;
use crate::diagnostics;
use crate::spellings::shape;

/// Takes the certainty from each rule that a value of the page's own requests breaks, and tells so.
pub(crate) fn doubt(parameters: &mut [Parameter], examples: &[Example], ledger: &mut Ledger<'_>) {
    let mut ruled = parameters.iter_mut().filter(|parameter| !parameter.constraints.is_empty()).peekable();
    if ruled.peek().is_none() {
        return;
    }
    let shown = values(examples);
    for parameter in ruled {
        let name = shape(&parameter.wire_name().value).into_owned();
        for value in shown.iter().filter(|value| shape(value.name) == name) {
            for rule in parameter.constraints.iter_mut().filter(|rule| is_broken(rule, &value.text)) {
                rule.confidence = Confidence::Likely;
                let told =
                    diagnostics::request_breaks_rule(value.at.clone(), &parameter.name.value, &value.text);
                ledger.tell(told.beside(rule.origin.location(), "the rule stands here"));
            }
        }
    }
}

/// A value of a request.
struct Shown<'e> {
    name: &'e str,
    text: String,
    at: &'e Location,
}

/// The single values of all requests; what is hidden or was filled in by a machine proves nothing.
fn values(examples: &[Example]) -> Vec<Shown<'_>> {
    let requests = examples.iter().filter(|example| example.role == ExampleRole::Request);
    let by_hand = requests.filter(|example| !example.arguments.iter().any(|a| is_random_fill(&a.value)));
    by_hand
        .flat_map(|example| {
            example.arguments.iter().map(move |argument| Shown {
                name: &argument.name,
                text: plain(&argument.value, example.is_escaped()),
                at: example.origin.location(),
            })
        })
        .filter(|shown| {
            !shown.text.is_empty() && !is_masked(&shown.text) && !shown.text.starts_with(['[', '{'])
        })
        .collect()
}

fn plain(value: &str, escaped: bool) -> String {
    let value = value.trim();
    if escaped {
        percent_decode_str(&value.replace('+', " ")).decode_utf8_lossy().into_owned()
    } else {
        value.to_owned()
    }
}

/// Whether a certain rule, which holds in every case, forbids the value. `True` among `true` and `false` is a matter of
/// writing.
fn is_broken(rule: &Constraint, value: &str) -> bool {
    rule.confidence == Confidence::Certain
        && rule.when.is_none()
        && !rule.requirement.allows(value)
        && !rule.requirement.allows(&value.to_lowercase())
}
