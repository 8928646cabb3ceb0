//! The documented requests themselves, with what only the target knows put in.

use contract::{Argument, Example, ExampleRole, Parameter, Path, Type};
use serde_json::Value;

use crate::compose::{Ask, Draft};
use crate::nature::{self, Nature};
use crate::plan::Sketch;
use crate::sheet::Need;
use crate::value::literal;
use crate::{Expect, Family, broken, facts};

pub(crate) fn draw(sketch: &mut Sketch<'_>) {
    let operation = sketch.operation();
    let mut number = 0;
    for (fact, example) in facts::example_ids(operation).into_iter().zip(&operation.examples) {
        if example.role != ExampleRole::Request {
            continue;
        }
        number += 1;
        let id = format!("{}/example/{number}", operation.name);
        match request(sketch, &id, example) {
            Ok(draft) => {
                let case = sketch.case(Family::Example, id, fact, draft, Expect::Accepted);
                sketch.push(case);
            }
            Err(reason) => sketch.reasons.note(fact, reason),
        }
    }
}

/// The documented request: ids as bound, other values as shown where they are values at all. What the table does not
/// document is left out, and what it requires is added, where the two halves of the page disagree.
fn request(sketch: &Sketch<'_>, id: &str, example: &Example) -> Result<Draft, String> {
    let mut ask = Ask { id, ..Ask::default() };
    for argument in &example.arguments {
        let Some(parameter) = documented(sketch, &argument.name) else { continue };
        if ask.fixed.iter().any(|(fixed, _)| std::ptr::eq(*fixed, parameter)) {
            continue;
        }
        match shown(sketch, parameter, example, argument) {
            Some(value) => ask.fixed.push((parameter, value)),
            None if sketch.composer.obtainable(parameter).is_ok() => ask.wanted.push(parameter),
            None if sketch.composer.sheet.need(parameter) == Need::Always => {
                return Err(format!(
                    "no binding gives a value for `{}`, and the page masks it",
                    parameter.name.value
                ));
            }
            None => {}
        }
    }
    sketch.composer.compose(&ask)
}

/// The parameter of an example's argument; a literal `.N` and any index are the item.
fn documented<'a>(sketch: &Sketch<'a>, name: &str) -> Option<&'a Parameter> {
    let shape = |name: &str| {
        let steps = Path::of(name);
        let step = |segment: &contract::Segment<'_>| match segment {
            contract::Segment::Name(name) => (*name).to_owned(),
            contract::Segment::EachItem | contract::Segment::Item(_) => "#".to_owned(),
        };
        steps.segments().iter().map(step).collect::<Vec<_>>()
    };
    sketch.composer.sheet.parameter(name).or_else(|| {
        let wanted = shape(name);
        sketch.composer.sheet.parameters.iter().find(|p| shape(p.wire_name()) == wanted).copied()
    })
}

/// The value that the page shows, if it may be sent: not one that a binding knows better, no mask, nothing that names a
/// resource of somebody else, nothing filled in at random, and inside its own constraints.
fn shown(
    sketch: &Sketch<'_>,
    parameter: &Parameter,
    example: &Example,
    argument: &Argument,
) -> Option<Value> {
    let bound = sketch.bindings.of(&sketch.operation().name, parameter).is_some();
    let nature = nature::of(sketch.operation(), parameter);
    let text = if example.is_escaped() { decoded(&argument.value) } else { argument.value.clone() };
    let hidden = text.is_empty() || contract::is_masked(&text);
    let made_up = nature != Nature::Text && contract::is_random_fill(&text);
    if bound || hidden || made_up || nature == Nature::Resource {
        return None;
    }
    let list = matches!(parameter.ty.value, Type::Array { .. });
    if list && !example.is_escaped() && serde_json::from_str::<Vec<Value>>(&text).is_ok() {
        // A list of a JSON body: what its items may be is for the composer to know.
        return None;
    }
    let value = literal(&parameter.ty.value, &text);
    let ty = parameter.ty.value.innermost();
    let inside = parameter.constraints.iter().all(|c| broken::meets(&c.requirement, ty, &value));
    let value = (broken::has_type(&parameter.ty.value, &value) && inside).then_some(value)?;
    Some(if list { Value::Array(vec![value]) } else { value })
}

/// Percent escapes and plus signs undone; what is no escape stays as it is.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        let hex = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
        match (byte, tail.get(..2).and_then(hex)) {
            (b'%', Some(escaped)) => {
                bytes.push(escaped);
                rest = &tail[2..];
            }
            (b'+', _) => {
                bytes.push(b' ');
                rest = tail;
            }
            _ => {
                bytes.push(byte);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_undone_and_other_signs_stay() {
        assert_eq!(decoded("Test%20Value%2A~%2F+x"), "Test Value*~/ x");
        assert_eq!(decoded("100%"), "100%");
        assert_eq!(decoded("%zz%ff"), "%zz%ff");
    }
}
