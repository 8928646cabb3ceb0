//! Requests that break exactly one rule, each beside a sibling that breaks none.

mod across;
mod outside;

use contract::{Confidence, Parameter, Path, Presence, Type};
use serde_json::Value;
use wire::Arguments;

use crate::accept::{guard, list_of};
use crate::bindings::Binding;
use crate::broken::BrokenRule;
use crate::compose::{Ask, Draft};
use crate::plan::Sketch;
use crate::sheet::Need;
use crate::{Expect, Family, facts, nature, refusal, tree};

pub(crate) use outside::values as outside_values;

pub(crate) fn draw(sketch: &mut Sketch<'_>) {
    let parameters = sketch.composer.sheet.parameters.clone();
    for parameter in parameters {
        match sketch.bindings.of(&sketch.operation().name, parameter) {
            Some(Binding::Omit { reason }) => {
                let reason =
                    format!("the binding of `{}` says never to send it: {reason}", parameter.name.value);
                sketch
                    .certain(parameter)
                    .into_iter()
                    .for_each(|(fact, _)| sketch.reasons.note(fact, reason.clone()));
            }
            _ => {
                missing(sketch, parameter);
                type_breach(sketch, parameter);
                constraint_breaches(sketch, parameter);
            }
        }
    }
    across::draw(sketch);
}

/// What makes a good request break one rule.
pub(crate) enum Breach<'a> {
    /// The parameter gets one of these values: the first that breaks the rule and nothing else.
    Any(&'a Parameter, Vec<Value>),
    /// The parameter goes.
    Without(&'a Parameter),
    /// Several go.
    WithoutAll(Vec<&'a Parameter>),
}

/// A breach of one rule to plan.
pub(crate) struct Attempt<'a> {
    pub(crate) id: String,
    pub(crate) fact: String,
    pub(crate) wanted: Vec<&'a Parameter>,
    pub(crate) fixed: Vec<(&'a Parameter, Value)>,
    pub(crate) breach: Breach<'a>,
    pub(crate) expect: Expect,
}

/// Plans a breach, if the proof holds: the request breaks that rule and no other certain one, its sibling breaks none.
pub(crate) fn attempt(sketch: &mut Sketch<'_>, attempt: Attempt<'_>) {
    let fact = attempt.fact.clone();
    match proven(sketch, &attempt) {
        Ok((first, draft)) => {
            let mut case = sketch.case(Family::Reject, attempt.id, attempt.fact, draft, attempt.expect);
            case.fixtures.extend(first.fixtures);
            case.accepted_first = Some(first.arguments);
            sketch.push(case);
        }
        Err(reason) => sketch.reasons.note(fact, reason),
    }
}

fn proven(sketch: &Sketch<'_>, attempt: &Attempt<'_>) -> Result<(Draft, Draft), String> {
    let ask = |first| Ask {
        id: &attempt.id,
        first,
        wanted: attempt.wanted.clone(),
        fixed: attempt.fixed.clone(),
        ..Ask::default()
    };
    let good = sketch.composer.compose(&ask(false))?;
    let first = sketch.composer.compose(&ask(true))?;
    let mut reason = "no value was found that breaks it".to_owned();
    let mut doubtful = None;
    for arguments in breached(&good.arguments, &attempt.breach) {
        let broken = sketch.composer.broken(&arguments);
        let Some(meant) = broken.iter().find(|rule| rule.fact == attempt.fact) else { continue };
        let others = || broken.iter().filter(|rule| rule.fact != attempt.fact);
        match others()
            .find(|rule| rule.confidence == Confidence::Certain || rule.parameter != meant.parameter)
        {
            None if broken.len() == 1 => return Ok((first, Draft { arguments, ..good })),
            // The reader only supposes the other rule, and the same errors speak for both.
            None => drop(doubtful.get_or_insert(arguments)),
            Some(other) => reason = format!("what breaks it also breaks `{}`", other.fact),
        }
    }
    match doubtful {
        Some(arguments) => Ok((first, Draft { arguments, ..good })),
        None => Err(reason),
    }
}

fn breached(good: &Arguments, breach: &Breach<'_>) -> Vec<Arguments> {
    let without = |gone: &[&Parameter]| {
        let mut arguments = good.clone();
        gone.iter().for_each(|parameter| wire::remove(&mut arguments, parameter.wire_name()));
        vec![arguments]
    };
    match breach {
        Breach::Without(parameter) => without(&[parameter]),
        Breach::WithoutAll(parameters) => without(parameters),
        Breach::Any(parameter, values) => {
            let with = |value: &Value| {
                let value = match (&parameter.ty.value, value) {
                    (Type::Array { .. }, Value::Array(_)) => value.clone(),
                    (Type::Array { .. }, item) => Value::Array(vec![item.clone()]),
                    (_, value) => value.clone(),
                };
                let mut arguments = good.clone();
                tree::put(&mut arguments, parameter.wire_name(), value);
                arguments
            };
            values.iter().map(with).collect()
        }
    }
}

fn missing<'a>(sketch: &mut Sketch<'a>, parameter: &'a Parameter) {
    let operation = sketch.operation();
    if parameter.presence.value != Presence::Required {
        return;
    }
    let fact = facts::about(&operation.name, parameter, "presence");
    if parameter.default_value().is_some() {
        sketch.reasons.note(fact, "the page says that it is required and also what is taken without it");
        return;
    }
    // Inside a structure, the others must stay so that there is a structure to lack something.
    let plain = sketch.composer.sheet.is_plainly_required(parameter);
    let unit = sketch.composer.sheet.unit(parameter);
    let wanted: Vec<&Parameter> =
        if plain { Vec::new() } else { sketch.composer.obtainable_of(&unit).unwrap_or_default() };
    if !plain && wanted.len() < 2 {
        sketch.reasons.note(fact, "it stands inside a structure in which no other value is known");
        return;
    }
    let expect = refusal::expected(sketch.contract, operation, parameter, "presence");
    let id = format!("{}/{}/required/missing", operation.name, parameter.name.value);
    let fixed = Vec::new();
    attempt(sketch, Attempt { id, fact, wanted, fixed, breach: Breach::Without(parameter), expect });
}

fn type_breach<'a>(sketch: &mut Sketch<'a>, parameter: &'a Parameter) {
    if !matches!(parameter.ty.value.innermost(), Type::Integer | Type::Float | Type::Boolean) {
        return;
    }
    let operation = sketch.operation();
    let fact = facts::about(&operation.name, parameter, "type");
    if nature::is_unenforced(parameter, "") {
        return;
    }
    let breach = Breach::Any(parameter, vec![Value::String("doctract".to_owned())]);
    let expect = refusal::expected(sketch.contract, operation, parameter, "type");
    let (wanted, fixed) = (company(sketch, parameter), Vec::new());
    attempt(sketch, Attempt { id: format!("{fact}/text"), fact, wanted, fixed, breach, expect });
}

fn constraint_breaches<'a>(sketch: &mut Sketch<'a>, parameter: &'a Parameter) {
    let operation = sketch.operation();
    for (fact, constraint) in sketch.certain(parameter) {
        if nature::is_unenforced(parameter, &constraint.text) {
            sketch.reasons.note(fact, "the page says that a wrong value is passed over");
            continue;
        }
        let fixed = match guard(sketch, constraint) {
            Ok(fixed) => fixed,
            Err(reason) => {
                sketch.reasons.note(fact, reason);
                continue;
            }
        };
        let ask = Ask { id: &fact, ..Ask::default() };
        let outside = match outside::values(&sketch.composer.maker(parameter, &ask), constraint) {
            Ok(outside) => outside,
            Err(reason) => {
                sketch.reasons.note(fact, reason);
                continue;
            }
        };
        for (end, values) in outside {
            let id = format!("{fact}/{end}");
            let expect =
                refusal::expected(sketch.contract, operation, parameter, constraint.requirement.kind());
            let (wanted, fixed) = (company(sketch, parameter), fixed.clone());
            let breach = Breach::Any(parameter, values);
            attempt(sketch, Attempt { id, fact: fact.clone(), wanted, fixed, breach, expect });
        }
        for (end, count) in outside::counts(constraint) {
            let id = format!("{fact}/{end}");
            match list_of(sketch, &id, parameter, count) {
                Ok(lists) => counted(sketch, id, &fact, parameter, lists),
                Err(reason) => sketch.reasons.note(fact.clone(), reason),
            }
        }
    }
}

/// A list with too many or too few items: the members of its items stand side by side, so all are replaced.
fn counted<'a>(
    sketch: &mut Sketch<'a>,
    id: String,
    fact: &str,
    parameter: &'a Parameter,
    lists: Vec<(&'a Parameter, Value)>,
) {
    let expect = refusal::expected(sketch.contract, sketch.operation(), parameter, "count");
    let base = |first| {
        let wanted = lists.iter().map(|(member, _)| *member).collect();
        sketch.composer.compose(&Ask { id: &id, first, wanted, ..Ask::default() })
    };
    let (good, first) = match (base(false), base(true)) {
        (Ok(good), Ok(first)) => (good, first),
        (Err(reason), _) | (_, Err(reason)) => return sketch.reasons.note(fact.to_owned(), reason),
    };
    let mut arguments = good.arguments;
    lists.into_iter().for_each(|(member, items)| tree::put(&mut arguments, member.wire_name(), items));
    let broken = sketch.composer.broken(&arguments);
    // The rows of a list's members may all state how long the list may be: that is one rule.
    let root = parameter.path().root();
    let same_rule = |rule: &BrokenRule| rule.kind == "count" && Path::of(&rule.parameter).root() == root;
    if !broken.iter().any(|rule| rule.fact == fact) || !broken.iter().all(same_rule) {
        return sketch.reasons.note(fact.to_owned(), "a list of that many items breaks other rules too");
    }
    let draft = Draft { arguments, fixtures: good.fixtures };
    let mut case = sketch.case(Family::Reject, id, fact.to_owned(), draft, expect);
    case.facts.extend(broken.into_iter().map(|rule| rule.fact).filter(|other| other != fact));
    case.fixtures.extend(first.fixtures);
    case.accepted_first = Some(first.arguments);
    sketch.push(case);
}

/// The parameter itself and what is sent together with it, as far as values are known: the sibling then differs in
/// the broken rule only.
fn company<'a>(sketch: &Sketch<'a>, parameter: &'a Parameter) -> Vec<&'a Parameter> {
    let unit = sketch.composer.sheet.unit(parameter);
    let nested = unit.len() > 1 || sketch.composer.sheet.need(parameter) == Need::Always;
    let known = sketch.composer.obtainable_of(&unit).unwrap_or_default();
    if nested || known.iter().any(|member| std::ptr::eq(*member, parameter)) { known } else { Vec::new() }
}
