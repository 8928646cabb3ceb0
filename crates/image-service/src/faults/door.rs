//! Faults in front of the operations: requests that are right, and refused.

use serde_json::Value;
use wire::{Arguments, Caller, Dispatch, Refusal, find};

use super::tampering::Tampering;
use super::{Fault, Faults};

/// Stands before the operations and turns away requests that every page allows.
#[derive(Debug)]
pub struct Door<D> {
    inside: D,
    faults: Faults,
    tampering: Tampering,
}

impl<D> Door<D> {
    /// A door before these operations. Without a fault it is always open.
    pub fn new(inside: D, faults: Faults) -> Self {
        Door { inside, faults, tampering: Tampering::default() }
    }

    fn turned_away(&self, operation: &str, arguments: &Arguments) -> Option<Refusal> {
        self.faults.iter().find_map(|fault| match fault {
            Fault::ValidValueRefused => refused_value(arguments),
            Fault::OptionalParameterDemanded => demanded(operation, arguments),
            _ => None,
        })
    }
}

impl<D: Dispatch> Dispatch for Door<D> {
    fn knows(&self, operation: &str) -> bool {
        self.inside.knows(operation)
    }

    async fn dispatch(
        &self,
        caller: &Caller,
        operation: &str,
        arguments: &Arguments,
    ) -> Result<Value, Refusal> {
        if let Some(refusal) = self.turned_away(operation, arguments) {
            return Err(refusal);
        }
        if self.faults.iter().next().is_none() {
            return self.inside.dispatch(caller, operation, arguments).await;
        }
        let mut arguments = arguments.clone();
        let passage = match self.tampering.before(&self.faults, operation, &mut arguments).await {
            Ok(passage) => passage,
            Err(answer) => return Ok(answer),
        };
        let mut answer = self.inside.dispatch(caller, operation, &arguments).await;
        let mut refused = Value::Null;
        self.tampering.after(&self.faults, &passage, answer.as_mut().unwrap_or(&mut refused));
        answer
    }
}

/// Names that may have 128 characters may have 127, and pages that may have 100 rows may have 99.
fn refused_value(arguments: &Arguments) -> Option<Refusal> {
    let value = |name: &str| find(arguments, name);
    let longest =
        |name: &str| value(name).and_then(Value::as_str).is_some_and(|text| text.chars().count() == 128);
    if ["ImageName", "DestinationImageName"].into_iter().any(longest) {
        let message = "The specified Image name is wrongly formed.";
        return Some(Refusal::new(Some(400), "InvalidImageName.Malformed", message));
    }
    // Numbers travel as text, except in JSON.
    let largest = value("Limit").is_some_and(|limit| *limit == "100" || *limit == 100);
    largest.then(|| Refusal::new(None, "230", "Params [Limit] not available"))
}

/// Copies must have a name.
fn demanded(operation: &str, arguments: &Arguments) -> Option<Refusal> {
    let (name, refusal) = match operation {
        "CopyCustomImage" => {
            ("TargetImageName", Refusal::new(None, "220", "Missing params [TargetImageName]"))
        }
        "CopyImage" => {
            let message = "The input parameter \"DestinationImageName\" that is mandatory for processing this request is not supplied.";
            ("DestinationImageName", Refusal::new(Some(400), "MissingParameter", message))
        }
        _ => return None,
    };
    find(arguments, name).is_none().then_some(refusal)
}
