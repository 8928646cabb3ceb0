//! Resources that a request needs, made by calling other documented operations.

use contract::Parameter;
use serde_json::{Map, Value};
use wire::Arguments;

use super::{Ask, Composer};
use crate::bindings::{Binding, Made};
use crate::{Fixture, Wait};

/// A resource of a resource of a resource: beyond this the bindings run in a circle.
const DEEPEST: usize = 4;

impl<'a> Composer<'a> {
    /// The fixtures that make a resource, those that it needs itself first.
    pub(crate) fn make(&self, label: &str, made: &Made, ask: &Ask<'_>) -> Result<Vec<Fixture>, String> {
        let salt = format!("{}#{label}", ask.id);
        let (arguments, mut fixtures) = self.call(&made.call, &made.with, &salt, ask.first, label)?;
        let wait = match &made.wait {
            None => None,
            Some(ready) => {
                let (arguments, none) = self.call(&ready.call, &ready.with, &salt, ask.first, label)?;
                if !none.is_empty() {
                    return Err(format!(
                        "asking `{}` whether `{label}` is ready would need other resources",
                        ready.call
                    ));
                }
                let (call, field, is) = (ready.call.clone(), ready.field.clone(), ready.is.clone());
                Some(Wait { call, arguments, field, is })
            }
        };
        fixtures.push(Fixture {
            name: label.to_owned(),
            call: made.call.clone(),
            arguments,
            take: made.take.clone(),
            wait,
        });
        Ok(fixtures)
    }

    /// The arguments of a call outside the case, required ones completed from their own bindings.
    fn call(
        &self,
        call: &str,
        with: &Map<String, Value>,
        salt: &str,
        first: bool,
        label: &str,
    ) -> Result<(Arguments, Vec<Fixture>), String> {
        if self.owners.len() >= DEEPEST {
            return Err(format!("the bindings that make `{label}` run in a circle"));
        }
        let operation = self
            .contract
            .operation(call)
            .ok_or_else(|| format!("a binding calls `{call}`, which no page documents"))?;
        let callee = self.callee(operation, label);
        let mut fixtures = Vec::new();
        let mut ask = Ask { id: salt, first, ..Ask::default() };
        let mut fixed = Vec::new();
        for (name, value) in with {
            let parameter = callee.sheet.parameter(name).ok_or_else(|| {
                format!("a binding calls `{call}` with `{name}`, which its page does not document")
            })?;
            let given = callee.bound(parameter, &named(value, label)?, &ask)?;
            fixtures.extend(given.fixtures);
            fixed.push((parameter, given.value));
        }
        ask.fixed = fixed;
        let draft =
            callee.compose(&ask).map_err(|reason| format!("calling `{call}` for `{label}`: {reason}"))?;
        fixtures.extend(draft.fixtures);
        Ok((draft.arguments, fixtures))
    }

    /// A request with some parameters set by bindings of its own, as errors and examples need it.
    pub(crate) fn compose_with(
        &self,
        mut ask: Ask<'a>,
        bound: Vec<(&'a Parameter, &Binding)>,
    ) -> Result<super::Draft, String> {
        let mut fixtures = Vec::new();
        for (parameter, binding) in bound {
            if matches!(binding, Binding::Omit { .. }) {
                ask.without.push(&parameter.name);
                continue;
            }
            let given = self.bound(parameter, binding, &ask)?;
            fixtures.extend(given.fixtures);
            ask.fixed.push((parameter, given.value));
        }
        let mut draft = self.compose(&ask)?;
        fixtures.append(&mut draft.fixtures);
        draft.fixtures = fixtures;
        Ok(draft)
    }
}

/// A value of `with`: a binding, where `$` is the resource itself.
fn named(value: &Value, label: &str) -> Result<Binding, String> {
    match value.as_str() {
        Some("$") => Ok(Binding::Literal(Value::String(format!("${label}")))),
        _ => Binding::read(value.clone()),
    }
}
