//! Documented errors, each provoked by what a binding gives or by the name of something that does not exist.

use contract::{Confidence, ErrorCase, Parameter, Refusal};
use serde_json::Value;

use crate::bindings::Binding;
use crate::chance::Chance;
use crate::compose::{Ask, Draft};
use crate::plan::{Sketch, unprovoked};
use crate::sheet::Need;
use crate::{Expect, Family, facts, refusal, sequence};

pub(crate) fn draw(sketch: &mut Sketch<'_>) {
    let operation = sketch.operation();
    let prefix = format!("{}/", operation.name);
    rows(sketch, &prefix, Some(&operation.name), &operation.errors);
    rows(sketch, "", None, &sketch.contract.errors);
}

fn rows(sketch: &mut Sketch<'_>, prefix: &str, own: Option<&str>, errors: &[ErrorCase]) {
    let ids = facts::error_ids(prefix, errors);
    for ((row, error), fact) in facts::error_rows(errors).zip(ids) {
        let keys = facts::error_keys(error, row);
        if let Some(reason) = sketch.bindings.unreachable(own, &keys) {
            sketch.reasons.note(fact, reason.to_owned());
            continue;
        }
        if own.is_none() && !speaks(sketch, &fact, &keys) {
            continue;
        }
        let drafted = match sketch.bindings.provoking(own, &keys) {
            Some(bound) => {
                // A bare code names all rows of the code: the first stands for them, any of them may come.
                let exact = sketch.bindings.provoking(own, &keys[..2]).is_some();
                let first = errors.iter().find(|other| other.code == error.code);
                if !exact && !first.is_some_and(|first| std::ptr::eq(first, error)) {
                    let key = &keys[0];
                    let reason =
                        format!("the code repeats with another message; bind {key:?} to provoke this row");
                    sketch.reasons.note(fact, reason);
                    continue;
                }
                let same = errors
                    .iter()
                    .filter(|other| std::ptr::eq(*other, error) || (!exact && other.code == error.code));
                with_bindings(sketch, &fact, bound).map(|draft| (draft, refusal::one_of(same)))
            }
            None => match absent(sketch, &fact, error, errors) {
                Some(drafted) => drafted,
                None => {
                    if own.is_none() || !sequence::state::draw(sketch, &fact, error) {
                        sketch.reasons.suppose(fact, unprovoked(error.refuses));
                    }
                    continue;
                }
            },
        };
        match drafted {
            Ok((draft, expect)) => {
                sketch.settled.insert(fact.clone());
                let case = sketch.case(Family::Error, id(sketch, own, &fact), fact, draft, expect);
                sketch.push(case);
            }
            Err(reason) => sketch.reasons.note(fact, reason),
        }
    }
}

/// Whether an error of all operations is to be provoked here: on the first operation that takes what its binding sets.
fn speaks(sketch: &Sketch<'_>, fact: &str, keys: &[String]) -> bool {
    match sketch.bindings.provoking(None, keys) {
        None => sketch.speaks_for_all,
        Some(bound) => {
            let taken = bound.keys().all(|name| sketch.composer.sheet.parameter(name).is_some());
            taken && !sketch.settled.contains(fact)
        }
    }
}

/// An error of all operations is provoked on one of them.
fn id(sketch: &Sketch<'_>, own: Option<&str>, fact: &str) -> String {
    match own {
        Some(_) => fact.to_owned(),
        None => format!("{}/common-{fact}", sketch.operation().name),
    }
}

fn with_bindings(
    sketch: &Sketch<'_>,
    fact: &str,
    bound: &std::collections::BTreeMap<String, Binding>,
) -> Result<Draft, String> {
    let mut parameters = Vec::new();
    for (name, binding) in bound {
        match sketch.composer.sheet.parameter(name) {
            Some(parameter) => parameters.push((parameter, binding)),
            None => {
                return Err(format!(
                    "its binding sets `{name}`, which `{}` does not take",
                    sketch.operation().name
                ));
            }
        }
    }
    let ask = Ask { id: fact, careless: true, ..Ask::default() };
    sketch.composer.compose_with(ask, parameters)
}

/// The name of something that does not exist, in the shape of one that does; `None` where the error is no such case.
fn absent(
    sketch: &Sketch<'_>,
    fact: &str,
    error: &ErrorCase,
    errors: &[ErrorCase],
) -> Option<Result<(Draft, Expect), String>> {
    let ([name], Some(Refusal::NotFound), Confidence::Certain) =
        (error.parameters.as_slice(), error.refuses, error.confidence)
    else {
        return None;
    };
    let parameter = sketch.composer.sheet.parameter(name)?;
    let needed = sketch.composer.sheet.need(parameter) == Need::Always;
    let bound = sketch.bindings.of(&sketch.operation().name, parameter);
    let (true, Some(Binding::Literal(Value::String(existing)))) = (needed, bound) else { return None };
    let missing = Value::String(misnamed(existing, sketch.options.seed, fact));
    let ask = Ask { id: fact, fixed: vec![(parameter, missing)], careless: true, ..Ask::default() };
    let expect = refusal::one_of(errors.iter().filter(|other| speaks_of(other, parameter)));
    Some(sketch.composer.compose(&ask).map(|draft| (draft, expect)))
}

fn speaks_of(error: &ErrorCase, parameter: &Parameter) -> bool {
    let about = matches!(error.refuses, Some(Refusal::NotFound | Refusal::Value));
    about && error.parameters.iter().any(|name| refusal::is_it(parameter, name))
}

/// The last letters and digits replaced by others of their kind.
fn misnamed(existing: &str, seed: u64, fact: &str) -> String {
    let mut chance = Chance::new(seed, &[fact, "misnamed"]);
    let mut letters: Vec<char> = existing.chars().collect();
    let from = letters.len().saturating_sub(6);
    for letter in &mut letters[from..] {
        let kind: &[char] = match letter {
            'a'..='z' => &['q', 'x', 'z', 'j', 'k', 'w'],
            'A'..='Z' => &['Q', 'X', 'Z', 'J', 'K', 'W'],
            '0'..='9' => &['9', '7', '8'],
            _ => continue,
        };
        if let Some(other) = chance.pick(kind) {
            *letter = *other;
        }
    }
    let other: String = letters.into_iter().collect();
    if other == existing { format!("{other}x") } else { other }
}
