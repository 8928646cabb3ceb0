//! A request on its way: encoded, sent by every carrier, received and decoded, it is itself again.

use std::fmt::Debug;

use contract::{ExampleRole, Operation as Documented};
use serde::de::DeserializeOwned;
use serde_json::Value;
use suite::Plan;
use wire::{AnswerFormat, Arguments, Call, Carrier, Decoded, Operation, Stamp, Wire};

/// Texts that have a meaning to something on the way.
const TEXTS: &[&str] = &[
    "",
    " ",
    "a b&c=d+e%2F#?",
    "镜像",
    "\"quoted\"",
    "[1]",
    "{\"a\":1}",
    "true",
    "1.0",
    "null",
    "\u{1f980}",
];

/// Requests of an operation that break no rule: those of the plan, and each of them with other texts in it.
pub(crate) fn requests<R: Operation>(plan: &Plan) -> impl Iterator<Item = R> {
    let cases = plan.cases.iter().filter(|case| case.operation == R::NAME);
    let trees = cases.flat_map(|case| {
        let others = TEXTS.iter().flat_map(|text| changed(&case.arguments, text));
        std::iter::once(case.arguments.clone()).chain(others)
    });
    trees.filter_map(|tree| {
        let Decoded { value, violations } = wire::decode::<R>(&tree);
        (violations.is_empty() && value.validate().is_ok()).then_some(value)
    })
}

/// The arguments with one of the texts at the top replaced, each in turn.
fn changed(arguments: &Arguments, text: &str) -> Vec<Arguments> {
    let texts = arguments.iter().filter(|(_, value)| value.is_string());
    let change = |(name, _): (&String, &Value)| {
        let mut arguments = arguments.clone();
        arguments.insert(name.clone(), Value::from(text));
        arguments
    };
    texts.map(change).collect()
}

/// Sends a request by each carrier and receives it; what came when it is another one.
pub(crate) fn lost<R: Operation + PartialEq + Debug>(request: &R, wire: &Wire) -> Result<(), String> {
    let arguments = wire::encode(request);
    for carrier in [Carrier::Query, Carrier::Form, Carrier::Json] {
        let stamp = Stamp { unix_millis: 0, nonce: String::new() };
        let call = Call {
            operation: Some(R::NAME),
            arguments: &arguments,
            credentials: None,
            stamp: &stamp,
            carrier,
            signature: wire.usual_signature(),
            answer: AnswerFormat::Json,
        };
        let told = |what: String| format!("{} by {carrier:?}: {what}; sent {request:?}", R::NAME);
        let sent = wire.request(&wire.endpoint, &call).map_err(|error| told(error.to_string()))?;
        let (operation, received) = wire.received(&sent).map_err(|trouble| told(format!("{trouble:?}")))?;
        if operation.as_deref() != Some(R::NAME) {
            return Err(told(format!("arrived as {operation:?}")));
        }
        let Decoded { value, violations } = wire::decode::<R>(&received);
        if !violations.is_empty() {
            return Err(told(violations.to_string()));
        }
        // What a page leaves open has no type to be read as: it arrives as text, except in JSON.
        let texts = |request: &R| wire::pairs(&wire::encode(request), wire.list_base);
        if value != *request && (carrier == Carrier::Json || texts(&value) != texts(request)) {
            return Err(told(format!("arrived {value:?}")));
        }
    }
    Ok(())
}

/// The documented examples of an operation that its types can't read, with the line of the page.
pub(crate) fn unreadable<R: Operation>(operation: &Documented) -> Vec<String> {
    let mut findings = Vec::new();
    for example in &operation.examples {
        let broken = match example.role {
            ExampleRole::Request if !example.arguments.is_empty() => {
                let given =
                    example.arguments.iter().map(|argument| (argument.name.clone(), argument.value.clone()));
                broken::<R>(&wire::tree(given))
            }
            ExampleRole::Response => match example.json() {
                Some(Value::Object(fields)) => broken::<R::Answer>(&fields),
                _ => continue,
            },
            _ => continue,
        };
        let at = example.origin.location();
        findings
            .extend(broken.map(|broken| format!("finding: {at}: {}: the example: {broken}", operation.name)));
    }
    findings
}

fn broken<T: DeserializeOwned>(arguments: &Arguments) -> Option<String> {
    let violations = wire::decode::<T>(arguments).violations;
    (!violations.is_empty()).then(|| violations.to_string())
}
