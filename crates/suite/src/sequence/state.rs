//! Documented errors that need a state, reached by calls that names and links suggest: a name is taken once it was given, a
//! token is spent once another request bore it, and what was begun a moment ago is under way.
//!
//! That such a call reaches the state is a guess. So only the refusal tells anything: where the request is accepted, the
//! state was another, and nobody is accused. What a binding gives is no guess, and goes before.

use contract::{Confidence, ErrorCase, Parameter, Refusal, Type};
use serde_json::{Map, Value};

use super::{linked, made_by};
use crate::bindings::Made;
use crate::compose::{Ask, Draft};
use crate::nature::{self, Nature};
use crate::plan::Sketch;
use crate::{Family, Fixture, laws, refusal, undo};

/// What is made first.
const BEGUN: &str = "Begun";

/// Plans the error of a row; whether it did.
pub(crate) fn draw(sketch: &mut Sketch<'_>, fact: &str, error: &ErrorCase) -> bool {
    let all = sketch.operation().errors.iter().chain(&sketch.contract.errors);
    // Of several rows of a code nothing tells which one is reached.
    let is_alone = all.filter(|other| other.code == error.code).count() == 1;
    if !matches!(error.refuses, Some(Refusal::State) | None) || !is_alone {
        return false;
    }
    let id = format!("{}/sequence/{}", sketch.operation().name, error.code);
    let drafted = taken(sketch, &id, error)
        .or_else(|| spent(sketch, &id, error))
        .or_else(|| under_way(sketch, &id, error));
    let Some(draft) = drafted else { return false };
    let expect = refusal::one_of(std::iter::once(error));
    let case = sketch.case(Family::Sequence, id, fact.to_owned(), draft, expect);
    sketch.push(case);
    true
}

/// The same is made twice, under the name that the page says may be taken.
fn taken(sketch: &Sketch<'_>, id: &str, error: &ErrorCase) -> Option<Draft> {
    let operation = sketch.operation();
    let ([name], Confidence::Certain) = (error.parameters.as_slice(), error.confidence) else { return None };
    let parameter = sketch.composer.sheet.parameter(name)?;
    if nature::of(operation, parameter) != Nature::Text || !nature::is_taken(&words(error)) {
        return None;
    }
    let field = laws::made(operation)?;
    let mut draft = sketch.composer.compose(&Ask { id, wanted: vec![parameter], ..Ask::default() }).ok()?;
    // A token would make both requests one.
    if laws::TOKENS.iter().any(|token| draft.arguments.contains_key(*token)) {
        return None;
    }
    let (name, call, arguments) = (BEGUN.to_owned(), operation.name.clone(), draft.arguments.clone());
    draft.fixtures.push(Fixture { name, call, arguments, take: field, wait: None });
    Some(draft)
}

/// A token of one request is used for another.
fn spent<'a>(sketch: &Sketch<'a>, id: &str, error: &ErrorCase) -> Option<Draft> {
    let (operation, sheet) = (sketch.operation(), &sketch.composer.sheet);
    if !nature::is_spent(&words(error)) {
        return None;
    }
    let token = laws::TOKENS.iter().find_map(|name| sheet.parameter(name))?;
    let field = laws::made(operation)?;
    let differs = |other: &&'a Parameter| {
        let other = *other;
        let wanted = vec![token, other];
        let mut draft = sketch.composer.compose(&Ask { id, wanted, ..Ask::default() }).ok()?;
        let fixed = vec![(token, draft.arguments.get(token.wire_name().as_str())?.clone())];
        let ask = Ask { id, first: true, wanted: vec![other], fixed, ..Ask::default() };
        let mut first = sketch.composer.compose(&ask).ok()?;
        let name = other.wire_name().as_str();
        if first.arguments.get(name)? == draft.arguments.get(name)? {
            return None;
        }
        let (name, call, arguments) = (BEGUN.to_owned(), operation.name.clone(), first.arguments);
        first.fixtures.push(Fixture { name, call, arguments, take: field.clone(), wait: None });
        first.fixtures.append(&mut draft.fixtures);
        Some(Draft { fixtures: first.fixtures, ..draft })
    };
    let texts = sheet.parameters.iter().filter(|p| !std::ptr::eq(**p, token) && p.path().is_plain());
    texts.filter(|p| nature::of(operation, p) == Nature::Text).find_map(differs)
}

/// What another operation has just begun to make is used before it is there.
fn under_way<'a>(sketch: &Sketch<'a>, id: &str, error: &ErrorCase) -> Option<Draft> {
    let user = sketch.operation();
    let words = words(error);
    let makers = sketch.contract.operations.iter().filter(|maker| maker.name != user.name);
    let makers = makers.filter(|maker| {
        nature::is_under_way(&maker.name, &words) && (linked(maker, user) || undo::same_noun(maker, user))
    });
    makers.into_iter().find_map(|maker| {
        let parameters = sketch.composer.sheet.parameters.clone();
        let (parameter, field) = parameters.iter().find_map(|p| Some((*p, made_by(maker, p)?)))?;
        let made = Made {
            call: maker.name.clone(),
            with: Map::new(),
            take: field.wire_name().value.clone(),
            wait: None,
        };
        let ask = Ask { id, ..Ask::default() };
        let mut fixtures = sketch.composer.make(BEGUN, &made, &ask).ok()?;
        let order = &fixtures.last()?.arguments;
        // It is used where it was ordered to: `DestinationRegionId` there is `RegionId` here.
        let place = |place: &&'a Parameter| {
            let is_place = !std::ptr::eq(*place, parameter) && nature::of(user, place) == Nature::Resource;
            let ordered = laws::ordered_to(order, &place.name).filter(|value| is_place && value.is_string());
            Some((*place, ordered?.clone()))
        };
        let mut fixed = vec![(parameter, reference(parameter))];
        fixed.extend(parameters.iter().filter_map(place));
        let mut draft = sketch.composer.compose(&Ask { id, fixed, ..Ask::default() }).ok()?;
        fixtures.append(&mut draft.fixtures);
        draft.fixtures = fixtures;
        Some(draft)
    })
}

fn reference(parameter: &Parameter) -> Value {
    let made = Value::String(format!("${BEGUN}"));
    match parameter.ty.value {
        Type::Array { .. } => Value::Array(vec![made]),
        _ => made,
    }
}

fn words(error: &ErrorCase) -> String {
    [error.code.as_str(), error.message.as_str(), error.description.as_str()].join(" ").to_lowercase()
}
