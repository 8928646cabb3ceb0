//! What a page refuses, with the error that it documents for it.

use contract::{Confidence, Contract, Operation};
use suite::{BrokenRule, Expect, ExpectedError};
use wire::{Arguments, GateTrouble, Refusal, Wire};

/// The refusal of the first rule that the arguments break, of those that the page states for certain.
pub(crate) fn first(
    contract: &Contract,
    operation: &Operation,
    wire: &Wire,
    arguments: &Arguments,
) -> Option<Refusal> {
    let broken = suite::breaks(operation, arguments);
    let rule = broken.iter().find(|rule| rule.confidence == Confidence::Certain)?;
    Some(match suite::answer_to(contract, operation, rule) {
        Expect::Refused { errors } if !errors.is_empty() => documented(&errors[0], rule),
        _ => customary(wire, rule),
    })
}

/// The documented error, its placeholders filled with the parameter's name.
fn documented(error: &ExpectedError, rule: &BrokenRule) -> Refusal {
    let message = error.message.as_deref().unwrap_or_default();
    let filled = ["%s", "[Name]", "<parameter name>", "{0}"]
        .iter()
        .fold(message.to_owned(), |message, placeholder| message.replace(placeholder, &rule.parameter));
    Refusal::new(error.http_status, &*error.code, filled)
}

/// Where the page ties no error to the rule: what gateways of the family say.
fn customary(wire: &Wire, rule: &BrokenRule) -> Refusal {
    let problem = if rule.kind == "presence" { "is missing" } else { "is not valid" };
    wire.style.refusal(&GateTrouble::BadRequest(format!("the parameter `{}` {problem}", rule.parameter)))
}
