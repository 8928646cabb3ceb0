//! Values that the page's own requests show, beside the rules that it states: a rule that an example breaks is not certain.

use std::borrow::Cow;

use contract::{Confidence, Constraint, Example, ExampleRole, Parameter, is_masked, is_random_fill};
use percent_encoding::percent_decode_str;
use source::Location;

use crate::accounting::Ledger;
use crate::diagnostics;
use crate::spellings::shape;

/// Takes the certainty from each rule that a value of the page's own requests breaks, and tells so.
pub(crate) fn doubt(parameters: &mut [Parameter], examples: &[Example], ledger: &mut Ledger<'_>) {
    let certain = |rule: &Constraint| rule.confidence == Confidence::Certain && rule.when.is_none();
    let mut ruled = parameters.iter_mut().filter(|p| p.constraints.iter().any(certain)).peekable();
    if ruled.peek().is_none() {
        return;
    }
    let shown = values(examples);
    for parameter in ruled {
        let name = shape(&parameter.wire_name().value).into_owned();
        for value in shown.iter().filter(|value| value.name == name) {
            let text = value.text();
            let broken = |rule: &&mut Constraint| certain(rule) && breaks(&text, rule);
            let mut broken = parameter.constraints.iter_mut().filter(broken).peekable();
            if broken.peek().is_none() || proves_nothing(&text) {
                continue; // few values break a rule
            }
            for rule in broken {
                rule.confidence = Confidence::Likely;
                let told = diagnostics::request_breaks_rule(value.at.clone(), &parameter.name.value, &text);
                ledger.tell(told.beside(rule.origin.location(), "the rule stands here"));
            }
        }
    }
}

/// A value of a request.
struct Shown<'e> {
    name: Cow<'e, str>,
    raw: &'e str,
    escaped: bool,
    at: &'e Location,
}

impl<'e> Shown<'e> {
    fn text(&self) -> Cow<'e, str> {
        let value = self.raw.trim();
        if self.escaped && value.contains(['+', '%']) {
            let decoded = percent_decode_str(&value.replace('+', " ")).decode_utf8_lossy().into_owned();
            return Cow::Owned(decoded);
        }
        Cow::Borrowed(value)
    }
}

/// The values of all requests but those that were filled in by a machine, which prove nothing.
fn values(examples: &[Example]) -> Vec<Shown<'_>> {
    let requests = examples.iter().filter(|example| example.role == ExampleRole::Request);
    let by_hand = requests.filter(|example| !example.arguments.iter().any(|a| is_random_fill(&a.value)));
    by_hand
        .flat_map(|example| {
            example.arguments.iter().map(move |argument| Shown {
                name: shape(&argument.name),
                raw: &argument.value,
                escaped: example.is_escaped(),
                at: example.origin.location(),
            })
        })
        .collect()
}

/// What is no single value, or hidden.
fn proves_nothing(text: &str) -> bool {
    text.is_empty() || text.starts_with(['[', '{']) || is_masked(text)
}

/// Whether a rule forbids a value. `True` among `true` and `false` is a matter of writing.
fn breaks(value: &str, rule: &Constraint) -> bool {
    !rule.requirement.allows(value) && !rule.requirement.allows(&value.to_lowercase())
}
