//! Breaches of rules across parameters.

use contract::{Confidence, Parameter, Rule, RuleKind, Type};
use serde_json::Value;

use super::{Attempt, Breach, attempt};
use crate::plan::Sketch;
use crate::value::literal;
use crate::{Expect, facts, refusal};

pub(super) fn draw(sketch: &mut Sketch<'_>) {
    let operation = sketch.operation();
    for (fact, rule) in facts::rule_ids(operation).into_iter().zip(&operation.rules) {
        if rule.confidence != Confidence::Certain {
            continue;
        }
        let expect = refusal::expected_for_rule(sketch.contract, operation, rule);
        match rule.kind {
            RuleKind::RequiredIf => required_if(sketch, rule, &fact, expect),
            RuleKind::Exclusive => exclusive(sketch, rule, &fact, expect),
            RuleKind::OneOf => one_of(sketch, rule, &fact, expect),
            RuleKind::Requires => requires(sketch, rule, &fact, expect),
            // That something has no effect can't be refused, and no values are drawn by comparing them.
            _ => {}
        }
    }
}

/// What makes a condition hold: a parameter to send, or one with a value.
#[derive(Default, Clone)]
struct Setting<'a> {
    wanted: Vec<&'a Parameter>,
    fixed: Vec<(&'a Parameter, Value)>,
}

impl<'a> Setting<'a> {
    fn of(sketch: &Sketch<'a>, rule: &Rule) -> Result<Self, String> {
        let Some(condition) = &rule.when else { return Ok(Self::default()) };
        let name = &condition.parameter;
        if condition.not || !rule.also.is_empty() {
            return Err("its conditions are no single value to send".to_owned());
        }
        let parameter = parameter(sketch, name)?;
        match condition.equals.as_ref().map(|values| values.first()) {
            None => Ok(Self { wanted: vec![parameter], fixed: Vec::new() }),
            Some(Some(value)) => {
                Ok(Self { wanted: Vec::new(), fixed: vec![(parameter, literal(&parameter.ty.value, value))] })
            }
            Some(None) => Err(format!("its condition on `{name}` lists no value")),
        }
    }
}

fn required_if(sketch: &mut Sketch<'_>, rule: &Rule, fact: &str, expect: Expect) {
    let named = rule.parameters.first().map_or("", String::as_str);
    match Setting::of(sketch, rule).and_then(|setting| Ok((setting, parameter(sketch, named)?))) {
        Ok((setting, parameter)) => {
            let breach = Breach::Without(parameter);
            propose(sketch, format!("{fact}/missing"), fact, setting, breach, expect);
        }
        Err(reason) => sketch.reasons.note(fact.to_owned(), reason),
    }
}

/// One of the parameters is given already; each of the others is too much.
fn exclusive(sketch: &mut Sketch<'_>, rule: &Rule, fact: &str, expect: Expect) {
    let parameters: Result<Vec<&Parameter>, String> =
        rule.parameters.iter().map(|name| parameter(sketch, name)).collect();
    let (parameters, setting) = match parameters.and_then(|p| Ok((p, Setting::of(sketch, rule)?))) {
        Ok(found) => found,
        Err(reason) => return sketch.reasons.note(fact.to_owned(), reason),
    };
    let known: Vec<&Parameter> =
        parameters.into_iter().filter(|p| sketch.composer.obtainable(p).is_ok()).collect();
    let [first, others @ ..] = known.as_slice() else {
        return sketch
            .reasons
            .note(fact.to_owned(), "no binding gives values for the parameters that exclude each other");
    };
    if others.is_empty() {
        let reason =
            format!("of the parameters that exclude each other, only `{}` has a value", first.name.value);
        return sketch.reasons.note(fact.to_owned(), reason);
    }
    for other in others {
        let id = format!("{fact}/{}+{}", first.name.value, other.name.value);
        let mut setting = setting.clone();
        setting.wanted.push(*first);
        let ask = crate::compose::Ask { id: &id, ..Default::default() };
        match sketch.composer.only(other, &ask) {
            Ok((value, fixtures)) if fixtures.is_empty() => {
                let breach = Breach::Any(other, vec![value]);
                propose(sketch, id, fact, setting, breach, expect.clone());
            }
            Ok(_) => {
                sketch.reasons.note(fact.to_owned(), "a resource would have to be made for each parameter")
            }
            Err(reason) => sketch.reasons.note(fact.to_owned(), reason),
        }
    }
}

fn one_of(sketch: &mut Sketch<'_>, rule: &Rule, fact: &str, expect: Expect) {
    let parameters: Result<Vec<Vec<&Parameter>>, String> =
        rule.parameters.iter().map(|name| below(sketch, name)).collect();
    match parameters.and_then(|p| Ok((p.concat(), Setting::of(sketch, rule)?))) {
        Ok((parameters, setting)) => {
            propose(sketch, format!("{fact}/none"), fact, setting, Breach::WithoutAll(parameters), expect);
        }
        Err(reason) => sketch.reasons.note(fact.to_owned(), reason),
    }
}

/// The consequence is left out, and, for a switch, set to what it must not be.
fn requires(sketch: &mut Sketch<'_>, rule: &Rule, fact: &str, expect: Expect) {
    let Some(then) = &rule.then else {
        return sketch.reasons.note(fact.to_owned(), "the page does not say what must then hold");
    };
    let found = Setting::of(sketch, rule).and_then(|s| Ok((s, parameter(sketch, &then.parameter)?)));
    let (setting, consequence) = match found {
        Ok(found) => found,
        Err(reason) => return sketch.reasons.note(fact.to_owned(), reason),
    };
    let breach = Breach::Without(consequence);
    propose(sketch, format!("{fact}/left-out"), fact, setting.clone(), breach, expect.clone());
    if let (Type::Boolean, Some(wanted)) = (&consequence.ty.value, &then.equals) {
        let others = [true, false].into_iter().filter(|position| {
            !wanted.iter().any(|wanted| wanted.eq_ignore_ascii_case(&position.to_string()))
        });
        let breach = Breach::Any(consequence, others.map(Value::Bool).collect());
        propose(sketch, format!("{fact}/otherwise"), fact, setting, breach, expect);
    }
}

fn propose<'a>(
    sketch: &mut Sketch<'a>,
    id: String,
    fact: &str,
    setting: Setting<'a>,
    breach: Breach<'a>,
    expect: Expect,
) {
    let Setting { wanted, fixed } = setting;
    attempt(sketch, Attempt { id, fact: fact.to_owned(), wanted, fixed, breach, expect });
}

fn parameter<'a>(sketch: &Sketch<'a>, name: &str) -> Result<&'a Parameter, String> {
    let found = sketch.composer.sheet.parameter(name);
    found.ok_or_else(|| format!("the page does not document `{name}` as a parameter that carries a value"))
}

/// A parameter, or all that the page documents below a name that has no row of its own.
fn below<'a>(sketch: &Sketch<'a>, name: &str) -> Result<Vec<&'a Parameter>, String> {
    let members = || sketch.composer.sheet.parameters.iter().copied().filter(|p| p.path().root() == name);
    match parameter(sketch, name) {
        Ok(parameter) => Ok(vec![parameter]),
        Err(_) if members().next().is_some() => Ok(members().collect()),
        Err(reason) => Err(reason),
    }
}
