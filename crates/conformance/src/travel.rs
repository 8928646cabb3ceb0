//! A request on its way: encoded, sent by every carrier, received and decoded, it is itself again.

use std::fmt::Debug;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

use contract::{ExampleRole, Operation as Documented};
use serde::de::DeserializeOwned;
use serde_json::Value;
use suite::Plan;
use wire::{AnswerFormat, Arguments, Call, Carrier, Decoded, Operation, Stamp, Wire};

/// The planned arguments of an operation.
pub(crate) fn planned<'p>(plan: &'p Plan, operation: &'p str) -> impl Iterator<Item = Arguments> + 'p {
    let cases = plan.cases.iter().filter(move |case| case.operation == operation);
    cases.map(|case| case.arguments.clone())
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

/// Adds findings to a file, all of one operation at once, as tests run side by side.
pub(crate) fn note(file: &Path, findings: &str) -> io::Result<()> {
    if findings.is_empty() {
        return Ok(());
    }
    OpenOptions::new().create(true).append(true).open(file)?.write_all(findings.as_bytes())
}

fn broken<T: DeserializeOwned>(arguments: &Arguments) -> Option<String> {
    let violations = wire::decode::<T>(arguments).violations;
    (!violations.is_empty()).then(|| violations.to_string())
}
